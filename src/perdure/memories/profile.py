"""What is known of a user: when two values say the same, the attributes that hold now, and their likes in a few words."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

from perdure.memories.attributes import is_single
from perdure.model.checks import aware
from perdure.model.memory import Memory
from perdure.model.profile import Attribute
from perdure.model.statement import USER
from perdure.ports.tokens import TokenCounter
from perdure.text.words import is_unspaced
from perdure.timex.expressions import Granularity, time_expressions

__all__ = ["current_profile", "extends", "folded", "known_at", "preference_summary", "same_value", "true_at", "value_key"]

_EXACT: Final = frozenset({"email", "phone", "account", "timezone"})
"""A single character makes another value."""
_NAMES: Final = frozenset({"name", "nickname", "partner", "child", "sibling", "parent", "friend", "pet", "employer"})
"""Values whose last letter "s" is no plural."""
_ARTICLES: Final = frozenset("a an the my our some der die das ein eine einen einem einer el la los las un una unos unas le les l".split())
_ENDINGS: Final[Mapping[str, frozenset[str]]] = {
    "employer": frozenset("inc incorporated corp corporation ltd limited llc gmbh ag co company plc sa sarl bv kg se kk".split()),
    "age": frozenset(["years", "year", "old", "yrs", "yo", "jahre", "jahr", "alt", "ans", "anos"]),
}
"""Words at the end of a value that add nothing to it."""
_UNITS: Final = ("岁了", "歳です", "岁", "歳", "市")
"""The same where words are not set apart."""
_FORM: Final = frozenset({"mode"})
"""A "dark mode" is a "dark" theme."""
# Names of one and the same thing that people use in turn; cities where the languages that are read here differ.
_SAME: Final = (
    "new york city/nyc/纽约/ニューヨーク",
    "los angeles/la/l a",
    "san francisco/sf",
    "united states/usa/us/u s/u s a/united states of america/america/states/vereinigte staaten/estados unidos/etats unis/美国/アメリカ",
    "united kingdom/uk/u k/great britain",
    "united arab emirates/uae",
    "washington dc/washington d c",
    "germany/deutschland/alemania/allemagne/德国/ドイツ",
    "france/frankreich/francia/法国/フランス",
    "spain/spanien/espana/espagne/西班牙/スペイン",
    "italy/italien/italia/italie",
    "switzerland/schweiz/suiza/suisse",
    "austria/osterreich/autriche",
    "china/中国/chine",
    "japan/日本/japon",
    "munich/munchen/muenchen",
    "cologne/koln/koeln",
    "vienna/wien/vienne/viena",
    "zurich/zuerich",
    "geneva/geneve/genf/ginebra",
    "rome/roma/rom",
    "milan/milano/mailand",
    "brussels/bruxelles/brussel/brussel",
    "london/londres/伦敦/ロンドン",
    "paris/巴黎/パリ",
    "berlin/柏林/ベルリン",
    "beijing/北京/peking/pekin",
    "shanghai/上海",
    "tokyo/东京/東京/tokio",
    "lisbon/lisboa/lissabon/lisbonne",
    "seville/sevilla",
    "prague/praha/prag/praga",
    "warsaw/warszawa/warschau",
    "english/englisch/ingles/anglais/英语/英語",
    "german/deutsch/aleman/allemand/德语/ドイツ語",
    "french/franzosisch/frances/francais/法语/フランス語",
    "spanish/spanisch/espanol/espagnol/西班牙语/スペイン語",
    "javascript/js",
    "typescript/ts",
    "kubernetes/k8s",
    "postgresql/postgres",
)
_ALIASES: Final = {name: group.split("/")[0] for group in _SAME for name in group.split("/")}
_SPOTTED: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+[+#]*")
_ACCENTS: Final = re.compile("[\u0300-\u036f]")
_THOUSANDS: Final = re.compile(r"(?<=\d),(?=\d{3}\b)")
_ORDINAL: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b")
_PARTS: Final = re.compile(r"[,;/()、，（）]")
_TURNED: Final = frozenset("not no non never without former ex anti except nicht kein keine sin pas sans ancien".split())
"""Words that make the opposite of what they stand beside."""
_ANY_YEAR: Final = datetime(2000, 1, 1, tzinfo=UTC)
_GUESS: Final = 0.5
_HEADINGS: Final = {
    "allergy": "Allergies",
    "medication": "Medication",
    "condition": "Health",
    "diet": "Diet",
    "pronouns": "Pronouns",
    "nickname": "Goes by",
    "language": "Language",
    "likes": "Likes",
    "dislikes": "Dislikes",
    "hobby": "Hobbies",
    "goal": "Goals",
}
"""In the order in which they are told, which is how much harm it does not to know them."""
_RANK: Final = {attribute: rank for rank, attribute in enumerate(_HEADINGS)}
_SENTENCE_RANK: Final = 6
"""Sentences come after health and form of address, which they share with the last of these, and before likings."""
_LEAST_TOKENS: Final = 3
_APART: Final = re.compile(r"[^\W_]+[+#]*")
# Words that a heading stands for; a text with any other word beside its value says more.
_SAID_BY_HEADING: Final = frozenset(
    """i m ve s my me he she they his her their user a an the is am are to of as be have has please really so very allergic allergy
    allergie love like enjoy hate dislike hobby hobbie diet eat favourite favorite prefer preferred take set use mode theme call name goal
    pronoun speak language color colour food hi hello""".split()
)
_LONGEST: Final = 500
"""Characters of a value that are compared; a longer one is no value but a text."""


def folded(text: str) -> str:
    """A text without case, accents and differences of width."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return text if text.isascii() else unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text)))


