"""An open store: many users of one place."""

from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

from perdure.client.services import Services
from perdure.client.upkeep import reembed
from perdure.client.user import UserMemory
from perdure.model.scope import Scope
from perdure.model.session import ResumePolicy
from perdure.ports.clock import Clock
from perdure.ports.embedder import Embedder, EmbedderSpec
from perdure.ports.engine import Capabilities, Inspection
from perdure.ports.llm import LLM

__all__ = ["DEFAULT_TENANT", "Store"]

DEFAULT_TENANT = "default"


class Store:
    """Opened with `perdure.open()`; safe to share between threads. Close it, or use it as a context manager."""

    def __init__(self, services: Services, embedder_name: str, remember_embedder: Callable[[str, EmbedderSpec], None]) -> None:
        self._services = services
        self.embedder_name = embedder_name
        """The registry name that the embedder was made by."""
        self._remember_embedder = remember_embedder

    def user(self, user_id: str, *, tenant: str = DEFAULT_TENANT) -> UserMemory:
        """The memory of one user. Nothing is written before something is to be kept.

        Raises:
            InvalidName: the user or tenant name cannot be kept.
        """
        return UserMemory(self._services, Scope(tenant, user_id))

    def users(self, *, tenant: str = DEFAULT_TENANT) -> Iterator[str]:
        """The names of all users that something is kept of."""
        return (scope.user for scope in self._services.engine.scopes(tenant))

    def scopes(self) -> Iterator[Scope]:
        """Everyone that something is kept of, tenant by tenant."""
        return self._services.engine.scopes()

    def inspect(self, user_id: str, *, tenant: str = DEFAULT_TENANT) -> Inspection:
        """Check the integrity of everything kept of one user."""
        return self._services.engine.inspect(Scope(tenant, user_id))

    def reembed(
        self,
        target: Embedder,
        name: str,
        *,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> int:
        """Move the vectors of all users of all tenants to another embedder and remember its registry name for the next opening.

        Reads go on meanwhile; a killed run goes on where it was. This store object keeps the former embedder: open it again.
        Returns the number of vectors made.
        """
        made = 0
        for scope in self.scopes():

            def report(done: int, total: int, user: str = scope.user) -> None:
                if progress is not None:
                    progress(user, done, total)

            made += reembed(self._services, scope, target, report)
        self._remember_embedder(name, target.spec)
        return made

    @property
    def embedder(self) -> Embedder:
        """What makes this store's vectors."""
        return self._services.embedder

    @property
    def llm(self) -> LLM | None:
        """The language model that the store was opened with."""
        return self._services.llm

    @property
    def clock(self) -> Clock:
        """Where the time comes from."""
        return self._services.clock

    @property
    def resume_policy(self) -> ResumePolicy:
        """Below which gap a conversation goes on."""
        return self._services.resume

    @property
    def capabilities(self) -> Capabilities:
        """What the storage engine is."""
        return self._services.engine.capabilities

    @property
    def degraded(self) -> dict[str, int]:
        """What was done with less than all parts working since the store was opened, counted by name."""
        return self._services.degradations.counts()

    def close(self) -> None:
        """Close all files; whatever runs finishes first."""
        self._services.engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
