"""Which memories of a day become one, and what they say together."""

import random
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import numpy as np
import pytest

from perdure.embedders.registry import make_embedder
from perdure.errors import EmbedderMissing, InvalidOption
from perdure.memories.consolidation import clusters, consolidated, is_foldable, said_words
from perdure.model.memory import Kind, Memory
from perdure.model.policies import ConsolidationPolicy
from perdure.ports.embedder import Vectors

MORNING = datetime(2026, 3, 2, 8, tzinfo=UTC)
POLICY = ConsolidationPolicy()
TAXES = (
    "The tax return is due at the end of July.",
    "I sent the receipts to my tax adviser.",
    "My tax adviser found a mistake in the return.",
)
BEES = ("The bees swarmed into the neighbour's apple tree.", "I caught the swarm of bees with a box.", "The new bees live behind the shed.")
OTHERS = ("I renewed my passport.", "The choir rehearses a mass by Haydn.", "We had pizza at Leo's.", "The lift is broken.")


def told(*texts: str, **more: Any) -> list[Memory]:
    start = more.pop("start", MORNING)
    return [
        Memory(f"mem_{place:05}", more.get("kind", Kind.EPISODE), text, start + timedelta(minutes=place), start, sources=(f"trn_{place}",))
        for place, text in enumerate(texts)
    ]


def vectors(memories: Sequence[Memory], name: str = "static") -> Vectors:
    try:
        return make_embedder(name).embed([memory.text for memory in memories])
    except EmbedderMissing as missing:
        pytest.skip(str(missing))


def topics(memories: Sequence[Memory], found: list[list[int]]) -> list[list[str]]:
    return [[memories[place].text for place in cluster] for cluster in found]


# Which


@pytest.mark.parametrize("embedder", ["static", "minilm"])
def test_three_of_a_topic_become_one_and_the_rest_stays(embedder: str) -> None:
    memories = told(TAXES[0], OTHERS[2], BEES[0], TAXES[1], BEES[1], OTHERS[1], BEES[2], TAXES[2])

    found = clusters(memories, vectors(memories, embedder), POLICY)

    assert topics(memories, found) == [list(TAXES), list(BEES)]


@pytest.mark.parametrize("embedder", ["static", "minilm"])
@pytest.mark.parametrize(
    "texts",
    [
        OTHERS + BEES[:2],
        (
            "I saw a play about Galileo.",
            "The coffee machine needs descaling.",
            "My cousin moved to Porto.",
            "I lost my umbrella.",
            "It rained.",
        ),
        ("邻居搬走了。", "晚上我做了番茄炒蛋。", "今天去看了牙医。", "妈妈打来电话。", "火车晚点了。"),
        ("Lena hat Fieber.", "Das Fahrrad hat einen Platten.", "Der Umzug ist im Mai.", "Ich habe Brot gebacken.", "Es schneit wieder."),
    ],
)
def test_what_does_not_belong_together_stays_apart(embedder: str, texts: tuple[str, ...]) -> None:
    memories = told(*texts)

    assert clusters(memories, vectors(memories, embedder), POLICY) == []


def test_a_topic_is_found_in_other_languages_by_its_words() -> None:
    chinese = ("今天去看了牙医。", "牙医说我有一颗蛀牙。", "下周还要去牙医那里补牙。")
    german = ("Der Umzug nach Hamburg ist im Mai.", "Für den Umzug brauchen wir Kartons.", "Beim Umzug hilft uns Lena.")
    memories = told(*chinese, "邻居搬走了。", *german, "Ich habe Brot gebacken.")

    assert topics(memories, clusters(memories, vectors(memories), POLICY)) == [list(chinese), list(german)]


def test_the_order_of_the_memories_makes_no_difference() -> None:
    memories = told(*TAXES, *OTHERS, *BEES)
    expected = topics(memories, clusters(memories, vectors(memories), POLICY))
    for seed in range(5):
        mixed = memories.copy()
        random.Random(seed).shuffle(mixed)

        assert topics(mixed, clusters(mixed, vectors(mixed), POLICY)) == expected


