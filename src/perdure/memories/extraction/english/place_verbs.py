"""Frames of verbs that tell where somebody lives, comes from and studies."""

from typing import Final

from perdure.memories.extraction.english.frames import frame, table, verb

__all__ = ["PLACE_VERBS"]

_GO: Final = r"(?:go(?:es|ing)?|attend(?:s|ing)?|enrolled|accepted|admitted|transferr(?:ed|ing)|transfer)"
_FAR: Final = (
    r"(?:\s+(?:back|over|out|in|up|down|away|here|again|together|house|flat|recently|just|abroad|permanently|"
    r"temporarily|full[\s-]?time))*"
)
_PLACE_STOP: Final = (
    r"(?!(?:fear|hope|peace|denial|pain|sin|poverty|luxury|the\s+(?:moment|past|present|now|future|same|middle|"
    r"city|country|countryside|suburbs)|an?\s|my|our|it|this|that|here|there|together|harmony|harsh|one|two|three|"
    r"\d|such|what|which|constant|his|her|their|your)\b)"
)
_HOME_IN: Final = (
    r"(?:\s+(?:in|at|near|outside(?:\s+of)?|by|on|around|close\s+to|not\s+far\s+from|over\s+in|out\s+in|up\s+in|"
    r"down\s+in|just\s+outside(?:\s+of)?|just\s+off)\s+(?:(?:an?|our|my|the)\s+(?:[\w'-]+\s+){0,4}?(?:flat|"
    r"apartment|house|place|studio|cottage|room|dorm|bungalow|condo|townhouse|loft|village|town|suburb|area|part|"
    r"neighbou?rhood|farm|farmhouse|city|terrace|bedroom|flatshare|bedsit|outskirts|heart|centre|center|north|"
    r"south|east|west|middle|countryside|mountains)\s+(?:(?:just\s+)?(?:called|in|near|of|outside(?:\s+of)?|by|on|"
    rf"at|close\s+to)\s+)+)?{_PLACE_STOP})"
)
_MOVE: Final = r"(?:mov(?:ed?|es|ing)|relocat(?:ed?|es|ing)|emigrat(?:ed?|ing)|transferred)"
_DEGREE: Final = (
    r"(?:an?|my|the)?\s*(?:[\w'-]+\s+){0,2}?(?:ba|bsc|ma|msc|mba|phd|ph\.?d|degree|masters?|master's|bachelors?|"
    r"bachelor's|major|minor|course|diploma|apprenticeship|doctorate|a-levels|gcses|undergrad|thesis)"
)

