"""How German, Spanish, French, Chinese and Japanese say that something is to be done."""

import re
from collections.abc import Iterator
from typing import Final

from perdure.tasks.heads import Head, Kind

__all__ = ["TRIGGERS", "WIDE_TRIGGERS", "foreign_heads"]

TRIGGERS: Final = (
    "erinner",
    "vergess",
    "vergiss",
    "muss ",
    "müssen",
    "sollte ",
    "darf ",
    "werde ",
    "fällig",
    "frist",
    "abgabe",
    "recuérda",
    "recuerda",
    "acuérda",
    "acuerda",
    "recordar",
    "olvid",
    "tengo que",
    "tenemos que",
    "debo ",
    "debemos",
    "necesito ",
    "hay que",
    "voy a ",
    "vence",
    "plazo",
    "fecha l",
    "entreg",
    "rappel",
    "oubli",
    "dois ",
    "devons",
    "faut ",
    "vais ",
    "date limite",
    "rendre",
)
"""One of these stands in every lower-case text of Latin letters that this module finds something in."""
WIDE_TRIGGERS: Final = (
    "提醒",
    "忘",
    "必须",
    "得",
    "需要",
    "要",
    "应该",
    "截止",
    "待办",
    "会在",
    "リマインド",
    "思い出",
    "なけれ",
    "なきゃ",
    "ないと",
    "必要",
    "締",
    "までに",
    "やること",
)
"""The same for Chinese and Japanese."""