def _singular(word: str) -> str:
    if len(word) <= 3 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")) or (word.endswith("oes") and len(word) > 5):
        return word[:-2]
    return word[:-1]


def _birthday(value: str) -> str | None:
    """A date as 1990-05-12, or as 05-12 if no year is named."""
    days = [found for found in time_expressions(value, _ANY_YEAR) if found.granularity is Granularity.DAY and found.confidence > _GUESS]
    return f"{days[0].start:%m-%d}" if days and days[0].relative else f"{days[0].start:%Y-%m-%d}" if days else None


def value_key(attribute: str, value: str) -> str:
    """What two values of an attribute have in common exactly if they say the same; empty for a value that says nothing.

    Case, accents, articles, plural, legal forms of companies and names of a few well-known places and things make no difference.
    """
    plain = folded(value[:_LONGEST]).replace("colour", "color").replace("grey", "gray").strip(" \t\n.!?。！？\"'“”‘’«»")
    if attribute == "phone":
        return re.sub(r"^00|\D", "", plain) or plain
    if attribute in _EXACT:
        return re.sub(r"\s", "", plain)
    if attribute == "birthday" and (day := _birthday(value[:_LONGEST])):
        return day
    words = _SPOTTED.findall(_ORDINAL.sub("", _THOUSANDS.sub("", plain)))
    if not words:
        return plain
    if (alias := _ALIASES.get(" ".join(words))) is not None:
        return alias
    words = _without_padding(attribute, words)
    if attribute not in _NAMES:
        words = [_singular(word) for word in words]
    key = " ".join(words)
    return _ALIASES.get(key, key)


def _without_padding(attribute: str, words: list[str]) -> list[str]:
    """Without what stands before or after a value and adds nothing, as long as a word is left."""
    own = {_singular(word) for word in attribute.replace("colour", "color").split()} | _FORM if " " in attribute else frozenset[str]()
    padding = _ENDINGS.get(attribute, frozenset())
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    while len(words) > 1 and (words[-1] in padding or words[-1] in _UNITS):
        words = words[:-1]
    if not words[-1].isascii() and (unit := next((unit for unit in _UNITS if words[-1].endswith(unit) and words[-1] != unit), None)):
        words = [*words[:-1], words[-1].removesuffix(unit)]
    return [word for word in words if _singular(word) not in own] or words


def same_value(attribute: str, one: str, other: str) -> bool:
    """Whether two values of an attribute say the same in other words."""
    key = value_key(attribute, one)
    return bool(key) and key == value_key(attribute, other)


