"""A text as clauses: sentences and the parts of them that are said in another voice or another mood.

A sentence is cut where its voice changes: quoted words stand alone, so does what somebody else is reported to have said, a question that
follows a statement, and a new sentence after "but". What people paste (code, logs, mails, transcripts, "> " lines) is quoted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from perdure.text.moods import (
    FICTION_TO_THE_END,
    HYPOTHETICAL_HINTS,
    SARCASM_HINTS,
    STORY_HINTS,
    TAKES_IT_BACK,
    has_han,
    imagined_from,
    is_hypothetical,
    is_question,
    is_sarcastic,
)
from perdure.text.pasted import pasted_regions

__all__ = ["MAX_CHARACTERS", "Clause", "clauses"]

MAX_CHARACTERS: Final = 4000
"""What people say of themselves stands early; what is longer was pasted."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, or a part of one that stands alone.

    `text` is stripped and begins at character `start` of the whole text. `quoted`: the words are somebody else's, or in quotation
    marks, or pasted. `hypothetical`: imagined, wished or conditional. `sarcastic`: marked as not meant.
    """

    text: str
    start: int
    question: bool = False
    quoted: bool = False
    hypothetical: bool = False
    sarcastic: bool = False


_END: Final = re.compile(r"[.!?…。！？\n;—–]+[\"'”’»)\]」』）*]*")
_ALWAYS_ENDS: Final = frozenset("。！？\n")
_DASHES: Final = frozenset("—–")
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|mr|mrs|ms|dr|prof|st|jr|vs|approx|e\.g|i\.e|z\.b|bzw|nr|ca|sra?|mme|mlle|dra|inc|ltd|"
    r"co|corp|mt|ft|sgt|gen|rev|d\.h|u\.a)$",
    re.IGNORECASE,
)
# These end a sentence unless it goes on in lower case.
_MAYBE_ABBREVIATION: Final = re.compile(r"(?:^|[\s(\d])(?:etc|usw|a\.m|p\.m|u\.s(?:\.a)?|u\.k|no|inc|ltd|co|corp|jr)$", re.IGNORECASE)
_BULLET: Final = re.compile(r"\s*(?:[-*•·]\s+|\d{1,3}[.)]\s+)")
_QUOTE: Final = re.compile(
    r'"([^"\n]{2,400})"|“([^”\n]{2,400})[”"]|„([^“”"\n]{2,400})[“”"]|«([^»\n]{2,400})»|「([^」\n]{2,400})」|『([^』\n]{2,400})』'
    r"|(?<!\w)['‘](?=[A-Z])([^\n\"]{2,300}?)['’](?!\w)"
)
_QUOTE_SIGNS: Final = ('"', "“", "„", "«", "「", "『", "'", "‘")
_SPEAKS_BEFORE: Final = re.compile(
    r"(?:\b(?:said|says|say|told|tells|asked|asks|like|goes|went|wrote|writes|replied|texted|shouted|yelled|answered|screamed|whispered|"
    r"sagte|sagt|meinte|fragte|schrieb|rief|dijo|dice|preguntó|respondió|escribió|dit|demandé|répondu|écrit)(?:\s+\w+){0,3}\s*[,:]?"
    r"|[说道问，：:,])\s*$",
    re.IGNORECASE,
)
_SPEAKS_AFTER: Final = re.compile(
    r"\s*(?:[,，]?\s*(?:(?:he|she|they|my \w+)\s+)?(?:said|says|asked|told|wrote|sagte|dijo|dit|a dit)\b|と(?:言|書|聞|答)|って(?:言|書))",
    re.IGNORECASE,
)
_TALKS: Final = re.compile(
    r"\b(?:i|i['’]?m|i['’]?ve|my|me|you|you['’]?re|we|we['’]?re|ich|mein\w*|du|wir|yo|mi|soy|estoy|je|j['’]|moi|tu|mon|ma)(?!\w)|[我你私僕]",
    re.IGNORECASE,
)
_PERSON: Final = (
    r"(?:he|she|they|someone|somebody|everyone|everybody|people|some|nobody|(?:my|his|her|their|our|the|this|that|"
    r"a|an|one of my)(?:\s+[\w'’-]+){1,3}?"
    r"|(?-i:(?!(?:I['’]|Let|Just|Never|Also|Always|Have|Had|Not|And|But|So|Which|That|When|As|Like|Well|First|Then|"
    r"Who|What|How|If)\b)[A-Z][\w'’-]+))"
)
_ADVERB: Final = (
    r"(?:\s+(?:just|always|once|also|then|actually|even|still|keeps|kept|recently|jokingly|never|usually|often|has|had|have|is|was|were))*"
)
# "My doctor said I have asthma" is the user's own fact: that is how one comes to know it.
_REPORTER: Final = re.compile(
    r"\b(?!(?:my|the)\s+(?:\w+\s+)?(?:doctor|doc|gp|physician|allergist|dermatologist|dentist|therapist|"
    r"psychiatrist|cardiologist|nurse|vet)\b)"
    rf"(?!(?:the|this)\s+(?:sign|label)\b){_PERSON}{_ADVERB}\s+$",
    re.IGNORECASE,
)
_REPORTS: Final = re.compile(
    r"\b(?:said|says|saying|say|tells|told|telling|claims?|claimed|thinks?|thought|believes?|believed|insists?|"
    r"insisted|mentions?|mentioned|writes?|wrote|"
    r"texts?|texted|asks?|asked|goes|(?:was|were|is|are)\s+(?:all\s+)?like|suggests?|suggested|reckons?|reckoned|"
    r"jokes?|joked|swears?|swore|assumes?|"
    r"assumed|pretended|replied|argued|argues|announced)\b"
    r"(?:\s+(?:to\s+)?(?:me|us|him|her|them|you|everyone|everybody|people))?\s*[,:]?\s*(?:that\s+|how\s+|if\s+|whether\s+)?",
    re.IGNORECASE,
)
_REPORTER_CHARACTERS: Final = 80
"""How far before the verb whoever reports stands at most."""
_REPORT_HINTS: Final = frozenset(
    """said say says saying tell tells told telling claim claims claimed think thinks thought believe believes believed insist insists
    insisted mention mentions mentioned write writes wrote text texts texted ask asks asked goes like suggest suggests suggested
    reckon reckons reckoned joke jokes joked swear swears swore assume assumes assumed pretended replied argued argues announced""".split()
)
_REPORT_ELSEWHERE_HINTS: Final = frozenset(
    """sagte sagten meinte meinten behauptete behaupteten glaubt glaubte erzählte gesagt erzählt dijo dijeron dice dicen contó cree
    creen piensa comentó dit disait disent pense pensent croit croient raconte""".split()
)
_REPORT_ELSEWHERE: Final = re.compile(
    r"\b(?:er|sie|mein[e]?\s+\w+|[A-ZÄÖÜ]\w+)\s+(?:sagte?n?|meinte?n?|behauptete?n?|glaubt|glaubte|"
    r"erzählte?)(?:\s+(?:mir|uns))?\s*,\s*(?:dass\s+)?"
    r"|\b(?:sie|er|mein[e]?\s+\w+)\s+hat(?:\s+mir)?\s+(?:gesagt|erzählt)\s*,\s*(?:dass\s+)?"
    r"|\b(?:(?:me|nos|le)\s+)?(?:dijo|dijeron|dice|dicen|contó|cree|creen|piensa|comentó)\s+que\s+"
    r"|\b(?:(?:m|l)['’]a\s+dit|a\s+dit|ont\s+dit|dit|disait|disent|pense|pensent|croit|croient|raconte)\s+(?:que\s+|qu['’])"
    r"|(?:他|她|他们|她们|老师|朋友|同事|妈妈|爸爸|我妈|我爸|我姐|我哥|有人|老板|[小老]\w)(?:跟我|告诉我|对我)?(?:说|觉得|认为|告诉我)[，：:,]?\s*"
    r"|^.+(?:と言って|って言って|と言った|って言った|と言ってた|と話して|らしい|だそうです|そうです。?$)",
)
_ACCORDING: Final = re.compile(
    r"\s*(?:according to (?!me\b)|as \w+ (?:says|said)\b|laut (?!mir)|según (?!yo)|selon (?!moi)|d['’]après (?!moi))", re.IGNORECASE
)
_JOINT_HINTS: Final = frozenset("but aber pero mais sondern".split())
_JOINT: Final = re.compile(
    r"(?:,\s*|\s+)(?=but\s+(?:i|i['’]?m|i['’]?ve|i['’]?d|we|he|she|they|my|if|it|it['’]?s|the|that|this)(?!\w))"
    r"|,\s*(?=(?:aber|pero|mais|sondern)\s)|，(?=但|可是|不过|而且)",
    re.IGNORECASE,
)
# "I'm vegan, can you find me a restaurant?" states and asks.
_ASKING_PART: Final = re.compile(
    r"(?:,\s*|\s+(?:[-–—]+\s*)?)(?=(?:(?:and|so|but)\s+)?(?:(?:(?:can|could|would|will|do|did|should) (?:you|i|we)|"
    r"what(?:['’]?s| is| are| should| would| do| can| could)|which|"
    r"where(?:['’]?s| is| can| should| do)|how (?:do|can|should|would|much|many|long|about)|how['’]?s|"
    r"any (?:ideas?|tips?|suggestions?|recommendations?|advice)|"
    r"is (?:there|it|that)|are there|who(?:['’]?s| is| should)|why (?:is|do|does)|when (?:is|should|do|does)|"
    r"(?:i(?: wa|['’]?)?s?|i['’]?m|was|am|just) (?:wondering|curious)|(?:got|have) any)\b"
    r"|(?:kannst|könntest|weißt|hast|was|welche\w*|wie|wo|gibt es|soll)\s|(?:¿|qué|puedes|podrías|cuál|cómo|dónde|hay)\s?"
    r"|(?:est-ce|peux-tu|pourrais-tu|pouvez-vous|quel\w*|comment|où)\b))"
    r"|[，,]\s*(?=(?:你|有没有|什么|哪|怎么|能不能|可以|请问|おすすめ|何|どこ|どう))",
    re.IGNORECASE,
)
# "can you quiz me, i have an exam" asks without a mark, and states.
_ASIDE: Final = re.compile(
    r",\s+(?=(?:i|i['’]?m|im|i['’]?ve|my|we|we['’]?re|our|because|since|cause|cuz|midterm|final|exam|finals|"
    r"also)\b)",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(r"\w")
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Hints:
    """What the words of a whole text leave possible; most texts need few of the patterns."""

    joint: bool
    report: bool
    report_elsewhere: bool
    hypothetical: bool
    sarcastic: bool
    story: bool


def _hints(text: str) -> _Hints:
    words = frozenset(_WORD.findall(text.lower()))
    han = has_han(text)
    return _Hints(
        joint=han or not words.isdisjoint(_JOINT_HINTS),
        report=not words.isdisjoint(_REPORT_HINTS),
        report_elsewhere=han or not words.isdisjoint(_REPORT_ELSEWHERE_HINTS),
        hypothetical=han or not words.isdisjoint(HYPOTHETICAL_HINTS),
        story=han or not words.isdisjoint(STORY_HINTS),
        sarcastic=han or not words.isdisjoint(SARCASM_HINTS) or "🙄" in text or "/" in text,
    )


def clauses(text: str) -> list[Clause]:
    """The clauses of a text in its order; of a long text those of its first 4,000 characters."""
    text = text[:MAX_CHARACTERS]
    hints = _hints(text)
    found: list[Clause] = []
    position = 0
    for begin, end in sorted([*pasted_regions(text), *_inline_quotes(text)]):
        if begin < position:
            continue
        found += _own(text, position, begin, hints)
        found += _quoted(text, begin, end)
        position = end
    found += _own(text, position, len(text), hints)
    return _in_context(found) if hints.sarcastic or hints.story else found


def _inline_quotes(text: str) -> Iterator[tuple[int, int]]:
    if not any(sign in text for sign in _QUOTE_SIGNS):
        return
    for match in _QUOTE.finditer(text):
        if _is_speech(text, match):
            yield match.start(), match.end()


def _is_speech(text: str, match: re.Match[str]) -> bool:
    """Whether quotation marks hold what somebody says, and not a name, a title or a word."""
    words = match.group(match.lastindex or 0)
    before = text[max(0, match.start() - 60) : match.start()]
    if _SPEAKS_BEFORE.search(before) or _SPEAKS_AFTER.match(text, match.end()):
        return True
    return _TALKS.search(words) is not None and (len(words.split()) > 2 or not words.isascii())


def _own(text: str, begin: int, end: int, hints: _Hints) -> Iterator[Clause]:
    """What the speaker says in their own words between two quotations."""
    start = begin
    for match in _END.finditer(text, begin, end):
        if _ends(text, start, match, end):
            yield from _parts(text, start, match.end(), hints)
            start = match.end()
    if start < end:
        yield from _parts(text, start, end, hints)


def _ends(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends at punctuation: not inside a number, an address, or at an abbreviation."""
    sign = match.group()
    if not _ALWAYS_ENDS.isdisjoint(sign):
        return True
    if match.end() < end and not text[match.end()].isspace():
        return False
    if sign[0] in _DASHES:
        return match.start() > start and text[match.start() - 1].isspace()
    return sign != "." or not _goes_on(text, start, match)


