"""What somebody owns, drives, belongs to, saves for and uses, told in passing."""

import re
from typing import Final

from perdure.memories.extraction.english.money import MONEY
from perdure.memories.extraction.english.wider_classes import CAR, CAR_WORDS
from perdure.memories.extraction.english.wider_rules import CAP, NP, SPEAKER, START, Rule, fact, rule

__all__ = ["THINGS"]

_CARS: Final = " ".join(CAR_WORDS)
_KIND: Final = (
    r"(?:(?:new|old|used|second-?hand|beat-up|battered|little|red|blue|white|black|grey|silver|green|\d{4}|"
    r"\w+-year-old|electric|hybrid|diesel)\s+){0,3}"
)
_MAKE: Final = rf"(?:(?-i:(?=[A-Z]|vw\b|bmw\b))(?:{CAR})(?:\s+(?-i:[A-Z0-9][\w-]*))?)(?![\w-])"
_GOODS: Final = (
    r"(?:piano|cello|violin|guitar|drum\s+kit|harp|accordion|saxophone|camera(?:\s+gear)?|telescope|bike|"
    r"bicycle|e-bikes?|tandem|motorbike|motorcycle|scooter|boat|sailing\s+boat|narrowboat|dinghy|yacht|"
    r"rowing\s+boat|canoe|kayak|caravan|campervan|camper|van|"
    r"cabin|cottage|allotment|garden|greenhouse|shed|workshop|sewing\s+machine|loom|kiln|pottery\s+wheel|drone|"
    r"3d\s+printer|treadmill|tent|surfboard|skis|snowboard|sofa|hot\s+tub|sauna|pool|orchard|vineyard|"
    r"(?:flat|house|holiday\s+home|chalet|plot|field|smallholding)|laptop|macbook|ipad|kindle|playstation|xbox|"
    r"switch|turntable|record\s+player|record\s+collection|vinyl\s+collection|air\s+fryer|pizza\s+oven|"
    r"espresso\s+machine|horse\s+box|tractor|wood\s+burner|solar\s+panels|heat\s+pump)"
)
_GOODS_GATE: Final = (
    "piano cello violin guitar drum harp accordion saxophone camera telescope bike bicycle e-bike e-bikes "
    "tandem motorbike motorcycle scooter boat narrowboat dinghy yacht canoe kayak caravan campervan camper "
    "van cabin cottage allotment garden greenhouse "
    "shed workshop loom kiln drone printer treadmill surfboard skis snowboard sauna pool orchard vineyard "
    "chalet plot smallholding laptop macbook ipad kindle playstation xbox turntable sewing tractor record "
    "vinyl oven espresso panels pump bechstein house flat machine bikes"
)
_NOT_GOODS: Final = r"(?!(?:house|flat)\s+(?:to|hunt|party|warming)\b)"
_SERVICE: Final = (
    r"(?:Netflix|Mubi|Spotify|Disney\+?|Hulu|HBO|Audible|Amazon\s+Prime|Prime|YouTube\s+Premium|Apple\s+\w+|"
    r"Kindle\s+Unlimited|Patreon|Duolingo|Strava|Peloton|Costco|PureGym|Sky|The\s+[A-Z]\w+|the\s+Guardian)"
)
_EDITORS: Final = r"(?:vim|neovim|emacs|helix|vs\s?code|sublime(?:\s+text)?|intellij|pycharm|nano|zed|atom|eclipse|xcode|rider|webstorm)"
_MOVED: Final = r"(?:switched|moved|migrated|gone|changed|converted)"


def _not_wished(said: str, match: re.Match[str]) -> bool:
    return not re.search(
        r"\b(?:sorted|wish|want|would|should|might|could|if|thinking|considering|looking|rent(?:ed|ing)?|hire\w*|"
        r"borrow\w*|need|compare|boss|his|her|their|neighbou?r\w*|gaffer|flatmate\w*)\b",
        said[: match.end()],
        re.IGNORECASE,
    )


