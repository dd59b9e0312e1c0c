"""Whether the right things hold in the end: what was replaced or retracted has ended, and nothing else has."""

from collections.abc import Mapping
from dataclasses import dataclass

from perdure.evaluation.understanding_matching import alike, paired, same
from perdure.evaluation.understanding_play import KeptMemory, Played
from perdure.evaluation.understanding_scores import Area, Measured, Miss, Score
from perdure.evaluation.understanding_set import History

__all__ = ["measure_profile"]

Slot = tuple[str, str, str]
"""Subject, attribute, value."""


@dataclass(frozen=True, slots=True)
class _Compared:
    """Labels beside what is known.

    `held` are the labelled current values that are current, `stale` the former ones that still are, `extra` those of `holding` that
    are neither.
    """

    current: list[Slot]
    former: list[Slot]
    holding: list[Slot]
    held: frozenset[int]
    stale: frozenset[int]
    extra: frozenset[int]


def measure_profile(history: History, played: Played) -> Measured:
    """The profile at the end of a history, and what was ended on the way there.

    "supersession right" counts only values that were read out of a turn at all: current ones that are current, and former ones that
    are not; "wrongly retired" the current ones that were read and have ended.
    """
    found = _compare(history, played)
    read = _read([*found.current, *found.former], played)
    read_current = [row for row in range(len(found.current)) if row in read]
    read_former = [row for row in range(len(found.former)) if row + len(found.current) in read]
    retired = [row for row in read_current if row not in found.held]
    lingering = [row for row in read_former if row in found.stale]
    scores = {
        "supersession right": Score(
            len(read_current) - len(retired) + len(read_former) - len(lingering), len(read_current) + len(read_former)
        ),
        "wrongly retired": Score(len(retired), len(read_current)),
        "former values still current": Score(len(lingering), len(read_former)),
        "current values found": Score(len(found.held), len(found.current)),
        "current values not labelled": Score(len(found.extra), len(found.holding)),
    }
    misses = [_retired(history, found.current[row], played) for row in retired]
    misses += [Miss(Area.PROFILE, history.id, "", "wrong", f"{_told(found.former[row])}: still current") for row in lingering]
    unread = [row for row in range(len(found.current)) if row not in found.held and row not in read_current]
    misses += [Miss(Area.PROFILE, history.id, "", "missed", _told(found.current[row])) for row in unread]
    misses += [Miss(Area.PROFILE, history.id, "", "invented", _told(found.holding[row])) for row in sorted(found.extra)]
    return Measured(Area.PROFILE, scores, tuple(misses))


def _compare(history: History, played: Played) -> _Compared:
    current, former = _slots(history.profile), _slots(history.former)
    holding = [(subject, held.name, held.value) for subject, listed in played.profile.items() for held in listed]
    pairs = paired(current, holding, _fit)
    taken = {column for _, column in pairs}
    # A value that is rightly current is no trace of a former one it resembles: "Berlin" after "East Berlin".
    left = [column for column in range(len(holding)) if column not in taken]
    stale = paired(former, [holding[column] for column in left], _fit)
    extra = set(left) - {left[place] for _, place in stale}
    return _Compared(
        current,
        former,
        holding,
        held=frozenset(row for row, _ in pairs),
        stale=frozenset(row for row, _ in stale),
        extra=frozenset(extra),
    )


def _slots(labelled: Mapping[str, Mapping[str, tuple[str, ...]]]) -> list[Slot]:
    return [(subject, name, value) for subject, held in labelled.items() for name, values in held.items() for value in values]


def _slot(memory: KeptMemory) -> Slot:
    return memory.subject, memory.attribute, memory.value


def _fit(label: Slot, found: Slot) -> float:
    if (label[0].casefold(), label[1]) != (found[0].casefold(), found[1]) or not alike(label[2], found[2]):
        return 0.0
    return 2.0 if same(label[2], found[2]) else 1.0


def _read(labels: list[Slot], played: Played) -> set[int]:
    """Which labelled values were read out of a turn; a memory stands for those that it fits best."""
    read: set[int] = set()
    for memory in played.memories:
        fits = [_fit(label, _slot(memory)) for label in labels]
        best = max(fits, default=0.0)
        read |= {row for row, fit in enumerate(fits) if fit == best and fit}
    return read


def _told(slot: Slot) -> str:
    return f"{slot[0]} · {slot[1]} = {slot[2]}"


def _retired(history: History, slot: Slot, played: Played) -> Miss:
    reasons = [memory.ended_because for memory in played.memories if memory.ended_because and _fit(slot, _slot(memory))]
    return Miss(Area.PROFILE, history.id, "", "wrong", f"{_told(slot)}: retired, {reasons[-1] if reasons else 'nobody knows why'}")
