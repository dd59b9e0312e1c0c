"""What a new statement does to what is known. A memory that is retired wrongly is the worst that can happen here."""

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perdure.errors import UnknownMemory
from perdure.memories.settling import Action, Decision, settle, undone
from perdure.model.memory import Kind, Memory
from perdure.model.statement import USER, Reason, Statement

JANUARY, FEBRUARY, MARCH, APRIL = (datetime(2026, month, 2, 12, tzinfo=UTC) for month in (1, 2, 3, 4))


def say(attribute: str | None, value: str | None, at: datetime = MARCH, text: str = "", **more: Any) -> Statement:
    return Statement(
        text=text or f"{attribute} is {value}",
        kind=more.pop("kind", Kind.FACT),
        reason=more.pop("reason", Reason.FACT),
        source=more.pop("source", f"trn_{at:%m%d%H%M}"),
        said_at=at,
        valid_from=more.pop("valid_from", at),
        attribute=attribute,
        value=value,
        **more,
    )


def know(attribute: str | None, value: str | None, at: datetime = JANUARY, text: str = "", **more: Any) -> Memory:
    return Memory(
        id=more.pop("id", f"mem_{value or text}"),
        kind=more.pop("kind", Kind.FACT),
        text=text or f"{attribute} is {value}",
        said_at=at,
        valid_from=more.pop("valid_from", at),
        sources=more.pop("sources", (f"trn_{at:%m%d%H%M}",)),
        subject=more.pop("subject", USER),
        attribute=attribute,
        value=value,
        reason=more.pop("reason", "fact"),
        **more,
    )


def order(text: str, at: datetime = MARCH, **more: Any) -> Statement:
    return say(None, None, at, text, kind=more.pop("kind", Kind.DIRECTIVE), **more)


def kept(text: str, at: datetime = JANUARY, **more: Any) -> Memory:
    return know(None, None, at, text, kind=more.pop("kind", Kind.DIRECTIVE), **more)


def ends(decision: Decision) -> dict[str, datetime]:
    return {ending.id: ending.valid_until for ending in decision.endings}


# One value at a time


def test_a_new_employer_takes_the_place_of_the_former_from_the_day_it_was_said() -> None:
    decision = settle(say("employer", "Globex"), [know("employer", "Acme")])

    assert decision.action is Action.REPLACE
    assert ends(decision) == {"mem_Acme": MARCH}
    assert decision.because == 'replaced: "Globex" took the place of "Acme" on 2026-03-02'
    assert decision.ends_at is None


def test_the_former_value_ends_when_the_new_one_began_not_when_it_was_told() -> None:
    decision = settle(say("employer", "Globex", APRIL, valid_from=FEBRUARY), [know("employer", "Acme")])

    assert ends(decision) == {"mem_Acme": FEBRUARY}


def test_what_was_said_of_a_time_stays_true_of_it_if_the_new_value_is_said_to_be_older() -> None:
    decision = settle(say("home", "Munich", MARCH, valid_from=JANUARY - timedelta(days=400)), [know("home", "Berlin")])

    assert ends(decision) == {"mem_Berlin": MARCH}


def test_a_value_that_begins_next_month_ends_the_former_then() -> None:
    decision = settle(say("employer", "Globex", MARCH, valid_from=APRIL), [know("employer", "Acme")])

    assert ends(decision) == {"mem_Acme": APRIL}


def test_a_plan_ends_nothing() -> None:
    decision = settle(say("home", "Lisbon", valid_from=APRIL, reason=Reason.PLAN), [know("home", "Berlin")])

    assert (decision.action, decision.endings) == (Action.ADD, ())


def test_a_stay_with_an_end_stands_beside_the_home() -> None:
    decision = settle(say("home", "Lisbon", valid_until=APRIL), [know("home", "Berlin")])

    assert (decision.action, decision.endings, decision.ends_at) == (Action.ADD, (), APRIL)


def test_two_values_of_one_breath_do_not_end_each_other() -> None:
    known = know("home", "Berlin", MARCH, sources=("trn_same",))

    decision = settle(say("home", "Munich", MARCH, source="trn_same"), [known])

    assert (decision.action, decision.endings) == (Action.ADD, ())


