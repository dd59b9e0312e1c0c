"""How people say that something is settled, in English, German, Spanish, French, Chinese and Japanese. Read within one clause."""

import re
from typing import Final

from perdure.threads.patterns import hints_of, wording

__all__ = ["ASSENTS", "CHOICE", "DECISIONS", "FINAL", "HINTS", "PROPOSES"]

_START: Final = (
    r"(?:^\W*|^(?:after|in|on|at|with|since|last|this|for|given|having|once|over)\b[^,.]{2,40}? |[,;:.!–—-] ?"
    r"|\b(?:and|so|but|ok|okay|then|yes|yeah|that|because|well|guess|think|fine|alright|now|today|yesterday|finally|course) )"
)
"""Where a statement can begin: "the plan we agreed on" speaks of a decision and makes none."""
_ADVERB: Final = r"(?:(?:really|also|still|just|definitely|then|both|now|all|finally|probably|already|first) )*"
_CHOOSE: Final = (
    r"(?:go(?:ing)? with|go for(?! it\b)|use|stick (?:with|to)|settle (?:on|for)|pick(?! up)|choose|stay with|switch to|drop"
    r"|do(?! (?:it|that|this|so|the same|something|anything|some|what|our|the (?:next|first))\b)"
    r"|take (?:the|it(?! (?:easy|slow|from|step|one|day))|that one|both|option|number|plan)"
    r"|make it (?=\d|an? |the |mon|tue|wed|thu|fri|sat|sun|noon|next|two|three|four|five|six|seven|eight|nine|ten)"
    r"|keep (?:it|this|that|the [\w-]+) (?:as|at|to|for|simple|like)|book (?:the|it)|have (?:the|it (?:at|on|in))|lock in)"
)
_OPTION: Final = (
    r"(?=(?:the\b(?! (?:bus|train|kids|dog|car|time|day|metro|tube|stairs))|it\b(?! (?:easy|slow|from|step|one|to|up|out))|that one"
    r"|this one|both|option|number|plan|two\b|one of those|[\"'“]))"
)
_NAME: Final = (
    r"(?!(?:as|what|how|that'?s|there|here|where|so|if|whatever|that|this|which|like|yes|no|yep|sure|well|it'?s|who|why|when|because"
    r"|believe|"
    r"think|know|say|than|maybe|perhaps|not|and|but|important|finding)\b)[\w'+&/-]+"
)

