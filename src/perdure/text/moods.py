"""In which mood a clause is said: asked, imagined, or not meant. Words and signs of six languages."""

import re
from typing import Final

__all__ = [
    "FICTION_TO_THE_END",
    "HYPOTHETICAL_HINTS",
    "SARCASM_HINTS",
    "STORY_HINTS",
    "TAKES_IT_BACK",
    "has_han",
    "imagined_from",
    "is_hypothetical",
    "is_question",
    "is_sarcastic",
]

_SUBJECT: Final = r"(?:i|you|u|we|he|she|it|they|there|this|that|these|those|my|your|the|his|her|any(?:one|body|thing)?|some(?:one|body))"
_LEAD: Final = (
    r"(?:\W*(?:hey|hi|hello|ok|okay|so|and|but|also|well|oh|btw|please|actually|now|anyway|sorry|thanks|yeah|yes|"
    r"no|hm+|lol)\b[\s,!.]*){0,3}\W*"
)
_ASKED: Final = re.compile(
    rf"{_LEAD}(?:"
    r"(?:do|does|did|is|are|was|were|am|can|could|would|should|will|shall|may|might|have|has|had|isn['’]?t|"
    rf"aren['’]?t|don['’]?t|doesn['’]?t|didn['’]?t|can['’]?t|won['’]?t|wouldn['’]?t|haven['’]?t)\s+{_SUBJECT}\b"
    r"|(?:what|where|who|whom|whose|why|which|how|when)(?:['’]?s|['’]?re|\s+(?:do|does|did|is|are|was|were|am|can|"
    r"could|would|should|will|shall|have|has|had|might))\b(?!\s+(?:weird|funny|nice|great|important|"
    r"interesting)\b)"
    r"|(?:what|which)\s+(?:kind|sort|type|time|day|colou?r|one|are|is|city|job|name)\b|how\s+(?:about|come|much|"
    r"many|long|often|far|old|big)\b|what\s+(?:about|if|else)\b"
    r"|any\s+(?:ideas?|tips?|suggestions?|recommendations?|advice|thoughts?|chance)\b|got\s+any\b"
    r"|(?:i['’]?m|i\s+(?:was|am)|was|am|just)\s+(?:just\s+|also\s+)?(?:wondering|curious)\s+(?:if|whether|what|how|"
    r"why|where|when|who|about)\b|i\s+wonder\b"
    r"|(?:do|did|can|could|would|will)\s+[A-Z]\w+\s+\w+|remind\s+me\s+(?:what|where|who|when|how|which|again)\b|"
    r"tell\s+me\s+(?:what|where|who|when|how|which|about)\b"
    r"|(?:kannst|könntest|weißt|hast|bist|magst|willst|kennst|wirst|soll)\s+(?:du|ich|ihr)\b|(?:was|wie|wo|warum|"
    r"wieso|wer|welche[rsnm]?|woher|wohin)\s+(?:ist|sind|war|kann|soll|heiß\w*|hab\w*|hast|mach\w*|wäre|würde|gibt|"
    r"geht|viele?|lange|oft)\b|gibt\s+es\b|können\s+sie\b"
    r"|¿|(?:qué|cuál|cuáles|quién|dónde|cómo|cuándo|cuánt[oa]s?|adónde)\b|(?:puedes|podrías|sabes|tienes|conoces|me\s+recomiendas)\s"
    r"|est-ce\b|qu['’]est\b|(?:peux|pourrais|sais|connais|as|es|veux)-tu\b|(?:pouvez|pourriez|savez|connaissez|"
    r"avez)-vous\b|(?:quel(?:le)?s?|comment|pourquoi|combien)\s+(?:est|sont|puis|faire|dois|devrais|ça|tu|vous|de|"
    r"temps)\b"
    r")",
    re.IGNORECASE,
)
_ASKED_HAN: Final = re.compile(
    r"[吗呢嗎]\s*[。！!~～]*$|(?:^|[，,])(?:请问|你知道|你能|你可以|能不能|可不可以|有没有|怎么|什么|哪[里个些儿]|为什么|谁|几点)|(?:是什么|怎么样|怎么办|怎么做)|(?:です|"
    r"ます|ません|でした|ました|でしょう)か[。！!]*$|(?:かな|だっけ|の)[。！!]*？?$(?<=[かけ？])|^(?:何|どこ|どう|なぜ|誰|いつ)[がをはのに]?.*か"
)
_MARKS: Final = ("?", "？", "؟")
_CLOSERS: Final = " \t\n\"'”’»)]*」』）~～!！…"
_HAN: Final = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")

