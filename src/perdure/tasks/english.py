"""How English says that something is to be done."""

import re
from collections.abc import Iterator
from typing import Final

from perdure.tasks.deeds import ERRANDS, MAKING, is_deed, is_done_here
from perdure.tasks.heads import Head, Kind

__all__ = ["TRIGGERS", "english_heads"]

TRIGGERS: Final = tuple(
    (
        "need to|have to|remind|i'll |we'll |going to|must | due|gotta|deadline|'ve to|forget|has to|needs |i have | ive |'ve got |"
        "to remember|supposed to|i should |we should |meant to|ought to|hafta|needa| ill |i will |we will |gonna |plan to|planning to|"
        "i intend|promise|agreed| told | said | better |todo|to-do|to do:|do list|ping list|ery list|task list|errand|note to self|"
        "hav to|haveto|rmnd|remid|remnd|remined|memo to self|task:| a task|new task| alarm|nudge me|ping me|nag me|"
        "jog my|poke me|alert me|notify me|[ ]|due date|booking |"
        "sending |calling |submitting |handing |paying |buying |ordering |picking |dropping |returning |renewing |emailing |"
        "cancelling |canceling |registering |signing |delivering |printing |posting |shipping |collecting |packing |cleaning "
    ).split("|")
)
"""One of these stands in every lower-case text, put between spaces, that this module finds something in; the most frequent ones first."""

