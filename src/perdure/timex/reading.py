"""Finds phrases with their heads, tails and links in a text, and lets the longest win."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import cache
from itertools import islice
from typing import Any, Final

from perdure.timex.changes import CHANGES, PAST_ONLY
from perdure.timex.folding import fold
from perdure.timex.grammar import NUMBER, CompiledRule, Language, Rules, compile_rules
from perdure.timex.languages import HAN_LANGUAGES, SPACED_LANGUAGES
from perdure.timex.languages.numeric import NUMERIC
from perdure.timex.meanings import MEANINGS
from perdure.timex.spans import DAY, Granularity, Now, Span

__all__ = ["Found", "read"]

_WORDS: Final = re.compile(r"[a-z]+|\d")
_TOKENS: Final = re.compile(r"[a-z]+|(\d+)|-")
_NUMERALS: Final = "零〇一二三四五六七八九十百两半几数"
_HAN: Final = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_KANA: Final = re.compile("[\u3040-\u30ff]")
_GAP: Final = re.compile(r"[ ,、(的の]{0,2}")
_SENTENCE_ENDS: Final = re.compile(r"[!?;\n。！？；]|\.(?=\s)")
_BEFORE, _BEHIND = 90, 60
_TELLING: Final = re.compile(r"\d+(?:[^\w\s]{0,3}\s{0,3}[^\W\d]|[^\w\s]{1,2}\s?\d|(?<=\d{4}))")
"""A number is tried only where letters, a sign with another number, or four digits make it a time."""
_MOST_TRIES: Final = 150_000
_MOST_PHRASES: Final = 2_000
"""Of a text that names more times the first ones are read. Prose of 256 KiB stays below both; a hostile text takes half a second."""


@dataclass(frozen=True, slots=True)
class Found:
    """An expression before the zone comes on: place in the folded text, what was read, and the interval once it is asked for.

    A known interval that is None blocks the words.
    """

    begin: int
    end: int
    rule: CompiledRule
    values: dict[str, Any]
    weak: bool
    span: Span | None = None
    known: bool = False
    opened: bool = False
    kept: bool = False


@cache
def _spaced_rules() -> dict[str, tuple[Rules, ...]]:
    return compile_rules(SPACED_LANGUAGES)


@cache
def _han_rules(*, kana: bool) -> dict[str, tuple[Rules, ...]]:
    # Kana are Japanese; Han characters alone can be either, and most words mean the same in both.
    return compile_rules(tuple(language for language in HAN_LANGUAGES if not kana or language.name == "ja"))


@cache
def _han_tokens(*, kana: bool) -> re.Pattern[str]:
    firsts = "".join(sorted(word for word in _han_rules(kana=kana) if not word.isascii()))
    return re.compile(rf"(\d+)|[{_NUMERALS}]+|[{firsts}]")


@cache
def _keys() -> frozenset[str]:
    return frozenset("0123456789").union(*(language.keys for language in SPACED_LANGUAGES))


@cache
def _pattern(source: str) -> re.Pattern[str]:
    return re.compile(source)


class _Page:
    """One text while it is read."""

    __slots__ = ("heads", "links", "moment", "order", "original", "places", "tails", "text", "votes", "words", "zone")

    def __init__(self, original: str, text: str, at: datetime, zone: tzinfo, words: set[str], order: str | None) -> None:
        self.original, self.text, self.words = original, text, words
        self.moment = at.replace(tzinfo=None)
        self.zone, self.order = zone, order
        self.heads: dict[int, list[tuple[int, CompiledRule, dict[str, Any]]]] = {}
        self.tails: dict[int, list[tuple[int, CompiledRule, dict[str, Any]]]] = {}
        self.links: dict[int, list[tuple[int, CompiledRule]]] = {}
        self.votes: dict[str, int] | None = None

    def admits(self, compiled: CompiledRule, begin: int, end: int) -> bool:
        """Whether the text's language and letters allow the phrase."""
        rule = compiled.rule
        if rule.capital and not self.capital(begin, end):
            return False
        if not (rule.shy or rule.evident):
            return True
        if self.votes is None:
            self.votes = {each.name: len(self.words & each.common) for each in SPACED_LANGUAGES if each.common}
        own = self.votes[compiled.language.name]
        return own == max(self.votes.values()) and (own > 0 or not rule.evident)

    def closed(self, begin: int, end: int) -> int:
        """The end, behind the closing bracket where one was opened."""
        return end + (self.text.find("(", begin, end) >= 0 and self.text[end - 1] != ")" and self.text[end : end + 1] == ")")

    def capital(self, begin: int, end: int) -> bool:
        """Whether the last word is written with a capital letter."""
        return self.original[max(begin, self.original.rfind(" ", begin, end) + 1)].isupper()

    def now(self, language: Language, begin: int, end: int, tense: int | None = None) -> Now:
        """The present of a sentence: its tense and whether it tells a habit are looked up only when asked."""

        def sentence() -> str:
            before = self.text[max(0, begin - _BEFORE) : begin]
            behind = self.text[begin : end + _BEHIND]
            ends = [found.end() for found in _SENTENCE_ENDS.finditer(before)]
            stop = _SENTENCE_ENDS.search(behind, end - begin)
            return before[ends[-1] if ends else 0 :] + behind[: stop.start() if stop else None]

        def has(source: str, context: str) -> bool:
            return bool(source) and _pattern(source).search(context) is not None

        def told_tense() -> int:
            context = sentence()
            return has(language.future, context) - has(language.past, context)

        def habit() -> bool:
            return has(language.habit, sentence())

        today = self.moment.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
        return Now(self.moment, today, self.zone, told_tense if tense is None else lambda: tense, habit, self.order)

    def resolved(self, found: Found, tense: int | None = None) -> Span | None:
        """The phrase's interval; None when the calendar has no such time."""
        now = self.now(found.rule.language, found.begin, found.end, tense)
        try:
            return MEANINGS[found.rule.rule.meaning](found.values, now)
        except (ValueError, OverflowError, IndexError):
            return None

    def span(self, found: Found) -> Span | None:
        """The interval with all that changed it."""
        return found.span if found.known else self.resolved(found)


