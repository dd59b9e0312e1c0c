"""Embedders by URL-like name: `static`, `minilm`, `openai://MODEL?base_url=...&dimension=...`, `sentence-transformers://MODEL`."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from perdure.errors import InvalidOption, UnknownEmbedder
from perdure.ports.embedder import Embedder, TokenEmbedder

if TYPE_CHECKING:
    from perdure.embedders.minilm import MiniLMEmbedder

__all__ = ["DEFAULT_EMBEDDER", "embedder_names", "make_embedder", "make_token_embedder"]

DEFAULT_EMBEDDER: Final = "static"


def _static(_model: str, _options: Mapping[str, str]) -> Embedder:
    from perdure.embedders.static import StaticEmbedder

    return StaticEmbedder()


@cache
def _the_minilm() -> "MiniLMEmbedder":
    from perdure.embedders.minilm import MiniLMEmbedder

    return MiniLMEmbedder()


def _minilm(_model: str, _options: Mapping[str, str]) -> Embedder:
    return _the_minilm()


def _openai(model: str, options: Mapping[str, str]) -> Embedder:
    from perdure.embedders.openai import OpenAIEmbedder

    dimension = options.get("dimension")
    if dimension is not None and not dimension.isdecimal():
        raise InvalidOption(f"dimension={dimension!r} is not a number. Nothing was done.")
    return OpenAIEmbedder(model, base_url=options.get("base_url"), dimension=int(dimension) if dimension else None)


def _sentence(model: str, _options: Mapping[str, str]) -> Embedder:
    from perdure.embedders.sentence import SentenceEmbedder

    return SentenceEmbedder(model)


_MAKERS: Final[Mapping[str, Callable[[str, Mapping[str, str]], Embedder]]] = {
    "static": _static,
    "minilm": _minilm,
    "openai": _openai,
    "sentence-transformers": _sentence,
}


def embedder_names() -> tuple[str, ...]:
    """The known schemes."""
    return tuple(_MAKERS)


@cache
def make_embedder(name: str) -> Embedder:
    """The embedder of that name, one per process: models are large and stateless.

    Raises:
        UnknownEmbedder, EmbedderMissing, EmbedderUnavailable: nothing was written.
    """
    parts = urlsplit(name)
    scheme, separator, _ = name.partition("://")
    maker = _MAKERS.get(scheme)
    if maker is None:
        raise UnknownEmbedder(f"There is no embedder {name!r}. Known: {', '.join(_MAKERS)}. Nothing was done.")
    model = f"{parts.netloc}{parts.path}".strip("/") if separator else ""
    return maker(model, {key: values[0] for key, values in parse_qs(parts.query).items()})


def make_token_embedder() -> TokenEmbedder:
    """The embedder that has a vector for each word piece: MiniLM, the same object that embeds.

    Raises:
        EmbedderMissing: nothing was written.
    """
    return _the_minilm()
