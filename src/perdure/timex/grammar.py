"""How a language's table is written and compiled: words by category, and rules whose templates name categories.

A template is a regular expression in which `{month}` stands for the words of a category and names a group, `<a|b>` for plain
alternatives, and a space for white space. It begins with words, so that a rule is tried only where one of its first words
stands: reading costs one lookup a word, whatever the number of rules, and no pattern is ever searched for over a text.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from perdure.timex.folding import fold

__all__ = [
    "NUMBER",
    "CompiledRule",
    "Language",
    "Role",
    "Rule",
    "Rules",
    "bag",
    "compile_rules",
    "head",
    "keyed",
    "link",
    "listed",
    "phrase",
    "tail",
]

Role = Literal["phrase", "head", "tail", "link"]
"""A phrase is an expression; a head stands right before one and a tail right behind one, and change it; a link joins two."""

NUMBER: Final = "#"
"""The first word of rules that begin with digits."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A template, and the meaning its words have.

    `weak` phrases count only with a head, tail or link; `shy` ones not where the text is evidently in another language, `evident`
    ones only where it is evidently in this one; `capital` ones only when their last word is written with a capital letter.
    """

    role: Role
    meaning: str
    template: str
    values: Mapping[str, Any]
    weak: bool = False
    shy: bool = False
    evident: bool = False
    capital: bool = False


def phrase(
    meaning: str,
    template: str,
    *,
    weak: bool = False,
    shy: bool = False,
    evident: bool = False,
    capital: bool = False,
    **values: object,
) -> Rule:
    """An expression of its own."""
    return Rule("phrase", meaning, template, values, weak, shy, evident, capital)


def head(meaning: str, template: str, **values: object) -> Rule:
    """What may stand right before an expression."""
    return Rule("head", meaning, template, values)


def tail(meaning: str, template: str, **values: object) -> Rule:
    """What may stand right behind an expression."""
    return Rule("tail", meaning, template, values)


def link(template: str, *, opened: bool = False) -> Rule:
    """What joins two expressions to a range; `opened` ones only behind a word such as "between"."""
    return Rule("link", "range", template, {"opened": opened})


def bag(words: str) -> frozenset[str]:
    """Words between spaces."""
    return frozenset(words.split())


def keyed(more: str, *tables: Mapping[str, Any]) -> frozenset[str]:
    """The single words of some tables and some more: a text without any of them holds no time."""
    return bag(more).union(word for table in tables for word in table if word.isalpha())


def listed(words: str, start: int = 0) -> dict[str, int]:
    """Numbered words: `listed("monday|tuesday")`, synonyms separated by commas."""
    return {word.strip(): number for number, group in enumerate(words.split("|"), start) for word in group.split(",")}


_DIGITS: Final = {
    "count": r"\d{1,4}",
    "day": r"\d{1,2}",
    "year": r"\d{4}",
    "hour": r"\d{1,2}",
    "minute": r"\d{2}",
    "second": r"\d{2}",
    "number": r"\d{1,2}",
    "decade": r"\d{3}0|\d0",
    "quarter": r"[1-4]",
    "century": r"(?:1[5-9]|20)\d0",
    "eranumber": r"\d{1,2}",
    "zone": r"z|[+-]\d{2}:?\d{2}",
}


def _no_number(_text: str) -> int | None:
    return None


@dataclass(frozen=True, slots=True)
class Language:
    """The words and rules of a language. `common` holds function words by which it is known; patterns tell tense and habit."""

    name: str
    words: Mapping[str, Mapping[str, Any]]
    rules: tuple[Rule, ...]
    keys: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    past: str = ""
    future: str = ""
    habit: str = ""
    ordinal: str = ""
    numerals: str = ""
    numeral: Callable[[str], Any] = _no_number
    before: str = r"(?<!\w)"
    behind: str = r"(?!\w)"

    def __post_init__(self) -> None:
        folded = {category: {fold(word)[0]: value for word, value in table.items()} for category, table in self.words.items()}
        object.__setattr__(self, "words", folded)
        for known in ("keys", "common"):
            object.__setattr__(self, known, frozenset(fold(word)[0] for word in getattr(self, known)))
        for cue in ("past", "future", "habit"):
            object.__setattr__(self, cue, fold(getattr(self, cue))[0])

    def pattern(self, category: str) -> str:
        """The regular expression of a category's words, longest first, and of its digits."""
        words = sorted(self.words.get(category, ()), key=len, reverse=True)
        parts = [re.escape(word).replace(r"\ ", r"\s{1,3}") for word in words]
        if category in _DIGITS:
            parts.append(_DIGITS[category])
            if self.numerals:
                parts.append(f"[{self.numerals}]" + ("{4}" if category in {"year", "century"} else "{1,3}"))
        return "|".join(parts)

    def value(self, category: str, text: str) -> Any:
        """What a word of a category means; None when it means nothing, such as an impossible numeral."""
        if text in (table := self.words.get(category, {})):
            return table[text]
        if text.isdecimal():
            number: Any = int(text)
        else:
            number = self.numeral(text)
            if number is None:
                return table.get(" ".join(text.split()))
        return (number, number) if category == "count" and number is not None else number


