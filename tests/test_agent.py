"""An agent that remembers over sessions, goes on when model or memory fails, and keeps people apart."""

import threading
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import anyio
import pytest

import perdure
from perdure import Agent, AsyncAgent, Message, Store
from perdure.errors import ContextTooSmall, EmptyText, LLMMisconfigured, LLMTimeout, LLMUnavailable, StoreClosed
from perdure.ports.clock import ManualClock
from perdure.testing import ScriptedLLM
from perdure.testing.scripted_llm import Answer, Asked

HOUR = timedelta(hours=1)
NOTHING = "I don't remember anything about that."


def prompt_of(asked: Asked) -> str:
    return "\n".join(message["content"] for message in asked.messages)


class Echo:
    """A model that tells how much it was told."""

    def __init__(self) -> None:
        self.asked: list[list[Message]] = []

    def reply(self, messages: Sequence[Message]) -> str:
        self.asked.append(list(messages))
        return f"I was told {len(messages)} things."

    @property
    def last(self) -> str:
        return "\n".join(message["content"] for message in self.asked[-1])


def texts(store: Store, user: str, session_id: str) -> list[str]:
    return [turn.text for turn in store.user(user).session(session_id).turns()]


# The guide's scenarios


def test_name_and_employer_are_remembered_over_sessions_without_a_model(store: Store, clock: ManualClock) -> None:
    agent = Agent(store)
    agent.chat("alice", "My name is Alice and I work at Acme Corp")
    agent.end_session("alice")
    clock.advance(timedelta(days=3))

    assert "Acme Corp" in agent.chat("alice", "Where do I work again?")
    assert "Alice" in agent.chat("alice", "What is my name?")


def test_name_and_employer_are_told_to_the_model_in_the_next_session(store: Store, clock: ManualClock) -> None:
    model = Echo()
    agent = Agent(store, model)
    agent.chat("alice", "My name is Alice and I work at Acme Corp")
    agent.end_session("alice")
    clock.advance(timedelta(days=3))

    reply = agent.answer("alice", "Good morning!")

    assert '{"profile": "name", "value": "Alice"}' in model.last
    assert '{"profile": "employer", "value": "Acme Corp"}' in model.last
    assert reply.degraded == ()


@pytest.mark.parametrize("question", ["Can you suggest a recipe for dinner?", "Which restaurant should we go to for lunch?"])
def test_peanuts_surface_for_food_and_the_favourite_colour_does_not(store: Store, clock: ManualClock, question: str) -> None:
    model = Echo()
    agent = Agent(store, model)
    for message in ("I'm allergic to peanuts.", "My favourite colour is green.", "My car is a Volvo."):
        agent.chat("alice", message)
    agent.end_session("alice")
    clock.advance(timedelta(days=3))

    reply = agent.answer("alice", question)

    assert reply.context is not None
    (profile,) = [section for section in reply.context.sections if section.name == "profile"]
    assert profile.ids == ("allergy",)
    assert "peanuts" in Agent(store).chat("alice", question)
    assert "green" not in Agent(store).chat("alice", question)


def test_an_old_blue_theme_gives_way_to_the_new_red_one(store: Store, clock: ManualClock) -> None:
    agent, old = Agent(store), "I prefer the blue theme."
    agent.chat("alice", old)
    agent.end_session("alice")
    clock.advance(timedelta(days=30))
    agent.chat("alice", "I prefer the red theme now.")
    agent.end_session("alice")
    clock.advance(timedelta(days=3))
    alice = store.user("alice")

    assert alice.profile.get("setting theme") == "red"
    ranked = [hit.text for hit in alice.recall("Which theme do I use?")]
    assert ranked.index("I prefer the red theme now.") < ranked.index(old)
    context = alice.session().context("Which theme should the page have?")
    assert '{"profile": "setting theme", "value": "red"}' in context.messages[0]["content"]
    assert '"value": "blue"' not in context.messages[0]["content"]


# Sessions


def test_a_conversation_stays_in_one_session_until_it_rests(store: Store, clock: ManualClock) -> None:
    agent = Agent(store)
    first = agent.answer("alice", "I live in Berlin.").session_id
    clock.advance(HOUR / 2)
    assert agent.answer("alice", "And I like tea.").session_id == first
    clock.advance(HOUR)
    assert agent.answer("alice", "I'm back.").session_id != first


def test_a_rested_session_is_understood(store: Store, clock: ManualClock) -> None:
    agent = Agent(store, Echo())
    agent.chat("alice", "I live in Berlin.")
    assert store.user("alice").profile.get("home") is None
    clock.advance(2 * HOUR)
    agent.chat("alice", "Hello!")
    assert store.user("alice").profile.get("home") == "Berlin"


