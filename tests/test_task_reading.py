"""What users say is to be done: found, titled, dated, rated; and what only sounds like it."""

import time
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perdure.model.task import Commitment, Priority
from perdure.model.turn import Role, Turn
from perdure.tasks.due import moments
from perdure.tasks.reading import commitments_of

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2024, 5, 15, 14, 30, tzinfo=BERLIN)  # a Wednesday


def _turn(text: str, *, role: Role = Role.USER, at: datetime = AT, identity: str = "trn_1") -> Turn:
    return Turn(identity, "ses_1", "thr_1", 0, role, None, text, at)


def _said(text: str, at: datetime = AT) -> list[str]:
    """Titles with their due times, a day alone where it is due at its end."""
    return [f"{each.title} | {_short(each.due)}" if each.due else each.title for each in commitments_of(_turn(text, at=at))]


def _short(moment: datetime) -> str:
    return f"{moment:%m-%d}" if (moment.hour, moment.minute) == (23, 59) else f"{moment:%m-%d %H:%M}"


def _one(text: str, at: datetime = AT) -> Commitment:
    [found] = commitments_of(_turn(text, at=at))
    return found


ASKED = """
remind me to call the plumber on Friday => Call the plumber | 05-17
pls remind me to take my meds at 8pm => Take my meds | 05-15 20:00
can u remind me about the vet appointment on saturday at 11 => Vet appointment | 05-18 11:00
hey can you please remind me at 4:30pm to leave for the airport => Leave for the airport | 05-15 16:30
Remind me in 3 days to check on the sourdough => Check on the sourdough | 05-18
remind me tomorrow morning that I have to call Dr. Weiss => Call Dr. Weiss | 05-16 12:00
remind me at 5 to fetch the kids => Fetch the kids | 05-15 17:00
rmnd me to buy stamps tmrw => Buy stamps | 05-16
don't let me forget to water the plants tomorrow at 6pm => Water the plants | 05-16 18:00
dont let me forget moms birthday on may 22 => Moms birthday | 05-22
I mustn't forget the dentist appointment on Tuesday at 9 => Dentist appointment | 05-21 09:00
set an alarm for 6:30 tomorrow to catch the flight => Catch the flight | 05-16 06:30
create a task: renew domain by 5/28 => Renew domain | 05-28
add oat milk to my shopping list => Oat milk
note to self: cancel gym membership before the end of the month => Cancel gym membership | 05-31
dont forget: dinner with Sam friday 7pm => Dinner with Sam | 05-17 19:00
- [ ] send invoice to Acme by Friday => Send invoice to Acme | 05-17
I have a dentist appointment on Friday at 3, remind me the day before => Dentist appointment | 05-17 15:00
Exam on June 3rd. Remind me a week before. => Exam | 06-03
"""
DUTIES = """
I need to hand in the essay by March 3rd => Hand in the essay | 03-03
I have to renew my passport in two weeks => Renew my passport | 05-29
we must book flights before June => Book flights | 05-31
i gotta drop off the package at the post office before 5pm => Drop off the package at the post office | 05-15 17:00
ive got to return the library books by fri => Return the library books | 05-17
I'm supposed to hand in my lab report on Tuesday => Hand in my lab report | 05-21
On Friday I have to pick up my sister from the airport => Pick up my sister from the airport | 05-17
need to buy a birthday present for Tom before Saturday => Buy a birthday present for Tom | 05-17
I have to get my car fixed by noon tomorrow => Get my car fixed | 05-16 12:00
I need to renew the parking permit within 3 days => Renew the parking permit | 05-18
I have to pay the electricity bill by EOD friday => Pay the electricity bill | 05-17
I need to order the towels by weds or they won't come in time => Order the towels | 05-22
I need to buy milk => Buy milk
I still need to finish the slides => Finish the slides
I have until Friday to submit my vacation request => Submit my vacation request | 05-17
flights are on me, I need to book them by May 31st => Book flights | 05-31
the photographer comes tomorrow at 9, I have to have the rolls ready by then => Have the rolls ready | 05-16 09:00
I have to sign the form by Monday, can you make sure I don't forget? => Sign the form | 05-20
I need to cancel the subscription before it renews on the 20th => Cancel the subscription | 05-20
"""
DEADLINES = """
the report is due Monday => Report | 05-20
rent's due tomorrow => Rent | 05-16
I have an essay due friday => Essay | 05-17
Our deliverable for the client is due next Wednesday at noon => Deliverable for the client | 05-22 12:00
deadline for the grant is the 14th => Grant | 06-14
deadline for abstract submission: May 24 => Abstract submission | 05-24
The form needs to be signed by Friday => Form needs to be signed | 05-17
By Friday the proposal has to be submitted => Proposal has to be submitted | 05-17
"""
PROMISES = """
I'll send Bob the slides tonight => Send Bob the slides | 05-15
ill mow the lawn on sunday => Mow the lawn | 05-19
I promised Ben to return his ladder on Sunday => Return his ladder | 05-19
i told my boss i'd send the report by 3pm => Send the report | 05-15 15:00
ok booking the hostel tomorrow => Booking the hostel | 05-16
I'll write up the record tomorrow, and you'll draft the model, ok? => Write up the record | 05-16
"""
ELSEWHERE = """
erinnere mich morgen um 9 Uhr daran, Milch zu kaufen => Milch kaufen | 05-16 09:00
Kannst du mich morgen um 8 an das Meeting erinnern? => Meeting | 05-16 08:00
ich muss bis Freitag den Bericht abgeben => Den Bericht abgeben | 05-17
Morgen früh muss ich den Arzt anrufen => Den Arzt anrufen | 05-16 12:00
Ich muss vor dem Wochenende das Paket abholen => Das Paket abholen | 05-17
recuérdame mañana llamar al fontanero => Llamar al fontanero | 05-16
tengo que entregar el informe antes del viernes => Entregar el informe | 05-16
mañana tengo que recoger a los niños a las 5 => Recoger a los niños | 05-16 17:00
rappelle-moi de payer la facture demain à 18h => Payer la facture | 05-16 18:00
je dois envoyer le dossier d'ici vendredi => Envoyer le dossier | 05-17
le rapport est à rendre pour lundi => Rapport | 05-20
提醒我明天下午三点给妈妈打电话 => 给妈妈打电话 | 05-16 15:00
我得在周五之前交报告 => 交报告 | 05-17
下午五点提醒我接孩子 => 接孩子 | 05-15 17:00
明日の午後3時に電話するのを忘れないように => 電話する | 05-16 15:00
3時に薬を飲むのをリマインドして => 薬を飲む | 05-15 15:00
来週の月曜日までに申込書を出す必要がある => 申込書を出す | 05-20
"""


