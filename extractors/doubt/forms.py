"""Whether a value looks like what its field holds, whatever the recogniser thought of its letters.

A form is what nearly every right value has; it tells for a value (`extractors.doubt.confidence`).
An odd value is one that hardly any right one looks like, however sharp its ink: a mark of the paper
read into a name, a signature without a name. A person should see it. Templates have blanks for
names and are left out. For members see `extractors.doubt.member_doubts` as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from extractors.doubt.look_alikes import has_misread_term, has_misread_title, is_misread_name
from extractors.number import parse_number
from extractors.number_doubts import (
    has_cut_year,
    has_two_kinds,
    is_too_long,
    known_codes,
    lacks_letters,
    lacks_stroke,
)
from extractors.text import table
from extractors.text.english import is_english_name
from extractors.text.offices import has_address, starts_office
from extractors.text.people import is_person, is_post, without_title
from extractors.text.segment import terms

Json = dict[str, Any]

_LONGEST_SUBJECT = 150  # characters
# Of the text below a subject, or of a speaker's: จึงเรียนมาเพื่อทราบ | อธิบดี เปิดเผยว่า
_OF_TEXT = re.compile(r"จึง|ขอประกาศ|คำชี้แจง\s|(?:เปิดเผย|กล่าว|แจ้ง)ว่า|วันนี้\s?\(")
# ระเบียบ… พ.ศ. 2568 │ หลักการ: a rule's title ends with its year; แบบรายงาน…ปีการศึกษา: a year follows
_UNENDED = re.compile(
    r"^\W*(?:ระเบียบ|ข้อบังคับ|ข้อบัญญัติ|เทศบัญญัติ).*พ\.ศ\.\s?\d{4}\s*[^\s)]|"
    r"(?:ปี(?:การศึกษา|งบประมาณ|พ\.ศ\.)?|พ\.ศ\.|ประจำ(?:ปี|เดือน)?|ไตรมาสที่|ครั้งที่|ระหว่างวันที่)$"
)
# ผู้จัดการสาขาทุกสาขา│เลขที่: the word for the next item of the head was read with it
_LABEL = re.compile(r"(?:เลขที่|ลงวันที่|\sวันที่|\sที่|อ้างถึง|สิ่งที่ส่งมาด้วย)\s?:?$")
# × × × × | @ @๙ @: specks or a pattern beside a title
_RUBBISH = re.compile(r"(?:[^\wก-๎\s]\s+){3}|@.*@")
# นายกองค์การบริหารส่วนตำบลท่าสองคอน│นายกองค์การ…: the next addressee's line was taken for more of
# the name. None of 1,343 addressees that are right looks so
_TWO_POSTS = re.compile(
    r"(?<=[ก-๎])(?<!รอง)(?<!ช่วย)(?<!และ)(?<!หรือ)(?<!งาน)(?<!แทน)(?<!ของ)(?<!อดีต)(?<!โดย)"
    r"(?:นายกองค์การ|นายกเทศมนตรี|นายอำเภอ|ผู้อำนวยการ|อธิบดี|อธิการบดี|คณบดี|ผู้กำกับ|ผู้บัญชาการ)"
)
_NAMELESS = re.compile(r"(?:สำนักงาน|สำนัก|กระทรวง|กรม|กอง|คณะ(?:อนุ)?กรรมการ|เลขาธิการ|ปลัด)+")
# Kinds of offices of which each province, district or town has one: without it the name breaks off
_UNTOLD = re.compile(
    r"สำนักงานเขตพื้นที่(?:การศึกษา(?:ประถมศึกษา|มัธยมศึกษา)?)?|"
    r"สำนักงาน(?:สาธารณสุข|เกษตร|ปศุสัตว์|ประมง|ศึกษาธิการ|ที่ดิน|พาณิชย์|แรงงาน|จัดหางาน|วัฒนธรรม|สรรพากร|"
    r"พัฒนาชุมชน|ขนส่ง|สถิติ|คลัง|ส่งเสริมการปกครองท้องถิ่น|พัฒนาสังคมและความมั่นคงของมนุษย์)(?:จังหวัด|อำเภอ|พื้นที่)?|"
    r"(?:ศาลากลาง)?จังหวัด|(?:ที่ว่าการ)?อำเภอ|ที่ทำการปกครอง(?:จังหวัด|อำเภอ)?|องค์การบริหารส่วน(?:จังหวัด|ตำบล)?|"
    r"(?:สำนักงาน)?เทศบาล(?:นคร|เมือง|ตำบล)?|โรงพยาบาล(?:ส่งเสริมสุขภาพตำบล)?|โรงเรียน|มหาวิทยาลัย|"
    r"สถานีตำรวจ(?:ภูธร|นครบาล)?|ตำรวจภูธร(?:จังหวัด|ภาค)?"
)
_MINISTRY = re.compile(r"กระทรวง[ก-๎]*")
# Addressees that no post and no office names: ทุกอำเภอ | คุณธาราดล | ประมงอำเภอ ทุกอำเภอ
_ADDRESSEE = re.compile(
    r"ทุก|ท่าน|คุณ|ห้องสมุด|นายจ้าง|เจ้าของ|หุ้นส่วน|ส่วนราชการ|หน่วยงาน|สมาชิก|ประชาชน|สื่อมวลชน|นขต\.|"
    r"ผู้[ก-๎]{3}|[ก-ฮเ-ไ][ก-๎]*?(?:จังหวัด|อำเภอ)"
)
_NUMBERED = re.compile(
    r"[\d๐-๙]{1,2}(?:\.[\d๐-๙]{1,2}[.)]?|[.)])\s?(?=[ก-ฮเ-ไ])"
)  # ๒.๑ น.ต.… | ๓) นาย…
_ACTING = re.compile(r"แทน|รักษาการ")  # two formulas were read as one: …ปฏิบัติราชการแทนผู้ว่าฯ
_ACTS = re.compile(r"ปรท|รรท|(?:รักษาราชการ|ปฏิบัติราชการ|ปฏิบัติหน้าที่|ทำการ)แทน")  # ผบก.อก. ปรท ผบช.
# ช.พัน.22 (ฝอ.3), ฝ่าย/สำนัก ฝ่ายเดินรถ: whom to ring, or the word of the form. Of 16 names with such,
# read at first sight from papers of five authors, 8 were wrong
_BRACKETED = re.compile(r"\((?!\s*(?:องค์การมหาชน|มหาชน|ส่วน))|^[ก-๎]+/[ก-๎]+\s")
LOOKED_AT = 0.75  # chance that an odd value is given at most: under the threshold for review
ODD_NUMBER = 0.5  # that a number is, of whose code a full point was likelier lost than not

_NO_LETTERS = re.compile(r"[“”\"'|~_^*#<>{}=…!?;]")  # ผู้ว่าราชการจังหวัดชัยภูม ”
_NAMES = {
    "issuer": ("value",),
    "recipients": ("value",),
    "signatory": ("name", "position", "acting_for"),
    "members": ("name", "position"),
}
_NAMED = ("signatory", "members")


def is_odd(field: str, value: Json) -> bool:
    """Whether a value of this field is of a form that hardly any right one has.

    >>> is_odd("issuer", {"value": "จังหวัดแพร่ |"}), is_odd("issuer", {"value": "จังหวัดแพร่"})
    (True, False)
    """
    if field == "number":
        number = parse_number(value["value"])
        odd = (is_too_long, lacks_stroke, lacks_letters, has_cut_year)
        mixed = has_two_kinds(value.get("text") or "")
        return mixed or (number is not None and any(one(number) for one in odd))
    told = [str(value[part]) for part in _NAMES.get(field, ()) if value.get(part)]
    if any(_NO_LETTERS.search(one) for one in told):
        return True
    if field in _NAMED and value["name"] and _is_misread(value["name"]):
        return True
    if any(has_misread_term(one) or _LABEL.search(one) for one in _worded(field, value)):
        return True
    if field == "recipients" and _TWO_POSTS.search(value["value"]):
        return True
    if field == "members" and _holds_another(value["position"] or ""):
        return True
    if field == "signatory" and _is_partly_read(value):
        return True
    if field == "issuer" and _BRACKETED.search(value["value"]):
        return True
    if field == "issuer" and has_address(value["value"].partition(" ")[2]):
        return True
    if field in ("issuer", "subject") and _OF_TEXT.search(value["value"]):
        return True
    if field == "subject" and not _of_a_subjects_length(value):
        return True
    if field == "subject" and (_UNENDED.search(value["value"]) or _RUBBISH.search(value["value"])):
        return True
    if field == "issuer" and (
        _breaks_a_ministry(value["value"])
        or _NAMELESS.fullmatch(value["value"])
        or _UNTOLD.fullmatch(value["value"])
    ):
        return True
    if field == "receipts" and not (value["number"] and value["date"]):
        return True  # a part of the stamp was not read
    return field == "signatory" and not value["name"]


def _is_partly_read(signed: Json) -> bool:
    """Whether a part of who signs, or for whom, was read into another part or not at all."""
    name, acts = without_title(signed["name"] or ""), _ACTS.search(signed["position"] or "")
    if _ACTING.search(signed["acting_for"] or "") or (acts and not signed["acting_for"]):
        return True
    if signed["name"] and name == signed["name"].strip() and not is_english_name(name):
        return True  # whoever signs has a title; of a rank over the name nothing was read
    return " " not in name.strip() and "พระครู" not in (signed["name"] or "")  # no surname


def _holds_another(position: str) -> bool:
    """Whether a list's next number or a person stands within what was read as a post: …ผู้ควบคุมงาน
    ๒.๑ น.ต.ประภาส คำมูล. A row of the list was joined to another."""
    places = (found.end() for found in re.finditer(r"(?:^|\s)", position))
    return any(_NUMBERED.match(position, at) or is_person(position[at:]) for at in places)


def _is_misread(name: str) -> bool:
    return is_misread_name(name) or has_misread_title(name)


def _worded(field: str, value: Json) -> list[str]:
    """The parts of a value that are words of an office: not a person's name, a number or a date."""
    parts = ("value",) if field == "subject" else _NAMES.get(field, ())
    return [str(value[part]) for part in parts if part != "name" and value.get(part)]


