"""Spanish."""

import re
from typing import Final

from perdure.memories.extraction.tongues import NAME, Tongue, rule
from perdure.model.memory import Kind
from perdure.model.statement import Reason

__all__ = ["TONGUE"]

_RELATIVES: Final = {
    **dict.fromkeys("marido mujer esposo esposa novio novia pareja prometido prometida".split(), "partner"),
    **dict.fromkeys("hijo hija hijos hijas niño niña niños niñas bebé peque pequeño pequeña gemelos mellizos".split(), "child"),
    **dict.fromkeys("hermano hermana hermanos hermanas".split(), "sibling"),
    **dict.fromkeys("madre padre mamá papá padres".split(), "parent"),
    **dict.fromkeys(["mejor amigo", "mejor amiga", "amigo", "amiga"], "friend"),
    **dict.fromkeys("abuelo abuela tío tía primo prima sobrino sobrina nieto nieta suegro suegra cuñado cuñada".split(), ""),
    **dict.fromkeys("perro perra gato gata perros gatos conejo loro caballo tortuga hámster perrito gatito".split(), "pet"),
}
_REL: Final = "(?P<rel>" + "|".join(sorted(_RELATIVES, key=len, reverse=True)) + ")"
_ANIMAL: Final = (
    r"(?:perros?|perras?|perritos?|perritas?|gatos?|gatas?|gatitos?|gatitas?|conejos?|loros?|caballos?|tortugas?|"
    r"hámster(?:es)?|peces|gallinas|periquitos?|canarios?|cachorros?|cachorras?|labrador|caniche|bulldog|cobayas?)"
)
_FILL: Final = (
    r"(?:\s+(?:ahora|actualmente|también|desde\s+(?:hace\s+)?[\w]+(?:\s+\w+)?|ya|todavía|aún|siempre|hoy|"
    r"con\s+mi\s+\w+|muy|bastante|sola?|normalmente|por\s+ahora|de\s+momento|juntos|además|mucho|realmente|"
    r"la\s+verdad|un\s+poco))*"
)
_PLACE: Final = r"(?P<v>(?-i:[A-ZÁÉÍÓÚÑ][\wáéíóúñü'-]+(?:\s(?:(?:de|del|de\s+la|la|el|los|las)\s)?[A-ZÁÉÍÓÚÑ][\wáéíóúñü'-]+)*))"
_COMPANY: Final = (
    r"(?:el\s+|la\s+|los\s+)?(?P<v>(?-i:[A-ZÁÉÍÓÚÑ0-9][\wáéíóúñ&.'-]*(?:\s(?:(?:de|del|de\s+la|y|"
    r"&)\s)?[A-ZÁÉÍÓÚÑ][\wáéíóúñ&.'-]*)*))"
)
_TRADE: Final = (
    r"(?:[a-záéíóúñ]+(?:ero|era|or|ora|ista|ólogo|óloga|ogo|oga|ico|ica|iatra|ante|ente|ario|"
    r"aria)\b(?!\s+de\s+(?:todo|nada))|abogad[oa]|ingenier[oa]|maestr[oa]|médic[oa]|arquitect[oa]|piloto|chef|"
    r"funcionari[oa]|autónom[oa]|fotógraf[oa]|psicólog[oa]|veterinari[oa]|policía|bomber[oa]|guía|jubilad[oa]|"
    r"estudiante|soldador[a]?|actriz|actor|poeta|juez|jueza|jef[ea]\s+de\s+\w+|auxiliar\s+de\s+\w+|ama\s+de\s+casa|"
    r"matrona|fontaner[oa]|albañil)"
)
_NOT_TRADE: Final = (
    r"(?!(?:mayor|menor|mejor|peor|soltero|soltera|intolerante|vegano|vegana|vegetariano|vegetariana|diabético|"
    r"diabética|asmático|asmática|católico|católica|alérgico|alérgica|fanático|fanática|torpe|consciente|"
    r"inteligente|amante|principiante|celíaco|celíaca|primero|primera|único|única|sincero|sincera|creyente|"
    r"dependiente\s+de|valiente|paciente|impaciente|pésimo|feliz|independiente|zurdo|optimista|pesimista|"
    r"perfeccionista|feminista|romántico|romántica|doctor\s+no|simpático|simpática|crítico|crítica|extranjero|"
    r"extranjera|necesario|necesaria|contrario|contraria|responsable)\b)"
)
_CONDITION: Final = (
    r"(?P<v>asma|diabetes(?:\s+tipo\s+[12])?|tdah|migrañas?|epilepsia|celiaquía|artritis|hipertensión|ansiedad|"
    r"depresión|insomnio|psoriasis|dermatitis|autismo|dislexia|cáncer|hipotiroidismo|fibromialgia|vértigo|\w+itis|"
    r"\w+osis|escoliosis)"
)
_LANGUAGE: Final = (
    r"(?:español|castellano|inglés|francés|alemán|italiano|portugués|catalán|gallego|euskera|valenciano|chino|"
    r"japonés|ruso|árabe|holandés|sueco|polaco|rumano|griego|coreano)"
)
_START: Final = (
    r"(?:^|[,.;!:¡]\s*|\b(?:y|pero|que|porque|pues|hola|buenas|bueno|además|también|yo|aquí|como|ahora|la\s+verdad|"
    r"es\s+que|mira|oye|por\s+cierto|ya\s+que)\s+)"
)

