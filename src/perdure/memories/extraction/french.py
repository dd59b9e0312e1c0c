"""French."""

import re
from typing import Final

from perdure.memories.extraction.tongues import NAME, Tongue, rule
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["TONGUE"]

_RELATIVES: Final = {
    **dict.fromkeys("mari femme compagnon compagne copain copine conjoint conjointe époux épouse fiancé fiancée mec".split(), "partner"),
    **dict.fromkeys("fils fille enfants filles enfant bébé jumeaux jumelles aîné aînée cadet cadette".split(), "child"),
    **dict.fromkeys("frère sœur soeur frères sœurs soeurs".split(), "sibling"),
    **dict.fromkeys("mère père maman papa parents".split(), "parent"),
    **dict.fromkeys(["meilleur ami", "meilleure amie", "meilleur pote", "ami", "amie"], "friend"),
    **dict.fromkeys(
        [
            "grand-mère",
            "grand-père",
            "oncle",
            "tante",
            "cousin",
            "cousine",
            "neveu",
            "nièce",
            "mamie",
            "papi",
            "beau-père",
            "belle-mère",
            "beau-frère",
            "belle-sœur",
        ],
        "",
    ),
    **dict.fromkeys("chien chienne chat chatte chats chiens lapin cheval perroquet tortue hamster chaton chiot".split(), "pet"),
}
_REL: Final = "(?P<rel>" + "|".join(sorted(_RELATIVES, key=len, reverse=True)) + ")"
_ANIMAL: Final = (
    r"(?:chiens?|chiennes?|chats?|chattes?|chatons?|chiots?|lapins?|cheval|chevaux|perroquets?|perruches?|tortues?|"
    r"hamsters?|poissons?|poules|labrador|caniche|furets?|cochons?\s+d'inde|canaris?)"
)
_FILL: Final = (
    r"(?:\s+(?:maintenant|actuellement|aussi|depuis\s+\w+(?:\s+\w+)?|déjà|toujours|encore|bien|très|vraiment|"
    r"seule?|avec\s+m\w+\s+\w+|désormais|plutôt|trop|beaucoup|en\s+ce\s+moment|ici|ensemble|d'ailleurs|récemment|"
    r"enfin|tout\s+juste))*"
)
_JE: Final = r"(?:je\s+|j'|nous\s+|on\s+)"
_PLACE: Final = r"(?P<v>(?-i:[A-ZÀ-ÖØ-Þ][\wà-ÿ'-]+(?:[\s-](?:(?:de|du|des|la|le|les|en|sur|sous)[\s-])*[A-ZÀ-ÖØ-Þ][\wà-ÿ'-]+)*))"
_COMPANY: Final = (
    r"(?:la\s+|le\s+|l'|les\s+)?(?P<v>(?-i:[A-ZÀ-ÖØ-Þ0-9][\wà-ÿ&.'-]*(?:\s(?:(?:de|du|des|de\s+la|et|"
    r"&)\s)?[A-ZÀ-ÖØ-Þ][\wà-ÿ&.'-]*)*))"
)
_IN: Final = r"(?:à|a|au|aux|en|près\s+de|dans\s+le|dans\s+la|sur)"
_TRADE: Final = (
    r"(?:[a-zà-ÿ]+(?:ier|ière|eur|euse|teur|trice|iste|logue|cien|cienne|graphe|ologue|ère)\b|prof(?:esseure?)?|"
    r"médecin|avocate?|architecte|ingénieure?|dentiste|pharmacien(?:ne)?|notaire|secrétaire|journaliste|pilote|"
    r"chef\s+de\s+projet|chef|cheffe|comptable|libraire|vétérinaire|kiné(?:sithérapeute)?|sage-femme|"
    r"assistante?\s+\w+|étudiante?|retraitée?|artisane?|boulangère?|pompier|policier|aide-soignante?|photographe|"
    r"fonctionnaire|auto-entrepreneure?|prof\s+de\s+[a-zà-ÿ]+|développeur\s+\w+|psychologue|fleuriste|juge|"
    r"développeuse)"
)
_NOT_TRADE: Final = (
    r"(?!(?:premier|première|dernier|dernière|entier|entière|familier|fier|fière|allergique|célibataire|meilleur|"
    r"meilleure|amateur|ailleurs|majeur|mineur|intérieur|extérieur|plusieurs|triste|optimiste|pessimiste|"
    r"perfectionniste|rêveur|rêveuse|joueur|heureuse|amoureuse|amoureux|nerveuse|curieuse|sérieuse|leur|seul|"
    r"écologiste|féministe|parisien|parisienne|italien|italienne|végétarien|végétarienne|ancien|ancienne|"
    r"prisonnier|régulier|particulier|gros\s+\w+eur)\b)"
)
_CONDITION: Final = (
    r"(?P<v>asthme|(?:du\s+|le\s+)?diabète(?:\s+de\s+type\s+[12])?|tdah|migraines?|épilepsie|maladie\s+cœliaque|"
    r"arthrite|arthrose|hypertension|anxiété|dépression|insomnie|eczéma|psoriasis|autisme|dyslexie|cancer|"
    r"endométriose|fibromyalgie|acouphènes|sclérose\s+en\s+plaques|scoliose|hypothyroïdie|rhume\s+des\s+foins)"
)
_LANGUAGE: Final = (
    r"(?:français|anglais|espagnol|allemand|italien|portugais|arabe|russe|chinois|japonais|néerlandais|breton|"
    r"polonais|turc|grec|coréen|suédois|catalan)"
)

