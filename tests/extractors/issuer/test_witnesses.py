"""An issuer is as sure as the rest of the paper vouches for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.issuer.read import read_issuer
from extractors.issuer.witnesses import ALONE, names_same
from pipeline.models import Document
from tests.extractors.typeset import printed

LETTER = """ที่ {number}\t{letterhead}
\tถนนริมน้ำ
\t\t๑ มีนาคม ๒๕๖๖
เรื่อง ขอเชิญประชุม
เรียน ผู้เกี่ยวข้อง
    ด้วย{speaker}กำหนดจัดประชุม จึงขอเชิญท่านเข้าร่วมประชุมในวันดังกล่าว
»ขอแสดงความนับถือ
»(นายเอก มั่นคง)
»{post}
"""


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ({"post": "อธิบดีกรมป่าไม้"}, 1.0),
        ({"speaker": "กรมป่าไม้"}, 1.0),
        ({"letterhead": "ศาลากลางจังหวัดน่าน", "number": "นน ๐๐๑๗.๒/๑๒"}, 1.0),
        ({"letterhead": "สำนักงานเกษตรอำเภอปัว", "post": "เกษตรอำเภอปัว"}, 1.0),
        ({"letterhead": "ธนาคารออมทรัพย์ สาขาหนองหาร", "post": "ผู้จัดการสาขาหนองหาร"}, 1.0),
        ({"letterhead": "กองบิน ๙๑", "post": "ผู้บังคับการกองบิน ๙๑"}, 1.0),
        ({}, ALONE),
    ],
    ids=[
        "its head signs",
        "it speaks in the text",
        "its code",
        "its head is named as it is",
        "the head of the greater part of its name signs",
        "its figures are Thai below",
        "nothing else",
    ],
)
def test_who_vouches_for_an_issuer(said: dict[str, str], sure: float) -> None:
    issuer = read_issuer(printed(LETTER.format(**{**_NOBODY, **said})))
    assert issuer is not None and (issuer.confidence, issuer.note) == (sure, None)


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ({"post": "อธิบดีกรมประมง"}, "the signatory heads another office: กรมประมง"),
        (
            {"letterhead": "ศาลากลางจังหวัดน่าน", "number": "พร ๐๐๑๗.๒/๑๒"},
            "the code of the number is that of จังหวัดแพร่",
        ),
    ],
)
def test_who_speaks_against_it(said: dict[str, str], doubt: str) -> None:
    issuer = read_issuer(printed(LETTER.format(**{**_NOBODY, **said})))
    assert issuer is not None and issuer.note == doubt
    assert issuer.confidence is not None and issuer.confidence <= 0.5


@pytest.mark.parametrize(
    ("letterhead", "post", "value", "sure"),
    [
        ("สำนักงานจังหวัดชัยภูมิ", "หัวหน้าสำนักงานจังหวัดชัยภูม", "สำนักงานจังหวัดชัยภูมิ", True),
        ("การไฟฟ้าจงหวดลาพูน", "ผู้จัดการการไฟฟ้าจังหวัดลำพูน", "การไฟฟ้าจังหวัดลำพูน", False),
        ("โรงเรียนวัดบางแก้ว", "ผู้อำนวยการโรงเรียนวัดบางแค", "โรงเรียนวัดบางแก้ว", False),
    ],
    ids=["letters of the post were misread", "of the letterhead", "two offices"],
)
def test_the_letterhead_and_the_post_below_read_each_other_right(
    letterhead: str, post: str, value: str, sure: bool
) -> None:
    said = {"letterhead": letterhead, "post": post}
    issuer = read_issuer(printed(LETTER.format(**{**_NOBODY, **said})))
    assert issuer is not None and issuer.value == value
    assert (issuer.note is None) is sure


def test_a_board_of_no_name_is_no_other_office() -> None:
    said = {"letterhead": "มูลนิธิเพื่อการศึกษาริมน้ำ", "post": "ประธานคณะกรรมการมูลนิธิ"}
    issuer = read_issuer(printed(LETTER.format(**{**_NOBODY, **said})))
    assert issuer is not None and issuer.note is None


SEALED = """ที่ กษ ๐๑๐๒/๑๒
ถึง จังหวัดน่าน
    ด้วย{speaker}กำหนดจัดประชุม จึงขอให้แจ้งผู้เกี่ยวข้องเข้าร่วมประชุม
»กรมป่าไม้
»๑ มีนาคม ๒๕๖๖
"""


def test_an_office_at_the_seal_of_a_stamped_letter_stands_where_it_should() -> None:
    issuer = read_issuer(printed(SEALED.format(speaker="ทางราชการ")))
    assert issuer is not None and issuer.value == "กรมป่าไม้"
    assert issuer.note is None


def test_a_province_below_an_office_ends_its_name_at_the_foot() -> None:
    foot = "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์\n»จังหวัดน่าน"
    letter = SEALED.replace("»กรมป่าไม้", f"»{foot}").replace("กษ ๐๑๐๒", "พม ๐๑๐๒")
    issuer = read_issuer(printed(letter.format(speaker="ทางราชการ")))
    assert issuer is not None
    assert issuer.value == "สำนักงานพัฒนาสังคมและความมั่นคงของมนุษย์จังหวัดน่าน"


_NOBODY = {
    "number": "กษ ๐๑๐๒/๑๒",
    "letterhead": "กรมป่าไม้",
    "speaker": "ทางราชการ",
    "post": "ผู้ทรงคุณวุฒิ",
}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("เทศบาลตำบลทุ่งกว้าง", "สำนักปลัดเทศบาลตำบลทุ่งกว้าง", True),
        ("จังหวัดน่าน", "สำนักงานเกษตรจังหวัดน่าน", True),
        ("โรงเรียนบ้านสวน", "โรงพยาบาลริมน้ำ", False),
    ],
)
def test_names_of_one_office(one: str, other: str, same: bool) -> None:
    assert names_same(one, other) is same


@pytest.mark.parametrize("piece", ["รุส่วนตำบล", "ศาลากลางจังห"])
def test_a_piece_of_a_letterhead_under_a_stamp_is_the_office_that_the_signatory_heads(
    piece: str,
) -> None:
    office = "องค์การบริหารส่วนตำบลกุดงาม" if "ตำบล" in piece else "จังหวัดน่าน"
    head = "นายก" if "ตำบล" in piece else "ผู้ว่าราชการ"
    said = {
        "letterhead": piece,
        "number": "ยส ๗๒๓๐๑/๑๒",
        "speaker": "สำนักงาน",
        "post": head + office,
    }
    document = printed(LETTER.format(**said))
    weak = [
        replace(line, confidence=0.5) if piece in line.text else line for line in document.lines
    ]
    found = read_issuer(Document((replace(document.pages[0], lines=tuple(weak)),)))
    assert found is not None and found.value == office
    assert found.text == piece and piece in (found.note or "")