_BEFORE: Final = 30
"""Characters before "I have to" that tell whether a clause begins there."""
_STARTS: Final = re.compile(
    r"(?:^|[\n:;,(\-–—.!?*•>\"“]|\b(?:and|but|so|because|cause|cuz|cos|bc|since|as|that|now|then|also|yeah|yes|yep|ok|okay|oh|omg|well|"
    r"btw|plus|today|tonight|tomorrow|week|weekend|month|year|morning|afternoon|evening|night|noon|[a-z]{3,6}day|mon|tue|wed|thu|fri|sat|"
    r"sun|guess|think|know|remembered|realized|realised|afraid|sorry|hey|hi|anyway|actually|basically|honestly|ugh|argh|damn|shit|crap|"
    r"shoot|though|however|still|really|just|reminder|note|first|next|lastly|finally|afterwards|later|means|am|pm|th|st|nd|rd|\d+|january|"
    r"february|march|april|may|june|july|august|september|october|november|december|where|lol|fyi|said|thing|is|me|only|sadly|"
    r"unfortunately|luckily|apparently|probably))\s*$"
)
_ADVERB: Final = (
    r"(?:(?:still|also|really|just|do|definitely|absolutely|urgently|now|then|only|actually|probably|finally|seriously|desperately|"
    r"quickly|both|all|will|'ll|kinda|sorta|truly|simply|first|apparently|totally|certainly|soon) )*"
)
_THEN: Final = (
    r"(?:(?:really|also|still|urgently|finally|quickly|please|definitely|absolutely|just|first|remember to|not forget to|make sure to|"
    r"make sure (?:that )?(?:i|we)|try to|try and|get around to|get round to|go and|be sure to|somehow|manage to|at least|all|probably|"
    r"personally|only|then) )*"
)
_WE: Final = r"\b(?:i|we)"
_MUST: Final = (
    rf"{_WE}'?d better|{_WE}(?:'ve|ve|'m|m|'re|'ll|ll)? {_ADVERB}(?:have got to|have to|hav to|haveto|had better|need to|needa|"
    rf"neeed to|ned to|gotta|"
    rf"hafta|havta|must|ought to|"
    r"should|better|(?:am |are )?(?:supposed|meant|required|obliged) to)|"
    rf"{_WE}'?ve (?:still |also |really |got )?to"
)
_ELIDED: Final = (
    r"(?:^|[\n;.!?•*-] ?|\b(?:and|but|so|also|btw|ugh|ok|omg|yeah|oh) )(?:(?:still|also|really|just|then|and|urgently) )*"
    r"(?:need to|gotta|have to|must|needa|hafta)"
)
_DUTY: Final = re.compile(rf"(?:{_MUST}|{_ELIDED}) {_THEN}(?=[a-z])")
_HEDGED: Final = re.compile(r"\bshould\b|\bprobably\b|\bmaybe\b|\bmight\b|\bjust\b")
_THINKS: Final = re.compile(r"\b(?:think|guess|maybe|perhaps|feel like|probably)\s*$")
_PROMISE: Final = re.compile(
    rf"{_WE}(?:(?:'ll|ll| will| shall)|(?:'m|m| am|'re| are) (?:going to|gonna|planning to|about to|planning on)| (?:plan to|intend to|"
    rf"agreed to|committed to)) {_THEN}(?=[a-z])"
)
_PLEDGE: Final = re.compile(
    r"\bi(?:'ve| have|ve)? (?:promised?|swore|said|told|agreed with)(?: (?!that\b|i\b|to\b)[\w']+){0,3}(?: that)? (?:to|i'?d|i'?ll|"
    r"i would|"
    r"i will|we'?d|we'?ll) "
    rf"{_THEN}(?=[a-z])"
)
_DOING: Final = re.compile(
    r"(?:^|\b(?:i'?m|i am|we'?re|we are|ok|okay|cool|alright|then|so|and)[, ] ?)(?=(?:booking|sending|calling|submitting|handing|paying|"
    r"buying|ordering|picking|dropping|returning|renewing|emailing|mailing|cancelling|canceling|registering|signing|delivering|printing|"
    r"posting|shipping|collecting|packing|cleaning)\b)"
)
_ME: Final = r"(?:jog (?:my|our) memory|(?:remind|rmnd|remid|remnd|remined|nudge|ping|poke|nag|alert|notify|bug) (?:me|us))\b"
_REMIND: Final = re.compile(
    rf"(?:^|[\n.,;:!?(–—-] ?|\b(?:please|pls|plz|kindly|you|u|ya|you to|u to|forget to|remember to|and|so|then|ok|okay|just|also|hey|"
    rf"or|but|thanks|maybe) ){_ME}"
    r"(?! (?:what|why|how|where|who|which|whose|whether|if|a (?:lot|bit)|again (?:what|how|why)|when\b(?! i get)))(?: (?:again|later|"
    r"then|also|please|pls|once|too))*"
)
_TO_DEED: Final = re.compile(r"[^.!?\n]{0,60}?(?:^|\W)(?:to|that i(?:'ve| have| need| must)?|i (?:have|need|must)|i've)\W")
_HEADS_UP: Final = re.compile(r" (?:[\w ]{1,12}\b(?:minutes?|mins?|hours?|hrs?|days?|weeks?|night|evening|morning) )(?:before|ahead|prior)")
_BREAKS_OFF: Final = re.compile(
    r"\s*[,;](?! ?(?:to|that|about|on|at|in|by|tomorrow|tonight|next|before|the|please|pls|ok)\b)| (?:please|pls|will you|would you|ok|"
    r"if you|because|since|as)\b(?! to\b)"
)
_FORGET: Final = re.compile(
    r"\b(?:(?:don'?t|do not|never|not) (?:let|allow) me(?: to)? forget|(?:i |we )?(?:must not|mustn'?t|can'?t|can ?not|shouldn'?t|"
    r"should not|better not|don'?t want to|do not want to|cannot afford to|can'?t afford to|hope i don'?t|won'?t|will not) forget|"
    r"help me (?:to )?remember|make sure (?:that )?i (?:don'?t forget|do not forget|remember)|so (?:that )?i don'?t forget|i (?:have|need|"
    r"'ve got) to remember|i must remember|gotta remember)\b(?! (?:anything|everything|how|what|why|who|it|that|this|any|where)\b)"
)
_SET: Final = re.compile(
    r"\b(?:set|add|create|make|put|schedule|give|need|want|like|leave|get|start)(?: up| in| down| me| us)* (?:an? |another |my |the |"
    r"yourself a |one more )?(?:new |quick |little |daily |weekly )?(?:reminder|alarm|to-?do|task|calendar (?:entry|event|"
    r"reminder))s?\b(?: (?:for me|in my (?:calendar|list)|on my (?:calendar|list)|in(?= for\b)))?(?:\s?:)?"
)
_LIST: Final = re.compile(
    r"\b(?:put|add|stick|throw|write|note)(?: down)? (?!(?:it|that|this|them|these|those|everything|"
    r"an?) )(?P<what>[^\n.!?;]{2,80}?) (?:on|to|onto|in|into) (?:(?:my|our) |the (?=shopping|grocery))"
    r"(?:to[- ]?do|todo|task|shopping|grocery|errands?|checklist)s?(?:[ -]?list)?\b"
)
_TODO: Final = re.compile(
    r"(?:^|[\n.!?] ?)(?:my |new |another |quick )?(?:todo|to-do|to do|task|note to self|memo to self|self reminder|reminder|"
    r"reminder to self|reminder for me|(?:please )?don'?t forget)s?(?: ?list)?\s?[:\-–—]\s?"
)
_ITEM_END: Final = re.compile(r"\s*(?:[,;]|$|(?<=\w)\.(?:\s|$))\s*")
_BOX: Final = re.compile(r"(?:^|\n)\s*(?:[-*] )?\[ \] ?")
_DUE: Final = re.compile(r"(?P<is>'s|'re| is| are| r)?(?: now| still| actually)? due\b(?! (?:to|for an?|dilig|process|respect|course)\b)")
_DEADLINE: Final = re.compile(
    r"\b(?:deadline|due date) (?:for|on|to|is to)(?: (?:submit(?:ting)?|handing in|hand in|the|my|our|this|that|finish(?:ing)?|"
    r"applying for|apply for|applying to|apply to))* (?P<what>[^\n.!?;:]{2,60}?)\s*(?:\bis\b|'s\b|:|=|,(?!\d)| -|\bwas (?:moved|set|"
    r"extended|pushed)\b|\bby\b|\bon\b|\bgot\b)|(?P<what2>(?:[\w'-]+ ){1,4})(?:deadline|due date)\s*(?:is|'s|:|=)"
)
_PASSIVE: Final = re.compile(
    r" (?:(?:has|have|needs?|must|ought|'s got|got)(?: still| really)?(?: to)? (?:be |get |go (?:to|in|out|back)\b|reach )|"
    r"needs? (?=[a-z]+ing\b))"
)
_HAVE_TO_DO: Final = re.compile(
    r"\b(?:i|we)(?:'ve got| have got|'ve still got| still have|'ve|ve| have| got) (?P<what>(?:an?|the|some|this|my|our|two|three|four|"
    r"five|\d+|a few|another|one more)(?: [\w'-]+){1,4}?) to (?:finish|write|submit|pay|send|prepare|return|complete|read|make|buy|"
    r"deliver|hand|file|grade|mark|do|post|mail|sign|fill|revise|review|draft|translate|pick|bake|pack)\b"
)
_HAVE_UNTIL: Final = re.compile(
    r"\b(?:i|we)(?:'ve got| have got|'ve|ve| have| got) (?:still )?(?:until|till?|til) [^.!?;\n]{2,40}? to (?=[a-z])"
)
_NO_ITEM: Final = re.compile(
    r"\b(?:deadline|meeting|appointment|chance|opportunity|time|plan|goal|reason|way|right|need|want|option|coming|on|of|with|and|for|"
    r"lot|bit)\b"
)
_OWN: Final = re.compile(r"\W*(?:(?:and|so|but|also|because|ok|oh|omg|btw) )*(?:i|we)(?:'ve got| have got|'ve|ve| have| got) (?:to \w+ )?")
_OTHERS: Final = re.compile(
    r"(?:(?:and|so|but|also|because|well|oh|ok|since|now|then|i think|i guess|the fact that|fyi|btw) )*(?:(?:i|you|he|she|they|we|it|that|"
    r"this|there|what|which|who|how|when|where|why|if|these|those|everything|nothing|something|someone|everyone|people|u|one|his|her|"
    r"their|your)\b|(?:the )?bab(?:y|ies)\b|[a-z]+ing\b|(?!today|tomorrow|mother|father|valentine|new year|landlord|car|"
    r"rent)[a-z]+'s (?!(?:is|are)\b)(?!\w+'s))"
)
_BREAK: Final = re.compile(r"[,:–—-]\s+|\b(?:that|and|but|so|because|since|think|know|as|with|have|for me|is) ")
_DETERMINED: Final = re.compile(r"^.*\b(?=(?:an?|my|our|the) \S)")
_CUT: Final = re.compile(
    r"(?<!\d)(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bst)(?<!mrs)(?<!prof)\.(?=\s|$)|[!?;\n()\"“”]|:(?!\d)| [-–—]+ |,\s*(?=(?:but|so|because|bc|"
    r"can|could|would|will|which|who|and (?:i|we|can|could|please|then i|it|that|he|she|they|you|what|how|do|is)|please|pls|plz|or|what|"
    r"how|do|does|is|are|am|any|they|it|it's|its|he|she|then|otherwise|since|as|right|ok|okay|eh|though|this|that|i|i'm|i've|im|we|you|"
    r"you'll|u|if|when|just|thanks|thx|ty|lol|also|even|maybe|especially|including|despite|hopefully|considering|not|no|urgent\w*|very|"
    r"top|high|low|priority|asap|yikes|too|by the way|btw|remind|nag|ping|jog|shout|poke|let me|don't let|make sure|help|yell|kick|"
    r"the [\w' ]{2,30} (?:is|are|has|have|was|closes?|opens?|ends?)|[\w']+ (?:is|are|was|were|will|wants?|said|says|needs?|has|closes?)|"
    r"there|he's|she's|they're|that's|where)\b)|\s(?=(?:but|because|bc|cause|cuz|otherwise|or else|so (?:that )?(?:i|we|it|can|could|"
    r"please|my|he|she|they|don|what)|and (?:i|i'm|i'll|we|it|that|he|she|they|can|could|please|would|was|am|you|do|what|how|don't|also|"
    r"then i|wondering|maybe|still|not|make sure|my \w+ (?:is|are))|or (?:they|i|it|we|he|she|else|my)|which|since (?:i|we|it|the|my)|"
    r"as (?:i|we|it|soon|well|the|my|\w+ (?:recommended|suggested|said|asked|told|agreed|planned|discussed|promised|mentioned))|if|unless|"
    r"while|when|whenever|though|although|before (?:i|we|he|she|it|they|my|her|his|the (?!\d|end|week))|after|until (?:i|we|he|she|it|"
    r"they)|in order|to (?:make sure|ensure|avoid)|i think|i guess|anyway|lol|haha|thanks|thx|how|what|where|why|whether|any (?:tips|"
    r"ideas|advice|suggestions)|too|btw|pls|plz|please|or|though|right|considering|given|using|wondering)\b)"
)
_AND: Final = re.compile(r"(?:,\s*(?:and |then |and then )?| and (?:then |also |to )?)(?=(?:to )?(?P<verb>[a-z-]+) (?!and\b))")


