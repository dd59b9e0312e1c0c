"""Made-up conversations for benchmarks: real English words at Zipf frequencies, so that postings and blocks look like real ones."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Final

from perdure.embedders.static import static_tokenizer
from perdure.model.turn import NewTurn
from perdure.text.words import STOP_WORDS

__all__ = ["SyntheticTalk"]

_START: Final = datetime(2024, 1, 1, 9, tzinfo=UTC)
_TURNS_A_SESSION: Final = 20
_LITTLE: Final = sorted(word for word in STOP_WORDS if len(word) > 1)


class SyntheticTalk:
    """Turns and questions from one seed; the same every time."""

    def __init__(self, seed: int = 1) -> None:
        self._random = Random(seed)  # noqa: S311  # no secret is made here
        pieces = sorted(static_tokenizer().get_vocab().items(), key=lambda item: item[1])
        whole = [piece[1:].lower() for piece, _ in pieces if piece[0] == "\u2581"]
        words = [word for word in whole if len(word) > 3 and word.isascii() and word.isalpha()]
        self._words = [word for word in dict.fromkeys(words) if word not in STOP_WORDS]
        self._weights = [1 / (rank + 20) for rank in range(len(self._words))]

    def _sentence(self) -> str:
        telling = self._random.choices(self._words, self._weights, k=self._random.randint(4, 12))
        parts = [part for word in telling for part in (self._random.choice(_LITTLE), word)]
        return " ".join(parts).capitalize() + self._random.choice(".....?")

    def turns(self, count: int) -> Iterator[NewTurn]:
        """So many turns, 20 a session, a session a day."""
        for number in range(count):
            session, place = divmod(number, _TURNS_A_SESSION)
            at = _START + timedelta(days=session % 900, seconds=30 * place)
            role = "assistant" if place % 2 else "user"
            text = " ".join(self._sentence() for _ in range(self._random.randint(1, 2)))
            yield NewTurn(f"s{session}", role, text, at, None, None, str(number))

    def questions(self, texts: list[str], count: int) -> list[str]:
        """So many questions, each with three words of one of the texts."""
        found: list[str] = []
        while len(found) < count:
            words = [word for word in self._random.choice(texts).lower().strip(".?").split() if word not in STOP_WORDS]
            if len(words) > 2:
                found.append(f"When did I mention the {' and the '.join(self._random.sample(words, 3))}?")
        return found
