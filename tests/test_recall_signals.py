"""What each signal of recall is for. Every story ends badly if its signal's weight is 0."""

from datetime import UTC, datetime

import pytest

from perdure import NewTurn, Store, UserMemory
from perdure.recall.recipes import SIGNALS
from recall_stories import STORIES, Story
from talks import FULL, MEMORY, NOON, Line, learn, place, tell, texts, without


def rank_of(user: UserMemory, story: Story, line: Line, recipe: object = FULL) -> int:
    return place(user.recall(story.question, limit=99, recipe=recipe, history=story.history), line)  # type: ignore[arg-type]


@pytest.mark.parametrize("signal", [pytest.param(name, id=f"{name}: {story.title}") for name, story in STORIES.items()])
def test_a_signal_decides_its_story(alice: UserMemory, signal: str) -> None:
    story = STORIES[signal]
    tell(alice, story.talk)
    if story.understood:
        learn(alice, story.useful)

    assert rank_of(alice, story, story.right) < rank_of(alice, story, story.wrong)
    assert rank_of(alice, story, story.right, without(signal)) > rank_of(alice, story, story.wrong, without(signal))


@pytest.mark.parametrize("signal", SIGNALS)
def test_a_hit_says_what_its_signal_gave(alice: UserMemory, signal: str) -> None:
    assert signal in STORIES, f"{signal} needs a story in recall_stories.py: two lines whose order it decides"
    story = STORIES[signal]
    tell(alice, story.talk)
    if story.understood:
        learn(alice, story.useful)

    hits = alice.recall(story.question, limit=99, history=story.history)

    right, wrong = hits[place(hits, story.right)], hits[place(hits, story.wrong)]
    assert right.why.signals[signal] > wrong.why.signals[signal]


def test_no_story_tells_of_a_signal_that_is_gone() -> None:
    assert set(STORIES) == set(SIGNALS)


def test_an_answer_is_also_found_before_its_echo_and_two_turns_after_its_question(alice: UserMemory) -> None:
    alone, echoed, late = (Line(name, "user", "Weissmann, third floor.") for name in ("alone", "echoed", "late"))
    talk = [
        alone,
        echoed,
        Line("echoed", "assistant", "So that is the name of your doctor."),
        Line("late", "assistant", "What is the name of your doctor?"),
        Line("late", "user", "One moment."),
        late,
    ]
    tell(alice, talk)

    def gain(line: Line) -> float:
        hits = alice.recall("name of the doctor", limit=99)
        return hits[place(hits, line)].why.signals["neighbours"]

    assert gain(late) > gain(echoed) > gain(alone) == 0


def test_a_long_answer_lends_and_takes_less(alice: UserMemory) -> None:
    short, long = Line("short", "user", "Weissmann."), Line("long", "user", "Weissmann. " + "It was a long and winding day. " * 40)
    tell(alice, [Line("short", "assistant", "Who is your doctor?"), short, Line("long", "assistant", "Who is your doctor?"), long])

    hits = alice.recall("who is my doctor", limit=99)

    assert hits[place(hits, short)].why.signals["neighbours"] > 3 * hits[place(hits, long)].why.signals["neighbours"]


def test_if_two_friends_are_named_neither_is_preferred(alice: UserMemory) -> None:
    tell(alice, [Line("bob", "Bob", "I play the violin."), Line("ann", "Ann", "I play the violin.")])

    assert all("speaker" not in hit.why.signals for hit in alice.recall("What does Bob's friend Ann play?"))


def test_a_user_is_believed_about_themselves(alice: UserMemory) -> None:
    guess, truth = Line("guess", "assistant", "Dune is a favourite book."), Line("truth", "user", "Dune is a favourite book.")
    tell(alice, [guess, truth])

    assert alice.recall("What is my favourite book?")[0].speaker == "user"
    assert alice.recall("What is my favourite book?", recipe=without("speaker"))[0].speaker == "assistant"


def test_what_did_you_recommend_means_the_assistant(alice: UserMemory) -> None:
    tell(alice, [Line("user", "user", "The book Dune fits."), Line("assistant", "assistant", "The book Dune fits.")])

    assert alice.recall("What book did you recommend to me?")[0].speaker == "assistant"
    assert alice.recall("What book did you recommend to me?", recipe=without("speaker"))[0].speaker == "user"


def test_an_overview_wants_both_sides(alice: UserMemory) -> None:
    tell(alice, [Line("1", "user", "I filed the patent."), Line("1", "assistant", "The patent office answers in May.")])

    assert all("speaker" not in hit.why.signals for hit in alice.recall("Can you summarize my patent?"))


