"""A model behind an OpenAI-compatible endpoint: a real HTTP server on this machine that behaves as endpoints do, also badly."""

import json
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest

from perdure.errors import (
    LLMAnswerInvalid,
    LLMBusy,
    LLMCutOff,
    LLMMisconfigured,
    LLMRefused,
    LLMTimeout,
    LLMUnavailable,
)
from perdure.llms.guard import GuardedLLM
from perdure.llms.structured import ask
from perdure.llms.wire import retry_after
from perdure.model.context import Message
from perdure.reflection.prompts.extract import EXTRACT, FoundStatements

pytest.importorskip("openai", reason="the extra perdure[openai] is not installed")

from perdure.llms.openai import OpenAILLM

HELLO: list[Message] = [{"role": "user", "content": "hello"}]
SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"], "additionalProperties": False}
Reply = tuple[int, dict[str, str], Any]


def said(text: Any, *, finish: str = "stop", usage: Any = None) -> Reply:
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    body = {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return 200, {}, body


def refused(status: int, message: str = "no", **headers: str) -> Reply:
    return status, {name.replace("_", "-"): value for name, value in headers.items()}, {"error": {"message": message, "code": None}}


class Endpoint(BaseHTTPRequestHandler):
    behave: ClassVar[Callable[[dict[str, Any]], Reply]]
    asked: ClassVar[list[dict[str, Any]]]

    def do_POST(self) -> None:
        request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).asked.append(request)
        status, headers, content = type(self).behave(request)
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Keep the test's output clean."""


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    Endpoint.asked = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    thread.join()
    server.server_close()


def behaving(behave: Callable[[dict[str, Any]], Reply] | Reply) -> None:
    Endpoint.behave = staticmethod(behave if callable(behave) else lambda _request: behave)  # pyright: ignore[reportAttributeAccessIssue]


def test_an_endpoint_without_a_key_is_used_without_one(endpoint: str) -> None:
    behaving(said("hi", usage={"prompt_tokens": 7, "completion_tokens": 2, "total_tokens": 9}))
    llm = OpenAILLM("m", base_url=endpoint)

    assert llm.reply(HELLO) == "hi"
    answer = llm.complete(HELLO, max_tokens=50)

    assert (answer.text, answer.input_tokens, answer.output_tokens, answer.finished) == ("hi", 7, 2, True)
    assert Endpoint.asked[-1]["max_tokens"] == 50


def test_an_answer_of_a_form_is_asked_for_by_its_schema(endpoint: str) -> None:
    behaving(said('{"a": 1}'))

    OpenAILLM("m", base_url=endpoint).complete(HELLO, schema=SCHEMA, max_tokens=50)

    (asked,) = Endpoint.asked
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert asked["temperature"] == 0
    assert asked["messages"] == HELLO


def test_an_endpoint_without_schemas_is_found_out_once(endpoint: str) -> None:
    def only_objects(request: dict[str, Any]) -> Reply:
        return refused(400, "bad response_format") if request.get("response_format", {}).get("type") == "json_schema" else said('{"a": 1}')

    behaving(only_objects)
    llm = OpenAILLM("m", base_url=endpoint)

    llm.complete(HELLO, schema=SCHEMA, max_tokens=50)
    llm.complete(HELLO, schema=SCHEMA, max_tokens=50)

    forms = [asked["response_format"]["type"] for asked in Endpoint.asked]
    assert forms == ["json_schema", "json_object", "json_object"]
    assert json.dumps(SCHEMA) in Endpoint.asked[-1]["messages"][0]["content"]


def test_an_endpoint_that_knows_no_forms_is_told_in_words(endpoint: str) -> None:
    behaving(lambda request: refused(422) if "response_format" in request else said('{"a": 1}'))
    llm = OpenAILLM("m", base_url=endpoint)

    llm.complete(HELLO, schema=SCHEMA, max_tokens=50)
    llm.complete(HELLO, schema=SCHEMA, max_tokens=50)

    assert ["response_format" in asked for asked in Endpoint.asked] == [True, True, False, False]


def test_newer_names_of_options_are_learnt(endpoint: str) -> None:
    def strict(request: dict[str, Any]) -> Reply:
        if "max_tokens" in request:
            return refused(400, "Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
        return refused(400, "Unsupported value: 'temperature' does not support 0") if "temperature" in request else said('{"a": 1}')

    behaving(strict)
    llm = OpenAILLM("m", base_url=endpoint)

    llm.complete(HELLO, schema=SCHEMA, max_tokens=50)
    llm.complete(HELLO, schema=SCHEMA, max_tokens=50)

    assert len(Endpoint.asked) == 4
    assert Endpoint.asked[-1]["max_completion_tokens"] == 50
    assert Endpoint.asked[-1]["response_format"]["type"] == "json_schema"


def test_a_request_that_is_refused_in_any_form_changes_nothing(endpoint: str) -> None:
    behaving(refused(400, "I do not like it"))
    llm = OpenAILLM("m", base_url=endpoint)
    with pytest.raises(LLMRefused):
        llm.complete(HELLO, schema=SCHEMA, max_tokens=50)

    behaving(said('{"a": 1}'))
    llm.complete(HELLO, schema=SCHEMA, max_tokens=50)

    assert Endpoint.asked[-1]["response_format"]["type"] == "json_schema"


def test_a_request_that_is_too_long_is_not_sent_in_other_forms(endpoint: str) -> None:
    behaving(refused(400, "This model's maximum context length is 8192 tokens"))

    with pytest.raises(LLMRefused):
        OpenAILLM("m", base_url=endpoint).complete(HELLO, schema=SCHEMA, max_tokens=50)

    assert len(Endpoint.asked) == 1


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, LLMMisconfigured),
        (403, LLMMisconfigured),
        (404, LLMMisconfigured),
        (413, LLMRefused),
        (429, LLMBusy),
        (500, LLMBusy),
        (503, LLMBusy),
    ],
)
def test_each_status_says_whether_asking_again_can_help(endpoint: str, status: int, error: type[LLMUnavailable]) -> None:
    behaving(refused(status))

    with pytest.raises(error, match="nothing is lost") as caught:
        OpenAILLM("m", base_url=endpoint).reply(HELLO)

    assert type(caught.value) is error
    assert len(Endpoint.asked) == 1, "the client does not repeat by itself"


