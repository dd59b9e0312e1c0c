"""Which recalled hits an answer used, and what use tells of a memory."""

import time
from datetime import UTC, datetime

import pytest

from perdure.errors import InvalidOption
from perdure.memories.grounding import GROUNDED, used_in, usefulness
from perdure.model.hit import Hit, Why
from perdure.model.memory import Kind
from perdure.model.usage import Usage

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)
KNOWN = (
    "I have a dog called Biscuit.",
    "My sister Nora lives in Gothenburg and teaches chemistry.",
    "The budget for the kitchen is 14,500 euros.",
    "I'm allergic to peanuts.",
    "We fly to Lisbon on 12 June with TAP.",
    "Yesterday I repaired the bicycle chain and cleaned the brakes.",
    "My favourite colour is green.",
    "我的妹妹住在杭州。",
)
DOG, SISTER, BUDGET, PEANUTS, FLIGHT, BICYCLE, GREEN, HANGZHOU = range(8)


def hits(*texts: str) -> list[Hit]:
    return [Hit(f"mem_{place:032x}", Kind.FACT, text, 1.0, NOON, None, None, None, (), Why({})) for place, text in enumerate(texts)]


def used(question: str, answer: str, *texts: str) -> set[int]:
    return {int(found.removeprefix("mem_"), 16) for found in used_in(answer, hits(*(texts or KNOWN)), question=question)}


@pytest.mark.parametrize(
    ("question", "answer", "right"),
    [
        ("What's my dog's name?", "Your dog is called Biscuit.", DOG),
        ("What's my dog's name?", "Biscuit!", DOG),
        ("Where does my sister live?", "Nora lives in Gothenburg.", SISTER),
        ("How much may the kitchen cost?", "You set a limit of 14,500 euros, so the oak fronts are out.", BUDGET),
        ("What can I cook tonight?", "How about a Thai curry? I would leave out the peanuts because of your allergy.", PEANUTS),
        ("When do we leave?", "Your flight to Lisbon leaves on 12 June.", FLIGHT),
        ("What did I repair?", "You fixed the chain of your bicycle and cleaned its brakes.", BICYCLE),
        ("What is the colour I like best?", "Green.", GREEN),
        ("我妹妹住在哪里？", "她住在杭州。", HANGZHOU),
    ],
)
def test_an_answer_in_the_words_of_a_hit_used_it(question: str, answer: str, right: int) -> None:
    assert used(question, answer) == {right}


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What is the capital of France?", "The capital of France is Paris."),
        ("Tell me a joke", "Why did the chicken cross the road? To get to the other side."),
        ("What's my dog's name?", "I don't know your dog's name; you have not told me."),
        ("What did I do yesterday?", "You repaired something."),
        ("How do I fix a flat tyre?", "Take off the wheel, patch the tube and pump it up again. Check the brakes afterwards."),
        ("What is a good dog food?", "Choose one with a high share of meat, and mind the age and weight of your dog."),
        ("Recommend a book", "You could read a chemistry book, or a novel by Selma Lagerlöf."),
        ("Is Nora my sister?", "Yes, Nora is your sister."),
        ("天气怎么样？", "今天下雨。"),
        ("", ""),
    ],
)
def test_an_answer_that_shares_only_the_topic_or_the_question_used_nothing(question: str, answer: str) -> None:
    assert used(question, answer) == set()


@pytest.mark.parametrize(
    ("answer", "cited"),
    [
        ("See [3].", {2}),
        ("See [3, 5] and 【1】.", {0, 2, 4}),
        (f"As mem_{1:032x} says.", {1}),
        ("That was long ago[2].", {1}),
        ("See [99] and [0].", set[int]()),
        ("A [3](https://example.org) link.", set[int]()),
        ("Take `a[3]`:\n```\nb[2]\n```", set[int]()),
        ("```\nunclosed [3]", set[int]()),
        ("[" * 10_000, set[int]()),
    ],
)
def test_an_answer_cites_by_number_or_id(answer: str, cited: set[int]) -> None:
    assert used("", answer) == cited


