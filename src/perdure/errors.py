"""Every error that Perdure raises on purpose.

```
PerdureError
├── InvalidInput (ValueError)         nothing was written
│   ├── EmptyText
│   ├── TextTooLong
│   ├── UnstorableText
│   ├── NaiveDatetime
│   ├── InvalidMetadata
│   ├── InvalidName
│   ├── InvalidOption
│   └── InvalidImport
├── NotFound (LookupError)            nothing was written
│   ├── UnknownMemory
│   ├── UnknownSession
│   ├── UnknownThread
│   ├── UnknownTask
│   ├── UnknownUser
│   ├── UnknownRecipe
│   ├── UnknownEmbedder
│   └── UnknownReranker
├── StorageError                      each says what was written
│   ├── StoreClosed
│   ├── StoreReadOnly
│   ├── StoreBusy
│   ├── StoreCorrupted
│   ├── StoreTooNew
│   ├── MigrationChanged
│   ├── WrongKey
│   ├── DiskFull
│   └── WriteNotDurable
├── EmbedderError
│   ├── EmbedderMissing
│   ├── EmbedderMismatch
│   └── EmbedderUnavailable
├── RerankerError
│   ├── RerankerMissing
│   └── RerankerUnavailable
├── LLMError
│   ├── LLMMissing
│   ├── LLMUnavailable                nothing is lost; the work can be done later
│   │   ├── LLMBusy
│   │   ├── LLMTimeout
│   │   ├── LLMCutOff
│   │   ├── LLMRefused
│   │   ├── LLMMisconfigured
│   │   ├── LLMResting
│   │   └── LLMSpendCapReached
│   └── LLMAnswerInvalid
└── ContextTooSmall (ValueError)
```

An error's docstring is its message where none is given: what happened, what it means for the data, what to do.
"""

from inspect import cleandoc
from typing import ClassVar

__all__ = [
    "ContextTooSmall",
    "DiskFull",
    "EmbedderError",
    "EmbedderMismatch",
    "EmbedderMissing",
    "EmbedderUnavailable",
    "EmptyText",
    "InvalidImport",
    "InvalidInput",
    "InvalidMetadata",
    "InvalidName",
    "InvalidOption",
    "LLMAnswerInvalid",
    "LLMBusy",
    "LLMCutOff",
    "LLMError",
    "LLMMisconfigured",
    "LLMMissing",
    "LLMRefused",
    "LLMResting",
    "LLMSpendCapReached",
    "LLMTimeout",
    "LLMUnavailable",
    "MigrationChanged",
    "NaiveDatetime",
    "NotFound",
    "PerdureError",
    "RerankerError",
    "RerankerMissing",
    "RerankerUnavailable",
    "StorageError",
    "StoreBusy",
    "StoreClosed",
    "StoreCorrupted",
    "StoreReadOnly",
    "StoreTooNew",
    "TextTooLong",
    "UnknownEmbedder",
    "UnknownMemory",
    "UnknownRecipe",
    "UnknownReranker",
    "UnknownSession",
    "UnknownTask",
    "UnknownThread",
    "UnknownUser",
    "UnstorableText",
    "WriteNotDurable",
    "WrongKey",
]


class PerdureError(Exception):
    """Something that Perdure was asked to do could not be done."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or cleandoc(type(self).__doc__ or ""))


class InvalidInput(PerdureError, ValueError):
    """The input cannot be stored as it is. Nothing was written."""


class EmptyText(InvalidInput):
    """The text is empty or only white space. Nothing was written."""


class TextTooLong(InvalidInput):
    """The text is longer than a turn may be (256 KiB by default). Nothing was written. Split it, or raise Limits.turn_bytes."""


class UnstorableText(InvalidInput):
    """The text holds a NUL or a lone surrogate, which no store keeps faithfully. Nothing was written. Clean the text first."""


class NaiveDatetime(InvalidInput):
    """The time has no time zone, so it names no moment. Nothing was written. Use an aware datetime, such as datetime.now(UTC)."""


class InvalidMetadata(InvalidInput):
    """The metadata is not a small JSON object with string keys. Nothing was written."""


class InvalidName(InvalidInput):
    """A user, tenant, session or speaker name is empty, too long (256 bytes) or has unstorable characters. Nothing was written."""


class InvalidOption(InvalidInput):
    """An option has a value that cannot be meant. Nothing was done."""


class InvalidImport(InvalidInput):
    """The file is not a conversation file. What came before the bad line is kept; importing the mended file again adds only the rest."""


class NotFound(PerdureError, LookupError):
    """There is no such thing for this user. Nothing was changed."""


class UnknownMemory(NotFound):
    """This user has no memory or turn with that id. Nothing was changed."""


class UnknownSession(NotFound):
    """This user has no session with that id. Nothing was changed."""


class UnknownThread(NotFound):
    """This user has no thread with that id. Nothing was changed."""


class UnknownTask(NotFound):
    """This user has no task with that id. Nothing was changed."""


class UnknownUser(NotFound):
    """The store holds nothing of that user."""


class UnknownRecipe(NotFound):
    """There is no recall recipe of that name. `perdure recall --help` lists them."""


class UnknownEmbedder(NotFound):
    """There is no embedder of that name. Known: static, minilm, openai://MODEL, sentence-transformers://MODEL."""