def extends(attribute: str, longer: str, shorter: str) -> bool:
    """Whether a value says what another one says, and more: "Berlin, Germany" and "Berlin", "Anna Schmidt" and "Anna"."""
    long, short = value_key(attribute, longer), value_key(attribute, shorter)
    if attribute in _EXACT or not short or long == short:
        return False
    if attribute == "birthday":
        return long.endswith(f"-{short}")
    if is_unspaced(shorter):
        return folded(longer[:_LONGEST]).strip().startswith(folded(shorter).strip())
    words, base = long.split(), short.split()
    if len(words) <= len(base) or not _TURNED.isdisjoint({*words, *base}):
        return False
    if words[: len(base)] == base or (attribute == "occupation" and words[-len(base) :] == base):
        return True
    parts = _PARTS.split(longer[:_LONGEST])
    return len(parts) > 1 and any(value_key(attribute, part) == short for part in parts)


def known_at(memories: Iterable[Memory], moment: datetime) -> list[Memory]:
    """What was known at a moment: said by then, and not yet learnt to hold no longer.

    Raises:
        NaiveDatetime: the moment has no time zone.
    """
    aware(moment)
    return [memory for memory in memories if memory.said_at <= moment and (memory.ended_at is None or moment < memory.ended_at)]


def true_at(memories: Iterable[Memory], moment: datetime) -> list[Memory]:
    """What was true at a moment, by all that the memories say now.

    Raises:
        NaiveDatetime: the moment has no time zone.
    """
    aware(moment)
    return [memory for memory in memories if memory.valid_from <= moment and (memory.valid_until is None or moment < memory.valid_until)]


@dataclass(frozen=True, slots=True)
class _Claim:
    """One value that an attribute is said to have; `set_by_hand` if it was put into the profile, not read out of a turn."""

    attribute: Attribute
    key: str
    said_at: datetime
    set_by_hand: bool = False

    def rank(self) -> tuple[datetime, bool, datetime, float, str]:
        """Of two values of a single-valued attribute the one that ranks higher holds."""
        return self.attribute.valid_from, self.set_by_hand, self.said_at, self.attribute.confidence, self.attribute.value


def current_profile(
    attributes: Sequence[Attribute], memories: Sequence[Memory], subject: str = USER, *, at: datetime | None = None
) -> list[Attribute]:
    """The values that a subject's attributes have, by name; several of one name in the order in which they began to hold.

    Joins what was put into the profile by hand (`attributes`, which are the user's) with what memories say. Of a single-valued
    attribute the value that began last holds, and one set by hand wins a tie. Equal values become one that has the sources of all.
    Without `at` it is what has no end; with `at` what was true then, so a value that begins later is not there yet.

    Raises:
        NaiveDatetime: `at` has no time zone.
    """
    if at is not None:
        aware(at)
    by_hand = [
        _Claim(held, value_key(held.name.casefold(), held.value), held.valid_from, set_by_hand=True)
        for held in attributes
        if subject == USER
    ]
    claims = [claim for claim in (*by_hand, *_claims(memories, subject)) if _holds(claim.attribute, at)]
    named: dict[str, list[_Claim]] = {}
    for claim in claims:
        named.setdefault(claim.attribute.name.casefold(), []).append(claim)
    found: list[Attribute] = []
    for name in sorted(named):
        found += _settled(name, named[name])
    return found


def _claims(memories: Sequence[Memory], subject: str) -> Iterable[_Claim]:
    for memory in memories:
        if memory.attribute is None or memory.value is None or (memory.subject or USER) != subject:
            continue
        held = Attribute(
            memory.attribute,
            memory.value,
            memory.valid_from,
            memory.valid_until,
            memory.source,
            sources=memory.sources,
            confidence=memory.confidence,
        )
        yield _Claim(held, value_key(memory.attribute, memory.value), memory.said_at)


def _holds(attribute: Attribute, at: datetime | None) -> bool:
    if at is None:
        return attribute.valid_until is None
    return attribute.valid_from <= at and (attribute.valid_until is None or at < attribute.valid_until)


def _settled(name: str, claims: list[_Claim]) -> list[Attribute]:
    alike: dict[str, list[_Claim]] = {}
    for claim in claims:
        alike.setdefault(claim.key, []).append(claim)
    if is_single(name):
        best = max(claims, key=_Claim.rank)
        others = [claim.attribute.valid_from for claim in claims if claim.key != best.key]
        # The same value from before another one is a time of its own.
        since = max(others, default=best.attribute.valid_from)
        return [_joined([claim for claim in alike[best.key] if not others or claim.attribute.valid_from >= since])]
    return sorted((_joined(same) for same in alike.values()), key=lambda held: (held.valid_from, held.value))


