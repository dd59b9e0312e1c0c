"""Who a piece of a sentence is about, and whether it says that something is so or that it is not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from perdure.reflection.tokens import COMMA, DETERMINERS, Token, tokens
from perdure.text.words import STOP_WORDS

__all__ = ["JOINTS", "RELATIONS", "Mention", "Who", "denied_at", "denies", "is_first_person", "mentions", "pieces"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FIRST: Final = _set(
    """i me my mine myself we us our ours ich mich mir mein meine meinen meinem meiner meins wir uns unser unsere yo me mi mis
    conmigo nosotros nuestro nuestra je j moi m mon ma mes nous notre nos 我 私 僕 俺 咱"""
)
_POSSESSIVE: Final = _set(
    "my our mein meine meinen meinem meiner unser unsere unseren mi mis nuestro nuestra mon ma mes notre nos 我 私 僕"
)
_OTHER: Final = _set(
    """he she they him them his hers her their theirs you your er sie ihn ihm ihr ihre ihren sein seine dein deine ella ellos ellas
    su sus tu il elle ils elles lui leur sa son 他 她 它 你 您 彼"""
)
_CALLS: Final = _set(
    "ok okay yes yeah yep sure great thanks thank hi hello hey well oh please alright right sorry good perfect let ja nein si oui"
)
RELATIONS: Final = _set(
    """sister brother mother father mom mum dad wife husband partner girlfriend boyfriend fiance fiancee son daughter child kid kids
    children friend friends boss colleague colleagues coworker coworkers manager neighbor neighbour neighbors neighbours cousin
    uncle aunt grandma grandpa grandmother grandfather grandson granddaughter niece nephew roommate flatmate parents parent family
    team client clients teacher doctor ex twin schwester bruder mutter vater mama papa frau mann freundin freund sohn tochter kind
    kinder chef kollege kollegin nachbar eltern oma opa tante onkel hermana hermano madre padre esposa esposo marido mujer novia
    novio hijo hija amigo amiga jefe jefa abuela abuelo tia tio soeur frere mere pere femme mari copine copain fils fille ami amie
    patron patronne collegue voisin voisine parents"""
)
_RELATION_CHARACTERS: Final = ("妻", "夫", "姐", "妹", "哥", "弟", "妈", "爸", "母", "父", "兄", "姉", "友", "老")
_PREPOSITIONS: Final = _set(
    """in at to from for of on near with by into about via through since until during before after around under over like as than
    nach von fur bei mit aus zu im am an en de a para con desde por a chez dans avec pour vers du des zum zur"""
)
_CALENDAR: Final = _set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
    november december christmas easter januar februar marz april mai juni juli oktober dezember montag dienstag mittwoch
    donnerstag freitag samstag sonntag"""
)
_NOT: Final = _set(
    """not no never none nobody nothing neither nor hardly barely anymore stop stopped quit former formerly ex nicht kein keine
    keinen keinem nie niemals nunca jamas tampoco ne pas jamais aucun aucune plus 不 没 沒"""
)
_NOT_OVER_WHAT_FOLLOWS: Final = _set("than without except instead statt ohne sin sans except ausser excepto")
_NOT_SPELT: Final = ("ない", "ません", "なく", "なかっ", "やめ")
_USED_TO: Final = ("used", "to")
_NO_DENIAL: Final = (("not", "only"), ("not", "just"), ("no", "doubt"), ("no", "problem"), ("never", "mind"), ("can", "not", "wait"))
JOINTS: Final = _set("and but while whereas although though because so or und aber oder weil y pero o porque et mais ou car que because")
_SHORTEST: Final = 3
"""Tokens that a piece has at least: "Rome, Paris and Oslo" is one."""


