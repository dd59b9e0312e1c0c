"""How people take up what was talked about before, or leave it: "back to the kitchen", "as we discussed", "different topic"."""

import re
from dataclasses import dataclass
from typing import Final

from perdure.threads.topics import topic_words

__all__ = ["Opening", "opening_of"]

_READ: Final = 300
"""Characters of a first message: who takes something up says so at once."""
_HELLO: Final = (
    r"^(?:\W*(?:hi|hello|hey|ok|okay|alright|right|so|well|morning|good morning|good evening|g'day|mate|yes|yeah|hallo|also|hola|bueno|vale"
    r"|bonjour|salut|bon)\b)*[\W]*"
)
_BACK: Final = re.compile(
    r"\b(?:i'?m back|i am back|back (?:to|on|with|at) |resum(?:e|ing)\b|pick(?:ing)? (?:this |it )?up (?:where|again|from)"
    r"|return(?:ing)? to |keep (?:going|working|pushing)|carry(?:ing)? on|follow(?:ing)? up|continu(?:e|ing) (?:with|our|the|my|on|from)"
    r"|where we (?:left off|stopped|were)|left off|last time|last session|our last"
    r"|previous(?:ly)? (?:discuss|talk|session|conversation|chat|plan)|as (?:we |you )?(?:planned|discussed|agreed|promised|said|suggested)"
    r"|next step|what'?s next|what(?: should| do| can) (?:i|we) (?:do (?:next|now))|any (?:news|update)s? (?:on|about)"
    r"|zurück zu|nochmal zu|noch mal zu|weiter(?:machen)? mit|wie (?:besprochen|vereinbart|abgemacht)|letztes mal|letztens"
    r"|nächste[rn]? schritt|wo wir aufgehört"
    r"|volviendo a|volvamos a|sigamos con|seguimos con|continuemos|continuar con|retomar|retomemos|la última vez|la vez pasada"
    r"|como (?:acordamos|hablamos|quedamos)|siguiente paso|donde lo dejamos"
    r"|revenons|pour revenir|on reprend|reprenons|continuons|la dernière fois|comme (?:convenu|prévu|discuté)|prochaine étape"
    r"|où on en était)|上次|接着(?:上|之前|聊|说)|继续(?:上|之前|聊|说|我们)|回到|之前(?:说|聊|讨论|提)|下一步"
    r"|前回|この前|先日|続き|さっきの|例の件|の件(?:です|だけど|なんだけど|で)|次のステップ",
    re.IGNORECASE,
)
_DONE: Final = (
    "discussed|talked|spoke|agreed|settled|decided|planned|drafted|finali[sz]ed|locked in|worked on|worked out|built|created|outlined"
    "|mentioned"
    "|suggested|recommended|prepared|proposed|designed|defined|identified|listed|flagged|shared|covered|put together|came up with"
    "|went through"
    "|went over|looked at|picked|chose|set up|promised|showed|made|gave|sent|asked for"
)
_REPORTED: Final = (
    "reviewed|finished|completed|done|started|tried|read|listened|checked|gathered|submitted|organi[sz]ed|forwarded|sent|set up"
    "|been thinking"
    "|been looking|managed|wrote|written|used|tested|followed|received|decided|confirmed|bought|booked|gone through|looked (?:at|into|over)"
    "|talked to|spoken to|called"
)
_SHARED: Final = re.compile(
    rf"\b(?:we|you)(?:'?ve| have| had|'d)? (?:just |already |both |finally |tentatively |previously )?(?:{_DONE})\b"
    rf"|\bi(?:'?ve| have)? (?:just |already |finally |also )?(?:{_REPORTED})\b|^\W*(?:finished|done with|completed)\b"
    r"|\b(?:wir|du) .{0,40}(?:besprochen|ausgemacht|vorgeschlagen|beschlossen|entschieden)\b"
    r"|\b(?:hablamos|acordamos|quedamos|decidimos|me (?:dijiste|recomendaste|sugeriste))\b"
    r"|\b(?:on avait|nous avions|on a|tu m'as|vous m'avez) (?:dit|parlé|décidé|convenu|conseillé|proposé|recommandé|discuté)\b",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    _HELLO + r"(?:(?:quick question )?(?:about|regarding|concerning|re:?|on|as for) (?:the|that|this|our|my|those|your)\b"
    r"|that \w+|those \w+|let'?s (?:get|do|finish) that\b|(?:wegen|bezüglich|was) (?:der|die|das|dem|den|des|unser\w*|mein\w*)\b"
    r"|(?:sobre|respecto a|en cuanto a) (?:el|la|los|las|lo|mi|nuestr\w+)\b"
    r"|(?:à propos|au sujet|concernant|pour) (?:de |du |de la |des |le |la |les |mon |ma |notre ))|^\W*关于",
    re.IGNORECASE,
)
_NEW: Final = re.compile(
    r"\b(?:(?:different|new|another|separate|unrelated) (?:topic|subject|matter)|change of (?:topic|subject)"
    r"|something (?:else|different|completely)|switching gears|off[- ]topic|unrelated"
    r"|anderes? thema|was anderes|themenwechsel|neues thema|otro tema|cambiando de tema|tema nuevo"
    r"|autre sujet|changeons de sujet|rien à voir)\b"
    r"|换个话题|说点别的|別の(?:話|件)|話は変わ|ところで",
    re.IGNORECASE,
)
_OBJECT: Final = re.compile(
    r"(?:back (?:to|on|with|at)|about|regarding|concerning|re:|on|as for|continu\w+(?: with| on)?|resum\w+|return(?:ing)? to"
    r"|follow(?:ing)? up on"
    r"|update on|zurück zu|nochmal zu|noch mal zu|weiter mit|wegen|bezüglich|volviendo a|volvamos a|sigamos con|seguimos con|sobre"
    r"|respecto a|revenons (?:à|au|aux)|à propos|au sujet|concernant)\b(?P<what>[^.,!?;:\n]{2,60})"
    r"|(?:关于|回到)(?P<zh>[^，。！？\n]{1,20})|^(?P<ja>[^、。！？\n]{1,20})の(?:件|続き)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a first message says of how it hangs together with what was before.

    `takes_up`: it goes on with something. `turns_away`: it says that it begins something else. `named`: word stems of what it takes up.
    """

    takes_up: bool = False
    turns_away: bool = False
    named: tuple[str, ...] = ()


def opening_of(text: str) -> Opening:
    """Read the beginning of a session's first message."""
    head = text[:_READ].replace("’", "'")
    if _NEW.search(head):
        return Opening(turns_away=True)
    if not (_BACK.search(head) or _SHARED.search(head) or _ABOUT.search(head)):
        return Opening()
    found = _OBJECT.search(head)
    return Opening(takes_up=True, named=tuple(dict.fromkeys(topic_words(next(filter(None, found.groups()))))) if found else ())
