"""One user's memory: the handle that applications work with."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from os import PathLike
from pathlib import Path
from typing import Any

from perdure.client.exporting import export_user
from perdure.client.feedback import UpkeepMethods
from perdure.client.ingesting import IngestReport, ingest_turns
from perdure.client.profile import Profile
from perdure.client.recalling import Query, run_recall
from perdure.client.session import Session
from perdure.client.tasks import Tasks
from perdure.client.threads import Threads, refreshed
from perdure.client.upkeep import Progress, rebuild
from perdure.model.checks import valid_name
from perdure.model.hit import Hit
from perdure.model.ids import SESSION, THREAD
from perdure.model.memory import Kind
from perdure.model.session import Resumption
from perdure.model.task import TaskStatus
from perdure.model.turn import NewTurn, Turn
from perdure.ports.engine import Reader, UserFigures
from perdure.recall.recipes import RecallRecipe
from perdure.sessions.resumption import resume

__all__ = ["UserMemory"]

_THREADS = 3
_PREFERENCES = 20
_TASKS = 20


class UserMemory(UpkeepMethods):
    """Everything that is remembered of one user. Cheap to make; holds nothing open."""

    @property
    def name(self) -> str:
        """The user's name."""
        return self._scope.user

    @property
    def threads(self) -> Threads:
        """Logical conversations that span sessions."""
        return Threads(self._services, self._scope)

    @property
    def tasks(self) -> Tasks:
        """What is to be done."""
        return Tasks(self._services, self._scope)

    @property
    def profile(self) -> Profile:
        """Structured attributes with their history."""
        return Profile(self._services, self._scope)

    def recall(
        self,
        query: str,
        *,
        limit: int = 10,
        recipe: str | RecallRecipe | None = None,
        kinds: Sequence[Kind | str] | None = None,
        thread: str | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        as_of: datetime | None = None,
        metadata: Mapping[str, Any] | None = None,
        min_score: float | None = None,
        explain: bool = True,
        history: Sequence[Turn | str] = (),
        replaced: bool = False,
    ) -> list[Hit]:
        """The turns and memories that answer a query, best first, each with its reasons.

        Filters: `since` (inclusive) and `until` (exclusive) on when it was said, `kinds`, one `thread`, `metadata` entries that
        must be equal, `as_of` a moment (what was said and valid then), and `min_score`. `recipe` is a name or a `RecallRecipe`.
        `history` is what was said just before, oldest first: the last five turns lend their topic without drowning the query.

        The best hit's score is how sure recall is that the answer is there, between 0 and 1; `min_score=0.5` returns nothing
        rather than something beside the point. `replaced=True` also returns what was corrected since, after what holds and marked by
        `valid_until`.

        Raises:
            InvalidInput, UnknownRecipe, UnknownThread: the query cannot be meant.
        """
        query_with_filters = Query(
            query, limit, recipe, kinds, thread, since, until, as_of, metadata, min_score, explain, history, replaced
        )
        return run_recall(self._services, self._scope, query_with_filters)

    def session(self, session_id: str | None = None, *, thread: str | None = None) -> Session:
        """Begin a session, or take one up again on any device or process.

        `thread` joins it to a thread (made if new); a session that belongs to one keeps it. Nothing is written before the first turn.
        """
        identity = self._services.ids.new(SESSION) if session_id is None else valid_name(session_id, "session")
        record = self._services.engine.read(self._scope, lambda reader: reader.sessions.get(identity))
        if record is not None:
            thread_id = record.thread_id
        else:
            thread_id = self._services.ids.new(THREAD) if thread is None else valid_name(thread, "thread")
        explicit = thread is not None or record is not None
        return Session(self._services, self._scope, identity, thread_id, self.resumption(), explicit=explicit)

    def resumption(self) -> Resumption:
        """How to take up the conversation with this user now."""

        def work(reader: Reader) -> Resumption:
            return resume(
                self._services.clock.now(),
                reader.sessions.last_turn(),
                self._services.resume,
                preferences=reader.memories.list([Kind.PREFERENCE, Kind.DIRECTIVE], _PREFERENCES),
                threads=[refreshed(reader, thread) for thread in reader.threads.recent(_THREADS)],
                tasks=reader.tasks.list(TaskStatus.OPEN, _TASKS),
            )

        return self._services.engine.read(self._scope, work)

    def ingest(self, turns: Iterable[NewTurn], progress: Callable[[int], None] | None = None) -> IngestReport:
        """Import many turns at once; turns whose `key` is stored already are skipped, so an import can be repeated.

        `progress` is called with the number of turns after each durable batch.
        """
        return ingest_turns(self._services, self._scope, turns, progress)

    def export(self, path: str | PathLike[str]) -> int:
        """Write everything remembered of this user as JSON Lines; the number of lines."""
        return export_user(self._services, self._scope, Path(path))

    def rebuild(self, progress: Progress | None = None) -> int:
        """Make the search index anew from what was said; the number of entries."""
        return rebuild(self._services, self._scope, progress)

    def figures(self) -> UserFigures:
        """Counts and sizes."""
        return self._services.engine.read(self._scope, lambda reader: reader.figures())
