"""Several memories of one day and topic into one: which belong together, and what they say together.

Also the words that a text says something with, by which it is told what was said already.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from perdure.errors import InvalidOption
from perdure.memories.profile import folded
from perdure.memories.retention import is_lasting
from perdure.model.memory import Kind, Memory
from perdure.model.policies import ConsolidationPolicy
from perdure.model.statement import USER, Reason
from perdure.text.traits import sentences
from perdure.text.words import is_unspaced, query_words

__all__ = ["Consolidation", "clusters", "consolidated", "is_foldable", "said_words"]

_BLOCK: Final = 400
"""Memories that are compared with each other at once; of a longer day those said near each other."""
_SHARED_WORD: Final = 0.15
_SHARED_MOST: Final = 2
"""Each of two words that two memories share brings them closer; a third says nothing new."""
_COMMON_SHARE: Final = 0.6
"""A word of more than this share of a day's memories tells no topic."""
# Words of everyday talk, which memories of any topic share.
_EVERYDAY: Final = frozenset(
    """today yesterday tomorrow tonight morning afternoon evening night day week weekend month year time hour minute monday tuesday
    wednesday thursday friday saturday sunday new good great nice bad big little lot like love want need got get getting went go going
    come came take took make made buy bought see saw said say told think thought know finally really still also first last next one two
    three people thing user heute gestern morgen neu neue hoy ayer nuevo nueva aujourd hui hier nouveau nouvelle""".split()
)
_ENGLISH: Final = frozenset("the and of to is are my we our your with for have had i it they he she at on this that".split())

