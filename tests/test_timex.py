"""Expressions of time in six languages: what they mean, what is none, and that no text can harm."""

import time
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from perdure.errors import NaiveDatetime
from perdure.timex.expressions import Granularity, TimeExpression, time_expressions
from timex_held_out import HELD_OUT, HELD_OUT_AGAIN, NOTHING_AGAIN
from timex_tables import ENGLISH, EUROPEAN, HAN, NOTHING

BERLIN = ZoneInfo("Europe/Berlin")
AT = datetime(2024, 5, 15, 14, 30, tzinfo=BERLIN)
TURN = "I really like how the {} looks and I think that we could put some roses near the old wall so that everyone who walks past it smiles"


def _cases(*tables: str) -> list[tuple[str, str, str, str]]:
    lines = [line.rsplit("|", 3) for table in tables for line in table.strip().splitlines()]
    return [(text.strip(), start.strip(), stop.strip(), granularity.strip()) for text, start, stop, granularity in lines]


def _short(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d}" if (moment.hour, moment.minute) == (0, 0) else f"{moment:%Y-%m-%d %H:%M}"


def _read(text: str, at: datetime = AT) -> list[tuple[str, str, str]]:
    return [(_short(found.start), _short(found.stop), found.granularity.value) for found in time_expressions(text, at)]


def _one(text: str, at: datetime = AT) -> TimeExpression:
    [found] = time_expressions(text, at)
    return found


@pytest.mark.parametrize(("text", "start", "stop", "granularity"), _cases(ENGLISH, EUROPEAN, HAN, HELD_OUT, HELD_OUT_AGAIN))
def test_what_a_speaker_means(text: str, start: str, stop: str, granularity: str) -> None:
    assert _read(text) == [(start, stop, granularity)]


@pytest.mark.parametrize("text", (NOTHING + NOTHING_AGAIN).strip().splitlines())
def test_what_names_no_interval(text: str) -> None:
    assert _read(text) == []


@pytest.mark.parametrize(
    ("text", "said", "start"),
    [
        ("last Friday", "2024-05-18", "2024-05-17"),  # said on a Saturday it is yesterday
        ("last Friday", "2024-05-17", "2024-05-10"),  # said on a Friday it is a week ago
        ("next Friday", "2024-05-18", "2024-05-24"),
        ("next Friday", "2024-05-13", "2024-05-24"),
        ("nächsten Freitag", "2024-05-13", "2024-05-17"),
        ("el próximo viernes", "2024-05-13", "2024-05-17"),
        ("vendredi prochain", "2024-05-17", "2024-05-24"),
        ("上周五", "2024-05-18", "2024-05-10"),  # of last week, also on the day after this week's
        ("下周五", "2024-05-13", "2024-05-24"),
        ("先週の金曜日", "2024-05-18", "2024-05-10"),
        ("last weekend", "2024-05-19", "2024-05-11"),
        ("this winter", "2024-01-10", "2023-12-01"),
        ("last summer", "2024-07-10", "2023-06-01"),
        ("yesterday", "2024-03-01", "2024-02-29"),
        ("a year ago today", "2024-02-29", "2023-02-28"),
        ("in January", "2024-12-20", "2025-01-01"),
        ("on January 5 I will fly", "2024-12-20", "2025-01-05"),
        ("next month", "2023-12-31", "2024-01-01"),
        ("last quarter", "2024-01-02", "2023-10-01"),
        ("the 90s", "2024-01-02", "1990-01-01"),
        ("on 29 February", "2024-05-15", "2024-02-29"),
    ],
)
def test_the_same_words_on_another_day(text: str, said: str, start: str) -> None:
    at = datetime.fromisoformat(said).replace(hour=12, tzinfo=BERLIN)

    assert _read(text, at)[0][0] == start


def test_several_expressions_come_in_the_order_of_the_text() -> None:
    text = "Yesterday I swam, on 3 May 2023 I ran, and next week, wenn alles gut geht, fahre ich am 7. Juni 2024 weg."
    found = time_expressions(text, AT)

    assert [each.text for each in found] == ["Yesterday", "on 3 May 2023", "next week", "am 7. Juni 2024"]
    assert [text[each.begin : each.end] for each in found] == [each.text for each in found]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Bis man\u0303ana, ayer no pude", ["man\u0303ana", "ayer"]),
        ("İİİ yesterday", ["yesterday"]),
        ("２０２４年５月３日に", ["２０２４年５月３日"]),
        ("The day   before\nyesterday", ["day   before\nyesterday"]),
        ("In l\u2019été dernier", ["été dernier"]),
    ],
)
def test_offsets_count_characters_of_the_original(text: str, words: list[str]) -> None:
    assert [found.text for found in time_expressions(text, AT)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It starts in March.\n\n4. Buy milk", ["in March"]),
        ("Saturday (4:00 PM): tasting", ["Saturday (4:00 PM)"]),
        ("Sunday (March 24): rest", ["Sunday (March 24)"]),
        ("Today, Wednesday, we start", ["Today, Wednesday"]),
        ("We gave it our all during last week's game", ["during last week"]),
        ("on this since July 3", ["since July 3"]),
        ("See https://example.com/2024/05/03/post", []),
        ("from 9:00 to 10:00 on 3.5.2024", ["10:00 on 3.5.2024"]),
        ("2024-05-03の会議", ["2024-05-03"]),
    ],
)
def test_where_an_expression_begins_and_ends(text: str, words: list[str]) -> None:
    assert [found.text for found in time_expressions(text, AT)] == words


