"""What a text is like, told by its flags: does it ask, name, count, speak of a time, instruct, prefer?"""

import time

import pytest

from perdure.ports.index import Flag
from perdure.text.traits import flags_of

QUESTION = {"yes": ["Do you?", "好吗？", "كيف حالك؟", "Tea? Coffee! Water."], "no": ["I wonder.", "What a day!", "", "¡Hola!"]}
TIME_WORD = {
    "yes": ["We met last week.", "In 2019 or so", "on Mondays", "an hour ago", "See you TOMORROW", "He left in june."],
    "no": ["The mayor is yearning.", "Room 12345", "Lastly, sit down.", "I like tea."],
}
NUMBER = {
    "yes": [
        "We keep 3 hens.",
        "Two of them are brown.",
        "She called twice.",
        "The second door on the left.",
        "A dozen eggs, please.",
        "only a few",
        "Er ist 42 Jahre alt.",
        "我有3只猫。",
    ],
    "no": ["Someone told everyone.", "The stone is often alone.", "I like tea.", "A tenor sang.", "It weighs nothing.", ""],
}
NAME = {
    "yes": ["Uncle Bruno fixed the bike.", "We flew to Oslo.", "It is the Amazon, of course.", "Is that you, Ann?", "the river Rhine"],
    "no": [
        "Oslo was cold.",
        "It rained. Oslo was cold.",
        "It rained!\nOslo was cold.",
        "I said yes and I'm glad.",
        "“Hello” is a word.",
        "Well… Maybe.",
        "no capitals here",
        "我住在北京。",
        "",
    ],
}
INSTRUCTION = {
    "yes": [
        "Always answer in German.",
        "Never mention my ex.",
        "From now on, call me Max.",
        "Please always add the source.",
        "And never use emojis.",
        "Whenever I ask about trains, name the platform.",
        "Every time I ask for a recipe, leave out peanuts.",
        "Make sure to use metric units.",
        "Remember to greet me.",
        "Fine. Never use emojis again.",
        "You should always cite a source when I ask about law.",
        "Ab jetzt bitte auf Deutsch.",
        "Von jetzt an ohne Anrede.",
        "A partir de ahora, contesta en español.",
        "À partir de maintenant, tutoie-moi.",
        "Désormais, réponds en français.",
        "从现在开始请用中文回答。",
        "以后请叫我小王。",
        "每次都给出来源。",
        "これからは日本語で答えて。",
        "今後は短く答えてください。",
    ],
    "no": [
        "I always walk to work.",
        "It never rains here.",
        "He said: always be kind.",
        "I never remember to lock the door.",
        "She nevertheless came.",
        "We will always have Paris.",
        "以后再说吧。",
        "Ich gehe immer zu Fuß.",
        "Siempre camino al trabajo.",
        "Always " + "and always " * 40,
        "",
    ],
}
PREFERENCE = {
    "yes": [
        "I prefer tea.",
        "Tea is my favourite.",
        "Tea is my favorite drink.",
        "My favourites are peonies.",
        "I'd rather walk.",
        "Oat milk instead of cow's milk.",
        "Ich trinke lieber Tee.",
        "Am liebsten esse ich Suppe.",
        "Prefiero el té.",
        "Mi color favorito es el verde.",
        "Je préfère le thé.",
        "Mon plat préféré est la soupe.",
        "我更喜欢茶。",
        "我最喜欢的颜色是绿色。",
        "お茶の方が好きです。",
        "緑が一番好きです。",
    ],
    "no": ["I like tea.", "He was a preferential creditor.", "The weather is rather cold.", "Die lieben Kinder.", "我喝茶。", ""],
}
TABLES = {
    Flag.QUESTION: QUESTION,
    Flag.TIME_WORD: TIME_WORD,
    Flag.NUMBER: NUMBER,
    Flag.NAME: NAME,
    Flag.INSTRUCTION: INSTRUCTION,
    Flag.PREFERENCE: PREFERENCE,
}
NAMES = {value: name for name, value in vars(Flag).items() if name.isupper()}

TRICKY = {
    Flag.INSTRUCTION: {
        "yes": ["Use metric units from now on.", "Antworte immer auf Deutsch.", "Responde siempre en español."],
        "no": [
            "Never mind.",
            "Never mind, I found it.",
            "Never heard of it.",
            "Never been to Norway.",
            "Always a pleasure!",
            "Whenever I eat nuts my throat itches.",
            "Every time I go to Oslo it rains.",
            "In the future I want to live by the sea.",
            "In future there will be fewer cars.",
            "Remember you once told me about Oslo?",
            "She always sighs when I talk too much.",
        ],
    },
    Flag.NAME: {
        "yes": [
            "We were in Zürich.",
            "We were in Łódź.",
            "I met Émile.",
            "They work for NASA now.",
            "Mr. Smith called.",
            "мы были в Москве",
        ],
        "no": ["- Buy milk", "He said: Come in."],
    },
    Flag.NUMBER: {"yes": ["Wir haben drei Hühner.", "Tenemos dos perros.", "我有三只猫。"], "no": []},
    Flag.TIME_WORD: {"yes": [], "no": ["May I?", "I may come.", "They march on."]},
    Flag.PREFERENCE: {"yes": ["Meine Lieblingsfarbe ist Grün.", "J'aime mieux le thé.", "お茶のほうが好きです。"], "no": []},
}
"""Texts that simpler patterns took for something else."""


def cases(tables: dict[int, dict[str, list[str]]]) -> list[object]:
    return [
        pytest.param(flag, text, answer == "yes", id=f"{NAMES[flag]}-{answer}-{text[:40]}")
        for flag, table in tables.items()
        for answer, listed in table.items()
        for text in listed
    ]


@pytest.mark.parametrize(("flag", "text", "expected"), cases(TABLES))
def test_a_flag_tells_what_a_text_is_like(flag: int, text: str, expected: bool) -> None:
    assert bool(flags_of(text) & flag) is expected


@pytest.mark.parametrize(("flag", "text", "expected"), cases(TRICKY))
def test_a_flag_of_a_tricky_text(flag: int, text: str, expected: bool) -> None:
    assert bool(flags_of(text) & flag) is expected


def test_every_flag_has_a_table() -> None:
    assert set(NAMES) == set(TABLES)


def test_flags_are_distinct_bits_of_one_byte() -> None:
    assert sum(NAMES) == sum(1 << place for place in range(len(NAMES))) < 256


@pytest.mark.parametrize("text", ["May I, from now on, prefer Ann's 2 cats?", "always when i " * 20_000, "A " * 100_000, "“" * 200_000])
def test_flags_of_a_hostile_text_are_found_soon(text: str) -> None:
    start = time.perf_counter()

    flags_of(text)

    assert time.perf_counter() - start < 1