_RULES: Final = (
    rule(
        rf"\b(?:je\s+m'appelle|mon\s+(?:nom|prénom)\s+(?:est|c'est)|moi\s*,?\s*c'est|c'est\s+moi\s*,)\s+(?P<v>{NAME})|"
        rf"(?:^|[,.;!]\s*|\b(?:bonjour|salut|coucou|hello)\s*[,!]?\s+)je\s+suis\s+(?P<w>{NAME})(?=\s*(?:$|[,.!;]|et\b|"
        rf"de\b))|\bici\s+(?P<x>{NAME})(?=\s*[,.!])",
        "name",
        "vw",
    ),
    rule(
        r"\b(?:appelle-moi|appelez-moi|tu\s+peux\s+m'appeler|"
        r"vous\s+pouvez\s+m'appeler)\s+(?P<v>(?-i:[A-ZÀ-ÖØ-Þ][\wà-ÿ-]+))",
        "nickname",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
    ),
    rule(rf"\b(?:tout\s+le\s+monde|mes\s+amis|on)\s+m'appelle(?:nt)?\s+(?P<v>{NAME})", "nickname"),
    rule(
        r"\b(?:j'ai|je\s+viens\s+d'avoir|j'ai\s+eu)\s+(?:maintenant\s+)?(?P<v>\d{1,3})\s+ans\b|(?:^|"
        r",\s*)(?P<w>\d{1,2})\s+ans\b(?!\s+(?:de|d')\s*(?:mariage|expérience|carrière))",
        "age",
        "vw",
    ),
    rule(r"\b(?:mon\s+anniversaire\s+(?:est|c'est)|je\s+suis\s+née?)\s+le\s+(?P<v>\d{1,2}(?:er)?\s+\w+(?:\s+\d{4})?)", "birthday"),
    rule(
        rf"\bje\s+ne?\s*travaille\s+plus\s+(?:chez|pour|à)\s+{_COMPANY}|\bje\s+travaille\s+plus\s+(?:chez|pour|"
        rf"à)\s+{_COMPANY.replace('<v>', '<w>')}|\bj'ai\s+quitté\s+(?!paris|lyon|mon\s+(?:mari|"
        r"copain))(?:mon\s+(?:boulot|travail|poste|"
        rf"emploi)\s+chez\s+)?{_COMPANY.replace('<v>', '<x>')}(?!\s+pour\s+(?-i:[A-Z]))",
        "employer",
        "vw",
        ends=True,
    ),
    rule(
        r"\bj'ai\s+(?:quitté|perdu|plaqué)\s+mon\s+(?:boulot|travail|poste|emploi|job)\b|\b(?:j'ai\s+démissionné|"
        r"je\s+me\s+suis\s+fait\s+virer|j'ai\s+été\s+(?:licenciée?|virée?))\b",
        "employer",
        "none",
        ends=True,
    ),
    rule(
        rf"\bje\s+(?:travaille|bosse){_FILL}\s+comme\s+(?P<v>[a-zà-ÿ-]+(?:\s+(?:de|en)\s+[a-zà-ÿ]+)?)|\b(?:je\s+suis|"
        rf"suis)\s+(?:devenue?\s+|une?\s+|actuellement\s+|aussi\s+|désormais\s+)*{_NOT_TRADE}(?P<w>{_TRADE}(?:\s+(?:de|"
        r"en)\s+(?!(?:paris|la|le|un|une)\b)[a-zà-ÿ]+)?)|\bmon\s+métier\s*[,:]?\s+(?:c'est|est)\s+(?P<x>[a-zà-ÿ-]+)",
        "occupation",
        "vw",
    ),
    rule(
        rf"(?:\b(?:je\s+(?:travaille|bosse)|travaille|bosse){_FILL}(?:\s+comme\s+[a-zà-ÿ-]+)?\s+(?:chez|pour|à|au)|"
        rf"\b(?:{_TRADE})\s+chez|\bje\s+suis\s+(?:maintenant\s+|désormais\s+)?chez)\s+(?!moi\b|la\s+maison|domicile|"
        rf"mi-temps|mes\b){_COMPANY}|\b(?:j'ai\s+été\s+(?:embauchée?|prise?)|je\s+commence|j'ai\s+commencé|"
        rf"je\s+viens\s+d'être\s+(?:embauchée?|prise?))\s+(?:\w+\s+){{0,3}}?chez\s+{_COMPANY.replace('<v>', '<w>')}|"
        rf"\bmon\s+employeur,?\s+(?:c'est|est)\s+{_COMPANY.replace('<v>', '<x>')}",
        "employer",
        "vw",
    ),
    rule(
        r"\b(?:j'ai|je\s+tiens|j'ai\s+ouvert)\s+une?\s+(?:petite?\s+)?(?:boulangerie|boutique|librairie|restaurant|"
        r"café|entreprise|salon|atelier|cabinet|magasin|bar|agence)\b(?:[\w\sà-ÿ]{0,25}?(?:,|appelée?|"
        rf"qui\s+s'appelle|nommée?))\s+{_COMPANY}",
        "employer",
    ),
    rule(
        rf"\b(?:je|j'|on|nous)\s*(?:n'|ne\s+)?(?:habite|habitons|vis|vit|vivons)\s+plus\s+{_IN}\s+{_PLACE}|"
        r"\b(?:j'habitais|je\s+vivais|on\s+habitait)\s+(?:avant\s+|"
        rf"autrefois\s+)?{_IN}\s+{_PLACE.replace('<v>', '<w>')}|\bj'ai\s+quitté\s+(?P<x>Paris|Lyon|Marseille|Toulouse|"
        r"Nantes|Lille|Bordeaux|Rennes|Strasbourg|Nice|Montpellier|Bruxelles|Genève|Montréal)",
        "home",
        "vw",
        ends=True,
    ),
    rule(
        rf"\b(?:{_JE}(?:habite|habitons|vis|vit|vivons|loge)|habitant){_FILL}\s+{_IN}\s+{_PLACE}|\b(?:déménagé|emménagé|"
        r"déménage|emménage|emménager|m'installe|installée?s?|déménager|"
        rf"déménageons){_FILL}(?:\s+de\s+[A-Z][\w-]+)?\s+{_IN}\s+{_PLACE.replace('<v>', '<w>')}|"
        r"\bdepuis\s+[\wà-ÿ\s]{2,20}?\s*,?\s+(?:je\s+suis|on\s+est|"
        rf"nous\s+sommes)\s+{_IN}\s+{_PLACE.replace('<v>', '<x>')}",
        "home",
        "vw",
    ),
    rule(
        r"\b(?:je\s+viens|je\s+suis\s+originaire|originaire|je\s+suis\s+née?|née?|j'ai\s+grandi|"
        rf"grandi)\s+(?:de\s+la\s+|de\s+|d'|du\s+|à\s+|en\s+|au\s+){_PLACE}|\bje\s+suis\s+(?P<w>français|française|"
        r"belge|suisse|canadienne?|québécoise?|allemande?|espagnole?|italienne?|portugaise?|marocaine?|algérienne?|"
        r"tunisienne?|sénégalaise?|bretonne?|marseillaise?|parisienne?|lyonnaise?)(?=\s*(?:$|[,.;!]|et\b|mais))",
        "origin",
        "vw",
    ),
    rule(
        r"\bje\s+suis\s+(?:\w+\s+)?(?P<v>mariée?|célibataire|divorcée?|veuf|veuve|fiancée?|pacsée?|séparée?)\b|"
        r"\b(?:on\s+s'est|je\s+me\s+suis|nous\s+nous\s+sommes)\s+(?P<w>mariée?s?|fiancée?s?|pacsée?s?)\b",
        "relationship",
        "vw",
    ),
    rule(r"\b(?:on\s+s'est\s+(?:séparée?s?|quittée?s?)|j'ai\s+rompu|on\s+a\s+rompu|nous\s+avons\s+rompu)\b", "partner", "none", ends=True),
    rule(
        r"\b(?:j'ai|on\s+a|nous\s+avons)\s+(?:une?|deux|trois|quatre|\d)\s+(?:enfants?|fils|filles?|garçons?|jumeaux|"
        rf"jumelles)\s*(?:,|:|qui\s+s'appelle(?:nt)?|appelée?s?)\s+(?P<v>{NAME}(?:(?:,\s*|\s+et\s+){NAME})*)|\b(?:maman|"
        rf"papa|mère|père)\s+de\s+(?P<w>{NAME}(?:(?:,\s*|\s+et\s+){NAME})*)",
        "child",
        "names",
    ),
    rule(
        r"\b(?:j'ai|on\s+a|nous\s+avons)\s+(?:une?|deux|trois|quatre|\d)\s+(?P<v>enfants?|fils|filles?|garçons?|"
        r"jumeaux|jumelles)\b",
        "child",
    ),
    rule(r"\bj'ai\s+(?:une?|deux|trois|quatre|\d)\s+(?:petite?s?\s+|grande?s?\s+)?(?P<v>frères?|sœurs?|soeurs?)\b", "sibling"),
    rule(
        r"\b(?:j'ai|on\s+a|nous\s+avons)\s+(?:adopté\s+|pris\s+)?(?:une?|deux|trois|quatre|"
        rf"\d)\s+(?:\w+\s+)?{_ANIMAL}(?:\s+\w+)?\s*(?:,|:|qui\s+s'appelle(?:nt)?|appelée?s?|"
        rf"nommée?s?)\s+(?P<v>{NAME}(?:(?:,\s*|\s+et\s+){NAME})*)",
        "pet",
        "names",
    ),
    rule(rf"\b(?:j'ai|on\s+a|nous\s+avons)\s+(?:adopté\s+|pris\s+)?(?:une?|deux|trois|quatre|\d)\s+(?:\w+\s+)?(?P<v>{_ANIMAL})\b", "pet"),
    rule(
        r"\b(?:je\s+suis|suis)\s+(?:\w+\s+)?(?:allergique|intolérante?)\s+(?:aux|au|à\s+la|à\s+l'|à)\s*|"
        r"\bj'ai\s+une\s+(?:allergie|intolérance)\s+(?:aux|au|à\s+la|à\s+l'|à)\s*",
        "allergy",
        "list",
    ),
    rule(r"\best\s+(?:\w+\s+)?(?:allergique|intolérante?)\s+(?:aux|au|à\s+la|à\s+l'|à)\s*", "allergy", "list", third=True),
    rule(
        r"\b(?:je\s+(?:ne\s+)?suis|suis)\s+plus\s+(?P<v>végane?|végétarien(?:ne)?|végan|vegan|végé|"
        r"pescétarien(?:ne)?)\b",
        "diet",
        ends=True,
    ),
    rule(
        r"\b(?:je\s+suis|on\s+est|nous\s+sommes|suis|devenue?|je\s+mange)\s+(?!plus\b|pas\b)(?:\w+\s+)?(?P<v>végane?|"
        r"végétarien(?:ne)?s?|végan|vegan|végé|pescétarien(?:ne)?|halal|casher|sans\s+gluten)\b|"
        r",\s*(?P<w>végétarien(?:ne)?|végane?)\s+(?:seulement|maintenant|désormais)",
        "diet",
        "vw",
    ),
    rule(r"\best\s+(?:\w+\s+)?(?P<v>végane?|végétarien(?:ne)?|vegan)\b", "diet", third=True),
    rule(rf"\b(?:habite|vit|a\s+déménagé|s'est\s+installée?)\s+(?:\w+\s+)?{_IN}\s+{_PLACE}", "home", third=True),
    rule(r"\ba\s+(?P<v>\d{1,2})\s+(?:ans|mois)\b", "age", third=True),
    rule(rf"\btravaille\s+(?:\w+\s+)?(?:chez|pour)\s+{_COMPANY}", "employer", third=True),
    rule(rf"\best\s+{_NOT_TRADE}(?P<v>{_TRADE})", "occupation", third=True, confidence=0.7),
    rule(
        r"\b(?:mon|ma|mes)\s+(?P<noun>[a-zà-ÿ]+)\s+(?:préférée?s?|favorite?s?|favori)\s*,?\s+(?:est|c'est|sont|"
        r"ce\s+sont|était)\s+(?:maintenant\s+|toujours\s+)?",
        "favourite",
        "noun",
    ),
    rule(
        r"\bje\s+(?:déteste|hais|ne\s+supporte\s+pas|supporte\s+pas)\s+(?!que\b|quand\b|ça\b|cela|cette|ce\b)|"
        r"\bj(?:e\s+n)?'aime\s+(?:vraiment\s+|trop\s+)?(?:pas|guère)\s+(?:du\s+tout\s+|trop\s+|beaucoup\s+|"
        r"vraiment\s+)?(?!que\b|quand\b|ça\b|cela|cette|ce\b|ton\b)",
        "dislikes",
        "list",
    ),
    rule(
        r"\bj'(?:adore|aime)\s+(?!pas\b|que\b|quand\b|ça\b|cela|cette|ce\b|ton\b|ta\b|votre|l'idée|le\s+plan|"
        r"trop\s+pas|bien\s+(?:ton|ta|l'idée|ça|ce)|vraiment\s+pas|mieux)(?:bien\s+|beaucoup\s+|trop\s+|énormément\s+|"
        r"vraiment\s+)?(?=\w)",
        "likes",
        "list",
    ),
    rule(
        r"\bje\s+préfère\s+(?!que\b|ne\b|ça\b|cela|cette|ce\b|la\s+(?:première|deuxième)|le\s+(?:premier|deuxième))",
        "likes",
        "noun",
        confidence=0.7,
    ),
    rule(
        r"\bje\s+joue\s+(?:au|de\s+la|du|de\s+l'|aux)\s+(?P<v>tennis|foot(?:ball)?|basket|rugby|échecs|golf|volley|"
        r"guitare|piano|violon|batterie|basse|flûte|badminton|handball)\b|\bje\s+fais\s+(?:du|de\s+la|de\s+l'|"
        r"de)\s*(?P<w>yoga|escalade|natation|vélo|course\s+à\s+pied|danse|poterie|pilates|judo|karaté|boxe|théâtre|"
        r"surf|ski|randonnée|couture|photo|équitation|voile|tricot|musculation)\b|\b(?:mon\s+(?:hobby|passe-temps)|"
        r"ma\s+passion)\s*,?\s+(?:c'est|est)\s+(?:le\s+|la\s+|l')?(?P<x>[a-zà-ÿ-]+)",
        "hobby",
        "vw",
    ),
    rule(
        rf"\bje\s+parle\s+(?:(?:aussi|couramment|un\s+peu)\s+)?(?:l')?(?P<v>{_LANGUAGE}(?:(?:,\s*|"
        rf"\s+et\s+)(?:(?:un\s+peu\s+d[e']\s*)|l')?{_LANGUAGE})*)(?!\s+avec)",
        "speaks",
        "languages",
    ),
    rule(
        r"\b(?:j'ai|je\s+souffre\s+(?:de\s+|d'|du\s+)|je\s+fais\s+de\s+l')\s*(?:une?\s+|de\s+l'|du\s+|des\s+|"
        rf"un\s+peu\s+d')?{_CONDITION}\b|\bje\s+suis\s+(?P<w>diabétique|asthmatique|épileptique|cœliaque|dyslexique|"
        r"autiste|sourde?|aveugle|daltonienne?|malentendante?|enceinte)\b",
        "condition",
        "vw",
    ),
    rule(
        r"\bje\s+(?:prends|suis\s+sous)\s+(?:de\s+l'|du\s+|de\s+la\s+|des\s+)?(?P<v>insuline|metformine|lévothyrox|"
        r"ventoline|antidépresseurs|ibuprofène|doliprane|cortisone|sertraline|bêta-?bloquants)\b",
        "medication",
    ),
    rule(
        r"\bj'étudie\s+(?!à\b|chez\b|pour\b|beaucoup)(?:le\s+|la\s+|l'|les\s+)?(?P<v>[a-zà-ÿ]+(?:\s+[a-zà-ÿ]{5,})?)|"
        r"\b(?:étudiante?|master|licence|doctorat|thèse|école|prépa|bts)\s+(?:de|en|d')\s*(?P<w>(?!train\b|plus\b|ce\b|"
        r"cours\b|commerce\s+à)[a-zà-ÿ]+(?:\s(?:moderne|civil|marine|appliquée)s?)?)|"
        r"\bje\s+fais\s+des\s+études\s+(?:de|d')\s*(?P<x>[a-zà-ÿ]+)",
        "studies",
        "vw",
    ),
    rule(
        r"\b(?:j'étudie|étudiante?|études|master|licence)\s+(?:[a-zà-ÿ']+\s+){0,4}?à\s+(?:l'|"
        r"la\s+)?(?P<v>(?-i:(?:Sorbonne|Sciences\s+Po|INSA\s?\w*|Polytechnique|HEC|ESSEC|ENS\s?\w*|EPFL|"
        r"Université(?:\s(?:de\s)?[A-Z][\w-]+)+)))",
        "school",
    ),
    rule(r"\bj'ai\s+vendu\s+ma\s+(?:voiture|bagnole)\b", "car", "none", ends=True),
    rule(
        r"\b(?:je\s+(?:conduis|roule\s+en)|j'ai\s+(?:acheté\s+)?)\s*(?:une\s+)?(?P<v>(?-i:(?:Renault|Peugeot|Citroën|"
        r"Twingo|Clio|Dacia|Toyota|Fiat|Ford|Audi|BMW|Tesla|Volkswagen|Golf|Mini|Opel|Volvo)(?:\s[A-Z0-9]\w*)?))",
        "car",
    ),
    rule(
        r"\bmon\s+(?:nouveau\s+|nouvel\s+)?(?:mail|e-?mail|adresse\s+mail|courriel)\s*,?\s+(?:c'est|"
        r"est)\s+(?P<v>[\w.+-]+@[\w.-]+\w)|\bmon\s+adresse\s+(?:mail\s+)?(?:c'est|est)\s+(?P<w>[\w.+-]+@[\w.-]+\w)",
        "email",
        "vw",
    ),
    rule(
        r"\bmon\s+(?:nouveau\s+)?(?:numéro|téléphone|portable)(?:\s+de\s+\w+)?\s*,?\s+(?:c'est|"
        r"est)\s+(?:le\s+)?(?P<v>\+?\d[\d\s.-]{5,18}\d)",
        "phone",
    ),
    rule(
        r"\b(?:réponds?|répondez|parle|écris|parlez|écrivez)(?:-moi)?\s+(?:toujours\s+|s'il\s+te\s+plaît\s+|stp\s+|"
        rf"uniquement\s+|seulement\s+)*en\s+(?P<v>{_LANGUAGE})\b",
        "language",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
        question=True,
    ),
    rule(
        r"\b(?:à\s+partir\s+de\s+maintenant|dorénavant|à\s+l'avenir|désormais)\b(?![^.!?]*\b(?:je|on|nous)\s)|(?:^|"
        r"[.,;!]\s*|\bet\s+|\bstp\s+)(?:s'il\s+te\s+plaît,?\s+|stp,?\s+)?(?:ne\s+)?(?:réponds?|répondez|utilise|écris|"
        r"donne|mets|explique|corrige|parle|évite|tutoie|vouvoie)(?:-\w+)?\b[^.!?]{0,60}\b(?:toujours|jamais|"
        r"systématiquement|à\s+chaque\s+fois)\b|\b(?:tutoie|vouvoie)-moi\b|\b(?:pas\s+d'|sans\s+)(?:émojis?|emojis?|"
        r"listes?)\b|\b(?:sois|soyez)\s+(?:brefs?|concise?|bref)\b|\bréponses\s+courtes\b",
        None,
        "none",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
    ),
    rule(
        r"\bje\s+(?:ne\s+|n')?(?:mange|bois|fume)\s+(?:pas|plus)\s+(?:de\s+|d')(?:viande|alcool|café|porc|poisson|"
        r"gluten|sucre|cigarettes?|lait)\b|\bje\s+(?:ne\s+)?(?:fume|bois|conduis)\s+(?:pas|plus)\b|"
        r"\bj'ai\s+arrêté\s+(?:de\s+fumer|le\s+café|l'alcool|la\s+viande|de\s+boire)\b",
        None,
        "none",
        confidence=0.75,
    ),
    rule(
        r"\bj'ai\s+(?:eu\s+mon\s+(?:bac|permis|diplôme)|réussi\s+(?:mon|mes|le|l')|raté\s+(?:mon|mes|le|l')|"
        r"été\s+(?:opérée?|promue?|admise?|acceptée?|prise?)|décroché|gagné\s+(?:le|la|un|une)|accouché|"
        r"soutenu\s+ma\s+thèse)\b|\bje\s+(?:suis|viens\s+d'être)\s+(?:\w+\s+)?(?:prise?|admise?|acceptée?|"
        r"reçue?)\s+(?:à|au|en|chez)\b|\bje\s+me\s+suis\s+(?:cassée?|fait\s+opérer|mariée?)\b|\b(?:mon|"
        r"ma)\s+[\w-]+\s+(?:est\s+(?:mort|morte|décédée?|née?)|s'est\s+mariée?)\b|\b(?:on\s+a|nous\s+avons|"
        r"j'ai)\s+acheté\s+(?:une\s+maison|un\s+appart\w*|notre\s+maison)\b",
        None,
        "none",
        kind=Kind.EPISODE,
        reason=Reason.EVENT,
        confidence=0.75,
    ),
    rule(
        r"\b(?:je\s+pars|on\s+part|nous\s+partons|je\s+m'envole|on\s+va|je\s+vais)\s+(?:[\wà-ÿ]+\s+){0,4}?(?:à|en|au|"
        r"aux|pour)\s+(?:le\s+|la\s+|l')?(?-i:[A-ZÀ-Ö])(?=[^.!?]*\b(?:en|le|la|demain|semaine|mois|été|hiver|juin|"
        r"juillet|août|prochaine?|ans?|vacances|jours|semaines)\b)|\b(?:on\s+se\s+marie|je\s+me\s+marie|"
        r"je\s+me\s+fais\s+opérer|on\s+attend\s+un\s+(?:bébé|enfant)|mon\s+mariage\s+est|je\s+passe\s+(?:mon|le|"
        r"l')\s*(?:bac|examen|permis|concours))\b",
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
        r"[.,;:!?()\n\"“”«»…\u2600-\u27bf\U0001f000-\U0001faff]|\s(?:et|mais|parce|car|que|qui|ou|ni|si|quand|depuis|"
        r"pour|avec|sans|par|aussi|maintenant|beaucoup|trop|toujours|bien|donc|alors|comme|en|dans|à\s+(?:la\s+maison|"
        r"cause)|ce|cette|je|j'\w+|on|nous|plus|surtout|mdr|ptdr|merci|du\s+coup|chez|sur|même|pas|puis|lol)(?!\w)",
        re.IGNORECASE,
    ),
    determiner=re.compile(
        r"\s*(?:(?:le|la|les|un|une|des|du|de\s+la|de|mon|ma|mes|au|aux|tout|tous|toutes)\s+|(?:l'|d'|de\s+l'))*", re.IGNORECASE
    ),
    joint=re.compile(
        r"\s*(?:,\s*(?:et\s+)?|\s+(?:et|ou|ni)\s+|\s*[&+/]\s*)(?:(?:aux|au|à\s+la|à\s+l'|le|la|les|l')\s*)?(?!je\b|j'|"
        r"on\b|nous\b|mais\b|c'est|mon\b|ma\b|mes\b|suis\b|moi\b|ça\b|il\b|elle\b|donc\b|du\s+coup)",
        re.IGNORECASE,
    ),
    kin=re.compile(
        rf"\b(?:mon|ma|mes|notre|nos)\s+(?:(?:petite?|grande?|cher|chère|deux|trois)\s+)*{_REL}(?!\w)(?:\s*(?:,|"
        rf"s'appelle(?:nt)?|qui\s+s'appelle(?:nt)?|appelée?s?|:|\()?\s*(?P<name>{NAME}(?:(?:,\s*|\s+et\s+){NAME})*))?",
        re.IGNORECASE,
    ),
    relatives=_RELATIVES,
    asked=re.compile(
        r"\b(?:souviens-toi\s+(?:bien\s+)?que|rappelle-toi\s+que|n'oublie\s+pas\s+que|note\s+(?:bien\s+)?que|"
        r"retiens\s+(?:bien\s+)?que|garde\s+en\s+tête\s+que|sache\s+que)\b(?!\s+je\s+dois)|^\W*important\s*:",
        re.IGNORECASE,
    ),
)
