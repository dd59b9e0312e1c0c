"""Clauses: where they end, and in whose voice and which mood they are."""

import pytest

from perdure.text.clauses import Clause, clauses


def moods(clause: Clause) -> str:
    marks = {"?": clause.question, "q": clause.quoted, "h": clause.hypothetical, "s": clause.sarcastic}
    return "".join(mark for mark, holds in marks.items() if holds)


CUT = [
    ("Hi! I am a nurse; my wife is a doctor.", ["Hi!", "I am a nurse;", "my wife is a doctor."]),
    ("I work at Acme Inc. and Dr. Smith is 3.5 years older. Really.", ["I work at Acme Inc. and Dr. Smith is 3.5 years older.", "Really."]),
    ("My name is J. R. Smith. I live in St. Louis.", ["My name is J. R. Smith.", "I live in St. Louis."]),
    ("1. I like tea\n2. I hate coffee", ["I like tea", "I hate coffee"]),
    ("I'm vegan, can you find me a restaurant?", ["I'm vegan,", "can you find me a restaurant?"]),
    ("I'm Ann, but if I were Bob, I'd laugh", ["I'm Ann,", "but if I were Bob, I'd laugh"]),
    ("我叫李雷，你叫什么名字？", ["我叫李雷，", "你叫什么名字？"]),
    ('My favourite book is "The Left Hand of Darkness".', ['My favourite book is "The Left Hand of Darkness".']),
]
MOODS = [
    ("where do i live", "?"),
    ("I was thinking, do you know a good place?", "?"),
    ("Weißt du, wo ich wohne", "?"),
    ("你住在哪里", ""),
    ("お名前は何ですか", "?"),
    ("If I had a dog I'd call it Rex", "h"),
    ("I wish I lived in Paris", "h"),
    ("Ojalá tuviera un perro", "h"),
    ("I just love Mondays 🙄", "s"),
    ("Oh great, another meeting", "s"),
    ("I live in Rome", ""),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_sentences_end_where_they_do(text: str, expected: list[str]) -> None:
    assert [clause.text for clause in clauses(text)] == expected


@pytest.mark.parametrize(("text", "expected"), MOODS)
def test_the_mood_of_the_last_clause(text: str, expected: str) -> None:
    assert moods(clauses(text)[-1]) == expected


def test_what_somebody_else_says_is_quoted_and_what_is_around_it_is_not() -> None:
    found = clauses('She said "I live in Rome" yesterday. My sister told me that I am lazy.')

    assert [(clause.text, clause.quoted) for clause in found] == [
        ("She said", False),
        ('"I live in Rome"', True),
        ("yesterday.", False),
        ("My sister told me that", False),
        ("I am lazy.", True),
    ]


def test_a_doctor_is_believed() -> None:
    assert [clause.quoted for clause in clauses("My doctor said I have asthma.")] == [False]


def test_a_marker_that_stands_alone_speaks_of_the_clause_before() -> None:
    assert [moods(clause) for clause in clauses("I live in Rome. I love rain. NOT.")][:2] == ["", "s"]


def test_every_clause_stands_in_the_text_where_it_says() -> None:
    text = "> I live in Rome\nHi — I'm Ann.  She said: 'I like tea' (really)! 我住在上海。\n- one\n- two, but I ask: why?"

    for clause in clauses(text):
        assert text[clause.start :].startswith(clause.text)


def test_of_a_long_text_the_beginning_is_read() -> None:
    assert sum(len(clause.text) for clause in clauses("I live in Rome. " * 20_000)) <= 4_000
