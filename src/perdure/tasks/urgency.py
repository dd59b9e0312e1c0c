"""How much something matters, where its speaker says so."""

import re
from typing import Final

from perdure.model.task import Priority

__all__ = ["stated_priority"]

_LOW: Final = re.compile(
    r"\b(?:no (?:rush|hurry|pressure)|not (?:(?:that|so|very|super|too|really) )?(?:urgent|important)|isn'?t (?:urgent|important)|"
    r"nothing urgent|non-?urgent|low(?:est)? prio(?:rity)?|whenever(?: i| we| you| it|$)?|when(?:ever)? i (?:have|get|find) (?:the |some |"
    r"a |around)|eventually|at some point|some ?day|sooner or later|can wait|no deadline|in no hurry|keine eile|eilt nicht|"
    r"nicht (?:so )?(?:dringend|eilig|wichtig)|irgendwann|sin prisa|no (?:es|corre) (?:urgente|prisa)|cuando pueda|sans urgence|"
    r"pas (?:urgent|presse)|rien ne presse|quand j'aurai le temps)\b|不急|不着急|有空|什么时候都|急が(?:ない|なく)|いつでも"
)
_HIGH: Final = re.compile(
    r"\b(?:urgent(?:ly)?|a\.?s\.?a\.?p|as soon as (?:possible|i can)|(?:high|highest|top|first|number one) prio(?:rity)?|immediately|"
    r"right away|critical|crucial|super important|(?:is|'s|very|really|so|extremely|quite|most|super|this|important:|is an?) important|"
    r"important(?=\s*(?:[!.,:;]|$))|no matter what|whatever happens|(?:really )?(?:must not|mustn'?t|can'?t|cannot|can not) (?:forget|"
    r"miss)|absolutely (?:need|have|must|has)|dringend|unbedingt|(?:sehr |ganz |ist |total )wichtig|auf keinen fall vergessen|eilig|"
    r"so schnell wie moglich|urgente(?:mente)?|muy importante|es importante|cuanto antes|lo antes posible|d'urgence|tres important|"
    r"c'est important|au plus vite|des que possible|prioritaire|sans faute|absolument)\b|紧急|很重要|非常重要|尽快|马上|务必|加急|至急|"
    r"緊急|急ぎ|必ず|とても重要|大事"
)


def stated_priority(text: str) -> Priority | None:
    """The priority that a folded text states; None if it says nothing of it."""
    if _LOW.search(text):
        return Priority.LOW
    return Priority.HIGH if _HIGH.search(text) else None
