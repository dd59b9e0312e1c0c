"""The conversation that `perdure demo` plays. Written for this purpose; nobody in it exists."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

__all__ = ["SESSIONS", "DemoSession"]


@dataclass(frozen=True, slots=True)
class DemoSession:
    """One session: how long after the one before, what is said, what is asked of memory afterwards."""

    after: timedelta
    title: str
    said: tuple[tuple[str, str], ...]
    question: str


SESSIONS: Final = (
    DemoSession(
        timedelta(0),
        "Monday morning. Nora talks to her assistant for the first time.",
        (
            ("user", "Hi! I'm Nora. I'm opening a small bakery in Ghent in June, and my head is full."),
            ("assistant", "Congratulations, Nora! Shall we put the open points in order? What worries you most?"),
            ("user", "The oven. The three-phase one needs 400 volts, and the electrician can only come on 14 April."),
            ("assistant", "Then the oven should arrive after 14 April. I would ask the supplier for delivery in the week of the 20th."),
            ("user", "Good idea. My budget for the oven is 9,500 euros, delivery included."),
            ("user", "And please remember that Pieter, my brother, is allergic to sesame. No sesame anywhere in the shop."),
            ("assistant", "Noted: no sesame in the shop, because of Pieter."),
            ("user", "I still have to order the flour by 1 May. That one is important."),
        ),
        "Who cannot eat sesame?",
    ),
    DemoSession(
        timedelta(hours=4),
        "The same day, four hours later, on the phone.",
        (
            ("user", "Back again. I spoke to the supplier: the oven costs 9,200 euros and comes on 22 April."),
            ("assistant", "That is 300 below your budget, and after the electrician's visit. Shall I note the date?"),
            ("user", "Yes. For the opening I'd like rye bread, cardamom buns and one cake without gluten."),
            ("assistant", "For the gluten-free cake I would suggest an almond and orange cake: few ingredients, and it keeps for days."),
        ),
        "How much does the oven cost?",
    ),
    DemoSession(
        timedelta(days=38),
        "Five weeks later, on another device.",
        (("user", "Hello! The oven is in and it works."),),
        "What cake did you suggest for the opening?",
    ),
)
