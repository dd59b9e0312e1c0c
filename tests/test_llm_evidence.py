"""What a model claims is held against what was said: nothing invented, swapped, asked, quoted, denied or wished passes."""

import pytest

from perdure.reflection.evidence import Claim, Rejection, Supported, check_statement, grounded, supporting_clause
from perdure.reflection.summaries import Said, check_text

ANNA = Said("I'll book the hotel in Rome for the family in June", "Anna")
BOB = Said("I'll book the flights to Rome for the family in June", "Bob")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Peanuts", "I'm allergic to peanuts."),
        ("peanut", "I'm allergic to peanuts."),
        ("hiking", "I like to hike"),
        ("  blue   CAR ", "I drive a blue car"),
        ("Zoe", "My daughter Zoë is three"),
        ("São Paulo", "I moved to Sao Paulo"),
        ("the Blue Door", "I work at Blue Door"),
        ("twenty-five", "I have 25 employees"),
        ("25", "I have twenty-five employees"),
        ("1000", "It costs 1,000 euros"),
        ("2,500,000", "They raised 2.5 million"),
        ("$5", "It costs $5"),
        ("O'Neill", "My boss is called O’Neill"),
        ("上海", "我住在上海。"),
        ("Köln", "Ich wohne in Köln."),
    ],
)
def test_a_value_that_was_said_is_grounded(value: str, text: str) -> None:
    assert grounded(value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("cashews", "I'm allergic to peanuts."),
        ("25", "I earn 125 a day"),
        ("25", "I earn 25k"),
        ("25", "They raised 25 million"),
        ("5", "It is 3.5 km away"),
        ("5", "It was -5 degrees"),
        ("$5", "It costs €5"),
        ("52", "I am 25"),
        ("Marks", "My name is Mark"),
        ("blue red", "I have a red and a blue car"),
        ("Oslo Rome", "I left Oslo. Rome is my home now."),
        ("the", "I like the sea"),
        ("it", "I like it"),
        ("", "I like it"),
        ("?!", "I like it?!"),
        ("ana", "I eat a banana"),
        ("北京", "我住在上海。"),
        ("海上", "我住在上海。"),
    ],
)
def test_a_value_that_was_not_said_is_not_grounded(value: str, text: str) -> None:
    assert not grounded(value, text)


STATED = [
    ("I moved to Oslo last week.", Claim("I moved to Oslo", attribute="home", value="Oslo")),
    ("I work as a nurse at Saint Mary's hospital", Claim("as a nurse at Saint Mary's", attribute="occupation", value="nurse")),
    ("My dog is called Rex", Claim("My dog is called Rex", attribute="pet", value="Rex")),
    ("I have a sister named Anna", Claim("a sister named Anna", attribute="sibling", value="Anna")),
    ("I don't like cilantro", Claim("I don't like cilantro", attribute="dislikes", value="cilantro")),
    ("I can't eat nuts", Claim("I can't eat nuts", attribute="allergy", value="nuts")),
    ("I no longer live in Rome", Claim("no longer live in Rome", attribute="home", value="Rome", negated=True)),
    ("I am 34 years old", Claim("I am 34", attribute="age", value="thirty-four")),
    ("I'm 34, and proud of it", Claim("I'm 34", attribute="age", value="34")),
    ("You can call me Tom", Claim("You can call me Tom", attribute="nickname", value="Tom")),
    ("My favourite colour is blue", Claim("favourite colour is blue", attribute="favourite color", value="blue")),
    ("I live in Rome and my sister lives in Oslo", Claim("I live in Rome", attribute="home", value="Rome")),
    ("My brother Tom and I love sushi", Claim("I love sushi", attribute="likes", value="sushi")),
    ("I prefer tea over coffee", Claim("I prefer tea over coffee", attribute="likes", value="tea")),
    ("Ich arbeite seit einem Jahr bei Siemens.", Claim("bei Siemens", attribute="employer", value="Siemens")),
    ("Vivo en Madrid con mi perro", Claim("Vivo en Madrid", attribute="home", value="Madrid")),
    ("J'habite à Lyon", Claim("J'habite à Lyon", attribute="home", value="Lyon")),
    ("我住在上海。", Claim("我住在上海", attribute="home", value="上海")),
    ("私は京都に住んでいます。", Claim("京都に住んでいます", attribute="home", value="京都")),
    ("Please always answer me in French.", Claim("always answer me in French", order=True)),
    ("I went to the concert with Bob yesterday", Claim("went to the concert with Bob")),
]


