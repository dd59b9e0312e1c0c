"""Reading by a table of patterns: for languages whose core is enough to know."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from perdure.memories.extraction.found import Context, Found, kind_and_reason
from perdure.model.memory import Kind
from perdure.model.statement import Reason
from perdure.text.clauses import Clause

__all__ = ["NAME", "Rule", "Tongue", "han_rule", "read_with", "rule"]

NAME: Final = r"(?-i:[A-ZÀ-ÖØ-Þ][\w'’-]*[a-zà-ÿ](?:\s(?:de\s|la\s|von\s|van\s)?[A-ZÀ-ÖØ-Þ][\w'’-]+)?)"

_A_NAME: Final = re.compile(NAME)
_ANYTHING: Final = re.compile(r"\S+")
_COMPANYLIKE: Final = re.compile("会社|社|銀行|病院|大学|店|[A-Za-z]")
_LANGUAGES: Final = re.compile("\\w{5,}|[\u4e00-\u9fff]{1,4}[语語文]")


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and whose attribute its value is.

    `value`: "v" takes the group of that name, "noun" and "list" what follows up to where the language's noun phrases end, "names" each
    name in the group, "none" nothing. `third`: it is said of the relative whom the clause is about.
    """

    pattern: re.Pattern[str]
    attribute: str | None
    value: str = "v"
    ends: bool = False
    kind: Kind | None = None
    reason: Reason | None = None
    confidence: float = 0.85
    third: bool = False
    question: bool = False


def rule(
    pattern: str,
    attribute: str | None,
    value: str = "v",
    *,
    ends: bool = False,
    kind: Kind | None = None,
    reason: Reason | None = None,
    confidence: float = 0.85,
    third: bool = False,
    question: bool = False,
) -> Rule:
    """A rule whose pattern takes no notice of capitals, except inside `(?-i:...)`."""
    return Rule(
        re.compile(pattern, re.IGNORECASE),
        attribute,
        value,
        ends,
        kind=kind,
        reason=reason,
        confidence=confidence,
        third=third,
        question=question,
    )


