"""French."""

from typing import Final

from perdure.timex.grammar import Language, bag, head, keyed, link, listed, phrase, tail
from perdure.timex.spans import Granularity as U

__all__ = ["FRENCH"]

_LONG_UNITS: Final = {
    **dict.fromkeys(("jour", "jours"), U.DAY),
    **dict.fromkeys(("semaine", "semaines"), U.WEEK),
    **dict.fromkeys(("week-end", "week-ends", "weekend", "weekends"), U.WEEKEND),
    "mois": U.MONTH,
    **dict.fromkeys(("trimestre", "trimestres"), U.QUARTER),
    **dict.fromkeys(("an", "ans", "année", "années"), U.YEAR),
    **dict.fromkeys(("décennie", "décennies"), U.DECADE),
}
_SHORT_UNITS: Final = {
    **dict.fromkeys(("minute", "minutes"), U.MINUTE),
    **dict.fromkeys(("heure", "heures"), U.HOUR),
}
_COUNTS: Final = {
    word: (number, number)
    for word, number in {
        **listed("un,une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze", 1),
        "vingt": 20,
        "trente": 30,
    }.items()
}
_CYCLES: Final = {
    word: unit
    for word, unit in _LONG_UNITS.items()
    if word in {"semaine", "week-end", "weekend", "mois", "trimestre", "an", "année", "décennie"}
}
_MONTHS: Final = listed("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre", 1)
_WORDS: Final = {
    "count": {
        **_COUNTS,
        **dict.fromkeys(("quelques", "plusieurs"), (2, 5)),
    },
    "unit": _LONG_UNITS,
    "anyunit": {**_LONG_UNITS, **_SHORT_UNITS},
    "cycle": _CYCLES,
    "weekday": listed("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"),
    "month": _MONTHS,
    "short": {**_MONTHS, **listed("janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc", 1)},
    "part": {"matin": "morning", "midi": "noon", "après-midi": "afternoon", "soir": "evening", "nuit": "night"},
    "season": listed("printemps|été|automne|hiver"),
    "post": {"dernier": -1, "dernière": -1, "passé": -1, "passée": -1, "prochain": 1, "prochaine": 1, "qui vient": 1},
    "pre": {"ce": 0, "cet": 0, "cette": 0},
    "offset": {"avant-hier": -2, "avant hier": -2, "aujourd'hui": 0, "demain": 1, "après-demain": 2, "après demain": 2},
    "edge": {"début": 0, "milieu": 1, "mi": 1, "fin": 2},
    "nth": listed("premier,première|deuxième|troisième|quatrième", 1) | {"dernier": -1, "dernière": -1},
    "ampm": {"du matin": 0, "de l'après-midi": 12, "du soir": 12},
    "decadeword": {"vingt": 1920, "trente": 1930, "quarante": 1940, "cinquante": 1950, "soixante": 1960, "soixante-dix": 1970}
    | {"quatre-vingt": 1980, "quatre-vingts": 1980, "quatre-vingt-dix": 1990},
}
_OF: Final = "<du |de la |de l'|de ce |de cette |de |d'>"
_CLOCKS: Final = (r"{hour}\s?h(?:eures?)?(?:\s?{minute}\b)?(?: {ampm})?", r"{hour}:{minute}")

