"""Who issues a blank form: the office over its title or under it, where its name stands in full."""

from __future__ import annotations

import pytest

from extractors.issuer.read import read_issuer
from pipeline.models import Box, Document, Line, Page
from tests.extractors.print_shop import pages

_BLANKS = """ชื่อ - สกุล ..................................................
ที่อยู่ ..................................................
>(ลงชื่อ) ..............................
>(........................................)"""
_WRITTEN = """>วันที่ ๗ มีนาคม ๒๕๖๗
เรียน  ผู้อำนวยการ
      ข้าพเจ้า นายเอก มั่นคง ขอลาพักผ่อนตั้งแต่วันที่ ๑๘ มีนาคม ๒๕๖๗
~(นายเอก มั่นคง)"""


def _issuer(head: str, rest: str = _BLANKS) -> str | None:
    found = read_issuer(Document(tuple(pages(f"{head}\n{rest}"))))
    return found.value if found else None


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("^เทศบาลตำบลดอนแก้วใหม่\n^แบบคำร้องทั่วไป", "เทศบาลตำบลดอนแก้วใหม่"),
        ("^แบบคำร้องทั่วไป\n^กองคลัง\n^เทศบาลตำบลดอนแก้วใหม่", "กองคลัง เทศบาลตำบลดอนแก้วใหม่"),
        (
            "^มหาวิทยาลัยริมโขง\n^สำนักทะเบียน\n^แบบคำร้องทั่วไป",
            "มหาวิทยาลัยริมโขง สำนักทะเบียน",
        ),
        ("@ 14 66\nงานรังสี\tF-01\nโรงพยาบาลดอนธูป\tครั้งที่ 2\n^แบบคำขอฟิล์ม", "งานรังสี โรงพยาบาลดอนธูป"),
        (">>ศพด. ๐๔\n^ศูนย์พัฒนาเด็กเล็กบ้านดอนงาม\n^แบบบันทึกการดื่มนม", "ศูนย์พัฒนาเด็กเล็กบ้านดอนงาม"),
        ("^แบบคำร้องทั่วไป\n^ศูนย์ดำรงธรรมอำเภอ....................", None),
        ("^แบบตอบรับการเข้าร่วมประชุม\n^เครือข่ายพิพิธภัณฑ์ภาคใต้ ประจำปี ๒๕๖๗", None),
        ("^แบบคำร้องทั่วไป\n>เขียนที่ โรงเรียนบ้านดอนงาม", None),
        ("^แบบรายงานการคัดแยกขยะ\n^เทศบาล/องค์การบริหารส่วนตำบล", None),
        ("^แบบรายงานการส่งน้ำ\n^เทศบาลตำบลหรือโครงการชลประทาน", None),
    ],
    ids=[
        "over",
        "two under",
        "a part under the whole",
        "cells",
        "code",
        "awaited",
        "an event",
        "a place",
        "two kinds",
        "this or that kind",
    ],
)
def test_the_office_over_or_under_the_title_issues_a_blank_form(
    head: str, issuer: str | None
) -> None:
    assert _issuer(head) == issuer


@pytest.mark.parametrize("place", ["เขียนที่ โรงเรียนบ้านดอนงาม", "ที่ทำการ คณะเกษตร มหาวิทยาลัยริมโขง"])
def test_where_a_form_was_written_is_no_issuer(place: str) -> None:
    assert _issuer(f"^แบบใบลาพักผ่อน\n>{place}", _WRITTEN) is None


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("การส่งน้ำของสถานีสูบน้ำ\tเป็นไป", None),
        ("การส่งน้ำของสถานีสูบน้ำ............ให้เรียบร้อย", None),
        ("การส่งน้ำของสถานีสูบน้ำเป็นไปอย่างเรียบร้อย", "สถานีสูบน้ำ"),
    ],
    ids=["room", "dots", "nothing left open"],
)
def test_a_sample_whose_text_leaves_room_behind_an_office_names_none(
    text: str, issuer: str | None
) -> None:
    order = (
        f"- ตัวอย่าง -\n^คำสั่งสถานีสูบน้ำ\n^ที่ ......../..........\n^เรื่อง แต่งตั้งคณะทำงาน\n@ 14 84\n{text}"
    )
    assert _issuer(order, "สั่ง ณ วันที่ ...............\n~(..................)") == issuer


def test_an_address_beside_the_name_in_a_letterhead_is_no_room_left_for_one() -> None:
    told = (
        ("การประปาเทศบาลดอนงาม", 0.14, 0.35, 0.07),
        ("๑๒ ถนนริมน้ำ อำเภอดอนงาม ๕๔๐๐๐", 0.64, 0.9, 0.07),
        ("คำขอติดตั้งมาตรวัดน้ำ", 0.4, 0.6, 0.1),
        ("วันที่ ......................", 0.55, 0.9, 0.13),
        ("เรียน ผู้จัดการการประปาเทศบาลดอนงาม", 0.14, 0.45, 0.16),
        ("ข้าพเจ้า .............................. อยู่บ้านเลขที่ ..................", 0.26, 0.9, 0.19),
        ("ขอติดตั้งมาตรวัดน้ำ ขนาด .................. นิ้ว", 0.26, 0.7, 0.22),
        ("ลงชื่อ ..............................", 0.5, 0.75, 0.3),
        ("(                                )", 0.53, 0.75, 0.33),
    )
    lines = tuple(
        Line(text, 1, Box(left, top, right, top + 0.014), 0.95) for text, left, right, top in told
    )
    found = read_issuer(Document((Page(1, lines),)))
    assert found is not None and found.value == "การประปาเทศบาลดอนงาม"
