"""Who somebody is and where they live, told in fragments: "34, nurse, two kids", "a widow of 52", "in Leeds since May"."""

import re
from typing import Final

from perdure.memories.extraction.english.being import is_trade
from perdure.memories.extraction.english.money import EMAIL, PHONE
from perdure.memories.extraction.english.wider_classes import LANGUAGE, TRADES_TOO
from perdure.memories.extraction.english.wider_rules import OPEN, START, Rule, event, fact, rule
from perdure.memories.extraction.english.words import DEMONYMS, DIETS, RELIGIONS
from perdure.memories.extraction.found import alternatives

__all__ = ["SELF"]

_NUMBERS: Final = (
    "# ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty "
    "fifty sixty seventy eighty ninety "
    + " ".join(
        f"{ten}-{one}"
        for ten in ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        for one in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    )
)
_AGE: Final = (
    r"(?:[1-9]\d|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"sixteen|seventeen|eighteen|nineteen)"
)
_STATUS: Final = r"(?:widow(?:er)?|widowed|divorced|divorcee|married|single|separated|engaged|newlywed)"
_DIET: Final = alternatives(DIETS)
_FAITH: Final = alternatives(
    {
        *RELIGIONS,
        "jains",
        "quakers",
        "muslims",
        "catholics",
        "christians",
        "hindus",
        "sikhs",
        "buddhists",
        "mormons",
        "methodists",
        "baptists",
    }
)
_FAITHS: Final = " ".join([*RELIGIONS, *(faith + "s" for faith in RELIGIONS)])
_FOLK: Final = alternatives(DEMONYMS)
_NOT_PLACE: Final = (
    r"(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|"
    r"July|August|September|October|November|December|Christmas|Easter|I|I'm|English|French|German|Spanish|"
    r"Python|Java|Excel|Word|Google)\b)"
)
_PLACE: Final = rf"(?-i:{_NOT_PLACE}[A-ZÀ-Ý][\w'-]*[a-zà-ÿ](?:\s(?:of\s|on\s|the\s)?[A-ZÀ-Ý][\w'-]*[a-zà-ÿ])*)"
_DWELLING: Final = (
    r"(?:flat|apartment|house|place|home|studio|condo|cottage|room|bungalow|loft|townhouse|bedsit|semi|two-bed|"
    r"one-bed|three-bed|farm|flatshare|houseboat|terrace|duplex)"
)
_PRONOUNS: Final = r"(?:she|he|they|ze|xe)/(?:her|hers|him|his|them|theirs|they|zir|xem)(?:/\w+)?"


def _tells_more(said: str, match: re.Match[str]) -> bool:
    """Whether a number that opens a clause is followed by more about a person."""
    after = said[match.end() :].lower()
    named = re.match(r"\s*,?\s*(?:an?\s+)?([a-z-]+)\s*(?:,|$)", after)
    if named and (is_trade(named[1]) or named[1] in TRADES_TOO):
        return True
    return re.match(
        r"\s*(?:$|[.!]|,?\s*(?:(?:and\s+)?(?:yes|still|never|male|female|[mf]\b|nurse|retired|single|married|"
        r"divorced|widow\w*|from|living|live|with|no|two|three|one|four|a|an|"
        r"mum|mom|dad|father|mother|teacher|student|self|work\w*|engineer|vegan|vegetarian|diabetic|here|n\s+my|"
        r"and\s+i|and\s+my|going\s+on)\b))",
        after,
    ) is not None and not re.match(r"\s*(?:$|[.!])", after)


