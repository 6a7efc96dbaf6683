"""An issuer is as sure as the rest of the paper vouches for it."""

from __future__ import annotations

import pytest

from extractors.issuer import read_issuer
from extractors.issuer_witnesses import ALONE, names_same
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
        ({}, ALONE),
    ],
    ids=["its head signs", "it speaks in the text", "its code", "nothing else"],
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