_CUT: Final = re.compile(
    r"(?<!\d)(?<!\bdr)\.(?=\s|$)|[!?;\n()\"„“”«»]|:(?!\d)| [-–—]+ |,\s*(?=(?:aber|sonst|weil|denn|kannst|konntest|damit|obwohl|bevor|wenn|"
    r"was|wie|der|die|das|und (?:ich|dann|kannst|du)|bitte|danke|ist|dass|erinner|recuerdame|recuerda|rappelle|tu|me le|o sea|pero|porque|"
    r"puedes|podrias|como|que|sino|si|asi|para que|gracias|por favor|y (?:yo|no|me|luego|tu)|es|mais|parce|car|peux|pourrais|pouvez|"
    r"comment|sinon|quand|pour que|merci|s'il|et (?:je|j'|tu|il|puis)|c'est|donc)\b)|\s(?=(?:aber|weil|denn sonst|und (?:ich|du|kannst)|"
    r"oder (?:ich|wir)|sonst|pero|porque|y (?:no|me|luego)|mais|parce|car|sinon|et (?:je|j'|tu)|donc)\b)"
)
_REMIND: Final = re.compile(
    r"\b(?:erinner(?:e|st|n)? (?:du |sie )?(?:mich|uns)(?: bitte)?(?: (?:noch|mal|auch))*|(?:mich|uns) (?P<late>[^\n.!?]{0,60}?) erinnern|"
    r"(?:lass mich nicht vergessen|(?:ich )?(?:darf|will|sollte) (?:auf keinen fall |bloss |unbedingt )?nicht vergessen|"
    r"vergiss nicht,? mich (?:daran )?zu erinnern)|(?:recuerdame|acuerdame|recuerdanos|recordarme|recuerdeme|avisame|"
    r"no me dejes olvidar(?:me)?(?: de)?|(?:no )?(?:puedo|debo|quiero) olvidar(?:me)?(?: de)?|que no se me olvide)(?: por favor)?|"
    r"(?:rappelle[sz]?-(?:le-)?(?:moi|nous)|(?:n'oublie[sz]? pas de me|pense[sz]? a me|tu peux me|peux-tu me|pourrais-tu me|"
    r"vous pouvez me|"
    r"pouvez-vous (?:me|nous)) rappeler|(?:tu peux|peux-tu|pourrais-tu|vous pouvez|pouvez-vous) (?:me|nous) rappeler|fais-moi penser|"
    r"(?:ne me laisse pas|il ne faut pas que j'|je ne dois pas|faut pas que j')\s?oublier?)(?: s'il te plait| s'il vous plait| stp)?)"
)
_DUTY: Final = re.compile(
    r"(?P<de>\b(?:ich|wir) (?:muss|mussen|sollten?|musste)\b|\b(?:muss|mussen|sollte) (?:ich|wir)\b)(?: (?:noch|unbedingt|dringend|auch|"
    r"wirklich|heute noch|endlich|mal|ja|doch|jetzt))*|(?P<es>\b(?:tengo que|tenemos que|debo|debemos|hay que|"
    r"necesito(?= [a-z]+[aei]r(?:se|lo|la|los|las|le|les|me)?\b)|me toca)(?: (?:tambien|todavia|aun|urgentemente))*)|(?P<fr>\b(?:je dois|"
    r"nous devons|on doit|il faut que j[e']|il faut|il me faut|faut que je|faut|j'ai a|je suis cense)(?: (?:absolument|encore|aussi|"
    r"vraiment|"
    r"d'urgence|penser a))*)"
)
_PROMISE: Final = re.compile(
    r"(?P<de>\b(?:ich|wir) (?:werde|werden)\b|\b(?:werde|werden) (?:ich|wir)\b)|(?P<es>\b(?:voy a|vamos a))|(?P<fr>\b(?:je vais|"
    r"nous allons|on va))"
)
_OVER: Final = r"(?:(?:ab|ein|aus|auf|an|zuruck)?ge[a-z]+(?:t|en)|bezahlt|fertig|uberwiesen)(?: werden| sein)\b"
_TERM: Final = r"(?:abgabe(?:frist|termin)?|frist|deadline|stichtag)(?: (?:fur|von|vom|der|des|zur?m?))+"
_PLAZO: Final = r"(?:fecha limite|plazo|fecha de entrega)(?: (?:para|del?|de la|es para))+"
_TIME_FIRST: Final = r"(?!(?:bis|am|im|vor|zum|morgen|heute|ubermorgen|spatestens|nachste\w*) )"
# Whether the title goes on behind the match, or is the group alone.
_DUE: Final = tuple(
    (re.compile(pattern), whole)
    for pattern, whole in (
        (r"(?P<what>[^\n.!?;:,]{2,60}?) (?:ist|sind) (?=[^\n!?;]{0,40}\bfallig)", False),
        (rf"{_TERM} (?P<what>[^\n.!?;:,]{{2,60}}?) (?:ist|endet|lauft)", False),
        (rf"\bist (?:die |der )?{_TERM} (?P<what>[^\n.!?;:,]{{2,60}})", False),
        (rf"\b{_TIME_FIRST}(?P<what>[^\n.!?;:,]{{2,60}}?) (?:muss|mussen) (?=[^\n!?;]{{0,60}}\b{_OVER})", True),
        (rf"\b(?:muss|mussen) (?P<what>(?:der|die|das|mein\w*|unser\w*) [^\n!?;,]{{2,60}}?) (?={_OVER})", True),
        (r"(?P<what>[^\n.!?;:,¡¿]{2,60}?) (?:vence|se entrega|hay que entregarlo)\b", False),
        (rf"{_PLAZO} (?P<what>[^\n.!?;:,]{{2,60}}?) (?:es|vence|termina|acaba)", False),
        (r"(?P<what>[^\n.!?;:,]{2,60}?) (?:est|sont) (?:a rendre|a remettre|a payer|du|due|dus)\b", False),
        (r"(?:date limite|echeance|delai)(?: (?:pour|de|du|de la|des))+ (?P<what>[^\n.!?;:,]{2,60}?) est", False),
        (r"(?P<what>[^\n.!?;:,]{2,60}?) (?:doit|doivent) etre (?=[a-z]+)", True),
    )
)
_IDLE: Final = re.compile(
    r"\b(?:wissen|sagen|zugeben|gehen|los|weg|arbeiten|schlafen|verstehen|warten|denken|nachdenken|lernen|sein|haben|aufstehen|lachen|"
    r"gestehen|fragen|glauben|machen)$|^(?:saber|entender|comprender|decir|ser|estar|tener|hacer(?:lo)?|pensar|ver|trabajar|dormir|"
    r"aprender|esperar|irme|admitir|ayuda|preguntar|mejorar|levantarme|reconocer|considerar|ir(?! (?:a|al)\b))\b|^(?:savoir|comprendre|"
    r"dire|etre|avoir|faire(?: (?:ca|cela|plus|mieux))?$|penser|voir|travailler|dormir|apprendre|attendre|partir|admettre|avouer|demander|"
    r"ameliorer|me lever|aller(?! (?:a|au|chez|chercher)\b)|que|du|de la|des|un|une|tu|vous)\b"
)
_ERRAND: Final = re.compile(
    r"\b(?:an|ab|ein|zuruck|aus|nach|um|vor)?(?:rufen|melden|kaufen|holen|bezahlen|zahlen|uberweisen|schicken|senden|reservieren|buchen|"
    r"bestellen|verlangern|erneuern|kundigen|abgeben|einreichen|bringen|beantragen|absagen|vereinbaren|ausfullen|unterschreiben|giessen|"
    r"waschen|putzen|reparieren|drucken|packen|abholen|anrufen|antworten|mailen)$|^(?:llamar|comprar|pagar|enviar|mandar|reservar|renovar|"
    r"recoger|devolver|entregar|cancelar|pedir|imprimir|regar|lavar|firmar|escribir|contestar|responder|inscribir|llevar|sacar|presentar|"
    r"solicitar|limpiar|arreglar|reparar)|^(?:d')?(?:appeler|rappeler|acheter|payer|envoyer|reserver|renouveler|recuperer|rendre|annuler|"
    r"commander|imprimer|arroser|laver|signer|ecrire|repondre|inscrire|apporter|deposer|remettre|contacter|nettoyer|reparer|"
    r"prendre rendez-vous|achete|appelle|paie|envoie|rende|renouvelle|passe)"
)
_OTHERS: Final = re.compile(
    r"^(?:ich|wir|er|sie|es|du|ihr|man|sein\w*|ihre?\w*|das baby|el bebe|ella|su|sus|tu|il|elle|son|sa|ses|ton|ta|le bebe|ce|c)\b"
)
_NOT_DUTY: Final = re.compile(
    r"(?:\b(?:was|wie|wann|wo|warum|wenn|falls|ob|dass|que|como|cuando|donde|si|qu'|comment|quand|ou|quoi|lo que|ce que|no|nicht|kein\w*|"
    r"ne)\s*)$"
)
_HAN_REMIND: Final = re.compile(
    r"(?:记得|请|麻烦|到时候?|帮我)*(?:提醒(?:我|一下我|我们)|别让我忘(?:了|记)|不要让我忘(?:了|记)|让我别忘(?:了|记))(?:一下|要|得|去)*"
)
_HAN_DUTY: Final = re.compile(
    r"(?:我|我们|咱们)(?P<between>[^，。！？,.!?\n]{0,14}?)(?P<must>必须|一定要|需要|还得|还要|应该|不能忘了?|别忘了?|得(?!到|了|很|意)|"
    r"要(?!是|求|不|的|么))(?:要|得|记得)*"
)
_HAN_PROMISE: Final = re.compile(r"我(?:会|打算|准备|计划|答应)(?=[^，。！？,.!?\n]{2,30})")
_HAN_DUE: Final = re.compile(r"(?P<what>[^，。！？,.!?\n]{2,20}?)的?(?:截止日期|截止时间|截止|期限)(?:是|在|到|为)?")
_HAN_TODO: Final = re.compile(r"(?:待办(?:事项)?|任务|提醒|やること|todo|タスク|リマインダー)\s*[:：]")
_HAN_IDLE: Final = re.compile(
    r"^(?:知道|了解|说|问|你|看看|想|学|理解|明白|帮助|一个|一份|一些|更|睡|上班|走了|的|做(?:什么|到)|怎么|什么|吃|注意|努力|考虑|承认)"
)
_HAN_CUT: Final = re.compile(r"[，。！？；,.!?;\n、（）()]|但是|因为|不然|否则")
_KANA_OTHERS: Final = re.compile(r"彼女?[はがも]|あなた|君[はが]|さん[はが]")
_KANA_REMIND: Final = re.compile(
    r"(?P<what>[^。！？!?\n]{2,60}?)(?:(?:の|こと)?を?(?:忘れない(?:ように|で)|忘れず(?:に)?|覚えておいて|思い出させて|リマインド)|"
    r"(?:ように|よう|と|って)(?:リマインド|思い出させて|教えて|知らせて))"
)
_KANA_DUTY: Final = re.compile(
    r"(?P<what>[^。！？!?\n]{2,60}?)(?:し|[わかさたなまらがばびきぎみりにえけせてねめれべげっ])?(?:なければ(?:なら(?:ない|なく|ぬ)|"
    r"いけない|なりません|いけません)|なきゃ(?:いけない|ならない|。|$|！|、)?|なくちゃ|ないと(?:いけない|ならない|だめ|。|$|！)|"
    r"必要がある|必要があります|べきだ)"
)
_KANA_PROMISE: Final = re.compile(
    r"(?P<what>[^。！？!?\n]{2,60}?までに[^。！？!?\n]{2,40}?(?:します|する|提出|出す|送る|送ります|終わらせる|終わらせます|やる|"
    r"やります))(?:つもり|予定|ね|よ)?(?=[。！!\n]|です|$)"
)
_KANA_DUE: Final = re.compile(r"(?P<what>[^。！？!?\n、]{2,30}?)の?(?:締め?切り?|期限|〆切)(?:は|が|：|:)")


