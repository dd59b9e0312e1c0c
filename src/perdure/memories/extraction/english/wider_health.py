"""Illnesses, drugs and what one cannot eat, told in passing."""

from typing import Final

from perdure.memories.extraction.english.health import CONDITION, MEDICINE
from perdure.memories.extraction.english.wider_rules import KIN, NP, OPEN, SPEAKER, START, Rule, event, fact, rule

__all__ = ["HEALTH"]

_COND: Final = CONDITION.replace("?P<v>", "?P<condition>")
_MED: Final = MEDICINE.replace("?P<v>", "?P<medication>")
_NO_MED: Final = MEDICINE.replace("?P<v>", "?P<no_medication>")
_REACTION: Final = (
    r"(?:(?:gives?|gave)\s+me\s+(?:a\s+|an?\s+\w+\s+|terrible\s+|awful\s+|bad\s+)?(?:rash|hives|migraines?|"
    r"cramps|stomach\s?aches?|heartburn|blisters|spots|reflux|the\s+runs|headaches?)|"
    r"(?:makes?|made)\s+(?:me\s+(?:itch|swell|wheeze|sneeze|come\s+out\s+in|break\s+out|ill|violently|"
    r"very\s+ill|bloat)|my\s+(?:throat|lips|tongue|face|mouth|eyes|skin|stomach)\s+(?:itch|swell|close|"
    r"close\s+up|tingle|burn|puff|swell\s+up|cramp))|"
    r"(?:brings?|bring|brought)\s+me\s+out\s+in|(?:could|would|will|might|can)\s+kill\s+me|(?:sends?|sent|puts?|put)"
    r"\s+me\s+(?:in|to)\s+(?:hospital|the\s+(?:hospital|er|a&e)|casualty)|"
    r"(?:doesn't|don't|does\s+not|do\s+not)\s+agree\s+with\s+me|(?:upsets?|kills?|wrecks?|destroys?)\s+my\s+(?:stomach|gut|guts|tummy))"
)
_REACTIONS: Final = (
    "rash hives migraine migraines cramps swell itch wheeze sneeze kill hospital agree stomach gut guts close "
    "tingle burn blisters heartburn ill er bloat out reflux"
)
_CANNOT: Final = r"(?:can't|cannot|can\s+not|cant|mustn't|am\s+not\s+allowed|is\s+not\s+allowed|isn't\s+allowed)"
_EATING: Final = r"(?:have|eat|touch|go\s+near|tolerate|digest|stomach|do|drink)"
_FOODS: Final = (
    "nut nuts peanut peanuts cashew cashews almond almonds walnut walnuts hazelnut hazelnuts egg eggs milk "
    "dairy cheese cream lactose gluten wheat bread soy soya "
    "sesame shellfish prawn prawns shrimp crab lobster mussels oysters fish seafood kiwi strawberries "
    "strawberry mango celery mustard pineapple tomatoes tomato "
    "citrus oranges avocado banana bananas latex penicillin aspirin ibuprofen pollen pork beef meat onion "
    "onions garlic sugar salt alcohol caffeine coffee chocolate"
)
_FOOD: Final = "(?:(?:tree|pea|pine|brazil)\\s?)?(?:" + "|".join(sorted(_FOODS.split(), key=len, reverse=True)) + ")"
_ILL: Final = (
    "syndrome disorder disease intolerance phobia diabetes diabetic asthma asthmatic arthritis migraines "
    "epilepsy epileptic cancer stroke ulcer gout coeliac celiac adhd "
    "autistic autism dyslexic dyslexia pacemaker glaucoma cataracts hashimoto's hashimoto crohn's crohns ibs "
    "anxiety depression eczema psoriasis anaemia anemia anaemic "
    "hypertension insomnia lupus ptsd ocd bipolar endometriosis pcos tinnitus vertigo sciatica scoliosis "
    "bronchitis tendonitis hernia parkinson's alzheimer's dementia "
    "angina thyroid haemophilia hepatitis fibromyalgia osteoporosis ms copd hiv colour-blind colorblind "
    "color-blind colourblind deaf blind lactose blood cholesterol "
    "kidney heart sickle lymphoma leukaemia leukemia wheelchair type"
)
_SICK: Final = (
    r"(?:(?:type\s+(?:1|2|one|two)(?:\s+diabetes)?)|(?:severe\s+|mild\s+|chronic\s+|"
    r"bad\s+)?(?:an?\s+)?(?:(?:stomach|peptic)\s+)?(?:ulcer|stroke|hernia|pacemaker|coeliac|celiac|lymphoma|"
    r"dementia|alzheimer's|"
    r"angina|thyroid\s+\w+|heart\s+condition|slipped\s+disc|herniated\s+disc|bad\s+(?:back|knee|hip|heart|"
    r"shoulder)s?|coeliac\s+disease|hashimoto's|lactose\s+intolerance)|"
    r"colou?r-?\s?blind|blind\s+in\s+\w+\s+\w+|deaf(?:\s+in\s+\w+\s+\w+)?|hard\s+of\s+hearing|diabetic|"
    r"asthmatic|epileptic|anaemic|anemic|dyslexic|autistic|insulin-dependent|(?:lactose|gluten)[\s-]intolerant)"
)
_SICKNESS: Final = f"(?:{CONDITION.replace('?P<v>', '?P<condition>')}|(?P<condition2>{_SICK}))"
_BODY: Final = (
    r"(?:knees?|back|hips?|heart|shoulders?|wrists?|ankles?|lungs|eyes|eyesight|hearing|stomach|thyroid|"
    r"kidneys?|liver|joints|neck|left\s+\w+|right\s+\w+)"
)
_PROCEDURE: Final = (
    r"(?:(?:hip|knee|valve)\s+replacement|bypass|transplant|surgery|operation|biopsy|chemo(?:therapy)?|radiotherapy|dialysis|root\s+canal|"
    r"(?:wisdom\s+)?(?:teeth|tooth)|tonsils|appendix|gallbladder|cataracts?|hysterectomy|c-section|caesarean|"
    r"ivf|colonoscopy|mri|ct\s+scan|scan|physio|rehab|braces|cast)"
)