def test_a_named_session_is_taken_up_by_its_name(store: Store, clock: ManualClock) -> None:
    with Agent(store, Echo()) as agent:
        agent.chat("alice", "I live in Berlin.", "web-42")
        clock.advance(5 * HOUR)
        assert agent.answer("alice", "I like tea.", "web-42").session_id == "web-42"
        assert agent.answer("alice", "Hello from the phone.", "phone-1").session_id == "phone-1"
    said = texts(store, "alice", "web-42")
    assert [said[0], said[2], len(said)] == ["I live in Berlin.", "I like tea.", 4]
    assert len(texts(store, "alice", "phone-1")) == 2


def test_ending_another_session_ends_nothing(store: Store) -> None:
    agent = Agent(store, Echo())
    first = agent.answer("alice", "I live in Berlin.", "web-42").session_id
    agent.end_session("alice", "phone-1")
    agent.end_session("bob")
    assert agent.answer("alice", "I like tea.").session_id == first


def test_the_model_is_told_how_long_the_user_was_away(store: Store, clock: ManualClock) -> None:
    model = Echo()
    agent = Agent(store, model)
    agent.chat("alice", "I live in Berlin.")
    clock.advance(3 * HOUR)
    agent.chat("alice", "Hello!")
    assert "3 hours" in model.asked[-1][0]["content"]
    assert model.asked[-1][0]["role"] == "system"


def test_an_answer_that_comes_after_the_session_was_ended_is_kept_in_it(store: Store) -> None:
    ended: list[Agent] = []

    def answer(asked: Asked) -> Answer:
        ended[0].end_session("alice")
        return "Nice city."

    agent = Agent(store, ScriptedLLM(answer))
    ended.append(agent)
    reply = agent.answer("alice", "I live in Berlin.")

    assert texts(store, "alice", reply.session_id) == ["I live in Berlin.", "Nice city."]
    assert agent.degraded == {}


def test_closing_the_agent_ends_all_sessions(store: Store) -> None:
    with Agent(store, Echo()) as agent:
        agent.chat("alice", "I live in Berlin.")
        agent.chat("bob", "I live in Rome.")
    assert store.user("alice").profile.get("home") == "Berlin"
    assert store.user("bob").profile.get("home") == "Rome"


# Several people, several threads


def test_two_users_are_kept_apart(store: Store) -> None:
    model = Echo()
    agent = Agent(store, model)
    agent.chat("alice", "My name is Alice and I'm allergic to peanuts.")
    agent.end_session("alice")
    agent.chat("bob", "Which food must I avoid?")
    assert "peanuts" not in model.last
    assert Agent(store).chat("bob", "What is my name?") == NOTHING


def test_tenants_are_kept_apart(store: Store) -> None:
    Agent(store, tenant="one").chat("alice", "My name is Alice.")
    assert Agent(store, tenant="two").chat("alice", "What is my name?") == NOTHING