class _Pattern:
    """A regular expression that is compiled when it is first tried: of several hundred most never are, and all take half a second."""

    __slots__ = ("_match", "_source")

    def __init__(self, source: str) -> None:
        self._source = source
        self._match: Callable[[str, int], re.Match[str] | None] | None = None

    def match(self, text: str, position: int) -> re.Match[str] | None:
        if self._match is None:
            self._match = re.compile(self._source).match
        return self._match(text, position)


@dataclass(frozen=True, slots=True)
class CompiledRule:
    """A rule ready to be tried."""

    rule: Rule
    language: Language
    match: Callable[[str, int], re.Match[str] | None]
    groups: tuple[tuple[str, str], ...] = field(default=())

    def values(self, found: re.Match[str]) -> dict[str, Any] | None:
        """The rule's own values and those of its groups; None when a group means nothing."""
        values = dict(self.rule.values)
        for name, category in self.groups:
            text = found[name]
            if text is None:
                continue
            value = self.language.value(category, text)
            if value is None:
                return None
            values[name] = value
        return values


_SLOT: Final = r"\{(?P<key>[a-z]\w*)(?::(?P<category>\w+))?\}(?P<maybe>\??)"
_ELEMENT: Final = re.compile(rf"{_SLOT}|<(?P<words>[^>]*)>(?P<omitted>\??)|(?P<literal>[a-z]+|[^\x00-\x7f]|-)")
_FIRST: Final = re.compile(r"[a-z]+|\d|[^\x00-\x7f]|-")


def _first(word: str) -> str:
    found = _FIRST.match(word)
    assert found, word
    return NUMBER if found.group().isdecimal() else found.group()


def _category(slot: re.Match[str]) -> str:
    return slot["category"] or slot["key"].rstrip("0123456789")


def _first_words(template: str, language: Language) -> Iterator[str]:
    position = 0
    while element := _ELEMENT.match(template, position):
        if element["key"]:
            category = _category(element)
            yield from map(_first, language.words.get(category, ()))
            if category in _DIGITS:
                yield NUMBER
        else:
            yield from map(_first, [element["literal"]] if element["literal"] else element["words"].split("|"))
        if not (element["maybe"] or element["omitted"]):
            return
        position = element.end()
    raise AssertionError(f"the template must begin with words: {template}")


def _expand(template: str, language: Language) -> tuple[str, tuple[tuple[str, str], ...]]:
    groups: list[tuple[str, str]] = []

    def group(slot: re.Match[str]) -> str:
        category = _category(slot)
        groups.append((slot["key"], category))
        ordinal = language.ordinal if category == "day" else ""
        return rf"(?:(?P<{slot['key']}>{language.pattern(category)}){ordinal}){slot['maybe']}"

    spaced = re.sub(r"<((?!!|=)[^>]*)>", r"(?:\1)", template).replace(" ", r"\s{1,3}")
    return re.sub(_SLOT, group, spaced), tuple(groups)


@dataclass(frozen=True, slots=True)
class Rules:
    """A language's rules with one first word. `gate` matches where any of them does: most words are told off by one try."""

    gate: Callable[[str, int], re.Match[str] | None]
    rules: tuple[CompiledRule, ...]
    language: Language


def _compiled(language: Language) -> Iterator[tuple[str, str, CompiledRule]]:
    for rule in language.rules:
        template = fold(rule.template)[0]
        pattern, groups = _expand(template, language)
        before = language.before if rule.role != "link" else ""
        pattern = before + pattern + (language.behind if rule.role in {"phrase", "tail"} else "")
        compiled = CompiledRule(rule, language, _Pattern(pattern).match, groups)
        for word in dict.fromkeys(_first_words(template, language)):
            yield word, pattern, compiled


def compile_rules(languages: tuple[Language, ...]) -> dict[str, tuple[Rules, ...]]:
    """All rules of some languages by their possible first words."""
    found: dict[str, list[Rules]] = {}
    gates: dict[str, _Pattern] = {}
    for language in languages:
        own: dict[str, list[tuple[str, CompiledRule]]] = {}
        for word, pattern, compiled in _compiled(language):
            own.setdefault(word, []).append((pattern, compiled))
        for word, rules in own.items():
            either = "|".join(re.sub(r"\(\?P<\w+>", "(?:", pattern) for pattern, _ in rules)
            gate = gates.setdefault(either, _Pattern(either))
            found.setdefault(word, []).append(Rules(gate.match, tuple(compiled for _, compiled in rules), language))
    return {word: tuple(rules) for word, rules in found.items()}
