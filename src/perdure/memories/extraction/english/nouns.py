"""What is said of something that belongs to somebody: "my name is Ann", "my favourite colour's teal", "our budget is 500"."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from perdure.memories.extraction.english.findings import found
from perdure.memories.extraction.english.money import EMAIL, MONEY, PHONE
from perdure.memories.extraction.english.predicates import NUMBER
from perdure.memories.extraction.english.segments import Segment
from perdure.memories.extraction.english.spans import Span, aim, listed, noun, person, proper
from perdure.memories.extraction.english.trades import trade
from perdure.memories.extraction.english.words import LANGUAGES
from perdure.memories.extraction.found import Found, alternatives, lazily

__all__ = ["owned"]

_OWNER: Final = r"(?:(?:my|our|the)\s+)?"
_IS: Final = (
    r"\s*(?:(?:is|are|'s|was|=|:|has\s+(?:always\s+)?been|would\s+be|will\s+be)(?![\w-])\s*:?|:)\s*(?:(?:actually|"
    r"now|still|currently|always|definitely|called|spelled|spelt|also|just|probably|simply|"
    r"and\s+always\s+will\s+be)\s+)*"
)
_MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|"
    r"jul|aug|sept?|oct|nov|dec)\b\.?"
)
_DATE: Final = (
    rf"(?P<v>(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}|{_MONTH}\s+(?:the\s+)?\d{{1,2}}(?:st|nd|"
    r"rd|th)?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?|(?:christmas|new\s+year's|halloween|"
    r"valentine's)(?:\s+(?:day|eve))?)(?:,?\s+\d{4})?)"
)
_ZONE: Final = (
    r"(?P<v>(?:utc|gmt)\s?[+-]\s?\d{1,2}(?::?\d\d)?|utc|gmt|cet|cest|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|jst|aest|"
    r"bst|[a-z]+/[a-z_]+|(?:eastern|central|pacific|mountain)(?:\s+(?:standard\s+|daylight\s+)?time)?)(?![\w/])"
)
_FAVOURITE: Final = re.compile(
    r"(?:(?:my|our)\s+)?(?:(?:all[\s-]time|absolute|personal|current|new|other|own|second)\s+)*(?:favou?rite|fav|"
    r"fave)\s+(?P<noun>[a-z][\w-]*(?:\s+(?!is\b|are\b|was\b|of\b|has\b|"
    r"to\b)[a-z][\w-]*){0,2}?)(?:\s+(?:of\s+all\s+time|ever|to\s+\w+|of\s+mine|in\s+the\s+world|right\s+now|"
    rf"so\s+far|these\s+days))?(?:{_IS}|\s+used\s+to\s+be\s+)"
)
_FAVOURITE_BEHIND: Final = re.compile(
    r"\s*(?:(?:'s|is|are|was|has\s+(?:always\s+)?been|used\s+to\s+be|have\s+(?:always\s+)?been)\s+)(?:(?:still|"
    r"always|definitely|actually|now|by\s+far|probably|honestly|hands\s+down|also)\s+)*(?:my|"
    r"our)\s+(?:(?:all[\s-]time|absolute|personal|current|new|number\s+one)\s+)*(?:favou?rite|fav|"
    r"fave)\s+(?P<noun>[a-z][\w-]*(?:\s+(?!because|and|but|so|to|in|of|since|ever|for|by|at|on|when|though|these|"
    r"right|now)[a-z][\w-]*){0,1})"
)


def _stated(pattern: str, attribute: str | None, value: str) -> tuple[str, str | None, str]:
    """What stands before a value, whose attribute it is, and how it is read."""
    return pattern, attribute, value


_DIRECT: Final = (
    _stated(rf"(?:my|the)?\s*(?:(?:full|first|real|actual|legal|given|birth)\s+)?name{_IS}", "name", "person"),
    _stated(r"(?:my|the)\s+name\s+(?=[A-Z])", "name", "person"),
    _stated(rf"(?:my|our)\s+(?:nick\s?name|friends\s+call\s+me){_IS}", "nickname", "person"),
    _stated(
        r"(?:my\s+friends|my\s+family|most\s+people|everyone|everybody|people|friends|they|my\s+(?:mates|"
        r"colleagues))\s+(?:all\s+|usually\s+|mostly\s+|just\s+)?calls?\s+me\s+",
        "nickname",
        "person",
    ),
    _stated(rf"my\s+(?:current\s+)?age{_IS}(?P<v>{NUMBER})", "age", "v"),
    _stated(rf"my\s+(?:birthday|bday|b-day|date\s+of\s+birth|dob){_IS}(?:on\s+|coming\s+up\s+on\s+)?{_DATE}", "birthday", "v"),
    _stated(rf"my\s+(?:preferred\s+)?pronouns{_IS}(?P<v>\w+(?:\s?/\s?\w+){{1,2}}|\w+\s+and\s+\w+)", "pronouns", "v"),
    _stated(
        r"(?:my|our)\s+(?:(?:current|new|present)\s+)?(?:employer|company|workplace|firm|startup|"
        rf"start-up){_IS}(?!(?:in|a|an|very|so|not|the\s+(?:best|worst)|great|small|big|moving|going|making|doing|based|"
        r"trying|looking|planning|using|getting)\b)",
        "employer",
        "capital",
    ),
    _stated(rf"(?:(?:my|our)\s+)?(?:new\s+)?(?:employer|job|company)\s*(?:{_IS}at\s+|{_IS}with\s+|:\s*)", "employer", "capital"),
    _stated(
        r"(?:my|our)\s+(?:[\w'-]+\s+){0,2}?(?:bakery|shop|bookshop|store|caf[eé]|restaurant|business|studio|agency|"
        rf"salon|bar|practice|brewery|farm|startup|company){_IS}(?:called\s+|named\s+)(?=\S)",
        "employer",
        "proper",
    ),
    _stated(
        r"(?:my|our)\s+(?:(?:current|new|day|present|old)\s+)?(?:job(?:\s+title)?|occupation|profession|role|title|"
        rf"position|trade){_IS}(?:being\s+)?(?:an?\s+|the\s+|as\s+(?:an?\s+)?)?",
        "occupation",
        "trade",
    ),
    _stated(rf"(?:my|our)\s+(?:(?:current|new|home|mailing|postal)\s+)?address{_IS}", "home", "address"),
    _stated(
        rf"(?:my|our)\s+(?:(?:current|new)\s+)?(?:home|place|house|flat|apartment){_IS}(?:in|at|"
        r"near)\s+(?!the\s+(?:middle|process)|a\s|my|our)",
        "home",
        "proper",
    ),
    _stated(rf"my\s+(?:home\s?town|birthplace|home\s+country){_IS}", "origin", "capital"),
    _stated(rf"my\s+(?:relationship|marital)\s+status{_IS}", "relationship", "noun"),
    _stated(
        r"(?:my|the)\s+(?:best\s+)?(?:(?:work|private|personal|new|business|current|main)\s+)?(?:e-?mail|"
        rf"mail)(?:\s+address)?{_IS}{EMAIL}",
        "email",
        "v",
    ),
    _stated(
        r"(?:my|the)\s+(?:(?:work|private|personal|new|mobile|cell|home|current)\s+)?(?:phone|mobile|cell|number|"
        rf"telephone)(?:\s+(?:number|no\.?))?{_IS}{PHONE}",
        "phone",
        "v",
    ),
    _stated(rf"(?:my|our)\s+time\s?zone{_IS}{_ZONE}", "timezone", "v"),
    _stated(rf"my\s+(?:native\s+|first\s+|mother\s+)(?:language|tongue){_IS}(?P<v>{alternatives(LANGUAGES)})", "speaks", "v"),
    _stated(rf"my\s+preferred\s+language{_IS}(?P<v>{alternatives(LANGUAGES)})", "language", "v"),
    _stated(rf"my\s+(?:school|university|uni|college){_IS}(?:called\s+)?", "school", "capital"),
    _stated(
        rf"my\s+(?:major|degree|field|field\s+of\s+study|subject|minor){_IS}(?:in\s+)?(?!due|taking|going|not|almost|"
        r"really|a\b)",
        "studies",
        "noun",
    ),
    _stated(
        r"my\s+(?:github|twitter|x|instagram|insta|discord|reddit|telegram|slack|steam|gitlab|linkedin|tiktok|user|"
        r"account|login|gaming|psn|xbox|mastodon|bluesky|spotify|customer)?\s?(?:user\s?name|handle|"
        rf"account(?:\s+(?:name|number|id|no\.?))?|id|user\s?id|login|gamertag|number){_IS}(?P<v>@?[\w.#@-]*[\w-])",
        "account",
        "account",
    ),
    _stated(
        r"my\s+(?:github|twitter|instagram|insta|discord|reddit|telegram|gitlab|linkedin|tiktok|mastodon|"
        rf"bluesky){_IS}(?P<v>@?[\w.#@-]*[\w-])",
        "account",
        "account",
    ),
    _stated(rf"(?:my|our)\s+diet{_IS}", "diet", "noun"),
    _stated(
        rf"(?:my|our)\s+(?:(?:new|current|first|old)\s+)?car{_IS}(?:an?\s+)?(?!in\b|at\b|broken|not|being|old|dead|"
        r"making|parked|still|very|so\b|too|red|blue|black|white|dirty)",
        "car",
        "noun",
    ),
    _stated(rf"(?:my|our)\s+religion{_IS}", "religion", "noun"),
    _stated(
        r"(?:my|our)\s+(?:(?:monthly|yearly|annual|net|gross|household|base|current|new)\s+)*(?:income|salary|wage|"
        rf"pay){_IS}(?:(?:about|around|roughly|up\s+to|max(?:imum)?|approximately|under|at\s+most|still|"
        rf"strictly)\s+)*{MONEY}",
        "income",
        "v",
    ),
    _stated(
        rf"{_OWNER}(?:(?:total|max(?:imum)?|monthly|weekly|overall|rough|whole)\s+)*budget(?:\s+(?:for|of)\s+(?:the\s+|"
        rf"this\s+|that\s+|a\s+)?[\w\s]{{1,30}}?)?(?:{_IS}|\s+of\s+|\s+(?:went\s+(?:up|down)|increased|dropped|rose|"
        r"grew|shrank|changed|has\s+(?:gone\s+up|increased|dropped|changed))\s+to\s+)(?:(?:about|around|roughly|"
        rf"up\s+to|max(?:imum)?|approximately|under|at\s+most|still|strictly)\s+)*{MONEY}",
        "budget",
        "v",
    ),
    _stated(rf"(?:my|our)\s+(?:main\s+|biggest\s+|new\s+|other\s+)?hobb(?:y|ies){_IS}", "hobby", "list"),
    _stated(
        r"(?:my|our)\s+(?:main\s+|biggest\s+|long-term\s+|big\s+|ultimate\s+|new\s+year'?s\s+)*(?:goal|aim|objective|"
        rf"resolution)(?:\s+for\s+[\w\s]{{2,20}}?|\s+this\s+year)?{_IS}(?:to\s+)?(?!it|that|not\s+clear|clear|"
        r"the\s+same|predict|find|get\s+the|understand)",
        "goal",
        "goal",
    ),
    _stated(rf"my\s+(?:only\s+)?allergies{_IS}|my\s+allergy{_IS}(?:to\s+)?", "allergy", "list"),
    _stated(rf"(?:my|our)\s+blood\s+type{_IS}\w", None, "none"),
    _stated(rf"my\s+(?:shoe|shirt|dress|ring|clothing|t-?shirt)\s+size{_IS}", None, "none"),
    _stated(
        r"(?:my|our)\s+(?:wi-?fi|anniversary|wedding\s+anniversary|license\s+plate|locker|star\s+sign|zodiac\s+sign|"
        rf"height|weight|sign)(?:\s+\w+)?{_IS}",
        None,
        "none",
    ),
)
_WAS: Final = re.compile(r"\bwas\b")
_ADDRESS_ENDS: Final = re.compile(r"[.;!?\n]|,?\s+(?:and|but|so)\b")
_PRESENT: Final = re.compile(r"(?:my|our)\s+(?:new|current)\s+(?:job|role|position|gig)\s+(?:at|with)\s+")
_SINGULAR: Final = {
    "movies": "movie",
    "books": "book",
    "foods": "food",
    "bands": "band",
    "games": "game",
    "colours": "colour",
    "colors": "color",
    "songs": "song",
    "flowers": "flower",
    "animals": "animal",
    "teams": "team",
}
_NO_FAVOURITE: Final = frozenset(
    """i part parts thing things one ones way memory memories moment moments time times aspect bit day kind type line quote feature
    idea option of and to about version""".split()
)
_STATED_LATER: Final = re.compile(
    r"(?:what|how|when|it|that|this|these|those|the\s+one|where|definitely\s+the\s+one|getting|being|having|seeing|"
    r"to\s+be\s+determined|not|also|very|so)\b"
)


def owned(segment: Segment) -> Iterator[Found]:
    """What a predication says of the speaker's name, birthday, favourites and the like."""
    begin, end = segment.begin, segment.end
    if segment.negated and not segment.no_longer:
        return
    favourite = _favourite(segment)
    if favourite is not None:
        yield favourite
        return
    if not segment.low.startswith(_STARTS, begin):
        return
    for pattern, attribute, value in _DIRECT:
        match = lazily(pattern).match(segment.said if "[A-Z]" in pattern else segment.low, begin, end)
        if match is None:
            continue
        if not _WAS.search(match.group()):
            yield from (found(attribute, segment, span, 0.9, retracts=False) for span in _spans(segment, match, value))
        return
    if match := _PRESENT.match(segment.low, begin, end):
        span = proper(segment.said, match.end(), end)
        if span:
            yield found("employer", segment, span)