def _breaks_a_ministry(name: str) -> bool:
    """Whether a name ends within a ministry's or runs on behind it without a space:
    กระทรวงการพัฒนาสังคม│และความมั่นคงของมนุษย์, กระทรวงพาณิชย์│กองประชาสัมพันธ์."""
    told = _MINISTRY.search(name)
    if told is None or told.group() in terms():
        return False
    rests = (told.group()[len(one) :] for one in _ministries() if told.group().startswith(one))
    broken_off = any(one.startswith(told.group()) for one in _ministries())
    return broken_off or any(starts_office(rest) for rest in rests)


@cache
def _ministries() -> tuple[str, ...]:
    names = (row["name_th"] for row in table.rows("ministries"))
    return tuple(name for name in names if len(name) > len("กระทรวง"))


def has_form(field: str, value: Json) -> bool:
    """Whether a value has the form that its field must have; fields without one have it."""
    form = _FORMS.get(field)
    return form is None or form(value)


def _number_form(value: Json) -> bool:
    """A letter's number has a known code and a running number; an order's has no code."""
    number = parse_number(value["value"])
    if number is None or not number.running or value.get("note"):
        return False
    return not number.code or number.code.rstrip(".") in known_codes()


def _date_form(value: Json) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d-\d\d-\d\d", value["value"]))


