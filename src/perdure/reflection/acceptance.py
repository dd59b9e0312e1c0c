"""What of a model's answers may be believed, in the words of the store; what is turned away is counted by its reason."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

import msgspec

from perdure.model.memory import Kind, Memory
from perdure.model.statement import Reason, Statement
from perdure.model.thread import ActionItem, Noted
from perdure.model.turn import Role, Turn
from perdure.reflection.evidence import Claim, Rejection, check_statement, supporting_clause
from perdure.reflection.prompts.consolidate import Consolidated
from perdure.reflection.prompts.data import FAMILY, TURN_CHARACTERS
from perdure.reflection.prompts.extract import FoundStatement, FoundStatements
from perdure.reflection.prompts.summarise import FoundAction, FoundDecision, FoundSummary
from perdure.reflection.summaries import Said, check_text
from perdure.reflection.tokens import find, tokens

__all__ = [
    "LLM_CONFIDENCE",
    "Accepted",
    "AcceptedConsolidation",
    "AcceptedSummary",
    "accepted_consolidation",
    "accepted_statements",
    "accepted_summary",
]

T = TypeVar("T")

LLM_CONFIDENCE: Final = 0.7
"""Of a statement that a model found and its turn bears out; below what rules are sure of."""
_REASONS: Final = {
    Kind.FACT: Reason.FACT,
    Kind.PREFERENCE: Reason.PREFERENCE,
    Kind.DIRECTIVE: Reason.DIRECTIVE,
    Kind.EPISODE: Reason.EVENT,
}


@dataclass(frozen=True, slots=True)
class Accepted(Generic[T]):
    """What may be believed, and how much was turned away for which reason.

    `plain` are statements whose attribute is not borne out (counted as turned away), as the sentences that they were read from: the user's
    own words, worth keeping only where something else than the model says so, too.
    """

    items: tuple[T, ...]
    plain: tuple[T, ...] = ()
    rejected: Counter[Rejection] = field(default_factory=Counter[Rejection])


@dataclass(frozen=True, slots=True)
class AcceptedSummary:
    """What may be believed of a summary; `summary` is None if its text may not."""

    summary: str | None
    decisions: tuple[Noted, ...]
    action_items: tuple[ActionItem, ...]
    rejected: Counter[Rejection]


@dataclass(frozen=True, slots=True)
class AcceptedConsolidation:
    """A sentence and the memories that it sums up."""

    text: str
    memories: tuple[Memory, ...]


def accepted_statements(answer: FoundStatements, turns: Sequence[Turn], attributes: Collection[str]) -> Accepted[Statement]:
    """The statements that the turns bear out, without repetitions.

    `turns` and `attributes` are those that the prompt was given, the turns in their order.
    """
    found: dict[tuple[object, ...], Statement] = {}
    plain: dict[tuple[object, ...], Statement] = {}
    rejected: Counter[Rejection] = Counter()
    for statement in answer.statements:
        made = _statement(statement, turns) if _is_known(statement.attribute, attributes) else Rejection.ATTRIBUTE
        if isinstance(made, Rejection):
            rejected[made] += 1
        else:
            found.setdefault((made.source, made.text, made.attribute, made.value), made)
        if made is Rejection.ATTRIBUTE and not statement.negated:
            bare = _statement(msgspec.structs.replace(statement, attribute=None), turns)
            if isinstance(bare, Statement):
                plain.setdefault((bare.source, bare.text), bare)
    return Accepted(tuple(found.values()), tuple(plain.values()), rejected)


def _is_known(attribute: str | None, attributes: Collection[str]) -> bool:
    if attribute is None or (attribute in attributes and not attribute.endswith(FAMILY)):
        return True
    families = [name.removesuffix(FAMILY) for name in attributes if name.endswith(FAMILY)]
    return any(attribute.startswith(family) and attribute != family.strip() for family in families)


def _statement(found: FoundStatement, turns: Sequence[Turn]) -> Statement | Rejection:
    if found.turn > len(turns):
        return Rejection.TURN
    turn = turns[found.turn - 1]
    if turn.role is not Role.USER:
        return Rejection.ROLE
    kind = Kind(found.kind)
    claim = Claim(found.quote, found.subject, found.attribute, found.value, negated=found.negated, order=kind is Kind.DIRECTIVE)
    supported = check_statement(claim, turn.text, turn.speaker)
    if isinstance(supported, Rejection):
        return supported
    return Statement(
        text=supported.clause,
        kind=kind,
        reason=Reason.RETRACTION if found.negated else _REASONS[kind],
        source=turn.id,
        said_at=turn.said_at,
        valid_from=turn.said_at,
        subject=supported.subject,
        attribute=found.attribute,
        value=found.value if found.attribute else None,
        retracts=found.negated,
        confidence=LLM_CONFIDENCE,
    )


def accepted_summary(answer: FoundSummary, turns: Sequence[Turn], summary_so_far: str = "") -> AcceptedSummary:
    """What the turns and the summary so far bear out; `turns` are those that the prompt was given, in their order."""
    rejected: Counter[Rejection] = Counter()
    sources = [_said(turn) for turn in turns]
    refused = check_text(answer.summary, [*sources, Said(summary_so_far)] if summary_so_far.strip() else sources)
    if refused:
        rejected[refused] += 1
    decisions: list[Noted] = []
    for decision in answer.decisions:
        turn = _noted(decision, turns)
        if isinstance(turn, Rejection):
            rejected[turn] += 1
        else:
            decisions.append(Noted(decision.text, turn.id, turn.said_at))
    actions: list[ActionItem] = []
    for action in answer.action_items:
        turn = _noted(action, turns)
        if isinstance(turn, Rejection):
            rejected[turn] += 1
        else:
            actions.append(ActionItem(action.text, turn.id, turn.said_at, who=_who(action.who, turn)))
    return AcceptedSummary(None if refused else answer.summary, tuple(decisions), tuple(actions), rejected)


def _said(turn: Turn) -> Said:
    return Said(turn.text[:TURN_CHARACTERS], turn.speaker or turn.role.value)


def _noted(found: FoundDecision | FoundAction, turns: Sequence[Turn]) -> Turn | Rejection:
    """The turn that a decision or an action item stands in."""
    if found.turn > len(turns):
        return Rejection.TURN
    turn = turns[found.turn - 1]
    clause = supporting_clause(found.quote, turn.text)
    if isinstance(clause, Rejection):
        return clause
    return check_text(found.text, [Said(clause.text, turn.speaker or turn.role.value)]) or turn


def _who(who: str | None, turn: Turn) -> str | None:
    """Who is to do it: the speaker, or somebody whose name stands in the turn; nobody else can be known."""
    speaker = turn.speaker or turn.role.value
    if who is None or who.casefold() == speaker.casefold():
        return speaker if who else None
    return who if find(tokens(who), tokens(turn.text), exact=True) else None


def accepted_consolidation(answer: Consolidated, memories: Sequence[Memory]) -> AcceptedConsolidation | Rejection:
    """The sentence with its memories, if they bear it out; `memories` are those that the prompt was given, in their order."""
    numbers = sorted(set(answer.memories))
    if numbers[-1] > len(memories):
        return Rejection.SOURCES
    chosen = [memories[number - 1] for number in numbers]
    return check_text(answer.text, [Said(memory.text) for memory in chosen]) or AcceptedConsolidation(answer.text, tuple(chosen))
