"""Rerankers by URL-like name: `late-interaction`, `cross-encoder:///path/to/folder`."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from perdure.errors import EmbedderMissing, InvalidOption, RerankerMissing, UnknownReranker
from perdure.ports.embedder import TokenEmbedder
from perdure.ports.reranker import Reranker

__all__ = ["make_reranker", "reranker_names"]

Tokens = Callable[[], TokenEmbedder]


def _late(_place: str, tokens: Tokens) -> Reranker:
    from perdure.rerankers.late import LateInteraction

    try:
        return LateInteraction(tokens())
    except EmbedderMissing as error:
        raise RerankerMissing(f"The reranker late-interaction works with MiniLM's token vectors. {error}") from error


def _cross(place: str, _tokens: Tokens) -> Reranker:
    from perdure.rerankers.cross import CrossEncoder

    if not place:
        raise InvalidOption("A cross-encoder is named with its folder: cross-encoder:///path/to/folder. Nothing was done.")
    return CrossEncoder(Path(place).expanduser().absolute())


_MAKERS: Final[Mapping[str, Callable[[str, Tokens], Reranker]]] = {"late-interaction": _late, "cross-encoder": _cross}


def reranker_names() -> tuple[str, ...]:
    """The known schemes."""
    return tuple(_MAKERS)


def make_reranker(name: str, tokens: Tokens) -> Reranker:
    """The reranker of that name; `tokens` makes the embedder whose token vectors it may need.

    Raises:
        UnknownReranker, RerankerMissing, InvalidOption: nothing was done.
    """
    scheme, _, place = name.partition("://")
    maker = _MAKERS.get(scheme)
    if maker is None:
        raise UnknownReranker(f"There is no reranker {name!r}. Known: {', '.join(_MAKERS)}. Nothing was done.")
    return maker(place, tokens)
