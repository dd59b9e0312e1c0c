"""What a text is found by, what it is like, and what it names."""

from datetime import UTC, datetime

import pytest

from perdure import Kind, Role, Turn
from perdure.memories.kinds import kind_of
from perdure.text.traits import sentences
from perdure.text.words import index_words, query_words, reader_words
from perdure.threads.summary import summarise, title_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("The cat is on the mat.", ["cat", "mat"]),
        ("I don't, can't, won't", ["won"]),
        ("Café CAFÉ Straße", ["café", "café", "strasse"]),
        ("Zu\u0308rich ﬁne １２３", ["zürich", "fine", "123"]),
        ("snake_case 3.14 a-b", ["snake_case", "3", "14", "b"]),
        ("花生", ["花生", "花", "生"]),
        ("我爱tea和水", ["我爱", "我", "爱", "tea", "和水", "和", "水"]),
        ("ピーナッツ", ["ピー", "ーナ", "ナッ", "ッツ"]),
        ("땅콩 알", ["땅콩", "알"]),
        ("मूंगफली", ["मूंगफली"]),
        ("الفول", ["الفول"]),
        ("👍🏽!", []),
    ],
)
def test_words_of_the_index(text: str, words: list[str]) -> None:
    assert index_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("tea Tea TEA and tea", ["tea"]),
        ("what did you do?", []),
        ("花生过敏", ["花生", "生过", "过敏"]),
        ("花", ["花"]),
        ('" OR NEAR( *', ["near"]),
    ],
)
def test_words_of_a_question(text: str, words: list[str]) -> None:
    assert query_words(text) == words


@pytest.mark.parametrize("text", ["花生过敏。", "Straße 3", "मूंगफली से", "ถั่วลิสง", "I prefer tea"])
def test_a_text_is_found_by_all_words_of_itself(text: str) -> None:
    assert set(query_words(text)) <= set(index_words(text))


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("one two  three", 3), ("我对花生过敏", 3), ("日本 と tea", 3), ("naïve café", 2), ("ถั่วลิสง", 4)]
)
def test_words_that_a_reader_counts(text: str, count: int) -> None:
    assert reader_words(text) == count


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("3.14 is pi.", ["3.14 is pi."]),
        ("你好。再见！", ["你好。", "再见！"]),
        ("a line\n\n another\n", ["a line", "another"]),
        ("Well… yes", ["Well…", "yes"]),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("I live in Bern", Kind.FACT),
        ("I prefer window seats", Kind.PREFERENCE),
        ("My favourite colour is green", Kind.PREFERENCE),
        ("User prefers dark mode", Kind.PREFERENCE),
        ("I don’t like coriander", Kind.PREFERENCE),
        ("I can't stand noise", Kind.PREFERENCE),
        ("Always answer in German", Kind.DIRECTIVE),
        ("please never call before nine", Kind.DIRECTIVE),
        ("Call me Al", Kind.DIRECTIVE),
        ("From now on, be brief", Kind.DIRECTIVE),
        ("She never calls", Kind.FACT),
        ("It looks like rain", Kind.FACT),
    ],
)
def test_kinds_of_statements(text: str, kind: Kind) -> None:
    assert kind_of(text) == kind


def _talk(*said: tuple[str, str]) -> list[Turn]:
    return [
        Turn(f"trn_{place}", "s", "t", place, Role(role), None, text, datetime(2026, 5, 15, tzinfo=UTC))
        for place, (role, text) in enumerate(said)
    ]


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ([], ""),
        ([("assistant", "Hello. How are you?")], "Hello."),
        ([("assistant", "Hello."), ("user", "I plan a trip. To Kyoto.")], "I plan a trip."),
        ([("user", "word " * 40)], "word " * 11 + "word…"),
        ([("user", "x" * 100)], "x" * 59 + "…"),
    ],
)
def test_titles(said: list[tuple[str, str]], title: str) -> None:
    assert title_of(_talk(*said)) == title


def test_a_summary_is_made_of_what_recurs() -> None:
    turns = _talk(
        ("user", "The Kyoto trip needs a hotel. It rains."),
        ("assistant", "A Kyoto hotel near the temple costs more. Shall I book?"),
        ("user", "I want the temple hotel in Kyoto"),
        ("assistant", "Bananas are yellow."),
        ("user", "The trip begins in spring."),
    )

    summary = summarise(turns)

    assert summary == "The Kyoto trip needs a hotel. I want the temple hotel in Kyoto. The trip begins in spring."
    assert len(sentences(summary)) <= 3


@pytest.mark.parametrize("said", [[], [("user", "Really?")], [("user", "?!")]])
def test_nothing_stated_makes_an_empty_summary(said: list[tuple[str, str]]) -> None:
    assert summarise(_talk(*said)) == ""


def test_a_summary_names_who_spoke_and_ends_each_sentence() -> None:
    turn = Turn("trn_1", "s", "t", 0, Role.USER, "Ann", "I play the violin", datetime(2026, 5, 15, tzinfo=UTC))

    assert summarise([turn]) == "Ann: I play the violin."