def test_of_two_turns_of_the_same_moment_the_one_read_later_holds() -> None:
    decision = settle(say("home", "Munich", MARCH, source="trn_2"), [know("home", "Berlin", MARCH, sources=("trn_1",))])

    assert ends(decision) == {"mem_Berlin": MARCH}


# The same in other words


@pytest.mark.parametrize(
    ("attribute", "known", "said"),
    [
        ("home", "New York City", "NYC"),
        ("home", "Munich", "München"),
        ("home", "北京", "Beijing"),
        ("home", "北京市", "北京"),
        ("employer", "Acme", "Acme Corp."),
        ("employer", "ACME GmbH", "acme"),
        ("diet", "vegetarian", "a vegetarian"),
        ("allergy", "peanuts", "Peanut"),
        ("allergy", "strawberries", "strawberry"),
        ("setting theme", "dark", "Dark mode"),
        ("favourite colour", "blue", "the color blue"),
        ("birthday", "12 May 1990", "1990-05-12"),
        ("age", "31", "31 years old"),
        ("age", "31", "31岁"),
        ("phone", "+49 170 1234", "0049 170-1234"),
        ("likes", "Café", "cafe"),
        ("income", "80,000 euros", "80000 euros"),
        ("name", "Zoë", "zoe"),
        ("name", "Anna Schmidt", "Anna"),
        ("home", "Berlin, Germany", "Germany"),
        ("occupation", "senior nurse", "nurse"),
    ],
)
def test_the_same_in_other_words_confirms(attribute: str, known: str, said: str) -> None:
    memory = know(attribute, known)

    decision = settle(say(attribute, said), [memory])

    assert (decision.action, decision.confirms, decision.endings) == (Action.CONFIRM, memory.id, ())


@pytest.mark.parametrize(
    ("attribute", "known", "said"),
    [
        ("home", "York", "New York"),
        ("home", "Portland, Oregon", "Portland, Maine"),
        ("diet", "vegan", "not vegan"),
        ("setting theme", "dark blue", "dark"),
        ("timezone", "UTC+1", "UTC-1"),
        ("email", "an@x.org", "ann@x.org"),
        ("phone", "170 1234", "170 1235"),
        ("age", "31", "32"),
        ("income", "80,000", "8,000"),
        ("occupation", "former nurse", "nurse"),
        ("name", "Robert", "Roberts"),
        ("birthday", "12 May", "13 May"),
    ],
)
def test_another_value_is_a_change(attribute: str, known: str, said: str) -> None:
    assert settle(say(attribute, said), [know(attribute, known)]).action is Action.REPLACE


@pytest.mark.parametrize(
    ("attribute", "known", "said"),
    [
        ("home", "Berlin", "Berlin, Germany"),
        ("home", "Germany", "Berlin, Germany"),
        ("home", "北京", "北京海淀区"),
        ("name", "Anna", "Anna Schmidt"),
        ("occupation", "engineer", "software engineer"),
        ("birthday", "12 May", "May 12, 1990"),
        ("sibling", "Nora", "Nora Lindgren"),
        ("medication", "ibuprofen", "ibuprofen 400 mg"),
    ],
)
def test_a_value_that_says_more_refines(attribute: str, known: str, said: str) -> None:
    decision = settle(say(attribute, said), [know(attribute, known)])

    assert (decision.action, decision.targets) == (Action.REPLACE, (f"mem_{known}",))
    assert decision.because.startswith("refined: ")


# Many values


@pytest.mark.parametrize(
    ("attribute", "known", "said"),
    [
        ("allergy", "nuts", "tree nuts"),
        ("allergy", "peanuts", "shellfish"),
        ("likes", "dogs", "hot dogs"),
        ("likes", "chocolate", "dark chocolate"),
        ("skill", "C", "C++"),
        ("skill", "C++", "C#"),
        ("child", "Rex", "Rex and Bella"),
        ("pet", "a dog", "a dog named Rex"),
        ("owns", "iPhone 14", "iPhone 15"),
        ("speaks", "French", "Spanish"),
        ("something unheard of", "one", "two"),
    ],
)
def test_many_values_stand_beside_each_other(attribute: str, known: str, said: str) -> None:
    decision = settle(say(attribute, said), [know(attribute, known)])

    assert (decision.action, decision.endings) == (Action.ADD, ())


