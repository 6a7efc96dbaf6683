"""What a committee has to do: the items under มีอำนาจหน้าที่ ดังต่อไปนี้."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.text.clauses import Paragraph, read_marker, tidy
from extractors.text.people import is_person
from pipeline.layout import join_wrapped
from pipeline.thai_digits import arabic

# มีหน้าที่ | ให้คณะกรรมการฯ มีอำนาจหน้าที่ ดังต่อไปนี้ | อำนาจหน้าที่ : | โดยมีบทบาทหน้าที่ ดังนี้
_INTRODUCTION = re.compile(
    r"(?:มี|ทำ|กำหนด|^)\s?(?:บทบาท|อำนาจ|ภาระ)?\s?(?:และ|/)?\s?(?:อำนาจ)?\s?หน้าที่"
    r"(?:\s?(?:และ)?\s?(?:(?:ความ)?รับผิดชอบ|อำนาจ))?(?!อื่น)"
    r"(?:\s?ของ(?:คณะ)?(?:อนุ)?(?:กรรมการ|ทำงาน|ทีม|ผู้)\S*)?\s*(?:มี)?(?:ดัง(?:ต่อไป)?นี้|ประกอบด้วย|คือ)?\s*[:–-]?\s*"
    r"|ปฏิบัติ\s?หน้าที่\s*ดัง(?:ต่อไป)?นี้\s*[:–-]?\s*"
)
_END = re.compile(
    r"^(?:ทั้?งนี้?|(?:โดย)?(?:ให้)?มีวาระ|(?:ให้)?ยกเลิก(?:บรรดา)?(?:คำสั่ง|ประกาศ)|(?:คำสั่ง|ประกาศ)(?:ฉบับ)?นี้\s?ให้|สั่ง\s*ณ|ประกาศ\s*ณ|อนึ่ง|หมายเหตุ|จึง|ขอแสดงความ|ตั้งแต่บัดนี้|(?:โดย|สั่ง)?(?:ให้)?มีผล(?:บังคับ)?(?:ใช้)?(?:ตั้งแต่|นับ|ทันที)|(?:บรรดา)?คำสั่ง(?:ใด|นี้)|ลงชื่อ|\(ลงชื่อ|"
    r"ให้(?:คณะ)?(?:กรรมการ|ทำงาน|ผู้)(?:ที่)?(?:ได้รับ|มีราย)\S*แต่งตั้ง|ให้ผู้ได้รับ|ขอให้(?:คณะ|ผู้)"
    r"|ให้(?:คณะ)?(?:อนุ)?กรรมการ\S{0,20}(?:มีวาระ|ดำรงตำแหน่ง|ปฏิบัติหน้าที่|ได้รับ|เบิก))"
)
# สั่งให้มีผลตั้งแต่… | ให้ทุกฝ่ายประสานงานกัน… | ให้หัวหน้าแผนกวิชาทุกแผนกส่งรายชื่อ… | ให้กรรมการทุกท่านไปพร้อมกัน…
_TO_OTHERS = re.compile(
    r"สั่งให้|ให้(?:ทุก(?:ฝ่าย|คณะ|หน่วย|ส่วน|คน|กลุ่ม)|(?!ความ|คำ|การ|บริการ|ข้อ|ข่าว|ได้|มี|เกิด)\S{4,60}ทุก(?:แห่ง|อำเภอ|จังหวัด|โรงเรียน|หน่วย|ฝ่าย|แผนก|กอง|กลุ่ม|ท่าน|คน|นาย|ราย|คณะ|สาขา|ชั้น|ตำบล|หมู่บ้าน|ห้อง))"
    r"|ให้(?:หัวหน้า(?!คณะ)|ผู้(?:อำนวยการ|บังคับ|บริหาร|ว่าราชการ|กำกับ)|นายอำเภอ|ส่วนราชการ|หน่วยงาน)"
)
# What ends the sentence of a duty without being one: …โดยมีวาระการดำรงตำแหน่งสองปี | ทั้งนี้ ตั้งแต่วันที่…
_SETTLES = re.compile(
    r"\s(?:ทั้งนี้\s?(?:(?:ให้)?มีผล|ตั้งแต่|นับ)|(?:โดย|และ)?(?:ให้)?(?:มี|อยู่ใน)วาระ(?:การ)?\s?(?:ดำรง|ใน|คราว|ปฏิบัติ|อยู่|ละ|[\d๐-๙])"
    r"|(?:โดย|และ)?(?:ให้)?มีผล(?:บังคับ)?(?:ใช้)?\s?(?:ตั้งแต่|นับ)).*$"
)
_FLECKS = " \"'“”‘’.,|~"  # dirt of the paper before a paragraph
_LEFT_OF_MARKS = 0.02  # a line that starts further left than the marks goes on
_FULL_LINE, _FEW_WORDS = (
    0.88,
    0.2,
)  # of the page's width: where a full line ends, how long few words are
_RIGHT_OF_MARKS = 0.045  # one further right than the text after them, too


def is_introduction(paragraph: Paragraph) -> bool:
    """Whether a paragraph opens the duties of a committee."""
    return bool(_INTRODUCTION.search(paragraph.text[:160]))


def inline_duty(text: str) -> str:
    """What follows the introduction in the same paragraph.

    >>> inline_duty("มีหน้าที่ ให้คำปรึกษา แนะนำ"), inline_duty("มีหน้าที่ ดังต่อไปนี้")
    ('ให้คำปรึกษา แนะนำ', '')
    """
    found = _INTRODUCTION.search(text[:160])
    return tidy(text[found.end() :]) if found else ""


def read_duties(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The duties among the paragraphs that follow a list of members.

    Numbered, bulleted or plain, one each; a piece of a paragraph that bears no mark and does not
    stand where marks and their text stand goes on with the duty before it.
    """
    start = next((i for i, paragraph in enumerate(paragraphs) if is_introduction(paragraph)), None)
    if start is None:
        return ()
    found: list[str] = []
    first = inline_duty(paragraphs[start].text)
    counted = read_marker(first)  # มีหน้าที่ ๑) จัดทำตาราง…
    first = first[counted[1] :] if counted else first
    if re.search(r"[ก-ฮA-Za-z]", first):
        found += _counted_within(first) if counted else [first]
    marked = paragraphs[start] if counted else None
    for above, paragraph in pairwise(paragraphs[start:]):
        plain = paragraph.text.lstrip(_FLECKS)
        if _END.match(arabic(plain)) or is_person(plain):
            break
        if paragraph.marker is None and found and _TO_OTHERS.match(plain):
            break
        if marked is None and paragraph.marker not in (None, "-") and found and _later(paragraph):
            break  # มีหน้าที่ … in one sentence, and under it the next heading: ๓. ผู้ควบคุมงาน
        if paragraph.marker is None and marked is not None and found and _hangs(paragraph, marked):
            found[-1] = tidy(join_wrapped([found[-1], paragraph.text]))
            continue
        if paragraph.marker is None and found and _is_tail(above, paragraph):
            found[-1] = tidy(join_wrapped([found[-1], paragraph.text]))
            continue
        if paragraph.marker is not None:
            marked = paragraph
        if re.search(r"[ก-ฮA-Za-z]", paragraph.text):
            found.append(tidy(paragraph.text.lstrip(". ")))
    return tuple(_without_bare_ordinals([_SETTLES.sub("", duty) for duty in found]))


