"""Spanish."""

from typing import Final

from perdure.timex.grammar import Language, bag, head, keyed, link, listed, phrase, tail
from perdure.timex.spans import Granularity as U

__all__ = ["SPANISH"]

_LONG_UNITS: Final = {
    **dict.fromkeys(("día", "días"), U.DAY),
    **dict.fromkeys(("semana", "semanas"), U.WEEK),
    **dict.fromkeys(("fin de semana", "fines de semana", "finde"), U.WEEKEND),
    **dict.fromkeys(("mes", "meses"), U.MONTH),
    **dict.fromkeys(("trimestre", "trimestres"), U.QUARTER),
    **dict.fromkeys(("año", "años"), U.YEAR),
    **dict.fromkeys(("década", "décadas"), U.DECADE),
}
_SHORT_UNITS: Final = {
    **dict.fromkeys(("minuto", "minutos"), U.MINUTE),
    **dict.fromkeys(("hora", "horas"), U.HOUR),
}
_COUNTS: Final = {
    word: (number, number)
    for word, number in {
        **listed("un,una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince", 1),
        "veinte": 20,
        "treinta": 30,
    }.items()
}
_CYCLES: Final = {
    word: unit for word, unit in _LONG_UNITS.items() if word in {"semana", "fin de semana", "finde", "mes", "trimestre", "año", "década"}
}
_MONTHS: Final = listed(
    "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre,setiembre|octubre|noviembre|diciembre",
    1,
)
_WORDS: Final = {
    "count": {
        **_COUNTS,
        **dict.fromkeys(("un par de",), (2, 3)),
        **dict.fromkeys(("unos", "unas", "varios", "varias", "algunos", "algunas", "pocos", "pocas", "unos pocos"), (2, 5)),
    },
    "unit": _LONG_UNITS,
    "anyunit": {**_LONG_UNITS, **_SHORT_UNITS},
    "cycle": _CYCLES,
    "day": {"primero": 1},
    "weekday": listed("lunes|martes|miércoles|jueves|viernes|sábado|domingo"),
    "month": _MONTHS,
    "part": {
        "mañana": "morning",
        "mediodía": "noon",
        "tarde": "afternoon",
        "noche": "night",
        "madrugada": "small hours",
    },
    "season": listed("primavera|verano|otoño|invierno"),
    "post": {"pasado": -1, "pasada": -1, "último": -1, "que viene": 1, "que entra": 1, "próximo": 1, "próxima": 1, "antepasada": -2},
    "pre": {
        "pasado": -1,
        "pasada": -1,
        "último": -1,
        "última": -1,
        "este": 0,
        "esta": 0,
        "próximo": 1,
        "próxima": 1,
    },
    "offset": {
        "ayer": -1,
        "hoy": 0,
        "anteayer": -2,
        "antier": -2,
        "antes de ayer": -2,
        "pasado mañana": 2,
    },
    "edge": {
        **dict.fromkeys(("principios", "comienzos", "inicios", "principio", "inicio"), 0),
        **dict.fromkeys(("mediados",), 1),
        **dict.fromkeys(("finales", "fines", "final", "fin"), 2),
    },
    "nth": listed("primer,primera|segundo,segunda|tercer,tercera|cuarto,cuarta", 1) | {"último": -1, "última": -1},
    "quarterword": listed("primer|segundo|tercer|cuarto", 1),
    "ampm": {"de la mañana": 0, "de la madrugada": 0, "de la tarde": 12, "de la noche": 12, "am": 0, "pm": 12, "a.m.": 0, "p.m.": 12},
    "decadeword": {"veinte": 1920, "treinta": 1930, "cuarenta": 1940, "cincuenta": 1950, "sesenta": 1960, "setenta": 1970}
    | {"ochenta": 1980, "noventa": 1990},
}
_YEAR: Final = "<de |del |, ><año >?{year}"
_CLOCKS: Final = (r"{hour}(?:[:.]{minute})? {ampm}", r"{hour}:{minute}<h| horas>?")