def test_one_of_two_that_could_be_meant_is_not_refined() -> None:
    known = [know("friend", "Anna", id="mem_1"), know("friend", "anna", id="mem_2"), know("friend", "Anna", FEBRUARY, id="mem_3")]

    assert settle(say("friend", "Anna Meyer"), known).endings == ()


def test_who_dislikes_what_they_liked_likes_it_no_longer() -> None:
    known = [know("likes", "cilantro"), know("likes", "jazz")]

    decision = settle(say("dislikes", "cilantro", kind=Kind.PREFERENCE), known)

    assert ends(decision) == {"mem_cilantro": MARCH}


# Retractions


def test_a_negation_ends_only_the_value_it_names() -> None:
    known = [know("allergy", "peanuts"), know("allergy", "shellfish")]

    decision = settle(say("allergy", "peanut", retracts=True), known)

    assert decision.action is Action.RETRACT
    assert ends(decision) == {"mem_peanuts": MARCH}
    assert decision.because == 'retracted: "peanuts" held until 2026-03-02'


def test_a_past_value_ends_where_it_is_said_to_have_ended() -> None:
    decision = settle(say("home", "Berlin", retracts=True, valid_until=FEBRUARY), [know("home", "Berlin")])

    assert ends(decision) == {"mem_Berlin": FEBRUARY}


def test_an_end_told_without_a_negation_ends_it_too() -> None:
    decision = settle(say("employer", "Acme", valid_from=JANUARY - timedelta(days=900), valid_until=FEBRUARY), [know("employer", "Acme")])

    assert (decision.action, ends(decision)) == (Action.RETRACT, {"mem_Acme": FEBRUARY})


def test_a_past_value_that_was_never_known_becomes_history() -> None:
    said = say("home", "Berlin", retracts=True, valid_from=JANUARY, valid_until=FEBRUARY)

    decision = settle(said, [know("home", "Munich")])

    assert (decision.action, decision.endings, decision.ends_at) == (Action.ADD, (), FEBRUARY)


def test_a_stint_of_long_ago_does_not_end_the_same_home_of_today() -> None:
    said = say("home", "Berlin", retracts=True, valid_from=datetime(2008, 1, 1, tzinfo=UTC), valid_until=datetime(2012, 1, 1, tzinfo=UTC))

    decision = settle(said, [know("home", "Berlin")])

    assert (decision.action, decision.endings) == (Action.ADD, ())
    assert decision.ends_at == datetime(2012, 1, 1, tzinfo=UTC)


def test_a_retraction_of_what_ended_already_changes_nothing() -> None:
    former = know("home", "Berlin", valid_until=FEBRUARY, ended_at=FEBRUARY, superseded_by="mem_Munich")

    decision = settle(say("home", "Berlin", retracts=True), [former, know("home", "Munich", FEBRUARY)])

    assert (decision.action, decision.endings) == (Action.IGNORE, ())


@pytest.mark.parametrize(
    ("attribute", "values", "ended"),
    [
        ("diet", ["vegan"], {"mem_vegan"}),
        ("pet", ["a cat"], {"mem_a cat"}),
        ("pet", ["a cat", "a dog"], set[str]()),
        ("pet", [], set[str]()),
        ("diet", [], set[str]()),
    ],
)
def test_a_retraction_without_value_ends_the_one_that_it_must_mean(attribute: str, values: list[str], ended: set[str]) -> None:
    decision = settle(say(attribute, None, retracts=True), [know(attribute, value) for value in values])

    assert set(decision.targets) == ended
    assert decision.action is (Action.RETRACT if ended else Action.IGNORE)


def test_a_pet_is_retracted_by_its_name_unless_two_have_it() -> None:
    rex = know("pet", "dog named Rex")
    said = say("pet", "Rex", retracts=True)

    assert settle(said, [rex, know("pet", "a cat")]).targets == (rex.id,)
    assert settle(said, [rex, know("pet", "parrot named Rex")]).endings == ()


