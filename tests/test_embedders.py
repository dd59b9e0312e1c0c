"""Embedders and language models behind an OpenAI-compatible endpoint, a real HTTP server on this machine; and the registry."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import perdure
from perdure.embedders.registry import make_embedder
from perdure.embedders.static import StaticEmbedder, StaticTokens
from perdure.errors import EmbedderMismatch, EmbedderMissing, EmbedderUnavailable, InvalidOption, LLMUnavailable, UnknownEmbedder

openai = pytest.importorskip("openai", reason="the extra perdure[openai] is not installed")
DIMENSION = 32


class Endpoint(BaseHTTPRequestHandler):
    """Embeds a text as counts of its letters; answers a chat with its last message in capitals."""

    failing = False
    calls: list[dict[str, Any]] = []  # noqa: RUF012  # shared on purpose: the server makes one handler a request

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        type(self).calls.append(asked)
        if type(self).failing:
            self.send_response(400)
            self.end_headers()
            return
        answer = self._embeddings(asked) if self.path.endswith("/embeddings") else self._chat(asked)
        body = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _embeddings(self, asked: dict[str, Any]) -> dict[str, Any]:
        data = []
        for index, text in enumerate(asked["input"]):
            vector = np.zeros(DIMENSION)
            for letter in text.lower():
                vector[ord(letter) % DIMENSION] += 1
            data.append({"object": "embedding", "index": index, "embedding": vector.tolist()})
        # Out of order on purpose: the index says which is which.
        return {"object": "list", "model": asked["model"], "data": data[::-1], "usage": {"prompt_tokens": 1, "total_tokens": 1}}

    def _chat(self, asked: dict[str, Any]) -> dict[str, Any]:
        message = {"role": "assistant", "content": asked["messages"][-1]["content"].upper()}
        choice = {"index": 0, "message": message, "finish_reason": "stop"}
        return {"id": "c", "object": "chat.completion", "created": 1, "model": asked["model"], "choices": [choice]}

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the base class's name
        """Keep the test's output clean."""


@pytest.fixture
def endpoint(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("OPENAI_API_KEY", "unused")
    Endpoint.failing = False
    Endpoint.calls.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/v1"
    server.shutdown()
    server.server_close()
    thread.join()


def test_vectors_over_the_wire_come_back_in_order_and_of_unit_length(endpoint: str) -> None:
    embedder = make_embedder(f"openai://letters?base_url={endpoint}")
    assert embedder.spec.dimension == DIMENSION
    texts = [f"text number {number}" for number in range(300)]
    vectors = embedder.embed(texts)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1)
    assert np.allclose(vectors[7], embedder.embed([texts[7]])[0])


def test_a_store_uses_the_endpoint_and_remembers_which(endpoint: str, tmp_path: Path) -> None:
    name = f"openai://letters?base_url={endpoint}"
    with perdure.open(tmp_path / "store", embedder=name) as store:
        store.user("ann").remember("zzz yyy xxx")
        store.user("ann").remember("aaa bbb ccc")
    with perdure.open(tmp_path / "store") as store:
        assert store.embedder_name == name
        assert store.user("ann").recall("xyz", recipe="semantic")[0].text == "zzz yyy xxx"


def test_an_outage_loses_nothing_and_is_mended_by_reembedding(endpoint: str, tmp_path: Path) -> None:
    name = f"openai://letters?base_url={endpoint}"
    with perdure.open(tmp_path / "store", embedder=name) as store:
        ann = store.user("ann")
        ann.remember("I grow tomatoes")
        Endpoint.failing = True
        ann.remember("I grow cucumbers")
        assert ann.recall("cucumbers")[0].text == "I grow cucumbers"
        assert set(store.degraded) == {"stored without a vector", "recalled by words only"}
        assert ann.figures().unembedded == 1
        with pytest.raises(EmbedderUnavailable, match="run it again"):
            store.reembed(store.embedder, name)
        Endpoint.failing = False
        assert store.reembed(store.embedder, name) == 1
        assert ann.figures().unembedded == 0


def test_another_embedder_is_refused_with_the_command_that_helps(endpoint: str, tmp_path: Path) -> None:
    with perdure.open(tmp_path / "store") as store:
        store.user("ann").remember("I grow tomatoes")
    with perdure.open(tmp_path / "store", embedder=f"openai://letters?base_url={endpoint}") as store:
        with pytest.raises(EmbedderMismatch, match="perdure migrate --reembed"):
            store.user("ann").recall("tomatoes")
        with pytest.raises(EmbedderMismatch, match="Nothing was written"):
            store.user("ann").remember("I grow leeks")
    with perdure.open(tmp_path / "store") as store:
        assert len(store.user("ann").list()) == 1


def test_moving_to_another_embedder_serves_reads_meanwhile(endpoint: str, tmp_path: Path) -> None:
    name = f"openai://letters?base_url={endpoint}"
    target = make_embedder(name)
    with perdure.open(tmp_path / "store") as store, perdure.open(tmp_path / "store") as other:
        ann = store.user("ann")
        for number in range(5):
            ann.remember(f"Fact {number} about tomatoes")
        seen: list[int] = []
        store.reembed(target, name, progress=lambda *_: seen.append(len(other.user("ann").recall("tomatoes"))))
        assert seen == [5]
    with perdure.open(tmp_path / "store") as store:
        assert store.embedder_name == name
        assert len(store.user("ann").recall("tomatoes")) == 5
        assert store.inspect("ann").problems == ()


def test_a_model_answers_over_the_wire_with_the_context_it_was_sent(endpoint: str) -> None:
    from perdure.llms.openai import OpenAILLM

    assert OpenAILLM("m", base_url=endpoint).reply([{"role": "user", "content": "hello"}]) == "HELLO"
    Endpoint.failing = True
    with pytest.raises(LLMUnavailable, match="nothing is lost"):
        OpenAILLM("m", base_url=endpoint).reply([{"role": "user", "content": "hello"}])


def test_names_that_no_embedder_has_are_refused() -> None:
    with pytest.raises(UnknownEmbedder, match="static, minilm"):
        make_embedder("word2vec")
    with pytest.raises(InvalidOption):
        make_embedder("openai://m?dimension=many")


@pytest.mark.skipif(find_spec("sentence_transformers") is not None, reason="sentence-transformers is installed")
def test_a_missing_extra_says_what_to_install() -> None:
    with pytest.raises(EmbedderMissing, match="pip install"):
        make_embedder("sentence-transformers://any")


def test_frequent_pieces_weigh_less_than_rare_ones() -> None:
    embedder = StaticEmbedder()
    with_filler, topic, filler = embedder.embed(["the of and peanuts", "peanuts", "the of and"])
    assert with_filler @ topic > 0.9
    assert with_filler @ filler < with_filler @ topic


def test_tokens_are_counted_without_a_network() -> None:
    assert StaticTokens().count("") == 0
    assert StaticTokens().count("Hello world") == 2
