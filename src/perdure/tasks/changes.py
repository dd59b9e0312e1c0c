"""What turns say has become of tasks: done, cancelled, moved, open again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from perdure.model.task import Change, Task, TaskChange, TaskStatus
from perdure.model.turn import Role, Turn
from perdure.tasks.due import moments
from perdure.tasks.matching import same_deed, shared, stem, words_of, words_of_title
from perdure.tasks.mentions import Part, latest, may_tell, mentioned, named, stands_near
from perdure.tasks.signs import (
    AGAIN,
    CANCELS,
    CANCELS_IT,
    DEED_TO_IT,
    DONE_ALONE,
    FINISHED,
    GOES_ON,
    MOVES,
    MOVES_IT,
    NEGATED,
    OTHERS_DEED,
    SAME_HOUR,
    TURNED_OUT,
    UNDONE,
    WENT,
    later_by,
    past_deeds,
)
from perdure.text.clauses import MAX_CHARACTERS, Clause, clauses
from perdure.text.moods import is_hypothetical
from perdure.timex.folding import fold

__all__ = ["changes_of"]

_PARTS: Final = re.compile(
    r",\s+|，|、|;\s*|\s(?:but|aber|pero|mais)\s"
    r"|\s(?=and (?:(?:i|we|it|he|she|they|you|then|now|will|have|need|the)\b|[a-z]+ed\b|sent |bought |paid |got |took |brought |wrote |"
    r"made ))"
)
_RECENT: Final = timedelta(hours=12)
"""A bare "done" means a task that was told in the course of the day, or spoken of just before; else it is about something else."""
_SHORT: Final = 6
_POINTERS: Final = frozenset(
    "it that this them him her it. it! them. es das ihn sie lo la los las le les l' eso esto ca it's that's".split()
)
"""Words that can mean a task; where none stands in a long part and no task is named, it tells of something else."""
_FEW: Final = 2
"""Spaces of a part of a clause that tells of nothing else: "yes", "finally home"."""
_SOON: Final = timedelta(days=1)
_BUYING: Final = frozenset({stem("buy")})
_CANCELLING: Final = frozenset(map(stem, ("cancel", "unsubscribe", "drop")))
_INFINITIVE: Final = re.compile(r"(?:en|[aei]r|re)$")


@dataclass(slots=True)
class _Talk:
    """A turn while it is read: the tasks it may speak of, the one it spoke of last, and whether it told of anything else."""

    turn: Turn
    opened: list[Task]
    closed: list[Task]
    last: Task | None
    elsewhere: bool = False

    def recent(self) -> Task | None:
        """What "it" means."""
        if self.last in self.opened:
            return self.last
        if self.elsewhere:
            return None
        return latest([task for task in self.opened if self.turn.said_at - task.created <= _RECENT])


def changes_of(turn: Turn, tasks: Sequence[Task], before: Sequence[Turn] = ()) -> list[TaskChange]:
    """What a user's turn says became of known tasks, at most one change a task.

    A task is found by the words it shares with the turn; "it" and a bare "done" mean the one mentioned last. Where two fit equally
    nothing changes. A question, a plan, a negation, a condition closes nothing.

    Args:
        turn: what was said; only the user changes tasks.
        tasks: those known before the turn, open and closed.
        before: the turns before it in the session; what "it" means may stand there.
    """
    titles = tuple(task.title for task in tasks)
    if turn.role is not Role.USER or not may_tell(turn.text[:MAX_CHARACTERS], titles):
        return []
    known = [task for task in tasks if task.created <= turn.said_at]
    opened = [task for task in known if task.status is TaskStatus.OPEN]
    closed = [task for task in known if task.status is not TaskStatus.OPEN]
    talk = _Talk(turn, opened, closed, mentioned(before, known))
    found: dict[str, TaskChange] = {}
    for clause in clauses(turn.text):
        for piece in _pieces(clause):
            telling = may_tell(piece, titles)
            change = _change(talk, Part(piece, fold(piece)[0], words_of(piece))) if telling else None
            talk.elsewhere = talk.elsewhere or (talk.last is None and piece.count(" ") > _FEW)
            if change is not None:
                found.setdefault(change.task_id, change)
    return list(found.values())


def _pieces(clause: Clause) -> Iterator[str]:
    """The parts of a clause that is meant as it is said, up to a condition."""
    story = clause.hypothetical and not is_hypothetical(clause.text)
    if clause.quoted or clause.sarcastic or clause.question or story:
        return
    begin = 0
    for match in [*_PARTS.finditer(clause.text), None]:
        piece = clause.text[begin : match.start() if match else None].strip()
        if clause.hypothetical and is_hypothetical(piece):
            return
        if piece:
            yield piece
        begin = match.end() if match else 0


def _change(talk: _Talk, part: Part) -> TaskChange | None:
    """What a part of a clause says became of a task; the task it speaks of is noted."""
    source, folded = talk.turn.id, part.folded
    task = named(part, talk.opened)
    words = folded.split()
    if task is None and not talk.closed and len(words) > _SHORT and _POINTERS.isdisjoint(words):
        return None  # long, and of something else: most parts that get here
    negated = NEGATED.search(folded) is not None
    if talk.closed and (AGAIN.search(folded) or (negated and TURNED_OUT.search(folded))):
        talk.last = _undone(talk, part) or talk.last
        return TaskChange(talk.last.id, Change.REOPENED, source) if talk.last in talk.closed and talk.last else None
    if MOVES.search(folded) and not negated:
        moved = task if task and stands_near(part, task, MOVES) else _moved(talk, part)
        due = moved and _new_due(part, moved, talk.turn.said_at)
        if moved and due and due != moved.due and due > talk.turn.said_at:
            talk.last = moved
            return TaskChange(moved.id, Change.MOVED, source, due)
    kind = Change.DONE
    if CANCELS.search(folded) and not (task and same_deed(words_of_title(task.title).deeds, past_deeds(part.text))):
        kind = Change.CANCELLED
        found = talk.recent() if CANCELS_IT.fullmatch(folded) else task if task and stands_near(part, task, CANCELS) else None
    else:
        found = None if negated or GOES_ON.search(folded) else _closed(talk, part, task)
    talk.last = found or task or talk.last
    return TaskChange(found.id, kind, source) if found else None


def _moved(talk: _Talk, part: Part) -> Task | None:
    """The task that "it" means where something was put off."""
    if not MOVES_IT.search(part.folded):
        return None
    dated = [task for task in talk.opened if task.due is not None]
    return talk.recent() or (dated[0] if len(dated) == 1 else None)


def _closed(talk: _Talk, part: Part, task: Task | None) -> Task | None:
    """The task that a part of a clause says is done; `task` is the one that it names."""
    if DONE_ALONE.fullmatch(part.folded):
        return None if part.folded.startswith("both") else talk.recent()
    others = OTHERS_DEED.search(part.folded)
    if task is not None:
        things = words_of_title(task.title).things
        theirs = others and not (others["whose"] and shared(things, frozenset({stem(others["whose"])})))
        return task if not theirs and (_is_over(talk, part, task) or _is_what_was_done(part, task)) else None
    deeds = past_deeds(part.text)
    if not deeds or others:
        return None
    done = frozenset(stem(word) for match in DEED_TO_IT.finditer(part.folded) for word in match.groups() if word) & deeds
    fitting = [each for each in talk.opened if _is_deed_of(each, done)]
    recent = talk.recent()
    if recent is not None and recent in fitting:
        return recent
    return fitting[0] if len(fitting) == 1 else None


def _is_over(talk: _Talk, part: Part, task: Task) -> bool:
    """Whether the part says of the thing that it is over; how something went is no news of a task that is still far ahead."""
    if not words_of_title(task.title).deeds.isdisjoint(_CANCELLING) or not stands_near(part, task, FINISHED):
        return False
    ahead = task.due is not None and task.due > talk.turn.said_at + _SOON
    return not (ahead and WENT.search(part.folded))


def _is_what_was_done(part: Part, task: Task) -> bool:
    """Whether the deed that the task names is told as done."""
    own, deeds = words_of_title(task.title), past_deeds(part.text)
    if own.deeds:
        return same_deed(own.deeds, deeds) or ("get" in deeds and same_deed(own.deeds, _BUYING))
    # In other languages than English a deed is one of the words.
    rest = frozenset(word for word in own.things if not shared(frozenset({word}), deeds))
    if not rest:
        return bool(own.things) and _INFINITIVE.search(task.title) is not None
    return len(rest) < len(own.things) and shared(rest, part.words.things) > 0


def _is_deed_of(task: Task, done: frozenset[str]) -> bool:
    own = words_of_title(task.title)
    return same_deed(own.deeds, done) if own.deeds else shared(own.things, done) > 0


def _undone(talk: _Talk, part: Part) -> Task | None:
    """The closed task that is to be done after all; for "it" the one just spoken of, or just closed."""
    plainly = AGAIN.search(part.folded) is not None or UNDONE.search(part.folded) is not None
    task = named(part, talk.closed)
    if task is not None:
        return task if plainly or same_deed(words_of_title(task.title).deeds, part.words.things) else None
    if not plainly or talk.last is not None:
        return talk.last if plainly and talk.last in talk.closed else None
    now = talk.turn.said_at
    just = [each for each in talk.closed if each.closed is not None and now - each.closed <= _RECENT]
    return max(just, key=lambda each: each.closed or now, default=None)


def _new_due(part: Part, task: Task, now: datetime) -> datetime | None:
    """When a task is due that was moved: a day keeps the task's clock time, a clock time its day."""
    told, delta = moments(part.text, now), later_by(part.folded)
    if delta is not None and not any(each.until or each.exact or each.day_only for each in told):
        return task.due + delta if task.due is not None else None
    if not told:
        return None
    new = told[-1]
    if task.due is None or (new.exact and not new.clock_only):
        return new.due
    known = task.due.astimezone(new.due.tzinfo)
    if new.clock_only and not SAME_HOUR.search(part.folded):
        return known.replace(hour=new.due.hour, minute=new.due.minute)
    return new.due.replace(hour=known.hour, minute=known.minute)
