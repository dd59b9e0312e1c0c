"""Standing orders and corrections in other shapes: "five lines at most, always", "no wait, it's the 14th"."""

import re
from typing import Final

from perdure.memories.extraction.english.wider_rules import START, Rule, Told, order, preference, rule
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["ORDERS"]

_ANSWER: Final = (
    r"(?:answers?|repl(?:y|ies)|responses?|messages?|explanations?|texts?|write|writing|wrote|written|speak|"
    r"talk|say|use|used|call|called|spell\w*|format\w*|recipes?|suggest\w*|recommend\w*|bullet\w*|emojis?|"
    r"words?|lines?|sentences?|paragraphs?|english|units?|dashes|caps|code|comments|routines|tips|jokes)"
)
_TEMPER: Final = re.compile(
    r"\b(?:this|that|the\s+(?:second|first|last|third|next|above)|paragraph|essay|email|letter|draft|story|"
    r"poem|here|file|function|bug|error|now\s+fix)\b",
    re.IGNORECASE,
)
_correction: Final = Told(Kind.FACT, Reason.CORRECTION)


def _standing(said: str, match: re.Match[str]) -> bool:
    return (
        not _TEMPER.search(re.sub(r"\b(?:from|until)\s+(?:this|now|here)\s+(?:point\s+)?(?:on|onwards?|forward)\b", "", said))
        and match.end() > 0
    )


