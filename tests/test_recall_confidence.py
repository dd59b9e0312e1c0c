"""How sure recall is: the best hit's score, low where nobody said what is asked, so that a floor tells nothing from something."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

import perdure
from perdure import Store, UserMemory
from perdure.errors import EmbedderUnavailable
from perdure.ports.clock import ManualClock
from perdure.ports.embedder import EmbedderSpec, Vectors
from talks import FULL, NOON, Line, tell, without

ASSISTED = [
    Line("kyoto", "user", "Let's plan the trip to Kyoto in April.", days=40),
    Line("kyoto", "assistant", "Lovely! Do you want to see the temples or the gardens first?", days=40),
    Line("kyoto", "user", "The temples, and we must eat at that noodle place near Gion.", days=40),
    Line("dog", "user", "Our dog Rex has to see the vet because of his left ear.", days=20),
    Line("dog", "assistant", "I hope it is nothing bad. When is the appointment?", days=20),
    Line("dog", "user", "On Friday at nine, with Doctor Weissmann.", days=20),
    Line("job", "user", "I start a new job at the harbour office next month.", days=10),
    Line("job", "assistant", "Congratulations! What will you do there?", days=10),
    Line("job", "user", "I keep the books and talk to the customs people.", days=10),
]
FRIENDS = [
    Line("boat", "Bob", "I finally sold my old sailing boat.", days=30),
    Line("boat", "Ann", "Oh no, why did you sell it?", days=30),
    Line("boat", "Bob", "The harbour fees doubled, and my back hurts.", days=30),
    Line("piano", "Ann", "I started piano lessons with a strict teacher.", days=20),
    Line("piano", "Bob", "What do you play?", days=20),
    Line("piano", "Ann", "Mostly Bach, badly. I practise the piano each morning before work.", days=20),
    Line("garden", "Bob", "The tomatoes in my garden are ripe.", days=10),
    Line("garden", "Ann", "My balcony only has basil.", days=10),
]
ANSWERED = (
    "When does Rex see the vet?",
    "Which noodle place did we want to eat at?",
    "What is wrong with the dog's ear?",
    "Where do I start my new job?",
    "Which temples did I want to see in Kyoto?",
)
OFF_TOPIC = (
    "What is the capital of Mongolia?",
    "How do volcanoes form?",
    "Which guitar did I buy?",
    "What was the score of the basketball final?",
    "Who painted the ceiling?",
    "When does Rex see the dentist in Lisbon?",
    "What did the tax adviser say about my shares?",
    "zzzz qqqq",
    "what is it that you did?",
)


class Letters:
    """An embedder that counts letters, and is out of reach when told so."""

    out = False
    spec = EmbedderSpec("letters", 26, 0.3)

    def embed(self, texts: Sequence[str]) -> Vectors:
        if self.out:
            raise EmbedderUnavailable("Nobody answers.")
        counts = np.array([[text.lower().count(chr(97 + letter)) for letter in range(26)] for text in texts], np.float32)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1)


@pytest.fixture
def lettered(tmp_path: Path, clock: ManualClock) -> Iterator[tuple[Store, Letters]]:
    embedder = Letters()
    with perdure.open(tmp_path / "letters", clock=clock, embedder=embedder) as store:
        yield store, embedder


@pytest.fixture
def assisted(alice: UserMemory) -> UserMemory:
    tell(alice, ASSISTED)
    return alice


@pytest.fixture
def friends(alice: UserMemory) -> UserMemory:
    tell(alice, FRIENDS)
    return alice


def sure(user: UserMemory, question: str, **options: object) -> float:
    return user.recall(question, **options)[0].score  # type: ignore[arg-type]


@pytest.mark.parametrize("question", ANSWERED)
def test_what_was_said_passes_the_floor(assisted: UserMemory, question: str) -> None:
    hits = assisted.recall(question)

    assert 0.5 < hits[0].score < 1
    assert assisted.recall(question, min_score=0.5) == [hit for hit in hits if hit.score >= 0.5]


@pytest.mark.parametrize("question", OFF_TOPIC)
def test_nothing_relevant_is_an_answer(assisted: UserMemory, question: str) -> None:
    assert 0 < sure(assisted, question) < 0.25
    assert assisted.recall(question, min_score=0.5) == []


def test_every_answered_question_scores_above_every_unanswered_one(assisted: UserMemory) -> None:
    assert min(sure(assisted, question) for question in ANSWERED) > 2 * max(sure(assisted, question) for question in OFF_TOPIC)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("Why did Bob sell his sailing boat?", "Why did Ann sell her sailing boat?"),
        ("Why does Ann practise the piano?", "Why does Bob practise the piano?"),
        ("Are Bob's tomatoes ripe?", "Are Ann's tomatoes ripe?"),
    ],
)
def test_the_right_matter_of_the_wrong_friend_is_no_answer(friends: UserMemory, right: str, wrong: str) -> None:
    assert sure(friends, right) > 0.8
    assert sure(friends, wrong) < 0.25
    assert friends.recall(wrong, min_score=0.5) == []


def test_without_the_speaker_signal_nobody_is_the_wrong_one(friends: UserMemory) -> None:
    blind = without("speaker")

    right, wrong = sure(friends, "Why did Bob sell the boat?", recipe=blind), sure(friends, "Why did Ann sell the boat?", recipe=blind)

    assert right == pytest.approx(wrong, abs=0.02)


def test_each_word_that_nobody_said_lowers_it(assisted: UserMemory) -> None:
    known = sure(assisted, "When does Rex see the vet?")
    one = sure(assisted, "When does Rex see the astrophysicist?")
    three = sure(assisted, "When does Rex see the astrophysicist about parallax and quasars?")

    assert known > one > three


def test_common_words_prove_less_than_rare_ones(alice: UserMemory) -> None:
    tell(alice, [Line(f"walk {number}", "user", f"A walk with the dog, number {number}.") for number in range(20)])
    alice.remember("The astrolabe is in the attic")

    assert sure(alice, "astrolabe quasar") > sure(alice, "dog quasar")


def test_help_and_going_on_are_served_by_less_than_one_fact(assisted: UserMemory) -> None:
    asked = sure(assisted, "Which dentist did Rex have?")

    assert sure(assisted, "Can you help me find Rex a dentist?") > asked
    assert sure(assisted, "Right, Rex has a dentist now.") > asked


def test_the_best_score_does_not_grow_with_the_number_of_signals(assisted: UserMemory) -> None:
    for question in ANSWERED:
        assert sure(assisted, question) == pytest.approx(sure(assisted, question, recipe=without("opening", "name", "session")), rel=1e-5)


def test_the_other_hits_score_in_proportion(assisted: UserMemory) -> None:
    hits = assisted.recall("When does Rex see the vet?", limit=99)

    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    (scale,) = {round(hit.why.signals["opening"] / FULL.asking.opening, 5) for hit in hits if hit.why.signals["opening"]}
    told_by_user = {round(hit.why.signals["speaker"] / scale, 3) for hit in hits if hit.speaker == "user"}
    assert told_by_user == {FULL.asking.speaker}


@pytest.mark.parametrize("question", [ANSWERED[0], OFF_TOPIC[0], "Can you suggest a walk for Rex?", "Okay, Rex is fine. What's next?"])
def test_reasons_sum_up_to_the_scaled_score(assisted: UserMemory, question: str) -> None:
    assisted.remember("Rex prefers short walks", at=NOON - timedelta(days=5))

    for hit in assisted.recall(question, limit=99):
        assert sum(hit.why.signals.values()) == pytest.approx(hit.score, abs=1e-5)


def test_it_does_not_matter_how_many_hits_are_wanted_or_explained(assisted: UserMemory) -> None:
    question = ANSWERED[0]

    assert sure(assisted, question, limit=1) == sure(assisted, question, limit=99) == sure(assisted, question, explain=False)


def test_plain_recipes_are_not_calibrated(assisted: UserMemory) -> None:
    for question in (ANSWERED[0], OFF_TOPIC[0]):
        hits = assisted.recall(question, recipe="rank-fusion", limit=99)
        assert hits[0].score == pytest.approx(sum(hits[0].why.signals.values()))
        assert 1 / 60 < hits[0].score < 2 / 60 + 1e-6


def test_an_empty_store_is_sure_of_nothing(alice: UserMemory) -> None:
    assert alice.recall("When does Rex see the vet?") == []
    assert alice.recall("When does Rex see the vet?", min_score=0.5) == []


def test_a_single_memory_is_found_or_not(alice: UserMemory) -> None:
    alice.remember("My locker code is 4711")

    assert [hit.text for hit in alice.recall("What is my locker code?", min_score=0.5)] == ["My locker code is 4711"]
    assert alice.recall("Who won the cup?", min_score=0.5) == []


def test_two_memories_of_the_same_text_score_alike(alice: UserMemory) -> None:
    for _ in range(2):
        alice.remember("My locker code is 4711")

    first, second = alice.recall("Tell me my locker code.")
    assert first.score == pytest.approx(second.score, rel=0.01)


def test_by_words_alone_recall_is_still_sure(lettered: tuple[Store, Letters]) -> None:
    store, embedder = lettered
    user = store.user("alice")
    embedder.out = True
    tell(user, ASSISTED)

    hits = user.recall("When does Rex see the vet?")

    assert hits[0].text == "Our dog Rex has to see the vet because of his left ear."
    assert hits[0].score > 0.5
    assert not {"semantic", "semantic_neighbours", "linked_sessions"} & set(hits[0].why.signals)
    assert user.recall("What is the capital of Mongolia?", min_score=0.5) == []
    assert store.degraded["recalled by words only"] == 2


def test_going_on_works_by_words_alone(lettered: tuple[Store, Letters]) -> None:
    store, embedder = lettered
    user = store.user("alice")
    tell(user, ASSISTED)
    embedder.out = True

    hits = user.recall("Okay, the vet saw Rex. What's next?")

    assert hits[0].session_id == "dog"
    assert np.isfinite([hit.score for hit in hits]).all()


def test_a_floor_below_zero_and_at_one(assisted: UserMemory) -> None:
    everything = assisted.figures().turns

    assert len(assisted.recall(ANSWERED[0], limit=99, min_score=-9)) == everything
    assert assisted.recall(ANSWERED[0], limit=99, min_score=1.0) == []


def test_what_was_said_later_does_not_change_how_sure_recall_was(alice: UserMemory) -> None:
    tell(alice, [Line("then", "user", "The invoice came late.", days=40)])
    yesterday = NOON - timedelta(days=1)
    before = sure(alice, "Was the invoice wrong in the end?", as_of=yesterday)

    tell(alice, [Line("now", "user", "In the end, the invoice was wrong, wrong, wrong.")])

    assert sure(alice, "Was the invoice wrong in the end?", as_of=yesterday) == pytest.approx(before, rel=0.05)


def test_what_another_said_later_does_not_cast_doubt_on_what_was_known(alice: UserMemory) -> None:
    tell(alice, [Line("then", "Ann", "I sold the boat.", days=40), Line("then", "Bob", "The weather is fine.", days=40)])
    yesterday = NOON - timedelta(days=1)
    before = sure(alice, "Why did Ann sell the boat?", as_of=yesterday)

    later = [Line(f"now{number}", "Bob", "I sold the boat, because nobody wants to sell the boat for me.") for number in range(2)]
    alice.ingest([line.turn() for line in later])

    assert sure(alice, "Why did Ann sell the boat?", as_of=yesterday) == pytest.approx(before, rel=1e-3)
    assert sure(alice, "Why did Ann sell the boat?") < before / 2, "asked today, it was Bob"
