"""Standing orders to the assistant: how to answer, what to call the user, which units and theme."""

import re
from collections.abc import Iterator
from typing import Final

from perdure.memories.extraction.english.spans import person
from perdure.memories.extraction.english.words import LANGUAGES
from perdure.memories.extraction.found import Found, alternatives
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["DIRECTIVE_WORDS", "orders"]

DIRECTIVE_WORDS: Final = frozenset(
    """always never ever now future whenever every each time stop keep use call address answer answers reply replies respond write
    speak talk theme mode units metric imperial celsius fahrenheit emoji emojis bullet bullets concise brief short shorter avoid
    default dont don't markdown tone formal informal sugarcoat font pronouns standard long set switch ask direct blunt no clean
    formal english german french spanish italian portuguese japanese chinese""".split()
)
"""Without one of these words there is no standing order."""

_CALL: Final = re.compile(
    r"(?:^|[.,;!:—–-]\s*|\b(?:so|and|but|please|pls|just|can|could|do|always|kindly|you|to|you\s+can|you\s+may|rather)\s+)"
    r"(?P<verb>call|address|refer\s+to)\s+me\s+(?:as\s+|by\s+)?(?!back|when|if|on|at|crazy|a\b|an\b|the\b|tomorrow|"
    r"today|later|or\b|and\b|old[\s-]fashioned|maybe|in\b|again|out|every|this|that|now|once|stupid|weird|names)",
    re.IGNORECASE,
)
_POLITE: Final = (
    r"(?:(?:please|pls|plz|kindly|ok(?:ay)?|also|and|so|but|oh|btw|by\s+the\s+way|actually|just|"
    r"one\s+(?:more\s+)?thing|hey|hi|well|another\s+thing|note|important|(?:can|could|would|will)\s+(?:you|u)|"
    r"(?:i(?:'d| would)\s+like\s+you\s+to)|i\s+want\s+you\s+to|i\s+need\s+you\s+to|you\s+(?:should|must|can|"
    r"have\s+to|need\s+to)|do|try\s+to|make\s+sure\s+(?:to|you|that\s+you)|be\s+sure\s+to|remember\s+to|"
    r"in\s+general|for\s+me|going\s+forward|in\s+(?:the\s+)?future|from\s+(?:now|here|today)\s+on(?:wards?)?|"
    r"from\s+this\s+point(?:\s+on|\s+forward)?|don't\s+forget\s+to|with\s+me)[\s,:;.!–-]+)*"
)
_VERB: Final = (
    r"(?:answer|reply|respond|write|speak|talk|use|give|keep|avoid|explain|format|start|end|begin|include|add|show|"
    r"tell|send|suggest|recommend|mention|ask|call|address|treat|assume|say|correct|put|quote|cite|remind|check|"
    r"stick|skip|leave|don't|do\s+not|dont|stop|be|"
    r"switch|set|convert|refer|sign|provide|list|make|offer|translate|limit|double-check|warn|name|prefer|describe|"
    r"present|round|spell|greet|default|summari[sz]e|apologi[sz]e|repeat|sugarcoat|shorten|get\s+to|plan|book|"
    r"order|do|let|keep|number|count|spare|omit|structure)"
)
_MANNER: Final = (
    r"(?:bullet\s?(?:points?|s)|emojis?|markdown|tables?|headers?|headings?|jargon|small\s+talk|"
    r"exclamation\s+(?:marks|points)|long\s+(?:answers?|paragraphs?|replies|texts?|messages?|explanations?)|"
    r"metric(?:\s+units)?|imperial(?:\s+units)?|celsius|fahrenheit|kilomet(?:re|er)s|miles|24[\s-]?h(?:our)?|"
    r"12[\s-]?h(?:our)?|"
    r"iso\s+dates?|(?:american|british|us|uk)\s+(?:english|spelling)|plain\s+(?:text|english|language)|"
    r"simple\s+(?:words|english|language)|formal|informal|first\s+name|disclaimers?|filler|fluff|sugar-?coat|"
    r"apologi[sz]|preamble|"
    r"(?:your|the|my)?\s*(?:answers?|replies|responses|messages|explanations)|type\s+hints|semicolons|tabs|"
    r"code\s+comments|docstrings|latex|hashtags|all\s+caps|slang|swear|curse|video\s+links?|spoilers?|"
    r"small\s+print)"
)
_STANDING: Final = re.compile(
    rf"^{_POLITE}(?:always|never|don't\s+ever|do\s+not\s+ever|dont\s+ever|under\s+no\s+circumstances)\s+(?:ever\s+|"
    r"again\s+|please\s+)?(?!mind\b|again\b|heard\b|been\b|had\b|was\b|thought\b|said\b|knew\b|seen\b|did\b|got\b|"
    r"a\b|an\b|the\b|in\b|wanted\b|liked\b|tried\b|used\b|felt\b|found\b|wondered\b|loved\b|needed\b|read\b|"
    r"really\b|so\b|wear\b|want\b|happy\b|good\b|nice\b|late\b|tired\b|hungry\b|too\b|enough\b|one\b|leaves?\b|"
    r"comes?\b|wins?\b|\w+ed\b|\w+ing\b|\w+s\b(?<!discuss)(?<!address)(?<!process)(?<!express))[a-z]+",
    re.IGNORECASE,
)
_FROM_NOW: Final = re.compile(
    r"\b(?:from\s+(?:now|here|today)\s+on(?:wards?)?|from\s+this\s+point\s+(?:on|forward)|going\s+forward|"
    r"in\s+(?:the\s+)?future|for\s+(?:all\s+)?future\s+(?:reference|answers|replies|messages)|"
    r"every\s+(?:single\s+)?time|each\s+time|whenever|by\s+default|every\s+(?:answer|reply|message))\b",
    re.IGNORECASE,
)
_IMPERATIVE: Final = re.compile(rf"^{_POLITE}{_VERB}\b", re.IGNORECASE)
_ADDRESSED: Final = re.compile(
    r"\b(?:please|pls|can\s+you|could\s+you|would\s+you|you\s+(?:should|must|can)|i\s+want\s+you|i'd\s+like\s+you|"
    rf"{_VERB})\b",
    re.IGNORECASE,
)
_ANSWERING: Final = re.compile(
    rf"^{_POLITE}(?:(?:answer|reply|respond|write|speak|talk|communicate|chat)\s+(?:(?:to|with)\s+me\s+|back\s+|"
    rf"only\s+|me\s+)*in\s+(?P<language>{alternatives(LANGUAGES)})\b(?!\s*:)|(?:switch|"
    rf"change)\s+(?:back\s+)?to\s+(?P<switched>{alternatives(LANGUAGES)})\b|(?:speak|talk|"
    rf"write)\s+(?:only\s+)?(?P<spoken>{alternatives(LANGUAGES)})\s+(?:to|with)\s+me\b)",
    re.IGNORECASE,
)
_IN_LANGUAGE: Final = re.compile(
    r"\b(?:answers?|replies|responses|conversations?|everything|us)\s+(?:should\s+be\s+|be\s+|always\s+|"
    rf"only\s+)*in\s+(?P<language>{alternatives(LANGUAGES)})\b|"
    rf"^\W*(?:in\s+)?(?P<bare>{alternatives(LANGUAGES)})\s+(?:only\s*)?(?:please|pls)\W*$",
    re.IGNORECASE,
)
_STYLE: Final = re.compile(
    rf"^{_POLITE}(?:(?:no|without|zero|less|fewer|only|more|stop\s+(?:with\s+the\s+|using\s+|the\s+)?|"
    r"don't\s+(?:use|give\s+me|send\s+me|write|add|include)\s+|do\s+not\s+(?:use|give\s+me|send\s+me|write|add|"
    r"include)\s+|dont\s+(?:use|give\s+me|send\s+me|write|add|include)\s+|use|avoid|skip\s+(?:the\s+)?|drop\s+the|"
    r"keep|give\s+me|i\s+prefer|i\s+hate|i\s+can't\s+stand|stick\s+to|stop\s+\w+ing)\s*)"
    rf"(?:[\w'-]+\s+){{0,4}}?{_MANNER}\b|^{_POLITE}(?:be|keep\s+(?:it|your\s+(?:answers|replies|responses)|answers|"
    r"replies|responses|things))\s+(?:as\s+|more\s+|very\s+|a\s+bit\s+(?:more\s+)?)*(?:brief|concise|short|direct|"
    r"blunt|honest|formal|informal|polite|simple|casual|terse|to\s+the\s+point)\b(?!\s+(?:version|summary))|"
    rf"^{_POLITE}stop\s+(?:apologi[sz]ing|repeating|using|calling\s+me|adding|summari[sz]ing|suggesting|"
    r"recommending|ending|starting\s+every|sugar-?coating)\b",
    re.IGNORECASE,
)
_ONE_OFF: Final = re.compile(
    r"\b(?:this|that|it|these|the\s+(?:first|second|last|next|above|following|email|mail|text|essay|letter|"
    r"paragraph|table|code|function|list|story|poem|draft|version|section|chapter|plan|report|presentation|speech|"
    r"article|query|recipe)|here|now|today|in\s+my\s+(?:essay|report|email|code|resume|cv))\b(?!\s+on\b)",
    re.IGNORECASE,
)
_WITH_ME: Final = re.compile(r"\b(?:with\s+me|for\s+me\s+always|always)\b", re.IGNORECASE)
_ALWAYS_AFTER: Final = re.compile(r"\b(?:always|please,?\s+ever|ever,?\s+please)\b", re.IGNORECASE)
_ABOUT_ANSWERS: Final = re.compile(
    r"^(?:(?:also|and|please|all|the|your|my|note|btw|code)[\s,:]+)*(?:please\s+note,?\s+)?(?:clock|dates?|prices?|"
    r"units|code\s+comments|comments|answers|replies|responses|temperatures?|measurements|examples|numbers|amounts|"
    r"distances|weights|recipes|quotes|citations|commit\s+messages|variable\s+names|"
    r"summaries)\b[\w\s,]{0,30}\b(?:always|never)\b|"
    r"\b(?:clock|dates?|prices?|units|comments|answers|replies|responses|temperatures?|measurements|amounts|"
    r"distances|code\s+samples|examples)\s+(?:should|must|need\s+to)\s+(?:always\s+|never\s+)?be\b",
    re.IGNORECASE,
)
_THEME: Final = re.compile(
    r"\b(?:(?:use|switch(?:\s+(?:me|everything|it))?(?:\s+back)?\s+to|turn\s+on|enable|activate|"
    r"change\s+(?:\w+\s+){0,3}to|go\s+back\s+to|back\s+to|set\s+(?:\w+\s+){0,2}to|i\s+(?:use|want|prefer|like)|"
    r"prefer|keep|give\s+me|put\s+me\s+(?:in|on))\s+(?:the\s+|a\s+|my\s+)?(?P<mode>dark|light|night|"
    r"high[\s-]contrast|[a-z]+)\s+(?P<what>mode|theme)\b"
    r"|\b(?:set|change|switch|make|turn)\s+(?:my|the|your)\s+(?P<thing>theme|font\s+size|font|units|time\s?zone|"
    r"currency|language|accent\s+colou?r|background|colou?r\s+scheme|volume|notifications?|date\s+format|"
    r"time\s+format|layout|keyboard\s+layout)\s+(?:back\s+)?(?:to|in|into|as)?\s*(?P<value>[\w+/-]+(?:\s+(?!please|"
    r"pls|from|now|for|thanks|because|and|the|as|instead|so|again)[\w+/-]+)?)"
    r"|^\W*(?:(?:ok|and|please|pls|so)\s+)*theme\s*:?\s*(?:to\s+)?(?P<bare>(?!is\b|of\b|for\b|park|song|was\b|in\b|"
    r"that\b|has\b)[a-z]+)\s*(?:please|pls|again|now|,|$|!|\.)|\bmy\s+theme\s+(?:should\s+be|is(?:\s+now)?|"
    r"now\s+is)\s+(?P<is>[a-z]+))",
    re.IGNORECASE,
)
_UNITS: Final = re.compile(
    r"\b(?:use|give\s+me|stick\s+(?:to|with)|work\s+in|think\s+in|answer\s+in|show\s+\w+\s+in|everything\s+in|"
    r"switch\s+to|prefer|in|convert\s+\w+\s+to)\s+(?:the\s+)?(?P<v>metric|imperial|celsius|fahrenheit|kilomet(?:re|"
    r"er)s|miles)\b(?:\s+(?:units|system|measurements?|measures?))?",
    re.IGNORECASE,
)