ORDERS: Final[tuple[Rule, ...]] = (
    rule(
        "rather prefer like want",
        r"\b(?:i'd|i\s+would)\s+(?:much\s+)?(?:rather|prefer\s+(?:it\s+if|that))\s+you\s+\w+|\bi'd\s+(?:like|"
        r"appreciate)\s+(?:it\s+if\s+)?you\s+(?:always|never|\w+ed)\b",
        preference,
        assistant=True,
        sure=_standing,
    ),
    rule(
        "always never ever again max henceforth onwards whenever whatever anything every time please on",
        rf"^(?!\W*(?:my|it|that|the|he|she|we|they)\b)(?=[^.;!?]*\b{_ANSWER}\b)(?=[^.;!?]*\b(?:always|never\s+again|"
        rf"every\s+time|each\s+time|henceforth|from\s+(?:now|here|today)\s+on|whenever|in\s+(?:whatever|anything|"
        rf"everything)\s+you)\b)(?=[^.;!?]*\b(?:you|me|your|please|keep|skip|use|no|never|stick|only)\b).+",
        order,
        assistant=True,
        sure=_standing,
    ),
    rule(
        "when whenever if",
        r"^\W*(?:and\s+)?(?:when|whenever)\s+you\s+(?:\w+\s+)?(?:write|answer|reply|explain|suggest|recommend|give|"
        r"list|plan|show|cook|quote|translate|address)\b.*\b(?:skip|use|don't|never|always|keep|leave|add|include|"
        r"avoid|no)\b",
        order,
        assistant=True,
        sure=_standing,
    ),
    rule(
        "don't never stop no dumb dumbing sending sugarcoat patronise patronize",
        rf"{START}(?:so\s+)?(?:please\s+)?(?:don't|do\s+not|never|stop|no\s+need\s+to|quit)\s+(?:ever\s+|"
        rf"be\s+)?(?:call\w*|address\w*|suggest\w*|recommend\w*|sugarcoat\w*|dumb\w*|patroni[sz]\w*|"
        rf"send(?:ing)?\s+me|remind\w*|mention\w*|apologi[sz]\w*|assum\w*|flatter\w*|lectur\w*|preach\w*|us(?:e|ing)"
        rf"\s+(?:emojis?|jargon|exclamation))\b",
        order,
        assistant=True,
        sure=_standing,
    ),
    rule(
        "don't so",
        r",\s+so\s+(?:please\s+)?(?:don't|do\s+not|never|no|skip|stick|keep|use|pick|suggest|always|only|leave|"
        r"omit|avoid|schedule|plan)\s+(?:be\s+)?\w+[^.;!?]*\b(?:me|down|only|ideas|tips|routines|recs|suggestions?|"
        r"recipes?|outing|everything|always)\b",
        order,
        assistant=True,
        sure=_standing,
    ),
    rule(
        "no more",
        rf"{START}(?:so,?\s+)?(?:please,?\s+)?no\s+more\s+(?:[\w-]+\s+){{0,3}}?(?:tips|recipes|recs|recommendations|"
        rf"jokes|emojis|ideas|suggestions|links|ads|quotes|reminders|lists|advice)\b",
        order,
        assistant=True,
    ),
    rule(
        "keep give make only max short shorter brief bullet",
        rf"{START}(?:keep|limit|restrict)\s+(?:it|your|the|all|every|things|everything|answers|replies)"
        rf"\b[^.;!?]*\b(?:always|every\s+time|max|at\s+most|under\s+\w+\s+(?:lines|words|sentences)|from\s+now)\b",
        order,
        assistant=True,
        sure=lambda said, _match: re.search(r"\b(?:this|that|essay|email|paragraph|draft)\b", said, re.IGNORECASE) is None,
    ),
    rule(
        "nothing no plan planning suggest outing",
        r"\b(?:nothing|anything|no|only)\s+(?:[\w-]+\s+){1,3}(?:for\s+(?:us|me)\s+ever|in\s+any\s+(?:recipe|plan|"
        r"menu)|whatever\s+you\s+suggest)\b",
        order,
        assistant=True,
    ),
    rule(
        "phone call calls ring contact before after",
        r"\b(?:no|don't)\s+(?:phone\s+|more\s+)?(?:calls?|ringing|meetings?|appointments?|call\s+me|ring\s+me|"
        r"schedule\s+anything)\s+(?:before|after|on)\s+\w+",
        order,
        assistant=True,
    ),
    rule(
        "keep got giving wrong",
        r"\byou\s+keep\s+(?:calling\s+me\s+\w+|giving\s+me\s+(?:fahrenheit|celsius|imperial|metric|miles|american|"
        r"british)\b|getting\s+my\s+name|misspelling)",
        order,
        assistant=True,
        confidence=0.6,
    ),
    # --- corrections
    rule(
        "wait sorry actually meant correction scratch typo mistyped wrong not correct misread oops",
        r"^\W*(?:(?:no|sorry|wait|actually|oops|hang\s+on|hold\s+on|correction|ugh|ah|oh|my\s+bad|apologies|"
        r"scratch\s+(?:that|what\s+i\s+said)|typo|let\s+me\s+correct\s+that)\W+)+(?:[\w\s']{0,20}?\s)?(?:it's|"
        r"it\s+is|it\s+was|is|was|i'm|make\s+(?:it|that)|i\s+meant|that's|should\s+be)\s+(?:actually\s+|on\s+|"
        r"in\s+|at\s+|for\s+)?(?:the\s+)?(?:\d|(?-i:[A-Z][a-z]+)\b)[^;!?]*(?:\bnot\b|\bwith\b|\binstead\b|"
        r"\brather\b|$)",
        _correction,
        sure=lambda said, _match: (
            len(said.split()) < 20
            and re.search(r"\b(?:error|code|line|function|test|variable|python|bug|answer\s+is)\b", said, re.IGNORECASE) is None
        ),
    ),
    rule(
        "not",
        r"^\W*(?:no,?\s+)?(?-i:[A-Z][\w'-]+),\s+not\s+(?-i:[A-Z][\w'-]+)\b|^\W*not\s+(?-i:[A-Z][\w'-]+)"
        r"[.,;]\s*(?-i:[A-Z][\w'-]+)|\b(?:it|that)\s+(?:isn't|wasn't|is\s+not)"
        r"\s+(?:the\s+)?\w+(?:\s+\w+)?,\s+it'?s\s+\w+",
        _correction,
        confidence=0.6,
        sure=lambda said, _match: (
            len(said.split()) < 16
            and re.search(r"\b(?:error|code|line|function|test|variable|python|java|bug|answer)\b", said, re.IGNORECASE) is None
        ),
    ),
    rule("forget forgot instead", r"\bforget\s+(?:the\s+|about\s+(?:the\s+)?)?[\w$€£]+,\s+(?:we're|it's|i'm|make\s+it|we)\b", _correction),
)
