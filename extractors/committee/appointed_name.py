"""The name of a committee in the sentence that appoints it, or in the subject of its order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text import table
from extractors.text.clauses import Paragraph, tidy
from extractors.text.passage import Passage

BODY = rf"(?:{'|'.join(table.column('bodies', 'word'))})"
# What else may be appointed by its name, if the sentence says so: ทีมดูแลผู้ป่วยที่บ้าน
_GROUP = r"(?:ทีม|ชุด|กลุ่ม|หน่วย|ศูนย์|คณะ|สภา|เครือข่าย)[ก-ฮเ-ไ]"
TEAM = re.compile(_GROUP)
# Where the name of a committee is over within its sentence.
_NAME_END = (
    r"(?=\s*(?:(?<=\s)\(?เพิ่มเติม\)?|\(?(?:ชุด|คณะ)ใหม่|โดย(?:ม[ีืิึ]|ม(?=องค์)|ให้)|(?:ซึ่ง)?(?:มี|โดยมี)?(?:องค์)?ประกอบด้วย|มีองค์ประกอบ|ดัง(?:ต่อไป)?นี้|ดังมี|ดังราย"
    r"|คือ(?=\s|$)|(?:ดัง|ตาม)(?:ราย|บัญชี|ตาราง|ปรากฏ)|จำนวน\s*[\d๐-๙]+\s*(?:คณะ|ชุด|ฝ่าย|คน|ราย|กลุ่ม)|ขึ้น(?:ใหม่)?(?=[\s.]|โดย|เพื่อ|ประกอบ|มา|$)|มี(?:อำนาจ)?หน้าที่|ของ(?=นาย|นาง|น\.ส\.|ว่าที่))|\s+เพื่อ|\s*$)"
)
# จึงแต่งตั้งคณะกรรมการ… ดังนี้ | จึงขอแต่งตั้งผู้มีรายชื่อต่อไปนี้เป็นคณะทำงาน… ประกอบด้วย
# ๒. ให้ผู้มีรายนามต่อไปนี้เป็นคณะกรรมการ… ประกอบด้วย
_WHOM = r"ให้(?:ผู้|บุคคล|ข้าราชการ|เจ้าหน้าที่|กำลังพล|พนักงาน|ครู)[^\n]{0,120}?เป็น"
APPOINTED = re.compile(
    rf"(?:(?:แต่งตั้ง|จัดตั้ง|ประกาศราย(?:ชื่อ|นาม))(?:[^\n]{{0,200}}?เป็น|ให้)?|{_WHOM})\s*(?P<name>(?:{BODY}|{_GROUP}).*?){_NAME_END}"
)
# จึงแต่งตั้งคณะทำงาน(ดังกล่าว) ประกอบด้วย: of what it is, the subject alone tells
_UNNAMED = re.compile(
    r"(?:คณะ(?:อนุ)?กรรมการ|(?:อนุ)?กรรมการ|คณะ(?:ผู้)?ทำงาน|คณะที่ปรึกษา|คณะเจ้าหน้าที่|ชุดปฏิบัติ(?:การ|งาน)|ชุดทำงาน|หน่วยปฏิบัติการ|ทีมงาน|ศูนย์(?:ปฏิบัติ|อำนวย|บัญชา)การ)"
    r"\s?(?:ชุด)?(?:ดังกล่าว|ข้างต้น)?(?:ข้างต้น)?"
)
# เรื่อง  คณะทำงานโครงการ…, of an order that appoints it
_ABOUT_A_BODY = re.compile(rf"เรื่อง\s*(?:ราย(?:ชื่อ|นาม)\s*)?(?P<name>{BODY}.*?){_NAME_END}")
# ให้มีคณะกรรมการคณะหนึ่ง เรียกว่า “คณะกรรมการ…”
_CALLED = re.compile(
    rf"(?:เรียกว่า|ใช้ชื่อว่า|ชื่อว่า)\s?[“\"‘']?\s?(?P<name>(?:{BODY}|{_GROUP}).*?)(?:\s?[”\"’']|{_NAME_END})"
)
# …ความดีความชอบ│ รอบที่ ๒/๒๕๖๕: for how long or how often it sits is no part of its name
_SITS = re.compile(
    r"\s(?:ประจำ(?:ปี|เดือน|ภาค|รอบ|งวด)|(?:รอบ|ผลัด|ครั้ง|รุ่น|วาระ|งวด|ชุด|ระยะ|ฤดู|ภาคเรียน)\S{0,8}ที่?|ปี(?:การ|งบ|\s|พ)|พ\.\s?ศ\.|วาระ\s).*"
)
_FOR_WHAT = re.compile(r"\s(?:โครงการ|กรณี|งาน(?:จ้าง|ซื้อ|ก่อสร้าง)|รายการ)")
_APPOINTING = re.compile(rf"แต่งตั้ง|จัดตั้ง|ประกาศราย(?:ชื่อ|นาม)|{_WHOM}")
# leaders and the rule below a subject: ……… | ----------
_LEADERS = re.compile(r"\s*(?:[.…_*=–-]\s?){3,}\s*|\s*…+\s*")
_SUBJECT = re.compile(r"^เรื่อง")
_BODY_BEGINS = re.compile(r"^(?:ด้วย|ตาม|เพื่อ|อาศัย|โดยที่|เนื่อง|อนุสนธิ|ใน|จึง|กับ)")


def appointed_name(before: Sequence[Paragraph]) -> str | None:
    """The name in the sentence that appoints (จึงแต่งตั้ง…); in the subject, if the sentence only
    says that a body is appointed, or goes on behind the subject's with what it is for."""
    starts = [i for i, item in enumerate(before) if _SUBJECT.match(item.text)]
    ends = [i for i, item in enumerate(before) if _BODY_BEGINS.match(item.text)]
    body = before[ends[0] :] if ends else before
    subject = before[starts[0] : ends[0]] if starts and ends else ()
    told, about = (
        Passage.of([line for item in part for line in item.passage.lines]).text
        for part in (body, subject)
    )
    said, titled = called(told) or named_in(told), named_in(about) or _about_a_body(about)
    titled = _SITS.sub("", titled) if titled else None
    if said is None or titled is None:
        return said or titled
    for_what = said.startswith(titled) and _FOR_WHAT.match(said, len(titled))
    return titled if for_what or _UNNAMED.fullmatch(said) else said


def named_in(text: str) -> str | None:
    """The last name of a body that the text appoints."""
    named = [APPOINTED.match(text, found.start()) for found in _APPOINTING.finditer(text)]
    names = [match["name"] for match in named if match]
    return tidy(_LEADERS.sub(" ", names[-1])) if names else None


def called(text: str) -> str | None:
    """The name that a body is given: …คณะหนึ่ง เรียกว่า “คณะกรรมการส่งเสริมหัตถกรรม”."""
    given = _CALLED.search(text)
    return tidy(given["name"]) if given else None


def _about_a_body(subject: str) -> str | None:
    """The body that the subject of an order names without saying that it is appointed."""
    about = _ABOUT_A_BODY.match(subject)
    return tidy(_LEADERS.sub(" ", about["name"])) if about else None
