"""The awaitable twins of Store, UserMemory and Session. No method is written twice: each is the plain one, run in a worker thread.

The core is synchronous, because SQLite and local embedding block anyway; a sized limiter keeps the number of threads bounded.
"""

from collections.abc import Awaitable, Callable
from functools import partial, wraps
from types import TracebackType
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

from anyio import CapacityLimiter, to_thread

from perdure.client.build import open_store
from perdure.client.collections import Profile, Tasks, Threads
from perdure.client.session import Session
from perdure.client.store import Store
from perdure.client.user import UserMemory
from perdure.model.scope import Scope

__all__ = ["AsyncProfile", "AsyncSession", "AsyncStore", "AsyncTasks", "AsyncThreads", "AsyncUserMemory", "open_async"]

P = ParamSpec("P")
T = TypeVar("T")
THREADS = 16


class _Twin:
    """Holds the plain object and the limiter that its calls run under."""

    def __init__(self, plain: Any, limiter: CapacityLimiter) -> None:
        self._plain = plain
        self._limiter = limiter

    async def _run(self, call: Callable[[], T]) -> T:
        return await to_thread.run_sync(call, limiter=self._limiter)


def _twin(method: Callable[Concatenate[Any, P], T]) -> Callable[Concatenate[Any, P], Awaitable[T]]:
    """The awaitable form of a plain method, with its parameters and its docstring."""

    @wraps(method)
    async def awaitable(self: _Twin, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._run(partial(method, self._plain, *args, **kwargs))  # pyright: ignore[reportPrivateUsage]

    return awaitable


class AsyncSession(_Twin):
    """See `Session`."""

    add = _twin(Session.add)
    turns = _twin(Session.turns)
    context = _twin(Session.context)
    end = _twin(Session.end)

    def __getattr__(self, name: str) -> Any:
        """Plain data (`id`, `thread_id`, `resumption`, `working`) is the session's own."""
        return getattr(self._plain, name)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.end()


class AsyncThreads(_Twin):
    """See `Threads`."""

    open = _twin(Threads.open)
    list = _twin(Threads.list)
    context = _twin(Threads.context)
    rename = _twin(Threads.rename)
    close = _twin(Threads.close)


class AsyncTasks(_Twin):
    """See `Tasks`."""

    add = _twin(Tasks.add)
    list = _twin(Tasks.list)
    complete = _twin(Tasks.complete)
    cancel = _twin(Tasks.cancel)


class AsyncProfile(_Twin):
    """See `Profile`."""

    set = _twin(Profile.set)
    get = _twin(Profile.get)
    all = _twin(Profile.all)
    history = _twin(Profile.history)
    remove = _twin(Profile.remove)


class AsyncUserMemory(_Twin):
    """See `UserMemory`."""

    remember = _twin(UserMemory.remember)
    recall = _twin(UserMemory.recall)
    get = _twin(UserMemory.get)
    list = _twin(UserMemory.list)
    update = _twin(UserMemory.update)
    forget = _twin(UserMemory.forget)
    history = _twin(UserMemory.history)
    pin = _twin(UserMemory.pin)
    resumption = _twin(UserMemory.resumption)
    ingest = _twin(UserMemory.ingest)
    export = _twin(UserMemory.export)
    rebuild = _twin(UserMemory.rebuild)
    figures = _twin(UserMemory.figures)

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


class AsyncStore(_Twin):
    """See `Store`."""

    reembed = _twin(Store.reembed)
    inspect = _twin(Store.inspect)
    close = _twin(Store.close)

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
