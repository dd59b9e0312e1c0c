"""Reflection in a process that gets killed, and what it leaves behind. Not a test module; see the test that starts it."""

import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from durability_child import SpelledEmbedder, open_store, say
from perdure import NewTurn, Store, UserMemory
from perdure.model.reflection import ReflectionPolicy
from perdure.ports.clock import ManualClock
from perdure.timex.expressions import time_expressions

START = datetime(2026, 1, 5, 9, tzinfo=UTC)
AFTER = datetime(2026, 9, 1, 12, tzinfo=UTC)
"""Later than all that was said."""
CITIES = ("Oslo", "Bern", "Porto", "Graz", "Turin", "Lyon", "Ghent", "Malmö")
DRINKS = ("coffee", "green tea", "cider", "lemonade", "mulled wine", "ginger beer")
__all__ = ["SpelledEmbedder", "open_for", "result", "talk", "tell"]
TOPICS = (
    ("kitchen", "oak cabinets", "the carpenter"),
    ("marathon", "running shoes", "the trainer"),
    ("garden", "rose beds", "the gardener"),
    ("novel", "second chapter", "the publisher"),
)


def _session(number: int) -> Iterator[str]:
    topic, part, person = TOPICS[number % len(TOPICS)]
    yield f"Let's talk about the {topic} again, above all the {part}."
    if number % 5 == 0:
        yield f"I moved to {CITIES[number // 5 % len(CITIES)]}."
    yield f"I like {DRINKS[number % len(DRINKS)]}."
    if number % 7 == 3:
        yield f"I no longer like {DRINKS[(number - 3) % len(DRINKS)]}."
    yield f"I need to call {person} about the {part} by Friday."
    yield f"We decided to do the {topic} step by step."
    for train in ("early", "morning", "night"):
        yield f"I went to Porto by the {train} train, trip {number}."
    yield f"I ran the half marathon number {number} this morning."
    yield f"I broke my left arm again, accident {number}."
    yield f"I have called {person}."


def talk() -> list[NewTurn]:
    """600 turns of some fifty sessions over eight months."""
    turns: list[NewTurn] = []
    for number in range(100):
        # Two sessions a day apart, then a silence after which a thread is not gone on with.
        at = START + timedelta(days=9 * (number // 2) + number % 2)
        for place, text in enumerate(_session(number)):
            turns.append(NewTurn(f"session {number}", "user", text, at + timedelta(minutes=place)))
    return turns[:600]


def open_for(folder: Path, life: int) -> Store:
    """The store as the `life`-th worker sees it: later than its predecessors' leases."""
    clock = ManualClock(AFTER + timedelta(minutes=2 * life))
    return open_store(folder, clock=clock, reflection=ReflectionPolicy(lease=timedelta(minutes=1)))


def tell(folder: Path) -> None:
    """A store in which the talk waits to be understood."""
    with open_for(folder, 0) as store:
        store.user("alice").ingest(talk())


def result(user: UserMemory) -> dict[str, list[Any]]:
    """All that reflection made, without ids and without the moments at which it ran."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "export"
        user.export(path)
        things = [json.loads(line) for line in path.read_text().splitlines()]
    turns = {thing["id"]: thing["text"] for thing in things if thing["type"] == "turn"}
    sessions: dict[str, list[str]] = {}
    for thing in things:
        if thing["type"] == "session":
            sessions.setdefault(thing["thread_id"], []).append(thing["id"])
    made: dict[str, list[Any]] = {"memory": [], "task": [], "thread": []}
    for thing in things:
        if thing["type"] == "memory":
            made["memory"].append([*_shared(thing, turns), *_validity(thing)])
        elif thing["type"] == "task":
            made["task"].append([thing["title"], thing["status"], thing["due"], thing["closed"], _said(thing["sources"], turns)])
        elif thing["type"] == "thread" and thing["turns"]:
            notes = [note["text"] for note in thing["decisions"]], [(item["text"], item["done"]) for item in thing["action_items"]]
            made["thread"].append([thing["title"], thing["summary"], thing["turns"], sorted(sessions[thing["id"]]), *notes])
    return {kind: sorted(map(repr, listed)) for kind, listed in made.items()}


def _shared(memory: dict[str, Any], turns: dict[str, str]) -> list[Any]:
    names = ("kind", "subject", "attribute", "value", "text", "said_at", "valid_from", "reason", "confidence", "ended_because")
    return [memory[name] for name in names] + [_said(memory["sources"], turns)]


def _said(sources: list[str], turns: dict[str, str]) -> list[str]:
    return sorted(turns[source] for source in sources)


def _validity(memory: dict[str, Any]) -> list[Any]:
    """When it ended; only the day where reflection itself ended it."""
    until = memory["valid_until"]
    return [until and until[:10], memory["ended_at"] is not None, memory["superseded_by"] is not None]


def reflect(folder: str, life: str) -> None:
    """Reflect, telling each step; stops with the word "done"."""
    with open_for(Path(folder), int(life)) as store:
        time_expressions("warm on Friday", AFTER)  # its tables load on first use, and kills come soon
        say("ready")
        store.user("alice").reflect(say)
        say("done")


if __name__ == "__main__":
    globals()[sys.argv[1]](*sys.argv[2:])