def orders(said: str, words: set[str], *, question: bool, to_assistant: bool = True) -> Iterator[Found]:
    """The standing orders in one clause; what people ask of each other is none, except what they want to be called.

    `words` are the clause's words in lower case.
    """
    if not words.isdisjoint(_CALLING):
        yield from _names(said, question=question)
    if not to_assistant:
        return
    setting = None if words.isdisjoint(_SETTING) else _settings(said, question=question)
    language = None if words.isdisjoint(LANGUAGES) else _language(said, question=question)
    if setting is not None:
        yield setting
    elif language is not None:
        yield language
    elif _is_standing(said, question=question):
        yield _order(None, said, None)


_CALLING: Final = frozenset({"call", "address", "refer"})
_SETTING: Final = frozenset(
    """theme mode set change switch make turn metric imperial celsius fahrenheit kilometers kilometres miles""".split()
)


def _language(said: str, *, question: bool) -> Found | None:
    if question and not _FROM_NOW.search(said) and not said.lower().startswith(("can you", "could you", "please", "would you")):
        return None
    match = _ANSWERING.match(said) or _IN_LANGUAGE.search(said)
    if match is None or _ONE_OFF.search(said):
        return None
    group = next(name for name, value in match.groupdict().items() if value)
    return _order("language", said, match.span(group))