# Corrections


def test_a_corrected_value_was_never_true() -> None:
    decision = settle(say("home", "Munich", corrects=True), [know("home", "Berlin")])

    assert decision.action is Action.REPLACE
    assert ends(decision) == {"mem_Berlin": JANUARY}
    assert decision.because == 'corrected: "Munich", not "Berlin"'


def test_a_correction_in_the_same_breath_counts() -> None:
    known = know("home", "Berlin", MARCH, sources=("trn_same",))

    assert settle(say("home", "Munich", corrects=True, source="trn_same"), [known]).targets == ("mem_Berlin",)


def test_a_correction_with_a_beginning_of_its_own_is_a_change() -> None:
    decision = settle(say("home", "Munich", corrects=True, valid_from=FEBRUARY), [know("home", "Berlin")])

    assert ends(decision) == {"mem_Berlin": FEBRUARY}


@pytest.mark.parametrize(
    ("text", "value", "ended"),
    [
        ("I'm allergic to shellfish, not peanuts.", "shellfish", {"mem_peanuts"}),
        ("Ich bin gegen Nüsse allergisch, nicht gegen Peanuts.", "Nüsse", {"mem_peanuts"}),
        ("I'm allergic to shellfish, not just peanuts.", "shellfish", set[str]()),
        ("No, peanuts and shellfish.", "shellfish", set[str]()),
        ("Actually, I'm allergic to shellfish.", "shellfish", set[str]()),
        ("I'm allergic to shellfish, not to peanuts and not to milk.", "shellfish", {"mem_peanuts", "mem_milk"}),
    ],
)
def test_of_many_values_a_correction_ends_only_the_one_it_denies(text: str, value: str, ended: set[str]) -> None:
    decision = settle(say("allergy", value, text=text, corrects=True), [know("allergy", "peanuts"), know("allergy", "milk")])

    assert set(decision.targets) == ended


def test_a_name_misspelt_is_corrected() -> None:
    known = [know("friend", "Jon"), know("friend", "Mira")]

    assert settle(say("friend", "John", corrects=True), known).targets == ("mem_Jon",)
    assert settle(say("friend", "John"), known).endings == ()
    assert settle(say("friend", "John", corrects=True), [*known, know("friend", "Joan")]).endings == ()


# Said earlier, read later


def test_what_was_said_earlier_and_is_read_later_goes_into_the_past() -> None:
    decision = settle(say("home", "Berlin", JANUARY), [know("home", "Munich", MARCH)])

    assert (decision.action, decision.endings, decision.ends_at) == (Action.ADD, (), MARCH)
    assert decision.because.startswith("added as past: ")


def test_a_past_home_ends_where_the_next_one_began_not_the_last() -> None:
    former = know("home", "Munich", FEBRUARY, valid_until=APRIL, ended_at=APRIL, superseded_by="mem_Rome")

    decision = settle(say("home", "Berlin", JANUARY), [know("home", "Rome", APRIL), former])

    assert decision.ends_at == FEBRUARY


def test_a_late_retraction_does_not_end_what_was_said_again_since() -> None:
    decision = settle(say("employer", "Acme", FEBRUARY, retracts=True), [know("employer", "Acme", MARCH)])

    assert (decision.action, decision.endings) == (Action.IGNORE, ())


def test_a_corrected_value_pushes_nothing_into_the_past() -> None:
    wrong = know("home", "Rome", MARCH, valid_until=MARCH, ended_at=APRIL)

    assert settle(say("home", "Berlin", JANUARY), [wrong]).ends_at is None


def test_a_late_copy_of_a_past_value_confirms_it() -> None:
    past = know("home", "Berlin", JANUARY, valid_until=MARCH, ended_at=MARCH)

    decision = settle(say("home", "Berlin", FEBRUARY), [know("home", "Munich", MARCH), past])

    assert (decision.action, decision.confirms) == (Action.CONFIRM, past.id)


