"""Whether a sentence of a summary, a decision or a consolidated memory is borne out by what it sums up.

Each piece of the sentence needs one piece of the sources that speaks of the same person, holds its names and numbers beside the same
words, and denies what it denies. Words that only report ("the user plans to") need no source.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from perdure.reflection.evidence import Rejection
from perdure.reflection.tokens import COMMA, DETERMINERS, Token, content, same, tokens
from perdure.reflection.voices import JOINTS, RELATIONS, Who, denies, mentions, pieces
from perdure.text.clauses import clauses

__all__ = ["Said", "check_sentence", "check_text"]

_MOST: Final = 0.75
"""Share of the content words of a piece without names and numbers that its source must hold; with them it must hold all."""
_REACH: Final = 2
"""How many content words away the neighbour of a number may stand in the source."""
_REPORTING: Final = frozenset(
    token.stem
    for token in tokens(
        """user assistant speaker person they discuss talk say said tell told mention ask want plan decide agree like need will going also
        currently now about state note share express describe explain conversation thread summary consider currently both together
        suggest recommend propose"""
    )
)
_USER_ELSEWHERE: Final = (
    "用户",
    "用戶",
    "ユーザーは",
    "ユーザー",
    "Der Nutzer",
    "Die Nutzerin",
    "El usuario",
    "La usuaria",
    "L'utilisateur",
    "L'utilisatrice",
)
"""How a summary in another language calls the user."""
_SPEAKERS: Final = frozenset(("user", "assistant", "speaker"))


@dataclass(frozen=True, slots=True)
class Said:
    """A source: a turn with its speaker's name or role, or a memory, whose speaker is the user."""

    text: str
    speaker: str = "user"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a source. `subject` is who it is about; `owner` its speaker."""

    words: tuple[Token, ...]
    subject: str | None
    owner: str
    denied: bool


def check_text(text: str, sources: Sequence[Said]) -> Rejection | None:
    """`check_sentence` for each sentence of a text; the first that is turned away."""
    for name in _USER_ELSEWHERE:
        text = text.replace(name, " user ")
    parts = clauses(text)
    if not parts:
        return Rejection.WORDS
    grounds = [piece for said in sources for piece in _source_pieces(said)]
    return next((refused for part in parts if (refused := _check(part.text, grounds))), None)


def check_sentence(sentence: str, sources: Sequence[Said]) -> Rejection | None:
    """Why a sentence is not borne out by its sources; None if it is."""
    return check_text(sentence, sources)


def _source_pieces(said: Said) -> Iterable[_Piece]:
    owner = " ".join(token.text for token in tokens(said.speaker))
    for clause in clauses(said.text):
        if clause.question or clause.hypothetical or clause.sarcastic or clause.quoted:
            continue
        for words in pieces(clause.text):
            yield _Piece(tuple(words), _subject_of(words, owner), owner, denies(words))


def _subject_of(words: Sequence[Token], owner: str) -> str | None:
    """Who a piece is about: its speaker, somebody named or related to them, or unknown (None) as in "Booked the flights"."""
    first = next(mentions(words), None)
    if first is None:
        return None
    return owner if first.who is Who.SPEAKER else first.word


def _check(sentence: str, grounds: Sequence[_Piece]) -> Rejection | None:
    for words in pieces(sentence):
        if refused := _check_piece(words, grounds):
            return refused
    return None


def _check_piece(words: Sequence[Token], grounds: Sequence[_Piece]) -> Rejection | None:
    subject = _subject_in_summary(words, grounds)
    carrying = [token for token in content(words) if not (token.stem in _REPORTING or token.text in DETERMINERS or token.text == subject)]
    names = [token for token in carrying if _is_name(token, grounds)]
    numbers = [token for token in carrying if token.number]
    everything = [token for piece in grounds for token in piece.words]
    for rejection, wanted in ((Rejection.NAME, names), (Rejection.NUMBER, numbers)):
        if not all(_stands(token, everything) for token in wanted):
            return rejection
    if not carrying:
        return Rejection.WORDS
    # A piece that names nobody else and counts nothing may leave some words to the summary's own style.
    share = 1.0 if names or numbers or subject not in {None, *_SPEAKERS} else _MOST
    alike = [piece for piece in grounds if _share(carrying, piece.words) >= share] + _joined(words, carrying, grounds)
    about = [piece for piece in alike if _is_about(subject, piece)]
    beside = [piece for piece in about if _numbers_beside(carrying, piece.words)]
    agreeing = [piece for piece in beside if piece.denied == denies(words)]
    for rejection, left in ((Rejection.WORDS, alike), (Rejection.SUBJECT, about), (Rejection.NUMBER, beside), (Rejection.DENIAL, agreeing)):
        if not left:
            return rejection
    return None


def _joined(words: Sequence[Token], carrying: Sequence[Token], grounds: Sequence[_Piece]) -> list[_Piece]:
    """Pieces about the same person that bear out a sentence together: word by word, each tied to the one before in one of them."""
    groups: dict[tuple[str, str], list[_Piece]] = {}
    for piece in grounds:
        if not piece.denied:
            groups.setdefault((piece.owner, piece.subject or piece.owner), []).append(piece)
    return [
        _Piece(tuple(token for piece in group for token in piece.words), subject, owner, denied=False)
        for (owner, subject), group in groups.items()
        if len(group) > 1 and _are_tied(words, carrying, group)
    ]


def _are_tied(words: Sequence[Token], carrying: Sequence[Token], group: Sequence[_Piece]) -> bool:
    """Whether each word stands in one piece with the word before it; after "and" or a comma with any earlier word.

    "I love hiking", "I hate swimming" ties "hiking" to "love", and "swimming" not.
    """
    earlier: list[Token] = []
    after_joint = False
    for token in words:
        if token.text == COMMA or token.text in JOINTS:
            after_joint = True
        elif token in carrying:
            to = earlier if after_joint else earlier[-1:]
            if earlier and not any(_together(token, other, group) for other in to):
                return False
            earlier.append(token)
            after_joint = False
    return all(any(_stands(token, piece.words) for piece in group) for token in earlier)


def _together(one: Token, other: Token, group: Sequence[_Piece]) -> bool:
    return any(_stands(one, piece.words) and _stands(other, piece.words) for piece in group)


def _subject_in_summary(words: Sequence[Token], grounds: Sequence[_Piece]) -> str | None:
    """As `_subject_of`; a speaker goes by their name or role, and "the user's sister" is their sister."""
    speakers = _SPEAKERS.union(*(piece.owner.split() for piece in grounds))
    called = next((place for place, token in enumerate(words) if token.text in speakers), len(words))
    # "Buy the tickets" opens with a verb that the turn has, not with somebody's name.
    others = (found for found in mentions(words) if found.who is not Who.NAMED or _is_name(words[found.place], grounds))
    found = next(others, None)
    if found is not None and found.place < called:
        return "user" if found.who is Who.SPEAKER else found.word
    if called == len(words):
        return None
    following = words[called + 1].text if called + 1 < len(words) else ""
    return following if following in RELATIONS else words[called].text


def _is_name(token: Token, grounds: Sequence[_Piece]) -> bool:
    """A word with a capital letter; at the beginning of a sentence only where no source has it as a common word."""
    if not token.capital or token.stem in _REPORTING:
        return False
    return not token.first or not any(same(token, said) for piece in grounds for said in piece.words if not said.capital)


def _stands(token: Token, words: Iterable[Token]) -> bool:
    return any(same(token, said) for said in words)


def _share(wanted: Sequence[Token], words: Sequence[Token]) -> float:
    return sum(_stands(token, words) for token in wanted) / len(wanted)


def _is_about(subject: str | None, piece: _Piece) -> bool:
    """Whether the source's piece is about the same person; what names nobody is about its speaker."""
    if subject is None:
        return piece.subject in {None, piece.owner}
    about = piece.subject or piece.owner
    return subject == about or subject in about.split() or (subject in {"user", "speaker"} and about == piece.owner != "assistant")


def _numbers_beside(carrying: Sequence[Token], words: Sequence[Token]) -> bool:
    """Whether each number stands beside the words in the source that it stands beside here: "3 nights, 500 euros" has no 500 nights."""
    there = content(words)
    for place, token in enumerate(carrying):
        if token.number:
            beside = [carrying[near] for near in (place - 1, place + 1) if 0 <= near < len(carrying)]
            if not all(_is_near(token, other, there) for other in beside if _stands(other, there)):
                return False
    return True


def _is_near(number: Token, other: Token, there: Sequence[Token]) -> bool:
    places = [place for place, said in enumerate(there) if said.text == number.text]
    others = [place for place, said in enumerate(there) if same(other, said)]
    return any(abs(place - near) <= _REACH for place in places for near in others)