def _order(attribute: str | None, said: str, span: tuple[int, int] | None) -> Found:
    begin, end = span or (0, len(said))
    value = said[begin:end] if span else None
    return Found(attribute, value, Kind.DIRECTIVE, Reason.DIRECTIVE, begin, end, subject="user")


def _names(said: str, *, question: bool) -> Iterator[Found]:
    for match in _CALL.finditer(said):
        lowered = said[: match.start("verb")].lower()
        if re.search(
            r"\b(?:they|people|friends|everyone|he|she|don't|never|not|mom|dad|kids|what\s+(?:should|do)|"
            r"used\s+to)\s*(?:just\s+|all\s+)?$",
            lowered,
        ) or (question and not re.search(r"(?:can|could|would|will)\s+you\s+(?:please\s+|just\s+)?$", lowered)):
            continue
        span = person(said, match.end(), len(said))
        if span:
            yield _order("nickname", said, span)


def _settings(said: str, *, question: bool) -> Found | None:
    match = _THEME.search(said)
    if match and not (question and re.match(r"\W*(?:do|does|is|are|should|what|which|how|did|who|why|where|when)\b", said, re.IGNORECASE)):
        groups = {name: value for name, value in match.groupdict().items() if value}
        if "mode" in groups:
            ok = groups["mode"].lower() not in {
                "the",
                "a",
                "my",
                "this",
                "that",
                "your",
                "what",
                "new",
                "old",
                "main",
                "default",
                "central",
                "common",
                "recurring",
                "general",
                "overall",
                "party",
                "wedding",
                "some",
                "any",
                "no",
                "different",
                "another",
            } and (groups["what"].lower() == "theme" or groups["mode"].lower() in {"dark", "light", "night"})
            return _order("setting theme", said, match.span("mode")) if ok else None
        if "thing" in groups:
            return _order(f"setting {groups['thing'].lower()}", said, match.span("value"))
        return _order("setting theme", said, match.span("bare" if "bare" in groups else "is"))
    match = _UNITS.search(said)
    if (
        match
        and not question
        and not re.search(r"\b(?:i|he|she|they|we)\s+(?:don't\s+)?(?:think|work|live)\b", said, re.IGNORECASE)
        and (_IMPERATIVE.match(said) or re.search(r"\b(?:always|please|i\s+prefer|prefer)\b", said, re.IGNORECASE))
    ):
        if match.group().lower().startswith("in ") and not re.search(
            r"\b(?:always|answers?|recipes?|everything|temperatures?|distances?)\b", said, re.IGNORECASE
        ):
            return None
        return _order("setting units", said, match.span("v"))
    return None