def foreign_heads(text: str, *, han: bool) -> Iterator[Head]:
    """What a folded clause of another language than English says is to be done; `han`: it has Chinese or Japanese letters."""
    if han:
        yield from _kana(text) if re.search("[\u3040-\u30ff]", text) else _chinese(text)
        return
    for match in _REMIND.finditer(text):
        yield from _reminding(text, match)
    for pattern, whole in _DUE:
        for match in pattern.finditer(text):
            begin, end = match.span("what")
            if not _OTHERS.match(text[begin:end].strip()):
                yield Head(Kind.DEADLINE, match.start(), begin, _end(text, match.end()) if whole else end, undated=False)
    for pattern, kind in ((_DUTY, Kind.DUTY), (_PROMISE, Kind.PROMISE)):
        for match in pattern.finditer(text):
            yield from _doing(text, match, kind)


def _end(text: str, begin: int) -> int:
    found = _CUT.search(text, begin)
    return found.start() if found else len(text)


def _reminding(text: str, match: re.Match[str]) -> Iterator[Head]:
    if match["late"]:
        yield Head(Kind.ASKED, match.start(), *match.span("late"))
        return
    # "Erinnere mich morgen daran, ...": the comma belongs to it.
    begin = match.end()
    comma = re.match(r"[^.!?;\n,]{0,60}(?:\bdaran|\bvergessen),\s*|\s*,\s*", text[begin:])
    end = _end(text, begin + (comma.end() if comma else 0))
    rest = text[begin:end]
    thing = re.match(r"[\s,]*(?:an (?:den|die|das|mein\w*)|sobre|de (?:la|el|mi)|del|mon|ma|le|la|l')\b", rest)
    yield Head(Kind.ABOUT if thing else Kind.ASKED, match.start(), begin, end)


