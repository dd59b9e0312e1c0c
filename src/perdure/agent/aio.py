"""The awaitable twin of Agent."""

from types import TracebackType
from typing import Any, Self

from anyio import CapacityLimiter

from perdure.agent.agent import Agent
from perdure.client.aio import AsyncStore, Twin, plain_of, twin
from perdure.client.store import Store
from perdure.ports.llm import LLM

__all__ = ["AsyncAgent"]

_AT_ONCE = 16


class AsyncAgent(Twin):
    """See `Agent`."""

    def __init__(self, store: AsyncStore | Store, llm: LLM | None = None, **options: Any) -> None:
        super().__init__(Agent(store if isinstance(store, Store) else plain_of(store), llm, **options), CapacityLimiter(_AT_ONCE))

    chat = twin(Agent.chat)
    answer = twin(Agent.answer)
    end_session = twin(Agent.end_session)
    close = twin(Agent.close)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()
