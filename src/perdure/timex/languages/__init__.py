"""One table of words and rules per language."""

from typing import Final

from perdure.timex.languages.de import GERMAN
from perdure.timex.languages.en import ENGLISH
from perdure.timex.languages.es import SPANISH
from perdure.timex.languages.fr import FRENCH
from perdure.timex.languages.ja import JAPANESE
from perdure.timex.languages.numeric import NUMERIC
from perdure.timex.languages.zh import CHINESE

__all__ = ["HAN_LANGUAGES", "SPACED_LANGUAGES"]

SPACED_LANGUAGES: Final = (ENGLISH, GERMAN, SPANISH, FRENCH, NUMERIC)
HAN_LANGUAGES: Final = (CHINESE, JAPANESE)