_PHRASES: Final = (
    phrase("deictic", "{offset}"),
    phrase("deictic", "hier", evident=True, offset=-1),
    phrase("deictic", "<ce|cet|cette> {part}", offset=0),
    phrase("deictic", "nuit dernière", offset=-1, part="night"),
    phrase("date", r"{day} {month:short}\b\.?(?: {year})?"),
    phrase("date", "{day} {month} de l'année {yearside:post}"),
    phrase("date", "<du|entre le|de> {day} <au|et le|à> {day2} {month}(?: {year})?"),
    phrase("date", r"{day}\s?-\s?{day2} {month}(?: {year})?"),
    phrase("month", r"{month:short}\.? {year}"),
    phrase("month", "{month} de l'année {yearside:post}"),
    phrase("month", "{month} {side:post}"),
    phrase("month", "{month}", weak=True),
    phrase("year", "année {year}"),
    phrase("decade", "années {decade}"),
    phrase("decade", "années {decade:decadeword}"),
    phrase("season", f"{{season}} {_OF}?{{year}}"),
    phrase("season", "{season} {side:post}"),
    phrase("season", "{side:pre} {season}"),
    phrase("season", "{season} de l'année {yearside:post}"),
    phrase("season", "en {season}"),
    phrase("quarter", r"{quarter}(?:er|e|eme) trimestre <de |de l'année >?{year}"),
    phrase("quarter", "{quarter:nth} trimestre <de |de l'année >?{year}"),
    phrase("quarter", "t{quarter} {year}"),
    phrase("cycle", "{unit:cycle} {side:post}"),
    phrase("cycle", "{side:pre} {unit:cycle}(?:-ci)?"),
    phrase("cycle", "{edge} <du |de la |de l'|de ce |de cette >{unit:cycle}", side=0),
    phrase("weekend", "<le|ce|pendant le|durant le> <week-end|weekend>"),
    phrase("weekday", "{weekday}", shy=True),
    phrase("weekday", "{weekday} {side:post}", coming=True),
    phrase("weekday", "{side:pre} {weekday}"),
    phrase("weekday", "{weekday} de la semaine {weekside:post}"),
    phrase("shift", "il y a <environ |à peu près |presque |déjà >?{count} {unit:anyunit}", sign=-1),
    phrase("shift", "il y a {count} {unit:anyunit} et demie?", sign=-1, half=True),
    phrase("rolling", "d'ici {count} {unit:anyunit}", sign=1),
    phrase("shift", "y a {count} {unit:anyunit}", sign=-1),
    phrase("shift", "dans <environ |à peu près >?{count} {unit:anyunit}", sign=1),
    phrase("shift", "l'autre jour", sign=-1, count=(2, 7), unit=U.DAY),
    phrase("rolling", "{count} <derniers|dernières> {unit:anyunit}", sign=-1),
    phrase("rolling", "<derniers|dernières> {count} {unit:anyunit}", sign=-1),
    phrase("rolling", "{count} <prochains|prochaines> {unit:anyunit}", sign=1),
    phrase("rolling", "<prochains|prochaines> {count} {unit:anyunit}", sign=1),
    phrase("day of month", "{day} du mois {monthside:post}"),
    *(phrase("clock", f"<à|vers> {clock}") for clock in _CLOCKS),
    phrase("part", "dans la <matinée>", part="morning"),
    phrase("part", "dans la <soirée>", part="evening"),
    phrase("part", "dans l'après-midi", part="afternoon"),
    phrase("blocked", "<le|les|un> {weekday}"),
    phrase("blocked", "{weekday}s"),
    phrase("blocked", "<bonne|chaque> nuit"),
)
_CONTEXT: Final = (
    head("keep", "<en|de|du|d'|dans|pour|courant|vers|au|jusqu'en|jusqu'à> <le |la |les |l'|mois de |mois d'>?<année |an >?"),
    head("since", "depuis <le |la |les |l'|mois de >?<année >?"),
    head("open", "entre <le |la >?"),
    head("open", "<de|du> <le |la >?", strong=True),
    head("blocked", "<chaque|tous|toutes> <les >?"),
    head("blocked", "<avant|après> <le |la |l'>?"),
    head("edge", f"{{edge}}[ -]{_OF}?<l'|la >?"),
    head("relation", "{weekday} <avant|précédant> <le |la |l'>?", sign=-1),
    head("relation", "{weekday} <après|suivant> <le |la |l'>?", sign=1),
    head("relation", "{unit} <avant|précédant> <le |la |l'>?", sign=-1),
    head("relation", "{count} {unit} avant <le |la |l'>?", sign=-1),
    head("relation", "{unit} <après|suivant> <le |la |l'>?", sign=1),
    head("relation", "{count} {unit} après <le |la |l'>?", sign=1),
    head("holding", "{unit} <du|de la> "),
    head("nth", f"{{nth}} {{unit}} {_OF}"),
    head("nth", f"{{nth}} {{weekday}} {_OF}"),
    head("part", "{part} du "),
    head("weekday", "{weekday},? <le >?"),
    *(head("clock", f"<à|vers> {clock} <le |du |de >?") for clock in _CLOCKS),
    tail("weekday", r"{weekday}\)?"),
    tail("part", "<au |dans l'|dans la |en >?<fin d'>?{part}"),
    *(tail("clock", f"<à |vers >?{clock}") for clock in _CLOCKS),
    link("<jusqu'au|jusqu'en|jusqu'à|au|à> <le |la >?"),
    link("et <le |la >?", opened=True),
)

FRENCH: Final = Language(
    name="fr",
    words=_WORDS,
    rules=_PHRASES + _CONTEXT,
    keys=keyed(
        "hier avant demain après aujourd midi h week",
        *(_WORDS[name] for name in ("anyunit", "weekday", "short", "season", "part")),
    ),
    common=bag(
        "le la les des je tu il elle nous vous est et une pas dans sur avec pour mon ma mes ce cette du au ai était suis être que "
        "qui mais très on à depuis fin début dernier dernière prochain"
    ),
    past=(
        r"\b(?:était|étaient|étais|avait|avais|avaient|(?:j'ai|ai|as|a|avons|avez|ont) (?:\w+ )?(?:[a-z]{2,}(?:é|i|is|u)|fait|dit|eu)|"
        r"(?:suis|es|est|sommes|êtes|sont) (?:\w+ )?(?:allé|venu|revenu|parti|arrivé|sorti|né|resté|tombé|rentré|mort|passé)e?s?)\b"
    ),
    future=r"\b(?:vais|vas|va|allons|allez|vont|sera|serai|ferai|irai|irons|viendra|prévu|dois|doit|veux|voudrais|[a-z]{3,}(?:erai|erons|eront))\b",
    habit=r"\b(?:toujours|souvent|chaque|tous les|toutes les|d'habitude|parfois|généralement|normalement)\b",
    ordinal="(?:er)?",
)
