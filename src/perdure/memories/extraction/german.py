"""German."""

import re
from typing import Final

from perdure.memories.extraction.german_words import ANIMAL, COMPANY, CONDITION, ICH, LANGUAGE, PLACE, REL, RELATIVES, TRADE, verb
from perdure.memories.extraction.tongues import NAME, Tongue, rule
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["TONGUE"]

_RULES: Final = (
    rule(
        r"\b(?:ich\s+hei(?:ß|ss)e?|mein\s+name\s+ist|ich\s+bin\s+(?:übrigens\s+)?(?:der|die)|hier\s+(?:ist|schreibt|"
        rf"spricht))\s+(?:übrigens\s+)?(?P<v>{NAME})",
        "name",
    ),
    rule(
        r"^(?:\W*(?:hi|hallo|hey|moin|servus|guten\s+\w+|grüß\s+\w+|na|ok|also)[\s,!.]+)*(?:ich\s+bin|"
        r"bin)\s+(?!\w*(?:er|erin|ist|istin|in|nt|ntin|te|kraft|mann|frau|eur|arzt|koch|wirt)\b)(?!(?:Single|Fan|Mama|"
        r"Papa|Vater|Mutter|Halal|Deutsche|Azubi|Vegan|Krank|Müde)\b)(?P<v>(?-i:[A-ZÄÖÜ][a-zäöüß]+))(?=\s*(?:,\s*(?:\d|"
        r"und|ich|aus|die|der|ein)|und\s+(?:ich|komme|wohne|arbeite|lebe|habe|suche|möchte)|[.!]|$|"
        r"aus\s))(?!(?i:\w*(?:er|erin|ist|istin|in|nt|ntin|te|kraft|mann|frau))\b)(?!(?:Single|Fan|Mama|Papa|Vater|"
        r"Mutter|Halal|Deutsche|Azubi|Vegan|Krank|Müde)\b)",
        "name",
        confidence=0.75,
    ),
    rule(
        r"\b(?:nenn(?:t|en\s+sie)?\s+mich|sag(?:\s+einfach)?)\s+(?:bitte\s+|einfach\s+|doch\s+|"
        r"ruhig\s+)*(?P<v>(?-i:[A-ZÄÖÜ][a-zäöüß]+))(?:\s+zu\s+mir)?|\b(?:alle|freunde|die\s+meisten|"
        rf"meine\s+freunde)\s+nennen\s+mich\s+(?P<w>{NAME})",
        "nickname",
        "vw",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
        question=False,
    ),
    rule(
        r"\bich\s+(?:bin|werde)\s+(?:jetzt\s+|gerade\s+|schon\s+|übrigens\s+)*(?P<v>\d{1,3})(?:\s+jahre(?:\s+alt|"
        r"\s+jung)?)?(?=\s*(?:$|[.,;!]|und\b|geworden))|(?:^|"
        r",\s*)(?:bin\s+)?(?P<w>\d{1,3})\s+jahre(?:\s+alt)?(?=\s*(?:$|[.,;!]|und\b))",
        "age",
        "vw",
    ),
    rule(
        r"\b(?:mein\s+geburtstag\s+ist|geburtstag\s+habe\s+ich|ich\s+habe|ich\s+(?:wurde|bin))\s+(?:am|"
        r"im)\s+(?P<v>\d{1,2}\.\s?(?:\w+|\d{1,2}\.?)(?:\s?\d{4})?)(?:\s+(?:geburtstag|geboren))?",
        "birthday",
    ),
    rule(
        rf"{verb('arbeite', 'arbeiten')}\s+nicht\s+mehr\s+(?:bei|für)\s+{COMPANY}|\b(?:bin|"
        rf"sind)\s+nicht\s+mehr\s+bei\s+{COMPANY.replace('<v>', '<w>')}",
        "employer",
        "vw",
        ends=True,
    ),
    rule(rf"\bhabe?\s+(?:(?:gestern|heute|letzte\s+woche)\s+)?bei\s+{COMPANY}\s+gekündigt", "employer", ends=True),
    rule(
        r"\b(?:habe?\s+(?:ich\s+)?(?:meinen|den)\s+job\s+(?:gekündigt|verloren|geschmissen)|"
        r"wurde?\s+(?:mir\s+)?(?:gekündigt|entlassen))\b",
        "employer",
        "none",
        ends=True,
    ),
    rule(
        rf"{verb('arbeite', 'arbeiten', 'arbeit')}\s+als\s+(?P<v>[A-ZÄÖÜ][\wäöüß-]+(?:\s(?:und|"
        r"für)\s[A-ZÄÖÜ][\wäöüß-]+)?)",
        "occupation",
    ),
    rule(
        r"\b(?:ich\s+bin|bin\s+ich|bin)\s+(?:von\s+beruf\s+|gelernte[r]?\s+|ausgebildete[r]?\s+|freie[r]?\s+|"
        rf"selbstständige[r]?\s+|eine?\s+|seit\s+\w+\s+|jetzt\s+|auch\s+|übrigens\s+|als\s+)*(?P<v>(?-i:{TRADE}))|"
        r"\bvon\s+beruf\s+(?:bin\s+ich\s+)?(?P<w>(?-i:[A-ZÄÖÜ][\wäöüß-]+))|"
        r"\bmein\s+beruf\s+ist\s+(?P<x>(?-i:[A-ZÄÖÜ][\wäöüß-]+))",
        "occupation",
        "vw",
    ),
    rule(
        rf"(?:{verb('arbeite', 'arbeiten', 'arbeit', 'jobbe')}(?:\s+als\s+[\w-]+)?\s+(?:bei|für|beim)|\b(?:bin|"
        r"sind)\s+(?:jetzt\s+|seit\s+\w+\s+|ab\s+\w+\s+)?(?:als\s+[\w-]+\s+)?bei|"
        r"\bmein\s+(?:neuer\s+)?arbeitgeber\s+(?:ist|heißt)|\b(?:fange|beginne|starte)\s+(?:ich\s+)?(?:im\s+\w+\s+|"
        rf"am\s+\w+\s+|nächste\w*\s+\w+\s+)?bei|[a-zäöü](?:er|in|ist)\s+bei)\s+{COMPANY}(?!\s+(?:Dr|Arzt))",
        "employer",
    ),
    rule(
        rf"\b{ICH}\s+(?:führ(?:e|en)?|leit(?:e|en)?|betreib(?:e|en)?|"
        r"habe?)\s+(?:ein\w*\s+)(?:\w+\s+)?[\wäöüß-]*(?:laden|geschäft|firma|bäckerei|café|restaurant|betrieb|praxis|"
        r"büro|werkstatt|studio|salon|hof|agentur|kneipe|hotel|pension|unternehmen)\b(?:[\w\s]{0,30}?(?:,|namens|"
        r"heißt|es\s+heißt|er\s+heißt|sie\s+heißt)\s+(?P<v>(?-i:[A-ZÄÖÜ][\w&'-]*(?:\s[A-ZÄÖÜ&][\w&'-]*)*)))",
        "employer",
    ),
    rule(
        rf"\b{ICH}\s+(?:führ(?:e|en)?|leit(?:e|en)?|betreib(?:e|en)?)\s+(?:ein\w*\s+)(?:\w+\s+)?[\wäöüß-]*(?:laden|"
        r"geschäft|firma|bäckerei|café|restaurant|betrieb|praxis|büro|werkstatt|studio|salon|hof|agentur|kneipe|hotel|"
        r"pension|unternehmen|verein)\b",
        None,
        "none",
    ),
    rule(
        rf"(?:{verb('wohne', 'wohnen', 'lebe', 'leben', 'wohn', 'leb')})\s+nicht\s+mehr\s+in\s+{PLACE}|"
        rf"\bnicht\s+mehr\s+in\s+{PLACE.replace('<v>', '<w>')}\s+(?:wohn|leb)",
        "home",
        "vw",
        ends=True,
    ),
    rule(
        r"\b(?:ich\s+habe?|wir\s+haben)\s+(?:früher|mal|bis\s+\w+|damals|lange|"
        rf"vorher)\s+(?:\w+\s+){{0,3}}?in\s+{PLACE}\s+(?:gewohnt|gelebt)|\bfrüher\s+(?:wohnte|"
        rf"lebte)\s+ich\s+in\s+{PLACE.replace('<v>', '<w>')}",
        "home",
        "vw",
        ends=True,
    ),
    rule(
        rf"{verb('wohne', 'wohnen', 'lebe', 'leben', 'wohn', 'leb')}(?:\s+\w+)?\s+(?:in|bei|nahe|am|"
        rf"auf)\s+(?:(?:der\s+nähe\s+von|der)\s+)?{PLACE}",
        "home",
    ),
    rule(
        rf"\b(?:bin|sind)\s+(?:(?!er\b|sie\b)\w+\s+){{0,5}}?nach\s+{PLACE}\s+(?:(?:um)?gezogen|gewechselt)|\bzieh(?:e|"
        rf"en)\s+(?:(?:ich|wir)\s+)?(?:\w+\s+){{0,3}}?nach\s+{PLACE.replace('<v>', '<w>')}",
        "home",
        "vw",
    ),
    rule(
        rf"{verb('komme', 'stamme', 'komm', 'kommen')}\s+(?:(?:ursprünglich|"
        rf"eigentlich)\s+)?aus\s+(?:der\s+nähe\s+von\s+|dem\s+|der\s+)?{PLACE}|\b(?:bin|"
        rf"wurde)\s+(?:ich\s+)?in\s+{PLACE.replace('<v>', '<w>')}\s+(?:geboren|aufgewachsen)|"
        rf"\bin\s+{PLACE.replace('<v>', '<x>')}\s+(?:geboren|aufgewachsen)",
        "origin",
        "vw",
    ),
    rule(
        r"\b(?:ich\s+bin|wir\s+sind|bin)\s+(?:[\w,]+\s+){0,6}?(?P<v>verheiratet|ledig|single|geschieden|verwitwet|"
        r"verlobt|getrennt)\b",
        "relationship",
    ),
    rule(
        r"\bwir\s+haben\s+(?:uns\s+(?:\w+\s+){0,3}?getrennt|schluss\s+gemacht)\b|"
        r"\bhabe\s+mich\s+(?:\w+\s+){0,3}?getrennt\b",
        "partner",
        "none",
        ends=True,
    ),
    rule(
        r"\b(?:haben?|habe|hab)\s+(?:jetzt\s+|auch\s+|zuhause\s+|seit\s+\w+\s+)*(?:ein(?:en|e)?|zwei|drei|vier|"
        rf"\d)\s+(?:\w+e[rsn]?\s+)?{ANIMAL}(?:\s*,?\s*(?:namens|er\s+heißt|sie\s+heißt|die\s+heißen|der\s+heißt|"
        rf"die\s+heißt|das\s+heißt)|\s*[,(:])\s*(?P<v>{NAME}(?:(?:,\s*|\s+und\s+){NAME})*)",
        "pet",
        "names",
    ),
    rule(
        r"\b(?:haben?|habe|hab)\s+(?:ich\s+|wir\s+)?(?:jetzt\s+|auch\s+|zuhause\s+|seit\s+\w+\s+)*(?:ein(?:en|e)?|zwei|"
        rf"drei|vier|\d)\s+(?:\w+e[rsn]?\s+)?(?P<v>{ANIMAL})(?!\w)",
        "pet",
    ),
    rule(
        r"\b(?:haben?|habe|hab)\s+(?:ich\s+|wir\s+)?(?:auch\s+)?(?:ein(?:en|e)?|zwei|drei|vier|"
        r"\d)\s+(?:\w+e[rsn]?\s+)?(?P<v>kinder|kind|söhne|sohn|töchter|tochter)(?!\w)",
        "child",
    ),
    rule(
        r"\b(?:haben?|habe|hab)\s+(?:ich\s+)?(?:auch\s+)?(?:ein(?:en|e)?|zwei|drei|vier|"
        r"\d)\s+(?:\w+e[rsn]?\s+)?(?P<v>geschwister|brüder|bruder|schwestern|schwester)(?!\w)",
        "sibling",
    ),
    rule(r"\b(?:gegen|auf)\s+(?P<v>[\wäöüß-]+(?:\s+und\s+[\wäöüß-]+)?)\s+(?:bin\s+ich\s+)?allergisch\b", "allergy"),
    rule(r"(?<!\w)(?:ich\s+(?:bin|reagiere)|bin|bin\s+ich)\s+(?:\w+\s+){0,3}?allergisch\s+(?:gegen|auf)\s+", "allergy", "list"),
    rule(
        r"\b(?:ich\s+habe?|hab|habe)\s+(?:\w+\s+){0,3}?(?P<v>[\wäöüß]+?)(?:-?allergie)\b|\b(?:ich\s+bin|"
        r"bin)\s+(?P<w>laktose|gluten|fruktose|histamin)-?intolerant|\bvertrag(?:e)?\s+(?:\w+\s+)?kein(?:e|"
        r"en)?\s+(?P<x>[\wäöüß]+)",
        "allergy",
        "vw",
    ),
    rule(r"\b(?:ist|reagiert)\s+(?:\w+\s+)?allergisch\s+(?:gegen|auf)\s+|\b(?:verträgt)\s+kein(?:e|en)?\s+", "allergy", "list", third=True),
    rule(
        r"\b(?:bin|ist)\s+kein(?:e)?\s+(?P<v>veganer(?:in)?|vegetarier(?:in)?)\s+mehr|"
        r"\b(?:bin)\s+(?:ich\s+)?nicht\s+mehr\s+(?P<w>vegan|vegetarisch)|\b(?:esse|lebe|"
        r"ernähre\s+mich)\s+(?:\w+\s+)?nicht\s+mehr\s+(?P<x>vegan|vegetarisch)",
        "diet",
        "vw",
        ends=True,
    ),
    rule(
        r"\b(?:ich\s+bin|wir\s+sind|bin|bin\s+ich|ich\s+lebe|ich\s+esse|ernähre\s+mich|ernähren\s+uns|esse|"
        r"als)\s+(?:\w+\s+){0,3}?(?P<v>veganer(?:in)?|vegetarier(?:in)?|vegan|vegetarisch|pescetarisch|"
        r"pescetarier(?:in)?|halal|koscher|glutenfrei|flexitarier(?:in)?)(?!\w)",
        "diet",
    ),
    rule(r"\b(?:ist|isst|lebt)\s+(?:\w+\s+){0,2}?(?P<v>veganer(?:in)?|vegetarier(?:in)?|vegan|vegetarisch)(?!\w)", "diet", third=True),
    rule(
        rf"\b(?:ist|sind)\s+(?:\w+\s+){{0,4}}?nach\s+{PLACE}\s+(?:um)?gezogen|\b(?:wohnt|lebt|wohnen|"
        rf"leben)\s+(?:\w+\s+){{0,2}}?in\s+{PLACE.replace('<v>', '<w>')}",
        "home",
        "vw",
        third=True,
    ),
    rule(
        r"\bist\s+(?:\w+\s+)?(?P<v>\d{1,2})(?:\s+jahre(?:\s+alt)?)?(?=\s*(?:$|[.,;!]|und\b|geworden))|"
        r"\bwird\s+(?P<w>\d{1,2})\b(?=\s*(?:$|[.,;!]))",
        "age",
        "vw",
        third=True,
    ),
    rule(rf"\barbeitet\s+(?:\w+\s+){{0,2}}?bei\s+{COMPANY}", "employer", third=True),
    rule(rf"\b(?:ist|arbeitet\s+als)\s+(?P<v>(?-i:{TRADE}))", "occupation", third=True),
    rule(
        r"\bmein(?:e|er|en)?\s+lieblings-?(?P<noun>[\wäöüß]+)\s+(?:ist|sind|war|heißt)\s+(?:jetzt\s+|immer\s+noch\s+|"
        r"übrigens\s+|eindeutig\s+|nun\s+)*",
        "favourite",
        "noun",
    ),
    rule(r"(?:^|[,.;]\s*)(?P<v>[\wäöüß-]+)\s+ist\s+mein(?:e)?\s+lieblings-?(?P<noun>[\wäöüß]+)", "favourite"),
    rule(
        r"\bich\s+(?:mag|liebe)\s+(?:\w+\s+)?(?:kein(?:e|en)?)\s+|\bich\s+(?:hasse|verabscheue)\s+(?!es\b|das\b|dich|"
        r"wenn|diese)|\b(?:ich\s+mag|mag\s+ich)\s+(?P<v>[\wäöüß-]+(?:\s+und\s+[\wäöüß-]+)?)\s+(?:überhaupt\s+|gar\s+|"
        r"einfach\s+|so\s+)*nicht\b(?!\s+mehr)",
        "dislikes",
        "v_or_list",
    ),
    rule(
        r"\bich\s+(?:mag|liebe|steh(?:e)?\s+auf)\s+(?!es\b|das\b|dich|wenn|diese|deine|die\s+idee|dein|sie\b|ihn\b|"
        r"nicht|kein|mein|wie\b)(?:\w+\s+gerne?\s+)?(?!\w+\s+nicht\b)|\bich\s+(?:esse|trinke|höre|lese|"
        r"schaue)\s+(?:sehr\s+|am\s+liebsten\s+|besonders\s+)*gerne?\s+",
        "likes",
        "list",
    ),
    rule(r"\b(?:mein(?:e)?)\s+hobb(?:y|ys|ies)\s+(?:ist|sind)\s+", "hobby", "list"),
    rule(
        r"\bich\s+spiele\s+(?:\w+\s+){0,3}?(?P<v>tennis|fußball|handball|volleyball|basketball|badminton|schach|"
        r"klavier|gitarre|geige|schlagzeug|tischtennis|golf|cello|flöte|saxophon|bass|trompete|orgel|hockey)(?!\w)|"
        r"\bich\s+(?:gehe|geh)\s+(?:\w+\s+){0,4}?(?P<w>klettern|joggen|schwimmen|wandern|laufen|tanzen|reiten|bouldern|"
        r"surfen|segeln|angeln|rudern|turnen|boxen)(?=\s*(?:$|[.,;!]|und\b))|\bich\s+(?P<x>stricke|male|nähe|töpfere|"
        r"gärtnere|klettere|jogge|bouldere|imkere|segle)\s+(?:gerne?|viel|oft|jed\w+|regelmäßig|leidenschaftlich)",
        "hobby",
        "vw",
    ),
    rule(
        rf"\bich\s+spreche\s+(?:(?:auch|fließend|ein\s+bisschen|etwas|gut|nur|\w+)\s+)?(?P<v>{LANGUAGE}(?:(?:,\s*|"
        rf"\s+und\s+)(?:(?:ein\s+bisschen|etwas)\s+)?{LANGUAGE})*)(?!\s+mit)",
        "speaks",
        "languages",
    ),
    rule(
        r"\b(?:ich\s+(?:habe?|leide\s+(?:an|unter))|hab|habe\s+ich|leide\s+(?:an|"
        rf"unter))\s+(?:\w+\s+){{0,3}}?{CONDITION}(?!\w)|\b(?:ich\s+bin|bin)\s+(?P<w>diabetiker(?:in)?|"
        r"asthmatiker(?:in)?|epileptiker(?:in)?|autist(?:in)?|schwerhörig|gehörlos|farbenblind|blind|schwanger|"
        r"legastheniker(?:in)?)",
        "condition",
        "vw",
    ),
    rule(
        r"\bich\s+nehme\s+(?:\w+\s+){0,3}?(?P<v>insulin|metformin|ibuprofen|l-thyroxin|antidepressiva|betablocker|"
        r"ramipril|[a-z]+(?:pril|olol|statin|sartan|prazol|formin|thyroxin))(?!\w)",
        "medication",
    ),
    rule(
        rf"{verb('studiere', 'studieren')}\s+(?!an\b|in\b|noch\b|"
        r"nicht)(?P<v>[A-ZÄÖÜ][\wäöüß-]+(?:\s(?:und\s)?[A-ZÄÖÜ][\wäöüß-]+)?)",
        "studies",
    ),
    rule(
        r"\bstudier(?:e|en)\s+(?:[\wäöüß-]+\s+){0,3}?an\s+der\s+(?P<v>(?-i:(?:[A-ZÄÖÜ]\w*\s?)+))|"
        r"\b(?:an\s+der)\s+(?P<w>(?-i:(?:TU|LMU|FU|HU|RWTH|Uni|Universität|Hochschule)(?:\s[A-ZÄÖÜ]\w+)*))",
        "school",
        "vw",
    ),
    rule(r"\b(?:habe?|hab)\s+(?:ich\s+)?(?:gestern\s+|heute\s+|endlich\s+)?mein\s+auto\s+verkauft\b", "car", "none", ends=True),
    rule(
        r"\bich\s+fahre\s+(?:jetzt\s+|seit\s+\w+\s+)?einen?\s+(?:\w+en\s+)?(?P<v>(?-i:(?:VW|BMW|Audi|Mercedes|Opel|"
        r"Ford|Toyota|Skoda|Fiat|Tesla|Volvo|Golf|Polo|Renault|Peugeot|Seat|Hyundai|Kia|Mazda|"
        r"Honda)(?:\s[A-Z0-9]\w*)?))",
        "car",
    ),
    rule(r"\bmeine?\s+(?:neue\s+)?(?:e-?mail|mail)(?:-?adresse)?\s+(?:ist|lautet)\s+(?P<v>[\w.+-]+@[\w.-]+\w)", "email"),
    rule(r"\bmeine\s+(?:neue\s+)?(?:telefon|handy|mobil)?-?nummer\s+(?:ist|lautet)\s+(?P<v>\+?\d[\d\s/-]{5,18}\d)", "phone"),
    rule(
        r"\b(?:antworte|schreib|sprich|rede|antworten\s+sie)\s+(?:mir\s+|mit\s+mir\s+|bitte\s+|immer\s+|nur\s+|"
        rf"ab\s+jetzt\s+)*auf\s+(?P<v>{LANGUAGE})\b",
        "language",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
        question=True,
    ),
    rule(
        r"(?:^|[.,;!]\s*|\bund\s+|\baber\s+)(?:bitte\s+)?(?:ab\s+(?:jetzt|sofort|heute)|in\s+zukunft|künftig|"
        r"von\s+jetzt\s+an|von\s+nun\s+an|zukünftig)\b(?![^.!?]*\b(?:ich|wir)\b)|(?:^|[.,;!]\s*|\bund\s+|\baber\s+|"
        r"\bdu\s+)(?:bitte\s+)?(?:antworte|schreib|nutze|benutze|verwende|gib|nenn|erkläre?|zeig|rechne|duze|sieze|sag|"
        r"halt|fass)\w*\b[^.!?]*\b(?:immer|nie|niemals|grundsätzlich|jedes\s+mal|stets)\b|(?:^|"
        r"[.,;!]\s*)(?:bitte\s+)?(?:immer|nie|niemals)\s+(?:\w+\s+){0,6}?\w+en\b(?=\s*(?:$|[.,;!]|bitte))|\b(?:duz|"
        r"siez)(?:e|en\s+sie)?\s+mich\b|\b(?:bitte\s+)?keine\s+(?:emojis|aufzählungen|listen|langen\s+antworten|"
        r"anglizismen|floskeln)\b|\b(?:halte?\s+dich|fass\w*\s+dich|antworte)\s+(?:bitte\s+)?(?:immer\s+)?kurz\b",
        None,
        "none",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
    ),
    rule(
        r"\bich\s+(?:selber\s+|selbst\s+)?(?:trinke?|rauche?|esse?)\s+(?:\w+\s+){0,2}?(?:kein(?:e|en|s)?\s+[\wäöüß]+|"
        r"nicht)(?:\s+mehr)?\b",
        None,
        "none",
        kind=Kind.PREFERENCE,
        reason=Reason.PREFERENCE,
        confidence=0.75,
    ),
    rule(
        r"\b(?:wir\s+haben|ich\s+habe?|habe|haben)\s+(?:[\w-]+\s+){0,6}?(?:geheiratet|bestanden|bekommen\s+den\s+job|"
        r"gekündigt|den\s+job\s+bekommen|eine\s+zusage\s+(?:bekommen|erhalten)|abgeschlossen|adoptiert|gewonnen|"
        r"das\s+haus\s+gekauft|ein\s+haus\s+gekauft|eine\s+wohnung\s+gekauft|verlobt|gebrochen)\b|\b(?:ich\s+wurde|"
        r"wurde\s+ich)\s+(?:\w+\s+){0,3}?(?:operiert|befördert|angenommen)\b|\bist\s+(?:\w+\s+){0,4}?(?:gestorben|"
        r"verstorben|geboren)\b",
        None,
        "none",
        kind=Kind.EPISODE,
        reason=Reason.EVENT,
        confidence=0.75,
    ),
    rule(
        r"\b(?:wir|ich)\s+(?:fliegen?|fahren?|fahre|reisen?|fliege|ziehen?|"
        r"ziehe)\s+(?:[\w.]+\s+){0,4}?nach\s+(?-i:[A-ZÄÖÜ])|\bheirat(?:e|en)\s+(?:wir|ich)\b|\b(?:wir|"
        r"ich)\s+heirat(?:e|en)\b|\b(?:wir|ich)\s+(?:bekommen|bekomme|erwarten|erwarte)\s+(?:ein\s+(?:baby|kind)|"
        r"nachwuchs|zwillinge)|\bfang(?:e|en)\s+(?:ich\s+)?(?:\w+\s+){0,3}?(?:neue[nr]?\s+(?:job|stelle|studium)|"
        r"mein\s+studium)",
        None,
        "none",
        kind=Kind.EPISODE,
        reason=Reason.PLAN,
        confidence=0.75,
    ),
)
TONGUE: Final = Tongue(
    rules=_RULES,
    cut=re.compile(
        r"[.,;:!?()\n\"“”„…\u2600-\u27bf\U0001f000-\U0001faff]|\s(?:und|aber|weil|da|denn|oder|sondern|seit|wenn|als|"
        r"dass|für|mit|bei|obwohl|nicht|auch|jetzt|sehr|mehr|am\s+liebsten|über\s+alles|übrigens|gerne?|wirklich|total|"
        r"ich|wir|wegen|außer|schon|im|am|in|an|aus|von|vor|nach|zu|zum|und|lieber|gegenüber|bitte|ist|sind|"
        r"habe?)(?!\w)",
        re.IGNORECASE,
    ),
    determiner=re.compile(
        r"\s*(?:(?:der|die|das|dem|den|des|ein|eine|einen|einem|einer|mein|meine|meinen|alle|jede\w*)\s+)*", re.IGNORECASE
    ),
    joint=re.compile(
        r"\s*(?:,\s*(?:und\s+)?|\s+(?:und|sowie|oder)\s+|\s*[&+/]\s*)(?!ich\b|wir\b|mag\b|bin\b|habe\b|das\b|aber\b|"
        r"auch\s+\w+\s+ich)",
        re.IGNORECASE,
    ),
    kin=re.compile(
        r"\b(?:mein(?:e[mnrs]?)?|unser(?:e[mnrs]?)?)\s+(?:(?:kleine[rn]?|große[rn]?|ältere[rn]?|jüngere[rn]?|neue[rn]?|"
        rf"liebe[rn]?|\d-?jährige[rn]?|zwei|drei|beiden)\s+)*{REL}(?!\w)(?:\s*(?:,|heißt|heißen|namens|ist\s+die|"
        rf"ist\s+der|\()?\s*(?P<name>{NAME}(?:(?:,\s*|\s+und\s+){NAME})*))?(?!-)",
        re.IGNORECASE,
    ),
    relatives=RELATIVES,
    asked=re.compile(
        r"\b(?:merk(?:e)?\s+dir|vergiss\s+(?:bitte\s+)?nicht,?\s+dass|denk(?:e)?\s+(?:bitte\s+)?daran,?\s+dass|"
        r"behalt(?:e)?\s+(?:bitte\s+)?im\s+(?:kopf|hinterkopf)|notier(?:e)?\s+dir|beachte\s+bitte)\b(?!\s+(?:nicht|"
        r"zu))|^\W*wichtig\s*:",
        re.IGNORECASE,
    ),
)