_IDIOM: Final = (
    r"(?:possible|needed|necessary|so|not|any|i\s+(?:remember|recall|(?:am|['’]?m)\s+(?:honest|not\s+mistaken|"
    r"being\s+honest|right)|may|understand|think)|"
    r"i['’]?m\s+(?:honest|not\s+mistaken|being)|(?:it|that|this)(?:['’]?s)?\s+(?:helps|matters|makes|"
    r"is\s+(?:relevant|important|useful|ok)|relevant|important|useful|ok|means)|"
    r"(?:they|someone|somebody|people|she|he)\s+(?:needs?|wants?|asks?|has|have)|you\s+(?:need|must|want|wanna|"
    r"are\s+(?:curious|interested|wondering)|like|prefer|ask|remember|recall|['’]re)|you['’]?re\s+(?:curious|"
    r"wondering|interested)|"
    r"anyone|memory\s+serves|only\s+to)"
)
_HYPOTHETICAL: Final = re.compile(
    rf"(?<!\bknow )(?<!\bwonder )(?<!\bas )(?<!\bsee )(?<!\bcheck )\bif\s+(?!{_IDIOM}\b)"
    r"|\b(?:i|we)\s+wish(?:ed)?\b(?!\s+(?:you|everyone|them|him|her)\b)|\b(?:imagine|suppose|supposing|"
    r"hypothetically|let['’]?s\s+(?:say|pretend|assume|imagine)|what\s+if|"
    r"pretend|assuming|were\s+i\s+to|in\s+an(?:other)?\s+(?:ideal|alternate|parallel|perfect)|in\s+another\s+life|"
    r"in\s+my\s+dream|i\s+(?:dreamt|dreamed|had\s+a\s+dream)|one\s+day\s+i['’]?d)\b"
    r"|\bwould(?:n['’]?t)?\s+(?:be|have|never\s+have|need)\b|\b(?:i|you|he|she|we|they|it)(?:['’]d)\s+(?:be|have\s+\w+(?:ed|en|t))\b"
    r"|\b(?:role-?\s?play(?:ing)?|in\s+(?:my|the|our|this|a)\s+(?:novel|story|game|campaign|book|fanfic|scenario|"
    r"screenplay|play|script|movie|poem|song)|my\s+(?:d&d\s+)?character|"
    r"(?:the\s+)?(?:protagonist|narrator|main\s+character)|once\s+upon\s+a\s+time|act\s+(?:as|like)\s+(?:if|a|an|my|you))\b"
    r"|\b(?:falls|wenn\s+ich\b[^.]{0,80}\b(?:hätte|wäre|würde|könnte)|stell\s+dir\s+vor|angenommen|ich\s+(?:hätte|"
    r"wäre|würde)\s+gerne?|wünschte|hätte\s+ich|wäre\s+ich)\b"
    r"|\b(?:si\s+(?:fuera|tuviera|viviera|pudiera|hubiera|yo\s+\w+ra)|ojalá|imagina(?:te)?|supongamos|"
    r"me\s+gustaría\s+(?:ser|tener|vivir))\b"
    r"|\b(?:si\s+j['’](?:étais|avais|habitais)|si\s+je\s+\w+ais|imagine|supposons|j['’]aimerais\s+(?:être|avoir|"
    r"habiter|vivre)|je\s+voudrais\s+(?:être|avoir))\b"
    r"|如果|要是|假如|假设|希望(?:我|能|有)|想象|もし|だったらいいな|たらいいのに|ならいいのに|仮に",
    re.IGNORECASE,
)
HYPOTHETICAL_HINTS: Final = frozenset(
    """if wish wished imagine suppose supposing hypothetically let lets pretend assuming were ideal alternate parallel perfect another
    dream dreamt dreamed would wouldn wouldnt d role roleplay roleplaying novel story game campaign book fanfic scenario screenplay
    play script movie poem song character protagonist narrator once act falls wenn stell angenommen hätte wäre würde wünschte
    rollenspiel si ojalá imagina imaginate supongamos gustaría supposons étais avais habitais aimerais voudrais""".split()
)
"""One of these words stands in every hypothetical that is not written in Han characters."""
STORY_HINTS: Final = frozenset(
    """role roleplay roleplaying pretend once now act imagine story novel scenario screenplay game poem scene song essay script fanfic
    monologue dialogue stell tun rollenspiel había juego était jeu""".split()
)
"""One of these words stands where a story or a play begins."""
_SARCASM: Final = re.compile(
    r"(?:^|\s)/s(?:\W*$|\s)|(?:\b(?:love|loving|great|nice|perfect|wonderful|amazing|super|best|fun|wow|yay|"
    r"thrilled|just\s+what|exactly\s+what|lovely|fantastic|brilliant|awesome|liebe|toll|klasse|wunderbar|encanta|"
    r"genial|maravilla|adore|génial|ravie?)|喜欢|太好|真好|大好き|最高).*🙄|^\W*🙄\W*$|\byeah,?\s+right\b|^\W*as\s+if\b|"
    r"\bas\s+if\s*[!.]+\s*$|^\W*(?:oh,?\s+)?(?:sure|right|yeah|great),?\s+because\b|\bnot!+\s*$|[.,]\s*not[.!]*$|"
    r"\b(?:just\s+(?:kidding|joking)|only\s+joking|(?:i['’]?m|am)\s+(?:kidding|joking)|jk|j/k)\b|"
    r"[(*]\s*sarcasm\s*[)*]|^\W*oh,?\s+(?:sure|great|joy|yay|wonderful|fantastic|brilliant)\b|"
    r"\bsaid\s+no\s*(?:one|body)\s+ever\b|\b(?:kleiner\s+scherz|nur\s+spaß|ja\s+klar,?\s+als\s+ob)\b|"
    r"\b(?:es\s+broma|sí,\s+claro)\b|\b(?:je\s+(?:plaisante|rigole|déconne)|mais\s+bien\s+sûr)\b|"
    r"开玩笑|才怪|冗談(?:です|だ)|なんてね|なんちゃって",
    re.IGNORECASE,
)
SARCASM_HINTS: Final = frozenset(
    """yeah right as because not kidding joking jk sarcasm oh said scherz spaß klar broma plaisante rigole déconne bien""".split()
)
"""One of these words stands in every sarcastic clause that has no sign and no Han character."""
TAKES_IT_BACK: Final = re.compile(
    r"\W*(?:(?:ha)+\W*|lol\W*)?(?:/s|🙄+|yeah,?\s+right|as\s+if|not|(?:just|only)\s+(?:kidding|joking)|"
    r"(?:i['’]?m\s+)?(?:kidding|joking|jk)|j/k|sarcasm|nur\s+spaß|kleiner\s+scherz|"
    r"(?:es\s+)?broma|je\s+(?:plaisante|rigole)|开玩笑的?|才怪|冗談です|なんてね)\W*(?:🙄|lol|haha)?\W*",
    re.IGNORECASE,
)
"""A clause that takes back the one before and says nothing else."""
FICTION_TO_THE_END: Final = re.compile(
    r"\b(?:(?:do|play|have|start|try)\s+a\s+role-?\s?play|let['’]?s\s+(?:role-?\s?play|pretend|play\s+a\s+game)|"
    r"role-?\s?play(?:ing)?\s*:|once\s+upon\s+a\s+time|pretend\s+(?:that\s+)?(?:i|you|we|to\s+be)|"
    r"(?:you\s+are|you['’]?re)\s+now\s+(?:a|an|the|my)\b|act\s+as\s+(?:a|an|my|the|if)\b|(?:in|for)\s+(?:my|this|"
    r"the|our)\s+(?:story|novel|scenario|screenplay|role-?\s?play|game)|"
    r"imagine\s+(?:that\s+)?(?:i|you|we)(?:['’]?m|['’]?re)?\b|write\s+(?:me\s+)?(?:a|an|the)\s+(?:\w+\s+)?(?:story|"
    r"poem|novel|scene|song|essay|script|fanfic|monologue|dialogue)\b|"
    r"stell\s+dir\s+vor|lass\s+uns\s+so\s+tun|rollenspiel|había\s+una\s+vez|juego\s+de\s+rol|"
    r"il\s+était\s+une\s+fois|jeu\s+de\s+rôle)|角色扮演|ロールプレイ|写一个故事|从前",
    re.IGNORECASE,
)
"""From such a clause on a turn plays or tells a story."""


