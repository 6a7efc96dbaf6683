"""Members whose post or duty had no room on their row, or stands below it."""

from __future__ import annotations

import pytest

from extractors.committee.read import read_committees
from extractors.record import Committee
from pipeline.split import split
from tests.extractors.print_shop import pages

_HEAD = """
^คำสั่งอำเภอธารทอง
^ที่ ๑๒/๒๕๖๗
^เรื่อง แต่งตั้งคณะกรรมการปฐมนิเทศนักศึกษาใหม่
      เพื่อความเรียบร้อย จึงแต่งตั้งคณะกรรมการปฐมนิเทศนักศึกษาใหม่ ดังนี้
"""
_FOOT = """
@ 14 56
      สั่ง ณ วันที่ ๑ สิงหาคม พ.ศ. ๒๕๖๗
~(นายเอก มั่นคง)
~นายอำเภอธารทอง
"""
_LONG = "ผู้อำนวยการสำนักงานทรัพยากรธรรมชาติและสิ่งแวดล้อมจังหวัด"


def _read(body: str) -> tuple[Committee, ...]:
    (document,) = split(pages(_HEAD + body.strip("\n") + _FOOT))
    return read_committees(document)


def _told(committee: Committee) -> list[str]:
    return [f"{m.order}|{m.name}|{m.position}|{m.role}" for m in committee.members]


def test_the_name_of_who_comes_anew_is_whole() -> None:
    (found,) = _read("@ 14 66\n๑. นายเอก มั่นคง\tประธานกรรมการ\n๒. นางโท แสนดี\tกรรมการ")
    assert found.name == "คณะกรรมการปฐมนิเทศนักศึกษาใหม่"


@pytest.mark.parametrize(
    "rows",
    [
        f"@ 14 66\n๑. นายเอก มั่นคง\tประธานกรรมการ\n      {_LONG}\n"
        "๒. นางโท แสนดี\tกรรมการ\n      นิติกร",
        f"      ๑. นายเอก มั่นคง {_LONG} เป็นประธานกรรมการ\n      ๒. นางโท แสนดี นิติกร เป็นกรรมการ",
        f"      ๑. นายเอก มั่นคง {_LONG}\n          (ประธานกรรมการ)\n"
        "      ๒. นางโท แสนดี นิติกร\n          (กรรมการ)",
        f"@ 14 36 64\nประธานกรรมการ\t๑. นายเอก มั่นคง\t{_LONG}\nกรรมการ\t๒. นางโท แสนดี\tนิติกร",
        f"@ 14 44 72\n๑. นายเอก มั่นคง\t{_LONG}\tประธานกรรมการ\n<<PAGE>>\n^- ๒ -\n"
        "@ 14 44 72\n๒. นางโท แสนดี\tนิติกร\tกรรมการ",
        f"@ 14 66\n๑. นายเอก มั่นคง\tประธานกรรมการ\n<<PAGE>>\n^- ๒ -\n@ 14 66\n      {_LONG}\n"
        "๒. นางโท แสนดี\tกรรมการ\n      นิติกร",
        f"      ๑. นายเอก มั่นคง {_LONG}\n<<PAGE>>\n^- ๒ -\n          เป็นประธานกรรมการ\n"
        "      ๒. นางโท แสนดี นิติกร\n          เป็นกรรมการ",
    ],
    ids=["post below", "running", "framed", "led", "page", "post over a page", "duty over a page"],
)
def test_a_post_of_two_lines_and_a_duty_below(rows: str) -> None:
    (found,) = _read(rows)
    assert _told(found) == [f"1|นายเอก มั่นคง|{_LONG}|chair", "2|นางโท แสนดี|นิติกร|member"]


@pytest.mark.parametrize(
    "rows",
    [
        f"- นายเอก มั่นคง {_LONG} เป็นประธานกรรมการ\n- นางโท แสนดี นิติกร เป็นกรรมการ",
        f"นายเอก มั่นคง {_LONG}\n        (ประธานกรรมการ)\nนางโท แสนดี นิติกร\n        (กรรมการ)",
        f"@ 14 44 74\n- นายเอก มั่นคง\t{_LONG}\tประธานกรรมการ\n- นางโท แสนดี\tนิติกร\tกรรมการ",
    ],
)
def test_lists_without_numbers(rows: str) -> None:
    (found,) = _read(rows)
    assert _told(found) == [f"None|นายเอก มั่นคง|{_LONG}|chair", "None|นางโท แสนดี|นิติกร|member"]