_PHRASES: Final = (
    phrase("deictic", "{offset}"),
    phrase("deictic", "mañana", offset=1),
    phrase("deictic", "anoche", offset=-1, part="night"),
    phrase("deictic", "anteanoche", offset=-2, part="night"),
    phrase("deictic", "esta {part}", offset=0),
    phrase("deictic", "este mediodía", offset=0, part="noon"),
    phrase("date", rf"{{day}} de {{month}}(?:\s?{_YEAR})?"),
    phrase("date", "{day} de {month} del año {yearside:post}"),
    phrase("date", "{day} {month} {year}"),
    phrase("date", rf"<del|entre el|desde el|de> {{day}} <al|y el|hasta el|a> {{day2}} de {{month}}(?:\s?{_YEAR})?"),
    phrase("month", "{month} <de |del ><año >?{year}"),
    phrase("month", "{month} {year}"),
    phrase("month", "{month} del año {yearside:post}"),
    phrase("month", "{month} {side:post}"),
    phrase("month", "{side:pre} {month}"),
    phrase("month", "{month}", weak=True),
    phrase("year", "año {year}"),
    phrase("decade", "años {decade}"),
    phrase("decade", "años {decade:decadeword}"),
    phrase("decade", "década de <los >?{decade}"),
    phrase("season", "{season} <de |del ><año >?{year}"),
    phrase("season", "{season} {side:post}"),
    phrase("season", "{side:pre} {season}"),
    phrase("season", "{season} del año {yearside:post}"),
    phrase("season", "en <el >?{season}"),
    phrase("quarter", "{quarter:quarterword} trimestre <de|del> <año >?{year}"),
    phrase("cycle", "{unit:cycle} {side:post}"),
    phrase("cycle", "{side:pre} {unit:cycle}"),
    phrase("cycle", "semana antepasada", unit=U.WEEK, side=-2),
    phrase("cycle", "año antepasado", unit=U.YEAR, side=-2),
    phrase("cycle", "{edge} <del|de la|de este|de esta|de> {unit:cycle}", evident=True, side=0),
    phrase("weekend", "<el|en el|durante el> <fin de semana|finde>"),
    phrase("weekday", "{weekday}", shy=True),
    phrase("weekday", "{weekday} {side:post}", coming=True),
    phrase("weekday", "{side:pre} {weekday}", coming=True),
    phrase("weekday", "{weekday} de la semana {weekside:post}"),
    phrase("weekday", "{weekday} de la {weekside:pre} semana"),
    phrase("shift", "hace <ya |como |casi |unos |unas |aproximadamente >?{count} {unit:anyunit}", sign=-1),
    phrase("shift", "hace {count} {unit:anyunit} y medi[oa]", sign=-1, half=True),
    phrase("shift", "{count} {unit:anyunit} atrás", sign=-1),
    phrase("shift", "dentro de {count} {unit:anyunit}", sign=1),
    phrase("shift", "en {count} {unit:anyunit}", sign=1),
    phrase("shift", "el otro día", sign=-1, count=(2, 7), unit=U.DAY),
    phrase("rolling", "<últimos|últimas|pasados|pasadas> {count} {unit:anyunit}", sign=-1),
    phrase("rolling", "<próximos|próximas> {count} {unit:anyunit}", sign=1),
    phrase("day of month", "{day} del mes {monthside:post}"),
    *(phrase("clock", f"a <la|las> {clock}") for clock in _CLOCKS),
    phrase("part", "<por|en> la {part}"),
    phrase("blocked", "<la|una|las|de la|buenas|buena> {part}"),
    phrase("blocked", "hoy en día"),
    phrase("blocked", "<los|las> {weekday}"),
)
_CONTEXT: Final = (
    head("keep", "<en|de|del|hasta|durante|para|por|a> <el |la |los |las >?<año |mes de >?"),
    head("since", "desde <el |la |los |las >?<año |mes de >?"),
    head("open", "entre <el |la >?"),
    head("open", "<de|del|desde> <el |la >?", strong=True),
    head("blocked", "<todo|todos|todas|cada> <el |los |las >?"),
    head("blocked", "<antes|después> <de |del ><el |la >?"),
    head("edge", "{edge} <de |del ><la |los |las |el >?"),
    head("relation", "{weekday} <antes|anterior> <de |del |al |a ><el |la >?", sign=-1),
    head("relation", "{weekday} <después|siguiente> <de |del |al |a ><el |la >?", sign=1),
    head("relation", "{unit} <antes|anterior> <de |del |al |a ><el |la >?", sign=-1),
    head("relation", "{count} {unit} <antes|anteriores> <de |del |al |a ><el |la >?", sign=-1),
    head("relation", "{unit} <después|siguiente> <de |del |al |a ><el |la >?", sign=1),
    head("relation", "{count} {unit} después <de |del ><el |la >?", sign=1),
    head("holding", "{unit} <del|de la|de> "),
    head("nth", "{nth} {unit} <de|del> <la >?"),
    head("nth", "{nth} {weekday} <de|del> <la >?"),
    head("part", "{part} <del|de la|de> <día >?"),
    head("weekday", "{weekday},? <el |día >?"),
    *(head("clock", f"a <la|las> {clock} <del |de |de la |el >?") for clock in _CLOCKS),
    tail("weekday", r"{weekday}\)?"),
    tail("part", "<por la |en la |de la |a la |al |a ><mismo >?{part}"),
    tail("part", "{part}"),
    *(tail("clock", f"<a |sobre |hacia ><la|las> {clock}") for clock in _CLOCKS),
    link("<hasta|a|al> <el |la >?"),
    link("y <el |la >?", opened=True),
)

SPANISH: Final = Language(
    name="es",
    words=_WORDS,
    rules=_PHRASES + _CONTEXT,
    keys=keyed(
        "ayer hoy anteayer antier anoche anteanoche mañana fin",
        *(_WORDS[name] for name in ("anyunit", "weekday", "month", "season", "part")),
    ),
    common=bag(
        "el los las que una es en con por para y no mi tu su se lo fue era está estoy tengo yo nos pero más muy hay del como fui "
        "fuimos vamos voy unos viene pasado pasada próximo próxima desde hace"
    ),
    past=(
        r"\b(?:fui|fue|fuimos|fueron|era|eran|estaba|estuve|estuvo|estuvimos|tuve|tuvo|tuvimos|hice|hizo|hicimos|vi|vio|vimos|vino|"
        r"di|dio|dije|dijo|había|había[ns]?|compré|llegué|comí|viví|conocí|salí|nací|empecé|nacimos|jugamos|comimos|conocimos|[a-zñ]{3,}(?:aron|ieron|aba|aban))\b"
    ),
    future=r"\b(?:voy a|vas a|va a|vamos a|van a|tengo que|quiero|quiere|iré|irá|iremos|será|haré|haremos|nos vemos|viajo|planeo|vence)\b",
    habit=r"\b(?:siempre|cada|todos|todas|normalmente|suelo|suele|a menudo|a veces|generalmente)\b",
    ordinal="(?:º|°)?",
)
