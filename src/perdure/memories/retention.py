"""Which memories have had their time."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from perdure.model.checks import aware
from perdure.model.memory import Kind, Memory
from perdure.model.policies import RetentionPolicy
from perdure.model.statement import Reason
from perdure.model.usage import Usage

__all__ = ["Expiry", "expired", "is_lasting"]

_LASTING: Final = frozenset(
    """name nickname age birthday pronouns employer occupation home origin relationship partner child sibling parent phone email account
    timezone language school studies religion allergy medication condition diet""".split()
)
# What was remembered without an attribute may concern somebody's health all the same. Parts of words, in the languages that are read here.
_HEALTH_WORDS: Final = re.compile(
    r"allerg|alérgi|intoleran|unverträglich|anaphyla|\bepi-?pen|coeliac|celiac|zöliakie|celíac|cœliaque|diabet|diabét|epilep|asthma|\basma|asthme"
    r"|medicati|medicin|medikament|médicament|medicament|insulin|pacemaker|blood type|blutgruppe|groupe sanguin|grupo sanguíneo"
    r"|过敏|過敏|アレルギー|糖尿|哮喘|喘息|癫痫|てんかん|服药|服用|血型|血液型",
    re.IGNORECASE,
)
_READ: Final = 4_000
_NEVER_USED: Final = Usage()


@dataclass(frozen=True, slots=True)
class Expiry:
    """A memory that has had its time, with the reason for people; `consolidate`: it is to be folded with others of its topic first."""

    id: str
    because: str
    consolidate: bool = False


def is_lasting(memory: Memory) -> bool:
    """Whether no policy may end a memory: pinned, a directive, who somebody is, or something of their health."""
    if memory.pinned or memory.kind is Kind.DIRECTIVE or memory.reason == Reason.IDENTITY:
        return True
    return memory.attribute in _LASTING or _HEALTH_WORDS.search(memory.text[:_READ]) is not None


def expired(memories: Iterable[Memory], usage: Mapping[str, Usage], now: datetime, policy: RetentionPolicy) -> list[Expiry]:
    """Current memories that nobody touched for as long as the policy says, and that were used less often than it asks for.

    A memory is touched when it is said and when an answer rests on it. What somebody called useful more often than not stays.

    Args:
        memories: current or ended; ended ones are passed over.
        usage: by memory id; one that is missing was never used.
        now: the moment to judge from.
        policy: what is kept how long.

    Raises:
        NaiveDatetime: `now` has no time zone.
    """
    aware(now)
    found: list[Expiry] = []
    for memory in memories:
        rule = policy.of(memory.kind)
        if rule.untouched is None or memory.ended_at is not None:
            continue
        counted = usage.get(memory.id, _NEVER_USED)
        touched = memory.said_at if counted.last_used is None else max(memory.said_at, counted.last_used)
        # Something said ahead, such as a plan for next year, has not begun to age.
        touched = max(touched, memory.valid_from)
        if now - touched < rule.untouched or counted.used >= rule.used_below or counted.useful > counted.not_useful or is_lasting(memory):
            continue
        days = (now - touched).days
        because = (
            f"expired: not used for {days:,} days, and {counted.used} times before"
            if counted.used
            else f"expired: not used for {days:,} days"
        )
        found.append(Expiry(memory.id, because, rule.consolidate))
    return found