@pytest.mark.parametrize(("text", "claim"), STATED, ids=[text for text, _ in STATED])
def test_what_the_user_stated_is_supported_by_the_clause_as_it_was_said(text: str, claim: Claim) -> None:
    found = check_statement(claim, text)

    assert isinstance(found, Supported)
    assert found.clause in text
    assert found.subject == "user"


def home(quote: str, value: str, subject: str = "user", *, negated: bool = False) -> Claim:
    return Claim(quote, subject, "home", value, negated=negated)


FALSE = [
    # Invented.
    ("I live in Rome", home("I live in Paris", "Paris"), Rejection.QUOTE),
    ("I live in Rome", home("I live in Rome", "Paris"), Rejection.VALUE),
    ("I live in Rome", home("Rome", "Rome"), Rejection.QUOTE),
    ("I am 34 years old", Claim("I am 34 years old", attribute="age", value="43"), Rejection.VALUE),
    ("I earn 25k a year", Claim("I earn 25k a year", attribute="income", value="25"), Rejection.VALUE),
    # A value in the wrong place.
    ("I live in Rome", Claim("I live in Rome", attribute="employer", value="Rome"), Rejection.ATTRIBUTE),
    ("I start work on Monday", Claim("I start work on Monday", attribute="employer", value="Monday"), Rejection.ATTRIBUTE),
    ("I moved from Oslo to Rome", home("I moved from Oslo to Rome", "Oslo"), Rejection.ATTRIBUTE),
    ("I work from home", Claim("I work from home", attribute="employer", value="home"), Rejection.ATTRIBUTE),
    ("I want to move to Oslo", home("I want to move to Oslo", "Oslo"), Rejection.ATTRIBUTE),
    ("I was a nurse", Claim("I was a nurse", attribute="occupation", value="nurse"), Rejection.ATTRIBUTE),
    ("My sister works at Siemens", Claim("My sister works at Siemens", attribute="sibling", value="Siemens"), Rejection.SUBJECT),
    ("I am 5 minutes late", Claim("I am 5 minutes late", attribute="age", value="5"), Rejection.ATTRIBUTE),
    ("I drove for twenty years", Claim("I drove for twenty years", attribute="age", value="20"), Rejection.ATTRIBUTE),
    ("Bob's Diner is under my name", Claim("Bob's Diner is under my name", attribute="name", value="Bob"), Rejection.ATTRIBUTE),
    # Somebody else.
    ("My sister Anna lives in Rome", home("lives in Rome", "Rome"), Rejection.SUBJECT),
    ("Anna lives in Rome", home("Anna lives in Rome", "Rome"), Rejection.SUBJECT),
    ("He is my boss and lives in Rome", home("lives in Rome", "Rome"), Rejection.SUBJECT),
    ("My sister lives in Rome and I live in Oslo", home("My sister lives in Rome and I live in Oslo", "Rome"), Rejection.SUBJECT),
    ("My sister lives in Rome and I live in Oslo", home("I live in Oslo", "Oslo", "user's sister"), Rejection.SUBJECT),
    ("Anna lives in Rome and Bob lives in Oslo", home("Bob lives in Oslo", "Oslo", "Anna"), Rejection.SUBJECT),
    ("I live in Rome", home("I live in Rome", "Rome", "Anna"), Rejection.SUBJECT),
    ("lol ok", Claim("lol ok"), Rejection.SUBJECT),
    # Denied, or the denial cut away.
    ("I no longer live in Rome", home("live in Rome", "Rome"), Rejection.DENIAL),
    ("I used to live in Rome", home("live in Rome", "Rome"), Rejection.DENIAL),
    ("I don't like cilantro", Claim("like cilantro", attribute="likes", value="cilantro"), Rejection.DENIAL),
    ("I dont like cilantro", Claim("like cilantro", attribute="likes", value="cilantro"), Rejection.DENIAL),
    ("I'm not allergic to nuts", Claim("allergic to nuts", attribute="allergy", value="nuts"), Rejection.DENIAL),
    ("I prefer tea over coffee", Claim("I prefer tea over coffee", attribute="likes", value="coffee"), Rejection.DENIAL),
    ("I live in Rome", home("I live in Rome", "Rome", negated=True), Rejection.DENIAL),
    ("Ich wohne nicht in Köln", home("Ich wohne nicht in Köln", "Köln"), Rejection.DENIAL),
    ("我不喜欢咖啡", Claim("喜欢咖啡", attribute="likes", value="咖啡"), Rejection.DENIAL),
    # Not said as it is.
    ("Do I live in Rome?", home("I live in Rome", "Rome"), Rejection.MOOD),
    ('She said "I live in Rome" yesterday', home("I live in Rome", "Rome"), Rejection.MOOD),
    ("If I lived in Rome, I would eat pasta", home("I lived in Rome", "Rome"), Rejection.MOOD),
    ("Oh great, I just love rain, yeah right", Claim("I just love rain", attribute="likes", value="rain"), Rejection.MOOD),
]


