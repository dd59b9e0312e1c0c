"""How people say that something is to be done, by whom, and that it is done, in English, German, Spanish, French, Chinese and Japanese.

Read within one clause.
"""

import re
from typing import Final

from perdure.threads.patterns import Wording, hints_of, wording

__all__ = ["ASKED", "DONE", "DUTIES", "ERRAND", "HINTS", "LABELLED", "NOT_YET", "OTHERS", "PROMISES", "PROMISE_HINTS", "REMIND", "YOURS"]

ERRAND: Final = (
    r"(?:call|phone|ring|e-?mail|mail|text|message|reply|respond|send|resend|submit|hand|file|pay|buy|order|pick|drop|return|renew|book"
    r"|schedule|register|sign|apply|cancel|print|pack|ship|post|collect|visit|contact|invite|reserve|transfer|invoice|fetch|repair|bring"
    r"|deliver|turn in|write|prepare|draft|demo|check|clear|arrange|organi[sz]e|confirm|ask|tell|upload|migrate|merge|fix|deploy|release"
    r"|update|review|talk to|speak to|meet|get (?:the|a|some|my)|take (?:the|my)|set up|follow up|do (?:the|my)|handle|fill|finali[sz]e"
    r"|finish the|clean|feed|water|drive)"
)
"""What one does once, and then it is done."""
_NO_DEED: Final = (
    r"(?!(?:be|keep|survive|understand|know|make sure|try|focus|see(?= (?:if|how|what|your|the (?:next|results?))\b)|feel|stay"
    r"|give (?:it|you)|continue|remember|admit|say|think|wait|relax|rest|sleep|just|learn|improve|hit|aim|start by|consider|tell you"
    r"|get (?:going|through|some|over|used|better|back (?:in|on|up)|up|it))\b)"
)
"""Not what one is, feels, or does at once."""
_THEN: Final = rf"(?:(?:really|also|still|just|definitely|absolutely|now|then|probably|urgently|only|first|finally) )*(?=[a-z]){_NO_DEED}"
_LEAD: Final = r"(?:^\W*|\b(?:and|but|so|also|ok|okay|ugh|only|then|because|cause|since|as|that|pls|please),? |[,;:] )"
_HAVE: Final = r"(?:have to|must|gotta|'ve got to|have got to|'ve to)"
_STILL: Final = r"(?: still| really| also| just| only| now)*"
_WHAT: Final = r"[^.;!?\n]{3,160}"

