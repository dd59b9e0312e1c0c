"""Tastes, pastimes and skills in other shapes: "makes me gag", "nothing beats", "it's swimming for me now", "I can weld"."""

import re
from typing import Final

from perdure.memories.extraction.english.wider_classes import CRAFT, CRAFTS
from perdure.memories.extraction.english.wider_rules import NP, OPEN, SPEAKER, START, Rule, fact, preference, rule

__all__ = ["TASTES"]

_NOT_NOW: Final = re.compile(
    r"\b(?:this|that|these|those|your|it|them|idea|ideas|version|answer|option|options|suggestion|suggestions|"
    r"plan|one|ones|result|results|code|error|errors|here|"
    r"today|tonight|tomorrow|right\s+now|file|files|page|design|layout|draft|approach|essay|paper|project|app|"
    r"tests?|bug|bugs|you|content|look|looks|what|how|when\s+people\s+say|meeting|homework)\b",
    re.IGNORECASE,
)
_PLAYED: Final = (
    r"(?:the\s+)?(?:\w+\s+)?(?:piano|violin|viola|cello|guitar|flute|oboe|clarinet|sax(?:ophone)?|trumpet|"
    r"trombone|harp|drums|bass|ukulele|banjo|accordion|organ|bassoon|horn|tuba|fiddle|mandolin|sitar|tabla|"
    r"bagpipes|recorder|keyboards?|percussion)"
)
_GROUP: Final = r"(?:choir|orchestra|band|quartet|ensemble|chorus|brass\s+band|ceilidh\s+band|team|league|club|troupe|company|squad)"
_SKILLS: Final = (
    r"(?:weld|sew|knit|juggle|whistle|drive\s+a\s+\w+|ride\s+a\s+\w+|play\s+(?:the\s+)?\w+|sing|draw|paint|"
    r"cook|bake|code|program|type\s+\w+|touch-type|read\s+music|read\s+braille|"
    r"solder|wire\s+(?:a\s+\w+|\w+)|plaster|lay\s+bricks|tile|swim|ski|surf|skate|dance|climb|fly\s+\w+|sail|"
    r"do\s+(?:a\s+handstand|magic|the\s+splits|sums)|speak\s+\w+|sign|milk\s+a\s+\w+|shear\s+\w+|whittle|"
    r"crochet|carve|fix\s+\w+|shoot|box|fence|dive)"
)


def _lasting(said: str, match: re.Match[str]) -> bool:
    """Whether what is liked or not is no answer, plan or work of the moment."""
    groups = [value for value in match.groupdict().values() if value]
    return not any(_NOT_NOW.search(value[:60]) for value in groups) and not re.search(
        r"\b(?:he|she|they|everyone|people|customers?|users?|kids|my\s+(?:boss|sister|brother|mum|dad|wife|husband|"
        r"friend|cat|dog|son|daughter|neighbou?r))\b",
        said[: match.start() + 4],
        re.IGNORECASE,
    )


_THING: Final = (
    r"(?:^\W*|[.,;!]\s*|\b(?:and|but|because|honestly|tbh|ugh|sorry|though|plus)\s+)(?!it\b|that\b|this\b|he\b|"
    r"she\b|they\b|you\b|which\b|what\b|i\b|we\b|there\b)(?P<{0}>(?:[\w'&-]+\s+){{0,3}}?[\w'&-]+)"
)
_DISLIKED: Final = _THING.format("dislikes")
_LIKED: Final = _THING.format("likes")

