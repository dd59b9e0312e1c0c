"""Where a value ends: the shortest words that answer, without article, possessive, time or what the sentence goes on to say."""

import re
from collections.abc import Iterator
from typing import Final

from perdure.memories.extraction.english.words import NOT_A_NAME

__all__ = ["Span", "aim", "listed", "noun", "person", "proper"]

Span = tuple[int, int]

_SYMBOLS: Final = "\u2190-\u2bff\U0001f000-\U0001faff\ufe0f"
_MONTHS: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_CUT: Final = re.compile(
    rf"[.,](?!\d)|[;:!?()\[\]\"…\n|{_SYMBOLS}]|\s[-–—]+\s|--|"
    r"(?<![\w'])(?:and|but|so|because|cause|cuz|coz|bc|b/c|since|as|who|whom|which|that|when|whenever|where|while|"
    r"if|unless|although|though|tho|until|till|before|after|during|right\s+now|now|nowadays|currently|"
    r"at\s+(?:the\s+moment|present|night|home|work|least|first|all|noon|\d)|atm|these\s+days|today|tomorrow|"
    r"yesterday|tonight|last\s+(?:week|month|year|night|summer|winter|spring|fall|autumn|weekend|\w+day)|"
    r"next\s+(?:week|month|year|summer|winter|spring|fall|autumn|weekend|term|semester|\w+day)|this\s+(?:week|"
    r"month|year|summer|winter|spring|fall|autumn|weekend|morning|afternoon|evening|time)|"
    r"ago|too|also|either|instead|again|any\s?more|lol|haha+|btw|please|pls|thanks|actually|already|recently|"
    r"lately|anyway|yet|still|or|than|i|i'm|im|i've|i'd|i'll|my|we|we're|he|she|it|it's|they|you|your|is|was|are|"
    r"were|isn't|has|have|had|will|"
    r"would|can|could|for\s+(?:the|about|over|almost|nearly|around|more|\d+|a|an|two|three|four|five|six|seven|"
    r"eight|nine|ten|years|months|ages|now|my|me|us|work|fun|breakfast|lunch|dinner|\w+\s+years)|"
    r"by\s+(?:the\s+way|trade|profession|then|now|day|\d+|next)|with(?:out)?|about|from|every|each|once|twice|"
    r"on\s+(?:weekends?|sundays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|weekdays|monday|the|"
    r"a|my|\d)|"
    rf"in\s+(?:(?:{_MONTHS}|\d+|the|a|an|my|our|two|three|four|five|six|a\s+few|case|general|fact|order|addition|"
    r"my)\b)|(?:around|round)\s+(?:here|the)|together|ok|okay|right|ever|a\s+lot|so\s+much|very\s+much|more|most|"
    r"though|full[- ]time|part[- ]time|"
    r"just|there|here|then|to|into|due|via|not|never|only|like|such|plus|despite|except|besides|otherwise|however|"
    r"fyi|af|tbh|imo|of\s+course|back\s+in|over\s+the|within|since|(?:a|one|two|three|few)\s+(?:weeks?|months?|"
    r"years?|days?)\s+(?:ago|back))(?![\w'])",
    re.IGNORECASE,
)
_DETERMINER: Final = re.compile(
    r"\s*(?:(?:a|an|the|my|our|his|her|their|some|any|all|this|these|both|being|of|kind\s+of|bit\s+of|"
    r"little\s+bit\s+of|own|(?-i:new))\s+)*",
    re.IGNORECASE,
)
_CAPITAL: Final = r"[A-ZÀ-ÖØ-Þ0-9][\w'&.+/-]*"
_PROPER: Final = re.compile(
    rf"{_CAPITAL}(?:(?:\s+(?:of|de|la|le|du|del|di|da|van|von|der|den|the|und|y|et|on|upon|al|el|"
    rf"e)){{0,2}}\s+{_CAPITAL}|\s+&\s+{_CAPITAL})*"
)
_PERSON: Final = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s+)?[A-ZÀ-ÖØ-Þ][\w'’-]*(?:\s+(?:[A-Z]\.|(?:de|la|van|von|der|den|di|da|del|bin|"
    r"al|el|O)\s+)?\s*[A-ZÀ-ÖØ-Þ][\w'’-]+){0,3}"
)
_NOT_PROPER: Final = frozenset("I I'm I've I'd I'll And But So Because Since OK Ok LOL Btw BTW My We".split())
_TAIL: Final = re.compile(r"[\s'\"’“”.,*_~&-]+$")
_LOW_NAME: Final = re.compile(r"[a-zà-ÿ]{2,20}(?![\w'-])")
_LIST_JOINT: Final = re.compile(
    r"\s*(?:,\s*(?:and|or|as well as|plus)?\s+|,\s*|\s+(?:and|or|as\s+well\s+as|plus)\s+|\s*(?:&|\+|"
    r"/)\s*)(?:(?:also|especially|then)\s+)?"
)


