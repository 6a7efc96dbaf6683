"""A letter that reminds of reports that have not come: a draft for an officer to finish.

Its form is that of the external letter (หนังสือภายนอก, regulation on correspondence B.E. 2526,
clause 11). Number, day, emblem, signature and telephone are left to the office.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.addressees import HEADS
from index.official import cite, full_date
from pipeline.refusals import refused
from saraban.exports import word
from saraban.words import thai_period

Json = dict[str, Any]

_MOST_NAMED = 3  # units named in the letter itself; more stand in a list
_BLANK = "." * 30


def write_reminder(path: Path, owed: Sequence[Json]) -> int:
    """Write one letter to all units that owe a report to one directive (lines of `due`, at least
    one); how many units it names. Raises FileRefused (`output_exists`), OSError."""
    if path.exists():  # an officer may have finished it
        raise refused("output_exists", path=path)
    directive = owed[0]["directive"]
    units = list(dict.fromkeys(line["unit"] for line in owed))
    listed = len(units) > _MOST_NAMED
    issuer = directive["issuer"] or _BLANK
    subject = directive["subject"] or "การรายงานผลการดำเนินงาน"
    page = word.new_page()
    word.line(page, f"ที่ {'.' * 12}/{'.' * 12}\t\t\t\t{issuer}")
    word.line(page)
    word.line(page, "." * 8 + " (วัน เดือน ปี) " + "." * 8, from_middle=True)
    word.line(page)
    word.line(page, f"เรื่อง\tขอให้เร่งรัดการรายงาน {subject}", hanging=1.6)
    recipients = "(ตามบัญชีแนบท้าย)" if listed else ", ".join(head_of(unit) for unit in units)
    word.line(page, f"เรียน\t{recipients}", hanging=1.6)
    word.line(page, f"อ้างถึง\t{cite(directive)}", hanging=1.6)
    if listed:
        word.line(page, "สิ่งที่ส่งมาด้วย\tบัญชีหน่วยงานที่ยังไม่รายงาน\tจำนวน ๑ ฉบับ", hanging=3)
    word.line(page)
    word.line(page, _asked(owed, issuer, listed, units), indent=2.5)
    word.line(
        page,
        f"ขณะนี้พ้นกำหนดแล้ว {issuer}ยังไม่ได้รับรายงาน{_periods(owed)}ดังกล่าว "
        "จึงขอให้เร่งรัดจัดส่งรายงานโดยด่วน หากได้จัดส่งแล้ว ขออภัยมา ณ โอกาสนี้",
        indent=2.5,
    )
    word.line(page, "จึงเรียนมาเพื่อพิจารณาดำเนินการ", indent=2.5)
    word.line(page)
    for text in ("ขอแสดงความนับถือ", "", "", f"({_BLANK})", f"ตำแหน่ง {_BLANK}"):
        word.line(page, text, from_middle=True)
    for text in ("", f"(ส่วนราชการเจ้าของเรื่อง) {_BLANK}", f"โทร. {_BLANK}"):
        word.line(page, text)
    if listed:
        word.new_sheet(page)
        word.line(page, "บัญชีหน่วยงานที่ยังไม่รายงาน", bold=True, centred=True)
        word.line(page, cite(directive), centred=True)
        rows = [("ที่", "หน่วยงาน", "งวด", "กำหนดส่ง")]
        for number, line in enumerate(owed, 1):
            row = (str(number), line["unit"], thai_period(line["period"]), full_date(line["due"]))
            rows.append(row)
        word.ruled(page, rows, (1.2, 7.0, 4.0, 4.0))
    page.save(str(path))
    return len(units)


def head_of(unit: str) -> str:
    """Whom one writes to in a unit; the unit itself where the law names no head.

    >>> head_of("จังหวัดเลย"), head_of("อำเภอปัว"), head_of("กองคลัง")
    ('ผู้ว่าราชการจังหวัดเลย', 'นายอำเภอปัว', 'กองคลัง')
    """
    named = [(head, kind) for head, kind in HEADS if kind and unit.startswith(kind)]
    if not named:
        return unit
    head, kind = max(named, key=lambda pair: len(pair[1]))
    return head + unit.removeprefix(kind)


def _asked(owed: Sequence[Json], issuer: str, listed: bool, units: Sequence[str]) -> str:
    days = list(dict.fromkeys(full_date(line["due"]) for line in owed))
    clause = f" ข้อ {owed[0]['clause']}" if owed[0]["clause"] else ""
    who = "หน่วยงานตามบัญชีแนบท้าย" if listed else " ".join(units)
    return (
        f"ตามหนังสือที่อ้างถึง{clause} {issuer}ขอให้{who}รายงานผลการดำเนินงาน "
        f"ภายในวันที่ {' และ '.join(days)} นั้น"
    )


def _periods(owed: Sequence[Json]) -> str:
    named = list(dict.fromkeys(thai_period(line["period"]) for line in owed if line["period"]))
    return f" {' และ '.join(named)} " if named else ""
