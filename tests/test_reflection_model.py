"""What a language model adds to reflection, and what it cannot spoil: rules serve first, nothing is lost, nothing invented is kept."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

import perdure
from perdure import SpendPolicy, Store, UserMemory
from perdure.embedders.static import StaticTokens
from perdure.errors import LLMBusy, LLMMisconfigured, LLMUnavailable
from perdure.llms.guard import GuardedLLM
from perdure.model.policies_llm import BreakerPolicy, RetryPolicy
from perdure.ports.clock import ManualClock
from perdure.ports.llm import LLM, Completion
from perdure.testing import Hang, ScriptedLLM
from perdure.testing.scripted_llm import Answer, Asked

HOUR = timedelta(hours=1)
NONE: dict[str, Any] = {"statements": []}
BEES = "My weekends belong to my hobby, beekeeping."
"""Says something of the user that the rules do not read."""
BY_RULES = "I live in Berlin."


def found(quote: str, attribute: str | None = None, value: str | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "fact", "subject": "user", "turn": 1, "quote": quote, "attribute": attribute, "value": value} | more


HOBBY = {"statements": [found(BEES, "hobby", "beekeeping")]}


def extracting(answer: Answer | Callable[[Asked], Answer]) -> ScriptedLLM:
    """Answers what is asked about turns; knows nothing of summaries."""

    def script(asked: Asked) -> Answer:
        if "to be remembered for months" not in asked.messages[0]["content"]:
            return LLMMisconfigured()
        return answer(asked) if callable(answer) else answer

    return ScriptedLLM(script)


def asked_about_turns(llm: ScriptedLLM) -> int:
    return sum("to be remembered for months" in asked.messages[0]["content"] for asked in llm.asked)


@contextmanager
def opened(folder: Path, clock: ManualClock, llm: LLM, **options: Any) -> Generator[Store]:
    with perdure.open(folder / "modelled", clock=clock, llm=llm, **options) as store:
        yield store


def guarded(llm: LLM, store: Store, *, attempts: int = 1, deadline: float = 120.0, spend: SpendPolicy | None = None) -> GuardedLLM:
    """Without waits between attempts, and without a breaker that makes later runs wait."""
    retry = RetryPolicy(attempts=attempts, first_wait=0, longest_wait=0, deadline=deadline)
    return GuardedLLM(llm, StaticTokens(), retry=retry, breaker=BreakerPolicy(1000), spend=spend, clock=store.clock)


def say(user: UserMemory, *texts: str) -> None:
    with user.session() as session:
        for text in texts:
            session.add("user", text)


def attributes(user: UserMemory) -> dict[str, str]:
    return {held.name: held.value for held in user.profile.all()}


def test_the_model_finds_what_the_rules_missed(tmp_path: Path, clock: ManualClock) -> None:
    with opened(tmp_path, clock, extracting(HOBBY)) as store:
        alice = store.user("alice")
        say(alice, BEES)
        assert alice.list() == []
        turn = alice.recall("hobby")[0]

        counts = alice.reflect().counts

        (memory,) = alice.list()
        assert (memory.attribute, memory.value, memory.sources) == ("hobby", "beekeeping", (turn.id,))
        assert (counts["asked"], counts["model add"]) == (1, 1)


def test_nobody_waits_for_the_model_when_a_session_ends(tmp_path: Path, clock: ManualClock) -> None:
    llm = extracting(HOBBY)
    with opened(tmp_path, clock, llm) as store:
        say(store.user("alice"), BEES)
        assert llm.asked == []


def test_what_was_read_once_is_not_paid_for_again(tmp_path: Path, clock: ManualClock) -> None:
    llm = extracting(HOBBY)
    with opened(tmp_path, clock, llm) as store:
        alice = store.user("alice")
        say(alice, BEES)
        for _ in range(3):
            alice.reflect()
        assert asked_about_turns(llm) == 1
        assert len(alice.list()) == 1


def test_what_the_model_repeats_of_the_rules_makes_no_second_memory(tmp_path: Path, clock: ManualClock) -> None:
    with opened(tmp_path, clock, extracting({"statements": [found("I live in Berlin", "home", "Berlin")]})) as store:
        alice = store.user("alice")
        say(alice, BY_RULES)
        alice.reflect()
        assert len(alice.list()) == 1


JUNK: list[Any] = [
    pytest.param("%$§ blah", id="garbage"),
    pytest.param('{"statements": [{"kind": "fact", "subject": "us', id="half JSON"),
    pytest.param("I'm sorry, but I can't help with that.", id="refusal"),
    pytest.param("Der Benutzer hält Bienen.", id="another language"),
    pytest.param({"statements": [found(BEES, "hobby", "beekeeping")] * 10_000}, id="10,000 facts"),
    pytest.param({"facts": ["likes bees"]}, id="another form"),
    pytest.param("", id="nothing"),
    pytest.param(Completion('{"statements": []}', finished=False), id="cut off"),
]


@pytest.mark.parametrize("junk", JUNK)
def test_junk_is_not_stored_and_the_work_is_done_later_once(tmp_path: Path, clock: ManualClock, junk: Answer) -> None:
    answers: list[Answer] = [junk]
    llm = extracting(lambda _: answers[0])
    with opened(tmp_path, clock, llm) as store:
        alice = store.user("alice")
        say(alice, BY_RULES, BEES)

        first = alice.reflect()

        assert attributes(alice) == {"home": "Berlin"}
        assert alice.figures().turns == 2
        assert (first.waiting, first.counts["postponed"]) == (1, 1)
        assert store.degraded["model answer not usable"] >= 1

        asked = asked_about_turns(llm)
        assert alice.reflect().waiting == 1
        assert asked_about_turns(llm) == asked, "asked again before its time"

        answers[0] = {"statements": [found(BEES, "hobby", "beekeeping", turn=2)]}
        clock.advance(2 * HOUR)
        assert alice.reflect().waiting == 0
        assert attributes(alice) == {"home": "Berlin", "hobby": "beekeeping"}
        clock.advance(100 * HOUR)
        alice.reflect()
        assert asked_about_turns(llm) == asked + 1


def test_a_model_that_never_makes_sense_is_given_up(tmp_path: Path, clock: ManualClock) -> None:
    llm = extracting("blah")
    with opened(tmp_path, clock, llm) as store:
        alice = store.user("alice")
        say(alice, BY_RULES)
        for _ in range(12):
            alice.reflect()
            clock.advance(100 * HOUR)
        asked = asked_about_turns(llm)
        assert alice.reflect().waiting == 0
        assert asked_about_turns(llm) == asked
        assert attributes(alice) == {"home": "Berlin"}


@pytest.mark.parametrize("error", [LLMUnavailable(), LLMBusy(retry_after=0), LLMMisconfigured(), ConnectionError("reset")])
def test_while_the_model_is_down_the_rules_serve_and_later_it_reads_what_it_missed(
    tmp_path: Path, clock: ManualClock, store: Store, error: Exception
) -> None:
    answers: list[Answer] = [error]
    llm = extracting(lambda _: answers[0])
    with opened(tmp_path, clock, guarded(llm, store)) as modelled:
        alice = modelled.user("alice")
        say(alice, BY_RULES)
        say(alice, BEES)
        alice.reflect()
        assert attributes(alice) == {"home": "Berlin"}
        assert modelled.degraded["understood without the model"] >= 1
        down = asked_about_turns(llm)
        assert down == 1, "a model that is down was asked about the next turns"

        answers[0] = NONE
        assert alice.reflect().counts["asked"] == 2
        alice.reflect()
        assert asked_about_turns(llm) == down + 2


def test_too_many_requests_are_waited_for(tmp_path: Path, clock: ManualClock, store: Store) -> None:
    answers: list[Answer] = [LLMBusy(), LLMBusy(), HOBBY]
    llm = extracting(lambda _: answers.pop(0))
    with opened(tmp_path, clock, guarded(llm, store, attempts=3)) as modelled:
        alice = modelled.user("alice")
        say(alice, BEES)
        alice.reflect()
        assert attributes(alice) == {"hobby": "beekeeping"}


def test_a_model_that_hangs_is_left_behind(tmp_path: Path, clock: ManualClock, store: Store) -> None:
    hang = Hang('{"statements": []}')
    answers: list[Answer] = [hang]
    llm = extracting(lambda _: answers[0])
    with opened(tmp_path, clock, guarded(llm, store, deadline=0.2)) as modelled:
        alice = modelled.user("alice")
        say(alice, BY_RULES, BEES)
        alice.reflect()
        assert attributes(alice) == {"home": "Berlin"}
        assert not alice.reflect().busy

        hang.release()
        answers[0] = {"statements": [found(BEES, "hobby", "beekeeping", turn=2)]}
        alice.reflect()
        assert attributes(alice) == {"home": "Berlin", "hobby": "beekeeping"}


@pytest.mark.parametrize(
    "invented",
    [
        pytest.param(found(BEES, "employer", "Globex"), id="a value that was not said"),
        pytest.param(found("I collect coins from Peru", "hobby", "coins"), id="a quote that was not said"),
        pytest.param(found(BEES, "hobby", "beekeeping", turn=7), id="a turn that is not there"),
        pytest.param(found(BEES, "shoe size", "beekeeping"), id="an attribute that is none"),
        pytest.param(found("Do you like Madrid", "home", "Madrid", turn=2), id="the assistant's words"),
        pytest.param(found("my friend said he works at Initech", "employer", "Initech", turn=3), id="somebody else's words"),
        pytest.param(found("Do I live in Rome", "home", "Rome", turn=4), id="a question"),
    ],
)
def test_what_the_turns_do_not_say_is_turned_away_and_counted(tmp_path: Path, clock: ManualClock, invented: dict[str, Any]) -> None:
    with opened(tmp_path, clock, extracting({"statements": [invented]})) as store:
        alice = store.user("alice")
        with alice.session() as session:
            session.add("user", BEES)
            session.add("assistant", "Do you like Madrid?")
            session.add("user", "No, but my friend said he works at Initech.")
            session.add("user", "Do I live in Rome?")
        before = attributes(alice)

        counts = alice.reflect().counts

        assert attributes(alice) == before
        assert counts["rejected"] == 1


def test_the_model_does_not_retire_what_the_rules_are_sure_of(tmp_path: Path, clock: ManualClock) -> None:
    with opened(tmp_path, clock, extracting({"statements": [found("I live in Berlin", "home", "Berlin", negated=True)]})) as store:
        alice = store.user("alice")
        say(alice, BY_RULES)
        alice.reflect()
        assert attributes(alice) == {"home": "Berlin"}


def test_at_the_spend_cap_nothing_is_sent_and_nothing_is_lost(tmp_path: Path, clock: ManualClock, store: Store) -> None:
    llm = extracting(HOBBY)
    cap = SpendPolicy(tokens_a_day=5000)
    with opened(tmp_path, clock, guarded(llm, store, spend=cap)) as modelled:
        alice = modelled.user("alice")
        for number in range(20):
            say(alice, f"{BEES} {'very ' * 300}{number}")
        alice.reflect()
        sent = asked_about_turns(llm)
        assert 0 < sent < 20
        assert modelled.degraded["understood without the model"] >= 1
        assert alice.figures().turns == 20

        for _ in range(30):
            clock.advance(24 * HOUR)
            alice.reflect()
        assert asked_about_turns(llm) == 20


def test_a_summary_in_whole_sentences_stands_for_the_thread(tmp_path: Path, clock: ManualClock) -> None:
    said = ("Let's take oak cabinets for the kitchen.", "I'll call the carpenter.", "The worktop is marble.")
    summary = "The user takes oak cabinets for the kitchen. The worktop is marble."
    answer = {
        "summary": summary,
        "decisions": [{"text": "Take oak cabinets", "turn": 1, "quote": "Let's take oak cabinets"}],
        "action_items": [{"text": "Call the carpenter", "turn": 2, "quote": "I'll call the carpenter", "who": "user"}],
    }
    llm = ScriptedLLM({"bring the summary": answer, "to be remembered for months": NONE})
    with opened(tmp_path, clock, llm) as store:
        alice = store.user("alice")
        say(alice, *said)
        alice.reflect()
        (thread,) = alice.threads.list()
        assert thread.summary == summary
        assert "Take oak cabinets" in [decision.text for decision in thread.decisions]
        asked = len(llm.asked)
        alice.reflect()
        assert len(llm.asked) == asked


def test_an_invented_summary_does_not_replace_the_users_words(tmp_path: Path, clock: ManualClock) -> None:
    answer = {"summary": "The user flew to Madrid with Carlos for 900 euros.", "decisions": [], "action_items": []}
    llm = ScriptedLLM({"bring the summary": answer, "to be remembered for months": NONE})
    with opened(tmp_path, clock, llm) as store:
        alice = store.user("alice")
        say(alice, "Let's take oak cabinets for the kitchen.", "I'll call the carpenter.", "The worktop is marble.")
        counts = alice.reflect().counts
        assert "oak cabinets" in alice.threads.list()[0].summary
        assert "Madrid" not in alice.threads.list()[0].summary
        assert counts["rejected"] == 1


@pytest.mark.parametrize(
    ("sentence", "kept"),
    [
        ("The user went to Porto and came back from Porto with cousins by train.", True),
        ("The user flew to Madrid with Carlos.", False),
    ],
)
def test_a_consolidated_memory_is_in_the_models_words_only_if_they_are_borne_out(
    tmp_path: Path, clock: ManualClock, sentence: str, *, kept: bool
) -> None:
    answers: dict[str, Answer] = {
        "belong together": {"text": sentence, "memories": [1, 2, 3]},
        "to be remembered for months": NONE,
        "bring the summary": LLMMisconfigured(),
    }
    with opened(tmp_path, clock, ScriptedLLM(answers)) as store:
        alice = store.user("alice")
        say(
            alice,
            "I went to Porto by the early train.",
            "I visited Porto with my cousins by train.",
            "I came back from Porto by the late train.",
            "I ran a half marathon this morning.",
            "I got promoted today!",
        )
        clock.advance(24 * HOUR)
        alice.reflect()
        (one,) = alice.list(["consolidated"])
        assert (one.text == sentence) == kept
        assert kept or "early train" in one.text
