"""How recall understands a question: what it is after, of whom, of when, and which of its words are its topic."""

from datetime import UTC, datetime

import pytest

from perdure.model.turn import Role
from perdure.ports.index import Speaker
from perdure.recall.question import Aim, Question, plain_question, read_question

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)

PAST = """
What did I say about the boat?
Where does my sister live?
When is my appointment with the dentist?
Who fixed the fence?
How many hens do we keep?
Which book did you recommend to me last week?
What was the name of the hotel in Riga?
Have I ever been to Norway?
Did we talk about the tax return?
What is my favourite colour?
boiler error code
Why did I sell the bicycle?
Could you remind me what I said about the boiler?
Can you tell me which doctor I mentioned?
Please tell me what we discussed about the roof.
Tell me where I parked the car.
What have we decided about the logo?
What is next to the pharmacy?
What order did I make at the shop?
Wo wohnt meine Schwester?
¿Dónde vive mi hermana?
我的狗叫什么名字？
私の犬の名前は何ですか？
"""
OVERVIEW = """
Can you summarize my patent application?
Give me a summary of the renovation so far.
Please give me an overview of all our talks about the garden.
List my trips in chronological order.
Walk me through the order in which I brought up the wedding plans.
A timeline of my job search, please.
Summarise what happened with the insurance.
What is the order in which I talked about my children?
"""
REQUEST = """
Can you suggest a restaurant for tonight?
Could you help me write a letter to the landlord?
How do I get red wine out of a carpet?
What should I cook for my guests?
How can we save heating costs?
Please recommend a book for the train.
Any tips for sleeping better?
Would you check this sentence?
Which museum should we visit first?
How would I tell my boss?
Will you write a poem for Ann's birthday?
"""
CONTINUATION = """
Okay, the kitchen is settled. What's next?
What's the next step?
Where were we?
Where are we with the patent?
Let's go on with the garden.
Right, so I called the plumber and he comes on Monday.
Thanks, that worked nicely. Can you also add a title?
I finished the second chapter.
We left off at the third question.
Regarding the tool from last time, the handle broke.
I'm ready for the next exercise.
My boss liked the slides. Now for the budget.
Great, I booked the flight. Which hotel should I take?
Hi, I'd like to move on to the invoices.
What is our next move?
"""
AIMS = {Aim.PAST: PAST, Aim.OVERVIEW: OVERVIEW, Aim.REQUEST: REQUEST, Aim.CONTINUATION: CONTINUATION}

TRICKY = {
    "What did the doctor say last time?": Aim.PAST,
    "Who was ready to pay for the boat?": Aim.PAST,
    "What did I buy in order to fix the sink?": Aim.PAST,
    "I forgot where I parked. Where was it?": Aim.PAST,
    "Is my sister vegetarian": Aim.PAST,
    "did i mention a doctor": Aim.PAST,
    "can you suggest a restaurant for us": Aim.REQUEST,
    "my passport number": Aim.PAST,
    "our wifi password at home": Aim.PAST,
    "no smoking hotel in Riga": Aim.PAST,
}
"""Questions that simpler rules misunderstood: what is meant by them."""


def read(text: str, *people: str, history: tuple[str, ...] = ()) -> Question:
    """A question among these people; of one user and an assistant if there are none."""
    speakers = [Speaker(name, Role.USER) for name in people] or [Speaker("", Role.USER), Speaker("", Role.ASSISTANT)]
    return read_question(text, speakers, NOON, history)


@pytest.mark.parametrize(("text", "aim"), [(text, aim) for aim, lines in AIMS.items() for text in lines.split("\n") if text])
def test_what_a_question_is_after(text: str, aim: Aim) -> None:
    assert read(text).aim is aim


@pytest.mark.parametrize(("text", "aim"), TRICKY.items())
def test_what_a_tricky_question_is_after(text: str, aim: Aim) -> None:
    assert read(text).aim is aim


def test_in_a_long_message_in_order_says_nothing() -> None:
    assert read("We put the books in order. " + "Dust lies on all of the shelves. " * 20).aim is Aim.CONTINUATION


def test_among_friends_every_question_is_about_the_past() -> None:
    for lines in AIMS.values():
        for text in lines.split("\n"):
            assert not text or read(text, "Ann", "Bob").aim is Aim.PAST


def test_a_sentence_about_how_to_answer_does_not_change_what_is_asked() -> None:
    assert read("Which cities did I visit? Mention only five items.").aim is Aim.PAST


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("When did we sail?", "when"),
        ("What day is the market?", "when"),
        ("which month was it", "when name"),
        ("  What year did he die?", "when"),
        ("Whenever you like.", ""),
        ("How many hens are there?", "number"),
        ("How old is my dog?", "number"),
        ("How long did it take?", "number"),
        ("What percentage was it?", "number"),
        ("What price did we agree on?", "number"),
        ("How did it go?", ""),
        ("Who is she?", "name"),
        ("Whose boat is it?", "name"),
        ("Where did we stay?", "name"),
        ("Which one was it?", "name"),
        ("What book was it?", "name"),
        ("What is the name of the cat?", "name"),
        ("What is the cat like?", ""),
        ("What did you recommend?", "assistant"),
        ("Which hotel was your suggestion?", "name assistant"),
        ("What did you tell me about moss?", "assistant"),
        ("What did I tell you about moss?", ""),
        ("What did you eat?", ""),
        ("Wann war das?", ""),
    ],
)
def test_what_kind_of_answer_is_wanted(text: str, asks: str) -> None:
    question = read(text)

    wanted = {
        "when": question.asks_when,
        "number": question.asks_number,
        "name": question.asks_name,
        "assistant": question.asks_assistant,
    }
    assert {name for name, is_wanted in wanted.items() if is_wanted} == set(asks.split())


