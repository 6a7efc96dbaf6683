"""The digest of a day: what falls due, what has become late, what is missing, by directive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flows.archive import Archive
from index.days_off import day_off
from index.due import DueItem, due
from index.official import cite, full_date, thai_period
from index.units import read_groups

AHEAD = timedelta(days=7)  # how long before its day a report is announced
_MOST_NAMED = 20  # units named in a line; more are counted


@dataclass(frozen=True, slots=True)
class Digest:
    """What a day brings. `late`: due the day before and not come; `missing`: due earlier."""

    day: date
    due_today: tuple[DueItem, ...]
    due_soon: tuple[DueItem, ...]
    late: tuple[DueItem, ...]
    missing: tuple[DueItem, ...]

    @property
    def title(self) -> str:
        return (
            f"สารบรรณ {full_date(self.day.isoformat())}: ครบกำหนดวันนี้ {len(self.due_today)} "
            f"เพิ่งเลยกำหนด {len(self.late)} ค้างส่ง {len(self.missing)}"
        )

    @property
    def text(self) -> str:
        """The digest in Thai, as plain text."""
        closed = day_off(self.day)
        parts = [self.title + (f" ({closed})" if closed else "")]
        for heading, items in (
            ("ครบกำหนดวันนี้", self.due_today),
            (f"จะครบกำหนดใน {AHEAD.days} วัน", self.due_soon),
            ("เลยกำหนดตั้งแต่วันนี้", self.late),
            ("ค้างส่งอยู่", self.missing),
        ):
            if items:
                parts.append("\n".join([f"{heading} ({len(items)})", *_lines(items)]))
        if len(parts) == 1:
            parts.append("ไม่มีรายงานที่ครบกำหนดหรือค้างส่ง")
        return "\n\n".join(parts) + "\n"


def make_digest(archive: Archive, day: date) -> Digest:
    """The digest of a day, as the archive stands. Raises UnitsRefused."""
    items = due(archive.catalogue, day, groups=read_groups(archive.home.units))
    owed = [(date.fromisoformat(item.due), item) for item in items]
    coming = [(on, item) for on, item in owed if item.status == "not_yet_due"]
    behind = [(on, item) for on, item in owed if item.status == "missing"]
    yesterday = day - timedelta(days=1)
    return Digest(
        day,
        due_today=tuple(item for on, item in coming if on == day),
        due_soon=tuple(item for on, item in coming if day < on <= day + AHEAD),
        late=tuple(item for on, item in behind if on == yesterday),
        missing=tuple(item for on, item in behind if on < yesterday),
    )


def _lines(items: Iterable[DueItem]) -> Sequence[str]:
    """One line for each demand and due day, with the units that owe it."""
    groups: dict[tuple[str, str | None, str, str], list[DueItem]] = {}
    for item in items:
        period = thai_period(item.period.model_dump() if item.period else None)
        groups.setdefault((item.directive.id, item.clause, period, item.due), []).append(item)
    found = []
    for (_, clause, period, on), some in groups.items():
        closed = day_off(date.fromisoformat(on))
        named = [
            cite(some[0].directive.model_dump(mode="json")),
            f"ข้อ {clause}" if clause else "",
            period,
            f"กำหนด {full_date(on)}" + (f" ({closed})" if closed else ""),
        ]
        units = ", ".join(item.unit for item in some[:_MOST_NAMED])
        more = f" และอีก {len(some) - _MOST_NAMED} หน่วยงาน" if len(some) > _MOST_NAMED else ""
        found.append(f"- {' '.join(part for part in named if part)}\n  {units}{more}")
    return found