class Who(StrEnum):
    """Whom a word stands for."""

    SPEAKER = "speaker"
    RELATION = "relation"
    NAMED = "named"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody in a piece: the position of the word, and the word itself; `name` of "sister" in "my sister Anna" is "anna"."""

    who: Who
    place: int
    word: str
    name: str = ""


def is_first_person(piece: Sequence[Token]) -> bool:
    """Whether its speaker is in it."""
    return any(token.text in _FIRST for token in piece)


def mentions(piece: Sequence[Token]) -> Iterator[Mention]:
    """Everybody who is in a piece, in order: speaker, "my sister", names, pronouns. A name after a preposition is a place or a company."""
    related = -1
    for place, token in enumerate(piece):
        if place <= related:
            continue
        if token.text in _POSSESSIVE and (relation := _relation_after(piece, place)):
            named = relation + 1 < len(piece) and piece[relation + 1].name
            related = relation + named
            yield Mention(Who.RELATION, relation, piece[relation].text, piece[related].text if named else "")
        elif token.text in _FIRST:
            yield Mention(Who.SPEAKER, place, token.text)
        elif token.text in _OTHER:
            yield Mention(Who.OTHER, place, token.text)
        elif _is_named(piece, place):
            yield Mention(Who.NAMED, place, token.text)


def _relation_after(piece: Sequence[Token], place: int) -> int:
    """Where the relation is that a possessive belongs to; 0 for none."""
    for step in (1, 2):
        if place + step < len(piece) and (piece[place + step].text in RELATIONS or piece[place + step].text in _RELATION_CHARACTERS):
            return place + step
    return 0


def _is_named(piece: Sequence[Token], place: int) -> bool:
    token = piece[place]
    if not token.capital or token.text in _CALENDAR or token.text in STOP_WORDS:
        return False
    # A place, a company, or a German noun.
    if place and (piece[place - 1].text in _PREPOSITIONS or piece[place - 1].text in DETERMINERS):
        return False
    if not token.first:
        return True
    # "Moved to Oslo" opens with a verb, "Today I moved" with an adverb, "Anna moved" with a name; "Anna, I moved" calls somebody.
    following = piece[place + 1].text if place + 1 < len(piece) else ""
    return not (token.text in _CALLS or following == COMMA or any(following in words for words in (_PREPOSITIONS, _FIRST, _OTHER)))


def denies(piece: Sequence[Token]) -> bool:
    """Whether a piece says that something is not so, or no longer."""
    return denied_at(piece, len(piece))


def denied_at(piece: Sequence[Token], place: int) -> bool:
    """Whether what stands at a position of a piece is said not to be so, or no longer."""
    words = [token.text for token in piece]
    excused = {start + step for phrase in _NO_DENIAL for start in _starts(words, phrase) for step in range(len(phrase))}
    if any(word in _NOT for number, word in enumerate(words) if number not in excused) or _starts(words, _USED_TO):
        return True
    if any(sign in "".join(words) for sign in _NOT_SPELT):
        return True
    before = words[:place]
    return not _NOT_OVER_WHAT_FOLLOWS.isdisjoint(before) or ("over" in before and any(word.startswith("prefer") for word in before))


def _starts(words: Sequence[str], phrase: Sequence[str]) -> list[int]:
    return [place for place in range(len(words) - len(phrase) + 1) if tuple(words[place : place + len(phrase)]) == tuple(phrase)]


def pieces(text: str) -> list[list[Token]]:
    """A clause cut where somebody else becomes its subject: "Anna lives in Rome and I live in Oslo" has two pieces."""
    found: list[list[Token]] = []
    piece: list[Token] = []
    words = tokens(text)
    for place, token in enumerate(words):
        if _begins(words, place) and len(piece) >= _SHORTEST and len(words) - place >= _SHORTEST:
            found.append(piece)
            piece = []
        piece.append(token)
    return [*found, piece] if piece else found


def _begins(words: Sequence[Token], place: int) -> bool:
    """Whether a new piece begins with a word: after a comma or a joint, or a new sentence, with somebody in it."""
    token = words[place]
    if token.first and place:
        return True
    if not place or not (words[place - 1].text == COMMA or words[place - 1].text in JOINTS):
        return False
    return token.text in _FIRST or token.text in _OTHER or token.name