THINGS: Final[tuple[Rule, ...]] = (
    rule(
        _CARS,
        rf"\b(?:traded|swapped|exchanged|part-exchanged|replaced)\s+(?:in\s+)?(?:my|our|the)"
        rf"\s+{_KIND}(?P<no_car>{_MAKE})\s+(?:in\s+)?(?:for|with|by)\s+(?:a|an|the)?\s*{_KIND}(?P<car>{_MAKE})",
    ),
    rule(
        _CARS + " car",
        rf"{SPEAKER}(?:sold|scrapped|got\s+rid\s+of|gave\s+away|wrote\s+off|totall?ed|crashed|returned)\s+(?:my|our|the)"
        rf"\s+{_KIND}(?P<no_car>{_MAKE}|car)(?![\w-])",
        sure=_not_wished,
    ),
    rule(
        _CARS,
        rf"\b(?:my|our|the)\s+{_KIND}(?P<no_car>{_MAKE})(?:'s|\s+has|\s+is|\s+was)?\s+(?:gone\s+to|been\s+sold|sold|"
        rf"scrapped|written\s+off|went\s+to|died|been\s+stolen|was\s+stolen|stolen)",
        sure=_not_wished,
    ),
    rule(
        _CARS,
        rf"(?:{SPEAKER}(?:bought|got|picked\s+up|drive|driving|leased?|own|have|got\s+myself|ordered|went\s+for|"
        rf"ended\s+up\s+with|collected)\s+(?:a|an|the|my|our)\s+{_KIND}|\b(?:ours|mine)\s+is\s+(?:a|an)\s+{_KIND}|"
        rf"\b(?:my|our)\s+(?:(?!boss)\w+\s+)?)(?P<car>{_MAKE})",
        sure=_not_wished,
    ),
    rule(
        "car driving license licence drive",
        rf"{START}no\s+car\b|\b(?:i|we)\s+(?:don't|do\s+not)\s+(?:have|own)\s+a\s+car\b|\b(?:my|our)\s+car\s+(?:has|is|was)\b",
        fact,
        sure=_not_wished,
    ),
    rule(
        "traded swapped",
        rf"{SPEAKER}(?:traded|swapped|exchanged)\s+(?:in\s+)?(?:my|our|the)\s+(?P<no_owns>[\w-]+)\s+(?:in\s+)?for\s+(?:a|"
        rf"an|two|three|some)\s+(?P<owns_np>{NP})",
    ),
    rule(
        _GOODS_GATE + " auction ebay",
        rf"{SPEAKER}(?:sold|gave\s+away|got\s+rid\s+of|put)\s+(?:my|our|the)\s+(?P<no_owns>(?:[\w-]+\s+)?{_GOODS})"
        rf"(?:\s+up\s+for\s+(?:auction|sale)|\s+on\s+ebay)?",
        sure=_not_wished,
    ),
    rule(
        _GOODS_GATE + " upright grand inherited",
        rf"{SPEAKER}(?:bought|got|picked\s+up|inherited|keep|treated\s+myself\s+to|got\s+myself|own|have|built|"
        rf"was\s+given|were\s+given)\s+(?:a|an|our|my|the|some|two|three)\s+(?:(?:new|old|big|small|little|"
        rf"second-?hand|used|huge|tiny|lovely|vintage|proper|holiday|own|first|folding|steel|wooden|\w+)"
        rf"\s+){{0,3}}?(?P<owns>{_NOT_GOODS}{_GOODS})(?=\s*(?:$|[.,;!?)(]|and\b|for\b|in\b|at\b|near\b|from\b|"
        rf"last\b|this\b|with\b|to\b|off\b|on\b|second\b|but\b|so\b|now\b|yesterday\b|by\b|because\b|since\b))",
        sure=lambda said, match: (
            _not_wished(said, match) and not re.search(r"\b(?:at\s+work|error|problem\s+with|question)\b", said, re.IGNORECASE)
        ),
    ),
    rule(
        "inherited upright heirloom",
        rf"\b(?:a|an)\s+(?P<owns>{CAP})(?=[^.;!?]*\binherited\b)|\binherited\s+(?:a|an|the|my\s+\w+'s)\s+(?P<owns2_np>{NP})",
        asking=True,
    ),
    rule(_GOODS_GATE, rf"\b(?:my|our|the)\s+(?P<owns>{_GOODS})(?:'s|\s+is)\s+(?:finally\s+)?(?:mine|ours)\b"),
    rule(
        "three two four several bikes guitars telescopes cameras",
        r"\b(?:i've|i\s+have|we've|we\s+have)\s+(?:got\s+)?(?P<owns>(?:two|three|four|five|six|several)"
        r"\s+(?:of\s+them|bikes|guitars|telescopes|cameras|cars|boats|pianos|surfboards|kayaks))\b",
    ),
    # --- memberships
    rule(
        "cancelled canceled cancel unsubscribed dropped ditched quit subscribe left",
        rf"{SPEAKER}(?:cancell?ed|unsubscribed\s+from|dropped|ditched|quit|got\s+rid\s+of|no\s+longer\s+subscribe\s+to|"
        rf"don't\s+subscribe\s+to|ended)\s+(?:my\s+|our\s+|the\s+)?(?P<no_membership>(?-i:{_SERVICE})|"
        rf"gym\s+membership|gym|{CAP}(?=\s+(?:subscription|membership)))"
        rf"(?:[^.;!?]{{0,10}}?\bkept\s+(?P<membership>{CAP}))?",
        sure=_not_wished,
    ),
    rule(
        "member joined join joining enrolled belong belongs signed captain",
        rf"{SPEAKER}(?:i'm\s+(?:a\s+)?|am\s+(?:a\s+)?)?(?:member\s+of|joined|joining|belong\s+to|signed\s+up\s+(?:for|"
        rf"with|at)|enrolled\s+in|volunteer\s+(?:at|with|for)|captain\s+of)\s+(?:(?:a|an|the|my|our|local)"
        rf"\s+)*(?P<membership>(?:[\w'-]+\s+){{0,3}}?(?:club|choir|society|association|gym|team|league|union|guild|"
        rf"church|group|orchestra|band|council|board|committee|troop|party|circle|co-op|library|allotment|"
        rf"federation|lodge)|(?-i:[A-Z][\w'&-]+(?:\s[A-Z][\w'&-]+){{0,3}}))(?=\s*(?:$|[.,;!()]|and\b|in\b|at\b|"
        rf"last\b|this\b|to\b|so\b|because\b|for\b|near\b|cuz\b|with\b))",
        sure=lambda said, match: (
            _not_wished(said, match) and not re.search(r"\b(?:zoom|teams|call|meeting|channel|server|slack)\b", said, re.IGNORECASE)
        ),
    ),
    rule(
        "chair sit serve board council committee trustee governor treasurer",
        r"\b(?:i|i'm|we)\s+(?:also\s+|now\s+|currently\s+)?(?:chair|sit\s+on|serve\s+on|the\s+\w+\s+of|"
        r"treasurer\s+of|secretary\s+of|trustee\s+of|a\s+governor\s+(?:of|at))\s+(?:the|our|a)"
        r"\s+(?P<membership>(?:[\w'-]+\s+){0,3}?(?:council|board|committee|society|club|association|trust|pta|"
        r"parish|union|school))\b",
    ),
    # --- goals
    rule(
        "saving save putting",
        rf"{SPEAKER}(?:i'm\s+|we're\s+)?(?:saving(?:\s+up)?|putting\s+money\s+aside|save\s+up)\s+(?:for|towards?|to\s+buy)\s+(?P<goal_np>{NP})",
    ),
    rule(
        "goal target aim ambition resolution",
        rf"\b(?:my|our)\s+(?:\w+\s+){{0,2}}?(?:goal|target|aim|ambition|resolution)(?:\s+(?:this|for|by|"
        rf"is\s+to)\s+[\w\s]{{1,15}}?)?\s*(?:is\s+to|is|:)\s+(?P<goal_aim>{NP})",
        sure=lambda said, _match: (
            not re.search(r"\b(?:of\s+this\s+(?:project|paper|code|essay)|business|company|app|marketing)\b", said, re.IGNORECASE)
        ),
    ),
    rule(
        "want aiming aim hoping hope determined training target plan planning",
        rf"\b(?:i|we)(?:'m|\s+am|'re)?\s+(?:really\s+)?(?:want|hope|hoping|aim|aiming|determined|training|planning|"
        rf"plan)\s+to\s+(?:be\s+able\s+to\s+)?(?P<goal_aim>(?:run|learn|finish|write|read|lose|climb|publish|hold|"
        rf"speak|become|swim|cycle|build|visit|qualify|pass|save|pay|quit|buy|open|start|complete|get|reach|hike|"
        rf"master|walk|have|sail|retire)\b{NP}?)\s+(?:before|by|this\s+year|next\s+year|within|in\s+(?:20\d\d|under)"
        rf"|one\s+day|someday|some\s+day|until)\b",
        sure=lambda said, _match: (
            not re.search(
                r"\b(?:by\s+(?:tomorrow|tonight|monday|friday|email|using|adding|the\s+end\s+of\s+the\s+(?:day|week))|"
                r"before\s+(?:lunch|dinner|the\s+meeting|deadline)|code|function|script|report|paper|essay|this\s+project)"
                r"\b|\b(?:finish|complete|start|get|write|read|have|reach)\s+(?:it|this|that|them|these|all|at\s+least|"
                r"my\s+(?:draft|reading|review))\b|\b(?:draft|pages|chapters?|review|applications?|documents?|tasks?|"
                r"revision)\b",
                said,
                re.IGNORECASE,
            )
        ),
    ),
    rule("aiming down kilos pounds weigh", r"\baiming\s+for\s+(?P<goal>\d[\w.]*)\b"),
    # --- budget
    rule(
        "spend budget most tops max",
        rf"\b(?:we|i)\s+(?:can\s+(?:only\s+)?|could\s+|want\s+to\s+|only\s+)?spend\s+(?:up\s+to\s+|about\s+|"
        rf"around\s+|at\s+most\s+|max\s+)?{MONEY.replace('<v>', '<budget>')}(?!\s*%)|\b(?:we're|we\s+are)"
        rf"\s+at\s+{MONEY.replace('<v>', '<budget2>')}\s+(?:a|per)\s+(?:week|month)",
        asking=True,
    ),
    # --- settings
    rule(
        "dark light",
        rf"(?:{START}|[,.;]\s*)(?:use\s+)?(?P<setting__theme>dark|light)\s+(?:mode|theme)?\s*(?:everywhere|always|"
        rf"on\s+everything|for\s+me|please)|\b(?:light|bright)\s+(?:theme|mode)\s+(?:burns|hurts|kills)"
        rf"[^.;!?]*?\b(?P<setting__theme2>dark)\b",
        assistant=True,
    ),
    rule(
        "celsius fahrenheit",
        rf"(?:{START}|[,.;]\s*)(?:use\s+|only\s+)?(?P<setting__temperature>celsius|fahrenheit)(?:,?\s+(?:always|"
        rf"please|only|not\s+\w+|from\s+now))",
        assistant=True,
    ),
    rule(
        "metric imperial",
        rf"(?:{START}|[,.;]\s*)(?:use\s+|only\s+)?(?P<setting__units>metric|imperial)(?:\s+units)?(?:,?\s+(?:always|"
        rf"please|only|not\s+\w+|from\s+now))",
        assistant=True,
    ),
    rule(
        "vim neovim emacs helix vscode sublime intellij pycharm nano zed",
        rf"\b(?:i|i've|we|we've|i'm)\s+(?:\w+\s+)?(?:{_MOVED}\s+(?:\w+\s+)?(?:from\s+[\w\s]{{2,20}}?\s+)?to|use|"
        rf"using|on|live\s+in)\s+(?P<setting__editor>{_EDITORS})(?=\s*(?:$|[.,;!]|and\b|for\b|now\b|as\b))",
    ),
    rule(
        "linux windows ubuntu mac macos fedora arch android iphone debian",
        rf"\b(?:i|i've|we've|we)\s+(?:\w+\s+)?(?:{_MOVED}\s+(?:\w+\s+)?(?:from\s+[\w\s]{{2,20}}?\s+)?to|use|run|"
        rf"only\s+use|daily\s+drive)\s+(?:an?\s+)?(?P<owns>(?-i:Linux|Windows(?:\s\d+)?|Ubuntu|Mac(?:\s\w+)?|macOS|"
        rf"Fedora|Arch|Android|iPhone(?:\s\d+)?|Debian))(?=\s*(?:$|[.,;!]|and\b|for\b|now\b|at\s+home))",
    ),
)
