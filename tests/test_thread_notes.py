"""What was settled in a thread, and what somebody is to do."""

from datetime import UTC, datetime, timedelta

import pytest

from perdure.model.thread import ActionItem, Noted
from perdure.model.turn import Role, Turn
from perdure.threads.notes import LATEST, action_items_of, decisions_of, kept_decisions, kept_items, ticked

WEDNESDAY = datetime(2026, 5, 13, 10, tzinfo=UTC)


def _talk(*said: tuple[str, str], speakers: bool = False) -> list[Turn]:
    """Turns of (role, text), or of (speaker, text) among users."""
    return [
        Turn(
            f"trn_{place}",
            "ses_1",
            "thr_1",
            place,
            Role.USER if speakers else Role(who),
            who if speakers else None,
            text,
            WEDNESDAY + timedelta(minutes=place),
        )
        for place, (who, text) in enumerate(said)
    ]


def _decisions(text: str) -> list[str]:
    return [noted.text for noted in decisions_of(_talk(("user", text)))]


def _items(text: str, role: str = "user") -> list[tuple[str, str | None]]:
    return [(item.text, item.who) for item in action_items_of(_talk((role, text)))]


@pytest.mark.parametrize(
    ("text", "decision"),
    [
        ("Okay, let's go with Postgres for the new service, the rest can wait.", "let's go with Postgres for the new service"),
        ("After a long talk we settled on the blue tiles.", "we settled on the blue tiles"),
        ("We've decided to sell the car", "We've decided to sell the car"),
        ("I decided on the cheaper flight because of the bags.", "I decided on the cheaper flight"),
        ("I'll take the second option", "I'll take the second option"),
        ("We're going with Hannah's design then.", "We're going with Hannah's design"),
        ("Final answer: blue", "blue"),
        ("Our decision: no dog this year.", "no dog this year"),
        ("Friday evening it is!", "Friday evening it is"),
        ("Thanks, I picked the oak door.", "I picked the oak door"),
        ("Green walls. Settled.", "Green walls. Settled"),
        ("Gut, wir nehmen die größere Wohnung.", "wir nehmen die größere Wohnung"),
        ("Wir haben uns für Linux entschieden.", "Wir haben uns für Linux entschieden"),
        ("Vale, nos quedamos con el hotel del puerto.", "nos quedamos con el hotel del puerto"),
        ("Hemos decidido viajar en tren.", "Hemos decidido viajar en tren"),
        ("Bon, on prend le canapé gris.", "on prend le canapé gris"),
        ("J'ai choisi le deuxième devis.", "J'ai choisi le deuxième devis"),
        ("我们决定去云南旅行。", "我们决定去云南旅行"),
        ("那就用第二个方案吧。", "那就用第二个方案吧"),
        ("京都のホテルにします。", "京都のホテルにします"),
        ("ok going with option B", "going with option B"),
        ("Decided: no carpet in the bedroom.", "no carpet in the bedroom"),
        ("I've made up my mind, we move to Leeds.", "we move to Leeds"),
        ("Alright, Thursday works, let's lock that in", "Thursday works"),
        ("Option 2, please", "Option 2"),
        ("Wir haben uns auf Dienstag geeinigt.", "Wir haben uns auf Dienstag geeinigt"),
    ],
)
def test_what_is_settled_is_noted(text: str, decision: str) -> None:
    assert _decisions(text) == [decision]


@pytest.mark.parametrize(
    "text",
    [
        "Should we go with Postgres?",
        "Maybe we could go with Postgres.",
        "If we go with Postgres we need a bigger server.",
        'He said "let\'s go with Postgres".',
        "My boss says we settled on blue.",
        "We had decided to sell the car, but then it broke.",
        "The plan we agreed on is too long.",
        "Let's see how it goes.",
        "Let's start with the first question.",
        "You know how it is.",
        "I don't know which colour it is.",
        "I went with my sister to the market.",
        "Oh sure, let's go with the most expensive one 🙄",
        "I'll take the bus home.",
        "I'll take a look at it.",
        "Decision-making is hard.",
        "> let's go with Postgres",
        "就是这样吗？",
        "Das war gestern.",
    ],
)
def test_what_is_not_settled_is_not_noted(text: str) -> None:
    assert _decisions(text) == []


@pytest.mark.parametrize(
    "assent", ["Yes, do that.", "Let's do it!", "ok, go ahead please", "Agreed.", "So machen wir das.", "Oui, fais ça", "就这样吧"]
)
def test_agreeing_to_a_proposal_settles_what_was_proposed(assent: str) -> None:
    turns = _talk(
        ("user", "Which database?"), ("assistant", "Both would do. I suggest SQLite for the start. It needs no server."), ("user", assent)
    )

    assert decisions_of(turns) == [Noted("I suggest SQLite for the start.", "trn_2", turns[2].said_at)]


