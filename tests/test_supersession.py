"""What is said later settles what was said before: it replaces, adds, retracts, corrects, and can be undone."""

from datetime import UTC, datetime, timedelta

import pytest

from perdure import Hit, Memory, NewTurn, Session, UserMemory
from perdure.errors import UnknownMemory
from perdure.ports.clock import ManualClock

DAY = timedelta(days=1)
JANUARY = datetime(2026, 1, 10, 9, tzinfo=UTC)
MARCH = datetime(2026, 3, 10, 9, tzinfo=UTC)
MAY = datetime(2026, 5, 1, 9, tzinfo=UTC)


def say(user: UserMemory, text: str, at: datetime | None = None) -> Session:
    """One session of one turn, understood when it ends."""
    with user.session() as session:
        session.add("user", text, at=at)
    return session


def values(user: UserMemory, attribute: str) -> list[str]:
    return [held.value for held in user.profile.all() if held.name == attribute]


def memory_of(user: UserMemory, value: str) -> Memory:
    return next(memory for memory in user.list() if memory.value == value)


def statement(hit: Hit) -> float:
    return hit.why.signals.get("statement", 0.0)


@pytest.fixture
def moved(alice: UserMemory) -> UserMemory:
    """Somebody who lived in Berlin in January and moved in March."""
    say(alice, "I live in Berlin.", JANUARY)
    say(alice, "I moved to Hamburg.", MARCH)
    return alice


def test_moving_house_replaces_the_former_home(moved: UserMemory) -> None:
    assert values(moved, "home") == ["Hamburg"]
    assert [memory.value for memory in moved.list() if memory.attribute == "home"] == ["Hamburg"]


def test_what_was_replaced_keeps_its_time_and_the_reason(moved: UserMemory) -> None:
    berlin, hamburg = moved.profile.history("home")
    assert (berlin.value, berlin.valid_from, berlin.valid_until) == ("Berlin", JANUARY, MARCH)
    assert (hamburg.value, hamburg.valid_until) == ("Hamburg", None)


def test_the_profile_of_a_past_day_tells_what_was_true_then(moved: UserMemory) -> None:
    assert moved.profile.get("home", at=JANUARY + DAY) == "Berlin"
    assert moved.profile.get("home", at=MARCH + DAY) == "Hamburg"
    assert moved.profile.get("home", at=JANUARY - DAY) is None


def test_what_was_known_and_what_was_true_are_two_times(alice: UserMemory) -> None:
    say(alice, "I live in Berlin.", JANUARY)
    say(alice, "I moved to Hamburg in March.", MAY)

    april = datetime(2026, 4, 1, tzinfo=UTC)
    assert alice.profile.get("home", at=april) == "Hamburg"
    assert alice.profile.get("home", as_of=april) == "Berlin"
    assert [held.value for held in alice.profile.all(as_of=april) if held.name == "home"] == ["Berlin"]


def test_recall_as_of_a_day_knows_nothing_that_came_later(moved: UserMemory) -> None:
    found = moved.recall("Where do I live?", as_of=JANUARY + DAY)
    assert [hit.text for hit in found] == ["I live in Berlin."]


def test_the_new_home_comes_before_the_old_one(moved: UserMemory) -> None:
    found = [hit.text for hit in moved.recall("Which city is my home?")]
    assert found.index("I moved to Hamburg.") < found.index("I live in Berlin.")


def test_no_longer_ends_a_value(alice: UserMemory) -> None:
    say(alice, "I like coffee.", JANUARY)
    say(alice, "I no longer like coffee.", MARCH)
    assert values(alice, "likes") == []
    assert alice.profile.history("likes")[0].valid_until == MARCH


def test_no_longer_ends_only_the_value_that_it_names(alice: UserMemory) -> None:
    for drink in ("coffee", "tea"):
        say(alice, f"I like {drink}.", JANUARY)
    say(alice, "I no longer like coffee.", MARCH)
    assert values(alice, "likes") == ["tea"]


