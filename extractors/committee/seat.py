"""A member of a list while its rows are read, and where it stands once they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.committee.columns import CellRow
from extractors.committee.roles import is_unfinished
from extractors.record import Member
from extractors.text import table
from extractors.text.passage import Evidence
from pipeline.layout import join_wrapped

# คณะกรรมการอำนวยการ | ฝ่ายสถานที่
HEADING = re.compile(rf"(?:{'|'.join(table.column('bodies', 'word'))}|ฝ่าย|กลุ่ม|ชุดที่)")


@dataclass
class Draft:
    """A member while its rows are read. `columns` hold the cells left of the duty; `headed`: its
    duty stands in a heading above."""

    order: int | None
    columns: list[list[Evidence]]
    role: list[Evidence]
    rows: list[CellRow] = field(default_factory=list)
    headed: bool = False

    @property
    def role_text(self) -> str:
        return join_wrapped([cell.text for cell in self.role])

    @property
    def led(self) -> bool:
        """Whether the duty stands left of who bears it, and is no rest of his line below it."""
        if not (self.role and self.columns):
            return False
        role, who = self.role[0], self.columns[0][0]
        below = (role.page, role.box.top) >= (who.page, who.box.bottom)
        return role.box.right <= who.box.left and not below

    @property
    def heads_a_list(self) -> bool:
        """Whether it is no member but names a list: ๑. คณะกรรมการบริหารหลักสูตร…"""
        return not self.role and bool(self.columns and HEADING.match(self.columns[0][0].text))

    @property
    def open_role(self) -> bool:
        return not self.role or is_unfinished(self.role_text)


@dataclass(frozen=True, slots=True)
class Text:
    """A row that is no member."""

    row: CellRow


@dataclass(frozen=True, slots=True)
class Last:
    """The last cell of a member without a duty: it may be one. `name` and `position` without it."""

    text: str
    left: float
    name: str | None
    position: str | None


@dataclass(frozen=True, slots=True)
class Seat:
    """A member and where it stands: `top` and `bottom` of who it is, `duty_at` the height of its
    duty, pages counted in. One without a duty may be no member at all, or share another's."""

    member: Member
    columns: int
    rows: tuple[CellRow, ...]
    top: float
    bottom: float
    duty_at: float | None
    duty_left: float | None = None
    last: Last | None = None

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2
