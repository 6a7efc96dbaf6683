"""The parts of a record that a person may correct, and what may be typed into them.

`PARTS` tells of every field which parts it has; a path names one value ('citations.0', 'subject')
or one part of it ('citations.0.number').
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, get_args

from extractors.dates import parse_date
from extractors.number import parse_typed_number
from extractors.record import Action, Frequency, Kind, MemberRole, Record, Secrecy, Urgency
from pipeline.errors import BadOption
from pipeline.thai_digits import arabic

Json = dict[str, Any]

PLAIN = ("kind", "circular", "template", "urgency", "secrecy")  # no ink of their own
SINGLE = ("number", "date", "issuer", "subject")  # a Field each
LISTED = ("recipients", "citations", "enclosures", "receipts", "members", "obligations")
COMMITTEE = "committee"  # a part of a member that is added: to which committee, from 1
AS_PRINTED = "text"  # a part of what is added: the words of the paper

PARTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys((*PLAIN, *SINGLE, "recipients"), ("value",)),
    "citations": ("kind", "issuer", "number", "date"),
    "enclosures": ("title", "quantity"),
    "signatory": ("name", "position", "acting_for"),
    "receipts": ("office", "number", "date", "time"),
    "members": ("name", "position", "role", "role_text"),
    "obligations": ("clause", "action", "deliver_to", "frequency", "due_day", "first_due", "text"),
    "report": ("title", "reporting_unit", "as_of"),
}
CHOICES: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("kind", "value"): get_args(Kind),
    ("citations", "kind"): get_args(Kind),
    ("circular", "value"): ("yes", "no"),
    ("template", "value"): ("yes", "no"),
    ("urgency", "value"): get_args(Urgency),
    ("secrecy", "value"): get_args(Secrecy),
    ("members", "role"): get_args(MemberRole),
    ("obligations", "action"): get_args(Action),
    ("obligations", "frequency"): get_args(Frequency),
}
_NEVER_EMPTY = {
    *((name, "value") for name in ("kind", "circular", "template")),
    *(("members", "role"), ("obligations", "action"), ("obligations", "text")),
    ("enclosures", "title"),
}
_NAMES = {
    ("members", "role"): "หน้าที่ของกรรมการ",
    ("obligations", "action"): "สิ่งที่ให้ทำ",
    ("obligations", "text"): "ข้อความตามที่พิมพ์",
    ("enclosures", "title"): "ชื่อสิ่งที่ส่งมาด้วย",
}
_LONGEST = 2000  # characters


def parts_of(record: Record, field: str, place: int | None = None) -> Json | None:
    """What the record says of a field: its parts as in the JSON; None if it has no such value."""
    if field in PLAIN:
        return {"value": getattr(record, field)}
    if field in LISTED:
        values = values_of(record, field)
        found = values[place] if place is not None and 0 <= place < len(values) else None
    else:
        found = getattr(record, field)
    return None if found is None else {part: getattr(found, part) for part in PARTS[field]}


def values_of(record: Record, field: str) -> list[Any]:
    """The values of a list, in order."""
    return members(record) if field == "members" else list(getattr(record, field))


def members(record: Record) -> list[Any]:
    """The members of all committees, in order."""
    return [member for committee in record.committees for member in committee.members]


def take_apart(path: str) -> tuple[str, int | None, str | None]:
    """A path as field, place in its list and part. Raises BadOption.

    >>> take_apart("citations.1.number"), take_apart("subject"), take_apart("recipients.0")
    (('citations', 1, 'number'), ('subject', None, None), ('recipients', 0, None))
    """
    field, *rest = path.split(".")
    place = None
    if field in LISTED and rest and rest[0].isascii() and rest[0].isdecimal() and len(rest[0]) < 6:
        place = int(rest.pop(0))
    part = rest.pop(0) if rest else None
    if field not in PARTS or rest or (part is not None and part not in PARTS[field]):
        names = ", ".join(f"{name}.0" if name in LISTED else name for name in PARTS)
        raise BadOption(
            f"“{path[:80]}” is no field that can be corrected; these are: {names}; a part is "
            "named behind it: citations.0.number."
        )
    return field, place, part


def plain(text: str) -> str:
    """What a person typed without what no database takes, in NFC and on one line."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\0", " ")).split())


def typed(field: str, part: str, text: str) -> Any:
    """What a person typed, as the record keeps it; None for nothing. Raises BadOption.

    >>> typed("date", "value", "๑๕ ก.พ. ๖๔"), typed("number", "value", "มท๐๘๑๐.๗/ว๒๕๖๓")
    ('2021-02-15', 'มท 0810.7/ว 2563')
    """
    text = plain(text)
    if len(text) > _LONGEST:
        raise BadOption(f"ยาวเกินไป · More than {_LONGEST} characters is no value of {field}.")
    if not text:
        if (field, part) in _NEVER_EMPTY:
            named = _NAMES.get((field, part), "ช่องนี้")
            raise BadOption(f"{named}ต้องไม่ว่าง · {part} of {field} must not be left empty.")
        return None
    if (field, part) in CHOICES:
        return _chosen(field, part, text)
    return _READERS.get(part if part != "value" else field, _plain)(text)


def _chosen(field: str, part: str, text: str) -> Any:
    choices = CHOICES[field, part]
    if text not in choices:
        raise BadOption(
            f"“{text}” is no {part if part != 'value' else field}: {', '.join(choices)}."
        )
    return text == "yes" if choices == ("yes", "no") else text


def _plain(text: str) -> str:
    return arabic(text)


def _day(text: str) -> str:
    plain = arabic(text)
    if re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", plain):
        try:
            date.fromisoformat(plain if len(plain) == 10 else f"{plain}-01")
        except ValueError:
            raise BadOption(f"ไม่มีวันที่ {text} · There is no day {text}.") from None
        return plain
    found = parse_date(text)
    if found is None:
        raise BadOption(
            f"“{text}” ไม่ใช่วันที่ เขียนเช่น 15 ก.พ. 2564 · Not a date; write 15 ก.พ. 2564 or 2021-02-15."
        )
    return found


def _number(text: str) -> str:
    parsed = parse_typed_number(text)
    return parsed.value if parsed else arabic(text)


def _time(text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})[.:](\d{2})(?: ?น\.?)?", arabic(text))
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise BadOption(f"“{text}” ไม่ใช่เวลา เขียนเช่น 09:30 · Not a time; write 09:30.")
    return f"{int(found[1]):02}:{found[2]}"


def _day_of_month(text: str) -> int:
    plain = arabic(text)
    if not plain.isascii() or not plain.isdecimal() or not 1 <= int(plain[:3]) <= 31:
        raise BadOption(f"“{text}” ไม่ใช่วันที่ของเดือน · Not a day of a month; write 1 to 31.")
    return int(plain)


def _place(text: str) -> int:
    plain = arabic(text)
    if not plain.isascii() or not plain.isdecimal() or not 1 <= int(plain[:4]) <= 999:
        raise BadOption(
            f"“{text}” ไม่ใช่ลำดับของคณะกรรมการ · Not the number of a committee; write 1, 2, …"
        )
    return int(plain)


_READERS: Mapping[str, Callable[[str], Any]] = {
    "number": _number,
    "date": _day,
    "as_of": _day,
    "first_due": _day,
    "time": _time,
    "due_day": _day_of_month,
    COMMITTEE: _place,
    AS_PRINTED: str,
}
