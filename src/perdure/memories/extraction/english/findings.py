"""How a rule of English makes a finding of a span."""

from perdure.memories.extraction.english.segments import Segment
from perdure.memories.extraction.english.spans import Span
from perdure.memories.extraction.found import Found, kind_and_reason
from perdure.model.memory import Kind

__all__ = ["Item", "found"]

Item = tuple[list[Found], int]
"""What one item of a predicate says, and where it ends."""


def found(
    attribute: str | None,
    segment: Segment,
    span: Span | None,
    confidence: float = 0.9,
    *,
    retracts: bool | None = None,
    kind: Kind | None = None,
    subject: str | None = None,
) -> Found:
    """A finding at a span of the clause; retracted where the predication says that it holds no longer."""
    ends = segment.no_longer or segment.used_to if retracts is None else retracts
    by_attribute, reason = kind_and_reason(attribute, retracts=ends)
    value = segment.said[span[0] : span[1]] if span else None
    begin, end = span or (segment.begin, segment.end)
    return Found(
        attribute,
        value,
        kind or by_attribute,
        reason,
        begin,
        end,
        subject=subject,
        retracts=ends,
        confidence=confidence * (0.75 if segment.hedged else 1),
        past=segment.past,
    )
