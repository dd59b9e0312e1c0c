"""What one recipe made of one question, kept so that tables, comparisons, ablations and the report page share one run."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from perdure.evaluation.datasets import SCORED_APART
from perdure.evaluation.metrics import Measured

__all__ = ["Answer", "Candidate", "Found", "Miss", "Run"]


@dataclass(frozen=True, slots=True)
class Found:
    """Where an evidence turn came in: `rank` from 1, None (and score None) if it is not among the hits asked for."""

    turn: str
    rank: int | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A turn with its place and what each signal gave it. `rank` is None for evidence that recall does not return at any depth."""

    turn: str
    rank: int | None
    score: float
    speaker: str
    said: str
    text: str
    signals: Mapping[str, float]
    evidence: bool


@dataclass(frozen=True, slots=True)
class Miss:
    """Why no evidence is among the first ten.

    `evidence` is ordered by rank; `above` are the first ten hits. `against`: by how much each signal favours the average of `above`
    over the best-placed evidence; the sum is the gap in score. `rescuers`: signals without which that evidence would be among the
    first ten (others might then be lost: `perdure eval ablate` weighs that). `no_common_word`: it shares no rare word with the question.
    """

    evidence: tuple[Candidate, ...]
    above: tuple[Candidate, ...]
    against: Mapping[str, float]
    rescuers: tuple[str, ...]
    no_common_word: bool

    @property
    def decided_by(self) -> str | None:
        """The signal that spoke most against the evidence; None if the evidence cannot be reached."""
        return max(self.against, key=lambda name: self.against[name], default=None)


@dataclass(frozen=True, slots=True)
class Answer:
    """One question as one recipe answered it.

    `figures` is None where there is no evidence to find. `answerable`: something that was said answers it. `top_score`: the best
    hit's score, 0 if there was no hit. `tokens`: what the first ten hits cost, rendered. `miss` is there if misses were to be explained.
    """

    conversation: str
    question: str
    type: str
    text: str
    answerable: bool
    figures: Measured | None
    evidence: tuple[Found, ...]
    top_score: float
    tokens: int
    milliseconds: float
    miss: Miss | None = None

    @property
    def missed(self) -> bool:
        """There was evidence to find and none of it is among the first ten."""
        return bool(self.evidence) and all(found.rank is None or found.rank > 10 for found in self.evidence)

    @property
    def counted(self) -> bool:
        """It belongs to the mean over all questions."""
        return self.figures is not None and self.type not in SCORED_APART


@dataclass(frozen=True, slots=True)
class Run:
    """All answers of one recipe to one file's questions; runs of the same file have the same questions in the same order."""

    data: str
    recipe: str
    embedder: str
    answers: tuple[Answer, ...]
    skipped: int

    def counted(self) -> Iterator[Answer]:
        """Those that make the mean."""
        return (answer for answer in self.answers if answer.counted)

    def types(self) -> list[str]:
        """Types with anything to find, in order."""
        return sorted({answer.type for answer in self.answers if answer.figures is not None})
