"""Whose data: the first argument of every storage call."""

from dataclasses import dataclass

from perdure.model.checks import valid_name

__all__ = ["Scope"]


@dataclass(frozen=True, slots=True)
class Scope:
    """One user of one tenant. A type without a default, so that no call can forget it."""

    tenant: str
    user: str

    def __post_init__(self) -> None:
        valid_name(self.tenant, "tenant")
        valid_name(self.user, "user")