@pytest.mark.parametrize("answer", ["Yes, but not now.", "No, let's not do that.", "Why do that?", "Yes."])
def test_a_half_hearted_answer_settles_nothing(answer: str) -> None:
    assert decisions_of(_talk(("assistant", "I suggest SQLite for the start."), ("user", answer))) == []


def test_agreeing_where_nothing_was_proposed_settles_nothing() -> None:
    assert decisions_of(_talk(("user", "Agreed."))) == []
    assert decisions_of(_talk(("assistant", "It rains."), ("user", "Agreed."))) == []


@pytest.mark.parametrize(
    ("question", "answer", "decision"),
    [
        ("The walls are dry. White or yellow?", "Yellow, like the sun.", ["Yellow, like the sun"]),
        ("Zug oder Auto?", "Zug", ["Zug"]),
        ("白色还是黄色？", "黄色", ["黄色"]),
        ("White or yellow?", "What is cheaper?", []),
        ("White or yellow?", "My aunt's kitchen is yellow.", []),
        ("Would you say that white is warmer, or does it depend on the light?", "White", []),
    ],
)
def test_one_of_two_things_to_choose_from_is_a_decision(question: str, answer: str, decision: list[str]) -> None:
    assert [noted.text for noted in decisions_of(_talk(("assistant", question), ("user", answer)))] == decision


def test_an_assistant_settles_nothing() -> None:
    assert decisions_of(_talk(("assistant", "Let's go with Postgres."))) == []


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("I'll send you the draft by Friday", "I'll send you the draft by Friday"),
        ("I have to renew my passport.", "I have to renew my passport"),
        ("We need to confirm the caterer by Monday, please.", "We need to confirm the caterer by Monday"),
        ("Remind me to water the plants on Sunday", "water the plants on Sunday"),
        ("TODO: order the lamps", "order the lamps"),
        ("The next step is to call the bank.", "call the bank"),
        ("Next step: measure the door", "measure the door"),
        ("- [ ] buy screws", "buy screws"),
        ("The report has to be handed in by Tuesday.", "The report has to be handed in by Tuesday"),
        ("ok booking the venue tomorrow", "booking the venue tomorrow"),
        ("Ich muss bis Freitag die Miete überweisen.", "Ich muss bis Freitag die Miete überweisen"),
        ("Erinnere mich daran, die Blumen zu gießen.", "die Blumen zu gießen"),
        ("Tengo que pagar la factura el lunes.", "Tengo que pagar la factura el lunes"),
        ("Je dois appeler le notaire demain.", "Je dois appeler le notaire demain"),
        ("提醒我明天给妈妈打电话", "明天给妈妈打电话"),
        ("I promised to send Lea the photos.", "I promised to send Lea the photos"),
        ("Got to pick up the cake on Saturday", "Got to pick up the cake on Saturday"),
        ("Mañana tengo que llevar el coche al taller.", "tengo que llevar el coche al taller"),
        ("我明天要去银行。", "我明天要去银行"),
        ("金曜日までに書類を送らないといけない。", "金曜日までに書類を送らないといけない"),
    ],
)
def test_what_the_user_is_to_do(text: str, item: str) -> None:
    assert _items(text) == [(item, "user")]


@pytest.mark.parametrize(
    "text",
    [
        "Do I have to renew my passport?",
        "If I have to renew my passport I'll be late.",
        "I had to renew my passport last year.",
        "My mother said she has to renew her passport.",
        '"I have to pay the rent by Friday" is what the letter says.',
        "I'll be happy.",
        "I have to be more patient.",
        "I need to understand how this works.",
        "Remind me what you said about the tax.",
        "They remind me of home.",
        "```\n# TODO: validate the input\n```",
        "Paul will be thirty.",
        "You must always answer in French.",
    ],
)
def test_what_nobody_is_to_do(text: str) -> None:
    assert _items(text) == []


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("I'll remind you on Sunday evening.", "I'll remind you on Sunday evening"),
        ("Sure. I can prepare the agenda by Friday.", "I can prepare the agenda by Friday"),
        ("Ich erinnere dich am Montag daran.", "Ich erinnere dich am Montag daran"),
        ("Te lo recordaré el lunes.", "Te lo recordaré el lunes"),
        ("Je te le rappellerai lundi.", "Je te le rappellerai lundi"),
        ("我会在周五提醒你。", "我会在周五提醒你"),
    ],
)
def test_what_the_assistant_promises(text: str, item: str) -> None:
    assert _items(text, "assistant") == [(item, "assistant")]


