"""Named ways to rank. Weights are round numbers; `perdure eval ablate` measures what each signal is worth."""

from dataclasses import dataclass, fields, replace
from typing import Final, Literal

from perdure.errors import UnknownRecipe

__all__ = ["DEFAULT_RECIPE", "RECIPES", "SIGNALS", "RecallRecipe", "Weights", "recipe_named"]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each signal may add to a row's score; 0 leaves it out. The signals are described in `perdure.recall.signals`.

    Keyword, neighbours and session lie between 0 and 1 before weighting, the speaker's between -1 and 1; the semantic ones are
    z-scores / 4, and `semantic` multiplies the embedder's own weight.
    """

    keyword: float = 0.0
    neighbours: float = 0.0
    session: float = 0.0
    semantic: float = 0.0
    semantic_neighbours: float = 0.0
    session_meaning: float = 0.0
    statement: float = 0.0
    speaker: float = 0.0
    said_then: float = 0.0
    happened_then: float = 0.0
    time_word: float = 0.0
    answer_form: float = 0.0
    name: float = 0.0
    question_mark: float = 0.0
    brevity: float = 0.0
    opening: float = 0.0
    instruction: float = 0.0
    preference: float = 0.0
    latest: float = 0.0
    recency: float = 0.0
    session_recency: float = 0.0
    linked_sessions: float = 0.0
    second_hop: float = 0.0
    history: float = 0.0
    usefulness: float = 0.0


SIGNALS: Final = tuple(field.name for field in fields(Weights))

ASKING: Final = Weights(
    keyword=0.6,
    neighbours=1.0,
    session=0.3,
    semantic=1.0,
    semantic_neighbours=0.3,
    statement=0.5,
    speaker=0.3,
    said_then=1.0,
    happened_then=0.3,
    time_word=0.3,
    answer_form=0.3,
    name=0.1,
    question_mark=0.4,
    brevity=0.3,
    opening=0.2,
    instruction=0.5,
    preference=0.4,
    latest=0.3,
    recency=0.02,
    second_hop=0.1,
    history=0.2,
    usefulness=0.1,
)
"""For a question about what was said or done: its words and their surroundings, who is meant, when, and the form of the answer."""

CONTINUING: Final = Weights(
    keyword=0.4,
    neighbours=0.3,
    session=0.8,
    semantic=0.5,
    session_meaning=0.5,
    statement=0.3,
    said_then=0.3,
    happened_then=0.3,
    brevity=0.3,
    opening=0.5,
    instruction=0.5,
    preference=0.4,
    recency=0.02,
    session_recency=0.5,
    linked_sessions=0.4,
    history=0.2,
    usefulness=0.1,
)
"""For a message that goes on with something: which sessions were about it, the latest first, and how each was opened."""


@dataclass(frozen=True, slots=True)
class RecallRecipe:
    """Weights for questions and for messages that continue something, and how they are put together.

    `fusion`: "blend" adds weighted signals; "rank" is reciprocal rank fusion (Cormack, Clarke, Buettcher, SIGIR 2009) of keyword
    and semantic order with constant `rank_constant`. `half_life_days` multiplies the score by max(2 ** (-age / half life),
    `weight_floor`). `read` is whether the question is understood at all: names and framing taken out, and its aim told. `reranker` is
    what a reranker may add, if the store was opened with one.
    """

    name: str
    asking: Weights = ASKING
    continuing: Weights = CONTINUING
    fusion: Literal["blend", "rank"] = "blend"
    read: bool = True
    rank_constant: int = 60
    half_life_days: float | None = None
    weight_floor: float = 0.1
    reranker: float = 0.2

    def without(self, *signals: str) -> "RecallRecipe":
        """The same without these signals, to see what they are worth."""
        gone = dict.fromkeys(signals, 0.0)
        return replace(
            self,
            name=f"{self.name} without {', '.join(signals)}",
            asking=replace(self.asking, **gone),
            continuing=replace(self.continuing, **gone),
        )


def _plain(
    name: str, fusion: Literal["blend", "rank"], keyword: float, semantic: float, half_life_days: float | None = None
) -> RecallRecipe:
    weights = Weights(keyword=keyword, semantic=semantic)
    return RecallRecipe(name, weights, weights, fusion, read=False, half_life_days=half_life_days, reranker=0)


RECIPES: Final = {
    recipe.name: recipe
    for recipe in (
        RecallRecipe("conversation"),
        _plain("rank-fusion", "rank", 1, 1),
        _plain("temporal", "rank", 1, 1, half_life_days=30),
        _plain("keyword", "blend", 1, 0),
        _plain("semantic", "blend", 0, 10),
    )
}
"""`conversation` is the default; `rank-fusion` the textbook hybrid; `temporal` weighs that by age (half-life 30 days, floor .1)."""
DEFAULT_RECIPE: Final = RECIPES["conversation"]


def recipe_named(recipe: str | RecallRecipe | None) -> RecallRecipe:
    """The recipe of that name, a recipe as it is, the default for None.

    Raises:
        UnknownRecipe: nothing was done.
    """
    if recipe is None:
        return DEFAULT_RECIPE
    if isinstance(recipe, RecallRecipe):
        return recipe
    if recipe not in RECIPES:
        raise UnknownRecipe(f"There is no recipe {recipe!r}. Known: {', '.join(RECIPES)}.")
    return RECIPES[recipe]
