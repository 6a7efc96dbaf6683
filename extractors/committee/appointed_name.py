"""The name of a committee in the sentence that appoints it, or in the subject of its order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.committee.body_names import BODY, LEADERS, NAME_END, called, named_in
from extractors.head.blocks import cut_blocks
from extractors.text.clauses import Paragraph, tidy
from extractors.text.passage import Passage
from pipeline.models import Document

# จึงแต่งตั้งคณะทำงาน(ดังกล่าว) ประกอบด้วย: of what it is, the subject alone tells
_UNNAMED = re.compile(
    r"(?:คณะ(?:อนุ)?กรรมการ|(?:อนุ)?กรรมการ|คณะ(?:ผู้)?ทำงาน|คณะที่ปรึกษา|คณะเจ้าหน้าที่|ชุดปฏิบัติ(?:การ|งาน)|ชุดทำงาน|หน่วยปฏิบัติการ|ทีมงาน|ศูนย์(?:ปฏิบัติ|อำนวย|บัญชา)การ)"
    r"\s?(?:ชุด|คณะ)?(?:ดังกล่าว|ข้างต้น|นี้|ฯ)?(?:ข้างต้น)?"
)
# เรื่อง  คณะทำงานโครงการ…, of an order that appoints it
_ABOUT_A_BODY = re.compile(rf"(?:เรื่อง\s*)?(?:ราย(?:ชื่อ|นาม)\s*)?(?P<name>{BODY}.*?){NAME_END}")
# แต่งตั้ง│ผู้ตรวจสอบพัสดุประจำปี: who bear seats, and no body that is known by its word
_OTHERS = re.compile(
    r"(?:แต่งตั้ง|จัดตั้ง)\s?(?P<name>(?:ผู้(?!มี|ที่|ได้|อำนวย|บริหาร|บังคับ|ว่า|ช่วย)|ฝ่าย|กอง(?=[ก-ฮ])|องค์คณะ|เวร|พนักงานเจ้าหน้าที่|อาสาสมัคร)"
    rf"[ก-๎].*?){NAME_END}"
)
# …ความดีความชอบ│ รอบที่ ๒/๒๕๖๕: for how long or how often it sits is no part of its name
_SITS = re.compile(
    r"\s(?:ประจำ(?:ปี|เดือน|ภาค|รอบ|งวด)|(?:รอบ|ผลัด|ครั้ง|รุ่น|วาระ|งวด|ชุด|ระยะ|ฤดู|ภาคเรียน)\S{0,8}ที่?|ปี(?:การ|งบ|\s|พ)|พ\.\s?ศ\.|วาระ\s).*"
    r"|ประจำ(?:ปี|ภาคเรียน)[ก-๎ ]{0,14}(?:พ\.\s?ศ\.\s?)?[\d๐-๙].*"
)
# …ตรวจรับพัสดุ│ ประจำเดือนกรกฎาคม ๒๕๖๗: the same in the sentence, where it stands apart
_SITS_APART = re.compile(
    r"\s(?:ประจำ(?:ปี|เดือน|ภาค|รอบ|งวด)|ปี(?:การ|งบ|\s|พ)|วาระ\s)(?=.*[\d๐-๙]).*"
)
_DATED = re.compile(r"\s*ลงวันที่\s*[\d๐-๙].*")  # below a subject: the day of the order
_FOR_WHAT = re.compile(r"\s(?:โครงการ|กรณี|งาน(?:จ้าง|ซื้อ|ก่อสร้าง)|รายการ)")
_SUBJECT = re.compile(r"^เรื่อง")
_BODY_BEGINS = re.compile(
    r"^(?:ด้วย|ตาม|เพื่อ|อาศัย|โดยที่|เนื่อง|อนุสนธิ|ใน|จึง|กับ|ให้(?:มี|ผู้|ตั้ง|บุคคล|ข้าราชการ))"
)


def appointed_name(before: Sequence[Paragraph], document: Document) -> str | None:
    """The name in the sentence that appoints (จึงแต่งตั้ง…); in the subject, if the sentence only
    says that a body is appointed, or goes on behind the subject's with what it is for."""
    subject, body = _parted(before, document)
    told, about = (
        Passage.of([line for item in part for line in item.passage.lines]).text
        for part in (body, subject)
    )
    said, titled = called(told) or named_in(told), name_in_subject(about)
    said = _SITS_APART.sub("", said) if said else None
    if said is None or titled is None:
        return said or titled
    for_what = said.startswith(titled) and _FOR_WHAT.match(said, len(titled))
    return titled if for_what or _UNNAMED.fullmatch(said) else said


def name_in_subject(subject: str) -> str | None:
    """The body that a subject names, without its year, round or term."""
    titled = named_in(subject) or _about_a_body(subject) or _about_others(subject)
    return _DATED.sub("", _SITS.sub("", titled)) if titled else None


def _parted(
    before: Sequence[Paragraph], document: Document
) -> tuple[Sequence[Paragraph], Sequence[Paragraph]]:
    """The paragraphs of the subject, and those of the text behind it."""
    starts = [i for i, item in enumerate(before) if _SUBJECT.match(item.text)]
    ends = [i for i, item in enumerate(before) if _BODY_BEGINS.match(item.text)]
    if ends:
        return before[starts[0] : ends[0]] if starts else (), before[ends[0] :]
    item = cut_blocks(document).items.get("subject")
    below = item.passage.lines[-1] if item and starts else None
    if below is None:
        return (), before
    of_subject = (
        place
        for place in range(starts[0], len(before))
        if any(below.text == line.text for line in before[place].passage.lines)
    )
    end = next(of_subject, starts[0]) + 1
    return before[starts[0] : end], before[end:]


def _about_a_body(subject: str) -> str | None:
    """The body that the subject of an order names without saying that it is appointed."""
    about = _ABOUT_A_BODY.match(subject)
    return tidy(LEADERS.sub(" ", about["name"])) if about else None


def _about_others(subject: str) -> str | None:
    others = _OTHERS.search(subject)
    return tidy(LEADERS.sub(" ", others["name"])) if others else None