def _is_standing(said: str, *, question: bool) -> bool:
    if question:
        return (
            _FROM_NOW.search(said) is not None
            and re.match(rf"^{_POLITE}(?:{_VERB}|always|never)\b", said, re.IGNORECASE) is not None
            and not re.match(r"\W*(?:what|how|why|when|where|who|which|is|are|do|does|did)\b", said, re.IGNORECASE)
        )
    if ((standing := _STANDING.match(said)) and _is_order(said, standing)) or _ABOUT_ANSWERS.search(said):
        return True
    if _EACH_TIME.search(said):
        return _WHENEVER.search(said) is not None or (_IMPERATIVE.match(said) is not None and not _WHENEVER_STARTS.match(said))
    if (
        _FROM_NOW.search(said)
        and _ADDRESSED.search(said)
        and not re.search(
            r"\b(?:i'll|i\s+(?:will|am|want\s+to|have|need|plan|can|should|get|go|try|feel|do|see|eat|hear|think)|i'm|"
            r"we'll|we\s+(?:will|are|can|should)|we're|my|let's)\b",
            _without_ordering(said),
            re.IGNORECASE,
        )
    ):
        return True
    if (
        _IMPERATIVE.match(said)
        and (_ALWAYS_AFTER.search(said) or _WITH_ME.search(said))
        and not re.search(
            r"\b(?:i|we|he|she|they|it)\s+(?:have\s+|has\s+|am\s+|is\s+|'ve\s+|was\s+|'s\s+)?(?:always|never)\b", said, re.IGNORECASE
        )
    ):
        return True
    return _STYLE.match(said) is not None and not _ONE_OFF.search(said)