@pytest.mark.parametrize(("text", "claim", "why"), FALSE, ids=[f"{text} / {claim.value}" for text, claim, _ in FALSE])
def test_what_the_user_did_not_state_is_turned_away_with_its_reason(text: str, claim: Claim, why: Rejection) -> None:
    assert check_statement(claim, text) is why


@pytest.mark.parametrize("subject", ["user's sister", "my sister", "Anna"])
def test_statements_about_others_keep_their_subject(subject: str) -> None:
    found = check_statement(home("My sister Anna lives in Rome", "Rome", subject), "My sister Anna lives in Rome")

    assert found == Supported("My sister Anna lives in Rome", subject)


def test_a_speaker_who_is_called_by_name_is_the_user() -> None:
    found = check_statement(home("I live in Rome", "Rome", "Anna"), "I live in Rome", speaker="Anna")

    assert found == Supported("I live in Rome", "user")


def test_words_that_stand_twice_are_not_meant_if_one_of_them_is_asked() -> None:
    assert supporting_clause("I live in Rome", "Do you think I live in Rome? I live in Rome.") is Rejection.MOOD


BORNE_OUT = [
    ("Anna will book the hotel in Rome.", [ANNA, BOB]),
    ("Anna books the hotel and Bob books the flights.", [ANNA, BOB]),
    ("The user doesn't eat meat.", [Said("I don't eat meat")]),
    ("The user's sister lives in Rome.", [Said("My sister lives in Rome")]),
    ("Anna lives in Rome.", [Said("Anna lives in Rome and Bob lives in Paris")]),
    ("The trip is 3 nights and costs 500 euros.", [Said("The trip is three nights and costs 500 euros")]),
    ("The user loves hiking, in the Alps every summer.", [Said("I love hiking"), Said("I hike in the Alps every summer")]),
    ("The user speaks German and Spanish.", [Said("I speak German"), Said("I speak Spanish")]),
    ("The user wants to visit Kyoto. The budget is 3000 euros.", [Said("I want to visit Kyoto"), Said("my budget is 3,000 euros")]),
    ("Anna agreed to send the report to Bob on Friday.", [Said("Ok, I'll send the report to Bob on Friday", "Anna")]),
    ("Buy the tickets", [Said("I'll buy the tickets")]),
    ("用户住在上海。", [Said("我住在上海。")]),
]