def _tokens(text: str, rules: dict[str, tuple[Rules, ...]], tokens: re.Pattern[str]) -> Iterator[tuple[int, CompiledRule]]:
    tries = 0
    for token in tokens.finditer(text):
        word = token.group()
        tried = rules.get(NUMBER if token.lastindex else word, ())
        if word[0] in _NUMERALS:
            tried = rules.get(NUMBER, ()) + rules.get(word[0], ())
        if tried:
            start = token.start()
            tries += len(tried)
            if tries > _MOST_TRIES:
                return
            if token.lastindex and not _TELLING.match(text, start):
                continue
            for each in tried:
                if each.gate(text, start):
                    for rule in each.rules:
                        yield start, rule


def _phrases(page: _Page, tried: Iterator[tuple[int, CompiledRule]]) -> Iterator[Found]:
    """Phrases as they come; heads, tails and links are put on the page."""
    for start, compiled in tried:
        match = compiled.match(page.text, start)
        if match is None or (values := compiled.values(match)) is None:
            continue
        rule, end = compiled.rule, match.end()
        if rule.role == "head":
            page.heads.setdefault(end, []).append((start, compiled, values))
        elif rule.role == "tail":
            page.tails.setdefault(start, []).append((end, compiled, values))
        elif rule.role == "link":
            page.links.setdefault(start, []).append((end, compiled))
        elif page.admits(compiled, start, end):
            # Without an interval it still keeps its words: 30 February is not February.
            yield Found(start, end, compiled, values, rule.weak)


def _with_weekday(page: _Page, found: Found, values: dict[str, Any], begin: int, end: int) -> Found | None:
    # "Friday, 10 May", "5月10日星期五": the weekday helps to find the year. "Today (Friday)": it adds nothing.
    end = page.closed(begin, end)
    if found.rule.rule.meaning == "date" and not found.known:
        return replace(found, begin=begin, end=end, values={**found.values, **values})
    span = page.span(found)
    fits = span and span.stop - span.start <= DAY and span.start.weekday() == values["weekday"]
    return replace(found, begin=begin, end=end, span=span, known=True) if fits and begin == found.begin else None


def _reworded(page: _Page, found: Found, change: CompiledRule, values: dict[str, Any], begin: int, end: int) -> Found | None:
    """Changes of what is read, before there is an interval."""
    match change.rule.meaning:
        case "open":
            return replace(found, begin=begin, opened=True, weak=found.weak and not values.get("strong"))
        case "keep" if not found.kept and (values.get("years", True) or found.rule.rule.meaning != "year"):
            return replace(found, begin=begin, end=end, weak=False, kept=True)
        case "blocked" if not found.kept:
            return replace(found, begin=begin, end=end, weak=False, span=None, known=True)
        case "weekday" if not found.kept or begin == found.begin:
            return _with_weekday(page, found, values, begin, end)
        case _:
            return None


def _changed(page: _Page, found: Found, change: CompiledRule, values: dict[str, Any], begin: int, end: int) -> Found | None:
    meaning = change.rule.meaning
    if change.language is not found.rule.language and found.rule.language is not NUMERIC:
        return None
    if meaning not in CHANGES:
        return _reworded(page, found, change, values, begin, end)
    span = page.span(found)
    if span is not None and meaning in PAST_ONLY and span.start >= page.moment:
        span = page.resolved(found, -1)
    try:
        span = span and CHANGES[meaning](values, span, page.now(change.language, begin, end))
    except (ValueError, OverflowError):
        return None
    return span and replace(found, begin=begin, end=end, span=span, known=True, weak=False)