def _doing(text: str, match: re.Match[str], kind: Kind) -> Iterator[Head]:
    if _NOT_DUTY.search(text, max(0, match.start() - 12), match.start()):
        return
    begin = match.end()
    end = _end(text, begin)
    words = text[begin:end].strip()
    german = match["de"] is not None
    if not words or _IDLE.search(words) or (german and re.match(r"(?:nicht|kein)", words)):
        return
    yield Head(kind, match.start(), begin, end, undated=kind is Kind.DUTY and _ERRAND.search(words) is not None)


def _han_end(text: str, begin: int) -> int:
    found = _HAN_CUT.search(text, begin)
    return found.start() if found else len(text)


def _chinese(text: str) -> Iterator[Head]:
    for match in _HAN_REMIND.finditer(text):
        yield Head(Kind.ASKED, match.start(), match.end(), _han_end(text, match.end()))
    for match in _HAN_TODO.finditer(text):
        yield Head(Kind.ASKED, match.start(), match.end(), _han_end(text, match.end()))
    for match in _HAN_DUE.finditer(text):
        yield Head(Kind.DEADLINE, match.start(), *match.span("what"), undated=False)
    for match in _HAN_DUTY.finditer(text):
        begin, end = match.end(), _han_end(text, match.end())
        if end - begin >= 2 and not _HAN_IDLE.match(text[begin:end]) and not re.search(r"[不没你他她]|如果|为什么", match["between"]):
            yield Head(
                Kind.DUTY,
                match.start(),
                begin,
                end,
                undated=match["must"] in {"必须", "一定要", "不能忘", "不能忘了", "别忘", "别忘了", "还得"},
            )
    for match in _HAN_PROMISE.finditer(text):
        yield Head(Kind.PROMISE, match.start(), match.end(), _han_end(text, match.end()), undated=False)


def _kana(text: str) -> Iterator[Head]:
    for match in _HAN_TODO.finditer(text):
        yield Head(Kind.ASKED, match.start(), match.end(), _han_end(text, match.end()))
    if _KANA_OTHERS.search(text):
        return
    for match in _KANA_REMIND.finditer(text):
        yield Head(Kind.ASKED, match.start(), *match.span("what"))
    for match in _KANA_DUE.finditer(text):
        yield Head(Kind.DEADLINE, match.start(), *match.span("what"), undated=False)
    for match in _KANA_DUTY.finditer(text):
        yield Head(Kind.DUTY, match.start(), *match.span("what"), undated=False)
    for match in _KANA_PROMISE.finditer(text):
        yield Head(Kind.PROMISE, match.start(), *match.span("what"), undated=False)