def english_heads(text: str) -> Iterator[Head]:
    """What a folded clause says is to be done, in the order of certainty; several may speak of the same words."""
    yield from _asked(text)
    yield from _listed(text)
    yield from _deadlines(text)
    yield from _duties(text)
    yield from _promises(text)


def _end(text: str, begin: int) -> int:
    found = _CUT.search(text, begin)
    return found.start() if found else len(text)


def _asked(text: str) -> Iterator[Head]:
    if "remember" in text or "forget" in text:
        for match in _FORGET.finditer(text):
            thing = re.match(r" (?!to |about |that |:|,|i )\w", text[match.end() : match.end() + 8])
            yield Head(Kind.ABOUT if thing else Kind.ASKED, match.start(), match.end(), _end(text, match.end()))
    if " me" in text or " us" in text or "jog" in text:
        for match in _REMIND.finditer(text):
            early = _HEADS_UP.match(text, match.end())
            end = match.end() if _BREAKS_OFF.match(text, match.end()) else _end(text, early.end() if early else match.end())
            about = re.match(r" (?:about|of)\b", text[match.end() :]) or not _TO_DEED.match(text, match.end())
            yield Head(Kind.ABOUT if about else Kind.ASKED, match.start(), match.end(), end)
    if "reminder" in text or "alarm" in text or "task" in text or "do" in text or "calendar" in text:
        for match in _SET.finditer(text):
            yield Head(Kind.ABOUT, match.start(), match.end(), _end(text, match.end()))


