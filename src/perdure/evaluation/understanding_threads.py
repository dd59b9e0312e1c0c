"""Whether each session is put into the thread that it belongs to."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from perdure.client.build import open_store
from perdure.client.user import UserMemory
from perdure.errors import InvalidInput
from perdure.evaluation.datasets import labelled_conversations
from perdure.evaluation.understanding_play import Played, thread_of_sessions
from perdure.evaluation.understanding_scores import Area, Measured, Miss, Score, Tally
from perdure.evaluation.understanding_set import History
from perdure.importers.jsonl import Conversation
from perdure.model.policies_thread import ThreadPolicy
from perdure.ports.clock import ManualClock

__all__ = ["FiledSession", "measure_filing", "measure_threads", "threads_of_file"]

_WINDOW: Final = ThreadPolicy().window
_FILLER: Final = "Enhanced"
"""RealMem's sessions of no project, each about something of its own."""
_SECOND: Final = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class FiledSession:
    """A session with its labelled topic, the thread that it began in, and the one that it is in at the end."""

    name: str
    topic: str
    began: datetime
    ended: datetime
    opened_in: str
    thread: str


def measure_threads(history: History, played: Played) -> Measured:
    """The sessions of a labelled history."""
    filed = [
        FiledSession(one.id, one.topic, one.turns[0].said_at, one.turns[-1].said_at, played.opened_in[one.id], played.thread[one.id])
        for one in history.sessions
    ]
    scores: dict[str, Score] = {}
    misses: list[Miss] = []
    for measured in measure_filing(history.id, filed):
        for name, score in measured.scores.items():
            known = scores.get(name, Score(0, 0))
            scores[name] = Score(known.right + score.right, known.of + score.of)
        misses += measured.misses
    return Measured(Area.THREADS, scores, tuple(misses))


def measure_filing(name: str, sessions: Sequence[FiledSession]) -> list[Measured]:
    """One person's sessions, in order: a unit for each session, and one for all pairs of them.

    A session is in the right thread if that thread was opened by a session of its topic, and if it opens one itself just where its topic
    is new. A topic that was silent for longer than the window has no running thread, so a session may open it anew: right, but left out
    of "silent topics left out", and wrong in "any silence". Pairs of one topic with such a silence between them count only in the latter.
    """
    units = [_filed(name, sessions, place) for place in range(len(sessions))]
    silence = _stretches(sessions)
    pairs, strict = Tally(), Tally()
    for one, other in combinations(range(len(sessions)), 2):
        together = sessions[one].thread == sessions[other].thread
        alike = sessions[one].topic == sessions[other].topic
        counted = (strict,) if alike and silence[one] != silence[other] else (strict, pairs)
        for tally in counted:
            tally.add(together and alike, together, alike)
    scores = pairs.scores("pairs: ") | {"pairs: F1, any silence": strict.scores()["F1"]}
    return [*units, Measured(Area.THREADS, scores)]


def _stretches(sessions: Sequence[FiledSession]) -> list[int]:
    """For each session how many silences its topic has behind it."""
    last: dict[str, tuple[datetime, int]] = {}
    found: list[int] = []
    for session in sessions:
        before, stretch = last.get(session.topic, (session.began, 0))
        stretch += session.began - before > _WINDOW
        last[session.topic] = session.ended, stretch
        found.append(stretch)
    return found


def _filed(name: str, sessions: Sequence[FiledSession], place: int) -> Measured:
    session, earlier = sessions[place], sessions[:place]
    same_topic = [one for one in earlier if one.topic == session.topic]
    silent = bool(same_topic) and session.began - same_topic[-1].ended > _WINDOW
    owner = next((one.topic for one in earlier if one.thread == session.thread), None)
    at_first = next((one.topic for one in earlier if session.opened_in in (one.thread, one.opened_in)), None)
    wanted = {session.topic} if same_topic else {None}
    strictly = owner in wanted
    anew = silent and owner is None
    right = strictly or anew
    scores = {
        "right thread": Score(right, 1),
        "where a topic begins": Score(right, not same_topic),
        "where a topic goes on": Score(right, bool(same_topic) and not silent),
        "after a silence": Score(right, silent),
        "at the first message": Score(at_first in wanted or (silent and at_first is None), 1),
        "silent topics left out": Score(right, not anew),
        "any silence": Score(strictly, 1),
    }
    scores = {name: score if score.of else Score(0, 0) for name, score in scores.items()}
    if right:
        return Measured(Area.THREADS, scores)
    what = f"{session.topic}: put into {owner}" if owner else f"{session.topic}: opened anew"
    return Measured(Area.THREADS, scores, (Miss(Area.THREADS, name, session.name, "wrong", what),))


def threads_of_file(path: Path, *, limit: int | None = None, progress: Callable[[str], None] | None = None) -> list[Measured]:
    """Say the conversations of a file whose sessions have a `topic`, session by session, and see in which threads they end up.

    "Name:part" is a session of the topic "Name" (RealMem's projects).

    Raises:
        InvalidInput: it is no conversation file, or has sessions without a topic.
    """
    found: list[Measured] = []
    topics = _topics(path)
    for conversation in labelled_conversations(path, limit):
        clock = ManualClock(datetime.now(UTC))
        with TemporaryDirectory() as folder, open_store(folder, clock=clock) as store:
            user = store.user(conversation.id)
            filed = _say(user, clock, conversation, topics[conversation.id], progress)
        found += measure_filing(conversation.id, filed)
    return found


def _topics(path: Path) -> Mapping[str, list[str]]:
    """The topic of each session, by conversation; the file was or will be checked by whoever reads its turns."""
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    record = json.loads(line)
                    found[str(record["conversation_id"])] = [_topic(str(session["topic"])) for session in record["sessions"]]
                except (ValueError, KeyError, TypeError) as error:
                    raise InvalidInput(f"{path}, line {number}: its sessions have no topics ({error}). Nothing was measured.") from error
    return found


def _topic(label: str) -> str:
    name = label.partition(":")[0]
    return label if name == _FILLER else name


def _say(
    user: UserMemory, clock: ManualClock, conversation: Conversation, topics: Sequence[str], progress: Callable[[str], None] | None
) -> list[FiledSession]:
    """Sessions are named by number, because the file's names give some topics away; turns of one day follow each other."""
    moment = datetime.min.replace(tzinfo=UTC)
    said: list[tuple[str, str, datetime, datetime, str]] = []
    for number, (turns, topic) in enumerate(zip(conversation.sessions, topics, strict=True)):
        if not turns:
            continue
        moment = began = max(turns[0].at, moment + _SECOND)
        clock.set(moment)
        opened_in = ""
        with user.session(f"session-{number}") as session:
            for turn in turns:
                clock.set(moment)
                stored = session.add(turn.role, turn.text, speaker=turn.speaker, at=moment)
                opened_in = opened_in or stored.thread_id
                moment += _SECOND
        user.reflect()
        said.append((f"session-{number}", topic, began, moment, opened_in))
        if progress is not None:
            progress(f"{conversation.id}, session {number + 1} of {len(topics)}")
    threads = thread_of_sessions(user)
    return [FiledSession(name, topic, began, ended, opened, threads[name]) for name, topic, began, ended, opened in said]
