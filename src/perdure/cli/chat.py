"""Talking to a model with memory, or seeing what it would be sent."""

from collections.abc import Iterator
from pathlib import Path

import click

from perdure.cli.common import console, store_option
from perdure.cli.show import context_view, resumption_view
from perdure.client.build import open_store
from perdure.client.session import Session
from perdure.errors import LLMUnavailable
from perdure.llms.openai import OpenAILLM
from perdure.ports.llm import LLM

__all__ = ["chat"]

_SYSTEM = "You are a helpful assistant who remembers the user. Use what you remember where it helps, and say so when you do not know."


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
    would be sent is shown. Either way, what you say is kept.
    """
    llm = OpenAILLM(model, base_url=base_url) if model else None
    if llm is None and message is None:
        console.print("[dim]No --model: each message shows the context that would be sent. Ctrl-D ends.[/]")
    with open_store(folder, llm=llm) as store, store.user(user_name).session(session_id) as session:
        if message is None:
            console.print(resumption_view(session.resumption))
        system_prompt = f"{system}\n\n{session.resumption.prompt}" if session.resumption.gap is not None else system
        for said in [message] if message is not None else _lines():
            _turn(session, llm, said, max_tokens, reserve, system_prompt)


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


def _turn(session: Session, llm: LLM | None, said: str, max_tokens: int, reserve: int, system: str) -> None:
    session.add("user", said)
    context = session.context(said, max_tokens=max_tokens, reserve=reserve, system=system)
    if llm is None:
        console.print(context_view(context))
        return
    try:
        answer = llm.reply(context.messages)
    except LLMUnavailable as error:
        console.print(str(error), style="red", markup=False)
        return
    session.add("assistant", answer)
    console.print(answer, markup=False)
    console.print(f"[dim]{context.tokens:,} of {context.budget:,} tokens of context[/]")
