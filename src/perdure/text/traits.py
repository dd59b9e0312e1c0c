"""What a text is like, found once when it is stored."""

import re
from typing import Final

from perdure.ports.index import Flag

__all__ = ["NAME", "flags_of", "sentences"]

_SPLIT: Final = re.compile(r"\w+")
_DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS: Final = "january february april june july august september october november december"
_TIMES: Final = f"yesterday today tomorrow tonight ago last next week weekend month year morning recently soon {_DAYS} {_MONTHS}".split()
_TIME_WORDS: Final = frozenset(_TIMES) | {f"{word}s" for word in _TIMES}
_YEAR: Final = re.compile(r"\b\d{4}s?\b")
_QUESTION_MARKS: Final = ("?", "？", "؟")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])|\n+")
_MONTH_OR_VERB: Final = re.compile(r"\b(?:May|March)\b(?!\s+(?:I|we|you|he|she|they|it|be|all|on)\b)")
_NUMBER_WORDS: Final = frozenset(
    """one two three four five six seven eight nine ten dozen once twice couple few several first second third
    zwei drei vier fünf sechs sieben acht neun zehn dos tres cuatro cinco seis siete ocho nueve diez
    deux trois quatre cinq sept huit neuf dix""".split()
)
_NUMBER: Final = re.compile(r"\d|[一二两三四五六七八九十百千][个只条本年月日次块人]")
_CAPITAL: Final = "A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞİŁŃŇÓŘŚŠŤŮŹŻŽА-ЯЁ"
# A capital letter that no sentence, line or list begins with, or a word in capitals. The speaker's own name is no news, but few
# turns hold only that.
NAME: Final = re.compile(
    rf"(?<![.!?…:\n\"“'’-] )(?<!^)(?<![\"“'’\n])\b[{_CAPITAL}][^\W\d_A-Z]+|\b[A-Z]{{3,}}\b|(?<=\b[DM]r\. )[{_CAPITAL}]\w+"
)
_INSTRUCTION: Final = re.compile(
    r"(?:^|[.!?\n])[ ]?(?:(?:please|and|also|so|but)[, ])?"
    r"(?:always(?! (?:an?|the|so|been|was|is)\b)|never(?! (?:mind|heard|been|had|was|again|an?|thought|seen|knew|did|got)\b)"
    r"|remember to|make sure (?:to|you)"
    r"|(?:whenever|every time) (?:i|you) (?:ask|answer|mention|reply|respond|write|suggest|recommend)"
    r"|in (?:the )?future,? (?:please|always|never|don['’]t|do not|call|use|keep|answer|reply|write|give))\b"
    r"|\b(?:always|never)\b[^.!?\n]{0,120}\bwhen(?:ever)? i (?:ask|mention)\b"
    r"|\bfrom now on\b(?!,? i\b)"
    r"|(?:^|[.!?\n] ?)(?:bitte )?(?:antworten?|schreiben?|schreib|nenne|benutze|verwende|responde|escribe|usa|réponds|répondez|écris)\b"
    r"[^.!?\n]{0,60}\b(?:immer|siempre|toujours)\b"
    r"|\b(?:ab jetzt|von jetzt an|a partir de ahora|à partir de maintenant|désormais)\b"
    r"|从现在开始|以后(?:请|都|要)|每次(?:都|请)|これからは|今後は",
    re.IGNORECASE,
)
_PREFERENCE: Final = re.compile(
    r"\b(?:prefer(?:red|s|ence|ences)?|favou?rites?|rather than|instead of|would rather|i'd rather"
    r"|am liebsten|lieber|bevorzuge|prefiero|favorit[oa]|préfère|préféré|aime mieux)\b|\blieblings"
    r"|更喜欢|最喜欢|偏好|(?:の|ほう|方)が好き|が一番好き",
    re.IGNORECASE,
)
_INSTRUCTION_CHARACTERS: Final = 300
"""A standing instruction is said in a sentence or two; "always" deep in a long text is part of a story."""
# A text without one of these words needs no closer look; looking them up costs a tenth of the patterns.
_INSTRUCTION_HINTS: Final = frozenset(
    "always never now whenever every future remember sure immer siempre toujours jetzt ahora maintenant désormais".split()
)
_PREFERENCE_HINTS: Final = frozenset(
    """prefer preferred prefers preference preferences favorite favorites favourite favourites rather instead liebsten lieber bevorzuge
    prefiero favorito favorita préfère préféré mieux""".split()
)


def flags_of(text: str) -> int:
    """`Flag` bits of a text."""
    words = set(_SPLIT.findall(text.lower()))
    foreign = not text.isascii()
    found = Flag.QUESTION if any(mark in text for mark in _QUESTION_MARKS) else 0
    if not words.isdisjoint(_TIME_WORDS) or _YEAR.search(text) or _MONTH_OR_VERB.search(text):
        found |= Flag.TIME_WORD
    if not words.isdisjoint(_NUMBER_WORDS) or _NUMBER.search(text):
        found |= Flag.NUMBER
    if NAME.search(text):
        found |= Flag.NAME
    if (foreign or not words.isdisjoint(_PREFERENCE_HINTS) or "Lieblings" in text) and _PREFERENCE.search(text):
        found |= Flag.PREFERENCE
    if len(text) <= _INSTRUCTION_CHARACTERS and (foreign or not words.isdisjoint(_INSTRUCTION_HINTS)) and _INSTRUCTION.search(text):
        found |= Flag.INSTRUCTION
    return found


def sentences(text: str) -> list[str]:
    """The text's sentences and lines, stripped, in order."""
    return [part.strip() for part in _SENTENCE_END.split(text) if part.strip()]