def _listed(text: str) -> Iterator[Head]:
    """Things put on a list: "todo: ...", "[ ] ...", "add milk to my shopping list"."""
    if ":" in text or "-" in text:
        for match in _TODO.finditer(text):
            line = text.find("\n", match.end())
            begin = match.end()
            for item in _ITEM_END.finditer(text, begin, line if line >= 0 else len(text)):
                if item.start() > begin:
                    yield Head(Kind.ASKED, match.start(), begin, item.start())
                begin = item.end()
    if " list" in text or "todo" in text or "to-do" in text:
        for match in _LIST.finditer(text):
            yield Head(Kind.ASKED, match.start(), *match.span("what"))
    if "[ ]" in text:
        for match in _BOX.finditer(text):
            yield Head(Kind.ASKED, match.start(), match.end(), _end(text, match.end()))


def _deadlines(text: str) -> Iterator[Head]:
    for match in _DUE.finditer(text) if " due" in text else ():
        yield from _thing(text, match, match.start(), determined=match["is"] is None)
    if "deadline" in text or "due date" in text:
        for match in _DEADLINE.finditer(text):
            begin, end = match.span("what" if match["what"] else "what2")
            begin = _phrase(text, begin, end)
            named = re.sub(r"\b(?:my|the|our|an?|this|tight|final|submission|first|next|hard|its|new|strict)\b|\W", "", text[begin:end])
            if named and not text.startswith("meet", begin) and not _OTHERS.match(text[begin:end]):
                yield Head(Kind.DEADLINE, match.start(), begin, end, undated=False)
    if "needs " in text or " be " in text or " go " in text or " get " in text or " reach " in text:
        for match in _PASSIVE.finditer(text):
            yield from _thing(text, match, match.start(), whole=True)


