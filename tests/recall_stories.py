"""For each signal of recall one small story that ends well with it and badly without.

Two lines compete for a question. With the whole recipe `right` ranks before `wrong`, without the signal after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from talks import MEMORY, Line

__all__ = ["STORIES", "Story"]


@dataclass(frozen=True)
class Story:
    """A talk, a question asked of it, and which of two lines ought to come first."""

    title: str
    talk: Sequence[Line]
    question: str
    right: Line
    wrong: Line
    history: tuple[str, ...] = ()
    understood: bool = False
    useful: Line | None = None


def _told(title: str, question: str, *talk: Line, right: int, wrong: int, history: tuple[str, ...] = ()) -> Story:
    return Story(title, talk, question, talk[right], talk[wrong], history)


_ESSAY: Final = (
    "A cat sleeps most of the day. " * 8
    + "The domestic cat descends from the African wildcat and came to Europe with ships and grain. "
    + "Farmers welcomed it because mice eat stores, sailors because rats gnaw ropes, and monks because it is quiet company. " * 8
)

_KITCHEN = Line("kitchen", "user", "The stove for the cabin came with a broken lid.")
_ALLERGIC = Line("allergic", "user", "I'm allergic to peanuts.")
_FIRST_PLUMBER = Line("first", "user", "The plumber knows his trade.", days=2)
_SECOND_PLUMBER = Line("second", "user", "The plumber knows his trade.", days=1)

STORIES: Final = {
    "keyword": _told(
        "shared words find what meaning alone would not",
        "dog or cat on sale?",
        Line("pets", "user", "She keeps a puppy and a kitten."),
        Line("shop", "user", "The shop on the corner is for sale at an absurd price since the owner retired to the south."),
        right=1,
        wrong=0,
    ),
    "neighbours": _told(
        "an answer stands beside its question",
        "Who is my doctor?",
        Line("evening", "assistant", "How was the evening?"),
        Line("evening", "user", "That doctor series on television, with all its helicopters, uniforms and love affairs, bores me."),
        Line("ankle", "assistant", "That ankle looks bad. Who is your doctor?"),
        Line("ankle", "user", "Weissmann, third floor."),
        Line("ankle", "assistant", "Then let me write to that doctor."),
        right=3,
        wrong=1,
    ),
    "session": _told(
        "a turn in a session about the question's words comes first",
        "hotel in Kyoto",
        Line("riga", "user", "I sold the bicycle."),
        Line("riga", "user", "It rained."),
        Line("riga", "assistant", "Anything else?"),
        Line("riga", "user", "The hotel is booked."),
        Line("kyoto", "user", "Kyoto has temples."),
        Line("kyoto", "user", "It rained."),
        Line("kyoto", "assistant", "Anything else?"),
        Line("kyoto", "user", "The hotel is booked."),
        right=7,
        wrong=3,
    ),
    "semantic": _told(
        "meaning finds what shares no word",
        "What animal lives with them?",
        Line("house", "user", "I repaired the roof."),
        Line("puppy", "user", "I adopted a puppy."),
        right=1,
        wrong=0,
    ),
    "semantic_neighbours": _told(
        "a turn among turns of close meaning comes first",
        "dog animal doctor",
        Line("tax", "user", "The tax office wrote."),
        Line("tax", "user", "All went well."),
        Line("vet", "user", "The vet looked at our puppy."),
        Line("vet", "user", "All went well."),
        right=3,
        wrong=1,
    ),
    "speaker": _told(
        "among friends the one named is meant",
        "What does Ann play?",
        Line("bob", "Bob", "I play the violin."),
        Line("ann", "Ann", "I play the violin."),
        right=1,
        wrong=0,
    ),
    "said_then": _told(
        "what was said in the month that a question names is meant",
        "Who went sailing in March 2026?",
        Line("april", "user", "We went sailing.", days=25),
        Line("march", "user", "We went sailing.", days=55),
        right=1,
        wrong=0,
    ),
    "happened_then": _told(
        "what happened in the month that a question names is meant, whenever it was told",
        "Who went sailing in March?",
        Line("weeks", "user", "We went sailing two weeks ago."),
        Line("months", "user", "With friends we went sailing two months ago."),
        right=1,
        wrong=0,
    ),
    "time_word": _told(
        "who asks when wants a text that speaks of a time",
        "When did they move house?",
        Line("van", "user", "They moved house with a van."),
        Line("spring", "user", "They moved house last spring."),
        right=1,
        wrong=0,
    ),
    "answer_form": _told(
        "who asks how many wants a number",
        "How many hens did we keep?",
        Line("many", "user", "We kept a lot of hens."),
        Line("three", "user", "We kept 3 hens."),
        right=1,
        wrong=0,
    ),
    "name": _told(
        "what names somebody tells more",
        "Was the bike ever fixed?",
        Line("someone", "user", "My uncle fixed the bike, phew."),
        Line("bruno", "user", "My uncle Bruno fixed the bike."),
        right=1,
        wrong=0,
    ),
    "question_mark": _told(
        "a short question of a friend yields to a statement",
        "Who did open the dance studio?",
        Line("gina", "Gina", "Did Gina open the dance studio?"),
        Line("jon", "Jon", "Yes, Gina did open the dance studio."),
        right=1,
        wrong=0,
    ),
    "brevity": _told(
        "a plain statement comes before an essay",
        "Does my cat sleep well?",
        Line("essay", "user", _ESSAY),
        Line("miso", "user", "Miso barely sleeps; with a cat so old the vet advised heat, soft food, quiet evenings, patience."),
        right=1,
        wrong=0,
    ),
    "opening": _told(
        "what opens a session is news",
        "Was my sister moving to Lisbon?",
        Line("chat", "user", "Portugal is far."),
        Line("chat", "user", "My sister is moving to Lisbon."),
        Line("news", "user", "My sister is moving to Lisbon soon."),
        right=2,
        wrong=1,
    ),
    "instruction": _told(
        "a standing instruction is heeded whenever it concerns the matter",
        "How far is it from Bern to Basel?",
        Line("zoo", "user", "The zoo was far, and we cried."),
        Line("rules", "assistant", "Hello again."),
        Line("rules", "user", "Whenever I ask how far something is, answer in kilometres."),
        right=2,
        wrong=0,
    ),
    "preference": _told(
        "advice heeds what the user prefers",
        "Can you suggest a restaurant for dinner?",
        Line("loud", "user", "The restaurant for dinner was loud."),
        Line("taste", "user", "For dinner I prefer a restaurant with vegetarian food and some quiet."),
        right=1,
        wrong=0,
    ),
    "latest": _told(
        "who asks how it is now wants the last that was said of it",
        "What is my budget for the bathroom?",
        Line("spring", "user", "My budget for the bathroom is 900.", days=60),
        Line("summer", "user", "My budget for the bathroom, I fear, is 1200.", days=10),
        right=1,
        wrong=0,
    ),
    "recency": _told(
        "of two statements the later is more likely still true",
        "Tell me my phone number.",
        Line(MEMORY, "user", "My phone number ends in 88.", days=300),
        Line(MEMORY, "user", "My new phone number ends in 71."),
        right=1,
        wrong=0,
    ),
    "session_recency": _told(
        "who goes on with something means the latest of it",
        "Okay, the garden is planned. What's next?",
        Line("last year", "user", "For the garden we ordered red roses.", days=300),
        Line("now", "user", "For the garden we ordered fine gravel and sand.", days=1),
        right=1,
        wrong=0,
    ),
    "session_meaning": _told(
        "a session whose turns mean something close is gone on with",
        "Okay, dinner is settled. What's next?",
        Line(MEMORY, "user", "Dinner is settled for Fridays."),
        Line("food", "user", "The soup needs salt and the bread is in the stove."),
        Line("food", "user", "Shall I measure it again?"),
        Line("money", "user", "The taxes of the company are due and the bank wrote."),
        Line("money", "user", "Shall I measure it again?"),
        right=2,
        wrong=4,
    ),
    "linked_sessions": _told(
        "a project runs through sessions that resemble each other",
        "Okay, the kitchen is planned. What's next?",
        Line("sink", "user", "The cupboards and the sink are too old."),
        Line("lunch", "user", "The menu of the restaurant is long."),
        Line("kitchen", "user", "The kitchen gets a new oven, a sink and cupboards."),
        right=0,
        wrong=1,
    ),
    "second_hop": _told(
        "a name in what was found leads on",
        "Where did the friend go whom I met in Bern?",
        Line("cousin", "user", "My cousin moved to Patagonia."),
        Line("zoltan", "user", "And then Zoltan moved to Patagonia."),
        Line("bern", "user", "In Bern I met Zoltan, a friend from school."),
        Line("bears", "user", "The bears of Bern were asleep when we met the guide."),
        Line("rain", "user", "It rained in Bern whenever I met a friend."),
        Line("train", "user", "The train to Bern was late."),
        Line("cheese", "user", "A friend of mine makes cheese near Bern."),
        right=1,
        wrong=0,
    ),
    "history": _told(
        "the talk just before tells which one is meant",
        "Which hotel was it?",
        Line("riga", "user", "The hotel in Riga has a sauna."),
        Line("lisbon", "user", "The hotel in Lisbon has a pool and a terrace."),
        right=1,
        wrong=0,
        history=("I keep thinking of Lisbon.", "A lovely city!"),
    ),
    "statement": Story(
        "what somebody states is found by what people ask for it with",
        (_KITCHEN, _ALLERGIC),
        "What must I not cook?",
        _ALLERGIC,
        _KITCHEN,
        understood=True,
    ),
    "usefulness": Story(
        "what proved useful before comes first",
        (_FIRST_PLUMBER, _SECOND_PLUMBER),
        "Who knows the trade of a plumber?",
        _FIRST_PLUMBER,
        _SECOND_PLUMBER,
        understood=True,
        useful=_FIRST_PLUMBER,
    ),
}
