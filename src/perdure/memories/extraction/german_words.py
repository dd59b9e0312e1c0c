"""Classes of German words, and verbs in the places where a sentence may have them."""

from typing import Final

__all__ = ["ANIMAL", "COMPANY", "CONDITION", "ICH", "LANGUAGE", "PLACE", "REL", "RELATIVES", "TRADE", "verb"]

FILL: Final = (
    r"(?:\s+(?:jetzt|übrigens|seit\s+[\w.]+(?:\s+\w+)?|auch|ja|nun|gerade|aktuell|derzeit|momentan|eigentlich|"
    r"immer\s+noch|noch|schon|wieder|inzwischen|mittlerweile|zurzeit|mit\s+mein\w+\s+\w+|sehr|total|wirklich|echt|"
    r"ganz|leider|halt|selber|selbst|inzwischen|lange|nämlich|wahnsinnig|richtig|überhaupt|hier|ursprünglich|"
    r"hauptberuflich|nebenbei|zusammen|allein|alleine|letzte\w*\s+\w+|im\s+\w+|am\s+\w+|nächste\w*\s+\w+|ab\s+\w+|"
    r"vor\s+\w+\s+\w+))*"
)
ICH: Final = r"(?:ich|wir)"


def verb(*forms: str) -> str:
    """The verb with its subject before or behind it, or at the start without one."""
    verb = "(?:" + "|".join(forms) + ")"
    return rf"(?:\b{ICH}{FILL}\s+{verb}|\b{verb}\s+{ICH}|(?:^|[,.;]\s*|\bund\s+){verb})(?!\w){FILL}"


TRADE: Final = (
    r"(?:(?:[A-ZÄÖÜ][\wäöüß-]*(?:lehrer|pfleger|arbeiter|entwickler|ingenieur|arzt|ärztin|techniker|berater|leiter|"
    r"verkäufer|meister|macher|fahrer|bauer|händler|helfer|forscher|trainer|designer|manager|pilot|therapeut|"
    r"gärtner|mechaniker|informatiker|redakteur|anwalt|anwältin|assistent|koch|köchin|schwester|mann|frau|ist|"
    r"ologe|ologin|iker|graf|wirt|schreiber)(?:in)?)"
    r"|Lehrer|Arzt|Ärztin|Ingenieur|Krankenpfleger|Krankenschwester|Pfleger|Koch|Köchin|Bäcker|Metzger|Friseur|"
    r"Programmierer|Entwickler|Student|Schüler|Rentner|Anwalt|Anwältin|Architekt|Journalist|Autor|Musiker|Künstler|"
    r"Verkäufer|Polizist|Feuerwehrmann|Erzieher|Hebamme|Tischler|Schreiner|Maurer|Elektriker|Klempner|Maler|"
    r"Gärtner|Landwirt|Pilot|Buchhalter|Steuerberater|Psychologe|Psychologin|Apotheker|Zahnarzt|Zahnärztin|"
    r"Tierarzt|Tierärztin|Physiotherapeut|Fotograf|Designer|Grafiker|Übersetzer|Professor|Wissenschaftler|Forscher|"
    r"Richter|Beamter|Beamtin|Sekretär|Kellner|Fahrer|Mechaniker|Informatiker|Azubi|Hausfrau|Hausmann|"
    r"Selbstständiger|Freiberufler|Sozialarbeiter|Bibliothekar|Florist|Optiker|Chirurg|Imker|Winzer|Förster|Dozent|"
    r"Referendar|Praktikant|Teamleiter|Projektmanager|Makler|Logopäde|Logopädin|Schneider|Goldschmied|Schauspieler|"
    r"Sänger|Trainer|Unternehmer|Gründer)(?:in)?(?!\w)"
)
RELATIVES: Final = {
    **dict.fromkeys(
        "mann frau freund freundin partner partnerin verlobter verlobte lebensgefährte lebensgefährtin ehemann ehefrau".split(), "partner"
    ),
    **dict.fromkeys(
        """sohn tochter kind kinder söhne töchter jüngster jüngste ältester älteste zwillinge jungs mädels baby kleiner kleine
        großer große""".split(),
        "child",
    ),
    **dict.fromkeys("bruder schwester geschwister brüder schwestern zwillingsbruder zwillingsschwester".split(), "sibling"),
    **dict.fromkeys("mutter vater mama papa eltern mutti vati".split(), "parent"),
    **dict.fromkeys(["bester freund", "beste freundin", "kumpel", "besten freund", "besten freundin"], "friend"),
    **dict.fromkeys("oma opa tante onkel cousin cousine nichte neffe enkel enkelin schwiegermutter schwiegervater".split(), ""),
    **dict.fromkeys(
        """hund hündin kater katze katzen hunde hase kaninchen pferd wellensittich hamster meerschweinchen papagei welpe dackel""".split(),
        "pet",
    ),
}
REL: Final = "(?P<rel>" + "|".join(sorted(RELATIVES, key=len, reverse=True)) + ")"
ANIMAL: Final = (
    r"(?:hund|hündin|kater|katze|kätzchen|hase|hasen|kaninchen|pferd|pony|wellensittich|wellensittiche|hamster|"
    r"meerschweinchen|papagei|schildkröte|welpen?|dackel|labrador|pudel|mops|schäferhund|hunde|katzen|hühner|"
    r"fische|golden\s+retriever|border\s+collie)"
)
PLACE: Final = r"(?P<v>(?-i:[A-ZÄÖÜ][\wäöüß-]+(?:\s(?:am|an\s+der|bei|im|ob\s+der|[A-ZÄÖÜ])[\wäöüß-]*)*))"
COMPANY: Final = (
    r"(?:der\s+|dem\s+|den\s+|einer\s+|einem\s+)?(?P<v>(?-i:[A-ZÄÖÜ0-9][\w&.+-]*(?:\s(?:&\s|"
    r"und\s(?=[A-ZÄÖÜ][\w]+\s*(?:$|[.,])))?[A-ZÄÖÜ][\w&.+-]*)*))"
)
CONDITION: Final = (
    r"(?P<v>asthma|diabetes(?:\s+typ\s+[12])?|adhs|ads|migräne|epilepsie|zöliakie|rheuma|arthrose|arthritis|"
    r"bluthochdruck|heuschnupfen|depressionen?|neurodermitis|schuppenflechte|tinnitus|ms|multiple\s+sklerose|krebs|"
    r"autismus|legasthenie|morbus\s+\w+|\w+itis|\w+ose|schlafapnoe|reizdarm|hashimoto)"
)
LANGUAGE: Final = (
    r"(?:deutsch|englisch|französisch|spanisch|italienisch|russisch|türkisch|polnisch|portugiesisch|niederländisch|"
    r"arabisch|chinesisch|japanisch|schwedisch|dänisch|griechisch|latein)"
)
