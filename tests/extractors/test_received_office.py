"""The office of a worn received stamp is that of the addressee, where the letters agree."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.receipt import read_receipts
from extractors.received_office import as_addressed
from pipeline.models import Box, Document, Line, Stamp
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    ("read", "addressee", "office"),
    [
        ("โรงเรียนชมชนบานดอนงาม", "ผู้อำนวยการโรงเรียนชุมชนบ้านดอนงาม", "โรงเรียนชุมชนบ้านดอนงาม"),
        ("ทีวาการอำเภอดอนง ม", "นายอำเภอดอนงาม", "ที่ว่าการอำเภอดอนงาม"),
        ("อบต ดอนงามหนือ", "นายกองค์การบริหารส่วนตำบลดอนงามเหนือ", "อบต.ดอนงามเหนือ"),
        ("ที่ท่าการกานันตำบลดอนงาม", "กำนันตำบลดอนงาม", "ที่ทำการกำนันตำบลดอนงาม"),
        (
            "สนง.ที่ดินจังหวัดแพร่ ส ขาดอนงาม",
            "เจ้าพนักงานที่ดินจังหวัดแพร่ สาขาดอนงาม",
            "สนง.ที่ดินจังหวัดแพร่ สาขาดอนงาม",
        ),
        ("สนง เกษตรอำเภอดอนง ม", "เกษตรอำเภอดอนงาม", "สนง.เกษตรอำเภอดอนงาม"),
        ("โรงเรียนบ้านหนองปลาซิว", "ผู้อำนวยการโรงเรียนบ้านหนองปลาดุก", "โรงเรียนบ้านหนองปลาซิว"),
        ("สำนักงานเกษตรจังหวัดแพร่", "ผู้ว่าราชการจังหวัดแพร่", "สำนักงานเกษตรจังหวัดแพร่"),
        ("โรงเรียนดอนงาม ๑", "ผู้อำนวยการโรงเรียนดอนงาม ๒", "โรงเรียนดอนงาม ๑"),
    ],
)
def test_letters_that_rubber_lost_are_the_addressees(
    read: str, addressee: str, office: str
) -> None:
    assert as_addressed(read, [addressee]) == office


def test_a_receipt_so_told_is_in_doubt() -> None:
    letter = """
ที่ ดง ๐๔๕/๒๕๖๘
เรื่อง  ขอเชิญประชุม
เรียน  ผู้อำนวยการโรงเรียนชุมชนบ้านดอนงาม
      ด้วยอำเภอจะประชุมในวันศุกร์
"""
    (page,) = pages(letter)
    words = ("โรงเรียนชมชนบานดอนงาม", "เลขรับ 307", "วันที่ 17 พ.ค. 2567")
    boxes = [Box(0.7, 0.05 + 0.02 * row, 0.9, 0.065 + 0.02 * row) for row in range(3)]
    lines = tuple(Line(text, 1, box, 0.93) for text, box in zip(words, boxes, strict=True))
    page = replace(page, stamps=(Stamp(1, Box.around(boxes), lines),))
    (receipt,) = read_receipts(Document((page,)))
    assert (receipt.office, receipt.number) == ("โรงเรียนชุมชนบ้านดอนงาม", "307")
    assert receipt.confidence is not None and receipt.confidence <= 0.5