@pytest.mark.parametrize(
    "text", ["I'll explain it step by step.", "I can help you with that today.", "You should call the bank.", "I will summarize it now."]
)
def test_what_an_assistant_does_at_once_or_advises_is_no_action_item(text: str) -> None:
    assert _items(text, "assistant") == []


def test_others_are_named() -> None:
    assert _items("Margit will bring the cake, and I'll order the drinks by Friday.") == [
        ("Margit will bring the cake", "Margit"),
        ("I'll order the drinks by Friday", "user"),
    ]


def test_among_two_people_you_is_the_other_one() -> None:
    turns = _talk(("Ann", "You should check the quotes"), ("Ben", "I'll call the hotel tomorrow"), speakers=True)

    assert [(item.text, item.who) for item in action_items_of(turns)] == [
        ("You should check the quotes", "Ben"),
        ("I'll call the hotel tomorrow", "Ben"),
    ]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("I'll send you the draft by Friday", datetime(2026, 5, 15, 23, 59, tzinfo=UTC)),
        ("I have to call the bank tomorrow at 3pm", datetime(2026, 5, 14, 15, tzinfo=UTC)),
        ("I have to pay the rent before Friday", datetime(2026, 5, 14, 23, 59, tzinfo=UTC)),
        ("I have to renew my passport", None),
    ],
)
def test_when_something_is_due(text: str, due: datetime | None) -> None:
    [item] = action_items_of(_talk(("user", text)))

    assert item.due == due


@pytest.mark.parametrize("later", ["The draft is sent.", "I've finished the draft!", "draft: done"])
def test_what_was_done_later_is_done(later: str) -> None:
    [item] = action_items_of(_talk(("user", "I'll write the draft by Friday"), ("user", later)))

    assert item.done


@pytest.mark.parametrize(
    "later",
    ["The draft is not finished.", "Once the draft is done we meet.", "Is the draft done?", "The invoice is paid.", "I wrote to Paul."],
)
def test_what_was_not_done_stays_open(later: str) -> None:
    assert not any(item.done for item in action_items_of(_talk(("user", "I'll write the draft by Friday"), ("user", later))))


def test_an_assistant_cannot_say_that_something_is_done() -> None:
    [item] = action_items_of(_talk(("user", "I'll write the draft by Friday"), ("assistant", "The draft is done.")))

    assert not item.done


def test_known_items_are_ticked_by_a_later_turn() -> None:
    known = ActionItem("pay the gas bill", "trn_9", WEDNESDAY, "user")
    [turn] = _talk(("user", "The gas bill is paid, finally"))

    assert ticked((known,), turn)[0].done


def test_tools_oblige_nobody() -> None:
    assert action_items_of(_talk(("tool", "I have to renew the certificate by Friday"))) == []


def _noted(number: int) -> Noted:
    return Noted(f"we chose number{number}", f"trn_{number}", WEDNESDAY + timedelta(minutes=number))


def test_the_latest_decisions_are_kept_each_once() -> None:
    kept = kept_decisions((_noted(number) for number in range(25)), [Noted("We chose number7!", "trn_30", WEDNESDAY)])

    assert len(kept) == LATEST
    assert kept[-1].source == "trn_30"
    assert sum("number7" in noted.text for noted in kept) == 1


def test_an_item_said_again_takes_the_place_of_the_former_and_keeps_its_due_time() -> None:
    first = ActionItem("I'll send the draft", "trn_1", WEDNESDAY, "user", WEDNESDAY)
    other = ActionItem("I'll send the invoice", "trn_2", WEDNESDAY, "user")
    again = ActionItem("I'll send the draft!", "trn_3", WEDNESDAY, "user")

    kept = kept_items([first, other], [again])

    assert [(item.source, item.due) for item in kept] == [("trn_2", None), ("trn_3", WEDNESDAY)]


def test_two_people_may_have_the_same_to_do() -> None:
    items = [ActionItem("call the venue", "trn_1", WEDNESDAY, who) for who in ("Ann", "Ben")]

    assert len(kept_items([], items)) == 2


def test_texts_of_any_length_are_read_in_no_time() -> None:
    long = "I'll call Anna tomorrow, let's go with it is decided by Friday " * 4_000

    assert decisions_of(_talk(("user", long))) is not None
    assert len(action_items_of(_talk(("user", long)))) < 200