def _grown(page: _Page, found: Found) -> Found:
    """With the tails and heads that stand beside it, nearest first."""
    for _ in range(3):
        beside = list(page.tails.get(found.end, ()))
        if (gap := _GAP.match(page.text, found.end)) and gap.end() > found.end:
            beside += page.tails.get(gap.end(), ())
        grown = (_changed(page, found, rule, values, found.begin, page.closed(found.end, end)) for end, rule, values in beside)
        better = max((each for each in grown if each), key=lambda each: each.end, default=None)
        if better is None:
            break
        found = better
    for _ in range(4):
        heads = page.heads.get(found.begin, ())
        grown = (_changed(page, found, rule, values, begin, found.end) for begin, rule, values in heads)
        better = min((each for each in grown if each), key=lambda each: each.begin, default=None)
        if better is None:
            break
        found = better
    return found


def _ranged(page: _Page, found: list[Found]) -> Iterator[Found]:
    """Ranges of two expressions that a link joins."""
    starting: dict[int, list[Found]] = {}
    for each in found:
        starting.setdefault(each.begin, []).append(each)
    for first in found:
        gap = _GAP.match(page.text, first.end)
        for place in dict.fromkeys((first.end, gap.end() if gap else first.end)):
            for end, link in page.links.get(place, ()):
                if first.opened or not link.rule.values["opened"]:
                    yield from (each for second in starting.get(end, ()) if (each := _joined(page, first, second)))


def _joined(page: _Page, first: Found, second: Found) -> Found | None:
    one, two = page.span(first), page.span(second)
    if one is None or two is None or one.granularity is not two.granularity:
        return None
    if "month" in first.values and "year" in second.values and "year" not in first.values:
        one = page.resolved(replace(first, values={**first.values, "year": second.values["year"]})) or one
    elif two.start < one.start or ("year" in first.values and "year" not in second.values):
        two = _following(page, one, second)
    if two is None or not one.start < two.start:
        return None
    # Hours end where the last one begins: from ten to three.
    stop = two.start if two.granularity in {Granularity.HOUR, Granularity.MINUTE} else two.stop
    span = replace(one, stop=stop, confidence=min(one.confidence, two.confidence), relative=one.relative or two.relative)
    if "weekday" in first.values and not first.values.keys() & {"side", "weekside", "month"}:
        span = replace(span, confidence=0.4)  # Monday to Friday is more often every week than this one
    return Found(first.begin, second.end, second.rule, second.values, weak=False, span=span, known=True)


def _following(page: _Page, one: Span, second: Found) -> Span | None:
    """The second end of a range, read as the first such time after the first end."""
    now = page.now(second.rule.language, second.begin, second.end, 1)
    try:
        return MEANINGS[second.rule.rule.meaning](second.values, replace(now, moment=one.start, today=one.start))
    except (ValueError, OverflowError):
        return None


def _longest(found: list[Found]) -> Iterator[Found]:
    """Non-overlapping, in order; where two overlap the longer one stays."""
    best: Found | None = None
    for each in sorted(found, key=lambda each: (each.begin, -each.end)):
        if best is None or each.begin >= best.end:
            if best is not None:
                yield best
            best = each
        elif each.end - each.begin > best.end - best.begin:
            best = each
    if best is not None:
        yield best


def _tried(text: str, words: set[str]) -> Iterator[tuple[int, CompiledRule]]:
    if not _keys().isdisjoint(words):
        yield from _tokens(text, _spaced_rules(), _TOKENS)
    if not text.isascii() and _HAN.search(text):
        kana = _KANA.search(text) is not None
        yield from _tokens(text, _han_rules(kana=kana), _han_tokens(kana=kana))


def read(text: str, at: datetime, zone: tzinfo, order: str | None) -> list[tuple[int, int, Span]]:
    """Begin, end and interval of each expression of time, in order."""
    folded, places = fold(text)
    words = set(_WORDS.findall(folded))
    if _keys().isdisjoint(words) and (folded.isascii() or not _HAN.search(folded)):
        return []
    page = _Page(text if places is None else "".join(text[place] for place in places[:-1]), folded, at, zone, words, order)
    bare = list(islice(_phrases(page, _tried(folded, words)), _MOST_PHRASES))
    found = [_grown(page, each) for each in bare]
    if page.links:
        # "3月から5月まで": what is a tail on its own is a link between two.
        found += list(_ranged(page, [*found, *bare]))
    strong = _longest([each for each in found if not each.weak])
    expressions = ((each.begin, each.end, span) for each in strong if (span := page.span(each)))
    if places is None:
        return list(expressions)
    return [(places[begin], places[end], span) for begin, end, span in expressions]