def _cases(*tables: str) -> list[tuple[str, str]]:
    lines = [line.split(" => ") for table in tables for line in table.strip().splitlines()]
    return [(text, wanted) for text, wanted in lines]


@pytest.mark.parametrize(("text", "wanted"), _cases(ASKED, DUTIES, DEADLINES, PROMISES, ELSEWHERE))
def test_a_commitment_is_read_with_its_title_and_due_time(text: str, wanted: str) -> None:
    assert _said(text) == [wanted]


NOTHING = """
I had to call the bank yesterday
I called the plumber on Friday and he fixed it
The report was due last Friday
The delay was due to rain on Monday
the baby is due in June
He needs to pay the rent by Friday
My sister has to return the books tomorrow
I told her that she has to call the bank tomorrow
You should call them tomorrow
his essay is due Friday
do I have to submit it by Friday?
When do I need to renew it?
If I miss the train I'll have to call a taxi
I'd have to book the hostel
I wish I didn't have to work tomorrow
I don't need to call them anymore
I want to learn Spanish by next year
I might book a flight next week
I need a vacation in June
to bake bread you have to wait until tomorrow
People have to renew their passports every ten years
I have to get up at 6 every day
I have to take my pills every morning
I need to know by friday
I need to understand how TCP works
i need you to translate this by tomorrow
help me write an email by tomorrow
I'll let you know tomorrow
I'll try that now
See you tomorrow, I have to go now
I have to admit that was funny
We need to figure out the architecture by next sprint
I'm going to the gym tonight
We're going to visit Rome in June
I have a meeting tomorrow at 10
let's go with Postgres
she said "I have to call the bank tomorrow"
> I need to send the report by Friday
imagine I have to give a speech tomorrow
remind me what we discussed last Friday
this reminds me of the trip we took last June
My passport expires in June
the code must be compiled before it can be run
write me a todo list app
Muss ich den Antrag bis Freitag abgeben?
er muss morgen den Bericht abgeben
ella tiene que entregar el informe el lunes
il doit rendre le rapport lundi
est-ce que je dois payer demain ?
他明天必须去银行
彼は明日までにレポートを出さないといけない
"""