def test_a_table_whose_first_post_names_money_is_one_of_members() -> None:
    (found,) = _read(
        "@ 14 20 46 72\n| ๑ | นายเอก มั่นคง | ผู้อำนวยการกองแผนและงบประมาณ | ประธานกรรมการ |\n"
        "| ๒ | นางโท แสนดี | ผู้ทรงคุณวุฒิ | กรรมการ |\n| ๓ | นายตรี ใจเย็น | กรรมการ | ผู้ทรงคุณวุฒิ |"
    )
    assert found.members[0].position == "ผู้อำนวยการกองแผนและงบประมาณ"
    assert [member.role for member in found.members] == ["chair", "member", "member"]


def test_a_duty_broken_in_one_of_two_columns() -> None:
    (found,) = _read(
        "@ 14 54\n๑. รองศาสตราจารย์ ดร.เกรียงไกร เรืองเดช ประธานกรรมการ\t๓. นายตรี ใจเย็น กรรมการ\n"
        "๒. นางโท แสนดี กรรมการ\t๔. นายจัตวา ยิ้มแย้มแจ่มใส กรรมการและผู้ช่วยเลขานุการ"
    )
    assert [(member.order, member.role) for member in found.members] == [
        (1, "chair"),
        (2, "member"),
        (3, "member"),
        (4, "assistant_secretary"),
    ]


def test_a_heading_at_the_margin_below_a_full_duty() -> None:
    duty = "ประสานงานและอำนวยความสะดวกให้การดำเนินงานเป็นไปด้วยความเรียบร้อยทุกประการ"
    works, gifts = _read(
        "ฝ่ายสถานที่\n@ 14 66\n๑. นายเอก มั่นคง\tประธานกรรมการ\n๒. นางโท แสนดี\tกรรมการ\n@ 14 56\n"
        f"      มีหน้าที่ {duty}\nฝ่ายของที่ระลึก\n@ 14 66\n"
        "๑. นายตรี ใจเย็น\tประธานกรรมการ\n๒. นางจัตวา ยิ้มแย้ม\tกรรมการ"
    )
    assert [works.name, gifts.name] == ["ฝ่ายสถานที่", "ฝ่ายของที่ระลึก"]
    assert works.duties == (duty,)


def test_duties_that_head_their_bearers_one_after_another() -> None:
    (found,) = _read(
        "@ 20 60\nประธานกรรมการ\n๑. นายเอก มั่นคง\tปลัดอำเภอ\nกรรมการ\n๑. นางโท แสนดี\tนิติกร\n"
        "๒. นายตรี ใจเย็น\tผู้ทรงคุณวุฒิ\nกรรมการและเลขานุการ\n๑. นางจัตวา ยิ้มแย้ม\tเสมียนตรา"
    )
    assert found.name == "คณะกรรมการปฐมนิเทศนักศึกษาใหม่"
    assert _told(found) == [
        "1|นายเอก มั่นคง|ปลัดอำเภอ|chair",
        "1|นางโท แสนดี|นิติกร|member",
        "2|นายตรี ใจเย็น|ผู้ทรงคุณวุฒิ|member",
        "1|นางจัตวา ยิ้มแย้ม|เสมียนตรา|secretary",
    ]


def test_members_counted_under_a_heading_of_their_own_without_numbers() -> None:
    (found,) = _read(
        "๑. คณะกรรมการอำนวยการ\n    ๑.๑ องค์ประกอบ\n@ 18 44 72\n"
        "นายเอก มั่นคง\tปลัดอำเภอ\tประธานกรรมการ\nMrs. Mary Ann Brown\tครู\tกรรมการ"
    )
    assert found.name == "คณะกรรมการอำนวยการ"
    assert _told(found) == [
        "None|นายเอก มั่นคง|ปลัดอำเภอ|chair",
        "None|Mrs. Mary Ann Brown|ครู|member",
    ]


def test_numbers_without_a_dot_before_whoever_is_next() -> None:
    (found,) = _read(
        "@ 16 72\n๑ นายอำเภอธารทอง\tประธานกรรมการ\n๒ เหล่ากาชาดจังหวัด\tกรรมการและเลขานุการ"
    )
    assert [member.order for member in found.members] == [1, 2]


def test_what_leads_a_line_that_runs_on_at_the_margin() -> None:
    (found,) = _read(
        f"      ประธานกรรมการ : นายเอก มั่นคง นายกสมาคมผู้ปกครองและครู {_LONG}\n"
        "      กรรมการ : นางโท แสนดี นิติกร"
    )
    assert found.members[0].position == f"นายกสมาคมผู้ปกครองและครู {_LONG}"
