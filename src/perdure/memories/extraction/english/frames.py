"""Verb frames: what stands before a value, whose attribute the value is, and how far it goes."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

__all__ = ["EXERCISE", "INDUSTRY", "WORKPLACE", "Frame", "Frames", "frame", "table", "verb"]

WORKPLACE: Final = (
    r"(?:hospital|clinic|school|primary\s+school|high\s+school|kindergarten|nursery|university|library|museum|bank|"
    r"bakery|bookshop|bookstore|supermarket|restaurant|caf[eé]|coffee\s+shop|hotel|pharmacy|law\s+firm|"
    r"start-?up|warehouse|factory|lab|laboratory|garage|gym|call\s+cent(?:er|re)|brewery|vineyard|farm|theatre|"
    r"theater|gallery|newspaper|shop|store|salon|dental\s+practice|vet\s+practice|care\s+home|nursing\s+home|"
    r"daycare|zoo|firm|agency|company|bar|pub|kitchen|bike\s+shop|hospice|non-?profit|charity|ngo|consultancy)"
)
INDUSTRY: Final = (
    r"(?:it|marketing|finance|hr|human\s+resources|sales|tech|healthcare|education|construction|retail|insurance|"
    r"real\s+estate|hospitality|advertising|logistics|publishing|pr|consulting|accounting|banking|"
    r"public\s+relations|customer\s+(?:service|support|success)|research|software(?:\s+development)?|"
    r"cyber\s?security|data\s+science|film|fashion|agriculture|law|journalism|social\s+work|manufacturing|biotech|"
    r"pharma|"
    r"engineering|procurement|private\s+equity|venture\s+capital|admin|administration|catering|tourism|aviation|"
    r"nursing|childcare|elder\s?care|product|design|web\s+design|graphic\s+design|games|gaming|fintech|e-?commerce|"
    r"supply\s+chain|palliative\s+care|pediatrics|emergency\s+medicine|devops|qa|recruiting|recruitment|government|"
    r"politics|media|television|tv|radio|music|theatre|forestry|mining|telecoms?|architecture|legal|operations)"
)
EXERCISE: Final = (
    r"(?:run|jog|swim|climb|cycle|hike|dance|sing|paint|draw|knit|crochet|sew|bake|garden|ski|surf|skate|"
    r"skateboard|sail|row|box|lift|meditate|boulder|fish|hunt|camp|kayak|snowboard|dive|scuba\s+dive|weld|fence|"
    r"juggle|sculpt|"
    r"running|jogging|swimming|climbing|cycling|hiking|dancing|singing|painting|drawing|knitting|crocheting|sewing|"
    r"baking|gardening|skiing|surfing|skating|skateboarding|sailing|rowing|boxing|bouldering|fishing|kayaking|"
    r"snowboarding|diving|scuba\s+diving|"
    r"fencing|journaling|birdwatching|birding|woodworking|pottery|yoga|pilates|karate|judo|taekwondo|aikido|"
    r"crossfit|weightlifting|photography|calligraphy|origami|ceramics|embroidery|quilting|archery|horse\s*riding|"
    r"horseback\s+riding|parkour|meditation|"
    r"martial\s+arts|jiu[\s-]?jitsu|bjj|kickboxing|tai\s+chi|ballet|salsa|tango|improv|stand-?up|brewing|"
    r"homebrewing|foraging|stargazing|geocaching|chess|tennis|golf|beekeeping|astronomy|triathlons?|zumba|spinning|"
    r"model\s+trains|watercolou?rs?|genealogy|cosplay|larping)"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb frame: what stands before the value, whose attribute the value is, and how far the value goes.

    `past`: what it says in the past tense holds still ("I moved to Leeds"). `ends`: it says that the attribute holds no longer.
    """

    before: str
    attribute: str | None
    value: str = "noun"
    past: bool = False
    ends: bool = False
    confidence: float = 0.9
    own: bool = False


Frames = Mapping[str, tuple[Frame, ...]]
"""The frames of each form of a verb."""


def frame(
    before: str,
    attribute: str | None,
    value: str = "noun",
    *,
    past: bool = False,
    ends: bool = False,
    confidence: float = 0.9,
    own: bool = False,
) -> Frame:
    """A frame; what it says of each field, see there."""
    return Frame(before, attribute, value, past, ends, confidence, own)


def verb(forms: str, *frames: Frame) -> tuple[str, tuple[Frame, ...]]:
    """The frames of a verb, under all its forms that begin a predicate."""
    return forms, frames


def table(*verbs: tuple[str, tuple[Frame, ...]]) -> Frames:
    """The frames by form; of a form that several verbs name, in their order."""
    found: dict[str, tuple[Frame, ...]] = {}
    for forms, frames in verbs:
        for form in forms.split():
            found[form] = (*found.get(form, ()), *frames)
    return found
