"""What recall gives back as a whole: its reasons, the named recipes, and the order that a user expects."""

from datetime import timedelta

import numpy as np
import pytest

from perdure import RECIPES, NewTurn, RecallRecipe, UserMemory, Why
from perdure.errors import UnknownRecipe
from perdure.ports.clock import ManualClock
from perdure.recall.recipes import SIGNALS, Weights
from talks import FULL, NOON, Line, tell, texts, without


@pytest.mark.parametrize("recipe", sorted(RECIPES))
def test_reasons_sum_up_to_the_score(alice: UserMemory, recipe: str) -> None:
    tell(alice, [Line("1", "Ann", "We sailed last March."), Line("1", "Bob", "Did you like it?"), Line("2", "Bob", "I sail in winter.")])
    alice.remember("Ann likes sailing", at=NOON - timedelta(days=40))

    hits = alice.recall("When did Ann sail in March 2026?", recipe=recipe)

    assert len(hits) > 3
    for hit in hits:
        assert sum(hit.why.signals.values()) == pytest.approx(hit.score, abs=1e-5)
        assert "(" in str(hit.why) or not any(abs(value) >= 0.005 for value in hit.why.signals.values())


def test_rank_fusion_adds_reciprocal_ranks(alice: UserMemory) -> None:
    tell(alice, [Line("1", "user", "Sailing, sailing, sailing."), Line("2", "user", "A sailing boat with many other things aboard.")])

    hits = {hit.id: hit for hit in alice.recall("sailing boat", recipe="rank-fusion", limit=20)}

    by_words = [hit.id for hit in alice.recall("sailing boat", recipe="keyword", limit=20) if hit.score > 0]
    by_meaning = [hit.id for hit in alice.recall("sailing boat", recipe="semantic", limit=20)]
    assert len(by_words) == 2
    for found, hit in hits.items():
        expected = 1 / (60 + by_meaning.index(found)) + (1 / (60 + by_words.index(found)) if found in by_words else 0)
        assert hit.score == pytest.approx(expected, abs=1e-6)
    assert [hit.score for hit in hits.values()] == sorted((hit.score for hit in hits.values()), reverse=True)


def test_temporal_halves_a_score_each_month_down_to_a_tenth(alice: UserMemory) -> None:
    ages = {"new": 0, "month": 30, "two months": 60, "year": 365, "ahead": -10}
    alice.ingest([NewTurn(name, "user", "The bus is late.", NOON - timedelta(days=days)) for name, days in ages.items()])

    hits = alice.recall("bus", recipe="temporal")

    unweighted = {hit.session_id: sum(value for name, value in hit.why.signals.items() if name != "temporal_weight") for hit in hits}
    weights = {hit.session_id: hit.score / unweighted[hit.session_id] for hit in hits}
    assert weights == {
        name: pytest.approx(weight, rel=1e-4)
        for name, weight in [("new", 1), ("month", 0.5), ("two months", 0.25), ("year", 0.1), ("ahead", 1)]
    }


def test_an_allergy_outranks_a_colour_when_it_is_about_cooking(alice: UserMemory) -> None:
    alice.remember("My favourite colour is green")
    alice.remember("I'm allergic to peanuts")

    assert alice.recall("what must I not cook?")[0].text == "I'm allergic to peanuts"


@pytest.mark.parametrize("question", ["what food should we avoid for dinner?", "Which food should I not serve?"])
def test_an_allergy_outranks_a_colour_when_advice_about_food_is_wanted(alice: UserMemory, question: str) -> None:
    alice.remember("My favourite colour is green")
    alice.remember("I'm allergic to peanuts")

    assert alice.recall(question)[0].text == "I'm allergic to peanuts"


def _switch_themes(user: UserMemory, old: str, new: str) -> None:
    user.remember(f"User liked {old} theme", at=NOON - timedelta(days=90))
    user.remember(f"User switched to {new} theme", at=NOON)


@pytest.mark.parametrize(("old", "new"), [("blue", "red"), ("red", "blue")])
def test_the_newer_theme_ranks_before_the_older_by_temporal_weight(alice: UserMemory, old: str, new: str) -> None:
    _switch_themes(alice, old, new)

    hits = alice.recall("color theme preference", recipe="temporal")

    assert texts(hits) == [f"User switched to {new} theme", f"User liked {old} theme"]


@pytest.mark.parametrize(("old", "new"), [("blue", "red"), ("red", "blue")])
def test_the_newer_theme_ranks_before_the_older(alice: UserMemory, old: str, new: str) -> None:
    _switch_themes(alice, old, new)

    assert texts(alice.recall("color theme preference")) == [f"User switched to {new} theme", f"User liked {old} theme"]


def test_a_corrected_memory_does_not_come_back_when_the_clock_steps_back(alice: UserMemory, clock: ManualClock) -> None:
    home = alice.remember("I live in Bern")
    clock.advance(timedelta(days=1))
    alice.update(home.id, "I live in Basel")
    clock.advance(timedelta(hours=-2))

    assert texts(alice.recall("live")) == ["I live in Basel"]


def test_a_recipe_that_nobody_knows_is_an_error(alice: UserMemory) -> None:
    with pytest.raises(UnknownRecipe, match="conversation, rank-fusion"):
        alice.recall("anything", recipe="magic")


def test_explanations_can_be_left_out(alice: UserMemory) -> None:
    alice.remember("I like tea")

    assert alice.recall("tea", explain=False)[0].why.signals == {}
    assert np.isfinite(alice.recall("tea", explain=False)[0].score)


@pytest.mark.parametrize("signal", SIGNALS)
def test_every_signal_is_explained_in_words(signal: str) -> None:
    told = str(Why({signal: 0.25}))

    assert told.endswith(" (+0.25)")
    assert len(told.removesuffix(" (+0.25)").split()) > 1, "a phrase, not the signal's name"


def test_reasons_start_with_what_counted_most_and_leave_trifles_out() -> None:
    why = str(Why({"recency": 0.001, "keyword": 0.2, "speaker": -0.3}))

    assert why.index("speaker") < why.index("rare words")
    assert "recently" not in why


def test_of_many_reasons_the_five_that_weigh_most_are_told() -> None:
    why = Why({signal: 0.5 - place / 100 for place, signal in enumerate(SIGNALS)})

    assert str(why).count(";") == 5
    assert str(why).endswith(f"; {len(SIGNALS) - 5} more ({sum(list(why.signals.values())[5:]):+.2f})")


def test_a_recipe_without_a_signal_never_names_it(alice: UserMemory) -> None:
    tell(alice, [Line("1", "user", "Who is my doctor?"), Line("1", "user", "Weissmann, as ever.")])

    bare = without("keyword", "speaker", "opening")
    told = {
        name
        for question in ("Who is my doctor?", "Okay, what's next?")
        for hit in alice.recall(question, recipe=bare)
        for name in hit.why.signals
    }

    assert bare.name == "conversation without keyword, speaker, opening"
    assert told
    assert not told & {"keyword", "speaker", "opening"}
    assert RECIPES["conversation"] == FULL, "recipes are values: taking something out leaves the original as it is"


def test_a_recipe_of_ones_own(alice: UserMemory) -> None:
    tell(alice, [Line("1", "user", "The boat leaks."), Line("2", "user", "I mended it on 3 March 2026.")])
    loud = Weights(opening=1.0)
    mine = RecallRecipe("openings only", loud, loud, read=False)

    hits = alice.recall("boat", recipe=mine, limit=99)

    assert {hit.score for hit in hits} == {1.0}
    assert all(set(hit.why.signals) == {"opening"} for hit in hits)
