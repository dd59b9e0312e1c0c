"""What every reranker must do."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.ports.reranker import Reranker

__all__ = ["RerankerConformance"]

_SAME: Final = 0.01
"""Share of a call's spread that scores may differ by: arithmetic in whole numbers is rounded here and there."""


def _assert_same(found: NDArray[np.float32], expected: NDArray[np.float32]) -> None:
    np.testing.assert_allclose(found, expected, atol=_SAME * max(float(np.ptp(expected)), 0.1))


class RerankerConformance:
    """What every reranker must do. Subclass it in a test module as `Test...` and override `make_reranker`."""

    question = "Where is the spare key?"
    texts = (
        "The train to Oslo leaves at nine.",
        "The spare key is under the flower pot.",
        "I am allergic to peanuts.",
        "Flowers need water, and the pot is too small.",
        "Where did you put it?",
    )
    strange = (
        "",
        "   ",
        "\U0001f30b\U0001f511",
        "钥匙在花盆下面。",
        "المفتاح تحت الأصيص",
        "e\u0301\u0301\u0301\u200d\u202e",
        "?!…",
        "a\tb\r\n\tc",
    )

    def make_reranker(self) -> Reranker:
        """The reranker under test."""
        raise NotImplementedError

    def assert_numbers(self, question: str, *texts: str) -> NDArray[np.float32]:
        """A finite number for each text, from a fresh reranker; the numbers."""
        found = self.make_reranker().score(question, texts)
        assert found.dtype == np.float32
        assert found.shape == (len(texts),)
        assert np.isfinite(found).all()
        return found

    def test_each_text_has_one_finite_number(self) -> None:
        self.assert_numbers(self.question, *self.texts)

    def test_no_text_gives_no_number(self) -> None:
        self.assert_numbers(self.question)

    def test_one_text_is_enough(self) -> None:
        self.assert_numbers(self.question, self.texts[0])

    def test_it_has_a_name(self) -> None:
        assert self.make_reranker().name.strip()

    def test_the_text_that_answers_scores_highest(self) -> None:
        assert int(self.assert_numbers(self.question, *self.texts[:3]).argmax()) == 1

    def test_strange_texts_and_questions_have_numbers_too(self) -> None:
        self.assert_numbers(self.question, *self.strange)
        for question in self.strange:
            self.assert_numbers(question, *self.texts)

    def test_long_texts_and_questions_have_numbers_too(self) -> None:
        long = " ".join(self.texts) * 2_000
        self.assert_numbers(self.question, long, *self.texts, "x" * 100_000)
        self.assert_numbers(long, *self.texts)

    def test_many_texts_have_numbers_too(self) -> None:
        self.assert_numbers(self.question, *(f"{text} {number}" for number in range(20) for text in self.texts))

    def test_the_same_gives_the_same_again(self) -> None:
        reranker = self.make_reranker()
        first = reranker.score(self.question, self.texts)
        _assert_same(reranker.score(self.question, self.texts), first)
        _assert_same(self.make_reranker().score(self.question, self.texts), first)

    def test_other_calls_in_between_change_nothing(self) -> None:
        reranker = self.make_reranker()
        first = reranker.score(self.question, self.texts)
        reranker.score("Who is allergic to peanuts?", self.texts[::2])
        reranker.score(self.question, self.texts[:1])
        _assert_same(reranker.score(self.question, self.texts), first)

    def test_the_order_of_the_texts_does_not_matter(self) -> None:
        texts = (*self.texts, "yes", " ".join(self.texts), *self.strange)
        _assert_same(self.assert_numbers(self.question, *texts[::-1])[::-1], self.assert_numbers(self.question, *texts))

    def test_equal_texts_score_the_same(self) -> None:
        found = self.assert_numbers(self.question, self.texts[1], *self.texts, self.texts[1])
        _assert_same(found[[0, -1]], found[[2, 2]])