def carried_out(known: list[Memory], statement: Statement) -> list[Memory]:
    decision = settle(statement, known)
    ended = {ending.id: ending.valid_until for ending in decision.endings}
    new = f"mem_{statement.source}"
    out = [
        replace(memory, valid_until=ended[memory.id], ended_at=statement.said_at, superseded_by=new) if memory.id in ended else memory
        for memory in known
    ]
    if decision.action in {Action.ADD, Action.REPLACE}:
        start = statement.valid_from
        out.append(know("home", statement.value, statement.said_at, id=new, valid_from=start, valid_until=decision.ends_at))
    return out


def test_whatever_the_order_of_reading_the_last_home_is_current_and_each_moment_has_its_home() -> None:
    said = [say("home", city, at) for city, at in (("Berlin", JANUARY), ("Munich", FEBRUARY), ("Rome", MARCH))]
    for mixed in permutations(said):
        known: list[Memory] = []
        for statement in mixed:
            known = carried_out(known, statement)

        assert [memory.value for memory in known if memory.valid_until is None] == ["Rome"]
        for moment, home in ((JANUARY, "Berlin"), (FEBRUARY, "Munich"), (MARCH, "Rome")):
            true = [
                memory for memory in known if memory.valid_from <= moment and (memory.valid_until is None or moment < memory.valid_until)
            ]
            assert max(true, key=lambda memory: memory.valid_from).value == home


# How sure one must be


@pytest.mark.parametrize(("confidence", "action"), [(0.79, Action.ADD), (0.8, Action.REPLACE)])
@pytest.mark.parametrize("kept_as", [{"reason": None}, {"reason": "asked"}, {"pinned": True}])
def test_what_the_user_asked_to_keep_ends_by_nothing_unsure(kept_as: dict[str, Any], confidence: float, action: Action) -> None:
    assert settle(say("home", "Munich", confidence=confidence), [know("home", "Berlin", **kept_as)]).action is action


def test_an_unsure_retraction_of_it_is_ignored() -> None:
    decision = settle(say("home", "Berlin", retracts=True, confidence=0.7), [know("home", "Berlin", reason="asked")])

    assert (decision.action, decision.endings) == (Action.IGNORE, ())


def test_a_guess_ends_nothing_at_all() -> None:
    assert settle(say("home", "Munich", confidence=0.4), [know("home", "Berlin")]).action is Action.ADD


def test_nothing_ends_what_belongs_to_somebody_else_or_another_attribute() -> None:
    known = [know("home", "Berlin", subject="user's sister"), know("origin", "Berlin"), kept("I live in Berlin")]

    for more in ({}, {"retracts": True}, {"corrects": True}):
        assert settle(say("home", "Munich", **more), known).endings == ()
    assert settle(say("home", "Munich", subject="user's sister"), known).targets == ("mem_Berlin",)


# Without attribute


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("Don't use emoji.", "Use emojis again."),
        ("Never use emojis in your answers", "You can use emoji again, please."),
        ("Use emoji", "No emojis please!"),
        ("Use emoji", "Stop using emojis"),
        ("Benutze keine Emojis", "Benutze wieder Emojis"),
        ("N'utilise pas d'emoji", "Utilise des emoji"),
        ("不要用表情符号", "可以再用表情符号了"),
    ],
)
def test_the_opposite_order_replaces(known: str, said: str) -> None:
    memory = kept(known)

    decision = settle(order(said), [memory, kept("Keep it short")])

    assert (decision.action, ends(decision)) == (Action.REPLACE, {memory.id: MARCH})


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("Don't use emoji in titles", "Use emoji"),
        ("Don't call me Bob", "Write to Bob"),
        ("Don't write code", "Write code in Python"),
        ("Never call me before noon", "Call me after noon"),
        ("Turn off notifications", "Turn on notifications"),
        ("Answer in French", "Don't answer at night"),
        ("Don't stop using emoji", "Use emoji"),
        ("Always cite sources", "Never mention my ex"),
        ("不要用表情符号", "用中文回答"),
        ("", "Don't"),
    ],
)
def test_another_order_stands_beside(known: str, said: str) -> None:
    decision = settle(order(said), [kept(known)])

    assert (decision.action, decision.endings) == (Action.ADD, ())


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("Don't use emoji.", "Please do not use emojis"),
        ("Never use emoji", "never use emoji in your replies!"),
        ("不要用表情符号。", "请不要用表情符号"),
        ("I love working at night", "I really like working at night"),
    ],
)
def test_the_same_order_in_almost_the_same_words_confirms(known: str, said: str) -> None:
    memory = kept(known)

    assert settle(order(said), [memory]).confirms == memory.id