def _cited(value: Json) -> bool:
    return bool(value["number"] and value["date"] and len(value["date"]) == len("2021-02-15"))


def _signed(value: Json) -> bool:
    return bool(value["name"] and value["position"] and is_person(value["name"]))


def _seated(value: Json) -> bool:
    return bool(value["role"] != "other" and (value["position"] or is_person(value["name"] or "")))


def _received(value: Json) -> bool:
    return bool(value["number"] and value["date"] and value["number"].isdigit())


def _addressed(value: Json) -> bool:
    """To a post, a person or an office; not a piece of something else."""
    text = str(value["value"])
    named = is_post(text) or is_person(text) or starts_office(text)
    return named or _ADDRESSEE.match(text) is not None


def _issuing(value: Json) -> bool:
    return starts_office(str(value["value"]))


def _of_a_subjects_length(value: Json) -> bool:
    """Longer than two rows of print, it may have run on into what follows it."""
    return len(value["value"]) <= _LONGEST_SUBJECT


def _plainly_asked(value: Json) -> bool:
    """A clause of its own; or one of the contract's actions, and no rhythm without a day."""
    recurs = value["frequency"] not in (None, "once")
    timely = bool(value["first_due"] or value["due_day"]) or not recurs
    return value["clause"] is not None or (value["action"] != "other" and timely)


_FORMS: dict[str, Callable[[Json], bool]] = {
    "number": _number_form,
    "date": _date_form,
    "citations": _cited,
    "signatory": _signed,
    "members": _seated,
    "receipts": _received,
    "recipients": _addressed,
    "issuer": _issuing,
    "subject": _of_a_subjects_length,
    "obligations": _plainly_asked,
}
