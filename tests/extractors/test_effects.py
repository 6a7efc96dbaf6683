"""Letters that cancel or amend what they cite."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.citations import read_citations
from extractors.describe import describe
from extractors.effects import with_effects
from extractors.record import KEPT
from pipeline.models import Document

_HEAD = "ที่ กข ๐๑๐๑/ว ๗๗\nกรมตัวอย่าง\n๑ มีนาคม ๒๕๖๗\nเรื่อง ตัวอย่าง\nเรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n"
_ONE = "อ้างถึง หนังสือกรมตัวอย่าง ที่ กข ๐๑๐๑/ว ๕ ลงวันที่ ๕ มกราคม ๒๕๖๗\n"
_TWO = (
    "อ้างถึง ๑. หนังสือกรมตัวอย่าง ที่ กข ๐๑๐๑/ว ๕ ลงวันที่ ๕ มกราคม ๒๕๖๗\n"
    "๒. หนังสือกรมตัวอย่าง ที่ กข ๐๑๐๑/ว ๖ ลงวันที่ ๖ มกราคม ๒๕๖๗\n"
)
_FOOT = "\nจึงเรียนมาเพื่อโปรดทราบ\nขอแสดงความนับถือ\n(นายเอก มั่นคง)\nอธิบดีกรมตัวอย่าง"


@pytest.mark.parametrize(
    ("cited", "body", "expected"),
    [
        (_ONE, "ด้วยมีเหตุจำเป็น จึงขอยกเลิกหนังสือที่อ้างถึง", {"กข 0101/ว 5": "cancels"}),
        (
            _ONE,
            "ด้วยกรมได้ทบทวนแล้ว จึงขอยกเลิกการรายงานผลตามหนังสือที่อ้างถึง ตั้งแต่บัดนี้",
            {"กข 0101/ว 5": "cancels"},
        ),
        (
            _ONE,
            "ด้วยมีข้อขัดข้อง จึงขอขยายระยะเวลาการส่งรายงานตามหนังสือที่อ้างถึงไปจนถึงสิ้นปี",
            {"กข 0101/ว 5": "amends"},
        ),
        (
            _TWO,
            "ด้วยมีข้อขัดข้อง จึงขอแก้ไขกำหนดส่งรายงานตามหนังสือที่อ้างถึง ๒ ดังนี้",
            {"กข 0101/ว 6": "amends"},
        ),
        (_TWO, "ด้วยกรมได้ทบทวนแล้ว จึงขอยกเลิกหนังสือ ที่ กข ๐๑๐๑/ว ๕", {"กข 0101/ว 5": "cancels"}),
        (_ONE, "ตามหนังสือที่อ้างถึง กรมได้ยกเลิกหนังสือเวียนเดิมแล้ว นั้น", {}),
        (_ONE, "ด้วยกรมขอยกเลิกการประชุมในวันที่ ๕ มีนาคม ๒๕๖๗", {}),
        (_ONE, "ตามหนังสือที่อ้างถึง ขอให้จังหวัดรายงานผล", {}),
    ],
)
def test_letters(
    typed: Callable[..., Document], cited: str, body: str, expected: dict[str, str]
) -> None:
    document = typed(_HEAD + cited + body + _FOOT)
    marked = with_effects(read_citations(document), document)
    assert {one.number: one.effect for one in marked if one.effect} == expected


@pytest.mark.parametrize(
    ("sentence", "effect"),
    [
        ("ให้ยกเลิกคำสั่งจังหวัดตัวอย่าง ที่ ๕/๒๕๖๖ ลงวันที่ ๕ มกราคม ๒๕๖๖", "cancels"),
        ("ให้ยกเลิกความในข้อ ๓ ของคำสั่งจังหวัดตัวอย่าง ที่ ๕/๒๕๖๖ ลงวันที่ ๕ มกราคม ๒๕๖๖", "amends"),
        ("จึงแก้ไขเพิ่มเติมคำสั่งจังหวัดตัวอย่าง ที่ ๕/๒๕๖๖ ลงวันที่ ๕ มกราคม ๒๕๖๖", "amends"),
        ("ตามคำสั่งจังหวัดตัวอย่าง ที่ ๕/๒๕๖๖ ลงวันที่ ๕ มกราคม ๒๕๖๖ นั้น", None),
    ],
)
def test_orders(typed: Callable[..., Document], sentence: str, effect: str | None) -> None:
    document = typed(
        "คำสั่งจังหวัดตัวอย่าง\nที่ ๙/๒๕๖๗\nเรื่อง แต่งตั้งคณะทำงาน\n"
        f"ด้วยมีการโยกย้าย {sentence}\nสั่ง ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๗\n(นายเอก มั่นคง)"
    )
    (citation,) = with_effects(read_citations(document), document)
    assert citation.effect == effect


def test_the_catalogue_keeps_what_the_contract_does_not_name(
    typed: Callable[..., Document],
) -> None:
    record = describe(typed(f"{_HEAD}{_ONE}ด้วยมีเหตุ จึงขอยกเลิกหนังสือที่อ้างถึง{_FOOT}"))
    assert "effect" not in record.model_dump(mode="json")["citations"][0]
    kept = record.model_dump(mode="json", context=KEPT)["citations"][0]
    assert kept["effect"] == "cancels"