@pytest.mark.parametrize(
    ("sure", "unsure"),
    [
        ("last Friday", "a few weeks ago"),
        ("on 3 May 2024", "on 3 May"),
        ("25/12/2023", "03/05/2024"),
        ("yesterday", "on Friday"),
        ("next Tuesday", "next Friday"),  # next Tuesday is next week for everybody
    ],
)
def test_a_guess_says_so(sure: str, unsure: str) -> None:
    assert _one(sure).confidence > 0.7 > _one(unsure).confidence


def test_the_caller_may_know_how_a_speaker_writes_dates() -> None:
    [british] = time_expressions("03/05/2024", AT, order="dmy")
    [american] = time_expressions("03/05/2024", AT, order="mdy")

    assert (british.start.month, american.start.month) == (5, 3)
    assert min(british.confidence, american.confidence) > 0.9


def test_relative_or_not() -> None:
    assert _one("yesterday").relative
    assert _one("in May").relative
    assert not _one("in May 2023").relative
    assert not _one("the week before 9 June 2023").relative


def test_a_day_of_23_hours_and_one_of_25() -> None:
    spring = _one("today", datetime(2024, 3, 31, 12, tzinfo=BERLIN))
    autumn = _one("today", datetime(2024, 10, 27, 12, tzinfo=BERLIN))

    assert spring.stop.astimezone(UTC) - spring.start.astimezone(UTC) == timedelta(hours=23)
    assert autumn.stop.astimezone(UTC) - autumn.start.astimezone(UTC) == timedelta(hours=25)


def test_the_hour_that_clocks_skip_is_none() -> None:
    assert _read("at 2 am today", datetime(2024, 3, 31, 12, tzinfo=BERLIN)) == []


def test_a_day_whose_midnight_is_skipped_begins_at_one() -> None:
    found = _one("today", datetime(2018, 11, 4, 12, tzinfo=ZoneInfo("America/Sao_Paulo")))

    assert found.start.hour == 1


def test_hours_ago_are_elapsed_time() -> None:
    found = _one("two hours ago", datetime(2024, 3, 31, 4, 0, tzinfo=BERLIN))

    assert found.start == datetime(2024, 3, 31, 0, 30, tzinfo=BERLIN)


def test_a_time_with_a_zone_is_that_moment() -> None:
    assert _one("2024-05-03T10:15:00Z").start == datetime(2024, 5, 3, 10, 15, tzinfo=UTC)
    assert _one("2024-05-03T10:15+05:30").start == datetime(2024, 5, 3, 4, 45, tzinfo=UTC)


def test_a_naive_moment_is_refused() -> None:
    with pytest.raises(NaiveDatetime):
        time_expressions("yesterday", datetime(2024, 5, 15))  # noqa: DTZ001


@pytest.mark.parametrize("at", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC), datetime.max.replace(tzinfo=BERLIN)])
@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))])
def test_the_edges_of_the_calendar(at: datetime, zone: timezone | None) -> None:
    at = at.replace(tzinfo=zone) if zone else at
    for text, *_ in _cases(ENGLISH, EUROPEAN, HAN):
        for found in time_expressions(text, at):
            assert found.start.astimezone(UTC) < found.stop.astimezone(UTC)


_WORDS = [word for text, *_ in _cases(ENGLISH, EUROPEAN, HAN, HELD_OUT, HELD_OUT_AGAIN) for word in text.split()]
_MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.timezones())  # noqa: DTZ001


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.lists(st.sampled_from(_WORDS), max_size=12).map(" ".join), st.text(max_size=80)), _MOMENTS)
def test_any_text_at_any_moment(text: str, at: datetime) -> None:
    found = time_expressions(text, at)

    for each in found:
        assert each.start.astimezone(UTC) < each.stop.astimezone(UTC)
        assert each.start.tzinfo is each.stop.tzinfo is at.tzinfo
        assert text[each.begin : each.end] == each.text != ""
        assert 0 < each.confidence <= 1
        assert isinstance(each.granularity, Granularity)
    assert all(one.end <= two.begin for one, two in pairwise(found))


@pytest.mark.parametrize(
    "unit",
    [
        "may ", "1 ", "1/", "5-", "2019 ", "in 2019 ", "monday ", "last ", "a week ", "in" + " " * 200, "from 3 may to ", "week of ",
        "the day before ", "between may and ", "early ", "vor drei tagen ", "il y a ", "hace dos ", "上周五", "三", "3月から", "の", "é",
        "1 mai 3 tagen 4 dias 5 jours ", "at 5 pm ", "the first week of the last week of ", "a couple of ", "twenty-", "\u0301e",
    ],
)  # fmt: skip
def test_hostile_text_is_read_in_bounded_time(unit: str) -> None:
    time_expressions("yesterday 昨天 きのう", AT)  # tables are compiled at the first use
    text = (unit * (256 * 1024 // len(unit.encode()) + 1))[: 256 * 1024]
    began = time.process_time()

    time_expressions(text, AT)

    assert time.process_time() - began < 1.0


def test_a_long_text_takes_time_in_proportion() -> None:
    def seconds(text: str) -> float:
        began = time.process_time()
        time_expressions(text, AT)
        return time.process_time() - began

    page = TURN.format("garden last Friday") + ". "
    seconds(page)
    short, long = min(seconds(page * 50) for _ in range(3)), min(seconds(page * 400) for _ in range(3))

    assert long < 24 * short


def test_text_without_a_time_costs_next_to_nothing() -> None:
    def micros(text: str) -> float:
        began = time.process_time()
        for _ in range(300):
            time_expressions(text, AT)
        return (time.process_time() - began) / 300 * 1e6

    micros(TURN.format("garden last Friday"))

    assert min(micros(TURN.format("new garden")) for _ in range(5)) < 40
    assert min(micros(TURN.format("garden last Friday")) for _ in range(5)) < 400
