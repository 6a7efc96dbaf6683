"""The office that speaks in the text of a stamped letter, where a seal lies over its name."""

from __future__ import annotations

import pytest

from extractors.issuer.read import read_issuer
from extractors.record import DOUBT
from pipeline.models import Box, Document, Line, Page


def line(text: str, left: float, top: float, width: float) -> Line:
    return Line(text, 1, Box(left, top, left + width, top + 0.013), 0.93)


def letter(text: str, *foot: str) -> Document:
    return Document(
        (
            Page(
                1,
                (
                    line("ที่ กษ ๐๘๓๑.๐๒/๓๐๗", 0.14, 0.16, 0.2),
                    line("ถึง สำนักงานเกษตรจังหวัดสระแก้ว", 0.14, 0.19, 0.3),
                    line(text, 0.26, 0.22, 0.6),
                    line("จึงเรียนมาเพื่อทราบ", 0.26, 0.25, 0.2),
                    *(line(one, 0.58 + 0.12 * at, 0.34, 0.08) for at, one in enumerate(foot)),
                    line("๑๕ ก.ค. ๒๕๖๒", 0.62, 0.36, 0.1),
                ),
            ),
        )
    )


@pytest.mark.parametrize(
    ("text", "foot", "office"),
    [
        (
            "สำนักงานพัฒนาที่ดินชายแดนขอส่งผลวิเคราะห์ดินตามตัวอย่างที่ได้รับ",
            ("สำนัก น", "นช ฌเดน"),
            "สำนักงานพัฒนาที่ดินชายแดน",
        ),
        (
            "ด้วยสำนักงานทุนการศึกษาแห่งชาติจะเปิดรับสมัครผู้รับทุนระดับปริญญาตรี",
            ("สำนักง(มิ๊ทุ", "กศึกษาแห่งชาติ"),
            "สำนักงานทุนการศึกษาแห่งชาติ",
        ),
    ],
)
def test_pieces_below_a_seal_are_the_office_that_speaks(
    text: str, foot: tuple[str, ...], office: str
) -> None:
    found = read_issuer(letter(text, *foot))
    assert found and found.value == office
    assert found.confidence is not None and found.confidence <= DOUBT


def test_a_place_that_begins_so_is_no_verb() -> None:
    found = read_issuer(letter("ด้วยโรงพยาบาลจะนะจะเปิดให้บริการตรวจสุขภาพ", "โรงพย"))
    assert found and found.value == "โรงพยาบาลจะนะ"