PLACE_VERBS: Final = table(
    verb(
        "live lives living reside resides residing lived",
        frame(
            rf"(?:liv(?:e|es|ing|ed)|resid(?:e|es|ing|ed)){_FAR}(?:\s+(?:now|alone|with\s+(?:my|our|two|three|"
            rf"a)\s+[\w'-]+(?:\s+and\s+[\w'-]+(?:\s+[\w'-]+)?)?))*{_HOME_IN}",
            "home",
            "proper",
        ),
        frame(
            r"liv(?:e|es|ing)\s+(?:alone|by\s+myself|on\s+my\s+own|with\s+(?:my|three|two|four|a|some|roommates|flatmates)|"
            r"in\s+(?:an?|the)\s+(?:[\w'-]+\s+){0,3}?(?:flat|apartment|house|studio|countryside|city|suburbs|village|"
            r"small\s+town|dorm|houseboat|van|farm)|on\s+(?:a|the)\s+\w+)",
            None,
            "none",
            own=True,
        ),
    ),
    verb(
        "based located situated settled settle settling",
        frame(
            r"(?:based|located|situated|settl(?:ed|e|ing)(?:\s+down)?)(?:\s+(?:now|mostly|currently))?(?:\s+(?:in|near|at|"
            r"out\s+of|just\s+outside(?:\s+of)?|outside(?:\s+of)?|around|over\s+in|down\s+in|up\s+in))\s+" + _PLACE_STOP,
            "home",
            "proper",
            past=True,
        ),
    ),
    verb(
        "renting rent rents bought buying buy",
        frame(
            r"(?:rent(?:s|ing)?|bought|buying|buy)\s+(?:an?|our|my|the)\s+(?:[\w'-]+\s+){0,4}?(?:flat|apartment|house|"
            rf"place|studio|cottage|room|condo|townhouse|loft|bungalow|home)\s+(?:in|near|outside|on)\s+{_PLACE_STOP}",
            "home",
            "proper",
            past=True,
            confidence=0.8,
        ),
    ),
    verb(
        "move moves moved moving relocate relocated relocating emigrate emigrated emigrating",
        frame(
            rf"{_MOVE}{_FAR}(?:\s+from\s+[\w\s.'-]{{2,30}}?)?(?:\s+(?:back|over|out|down|up))*(?:\s+(?:with\s+my\s+\w+|"
            r"together|last\s+\w+|this\s+\w+|recently|next\s+\w+|in\s+\w+|yesterday|today|"
            r"tomorrow))?\s+(?:in)?to\s+(?:(?:an?|our|my|the)\s+(?:[\w'-]+\s+){0,4}?(?:flat|apartment|house|place|studio|"
            r"cottage|room|condo|townhouse|loft|home|bungalow|village|town)\s+(?:called|in|near|outside|on|"
            r"by)\s+)?(?:the\s+(?:city|town|village|suburbs)\s+of\s+)?(?!(?:an?|the\s+next|another|my|our|a\s+new|"
            r"something|bed|next|step|production|it|this|that|him|her|you|them|me|online|cloud|the\s+(?:cloud|topic|other|"
            r"country))\b)",
            "home",
            "place",
            past=True,
        ),
    ),
    verb(
        "grew grow raised",
        frame(
            r"(?:grew\s+up|grow\s+up|raised)(?:\s+(?:mostly|mainly|partly))?\s+(?:in|near|outside|"
            r"on)\s+(?:a\s+(?:[\w-]+\s+){0,2}?(?:village|town|suburb|farm|place)\s+(?:called|in|near|outside)\s+)?" + _PLACE_STOP,
            "origin",
            "proper",
            past=True,
        ),
    ),
    verb(
        "born",
        frame(
            r"born\s+(?:and\s+(?:raised|bred)\s+)?(?:on|in)\s+(?P<v>(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|"
            r"th)?(?:\s+of)?\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december|"
            r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?(?:\s+(?:the\s+)?\d{1,2}(?:st|nd|rd|"
            r"th)?\b)?(?:,?\s+\d{4})?|\d{4}\b(?:-\d\d-\d\d)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}|'\d\d\b)",
            "birthday",
            "v",
            past=True,
        ),
        frame(
            r"born\s+(?:and\s+(?:raised|bred)\s+)?in\s+(?:a\s+(?:[\w-]+\s+){0,2}?(?:village|town|suburb|place)\s+(?:called|"
            r"in|near|outside)\s+)?" + _PLACE_STOP,
            "origin",
            "capital_or_word",
            past=True,
        ),
    ),
    verb(
        "come comes coming hail hails",
        frame(
            r"(?:com(?:e|es|ing)|hails?)\s+(?:originally\s+)?from\s+(?!work|home|school|the\s+(?:gym|office|doctor|store|"
            r"shop)|a\s+(?:meeting|place|long))(?:a\s+(?:[\w-]+\s+){0,2}?(?:village|town|suburb|place)\s+(?:called|in|near|"
            r"outside)\s+)?",
            "origin",
            "capital",
        ),
    ),
    verb(
        "study studies studying studied majoring major majored doing do pursuing reading finishing working",
        frame(
            r"(?:study|studies|studying|studied|major(?:ing|ed)?\s+in|minoring\s+in)\s+(?!at\b|for\b|hard|abroad|with\b|"
            r"in\b|it\b|all\b|a\s+lot|late|every|until|the\s+(?:docs|text|problem)|to\b|my\b|together|online|from\b|this\b|"
            r"that\b|how\b)",
            "studies",
            "field",
        ),
        frame(
            r"(?:study|studies|studying|studied)\s+(?:full[\s-]?time\s+|part[\s-]?time\s+|abroad\s+)?(?:at|in)\s+(?!home|"
            r"night|the\s+(?:library|moment|morning|evening|kitchen)|school\b|a\b|my\b|an\b|groups?)",
            "school",
            "capital",
        ),
        frame(
            r"(?:doing|do|pursuing|finishing|studying|study|studies|reading|working\s+on|"
            rf"working\s+towards?)\s+{_DEGREE}\s+(?:in|on)\s+",
            "studies",
            "role",
        ),
    ),
    verb(
        "go goes going attend attends attending enrolled enroll accepted admitted transferred",
        frame(
            rf"(?:attend(?:s|ing)?|{_GO}\s+(?:at|to|in|"
            r"into))\s+(?:the\s+)?(?P<v>(?:[A-Za-z][\w'.&-]*\s+){0,4}?(?:university|college|high\s+school|school|academy|"
            r"institute|uni)(?:\s+of\s+(?:[\w'-]+\s?){1,3})?(?:\s+[A-Z]\w+)?)(?![\w-])",
            "school",
            "school",
            past=True,
        ),
        frame(
            r"go(?:es|ing)?\s+to\s+(?P<v>(?:the\s+)?(?:stanford|harvard|yale|princeton|mit|caltech|ucla|nyu|usc|uc\s+\w+|"
            r"lse|ucl|eth(?:\s+z[uü]rich)?|epfl|tu\s+\w+|oxford|cambridge|columbia|cornell|duke|brown|dartmouth|berkeley|"
            r"mcgill|purdue|georgia\s+tech|virginia\s+tech|penn\s+state|sorbonne|[a-z]+\s+(?:state|uni(?:versity)?|college|"
            r"high|poly(?:technic)?)))(?![\w-])",
            "school",
            "v",
        ),
        frame(r"go\s+by\s+", "nickname", "person"),
    ),
    verb(
        "graduated graduate graduating",
        frame(
            r"graduat(?:ed|e|ing)\s+(?:[\w-]+\s+){0,2}?(?:from|at)\s+(?!high|school|college|university|uni\b)",
            "school",
            "capital",
            past=True,
        ),
    ),
    verb("rent renting", frame(r"rent(?:ing)?\s+(?:a|my)\s+(?:chair|desk|stall|booth|room|stand)\s+at\s+", "employer", "capital")),
)
