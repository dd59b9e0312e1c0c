"""An English clause cut into predications: who it is about, in which time and polarity, and the predicate."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from perdure.memories.extraction.english.words import NOT_A_NAME, RELATIVES
from perdure.memories.extraction.found import alternatives

__all__ = ["Segment", "Who", "segments"]


@dataclass(frozen=True, slots=True)
class Who:
    """Whom a predication is about: `relation` is the word for a relative of the speaker, `name` theirs, `noun` another thing of theirs."""

    speaker: bool = False
    relation: str | None = None
    name: str | None = None
    noun: str | None = None
    pronoun: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """One predication of a clause.

    `said` and `low` are the whole clause as said and in lower case, of equal length; `begin`, `predicate` and `end` are offsets: where
    the predication, its predicate and the next predication begin. `copula`: it says what somebody is. `modal`: would, might, could...
    """

    said: str
    low: str
    begin: int
    predicate: int
    end: int
    who: Who
    copula: bool = False
    negated: bool = False
    no_longer: bool = False
    past: bool = False
    used_to: bool = False
    perfect: bool = False
    future: bool = False
    modal: bool = False
    hedged: bool = False
    adverbs: str = ""

    @property
    def words(self) -> str:
        """The predicate in lower case."""
        return self.low[self.predicate : self.end]


_RELATIVE: Final = alternatives(RELATIVES)
_I: Final = r"(?:i(?:'m|'ve|'d|'ll)?|im|ive|we(?:'re|'ve|'d|'ll)?|weve)(?![\w'])"
_HE: Final = r"(?:(?:he|she|they|it)(?:'s|'re|'ve|'ll|'d)?|hes|shes|theyre|theyve)(?![\w'])"
_LEAD_WORD: Final = (
    r"(?:hi+|he+y+|hello|hiya|yo|howdy|(?:good )?(?:morning|evening|afternoon)|greetings|ok(?:ay)?|k|oh+|ooh|ah+|"
    r"um+|uh|hm+|well|so+|and|but|also|plus|btw|by the way|fyi|"
    r"fwiw|just so you(?:'re aware| know)|so you know|for (?:the record|context|reference|your (?:info(?:rmation)?|"
    r"reference))|for what it's worth|(?:some|a bit of) (?:context|background)|"
    r"(?:a )?quick (?:intro|introduction|update|note|question|one)|as (?:you (?:may |might )?(?:know|remember)|"
    r"i (?:said|mentioned)|always|usual)|you know|actually|honestly|personally|"
    r"yes|yeah|yea|yep|yup|no(?:pe)?|nah|sure|thanks?(?: you)?(?: so much| a lot)?|ty|thx|great|cool|nice|perfect|"
    r"awesome|haha+|lol|wow|omg|ugh|argh|phew|yay|aw+|alas|"
    r"sorry|please|pls|anyways?|because|coz|cuz|cause|since|as|although|though|whereas|while|given(?: that)?|seeing as|"
    r"now|right now|at the moment|these days|nowadays|today|tonight|yesterday|recently|lately|guess what|"
    r"(?:the )?(?:good|great|bad|big|sad|exciting) news(?: is)?(?: that)?|news|"
    r"(?:one |some |small |little |another )?(?:updates?|fun facts?|random facts?|corrections?|confession|heads up|"
    r"reminder|more thing|other thing|thing)(?: is)?(?: that)?|ps|p\.s|important|"
    r"(?:please )?(?:remember|note|don't forget|do not forget|dont forget|keep in mind|bear in mind|remind yourself|be aware)(?: that)?|"
    r"i(?: just)? mean(?:t)?(?: to say)?(?: that)?|i(?: just)? (?:wanted to (?:say|let you know|mention|add|"
    r"tell you|share)|want you to (?:know|remember)|"
    r"should (?:mention|add|say|tell you|probably mention|note)|forgot to (?:say|mention|add|tell you)|"
    r"(?:have|need) to (?:say|admit|confess|add)|must (?:say|admit|confess)|can (?:tell you|say)|"
    r"thought i'd (?:mention|let you know)|told you|said|mentioned|realized|realised|found out|forgot)(?: that)?|"
    r"i(?:'m|m| am) (?:afraid|sure|glad|happy to say|proud to say|pleased to say|so happy|happy|so excited|"
    r"excited)(?: that)?|did i (?:tell|mention)(?: you)?(?: that)?|you should know(?: that)?|"
    r"let me (?:introduce myself|tell you(?: about myself)?|start)|a (?:bit|little) about (?:me|myself)|about me|"
    r"(?:it )?turns out(?: that)?|to be (?:honest|fair|clear|precise|exact)|tbh|ngl|imo|imho|"
    r"in (?:my opinion|fact|general|case it (?:helps|matters)|case you(?:'re| are| were)? (?:wondering|need it|"
    r"curious|forgot|wondered))|not gonna lie|unfortunately|sadly|luckily|thankfully|happily|fortunately|finally|"
    r"eventually|"
    r"first(?:ly)?(?: of all)?|second(?:ly)?|third(?:ly)?|lastly|in addition|additionally|besides|furthermore|"
    r"moreover|on top of that|apart from that|however|then|afterwards|meanwhile|"
    r"if (?:it|that) (?:helps|matters|makes a difference|'s (?:relevant|important))|if i(?:'m|"
    r" am) (?:being )?honest|if i (?:remember|recall)(?: correctly| right(?:ly)?)?|if you(?: need| must|"
    r" want to)? (?:know|remember|ask|recall)|"
    r"like|mind you|the thing is|thing is|fact is|the truth is|truth is|see|look|listen|my bad|oops|whoops|"
    r"different topic|new topic|unrelated|off topic|"
    r"from (?:now|today|tomorrow|next (?:week|month|year)|(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)) on(?:wards)?|"
    r"(?:as|starting|beginning) (?:of|from|in|on|next)? ?(?:\w+ ?){1,2}|in (?:20\d\d|january|february|march|april|"
    r"may|june|july|august|september|october|november|december)|(?:next|last|this) (?:\w+)|"
    r"instead|otherwise|generally|in particular|especially|even|just|still|again|once again|anyhow|basically|essentially)"
)
_LEAD: Final = re.compile(rf"(?:[^\w'\"$+]|(?<![\w']){_LEAD_WORD}(?![\w'])(?!\s*(?:,\s*)?(?:is|was|are)\b))*")
_HEDGE_WORD: Final = (
    r"(?:i (?:think|guess|believe|suppose|feel like|reckon|mean)|i'm (?:pretty |fairly |quite )?sure|apparently|"
    r"probably|maybe|perhaps|i might be)"
)
_HEDGE: Final = re.compile(rf"(?:{_HEDGE_WORD}(?:\s+that)?[\s,]+)")

_NAME: Final = r"[A-ZÀ-Ý][\w-]*[a-zà-ÿ](?:\s+[A-ZÀ-Ý][\w-]*[a-zà-ÿ])?"
_AGE_OF: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[\s-]*(?:year|month|yr|"
    r"y\/?o)s?[\s-]*(?:olds?)?\s+"
)
_MY_RELATIVE: Final = re.compile(
    r"(?:(?:my|our|me)\s+|(?=(?:mum|mom|dad|mam|baby|hubby|wifey|grandma|granny|nana|nan|gran|grandpa|wife|husband|"
    rf"son|daughter)\b))(?P<adjective>(?:{_AGE_OF}|(?:(?:dear|lovely|beautiful|amazing|older|younger|little|big|"
    r"elder|eldest|youngest|oldest|middle|only|best|closest|oldest|good|new|late|first|second|"
    r"future|current|wonderful|twin|baby|teenage|adult|grown-up|grown|adopted|adoptive|biological|maternal|"
    r"paternal|great|half|step|dearest|long-term|longtime|childhood|school|college|uni|two|three|four|five|other|"
    r"ex|now|soon-to-be)[\s-]+))*)"
    rf"(?P<relation>{_RELATIVE})(?!-)\b(?!\s+(?:and\s+i|in\s+law|dog|cat)\b)(?P<possessive>'s\b(?!\s+(?:a|an|the|"
    r"not|allergic|called|named|in|from|been|got|just|now|very|so|really|vegan|vegetarian|\d+|\w+ing)\b)|"
    r"s'(?!\w))?"
)
_MY_THING: Final = re.compile(r"(?:my|our)\s+")
_WITH_NAME: Final = re.compile(rf"\s*(?:,\s*|\(\s*)?(?P<name>{_NAME})")
_LOW_NAME: Final = re.compile(
    r"\s+(?P<name>(?!\w+(?:ly|ed|ing)\b)[a-zà-ÿ]{2,12})(?=\s+(?:is|has|was|works|lives|loves|hates|turned|who|"
    r"moved|and\s+(?:i|we))\b)"
)
_FILLER: Final = (
    r"(?:always|usually|really|actually|just|also|still|now|currently|recently|finally|already|both|all|absolutely|"
    r"totally|definitely|certainly|only|mostly|mainly|generally|normally|typically|often|"
    r"sometimes|rarely|seldom|hardly|personally|honestly|literally|basically|officially|originally|happily|legally|"
    r"both|even|simply|truly|particularly|especially|quite|so|kinda|kind\s+of|sort\s+of|pretty|"
    r"very|much|deeply|secretly|newly|freshly|ever|soon|never|no\s+longer|not|fucking|damn|bloody|temporarily|"
    r"unfortunately|sadly|lately|myself|proudly|regularly|genuinely|severely|mildly|highly|"
    r"deathly|very\s+much|well|more\s+than|a\s+bit|almost|nearly|about|first|then|tend\s+to|eventually|gladly|"
    r"basically|strictly|obviously|sure|do|too|slightly|probably|apparently|recently|newly)"
)
_AUXILIARY: Final = (
    r"(?:am|are|is|was|were|been|being|have|has|had|having|do|does|did|will|would|can|could|should|might|may|must|"
    r"shall|'m|'re|'s|'ve|'ll|'d|"
    r"isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|don't|doesn't|didn't|won't|wouldn't|can't|cannot|couldn't|shouldn't|ain't|"
    r"isnt|arent|wasnt|havent|hasnt|dont|doesnt|didnt|wont|wouldnt|cant|couldnt|used\s+to|going\s+to|gonna|"
    r"about\s+to|planning\s+to|due\s+to|set\s+to)"
)
_MAIN_HAVE: Final = re.compile(
    rf"(?:have|has|had|having|'ve|ive|weve|theyve)(?!\s+(?:{_FILLER}\s+)*(?:been|gone|lived|worked|had|got|gotten|"
    r"moved|become|become|loved|hated|known|quit|left|lost|taken|given|made|done|seen|started|stopped|switched|"
    r"decided|"
    r"bought|sold|broken|met|begun|grown|won|found|put|cut|kept|come|run|written|built|read|drunk|eaten|sworn|"
    r"fallen|retired|joined|changed|passed|failed|finished|graduated|adopted|turned|"
    r"developed|gained|lost|signed|accepted|applied|booked|settled|used|wanted|liked|enjoyed|preferred|disliked|"
    r"relocated|resigned|divorced|separated|married|dropped|picked|spent|owned|learned|learnt|"
    r"studied|played|tried|set|joined|hired|promoted|founded|opened|closed|ordered|upgraded|replaced|renamed|"
    r"cancelled|canceled|to|\w+ed)\b)"
)
_AUX_RUN: Final = re.compile(rf"\s*(?:{_FILLER}|{_AUXILIARY})(?![\w'-])")
_BARE_VERBS: Final = (
    r"(?:work(?:s|ing|ed)?|liv(?:e|es|ing|ed)|mov(?:e|ed|ing)|lov(?:e|es|ed|ing)|like[sd]?|hat(?:e|es|ed)|"
    r"enjoy(?:s|ed)?|prefer(?:s|red)?|have|has|had|got|study(?:ing)?|studies|studied|am|was|"
    r"quit|left|start(?:ed|ing)?|stopp?ed|switched|bought|sold|adopted|married|graduated|retired|became|broke|lost|"
    r"found|joined|passed|failed|moved|turned|speak|play(?:s|ed|ing)?|own|drive|"
    r"grew|born|used\s+to|can't|can\s+not|cannot|don't|dont|do\s+not|never|always|usually|no\s+longer|currently|"
    r"originally|teach(?:es|ing)?|run(?:ning)?|manage|lead|based|taking|take|drink|eat|cook|go|"
    r"volunteer|sing|paint|write|train(?:ing)?|learn(?:ing)?|plan(?:ning)?|expecting|raised|would\s+rather|'m|got|"
    r"allergic|suffer(?:s|ing)?|need|want|will|gonna|going|just|recently|also|still|now|settled|stay(?:ing)?|"
    r"dropped|gave\s+up|given\s+up|taken\s+up|took\s+up|picked\s+up|visited|went|flew|fly(?:ing)?|finished|wrote|"
    r"built|collect|climb|cycle|swim|hike|knit|bake|garden|dance|read|can|is|are|were|keep|weren't|wasn't|isn't|"
    r"aren't)"
)
_SUBJECT_AHEAD: Final = (
    rf"(?:{_I}|my|our|{_HE}|his|her|their|there|you|u|that|that's|this|these|those|"
    r"the\s+[\w'-]+(?:\s+[\w'-]+)?\s+(?:is|are|was|were|has|have|had|will|can|won't|doesn't|don't|didn't|does|got|"
    r"died)|your|its|budget\s+is|name\s+is|name's|mum|mom|dad|hubby|wife|husband|rent\s+is|everyone|people|nobody|"
    r"who|which|if|when|whenever)"
)
_SPLIT: Final = re.compile(
    r"(?:(?<=\w)|(?<=[)'\"!.]))(?:\s*[;:(),]\s*(?:(?:and|but|so|because|cause|cuz|coz|since|as|although|though|"
    r"while|plus|yet|then|or)\s+)?|\s+(?:and|but|so|because|cause|cuz|coz|since|although|though|while|plus|yet|"
    r"then|or|as)\s+|\s+[-–—]+\s+)"
    rf"(?:(?:{_FILLER}|{_LEAD_WORD})[\s,]+){{0,3}}(?=(?:{_SUBJECT_AHEAD}|{_BARE_VERBS})(?![\w-]))"
)
_RELATIVE_CLAUSE: Final = re.compile(r"\s*(?:,\s*)?\b(?:who|which)(?:'s)?\b")


# "Maisie (one of the twins) is allergic": an aside without a number or a person of its own is no part of the sentence.
_ASIDE: Final = re.compile(r"\((?!(?i:i|we|my|he|she|our)\b|[A-Z][a-z]+\))[^()\d,]{1,40}\)")


def segments(said: str) -> Iterator[Segment]:
    """The predications of a clause in their order; one without a subject of its own takes that of the one before."""
    said = _ASIDE.sub(lambda match: " " * len(match.group()), said)
    low = said.lower()
    if len(low) != len(said):
        return
    cuts = [0, *(match.end() for match in _SPLIT.finditer(low)), len(low)]
    carried = Who()
    for begin, end in pairwise(cuts):
        if begin >= end:
            continue
        segment = _segment(said, low, begin, end, carried)
        if segment is not None:
            carried = segment.who
            yield segment


def _segment(said: str, low: str, begin: int, end: int, carried: Who) -> Segment | None:
    lead = _LEAD.match(low, begin, end)
    start = lead.end() if lead else begin
    hedge = _HEDGE.match(low, start, end)
    if hedge:
        start = hedge.end()
    who, after = _who(said, low, start, end, carried)
    return _predication(said, low, start, after, end, who, hedge.group() if hedge else "")


_PRONOUN: Final = re.compile(
    r"(?:(?P<i>i|we)(?=['\s,]|$)|(?P<im>im|ive|weve|were(?=\s+(?:a|an|in|from|getting|going|moving)\b))(?!\w)|"
    r"(?P<other>he|she|they|it|you|u|hes|shes|theyre|theyve)(?=['\s,]|$)|(?P<this>this|that|there|these|those|one|"
    r"everyone|people)\b)"
)


def _who(said: str, low: str, start: int, end: int, carried: Who) -> tuple[Who, int]:
    """Whom it is about, and where the words for them end."""
    match = _PRONOUN.match(low, start, end)
    if match:
        return _pronoun(match, carried)
    relative = _MY_RELATIVE.match(low, start, end)
    if relative and not relative["possessive"]:
        name = _name_of(said, relative, end)
        return _relative(said, relative, end), name.end() if name else relative.end()
    if _MY_THING.match(low, start, end):
        return Who(noun="my"), start
    clause = _RELATIVE_CLAUSE.match(low, start, end)
    if clause:
        return _antecedent(said, low, start, carried), clause.end() - (2 if clause.group().endswith("'s") else 0)
    return _without_pronoun(said, start, end, carried)


def _antecedent(said: str, low: str, start: int, carried: Who) -> Who:
    """Whom "who" means: the relative mentioned last."""
    mentioned = list(_MY_RELATIVE.finditer(low, 0, start))
    if mentioned:
        return _relative(said, mentioned[-1], start)
    return Who(noun="") if carried.speaker else carried


def _name_of(said: str, relative: re.Match[str], end: int) -> re.Match[str] | None:
    name = _WITH_NAME.match(said, relative.end(), end) or _LOW_NAME.match(said, relative.end(), end)
    return None if name and name["name"].lower() in NOT_A_NAME else name


def _relative(said: str, relative: re.Match[str], end: int) -> Who:
    name = _name_of(said, relative, end)
    return Who(relation=relative["relation"], name=None if name is None else name["name"])


def _pronoun(match: re.Match[str], carried: Who) -> tuple[Who, int]:
    if match["i"] or match["im"]:
        return Who(speaker=True), match.end() if match["i"] else match.start()
    pronoun = match["other"]
    if pronoun is None or pronoun in {"you", "u"}:
        return Who(noun="you" if pronoun else match.group()), match.end()
    end = match.end()
    if pronoun in {"hes", "shes", "theyre", "theyve"}:  # typed without an apostrophe
        pronoun, end = (
            pronoun.rstrip("res").rstrip("v") if pronoun.startswith("they") else pronoun[:-1],
            end - (2 if pronoun[-1] == "e" else 1),
        )
    return Who(relation=carried.relation, name=carried.name, noun=carried.noun if pronoun == "it" else None, pronoun=pronoun), end


_NAMED: Final = re.compile(
    rf"(?P<name>{_NAME})(?:\s*\([^)]*\))?(?=\s+(?:is|has|was|can't|cannot|loves|hates|likes|lives|works|just|will|"
    r"and|doesn't|isn't|also)\b|'s\s+(?:allergic|a|an|in|from|vegan|vegetarian|diabetic|celiac|coeliac|asthmatic|"
    r"pregnant|lactose|gluten|called|moved|\d|turning|just|now|got)\b)"
)
# At the start of a clause a bare verb is an order or praise ("Start with...", "Love the colours"), a gerund often its subject.
_NO_SUBJECT: Final = re.compile(
    r"(?:start|move|take|play|go|keep|read|write|run|study|need|want|eat|drink|learn|plan|can|will|do|don't|dont|"
    r"do\s+not|like|love|enjoy|hate|prefer|teach|train|sing|paint|bake|cook|climb|cycle|swim|hike|knit|garden|"
    r"dance|drive|manage|lead|collect|volunteer|fly|are|is|were|was|has|always|never|just|now|also|still|speak|own|"
    r"stay)\b"
    r"|\w+ing\b(?=.*\b(?:is|isn't|was|wasn't|can|has|makes|feels|keeps|helps|requires|takes|seems|sounds)\b)"
)
_THIRD_PERSON: Final = re.compile(
    r"(?:work|live|move|love|like|hate|enjoy|prefer|studie|speak|play|own|teache|suffer|run|take)s|has|is|was|are|"
    r"were|isn't|wasn't"
)
_BARE_START: Final = re.compile(rf"{_BARE_VERBS}(?![\w-])")


def _has_subject(who: Who) -> bool:
    return bool(who.speaker or who.relation or who.name or who.noun or who.pronoun)


def _without_pronoun(said: str, start: int, end: int, carried: Who) -> tuple[Who, int]:
    named = _NAMED.match(said, start, end)
    if named:
        return Who(name=named["name"]), named.end()
    low = said.lower()
    bare = _BARE_START.match(low, start, end)
    if bare and (_has_subject(carried) or not _NO_SUBJECT.match(low, start, end)):
        if start and _has_subject(carried):
            return carried, start
        return Who(speaker=start == 0 or not carried.noun) if not _THIRD_PERSON.fullmatch(bare.group()) else Who(noun=""), start
    return Who(noun=""), start


_JOINED: Final = re.compile(r"(?:im|ive|weve|were)(?!\w)")
_DO_AUXILIARY: Final = re.compile(r"\s+(?:not|really|love|like|enjoy|prefer|hate|have|live|work|still|also|eat|drink)\b")
_GOING_TO_DO: Final = re.compile(r"\s+[a-z]+\b(?<!\bthe)(?<!\ba)")


def _predication(said: str, low: str, start: int, after: int, end: int, who: Who, hedge: str) -> Segment:
    place = after
    flags: set[str] = set()
    taken: list[str] = []
    if who.speaker and (match := _JOINED.match(low, place, end)):
        flags.add("be" if match.group() in {"im", "were"} else "perfect")
        place = match.end()
    while match := _AUX_RUN.match(low, place, end):
        word = match.group().strip()
        if word in {"have", "has", "had", "having", "'ve"} and _MAIN_HAVE.match(low, match.end() - len(word), end):
            break
        if word == "do" and not _DO_AUXILIARY.match(low, match.end(), end):
            break
        if word == "well" or (word == "going to" and not _GOING_TO_DO.match(said, match.end(), end)):
            break
        taken.append(word)
        place = match.end()
    while place < end and low[place].isspace():
        place += 1
    return _flagged(Segment(said, low, start, place, end, who), taken, flags, hedge)


_BE: Final = frozenset("am are is was were been being 'm 're isn't aren't wasn't weren't ain't isnt arent wasnt be".split())
_NEGATIONS: Final = frozenset(
    """isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't ain't isnt
    arent wasnt havent hasnt dont doesnt didnt wont wouldnt cant couldnt not never no_longer hardly rarely seldom""".replace(
        "_", " "
    ).split()
)
_PAST: Final = frozenset("was were had did wasn't weren't hadn't didn't didnt wasnt".split())
_FUTURE: Final = frozenset(
    ["will", "'ll", "going to", "gonna", "about to", "planning to", "due to", "set to", "won't", "wont", "shall", "soon"]
)
_PERFECT: Final = frozenset("have has 've haven't hasn't havent hasnt".split())
_HEDGES: Final = frozenset({"probably", "apparently", "maybe", "kinda", "kind of", "sort of"})
_MODAL: Final = frozenset("'d would could should might may must wouldn't couldn't shouldn't wouldnt couldnt".split())
_ANY_MORE: Final = re.compile(r"\b(?:any\s?more|any\s+longer|(?:so|that|as)\s+much\s+(?:now|these\s+days|lately))\b")


def _flagged(segment: Segment, taken: list[str], flags: set[str], hedge: str) -> Segment:
    words = frozenset(" ".join(word.split()) for word in taken)
    is_be = "be" in flags or not words.isdisjoint(_BE)
    negated = not words.isdisjoint(_NEGATIONS)
    any_more = negated and _ANY_MORE.search(segment.low, segment.predicate, segment.end) is not None
    return Segment(
        segment.said,
        segment.low,
        segment.begin,
        segment.predicate,
        segment.end,
        segment.who,
        copula=is_be or "'s" in words,
        negated=negated,
        no_longer=any_more or "no longer" in words,
        past=not words.isdisjoint(_PAST),
        used_to="used to" in words and not is_be,
        perfect="perfect" in flags or not words.isdisjoint(_PERFECT),
        future=not words.isdisjoint(_FUTURE),
        modal=not words.isdisjoint(_MODAL),
        hedged=bool(hedge) or not words.isdisjoint(_HEDGES),
        adverbs=" ".join(" ".join(word.split()) for word in taken),
    )
