"""Asking labelled questions of a store that holds their conversation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from perdure.client.build import open_store
from perdure.client.store import Store
from perdure.client.user import UserMemory
from perdure.evaluation.answers import Answer, Found, Miss, Run
from perdure.evaluation.datasets import answerable, by_visibility, evidence_to_find, labelled_conversations, turn_name
from perdure.evaluation.metrics import measure
from perdure.evaluation.misses import explain_miss
from perdure.evaluation.packing import packed, rendered_tokens, shortened, turn_of
from perdure.importers.jsonl import Conversation, Question
from perdure.model.hit import Hit
from perdure.model.memory import Kind
from perdure.ports.clock import ManualClock
from perdure.ports.embedder import Embedder
from perdure.ports.reranker import Reranker
from perdure.recall.recipes import RecallRecipe, recipe_named

__all__ = ["DEPTH", "ask_file"]

DEPTH: Final = 100
"""Hits asked for: enough to fill 4,000 tokens with short turns."""
_DEEPEST: Final = 10_000
"""Hits asked for when a miss is explained: where the evidence stands, however far down."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question with what of its evidence is visible when it is asked."""

    conversation: str
    question: Question
    evidence: frozenset[str]
    texts: dict[str, str]


def ask_file(
    path: Path,
    recipes: Sequence[str | RecallRecipe],
    *,
    embedder: str | Embedder = "static",
    reranker: str | Reranker | None = None,
    limit: int | None = None,
    explain: bool = False,
    reflect: bool = False,
    progress: Callable[[int], None] | None = None,
) -> list[Run]:
    """Import each conversation of a file into a store of its own and ask its questions with every recipe; one run a recipe.

    Importing costs most, so whatever is to be compared is asked in one call. Session and turn ids of the file are never shown to
    recall: they stand in metadata, which no signal reads, and session names are not searched. `limit` takes only so many
    conversations; `explain` keeps the reasons of the first recipe's misses;
    `reflect` has each import understood before questions are asked; `progress` is told of each question asked.

    Raises:
        InvalidImport: the file is not a conversation file.
        UnknownRecipe: nothing was asked.
    """
    chosen = [recipe_named(recipe) for recipe in recipes]
    answers: list[list[Answer]] = [[] for _ in chosen]
    skipped = 0
    for conversation in labelled_conversations(path, limit):
        clock = ManualClock(datetime.now(UTC))
        with TemporaryDirectory() as folder, open_store(folder, embedder=embedder, reranker=reranker, clock=clock) as store:
            for asked in _questions(store, clock, conversation, reflect=reflect):
                skipped += not asked.evidence
                if not asked.evidence and not asked.question.abstain:
                    continue
                user = store.user(conversation.id)
                for number, recipe in enumerate(chosen):
                    answers[number].append(_ask(user, asked, recipe, explain=explain and number == 0))
                    if progress is not None:
                        progress(1)
    name = embedder if isinstance(embedder, str) else embedder.spec.name
    if reranker is not None:
        name += f" + {reranker if isinstance(reranker, str) else reranker.name}"
    return [Run(path.name, recipe.name, name, tuple(listed), skipped) for recipe, listed in zip(chosen, answers, strict=True)]


def _questions(store: Store, clock: ManualClock, conversation: Conversation, *, reflect: bool) -> Iterator[_Asked]:
    """Each question when its sessions are imported, and no others, and the clock stands where it is asked."""
    user = store.user(conversation.id)
    loaded = 0
    texts: dict[str, str] = {}
    for visible, questions in by_visibility(conversation):
        fresh = [turn for session in conversation.sessions[loaded:visible] for turn in session]
        user.ingest(fresh)
        if reflect:
            user.reflect()
        for turn in fresh:
            texts.setdefault(turn_name(turn), turn.text)
        loaded = max(loaded, visible)
        for question in questions:
            clock.set(question.asked_at or datetime.now(UTC))
            yield _Asked(conversation.id, question, frozenset(evidence_to_find(question)) & texts.keys(), texts)


def _recall(user: UserMemory, text: str, recipe: RecallRecipe, limit: int, *, explain: bool) -> list[Hit]:
    """Hits, a turn each: one that was too long came in pieces, and the best piece stands for it."""
    found = user.recall(text, limit=limit, recipe=recipe, kinds=[Kind.TURN], explain=explain)
    best = {turn_of(hit): hit for hit in reversed(found)}
    return [hit for hit in found if best[turn_of(hit)] is hit]


def _ask(user: UserMemory, asked: _Asked, recipe: RecallRecipe, *, explain: bool) -> Answer:
    question = asked.question
    start = perf_counter()
    hits = _recall(user, question.text, recipe, DEPTH, explain=False)
    spent = perf_counter() - start
    ranked = [turn_of(hit) for hit in hits]
    places = {turn: place for place, turn in enumerate(ranked)}
    found = [Found(turn, places[turn] + 1, hits[places[turn]].score) for turn in ranked if turn in asked.evidence]
    lost = [Found(turn, None, None) for turn in sorted(asked.evidence - places.keys())]
    figures = miss = None
    short = shortened(hits, question.text)
    if asked.evidence:
        sessions = [hit.session_id or "" for hit in hits]
        there = frozenset(question.evidence_sessions)
        figures = measure(ranked, sessions, lambda budget: packed(short, question.text, budget), asked.evidence, there)
        if explain and not any(turn in asked.evidence for turn in ranked[:10]):
            miss = _explained(user, asked, recipe)
    return Answer(
        conversation=asked.conversation,
        question=question.id,
        type=question.type,
        text=question.text,
        answerable=answerable(question),
        figures=figures,
        evidence=(*found, *lost),
        top_score=round(hits[0].score, 4) if hits else 0.0,  # rounding noise must not part what is equally sure
        tokens=rendered_tokens(short[:10], question.text),
        milliseconds=1000 * spent,
        miss=miss,
    )


def _explained(user: UserMemory, asked: _Asked, recipe: RecallRecipe) -> Miss:
    """Asked again as deep as it goes, with reasons."""
    return explain_miss(_recall(user, asked.question.text, recipe, _DEEPEST, explain=True), asked.evidence, asked.texts)