_STARTS: Final = (
    "new ",
    "employer",
    "job",
    "fav",
    "my ",
    "our ",
    "the ",
    "name",
    "budget",
    "people ",
    "every",
    "most people",
    "friends ",
    "they ",
    "max",
    "total",
    "mi ",
)


def _favourite(segment: Segment) -> Found | None:
    low, said = segment.low, segment.said
    place = low.find("fav", segment.begin, segment.end)
    if place < 0:
        return None
    match = _FAVOURITE.match(low, segment.begin, segment.end)
    if match:
        span = (
            proper(said, match.end(), segment.end)
            if said[match.end() : match.end() + 1].isupper() or said[match.end() : match.end() + 1] in "\"'“‘"
            else noun(said, match.end(), segment.end)
        )
        if span is None or _STATED_LATER.match(low, match.end()) or match["noun"].split()[-1] in _NO_FAVOURITE:
            return None
        return found(
            f"favourite {_singular(match['noun'])}", segment, span, retracts="was" in match.group().split() or "used to be" in match.group()
        )
    for behind in _FAVOURITE_BEHIND.finditer(low, segment.begin, segment.end):
        span = noun(said, segment.begin, behind.start())
        if (
            span
            and behind["noun"].split()[0] not in _NO_FAVOURITE
            and low[span[0] : span[1]] not in {"it", "that", "this", "he", "she", "they", "which", "what", "these", "those", "there"}
        ):
            return found(
                f"favourite {_singular(behind['noun'].strip())}",
                segment,
                span,
                retracts="used to be" in behind.group() or "was " in behind.group(),
            )
    return None


