"""Why a link is made, in words for a clerk, in English and in Thai.

One fact is one row of the table; a reason is one or more facts. What the facts name (a number, a
clause, a date) is filled in from the documents.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pipeline.thai_months import MONTHS

_ISO = re.compile(
    r"(?<![\d-])(?P<year>[12]\d{3})-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?(?![\d-])"
)

Fact = str | tuple[str, dict[str, str]]
"""A row of the table, with what it names filled in."""

FACTS: dict[str, tuple[str, str]] = {
    "number_and_date": (
        "number and date agree",
        "เลขที่และวันที่ตรงกัน",
    ),
    "number_date_issuer": (
        "number, date and issuer agree",
        "เลขที่ วันที่ และผู้ออกหนังสือตรงกัน",
    ),
    "order_and_issuer": (
        "the order's number with its year and its issuer agree; no date is cited",
        "เลขที่คำสั่งพร้อมปีและผู้ออกคำสั่งตรงกัน แต่ไม่ได้อ้างวันที่",
    ),
    "order_issuer_subject": (
        "the order's number with its year, its issuer and its subject agree; no date is cited",
        "เลขที่คำสั่งพร้อมปี ผู้ออกคำสั่ง และเรื่องตรงกัน แต่ไม่ได้อ้างวันที่",
    ),
    "person": (
        "a person says that this document is meant",
        "มีผู้พิจารณาว่าหมายถึงเอกสารนี้",
    ),
    "orphaned": (
        "what was judged is no longer read in the document; look at it again",
        "ไม่พบข้อความที่เคยพิจารณานี้ในเอกสารแล้ว ควรดูใหม่",
    ),
    "neighbours": (
        "of the same day and office is also {others}, one digit away, and nothing else tells which "
        "is meant",
        "มีหนังสือเลขที่ {others} ของผู้ออกเดียวกันลงวันเดียวกัน ต่างกันเพียงหนึ่งหลัก ไม่มีข้อมูลอื่นบอกว่าหมายถึงฉบับใด",
    ),
    "neighbour": (
        "another document of the same day and office has a number one digit away, and nothing else "
        "tells which is meant",
        "มีเอกสารอื่นของผู้ออกเดียวกันลงวันเดียวกัน เลขที่ต่างกันเพียงหนึ่งหลัก ไม่มีข้อมูลอื่นบอกว่าหมายถึงฉบับใด",
    ),
    "later": (
        "it is of {printed}, after the day of the document that cites it ({own})",
        "เอกสารนี้ลงวันที่ {printed} ซึ่งหลังวันที่ของเอกสารที่อ้างถึง ({own})",
    ),
    "issuer_differs": (
        "the citation names another issuer ({cited}) than the document bears ({printed})",
        "ผู้ออกหนังสือที่อ้าง ({cited}) ไม่ตรงกับในเอกสาร ({printed})",
    ),
    "kind_differs": (
        "the citation names another kind of document",
        "ประเภทเอกสารที่อ้างไม่ตรงกับในเอกสาร",
    ),
    "no_date_cited": (
        "number and issuer do not contradict, but the citation gives no date",
        "เลขที่ตรงกัน แต่การอ้างไม่ได้ระบุวันที่",
    ),
    "date_incomplete": (
        "the number agrees; the date of one of them lacks the day",
        "เลขที่ตรงกัน แต่วันที่ไม่ครบถ้วน",
    ),
    "date_differs": (
        "number, year and issuer agree; the date differs ({printed} is printed on the document)",
        "เลขที่ ปี และผู้ออกหนังสือตรงกัน แต่วันที่ต่างกัน (ในเอกสารคือ {printed})",
    ),
    "issuer_date_subject": (
        "issuer, date and subject agree; the number differs ({printed} is printed on the document)",
        "ผู้ออกหนังสือ วันที่ และเรื่องตรงกัน แต่เลขที่ต่างกัน (ในเอกสารคือ {printed})",
    ),
    "one_digit": (
        "issuer and date agree; {cited} against {printed}: one digit differs",
        "ผู้ออกหนังสือและวันที่ตรงกัน เลขที่ {cited} กับ {printed} ต่างกันหนึ่งหลัก",
    ),
    "beside_its_like": (
        "it is of the matter of another document that is cited beside it",
        "เป็นเรื่องเดียวกับเอกสารอีกฉบับที่อ้างไว้ด้วยกัน",
    ),
    "no_number": (
        "issuer, date and subject agree; there is no number to compare",
        "ผู้ออกหนังสือ วันที่ และเรื่องตรงกัน แต่ไม่มีเลขที่ให้เทียบ",
    ),
    "written_by_hand": (
        "part of its number or date is written by hand, and no other document vouches for it",
        "เลขที่หรือวันที่ของเอกสารเขียนด้วยลายมือบางส่วน และยังไม่มีเอกสารอื่นยืนยัน",
    ),
    "another_reading": (
        "its number is partly written by hand and read as {printed}; {cited} is another reading",
        "เลขที่ของเอกสารเขียนด้วยลายมือบางส่วน อ่านได้ว่า {printed} และอาจอ่านได้ว่า {cited}",
    ),
    "cancels": (
        "cancels it",
        "ยกเลิกเอกสารนี้",
    ),
    "amends": (
        "amends it",
        "แก้ไขเพิ่มเติมเอกสารนี้",
    ),
    "copies": (
        "the archive holds {count} copies of it",
        "มีเอกสารนี้ในคลัง {count} ฉบับ",
    ),
    "not_here": (
        "the document of {date} is not in the archive",
        "ไม่มีเอกสารลงวันที่ {date} ในคลัง",
    ),
    "not_here_undated": (
        "the document is not in the archive",
        "ไม่มีเอกสารนี้ในคลัง",
    ),
    "next_to": (
        "{others} of the same office and day is one digit away, and may be another letter",
        "มีหนังสือเลขที่ {others} ของผู้ออกเดียวกันลงวันเดียวกัน ต่างกันเพียงหนึ่งหลัก ซึ่งอาจเป็นคนละฉบับ",
    ),
    "of_few": (
        "the archive holds little of what is cited of that year: {others} may be another letter",
        "ในคลังมีเอกสารของปีนั้นที่ถูกอ้างถึงเพียงส่วนน้อย และ {others} อาจเป็นคนละฉบับ",
    ),
    "other_day": (
        "the archive holds a document with this number, but of {date}",
        "ในคลังมีเอกสารเลขที่นี้ แต่ลงวันที่ {date}",
    ),
    "several": (
        "several documents could be meant: {candidates}",
        "อาจหมายถึงเอกสารหลายฉบับ: {candidates}",
    ),
    "same_packet": (
        "in the same packet",
        "อยู่ในชุดเอกสารเดียวกัน",
    ),
    "titles_identical": (
        "the titles agree",
        "ชื่อเรื่องตรงกัน",
    ),
    "titles_agree_but": (
        "the titles agree but for {words}",
        "ชื่อเรื่องตรงกัน ยกเว้น {words}",
    ),
    "titles_near": (
        "the titles agree in the main ({words})",
        "ชื่อเรื่องใกล้เคียงกัน ({words})",
    ),
    "appoints": (
        "appoints the committee that clause {clause} asks for",
        "แต่งตั้งคณะกรรมการตามข้อ {clause}",
    ),
    "appoints_no_clause": (
        "appoints the committee that the letter asks for",
        "แต่งตั้งคณะกรรมการตามที่หนังสือกำหนด",
    ),
    "issuer_addressed": (
        "its issuer is one of the addressees",
        "ผู้ออกคำสั่งเป็นหนึ่งในผู้รับหนังสือ",
    ),
    "cites_it": (
        "it, or the letter that encloses it, cites the letter",
        "อ้างถึงหนังสือฉบับนั้น ในเอกสารนี้หรือในหนังสือนำส่ง",
    ),
    "reports": (
        "reports what clause {clause} asks for",
        "รายงานตามข้อ {clause}",
    ),
    "reports_no_clause": (
        "reports what the letter asks for",
        "รายงานตามที่หนังสือกำหนด",
    ),
    "unit_addressed": (
        "{unit} is one of the addressees",
        "{unit} เป็นหนึ่งในผู้รับหนังสือ",
    ),
    "unit_speaks_for": (
        "{office} speaks for {unit}, one of the addressees",
        "{office} รายงานแทน {unit} ซึ่งเป็นหนึ่งในผู้รับหนังสือ",
    ),
    "period_fits": (
        "the period from {start} to {end} is one that is asked for",
        "ช่วงเวลา {start} ถึง {end} อยู่ในรอบที่ต้องรายงาน",
    ),
    "period_unstated": (
        "the report states no period",
        "รายงานไม่ได้ระบุรอบระยะเวลา",
    ),
    "period_odd": (
        "the period from {start} to {end} is not one that is asked for",
        "ช่วงเวลา {start} ถึง {end} ไม่ตรงรอบที่กำหนด",
    ),
    "came_stamp": (
        "received on {day} by its stamp",
        "ได้รับเมื่อ {day} ตามตราประทับรับ",
    ),
    "came_as_of": (
        "no received stamp: counted as received on {day}, the day its data are of",
        "ไม่มีตราประทับรับ นับว่าได้รับเมื่อ {day} ตามวันที่ของข้อมูล",
    ),
    "came_accession": (
        "no received stamp: counted as received on {day}, the day it was filed",
        "ไม่มีตราประทับรับ นับว่าได้รับเมื่อ {day} ตามวันที่เก็บเข้าคลัง",
    ),
    "latest_of": (
        "the latest of {count} letters that ask for it",
        "เป็นหนังสือฉบับล่าสุดใน {count} ฉบับที่กำหนดให้รายงาน",
    ),
}


@dataclass(frozen=True, slots=True)
class Why:
    """A reason in both languages."""

    en: str
    th: str


def because(*facts: str | tuple[str, dict[str, Any]]) -> Why:
    """A reason from rows of the table.

    >>> because("same_packet", ("titles_near", {"words": "ก / ข"})).en
    'in the same packet; the titles agree in the main (ก / ข)'
    """
    pairs = [(fact, {}) if isinstance(fact, str) else fact for fact in facts]
    return Why(
        en="; ".join(FACTS[name][0].format(**values) for name, values in pairs),
        th=" และ".join(FACTS[name][1].format(**_in_thai(values)) for name, values in pairs),
    )


def also(why: Why, *facts: Fact) -> Why:
    """A reason with more facts."""
    more = because(*facts)
    return Why(f"{why.en}; {more.en}", f"{why.th} และ{more.th}")


def _in_thai(values: dict[str, Any]) -> dict[str, Any]:
    """The same with dates as Thai readers write them: 2021-02-15 is 15 กุมภาพันธ์ 2564."""
    return {name: _ISO.sub(_thai_date, str(value)) for name, value in values.items()}


def _thai_date(match: re.Match[str]) -> str:
    month = MONTHS[int(match["month"]) - 1]
    day = f"{int(match['day'])} " if match["day"] else ""
    return f"{day}{month} {int(match['year']) + 543}"


def titles_fact(level: str, words: str) -> str | tuple[str, dict[str, Any]]:
    """The fact that two titles agree, as nearly as they do."""
    if level == "same":
        return ("titles_agree_but", {"words": words}) if words else "titles_identical"
    return ("titles_near", {"words": words})
