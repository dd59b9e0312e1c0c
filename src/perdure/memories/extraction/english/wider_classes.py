"""More classes of English nouns, for what is said in passing."""

from typing import Final

from perdure.memories.extraction.english.words import ANIMALS, CAR_MAKES, DEMONYMS, LANGUAGES, SPORTS
from perdure.memories.extraction.found import alternatives

__all__ = [
    "ANIMAL",
    "ANIMAL_WORDS",
    "CAR",
    "CAR_WORDS",
    "CRAFT",
    "CRAFTS",
    "FLEETING",
    "LANGUAGE",
    "LANGUAGE_WORDS",
    "NUMBER",
    "TRADES_TOO",
]

# literal lists would fill pages
TRADES_TOO: Final = frozenset(
    """sparky chippy brickie squaddie copper bobby headmaster headmistress headteacher deputy dean docker dressmaker farrier ferryman
    fishmonger greengrocer grocer gamekeeper groom hostess ironmonger jockey lorry_driver lumberjack lexicographer matron
    milkman milliner cartographer busker cabbie cabby bouncer bellhop concierge croupier crofter cowboy cutler dairyman deckhand
    decorator dj dogwalker drayman drystoner engraver falconer fireman foreman forewoman fundraiser furrier gaffer glassblower
    gondolier handyman haulier housekeeper huntsman hypnotist impresario ironworker jailer jeweller joiner knitter lampmaker
    laundress legislator linesman lookout mariner marshal masseur mayor milliner missionary mortician muralist navigator
    negotiator newsreader nurseryman nutritionist oboist optometrist orchardist orderly ornithologist paediatrician
    painter-decorator parson pathologist patternmaker perfumer pharmacologist picker piper plumber porter potter presenter
    printer proofreader provost puppeteer quarryman quartermaster quilter rancher registrar repairman rigger riveter rower
    sadler saddler saleslady sawyer seaman shearer shepherd shepherdess shipwright shoemaker showrunner signaller signwriter
    silversmith skipper slater smith smallholder sonographer soprano spinner spy stagehand steelworker steeplejack stevedore
    stuntman subeditor sweep tanner taxidermist teacher telegraphist thatcher tinsmith toolmaker trapper trawlerman treasurer
    trooper tuner turner typesetter typist umpire veterinarian vicar vintner warrant_officer washerwoman webmaster wheelwright
    whaler wholesaler windowcleaner woodcutter woodcarver wrangler wright yardman sous-chef patissier pâtissier
    baker-confectioner lorry-driver codebreaker seamstress childminder child-minder dinnerlady caretaker groundskeeper
    groundsman greenkeeper lollipop tutor invigilator bursar archdeacon deacon pastor rector verger beautician manicurist
    pedicurist nail-tech groomer dog-walker petsitter cashier teller trucker cabdriver conductor signalman guard stoker
    engine-driver pilot co-pilot copilot navigator purser docent curator conservator restorer binder bookbinder etymologist
    actuary statistician biochemist astrophysicist virologist neuroscientist toxicologist radiologist urologist nephrologist
    audiologist podiatrist chiropodist paramedic ambulanceman midwife anaesthetist surgeon gynaecologist obstetrician
    haematologist endocrinologist geriatrician barrister notary solicitor magistrate bailiff clerk councillor councilwoman
    councilman alderman senator mp ambassador consul attaché civil_servant programmer coder tester architect sysadmin devops dba
    illustrator letterer colourist animator gaffer grip cinematographer editor director screenwriter playwright composer
    lyricist drummer bassist percussionist harpist trumpeter saxophonist clarinettist bricklayer roofer plasterer glazier
    carpenter tiler groundworker scaffolder surveyor steelfixer welder machinist fitter boilermaker electrician gasfitter
    locksmith mechanic panelbeater florist gardener arborist forester beekeeper fisherman farmhand vet zookeeper lifeguard
    trainer coach referee caddie jockey ballerina dancer choreographer acrobat clown magician ventriloquist housewife
    househusband homemaker pensioner retiree student undergrad undergraduate postgrad freshman sophomore intern apprentice
    trainee temp sahm freelancer contractor founder entrepreneur shopkeeper publican landlady bartender barmaid barman baker
    cook chef""".split()
)
"""Names of trades beside those of `words.TRADES`."""

