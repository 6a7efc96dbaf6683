"""How a letter's body is cut into clauses, and where a duty stands among them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.obligations.judge.asked_clauses import cut_clauses, places_of
from extractors.record import Obligation
from extractors.text.clauses import Paragraph
from extractors.text.passage import Passage
from pipeline.models import Box, Line


def body(*texts: str) -> list[Paragraph]:
    box = Box(0.1, 0.1, 0.9, 0.12)
    return [Paragraph(Passage.of([Line(text, 1, box)])) for text in texts]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        (
            "จึงขอให้อำเภอสำรวจแหล่งน้ำ และรายงานผล ภายในวันที่ ๕ มีนาคม ๒๕๖๗ บันทึกในระบบด้วย",
            ["จึงขอให้อำเภอสำรวจแหล่งน้ำ", "และรายงานผล ภายในวันที่ ๕ มีนาคม ๒๕๖๗", "บันทึกในระบบด้วย"],
        ),
        ("ขอให้ดำเนินการ (๑) ตั้งด่าน (๒) ซ่อมถนน", ["ขอให้ดำเนินการ", "(๑) ตั้งด่าน", "(๒) ซ่อมถนน"]),
        ("ประชุม ณ ห้องประชุม จำนวน ๕ เครื่อง", ["ประชุม ณ ห้องประชุม จำนวน ๕ เครื่อง"]),
        (  # a year of two digits counts nothing
            "ขอให้ส่งชื่อภายใน ๒๑ ม.ค. ๖๕ สุ่มตรวจร้านค้า กับรายงานผลทุกเดือน",
            ["ขอให้ส่งชื่อภายใน ๒๑ ม.ค. ๖๕", "สุ่มตรวจร้านค้า", "กับรายงานผลทุกเดือน"],
        ),
        ("ให้ลงนามแล้วส่งคืนโดยด่วน", ["ให้ลงนาม", "แล้วส่งคืนโดยด่วน"]),
        (
            "ขอให้ส่งแบบแปลนภายใน ๑๕ วัน กับมาให้ถ้อยคำ กับทั้งนำต้นฉบับมาด้วย ระหว่างนี้ให้งดการก่อสร้าง",
            [
                "ขอให้ส่งแบบแปลนภายใน ๑๕ วัน",
                "กับมาให้ถ้อยคำ",
                "กับทั้งนำต้นฉบับมาด้วย",
                "ระหว่างนี้ให้งดการก่อสร้าง",
            ],
        ),
        ("พบผู้ปกครองระหว่างนายดำ กับคณะครู", ["พบผู้ปกครองระหว่างนายดำ กับคณะครู"]),
        (  # neither in brackets nor in an office's name does anything begin
            "ขอให้ส่งแบบ (สิ่งที่ส่งมาด้วย 2) ไปยังกองเผยแพร่และประชาสัมพันธ์ ภายในวันนี้ และเตรียมสรุป",
            [
                "ขอให้ส่งแบบ (สิ่งที่ส่งมาด้วย 2) ไปยังกองเผยแพร่และประชาสัมพันธ์ ภายในวันนี้",
                "และเตรียมสรุป",
            ],
        ),
    ],
)
def test_clauses_of_a_paragraph(text: str, clauses: list[str]) -> None:
    assert [one.text.strip() for one in cut_clauses(body(text))] == clauses


def test_a_duty_stands_from_its_word_of_asking_to_its_last_word() -> None:
    paper = body("ด้วยกรมจัดประชุม", "จึงขอให้ท่าน แจ้งรายชื่อ ภายในวันที่ ๕ มีนาคม ๒๕๖๗ และเตรียมเอกสาร")
    duty = Obligation(clause=None, action="reply", text="ขอให้ท่าน แจ้งรายชื่อ ภายในวันที่ ๕ มีนาคม ๒๕๖๗")
    (told,) = places_of([duty], paper, cut_clauses(paper))
    assert (told.first, told.verb, told.last) == (1, 2, 2)


_THAI = ["จึงขอให้", "อำเภอ", "รายงาน", " และ", "แล้ว", "โดย", " ภายใน", "กับ", " โปรด", "ๆ "]
_PIECES = [*_THAI, "๕ มีนาคม ๒๕๖๗", " (๑) ", "ณ ", "\t"]


@given(st.lists(st.lists(st.sampled_from(_PIECES), max_size=12).map("".join), max_size=4))
def test_clauses_lose_nothing_and_keep_their_order(texts: list[str]) -> None:
    paper = body(*(text or "-" for text in texts))
    clauses = cut_clauses(paper)
    whole = "".join(one.passage.text for one in paper)
    assert "".join("".join(one.text for one in clauses).split()) == "".join(whole.split())
    for one in clauses:
        assert paper[one.place].passage.text[one.start : one.end] == one.text
