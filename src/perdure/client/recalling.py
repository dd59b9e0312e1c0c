"""Recall as a user calls it: question in, hits with reasons out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from perdure.client.services import Services
from perdure.errors import InvalidOption, UnknownThread
from perdure.memories.grounding import usefulness
from perdure.model.checks import aware, valid_limit, valid_metadata, valid_text
from perdure.model.hit import Hit, Why
from perdure.model.memory import Kind, Memory
from perdure.model.scope import Scope
from perdure.model.times import FOREVER, to_micros
from perdure.model.turn import Turn
from perdure.ports.engine import Reader
from perdure.recall.pipeline import Filters, Ranked, Ranking, rank
from perdure.recall.question import Aim, plain_question, read_question
from perdure.recall.recipes import RecallRecipe, recipe_named
from perdure.recall.reranking import LOOKED_AT, reranked
from perdure.recall.then import IndexThen

__all__ = ["Query", "run_recall"]

Found = tuple[Ranked, Turn | Memory]


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
    history: Sequence[Turn | str] = ()
    replaced: bool = False


def run_recall(services: Services, scope: Scope, query: Query) -> list[Hit]:
    """Find what answers the query, best first."""
    valid_limit(query.limit)
    text = valid_text(query.text, services.limits.turn_bytes, "question")
    recipe = recipe_named(query.recipe)
    filters = _filters(query)
    speakers = services.engine.read(scope, lambda reader: reader.index.speakers())
    asked_at = services.clock.now()
    question = read_question(text, speakers, asked_at, _said(query.history)) if recipe.read else plain_question(text)
    needs_vector = recipe.asking.semantic or recipe.continuing.semantic
    vector = services.vector_to_ask(question.bare) if needs_vector else None
    now = to_micros(asked_at)

    def work(reader: Reader) -> list[Hit]:
        weight = services.embedder.spec.weight
        texts = partial(_texts, reader)
        thread = _resolved(reader, query.thread)
        index = IndexThen(reader.index, filters.at) if filters.as_of else reader.index
        useful = {seq: usefulness(usage) for seq, usage in reader.usage.rated().items()}
        ranking = rank(index, question, vector, recipe, now=now, semantic_weight=weight, texts=texts, useful=useful)
        narrowed = _in_thread(reader, filters, thread)
        # A message that goes on with something is no question that a text could answer.
        if services.reranker is not None and recipe.reranker and question.aim is not Aim.CONTINUATION:
            ranking = _looked_at_again(services, reader, ranking, narrowed, replace(query, text=question.bare), recipe.reranker)
        wanted = replace(query, thread=thread)
        found = _collect(reader, ranking.best(narrowed, query.min_score, _batch(wanted)), wanted)
        return [_hit(row, what, query.explain) for row, what in found]

    return services.engine.read(scope, work)


def _looked_at_again(services: Services, reader: Reader, ranking: Ranking, filters: Filters, query: Query, weight: float) -> Ranking:
    """The ranking after the reranker read the best rows that the caller may get."""
    wanted = replace(query, limit=LOOKED_AT + 1)
    found = _collect(reader, ranking.best(filters, None, _batch(wanted)), wanted)

    def score(count: int) -> NDArray[np.float32] | None:
        return services.rerank(query.text, [what.text for _, what in found[:count]])

    return reranked(ranking, [row.row for row, _ in found], weight, score)


def _said(history: Sequence[Turn | str]) -> list[str]:
    given: Any = history  # what callers pass is not always what they promised
    if isinstance(given, str) or not all(isinstance(turn, Turn | str) for turn in given):
        raise InvalidOption("history is a list of turns or of their texts, oldest first. Nothing was done.")
    return [turn if isinstance(turn, str) else turn.text for turn in history]


def _texts(reader: Reader, seqs: Sequence[int]) -> list[str]:
    """What stands under these seqs."""
    turns, memories = reader.turns.at(list(seqs)), reader.memories.at(list(seqs))
    return [(turns.get(seq) or memories[seq]).text for seq in seqs]


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
        replaced=query.replaced,
    )


def _resolved(reader: Reader, thread: str | None) -> str | None:
    """The thread that is meant: that of a thread which was merged into it will do."""
    if thread is None:
        return None
    found = reader.threads.get(thread)
    if found is None:
        raise UnknownThread(f"There is no thread {thread!r}. Nothing was done.")
    return found.id


def _in_thread(reader: Reader, filters: Filters, thread: str | None) -> Filters:
    if thread is None:
        return filters
    sessions = frozenset(reader.sessions.numbers(thread))
    return replace(filters, sessions=sessions)


def _collect(reader: Reader, ranked: Iterable[Ranked], query: Query) -> list[Found]:
    found: list[Found] = []
    batch: list[Ranked] = []
    size = max(_batch(query), 1)
    if not query.limit:
        return found
    for row in ranked:
        batch.append(row)
        if len(batch) == size:
            found += _load(reader, batch, query)
            batch = []
            if len(found) >= query.limit:
                return found[: query.limit]
    return (found + _load(reader, batch, query))[: query.limit]


def _load(reader: Reader, batch: Sequence[Ranked], query: Query) -> list[Found]:
    turns = reader.turns.at([row.seq for row in batch if row.kind is Kind.TURN])
    memories = reader.memories.at([row.seq for row in batch if row.kind is not Kind.TURN])
    found = [(row, turns.get(row.seq) or memories[row.seq]) for row in batch]
    wanted = valid_metadata(query.metadata)
    return [
        (row, what)
        for row, what in found
        if (query.thread is None or what.thread_id == query.thread)
        and all(name in what.metadata and what.metadata[name] == value for name, value in wanted.items())
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
        valid_until=None if isinstance(found, Turn) else found.valid_until,
        metadata=found.metadata,
    )
