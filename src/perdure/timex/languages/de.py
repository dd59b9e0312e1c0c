"""German."""

from typing import Final

from perdure.timex.grammar import Language, bag, head, keyed, link, listed, phrase, tail
from perdure.timex.spans import Granularity as U

__all__ = ["GERMAN"]

_ENDINGS: Final = ("e", "en", "er", "es", "em")


def _forms(**stems: int) -> dict[str, int]:
    return {stem + ending: value for stem, value in stems.items() for ending in _ENDINGS}


_LONG_UNITS: Final = {
    **dict.fromkeys(("tag", "tage", "tagen"), U.DAY),
    **dict.fromkeys(("woche", "wochen"), U.WEEK),
    **dict.fromkeys(("wochenende", "wochenenden", "wochenendes"), U.WEEKEND),
    **dict.fromkeys(("monat", "monate", "monaten", "monats"), U.MONTH),
    **dict.fromkeys(("quartal", "quartale", "quartalen", "quartals"), U.QUARTER),
    **dict.fromkeys(("jahr", "jahre", "jahren", "jahres"), U.YEAR),
    **dict.fromkeys(("jahrzehnt", "jahrzehnte", "jahrzehnten", "jahrzehnts"), U.DECADE),
}
_SHORT_UNITS: Final = {
    **dict.fromkeys(("minute", "minuten"), U.MINUTE),
    **dict.fromkeys(("stunde", "stunden"), U.HOUR),
}
_COUNTS: Final = {
    word: (number, number)
    for word, number in {
        **listed("ein,eine,einem,einer,einen,1|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn", 1),
        "zwanzig": 20,
    }.items()
}
_DAY_NAMES: Final = "montag|dienstag|mittwoch|donnerstag|freitag|samstag,sonnabend|sonntag"
_PARTS: Final = {
    **dict.fromkeys(("morgen", "früh", "vormittag"), "morning"),
    "mittag": "noon",
    "nachmittag": "afternoon",
    "abend": "evening",
    "nacht": "night",
}
_COMPOUNDS: Final = {
    f"{part}s": {day + word: number for day, number in listed(_DAY_NAMES).items() for word, name in _PARTS.items() if name == part}
    for part in set(_PARTS.values())
}
_MONTHS: Final = listed(
    "januar,jänner|februar|märz,maerz|april|mai|juni|juli|august|september|oktober|november|dezember",
    1,
)
_SIDES: Final = _forms(letzt=-1, vergangen=-1, vorig=-1, dies=0, nächst=1, naechst=1, kommend=1, vorletzt=-2, übernächst=2)
_CYCLES: Final = {word: unit for word, unit in _LONG_UNITS.items() if unit is not U.DAY}
_WORDS: Final = {
    "count": {
        **_COUNTS,
        **dict.fromkeys(("ein paar", "einigen", "einige", "mehreren", "mehrere", "wenigen", "wenige"), (2, 5)),
    },
    "unit": _LONG_UNITS,
    "anyunit": {**_LONG_UNITS, **_SHORT_UNITS},
    "cycle": _CYCLES,
    "weekday": listed(_DAY_NAMES),
    "month": _MONTHS,
    "short": {**_MONTHS, **listed("jan|feb|mär|apr|mai|jun|jul|aug|sep,sept|okt|nov|dez", 1)},
    "part": _PARTS,
    "season": listed("frühling,frühjahr|sommer|herbst|winter"),
    "side": _SIDES,
    "offset": {"vorvorgestern": -3, "vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2, "uebermorgen": 2},
    "edge": {"anfang": 0, "beginn": 0, "mitte": 1, "ende": 2},
    "nth": {**_forms(erst=1, zweit=2, dritt=3, viert=4, letzt=-1)},
    **_COMPOUNDS,
}
_CLOCKS: Final = ("{hour} uhr(?: {minute})?", r"{hour}[:.]{minute}(?: uhr)?")
_WHOSE: Final = "<des |der |dieses |dieser |vom |im >?"

_PHRASES: Final = (
    phrase("deictic", "{offset}"),
    phrase("deictic", "morgen", evident=True, offset=1),
    phrase("deictic", "letzte nacht", offset=-1, part="night"),
    phrase("date", r"{day}\s?{month:short}\b\.?(?: {year})?"),
    phrase("date", r"{day} {month} {yearside:side} jahres"),
    phrase("date", r"<vom|von|zwischen dem> {day}\s?<bis|und|-|bis zum|und dem>\s?{day2} {month}(?: {year})?"),
    phrase("date", r"{day}\s?-\s?{day2} {month}(?: {year})?"),
    phrase("date", r"<am|vom|seit dem|bis zum|zum|den> {day}\s?{month:number}\.(?!\d)"),
    phrase("numeric", r"<am|vom|seit dem|bis zum|zum|den> {number}\.\s?{number2}\.\s?{number3}"),
    phrase("month", "{month:short}\\.? {year}"),
    phrase("month", "{month} {yearside:side} jahres"),
    phrase("month", "{yearside:side} jahr im {month}"),
    phrase("month", "{side} {month}"),
    phrase("month", "{month}", weak=True),
    phrase("year", "jahre?s? {year}"),
    phrase("decade", "{decade:century}er(?: jahren?)?"),
    phrase("decade", "{decade}er jahren?"),
    phrase("decade", "<die|den|der> {decade}ern?"),
    phrase("season", "{season} {year}"),
    phrase("season", "{side} {season}"),
    phrase("season", "{season} {yearside:side} jahres"),
    phrase("season", "{yearside:side} jahr im {season}"),
    phrase("season", "im {season}"),
    phrase("quarter", "q{quarter} {year}"),
    phrase("quarter", "{quarter}\\. quartal {year}"),
    phrase("quarter", "{quarter:nth} quartal {year}"),
    phrase("cycle", "{side} {unit:cycle}"),
    phrase("cycle", "{edge} <des|der|dieses|dieser> {unit:cycle}", side=0),
    phrase("weekend", "<am|übers|über das> wochenende"),
    phrase("weekday", "{weekday}", shy=True),
    phrase("weekday", "{side} {weekday}", coming=True),
    phrase("weekday", "{weekday} <der >?{weekside:side} woche"),
    phrase("weekday", "{weekside:side} woche <am >?{weekday}"),
    *(phrase("weekday", f"<am >?{{weekday:{part}}}", part=part[:-1]) for part in _COMPOUNDS),
    *(phrase("weekday", f"{{side}} {{weekday:{part}}}", coming=True, part=part[:-1]) for part in _COMPOUNDS),
    *(phrase("weekday", f"{{weekside:side}} woche <am >?{{weekday:{part}}}", part=part[:-1]) for part in _COMPOUNDS),
    phrase("shift", "vor <etwa |ungefähr |rund |gut |knapp |circa >?{count} {unit:anyunit}", sign=-1),
    phrase("shift", "in <etwa |ungefähr |rund |gut |knapp |circa >?{count} {unit:anyunit}", sign=1),
    phrase("shift", "vor <anderthalb|eineinhalb|1,5> {unit:anyunit}", sign=-1, count=(1, 1), half=True),
    phrase("shift", "heute vor {count} {unit}", sign=-1, exact=True),
    phrase("shift", "heute in {count} {unit}", sign=1, exact=True),
    phrase("shift", "neulich", sign=-1, count=(2, 7), unit=U.DAY),
    phrase("rolling", "<letzten|vergangenen> {count} {unit:anyunit}", sign=-1),
    phrase("rolling", "<nächsten|kommenden> {count} {unit:anyunit}", sign=1),
    phrase("day of month", "am {day} {monthside:side} monats"),
    phrase("clock", "um {hour} uhr(?: {minute})?"),
    phrase("clock", "um {hour}:{minute}(?: uhr)?"),
    phrase("part", "am {part}"),
    phrase("blocked", "<guten|gute|jeden|der|den|diesen|schönen> {part}"),
    phrase("blocked", "{weekday}s"),
)
_CONTEXT: Final = (
    head("keep", "<am|im|in|bis|ab|um|vom|zum|gegen|während|der|des|den> <dem |der |den |des >?<jahr |jahre |jahres >?<monat >?"),
    head("since", "seit <dem |der |den >?<jahr |jahre >?"),
    head("open", "zwischen <dem |der >?"),
    head("open", "<von|vom> <der >?", strong=True),
    head("blocked", "<jede|jeden|jeder|jedes|jedem|alle> <zweiten |zweite |zweites >?"),
    head("blocked", "<vor|nach> <dem |der >?<jahr >?"),
    head("edge", f"{{edge}} {_WHOSE}"),
    head("relation", "{weekday} vor <dem |der >?", sign=-1),
    head("relation", "{weekday} nach <dem |der >?", sign=1),
    head("relation", "{unit} vor <dem |der >?", sign=-1),
    head("relation", "{unit} nach <dem |der >?", sign=1),
    head("relation", "{count} {unit} vor <dem |der >?", sign=-1),
    head("relation", "{count} {unit} nach <dem |der >?", sign=1),
    head("holding", "{unit} <vom|des|um den> "),
    head("nth", f"{{nth}} {{unit}} {_WHOSE}"),
    head("nth", f"{{nth}} {{weekday}} {_WHOSE}"),
    head("weekday", "{weekday},? <den |dem |der >?"),
    *(head("clock", f"<um |gegen >?{clock} <am >?") for clock in _CLOCKS),
    tail("weekday", r"{weekday}\)?"),
    tail("part", "<am |in der >?{part}"),
    *(tail("clock", f"<um |gegen |ab >?{clock}") for clock in _CLOCKS),
    link("bis <zum >?"),
    link("und <dem >?", opened=True),
)

GERMAN: Final = Language(
    name="de",
    words=_WORDS,
    rules=_PHRASES + _CONTEXT,
    keys=keyed(
        "morgen neulich uhr",
        *(_WORDS[name] for name in ("anyunit", "weekday", "short", "season", "offset", "part")),
        *_COMPOUNDS.values(),
    ),
    common=bag(
        "der die das und ist nicht ich du wir ihr sie er es ein eine einen mit auf für von zu den dem am im war bin hat habe haben "
        "wird werde werden auch noch wie was uhr um seit bis anfang ende mitte vor hier gehe bei zum zur"
    ),
    past=(
        r"\b(?:war|waren|warst|hatte|hatten|wurde|wurden|ging|gingen|kam|kamen|sah|sahen|fuhr|fuhren|fand|blieb|gab|traf|trafen|"
        r"(?:hab|habe|hat|haben|bin|sind|ist)\b.{0,80}\b[a-z]{0,6}ge(?!gen|hen|ben|rn)[a-z]{2,}(?:t|en))\b"
    ),
    future=r"\b(?:werde|wirst|wird|werden|will|wollen|möchte|soll|sollen|muss|plane|planen|fahre|fliege|komme|fällig|bis)\b",
    habit=r"\b(?:immer|oft|meistens|normalerweise|jede[nrsm]?|manchmal|gewöhnlich|täglich|wöchentlich)\b",
    ordinal=r"\.?",
)