def test_a_liking_turns_round() -> None:
    known = kept("I love working at night", kind=Kind.PREFERENCE)

    assert settle(order("I can't stand working at night", kind=Kind.PREFERENCE), [known]).targets == (known.id,)
    assert settle(order("I love cats more than dogs", kind=Kind.PREFERENCE), [kept("I hate dogs more than cats")]).endings == ()


def test_a_fact_is_ended_only_by_what_says_that_it_holds_no_longer() -> None:
    known = kept("The office has parking", kind=Kind.FACT)
    text = "The office has no parking any more"

    assert settle(order(text, kind=Kind.FACT), [known]).action is Action.ADD
    assert settle(order(text, kind=Kind.FACT, retracts=True), [known]).targets == (known.id,)


def test_what_happens_twice_is_two_memories() -> None:
    run = kept("I ran ten kilometres", kind=Kind.EPISODE)

    assert settle(order("I ran ten kilometres.", kind=Kind.EPISODE), [run]).action is Action.ADD
    assert settle(order("I ran ten kilometres.", JANUARY, kind=Kind.EPISODE), [run]).action is Action.CONFIRM


def test_an_order_said_before_its_opposite_and_read_after_it_is_past() -> None:
    decision = settle(order("Use emoji", JANUARY), [kept("Don't use emoji", MARCH)])

    assert (decision.action, decision.endings, decision.ends_at) == (Action.ADD, (), MARCH)


# Bad input


@pytest.mark.parametrize("value", ["", "   ", "...", "?!"])
def test_a_value_that_says_nothing_is_ignored(value: str) -> None:
    assert settle(say("home", value), [know("home", "Berlin")]).action is Action.IGNORE


def test_nothing_known_means_add() -> None:
    assert settle(say("home", "Berlin"), []).action is Action.ADD
    assert settle(order("Use emoji"), []).action is Action.ADD
    assert settle(order("🙃"), [kept("🙂")]).action is Action.ADD


def test_ten_thousand_memories_are_settled_fast() -> None:
    likes = [know("likes", f"thing number {number}", id=f"mem_{number}") for number in range(10_000)]
    texts = [kept(f"Never mention topic {number} again", id=f"mem_{number}") for number in range(10_000)]
    started = time.perf_counter()

    assert settle(say("likes", "thing number 9999"), likes).confirms == "mem_9999"
    assert settle(order("Do mention topic 9999"), texts).targets == ("mem_9999",)

    assert time.perf_counter() - started < 2


def test_a_text_of_many_thousand_words_is_settled_fast() -> None:
    long = "not just " * 30_000
    started = time.perf_counter()

    settle(say("allergy", long, text=long, corrects=True), [know("allergy", "not just " * 50), know("allergy", "milk")])
    settle(order(long), [kept(long)])

    assert time.perf_counter() - started < 1


VALUES = st.sampled_from(["Berlin", "Berlin, Germany", "New York", "NYC", "York", "北京", "", "not Berlin", "Rex", "peanuts", "tree nuts"])