@pytest.mark.parametrize(("text", "sources"), BORNE_OUT, ids=[text for text, _ in BORNE_OUT])
def test_a_summary_in_the_words_of_its_sources_is_borne_out(text: str, sources: list[Said]) -> None:
    assert check_text(text, sources) is None


INVENTED = [
    # Names and numbers.
    ("Carl will book the hotel.", [ANNA, BOB], Rejection.SUBJECT),
    ("Anna will book the hotel in Paris.", [ANNA, BOB], Rejection.NAME),
    ("Anna booked a table for Bob.", [Said("I booked a table for Carl", "Anna"), Said("thanks", "Bob")], Rejection.NAME),
    ("The user has a daughter named Emma.", [Said("I have a son named Liam")], Rejection.NAME),
    ("The trip is 5 nights.", [Said("The trip is 3 nights")], Rejection.NUMBER),
    # Swapped.
    ("Anna will book the flights to Rome for the family in June.", [ANNA, BOB], Rejection.SUBJECT),
    ("Bob books the hotel and Anna books the flights.", [ANNA, BOB], Rejection.SUBJECT),
    ("Anna lives in Paris.", [Said("Anna lives in Rome and Bob lives in Paris")], Rejection.SUBJECT),
    ("Bob agreed to send the report to Anna on Friday.", [Said("Ok, I'll send the report to Bob on Friday", "Anna")], Rejection.NAME),
    ("The trip is 500 nights and costs 3 euros.", [Said("The trip is 3 nights and costs 500 euros")], Rejection.NUMBER),
    ("The user has a dog in Rome.", [Said("I have a dog in Oslo"), Said("I have a cat in Rome")], Rejection.WORDS),
    ("The user loves swimming.", [Said("I love hiking"), Said("I hate swimming")], Rejection.WORDS),
    ("The user loves dogs in Rome.", [Said("I love dogs"), Said("I love my flat in Rome")], Rejection.WORDS),
    # Somebody dropped.
    ("The user lives in Rome.", [Said("My sister lives in Rome")], Rejection.SUBJECT),
    ("The user lives in Rome.", [Said("Anna lives in Rome and Bob lives in Paris")], Rejection.SUBJECT),
    # The denial dropped, or made up.
    ("The user eats meat.", [Said("I don't eat meat")], Rejection.DENIAL),
    ("The user doesn't eat meat.", [Said("I eat meat")], Rejection.DENIAL),
    ("The user lives in Rome.", [Said("I no longer live in Rome")], Rejection.DENIAL),
    # Made of nothing, or of what was only asked.
    ("The user is a successful entrepreneur.", [Said("I love hiking")], Rejection.WORDS),
    ("The user won the marathon.", [Said("I ran the marathon in Berlin")], Rejection.WORDS),
    ("Take the train", [Said("Should we take the train?")], Rejection.WORDS),
    ("L'utilisateur habite à Rome.", [Said("I live in Rome")], Rejection.WORDS),
    ("用户住在北京。", [Said("我住在上海。")], Rejection.WORDS),
    ("The user likes it.", [Said("I love hiking")], Rejection.WORDS),
    ("...", [Said("I love hiking")], Rejection.WORDS),
    ("The user loves hiking.", [], Rejection.WORDS),
]


@pytest.mark.parametrize(("text", "sources", "why"), INVENTED, ids=[f"{text} {why}" for text, _, why in INVENTED])
def test_a_summary_that_says_something_else_is_turned_away_with_its_reason(text: str, sources: list[Said], why: Rejection) -> None:
    assert check_text(text, sources) is why


def test_one_false_sentence_turns_the_whole_summary_away() -> None:
    assert check_text("The user loves hiking. The user lives in Paris.", [Said("I love hiking")]) is Rejection.NAME


def test_long_texts_are_read_in_time() -> None:
    long = "I love hiking in the Alps, and my sister loves the sea. " * 5000

    assert grounded("the Alps", long)
    assert check_text("The user loves hiking in the Alps.", [Said(long)]) is None
