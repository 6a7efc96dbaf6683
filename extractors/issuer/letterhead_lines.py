"""What a line of a letterhead is beside the name of the office: its English name, a slogan, a
branch or a division of it; and whether a name there is a part or an office of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.text.offices import has_address, is_part, name_end, starts_office
from pipeline.models import Line

# ธนาคารออมสิน / สาขามหาวิทยาลัย… | มหาวิทยาลัย… / วิทยาเขต…: a branch below the whole; in large
# print its ข is read as what looks like it
BRANCH = re.compile(r"\s*(?:สา[ขชซ]า(?!วิชา)|วิทยาเขต)\s?[ก-๎]")
_FIELD_OF_STUDY = re.compile(
    r"\s*(?:คณะ|ภาควิชา|โปรแกรม|หลักสูตร|สำนักวิชา|บัณฑิตวิทยาลัย)"
)  # has สาขา, too
LOCAL = re.compile(
    r"\s*(?:สำนักงาน(?:จังหวัด|อำเภอ|เขต(?!พื้นที่)|ภาค|พื้นที่|สาขา)[ก-๎\s\d๐-๙]|(?:ภาค|เขต)\s?[\d๐-๙]{1,2}\s*$)"
)  # of a firm or a bank
_FIRM = re.compile(
    r"\s*(?:สำนักงาน(?:คณะกรรมการ|กองทุน|หลักประกัน|ส่งเสริม|พัฒนา|นวัตกรรม)|กองทุน|องค์การ(?!บริหาร)|ธนาคาร|บริษัท|การ(?:ไฟฟ้า|ประปา|ยาง|เคหะ|ท่องเที่ยว|กีฬา)|สภากาชาด)"
)
# มหาวิทยาลัย… / สำนักทะเบียน…: a part below the whole
FACULTY = re.compile(
    r"\s*(?:คณะ(?!กรรม|ทำงาน)|สำนัก(?!งาน|นายก)|สถาบัน|กอง|บัณฑิตวิทยาลัย|วิทยาลัย|ศูนย์(?!ราชการ))[ก-๎]|\s*บัณฑิตวิทยาลัย\s*$"
)
# and what else a university has: its president's office, libraries, hospitals, campuses
_UNDER_A_UNIVERSITY = re.compile(
    r"\s*(?:สำนักงาน(?!เขต|จังหวัด|คณะกรรมการ|ปลัด|ใหญ่)|หอ(?:สมุด|ศิลป|จดหมายเหตุ|พัก|ประวัติ)|พิพิธภัณฑ์|ภาควิชา|สาขาวิชา"
    r"|ฝ่าย|หน่วย|โครงการ|โรงเรียนสาธิต|โรงพยาบาล|อุทยานวิทยาศาสตร์|เขตพื้นที่(?!การศึกษา)|ศูนย์การศึกษา)[ก-๎]"
)
# A person in law whose letterhead may name a unit of it below: มูลนิธิ… │ ศูนย์…, บริษัท… │ ฝ่าย…
_LEGAL_PERSON = re.compile(
    r"\s*(?:บริษัท|บมจ|บจก|ห้างหุ้นส่วน|หจก|ธนาคาร|มูลนิธิ|สมาคม|สหกรณ์|ชุมนุมสหกรณ์|สภา(?:กาชาด|อุตสาหกรรม|หอการค้า|วิชาชีพ|วิศวกร|ทนาย)"
    r"|หอการค้า|สโมสร|สหภาพ|สันนิบาต|สมาพันธ์|องค์การ(?!บริหาร|นักศึกษา|นิสิต)|การ(?:ไฟฟ้า|ประปา|ยาง|เคหะ|ท่องเที่ยว|กีฬา|รถไฟ|ท่าเรือ|ทางพิเศษ|นิคม)"
    r"|การ[ก-๎]{3,24}แห่งประเทศไทย)"
)
_UNIT_OF_IT = re.compile(
    r"\s*(?:ฝ่าย|แผนก|กอง(?!ทุน|บรรณาธิการ)|กลุ่มงาน|ส่วนงาน|สายงาน|สำนัก(?!งาน|นายก)|ศูนย์(?!ราชการ)|โรงงาน|โรงไฟฟ้า|เขื่อน|คลัง(?:สินค้า|น้ำมัน|พัสดุ)"
    r"|ท่าเรือ|ท่าอากาศยาน|สถานี(?!ตำรวจ)|หน่วย(?:บริการ|งาน|รับ|ธุรกิจ|แพทย์)|เขต(?=[ก-๎]+$)"
    r"|สำนักงาน(?!ใหญ่|เขตพื้นที่|คณะ|ปลัด|เลขา))[ก-๎]"
)
UNIVERSITY = re.compile(r"\s*มหาวิทยาลัย[ก-๎]+")
# What stands beside or above the items of a letter and names nobody
NO_NAME = re.compile(
    r"[\s\-–—*]*(?:ด่วน|ลับ|สำเนา|ตัวอย่าง|ร่าง|คู่ฉบับ|โทร(?!ทัศน์|คมนาคม)|ฉบับที่|วันที่|เลข|(?:เกียรติ|วุฒิ|ประกาศนีย)บัตร|รับ|หน้า|\(|\[|เขียนที่|ทำที่|ข่าว|ครั้งที่|ปีที่)"
)
THAI_WORD = re.compile(r"[ก-ฮเ-ไ][ก-๎]{3}")
_THAI = re.compile(r"[ก-ฮ]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_LATIN_LETTER, _OF_LATIN = re.compile("[A-Za-z]"), 8  # for one Thai letter so many Latin ones
_QUOTED = re.compile(r"\s*[“\"«‘'][^“”\"«»]{4,}[”\"»’']\s*")
_MOTTO = re.compile(
    r"\s*(?:ปณิธาน|ปรัชญา|คำขวัญ|วิสัยทัศน์|พันธกิจ|คติพจน์|อัตลักษณ์|เอกลักษณ์|ค่านิยม|สโลแกน|คติธรรม)"
)
# ที่ ๓ | เขต ๙ | ภาค ๒ at the end of a name, a place behind it perhaps: it is told from its like
_NUMBERED = re.compile(r"(?:ที่|เขต|ภาค)\s?[\d๐-๙]{1,4}(?:\s[ก-๎]{2,20})?\s*$")
# What stands over a unit of the state's: below an office of its own it is as good as an address
_SUPERIOR = re.compile(
    r"\s*(?:กระทรวง|กรม|กอง|สำนัก|ทบวง|มณฑล|ตำรวจ|เขตสุขภาพ|การ(?:ไฟฟ้า|ประปา|รถไฟ|ทางพิเศษ|เคหะ|ท่าเรือ))"
)
_UNDER_A_SUPERIOR = re.compile(r"\s*(?:ศูนย์|สถานี|ด่าน|หน่วย|โครงการ)")
# of them those that every department has, and which so are parts of it
_OF_EVERY_OFFICE = re.compile(
    r"\s*(?:ศูนย์|หน่วย)(?:เทคโนโลยี(?:สารสนเทศ|ดิจิทัล)|สารสนเทศ|คอมพิวเตอร์|ข้อมูล|ดิจิทัล|ปฏิบัติการ|บริการ|รับเรื่อง"
    r"|ประสาน|อำนวยการ|สื่อสาร|ประชาสัมพันธ์|ตรวจสอบ(?:ภายใน)?|เครื่องมือ|ยานพาหนะ|กฎหมาย|พัสดุ)"
)
# Wholes that are divided, and the divisions of such, where the whole's name stands over them
_DIVIDED = re.compile(
    r"\s*(?:สำนักงาน|ศาลากลาง|เทศบาล|องค์การบริหาร|เมืองพัทยา|โรงพยาบาล|โรงเรียน|วิทยาลัย|สถาบัน|กรม(?!ทหาร)|ศูนย์|เรือนจำ)"
)
_DIVISION = re.compile(
    r"\s*(?:กอง(?!ทุน|พัน|พล|ร้อย|บิน|ทัพ|กำลัง|บัญชาการ|บังคับการ|กำกับการ|บรรณาธิการ)|กลุ่ม(?:งาน|การ|บริหาร|ภารกิจ|สาระ|พัฒนา|ส่งเสริม|นโยบาย|อำนวยการ|กฎหมาย)?|ฝ่าย|แผนก"
    r"|งาน(?!วัน)|ส่วน(?!ราชการ)|หมวด(?!ทาง)|ภาควิชา|หอผู้ป่วย|ห้อง(?!สมุด)|สำนัก(?:ปลัด|คลัง|ช่าง|การ|ทะเบียน)"
    r"|หน่วย(?:ตรวจสอบ|ควบคุม|บริการ|งาน))[ก-๎]"
)
# who keeps it, on a line of its own: ในกำกับของมูลนิธิ…, ในเครือ…
_KEPT_BY = re.compile(
    r"\s*(?:ใน(?:กำกับ|เครือ|สังกัด|ความ(?:ดูแล|อุปถัมภ์)|การ(?:ดูแล|อุปถัมภ์))|ภายใต้|(?:บริหารงาน|ดำเนินการ)?โดย)"
)
# Left of a name, where an emblem stands: 6 9 | ๊ | “ | ฐ | @ ส4
_SCRAPS = re.compile(r"\s*(?:(?:[^\sก-ฮเ-ไ(]{1,2}|(?!ณ)[ก-ฮ][\d๐-๙]?)\s+){1,3}(?=[ก-ฮเ-ไ])")
_LARGER = 1.25  # times: so much larger the name of a firm is than what is told under it
_LONGEST = 60  # letters of a name


def is_division(whole: str, unit: str) -> bool:
    """Whether a line names a division of the office on the line above it.

    >>> is_division("เทศบาลเมืองดอนงาม", "กองช่าง"), is_division("กรมป่าไม้", "สำนักบริหารพื้นที่ ๔")
    (True, False)
    """
    divided = _DIVIDED.match(whole) is not None and not is_part(whole)
    reached = has_address(unit) or name_end(unit) < len(unit)
    return divided and _DIVISION.match(unit) is not None and not reached


def is_branch(above: str, text: str) -> bool:
    """Whether a line names a branch or a part of the whole that the line above it names.

    >>> is_branch("การประปาท้องถิ่น", "สาขาดอนงาม"), is_branch("คณะวิทยาศาสตร์", "สาขาเคมี")
    (True, False)
    >>> is_branch("มูลนิธิดอกปีบ", "ศูนย์ฟื้นฟูเด็ก"), is_branch("กรมป่าไม้", "ศูนย์เพาะชำ")
    (True, False)
    """
    if BRANCH.match(text):
        return _FIELD_OF_STUDY.match(above) is None
    wholes = ((LOCAL, _FIRM), (FACULTY, UNIVERSITY), (_UNDER_A_UNIVERSITY, UNIVERSITY))
    if any(branch.match(text) and whole.match(above) for branch, whole in wholes):
        return True
    # a line that tells more than its name tells who is to be rung: ฝ่ายเลขานุการ โทร. …
    named = _UNIT_OF_IT.match(text) is not None and name_end(text) == len(text)
    return named and _LEGAL_PERSON.match(above) is not None


def over_its_desk(line: Line, above: Sequence[Line]) -> Line | None:
    """The name in larger print over a line that tells how some desk of it is reached:
    หนังสือพิมพ์… │ กองบรรณาธิการ ๙ ถนน… โทร. …"""
    if name_end(line.text) == len(line.text):
        return None
    for one in above:
        named = THAI_WORD.match(one.text) is not None and len(one.text) < _LONGEST
        named = named and not NO_NAME.match(one.text)
        large = one.page == line.page and one.box.height > _LARGER * line.box.height
        if named and large and not starts_office(one.text):
            return one
    return None


def is_aside(text: str) -> bool:
    """Whether a line tells no part of the Thai name: its English name, a slogan.

    >>> is_aside("PROVINCIAL WATERWORKS"), is_aside("“โปร่งใส ใส่ใจ”"), is_aside("กรมป่าไม้")
    (True, True, False)
    """
    # a letter or two of it read as Thai: AGRARIฏAN
    english = _LATIN.search(text) is not None
    english = english and len(_THAI.findall(text)) * _OF_LATIN < len(_LATIN_LETTER.findall(text))
    kept = _KEPT_BY.match(text) is not None
    return english or kept or _QUOTED.fullmatch(text) is not None or _MOTTO.match(text) is not None


def stands_alone(unit: str, whole: str) -> bool:
    """Whether a unit that begins as a part does is an office of its own, the one below it its
    superior's: ศูนย์อนามัยที่ ๔ │ กรมอนามัย; กองคลัง │ กรมทางหลวง is none.

    >>> stands_alone("ศูนย์อนามัยที่ ๔", "กรมอนามัย"), stands_alone("ศูนย์สารสนเทศ", "กรมอนามัย")
    (True, False)
    """
    if _SUPERIOR.match(whole) is None or not is_part(unit) or "คณะ" in unit[:3]:
        return False
    numbered = _NUMBERED.search(unit) is not None
    own = _UNDER_A_SUPERIOR.match(unit) is not None and _OF_EVERY_OFFICE.match(unit) is None
    return numbered or own


def without_scraps(line: Line) -> Line:
    """A line without the one or two signs that the edge of an emblem beside it was read as:
    “6 9 สำนักงาน…”. Its place stays as it was."""
    scraps = _SCRAPS.match(line.text)
    rest = line.text[scraps.end() :] if scraps else ""
    if not starts_office(rest):
        return line
    return replace(line, text=rest, words=(), changes=())
