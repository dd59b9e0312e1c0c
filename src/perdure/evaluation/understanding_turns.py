"""What is read out of single turns, beside their labels: what is worth remembering, slots, decisions and action items."""

from collections.abc import Iterator, Sequence
from typing import Final

from perdure.evaluation.understanding_matching import alike, overlap, paired, same
from perdure.evaluation.understanding_scores import Area, Measured, Miss, Score, Tally, share
from perdure.evaluation.understanding_set import History, LabelledActionItem, LabelledSession, LabelledStatement, LabelledTurn, Persona
from perdure.memories.reading import statements_of
from perdure.model.statement import Statement
from perdure.model.thread import ActionItem, Noted
from perdure.model.turn import Role, Turn
from perdure.threads.notes import action_items_of, decisions_of

__all__ = ["SURE", "as_turns", "measure_notes", "measure_slots", "measure_worthiness"]

SURE: Final = 0.5
"""What is less sure than this is not kept, so it counts as not read."""
_HALF: Final = 0.5
"""A note is the labelled one if it has this much in common with it."""


def as_turns(session: LabelledSession) -> list[Turn]:
    """The session's turns as the store would give them, under their own ids."""
    return [
        Turn(turn.id, session.id, session.topic, place, turn.role, turn.speaker, turn.text, turn.said_at)
        for place, turn in enumerate(session.turns)
    ]


def _read(history: History) -> Iterator[tuple[LabelledTurn, list[Statement]]]:
    """Each user turn with what is stated in it."""
    peers = history.persona is Persona.PEERS
    for session in history.sessions:
        for labelled, turn in zip(session.turns, as_turns(session), strict=True):
            if labelled.role is Role.USER:
                yield labelled, [found for found in statements_of(turn, peers=peers) if found.confidence >= SURE]


def measure_worthiness(history: History) -> Measured:
    """By user turn: something in it is found worth remembering, and is."""
    tally = Tally()
    misses: list[Miss] = []
    for turn, statements in _read(history):
        tally.add(bool(statements) and turn.worthy, bool(statements), turn.worthy)
        if bool(statements) != turn.worthy:
            what = "; ".join(map(_labelled, turn.statements)) or "; ".join(map(_found, statements))
            misses.append(Miss(Area.WORTHINESS, history.id, turn.id, "missed" if turn.worthy else "invented", what, turn.text))
    return Measured(Area.WORTHINESS, tally.scores(), tuple(misses))


def measure_slots(history: History) -> Measured:
    """Subject, attribute, value and whether it is retracted, of all that fits the profile."""
    tally = Tally()
    exact = 0
    misses: list[Miss] = []
    for turn, statements in _read(history):
        labels = [label for label in turn.statements if label.attribute is not None]
        slots = [slot for slot in statements if slot.attribute is not None]
        pairs = paired(labels, slots, _slot_fit)
        tally.add(len(pairs), len(slots), len(labels))
        exact += sum(same(labels[row].value, slots[column].value) for row, column in pairs)
        rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
        misses += [
            Miss(Area.SLOTS, history.id, turn.id, "missed", _labelled(label), turn.text)
            for row, label in enumerate(labels)
            if row not in rows
        ]
        misses += [
            Miss(Area.SLOTS, history.id, turn.id, "invented", _found(slot), turn.text)
            for column, slot in enumerate(slots)
            if column not in columns
        ]
    exact_value = {"F1, value to the word": Score(2 * exact, tally.found + tally.labelled)}
    return Measured(Area.SLOTS, tally.scores() | exact_value, tuple(misses))


def _slot_fit(label: LabelledStatement, slot: Statement) -> float:
    """Subject, attribute and sense must be the same; a value to the word fits better than one that holds the other."""
    sort = (label.subject.casefold(), label.attribute, label.retracts)
    if sort != (slot.subject.casefold(), slot.attribute, slot.retracts) or not alike(label.value, slot.value):
        return 0.0
    return 2.0 if same(label.value, slot.value) else 1.0


def _labelled(label: LabelledStatement) -> str:
    return _described(label.subject, label.attribute or label.kind.value, label.value, retracts=label.retracts)


def _found(found: Statement) -> str:
    slot = _described(found.subject, found.attribute or found.kind.value, found.value, retracts=found.retracts)
    return f"{slot} ({found.reason.value}, {found.confidence:.2f})"


def _described(subject: str, attribute: str, value: str | None, *, retracts: bool) -> str:
    return f"{subject} · {'no longer ' if retracts else ''}{attribute}" + ("" if value is None else f" = {value}")


def measure_notes(history: History) -> Measured:
    """Decisions and action items: in the same turn, and with half of their words in common."""
    misses: list[Miss] = []
    both, decisions, items = Tally(), Tally(), Tally()
    whose: list[bool] = []
    for session in history.sessions:
        turns = as_turns(session)
        labels = [(turn, text) for turn in session.turns for text in turn.decisions]
        found: Sequence[Noted] = decisions_of(turns)
        pairs = paired(labels, found, lambda label, note: _note_fit(label[0], label[1], note))
        for tally in (both, decisions):
            tally.add(len(pairs), len(found), len(labels))
        misses += _note_misses(history, session, "decision", labels, found, pairs)

        wanted = [(turn, item) for turn in session.turns for item in turn.action_items]
        actions: Sequence[ActionItem] = action_items_of(turns)
        pairs = paired(wanted, actions, lambda label, note: _note_fit(label[0], label[1].text, note))
        for tally in (both, items):
            tally.add(len(pairs), len(actions), len(wanted))
        whose += [_same_person(wanted[row][1], wanted[row][0], actions[column]) for row, column in pairs]
        misses += _note_misses(history, session, "action item", [(turn, item.text) for turn, item in wanted], actions, pairs)
    scores = both.scores() | decisions.scores("decisions: ") | items.scores("action items: ")
    return Measured(Area.NOTES, scores | {"action items: right person": share(whose)}, tuple(misses))


def _note_fit(turn: LabelledTurn, text: str, note: Noted | ActionItem) -> float:
    common = overlap(text, note.text) if note.source == turn.id else 0.0
    return common if common >= _HALF else 0.0


def _same_person(label: LabelledActionItem, turn: LabelledTurn, item: ActionItem) -> bool:
    """A note may name the role or the name of who speaks."""
    who = (item.who or "").casefold()
    own = label.who.casefold() in {turn.role.value, (turn.speaker or "").casefold()}
    return who == label.who.casefold() or (own and who in {turn.role.value, (turn.speaker or "").casefold()})


def _note_misses(
    history: History,
    session: LabelledSession,
    sort: str,
    labels: Sequence[tuple[LabelledTurn, str]],
    found: Sequence[Noted | ActionItem],
    pairs: Sequence[tuple[int, int]],
) -> Iterator[Miss]:
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    said = {turn.id: turn.text for turn in session.turns}
    for row, (turn, text) in enumerate(labels):
        if row not in rows:
            yield Miss(Area.NOTES, history.id, turn.id, "missed", f"{sort}: {text}", turn.text)
    for column, note in enumerate(found):
        if column not in columns:
            yield Miss(Area.NOTES, history.id, note.source, "invented", f"{sort}: {note.text}", said.get(note.source, ""))