HEALTH: Final[tuple[Rule, ...]] = (
    rule("switched swapped moved changed", rf"\b(?:switched|swapped|moved|changed)\s+(?:me\s+)?(?:over\s+)?from\s+{_NO_MED}\s+to\s+{_MED}"),
    rule(
        "off stopped quit aside ditched dropped weaned finished",
        rf"\b(?:(?:i'm|im|i\s+am|been|came|come|went|gone|got|weaned|taken|took\s+me)\s+off|stopped(?:\s+taking)?|"
        rf"quit|ditched|dropped|finished|done\s+with)\s+(?:my\s+|the\s+|with\s+)?{_NO_MED}"
        rf"|\bput\s+(?:my|the)\s+{_NO_MED.replace('no_medication', 'no_medication2')}\s+aside",
    ),
    rule(
        "taking take on prescribed started put daily twice pill pills dose doc tablets inject mg",
        rf"\b(?:been\s+(?:taking|on|prescribed)|i'm\s+(?:now\s+)?(?:taking|on)|i\s+take|i\s+now\s+take|"
        rf"put\s+me\s+(?:back\s+)?on|started(?:\s+me)?(?:\s+on)?|prescribed(?:\s+me)?|given\s+me|living\s+on|"
        rf"take\s+my|on)\s+(?:my\s+|some\s+|a\s+low\s+dose\s+of\s+)?{_MED}"
        rf"|{START}{_MED.replace('medication', 'medication2')}\s+(?:twice|once|every|daily|morning|each|\d|for\s+(?:my|the))",
    ),
    rule(
        "don't allergy allergic after",
        r"\bdon't\s+have\s+(?:the|a|an|that)\s+(?P<no_allergy>\w+)\s+allergy|(?:not|no\s+longer)"
        r"\s+allergic\s+to\s+(?P<no_allergy2>\w+)(?:\s+after\s+all|\s+any\s?more)?",
    ),
    rule(
        _REACTIONS,
        rf"(?:^|[.,;:!]\s*|\b(?:and|but|because|since|turns\s+out|that|plus|so|apparently|sadly|eating|drinking)\s+)"
        rf"(?!it\b|that\b|this\b|he\b|she\b|they\b|you\b|which\b|what\b|nothing\b|work\b|the\s+thought)"
        rf"(?P<allergy>(?:[\w-]+\s+){{1,3}}?){_REACTION}",
    ),
    rule(
        "epipen epi-pen",
        r"\b(?:i|we)(?:'ve)?\s+(?:always\s+|have\s+to\s+|got\s+to\s+|got\s+)?(?:carry|have|keep|need)\s+an?\s+epi-?pen\b",
        fact,
    ),
    rule("epipen epi-pen", rf"{KIN}(?:\w+\s+)?(?:carries|has|needs|keeps)\s+an?\s+epi-?pen\b", fact),
    rule(
        "can't cannot cant mustn't allowed",
        rf"{KIN}{_CANNOT}\s+(?:really\s+)?(?:{_EATING}\s+)?(?:any\s+)?(?P<allergy>{_FOOD})\b",
        asking=True,
    ),
    rule(
        "can't cannot cant mustn't allowed",
        rf"\b(?:i|we)\s+(?:really\s+|just\s+|still\s+)?{_CANNOT}\s+(?:really\s+)?{_EATING}\s+(?:any\s+)?(?P<allergy>{_FOOD})\b",
        asking=True,
    ),
    rule(
        "can't cannot cant",
        rf"\b(?:it's|it\s+is)\s+(?:actually\s+)?(?P<allergy>{_FOOD})\s+(?:that\s+)?(?:i|we)\s+(?:really\s+)?(?:can't|cannot|cant)\b",
    ),
    rule(
        "allergic intolerant allergy intolerance",
        rf"(?:{OPEN}|\b)(?:being|i'm|im|i\s+am|we're)\s+(?:\w+\s+)?(?:allergic\s+to\s+(?P<allergy_ls>{NP})|"
        rf"(?P<allergy>\w+)[\s-](?:allergic|intolerant))",
        asking=True,
    ),
    rule(
        "allergic allergy",
        rf"{KIN}(?:is|'s|has)\s+(?:\w+\s+)?(?:allergic\s+to\s+(?P<allergy_ls>{NP})|an?\s+(?P<allergy>\w+)\s+allergy)",
        asking=True,
    ),
    rule(
        "allergy allergies intolerance",
        r"\b(?:my|our)\s+(?:\w+\s+)?(?P<allergy>(?!bad\b|severe\b|food\b|his\b|seasonal\b)[a-z]+(?:\s+nut)?)\s+(?:allergy|intolerance)\b",
        asking=True,
    ),
    rule(_ILL, rf"\b(?:being|as)\s+(?:an?\s+)?(?:\w+\s+)?(?P<condition>{_SICK})\b", asking=True),
    rule(
        "diagnosed diagnosis confirmed says said say it's told tested since with because my",
        rf"\b(?:diagnosed\s+(?:me\s+)?with|(?:since|after|got|had)\s+(?:my|the|a)(?=\s+[\w'-]+\s+diagnosis)|"
        rf"(?:because\s+of|with|since|after|from|for|got|given|down\s+to|due\s+to)\s+(?:the|my)"
        rf"(?!\s+(?:\w+\s+)?(?:anxiety|depression|insomnia|vertigo)\b)|(?:got|had)\s+(?:the|my)"
        rf"(?=\s+\w+\s+(?:thing\s+)?confirmed)|"
        rf"(?:dr|doctor|doc|gp|consultant|specialist|nurse|clinic|hospital|eye\s+man)\b[^.;!?]{{0,25}}(?:says?|"
        rf"reckons|thinks|found|confirmed|told\s+me)(?:\s+(?:it's|it\s+is|i\s+have|i've\s+got|that's))?)\s+(?:(?:a|"
        rf"an|the|it's|i\s+have|i've\s+got)\s+)?{_SICKNESS}",
        asking=True,
    ),
    rule(
        _ILL,
        rf"\b(?:i|i've|we)\s+(?:also\s+|now\s+|still\s+|only\s+)?(?:have|got|had|suffer\s+from|live\s+with|"
        rf"was\s+diagnosed\s+with|developed)\s+(?:got\s+)?(?:an?\s+|the\s+|this\s+)?{_SICKNESS}\b",
        asking=True,
    ),
    rule(_ILL, rf"\b(?:i'm|im|i\s+am)\s+(?:also\s+|actually\s+|\w+ly\s+)?(?:an?\s+)?(?P<condition>{_SICK})\b", asking=True),
    rule(
        _ILL,
        rf"\b(?:my|our)\s+(?!(?:\w+\s+)?(?:anxiety|depression|insomnia|vertigo)\b){_SICKNESS}\b(?!\s+(?:paper|essay|"
        rf"patient|clinic|project))",
        asking=True,
    ),
    rule(_ILL, rf"{START}{_SICKNESS}\b(?=,?\s+(?:since|for\s+\w+\s+years|diagnosed|runs\s+in|here|again|and\s+(?:i|my)|so\s+(?:no|i)))"),
    rule(_ILL, rf"\b(?:gave|given|giving|left)\s+me\s+(?:with\s+)?(?:an?\s+)?{_SICKNESS}\b"),
    rule(
        _ILL,
        rf"{KIN}(?:has|'s\s+got|has\s+got|suffers\s+from|was\s+(?:just\s+)?diagnosed\s+with|lives\s+with|is)"
        rf"\s+(?:an?\s+)?(?:been\s+diagnosed\s+with\s+)?{_SICKNESS}\b",
        asking=True,
    ),
    rule(_ILL, rf"\bmy\s+{_BODY}\s+(?:is|are|has|have|'s)\s+[^.;!?]{{0,30}}?\b{_SICKNESS}"),
    rule(
        "shot gone useless knackered wrecked bad buggered wonky ruined stiff",
        rf"\b(?:my|both)\s+(?:\w+\s+)?{_BODY}\s+(?:is|are|'s|'re|has\s+been|have\s+been|went|never\s+healed)"
        rf"\s+(?:completely\s+|next\s+to\s+|pretty\s+much\s+|half\s+)?(?:shot|gone|useless|knackered|wrecked|"
        rf"buggered|ruined|bad|wonky)\b",
        fact,
    ),
    rule(
        "wheelchair crutches hearing cane prosthetic stoma walker",
        r"\b(?:i'm|im|i\s+am|i|me|my|being|with)\b[^.;!?]{0,25}\b(?:wheelchair|hearing\s+aids?|prosthetic|"
        r"guide\s+dog|stoma|walking\s+stick|on\s+crutches)\b",
        fact,
    ),
    rule(
        "badminton running sport sports football lifting driving gym exercise no",
        r"\b(?:doctor|doc|gp|physio|specialist)\s+(?:said|says)\s+no\s+\w+",
        fact,
    ),
    rule(
        "replacement bypass transplant surgery operation biopsy chemo chemotherapy radiotherapy dialysis canal "
        "teeth tooth tonsils appendix gallbladder cataract cataracts hysterectomy c-section caesarean ivf "
        "colonoscopy mri scan braces cast",
        rf"(?:{SPEAKER}(?:had|having|have|got|getting|finished|started|starting|been\s+through|went\s+through|completed|"
        rf"begin|undergoing|underwent|booked\s+(?:in\s+)?for|scheduled\s+for|waiting\s+for|facing|due)\s+(?:my|the|"
        rf"a|an|both|some|in\s+for)?\s*(?:[\w-]+\s+){{0,3}}?{_PROCEDURE}\b"
        rf"|^\W*(?:my\s+)?(?:[\w-]+\s+){{0,2}}?{_PROCEDURE}\s+(?:is\s+|'s\s+)?(?:on|next|in|this|tomorrow|last)\b)",
        event,
    ),
    rule(
        "operated hospital hospitalised hospitalized clear remission relapse sober clean",
        r"\b(?:(?:i|we|they)(?:'m|'ve|\s+am|\s+have|\s+was)?\s+(?:\w+\s+)?(?:in\s+remission|operated\s+on\s+me|"
        r"hospitali[sz]ed|been\s+sober|sober|in\s+recovery)|(?:\w+\s+){1,2}(?:days|weeks|months|years)\s+(?:sober|"
        r"clean|smoke-free|cancer-free|in\s+remission))\b",
        event,
    ),
    rule(
        "cigarette cigarettes smoke smoking smoked drink drinking drop booze alcohol fag fags vape vaping touched",
        rf"{SPEAKER}(?:haven't|hadn't|have\s+not|not|quit|stopped|gave\s+up|given\s+up|no\s+longer|don't|never)"
        rf"\s+(?:touched?\s+|had\s+|smoked?\s+|drink\s+|smoke\s+)?(?:an?\s+|the\s+|any\s+)?(?:cigarettes?|fags?|"
        rf"smok\w+|smoke|drink(?:ing)?|drop|booze|alcohol|vap\w+)\b",
        fact,
    ),
)