_READ: Final = 4_000
"""Characters of a text that are compared."""
_NEGATION: Final = frozenset("not cannot dont cant doesnt no never stop avoid without nicht kein keine keinen nie ohne nunca sin".split())
# A negation in French has two words; they count once.
_NEGATION_FRENCH: Final = frozenset({"n", "ne", "pas", "jamais", "sans"})
_HATE: Final = ("hate", "dislike", "detest", "loathe")
_LIKE: Final = ("love", "like", "enjoy", "adore", *_HATE)
_USE: Final = "using including adding uses usa usar utiliza utilices utilise utiliser benutze verwende include add put".split()
_SAME_WORD: Final[dict[str, str]] = {**dict.fromkeys(_LIKE, "like"), **dict.fromkeys(_USE, "use")}
# Words that a statement has or lacks without saying anything else. Words of place and time ("before", "off") are none of them.
_LIGHT: Final = frozenset(
    """a an the i me my we our you your it its am is are be m s ca wo d ll ve re do does did please really also actually just so very
    ok okay again anymore any more longer now can may will wieder bitte jetzt mehr de nuevo por favor plus des du encore
    answer reply replie response message""".split()
)
_NOT: Final = re.compile(r"n['’]t\b")
_CANNOT_STAND: Final = re.compile(r"\b(?:can['’]?t|cannot|can not) stand\b")
_IN_ANSWERS: Final = re.compile(r"\bin (?:(?:my|your|the|our|any|all) )?(?:answers?|repl(?:y|ies)|responses?|messages?)\b")
_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W_]+[+#]*")
_NOT_UNSPACED: Final = re.compile("不要|不用|不再|不|别|別|勿|没有|ないでください|しないで|ないで|ません|ない")
_LIGHT_UNSPACED: Final = re.compile(r"[\W_]|请|請|可以|再|了|吧|又|还|私は|ください|して|する|した|もう|また")


def said_words(text: str) -> tuple[list[str], int]:
    """The words that a text says something with, in order, and how many negate.

    Two texts with the same words and count say the same. One with the same words and no negation where the other has one says the
    opposite: "don't use emoji", "use emojis again". Liking and hating count as one word, and hating as a negation.
    """
    plain = folded(text[:_READ])
    if is_unspaced(plain):
        left = _LIGHT_UNSPACED.sub("", _NOT_UNSPACED.sub("", plain))
        return ([left] if left else []), len(_NOT_UNSPACED.findall(plain))
    plain = _IN_ANSWERS.sub("", _NOT.sub(" not", _CANNOT_STAND.sub("hate", plain)))
    kept: list[str] = []
    negations = 0
    french = False
    for word in map(_one, _WORD.findall(plain)):
        negations += word in _NEGATION or word in _HATE
        french = french or word in _NEGATION_FRENCH
        if word not in _NEGATION and word not in _NEGATION_FRENCH and word not in _LIGHT:
            kept.append(_SAME_WORD.get(word, word))
    return kept, negations + french


def _one(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@dataclass(frozen=True, slots=True)
class Consolidation:
    """What several memories of one topic become: a memory of kind `consolidated` that is still to be stored.

    `members` are the ids of the memories, which end by it; `sources` the turns that they came from, in order, each once. It was said
    when the last of them was (`said_at`), holds from the first on (`valid_from`), and is as sure as the least sure.
    """

    text: str
    subject: str
    source: str
    sources: tuple[str, ...]
    members: tuple[str, ...]
    said_at: datetime
    valid_from: datetime
    thread_id: str | None
    confidence: float

    @property
    def metadata(self) -> dict[str, Any]:
        """What is kept beside the text."""
        return {"consolidates": list(self.members)}


def is_foldable(memory: Memory) -> bool:
    """Whether a memory may end by becoming part of another.

    Episodes and facts only; nothing that fits the profile, that the user asked to keep or pinned, or that concerns who they are or
    their health.
    """
    plain = memory.kind in {Kind.EPISODE, Kind.FACT} and memory.attribute is None and memory.ended_at is None
    return plain and memory.reason != Reason.ASKED and not is_lasting(memory)


def clusters(memories: Sequence[Memory], vectors: NDArray[np.float32], policy: ConsolidationPolicy) -> list[list[int]]:
    """Positions of the memories that are to become one, each cluster in the order in which they were said; the rest stays.

    Memories of one day (of who said them), about the same subject and of the same source, by average linkage over the cosine of
    their vectors and the words they share. The order of the memories makes no difference.

    Args:
        memories: any number, of any days.
        vectors: a unit row for each, shape (memories, dimension); a row of zeros is compared by words only.
        policy: how many, and how close.

    Raises:
        InvalidOption: there is not one vector for each memory.
    """
    if len(vectors) != len(memories):
        raise InvalidOption(f"{len(memories)} memories need as many vectors, not {len(vectors)}. Nothing was changed.")
    of_day = Counter(_day(memory) for memory in memories)
    groups: dict[tuple[date, str, str], list[int]] = {}
    for place, memory in enumerate(memories):
        if is_foldable(memory) and of_day[_day(memory)] >= policy.least:
            groups.setdefault((_day(memory), memory.subject or USER, memory.source), []).append(place)
    found: list[list[int]] = []
    for _, places in sorted(groups.items()):
        places.sort(key=lambda place: (memories[place].said_at, memories[place].id))
        for start in range(0, len(places), _BLOCK):
            block = places[start : start + _BLOCK]
            closeness = _closeness([memories[place].text for place in block], vectors[block])
            linked = _linked(closeness, policy.closeness)
            found += [[block[place] for place in cluster] for cluster in linked if len(cluster) >= policy.cluster]
    return found


def _day(memory: Memory) -> date:
    return memory.said_at.date()


def _closeness(texts: list[str], vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """How close texts are to each other, shape (texts, texts)."""
    said = [{_one(word) for word in query_words(text[:_READ])} - _EVERYDAY for text in texts]
    spread = Counter(word for words in said for word in words)
    most = max(3.0, len(texts) * _COMMON_SHARE)
    column = {word: place for place, word in enumerate(sorted(word for word, count in spread.items() if 1 < count <= most))}
    held = np.zeros((len(texts), len(column)), dtype=np.float32)
    for row, words in enumerate(said):
        held[row, [column[word] for word in words if word in column]] = 1
    shared = np.minimum(held @ held.T, _SHARED_MOST)
    meant = vectors @ vectors.T
    # To an embedder trained on English, all sentences of another language are close: there only a word in common counts.
    english = np.array([not _ENGLISH.isdisjoint(_WORD.findall(text[:_READ].casefold())) for text in texts])
    meant[~(english[:, None] & english) & (shared == 0)] = 0
    return np.minimum(meant + _SHARED_WORD * shared, 1.0).astype(np.float64)


def _linked(closeness: NDArray[np.float64], least: float) -> list[list[int]]:
    """Average linkage (Sokal, Michener 1958): the two closest clusters are joined as long as they are close enough."""
    closeness = closeness.copy()
    np.fill_diagonal(closeness, -np.inf)
    members = [[place] for place in range(len(closeness))]
    while len(members) > 1:
        one, other = sorted(divmod(int(np.argmax(closeness)), len(closeness)))
        if closeness[one, other] < least:
            break
        sizes = len(members[one]), len(members[other])
        joined = (closeness[one] * sizes[0] + closeness[other] * sizes[1]) / sum(sizes)
        closeness[one] = closeness[:, one] = joined
        closeness[one, one] = -np.inf
        closeness[other] = closeness[:, other] = -np.inf
        members[one] += members[other]
        members[other] = []
    return [sorted(cluster) for cluster in members if cluster]


def consolidated(memories: Sequence[Memory], policy: ConsolidationPolicy) -> Consolidation:
    """Say in one text what several memories say: their own sentences in their order, each once, the most telling ones if not all fit.

    Raises:
        InvalidOption: there is no memory, or they are of several subjects or sources.
    """
    subjects = {memory.subject or USER for memory in memories}
    origins = {memory.source for memory in memories}
    if len(subjects) != 1 or len(origins) != 1:
        raise InvalidOption("Only memories of one subject and one source become one. Nothing was changed.")
    ordered = sorted(memories, key=lambda memory: (memory.said_at, memory.id))
    threads = {memory.thread_id for memory in ordered}
    return Consolidation(
        text=_told(ordered, policy.characters),
        subject=subjects.pop(),
        source=origins.pop(),
        sources=tuple(dict.fromkeys(source for memory in ordered for source in memory.sources)),
        members=tuple(memory.id for memory in ordered),
        said_at=ordered[-1].said_at,
        valid_from=min(memory.valid_from for memory in ordered),
        thread_id=threads.pop() if len(threads) == 1 else None,
        confidence=min(memory.confidence for memory in ordered),
    )


def _told(memories: Sequence[Memory], characters: int) -> str:
    lines: dict[object, str] = {}
    for memory in memories:
        for sentence in sentences(memory.text[:_READ]):
            line = " ".join(sentence.split())
            words, negations = said_words(line)
            lines.setdefault((*words, negations) if words else line, line if line[-1] in ".!?…。！？" else f"{line}.")
    listed = list(lines.values())
    if sum(map(len, listed)) + len(listed) <= characters + 1:
        return " ".join(listed)
    return " ".join(listed[place] for place in sorted(_most_telling(listed, characters)))[:characters]


def _most_telling(lines: list[str], characters: int) -> list[int]:
    """The sentences that bring most new words for their length, as many as fit; a cut one if none does."""
    words = [set(query_words(line)) for line in lines]
    left, said, chosen = characters, set[str](), list[int]()
    candidates = [place for place, line in enumerate(lines) if len(line) <= characters]
    if not candidates:
        lines[0] = f"{lines[0][: characters - 1].rstrip()}…"
        return [0]
    while candidates:
        best = max(candidates, key=lambda place: (len(words[place] - said) / (len(lines[place]) + 1), -place))
        chosen.append(best)
        said |= words[best]
        left -= len(lines[best]) + 1
        candidates = [place for place in candidates if place != best and len(lines[place]) <= left]
    return chosen
