"""What may enter the store. Each check raises a typed error before anything is written, and returns the value as it will be kept."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from perdure.errors import EmptyText, InvalidMetadata, InvalidName, InvalidOption, NaiveDatetime, TextTooLong, UnstorableText

__all__ = ["aware", "valid_limit", "valid_metadata", "valid_name", "valid_text"]

NAME_BYTES = 256
_ESCAPED_NUL = re.compile(r"(?<!\\)(?:\\\\)*\\u0000")
METADATA_BYTES = 64 * 1024
_MOST = 1 << 40
_FIRST_YEAR, _LAST_YEAR = 2, 9998  # so that no change of zone can leave the calendar


def _storable(text: str, what: str) -> bytes:
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers without a type checker
        raise UnstorableText(f"The {what} must be a str, not {type(text).__name__}. Nothing was written.")
    if "\x00" in text:
        raise UnstorableText(f"The {what} holds a NUL character. Nothing was written. Remove it first.")
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnstorableText(
            f"The {what} holds a lone surrogate at position {error.start}. Nothing was written. Decode it properly first."
        ) from None


def valid_text(text: str, limit: int, what: str = "text") -> str:
    """Accept text that can be kept verbatim, at most `limit` bytes of UTF-8.

    Raises:
        EmptyText, UnstorableText, TextTooLong: nothing was written.
    """
    size = len(_storable(text, what))
    if size > limit:
        raise TextTooLong(f"The {what} has {size:,} bytes; at most {limit:,} are kept in one piece. Nothing was written. Split it.")
    if not text.strip():
        raise EmptyText(f"The {what} is empty. Nothing was written.")
    return text


def valid_name(name: str, what: str) -> str:
    """Accept a user, tenant, session or speaker name: 1 to 256 bytes, no NUL, no lone surrogate."""
    try:
        size = len(_storable(name, what))
    except UnstorableText as error:
        raise InvalidName(str(error)) from None
    if not name.strip() or size > NAME_BYTES:
        raise InvalidName(f"The {what} name must have 1 to {NAME_BYTES} bytes and not be blank; it has {size}. Nothing was written.")
    return name


def valid_metadata(metadata: Mapping[str, Any] | None) -> dict[str, Any]:
    """Accept a JSON object of at most 64 KiB; returns a copy that shares nothing with the caller's."""
    if not metadata:
        return {}
    if not isinstance(cast(object, metadata), Mapping):
        raise InvalidMetadata(f"Metadata must be a JSON object, not {type(metadata).__name__}. Nothing was written.")
    if not all(isinstance(key, str) for key in cast(Mapping[object, Any], metadata)):
        raise InvalidMetadata("Metadata keys must be strings. Nothing was written.")
    try:
        text = json.dumps(dict(metadata), ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidMetadata(f"The metadata is not JSON: {error}. Nothing was written.") from None
    try:
        size = len(_storable(text, "metadata"))
    except UnstorableText as error:
        raise InvalidMetadata(str(error)) from None
    if size > METADATA_BYTES or _ESCAPED_NUL.search(text):
        raise InvalidMetadata(f"The metadata has {size:,} bytes or holds a NUL; at most {METADATA_BYTES:,} are kept. Nothing was written.")
    return cast(dict[str, Any], json.loads(text))


def valid_limit(limit: int) -> int:
    """Accept a count of things to return."""
    if not 0 <= limit <= _MOST:
        raise InvalidOption(f"limit must be between 0 and {_MOST:,}, not {limit}. Nothing was done.")
    return limit


def aware(moment: datetime, what: str = "time") -> datetime:
    """Accept only a datetime that names a moment."""
    if moment.tzinfo is None or moment.utcoffset() is None:
        raise NaiveDatetime(
            f"The {what} {moment.isoformat()} has no time zone, so it names no moment. "
            "Nothing was written. Use an aware datetime, such as datetime.now(UTC)."
        )
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise InvalidOption(f"The {what} {moment.isoformat()} is outside the years {_FIRST_YEAR} to {_LAST_YEAR}. Nothing was written.")
    return moment
