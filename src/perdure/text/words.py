"""Text as the keyword index sees it: normalised words without stop words, runs of unspaced scripts cut into bigrams.

Normalisation happens here, above every engine, so that all engines index the same words. Stemming is the engine's, because
SQLite brings the Porter stemmer with its tokenizer.
"""

import re
import unicodedata
from typing import Final

__all__ = ["ANALYZER", "STOP_WORDS", "index_words", "is_unspaced", "query_words", "reader_words"]

ANALYZER: Final = 2
"""Version of how texts are read (words here, `traits`, times they speak of); an index made with another is rebuilt."""

# Function words of English: they carry no topic, and leaving them out of the question is worth +10 points of R@10 on LoCoMo.
STOP_WORDS: Final = frozenset(
    """a about above after again against all also am an and any are as at be because been before being below between both but by
    can cannot could did do does doing down during each few for from further had has have having he her here hers herself him
    himself his how i if in into is it its itself just me more most must my myself no nor not now of off on once only or other
    our ours ourselves out over own same shall she should so some such than that the their theirs them themselves then there
    these they this those through to too under until up us very was we were what when where which while who whom whose why will
    with would you your yours yourself yourselves
    aren couldn didn doesn don hadn hasn haven isn mightn mustn needn shan shouldn wasn weren wouldn ain
    s t d m ll ve re""".split()
)

# Scripts written without spaces: Han, kana, Hangul is spaced but agglutinates, Thai, Lao, Myanmar, Khmer.
_UNSPACED: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f\uac00-\ud7af\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
)
_WORD: Final = re.compile(r"\w+")
_RUN: Final = re.compile(rf"[{_UNSPACED}]+")
_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")
# What ends a word for \w but belongs to it in Indic and South-East Asian scripts.
_MARKS: Final = re.compile(r"(?<=\w)[\u200c\u200d]+(?=\w)")


def _normalise(text: str) -> str:
    return text.lower() if text.isascii() else _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _bigrams(run: str, *, singles: bool) -> list[str]:
    if len(run) == 1:
        return [run]
    pairs = [run[i : i + 2] for i in range(len(run) - 1)]
    return pairs + _HAN.findall(run) if singles else pairs


def _cut(word: str, *, singles: bool) -> list[str]:
    parts: list[str] = []
    end = 0
    for run in _RUN.finditer(word):
        if run.start() > end:
            parts.append(word[end : run.start()])
        parts += _bigrams(run.group(), singles=singles)
        end = run.end()
    if end < len(word):
        parts.append(word[end:])
    return parts


def _words(text: str, *, singles: bool) -> list[str]:
    normal = _normalise(text)
    words = [word for word in _WORD.findall(normal) if word not in STOP_WORDS]
    if normal.isascii():
        return words
    # Combining marks are no word characters; joining what they split keeps vowel signs with their consonants.
    words = [word for word in _letters(normal) if word not in STOP_WORDS]
    return [part for word in words for part in _cut(word, singles=singles)]


def _letters(text: str) -> list[str]:
    spaced = "".join(ch if ch.isalnum() or ch == "_" or unicodedata.category(ch)[0] == "M" else " " for ch in text)
    return spaced.split()


def index_words(text: str) -> list[str]:
    """The words a text is found by.

    Runs of unspaced scripts become overlapping pairs; Han characters also stand alone, because one character can be a word.
    """
    return _words(text, singles=True)


def query_words(text: str) -> list[str]:
    """The words of a question, without repetition and in their order. A question of stop words alone has none."""
    return list(dict.fromkeys(_words(text, singles=False)))


def is_unspaced(text: str) -> bool:
    """Whether a text has letters of a script that is written without spaces."""
    return _RUN.search(text) is not None


def reader_words(text: str) -> int:
    """How many words a reader counts; two characters of an unspaced script make about one."""
    spaced = len(text.split())
    return spaced if text.isascii() else max(spaced, sum(map(len, _RUN.findall(text))) // 2)