def noun(said: str, begin: int, end: int, *, words: int = 6) -> Span | None:
    """A noun phrase without determiners, at most so many words long."""
    match = _DETERMINER.match(said, begin, end)
    begin = match.end() if match else begin
    cut = _CUT.search(said, begin, end)
    return trimmed(said, begin, cut.start() if cut else end, words=words)


def trimmed(said: str, begin: int, end: int, *, words: int) -> Span | None:
    """The span without what is no letter at its edges; None when nothing or too much is left."""
    text = said[begin:end]
    begin += len(text) - len(text.lstrip(" \t'\"“”‘*_~,.:;-"))
    tail = _TAIL.search(said, begin, end)
    end = tail.start() if tail else end
    if begin >= end or len(said[begin:end].split()) > words or not any(sign.isalnum() for sign in said[begin:end]):
        return None
    return begin, end


def proper(said: str, begin: int, end: int) -> Span | None:
    """A name of something, in capitals, or else a noun phrase of up to three words (people type in lower case)."""
    match = _DETERMINER.match(said, begin, end)
    begin = match.end() if match else begin
    named = _PROPER.match(said, begin, end)
    if named is None:
        return noun(said, begin, end, words=4)
    stop = named.end()
    words = named.group().split()
    while words and words[-1] in _NOT_PROPER:
        stop -= len(words.pop()) + 1
    return trimmed(said, begin, max(stop, begin), words=8)


def person(said: str, begin: int, end: int) -> Span | None:
    """The name of a person, as far as capitals go; in lower case one word that is no other word."""
    match = _PERSON.match(said, begin, end)
    if match and match.group() not in _NOT_PROPER:
        return trimmed(said, begin, match.end(), words=5)
    word = _LOW_NAME.match(said, begin, end)
    if word is None or word.group() in NOT_A_NAME or word.group().endswith(("ing", "ly")):
        return None
    return word.span()


_AIM_ENDS: Final = re.compile(
    r"[.,](?!\d)|[;:!?()\n]|\s[-–—]+\s|\s(?:but|because|so|before|by|and\s+(?:i|we|my|need|want|have)|this|next|"
    r"in\s+(?:\d|the\s+next|january|february|march|april|may|june|july|august|september|october|november|december)|"
    r"with(?:out)?|while|which|btw|lol|since|until|as)\b",
    re.IGNORECASE,
)


def aim(said: str, begin: int, end: int) -> Span | None:
    """What one is after: a phrase with its verb and object."""
    cut = _AIM_ENDS.search(said, begin, end)
    determiner = _DETERMINER.match(said, begin, end)
    return trimmed(said, determiner.end() if determiner else begin, cut.start() if cut else end, words=8)


def listed(said: str, begin: int, end: int, *, words: int = 4) -> Iterator[Span]:
    """The items of an enumeration of noun phrases.

    After a comma alone an item must lead on or end the clause: "cilantro, tastes like soap" is one thing, "cats, dogs and tea" are three.
    """
    after_comma = False
    while begin < end:
        span = noun(said, begin, end, words=words)
        if span is None:
            return
        joint = _LIST_JOINT.match(said, span[1], end)
        ends = not said[span[1] : end].strip(" .!,;:)~*'\"") and len(said[span[0] : span[1]].split()) < 3
        if after_comma and joint is None and not ends:
            return
        yield span
        if joint is None:
            return
        after_comma = not any(sign in joint.group() for sign in "&+/adro")
        begin = joint.end()
