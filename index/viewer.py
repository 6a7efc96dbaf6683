"""Who looks at the archive, and what they may do there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Role = Literal["clerk", "officer", "auditor", "admin"]

ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person at the desk. `cleared`: may see secret documents (stamped ลับ or above).

    The clerk changes what the archive says, the officer and the auditor only read, the admin may
    do all and keeps the accounts.
    """

    name: str
    role: Role
    cleared: bool

    @property
    def may_change(self) -> bool:
        return self.role in ("clerk", "admin")


LOCAL = Viewer("local", "admin", cleared=True)
"""The one person on a machine that shows its archive to itself only: nobody has an account."""