def test_a_correction_says_that_it_never_was_so(alice: UserMemory) -> None:
    say(alice, "My name is Alica.", JANUARY)
    say(alice, "Actually, my name is Alice, not Alica.", MARCH)
    assert values(alice, "name") == ["Alice"]
    assert alice.profile.get("name", at=JANUARY + DAY) != "Alica"


def test_values_that_can_stand_beside_each_other_are_added(alice: UserMemory) -> None:
    say(alice, "I'm allergic to peanuts.", JANUARY)
    say(alice, "I'm also allergic to shellfish.", MARCH)
    assert sorted(values(alice, "allergy")) == ["peanuts", "shellfish"]


def test_saying_it_again_adds_a_source_and_no_memory(alice: UserMemory) -> None:
    first = say(alice, "I'm allergic to peanuts.", JANUARY).turns()[0]
    second = say(alice, "I'm allergic to peanuts.", MARCH).turns()[0]
    (memory,) = alice.list()
    assert memory.sources == (first.id, second.id)


def test_undo_brings_the_former_value_back_and_undo_of_undo_the_new_one(moved: UserMemory) -> None:
    hamburg = memory_of(moved, "Hamburg").id

    (back,) = moved.undo(hamburg)
    assert back.value == "Berlin"
    assert (back.valid_until, back.superseded_by) == (None, None)
    assert values(moved, "home") == ["Berlin"]

    (again,) = moved.undo(hamburg)
    assert again.value == "Hamburg"
    assert values(moved, "home") == ["Hamburg"]


def test_undo_can_be_asked_of_the_memory_that_ended(moved: UserMemory) -> None:
    hamburg = memory_of(moved, "Hamburg").id
    (berlin,) = moved.undo(hamburg)
    moved.undo(hamburg)

    moved.undo(berlin.id)

    assert values(moved, "home") == ["Berlin"]


def test_undo_brings_a_retracted_value_back(alice: UserMemory) -> None:
    say(alice, "I like coffee.", JANUARY)
    coffee = memory_of(alice, "coffee").id
    say(alice, "I no longer like coffee.", MARCH)

    alice.undo(coffee)

    assert values(alice, "likes") == ["coffee"]


def test_undo_of_nothing_changes_nothing(moved: UserMemory) -> None:
    with pytest.raises(UnknownMemory, match="Nothing was changed"):
        moved.undo("mem_none")
    assert values(moved, "home") == ["Hamburg"]


def test_recall_heeds_what_was_undone(moved: UserMemory) -> None:
    moved.undo(memory_of(moved, "Hamburg").id)
    ranked = {hit.text: statement(hit) for hit in moved.recall("Which city is my home?")}
    assert ranked["I live in Berlin."] > 0
    assert ranked["I moved to Hamburg."] < ranked["I live in Berlin."]


def test_what_was_remembered_by_hand_survives_what_is_read_out_of_talk(alice: UserMemory) -> None:
    kept = [
        alice.remember("My sister lives in Berlin.", at=JANUARY).id,
        alice.remember("Coffee tastes best from the blue cup.", at=JANUARY).id,
        alice.remember("The spare key is with Tom.", at=JANUARY).id,
    ]
    say(alice, "I moved to Hamburg.", MARCH)
    say(alice, "I no longer like coffee.", MARCH)
    say(alice, "The spare key is not with me.", MARCH)
    assert all(alice.get(memory_id).valid_until is None for memory_id in kept)


def test_an_attribute_set_by_hand_later_holds_and_the_read_one_is_history(moved: UserMemory) -> None:
    moved.profile.set("home", "Bremen", at=MAY)
    assert values(moved, "home") == ["Bremen"]
    assert [held.value for held in moved.profile.history("home")] == ["Berlin", "Hamburg", "Bremen"]


def test_a_removed_attribute_holds_no_longer_however_it_was_known(moved: UserMemory, clock: ManualClock) -> None:
    moved.profile.set("home", "Bremen", at=MAY)
    clock.advance(DAY)
    moved.profile.remove("home")
    assert moved.profile.get("home") is None
    assert len(moved.profile.history("home")) == 3


