"""Checking turns before they are stored, one by one or by the thousand."""

from perdure.errors import InvalidOption
from perdure.model.checks import aware, valid_metadata, valid_name, valid_text
from perdure.model.limits import Limits
from perdure.model.turn import NewTurn, Role

__all__ = ["checked_turn"]


def checked_turn(new: NewTurn, limits: Limits) -> NewTurn:
    """The turn as it will be stored.

    Raises:
        InvalidInput: nothing was written.
    """
    try:
        role = Role(new.role)
    except ValueError:
        raise InvalidOption(f"{new.role!r} is not a role; roles are {', '.join(Role)}. Nothing was written.") from None
    return NewTurn(
        valid_name(new.session_id, "session"),
        role,
        valid_text(new.text, limits.turn_bytes),
        aware(new.at),
        None if new.speaker is None else valid_name(new.speaker, "speaker"),
        valid_metadata(new.metadata),
        None if new.key is None else valid_name(new.key, "key"),
    )