def test_what_is_told_soon_after_a_day_counts_more_than_what_is_told_long_after_or_before(alice: UserMemory) -> None:
    days = {"day": (3, 3), "soon": (3, 6), "late": (4, 20), "before": (2, 20)}
    alice.ingest([NewTurn(name, "user", "We went sailing.", datetime(2026, *when, 12, tzinfo=UTC)) for name, when in days.items()])

    found = {hit.session_id: hit.why.signals["said_then"] for hit in alice.recall("Who went sailing on 3 March 2026?")}

    assert found["day"] > found["soon"] > found["late"] > 0
    assert found["soon"] > found["before"]


def test_a_time_in_which_all_was_said_tells_nothing(alice: UserMemory) -> None:
    alice.ingest([NewTurn(str(day), "user", "We went sailing.", datetime(2026, 3, day, tzinfo=UTC)) for day in (3, 5, 9)])

    assert all(hit.why.signals["said_then"] == pytest.approx(0, abs=1e-6) for hit in alice.recall("Who went sailing in March 2026?"))


def test_a_narrow_time_is_a_better_witness_than_a_wide_one(alice: UserMemory) -> None:
    day, year = Line("day", "user", "On 3 March 2026 we sailed."), Line("year", "user", "In 2026 we sailed.")
    tell(alice, [year, day])

    hits = alice.recall("When did we sail in March 2026?", limit=99)

    assert hits[place(hits, day)].why.signals["happened_then"] > hits[place(hits, year)].why.signals["happened_then"] > 0


@pytest.mark.parametrize("question", ["Where did they move house?", "How did they move house?"])
def test_only_who_asks_when_is_told_a_time(alice: UserMemory, question: str) -> None:
    tell(alice, STORIES["time_word"].talk)

    assert "time_word" not in alice.recall(question)[0].why.signals


@pytest.mark.parametrize(("question", "answer"), [("Who fixed the fence?", "Bruno"), ("How often was the fence fixed?", "twice")])
def test_a_name_for_who_and_a_number_for_how_often(alice: UserMemory, question: str, answer: str) -> None:
    lines = {"Bruno": Line("who", "user", "The fence was fixed by Bruno."), "twice": Line("often", "user", "The fence was fixed twice.")}
    tell(alice, list(lines.values()))

    hits = alice.recall(question, limit=99)

    telling = {hit.text for hit in hits if hit.why.signals["answer_form"] > 0}
    assert telling == {lines[answer].text}


def test_between_user_and_assistant_a_question_mark_does_no_harm(alice: UserMemory) -> None:
    tell(alice, [Line("1", "user", "Can hens eat bread?")])

    assert "question_mark" not in alice.recall("Can hens eat bread?")[0].why.signals


def test_up_to_three_sentences_nothing_is_lost_by_length(alice: UserMemory) -> None:
    tell(alice, [Line("1", "user", "The ferry to Oslo leaves at nine from the second pier behind the fish market.")])

    assert alice.recall("When does the ferry leave?")[0].why.signals["brevity"] == 0


def test_only_the_two_instructions_that_fit_best_are_heeded(alice: UserMemory) -> None:
    rules = [
        Line("1", "user", "Always answer questions about trains with the platform."),
        Line("2", "user", "Never mention the price when I ask about trains."),
        Line("3", "user", "Always write haikus about frogs."),
        Line("4", "assistant", "Always take the trains."),
    ]
    tell(alice, rules)

    heeded = {hit.text for hit in alice.recall("Which trains go to Oslo?", limit=99) if hit.why.signals["instruction"] > 0}

    assert heeded == {rules[0].text, rules[1].text}


def test_among_friends_nobody_gives_instructions(alice: UserMemory) -> None:
    tell(alice, [Line("1", "Ann", "Always bring a towel."), Line("1", "Bob", "Never without one.")])

    assert "instruction" not in alice.recall("What does Ann say about a towel?")[0].why.signals


def test_preferences_are_for_advice_not_for_what_was(alice: UserMemory) -> None:
    tell(alice, STORIES["preference"].talk)

    assert "preference" in alice.recall("Can you suggest a restaurant for dinner?")[0].why.signals
    assert "preference" not in alice.recall("Which restaurant did I go to for dinner?")[0].why.signals


def test_of_two_equal_turns_the_later_scores_higher_by_a_hair(alice: UserMemory) -> None:
    tell(alice, [Line("old", "user", "The bus is late.", days=60), Line("new", "user", "The bus is late.", days=1)])

    new, old = alice.recall("bus")[:2]
    assert (new.session_id, old.session_id) == ("new", "old")
    assert old.score < new.score < 1.1 * old.score
    plain = alice.recall("bus", recipe=without("recency"))[:2]
    assert plain[0].score == pytest.approx(plain[1].score)