def _goes_on(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or to the number of a list item."""
    before = text[max(start, match.start() - 12) : match.start()]
    if _MAYBE_ABBREVIATION.search(before):
        return text[match.end() : match.end() + 2].strip().islower()
    if before.endswith(" I"):
        return False
    return _ABBREVIATION.search(before) is not None or text[start : match.start()].strip().isdigit()


def _parts(text: str, begin: int, end: int, hints: _Hints) -> Iterator[Clause]:
    cuts = [match.end() for match in _JOINT.finditer(text, begin, end)] if hints.joint else []
    if asks := _asking_from(text, begin, end):
        cuts = sorted({*cuts, asks})
    for cut in cuts:
        yield from _voices(text, begin, cut, hints)
        begin = cut
    yield from _voices(text, begin, end, hints)


def _asking_from(text: str, begin: int, end: int) -> int:
    """Where a sentence that states and asks passes from one to the other; 0 when it does not."""
    piece = text[begin:end]
    if not piece.rstrip(' \n"”»)*').endswith(("?", "？")):
        after = _ASIDE.search(piece) if "," in piece and is_question(piece, marked=False) else None
        return begin + after.end() if after else 0
    if (comma := piece.rfind("，")) > 0 and not is_question(piece[:comma], marked=False):
        return begin + comma + 1
    for match in _ASKING_PART.finditer(text, begin, end):
        if match.start() > begin and not is_question(text[begin : match.start()], marked=False):
            return match.end()
    return 0


def _voices(text: str, begin: int, end: int, hints: _Hints) -> Iterator[Clause]:
    """A part of a sentence, cut where somebody else's words begin."""
    if _ACCORDING.match(text, begin, end):
        yield from _quoted(text, begin, end)
        return
    match = _reported(text, begin, end) if hints.report else None
    if match is None and hints.report_elsewhere:
        match = _REPORT_ELSEWHERE.search(text, begin, end)
    if match is None:
        yield from _clause(text, begin, end, hints)
    elif _LETTER.search(text, match.end(), end):
        yield from _clause(text, begin, match.end(), hints)
        yield from _quoted(text, match.end(), end)
    elif match.start() == begin:
        yield from _quoted(text, begin, end)  # Japanese reports at the end
    else:
        yield from _clause(text, begin, end, hints)


def _reported(text: str, begin: int, end: int) -> re.Match[str] | None:
    for match in _REPORTS.finditer(text, begin, end):
        start = match.start()
        if start > begin and _REPORTER.search(text, max(begin, start - _REPORTER_CHARACTERS), start):
            return match
    return None


def _quoted(text: str, begin: int, end: int) -> Iterator[Clause]:
    raw = text[begin:end]
    words = raw.strip()
    if _LETTER.search(words):
        yield Clause(words, begin + len(raw) - len(raw.lstrip()), question=words.endswith(("?", "？")), quoted=True)


def _clause(text: str, begin: int, end: int, hints: _Hints) -> Iterator[Clause]:
    if bullet := _BULLET.match(text, begin, end):
        begin = bullet.end()
    raw = text[begin:end]
    words = raw.strip()
    imagined, sarcastic = _possible(words, hints)
    if imagined and (cut := imagined_from(raw)):
        yield from _clause(text, begin, begin + cut, hints)
        yield from _clause(text, begin + cut, end, hints)
        return
    sarcastic = sarcastic and is_sarcastic(words)
    if not words or not (sarcastic or _LETTER.search(words)):
        return
    begin += len(raw) - len(raw.lstrip())
    hypothetical = imagined and is_hypothetical(words)
    yield Clause(words, begin, question=is_question(words), hypothetical=hypothetical, sarcastic=sarcastic)


def _possible(words: str, hints: _Hints) -> tuple[bool, bool]:
    """Whether the words of a clause leave it possible that it is hypothetical, or sarcastic."""
    if not (hints.hypothetical or hints.sarcastic):
        return False, False
    said = frozenset(_WORD.findall(words.lower()))
    han = has_han(words)
    return (
        hints.hypothetical and (han or not said.isdisjoint(HYPOTHETICAL_HINTS)),
        hints.sarcastic and (han or not said.isdisjoint(SARCASM_HINTS) or "🙄" in words or "/" in words),
    )


def _in_context(found: list[Clause]) -> list[Clause]:
    """Moods that reach beyond their clause: a marker that stands alone speaks of the clause before, a story goes on to the end."""
    read: list[Clause] = []
    fiction = False
    for clause in found:
        if not clause.quoted:
            fiction = fiction or FICTION_TO_THE_END.search(clause.text) is not None
            if read and TAKES_IT_BACK.fullmatch(clause.text):
                read[-1] = replace(read[-1], sarcastic=True)
        read.append(replace(clause, hypothetical=True) if fiction and not clause.hypothetical else clause)
    return read