SELF: Final[tuple[Rule, ...]] = (
    rule(_NUMBERS, rf"^\W*(?:(?:hi|hello|hey|so|ok|me|i'm|im)\W+)?(?P<age>{_AGE})(?=,\s)", sure=_tells_more),
    rule(
        "im i'm am",
        rf"{OPEN}(?:i'm|im|i\s+am)\s+(?:only\s+|just\s+|already\s+|now\s+)?(?P<age>{_AGE})(?![.,]\d)(?=\s*(?:$|"
        rf"[.,;!)]|\bn\b|and\b|years|yrs|yo\b|so\b|but\b|now\b|with\b|going\b))(?!,?\s*(?:years?|days?|minutes?)"
        rf"\s+(?:late|into|in)\b)",
        asking=True,
    ),
    rule(
        _NUMBERS + " year-old yo aged year",
        rf"(?:\b(?:me|as|being|i'm|im|i\s+am|for|myself)\b,?\s+(?:an?\s+)?|^\W*)(?P<age>{_AGE})[\s-]*(?:year[\s-]old|yo|y/o)\b",
        asking=True,
    ),
    rule(
        "at confirmed today",
        rf",\s+at\s+(?P<age>{_AGE})(?=\s*(?:$|[,.!]))(?<!am)(?<!pm)",
        sure=lambda said, _match: (
            re.search(r"\b(?:diagnos\w+|confirmed|started|finally|learn\w*|beginner|my\s+first|mum|dad)\b", said, re.IGNORECASE) is not None
        ),
    ),
    rule("turned turning turn", rf"\bi(?:'ve|'m|\s+am|\s+just)?\s+(?:just\s+)?turn(?:ed|ing|)\s+(?P<age>{_AGE})\b(?!\s*(?:people|in))"),
    rule(
        "mistyped typo meant correct correction misspoke wrong",
        rf"\b(?:i'm|im|i\s+am|it's|turned)\s+(?:actually\s+)?(?P<age>{_AGE})(?=\s*(?:$|[,.!]|not\b))(?!\s*(?:%|percent|euro))",
    ),
    rule(
        "widow widower widowed divorced divorcee married single separated engaged newlywed",
        rf"(?:^\W*(?:(?:{_AGE}|me|\w+)(?:\s+here)?,\s+)?(?:an?\s+)?(?:(?:[\w-]+\s+){{0,3}}?)|\b(?:me|as|being|been|"
        rf"i'm|im|i\s+am|we're|i\s+guess\s+i'm)\b,?\s+(?:(?:now|newly|officially|recently|happily|again|"
        rf"back\s+to\s+being)\s+)*(?:an?\s+)?(?:(?:[\w-]+\s+){{0,3}}?))"
        rf"(?P<relationship>{_STATUS})(?=\s*(?:$|[.,;!)]|again\b|(?:\w+\s+)?years\b|with\s+(?:two|three|four|no|a|"
        rf"my)\b|and\s+(?:i|happ|with|liv|look|child|retired|vegan)\w*\b|now\b|mum\b|mom\b|dad\b|father\b|mother\b|"
        rf"parent\b|since\b|for\b|here\b|last\b|these\b|life\b|btw\b))",
        asking=False,
        sure=lambda said, match: (
            not re.search(
                r"\b(?:he|she|they|my\s+\w+\s+is|his|her|the|every|any|another|not\s+a|is|was|are|in\s+an?|single,)\b",
                said[: match.end()],
                re.IGNORECASE,
            )
        ),
    ),
    rule(
        " ".join(DIETS),
        rf"^\W*(?:(?:i'm|im|we're|and|also|but|still|strictly|strict|mostly|fully|newly|been|being|as\s+an?|both|"
        rf"lifelong|now|gone|went|going|turned|staying)\s+)*(?P<diet>{_DIET})(?=\s*(?:$|[.,;!)]|btw\b|here\b|"
        rf"by\s+the\s+way|since\b|for\b|now\b|household\b|myself\b|so\b|again\b|these\b))(?!,?\s+(?:or|and)"
        rf"\s+(?:not|vegan|vegetarian|gluten))(?![^.]*\b(?:recipes?|restaurants?|options?|version)\b)",
    ),
    rule(
        " ".join(DIETS),
        rf"\b(?:i'm|im|i\s+am|we're|we\s+are|i've\s+(?:been|gone)|we've\s+(?:been|gone)|i\s+(?:went|turned|eat|keep)"
        rf"|we\s+(?:went|eat|keep))\s+(?:a\s+|(?:[\w-]+\s+){{0,2}}?)(?P<diet>{_DIET})(?![\w-])(?!\s+(?:recipes?|"
        rf"restaurants?|options?|cookbook|cheese))",
        asking=True,
        sure=lambda _said, match: "not" not in match.group().lower().split(),
    ),
    rule(
        _FAITHS,
        rf"\b(?:i'm|im|i\s+am|we're|we\s+are|being|us\s+being|as|raised|brought\s+up|converted\s+to)"
        rf"\s+(?:an?\s+)?(?:\w+\s+)?(?P<religion>{_FAITH})(?=\s*(?:$|[.,;!)]|and\b|so\b|by\b|but\b|there's\b|we\b|"
        rf"i\b|myself\b|household\b|family\b))",
        asking=True,
    ),
    rule(
        "parish mosque synagogue temple church mass ramadan sabbath shabbat lent fasting",
        r"\b(?:i|we|i've|we've|i'm|we're)\s+(?:\w+\s+){0,3}?(?:go\s+to\s+(?:mass|church|mosque|synagogue|temple)|"
        r"fast(?:ing)?\s+for\s+ramadan|keep\s+(?:the\s+)?(?:sabbath|shabbat|lent)|observe\s+\w+)\b",
        fact,
    ),
    rule(
        "she/her he/him they/them he she they pronouns her him them",
        rf"(?<![\w/])(?P<pronouns>{_PRONOUNS})(?!\w)(?=\s*(?:$|[.,;!)]|please\b|if\b|since\b|btw\b|here\b|for\b|by\b|thanks\b))",
        sure=lambda said, _match: len(said.split()) < 14,
    ),
    rule(
        "it's its name typo called changed",
        rf"(?:^\W*(?:(?:sorry|no|oops|actually|hi|hello|hey|ugh|nan|typo|correction|wait|my\s+mistake)\W+){{0,3}}|"
        rf"name\s+(?:legally\s+)?(?:changed|misspelled|wrong),?\s+)(?:it's|its|it\s+is)"
        rf"\s+(?:actually\s+)?(?P<name>(?-i:{_NOT_PLACE}[A-ZÀ-Ý][a-zà-ÿ'-]+(?:\s[A-ZÀ-Ý][a-zà-ÿ'-]+)?))"
        rf"(?=\s*,?\s*(?:with\s+(?:a|an|one|two|no)\b|spel(?:led|t)\b|now\b|without\b|like\s+the\b|not\s+(?-i:[A-Z])"
        rf"|by\s+the\s+way|short\s+for))",
    ),
    rule("myself", r"^\W*(?:\w+,?\s+)?myself\s+(?P<name>(?-i:[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?))"),
    rule("one", r"\bi\s+am\s+one\s+(?P<name>(?-i:[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?))"),
    rule(
        "mr mrs ms miss doctor dr professor prof captain sir madam",
        r"\b(?:it's|call\s+me|address\s+me\s+as|to\s+you\s+it's|i'm)\s+(?:now\s+)?(?P<nickname>(?-i:(?:Mrs?|Ms|"
        r"Miss|Doctor|Dr|Professor|Prof|Captain)\.?\s[A-Z][\w'-]+))",
        assistant=True,
    ),
    rule(
        "address call",
        r"\b(?:address|refer\s+to)\s+me\s+(?:only\s+)?(?:as|by)\s+(?P<nickname>(?-i:[A-Z][\w'.-]+(?:\s[A-Z][\w'-]+)?))",
        assistant=True,
    ),
    # --- places
    rule(
        "from to moved shifted relocated",
        rf"\b(?:moved|shifted|relocated|transferred|come|came|gone|migrated|upped\s+sticks)"
        rf"\s+(?:\w+\s+)?(?:out\s+of|from)\s+(?P<no_home>{_PLACE})\s+to\s+(?P<home>{_PLACE})",
    ),
    rule("more longer anymore", rf"{START}not\s+(?:living\s+)?in\s+(?P<no_home>{_PLACE})\s+any\s?more"),
    rule(
        "left leaving",
        rf"{START}(?:(?:i|we)(?:'ve|\s+have)?\s+)?(?:left|leaving)\s+(?P<no_home>{_PLACE})\s+(?:for|and\s+(?:moved|"
        rf"settled)\s+(?:to|in))\s+(?P<home>{_PLACE})",
    ),
    rule(
        "since years ages always settled based living live lives rented renting months weeks now nowadays",
        rf"(?:\b(?:we're|i'm|i\s+am|im|we\s+are|been|we've\s+been|i've\s+been|lived|settled|based|living|rented|"
        rf"renting|stayed|ended\s+up)|^\W*(?:here|now|back|still))\s+(?:(?:back|over|up|down|out|here|living|now|"
        rf"a\s+\w+|temporarily)\s+)*in\s+(?P<home>{_PLACE})(?:\s+since\b|\s+for\s+(?!(?:the\s+)?(?:a\s+)?(?:week|"
        rf"weekend|day|night|work|conf\w*|meeting|holiday|wedding|two\s+days|three\s+days)\b)|\s+(?:these\s+\w+|now|"
        rf"nowadays|and\s+always)|,\s+always\b)",
    ),
    rule(
        "flat apartment house place studio condo cottage room bungalow loft keys bedsit two-bed one-bed three-bed "
        "lease farm flatshare houseboat home mortgage bed",
        rf"{OPEN}(?:(?:i|we)(?:'ve)?\s+)?(?:\w+\s+){{0,2}}?(?:got|took|bought|rent|renting|rented|found|signed|"
        rf"moved\s+into|moving\s+into|own|have|closed\s+on|share|sharing|settled\s+into|taken)"
        rf"\s+[^.;!?]{{0,40}}?\b{_DWELLING}\s+(?:\w+\s+)?in\s+(?P<home>{_PLACE})",
    ),
    rule(
        "parents mum dad folks gran mother",
        rf"\b(?:moved|moving|living|live|back)\s+(?:back\s+)?(?:in\s+)?with\s+my\s+(?:parents|mum|mom|dad|folks|"
        rf"gran|mother|family|nan)\s+(?:in|near)\s+(?P<home>{_PLACE})",
    ),
    rule("where i'm im we're", rf"^\W*(?P<home>{_PLACE})(?:\s+(?:here|born)\b|,?\s+(?:is\s+)?where\s+(?:i|we)\s+(?:live|are))"),
    rule(
        "address postcode",
        r"\b(?:new|my|our|home|postal|the)\s+(?:\w+\s+)?address\s*(?:is|:|'s|has\s+changed\s+to|"
        r"will\s+be)?\s*(?:now\s+)?(?P<home>\d+\w?\s(?-i:[A-Z])[\w\s'-]+(?:,\s*(?-i:[A-Z])"
        r"[\w'-]+(?:\s[A-Z][\w'-]+)*)?)",
    ),
    rule(
        "near around outside city town hometown home",
        rf"\b(?:i'm|im|we're)\s+(?:just\s+)?(?:near|outside|a\s+bit\s+outside|just\s+south\s+of|just\s+north\s+of)"
        rf"\s+(?P<home>{_PLACE})(?=\s*(?:$|[,.]))",
    ),
    rule("normally usually", rf"\b(?:normally|usually)\s+i\s+(?:stay|live|am)\s+in\s+(?P<home>{_PLACE})"),
    rule(
        "not meant told said earlier correct",
        rf"\b(?:i\s+told\s+you|i\s+said|i\s+wrote)\s+{_PLACE}\s*(?:earlier|before|"
        rf"yesterday)?[;,.]?\s*(?:but\s+)?(?:we're|i'm|it's)\s+(?:actually\s+)?in\s+(?P<home>{_PLACE})",
    ),
    rule(
        "born raised bred grew native hails originally roots hail",
        rf"(?:{OPEN}|\b)(?:(?:i|we)(?:'m|\s+was|\s+were)?\s+)?(?:originally\s+)?(?:born(?:\s+and\s+(?:raised|bred)"
        rf")?|raised|bred|brought\s+up|grew\s+up|hail(?:ing)?)\s+(?:\w+\s+)?(?:(?:on|in)\s+(?:an?\s+|the\s+)"
        rf"[\w\s-]{{2,30}}?\s+)?(?:in|near|outside|from)\s+(?P<origin>{_PLACE})",
        sure=lambda said, match: not re.search(r"\b(?:he|she|who|they|was\s+he|his|her)\b", said[: match.end()], re.IGNORECASE),
    ),
    rule("born bred raised ghana-born ireland-born", rf"{START}(?:i'm\s+)?(?P<origin>(?-i:[A-Z][a-zà-ÿ]+))-(?:born|bred|raised)\b"),
    rule("side side,", rf"\b(?:from|of)\s+(?P<origin>{_PLACE})\s+side\b"),
    rule(
        "expat immigrant native roots originally",
        rf"\b(?:originally|i'm\s+an?\s+\w+\s+native\s+of|my\s+roots\s+are\s+in|my\s+family\s+(?:comes|came)\s+from|"
        rf"hail\s+from)\s+(?:from\s+)?(?P<origin>{_PLACE})",
    ),
    rule(
        " ".join(DEMONYMS),
        rf"\b(?:being|as|we're|i'm|im|i\s+am)\s+(?:an?\s+)?(?:proud\s+|half[\s-]|originally\s+|"
        rf"actually\s+)?(?P<origin>{_FOLK})(?=\s*(?:$|[,.;!)]|and\b|so\b|by\b|myself\b|originally\b))",
        asking=True,
    ),
    # --- reached
    rule(
        "#",
        rf"\b(?:number\s+(?:is|to\s+use|changed)|my\s+(?:new\s+)?(?:number|phone|mobile|cell)|ring\s+me|reach\s+me|"
        rf"text\s+me|call\s+me|whatsapp\s+me|i'm\s+on)\b[^.;!?]{{0,25}}?(?<![\w-]){PHONE.replace('<v>', '<phone>')}",
        sure=lambda said, _match: (
            not re.search(r"\b(?:receipt|tracking|order|reference|invoice|case|account|flight|serial|ticket|card)\b", said, re.IGNORECASE)
        ),
    ),
    rule("#", r"^[^.;!?]{0,40}?(?<!\d)(?P<phone>\d{3}[-\s]\d{3,4}[-\s]\d{4})(?!\d)"),
    rule(
        "reach email mail address write contact send add recovery",
        rf"\b(?:reach\s+me|my\s+(?:\w+\s+)?e-?mail|email\s+me|my\s+(?:\w+\s+)?address|contact\s+me|write\s+to\s+me|"
        rf"send\s+it\s+to)\b(?:\s+(?:me|is|to|my|address|at|on|new|the|it|recovery)"
        rf")*\W*?{EMAIL.replace('<v>', '<email>')}",
        asking=True,
    ),
    rule(
        "username handle login tag gamertag account user",
        r"\b(?:my|the)\s+(?:[\w-]+\s+)?(?:username|handle|login|tag|gamertag|account)"
        r"\b[^.;!?]{0,30}?\bis\s+(?P<account>@?[\w.]*[\d_@][\w.]*)",
        asking=True,
    ),
    rule(
        "time timezone",
        r"\b(?:i'm|im|we're|i\s+am|live|work|run)\s+(?:now\s+|still\s+)?(?:on|by|in)"
        r"\s+(?P<timezone>(?-i:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?))\s+time\b",
    ),
    rule(
        "birthday bday born",
        r"\b(?:b-?day|birthday|born)\b[^.;!?]{0,12}?\b(?P<birthday>(?:the\s+)?\d{1,2}(?:st|nd|rd|"
        r"th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|(?:jan|feb|mar|apr|may|jun|"
        r"jul|aug|sep|oct|nov|dec)[a-z]*\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?)\b",
        sure=lambda said, match: (
            not re.search(
                r"\b(?:he|she|his|her|mum|mom|dad|son|daughter|sister|brother)\b|'s\s+(?:b-?day|birthday)",
                said[: match.end()],
                re.IGNORECASE,
            )
        ),
    ),
    # --- tongues
    rule(
        "fluent native rusty passable mother bilingual decent",
        r"\bmy\s+(?P<speaks>(?-i:[A-Z]\w+))\s+is\s+(?:\w+\s+)?(?:fluent|native|rusty|passable|decent|good|ok|okay|better)\b",
    ),
    rule(
        "speak",
        rf"\bi\s+(?:also\s+|only\s+)?speak\s+(?:\w+\s+)?(?P<speaks>{LANGUAGE})\b(?:[^.;!?]{{0,20}}?\b(?:and|,)"
        rf"\s+(?:\w+\s+){{0,3}}?(?P<speaks2>{LANGUAGE}))?",
        asking=True,
    ),
    rule(
        "some enough bit little fluent native",
        rf"^\W*(?P<speaks>{LANGUAGE}),\s+(?:some|a\s+bit\s+of|a\s+little|enough|rusty|fluent|school)"
        rf"\s+(?P<speaks2>{LANGUAGE})\b(?:,?\s+(?:and\s+)?(?:some|a\s+bit\s+of|a\s+little|enough|rusty|school)"
        rf"\s+(?P<speaks3>{LANGUAGE})\b)?",
    ),
    # --- lasting traits
    rule(
        "left-handed left lefty right-handed ambidextrous owl bird riser lark introvert extrovert colour-blind "
        "insomniac perfectionist twin tall short foot pregnant trans gay lesbian bi bisexual queer "
        "nonbinary non-binary autistic neurodivergent dyslexic handed asexual virgo pisces aries leo libra taurus "
        "gemini cancer scorpio sagittarius capricorn aquarius",
        r"\b(?:i'm|im|i\s+am|being|me\s+being|as)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?(?:left-?\s?hand(?:ed|er)|lefty|"
        r"ambidextrous|night\s+owl|morning\s+person|early\s+(?:bird|riser)|introvert(?:ed)?|extrovert(?:ed)?|"
        r"insomniac|perfectionist|"
        r"(?:an?\s+)?(?:identical\s+)?twin|\d[\w.'\s]{0,8}(?:tall|foot)|trans|gay|lesbian|bi|bisexual|queer|"
        r"non-?binary|asexual|neurodivergent|pregnant)(?=\s*(?:$|[.,;!)]|and\b|so\b|with\b|too\b|for\b|by\b|\d))",
        fact,
        asking=True,
        sure=lambda _said, match: not re.search(r"\bnot\b", match.group()),
    ),
    rule(
        "never",
        rf"{OPEN}(?:i've|i\s+have|we've|i)\s+never\s+(?:\w+\s+)?(?:learn(?:ed|t)|owned|had\s+(?:a\s+)?(?:kids|"
        rf"children|pet|dog|car|driving|television|tv)|been\s+(?:able|abroad|married|on\s+a\s+plane)|driven|ridden|"
        rf"flown|smoked|drunk|drank|eaten|touched|swum|skied|learned)\b",
        fact,
    ),
    rule(
        "alone own",
        r"\b(?:i|i've)\s+(?:now\s+|still\s+)?(?:live|lived|been\s+living)\s+(?:here\s+)?(?:alone|on\s+my\s+own|"
        r"by\s+myself|with\s+(?:my|two|three|four|a)\b)",
        fact,
    ),
    rule(
        "live living still share",
        r"\b(?:still\s+)?(?:living|live|sharing)\s+(?:at\s+home\s+)?with\s+(?:my|our)\s+(?:mother|mum|mom|dad|"
        r"parents|folks|sister|brother|gran|nan|in-laws|girlfriend|boyfriend|partner|flatmates?|roommates?)\b",
        fact,
    ),
    rule(
        "household home",
        r"\b(?:we're|we\s+are)\s+(?:a\s+)?(?:household|family)\s+of\s+\w+|\b(?:there\s+are|there's)"
        r"\s+\w+\s+of\s+us\s+(?:at\s+home|here|in\s+the\s+house)\b",
        fact,
        asking=True,
    ),
    rule(
        "work concentrate sleep focus study think learn",
        r"\bi\s+(?:work|concentrate|sleep|focus|study|think|learn)\s+(?:much\s+|way\s+)?(?:better|best|worse|worst)"
        r"\s+(?:with|in|at|after|when|without|on|alone)\b",
        fact,
        asking=True,
    ),
    rule(
        "cycle bus walk bike",
        r"\b(?:i|we)\s+(?:cycle|walk|bike|take\s+the\s+bus|go\s+by\s+bike)\s+everywhere\b|"
        r"\bon\s+the\s+bus\s+these\s+days\b|\b(?:don't|never)\s+(?:drive|had\s+a\s+licen[cs]e)\b",
        fact,
    ),
    rule(
        "pitch", r"\bi(?:'ve|\s+have)\s+(?:got\s+)?(?P<skill>perfect\s+pitch|a\s+photographic\s+memory|green\s+fingers|a\s+green\s+thumb)\b"
    ),
    rule(
        "hair eyes glasses contacts size foot tall weigh beard tattoo tattoos tattooed shoe",
        r"\b(?:i|i've)\s+(?:\w+\s+)?(?:wear\s+(?:glasses|contacts|a\s+hijab|a\s+turban|size)|take\s+(?:a\s+)?size|"
        r"am\s+\d[\w.']*\s+tall|weigh|have\s+(?:curly|red|long|short|blond\w*|brown|black|grey|blue|green)"
        r"\s+(?:hair|eyes))\b",
        fact,
        asking=True,
    ),
    rule(
        "deleted quit left deactivated instagram facebook twitter tiktok whatsapp reddit linkedin",
        r"\b(?:i|i've|we)\s+(?:have\s+|just\s+|finally\s+)?(?:deleted|quit|left|deactivated|got\s+rid\s+of|"
        r"came\s+off)\s+(?:my\s+|all\s+my\s+)?(?:instagram|facebook|twitter|tiktok|whatsapp|reddit|linkedin|"
        r"snapchat|social\s+media)\b",
        fact,
    ),
    rule("widow widower lost", r"\bafter\s+(?:my|the)\s+(?:divorce|separation|split)\b", event, confidence=0.6),
)