def test_four_memories_of_a_day_are_left_as_they_are() -> None:
    few, enough = told(*TAXES, OTHERS[0]), told(*TAXES, *OTHERS[:2])

    assert clusters(few, vectors(few), POLICY) == []
    assert topics(enough, clusters(enough, vectors(enough), POLICY)) == [list(TAXES)]
    assert clusters(few, vectors(few), ConsolidationPolicy(least=4)) == [[0, 1, 2]]


def test_two_of_a_topic_are_no_cluster_unless_the_policy_says_so() -> None:
    memories = told(*TAXES[1:], *OTHERS)

    assert clusters(memories, vectors(memories), POLICY) == []
    assert clusters(memories, vectors(memories), ConsolidationPolicy(cluster=2)) == [[0, 1]]


def test_days_subjects_and_sources_stay_apart() -> None:
    memories = told(*TAXES, *OTHERS)
    for change in ({"subject": "Anna"}, {"source": "web"}, {"said_at": MORNING - timedelta(days=1)}):
        mixed = [replace(memories[0], **change), *memories[1:]]

        assert clusters(mixed, vectors(mixed), POLICY) == []


def test_a_day_is_the_day_of_who_said_it() -> None:
    tokyo = timezone(timedelta(hours=9))
    memories = told(*TAXES, *OTHERS[:2], start=datetime(2026, 3, 1, 22, tzinfo=UTC))
    late = [replace(memory, said_at=(memory.said_at + timedelta(hours=place)).astimezone(tokyo)) for place, memory in enumerate(memories)]

    assert clusters(late, vectors(late), POLICY) == [[0, 1, 2]]
    assert clusters([replace(memory, said_at=memory.said_at.astimezone(UTC)) for memory in late], vectors(late), POLICY) == []


@pytest.mark.parametrize(
    "change",
    [
        {"attribute": "owns", "value": "a car"},
        {"kind": Kind.PREFERENCE},
        {"kind": Kind.DIRECTIVE},
        {"kind": Kind.CONSOLIDATED},
        {"pinned": True},
        {"reason": "asked"},
        {"reason": "identity"},
        {"ended_at": MORNING},
        {"text": "My tax adviser is allergic to peanuts."},
        {"text": "I take my medication before doing taxes."},
    ],
)
def test_some_memories_never_end_by_consolidation(change: dict[str, Any]) -> None:
    memories = told(*TAXES, *OTHERS)
    memories[0] = replace(memories[0], **change)

    assert not is_foldable(memories[0])
    assert clusters(memories, vectors(memories), POLICY) == []
    assert is_foldable(memories[1])


def test_without_vectors_words_alone_tell() -> None:
    memories = told(*BEES, *OTHERS)

    assert clusters(memories, np.zeros((len(memories), 8), np.float32), ConsolidationPolicy(closeness=0.1)) == [[0, 1, 2]]


def test_a_word_of_all_memories_tells_no_topic() -> None:
    memories = told("Rosie found a shell.", "Rosie wants cake.", "Rosie lost a tooth.", "Rosie drew a lion.", "Rosie sneezed.")

    assert clusters(memories, np.zeros((5, 8), np.float32), ConsolidationPolicy(closeness=0.1)) == []


def test_vectors_must_match_and_nothing_makes_nothing() -> None:
    with pytest.raises(InvalidOption, match="as many vectors"):
        clusters(told(*TAXES), np.zeros((2, 8), np.float32), POLICY)
    assert clusters([], np.zeros((0, 8), np.float32), POLICY) == []


def test_ten_thousand_memories_of_a_day_are_clustered_fast() -> None:
    memories = told(*(f"topic{number // 4} item {number}" for number in range(10_000)))
    random_rows = np.random.default_rng(1).normal(size=(10_000, 64)).astype(np.float32)
    rows = random_rows / np.linalg.norm(random_rows, axis=1, keepdims=True)
    started = time.perf_counter()

    clusters(memories, rows, POLICY)

    assert time.perf_counter() - started < 10


