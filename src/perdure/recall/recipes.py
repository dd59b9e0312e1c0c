"""Named ways to rank. Weights are round numbers; what each signal is worth is measured by `perdure eval`."""

from dataclasses import dataclass
from typing import Final, Literal

from perdure.errors import UnknownRecipe

__all__ = ["DEFAULT_RECIPE", "RECIPES", "RecallRecipe", "recipe_named"]


@dataclass(frozen=True, slots=True)
class RecallRecipe:
    """Weights of the signals; 0 leaves one out.

    `fusion`: "blend" adds weighted signals; "rank" is reciprocal rank fusion (Cormack, Clarke, Buettcher, SIGIR 2009) of keyword
    and semantic order with constant `rank_constant`. `semantic` of None takes the embedder's own weight. `half_life_days`
    multiplies the score by max(2 ** (-age / half life), `weight_floor`).
    """

    name: str
    fusion: Literal["blend", "rank"] = "blend"
    keyword: float = 1.0
    semantic: float | None = None
    neighbour_before: float = 0.5
    neighbour_after: float = 0.25
    session: float = 0.4
    semantic_neighbours: float = 0.25
    speaker: float = 0.3
    date: float = 0.3
    question_mark: float = 0.15
    time_word: float = 0.1
    recency: float = 0.02
    strip_names: bool = True
    rank_constant: int = 60
    half_life_days: float | None = None
    weight_floor: float = 0.1


def _plain(name: str, fusion: Literal["blend", "rank"] = "rank", half_life_days: float | None = None, **weights: float) -> RecallRecipe:
    return RecallRecipe(
        name,
        fusion,
        keyword=weights.get("keyword", 1.0),
        semantic=weights.get("semantic", 1.0),
        neighbour_before=0,
        neighbour_after=0,
        session=0,
        semantic_neighbours=0,
        speaker=0,
        date=0,
        question_mark=0,
        time_word=0,
        recency=0,
        strip_names=False,
        half_life_days=half_life_days,
    )


RECIPES: Final = {
    recipe.name: recipe
    for recipe in (
        RecallRecipe("conversation"),
        _plain("rank-fusion"),
        _plain("temporal", half_life_days=30),
        _plain("keyword", "blend", semantic=0),
        _plain("semantic", "blend", keyword=0, semantic=4),
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