def _is_tail(above: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a few words are what a full line above had no more room for, set level with it:
    มีหน้าที่ จัดทำ… นับแต่วัน│เสร็จสิ้นงาน."""
    last, (line, *more) = above.passage.lines[-1], paragraph.passage.lines
    level = abs(last.box.left - line.box.left) < _LEFT_OF_MARKS and last.page == line.page
    few = not more and line.box.width < _FEW_WORDS and last.box.right > _FULL_LINE
    return level and few


def duties_by_name(paragraphs: Sequence[Paragraph], name: str) -> tuple[str, ...]:
    """What a sentence below a list bids its committee by name to do:
    ให้ฝ่ายทะเบียนนักกีฬา│ตรวจสอบรายชื่อและจัดทำบัตรประจำตัวนักกีฬา."""
    bids = re.compile(rf"(?:โดย)?ให้{re.escape(name)}\s?(?!ตาม|ที่|มี|ดัง)(?P<duty>[ก-ฮเ-ไ].{{6,}})")
    found = (bids.match(paragraph.text) for paragraph in paragraphs)
    return tuple(tidy(match["duty"]) for match in found if match)


def _counted_within(text: str) -> list[str]:
    """The duties that one paragraph counts: (๑) จัดทำแผน (๒) ทบทวนแผน, the first mark left off."""
    found, rest, number = [], text, 2
    while mark := re.search(rf"\s\(?{number}[.)]\s*(?=[ก-ฮเ-ไA-Za-z])", arabic(rest)):
        found.append(tidy(rest[: mark.start()]))
        rest, number = rest[mark.end() :], number + 1
    return [*found, tidy(rest)]


def _without_bare_ordinals(duties: list[str]) -> list[str]:
    """Duties that a typist numbered without dots: ๑ ให้ความช่วยเหลือ…, ๒ ประสาน…"""
    marks = [re.match(r"(\d{1,2})\s+(?=[ก-ฮเ-ไ])", arabic(duty)) for duty in duties]
    counted = all(mark and int(mark[1]) == place for place, mark in enumerate(marks, 1))
    return (
        [duty[mark.end() :] for duty, mark in zip(duties, marks, strict=True) if mark]
        if (counted and len(duties) > 1)
        else duties
    )


def _later(paragraph: Paragraph) -> bool:
    """Whether a number is one that no list begins with."""
    return paragraph.marker not in ("1", "1.1")


def _hangs(paragraph: Paragraph, marked: Paragraph) -> bool:
    """Whether a paragraph without a mark stands apart from where the marks stand."""
    one, other = paragraph.passage.lines[0], marked.passage.lines[0]
    return not -_LEFT_OF_MARKS <= one.box.left - other.box.left <= _RIGHT_OF_MARKS
