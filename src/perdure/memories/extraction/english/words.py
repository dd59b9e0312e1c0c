"""Classes of English nouns and adjectives that tell what a predicate says of somebody."""

from typing import Final

__all__ = [
    "ANIMALS",
    "CAR_MAKES",
    "CONDITIONS",
    "DEMONYMS",
    "DIETS",
    "LANGUAGES",
    "NOT_A_NAME",
    "NO_TRADE",
    "RELATIONSHIPS",
    "RELATIVES",
    "RELIGIONS",
    "SPORTS",
    "TRADES",
]

# literal lists would fill pages
RELATIVES: Final = {
    **dict.fromkeys(
        """wife husband partner girlfriend boyfriend fiancé fiancée fiance fiancee spouse hubby gf bf missus wifey spouse other_half
    better_half wifey""".split(),
        "partner",
    ),
    **dict.fromkeys(
        """son daughter kid kids lad lass child children baby toddler sons daughters twins twin_boys twin_girls boy girl boys girls
    little_one eldest youngest oldest stepson stepdaughter firstborn newborn teenager""".split(),
        "child",
    ),
    **dict.fromkeys(
        "brother sister sibling siblings brothers sisters bro sis stepbrother stepsister half-brother half-sister twin".split(), "sibling"
    ),
    **dict.fromkeys(
        """mother father mom mum dad mam mama papa parents mommy mummy daddy stepmother stepfather stepmom stepdad stepmum ma pa""".split(),
        "parent",
    ),
    **dict.fromkeys("friend friends best_friend bestie best_mate mate buddy bff childhood_friend".split(), "friend"),
    **dict.fromkeys(
        """grandmother grandfather grandma grandpa gran nan nana granny granddad grandad grandson granddaughter grandchild grandchildren
    grandkids grandparents aunt uncle cousin cousins roommate flatmate housemate nephew niece nephews nieces mother-in-law
    father-in-law brother-in-law sister-in-law in-laws son-in-law daughter-in-law godson goddaughter auntie""".split(),
        "",
    ),
}
"""Whom "my ..." names, with the attribute of the profile that they belong to; "" for relatives without one."""

ANIMALS: Final = frozenset(
    """dog dogs cat cats puppy puppies pup kitten kittens kitty parrot parrots budgie budgies hamster hamsters rabbit rabbits bunny
    bunnies guinea_pig guinea_pigs goldfish fish turtle tortoise snake gecko lizard iguana horse horses pony ponies ferret ferrets
    rat rats mouse gerbil gerbils chicken chickens hen hens duck ducks goat goats sheep donkey cockatiel canary canaries parakeet
    macaw axolotl tarantula chinchilla hedgehog llama alpaca labrador lab poodle labradoodle goldendoodle cockapoo beagle dachshund
    corgi husky collie border_collie german_shepherd golden_retriever retriever bulldog french_bulldog frenchie pug terrier
    chihuahua spaniel cocker_spaniel greyhound whippet boxer rottweiler dalmatian shih_tzu schnauzer doberman great_dane sheepdog
    mastiff pitbull pit_bull shiba shiba_inu samoyed akita pomeranian maltese bichon weimaraner vizsla pointer setter malamute mutt
    tabby siamese persian maine_coon ragdoll sphynx bengal tomcat calico""".split()
)

DIETS: Final = frozenset(
    """vegan vegetarian veggie pescatarian pescetarian flexitarian keto paleo halal kosher gluten-free gluten_free dairy-free
    dairy_free lactose-free lactose_free plant-based plant_based low-carb low_carb sugar-free sugar_free carnivore whole30 omnivore
    raw_vegan low-fodmap low_fodmap nut-free mediterranean ketogenic low-sodium low_sodium fruitarian""".split()
)

RELIGIONS: Final = frozenset(
    """muslim christian catholic protestant jewish buddhist hindu sikh atheist agnostic mormon orthodox lutheran baptist methodist
    anglican quaker pagan wiccan evangelical presbyterian jain bahai taoist shinto spiritual""".split()
) - {"spiritual"}

RELATIONSHIPS: Final = frozenset(
    word.replace("_", " ")
    for word in """married single engaged divorced widowed separated widow widower newlywed in_a_relationship
    in_a_long-distance_relationship""".split()
)

DEMONYMS: Final = frozenset(
    """american british english scottish welsh irish german french spanish italian portuguese dutch belgian swiss austrian danish
    swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian ukrainian belarusian
    estonian latvian lithuanian serbian croatian bosnian slovenian albanian macedonian maltese cypriot georgian armenian israeli
    palestinian lebanese syrian jordanian iraqi iranian persian saudi egyptian moroccan algerian tunisian libyan nigerian ghanaian
    kenyan ethiopian ugandan tanzanian rwandan congolese cameroonian senegalese ivorian zimbabwean zambian sudanese somali indian
    pakistani bangladeshi nepali nepalese chinese taiwanese japanese korean vietnamese thai indonesian malaysian filipino filipina
    singaporean burmese cambodian mongolian kazakh uzbek afghan canadian mexican brazilian argentinian argentine chilean peruvian
    colombian venezuelan ecuadorian bolivian paraguayan uruguayan cuban jamaican haitian dominican guatemalan honduran salvadoran
    nicaraguan panamanian australian kiwi texan californian bavarian catalan basque swabian scouse yorkshireman aussie swede dane
    finn pole turk scot spaniard londoner parisian berliner viennese""".split()
)

