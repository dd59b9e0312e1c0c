"""Running labelled questions against a store that holds their conversation."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from perdure.client.build import open_store
from perdure.client.store import Store
from perdure.client.user import UserMemory
from perdure.context.render import memory_line
from perdure.embedders.static import StaticTokens
from perdure.evaluation.metrics import Means, Measured, means_of, measure
from perdure.importers.jsonl import Conversation, Question, read_conversations
from perdure.model.hit import Hit
from perdure.model.memory import Kind
from perdure.ports.clock import ManualClock
from perdure.ports.embedder import Embedder

__all__ = ["EvaluationReport", "evaluate"]

_DEPTH = 100
"""Hits asked for: enough to fill 4,000 tokens with short turns."""
_SCORED_APART = frozenset({"adversarial"})


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """Means over all answerable questions of a file and by type. `questions` counts those scored, `skipped` those without evidence."""

    data: str
    recipe: str
    embedder: str
    questions: int
    skipped: int
    overall: Means
    by_type: dict[str, tuple[int, Means]]

    def as_json(self) -> dict[str, Any]:
        """Plain data for `--json`."""
        return {
            "data": self.data,
            "recipe": self.recipe,
            "embedder": self.embedder,
            "questions": self.questions,
            "skipped": self.skipped,
            "overall": self.overall,
            "by_type": {name: {"questions": count, **means} for name, (count, means) in self.by_type.items()},
        }


def _scored(question: Question) -> bool:
    return bool(question.evidence) and not question.abstain


def _by_visibility(conversation: Conversation) -> Iterator[tuple[int, list[Question]]]:
    """Questions grouped by how many leading sessions they may see, ascending: the store only ever grows."""
    groups: dict[int, list[Question]] = defaultdict(list)
    for question in conversation.questions:
        visible = len(conversation.sessions) if question.visible_sessions is None else question.visible_sessions
        groups[visible].append(question)
    yield from sorted(groups.items())


def evaluate(
    path: Path,
    *,
    recipes: Sequence[str] = ("conversation",),
    embedder: str | Embedder = "static",
    limit: int | None = None,
    progress: Callable[[int], None] | None = None,
) -> list[EvaluationReport]:
    """Import each conversation of a file into a store of its own and ask its questions, with every recipe.

    Session and turn ids of the file are never shown to recall: they stand in metadata, which no signal reads, and session names are
    not searched. `limit` takes only so many conversations.

    Raises:
        InvalidImport: the file is not a conversation file.
    """
    results: dict[str, list[tuple[str, Measured]]] = {recipe: [] for recipe in recipes}
    skipped = 0
    for number, conversation in enumerate(read_conversations(path)):
        if limit is not None and number >= limit:
            break
        skipped += sum(not _scored(question) for question in conversation.questions)
        clock = ManualClock(datetime.now(UTC))
        with TemporaryDirectory() as folder, open_store(folder, embedder=embedder, clock=clock) as store:
            for question, recipe, measured in _ask_all(store, clock, conversation, recipes):
                results[recipe].append((question.type, measured))
                if progress is not None:
                    progress(1)
    return [_report(path, recipe, embedder, skipped, listed) for recipe, listed in results.items()]


def _ask_all(
    store: Store, clock: ManualClock, conversation: Conversation, recipes: Sequence[str]
) -> Iterator[tuple[Question, str, Measured]]:
    user = store.user(conversation.id)
    loaded = 0
    known: set[str] = set()
    for visible, questions in _by_visibility(conversation):
        fresh = [turn for session in conversation.sessions[loaded:visible] for turn in session]
        user.ingest(fresh)
        known.update(str((turn.metadata or {})["turn_id"]) for turn in fresh)
        loaded = max(loaded, visible)
        for question in filter(_scored, questions):
            evidence = frozenset(question.evidence) & known
            if evidence:
                clock.set(question.asked_at or datetime.now(UTC))
                for recipe in recipes:
                    yield question, recipe, _ask(user, question, recipe, evidence)


def _ask(user: UserMemory, question: Question, recipe: str, evidence: frozenset[str]) -> Measured:
    found = user.recall(question.text, limit=_DEPTH, recipe=recipe, kinds=[Kind.TURN], explain=False)
    # A turn that was too long came in pieces; the best piece stands for it.
    best = {str(hit.metadata["turn_id"]): hit for hit in reversed(found)}
    hits = [hit for hit in found if best[str(hit.metadata["turn_id"])] is hit]
    ranked = [str(hit.metadata["turn_id"]) for hit in hits]
    sessions = [hit.session_id or "" for hit in hits]
    return measure(ranked, sessions, _tokens(hits), evidence, frozenset(question.evidence_sessions))


def _tokens(hits: Sequence[Hit]) -> list[int]:
    counter = StaticTokens()
    return [counter.count(memory_line(number, hit)) + 1 for number, hit in enumerate(hits, 1)]


def _report(path: Path, recipe: str, embedder: str | Embedder, skipped: int, listed: Sequence[tuple[str, Measured]]) -> EvaluationReport:
    types = {kind: [measured for other, measured in listed if other == kind] for kind in sorted({kind for kind, _ in listed})}
    main = [measured for kind, measured in listed if kind not in _SCORED_APART]
    return EvaluationReport(
        data=path.name,
        recipe=recipe,
        embedder=embedder if isinstance(embedder, str) else embedder.spec.name,
        questions=len(main),
        skipped=skipped,
        overall=means_of(main),
        by_type={kind: (len(found), means_of(found)) for kind, found in types.items()},
    )
