"""What each signal of recall is for: every test fails if its signal's weight were 0."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from perdure import RECIPES, Hit, NewTurn, UserMemory
from perdure.errors import UnknownRecipe
from perdure.ports.clock import ManualClock
from perdure.recall.recipes import RecallRecipe

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)
FILLER = (
    "The invoice was wrong.",
    "Football practice is tiring.",
    "The printer needs toner.",
    "A recipe for lentil soup.",
    "The moon is bright.",
)
PETS = "The shop on the corner is for sale at an absurd price since the owner retired to the south."
Said = tuple[str, str, str]  # session, role or name of a user, text


def without(*weights: str) -> RecallRecipe:
    return replace(RECIPES["conversation"], **dict.fromkeys(weights, 0.0))


def tell(user: UserMemory, said: Sequence[Said], at: datetime = NOON) -> None:
    """Store turns, and a few of other matters, so that what matters stands out."""
    turns = [
        NewTurn(session, role if role in ("user", "assistant") else "user", text, at, None if role in ("user", "assistant") else role)
        for session, role, text in said
    ]
    user.ingest([*turns, *(NewTurn(f"filler-{place}", "user", text, at) for place, text in enumerate(FILLER))])


def texts(hits: Sequence[Hit]) -> list[str]:
    return [hit.text for hit in hits]


def score(hits: Sequence[Hit], session: str, text: str) -> float:
    return next(hit.score for hit in hits if hit.session_id == session and hit.text == text)


def test_shared_words_find_what_meaning_alone_would_not(alice: UserMemory) -> None:
    tell(alice, [("1", "user", "She keeps a puppy and a kitten."), ("2", "user", PETS)])

    assert alice.recall("dog or cat on sale?")[0].text == PETS
    assert alice.recall("dog or cat on sale?", recipe=without("keyword"))[0].text == "She keeps a puppy and a kitten."


@pytest.mark.parametrize(
    ("weight", "conversation"),
    [
        ("neighbour_before", [("1", "assistant", "What is the name of your doctor?"), ("1", "user", "Weissmann, third floor.")]),
        ("neighbour_after", [("1", "user", "Weissmann, third floor."), ("1", "assistant", "So that is the name of your doctor.")]),
    ],
)
def test_an_answer_is_found_beside_its_question(alice: UserMemory, weight: str, conversation: list[Said]) -> None:
    tell(alice, [("2", "user", "Weissmann, third floor."), *conversation])

    def advantage(recipe: RecallRecipe) -> float:
        hits = alice.recall("name of the doctor", recipe=recipe)
        return score(hits, "1", "Weissmann, third floor.") - score(hits, "2", "Weissmann, third floor.")

    assert advantage(RECIPES["conversation"]) > advantage(without(weight)) + 0.2


def test_a_turn_in_a_session_about_the_question_comes_first(alice: UserMemory) -> None:
    elsewhere = [("2", "user", "I sold the bicycle."), ("2", "user", "It rained."), ("2", "user", "The hotel is booked.")]
    there = [("1", "user", "Kyoto has temples."), ("1", "assistant", "Gladly."), ("1", "user", "The hotel is booked.")]
    tell(alice, [*elsewhere, *there])

    def sessions(recipe: RecallRecipe) -> list[str | None]:
        return [hit.session_id for hit in alice.recall("hotel Kyoto", recipe=recipe) if hit.text == "The hotel is booked."]

    assert sessions(RECIPES["conversation"]) == ["1", "2"]
    assert sessions(without("session", "semantic_neighbours")) == ["2", "1"]


def test_meaning_finds_what_shares_no_word(alice: UserMemory) -> None:
    tell(alice, [("1", "user", "I repaired the roof."), ("2", "user", "I adopted a puppy.")])

    assert alice.recall("What animal lives with them?")[0].text == "I adopted a puppy."
    assert alice.recall("What animal lives with them?", recipe=without("semantic"))[0].text == "I repaired the roof."


def test_a_turn_among_turns_of_close_meaning_comes_first(alice: UserMemory) -> None:
    tell(
        alice,
        [
            ("2", "user", "The tax office wrote."),
            ("2", "user", "All went well."),
            ("1", "user", "The vet looked at our puppy."),
            ("1", "user", "All went well."),
        ],
    )

    def sessions(recipe: RecallRecipe) -> list[str | None]:
        return [hit.session_id for hit in alice.recall("dog animal doctor", recipe=recipe) if hit.text == "All went well."]

    assert sessions(RECIPES["conversation"]) == ["1", "2"]
    assert sessions(without("semantic_neighbours")) == ["2", "1"]


def test_among_friends_the_one_named_is_meant(alice: UserMemory) -> None:
    tell(alice, [("1", "Bob", "I play the violin."), ("2", "Ann", "I play the violin.")])

    assert alice.recall("What does Ann play?")[0].speaker == "Ann"
    assert alice.recall("What does Ann play?", recipe=without("speaker"))[0].speaker == "Bob"
    assert alice.recall("What does Bob's friend Ann play?")[0].why.signals.get("speaker", 0) == 0, "two are named, so neither is meant"


def test_a_user_is_believed_about_themselves(alice: UserMemory) -> None:
    tell(alice, [("1", "assistant", "Dune is a favourite book."), ("2", "user", "Dune is a favourite book.")])

    assert alice.recall("What is my favourite book?")[0].speaker == "user"
    assert alice.recall("What is my favourite book?", recipe=without("speaker"))[0].speaker == "assistant"


def test_what_did_you_recommend_means_the_assistant(alice: UserMemory) -> None:
    tell(alice, [("1", "user", "The book Dune fits."), ("2", "assistant", "The book Dune fits.")])

    assert alice.recall("What book did you recommend to me?")[0].speaker == "assistant"
    assert alice.recall("What book did you recommend to me?", recipe=without("speaker"))[0].speaker == "user"


def test_the_month_a_question_names_is_preferred(alice: UserMemory) -> None:
    alice.ingest(
        [
            NewTurn("1", "user", "We went sailing.", datetime(2026, 4, 2, tzinfo=UTC)),
            NewTurn("2", "user", "We went sailing.", datetime(2026, 3, 3, tzinfo=UTC)),
            NewTurn("3", "user", "We went sailing.", datetime(2025, 3, 3, tzinfo=UTC)),
        ]
    )

    assert alice.recall("Who went sailing in March 2026?")[0].session_id == "2"
    assert alice.recall("Who went sailing in March 2026?", recipe=without("date"))[0].session_id == "1"


def test_the_day_a_question_names_counts_double(alice: UserMemory) -> None:
    alice.ingest([NewTurn(str(day), "user", "We went sailing.", datetime(2026, 3, day, tzinfo=UTC)) for day in (5, 3)])

    found = {hit.session_id: hit.why.signals["date"] for hit in alice.recall("Who went sailing on 3 March 2026?")}

    assert found == {"3": pytest.approx(0.3), "5": pytest.approx(0.15)}


def test_a_short_question_of_a_friend_yields_to_a_statement(alice: UserMemory) -> None:
    tell(alice, [("1", "Gina", "Did Gina open the dance studio?"), ("2", "Jon", "Gina did open a dance studio.")])

    def first(recipe: RecallRecipe) -> str:
        return alice.recall("Who did open the dance studio?", recipe=recipe)[0].text

    assert first(RECIPES["conversation"]) == "Gina did open a dance studio."
    assert first(without("question_mark")) == "Did Gina open the dance studio?"


def test_a_question_for_the_time_prefers_texts_that_speak_of_one(alice: UserMemory) -> None:
    tell(alice, [("1", "user", "We moved house with relatives."), ("2", "user", "We moved house in March.")])

    hits, plain = alice.recall("When did they move house?"), alice.recall("When did they move house?", recipe=without("time_word"))

    assert score(hits, "2", "We moved house in March.") - score(plain, "2", "We moved house in March.") == pytest.approx(0.1)
    assert score(hits, "1", "We moved house with relatives.") == pytest.approx(score(plain, "1", "We moved house with relatives."))
    assert "time_word" not in alice.recall("Where did they move house?")[0].why.signals


def test_of_two_equals_the_later_scores_higher(alice: UserMemory) -> None:
    for session, days in (("old", 60), ("new", 1)):
        alice.ingest([NewTurn(session, "user", "The bus is late.", NOON - timedelta(days=days))])

    new, old = alice.recall("bus")
    assert (new.session_id, old.session_id) == ("new", "old")
    assert new.score > old.score
    plain = alice.recall("bus", recipe=without("recency"))
    assert plain[0].score == plain[1].score


@pytest.mark.parametrize("recipe", sorted(RECIPES))
def test_reasons_sum_up_to_the_score(alice: UserMemory, recipe: str) -> None:
    tell(alice, [("1", "Ann", "We sailed last March."), ("1", "Bob", "Did you like it?"), ("2", "Bob", "I sail in winter.")])
    alice.remember("Ann likes sailing", at=NOON - timedelta(days=40))

    hits = alice.recall("When did Ann sail in March 2026?", recipe=recipe)

    assert len(hits) > 3
    for hit in hits:
        assert sum(hit.why.signals.values()) == pytest.approx(hit.score, abs=1e-5)
        assert "(" in str(hit.why) or not any(abs(value) >= 0.005 for value in hit.why.signals.values())


def test_rank_fusion_adds_reciprocal_ranks(alice: UserMemory) -> None:
    tell(alice, [("1", "user", "Sailing, sailing, sailing."), ("2", "user", "A sailing boat with many other things aboard.")])

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


def test_an_allergy_outranks_a_colour_when_it_is_about_food(alice: UserMemory) -> None:
    alice.remember("My favourite colour is green")
    alice.remember("I'm allergic to peanuts")

    for question in ("what must I not cook?", "what food should we avoid for dinner?"):
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
