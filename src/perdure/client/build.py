"""The only place where parts meet: which engine, embedder, clock and counter a store is made of."""

from os import PathLike, fspath
from pathlib import Path

from perdure.client.reranking import GuardedReranker
from perdure.client.services import Services
from perdure.client.store import Store
from perdure.embedders.registry import DEFAULT_EMBEDDER, make_embedder, make_token_embedder
from perdure.embedders.static import StaticTokens
from perdure.errors import InvalidOption
from perdure.model.ids import IdSource
from perdure.model.limits import Durability, Limits
from perdure.model.session import ResumePolicy
from perdure.ports.clock import Clock, SystemClock
from perdure.ports.embedder import Embedder
from perdure.ports.llm import LLM
from perdure.ports.reranker import Reranker
from perdure.ports.tokens import TokenCounter
from perdure.rerankers.registry import make_reranker
from perdure.storage.sqlite.engine import SQLiteEngine, stored_embedder

__all__ = ["open_store"]


def _root(url: str | PathLike[str]) -> Path:
    text = fspath(url)
    if "://" in text and not text.startswith("file://"):
        raise InvalidOption(f"{text!r} is not a directory. This version of Perdure keeps stores in directories only. Nothing was done.")
    if not text or "\x00" in text:
        raise InvalidOption("The store's path is empty or holds a NUL. Nothing was done.")
    # Absolute: the process may change its directory while the store is open.
    return Path(text.removeprefix("file://")).expanduser().absolute()


def open_store(
    url: str | PathLike[str],
    *,
    embedder: str | Embedder | None = None,
    llm: LLM | None = None,
    reranker: str | Reranker | None = None,
    key: str | bytes | None = None,
    encryption: bool | None = None,
    clock: Clock | None = None,
    tokens: TokenCounter | None = None,
    limits: Limits | None = None,
    resume: ResumePolicy | None = None,
    durability: Durability = Durability.FULL,
) -> Store:
    """Open the store in a directory, making it if there is none.

    Args:
        url: the directory.
        embedder: a registry name (`static`, `minilm`, `openai://MODEL`, `sentence-transformers://MODEL`) or an object; the one that
            the store was made with if not given.
        llm: a language model for those steps that get better with one. Nothing needs it.
        reranker: reads question and best hits together before they are returned: a registry name (`late-interaction`,
            `cross-encoder:///path/to/folder`) or an object. None by default.
        key: the master key: 32 bytes, 64 hex digits, or a passphrase. Otherwise PERDURE_KEY, otherwise a key file made on first use.
        encryption: False makes a new store without encryption; an existing store is what it is.
        clock: where the time comes from.
        tokens: how tokens are counted; by default with the tokenizer of the static embedder.
        limits: sizes that bound the store.
        resume: below which gap a conversation goes on, and below which a recap is enough.
        durability: what an acknowledged write survives.

    Raises:
        WrongKey, StoreTooNew, StoreCorrupted, StoreReadOnly, InvalidOption, EmbedderError, RerankerError, NotFound: nothing was written.
    """
    root = _root(url)
    limits = limits or Limits()
    if embedder is None:
        embedder = stored_embedder(root) or DEFAULT_EMBEDDER
    model = make_embedder(embedder) if isinstance(embedder, str) else embedder
    name = embedder if isinstance(embedder, str) else model.spec.name
    second = make_reranker(reranker, make_token_embedder) if isinstance(reranker, str) else reranker
    engine = SQLiteEngine(root, model.spec, embedder=name, key=key, encryption=encryption, limits=limits, durability=durability)
    services = Services(
        engine=engine,
        embedder=model,
        counter=tokens or StaticTokens(),
        clock=clock or SystemClock(),
        ids=IdSource(),
        limits=limits,
        resume=resume or ResumePolicy(),
        llm=llm,
        reranker=None if second is None else GuardedReranker(second),
    )
    return Store(services, name, engine.remember_embedder)