@settings(max_examples=300, deadline=None)
@given(
    attribute=st.sampled_from(["home", "allergy", "likes", "pet", "setting city"]),
    known=st.lists(st.tuples(VALUES, st.integers(0, 60), st.sampled_from([None, "asked", "fact"])), max_size=5),
    value=VALUES,
    day=st.integers(0, 60),
    confidence=st.floats(0, 1),
    retracts=st.booleans(),
    corrects=st.booleans(),
)
def test_whatever_is_said_nothing_ends_that_should_not(
    attribute: str,
    known: list[tuple[str, int, str | None]],
    value: str,
    day: int,
    confidence: float,
    retracts: bool,
    corrects: bool,
) -> None:
    memories = {
        f"mem_{place}": know(attribute, held, JANUARY + timedelta(days=days), id=f"mem_{place}", reason=reason)
        for place, (held, days, reason) in enumerate(known)
    }
    said = say(attribute, value, JANUARY + timedelta(days=day), confidence=confidence, retracts=retracts, corrects=corrects)

    decision = settle(said, list(memories.values()))

    for ending in decision.endings:
        memory = memories[ending.id]
        assert memory.said_at <= said.said_at
        assert ending.valid_until >= memory.valid_from
        assert confidence >= (0.5 if memory.reason == "fact" else 0.8)
        assert retracts or corrects or attribute in {"home", "setting city", "pet"}
    assert (decision.action in {Action.REPLACE, Action.RETRACT}) == bool(decision.endings)
    assert (decision.confirms is not None) == (decision.action is Action.CONFIRM)
    assert decision.because


# Undoing


def replaced(memory: Memory, by: str, at: datetime) -> Memory:
    return replace(memory, valid_until=at, ended_at=at, superseded_by=by)


def test_undoing_an_end_brings_the_memory_back_and_what_took_its_place_goes() -> None:
    acme, globex = replaced(know("employer", "Acme"), "mem_Globex", MARCH), know("employer", "Globex", MARCH)

    for asked in (acme.id, globex.id):
        undoing = undone([acme, globex], asked)

        assert undoing.restores == (acme.id,)
        assert [(ending.id, ending.valid_until) for ending in undoing.endings] == [(globex.id, MARCH)]
        assert undoing.because.startswith("undone: ")


def test_undoing_twice_is_where_one_began() -> None:
    acme, globex = know("employer", "Acme"), replaced(know("employer", "Globex", MARCH), "mem_Acme", APRIL)

    undoing = undone([acme, globex], globex.id)

    assert (undoing.restores, [ending.id for ending in undoing.endings]) == ((globex.id,), [acme.id])


def test_undoing_the_first_of_three_ends_the_last() -> None:
    chain = [
        replaced(know("home", "Berlin"), "mem_Munich", FEBRUARY),
        replaced(know("home", "Munich", FEBRUARY), "mem_Rome", MARCH),
        know("home", "Rome", MARCH),
    ]

    undoing = undone(chain, "mem_Berlin")

    assert (undoing.restores, [ending.id for ending in undoing.endings]) == (("mem_Berlin",), ["mem_Rome"])


def test_undoing_a_retraction_ends_nothing() -> None:
    retracted = know("allergy", "peanuts", valid_until=MARCH, ended_at=MARCH)

    undoing = undone([retracted, know("allergy", "milk")], retracted.id)

    assert (undoing.restores, undoing.endings) == ((retracted.id,), ())


def test_undoing_what_ended_several_brings_all_of_them_back() -> None:
    chain = [replaced(know("home", city), "mem_Rome", MARCH) for city in ("Berlin", "Munich")] + [know("home", "Rome", MARCH)]

    earlier = replaced(know("home", "Oslo"), "mem_Rome", FEBRUARY)

    assert undone([earlier, *chain], "mem_Rome").restores == ("mem_Berlin", "mem_Munich")


def test_undoing_what_ended_nothing_takes_it_away() -> None:
    undoing = undone([know("likes", "jazz")], "mem_jazz")

    assert (undoing.restores, [ending.id for ending in undoing.endings]) == ((), ["mem_jazz"])


def test_a_ring_of_memories_is_undone_all_the_same() -> None:
    chain = [replaced(know("home", "Berlin"), "mem_Rome", MARCH), replaced(know("home", "Rome"), "mem_Berlin", MARCH)]

    assert undone(chain, "mem_Berlin").restores == ("mem_Berlin",)


def test_of_several_versions_the_last_counts() -> None:
    old = replaced(know("home", "Berlin"), "mem_Rome", MARCH)
    chain = [replace(old, version=2, valid_until=None, ended_at=None, superseded_by=None), old]

    assert undone(chain, "mem_Berlin").restores == ()


def test_what_is_not_there_cannot_be_undone() -> None:
    with pytest.raises(UnknownMemory, match="mem_nothing"):
        undone([know("home", "Berlin")], "mem_nothing")
