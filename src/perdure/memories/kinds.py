"""What kind of statement a text is, when the caller does not say."""

import re
from typing import Final

from perdure.model.memory import Kind

__all__ = ["kind_of"]

_PREFERENCE: Final = re.compile(
    r"\b(?:(?:i|we|he|she|they|user)(?:'d|’d| would)?(?: really| also| always| usually| much)? "
    r"(?:prefers?|likes?|loves?|hates?|dislikes?|enjoys?|can(?:'|’)?t stand|rather)|(?:do not|don(?:'|’)t|doesn(?:'|’)t) like|"
    r"favou?rites?|preferences?|prefers?)\b",
    re.IGNORECASE,
)
_DIRECTIVE: Final = re.compile(
    r"\s*(?:please\s+)?(?:always|never|from now on|don(?:'|’)t ever|do not ever|call me|answer|reply)\b", re.IGNORECASE
)


def kind_of(text: str) -> Kind:
    """A standing order to the assistant, a preference, or else a fact."""
    if _DIRECTIVE.match(text):
        return Kind.DIRECTIVE
    return Kind.PREFERENCE if _PREFERENCE.search(text) else Kind.FACT
