"""Words that tell what became of something: finished, dropped, put off, open again; in six languages."""

import re
from datetime import timedelta
from typing import Final

from perdure.tasks.matching import stem
from perdure.timex.folding import fold

__all__ = [
    "AGAIN",
    "CANCELS",
    "CANCELS_IT",
    "DEED_TO_IT",
    "DONE_ALONE",
    "FINISHED",
    "GOES_ON",
    "HINTS",
    "MOVES",
    "MOVES_IT",
    "NEGATED",
    "OTHERS_DEED",
    "SAME_HOUR",
    "TURNED_OUT",
    "UNDONE",
    "WENT",
    "later_by",
    "past_deeds",
]

HINTS: Final = tuple(
    (
        "done|finish|complet|sorted|handled|settled|submitted|delivered|called off|cancel|never mind|nevermind|nvm|my mind|forget|"
        "scrap|scratch|ditch|no longer|anymore|any more|push it|push that|move it|moved it|move that|postpon|resched|delay|instead|"
        "make it |make that |do it on|reopen|back on|actually|turns out|did it|did that|called |sent |paid |bought |booked |erledigt|"
        "fertig|geschafft|hecho|listo|terminad| fait| fini |annul|laisse|olvida|verschieb|verschob|搞定|完成|做完|办好|取消|推迟|改到|"
        "算了|終わ|やりました|できました|完了|キャンセル|変更|✅"
    ).split("|")
)
"""What a lower-case text holds that tells a change without naming the task."""
FINISHED: Final = re.compile(
    r"\b(?:done|finished|completed|complete|submitted|delivered|handed in|turned in|sent off|filed|shipped|published|released|deployed|"
    r"sorted(?: out)?|handled|settled|taken care of|took care of|dealt with|out of the way|over with|over and done|checked off|ticked off|"
    r"crossed off|(?:is|are|'s|'re|went|was|were|all) (?:now |finally |already )?(?:in|out|off|back|up|live|through|over|ready|"
    r"away)\b(?! of\b| the way| to\b)|went (?:well|great|fine|good|ok|okay|smoothly|perfectly|badly|down well)|(?:was|were) (?:a |"
    r"an )?(?:great |huge |big |total |complete |absolute )?(?:success|hit|disaster|blast|failure)|in (?:your|their|her|his) (?:inbox|"
    r"hands|mail(?:box)?)|on (?:its|their) way|no longer (?:a )?(?:problem|open)|wrapped up|erledigt|fertig|geschafft|abgehakt|raus|weg|"
    r"durch|hecho|hecha|listo|lista|terminad[oa]|acabad[oa]|entregad[oa]|enviad[oa]|pagad[oa]|fait|faite|termine|terminee|fini|finie|"
    r"regle|reglee|envoye|envoyee|paye|payee|rendu|rendue)\b|搞定|完成了?|做完|弄完|办好|好了|[交付寄发买订打送做写还办完]了|"
    r"[交付寄发买订打送做写还办]过了|終わ(?:った|りました|り)|済み|済んだ|済ませ|完了|[しちりみびきいえせてけねれめべげじ]ました|できた|"
    r"やった|[しだっい]た(?:$|。|！|よ)|✅|☑|✔"
)
"""Something is over, in words that need no deed."""
WENT: Final = re.compile(r"\bwent (?:well|great|fine|good|ok)|\b(?:was|were) (?:a|an|great|huge) ")
"""How something went that has taken place."""
DONE_ALONE: Final = re.compile(
    r"\W*(?:(?:ok|okay|yes|yep|yeah|and|all|it'?s|that'?s|that one'?s|both|just|already|now|finally|btw|update|ha|phew|right|oh|"
    r"consider it|i'?m|im|is|got it|it is|both are|this is|that is)\b\W*)*(?:done|finished|sorted|completed|did it|did that|handled|"
    r"taken care of|checked|erledigt|fertig|gemacht|geschafft|hecho|listo|terminado|fait|c'est fait|termine|fini|regle|搞定(?:了|啦)?|"
    r"做完了|完成了|办好了|弄好了|好了|終わった|終わりました|やりました|完了(?:です|しました)?|できました)(?:\W*\b(?:now|already|today|"
    r"yesterday|this morning|last night|btw|by the way|thanks|thank you|finally|too|with (?:it|that)|ages ago|just now|earlier|it|"
    r"that)\b)*\W*"
)
"""A clause that says nothing but that it is done."""
CANCELS: Final = re.compile(
    r"\b(?:cancel(?:s|led|ed|ling)?|call(?:ed|ing)? off|never ?mind|nvm|forget(?: about)?(?= (?:the|my|that|it|this|our|about|it)\b)|"
    r"scrap(?:ped)?|drop(?:ped|ping)?(?= (?:the|it|that|this|my)\b)|skip(?:ped|ping)?|ditch(?:ed|ing)?|no longer (?:need|have|want|"
    r"necessary|needed|happening|going|relevant)|no (?:need|reason) to|(?:don'?t|do not|won'?t|doesn'?t|needn'?t) (?:need|"
    r"have)(?: to)? .{0,60}\b(?:any ?more|any longer|after all)|(?:not|isn'?t|aren'?t|won'?t be) (?:going to|gonna|doing|happening|needed|"
    r"necessary|going|coming)\b.{0,40}?(?:any ?more|after all|$)|(?:take|remove|strike|cross|delete) .{1,40} (?:off|from) (?:my|the|our)|"
    r"delete (?:the|that|my) (?:task|reminder|todo)|(?:is|are|was|were|'s) (?:off(?: the table)?|cancel\w+|obsolete|moot)$|"
    r"changed my mind about|not worth (?:it|doing)|abgesagt|absagen|abblasen|storniert|vergiss (?:das|die|den|es)|hat sich erledigt|"
    r"brauche? ich (?:nicht|nimmer) mehr|muss ich (?:doch )?nicht mehr|cancela(?:do|da|r)?|anula(?:do|da|r)?|"
    r"olvida(?:te)?(?: de)?(?= (?:lo|la|el|eso))|olvidalo|ya no (?:hace falta|tengo que|necesito)|annule[erz]*|laisse(?:z)? tomber|"
    r"oublie(?:z)?(?= (?:le|la|les|l'|ca|pour))|plus besoin|n'ai plus)\b|取消|不用(?:了|再|去|做)|算了|作废|キャンセル|中止|やめ(?:ました|"
    r"る|た)|なしで|不要"
)
MOVES: Final = re.compile(
    r"\b(?:mov(?:e|ed|es|ing)|reschedul\w+|postpon\w+|push(?:ed|ing|es)?|delay(?:ed)?|shift(?:ed)?|bump(?:ed)?|put (?:it |that |"
    r"this )?off|brought forward|bring .{1,30} forward|extend(?:ed)?|extension|chang(?:e|ed) (?:\w+ ){0,4}to|instead|make (?:it|that)|"
    r"do (?:it|that|this) (?:on|at|next|tomorrow)|(?:go|goes) to|(?:is|are|'s|'re) now|now (?:due|on)|due|new (?:deadline|date|due date)|"
    r"(?:one|two|\d) more (?:week|day)s? (?:for|on)|verschob\w*|verschieb\w*|verlegt|vertagt|verlangert|stattdessen|doch (?:erst|"
    r"lieber) (?:am|nachste\w*)|aplaz\w+|mover|muev\w+|movi\w*|pospon\w*|pospuest\w|cambi\w+|pasa(?:do|mos|r)? (?:al|a la|para)|"
    r"reporte\w*|decal\w+|repouss\w+|deplac\w+|remis\w? (?:a|au))\b|推迟|改到|改成|改在|延期|延到|提前到|挪到|変更|延期|ずら|リスケ"
)
AGAIN: Final = re.compile(
    r"\b(?:back (?:on|onto) (?:the|my|our) (?:to-?do )?list|re-?open(?:ed|s)?|put .{1,40} back on|(?:needs?|have|has|"
    r"need) to (?:be )?(?:redone|redo|do .{1,20} again|be done again)|not done after all|wasn'?t done after all|"
    r"doch (?:noch )?nicht (?:erledigt|fertig)|wieder (?:offen|auf die liste)|otra vez en la lista|finalmente no|"
    r"de nouveau sur la liste)\b|重新打开|还没做完呢|やり直し"
)
"""Something closed is to be done again."""
UNDONE: Final = re.compile(
    r"(?:haven'?t|hasn'?t|havent|hasnt|didn'?t|didnt|wasn'?t|isn'?t|not) (?:\w+ ){0,2}(?:done|do|did|finish\w*|complete\w*|sen[dt]|paid|"
    r"pay|called|booked|submitted|work(?:ed)?|sorted|go through|hold|over|happened?)\b"
    r"|\b(?:nicht|noch nicht) (?:gemacht|erledigt|fertig|geklappt)|\bno (?:lo |la )?(?:he hecho|hice|funciono)|\b(?:pas|jamais) (?:fait|"
    r"fini|marche)|没(?:做|弄|办|交|完)|(?:して|やって|でき|終わって)(?:い)?(?:ない|ません|なかった)"
)
"""Words without a thing for what turned out not to be done."""
TURNED_OUT: Final = re.compile(
    r"\b(?:actually|turns? out|wait|oops|sorry|my (?:bad|mistake)|i lied|correction|in fact|scratch that|thought i had|eigentlich|doch|"
    r"moment|en realidad|la verdad|en fait|finalement)\b|其实|実は|しまった|\b(?:fix|repair|payment|order|upload|transfer) (?:didn'?t|"
    r"did not|hasn'?t) (?:work|go through|hold|help|arrive)"
)
NEGATED: Final = re.compile(
    r"\b(?:not|n't|never|haven'?t|hasn'?t|havent|hasnt|didn'?t|didnt|isn'?t|isnt|aren'?t|wasn'?t|weren'?t|don'?t|dont|can'?t|cant|"
    r"couldn'?t|won'?t|no (?=luck|time|chance)|without|yet to|forgot to|failed to|unable|"
    r"nicht|kein\w*|noch immer|no (?:he|ha|hemos|esta|se|pude|lo)|todavia no|aun no|sin|pas|jamais|rien)\b(?! (?:just|only|bad|"
    r"even that)\b)(?! a moment)|n't\b|没有?|还没|未|まだ|ない|ません|なかった"
)
GOES_ON: Final = re.compile(
    r"\b(?:will|'ll|going to|gonna|need(?:s)? to|have to|has to|gotta|must|should|would|could|might|may|want to|plan(?:ning)? to|plan|"
    r"hope(?:fully)?|almost|nearly|half|halfway|partly|most(?:ly)? |about to|try(?:ing)? to|start(?:ed|ing)|working on|until|till|when|"
    r"once|after|as soon as|if|before|to be|getting|wants?|supposed|expects?|be (?:done|finished|ready)|\d+ ?%|still|tomorrow|next|werde|"
    r"wird|muss|mussen|soll|sollte|will|fast|beinahe|morgen|noch|sobald|wenn|bald|voy a|va a|tengo que|debo|casi|cuando|si|manana|pronto|"
    r"vais|dois|va|faut|presque|quand|demain|bientot)\b|要|会|快|差不多|明天|打算|たい|つもり|予定|明日|そろそろ|ば"
)
"""A plan, a condition, or something that is not over."""
OTHERS_DEED: Final = re.compile(
    r"(?:^|[,:;] ?|\b(?:and|but|so|because|that) )(?:he|she|they|you|someone|somebody|everyone|people|who|(?:my|his|her|their|your|"
    r"the) (?P<whose>\w+)|er|sie|du|el|ella|ellos|tu|il|elle|ils)(?:'s|'ve| has| have| had| just| already| also| then| finally| hat|"
    r" haben| ha| a| ont)* (?:[a-z]+ed|did|paid|said|sent|wrote|bought|brought|caught|took|made|gave|got|broke|built|met|saw|found|went)\b"
)
"""Somebody else did it."""
DEED_TO_IT: Final = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!'s )(?<!be )\b(?P<deed>[a-zß]{3,}) (?:it|them|him|her|that one|this one)(?=\W*$|[,.;!:]|\W+(?:back|in|"
    r"off|out|over|up|on|at|this|last|yesterday|today|already|too|and|but|just|earlier|by|to|via|with)\b)|^\W*(?:(?:ok|yes|yep|yeah|just|"
    r"already|finally|i|i've|ive|we|we've|have|and|so|hey|btw|told you|gestern|schon|hab|habe|ich|wir|ya|je|"
    r"j'ai) ?\W*)*(?P<bare>[a-zß]{3,})(?:\W*$|\W+(?:on|yesterday|today|this (?:morning|afternoon)|last|already|back|ages|at|earlier|too|"
    r"just now)\b)|\b(?:es|ihn|sie|das) (?:\w+ ){0,3}(?P<participle>[a-zß]{4,})\W*$|\b(?:lo|la|los|las|l'|le|les) ?(?:he |hemos |ai |a |"
    r"avons )?(?P<romance>[a-zß]{4,})\b"
)
"""What was done to something mentioned before, or to a thing that is not named at all."""
CANCELS_IT: Final = re.compile(
    r"\W*(?:(?:ok|okay|actually|oh|hmm|please|pls|so|and|well|you can|let'?s|just|ach|bitte|wait) ?\W*)*(?:cancel|forget|scrap|drop|skip|"
    r"never ?mind|nvm|call off|delete|remove|vergiss|cancela|olvida|annule|oublie|laisse tomber|取消|算了|不用了|キャンセル)"
    r"(?: about)?(?: (?:it|that|this|that one|this one|the whole thing|that task|that reminder|the reminder|es|das|eso|ca|lo))?(?: then|"
    r" please| pls| again| for now| anymore| bitte| por favor)*\W*"
)
"""A clause that says nothing but that something mentioned before is off."""
MOVES_IT: Final = re.compile(
    r"\b(?:mov(?:e|ed|es|ing)|reschedul\w+|postpon\w+|push(?:ed|ing)?|delay(?:ed)?|shift(?:ed)?|bump(?:ed)?|put (?:it|that|this) off|"
    r"bring (?:it|that|this) forward|verschob\w*|verschieb\w*|verleg\w*|aplaz\w+|"
    r"pospon\w*|reporte\w*|decal\w+|repouss\w+|deplac\w+) (?:it|that|this|es|das|lo|le|la)\b|\b(?:lo|la|le) (?:mov\w+|aplaz\w+|pospon\w+|"
    r"reporte\w*|decale\w*)|\b(?:do|have|put|set|make|change|schedule|take) (?:it|that|this)\b.{0,50}\b(?:instead|rather)\b|^(?:ok,? |"
    r"no,? |actually,? |let'?s )*make (?:it|that)\b|\b(?:it|that|this)(?:'s| is| was| got| has been)(?: now| been)* (?:moved|postponed|"
    r"pushed|rescheduled|due|delayed)\b|\bes auf\b.{0,30}(?:verschob|verleg)|^(?:push|move|postpone|reschedule) (?:by|to|until)\b|推迟|"
    r"改到|ずら"
)
"""It was put off, said of something mentioned before."""
SAME_HOUR: Final = re.compile(
    r"\bsame (?:time|hour)\b|\bselbe (?:uhr)?zeit|\bgleiche (?:uhr)?zeit|\bmisma hora|\bmeme heure|同じ時間|同一时间|时间不变"
)
_MORE: Final = re.compile(
    r"\b(?:by|for|of|another|extra|back|off|more|forward)?\s*(?P<count>an?|one|two|three|four|five|six|\d{1,2}|couple of|einen?|eine[rn]?|"
    r"zwei|drei|una?|dos|tres|une?|deux|trois)\s+(?:more |extra |whole |weitere |mas )?(?P<unit>hour|day|week|month|stunde|tag|woche|"
    r"monat|hora|dia|semana|mes|heure|jour|semaine|mois)\w*\b(?P<behind>\s+(?:later|more|mas|spater|de plus|plus tard|extra|despues))?|"
    r"(?P<count2>[一二两三\d]+)个?(?P<unit2>天|周|星期|小时|月)|(?P<count3>[一二三\d]+)(?P<unit3>日|週間|時間)"
)
_COUNTS: Final = {
    **dict.fromkeys(("a", "an", "one", "ein", "eine", "einen", "einer", "un", "una", "une", "一"), 1),
    **dict.fromkeys(("two", "couple of", "zwei", "dos", "deux", "二", "两"), 2),
    **dict.fromkeys(("three", "drei", "tres", "trois", "三"), 3),
    "four": 4,
    "five": 5,
    "six": 6,
}
_LENGTHS: Final = {
    **dict.fromkeys(("hour", "stunde", "hora", "heure", "小时", "時間"), timedelta(hours=1)),
    **dict.fromkeys(("day", "tag", "dia", "jour", "天", "日"), timedelta(days=1)),
    **dict.fromkeys(("week", "woche", "semana", "semaine", "周", "星期", "週間"), timedelta(weeks=1)),
    **dict.fromkeys(("month", "monat", "mes", "mois", "月"), timedelta(days=30)),
}
_EARLIER: Final = re.compile(r"\b(?:earlier|forward|up by|bring|brought|vor(?:gezogen|verlegt)|adelant\w+|avanc\w+)\b|提前|早め")
_LATIN: Final = re.compile(r"[^\W\d_]+")
_PAST: Final = re.compile(r".{2,}(?:ed|en)$|(?:ab|ein|an|aus|auf|zu|zuruck|vor|weg)?ge.{2,}(?:t|en)$|(?:be|ver|er|ent|zer|uber).{4,}t$")
_ROMANCE: Final = re.compile(r".{3,}(?:é|í|ó|ée|és|ées|ado|ido|ada|ida|amos|imos)$")
_IRREGULAR: Final = frozenset(
    """bought brought sent paid wrote written took taken made gave given met saw seen spoke told found rang got went drove built fed hung
    swept chose held sold read put set cut did shown left""".split()
)


def later_by(folded: str) -> timedelta | None:
    """How much later, or earlier, something is to be: "by a week", "two more days"; None if it is not said."""
    match = _MORE.search(folded)
    if match is None:
        return None
    count = match["count"] or match["count2"] or match["count3"]
    length = _LENGTHS[match["unit"] or match["unit2"] or match["unit3"]]
    delta = length * (int(count) if count.isdigit() else _COUNTS.get(count, 1))
    return -delta if _EARLIER.search(folded) else delta


def past_deeds(text: str) -> frozenset[str]:
    """Stems of the words of a text that may tell what was done."""
    found: set[str] = set()
    for word in _LATIN.findall(text):
        plain = fold(word)[0]
        if plain in _IRREGULAR or _PAST.fullmatch(plain) or _ROMANCE.fullmatch(word.lower()):
            found.add(stem(plain))
    return frozenset(found)