FLEETING: Final = frozenset(
    """it that this them these those him her you me us what how when where which who everything nothing something anything stuff things
    there here both one ones the_idea idea finish_it someone somebody anyone people yours mine life work home time today lot bit
    way much""".split()
)
"""Words that point at something of the moment and are no value."""

_CRAFTS: Final = """running climbing swimming dancing knitting painting surfing skiing cycling yoga boxing rowing gardening
    singing hiking pottery ballet karate
    judo bouldering birdwatching birding crochet crocheting sewing quilting embroidery woodworking woodturning carving whittling
    calligraphy origami
    photography sketching drawing watercolours watercolors lino_printing printmaking baking brewing homebrewing beekeeping
    fishing angling sailing
    kayaking canoeing paddleboarding windsurfing kitesurfing snowboarding skating ice-skating rollerblading skateboarding parkour
    fencing archery
    aikido taekwondo jiu-jitsu bjj kickboxing muay_thai pilates crossfit powerlifting weightlifting triathlons marathons jogging
    orienteering
    geocaching foraging astronomy stargazing salsa tango bachata zumba ballroom capoeira improv theatre acting juggling magic_tricks
    genealogy scrapbooking candle-making soap-making leatherwork blacksmithing metalworking welding model_trains model_railways
    lego warhammer
    chess bridge mahjong scrabble sudoku crosswords gaming horse-riding horseback_riding riding dressage polo netball hurling camogie
    bowling petanque pétanque bowls croquet curling taiko ashtanga bharatanatyam kathak flamenco choir trampolining gymnastics
    diving scuba_diving
    snorkelling snorkeling freediving spearfishing hunting falconry metal_detecting bonsai journaling blogging podcasting vlogging
    weaving spinning macramé macrame basket_weaving bookbinding stamp_collecting coin_collecting ceramics glassblowing
    mountaineering caving"""
CRAFTS: Final = frozenset(_CRAFTS.split()) | {word for word in SPORTS if "_" not in word}
_CRAFT_NAMES: Final = {*_CRAFTS.split(), *SPORTS}
CRAFT: Final = alternatives(_CRAFT_NAMES)
"""What people do for the joy of it."""

CAR_WORDS: Final = frozenset(
    ({word.split("_")[-1] for word in CAR_MAKES} - {"focus", "seat", "accord", "3", "y", "rover", "romeo"})
    | set(
        """astra sorento zoe leaf yaris polo micra octavia fabia superb kona niro picanto ceed i10 i20 i30 tucson duster sandero logan
    berlingo kangoo megane scenic twingo panda punto mondeo galaxy transit civic jazz cr-v hr-v rav4 camry prius hilux
    landcruiser aygo swift jimny vitara qashqai juke xc40 xc60 xc90 v60 v70 a3 a4 a6 q3 q5 cayenne macan 911 boxster defender
    discovery freelander wrangler cherokee tacoma f-150 silverado malibu impala explorer mustang bronco tiguan touareg passat
    beetle caddy transporter campervan camper""".split()
    )
)
CAR: Final = alternatives(CAR_WORDS | {word for word in CAR_MAKES if "_" in word})
"""Makes and models of cars."""

LANGUAGE_WORDS: Final = frozenset(
    LANGUAGES
    | DEMONYMS
    | set(
        """twi hausa akan fula oromo tigrinya xhosa sesotho shona luganda kinyarwanda maori samoan tongan hawaiian quechua pashto dari
    sinhala burmese khmer lao mongolian kazakh uzbek georgian armenian azeri kurdish yiddish breton corsican frisian
    luxembourgish maltese sanskrit odia assamese konkani sindhi""".split()
    )
)
LANGUAGE: Final = alternatives(LANGUAGE_WORDS)
ANIMAL_WORDS: Final = frozenset(word for animal in ANIMALS for word in animal.split("_")) | {
    "tortoises",
    "turtles",
    "bird",
    "birds",
    "hedgehogs",
    "geckos",
    "snakes",
    "bees",
    "kittens",
}
ANIMAL: Final = alternatives(
    ANIMALS | {"tortoises", "turtles", "birds", "snakes", "geckos", "spaniels", "greyhounds", "labradors", "terriers"}
)
NUMBER: Final = (
    r"(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](?:one|two|three|four|five|six|seven|eight|nine))?|"
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
)
