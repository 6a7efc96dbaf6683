"""What is due, for a spreadsheet or a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from index.days_off import day_off
from saraban.exports.sheet import Value, write_csv, write_xlsx
from saraban.words import DUE, RECEIVED_BY, thai_period

Json = dict[str, Any]

COLUMNS = (
    *("สถานะ", "หน่วยงาน", "งวด", "กำหนดส่ง", "ตรงกับวันหยุด", "ได้รับเมื่อ", "วันที่ได้รับนับจาก"),
    *("สั่งโดย", "ลงวันที่", "ข้อ", "เรื่อง", "รายงาน (รหัส)", "หมายเหตุ"),
)


def export_due(path: Path, lines: Sequence[Json]) -> int:
    """Write what is due (lines of `answers.due_lines`) in the format that the file's name tells;
    how many entries. A calendar holds only what is still to come. Raises OSError."""
    if path.suffix == ".ics":
        return _write_calendar(path, lines)
    if path.suffix == ".csv":
        return write_csv(path, COLUMNS, _rows(lines))
    return write_xlsx(path, "รายงานตามกำหนด", COLUMNS, _rows(lines))


def _rows(lines: Iterable[Json]) -> Iterator[Sequence[Value]]:
    for line in lines:
        directive, report = line["directive"], line["report"]
        due = date.fromisoformat(line["due"])
        yield (
            DUE[line["status"]],
            line["unit"],
            thai_period(line["period"]),
            due,
            day_off(due),
            date.fromisoformat(line["received_on"]) if line["received_on"] else None,
            RECEIVED_BY[line["received_by"]] if line["received_by"] else None,
            directive["number"],
            _day(directive["date"]),
            line["clause"],
            directive["subject"],
            report["id"] if report else None,
            "ยังไม่มีผู้เทียบข้อนี้กับเอกสาร" if line["doubtful"] else None,
        )


def _day(iso: str | None) -> Value:
    """A date; as text where its day is blank."""
    return date.fromisoformat(iso) if iso and len(iso) == 10 else iso


def _write_calendar(path: Path, lines: Sequence[Json]) -> int:
    """One event of a whole day for each demand and due day, with the units that still owe it.

    RFC 5545. The same deadline has the same UID in every export, so that a calendar updates it.
    """
    events: dict[tuple[str, str | None, str], list[Json]] = {}
    for line in lines:
        if line["status"] == "not_yet_due":
            key = (line["directive"]["id"], line["clause"], line["due"])
            events.setdefault(key, []).append(line)
    calendar = Calendar()
    calendar.add("prodid", "-//saraban//due//TH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "กำหนดส่งรายงาน")
    for key, owed in events.items():
        calendar.add_component(_event(key, owed))
    path.write_bytes(calendar.to_ical())
    return len(events)


def _event(key: tuple[str, str | None, str], owed: Sequence[Json]) -> Event:
    directive, day = owed[0]["directive"], date.fromisoformat(key[2])
    clause = f" ข้อ {key[1]}" if key[1] else ""
    named = directive["number"] or directive["subject"] or directive["id"]
    event = Event()
    event.add("uid", f"{uuid5(NAMESPACE_URL, '/'.join(map(str, key)))}@saraban")
    event.add("dtstamp", datetime.fromisoformat(f"{key[2]}T00:00:00+00:00"))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", f"กำหนดส่งรายงาน {named}{clause} {thai_period(owed[0]['period'])}".strip())
    closed = day_off(day)
    said = [
        directive["subject"] or "",
        f"ตรงกับ{closed}" if closed else "",
        f"ค้าง {len(owed)} หน่วยงาน: " + ", ".join(line["unit"] for line in owed),
    ]
    event.add("description", "\n".join(part for part in said if part))
    event.add("transp", "TRANSPARENT")
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", f"อีก 7 วันถึงกำหนดส่งรายงาน {named}{clause}")
    reminder.add("trigger", timedelta(days=-7))
    event.add_component(reminder)
    return event