def _singular(word: str) -> str:
    return _SINGULAR.get(word, word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is", "series")) else word)


def _spans(segment: Segment, match: re.Match[str], value: str) -> Iterator[Span | None]:
    if value == "none":
        yield None
    elif value == "list":
        yield from listed(segment.said, match.end(), segment.end)
    else:
        span = _READERS[value](segment, match)
        if span is not None:
            yield span


def _account(_segment: Segment, match: re.Match[str]) -> Span | None:
    name = match["v"]
    if name in _NO_ACCOUNT or not (_ACCOUNT_SIGN.search(name) or len(name) > 4):
        return None
    return match.span("v")


def _capital(segment: Segment, match: re.Match[str]) -> Span | None:
    span = proper(segment.said, match.end(), segment.end)
    return span if span and segment.said[span[0]].isupper() else None


def _address(segment: Segment, match: re.Match[str]) -> Span | None:
    stop = _ADDRESS_ENDS.search(segment.said, match.end(), segment.end)
    span = (match.end(), stop.start() if stop else segment.end)
    words = segment.said[span[0] : span[1]]
    return span if any(sign.isdigit() for sign in words) and len(words.split()) < 9 else None


_ACCOUNT_SIGN: Final = re.compile(r"[\d_@.#-]")
_NO_ACCOUNT: Final = frozenset(
    "private locked suspended broken still currently blocked hacked about going being really almost growing".split()
)
_READERS: Final[dict[str, Callable[[Segment, re.Match[str]], Span | None]]] = {
    "v": lambda _segment, match: match.span("v"),
    "account": _account,
    "person": lambda segment, match: person(segment.said, match.end(), segment.end),
    "capital": _capital,
    "proper": lambda segment, match: proper(segment.said, match.end(), segment.end),
    "trade": lambda segment, match: trade(segment, match.end()) or _short_role(segment.said, match.end(), segment.end),
    "address": _address,
    "goal": lambda segment, match: aim(segment.said, match.end(), segment.end),
    "noun": lambda segment, match: noun(segment.said, match.end(), segment.end, words=5),
}


_NO_ROLE: Final = re.compile(
    r"(?:very|so|really|too|pretty|quite|to|not|in|at|stressful|boring|great|hard|fine|okay|good|bad|going|killing|"
    r"driving|making|getting|remote|safe|tough|demanding|exhausting|the\s)\b"
)


def _short_role(said: str, begin: int, end: int) -> Span | None:
    span = noun(said, begin, end, words=3)
    return None if span is None or _NO_ROLE.match(said[span[0] : span[1]].lower()) else span
