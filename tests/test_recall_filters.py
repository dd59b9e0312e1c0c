"""Which hits recall may return, whatever is asked, in whatever language, and whoever wrote last."""

import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import perdure
from perdure import Kind, NewTurn, Store, UserMemory
from perdure.errors import EmptyText, InvalidOption, NaiveDatetime, UnknownThread
from perdure.ports.clock import ManualClock

NOON = datetime(2026, 5, 15, 12, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def told(alice: UserMemory) -> UserMemory:
    """Alice after three days of talk about tea, one a session, and two memories."""
    alice.ingest(
        [NewTurn(f"day-{day}", "user", f"Tea number {day}.", NOON - day * DAY, metadata={"cup": day, "place": "home"}) for day in (1, 2, 3)]
    )
    alice.remember("I prefer tea", at=NOON - 5 * DAY, metadata={"cup": 1})
    alice.remember("Tea grows in Assam", at=NOON - 6 * DAY)
    return alice


def texts(user: UserMemory, query: str = "tea", **filters: object) -> list[str]:
    return sorted(hit.text for hit in user.recall(query, **filters))  # pyright: ignore[reportArgumentType]


def test_since_is_inclusive_and_until_exclusive(told: UserMemory) -> None:
    found = texts(told, since=NOON - 3 * DAY, until=NOON - DAY)

    assert found == ["Tea number 2.", "Tea number 3."]


def test_only_the_kinds_asked_for(told: UserMemory) -> None:
    assert texts(told, kinds=["preference"]) == ["I prefer tea"]
    assert texts(told, kinds=[Kind.TURN]) == ["Tea number 1.", "Tea number 2.", "Tea number 3."]
    with pytest.raises(InvalidOption, match="kinds are turn"):
        told.recall("tea", kinds=["gossip"])


def test_only_one_thread(told: UserMemory) -> None:
    for day in ("day-4", "day-5"):
        with told.session(day, thread="assam") as session:
            session.add("user", f"More tea on {day}.")

    assert texts(told, thread="assam") == ["More tea on day-4.", "More tea on day-5."]
    with pytest.raises(UnknownThread):
        told.recall("tea", thread="nowhere")


def test_metadata_must_be_equal(told: UserMemory) -> None:
    assert texts(told, metadata={"cup": 1}) == ["I prefer tea", "Tea number 1."]
    assert texts(told, metadata={"cup": 1, "place": "home"}) == ["Tea number 1."]
    assert texts(told, metadata={"saucer": None}) == []


def test_a_rare_metadata_value_is_found_beyond_the_first_batch(alice: UserMemory) -> None:
    alice.ingest(NewTurn("long", "user", f"Tea number {number}.", NOON, metadata={"last": number == 299}) for number in range(300))

    assert texts(alice, limit=1, metadata={"last": True}) == ["Tea number 299."]


def test_as_of_shows_what_was_said_and_valid_then(alice: UserMemory, clock: ManualClock) -> None:
    home = alice.remember("I live in Bern", at=NOON - 10 * DAY)
    alice.update(home.id, "I live in Basel")
    clock.advance(DAY)

    assert texts(alice, "live", as_of=NOON - 11 * DAY) == []
    assert texts(alice, "live", as_of=NOON - DAY) == ["I live in Bern"]
    assert texts(alice, "live", as_of=NOON) == ["I live in Basel"]
    assert texts(alice, "live") == ["I live in Basel"]


def test_what_was_corrected_comes_back_only_if_asked_for_and_after_what_holds(alice: UserMemory, clock: ManualClock) -> None:
    alice.remember("Tea grows in Assam", at=NOON - 20 * DAY)
    home = alice.remember("I live in Bern", at=NOON - 10 * DAY)
    alice.update(home.id, "I live in Basel")
    clock.advance(DAY)

    assert texts(alice, "Where do I live?") == ["I live in Basel", "Tea grows in Assam"]
    hits = alice.recall("Where do I live?", replaced=True)

    assert [hit.text for hit in hits][:2] == ["I live in Basel", "I live in Bern"]
    basel, bern = hits[:2]
    assert (basel.valid_until, bern.valid_until) == (None, NOON)
    assert bern.why.signals["replaced"] < 0
    assert "was replaced since" in str(bern.why)
    assert sum(bern.why.signals.values()) == pytest.approx(bern.score, abs=1e-5)
    assert "replaced" not in basel.why.signals


def test_what_was_corrected_is_asked_for_together_with_other_filters(alice: UserMemory, clock: ManualClock) -> None:
    home = alice.remember("I live in Bern", at=NOON - 10 * DAY)
    alice.update(home.id, "I live in Basel")
    clock.advance(DAY)
    alice.update(home.id, "I live in Biel")

    assert len(texts(alice, "live", replaced=True)) == 3
    assert texts(alice, "live", replaced=True, as_of=NOON) == ["I live in Basel", "I live in Bern"]
    assert texts(alice, "live", replaced=True, limit=1) == ["I live in Biel"]
    assert texts(alice, "live", replaced=True, min_score=1.0) == []


def test_what_was_forgotten_never_comes_back(alice: UserMemory) -> None:
    home = alice.remember("I live in Bern", at=NOON - 10 * DAY)
    alice.update(home.id, "I live in Basel")
    alice.forget(home.id)

    assert texts(alice, "live", replaced=True) == []


def test_a_floor_for_scores(told: UserMemory) -> None:
    hits = told.recall("tea in Assam")

    assert [hit.id for hit in told.recall("tea in Assam", min_score=hits[1].score)] == [hit.id for hit in hits[:2]]
    assert told.recall("tea in Assam", min_score=99) == []


def test_limits(told: UserMemory) -> None:
    assert told.recall("tea", limit=0) == []
    assert [hit.id for hit in told.recall("tea", limit=2)] == [hit.id for hit in told.recall("tea")[:2]]
    with pytest.raises(InvalidOption):
        told.recall("tea", limit=-1)


def test_a_time_without_zone_is_an_error(told: UserMemory) -> None:
    for name in ("since", "until", "as_of"):
        with pytest.raises(NaiveDatetime, match=name):
            told.recall("tea", **{name: datetime(2026, 5, 1)})  # noqa: DTZ001  # pyright: ignore[reportArgumentType]


def test_a_question_of_stop_words_alone_is_answered(told: UserMemory) -> None:
    assert len(told.recall("what is it that you did?")) == 5
    assert len(told.recall("what is it that you did?", recipe="keyword")) == 5


def test_an_empty_question_is_an_error(told: UserMemory) -> None:
    with pytest.raises(EmptyText):
        told.recall("  ")


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("我对花生过敏。", "花生"),
        ("私はピーナッツアレルギーです。", "ピーナッツ"),
        ("ฉันแพ้ถั่วลิสง", "ถั่วลิสง"),
        ("저는 땅콩 알레르기가 있어요.", "땅콩"),
        ("Die Erdnüsse waren SÜß und die Straße lang.", "strasse erdnüsse"),
        ("Wir fuhren nach Zu\u0308rich.", "Zürich"),
        ("لدي حساسية من الفول السوداني", "الفول السوداني"),
        ("मुझे मूंगफली से एलर्जी है", "मूंगफली"),
    ],
)
def test_every_script_is_found_by_its_words(alice: UserMemory, text: str, query: str) -> None:
    for other in ("今天天气很好。", "明日は雨です。", "วันนี้ฝนตก", "오늘은 비가 와요.", "Heute regnet es.", "الجو جميل اليوم", "आज बारिश है"):
        alice.remember(other)
    alice.remember(text)

    hit = alice.recall(query, recipe="keyword")[0]

    assert hit.text == text
    assert hit.score > 0
    assert alice.recall(query)[0].text == text