_EACH_TIME: Final = re.compile(
    r"\b(?:whenever|every\s+(?:single\s+)?time|each\s+time)\b|^\W*(?:also\s+|and\s+)?when\s+i\s+(?:ask|send|write|"
    r"say|want|paste)\b",
    re.IGNORECASE,
)
_WHENEVER_STARTS: Final = re.compile(r"\W*(?:also\s+|and\s+)?(?:when|whenever|every\s+(?:single\s+)?time|each\s+time)\b", re.IGNORECASE)
_WHENEVER: Final = re.compile(
    r"\b(?:whenever|every\s+(?:single\s+)?time|each\s+time|when)\s+(?:i|we|you)\s+[^,]{2,60},\s*(?:(?:please|pls|"
    rf"always|then|also|only|just|you\s+should)\s+)*{_VERB}\b|^{_POLITE}{_VERB}\b[^,]*\b(?:whenever|"
    r"every\s+(?:single\s+)?time|each\s+time)\b",
    re.IGNORECASE,
)
_WHEN_ASKED: Final = re.compile(
    r"\bwhen(?:ever)?\s+(?:i|we)\s+(?:ask|mention|talk|inquire|request|send|write|want|say|need)\b", re.IGNORECASE
)
_ORDER_VERB: Final = re.compile(
    rf"(?:always|never|ever|don't|do\s+not)\s+(?:ever\s+|again\s+|please\s+)?(?:{_VERB}|verify|confirm|highlight|"
    r"report|specify|clarify|state|note|track|notify|inform|reference|link|end|close|open|follow|share|reveal|"
    r"delete|change|touch|guess|invent|make\s+up|trust|prioriti[sz]e|wrap|run|test|type|work|look|compare|"
    r"calculate|include|round|consider|bring|tailor|cc)\b",
    re.IGNORECASE,
)


def _is_order(said: str, standing: re.Match[str]) -> bool:
    return _WHEN_ASKED.search(said) is not None or _ORDER_VERB.search(said, 0, standing.end() + 20) is not None


_ORDERING: Final = re.compile(
    r"\b(?:whenever|every\s+time|each\s+time|when|if)\s+i\s+[\w']+|i(?:'d\s+like|\s+want|\s+need)\s+you\b|"
    r"my\s+(?:answers|name|mistakes|messages|questions|texts?|english|code|emails?)\b",
    re.IGNORECASE,
)


def _without_ordering(said: str) -> str:
    return _ORDERING.sub(" ", said)
