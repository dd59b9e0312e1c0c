"""English verbs: what one does once, what one makes, and what is no task however it is said."""

import re
from typing import Final

__all__ = ["DEEDS", "ERRANDS", "MAKING", "is_deed", "is_done_here"]

ERRANDS: Final = frozenset(
    """call phone ring email e-mail mail text message dm reply respond send resend submit hand file pay buy purchase order pick drop
    return renew book rebook schedule reschedule register rsvp sign apply cancel print wash mow water feed pack ship post refill
    collect visit contact invite reserve transfer deposit invoice fetch grab clean repair bring chase vacuum hoover iron enroll enrol
    unsubscribe reapply donate recycle hang defrost walk tidy sweep top charge vaccinate declare settle wrap descale""".split()
)
"""What one does once and then it is done: a task without a time too."""
MAKING: Final = frozenset(
    """write rewrite complete finish finalize finalise prepare prep draft update review proofread revise edit publish release deploy
    upload download install assemble bake cook paint fix replace change arrange organise organize confirm compile translate test
    deliver announce notify inform rehearse grade mark back backup swap fill measure sort record document outline merge migrate""".split()
)
"""What takes work, often together with the assistant: a task with a time, or where it is still to be done."""
_OTHER: Final = frozenset(
    """read study build implement design create make do give get take check set plan research push refactor ask tell find look move
    practise practice decide choose show share discuss meet see go order close open interview present turn follow reach drive switch
    configure audit sketch ready summarise summarize analyse analyze try attend join empty cash request warn speak talk add remove
    delete start""".split()
)
DEEDS: Final = ERRANDS | MAKING | _OTHER