DECISIONS: Final = (
    wording(
        "let's |lets |let us ",
        rf"\b(?:let'?s|let us) {_ADVERB}{_CHOOSE}\b(?= ?\S)|\b[^.,;!]{{2,40}}, let'?s lock (?:it|that|this) in\b",
    ),
    wording(
        "decided|settled|landed on|opted|committed|agreed| with",
        rf"{_START}(?P<from>(?:we|i)(?:'?ve| have|'?re| are|'?m| am)? (?:finally |now |both |already |all |just )*"
        r"(?:(?:decided|settled|landed|opted|committed) (?:up )?(?:on|to(?! (?:be|see)\b)|for|with|against|that)\b"
        r"|agreed (?:on|to(?! (?:disagree|meet you)\b)|with \w+ to|that)\b"
        r"|(?:going|gone|went|go|sticking|stuck) with(?! (?:my|the kids|her|him|them|you|me|us)\b)))",
    ),
    wording(
        "going with|sticking with|going for|made up |keeping the|taking the|accepting the",
        r"^\W*(?:(?:so|ok|okay|then|fine|yes|alright|well|right|great|good|cool)\b[,. ]*)*(?P<from>going with|sticking with"
        r"|going for)(?! (?:a|my|it)\b) \S",
        r"\bmade up (?:my|our) minds?\W+(?:and )?(?P<what>[^.;!]{3,100})",
        rf"{_START}(?P<from2>(?:i'?m|we'?re) (?:keeping the|(?:taking|accepting) (?:the|that) (?:job|offer|deal|flat|apartment|house"
        rf"|room|place|position))\b)",
    ),
    wording(
        "option |number |plan |variant|version |the ",
        r"^\W*(?:(?:so|ok|okay|then|fine|yes|alright|well|right|great|good|cool|hm+)\b[,. ]*)*(?P<what>(?:option|number|plan|variant"
        r"|version)"
        r" (?:\d{1,2}|[a-e]|one|two|three|four)|the (?:first|second|third|last|latter|former|other) (?:one|option))"
        r"(?:,? (?:please|pls|then|for me))*\W*$",
    ),
    wording(
        "decided:|decided,|settled:|settled,|settled:|winner is|made:",
        r"^\W*(?:so |ok |then )*(?:it'?s |that'?s )?(?:decided|settled|decision made)[:,–-]+ (?P<what>[^.;!]{2,100})",
        r"\b(?P<what2>(?:the|our) (?:winner|choice|pick) is [^,.;!]{2,60})",
    ),
    wording(
        "chose|picked|locked in",
        rf"{_START}(?P<from>(?:we|i)(?:'?ve| have)? (?:finally |now |both |already )*(?:chose|chosen|picked|locked in)(?! (?:up|is|was"
        rf"|are|were|has)\b)\b(?= \S))",
    ),
    wording(
        " it is",
        r"^\W*(?:(?:so|ok|okay|then|fine|but|and|yes|alright|well|right|great|good)\b[,. ]*)*"
        rf"(?P<what>{_NAME}(?: {_NAME}){{0,4}} it is)\b(?=\W*(?:$|,|then\b|for\b))",
    ),
    wording(
        "i'll |ill |i will |we'll |we will ",
        r"\b(?:i'?ll|i will|we'?ll|we will) (?:just |then |definitely )?(?:(?:go|stick|stay) with|opt for|settle (?:on|for)"
        rf"|go for(?! (?:it\b|an? (?:walk|run|drive|swim|ride|jog|check)))|(?:take|pick|choose|have) {_OPTION}) ?\S",
    ),
    wording(
        "i take|we take|taking|i go for|we go for|i pick|we pick|i choose|we choose",
        rf"{_START}(?P<from>(?:i|we) (?:take (?=(?:it\b(?! (?:easy|slow|from|step|one|to|up|out))|that one|this one|both|option|number))"
        rf"|go for(?! (?:it|an?)\b)|pick(?! up)|choose(?! to\b)) ?\S)",
    ),
    wording(
        "m doing|re doing",
        r"\b(?:ok|okay|fine|yes|deal|alright|all right|right)[,.! ]+(?:so |then )?"
        r"(?P<what>(?:i'?m|we'?re) doing (?!well|good|great|ok|fine|it\b|that\b|this\b)[^,.;!]{3,80})",
    ),
    wording(
        "final |decision",
        r"\b(?:final (?:answer|decision|choice|verdict)|(?:the |our |my )?(?:final )?decision)(?: was made)?(?: is|'s|:| [-–])(?: that"
        r"| to)? "
        r"(?P<what>(?!final\b|making\b|yours\b|hard\b|difficult\b|up to\b|not\b)[^.;!\n]{2,100})",
    ),
    wording(
        "you do |you take |you handle |you bring ",
        r"^\W*(?:\w+[,:] )*(?P<what>you (?:do|take|handle|bring) (?!not\b|it\b|that\b|realize|know|have\b)[^,;.]{3,60},"
        r" (?:and )?(?:i|i'll|i will) (?:do|take|handle|bring) [^,;.]{3,60})",
    ),
    wording(
        "nehme|bleibe|machen wir|entschie|entscheide|beschlossen|geeinigt",
        r"\b(?P<what>(?:wir|ich) (?:nehmen?|bleiben? bei|machen wir es|entscheiden? (?:uns|mich) für|haben? (?:uns|mich)"
        r" [^.;!]{0,60}(?:entschieden|geeinigt)"
        r"|haben? beschlossen|haben? entschieden)\b(?! (?:an|uns mal|mir mal|mal an|mir zeit|teil))[^,;.!]*)",
    ),
    wording(
        "dann also|beschlossen:|entschieden:|entscheidung:|lass uns|lasst uns|nehmen wir|nehme ich|machen wir|bleiben wir|bleibe ich"
        "|wird es|soll es sein|ist es geworden",
        r"^\W*(?:gut,? |ok,? |na )*(?:dann also|beschlossen:|entschieden:|(?:unsere )?entscheidung:) (?P<what2>[^,;.!]{2,80})",
        r"(?P<what>\blass(?:t)? uns [^,;.!]{2,50}\b(?:nehmen|machen|bleiben|wählen)\b"
        r"|\b(?:dann|also|gut,) (?:nehmen wir|nehme ich|machen wir|bleiben wir|bleibe ich)\b[^,;.!]*"
        r"|\b\w[^,;.!]{2,40} (?:wird es|soll es sein|ist es geworden)\b)",
    ),
    wording(
        "decidido:|decidido,|vamos |quedamos|quedo |quedémonos|decid|elij|elegi|escog|escoj|optamos|cogemos|al final ",
        r"^\W*(?:vale,? |bueno,? )*(?:está )?decidido[:,] (?P<what2>[^;.!]{2,80})",
        r"(?P<what>\b(?:vamos con|vamos a por|(?:nos quedamos|me quedo|quedémonos) con|(?:hemos|he) (?:decidido|elegido|escogido)"
        r"|decidimos|decidí"
        r"|elijo|elegimos|escogemos|escojo|optamos por|cogemos|nos decidimos por|(?:hemos quedado|quedamos) en|al final (?:será|va a ser"
        r"|vamos|iremos|elegimos))\b[^,;.!]*)",
    ),
    wording(
        "c'est décidé|d'accord sur|d'accord pour|je pars sur|on prend|on part|partons|on garde|choisi|on reste|je prends|va pour|décidé"
        "|opté|tranché|je garde|ce sera",
        r"^\W*(?:bon,? |alors,? )*c'est décidé[:, ]+(?P<what2>[^;.!]{2,80})",
        r"(?P<what>\b(?:on s'est mis d'accord (?:sur|pour)|je pars sur|on (?:prend|part sur|garde|choisit|reste sur)|je prends"
        r"|partons sur|va pour|(?:on a|nous avons|j'ai) (?:décidé|choisi|opté|tranché)|je choisis|je garde|ce sera)\b"
        r"(?! (?:le (?:temps|bus|train|métro)|une pause|un café|quoi|comment|la voiture))[^,;.!]*)",
    ),
    wording(
        "就|决定|选|定了|定在|定为|敲定",
        r"(?P<what2>那就[^，。！？；,]{2,30})$",
        r"(?P<what>(?:那?就(?:用|选|去|买|定|要|按|这么|这样)[^，。！；,]{0,40}"
        r"|(?:我们|我)?(?:最终|最后)?(?:决定|选定|选了|定了|定在|定为|敲定)(?!不了|于|性)[^，。！；,]{0,40})了?吧?)",
    ),
    wording(
        "にし|に決|でい|でお願い",
        r"(?P<what>[^、。！,]{1,40}(?:にします|にしました|ことにした|にしよう|にしましょう|に決めました|に決めた|に決まり|に決定|でいきます|でいこう|でいきましょう)(?:ね|よ)?)",
        r"^(?:じゃあ|では|それなら)、?(?P<what2>[^。！？]{1,40}でお願いします)",
    ),
)
FINAL: Final = wording(
    "final answer|settled|decided|deal|sorted|abgemacht|beschlossen|entschieden|decidido|hecho|décidé|adjugé|定了|这么定|決",
    r"^\W*(?:(?:ok|okay|so|yes|and|that'?s|it'?s|we'?re|all) )*(?:final answer|(?:done and )?settled|decided|done deal|it'?s a deal|sorted"
    r"|abgemacht|beschlossen|entschieden|decidido|hecho|trato hecho|c'est décidé|adjugé|就这么定了?|定了|決まり|決定)(?: then)?\W*$",
)
"""A clause that settles the one before it."""
PROPOSES: Final = wording(
    "",
    r"\b(?:i(?:'d| would)? (?:suggest|recommend|propose|go with|pick|choose)|my (?:suggestion|recommendation|proposal|pick) (?:is|would be)"
    r"|how about|what about|shall (?:we|i)|should (?:we|i)|we (?:could|can|should|might)|let'?s|why don'?t we|would you like (?:me )?to"
    r"|do you want (?:me )?to|i can|i could|ich (?:schlage|empfehle|würde)|wie wäre|sollen wir|soll ich|wir (?:könnten|sollten)"
    r"|sugiero|recomiendo|propongo|qué tal|podríamos|je (?:propose|suggère|recommande|conseille)|on pourrait|si on)\b",
    r"建议|推荐|要不|不如|我们可以|おすすめ|はどう|しましょうか|提案",
)
ASSENTS: Final = wording(
    "do that|do it|do this|do so|go ahead|go with|go for|agreed|deal|sounds good|settled|mach das|machen wir|einverstanden|abgemacht|hazlo"
    "|hagamos|vamos con|de acuerdo|trato hecho|fais ça|faisons|on fait|就这样|就这么|それで|そうし",
    r"^\W*(?:(?:ok|okay|yes|yep|yeah|sure|perfect|great|good|alright|cool|nice)\b[,.! ]*)*"
    r"(?:(?:please )?(?:let'?s )?do (?:that|it|this|so)|go ahead(?: with (?:that|it))?|let'?s (?:do|go with|go for) (?:that|it|this)"
    r"|agreed|deal|it'?s a deal|sounds good,? (?:let'?s|do|go)[^,.;!]{0,30}|that'?s settled"
    r"|(?:ja,? )?mach das(?: so)?|(?:ja,? )?so machen wir(?:'s| es| das)?|machen wir so|einverstanden|abgemacht"
    r"|(?:s[ií],? )?(?:hazlo|hagamos eso|vamos con eso)|de acuerdo|trato hecho"
    r"|(?:oui,? )?(?:fais ça|faisons (?:ça|comme ça)|on fait (?:ça|comme ça))|d'accord,? on fait ça"
    r"|就这样(?:吧|办)?|就这么办|好[，,]?就这样|それでお願いします|それでいきましょう|そうしましょう|そうします)"
    r"(?:\W+(?:then|please|pls|thanks|thank you|now))*\W*$",
)
"""A clause that agrees to what was proposed and adds nothing."""
CHOICE: Final = re.compile(
    r"(?:^|[.!?…\n] *)(?P<one>[\w'’-]+(?: [\w'’-]+){0,2}),? (?:or|oder|o|u|ou) (?P<other>[\w'’-]+(?: [\w'’-]+){0,2}) ?\?\s*$"
    r"|(?:^|[。！？\n])(?P<han_one>\w{1,10})(?:还是|、?それとも)(?P<han_other>\w{1,10})[?？]\s*$",
    re.IGNORECASE,
)
"""A turn that ends by naming two things to choose from, and nothing else: "Green or black?"."""
HINTS: Final = hints_of(*DECISIONS, FINAL, ASSENTS)
"""One of these stands in every sentence by which something is settled."""