class UnknownReranker(NotFound):
    """There is no reranker of that name. Known: late-interaction, cross-encoder:///path/to/folder."""


class StorageError(PerdureError):
    """The store could not do it. The operation was rolled back: nothing of it was written."""


class StoreClosed(StorageError):
    """The store was closed. Nothing was written. Open it again with perdure.open()."""


class StoreReadOnly(StorageError):
    """The store's directory or file cannot be written. Nothing was written. Check the owner and mode of the directory."""


class StoreBusy(StorageError):
    """Another process held the write lock for too long. Nothing was written. Try again."""


class StoreCorrupted(StorageError):
    """A file of the store is damaged. Nothing was written. `perdure doctor` says which; restore it from a backup."""


class StoreTooNew(StorageError):
    """The store was made by a newer version of Perdure. Nothing was read or written. Upgrade with `pip install -U perdure`."""


class MigrationChanged(StorageError):
    """A migration that this store has applied differs from the one in this program. Nothing was written. Install an untampered release."""


class WrongKey(StorageError):
    """The master key does not open this store. Nothing was read or written. Pass the key that the store was made with."""


class DiskFull(StorageError):
    """The disk is full. The operation was rolled back: nothing of it was written. Free some space and repeat it."""


class WriteNotDurable(StorageError):
    """The write-ahead log was replaced under this process, so the write may be lost and is not acknowledged.

    Another SQLite library opened the same file (never do that), or the file was moved. Close the store, open it again, repeat the write.
    """


class EmbedderError(PerdureError):
    """The embedder could not do its work."""


class EmbedderMissing(EmbedderError):
    """The embedder needs a package that is not installed."""


class EmbedderMismatch(EmbedderError):
    """The store's vectors come from another embedder. Nothing was written. `perdure migrate --reembed` re-embeds it."""


class EmbedderUnavailable(EmbedderError):
    """The embedder did not answer. Turns are still stored; they are found by words until `perdure migrate --reembed` embeds them."""


class RerankerError(PerdureError):
    """The reranker could not do its work. Recall works without it."""


class RerankerMissing(RerankerError):
    """The reranker needs a package or a file that is not there. Nothing was done."""


class RerankerUnavailable(RerankerError):
    """The reranker did not answer in time, or answered what cannot be meant. The ranking stands as it was without it."""


class LLMError(PerdureError):
    """The language model could not do its work. Memory is not affected."""


class LLMMissing(LLMError):
    """Talking to a language model needs the extra: pip install 'perdure[openai]'."""


class LLMUnavailable(LLMError):
    """The language model did not answer. What was said is stored; nothing is lost."""

    passing: ClassVar[bool] = True
    """Whether the same request may be answered a moment later."""


class LLMBusy(LLMUnavailable):
    """The language model's endpoint is overloaded or limits how often it is asked. What was said is stored; it is asked again later.

    `retry_after`: seconds that the endpoint asked for, if it did.
    """

    def __init__(self, message: str | None = None, *, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class LLMTimeout(LLMUnavailable):
    """The language model did not answer in time. What was said is stored; it is asked again later."""


class LLMCutOff(LLMUnavailable):
    """The language model's answer was cut off before its end and is not used. Nothing is lost. Give it less at once, or more room."""

    passing = False


class LLMRefused(LLMUnavailable):
    """The endpoint does not take this request, however often it is sent: it is too long or malformed. Nothing is lost."""

    passing = False


class LLMMisconfigured(LLMUnavailable):
    """The endpoint does not serve us at all: the key, the model's name or the account is wrong. Nothing is lost. Check all three."""

    passing = False


class LLMResting(LLMUnavailable):
    """The language model failed several times in a row and is left alone for a while. Nothing was sent, nothing is lost."""

    passing = False


class LLMSpendCapReached(LLMUnavailable):
    """The request could cost more than the spend policy leaves. Nothing was sent, nothing is lost. Wait, or raise the cap."""

    passing = False


class LLMAnswerInvalid(LLMError):
    """The language model answered something else than what was asked for. Nothing of its answer is used, nothing is lost."""


class ContextTooSmall(PerdureError, ValueError):
    """The system prompt and the message alone do not fit into max_tokens - reserve. Raise max_tokens or shorten the system prompt."""