_RULES: Final = (
    rule(
        rf"\b(?:me\s+llamo|mi\s+nombre\s+es|mi\s+nombre\s+completo\s+es)\s+(?P<v>{NAME})|"
        rf"{_START}soy\s+(?P<w>{NAME})(?=\s*(?:$|[,.!;]|y\b|de\b|tengo|vivo|trabajo|estudio))(?!\s+de\s+la\s+empresa)|"
        rf"\baquí\s+(?P<x>{NAME})(?=\s*[,.!])",
        "name",
        "vw",
    ),
    rule(
        r"\b(?:llámame|puedes\s+llamarme|me\s+puedes\s+llamar|prefiero\s+que\s+me\s+llames|"
        r"dime)\s+(?P<v>(?-i:[A-ZÁÉÍÓÚÑ][\wáéíóúñ]+))",
        "nickname",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
    ),
    rule(rf"\b(?:todos|mis\s+amigos|en\s+casa)\s+me\s+(?:llaman|dicen)\s+(?P<v>{NAME})", "nickname"),
    rule(
        r"\b(?:tengo|cumplí|acabo\s+de\s+cumplir|cumplo)\s+(?:ya\s+)?(?P<v>\d{1,3})(?:\s+años)?(?=\s*(?:$|[.,;!]|y\b|"
        r"ayer|hoy))|,\s*(?P<w>\d{2})\s+años",
        "age",
        "vw",
    ),
    rule(r"\b(?:mi\s+cumpleaños\s+es|cumplo\s+años|nací)\s+(?:el\s+)(?P<v>\d{1,2}\s+de\s+\w+(?:\s+(?:de|del)\s+\d{4})?)", "birthday"),
    rule(
        rf"\bya\s+no\s+(?:trabajo|curro|estoy\s+trabajando)\s+(?:en|para|con)\s+{_COMPANY}|\b(?:dejé|he\s+dejado|"
        rf"me\s+fui\s+de|renuncié\s+a)\s+(?:mi\s+(?:trabajo|puesto|empleo)\s+en\s+)?{_COMPANY.replace('<v>', '<w>')}",
        "employer",
        "vw",
        ends=True,
    ),
    rule(
        r"\b(?:dejé|he\s+dejado|perdí|he\s+perdido)\s+(?:mi|el)\s+(?:trabajo|empleo|puesto)\b|\bme\s+(?:despidieron|"
        r"han\s+despedido|echaron\s+del\s+trabajo)\b|\brenuncié\b",
        "employer",
        "none",
        ends=True,
    ),
    rule(
        rf"\b(?:trabajo|curro|laboro|trabajando|estoy){_FILL}\s+(?:de|como)\s+(?P<v>(?!(?:vacaciones|viaje|baja|acuerdo|"
        r"vuelta|casa|noche|día|lunes|siempre|voluntari|momento|nuevo|paso)\b)[a-záéíóúñ]+(?:\s+(?:de|en)\s+(?!(?:el|"
        rf"la|un|una|mi)\b)[a-záéíóúñ]+)?)|{_START}soy\s+(?:una?\s+)?{_NOT_TRADE}(?P<w>{_TRADE}(?:\s+de\s+(?!(?:madrid|"
        r"aquí|un|una|la|el|los|mi)\b)[a-záéíóúñ]+)?)|\bmi\s+(?:profesión|oficio)\s+es\s+(?P<x>[a-záéíóúñ]+)",
        "occupation",
        "vw",
    ),
    rule(
        rf"(?:\b(?:trabajo|curro|trabajando|trabajar){_FILL}(?:\s+(?:de|"
        rf"como)\s+[a-záéíóúñ]+(?:\s+de\s+[a-záéíóúñ]+)?)?\s+(?:en|para|con)|{_TRADE}\s+en(?=\s+(?:el\s+|"
        r"la\s+)?(?:Hospital|Colegio|Banco|Instituto|Universidad|Clínica|Grupo|Editorial)))\s+(?!casa\b|una?\s|"
        rf"el\s+(?:turno|centro\s+de\s+la)|mi\b|un\b|remoto){_COMPANY}|\bmi\s+empresa\s+(?:se\s+llama|"
        rf"es)\s+{_COMPANY.replace('<v>', '<w>')}|\b(?:empecé|empiezo|entro|he\s+entrado|"
        rf"me\s+han\s+contratado)\s+(?:a\s+trabajar\s+)?(?:en)\s+{_COMPANY.replace('<v>', '<x>')}",
        "employer",
        "vw",
    ),
    rule(
        r"\btengo\s+(?:una?)\s+(?:pequeñ[oa]\s+)?(?:tienda|panadería|bar|restaurante|empresa|peluquería|librería|"
        r"cafetería|taller|estudio|negocio|floristería|clínica|farmacia)\b(?:[\w\s]{0,25}?(?:,|llamad[oa]|se\s+llama|"
        rf"que\s+se\s+llama))\s+{_COMPANY}",
        "employer",
    ),
    rule(
        rf"\bya\s+no\s+(?:vivo|vivimos|estoy\s+viviendo)\s+en\s+{_PLACE}|\b(?:antes\s+vivía|antes\s+vivíamos|"
        rf"vivía\s+antes|vivíamos\s+antes|vivía|viví)\s+en\s+{_PLACE.replace('<v>', '<w>')}",
        "home",
        "vw",
        ends=True,
    ),
    rule(
        rf"\b(?:vivo|vivimos|resido|viviendo){_FILL}\s+(?:(?:en|cerca\s+de|a\s+las\s+afueras\s+de)\s+)(?:(?:un|"
        rf"una)\s+[\wáéíóúñ]+\s+(?:en|de)\s+)?{_PLACE}|\b(?:me\s+mudé|nos\s+mudamos|me\s+he\s+mudado|"
        rf"nos\s+hemos\s+mudado|me\s+acabo\s+de\s+mudar|me\s+mudo|mudarme){_FILL}\s+a\s+{_PLACE.replace('<v>', '<w>')}|"
        rf"\bdesde\s+[\wáéíóú\s]{{2,20}}?\s+(?:estoy|estamos|vivo|vivimos)\s+en\s+{_PLACE.replace('<v>', '<x>')}",
        "home",
        "vw",
    ),
    rule(
        rf"(?:{_START}soy\s+(?:originalmente\s+|originari[oa]\s+)?de|\bvengo\s+de|\bnací\s+(?:y\s+crecí\s+)?en|"
        rf"\bcrecí\s+en|\bnacid[oa]\s+en)\s+{_PLACE}|{_START}soy\s+(?P<w>español|española|mexican[oa]|argentin[oa]|"
        r"colombian[oa]|chilen[oa]|peruan[oa]|venezolan[oa]|cuban[oa]|uruguay[oa]|ecuatorian[oa]|alemán|alemana|"
        r"francés|francesa|italian[oa]|andaluz|andaluza|catalán|catalana|gallego|gallega|vasc[oa]|madrileñ[oa]|"
        r"sevillan[oa]|valencian[oa])(?=\s*(?:$|[,.;!]|y\b|pero))",
        "origin",
        "vw",
    ),
    rule(
        r"\b(?:estoy|soy|estamos)\s+(?:felizmente\s+|recién\s+)?(?P<v>casad[oa]s?|solter[oa]|divorciad[oa]|viud[oa]|"
        r"prometid[oa]|comprometid[oa]|separad[oa])\b|\bme\s+(?P<w>casé|divorcié|separé)\b|\bnos\s+(?P<x>casamos|"
        r"divorciamos)\b",
        "relationship",
        "vw",
    ),
    rule(
        r"\b(?:lo\s+dejamos\s+mi\s+novi[oa]\s+y\s+yo|rompí\s+con\s+mi|"
        r"(?:mi\s+novi[oa]\s+y\s+yo\s+)?(?:lo\s+hemos\s+dejado|hemos\s+roto)|terminé\s+con\s+mi|cortamos)\b",
        "partner",
        "none",
        ends=True,
    ),
    rule(
        r"\b(?:mamá|madre|papá|padre)\s+de\s+(?:(?:dos|tres|cuatro|un|"
        rf"una)(?:\s+\w+)?\s*[,:]\s*)?(?P<v>{NAME}(?:(?:,\s*|\s+y\s+|\s+e\s+){NAME})*)",
        "child",
        "names",
    ),
    rule(
        r"\btengo\s+(?:una?|dos|tres|cuatro|\d)\s+(?:hij[oa]s?|niñ[oa]s?|gemelos|mellizos)\s*(?:,|:|que\s+se\s+llaman?|"
        rf"llamad[oa]s?)\s+(?P<v>{NAME}(?:(?:,\s*|\s+y\s+|\s+e\s+){NAME})*)",
        "child",
        "names",
    ),
    rule(r"\b(?:tengo|tenemos)\s+(?:una?|dos|tres|cuatro|\d)\s+(?P<v>hij[oa]s?|niñ[oa]s?|gemelos|mellizos)\b", "child"),
    rule(r"\btengo\s+(?:una?|dos|tres|cuatro|\d)\s+(?P<v>herman[oa]s?)\b", "sibling"),
    rule(
        r"\b(?:tengo|tenemos|hemos\s+adoptado|adopté|adoptamos|he\s+adoptado)\s+(?:una?|dos|tres|cuatro|"
        rf"\d)\s+(?:\w+\s+)?{_ANIMAL}(?:\s+\w+)?\s*(?:,|:|que\s+se\s+llaman?|llamad[oa]s?|"
        rf"se\s+llaman?)\s+(?P<v>{NAME}(?:(?:,\s*|\s+y\s+|\s+e\s+){NAME})*)",
        "pet",
        "names",
    ),
    rule(
        r"\b(?:tengo|tenemos|hemos\s+adoptado|adopté|adoptamos|he\s+adoptado)\s+(?:una?|dos|tres|cuatro|"
        rf"\d)\s+(?:\w+\s+)?(?P<v>{_ANIMAL})\b",
        "pet",
    ),
    rule(
        r"(?:\bsoy|\by\s+soy)\s+(?:muy\s+)?(?:alérgic[oa]|intolerante)\s+(?:al|a\s+la|a\s+los|a\s+las|a)\s+|"
        r"\btengo\s+(?:alergia|intolerancia)\s+(?:al|a\s+la|a\s+los|a\s+las|a)\s+|\bme\s+dan?\s+alergia\s+(?:el|la|los|"
        r"las)\s+|\balergias?\b[^.!?]{0,40}:\s*yo\s+(?:al|a\s+la|a\s+los|a\s+las)\s+",
        "allergy",
        "list",
    ),
    rule(rf"\b(?P<who>{NAME}),?\s+(?:que\s+)?es\s+(?:alérgic[oa]|intolerante)\s+(?:al|a\s+la|a\s+los|a\s+las|a)\s+", "allergy", "who_list"),
    rule(r"\bes\s+(?:alérgic[oa]|intolerante)\s+(?:al|a\s+la|a\s+los|a\s+las|a)\s+", "allergy", "list", third=True),
    rule(
        r"\bya\s+no\s+(?:soy|como)\s+(?P<v>vegan[oa]|vegetarian[oa]|pescetarian[oa])\b|"
        r"\bdejé\s+de\s+ser\s+(?P<w>vegan[oa]|vegetarian[oa])\b",
        "diet",
        "vw",
        ends=True,
    ),
    rule(
        r"(?<!no\s)\b(?:soy|somos|como|me\s+hice|me\s+he\s+hecho|hago\s+dieta|"
        r"sigo\s+una\s+dieta)\s+(?:\w+\s+)?(?P<v>vegan[oa]s?|vegetarian[oa]s?|pescetarian[oa]|keto|halal|kosher|"
        r"celíac[oa])\b",
        "diet",
    ),
    rule(r"\b(?:es|son)\s+(?P<v>vegan[oa]s?|vegetarian[oa]s?)\b", "diet", third=True),
    rule(rf"\b(?:vive|se\s+mudó|se\s+ha\s+mudado)\s+(?:\w+\s+)?(?:en|a)\s+{_PLACE}", "home", third=True),
    rule(r"\btiene\s+(?P<v>\d{1,2})\s+(?:años|meses)", "age", third=True),
    rule(rf"\btrabaja\s+(?:\w+\s+)?(?:en|para)\s+{_COMPANY}", "employer", third=True),
    rule(rf"\b(?:es|trabaja\s+de)\s+{_NOT_TRADE}(?P<v>{_TRADE})", "occupation", third=True, confidence=0.7),
    rule(r"\bmi\s+(?P<noun>[a-záéíóúñ]+)\s+(?:favorit[oa]|preferid[oa])\s+(?:es|son|era)\s+(?:ahora\s+|siempre\s+)?", "favourite", "noun"),
    rule(
        r"\b(?:odio|detesto|no\s+soporto|no\s+aguanto)\s+(?!que\b|cuando\b|esto|eso|esta\b)|"
        r"\bno\s+me\s+gustan?\s+(?:nada\s+|mucho\s+|demasiado\s+)?(?!que\b|cuando\b|esto|eso|esta\b|tu\b|cómo)",
        "dislikes",
        "list",
    ),
    rule(
        r"(?<!no\s)\bme\s+(?:encantan?|gustan?|fascinan?|apasionan?)\s+(?:mucho\s+|muchísimo\s+|más\s+)?(?!que\b|"
        r"cuando\b|esto|eso|esta\b|tu\b|la\s+idea|el\s+plan|cómo|ese|esa\b|este\b|saber|como\b|tus\b|tanto|$)(?=\w)",
        "likes",
        "list",
    ),
    rule(
        r"\bprefiero\s+(?!que\b|no\b|esto|eso|esta\b|ese|la\s+(?:primera|segunda|opción)|el\s+(?:primero|segundo))",
        "likes",
        "noun",
        confidence=0.7,
    ),
    rule(
        r"\b(?:juego\s+al?\s+|toco\s+(?:el|la)\s+)(?P<v>tenis|fútbol|baloncesto|pádel|ajedrez|golf|voleibol|guitarra|"
        r"piano|violín|batería|bajo|flauta|rugby|balonmano)\b|\bmi\s+(?:hobby|afición|"
        r"pasatiempo)\s+(?:favorito\s+)?es\s+(?:el\s+|la\s+)?(?P<w>[a-záéíóúñ]+)|\bhago\s+(?P<x>yoga|pilates|escalada|"
        r"senderismo|natación|ciclismo|cerámica|crossfit|kárate|judo|surf|teatro|boxeo)\b",
        "hobby",
        "vw",
    ),
    rule(
        rf"\bhablo\s+(?:(?:un\s+poco\s+de|perfectamente|bien|también|solo)\s+)?(?P<v>{_LANGUAGE}(?:(?:,\s*|\s+y\s+|"
        rf"\s+e\s+)(?:un\s+poco\s+de\s+)?{_LANGUAGE})*)",
        "speaks",
        "languages",
    ),
    rule(
        r"\b(?:tengo|sufro\s+de|padezco(?:\s+de)?|me\s+(?:han\s+)?diagnosticaron|"
        rf"me\s+han\s+diagnosticado)\s+(?:\w+\s+)?{_CONDITION}\b|\bsoy\s+(?P<w>diabétic[oa]|asmátic[oa]|celíac[oa]|"
        r"epiléptic[oa]|dislexic[oa]|sord[oa]|cieg[oa]|daltónic[oa]|autista)\b",
        "condition",
        "vw",
    ),
    rule(
        r"\btomo\s+(?:\w+\s+)?(?P<v>insulina|metformina|ibuprofeno|omeprazol|levotiroxina|antidepresivos|sertralina|"
        r"enalapril)\b",
        "medication",
    ),
    rule(
        r"\bestudio\s+(?!en\b|mucho|para\b|con\b|hoy|a\b|por\b)(?P<v>[a-záéíóúñ]+(?:\s+(?:de\s+|y\s+)?(?!en\b|por\b|"
        r"y\b|a\b|con\b|desde\b)[a-záéíóúñ]{4,})?)|\bestudiante\s+de\s+(?P<w>[a-záéíóúñ]+)",
        "studies",
        "vw",
    ),
    rule(rf"\b(?:estudio|estudiando)\s+(?:[a-záéíóúñ]+\s+){{0,3}}?en\s+(?:la\s+|el\s+)?{_COMPANY}", "school"),
    rule(r"\b(?:vendí|he\s+vendido)\s+(?:mi|el)\s+(?:coche|carro|auto)\b", "car", "none", ends=True),
    rule(
        r"\b(?:tengo|conduzco|me\s+compré|he\s+comprado)\s+un\s+(?P<v>(?-i:(?:Seat|Renault|Peugeot|Ford|Toyota|BMW|"
        r"Audi|Opel|Fiat|Citroën|Tesla|Volvo|Honda|Mazda|Nissan|Hyundai|Kia|Dacia|Volkswagen)(?:\s[A-Z0-9]\w*)?))",
        "car",
    ),
    rule(r"\bmi\s+(?:correo|email|e-mail|mail)(?:\s+electrónico)?\s+(?:nuevo\s+)?es\s+(?P<v>[\w.+-]+@[\w.-]+\w)", "email"),
    rule(
        r"\bmi\s+(?:nuevo\s+)?(?:número|teléfono|móvil|"
        r"celular)(?:\s+de\s+\w+)?\s+(?:nuevo\s+)?es\s+(?:el\s+)?(?P<v>\+?\d[\d\s-]{5,18}\d)",
        "phone",
    ),
    rule(
        r"\b(?:responde|respóndeme|contéstame|contesta|háblame|escríbeme|escribe|habla)\s+(?:siempre\s+|por\s+favor\s+|"
        rf"solo\s+)*en\s+(?P<v>{_LANGUAGE})\b",
        "language",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
        question=True,
    ),
    rule(
        r"\b(?:a\s+partir\s+de\s+ahora|de\s+ahora\s+en\s+adelante|desde\s+ahora|en\s+el\s+futuro)\b(?![^.!?]*\b(?:voy|"
        r"vivo|trabajo|estoy|seré|vamos|soy)\b)|(?:^|[.,;!]\s*|\by\s+|"
        r"\bpor\s+favor,?\s+)(?:por\s+favor,?\s+)?(?:siempre|nunca)\s+(?:me\s+)?(?:responde|contesta|usa|uses|escribe|"
        r"escribas|des|pongas|digas|habla|hables|explica|dame|corrige)\w*|\b(?:responde|contesta|usa|escribe|trátame|"
        r"háblame|corrígeme|explica|dame)\w*\b[^.!?]{0,50}\bsiempre\b|\b(?:tutéame|trátame\s+de\s+(?:tú|usted))\b|"
        r"\b(?:no\s+uses|sin)\s+(?:emojis|listas|viñetas)\b|\bsé\s+(?:breve|conciso)\b|\brespuestas\s+cortas\b",
        None,
        "none",
        kind=Kind.DIRECTIVE,
        reason=Reason.DIRECTIVE,
    ),
    rule(
        r"\b(?:ya\s+)?no\s+(?:bebo|fumo|como)\s+(?:alcohol|carne|café|cerdo|gluten|azúcar|pescado|lácteos|más)\b|"
        r"\b(?:ya\s+no|no)\s+(?:fumo|bebo|conduzco)\b|\bdejé\s+(?:de\s+fumar|el\s+café|el\s+alcohol|de\s+beber|"
        r"el\s+tabaco)\b",
        None,
        "none",
        confidence=0.75,
    ),
    rule(
        r"\b(?:aprobé|he\s+aprobado|suspendí|gané|he\s+ganado)\s+(?:el|la|las|los|mi|todas)\b|\bme\s+(?:gradué|"
        r"operaron|han\s+operado|rompí|he\s+roto|ascendieron|han\s+ascendido|jubilé|casé|aceptaron|han\s+(?:aceptado|"
        r"admitido|cogido|contratado))\b|\b(?:nació|falleció|murió)\s+(?:mi|nuestr[oa]|hoy|ayer)\b|"
        r"\bmi\s+\w+\s+(?:nació|falleció|murió|se\s+casó)\b|\b(?:hemos|he)\s+comprado\s+(?:una\s+casa|un\s+piso|"
        r"la\s+casa|el\s+piso)\b|\bestoy\s+embarazada\b|\bme\s+han\s+dado\s+(?:el\s+(?:trabajo|puesto)|la\s+(?:beca|"
        r"plaza))\b",
        None,
        "none",
        kind=Kind.EPISODE,
        reason=Reason.EVENT,
        confidence=0.75,
    ),
    rule(
        r"\b(?:viajo|viajamos|vuelo|volamos|nos\s+vamos|me\s+voy|vamos\s+a\s+ir|voy\s+a\s+viajar|"
        r"vamos\s+a\s+viajar)\s+(?:[\wáéíóú]+\s+){0,4}?a\s+(?-i:[A-ZÁÉÍÓÚ])|\b(?:me\s+caso|nos\s+casamos|me\s+opero|"
        r"me\s+operan|esperamos\s+un\s+(?:bebé|hijo)|mi\s+boda\s+es|tengo\s+el\s+examen|empiezo\s+(?:la\s+universidad|"
        r"el\s+máster|un\s+trabajo|el\s+trabajo))\b",
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
        r"[.,;:!?¡¿()\n\"“”«»…\u2600-\u27bf\U0001f000-\U0001faff]|\s(?:y|e|pero|porque|que|o|u|ni|si|cuando|desde|para|"
        r"con|sin|por|también|ahora|mucho|muchísimo|más|siempre|así|aunque|como|en|hoy|ya|no|muy|nada|sobre\s+todo|"
        r"gracias|me|yo|a)(?!\w)",
        re.IGNORECASE,
    ),
    determiner=re.compile(r"\s*(?:(?:el|la|los|las|un|una|unos|unas|mi|mis|al|lo|a|todo|todos|todas)\s+)*", re.IGNORECASE),
    joint=re.compile(
        r"\s*(?:,\s*(?:y\s+|e\s+)?|\s+(?:y|e|o|ni)\s+|\s*[&+/]\s*)(?:(?:al|a\s+la|a\s+los|a\s+las|el|la|los|"
        r"las)\s+)?(?!desde\b|me\b|soy\b|tengo\b|vivo\b|no\b|pero\b|mi\b|mis\b|trabajo\b|yo\b|es\b|quiero\b|también\b|"
        r"necesito\b)",
        re.IGNORECASE,
    ),
    kin=re.compile(
        rf"\b(?:mis?|nuestr[oa]s?)\s+(?:(?:querid[oa]|dos|tres)\s+)*{_REL}(?:\s+(?:mayor|menor|"
        r"pequeñ[oa]))?(?!\w)(?:\s*(?:,|se\s+llaman?|llamad[oa]s?|que\s+se\s+llaman?|:|"
        rf"\()?\s*(?P<name>{NAME}(?:(?:,\s*|\s+y\s+|\s+e\s+){NAME})*))?",
        re.IGNORECASE,
    ),
    relatives=_RELATIVES,
    asked=re.compile(
        r"\b(?:recuerda\s+que|acuérdate\s+de\s+que|no\s+olvides\s+que|no\s+te\s+olvides\s+de\s+que|"
        r"ten\s+en\s+cuenta\s+que|apunta\s+que|anota\s+que|toma\s+nota)\b(?!\s+(?:tengo|debo|hay|tenemos)\s+que)|"
        r"^\W*importante\s*:",
        re.IGNORECASE,
    ),
)