def has_han(words: str) -> bool:
    """Whether a text has Chinese characters or Japanese kana."""
    return not words.isascii() and _HAN.search(words) is not None


def is_question(words: str, *, marked: bool = True) -> bool:
    """Whether a clause asks, with or without its mark; `marked=False` looks at the words alone."""
    if marked and words.rstrip(_CLOSERS).endswith(_MARKS):
        return True
    if _ASKED.match(words):
        return True
    return has_han(words) and _ASKED_HAN.search(words) is not None


def is_hypothetical(words: str) -> bool:
    """Whether a clause is imagined, wished, conditional or part of a story."""
    return _HYPOTHETICAL.search(words) is not None


_MODAL: Final = re.compile(r"\b(?:would|could|might|will|wish|imagine|if)\b|['’](?:d|ll)\b|\b(?:wenn|würde|hätte|wäre|si)\b", re.IGNORECASE)


def imagined_from(words: str) -> int:
    """Where a clause that states first goes on to what would be ("I run most mornings, so a park would be nice"); 0 if nowhere."""
    match = _HYPOTHETICAL.search(words)
    comma = words.rfind(", ", 0, match.start()) if match else -1
    if comma < 0 or _MODAL.search(words, 0, comma) or not words[:comma].strip():
        return 0
    return 0 if words[comma + 2 :].lower().startswith(("if ", "wenn ", "falls ", "si ")) else comma + 2


def is_sarcastic(words: str) -> bool:
    """Whether a clause carries a sign that it is not meant."""
    return _SARCASM.search(words) is not None
