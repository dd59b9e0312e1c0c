"""The only place where parts meet: which engine, embedder, clock and counter a store is made of."""

from os import PathLike, fspath
from pathlib import Path
from typing import TypeVar

from perdure.client.reranking import GuardedReranker
from perdure.client.services import Services
from perdure.client.store import Store
from perdure.embedders.registry import DEFAULT_EMBEDDER, make_embedder, make_token_embedder
from perdure.embedders.static import StaticTokens
from perdure.errors import InvalidOption
from perdure.llms.guard import GuardedLLM
from perdure.model.ids import IdSource
from perdure.model.limits import Durability, Limits
from perdure.model.policies_llm import SpendPolicy
from perdure.model.reflection import ReflectionPolicy
from perdure.model.session import ResumePolicy
from perdure.ports.clock import Clock, SystemClock
from perdure.ports.embedder import Embedder
from perdure.ports.llm import LLM, Asking, Prompt
from perdure.ports.reranker import Reranker
from perdure.ports.tokens import TokenCounter
from perdure.rerankers.registry import make_reranker
from perdure.storage.sqlite.engine import SQLiteEngine, stored_embedder

__all__ = ["open_store"]

T = TypeVar("T")


def _root(url: str | PathLike[str]) -> Path:
    text = fspath(url)
    if "://" in text and not text.startswith("file://"):
        raise InvalidOption(f"{text!r} is not a directory. This version of Perdure keeps stores in directories only. Nothing was done.")
    if not text or "\x00" in text:
        raise InvalidOption("The store's path is empty or holds a NUL. Nothing was done.")
    # Absolute: the process may change its directory while the store is open.
    return Path(text.removeprefix("file://")).expanduser().absolute()


def _guarded(llm: LLM, counter: TokenCounter, clock: Clock, spend: SpendPolicy | None) -> GuardedLLM:
    """The model with retries, deadlines, a breaker and a spend cap; one that is guarded already stays as it is."""
    return llm if isinstance(llm, GuardedLLM) else GuardedLLM(llm, counter, clock=clock, spend=spend)


def _asking(llm: GuardedLLM) -> Asking:
    """How prompts with a form are put to it; what reads answers is loaded when the first one is asked."""

    def ask(prompt: Prompt[T], **fields: object) -> T:
        from perdure.llms.structured import ask as put

        return put(llm, prompt, **fields)

    return ask


def _embedder(root: Path, embedder: str | Embedder | None) -> tuple[str, Embedder]:
    """The embedder asked for, or the one that the store was made with, and the name to remember it by."""
    wanted = stored_embedder(root) or DEFAULT_EMBEDDER if embedder is None else embedder
    return (wanted, make_embedder(wanted)) if isinstance(wanted, str) else (wanted.spec.name, wanted)


def _reranker(reranker: str | Reranker | None) -> GuardedReranker | None:
    if reranker is None:
        return None
    return GuardedReranker(make_reranker(reranker, make_token_embedder) if isinstance(reranker, str) else reranker)


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
    reflection: ReflectionPolicy | None = None,
    spend: SpendPolicy | None = None,
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
        reflection: how threads are matched, memories folded and kept, and how much of that is done when a session ends.
        spend: what the language model costs, and how much may be spent on it.
        durability: what an acknowledged write survives.

    Raises:
        WrongKey, StoreTooNew, StoreCorrupted, StoreReadOnly, InvalidOption, EmbedderError, RerankerError, NotFound: nothing was written.
    """
    root = _root(url)
    limits = limits or Limits()
    name, model = _embedder(root, embedder)
    engine = SQLiteEngine(root, model.spec, embedder=name, key=key, encryption=encryption, limits=limits, durability=durability)
    clock = clock or SystemClock()
    counter = tokens or StaticTokens()
    guarded = None if llm is None else _guarded(llm, counter, clock, spend)
    services = Services(
        engine=engine,
        embedder=model,
        counter=counter,
        clock=clock,
        ids=IdSource(),
        limits=limits,
        resume=resume or ResumePolicy(),
        reflection=reflection or ReflectionPolicy(),
        llm=guarded,
        ask=None if guarded is None else _asking(guarded),
        reranker=_reranker(reranker),
    )
    return Store(services, name, engine.remember_embedder)