TASTES: Final[tuple[Rule, ...]] = (
    rule(
        "gag sick puke vomit retch cringe shudder skin crawl wall mental bananas creeps shivers heebie-jeebies",
        rf"{_DISLIKED}\s+(?:always\s+|just\s+|still\s+|really\s+)?(?:makes?|give|gives|drives?|turns?)"
        rf"\s+(?:me\s+(?:gag|feel\s+sick|sick|puke|vomit|retch|cringe|shudder|the\s+(?:creeps|heebie-jeebies|"
        rf"shivers)|up\s+the\s+wall|mental|mad|bananas|insane|nuts)|my\s+(?:skin\s+crawl|stomach\s+turn))",
        sure=_lasting,
    ),
    rule(
        "head nerves goat peeve nightmare pet",
        rf"{_DISLIKED}\s+(?:still\s+|really\s+|always\s+)?(?:does\s+my\s+head\s+in|gets\s+on\s+my\s+nerves|"
        rf"gets\s+my\s+goat|is\s+my\s+(?:pet\s+peeve|worst\s+nightmare)|leaves?\s+me\s+cold|bores?\s+me(?:\s+\w+)*|"
        rf"doesn't\s+do\s+it\s+for\s+me|don't\s+do\s+it\s+for\s+me)",
        sure=_lasting,
    ),
    rule(
        "not me thing cup bag jam",
        rf"{_DISLIKED}\s+(?:is|are|'s|isn't|aren't|was|just\s+isn't|just\s+aren't|really\s+isn't)\s+(?:really\s+|"
        rf"just\s+|so\s+)?(?:not\s+)?(?:for\s+me|my\s+(?:thing|cup\s+of\s+tea|bag|jam|scene))\b",
        sure=lambda said, match: _lasting(said, match) and re.search(r"\bnot\b|n't\b", match.group()) is not None,
    ),
    rule(
        "stand bear abide stomach",
        rf"{SPEAKER}(?:can't|cannot|cant|couldn't|could\s+never|can\s+not)\s+(?:\w+\s+)?(?:stand|bear|abide|stomach)"
        rf"\s+(?:the\s+(?:taste|smell|sound|sight|texture)\s+of\s+)?(?P<dislikes_np>{NP})",
        sure=_lasting,
    ),
    rule(
        "off gone",
        rf"\b(?:i've|i\s+have|i|we've)\s+(?:\w+\s+)?(?:gone|went)\s+(?:right\s+|completely\s+|totally\s+|a\s+bit\s+|"
        rf"clean\s+)?off\s+(?P<dislikes_np>{NP})",
        sure=_lasting,
    ),
    rule(
        "don't do never touch eat wouldn't hate detest loathe despise",
        rf"{SPEAKER}(?:(?:just\s+)?(?:don't\s+do|won't\s+touch|wouldn't\s+touch|never\s+touch|don't\s+touch|detest|loathe|"
        rf"despise|hate|have\s+never\s+liked|never\s+liked|am\s+sick\s+of|really\s+don't\s+like|never\s+cared\s+for|"
        rf"don't\s+care\s+for|have\s+no\s+time\s+for|don't\s+get\s+on\s+with|avoid))\s+(?P<dislikes_ls>(?!to\b|"
        rf"that\b|how\b|when\b|what\b|having\s+to){NP})",
        sure=_lasting,
        confidence=0.65,
    ),
    rule(
        "fan fond keen partial",
        rf"{SPEAKER}(?:i'm\s+|im\s+|i\s+am\s+|was\s+)?(?:not|never|no)\s+(?:\w+\s+)?(?:a\s+)?(?:(?:big|huge|great|massive)"
        rf"\s+)?(?:fan\s+of|fond\s+of|keen\s+on|partial\s+to|into|one\s+for)\s+(?P<dislikes_ls>{NP})",
        sure=_lasting,
    ),
    rule("beats beat nothing", rf"\bnothing\s+(?:quite\s+)?beats\s+(?P<likes_np>{NP})", sure=_lasting),
    rule(
        "fan fond keen partial mad crazy nuts sucker obsessed addicted hooked big huge lover devotee",
        rf"{SPEAKER}(?:i'm\s+|im\s+|i\s+am\s+|was\s+)?(?:(?:a|an)\s+)?(?:(?:big|huge|great|massive|total|lifelong|"
        rf"die-hard|really|so|absolutely|quite|rather|very|completely|still|now)\s+)*(?:fan\s+of|fond\s+of|"
        rf"keen\s+on|partial\s+to|mad\s+(?:about|for|on)|crazy\s+about|nuts\s+about|(?:a\s+)?sucker\s+for|"
        rf"obsessed\s+with|addicted\s+to|hooked\s+on|wild\s+about|passionate\s+about|into)\s+(?P<likes_ls>{NP})",
        sure=lambda said, match: _lasting(said, match) and "not" not in match.group().split(),
    ),
    rule(
        "soft weakness spot penchant thing love fondness passion",
        rf"\b(?:i've|i\s+have|have|always\s+had|got)\s+(?:\w+\s+)?(?:a|this)\s+(?:real\s+|big\s+|huge\s+|"
        rf"bit\s+of\s+a\s+)?(?:soft\s+spot|weakness|penchant|thing|fondness|passion|sweet\s+tooth)"
        rf"\s+for\s+(?P<likes_np>{NP})",
        sure=_lasting,
    ),
    rule(
        "thing jam passion bag heaven comfort weakness pleasure joy where",
        rf"{_LIKED}\s+(?:is|are|'s)\s+(?:really\s+|totally\s+|just\s+|more\s+|always\s+|still\s+|"
        rf"very\s+much\s+)*(?:my\s+(?:thing|jam|bag|passion|happy\s+place|comfort\s+food|guilty\s+pleasure|weakness|"
        rf"go-to|kind\s+of\s+\w+)|where\s+it's\s+at(?:\s+for\s+me)?|more\s+my\s+thing)",
        sure=lambda said, match: _lasting(said, match) and not re.search(r"\bnot\b|n't", match.group()),
    ),
    rule(
        "live lives thursdays swear worship adore",
        rf"{SPEAKER}(?:(?:actually|basically|absolutely)\s+)*(?:live\s+for|swear\s+by|worship|adore)\s+(?P<likes_ls>{NP})",
        sure=lambda said, match: _lasting(said, match) and "used" not in said[: match.start() + 12].lower(),
    ),
    rule(
        "used",
        rf"\bused\s+to\s+(?:swear\s+by|love|like|adore|drink|be\s+all\s+about)\s+(?P<no_likes>[\w\s-]{{2,30}}?)"
        rf",?\s+(?:but\s+)?(?:these\s+days|now|nowadays)\s+(?:it's|i'm\s+(?:all\s+about|into|on)|i\s+(?:prefer|"
        rf"drink|like|love))\s+(?P<likes_np>{NP})",
    ),
    rule(
        "any over give day week all way",
        r"\b(?:give\s+me|i'd\s+take|i'll\s+take|i'd\s+(?:eat|have))\s+(?:a\s+|an\s+|"
        r"good\s+)*(?P<likes_np>[\w\s'-]{2,40}?)\s+(?:any\s+day|for\s+breakfast|over\s+\w+|every\s+(?:day|time))|"
        r"^\W*(?P<likes>[\w'-]+(?:\s[\w'-]+)?)\s+(?:all\s+the\s+way|every\s+time|any\s+day)\b",
        sure=_lasting,
    ),
    rule(
        "never not over",
        r"^\W*(?P<likes>[a-z]+(?:\s[a-z]+)?),\s+never\s+(?P<dislikes>[a-z]+(?:\s[a-z]+)?)\s*[.!]*$",
        sure=lambda said, match: (
            _lasting(said, match)
            and match["likes"].lower()
            not in {
                "no",
                "yes",
                "sorry",
                "ok",
                "well",
                "sure",
                "please",
                "maybe",
                "actually",
                "now",
                "today",
                "better late",
                "thanks",
                "fine",
                "hey",
                "always",
            }
        ),
    ),
    rule(
        "person type guy girl kind",
        r"\b(?:i'm|im|i\s+am|i've\s+always\s+been|always\s+been|more\s+of)"
        r"\s+(?:more\s+of\s+)?(?:much\s+)?(?:an?\s+)(?P<likes>(?!morning|people|night|good|bad|kind|private|busy|"
        r"nice|happy|terrible|visual|third|first|second|new)\w+)\s+(?:person|guy|girl|gal|lover|addict|nut|fanatic|"
        r"enthusiast|obsessive|buff|geek|nerd)\b",
        sure=_lasting,
    ),
    rule(
        "only colour color wear ever drink eat read listen watch",
        r"\b\w+\s+(?:is|are)\s+(?:the\s+only|about\s+the\s+only)\s+\w+\s+i\s+(?:ever\s+)?(?:wear|drink|eat|read|"
        r"watch|like|listen|buy|use)\b|\bi\s+only\s+(?:ever\s+)?(?:wear|drink|eat|read|listen\s+to|watch)\s+\w+",
        preference,
    ),
    rule(
        "mild spicy hot stomach sweet sour bland",
        r"^\W*(?:(?:no|only|nothing|mild|extra|less|not\s+too)\s+)+(?:spicy|mild|hot|sweet|food|spice|sour|fried|"
        r"raw)\b(?=[^.;!?]*\b(?:in\s+whatever|always|ever|stomach|for\s+me|please)\b)|^\W*mild\s+food\b",
        preference,
    ),
    rule(
        "prefer rather suit suits",
        r"\b(?:voice|text|email|calls|mornings?|evenings?|weekends?|\w+\s+commands)\s+suits?\s+me\s+(?:better|best|"
        r"more)\b|\bi(?:'ve)?\s+always\s+(?:preferred|favou?red)\s+\w+",
        preference,
    ),
    rule(
        "favourite favorite fave",
        r"\b(?:my\s+)?(?:all[\s-]time\s+)?(?:favou?rite|fave)\s+(?P<noun>colou?r|film|movie|book|band|song|singer|"
        r"author|food|dish|animal|season|city|drink|game|sport|team|show|series|cake|flower|fruit|cuisine)"
        r"(?:\s+(?:of\s+all\s+time|ever))?\s*(?:\?|:|has\s+(?:got\s+)?to\s+be|would\s+have\s+to\s+be|must\s+be|"
        r"is\s+probably|hands\s+down)\s*(?P<fav_np>[^.;!?]{2,50})",
        sure=_lasting,
        asking=True,
    ),
    # --- pastimes
    rule(
        "gave given quit dropped stopped packed up retired no",
        rf"{SPEAKER}(?:gave\s+up|given\s+up|quit|dropped|packed\s+in|stopped(?:\s+(?:doing|playing|going\s+to))?|"
        rf"had\s+to\s+(?:quit|give\s+up)|hung\s+up\s+my|done\s+with)\s+(?:the\s+|my\s+|"
        rf"playing\s+(?:the\s+)?)?(?P<no_hobby>{CRAFT})(?![\w-])",
    ),
    rule("no more", rf"{START}(?:so\s+)?no\s+more\s+(?P<no_hobby>{CRAFT})\b(?:\s+(?:for\s+me|since|now)|[,.]|$)"),
    rule("dropped quit gave stopped", rf"^\W*(?P<no_hobby>{CRAFT})\?\s+(?:dropped|quit|gave|stopped)"),
    rule(
        " ".join(word for craft in CRAFTS for word in craft.split("_")),
        rf"\bit's\s+(?:all\s+)?(?P<hobby>{CRAFT})\s+(?:for\s+me\s+)?(?:now|these\s+days|instead|for\s+me)\b",
    ),
    rule(
        " ".join({word for craft in CRAFTS for word in craft.split("_")} | {"printing", "dancing", "karate", "making"}),
        rf"{SPEAKER}(?:i'm\s+|am\s+|been\s+)?(?:took\s+up|taken\s+up|taking\s+up|started|starting|start|back\s+(?:into|to|"
        rf"at)|got\s+(?:back\s+)?into|getting\s+into|hooked\s+on|learning|learnt|doing|do|done|do\s+a\s+bit\s+of|"
        rf"do\s+some|practi[sc]e|practi[sc]ing|teaching\s+myself|into|go|play|picked\s+up|signed\s+up\s+for|"
        rf"discovered|fell\s+in\s+love\s+with|spend\s+\w+\s+\w+)\s+(?:the\s+|some\s+|a\s+bit\s+of\s+|a\s+(?:little|"
        rf"course\s+in|class\s+in)\s+)?(?P<hobby>{CRAFT})(?![\w-])",
        sure=lambda said, match: (
            re.search(r"\b(?:this\s+(?:morning|afternoon)|right\s+now|tonight|tests?|server|script)\b", said, re.IGNORECASE) is None
            or "took up" in match.group().lower()
        ),
    ),
    rule(
        "play plays sing dance drum fiddle",
        rf"{SPEAKER}(?:play|sing|dance|drum|conduct|row|bowl|swim)\s+(?:(?:first|second|lead|alto|tenor|soprano|"
        rf"bass|{_PLAYED})\s+){{0,2}}(?:in|with|for)\s+(?:(?:a|an|the|our|my)"
        rf"\s+)?(?P<membership>(?:[\w-]+\s+){{0,3}}?{_GROUP})",
    ),
    rule(
        "play plays played playing learning piano violin cello guitar flute oboe clarinet sax saxophone trumpet "
        "trombone harp drums ukulele banjo accordion organ bassoon horn fiddle mandolin sitar",
        rf"{SPEAKER}(?:i'm\s+)?(?:play|playing|learning|learn|practi[sc]e|teach|took\s+up)\s+(?P<hobby>{_PLAYED})\b",
        sure=lambda _said, match: not re.search(r"\b(?:if|wish|could)\b", match.group()),
    ),
    rule(
        "coach volunteer referee mentor umpire help teach tutor serve",
        r"\b(?:i|we)\s+(?:also\s+|now\s+|still\s+|sometimes\s+|used\s+to\s+)?(?:coach|volunteer|referee|mentor|"
        r"umpire|chair|captain|busk|foster)\s+(?:the\s+|at\s+|for\s+|with\s+|in\s+|a\s+|an\s+|on\s+)?\w+",
        fact,
    ),
    rule(
        "learning learn",
        r"\b(?:been|i'm|am|i\s+am|started|also)\s+(?P<hobby_np>learning\s+(?!to\s+(?:use|write)\b)(?-i:[A-Z]\w+))",
        sure=_lasting,
    ),
    rule(
        "weekends evenings weekend sundays saturdays mornings spare free thursdays tuesdays wednesdays mondays fridays",
        r"^\W*(?:(?:on|at|most|every)\s+)?(?:weekends?|evenings|sundays|saturdays|mornings|tuesdays|thursdays|"
        r"wednesdays|mondays|fridays|(?:my\s+)?(?:spare|free)\s+time)(?:\s+and\s+\w+)?,?\s+(?:i'm|i|we're|we|"
        r"you'll\s+find\s+me|me\s+and|is\s+for|are\s+for)\b(?!\s+(?:can|need|want|could|should|will|have\s+to))",
        fact,
    ),
    rule(
        "keep",
        r"\b(?:i|we)\s+(?:also\s+)?keep\s+(?P<hobby>bees|chickens|hens|pigeons|goats|ducks|sheep|koi|quails?|alpacas|tropical\s+fish)\b",
    ),
    # --- skills
    rule(
        "can",
        rf"{OPEN}i\s+can\s+(?:also\s+|even\s+)?(?P<skill>{_SKILLS})(?=\s*(?:$|[.,;!]|and\b|but\b|like\b|pretty\b|"
        rf"well\b|quite\b|a\s+bit\b))(?:,?\s+(?:and\s+)?(?:i\s+can\s+)?(?P<skill2>{_SKILLS}))?",
    ),
    rule(
        "good great handy hopeless decent skilled brilliant useless rubbish bad terrible",
        rf"{START}(?:i'm\s+|im\s+|i\s+am\s+)?(?:pretty\s+|quite\s+|really\s+|very\s+|fairly\s+)?(?:good|great|handy|"
        rf"skilled|brilliant|decent)\s+(?:with|at)\s+(?P<skill_np>{NP})",
        sure=lambda said, match: (
            _lasting(said, match)
            and not re.search(r"[`_]|\bupdate\b", said)
            and not re.match(r"\W*(?:good|great)\s+at\s+(?:\d|\w+ing\s+my)", said, re.IGNORECASE)
        ),
    ),
)
