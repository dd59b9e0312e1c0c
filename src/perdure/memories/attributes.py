"""The attributes that a profile knows, and whether one value replaces another or stands beside it."""

from typing import Final

__all__ = ["MULTIPLE", "SINGLE", "asked_with", "is_single"]

SINGLE: Final = frozenset(
    """name nickname age birthday pronouns employer occupation home origin relationship partner phone email timezone language school
    studies account diet car religion income budget""".split()
)
"""One value at a time: a new one replaces the former. So do `favourite ...` (favourite color) and `setting ...` (setting theme)."""
MULTIPLE: Final = frozenset(
    "allergy pet child sibling parent friend hobby likes dislikes skill speaks medication condition owns goal membership".split()
)
"""Any number of values beside each other: a new one is added, and each ends only when it is retracted."""
_SINGLE_FAMILIES: Final = ("favourite ", "setting ")


def is_single(attribute: str) -> bool:
    """Whether an attribute has one value at a time; unknown ones have many, because adding loses nothing."""
    return attribute in SINGLE or attribute.startswith(_SINGLE_FAMILIES)


_FOOD: Final = "food eat eating meal cook cooking recipe dish restaurant dinner lunch breakfast snack menu order avoid"
_FAMILY: Final = "family relatives"
_ASKED_WITH: Final = {
    "name": "name called",
    "nickname": "nickname name call called",
    "age": "age old",
    "birthday": "birthday born birth date age",
    "employer": "employer work working job company office",
    "occupation": "occupation work job profession career living role",
    "home": "home live living house city town address located based move",
    "origin": "origin home country hometown grew born roots",
    "relationship": "relationship status married single partner dating",
    "partner": f"partner wife husband spouse girlfriend boyfriend relationship name {_FAMILY}",
    "phone": "phone number call contact reach",
    "email": "email mail address contact reach",
    "timezone": "timezone time zone",
    "language": "language speak answer write",
    "school": "school university college study education",
    "studies": "study studies degree major subject education field",
    "account": "account user username handle plan login",
    "diet": f"diet vegetarian vegan {_FOOD}",
    "car": "car drive vehicle",
    "religion": "religion faith church believe",
    "income": "income salary earn money",
    "budget": "budget spend cost price afford money",
    "allergy": f"allergy allergic intolerance health {_FOOD}",
    "pet": "pet animal name",
    "child": f"child children kid son daughter name {_FAMILY}",
    "sibling": f"sibling brother sister name {_FAMILY}",
    "parent": f"parent mother father mom dad name {_FAMILY}",
    "friend": "friend name",
    "hobby": "hobby hobbies interest activity weekend fun enjoy free time",
    "likes": "like love enjoy taste",
    "dislikes": "dislike hate avoid like",
    "skill": "skill good know able",
    "speaks": "language speak fluent",
    "medication": "medication medicine drug pill take health prescription",
    "condition": "condition health illness disease medical diagnosed",
    "owns": "own have possess",
    "goal": "goal plan dream aim ambition",
    "membership": "member membership club group subscription",
}


def asked_with(attribute: str) -> str:
    """Words that people ask for an attribute with, and that its statements often lack: "I'm Kim's mum" for "any children?"."""
    family, _, thing = attribute.partition(" ")
    if thing and f"{family} " in _SINGLE_FAMILIES:
        return f"{thing} favourite favorite like" if family == "favourite" else f"{thing} setting mode prefer"
    return _ASKED_WITH.get(attribute, "")