@pytest.mark.parametrize(
    "query", ['" OR NEAR( *', "tea AND", "body:tea", "tea*", "-tea", "'); drop table turns; --", '"""', "^tea {a b}: +", "?!"]
)
def test_query_syntax_is_only_text(told: UserMemory, query: str) -> None:
    assert len(told.recall(query)) == 5
    assert len(told.recall(query, recipe="keyword")) == 5


def test_a_question_of_ten_thousand_words_is_answered_soon(told: UserMemory) -> None:
    question = "tea " + " ".join(f"word{number}" for number in range(10_000))

    start = time.perf_counter()
    hits = told.recall(question)

    assert len(hits) == 5
    assert time.perf_counter() - start < 1.5


def test_someone_unknown_reads_as_empty_and_leaves_no_file(store: Store, tmp_path: Path) -> None:
    assert store.user("nobody").recall("anything") == []
    assert store.user("nobody").list() == []
    assert list(store.users()) == []
    assert not list((tmp_path / "store").glob("users/**/*.db"))


def test_another_handle_sees_what_was_written_corrected_and_forgotten(store: Store, tmp_path: Path, clock: ManualClock) -> None:
    with perdure.open(tmp_path / "store", clock=clock) as second:
        here, there = store.user("alice"), second.user("alice")
        first = here.remember("I drink tea")
        assert texts(there) == ["I drink tea"]

        here.remember("Tea is hot")
        assert texts(there) == ["I drink tea", "Tea is hot"]

        clock.advance(DAY)
        there.update(first.id, "I drink green tea")
        assert texts(here) == ["I drink green tea", "Tea is hot"]

        here.forget(first.id)
        assert texts(there) == ["Tea is hot"]

        with there.session("s") as session:
            session.add("user", "Tea again.", speaker="Alice")
        assert texts(here) == ["Tea again.", "Tea is hot"]


def test_another_process_sees_and_is_seen(store: Store, alice: UserMemory, tmp_path: Path) -> None:
    alice.remember("I drink tea")
    assert texts(alice) == ["I drink tea"]
    script = (
        "import sys, perdure\n"
        "with perdure.open(sys.argv[1]) as store:\n"
        "    user = store.user('alice')\n"
        "    print([hit.text for hit in user.recall('tea')])\n"
        "    user.remember('Tea is hot')\n"
    )

    run = subprocess.run([sys.executable, "-c", script, str(tmp_path / "store")], capture_output=True, text=True, check=True, timeout=60)

    assert run.stdout.strip() == "['I drink tea']"
    assert texts(alice) == ["I drink tea", "Tea is hot"]