LANGUAGES: Final = frozenset(
    """english german french spanish italian portuguese dutch danish swedish norwegian finnish icelandic polish czech slovak hungarian
    romanian bulgarian greek turkish russian ukrainian serbian croatian arabic hebrew persian farsi hindi urdu bengali punjabi tamil
    telugu marathi gujarati kannada malayalam nepali chinese mandarin cantonese japanese korean vietnamese thai indonesian malay
    tagalog swahili yoruba igbo zulu afrikaans amharic catalan basque galician welsh irish gaelic latin esperanto estonian latvian
    lithuanian slovenian albanian asl sign_language deutsch español français plattdeutsch""".split()
)

TRADES: Final = frozenset(
    """accountant actor actress actuary administrator admin analyst animator anaesthetist anesthesiologist apprentice archaeologist
    architect archivist artist assistant astronomer astronaut attorney auditor author baker banker barber barista bartender
    beekeeper biologist blacksmith bookkeeper bookseller botanist bricklayer broker builder butcher buyer cabinetmaker caregiver
    carer caretaker carpenter cashier chef chemist chiropractor choreographer clerk cleaner coach cobbler comedian composer
    conductor consultant contractor cook copywriter coder counsellor counselor courier curator cto ceo cfo coo cmo dba dentist
    designer detective dev developer dietitian diplomat director diver dj doctor dogwalker drummer driver economist editor educator
    electrician engineer entrepreneur estate_agent realtor farmer fashion_designer filmmaker firefighter fisherman florist forester
    founder co-founder cofounder freelancer gardener geologist geographer glazier goldsmith graphic_designer security_guard guide
    hairdresser headteacher historian homemaker housewife househusband hr hygienist illustrator instructor intern interpreter
    inventor investor janitor jeweller jeweler joiner journalist judge juggler labourer laborer landscaper lawyer lecturer librarian
    lifeguard linguist lobbyist locksmith logistician luthier machinist magician maid manager marketer mason masseuse mathematician
    mayor mechanic medic meteorologist midwife miner minister model musician nanny neurologist notary novelist nurse nutritionist
    officer oncologist operator optician optometrist orthodontist painter paralegal paramedic pastor pathologist pediatrician
    paediatrician personal_trainer pharmacist phd_student philosopher photographer photojournalist physician physicist
    physiotherapist physio pianist pilot plasterer playwright plumber podcaster poet policeman policewoman police_officer politician
    postdoc postman potter priest principal producer product_manager professor programmer project_manager prosecutor psychiatrist
    psychologist psychotherapist publicist publisher quant radiographer radiologist ranger receptionist recruiter referee reporter
    researcher restaurateur retiree roofer sailor salesman saleswoman salesperson sales_rep scientist sculptor seamstress secretary
    sergeant server shopkeeper singer social_worker sociologist soldier solicitor sommelier statistician steward stewardess
    stockbroker stonemason streamer student student_nurse superintendent supervisor surgeon surveyor sysadmin tailor tattooist
    tattoo_artist teacher teaching_assistant technician tester therapist trader trainer trainee translator treasurer trucker tutor
    undertaker upholsterer usher valet vet veterinarian videographer violinist waiter waitress warden watchmaker weaver welder
    woodworker writer youtuber zookeeper zoologist ux_designer web_developer data_scientist software_engineer swe sre
    devops_engineer stay-at-home_mom stay-at-home_dad stay-at-home_mum stay-at-home_parent au_pair flight_attendant dispatcher
    bus_driver hotelier innkeeper caterer confectioner brewer winemaker distiller tiler carer planner strategist coordinator
    specialist executive representative advisor adviser agent inspector organiser organizer merchandiser controller underwriter
    adjuster investigator creator blogger influencer vlogger pensioner lead owner president librettist technologist hydrologist
    epidemiologist ecologist conservationist geneticist dermatologist cardiologist allergist gp sonographer phlebotomist
    speech_therapist occupational_therapist acupuncturist osteopath herbalist doula landlord plumber rigger scaffolder
    crane_operator forklift_driver warehouse_worker factory_worker shift_worker care_worker construction_worker worker courier nun
    monk rabbi imam chaplain organist cellist guitarist bassist flautist violist""".split()
) - {"worker", "president", "owner", "guide", "model", "buyer", "usher", "server", "agent"} | {
    "real estate agent",
    "travel agent",
    "business owner",
    "shop owner",
    "tour guide",
    "small business owner",
}
"""Heads of what somebody is by trade; the last word of the phrase, or the last two."""

