"""Small worlds in which everything that could be claimed is known to be true or false: no false claim passes, and the true ones do."""

import random
from collections.abc import Iterator
from itertools import product

import pytest

from perdure.reflection.evidence import Claim, Supported, check_statement
from perdure.reflection.summaries import Said, check_text

PEOPLE = {"user": ("I", "The user"), "Anna": ("Anna", "Anna"), "user's sister": ("My sister", "The user's sister")}
OBJECTS = ("jazz", "Rome", "3 cats", "hiking in the Alps")
Fact = tuple[str, str, str, bool]
"""Who, "love" or "hate", what, and whether it is denied."""
FACTS: list[Fact] = list(product(PEOPLE, ("love", "hate"), OBJECTS, (False, True)))
JOINTS = (", and ", " and ", ", ", ". ", " but ")


def sentence(name: str, fact: Fact) -> str:
    _, verb, what, denied = fact
    if name == "I":
        return f"I {'do not ' if denied else ''}{verb} {what}"
    return f"{name} doesn't {verb} {what}" if denied else f"{name} {verb}s {what}"


def worlds(count: int) -> Iterator[tuple[list[Fact], list[str], str]]:
    """Three facts, how each is said, and the turn that says all of them."""
    chance = random.Random(7)
    for _ in range(count):
        facts = chance.sample(FACTS, 3)
        joint = chance.choice(JOINTS)
        said = [sentence(PEOPLE[fact[0]][0], fact) for fact in facts]
        if joint != ". ":
            said = [said[0], *(text.replace("My", "my") for text in said[1:])]
        yield facts, said, joint.join(said)


@pytest.mark.parametrize("apart", [True, False], ids=["said apart", "said in one turn"])
def test_no_false_summary_passes_and_every_true_one_does(apart: bool) -> None:
    for facts, said, turn in worlds(40):
        sources = [Said(text) for text in said] if apart else [Said(turn)]
        passed = {fact for fact in FACTS if check_text(sentence(PEOPLE[fact[0]][1], fact) + ".", sources) is None}

        assert passed == set(facts), turn


def test_no_false_statement_passes_whichever_words_are_quoted_and_every_true_one_does() -> None:
    for facts, said, turn in worlds(40):
        known = set(facts)
        for fact, (quoted, quote) in product(FACTS, zip(facts, said, strict=True)):
            who, verb, what, denied = fact
            claim = Claim(quote, who, "likes" if verb == "love" else "dislikes", what, negated=denied)
            passed = isinstance(check_statement(claim, turn), Supported)

            # "I don't love jazz" gives a dislike as well.
            also = verb == "hate" and not denied and (who, "love", what, True) in known
            assert not passed or fact in known or also, (claim, turn)
            assert passed or fact != quoted, (claim, turn)
