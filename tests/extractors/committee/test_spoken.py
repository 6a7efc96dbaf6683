"""Committees whose members a sentence names one after another, where no list stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.committee.read import read_committees
from pipeline.models import Document

Make = Callable[..., Document]

_HEAD = "คำสั่งอำเภอธารทอง\nที่ ๑๒/๒๕๖๗\nเรื่อง แต่งตั้งคณะกรรมการตรวจสอบพัสดุ\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "{0} ตำแหน่งปลัดอำเภอ เป็นประธานกรรมการ {1} นักบัญชี เป็นกรรมการ และ{2} นิติกร เป็นเลขานุการ",
        "{0} (ปลัดอำเภอ) เป็นประธานกรรมการ {1} (นักบัญชี) เป็นกรรมการ และ{2} (นิติกร) เป็นเลขานุการ",
        "{0} ปลัดอำเภอ ประธานกรรมการ {1} นักบัญชี กรรมการ และ{2} นิติกร เลขานุการ",
        "{0} ปลัดอำเภอ เป็นประธานกรรมการ, {1} นักบัญชี เป็นกรรมการ, {2} นิติกร เป็นเลขานุการ",
    ],
)
@pytest.mark.parametrize(
    "opening",
    [
        "จึงแต่งตั้งคณะกรรมการตรวจสอบพัสดุ ประกอบด้วย ",
        "จึงแต่งตั้งคณะกรรมการตรวจสอบพัสดุ โดยมี ",
        "จึงแต่งตั้งคณะกรรมการตรวจสอบพัสดุ มี",
        "จึงแต่งตั้งคณะกรรมการตรวจสอบพัสดุ โดยให้ ",
        "จึงแต่งตั้งคณะกรรมการตรวจสอบพัสดุ คือ ",
        "จึงแต่งตั้งให้ ",
    ],
)
def test_who_is_named_in_a_sentence(typed: Make, opening: str, sentence: str) -> None:
    who = ("นายเอก มั่นคง", "นางโท แสนดี", "นายตรี ใจเย็น")
    (found,) = read_committees(typed(f"{_HEAD}{opening}{sentence.format(*who)}"))
    assert found.name == "คณะกรรมการตรวจสอบพัสดุ"
    assert [(one.name, one.position, one.role) for one in found.members] == [
        ("นายเอก มั่นคง", "ปลัดอำเภอ", "chair"),
        ("นางโท แสนดี", "นักบัญชี", "member"),
        ("นายตรี ใจเย็น", "นิติกร", "secretary"),
    ]