@pytest.mark.parametrize("wrong", [{"least": 0}, {"cluster": 1}, {"closeness": 1.5}, {"characters": 10}])
def test_a_policy_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidOption, match="Nothing was done"):
        ConsolidationPolicy(**wrong)


# What they say


def test_a_consolidated_memory_says_it_in_their_words_and_order_and_cites_them() -> None:
    memories = told(*TAXES)

    one = consolidated(memories[::-1], POLICY)

    assert one.text == " ".join(TAXES)
    assert one.sources == ("trn_0", "trn_1", "trn_2")
    assert one.members == tuple(one.metadata["consolidates"]) == ("mem_00000", "mem_00001", "mem_00002")
    assert (one.valid_from, one.said_at, one.subject, one.source) == (MORNING, MORNING + timedelta(minutes=2), "user", "user")


def test_what_is_said_twice_is_kept_once_but_not_its_opposite() -> None:
    memories = told("The bees are calm", "the Bees are calm!", "The bees aren't calm.")

    assert consolidated(memories, POLICY).text == "The bees are calm. The bees aren't calm."


def test_it_begins_with_the_first_is_as_sure_as_the_least_and_keeps_a_common_thread() -> None:
    memories = [replace(memory, thread_id="thr_1") for memory in told(*TAXES)]
    memories[1] = replace(memories[1], valid_from=MORNING - timedelta(days=3), confidence=0.6)

    one = consolidated(memories, POLICY)

    assert (one.valid_from, one.confidence, one.thread_id) == (MORNING - timedelta(days=3), 0.6, "thr_1")
    assert consolidated([replace(memories[0], thread_id=None), *memories[1:]], POLICY).thread_id is None


def test_of_too_many_sentences_whole_ones_that_say_most_are_kept_in_their_order() -> None:
    filler = "It was what it was and so it was, as it is, over and over again, and then once more, because it was so. " * 3
    memories = told(f"Bees swarmed. {filler}", f"Hive bought. {filler.upper()}", "Honey: nine kilos.")

    text = consolidated(memories, ConsolidationPolicy(characters=100)).text

    assert len(text) <= 100
    assert text.startswith("Bees swarmed. Hive bought. Honey: nine kilos.")


def test_of_too_many_sentences_those_that_say_something_new_are_kept() -> None:
    memories = told(
        "Bees swarmed, hive moved, queen caged.", "Queen caged, hive moved, bees swarmed again.", "The honey was weighed at noon."
    )

    assert consolidated(memories, ConsolidationPolicy(characters=100)).text == f"{memories[0].text} {memories[2].text}"


@pytest.mark.parametrize("text", ["x" * 5000, "word " * 1000, "字" * 3000])
def test_one_endless_sentence_is_cut(text: str) -> None:
    one = consolidated(told(text, text, text), POLICY)

    assert 500 < len(one.text) <= 600
    assert one.text.endswith("…")


def test_what_is_of_two_subjects_or_sources_or_nothing_becomes_nothing() -> None:
    memories = told(*TAXES)
    for wrong in ([], [replace(memories[0], subject="Anna"), memories[1]], [replace(memories[0], source="web"), memories[1]]):
        with pytest.raises(InvalidOption):
            consolidated(wrong, POLICY)


def test_the_words_of_a_text_leave_out_what_says_nothing() -> None:
    assert said_words("Please, don't use emojis in your answers!") == said_words("do NOT use emoji") == (["use", "emoji"], 1)
    assert said_words("I can't stand the rain") == (["like", "rain"], 1)
    assert said_words("N'utilise pas d'emoji") == (["use", "emoji"], 1)
    assert said_words("请不要用表情符号。") == (["用表情符号"], 1)
    assert said_words("") == said_words("…") == ([], 0)