def test_several_threads_chat_at_once_and_nothing_is_lost(store: Store) -> None:
    agent = Agent(store, Echo())
    failed: list[BaseException] = []

    def chat(user: str, number: int) -> None:
        try:
            for line in range(5):
                agent.chat(user, f"I like song {number}-{line}.")
        except BaseException as error:  # noqa: BLE001  # shown by the assert below
            failed.append(error)

    threads = [threading.Thread(target=chat, args=(user, number)) for user in ("alice", "bob") for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    agent.close()

    assert failed == []
    for user in ("alice", "bob"):
        assert store.user(user).figures().turns == 30
        assert {memory.value for memory in store.user(user).list()} >= {f"song {number}-{line}" for number in range(3) for line in range(5)}


# Failures


def test_without_the_model_the_answer_comes_from_memory(store: Store, clock: ManualClock) -> None:
    with Agent(store) as agent:
        agent.chat("alice", "My name is Alice and I work at Acme Corp")
    clock.advance(timedelta(days=1))
    agent = Agent(store, ScriptedLLM(lambda _: LLMUnavailable()))

    reply = agent.answer("alice", "Where do I work again?")

    assert "Acme Corp" in reply.text
    assert reply.degraded == ("model",)
    assert agent.degraded == {"model": 1}
    stored = store.user("alice").session(reply.session_id).turns()
    assert [turn.text for turn in stored] == ["Where do I work again?", reply.text]
    assert stored[1].metadata == {"degraded": ["model"]}


def test_nobody_waits_for_a_failing_model_twice(tmp_path: Path, clock: ManualClock) -> None:
    llm = ScriptedLLM(lambda _: LLMMisconfigured())
    with perdure.open(tmp_path / "modelled", clock=clock, llm=llm) as store:
        assert "Berlin" in Agent(store).chat("alice", "I live in Berlin. Where do I live?")
    assert len(llm.asked) == 1


def test_a_model_that_is_back_answers_again(store: Store) -> None:
    agent = Agent(store, ScriptedLLM([LLMTimeout(), "Hello Alice."]))
    assert agent.answer("alice", "Hi!").degraded == ("model",)
    assert agent.answer("alice", "Hi again!").text == "Hello Alice."
    assert agent.degraded == {"model": 1}


def test_an_apology_of_the_agent_is_no_memory(store: Store, clock: ManualClock) -> None:
    agent = Agent(store, ScriptedLLM(lambda _: LLMUnavailable()))
    agent.chat("alice", "I live in Berlin.")
    agent.chat("alice", "Where do I live?")
    agent.end_session("alice")
    clock.advance(timedelta(days=1))
    assert [memory.text for memory in store.user("alice").list()] == ["I live in Berlin."]


def test_without_memory_the_model_answers_from_what_was_just_said(tmp_path: Path, clock: ManualClock) -> None:
    model = Echo()
    store = perdure.open(tmp_path / "lost", clock=clock)
    agent = Agent(store, model)
    agent.chat("alice", "I live in Berlin.")
    store.close()

    reply = agent.answer("alice", "Where do I live?")
    agent.answer("alice", "And what did I just ask?")

    assert reply.degraded == ("memory",)
    assert (reply.text, reply.context) == ("I was told 4 things.", None)
    assert "I live in Berlin." in model.last
    assert "Where do I live?" in model.last
    assert agent.degraded == {"memory": 2}


def test_the_memory_of_another_user_does_not_stand_in(tmp_path: Path, clock: ManualClock) -> None:
    model = Echo()
    store = perdure.open(tmp_path / "lost", clock=clock)
    agent = Agent(store, model)
    agent.chat("alice", "I live in Berlin.")
    store.close()
    agent.answer("bob", "Where do I live?")
    assert "Berlin" not in model.last


def test_without_memory_and_model_the_error_says_so(tmp_path: Path, clock: ManualClock) -> None:
    store = perdure.open(tmp_path / "lost", clock=clock)
    store.close()
    with pytest.raises(StoreClosed, match="Nothing was written"):
        Agent(store).chat("alice", "I live in Berlin.")
    with pytest.raises(LLMUnavailable):
        Agent(store, ScriptedLLM([LLMUnavailable()])).chat("alice", "I live in Berlin.")


def test_what_cannot_be_kept_is_refused_and_not_answered(store: Store) -> None:
    model = Echo()
    with pytest.raises(EmptyText):
        Agent(store, model).chat("alice", "  ")
    assert model.asked == []


def test_a_message_that_does_not_fit_the_window_is_kept(store: Store) -> None:
    agent = Agent(store, Echo(), max_tokens=300, reserve=100)
    with pytest.raises(ContextTooSmall):
        agent.chat("alice", "I live in Berlin. " + "word " * 500, "long")
    assert len(texts(store, "alice", "long")) == 1


def test_what_an_answer_rests_on_is_told(store: Store, clock: ManualClock) -> None:
    with Agent(store) as agent:
        said = agent.answer("alice", "My dentist is Dr. Okafor in Elm Street.").session_id
    turn = store.user("alice").session(said).turns()[0]
    clock.advance(timedelta(days=1))
    agent = Agent(store, ScriptedLLM(["Your dentist is Dr. Okafor in Elm Street.", "I have no idea."]))
    assert turn.id in agent.answer("alice", "Who is my dentist?").used
    assert turn.id not in agent.answer("alice", "What shall I cook?").used


# The awaitable twin


def test_the_awaitable_agent_does_the_same(tmp_path: Path, clock: ManualClock) -> None:
    async def run() -> tuple[str, list[str]]:
        async with await perdure.open_async(tmp_path / "store", clock=clock) as store:
            async with AsyncAgent(store) as agent:
                await agent.chat("alice", "My name is Alice and I work at Acme Corp")
                await agent.end_session("alice")
                answers: list[str] = []

                async def chat(user: str) -> None:
                    answers.append(await agent.chat(user, "Where do I work again?"))

                async with anyio.create_task_group() as group:
                    group.start_soon(chat, "alice")
                    group.start_soon(chat, "bob")
            return await store.user("alice").profile.get("employer") or "", sorted(answers)

    employer, answers = anyio.run(run)

    assert employer == "Acme Corp"
    assert answers[0] == NOTHING
    assert "Acme Corp" in answers[1]