def han_rule(
    pattern: str,
    attribute: str | None,
    value: str = "v",
    *,
    ends: bool = False,
    kind: Kind | None = None,
    reason: Reason | None = None,
    confidence: float = 0.85,
) -> Rule:
    """A rule for a script without capitals; folding them would make large classes of characters slow to compile."""
    return Rule(re.compile(pattern), attribute, value, ends, kind=kind, reason=reason, confidence=confidence)


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its rules, where its noun phrases begin and end, how it enumerates, and its words for relatives.

    `kin` finds a relative as group `rel` and their name, where there is one, as group `name`; `asked` finds what the user asks to keep.
    """

    rules: Sequence[Rule]
    cut: re.Pattern[str]
    determiner: re.Pattern[str]
    joint: re.Pattern[str]
    kin: re.Pattern[str]
    relatives: Mapping[str, str]
    asked: re.Pattern[str]
    possessive: str = "'s "
    words: int = 5
    han: bool = False


_NAMED: Final = frozenset({"pet", "child", "sibling", "parent", "friend", "partner"})
"""Once one of them is named, that there is one is no news."""


def read_with(tongue: Tongue, clause: Clause, context: Context) -> list[Found]:
    """The findings of a clause, with their subjects."""
    said = clause.text.replace("’", "'")
    results = [] if clause.question else list(_kin(tongue, said, context))
    subject = None if clause.question else _subject(tongue, said, context)
    for each in tongue.rules:
        if (clause.question and not each.question) or (each.third and subject is None) or _is_old(each, results):
            continue
        match = each.pattern.search(said)
        if match is not None:
            found = _found(tongue, said, each, match, context, subject)
            results += [one for one in found if not _overlaps(one, results)]
    if not clause.question and tongue.asked.search(said):
        results = [replace(one, reason=Reason.ASKED) for one in results]
        results = results or [Found(None, None, Kind.FACT, Reason.ASKED, 0, len(said), subject=context.me)]
    if any(one.attribute for one in results):
        return [one for one in results if one.attribute or one.kind is Kind.DIRECTIVE]
    return results


def _is_old(each: Rule, results: list[Found]) -> bool:
    return each.value == "v" and each.attribute in _NAMED and any(one.attribute == each.attribute for one in results)


def _found(tongue: Tongue, said: str, each: Rule, match: re.Match[str], context: Context, subject: str | None) -> list[Found]:
    whose = subject if each.third else context.me
    if each.value == "who_list":
        whose = match["who"]
    elif tongue.han and not each.third:
        whose = _han_subject(tongue, said, match, context)
    found = [replace(one, subject=whose) for one in _read(tongue, said, each, match, context)]
    if each.attribute == "pet_or_name":
        return [replace(one, names=context.unnamed) for one in found if one.attribute != "name" or not context.attribute]
    if found and each.attribute in _NAMED:
        context.attribute, context.unnamed = each.attribute, found[-1].value
    return found


def _overlaps(one: Found, others: list[Found]) -> bool:
    """Whether words that were read already would be read again: the first rule that fits is the most special one."""
    if one.attribute is None:
        return any(other.attribute is None for other in others)
    return any(other.attribute and other.begin < one.end and one.begin < other.end for other in others)


def _read(tongue: Tongue, said: str, each: Rule, match: re.Match[str], context: Context) -> Iterator[Found]:
    attribute = each.attribute
    if attribute == "favourite":
        attribute = f"favourite {match['noun'].strip().lower()}"
    elif attribute == "pet_or_name":
        attribute = context.attribute or "name"
    elif attribute == "employer_left":
        attribute = "employer" if _COMPANYLIKE.search(match["v"]) else None
    by_attribute, reason = kind_and_reason(attribute, retracts=each.ends)
    for begin, end in _spans(tongue, said, each, match):
        value = said[begin:end] if each.value != "none" else None
        yield Found(
            attribute, value, each.kind or by_attribute, each.reason or reason, begin, end, retracts=each.ends, confidence=each.confidence
        )


def _spans(tongue: Tongue, said: str, each: Rule, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    if each.value == "none":
        yield match.span()
    elif each.value in {"languages", "names"}:
        pattern = _A_NAME if each.value == "names" else _LANGUAGES
        yield from (word.span() for word in pattern.finditer(said, *match.span("v")))
    elif each.value in {"v", "vw"} or (each.value == "v_or_list" and match["v"]):
        group = next((name for name in ("v", "w", "x") if match.groupdict().get(name)), None)
        if group is not None:
            yield _stripped(said, *match.span(group))
    else:
        yield from _listed(tongue, said, match.end(), many=each.value.endswith("list"))


def _stripped(said: str, begin: int, end: int) -> tuple[int, int]:
    text = said[begin:end]
    return begin + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip(" ,.!。，、！")))


def _listed(tongue: Tongue, said: str, begin: int, *, many: bool) -> Iterator[tuple[int, int]]:
    while span := _noun(tongue, said, begin):
        yield span
        joint = tongue.joint.match(said, span[1]) if many else None
        if joint is None:
            return
        begin = joint.end()


def _noun(tongue: Tongue, said: str, begin: int) -> tuple[int, int] | None:
    determiner = tongue.determiner.match(said, begin)
    begin = determiner.end() if determiner else begin
    cut = tongue.cut.search(said, begin)
    end = cut.start() if cut else len(said)
    text = said[begin:end]
    end -= len(text) - len(text.rstrip(" \"'”»’-"))
    begin += len(text) - len(text.lstrip(" \"'“«„‘-"))
    if begin >= end or len(said[begin:end].split()) > tongue.words or not any(sign.isalnum() for sign in said[begin:end]):
        return None
    return begin, end


def _kin(tongue: Tongue, said: str, context: Context) -> Iterator[Found]:
    pattern = _ANYTHING if tongue.han else _A_NAME
    for match in tongue.kin.finditer(said):
        attribute = tongue.relatives.get(match["rel"].lower())
        context.relation, context.attribute, context.name = match["rel"].lower(), attribute, None
        for name in pattern.finditer(said, *match.span("name")) if match["name"] else ():
            context.name = name.group()
            if attribute:
                kind, reason = kind_and_reason(attribute)
                yield Found(attribute, name.group(), kind, reason, *name.span(), subject=context.me)


_HAN_ME: Final = re.compile("[我私僕俺]")


def _han_subject(tongue: Tongue, said: str, match: re.Match[str], context: Context) -> str:
    """Whom a predicate without a subject of its own is about: the relative just before it, or the speaker."""
    kin = tongue.kin.search(said, 0, match.start() + 1)
    if kin is None or kin.end() > match.start() + 1 or _HAN_ME.search(said, kin.end(), match.end()):
        return context.me
    if tongue.relatives.get(kin["rel"]) == "pet" or "，" in said[kin.end() : match.start()]:
        return context.me
    return kin["name"] or f"{context.me}{tongue.possessive}{kin['rel']}"


def _subject(tongue: Tongue, said: str, context: Context) -> str | None:
    match = tongue.kin.search(said)
    if match is None:
        return None
    if match["name"]:
        name = _A_NAME.search(said, *match.span("name"))
        return name.group() if name else match["name"]
    return f"{context.me}{tongue.possessive}{match['rel'].lower()}"
