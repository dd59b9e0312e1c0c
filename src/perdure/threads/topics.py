"""What a session or a thread is about, as weighted words and as a vector: bounded, and extended session by session."""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import log1p, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from perdure.text.talk import TALK_WORDS
from perdure.text.words import index_words

__all__ = ["KEYWORDS", "centre_of", "joined", "keywords_of", "moved", "topic_words"]

KEYWORDS: Final = 200
"""Words that a topic keeps; 400 match no better (measured)."""
_HEARD: Final = 4_000
"""Characters of a turn that are read: what is longer was pasted."""
_FADES: Final = 0.9
"""What a session leaves of the topic before it: threads drift, and one strange session must not bend a long one."""
_STEM: Final = 6
"""Letters of a word that count: "restaurant" and "restaurants", "plane" and "planen" are one word, in any language with an alphabet."""

# What people say in every conversation whatever it is about; where words are scarce these would decide.
_EVERYWHERE: Final = frozenset(
    """want wanted wants need needed needs help good great like know time thing things way work works working first next step steps
    plan plans let lets get getting got give gives look looks looking take make makes making made also well really right sure hello hey
    morning thank thanks yes yeah okay ok going go gonna one two start started starting ready new use using used still many much see back
    keep feel come day days today tomorrow week weeks now maybe question questions
    idea ideas answer information example following based provide
    important different better best options option consider ensure include including specific possible
    ich du er sie wir ihr es der die das den dem des ein eine einen einem einer und oder aber nicht ist sind war bin hat habe haben mit von
    für auf bei zu zum zur im in an am als wie was wenn dann noch auch nur schon mir mich dir dich uns mein meine dein kann können will
    möchte muss soll werden wird ja nein bitte danke gut mal jetzt heute hier da so sehr mehr hallo
    yo tú él ella nosotros el la los las un una unos unas y o pero no es son era soy está están con de del por para en al a se su sus mi
    mis me te lo le que qué como cómo cuando si sí ya más muy también hay hola gracias favor bien ahora hoy quiero puedo puede tengo tiene
    je tu il elle nous vous ils elles le les un une des et ou mais pas est sont était suis ai as avons avec pour sur dans au aux du ce
    cette ces mon ma mes ton ta son sa ses que qui quoi comment quand oui non merci bonjour bien maintenant plus très aussi veux peux
    これ それ ため よう こと もの です ます した して する から まで ので けど ない ある いる たい
    我们 你们 他们 这个 那个 可以 什么 怎么 一个 就是 没有 现在 今天 谢谢 请问 我 你 的 了 是 在 有 不 吗 吧 呢""".split()
)
_NO_TOPIC: Final = TALK_WORDS | _EVERYWHERE


def topic_words(text: str) -> list[str]:
    """The words of a text that may tell its topic, cut to their stems."""
    return [word[:_STEM] for word in index_words(text[:_HEARD]) if word not in _NO_TOPIC]


def keywords_of(texts: Iterable[str]) -> dict[str, float]:
    """What the turns of one session are about: word stems and their weights, unit length, the heaviest 200.

    A word that recurs weighs more, but its tenth time adds little.
    """
    counted: Counter[str] = Counter()
    for text in texts:
        counted.update(topic_words(text))
    return _unit({word: log1p(count) for word, count in counted.most_common(KEYWORDS)})


def joined(before: Mapping[str, float], session: Mapping[str, float]) -> dict[str, float]:
    """The keywords of a thread after another session."""
    weights = {word: weight * _FADES for word, weight in before.items()}
    for word, weight in session.items():
        weights[word] = weights.get(word, 0.0) + weight
    return dict(sorted(weights.items(), key=lambda item: -item[1])[:KEYWORDS])


def centre_of(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The direction of the turns of a session: vectors of shape (turns, dimension) to one of unit length (zeros if there is none)."""
    return _direction(vectors.sum(axis=0, dtype=np.float32))


def moved(before: NDArray[np.float32], sessions: int, session: NDArray[np.float32]) -> NDArray[np.float32]:
    """The direction of a thread after another session; `before` is its direction after `sessions` of them."""
    weight = sum(_FADES**age for age in range(1, min(sessions, 50) + 1))
    return _direction(before * np.float32(weight) + session)


def _direction(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    length = float(np.linalg.norm(vector))
    return vector / np.float32(length) if length else vector


def _unit(weights: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else weights