@pytest.mark.parametrize("text", NOTHING.strip().splitlines())
def test_what_is_no_commitment_of_the_speaker_is_left_out(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize("role", [Role.ASSISTANT, Role.SYSTEM, Role.TOOL])
def test_only_users_commit_themselves(role: Role) -> None:
    assert commitments_of(_turn("I have to call the bank tomorrow", role=role)) == []


def test_deeds_told_together_are_tasks_of_their_own_and_share_the_time_at_the_end() -> None:
    assert _said("I need to buy milk and call mum tomorrow") == ["Buy milk | 05-16", "Call mum | 05-16"]
    assert _said("TODO: fix the sink, buy lightbulbs, call landlord") == ["Fix the sink", "Buy lightbulbs", "Call landlord"]


def test_a_deadline_and_the_deed_for_it_are_one_task() -> None:
    assert _said("the studio deadline is June 20, I have to turn in a 1:50 model by then") == ["Turn in a 1:50 model | 06-20"]
    assert _said("The container must be paid by the 17th, I have to transfer it myself") == ["Container must be paid | 05-17"]


def test_the_next_sentence_can_tell_the_time_the_priority_or_a_correction() -> None:
    later = _one("I need to submit my thesis. It's due on March 3rd. High priority.")
    corrected = _one("I have to show it to finance on the 29th, 10am. Hmm no wait, the 28th, same time.")

    assert (later.due, later.priority, later.stated) == (datetime(2025, 3, 3, 23, 59, tzinfo=BERLIN), Priority.HIGH, True)
    assert corrected.due == datetime(2024, 5, 28, 10, 0, tzinfo=BERLIN)


def test_that_in_a_reminder_is_what_the_user_said_last() -> None:
    before = [_turn("I need to buy a ladder", identity="trn_0"), _turn("Any hardware store has one.", role=Role.ASSISTANT)]

    [found] = commitments_of(_turn("remind me of that on Friday"), before)

    assert (found.title, found.source, _short(found.due or AT)) == ("Buy a ladder", "trn_1", "05-17")
    assert commitments_of(_turn("remind me of that on Friday")) == []


def test_a_title_is_made_of_words_of_the_turn() -> None:
    for text, _ in _cases(ASKED, DUTIES, DEADLINES, PROMISES):
        said = text.lower()
        for found in commitments_of(_turn(text)):
            assert [word for word in found.title.lower().split() if word not in said] == []


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("I need to pay the rent today, it's urgent", Priority.HIGH),
        ("gotta email the landlord asap", Priority.HIGH),
        ("I must not forget to send the flowers on Thursday. really important!", Priority.HIGH),
        ("I need to clean the garage sometime, no rush", Priority.LOW),
        ("whenever I find time, I need to descale the kettle", Priority.LOW),
        ("Ich muss dringend den Arzt anrufen", Priority.HIGH),
    ],
)
def test_a_priority_that_is_said_is_kept_as_stated(text: str, priority: Priority) -> None:
    found = _one(text)

    assert (found.priority, found.stated) == (priority, True)


