"""The JSON object in a model's answer: strictly one, and nothing that would be a surprise later."""

import json
import re
from collections.abc import Sequence
from math import isfinite
from typing import Any, Final, NoReturn, cast

from perdure.errors import LLMAnswerInvalid

__all__ = ["json_object"]

_MOST_CHARACTERS: Final = 64 * 1024
"""No prompt asks for a tenth of it."""
_DEEPEST: Final = 8
"""Objects and lists inside each other; prompts ask for three."""
_THOUGHTS: Final = re.compile(r"\s*<think>.*?</think>", re.DOTALL)
_STRUCTURE: Final = re.compile(r'"(?:[^"\\]|\\.)*+"?|[{}\[\]]', re.DOTALL)
_BRACES: Final = re.compile(r"[{}]")


def json_object(answer: str) -> dict[str, Any]:
    """The only JSON object of an answer. Words or a code fence around it are left out; a second object makes it unclear which one is meant.

    Raises:
        LLMAnswerInvalid: there is none or more than one, it is broken, has a key twice, holds NaN or characters that cannot be
            stored, is nested deeply or is larger than any answer should be.
    """
    if len(answer) > _MOST_CHARACTERS:
        raise _invalid(f"The answer has {len(answer):,} characters; at most {_MOST_CHARACTERS:,} can be meant")
    thoughts = _THOUGHTS.match(answer)
    text = answer[thoughts.end() :] if thoughts else answer
    begin, end = _span(text)
    if _BRACES.search(text, 0, begin) or _BRACES.search(text, end):
        raise _invalid("There are braces beside the JSON object")
    try:
        found = json.loads(text[begin:end], object_pairs_hook=_once, parse_constant=_no_constant, parse_float=_finite)
    except LLMAnswerInvalid:
        raise
    except (ValueError, RecursionError) as error:
        raise _invalid(f"The JSON is broken: {error}") from None
    _storable(found)
    return cast(dict[str, Any], found)


def _invalid(why: str) -> LLMAnswerInvalid:
    return LLMAnswerInvalid(f"{why}. Nothing of the answer is used.")


def _span(text: str) -> tuple[int, int]:
    """Where the first object begins and ends."""
    begin = text.find("{")
    if begin < 0:
        raise _invalid("There is no JSON object")
    depth = 0
    for match in _STRUCTURE.finditer(text, begin):
        sign = match.group()
        if sign in "{[":
            depth += 1
        elif sign in "}]":
            depth -= 1
        if depth > _DEEPEST:
            raise _invalid(f"The JSON is nested more than {_DEEPEST} deep")
        if depth == 0:
            return begin, match.end()
    raise _invalid("The JSON object has no end")


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _invalid("A key stands twice in one object")
    return found


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise _invalid(f"{digits} is beyond every number")
    return number


def _no_constant(name: str) -> NoReturn:
    raise _invalid(f"{name} is no JSON")


def _storable(found: object) -> None:
    text = json.dumps(found, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _invalid("A string holds half a surrogate pair") from None
    if "\\u0000" in text.replace("\\\\", ""):
        raise _invalid("A string holds a NUL")