def test_a_forgotten_memory_leaves_only_the_turn_that_it_was_read_from(alice: UserMemory) -> None:
    session = say(alice, "I'm allergic to peanuts.", JANUARY)
    (memory,) = alice.list()
    before = alice.recall("Which snack or restaurant meal must I avoid?")[0]

    alice.forget(memory.id)

    found = alice.recall("Which snack or restaurant meal must I avoid?")
    assert {hit.id for hit in found} == {session.turns()[0].id}
    assert statement(before) > statement(found[0]) == 0
    assert alice.profile.get("allergy") is None
    with pytest.raises(UnknownMemory):
        alice.history(memory.id)
    assert alice.reflect().counts.get("add", 0) == 0
    assert alice.list() == []


def test_rebuilding_the_index_keeps_what_statements_say_for_their_turns(moved: UserMemory) -> None:
    say(moved, "I'm allergic to peanuts.", MAY)
    questions = ("Which restaurant meal must I avoid?", "Which city is my home?")
    before = [(hit.id, hit.score, hit.why.signals) for question in questions for hit in moved.recall(question)]
    assert any(signals.get("statement", 0) > 0.01 for _, _, signals in before)

    moved.rebuild()

    after = [(hit.id, hit.score, hit.why.signals) for question in questions for hit in moved.recall(question)]
    assert [hit_id for hit_id, _, _ in after] == [hit_id for hit_id, _, _ in before]
    for (_, score, signals), (_, former_score, former) in zip(after, before, strict=True):
        assert score == pytest.approx(former_score, abs=1e-5)
        assert signals == pytest.approx(former, abs=1e-5)


def test_older_turns_imported_later_retire_nothing(alice: UserMemory) -> None:
    say(alice, "I moved to Hamburg.", MARCH)
    say(alice, "I work at Globex.", MARCH)
    alice.ingest(
        [
            NewTurn("old", "user", "I live in Berlin.", JANUARY),
            NewTurn("old", "user", "I work at Acme.", JANUARY + timedelta(minutes=1)),
        ]
    )

    alice.reflect()

    assert values(alice, "home") == ["Hamburg"]
    assert values(alice, "employer") == ["Globex"]
    assert alice.profile.get("home", at=JANUARY + DAY) == "Berlin"
    assert alice.profile.history("home")[0].valid_until == MARCH


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("My sister said 'I live in Rome' and laughed.", "home"),
        ("Tom told me: “I work at Initech.”", "employer"),
        ("Yeah right, I just love Mondays /s", "likes"),
        ("Oh sure, I live in Atlantis 🙄", "home"),
        ("If I lived in Rome, I would eat well.", "home"),
        ("Do I live in Rome?", "home"),
        ("Imagine my name is Bond.", "name"),
    ],
)
def test_what_is_quoted_mocked_imagined_or_asked_is_no_fact_of_the_user(alice: UserMemory, text: str, attribute: str) -> None:
    say(alice, text)
    assert values(alice, attribute) == []


def test_a_contradiction_in_one_breath_retires_nothing_that_was_known(alice: UserMemory) -> None:
    say(alice, "I like coffee.", JANUARY)
    say(alice, "I live in Rome and I live in Paris.", MARCH)
    say(alice, "I like tea. I don't like tea.", MAY)

    assert "coffee" in values(alice, "likes")
    assert len(values(alice, "home")) <= 1
    assert not ({"tea"} <= set(values(alice, "likes")) & set(values(alice, "dislikes")))


@pytest.mark.parametrize("role", ["assistant", "tool", "system"])
def test_nobody_but_the_user_states_facts_of_the_user(alice: UserMemory, role: str) -> None:
    with alice.session() as session:
        session.add(role, "I live in Rome. My name is Bond and I'm allergic to peanuts.")
    assert alice.list() == []
    assert alice.profile.all() == []