NO_TRADE: Final = frozenset(
    """big huge total complete real bit little massive terrible bad great good decent natural born avid keen amateur hobby wannabe
    aspiring""".split()
)
"""Adjectives that make of a trade a way to be ("a terrible cook", "a hobby photographer")."""

CONDITIONS: Final = frozenset(
    """asthma diabetes adhd add autism dyslexia epilepsy migraines migraine anxiety depression insomnia eczema psoriasis arthritis
    rheumatoid_arthritis hypertension high_blood_pressure low_blood_pressure high_cholesterol celiac_disease coeliac_disease celiac
    coeliac crohn's crohns ibs ibd lupus ptsd ocd bipolar bipolar_disorder fibromyalgia endometriosis pcos hypothyroidism
    hyperthyroidism hashimoto's anemia anaemia hay_fever sleep_apnea sleep_apnoea tinnitus vertigo glaucoma cataracts scoliosis
    osteoporosis gout gerd acid_reflux a_heart_condition heart_disease a_heart_murmur a_pacemaker cancer breast_cancer leukemia
    leukaemia parkinson's ms multiple_sclerosis copd kidney_disease hemophilia haemophilia sciatica carpal_tunnel tmj rosacea
    vitiligo narcolepsy synesthesia aphantasia dyspraxia dyscalculia tourette's hiv hepatitis long_covid raynaud's pots
    ehlers-danlos cerebral_palsy cystic_fibrosis sickle_cell astigmatism color_blindness colour_blindness a_bad_back a_bad_knee
    bad_knees a_bad_hip claustrophobia arachnophobia prediabetes""".split()
)

CAR_MAKES: Final = frozenset(
    """toyota honda ford bmw audi mercedes volkswagen vw volvo tesla subaru mazda nissan hyundai kia skoda seat renault peugeot citroën
    citroen fiat opel vauxhall chevrolet chevy dodge jeep porsche mini lexus jaguar land_rover range_rover saab suzuki mitsubishi
    dacia alfa_romeo cadillac buick gmc chrysler acura infiniti polestar rivian prius civic corolla passat camry accord focus fiesta
    golf polo model_3 model_y outback forester cx-5 yaris clio corsa""".split()
)

SPORTS: Final = frozenset(
    """tennis football soccer basketball volleyball handball badminton squash padel pickleball golf chess rugby cricket hockey
    ice_hockey baseball softball lacrosse table_tennis ping_pong darts pool snooker poker guitar piano violin viola cello drums bass
    flute saxophone clarinet trumpet trombone harp ukulele banjo mandolin accordion oboe d&d dungeons_&_dragons dungeons_and_dragons
    board_games video_games ultimate_frisbee water_polo go bridge the_organ bagpipes""".split()
)
"""What is played."""

NOT_A_NAME: Final = frozenset(
    """a an the not so very too just also really still now here there in on at from of to for with about into over under up down off
    out back all done sure sorry glad happy sad tired sick ill fine good great okay ok well better bad new old young tall short busy
    free ready late early afraid excited worried curious interested bored lost stuck confused stressed hungry thirsty cold hot home
    alone single married engaged divorced pregnant vegan vegetarian allergic broke rich poor proud lucky grateful thankful hopeful
    positive aware able unable going doing looking trying thinking having getting being working living moving planning feeling
    starting learning using like more most less least much many pretty quite rather kind sort almost nearly always never usually
    often currently recently finally already yet only even both either neither nobody someone somebody everyone anyone nothing
    something everything currently basically actually honestly literally definitely certainly probably maybe perhaps obviously
    clearly exactly completely totally absolutely extremely super mostly mainly no yes yeah nope hi hello hey thanks please today
    tomorrow yesterday tonight monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december me mine my you your his her their our it he she they we us them this that these those
    who what where when why how which jealous obsessed addicted human nice fun funny awake asleep drunk sober hungover healthy fit
    strong weak smart dumb stupid crazy mad angry upset annoyed furious frustrated disappointed impressed amazed surprised shocked
    nervous anxious scared terrified left-handed right-handed colorblind colourblind colour-blind color-blind deaf blind gay
    straight bi bisexual lesbian trans queer nonbinary autistic diabetic asthmatic celiac coeliac dyslexic introverted extroverted
    introvert extrovert retired unemployed self-employed employed done gone one two three four five six seven eight nine ten twenty
    thirty forty fifty sixty seventy eighty ninety cool down guessing hoping wondering seeing dying freezing kidding joking serious
    honest fair right wrong open close closer based born raised due bound set off supposed meant used told asked given called named
    known however because if but and or though although while since as than then screwed dead fucked toast game good-to-go team mr
    mrs ms dr beyond are is was were been has have had beyond against between among across through without within pescatarian keto
    flexitarian lactose gluten dairy halal kosher legally currently technically officially originally actually slowly gradually
    fully partly half part deeply truly genuinely""".split()
)
"""What follows "I'm" in lower case and is no name."""
