"""The awaitable twins of Store, UserMemory and Session. No method is written twice: each is the plain one, run in a worker thread.

The core is synchronous, because SQLite and local embedding block anyway; a sized limiter keeps the number of threads bounded.
"""

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from anyio import CapacityLimiter, to_thread

from perdure.client.build import open_store
from perdure.client.profile import Profile
from perdure.client.session import Session
from perdure.client.store import Store
from perdure.client.tasks import Tasks
from perdure.client.threads import Threads
from perdure.client.user import UserMemory
from perdure.model.scope import Scope

__all__ = [
    "AsyncProfile",
    "AsyncSession",
    "AsyncStore",
    "AsyncTasks",
    "AsyncThreads",
    "AsyncUserMemory",
    "Twin",
    "open_async",
    "plain_of",
    "twin",
]

P = ParamSpec("P")
T = TypeVar("T")
THREADS = 16


class Twin:
    """Holds the plain object and the limiter that its calls run under."""

    def __init__(self, plain: Any, limiter: CapacityLimiter) -> None:
        self._plain = plain
        self._limiter = limiter

    async def _run(self, call: Callable[[], T]) -> T:
        return await to_thread.run_sync(call, limiter=self._limiter)


def plain_of(store: "AsyncStore") -> Store:
    """The synchronous store behind an awaitable one."""
    return store._plain  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]


def twin(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], Awaitable[T]]:
    """The awaitable form of a plain method, with its parameters and its docstring."""

    @wraps(method)
    async def awaitable(self: Twin, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._run(partial(method, self._plain, *args, **kwargs))  # pyright: ignore[reportPrivateUsage]

    return awaitable


class AsyncSession(Twin):
    """See `Session`."""

    add = twin(Session.add)
    turns = twin(Session.turns)
    context = twin(Session.context)
    end = twin(Session.end)

    def __getattr__(self, name: str) -> Any:
        """Plain data (`id`, `thread_id`, `resumption`, `working`) is the session's own."""
        return getattr(self._plain, name)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.end()


class AsyncThreads(Twin):
    """See `Threads`."""

    open = twin(Threads.open)
    list = twin(Threads.list)
    context = twin(Threads.context)
    rename = twin(Threads.rename)
    close = twin(Threads.close)
    reopen = twin(Threads.reopen)
    merge = twin(Threads.merge)


class AsyncTasks(Twin):
    """See `Tasks`."""

    add = twin(Tasks.add)
    list = twin(Tasks.list)
    complete = twin(Tasks.complete)
    cancel = twin(Tasks.cancel)
    reopen = twin(Tasks.reopen)
    move = twin(Tasks.move)
    remind = twin(Tasks.remind)


class AsyncProfile(Twin):
    """See `Profile`."""

    set = twin(Profile.set)
    get = twin(Profile.get)
    all = twin(Profile.all)
    history = twin(Profile.history)
    remove = twin(Profile.remove)
    asked = twin(Profile.asked)
    summary = twin(Profile.summary)


class AsyncUserMemory(Twin):
    """See `UserMemory`."""

    remember = twin(UserMemory.remember)
    recall = twin(UserMemory.recall)
    get = twin(UserMemory.get)
    list = twin(UserMemory.list)
    update = twin(UserMemory.update)
    forget = twin(UserMemory.forget)
    history = twin(UserMemory.history)
    pin = twin(UserMemory.pin)
    undo = twin(UserMemory.undo)
    feedback = twin(UserMemory.feedback)
    answered = twin(UserMemory.answered)
    reflect = twin(UserMemory.reflect)
    resumption = twin(UserMemory.resumption)
    ingest = twin(UserMemory.ingest)
    export = twin(UserMemory.export)
    rebuild = twin(UserMemory.rebuild)
    figures = twin(UserMemory.figures)

    @property
    def name(self) -> str:
        """The user's name."""
        return self._plain.name

    @property
    def threads(self) -> AsyncThreads:
        """Logical conversations that span sessions."""
        return AsyncThreads(self._plain.threads, self._limiter)

    @property
    def tasks(self) -> AsyncTasks:
        """What is to be done."""
        return AsyncTasks(self._plain.tasks, self._limiter)

    @property
    def profile(self) -> AsyncProfile:
        """Structured attributes with their history."""
        return AsyncProfile(self._plain.profile, self._limiter)

    async def session(self, session_id: str | None = None, *, thread: str | None = None) -> AsyncSession:
        """Begin a session, or take one up again: `async with await alice.session("web-42") as session`."""
        plain = await self._run(partial(self._plain.session, session_id, thread=thread))
        return AsyncSession(plain, self._limiter)


class AsyncStore(Twin):
    """See `Store`."""

    reembed = twin(Store.reembed)
    inspect = twin(Store.inspect)
    close = twin(Store.close)

    def user(self, user_id: str, *, tenant: str = "default") -> AsyncUserMemory:
        """The memory of one user."""
        return AsyncUserMemory(self._plain.user(user_id, tenant=tenant), self._limiter)

    async def scopes(self) -> list[Scope]:
        """Everyone that something is kept of, tenant by tenant."""
        return await self._run(lambda: list(self._plain.scopes()))

    async def users(self, *, tenant: str = "default") -> list[str]:
        """The names of all users that something is kept of."""
        return await self._run(lambda: list(self._plain.users(tenant=tenant)))

    def __getattr__(self, name: str) -> Any:
        """Plain data (`embedder`, `llm`, `capabilities`, `degraded`) is the store's own."""
        return getattr(self._plain, name)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()


async def open_async(*args: Any, **kwargs: Any) -> AsyncStore:
    """The awaitable twin of `perdure.open()`, with the same arguments."""
    limiter = CapacityLimiter(THREADS)
    return AsyncStore(await to_thread.run_sync(partial(open_store, *args, **kwargs), limiter=limiter), limiter)
