"""The received register as the regulation has it: form 13 of the regulation on correspondence."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.dates import parse_date
from index.official import thai_date
from index.received import Received
from pipeline.errors import BadOption
from pipeline.thai_digits import arabic
from saraban.fields import joined, to_check

COLUMNS = ("เลขทะเบียนรับ", "ที่", "ลงวันที่", "จาก", "ถึง", "เรื่อง", "การปฏิบัติ", "หมายเหตุ")
_NAMED = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
_BUDDHIST = 543
_ASKED = ("report", "reply", "attend")  # what an office has to do by a day


@dataclass(frozen=True, slots=True)
class Span:
    """A day or a month of the register, both ends included; `name` as it stands in an address:
    2564-04 or 2564-04-22, in the Buddhist Era."""

    first: date
    last: date
    name: str

    @property
    def is_month(self) -> bool:
        return len(self.name) == len("2564-04")

    @property
    def title(self) -> str:
        iso = self.first.isoformat()
        return thai_date(iso[:7] if self.is_month else iso)

    @property
    def before(self) -> str:
        return self._beside(self.first - timedelta(days=1))

    @property
    def after(self) -> str:
        return self._beside(self.last + timedelta(days=1))

    def _beside(self, day: date) -> str:
        name = f"{day.year + _BUDDHIST}-{day:%m-%d}"
        return name[:7] if self.is_month else name


def span_of(typed: str, today: date) -> Span:
    """The day or month that an address names or a person types, this month if none. Raises
    BadOption.

    >>> span_of("๒๕๖๔-๐๒", date(2021, 1, 1)).last, span_of("", date(2021, 2, 3)).name
    (datetime.date(2021, 2, 28), '2564-02')
    >>> span_of("22 เม.ย. 64", date(2021, 1, 1)).name, span_of("เม.ย. 2564", date(2021, 1, 1)).name
    ('2564-04-22', '2564-04')
    """
    text = arabic(typed.strip()) or f"{today.year + _BUDDHIST}-{today:%m}"
    if not _NAMED.fullmatch(text) and (found_date := parse_date(text)):
        text = f"{int(found_date[:4]) + _BUDDHIST}{found_date[4:]}"
    found = _NAMED.fullmatch(text)
    try:
        if found is None:
            raise ValueError
        year, month = int(found[1]) - _BUDDHIST, int(found[2])
        days = calendar.monthrange(year, month)[1]
        first = date(year, month, int(found[3] or 1))
        return Span(first, first if found[3] else date(year, month, days), text)
    except ValueError:
        raise BadOption(
            f"“{typed[:20]}” ไม่ใช่เดือนหรือวัน เขียนเช่น เม.ย. 2564 หรือ 22 เม.ย. 2564 · Not a month or "
            "day; write 2564-04 or 2564-04-22."
        ) from None


def lines(received: Sequence[Received]) -> Iterator[tuple[str, ...]]:
    """The columns of each letter, in the order of the form."""
    for one in received:
        if one.document is None:
            why = "รวมกับฉบับอื่น" if one.joined else "ตัดหน้าออกทั้งหมด"
            yield (str(one.number), *[""] * 6, f"ยกเลิกเลขนี้ เพราะ{why}")
            continue
        record = one.document.record
        yield (
            str(one.number),
            one.document.number or "",
            thai_date(one.document.date),
            one.document.issuer or "",
            ", ".join(field.value for field in record.recipients),
            one.document.subject or "",
            "; ".join(_asked(one)),
            "; ".join(_remarks(one)),
        )


def _asked(one: Received) -> Iterator[str]:
    """What the office wrote of what it did, and what the letter asks for by a day."""
    assert one.document is not None
    if one.handled:
        yield one.handled.text
    for duty in one.document.record.obligations:
        if duty.action in _ASKED and duty.first_due:
            what = {"report": "รายงาน", "reply": "ตอบ", "attend": "เข้าร่วม"}[duty.action]
            yield joined(
                what, "ภายใน" if duty.action != "attend" else "", thai_date(duty.first_due)
            )


def _remarks(one: Received) -> Iterator[str]:
    assert one.document is not None
    record = one.document.record
    yield from (said for said in (record.urgency, record.secrecy) if said)
    for copy in one.copies:
        number = copy.received and f"เลขรับ {copy.received[1]}/{copy.received[0]}"
        yield f"อาจเป็นเรื่องเดียวกับ{number or 'ในแฟ้ม ' + copy.document.source_name}"
    if one.attached:
        yield f"พร้อมเอกสาร {len(one.attached)} รายการ"
    for stamp in record.receipts:
        if stamp.number:
            yield joined("ตรารับ", stamp.office, "เลขรับ", stamp.number)
    in_doubt = to_check(record)
    if in_doubt:
        yield f"ควรตรวจ: {', '.join(in_doubt)}"
    corrected = [said for said in record.persons if not said.accepted]
    if corrected:
        yield f"แก้โดย {', '.join(dict.fromkeys(said.by for said in corrected))}"
