"""Talking to a model with memory, or seeing what it would be sent."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

import click
from rich.markup import escape

from perdure.agent.agent import Agent
from perdure.cli.common import console, store_option
from perdure.cli.notices import notices_shown
from perdure.cli.show import context_view, due_text, resumption_view, short
from perdure.client.build import open_store
from perdure.client.session import Session
from perdure.client.store import Store
from perdure.client.user import UserMemory
from perdure.llms.openai import OpenAILLM
from perdure.model.memory import Memory
from perdure.model.statement import USER
from perdure.model.task import Task, TaskStatus

__all__ = ["chat"]

_SYSTEM = "You are a helpful assistant who remembers the user. Use what you remember where it helps, and say so when you do not know."
_LOOKED_AT: Final = 1000
_TOLD: Final = (4, 2)
"""Memories and tasks that fit into a line; the rest is counted."""
_QUOTED: Final = 60


@click.command()
@click.option("--message", "-m", help="Say one thing and leave; without it a conversation begins.")
@store_option
@click.option("--user", "user_name", default="me", show_default=True, help="Whose memory.")
@click.option("--session", "session_id", help="A session to go on with; a new one if not given.")
@click.option("--model", envvar="PERDURE_MODEL", help="A chat model of the endpoint.")
@click.option("--base-url", envvar="OPENAI_BASE_URL", help="An OpenAI-compatible endpoint.")
@click.option("--max-tokens", default=8000, show_default=True, type=click.IntRange(100), help="The model's window.")
@click.option("--reserve", default=2000, show_default=True, type=click.IntRange(0), help="Of that, for the answer.")
@click.option("--system", default=_SYSTEM, help="The system prompt.")
def chat(
    message: str | None,
    folder: Path,
    user_name: str,
    session_id: str | None,
    model: str | None,
    base_url: str | None,
    max_tokens: int,
    reserve: int,
    system: str,
) -> None:
    """Talk to a model that remembers.

    With --model (and OPENAI_API_KEY, or --base-url of any compatible endpoint) the model answers. Without, the context that it
    would be sent is shown. Either way, what you say is kept, and understood when the conversation ends.
    """
    llm = OpenAILLM(model, base_url=base_url) if model else None
    if message is None:
        what = "Ctrl-D ends." if llm else "No --model: each message shows the context that would be sent. Ctrl-D ends."
        console.print(f"[dim]{what}[/]")
    with open_store(folder, llm=llm) as store:
        user = store.user(user_name)
        started = store.clock.now()
        if message is None:
            console.print(resumption_view(user.resumption()))
        said = [message] if message is not None else _lines()
        if llm is None:
            held = _shown(user, session_id, said, max_tokens, reserve, system)
        else:
            agent = Agent(store, system=system, max_tokens=max_tokens, reserve=reserve)
            held = _answered(agent, user.name, session_id, said)
        if held is not None:
            console.print(_understood(store, user, held, started), highlight=False)


def _lines() -> Iterator[str]:
    """What the person types, until the end of input."""
    while True:
        try:
            line = console.input("[bold cyan]you[/] ")
        except EOFError:
            console.print()
            return
        if line.strip():
            yield line


def _shown(user: UserMemory, session_id: str | None, lines: Iterable[str], max_tokens: int, reserve: int, system: str) -> str | None:
    """Keep what is said and show what a model would be sent; the session's id, None if nothing was said."""
    held = None
    with user.session(session_id) as session:
        prompt = f"{system}\n\n{session.resumption.prompt}" if session.resumption.gap is not None else system
        for said in lines:
            _turn(session, said, max_tokens, reserve, prompt)
            held = session.id
    return held


def _turn(session: Session, said: str, max_tokens: int, reserve: int, system: str) -> None:
    session.add("user", said)
    console.print(context_view(session.context(said, max_tokens=max_tokens, reserve=reserve, system=system)))


def _answered(agent: Agent, user_name: str, session_id: str | None, lines: Iterable[str]) -> str | None:
    """Let the model answer; the session's id, None if nothing was said."""
    held = None
    with agent, notices_shown():
        for said in lines:
            with console.status("[dim]thinking[/]"):
                reply = agent.answer(user_name, said, session_id)
            held = reply.session_id or held
            console.print(reply.text, markup=False, highlight=False)
            if reply.context is not None and not reply.degraded:
                used = f" · {len(reply.used)} memories used" if reply.used else ""
                console.print(f"[dim]{reply.context.tokens:,} of {reply.context.budget:,} tokens of context{used}[/]")
    return held


def _understood(store: Store, user: UserMemory, session_id: str, started: datetime) -> str:
    """What came of what was said since `started`, in one line."""
    said = {turn.id for turn in user.session(session_id).turns() if turn.said_at >= started}
    memories = [memory for memory in user.list(limit=_LOOKED_AT) if said & set(memory.sources)]
    tasks = [task for task in user.tasks.list(None, limit=_LOOKED_AT) if said & set(task.sources)]
    now = store.clock.now()
    known = list(dict.fromkeys(map(_memory, reversed(memories))))
    doing = [_task(task, now) for task in tasks]
    told = [*known[: _TOLD[0]], *doing[: _TOLD[1]]]
    if not told:
        return "[dim]Kept, word for word. Nothing of it calls for a memory of its own.[/]"
    left = len(known) + len(doing) - len(told)
    more = f" · and {left} more" if left else ""
    return f"[green]Understood[/] {escape(' · '.join(told))}{more}"


def _memory(memory: Memory) -> str:
    if memory.attribute is None or memory.value is None:
        return f"“{short(memory.text, _QUOTED)}”"
    whose = "" if memory.subject in (None, USER) else f"{memory.subject}: "
    return f"{whose}{memory.attribute} = {short(memory.value, _QUOTED)}"


def _task(task: Task, now: datetime) -> str:
    what = "to do" if task.status is TaskStatus.OPEN else task.status.value
    due = f", {due_text(task, now)}" if task.due is not None else ""
    return f"{what}: {short(task.title, _QUOTED)}{due}"