REMIND: Final = wording(
    "remind|nudge|nag |ping |let me forget|make sure i|erinner|recuérd|recuerd|rappel|提醒|リマインド|思い出|教えて",
    rf"(?:^\W*|\b(?:and|but|so|also|ok|okay|then|pls|please|kindly|just|maybe),? |[,;:] |\b(?:can|could|will|would) (?:you|u) (?:please )?)"
    r"(?:remind|nudge|ping|nag) me\b"
    r"(?! (?:what|why|how|where|who|when|which|whose|if|whether|again (?:what|how|why|which)))(?: (?:again|please|pls|later))*"
    rf"(?: to| about| of)?(?P<w1> {_WHAT})",
    rf"\b(?:(?:don'?t|do not) let me forget|make sure i (?:don'?t forget|remember))(?: to| about)?(?P<w2> {_WHAT})",
    rf"\berinner\w* mich(?: bitte)?(?: daran)?,?(?P<w3> {_WHAT})",
    rf"\brecu[ée]rdame(?: que| de)?(?P<w4> {_WHAT})",
    rf"\b(?:rappelle[sz]?-moi|rappelez-moi)(?: de| d'| que)?(?P<w5> {_WHAT})",
    r"提醒我(?P<w6>[^，。！；？]{2,60})",
    r"(?P<w7>[^、。！？]{2,60}?)(?:を)?(?:リマインドして|思い出させて|教えてください)",
)
"""The first group that holds something is what to remind of."""
DUTIES: Final = (
    wording("have to|must|gotta|got to|'ve to", rf"\b(?:i|we)(?:'?ve| have)?{_STILL} ?{_HAVE} {_THEN}"),
    wording("gotta|have to|got to", rf"(?:{_LEAD}(?:still )?(?:gotta|have to)|^\W*got to) {_THEN}"),
    wording("promised", rf"\bi(?:'ve| have)? promised (?:[\w']+ ){{0,3}}(?:to|i'd|i'll|i would|i will) {_THEN}"),
    wording(
        "should|gonna|going to|will ",
        rf"(?:\b(?:i|we) (?:really )?should|{_LEAD}(?:gonna|going to|will)) {_THEN}(?={ERRAND}\b)",
        timed=True,
    ),
    wording(
        " due",
        r"(?P<what>\b(?!(?:i|we|it|this|that|which|what|how)\b)[\w'’-]+(?: [\w'’-]+){0,5}? (?:is|are) due (?!to\b|diligence).*)",
        timed=True,
    ),
    wording("need to|must", rf"(?:{_LEAD}|\b(?:i|we){_STILL} )(?:need to|must) {_THEN}", timed=True),
    wording(
        "'ll |ill |will |going to|gonna",
        rf"\b(?:i|we)(?:'?ll| will|'m going to|'m gonna| am going to|'re going to| are going to| gonna) {_THEN}"
        r"(?!(?:go|stick) with\b|need to be\b|have\b)",
        timed=True,
    ),
    wording(
        "ing ",
        r"^\W*(?:(?:ok|okay|so|right|cool|then|i'?m|we'?re)[, ]+)*(?P<what>(?:booking|sending|calling|submitting|handing|paying|buying"
        r"|ordering"
        r"|picking|dropping|returning|renewing|signing|delivering|printing)\b.*)",
        timed=True,
    ),
    wording(
        "has to|have to|must|need to|needs to",
        r"(?P<what>\b(?!(?:i|we|you|it|this|that|there|which|what|he|she|they|everything|something|who|and|but"
        r"|so)\b)[\w'’-]+(?: [\w'’-]+){0,6}?"
        r" (?:has to|have to|must|needs? to|still needs? to) (?:be \w+|go\b|be\b|reach\b).*)",
        timed=True,
    ),
    wording(
        "muss|müssen|soll|werde|schicke|sende|mache|rufe|bringe|hole|kaufe|bestelle|buche|erledige|kümmere|bezahle|schreibe",
        r"\b(?:ich|wir) (?:muss|müssen|soll|sollen|werden?|(?:schicke|sende|mache|rufe|bringe|hole|kaufe|bestelle|buche|erledige|kümmere"
        r"|bezahle"
        r"|schreibe)n?)\b|\b(?:muss|müssen) (?:ich|wir)\b",
        timed=True,
    ),
    wording(
        "tengo que|tenemos que|debo|debemos|hay que|voy a|vamos a|he de",
        r"\b(?:(?:me|te|se|nos|la|lo|las|los|le|les) )?(?:tengo que|tenemos que|debo|debemos|hay que|voy a|vamos a|he de)\b",
        timed=True,
    ),
    wording(
        "je dois|on doit|devons|faut|je vais|on va",
        r"\b(?:je dois|on doit|nous devons|il (?:me |nous )?faut(?: que)?|je vais|on va)\b",
        timed=True,
    ),
    wording("我|还", r"(?:我们?[^，。！？不没想]{0,8}?|还)(?:得|要|必须|需要|会|打算)(?!求|不|是|么)", timed=True),
    wording(
        "ないと|なければ|なきゃ|ておき|予定|します|ます",
        r"(?P<what>[^、。！]{2,60}?(?:ないといけない|なければならない|なければいけない|なければなりません|なきゃ|ないとだめ|ないとまずい|ておきます|する予定"
        r"|(?:電話し|連絡し|提出し|予約し|返信し|送り|払い|出し|申し込み|買い|届け)ます))",
        timed=True,
    ),
)
"""What speakers are to do by their own words; "I'll call" is said of this minute, too, and needs a time."""
_LATER: Final = (
    r"(?=[^.;!?]{0,200}\b(?:for me|for us|once|after|later|by|until|before|tomorrow|tonight|next|monday|tuesday|wednesday|thursday|friday"
    r"|saturday|sunday|weekend|week)\b)"
)
YOURS: Final = wording(
    "you'll|you will|you're going|you should|you have to|you must|you need to|solltest|sollst|musst|müsst|schickst|rufst|bringst"
    "|besorgst|holst"
    "|tienes que|deberías|debes|te encargas|tu dois|devrais|t'occupes|vous dev|你",
    rf"\byou(?:'ll| will|'re going to) {_THEN}{_LATER}(?={ERRAND}\b)",
    rf"\byou(?:'ll| will| should| have to| must| need to|'re going to) {_THEN}"
    r"(?:call|check|ask|tell|phone|send|bring|book|order|buy|pay|pick|return|renew|sign|invite|text|e-?mail)\b"
    r"(?! (?:me (?:if|when|about|whether|what|how)|if|whether|in on))",
    r"\b(?:du|ihr) (?:solltest|sollst|musst|müsst|schickst|rufst|bringst|besorgst|holst)\b|\b(?:tienes que|deberías|debes|te encargas)\b",
    r"\b(?:tu (?:dois|devrais|t'occupes)|vous (?:devez|devriez))\b|你(?:得|要|应该|负责)(?!求|不|是|么)",
)
"""What a speaker says that the other one is to do."""
ASKED: Final = wording(
    "send|prepare|draft|check|call|book|bring|write|forward|get me|order|schick|envía|mándame|envoie",
    r"^\W*(?:(?:and|so|ok|okay|then|please|pls|kindly|also)\b[, ]*)*(?P<what>(?:send|prepare|draft|check|call|book|bring|write|forward"
    r"|get|order)"
    r" (?:me|us|him|her|them|the|my|our)\b.*)",
    r"^\W*(?:bitte )?(?P<what2>schick(?:e|en sie)? (?:mir|uns)\b.*)|^\W*(?:por favor,? )?(?P<what3>(?:envíame|mándame)\b.*)"
    r"|^\W*(?P<what4>envoie(?:-moi|z-moi)\b.*)",
    timed=True,
)
"""What the other one is asked to do; of this minute unless a time is told."""
OTHERS: Final = Wording(
    (" will ", "'ll ", "s going to", " wird ", " va "),
    re.compile(
        r"(?:^|[,;] |\b(?:and|but|so|then|while|because|as) )(?P<what>(?P<who>(?!(?:Everyone|Everybody|Someone|Somebody|People|Nobody|I"
        r"|It|He"
        r"|She|We|You|They|This|That|There|Here|What|Who|When|If|But|And|So|Then|The|My|Our|Your|An?|Today|Tomorrow|Next|Everything|Nothing"
        r"|God|AI|Ich|Wir|Er|Sie|Es|Yo|Él|Ella|On|Je|Il|Elle)\b)[A-Z][a-zà-öø-ÿ]+(?: [A-Z][a-zà-öø-ÿ]+)?|[Mm]y (?P<kin>[a-z]+))"
        rf"(?:(?: will|'ll| is going to|'s going to) (?={ERRAND}\b)"
        r"| wird (?=[^,;.!?]{0,120}(?:schicken|bringen|machen|holen|besorgen|anrufen|kümmern)\b)"
        r"| va a (?=(?:llamar|enviar|mandar|traer|comprar|hacer|preparar|llevar|reservar)\b)"
        r"| va (?=(?:appeler|envoyer|apporter|acheter|faire|préparer|réserver)\b))[^,;.!?]+)"
    ),
)
"""What somebody else is to do, by their name or as a relation of the speaker."""
PROMISES: Final = (
    wording(
        "i'll|i will|going to",
        r"\bi(?:'?ll| will|'?m going to| am going to|'?ll be sure to) (?:also |then |gladly |certainly |definitely |make sure to )*"
        r"(?:remind|nudge|ping|bring (?:it|this|that) up|follow up|check (?:back|in with)|come back|let you know(?! if you)"
        r"|keep (?:an eye|reminding)|warn|alert|notify)\b",
    ),
    wording(
        "i can |i could |i'll |i will ",
        r"\bi(?: can| could|'?ll| will) (?:also )*(?!now\b|then\b|explain|help|show|assist|priorit|focus|ensure|make sure|look|search"
        r"|monitor|start|try|be\b"
        r"|do my|give you|provide|walk|assume|use\b|answer|list|summari[sz]e|keep\b|remember)[a-z]+ \S",
        timed=True,
    ),
    wording(
        "ich erinnere|ich werde|ich schicke|ich bereite|te lo rec|te recordaré|te avis|te enviaré|te mando|te prepararé|le recordaré"
        "|je te |je vous ",
        r"\bich (?:erinnere dich|werde dich|schicke dir|bereite|werde dir)\b",
        r"\b(?:te lo (?:recuerdo|recordaré)|te (?:recordaré|aviso|avisaré|enviaré|mando|prepararé)|le recordaré)\b",
        r"\bje (?:te|vous) (?:le |la |les )?(?:rappelle|rappellerai|enverrai|envoie|préviens|prépare)\w*",
    ),
    wording(
        "我|お知らせ|リマインド|用意|準備|送り",
        r"我(?:会|来|将)(?:在)?[^，。！]{0,12}(?:提醒|准备|发给?你|整理|通知)",
        r"[^、。！]{0,30}(?:お知らせします|リマインドします|用意しておきます|準備しておきます|送ります)",
    ),
)
"""What an assistant promises for later."""
LABELLED: Final = wording(
    "todo|to-do|to do|action item|next step|nächste|aufgabe|pendiente|siguiente|tarea|à faire|prochaine|待办|下一步|やること|次の|[ ]",
    r"(?:^|\n)[ \t]*(?:[-*•] )?(?:my )?(?:todo|to-do|to do|action items?|next steps?|nächste[rn]? schritte?|aufgabe|pendiente"
    r"|siguiente paso|tarea"
    r"|à faire|prochaine étape|待办|下一步|やること|次のステップ)\s*[:：–-]\s*(?P<w1>[^\n.;?？。]{3,160})",
    r"(?:^|\n)[ \t]*(?:[-*] )?\[ \] ?(?P<w2>[^\n?]{3,160})",
    r"\b(?:the |our |my )?next step (?:is|will be) (?:to )?(?P<w3>(?!to be\b|clear|simple|what|not)[a-z][^\n.;?]{3,160})",
)
"""What carries a label; the first group that holds something is what is to be done."""
DONE: Final = re.compile(
    r"\b(?:done|finished|completed|sorted|sent|paid|booked|called|submitted|ordered|signed|bought|renewed|cancel?led|handed in|turned in"
    r"|picked up|written|delivered|registered|arranged|checked|took care of|is out|are out|went out|went through"
    r"|erledigt|fertig|geschickt|bezahlt|gebucht|angerufen|abgegeben|bestellt|hecho|listo|terminado|enviad[oa]|entregad[oa]|pagad[oa]"
    r"|entregué|envié|pagué|fait|fini|terminé|envoyé|payé|réservé|rendu)\b"
    r"|(?:交|发|付|买|办|订|做|写|寄)(?:完|好|过|了)|完成|搞定|(?:出し|送り|払い|買い|終わり|済み|やり)(?:ました|た)|済んだ|終わった|完了",
    re.IGNORECASE,
)
NOT_YET: Final = re.compile(
    r"\b(?:not|never|isn'?t|aren'?t|haven'?t|hasn'?t|didn'?t|once|when|until|if|after|before|by the time|will be|nicht|no|aún no"
    r"|todavía no|pas"
    r"|wenn|cuando|quand|to be|to get|have to|need to|must)\b|n't\b|还没|没有|まだ|たら",
    re.IGNORECASE,
)
HINTS: Final = hints_of(REMIND, *DUTIES, YOURS, OTHERS, ASKED, LABELLED)
"""One of these stands in every sentence in which a user says that something is to be done."""
PROMISE_HINTS: Final = hints_of(*PROMISES)
"""One of these stands in every sentence by which an assistant promises something."""
