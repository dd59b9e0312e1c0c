"""A task's title, cut out of the words that told it: "remind me on friday to call the plumber" is "Call the plumber"."""

import re
from collections.abc import Iterable
from typing import Final

__all__ = ["event_from", "has_no_object", "names_nothing", "title_from", "with_name"]

_LONGEST: Final = 80
"""Characters of a title."""
_SHORTEST: Final = 3
_NOTHING: Final = re.compile(
    r"(?:it|that|this|them|those|these|one|him|her|you|everything|something|stuff|things|dran|daran|das|es|eso|esto|lo|ca|cela|这个|"
    r"这件事|那个|それ|これ|of it|about it|about that|about this|not forget|forget|me|i|don'?t forget|\W*)",
    re.IGNORECASE,
)
_OBJECT: Final = re.compile(r"(?P<verb>[\w-]+(?: (?:in|back|up|off|out))?) (?P<it>it|them|this|that)\b", re.IGNORECASE)
_SUBJECT: Final = re.compile(
    r"(?:^|[,:;] ?|\b(?:and|but|so|because|since|yes|ok|oh|well|the) )(?P<it>(?:my |our |the |this )?[\w'’]+(?: [\w'’]+){0,3}?)"
    r"(?: (?:is|are|was|were|expires?|ends?|runs? out|came|arrived|broke|has|have|needs?|got|will|still)\b|'s (?:due|on|out|ready)\b)",
    re.IGNORECASE,
)
_NO_SUBJECT: Final = re.compile(
    r"(?:i|you|he|she|it|they|we|that|this|there|what|who|how|when|which|these|those|\w+ (?:i|you|he|she|we|they))\b", re.IGNORECASE
)
_LEADS: Final = re.compile(
    r"[\s,:;.–—-]*(?:(?:to|about|of|that|for|again|please|pls|plz|also|then|later|just|really|so|we|i|i've|ive|i'm|my|i'll|i am|is|it's|"
    r"there's|(?:have|need|got|ought|supposed|going|want) to|must|should|gotta|remember|not forget|make sure (?:to|i|that i)|sometime|"
    r"at some point|somehow|in the next|get around to|daran|dass|dran|noch|bitte|mal|zu|an|ans|am|beim|wegen|ich|muss|que|de|d'|a|"
    r"por favor|tengo|debo|je|dois|sobre|yo|一下|要|得|去|我|把(?=$))(?=[\s,:;]|$|(?<=d'))[\s,:;]*)",
    re.IGNORECASE,
)
_HAN_LEADS: Final = re.compile(
    r"^(?:とりあえず|まず|あと|そろそろ|一下|要|得|去|我们|我|的|在|里|前|之前|以前|まで|までに|に|は|の|、|，|,|\s|時に|で)+"
)
_HAN_BEHIND: Final = re.compile(r"之?以?前|までには?|に[はも]?|、")
_HAN_ENDS: Final = re.compile(r"(?:之?以?前|まで|までに|に|は|の|を|こと|、|，|,|\s|吧|啊|哦|了)+$")
_FILLERS: Final = re.compile(
    r"\b(?:asap|a\.s\.a\.p\.?|as soon as (?:possible|i can)|at the latest|latest|first thing(?: in the morning)?|sometime|some time|"
    r"by then|before then|before it'?s too late|no later than|urgently|immediately|right away|no matter what|whatever happens|"
    r"whenever(?: i can)?|eventually|at some point|someday|sooner or later|when i (?:have|get|find) (?:the |some |a )?(?:time|chance|"
    r"moment)|spätestens|dringend|unbedingt|irgendwann|so bald wie möglich|como muy tarde|a más tardar|cuanto antes|lo antes posible|"
    r"d'urgence|au plus tard|au plus vite|dès que possible)\b|(?:尽快|马上|一定|务必|至急|必ず)",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(
    r"[\s,;:–—-]+(?:the|and|or|to|that|is|are|as|well|too|also|again|please|pls|plz|then|later|soon|though|lol|haha|ok|okay|anyway|now|"
    r"tho|right|of|sometime|next|by|until|und|noch|auch|mal|bitte|muss|soll(?:te)?|bis|y|por|et)$|[\s,;:.!…–—-]+$",
    re.IGNORECASE,
)
_ARTICLE: Final = re.compile(
    r"(?:the|an?|my|our|this|that|der|die|das|den|dem|mein\w*|unser\w*|el|la|los|las|mi|mis|un|una|le|les|mon|ma|mes|une)\s+|l'",
    re.IGNORECASE,
)
_PREPOSITION: Final = re.compile(
    r"(?:by|on|at|in|before|b4|until|till?|within|due|for|from|this|next|over|every|each|am|um|bis|im|in|zum|vor|para|el|en|a|avant|pour|"
    r"le|d'ici|dans|dentro)\b",
    re.IGNORECASE,
)
_LEFT_OVER: Final = re.compile(
    r"(?:\b(?:by|on|at|before|until|till?|due|from|around|about|the|for|am|bis|zum|vor|para|el|la|antes|del?|avant|pour|le|la|d'ici|à|a|"
    r"um|im) *)+$",
    re.IGNORECASE,
)
_EVENT_LEADS: Final = re.compile(
    r"(?:(?:i|we)(?:'ve got| have got|'ve|ve| have| got|'m| am|'re| are|'ll be| will be)?|got|there(?:'s| is)(?: an?)?|have|having|"
    r"ich|wir|hab\w*|will|es gibt|tengo|tenemos|hay|j'ai|nous avons|il y a|"
    r"the|an?|my|our|mein\w*|einen?|eine[nr]?|das|der|die|un|una|une|el|la|le|mi|mon|ma|ok|so|also|btw|and)\s+(?=\S)",
    re.IGNORECASE,
)
_GERMAN_ZU: Final = re.compile(r" zu (?=\w+en$)")


def _without(text: str, begin: int, end: int, cuts: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    place = begin
    for first, last in sorted(cuts):
        if first >= end or last <= place:
            continue
        kept = text[place : max(first, place)]
        if not _PREPOSITION.match(text, first):
            kept = _LEFT_OVER.sub("", kept)
        parts.append(kept)
        if behind := _HAN_BEHIND.match(text, last):
            last = behind.end()  # noqa: PLW2901  # the particle goes with its time
        place = max(place, last)
    parts.append(text[place : max(end, place)])
    return " ".join(" ".join(parts).split())


def event_from(text: str, cuts: Iterable[tuple[int, int]]) -> str:
    """The words of a sentence for what takes place at the times that are cut out: "I've got a dentist appointment on Friday"."""
    words = title_from(text, 0, len(text), cuts, asked=True)
    while lead := _EVENT_LEADS.match(words):
        words = words[lead.end() :]
    return words[:1].upper() + words[1:]


def names_nothing(title: str) -> bool:
    """Whether a title says nothing that could be done: a pronoun, or no words at all."""
    return _NOTHING.fullmatch(title) is not None or (title.isascii() and len(title) < _SHORTEST)


def has_no_object(title: str) -> bool:
    """Whether a deed is done to something that was only pointed at: "Send it to them"."""
    return _OBJECT.match(title) is not None


def with_name(title: str, before: str) -> str:
    """A title with what its "them" stands for, where the sentence began with it: "flights are on me, I need to book them"."""
    match = _OBJECT.match(title)
    if match is None:
        return title
    subjects = [each for each in _SUBJECT.finditer(before) if not _NO_SUBJECT.match(each["it"])]
    return f"{title[: match.start('it')]}{subjects[-1]['it']}{title[match.end('it') :]}" if subjects else title


def title_from(text: str, begin: int, end: int, cuts: Iterable[tuple[int, int]], *, thing: bool = False, asked: bool = False) -> str:
    """The words from `begin` to `end` without those that tell when, how urgently or whom to remind; empty if nothing is left.

    Args:
        text: the clause.
        begin: where the words begin.
        end: where they end.
        cuts: begin and end of what is left out, such as times.
        thing: whether they name a thing, not a deed: its article goes.
        asked: whether they follow "remind me" or the like: "to", "about", "that I have to" go.
    """
    words = _FILLERS.sub(" ", _without(text, begin, end, cuts))
    if not words.isascii() and re.search("[\u3040-\u30ff\u4e00-\u9fff]", words):
        words = _HAN_ENDS.sub("", _HAN_LEADS.sub("", words))
    words = " ".join(words.replace("*", "").replace("`", "").split()).strip(" ,;:.!…–—-•*\"“”'()[]")
    while asked and (lead := _LEADS.match(words)) and lead.end():
        words = words[lead.end() :]
    while ending := _ENDS.search(words):
        words = words[: ending.start()]
    words = words.lstrip(" ,;:.!…–—-")
    words = re.sub(r"\s+([,.;:])", r"\1", re.sub(r",\s*,", ",", words))
    words = _GERMAN_ZU.sub(" ", words)
    if (thing or asked) and (article := _ARTICLE.match(words)) and len(words) > article.end():
        words = words[article.end() :]
    if len(words) > _LONGEST:
        head = words[:_LONGEST]
        words = head[: max(head.rfind(","), head.rfind(" "), _LONGEST // 2)].rstrip(" ,")
    return words[:1].upper() + words[1:]
