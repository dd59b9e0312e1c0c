"""Recall as a user calls it: question in, hits with reasons out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from perdure.client.services import Services
from perdure.errors import InvalidOption, UnknownThread
from perdure.model.checks import aware, valid_limit, valid_metadata, valid_text
from perdure.model.hit import Hit, Why
from perdure.model.memory import Kind, Memory
from perdure.model.scope import Scope
from perdure.model.times import FOREVER, to_micros
from perdure.model.turn import Turn
from perdure.ports.engine import Reader
from perdure.recall.pipeline import Filters, Ranked, rank
from perdure.recall.question import read_question
from perdure.recall.recipes import RecallRecipe, recipe_named

__all__ = ["Query", "run_recall"]


@dataclass(frozen=True, slots=True)
class Query:
    """A recall with all its filters; see `UserMemory.recall`."""

    text: str
    limit: int = 10
    recipe: str | RecallRecipe | None = None
    kinds: Sequence[Kind | str] | None = None
    thread: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    as_of: datetime | None = None
    metadata: Mapping[str, Any] | None = None
    min_score: float | None = None
    explain: bool = True


def run_recall(services: Services, scope: Scope, query: Query) -> list[Hit]:
    """Find what answers the query, best first."""
    valid_limit(query.limit)
    text = valid_text(query.text, services.limits.turn_bytes, "question")
    recipe = recipe_named(query.recipe)
    filters = _filters(query)
    speakers = services.engine.read(scope, lambda reader: reader.index.speakers())
    question = read_question(text, speakers)
    needs_vector = recipe.semantic != 0
    vector = services.vector_to_ask(question.bare if recipe.strip_names else text) if needs_vector else None
    now = to_micros(services.clock.now())

    def work(reader: Reader) -> list[Hit]:
        ranking = rank(reader.index, question, vector, recipe, now=now, semantic_weight=services.embedder.spec.weight)
        narrowed = _in_thread(reader, filters, query.thread)
        return _collect(reader, ranking.best(narrowed, query.min_score, _batch(query)), query)

    return services.engine.read(scope, work)


def _batch(query: Query) -> int:
    """How many rows to look at first; filters that need the rows themselves let few of them through."""
    return query.limit * 8 if query.metadata or query.thread else query.limit


def _filters(query: Query) -> Filters:
    def micros(moment: datetime | None, what: str) -> int | None:
        return None if moment is None else to_micros(aware(moment, what))

    as_of = micros(query.as_of, "as_of")
    try:
        kinds = tuple(Kind(kind) for kind in ([query.kinds] if isinstance(query.kinds, str) else query.kinds or ()))
    except ValueError as error:
        raise InvalidOption(f"{error}; kinds are {', '.join(Kind)}. Nothing was done.") from None
    return Filters(
        at=FOREVER - 1 if as_of is None else as_of,  # what is current is current, even when the clock has stepped back
        as_of=as_of is not None,
        since=micros(query.since, "since"),
        until=micros(query.until, "until"),
        kinds=kinds,
    )


def _in_thread(reader: Reader, filters: Filters, thread: str | None) -> Filters:
    if thread is None:
        return filters
    if reader.threads.get(thread) is None:
        raise UnknownThread(f"There is no thread {thread!r}. Nothing was done.")
    sessions = frozenset(reader.sessions.numbers(thread))
    return Filters(filters.at, filters.as_of, filters.since, filters.until, filters.kinds, sessions)


def _collect(reader: Reader, ranked: Any, query: Query) -> list[Hit]:
    hits: list[Hit] = []
    batch: list[Ranked] = []
    size = max(_batch(query), 1)
    if not query.limit:
        return hits
    for row in ranked:
        batch.append(row)
        if len(batch) == size:
            hits += _load(reader, batch, query)
            batch = []
            if len(hits) >= query.limit:
                return hits[: query.limit]
    return (hits + _load(reader, batch, query))[: query.limit]


def _load(reader: Reader, batch: Sequence[Ranked], query: Query) -> list[Hit]:
    turns = reader.turns.at([row.seq for row in batch if row.kind is Kind.TURN])
    memories = reader.memories.at([row.seq for row in batch if row.kind is not Kind.TURN])
    hits = [_hit(row, turns.get(row.seq) or memories[row.seq], query.explain) for row in batch]
    wanted = valid_metadata(query.metadata)
    return [
        hit
        for hit in hits
        if (query.thread is None or hit.thread_id == query.thread)
        and all(name in hit.metadata and hit.metadata[name] == value for name, value in wanted.items())
    ]


def _hit(row: Ranked, found: Turn | Memory, explain: bool) -> Hit:
    turn = found if isinstance(found, Turn) else None
    return Hit(
        id=found.id,
        kind=row.kind,
        text=found.text,
        score=row.score,
        said_at=found.said_at,
        speaker=(turn.speaker or turn.role.value) if turn else None,
        session_id=turn.session_id if turn else None,
        thread_id=found.thread_id,
        sources=(found.id,) if isinstance(found, Turn) else found.sources,
        why=Why(row.signals if explain else {}),
        metadata=found.metadata,
    )