def test_a_question_about_the_past_does_not_ask_for_the_latest_session(alice: UserMemory) -> None:
    tell(alice, STORIES["session_recency"].talk)

    assert "session_recency" not in alice.recall("Which roses did we order for the garden?")[0].why.signals
    assert "session_recency" in alice.recall("Okay, the garden is planned. What's next?")[0].why.signals


def test_memories_belong_to_no_session_but_compete_with_turns(alice: UserMemory) -> None:
    tell(
        alice, [Line("1", "user", "The doctor is nice."), Line("1", "user", "It rained."), Line(MEMORY, "user", "My doctor is Weissmann.")]
    )

    memory = next(hit for hit in alice.recall("Okay, who is my doctor?") if hit.session_id is None)

    gained = {name for name, value in memory.why.signals.items() if value}
    assert not gained & {"neighbours", "opening", "session_recency", "linked_sessions"}
    assert memory.text == alice.recall("Who is my doctor?")[0].text


def test_a_second_hop_follows_rare_names_only(alice: UserMemory) -> None:
    story = STORIES["second_hop"]
    famous = [Line(f"fame {number}", "user", f"They say that Zoltan won race {number}.") for number in range(20)]
    tell(alice, [*story.talk, *famous])

    assert all(not hit.why.signals.get("second_hop") for hit in alice.recall(story.question, limit=99))


def test_the_talk_before_may_be_texts_or_turns_and_only_its_last_five_count(alice: UserMemory) -> None:
    story = STORIES["history"]
    tell(alice, story.talk)
    with alice.session("now") as session:
        turn = session.add("user", "I keep thinking of Lisbon.", at=NOON)

    def gained(*history: object) -> list[str]:
        hits = alice.recall(story.question, history=history, kinds=["turn"])  # type: ignore[arg-type]
        return [hit.text for hit in hits if hit.why.signals.get("history") and hit.session_id != "now"]

    assert gained(turn) == gained(turn.text) == [story.right.text]
    assert gained(turn, "Hm.", "Yes.", "Really?", "Oh.") == [story.right.text]
    assert gained(turn, "Hm.", "Yes.", "Really?", "Oh.", "Then.") == []
    assert gained() == []


def test_small_talk_before_a_question_does_not_drown_it(alice: UserMemory) -> None:
    tell(alice, [Line("riga", "user", "The hotel in Riga has a sauna."), Line("lisbon", "user", "Lisbon, Lisbon, Lisbon!")])

    hits = alice.recall("Which hotel in Riga was it?", history=["Lisbon!", "Lisbon is lovely."])

    assert texts(hits)[0] == "The hotel in Riga has a sauna."


def test_a_session_lends_its_own_talk_to_the_question(store: Store) -> None:
    cities = "Oslo Rome Bern Bonn Graz Cork York Lyon Nice Metz Kiel Linz Bath Pisa Bari Gent Brno Lviv Vigo Faro"
    hotels = {city: Line(city, "user", f"The hotel in {city} has a bar.") for city in cities.split()}

    def told(before: str) -> str:
        user = store.user(before)
        tell(user, list(hotels.values()))
        with user.session() as session:
            session.add("user", before, at=NOON)
            return str(session.context("Which hotel was it?", max_tokens=400, reserve=0).messages)

    assert hotels["Oslo"].text in told("I keep thinking of Oslo.")
    assert hotels["Oslo"].text not in told("I keep thinking of nothing.")


def test_how_it_was_asks_for_no_latest(alice: UserMemory) -> None:
    tell(alice, STORIES["latest"].talk)

    assert "latest" in alice.recall("What is my budget for the bathroom?")[0].why.signals
    assert "latest" not in alice.recall("What was my budget for the bathroom?")[0].why.signals


def test_the_latest_is_one_that_could_say_it(alice: UserMemory) -> None:
    story = STORIES["latest"]
    echo = Line("echo", "assistant", "Your budget for the bathroom is 1500.", days=5)
    aside = Line("aside", "user", "The bathroom is cold.", days=1)
    tell(alice, [*story.talk, echo, aside])

    hits = alice.recall(story.question, limit=99)

    given = {hit.text: hit.why.signals["latest"] for hit in hits if hit.why.signals["latest"] > 0}
    assert list(given) == [story.right.text], "neither what the assistant said nor what only touches the matter"


def test_having_asked_before_is_not_the_latest_statement(alice: UserMemory) -> None:
    tell(alice, [Line("told", "user", "My doctor is Weissmann.", days=30), Line("asked", "user", "Remind me, who is my doctor?", days=1)])

    assert alice.recall("Who is my doctor?")[0].text == "My doctor is Weissmann."


def test_of_two_said_at_the_same_moment_none_is_the_latest(alice: UserMemory) -> None:
    for _ in range(2):
        alice.remember("My locker code is 4711", at=NOON)

    first, second = alice.recall("What is my locker code?")
    assert first.score == pytest.approx(second.score, rel=0.01)