def test_a_priority_belongs_to_the_task_it_is_said_of() -> None:
    first, second = commitments_of(_turn("I need to buy milk tomorrow. I have to pay the rent today, that's urgent"))

    assert (first.stated, second.priority) == (False, Priority.HIGH)
    assert not _one("I need to send the important documents tomorrow").stated


def test_what_is_asked_again_and_again_is_due_next_time_and_says_so() -> None:
    found = _one("remind me every monday to take out the bins")

    assert (found.title, _short(found.due or AT)) == ("Take out the bins every monday", "05-20")


def test_a_time_of_a_thing_stays_in_its_title() -> None:
    assert _one("I need to prepare for the Friday exam by tomorrow").title == "Prepare for the Friday exam"


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("before Friday", "05-16"),
        ("by the end of the week", "05-19"),
        ("before the weekend", "05-17"),
        ("by June", "05-31"),
        ("in three months", "08-15"),
        ("in a few days", "05-18"),
        ("in an hour", "05-15 15:30"),
        ("in 2h", "05-15 16:30"),
        ("at 9", "05-15 21:00"),
        ("tomorrow at 9", "05-16 09:00"),
        ("on the 3rd at 10:30", "06-03 10:30"),
        ("before Christmas", "12-24"),
        ("wednesday", "05-22"),
        ("May 10", "05-10"),
        ("at 3pm on Friday", "05-17 15:00"),
        ("bis zum 14.", "06-14"),
        ("avant le 31", "05-31"),
    ],
)
def test_what_a_time_ahead_is_due_at(words: str, due: str) -> None:
    [found] = moments(words, AT)

    assert words[found.begin : found.end] == words
    assert _short(found.due) == due
    assert found.due > AT


def test_a_time_is_read_on_the_speakers_calendar() -> None:
    late = datetime(2024, 5, 15, 23, 0, tzinfo=UTC)

    assert _one("remind me tomorrow to pay", late).due == datetime(2024, 5, 16, 23, 59, tzinfo=UTC)
    assert _one("remind me tomorrow to pay", late.astimezone(BERLIN)).due == datetime(2024, 5, 17, 23, 59, tzinfo=BERLIN)


def test_typographic_apostrophes_and_case_change_nothing() -> None:
    assert _said("DON’T LET ME FORGET TO CALL ANNA TOMORROW") == ["CALL ANNA | 05-16"]
    assert _said("I’ve got to call Anna tomorrow") == ["Call Anna | 05-16"]


HOSTILE = {
    "reminders": "remind me " * 30_000,
    "duties": "i need to buy a, " * 20_000,
    "passives": "the x has to be " * 20_000,
    "lists": "todo: " + "a, " * 80_000,
    "dates": "due on the 5th " * 20_000,
    "one word": "a" * 250_000,
    "japanese": "明日までに出さないと" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_takes_long(text: str) -> None:
    commitments_of(_turn("remind me tomorrow to sing"))
    started = time.perf_counter()

    found = commitments_of(_turn(text[: 256 * 1024]))

    assert time.perf_counter() - started < 2
    assert len(found) < 100


PIECES = ("i need", "have to", "must", "remind me", "to", "call", "the report", "by", "due", "friday", "tomorrow", "at 5", "the 14th")
MORE_PIECES = (".", ",", "?", "todo :", "before", "ich muss", "提醒我", "明天")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES + MORE_PIECES), max_size=14))
def test_every_commitment_has_a_title_and_lies_ahead(words: list[str]) -> None:
    for found in commitments_of(_turn(" ".join(words))):
        assert found.title
        assert found.title.strip() == found.title
        assert found.due is None or found.due > AT
        assert all(moment > AT for moment in found.reminders)
        assert 0 < found.confidence <= 1
