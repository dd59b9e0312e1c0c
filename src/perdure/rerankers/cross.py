"""A cross-encoder of the user's own: a folder with `model.onnx` and `tokenizer.json`, run by onnxruntime. No network."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from perdure.errors import InvalidOption, RerankerMissing

__all__ = ["CrossEncoder"]

_INSTALL: Final = "pip install 'perdure[minilm]'"
_MODEL: Final = "model.onnx"
_TOKENIZER: Final = "tokenizer.json"
_MOST_TOKENS: Final = 256
_MOST_CHARACTERS: Final = 20_000
_BATCH: Final = 16
_THREADS: Final = 2
_PADDINGS: Final = ("[PAD]", "<pad>")


class CrossEncoder:
    """Reads question and text as one input; question and text together count up to 256 tokens.

    Of `input_ids`, `attention_mask` and `token_type_ids` the model gets those it has. Its first output is one logit a pair, or two, of
    which the second says that the text answers: then their difference is the score.

    Raises:
        RerankerMissing: onnxruntime or a file is missing.
        InvalidOption: the files are not those of a cross-encoder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._tokenizer = _tokenizer(_file(folder, _TOKENIZER))
        self._session = _session(_file(folder, _MODEL))
        self._inputs: dict[str, Any] = {
            given.name: np.int32 if given.type == "tensor(int32)" else np.int64 for given in self._session.get_inputs()
        }
        self._padding = next((number for name in _PADDINGS if (number := self._tokenizer.token_to_id(name)) is not None), 0)
        # A model that does not see what is padding would let a text's score depend on its company.
        self._batch = _BATCH if "attention_mask" in self._inputs else 1
        try:
            self.score("question", ["text"])
        except Exception as error:  # onnxruntime's errors have no base of their own
            raise InvalidOption(f"{folder / _MODEL} does not work as a cross-encoder: {error}. Nothing was done.") from error

    @property
    def name(self) -> str:
        return f"cross-encoder://{self._folder}"

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        pairs = [(question[:_MOST_CHARACTERS], text[:_MOST_CHARACTERS]) for text in texts]
        encoded: list[Any] = self._tokenizer.encode_batch(pairs) if pairs else []
        scores = np.zeros(len(texts), np.float32)
        for rows in _batches([len(pair.ids) for pair in encoded], self._batch):
            scores[rows] = self._run([encoded[row] for row in rows])
        return scores

    def _run(self, pairs: Sequence[Any]) -> NDArray[np.float32]:
        width = max(len(pair.ids) for pair in pairs)
        given = {"input_ids": np.full((len(pairs), width), self._padding, np.int64)}
        given |= {name: np.zeros((len(pairs), width), np.int64) for name in ("attention_mask", "token_type_ids")}
        for row, pair in enumerate(pairs):
            length = len(pair.ids)
            given["input_ids"][row, :length] = pair.ids
            given["attention_mask"][row, :length] = 1
            given["token_type_ids"][row, :length] = pair.type_ids
        # An input that is not among the three is left out, and onnxruntime names it in its refusal.
        wanted = {name: given[name].astype(kind) for name, kind in self._inputs.items() if name in given}
        logits = np.asarray(self._session.run(None, wanted)[0], np.float32)
        if logits.shape in ((len(pairs),), (len(pairs), 1)):
            return logits.reshape(len(pairs))
        if logits.shape == (len(pairs), 2):
            return logits[:, 1] - logits[:, 0]
        raise ValueError(f"its first output has shape {logits.shape} for {len(pairs)} pairs, not one or two logits a pair")


def _batches(lengths: Sequence[int], size: int) -> Iterator[list[int]]:
    """Rows of similar length together."""
    rows = sorted(range(len(lengths)), key=lengths.__getitem__)
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _file(folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_file():
        raise RerankerMissing(f"There is no {path}. A cross-encoder is a folder with {_MODEL} and {_TOKENIZER}. Nothing was done.")
    return path


def _tokenizer(path: Path) -> Any:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises Exception itself
        raise InvalidOption(f"{path} is not a tokenizer: {error}. Nothing was done.") from error
    configured = tokenizer.truncation
    tokenizer.no_padding()
    tokenizer.enable_truncation(min(_MOST_TOKENS, configured["max_length"]) if configured else _MOST_TOKENS)
    return tokenizer


def _session(path: Path) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise RerankerMissing(f"onnxruntime is not installed. Nothing was done. Install it: {_INSTALL}") from error
    runtime: Any = onnxruntime
    options = runtime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return runtime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors have no base of their own
        raise InvalidOption(f"{path} is not an ONNX model: {error}. Nothing was done.") from error
