"""Perdure: memory that lasts for AI agents.

```python
import perdure

store = perdure.open("./memory")
alice = store.user("alice")
alice.remember("I'm allergic to peanuts")
alice.recall("what must I not cook?")
```
"""

from typing import TYPE_CHECKING, Any

from perdure import errors
from perdure.errors import PerdureError
from perdure.model.context import Context, Dropped, Message, Section
from perdure.model.hit import Hit, Why
from perdure.model.limits import Durability, Limits
from perdure.model.memory import Kind, Memory
from perdure.model.policies import ConsolidationPolicy, Retention, RetentionPolicy
from perdure.model.policies_llm import SpendPolicy
from perdure.model.policies_thread import ThreadPolicy
from perdure.model.profile import Attribute
from perdure.model.reflection import ReflectionPolicy, ReflectionReport
from perdure.model.session import Mode, ResumePolicy, Resumption
from perdure.model.task import Priority, Task, TaskStatus
from perdure.model.thread import ActionItem, Noted, Thread, ThreadContext, ThreadState
from perdure.model.turn import NewTurn, Role, Turn

if TYPE_CHECKING:
    from perdure.agent.agent import Agent, Reply
    from perdure.agent.aio import AsyncAgent
    from perdure.client.aio import AsyncSession, AsyncStore, AsyncUserMemory
    from perdure.client.aio import open_async as open_async
    from perdure.client.build import open_store as open  # noqa: A004  # perdure.open reads as it should
    from perdure.client.ingesting import IngestReport
    from perdure.client.session import Session
    from perdure.client.store import Store
    from perdure.client.user import UserMemory
    from perdure.recall.recipes import RECIPES, RecallRecipe

__all__ = [
    "RECIPES",
    "ActionItem",
    "Agent",
    "AsyncAgent",
    "AsyncSession",
    "AsyncStore",
    "AsyncUserMemory",
    "Attribute",
    "ConsolidationPolicy",
    "Context",
    "Dropped",
    "Durability",
    "Hit",
    "IngestReport",
    "Kind",
    "Limits",
    "Memory",
    "Message",
    "Mode",
    "NewTurn",
    "Noted",
    "PerdureError",
    "Priority",
    "RecallRecipe",
    "ReflectionPolicy",
    "ReflectionReport",
    "Reply",
    "ResumePolicy",
    "Resumption",
    "Retention",
    "RetentionPolicy",
    "Role",
    "Section",
    "Session",
    "SpendPolicy",
    "Store",
    "Task",
    "TaskStatus",
    "Thread",
    "ThreadContext",
    "ThreadPolicy",
    "ThreadState",
    "Turn",
    "UserMemory",
    "Why",
    "errors",
    "open",
    "open_async",
]

# What needs numpy, SQLite and models is imported when it is first asked for: importing the package stays a matter of milliseconds.
_LATER = {
    "Agent": ("perdure.agent.agent", "Agent"),
    "AsyncAgent": ("perdure.agent.aio", "AsyncAgent"),
    "Reply": ("perdure.agent.agent", "Reply"),
    "AsyncSession": ("perdure.client.aio", "AsyncSession"),
    "AsyncStore": ("perdure.client.aio", "AsyncStore"),
    "AsyncUserMemory": ("perdure.client.aio", "AsyncUserMemory"),
    "IngestReport": ("perdure.client.ingesting", "IngestReport"),
    "RECIPES": ("perdure.recall.recipes", "RECIPES"),
    "RecallRecipe": ("perdure.recall.recipes", "RecallRecipe"),
    "Session": ("perdure.client.session", "Session"),
    "Store": ("perdure.client.store", "Store"),
    "UserMemory": ("perdure.client.user", "UserMemory"),
    "open": ("perdure.client.build", "open_store"),
    "open_async": ("perdure.client.aio", "open_async"),
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module 'perdure' has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _LATER[name]
    found = globals()[name] = getattr(import_module(module), attribute)
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