def test_a_citation_is_surest() -> None:
    found = used_in("It is [1], or on 12 June, to Lisbon.", hits(KNOWN[DOG], KNOWN[FLIGHT]), question="when")

    assert list(found) == [hits("")[0].id, f"mem_{1:032x}"]
    assert found[f"mem_{0:032x}"] == 1.0 >= found[f"mem_{1:032x}"] >= GROUNDED


def test_the_words_of_the_question_prove_nothing() -> None:
    assert used("What does Biscuit eat?", "Biscuit eats meat.", KNOWN[DOG]) == set()
    assert used("What does it eat?", "Biscuit eats meat.", KNOWN[DOG]) == {0}


def test_a_word_that_all_hits_hold_speaks_for_none_of_them() -> None:
    texts = [
        f"Oslo in {season} was {how}."
        for season, how in (("winter", "dark"), ("summer", "bright"), ("autumn", "stormy"), ("spring", "muddy"))
    ]

    assert used("Where?", "You were in Oslo, when it was bright in summer.", *texts) == {1}


def test_the_same_hit_twice_is_told_once() -> None:
    twice = hits(KNOWN[DOG]) * 2

    assert list(used_in("Biscuit", twice)) == [twice[0].id]


def test_a_turn_and_the_memory_that_came_of_it_are_both_used() -> None:
    turn = f"Good morning! {KNOWN[DOG]} We went to the park."

    assert used("What's my dog's name?", "Your dog is called Biscuit.", turn, KNOWN[DOG], KNOWN[SISTER]) == {0, 1}


def test_a_name_and_a_word_in_common_are_enough_among_many_others() -> None:
    told = "We rented a hut, chopped wood, swam, cooked lentils, and late one evening Ludmila showed us a comet through her telescope."
    answer = "Pack warm layers, torches, batteries, snacks, blankets, maps, chargers; maybe Ludmila lends you the telescope once more."

    assert used("What should I bring?", answer, told, KNOWN[DOG]) == {0}


def test_nothing_recalled_is_nothing_used() -> None:
    assert used_in("Biscuit [1]", []) == {}


def test_many_long_hits_and_a_long_answer_are_compared_fast() -> None:
    long = hits(*(" ".join(f"word{number * 31 % 977}" for number in range(place, place + 3000)) for place in range(50)))
    started = time.perf_counter()

    used_in("word1 [" * 40_000, long, question="word2 " * 1000)

    assert time.perf_counter() - started < 2


# Usefulness


def test_a_memory_that_was_never_recalled_is_neither() -> None:
    assert usefulness(Usage()) == 0


def test_one_click_does_not_bury_a_memory_that_is_used() -> None:
    assert usefulness(Usage(recalled=5, used=5, not_useful=1)) > 0
    assert usefulness(Usage(not_useful=1)) == pytest.approx(-1 / 3)


def test_what_somebody_says_counts_three_times_what_an_answer_shows() -> None:
    assert usefulness(Usage(useful=1)) == usefulness(Usage(recalled=3, used=3))
    assert usefulness(Usage(not_useful=1)) == usefulness(Usage(recalled=30))


def test_each_use_helps_and_each_complaint_hurts_but_ever_less() -> None:
    rising = [usefulness(Usage(useful=count)) for count in (0, 1, 2, 10, 10_000)]
    falling = [usefulness(Usage(not_useful=count)) for count in (0, 1, 2, 10, 10_000)]

    assert rising == sorted(rising)
    assert rising[1] - rising[0] > rising[2] - rising[1]
    assert falling == [-value for value in rising]
    assert 0.99 < rising[-1] < 1


def test_more_used_than_recalled_is_no_reproach() -> None:
    assert usefulness(Usage(recalled=0, used=4)) == usefulness(Usage(recalled=4, used=4)) > 0


@pytest.mark.parametrize("field", ["recalled", "used", "useful", "not_useful"])
def test_counts_are_not_negative(field: str) -> None:
    with pytest.raises(InvalidOption, match="counts from 0"):
        Usage(**{field: -1})