@pytest.mark.parametrize("text", ["Can you suggest a restaurant?", "Could you explain volcanoes?", "Would you list five rivers?"])
def test_a_request_does_not_ask_what_the_assistant_said(text: str) -> None:
    assert not read(text).asks_assistant


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("What does Ann play?", ["Ann"]),
        ("what does ann's brother play?", ["Ann"]),
        ("Do Bob and Ann’s parents dance?", ["Ann", "Bob"]),
        ("Does Anna like Bobsleigh?", []),
        ("What does José play?", ["José"]),
        ("What does Mary Ann play?", ["Mary Ann"]),
        ("Does Eve (the new one) dance?", []),
    ],
)
def test_who_is_named(text: str, named: list[str]) -> None:
    assert sorted(read(text, "Ann", "Bob", "José", "Mary Ann").named) == named


def test_a_chinese_name_is_found_inside_the_sentence() -> None:
    assert read("李雷喜欢什么？", "李雷", "韩梅梅").named == ("李雷",)


def test_a_name_that_is_also_a_word_is_not_found_in_lower_case() -> None:
    assert read("When will Ann come?", "Ann", "Will").named == ("Ann",)


def test_peers_are_two_people_with_names() -> None:
    assert read("Hello?", "Ann", "Bob").peers
    assert not read("Hello?", "Ann").peers
    assert not read("Hello?").peers
    assistants = [Speaker("Ann", Role.USER), Speaker("Hal", Role.ASSISTANT)]
    assert not read_question("Hello?", assistants, NOON).peers


@pytest.mark.parametrize(
    ("text", "words", "bare"),
    [
        ("What does Ann's brother play?", ["brother", "play"], "What does brother play?"),
        ("What did we discuss about the roof earlier?", ["roof"], "What did we discuss about the roof earlier?"),
        ("Can you describe the boat that Bob mentioned?", ["boat"], "Can you describe the boat that mentioned?"),
        ("Which cities did I see? Mention only five items.", ["cities", "see"], "Which cities did I see?"),
        ("List only three. Which birds did I see?", ["birds", "see"], "Which birds did I see?"),
        ("boat boat Boat", ["boat"], "boat boat Boat"),
        ("花生过敏", ["花生", "生过", "过敏"], "花生过敏"),
    ],
)
def test_the_topic_is_what_is_left_without_names_and_framing(text: str, words: list[str], bare: str) -> None:
    question = read(text, "Ann", "Bob")

    assert list(question.words) == words
    assert " ".join(question.bare.split()) == bare


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ann", ["ann"]),
        ("Ann and Bob", ["ann", "bob"]),
        ("What did we talk about?", ["talk"]),
        ("Mention only five items.", ["mention", "five", "items"]),
        ("What is it that you did?", []),
        ("?!", []),
        ("", []),
    ],
)
def test_of_a_question_that_is_only_names_or_framing_something_is_left(text: str, words: list[str]) -> None:
    question = read(text, "Ann", "Bob")

    assert set(question.words) <= set(words)
    assert bool(question.words) == bool(words)
    assert question.bare.strip() or not text


def test_only_the_beginning_of_a_very_long_question_is_read() -> None:
    question = read("Where is the boat? " + "blah " * 50_000 + "zebra")

    assert question.asks_name
    assert question.words[0] == "boat"
    assert "zebra" not in question.words
    assert len(question.text) < 10_000


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Where did we sail last month?", "2026-04-01", "2026-05-01"),
        ("Who came on 3 March 2026?", "2026-03-03", "2026-03-04"),
        ("What happened in 2019?", "2019-01-01", "2020-01-01"),
        ("Was war gestern?", "2026-05-14", "2026-05-15"),
        ("去年我们去了哪里？", "2025-01-01", "2026-01-01"),
    ],
)
def test_times_are_counted_from_when_it_is_asked(text: str, first: str, last: str) -> None:
    (time,) = read(text).times

    assert (time.start.date().isoformat(), time.stop.date().isoformat()) == (first, last)


def test_a_question_that_names_no_time_has_none() -> None:
    assert read("Where does my sister live, and may I visit?").times == ()


def test_the_words_of_the_talk_before_come_latest_first_and_without_those_of_the_question() -> None:
    question = read("Which harbour was it?", history=("We sailed to Riga.", "Tell me about the harbour.", "The harbour smelled of tar."))

    assert question.talk == ("smelled", "tar", "sailed", "riga")


def test_of_the_talk_before_five_turns_and_thirty_words_are_read() -> None:
    turns = tuple(f"alpha{number} beta{number}" for number in range(9))
    assert {word[-1] for word in read("What?", history=turns).talk} == set("45678")

    long = " ".join(f"word{number}" for number in range(500))
    assert len(read("What?", history=(long, long)).talk) == 30


def test_a_plain_question_is_a_bag_of_words() -> None:
    question = plain_question("When did Ann mention the boat?")

    assert question.words == ("ann", "mention", "boat")
    assert question.aim is Aim.PAST
    assert question.named == question.times == ()
    assert not question.asks_when