_LONGEST_THING: Final = 60


def _thing(text: str, match: re.Match[str], end: int, *, determined: bool = False, whole: bool = False) -> Iterator[Head]:
    """What stands before "is due" or "has to be", unless it is another person's; `whole`: with what follows it."""
    stop = max(text.rfind(sign, 0, end) for sign in ".!?;:\n") + 1
    begin = max(stop, end - _LONGEST_THING)
    begin += len(text[begin:end]) - len(text[begin:end].lstrip())
    own = _OWN.match(text, begin, end)
    begin = own.end() if own else _phrase(text, begin, end)
    if determined and (narrow := _DETERMINED.match(text[begin:end])):
        begin += narrow.end()
    if end - begin > 1 and (own or not _OTHERS.match(text[begin:end])):
        yield Head(Kind.DEADLINE, match.start(), begin, _end(text, match.end()) if whole else end, undated=False)


def _phrase(text: str, begin: int, end: int) -> int:
    """Where the last part begins of what stands before "is due"."""
    cuts = [found.end() for found in _BREAK.finditer(text[begin:end])]
    return begin + (cuts[-1] if cuts else 0)


def _verb(text: str, begin: int) -> str:
    match = re.match(r"[a-z-]+", text[begin : begin + 30])
    return match.group() if match else ""


def _duties(text: str) -> Iterator[Head]:
    for match in _DUTY.finditer(text):
        if match.group()[0] in "iw" and not _STARTS.search(text, max(0, match.start() - _BEFORE), match.start()):
            continue
        still = "still" in match.group()
        hedged = (
            _HEDGED.search(match.group()) is not None or _THINKS.search(text, max(0, match.start() - _BEFORE), match.start()) is not None
        )
        for begin, end in _deeds(text, match.end()):
            verb, words = _verb(text, begin), text[begin:end].strip()
            if is_deed(verb, words):
                undated = not hedged and " " in words and (verb in ERRANDS or (still and verb in MAKING))
                yield Head(Kind.DUTY, match.start(), begin, end, undated=undated)
    if "til" in text:
        for match in _HAVE_UNTIL.finditer(text):
            yield Head(Kind.DUTY, match.start(), match.end(), _end(text, match.end()), undated=False)
    if " to " in text:
        for match in _HAVE_TO_DO.finditer(text):
            if not _NO_ITEM.search(match["what"]):
                yield Head(Kind.DUTY, match.start(), match.start("what"), _end(text, match.end()), undated=False)


def _deeds(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """Begin and end of the deed and of those that are told with it: "call mum and buy milk"."""
    end = _end(text, begin)
    for each in _AND.finditer(text, begin, end):
        if each["verb"] in ERRANDS and each.start() > begin:
            yield begin, each.start()
            begin = each.end() + (3 if text.startswith("to ", each.end()) else 0)
    yield begin, end


def _promises(text: str) -> Iterator[Head]:
    for pattern in (_PLEDGE, _PROMISE):
        for match in pattern.finditer(text):
            for begin, end in _deeds(text, match.end()):
                if is_done_here(_verb(text, begin), text[begin:end]):
                    yield Head(Kind.PROMISE, match.start(), begin, end, undated=False)
    if "ing " in text:
        for match in _DOING.finditer(text):
            yield Head(Kind.PROMISE, match.start(), match.end(), _end(text, match.end()), undated=False)