def test_an_account_without_money_is_not_asked_again(endpoint: str) -> None:
    behaving((429, {}, {"error": {"message": "You exceeded your current quota", "code": "insufficient_quota"}}))

    with pytest.raises(LLMMisconfigured):
        OpenAILLM("m", base_url=endpoint).reply(HELLO)


def test_the_time_that_an_endpoint_asks_for_is_told(endpoint: str) -> None:
    behaving(refused(429, retry_after="12"))

    with pytest.raises(LLMBusy) as caught:
        OpenAILLM("m", base_url=endpoint).reply(HELLO)

    assert caught.value.retry_after == 12


def test_a_time_to_wait_may_be_a_date_or_nonsense() -> None:
    now = datetime(2026, 5, 15, 12, tzinfo=UTC)

    assert retry_after({"retry-after": format_datetime(now + timedelta(seconds=90), usegmt=True)}, now) == 90
    assert retry_after({"retry-after": format_datetime(now - timedelta(seconds=90), usegmt=True)}, now) == 0
    assert retry_after({"retry-after-ms": "1500", "retry-after": "2"}, now) == 1.5
    assert retry_after({"retry-after": "soon"}, now) is None
    assert retry_after({"retry-after": "-5"}, now) is None
    assert retry_after({"retry-after": "nan"}, now) is None
    assert retry_after({}, now) is None


@pytest.mark.parametrize("finish", ["length", "content_filter"])
def test_a_reply_that_was_cut_off_is_a_failure(endpoint: str, finish: str) -> None:
    behaving(said("half an ans", finish=finish))
    llm = OpenAILLM("m", base_url=endpoint)

    with pytest.raises(LLMCutOff):
        llm.reply(HELLO)
    assert llm.complete(HELLO, max_tokens=3).finished is False


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(said(None), id="no text"),
        pytest.param(said("  "), id="white space"),
        pytest.param(said(17), id="a number"),
        pytest.param((200, {}, {"choices": []}), id="no choice"),
        pytest.param((200, {}, {"choices": [{}]}), id="an empty choice"),
        pytest.param((200, {}, {"choices": "none"}), id="choices of another kind"),
        pytest.param((200, {}, []), id="a list"),
        pytest.param((200, {}, b"{"), id="broken JSON"),
        pytest.param((200, {}, b"\xff\xfe"), id="no UTF-8"),
        pytest.param((200, {}, b"[" * 200_000), id="deep JSON"),
        pytest.param((200, {"Content-Type": "text/html"}, b"<html>Log in to the wifi</html>"), id="a page"),
        pytest.param((200, {}, b""), id="nothing"),
    ],
)
def test_a_response_that_is_none_is_one_error(endpoint: str, reply: Reply) -> None:
    behaving(reply)

    with pytest.raises(LLMUnavailable, match="nothing is lost"):
        OpenAILLM("m", base_url=endpoint).reply(HELLO)


def test_tokens_that_are_no_counts_are_not_believed(endpoint: str) -> None:
    behaving(said("hi", usage={"prompt_tokens": -7, "completion_tokens": "many"}))

    answer = OpenAILLM("m", base_url=endpoint).complete(HELLO, max_tokens=50)

    assert (answer.input_tokens, answer.output_tokens) == (None, None)


def test_an_endpoint_that_does_not_answer_in_time_or_at_all_says_so(endpoint: str) -> None:
    wait = threading.Event()

    def slow(_request: dict[str, Any]) -> Reply:
        wait.wait(5)
        return said("late")

    behaving(slow)
    with pytest.raises(LLMTimeout):
        OpenAILLM("m", base_url=endpoint, timeout=0.1).reply(HELLO)
    wait.set()
    with pytest.raises(LLMUnavailable, match="did not answer"):
        OpenAILLM("m", base_url="http://127.0.0.1:9/v1").reply(HELLO)


def test_guarded_and_asked_over_the_wire_a_busy_endpoint_answers_in_the_end(endpoint: str) -> None:
    replies = [refused(429, retry_after="3"), refused(503), said("no JSON"), said('{"statements": []}')]
    behaving(lambda _request: replies.pop(0))
    slept: list[float] = []

    class Words:
        def count(self, text: str) -> int:
            return len(text.split())

    llm = GuardedLLM(OpenAILLM("m", base_url=endpoint), Words(), sleep=slept.append, chance=lambda: 0.0)

    assert ask(llm, EXTRACT, attributes=[], turns=[]) == FoundStatements([])
    assert slept == [3, 2]
    assert llm.counts().calls == 4


def test_a_refusal_of_the_model_is_no_answer(endpoint: str) -> None:
    choice = {"index": 0, "message": {"role": "assistant", "content": None, "refusal": "I can't help with that."}, "finish_reason": "stop"}
    behaving((200, {}, {"choices": [choice]}))

    with pytest.raises(LLMAnswerInvalid):
        ask(OpenAILLM("m", base_url=endpoint), EXTRACT, attributes=[], turns=[])
