"""How long memories are kept, and when several become one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from perdure.errors import InvalidOption
from perdure.model.memory import Kind

__all__ = ["ConsolidationPolicy", "Retention", "RetentionPolicy"]


@dataclass(frozen=True, slots=True)
class Retention:
    """When a memory has had its time: `untouched` for so long (None: never) and used fewer than `used_below` times.

    `consolidate`: it is to be folded into a consolidated memory with others of its topic before it ends.
    """

    untouched: timedelta | None = timedelta(days=365)
    used_below: int = 3
    consolidate: bool = False

    def __post_init__(self) -> None:
        if (self.untouched is not None and self.untouched <= timedelta(0)) or self.used_below < 1:
            raise InvalidOption("A Retention needs untouched > 0 (or None) and used_below >= 1. Nothing was done.")


@dataclass(frozen=True, slots=True)
class RetentionPolicy:
    """How long memories are kept: `default`, and what else holds for single kinds.

        >>> RetentionPolicy(kinds={Kind.EPISODE: Retention(timedelta(days=90), consolidate=True)}).of(Kind.EPISODE).untouched.days
        90

    Whatever it says, pinned memories, directives, who the user is, and what concerns their health never end by it.
    """

    default: Retention = Retention()
    kinds: Mapping[Kind, Retention] = field(default_factory=dict[Kind, Retention])

    def of(self, kind: Kind) -> Retention:
        """What holds for a kind."""
        return self.kinds.get(kind, self.default)


@dataclass(frozen=True, slots=True)
class ConsolidationPolicy:
    """When memories of one day become one.

    `least`: fewer memories in a day are left as they are. `cluster`: so many of one topic become one. `closeness`: how close the
    members are on average, from 0 (all is one topic) to 1 (only the same words); .25 was found on hand-written days, with both
    embedders that come with Perdure, to put hardly anything together that is of two topics. `characters`: the length of what they
    become, at most.
    """

    least: int = 5
    cluster: int = 3
    closeness: float = 0.25
    characters: int = 600

    def __post_init__(self) -> None:
        if self.least < 1 or self.cluster < 2 or not 0 <= self.closeness <= 1 or self.characters < 100:
            raise InvalidOption(
                "A ConsolidationPolicy needs least >= 1, cluster >= 2, closeness from 0 to 1 and characters >= 100. Nothing was done."
            )