def _joined(claims: list[_Claim]) -> Attribute:
    """One value of several that say the same: in the words set by hand or said last, from its first beginning on."""
    best = max(claims, key=lambda claim: (claim.set_by_hand, *claim.rank()))
    ordered = sorted(claims, key=_Claim.rank)
    sources = dict.fromkeys(source for claim in ordered for source in claim.attribute.sources)
    return replace(
        best.attribute,
        valid_from=ordered[0].attribute.valid_from,
        sources=tuple(sources),
        confidence=max(claim.attribute.confidence for claim in claims),
    )


def preference_summary(memories: Sequence[Memory], counter: TokenCounter | None = None, *, limit: int = 400) -> str:
    """What a user prefers and asks for, a sentence a topic.

    Such as "Allergies: peanuts. Diet: vegan. Never use emoji. Likes: hiking, jazz. Theme: dark." Pinned memories first, then health,
    form of address, standing orders, likings and settings; of one topic what was said last first. A memory without attribute, or whose
    text says more than heading and value do ("I love hiking, but never alone"), is told in its own sentence. What does not fit is left
    out whole, and how many were is told at the end. The order of the memories is of no matter.

    Args:
        memories: current preferences and directives, or others that fit the profile.
        counter: counts tokens; without one, four characters count as a token.
        limit: tokens of the summary, at most.
    """
    count = _about if counter is None else counter.count
    ordered = sorted(memories, key=lambda memory: (not memory.pinned, _rank(memory), -memory.said_at.timestamp(), memory.text, memory.id))
    by_meaning: dict[tuple[str, str], tuple[str, str]] = {}
    for memory in ordered:
        heading, words = _piece(memory)
        if words:
            by_meaning.setdefault((heading, value_key(memory.attribute or "", words) if heading else words), (heading, words))
    pieces = list(by_meaning.values())
    chosen: list[tuple[str, str]] = []
    left = limit
    for piece in pieces:
        if left < _LEAST_TOKENS:
            break
        if (cost := count(f"{piece[1]}, ")) <= left:
            chosen.append(piece)
            left -= cost
    while count(text := _rendered(chosen, len(pieces) - len(chosen))) > limit and chosen:
        chosen.pop()
    return text if count(text) <= limit else ""


def _about(text: str) -> int:
    return -(-len(text) // 4)


def _rank(memory: Memory) -> tuple[int, str]:
    # Told in a sentence or not, an allergy comes before a theme.
    return (_SENTENCE_RANK, "") if memory.attribute is None else (_RANK.get(memory.attribute, len(_RANK)), memory.attribute)


def _piece(memory: Memory) -> tuple[str, str]:
    """The heading under which a memory is told, and its value; no heading, and its text, where that says more."""
    text, value = " ".join(memory.text.split()), " ".join((memory.value or "").split())
    if memory.attribute is None or not value:
        return "", text
    said = {_singular(word) for word in _APART.findall(folded(text))}
    known = {_singular(word) for word in _APART.findall(folded(f"{value} {memory.attribute}"))} | _SAID_BY_HEADING
    if not said <= known or not all(word.isascii() for word in said):
        return "", text
    heading = _HEADINGS.get(memory.attribute, memory.attribute.removeprefix("setting ").capitalize())
    subject = memory.subject or USER
    return (heading if subject == USER else f"{heading} ({subject})"), value


def _rendered(pieces: Sequence[tuple[str, str]], missing: int) -> str:
    grouped: dict[str, list[str]] = {}
    for heading, words in pieces:
        grouped.setdefault(heading or words, []).append(words if heading else "")
    lines = [f"{name}: {_joined_values(values)}" if any(values) else name for name, values in grouped.items()]
    lines += [f"({missing:,} more)"] if missing else []
    return " ".join(line if line[-1] in ".!?…。！？)" else f"{line}{'。' if is_unspaced(line[-1]) else '.'}" for line in lines)


def _joined_values(values: list[str]) -> str:
    return ("; " if any("," in value for value in values) else ", ").join(value for value in values if value)