_INNER: Final = frozenset(
    """be know understand think feel say admit agree worry wait sleep eat rest relax focus believe love live hope sound mean remember
    improve cope deal learn stay keep stop work accept adjust balance consider ensure explain figure gain hear help hurry increase
    leave lose maintain need prove realize realise rely spend trust wake want win wonder like become grow survive avoid concentrate
    prioritize prioritise reflect breathe forget care come begin have handle manage face act adapt achieve happen use hit convince
    persuade challenge embrace acknowledge assume point mention note thank apologize apologise confess laugh cry clarify double-check
    experience imagine respect pivot frame pause run save""".split()
)
"""What nobody ticks off a list."""
_WITH_YOU: Final = r"(?:ask|tell|show|inform|update|contact|meet|see|remind|talk to|speak to|reach|message) (?:you|u)\b"
_IDIOMS: Final = (
    (
        r"go\b(?! (?:to|and|see|pick|get|buy|back to)\b)|go to (?:bed|sleep|work|school|class)\b|ask\b$|(?:ask|tell) (?:a|about|if|myself|"
        r"the truth|some)\b"
    ),
    (
        r"get (?:up|going|moving|used|better|back to|ready|started|some (?:sleep|rest|air)|over|to|onto|out|off|rid|into|stuck|it|this|"
        r"that|things|along|through|away|more|organi[sz]ed|on|done|a (?:handle|grip|feel|sense|better|clear)|those|these|my (?:head|act|"
        r"mind))\b"
    ),
    (
        r"take (?:an? (?:break|nap|look|step|breath|moment|rest|shower)|care|time|it|into|this|that|some time|things|action|my time|on|"
        r"breaks|advantage)\b"
    ),
    (
        r"make (?:sure|sense|it|this|that|time|progress|decisions?|changes|an? (?:decision|choice|change|difference|plan)|more|up|"
        r"the most|my|some|adjustments)\b"
    ),
    r"see (?:if|how|what|where|whether|that|this|it|more|the (?!doctor|dentist|vet|gp|lawyer|principal|auditor)\w+)|see\s*$",
    (
        r"(?:look|check) (?:good|like|if|how|whether|on you|what|in\b|back|forward|for ways|out\s*$)|do (?:it|that|this|so|something|more|"
        r"better|well|some|anything|things|what|everything|next|the (?:work|math))\b"
    ),
    (
        r"give (?:it|up|this|that|them|myself|me|option)\b|set (?:boundaries|aside|goals|clear|realistic)\b|call (?:it|this|out)\b|"
        r"pick (?:an?|one|between|it|up (?:where|the pace))\b"
    ),
    (
        r"drop (?:it|this|everything|all)\b|hand (?:it|over)\b|hang (?:on|out|up|in)\b|pay (?:attention|more|for (?:it|this|that)|"
        r"the price|closer)\b|discuss\b(?! .*\bwith\b)|order\b(?! \w)"
    ),
    (
        r"find (?:out|an? (?:way|balance|solution|better)|ways|time|it|the (?:right|best|time|way|value|probability|area))\b|(?:order|"
        r"walk|text|file|ring|top|charge|sign|apply|return|submit|post|book|water|change|wrap|find)\s*$"
    ),
    (
        r"apply (?:the|these|this|it|what|my)\b|return (?:an?|the (?:value|result|error|response)|null|true|false)\b|walk (?:through|you|"
        r"away)\b|charge (?:for|more)\b|finish (?:this|that|the) (?:phase|section|part|step)\b"
    ),
    (
        r"(?:start|try|plan|meet|move|open|close|push|turn|reach|follow|talk|speak|change|set|add)\b(?! (?:up|off|in|the|my|our|an?|some|"
        r"over|out|to (?:my|the|our|mum|mom|dad|[a-z]+ about)|with)\b)"
    ),
    (
        r"add (?:some|more|an?|the)\b|try\b|plan (?:out|ahead|for|my|to)\b|start (?:with|by|over|from|the|my|an?)\b|present (?:it|this)\b|"
        r"wrap (?:up|my head)\b|follow (?:the|this|your|my|a)\b|move (?:on|forward)\b"
    ),
    (
        r"contact (?:form|with)\b|visit (?:the (?:page|site|website))\b|finish\s*$|settle (?:in|down|for)\b|clean up (?:the|my|"
        r"this) (?:code|data|script|query)\b|bring (?:it|this|up|out|in)\b|ready\b|schedule (?:it|this)\b"
    ),
    (
        r"print (?:the |out )?(?:value|result|output|statement)\b|meet (?:the|my|our) (?:deadline|goal|target)s?\b|present\s*$|"
        r"sort (?:this|it|that) out\b|order (?:of|to)\b|back (?:to|off|down)\b|fill (?:in\s*$|out\s*$)"
    ),
)
_NO_DEED: Final = re.compile(rf"(?:{_WITH_YOU}|{'|'.join(_IDIOMS)})")
"""Words that begin like a deed and are none, or one that is over before the talk is."""
_MADE_READY: Final = re.compile(r"have [\w' ]{2,40} (?:ready|done|finished|in|out|back|submitted|sent|packed|sorted)\b")
_TO_DO: Final = re.compile(
    r"(?:do|make|get|take|give|set up|meet|turn in|look at|check|ask|tell|share|show|build|create|design|implement|read|book|"
    r"study) (?:the|an?|my|our|his|her|their|you|\w+ the|(?!(?:it|that|this|some|more|well)\b)[a-z]+ )"
)


def is_deed(verb: str, words: str) -> bool:
    """Whether words that follow "I have to" name something one can tick off; `verb` is their first."""
    if verb in _INNER:
        return _MADE_READY.match(words) is not None
    return bool(words.strip()) and not _NO_DEED.match(words)


def is_done_here(verb: str, words: str) -> bool:
    """Whether words that follow "I'll" or "I'm going to" name work one owes, and not how one spends one's time."""
    if verb in {"visit", "walk", "attend", "join", "hang"} or _NO_DEED.match(words):
        return False
    return verb in ERRANDS or verb in MAKING or _TO_DO.match(words) is not None
