"""Moments are kept as UTC microseconds with the zone they were said in, and come back in that zone."""

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["FOREVER", "from_micros", "to_micros", "zone_name"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
FOREVER = (1 << 63) - 1
"""End of a validity that has not ended."""


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 UTC of an aware datetime."""
    return (moment - _EPOCH) // _MICROSECOND


def zone_name(moment: datetime) -> str:
    """The zone's IANA key, or its offset such as `+02:00`."""
    key = getattr(moment.tzinfo, "key", None)
    if isinstance(key, str):
        return key
    offset = moment.utcoffset()
    if not offset:
        return "UTC"
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    if name[0] in "+-":
        hours, minutes = name[1:].split(":")
        offset = timedelta(hours=int(hours), minutes=int(minutes))
        return timezone(-offset if name[0] == "-" else offset)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        # The store came from a machine with a newer zone table: the moment is right, only its clock face is UTC.
        return UTC


def from_micros(micros: int, zone: str = "UTC") -> datetime:
    """The aware datetime of stored microseconds, in the zone it was said in."""
    moment = _EPOCH + timedelta(microseconds=micros)
    return moment if zone == "UTC" else moment.astimezone(_zone(zone))
