"""Said in passing: whom and what somebody has, likes, does, and no longer does."""

from typing import Final

from perdure.memories.extraction.english.health import MEDICINE
from perdure.memories.extraction.english.passing import CAR_MODELS, FOOD, NAME, RELATIVE, passing, reacts
from perdure.memories.extraction.english.words import ANIMALS, CAR_MAKES, RELATIVES, SPORTS
from perdure.memories.extraction.found import alternatives

__all__ = ["LIFE_IN_PASSING"]

LIFE_IN_PASSING: Final = (
    passing("put", rf"\bput\s+me\s+(?:back\s+)?on\s+(?:some\s+)?{MEDICINE}", "medication"),
    passing("diagnosed", r"\bdiagnosed\s+(?:me|us)\s+with\s+", "condition", "listed"),
    passing(
        "fan",
        r"^\W*(?:not|never\s+been)\s+(?:really\s+)?(?:an?\s+)?(?:big\s+|huge\s+|great\s+|massive\s+)?fan\s+of\s+",
        "dislikes",
        "listed",
    ),
    passing(
        "free spare",
        r"\bin\s+my\s+(?:free|spare)\s+time,?\s+i\s+(?:(?:like|love)\s+to\s+|usually\s+|mostly\s+|often\s+|also\s+|"
        r"mainly\s+)*(?!'m|am\b|have\b|was\b|love\b|like\b|enjoy\b|play\b|do\b|go\b)",
        "hobby",
        "aim",
    ),
    passing(
        "thing passion jam",
        r"(?:^\W*|[,.;!]\s*|\b(?:but|and|because)\s+)(?P<v>[a-z]+(?:\s[a-z]+)?)\s+is\s+(?:really\s+)?my\s+(?:thing|"
        r"passion|jam|great\s+love|biggest\s+passion)\b",
        "hobby",
        sure=lambda _said, match: match["v"].lower() not in {"it", "that", "this", "he", "she", "what", "which", "work", "you"},
    ),
    passing(
        "got bought",
        r"\b(?:got|bought)\s+(?:myself\s+)?a\s+new\s+[\w-]+,\s+(?:an?|"
        r"the)\s+(?P<v>(?-i:[A-Z][\w-]+(?:\s[A-Z0-9][\w-]*)*))",
        "owns",
    ),
    passing(
        "canceled cancelled quit ended",
        r"\b(?:cancell?ed|quit|ended)\s+(?:my|our)\s+(?P<v>(?-i:[A-Z][\w'&+-]*(?:\s[A-Z][\w'&+-]*)*)|"
        r"gym)\s+(?:subscription|membership|account|plan)\b",
        "membership",
        ends=True,
    ),
    passing(
        "subscription membership",
        r"\b(?:have|got|'ve\s+got|bought|signed\s+up\s+for|"
        r"started)\s+an?\s+(?P<v>(?-i:[A-Z][\w'&+-]*(?:\s[A-Z][\w'&+-]*)*)|gym)\s+(?:subscription|membership)\b",
        "membership",
    ),
    passing(
        "know code program develop",
        r"\bi\s+(?:also\s+|only\s+|already\s+|mostly\s+|mainly\s+)*(?:know|code\s+(?:mostly\s+|mainly\s+)?in|"
        r"program\s+(?:mostly\s+)?in|develop\s+(?:mostly\s+)?in)\s+(?=(?-i:[A-Z][\w+#.-]*))(?!(?-i:I\b|He\b|She\b|"
        r"You\b|That\b|It\b))(?=(?-i:[A-Z][\w+#]*(?:\s*[.,!]|\s+and|$|\s+(?:well|pretty|quite|a\s+bit|already))))",
        "skill",
        "listed",
    ),
    passing(
        "into",
        r"\b(?:i|we|i've|we've|then|instead|and|,)\s*(?:'ve\s+)?(?:have\s+)?(?:also\s+|really\s+|recently\s+|"
        r"just\s+)*(?:got|gotten|been)\s+(?:really\s+|back\s+|very\s+|quite\s+|so\s+)*into\s+(?!trouble|bed|college|"
        r"university|the\s+(?:car|habit|program|school)|it\b|this\b|that\b|an?\s|them|my\b|med\s+school|grad\s+school|"
        r"law\s+school|(?-i:[A-Z])|there|work|debt|him|her)(?:doing\s+|playing\s+|making\s+)?",
        "hobby",
        "into",
    ),
    passing(
        "over done",
        r"(?:^\W*|[,.;!]\s*|\b(?:so|and|but|btw|anyway|"
        r"sadly)\s+)(?P<v>(?:the\s+)?[a-z]+(?:ing)?)\s+(?:thing\s+)?is\s+(?:definitely\s+|officially\s+)?(?:over|done|"
        r"history)\s+for\s+me\b",
        "hobby",
        ends=True,
        sure=lambda _said, match: match["v"].lower().endswith("ing") or match["v"].lower() in SPORTS,
    ),
    passing(
        "dating seeing",
        r"\b(?:dating|seeing)\s+(?:someone|somebody|this\s+(?:guy|girl|woman|man)|an?\s+(?:guy|girl|woman|"
        rf"man))\b[\s,:]+(?:called\s+|named\s+|(?:his|her)\s+name\s+is\s+)?(?P<v>(?-i:{NAME}))",
        "partner",
    ),
    passing(
        "broke split divorced separated",
        r"(?:^|[\s,])(?P<v>(?!(?:him|her|she|he|them|you|us|which|tom\s+and|what|my|ex|wife|husband|boyfriend|"
        r"girlfriend)\b)[\w'-]+)\s+and\s+(?:me|i|myself)\s+(?:have\s+|just\s+|recently\s+|"
        r"finally\s+)*(?:broke(?:n)?\s+up|split(?:\s+up)?|separated|got\s+divorced|are\s+(?:over|done|through))\b|"
        r"\b(?:me|i)\s+and\s+(?P<w>(?!(?:him|her|she|he|them|you|my)\b)[\w'-]+)\s+(?:have\s+|just\s+|"
        r"recently\s+)*(?:broke(?:n)?\s+up|split(?:\s+up)?|separated|are\s+over)\b",
        "partner",
        "vw",
        ends=True,
    ),
    passing(
        "died gave traded donated scrapped returned broke stolen dead totaled totalled kaput scrapped scrap",
        r"\b(?:the|my|our)\s+(?:old\s+)?(?P<v>[A-Za-z][\w-]+(?:\s+[A-Z][\w-]+)?)\s+(?:finally\s+|just\s+|has\s+|got\s+|"
        r"was\s+|is\s+)*(?:died|dead|gave\s+up|totall?ed|stolen|scrapped|broke\s+down\s+for\s+good)\b|\b(?:gave|"
        r"donated|scrapped|traded\s+in|gave\s+away|returned)\s+(?:the|my|our)\s+(?:old\s+)?(?P<w>[A-Z][\w-]+)\b",
        "car",
        "vw",
        ends=True,
        sure=lambda _said, match: (match["v"] or match["w"]).lower() in CAR_MODELS or (match["v"] or match["w"]).lower() in CAR_MAKES,
    ),
    passing(
        "hp dell lenovo thinkpad macbook iphone pixel samsung asus acer ipad kindle laptop laptops died gave",
        r"\bmy\s+(?:old\s+)?(?P<v>hp|dell|lenovo|thinkpad|macbook(?:\s+(?:pro|air))?|iphone(?:\s+\d+)?|"
        r"pixel(?:\s+\d+)?|samsung(?:\s+\w+)?|asus|acer|ipad|kindle)\s+(?:finally\s+|just\s+|has\s+)?(?:died|gave\s+up|"
        r"is\s+dead|got\s+stolen|was\s+stolen)\b(?!\s+again)",
        "owns",
        ends=True,
    ),
    passing(
        "bought ordered got",
        r"\b(?:bought|ordered|got\s+myself|treated\s+myself\s+to)\s+(?:the|"
        r"an?)\s+(?P<v>(?-i:(?:[A-Z][\w-]+\s+){0,2}[A-Z][\w-]*\d[\w-]*(?:\s+(?:Pro|Max|Plus|Ultra|Air))?))",
        "owns",
    ),
    passing(
        "no nothing without",
        rf"\bno\s+(?P<v>{FOOD})\s+for\s+(?:me|us)\b|\bnothing\s+with\s+(?P<w>{FOOD})\b[^.!?]*\b(?:i\s+(?:carry|have)|"
        r"i'm)\b",
        "allergy",
        "vw",
        sure=reacts,
        confidence=0.7,
    ),
    passing(
        "allergy allergies",
        r"\b(?:my|i\s+have\s+an?|i've\s+got\s+an?|due\s+to\s+my|because\s+of\s+(?:my|an?)|due\s+to\s+an?|with\s+my|"
        r"have\s+an?)\s+(?:\w+ly\s+|severe\s+|bad\s+|serious\s+|mild\s+)*(?P<v>[a-z-]+(?:\s+[a-z-]+)?)\s+allergy\b",
        "allergy",
        sure=lambda _said, match: match["v"].lower() not in {"food", "seasonal", "skin", "severe", "new", "old", "only", "an"},
    ),
    passing(
        "kids children boys girls sons daughters twins",
        r"\b(?:me|us)\b[^.!?]{0,60}?(?:,|\band|\bplus)\s+(?:my\s+|our\s+)?(?P<v>(?:two|three|four|five|2|3|"
        r"4)\s+(?:kids|children|boys|girls|sons|daughters|toddlers|teenagers))\b|\b(?:me|us),[^.!?]{0,50}?(?:,|"
        r"\band)\s+the\s+(?P<w>twins|kids|children|boys|girls)\b",
        "child",
        "vw",
    ),
    passing(
        "mother father mom mum dad parent mama papa",
        r"\b(?:mother|father|mom|mum|dad|parent)\s+(?:of|to)\s+(?:(?:two|three|four|"
        rf"five)\s*[,:(]\s*)?(?P<v>(?-i:{NAME})(?:(?:\s*,\s*|\s+and\s+|\s+&\s+)(?-i:{NAME})){{0,4}})",
        "child",
        "names",
    ),
    passing(
        " ".join(sorted(ANIMALS)),
        rf"(?P<v>(?-i:{NAME}))\s*(?:\(\s*(?:(?:my|our|the|a)\s+)?|,\s*(?:my|our)\s+|"
        rf"\s+the\s+)(?:[\w-]+\s+){{0,2}}?{alternatives(ANIMALS)}\b(?!\s+(?:shop|food|hospital|show|park|person|"
        r"in\s+the\s+hat))",
        "pet",
        confidence=0.8,
    ),
    passing(
        "twins kids boys girls children triplets",
        rf"(?P<v>(?-i:{NAME}))\s*[,(]\s*(?:one\s+of\s+(?:the|my|our)|the\s+(?:older|younger|eldest|youngest|oldest|"
        r"middle|little)\s+(?:one|of))\s+(?:twins|kids|boys|girls|children|triplets)",
        "child",
        confidence=0.8,
    ),
    passing(
        "baby puppy kitten dog cat pup",
        r"\bthe\s+(?P<what>baby|puppy|kitten|pup|new\s+baby|new\s+puppy)\s*(?:is|'s)\s+(?:called\s+|"
        rf"named\s+)?(?P<v>(?-i:{NAME}))(?=\s*[.,!;]|$)",
        "pet",
        "baby",
    ),
    passing(
        " ".join(sorted(word for word in RELATIVES if "_" not in word)),
        rf"(?P<v>(?-i:{NAME}))(?:\s*(?:,|\()\s*(?:who(?:'s|\s+is)\s+|she's\s+|he's\s+)?|\s+(?:is|"
        r"was)\s+(?:basically\s+|actually\s+|like\s+|also\s+|now\s+)?)(?:my|"
        rf"our)\s+(?:[\w-]+\s+){{0,2}}?(?P<rel>{RELATIVE})(?!')\b",
        "kin",
        "kin",
        confidence=0.8,
    ),
    passing(
        "treasurer president secretary chair chairman chairwoman captain member vice",
        r"\b(?:i'm|i\s+am|as|elected|became)\s+(?:now\s+)?(?:the\s+|an?\s+)?(?:new\s+|vice\s+|vice-)?(?:treasurer|"
        r"president|secretary|chair(?:man|woman|person)?|captain|member)\s+(?:now\s+)?(?:of|at|in)\s+(?:the\s+|my\s+|"
        r"our\s+)?(?P<v>(?:[\w'&-]+\s+){0,4}?(?:club|society|choir|team|association|union|league|board|group|committee|"
        r"council|orchestra))\b",
        "membership",
    ),
    passing(
        "joined",
        r"\b(?:i|we|i've|we've)\s+(?:have\s+|just\s+|'ve\s+|recently\s+)*joined\s+(?:the|an?|my|our)\s+(?:local\s+|"
        r"new\s+)?(?P<v>(?:[\w'&-]+\s+){0,4}?(?:gym|club|choir|society|team|band|league|centre|center|studio|orchestra|"
        r"group|association|dojo|co-?op))\b",
        "membership",
        sure=lambda _said, match: (
            len(match["v"].split()) > 1 or match["v"].lower() in {"gym", "choir", "band", "orchestra", "dojo", "club", "league", "union"}
        ),
    ),
    passing(
        "like love hate",
        r"^\W*(?:and\s+|but\s+)?(?P<v>(?-i:[A-Z])?[a-z]+(?:ing)?)\s+i\s+(?:really\s+|do\s+)?(?P<how>like|love|"
        r"hate)\s*[.,!]",
        "likes",
        sure=lambda _said, match: (
            match["v"].lower() not in {"what", "that", "this", "which", "one", "it", "yes", "no", "things", "all"}
            and match["how"] != "hate"
        ),
    ),
)
