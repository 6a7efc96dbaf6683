"""One duty beside a brace belongs to all the names it joins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.committee.read import read_committees
from pipeline.models import Document

Make = Callable[..., Document]

_ABOVE = [
    [(0.4, "คำสั่งเทศบาลตัวอย่าง")],
    [(0.4, "ที่ ๗/๒๕๖๗")],
    [(0.3, "เรื่อง แต่งตั้งคณะทำงานสำรวจ")],
    [],
    [(0.2, "จึงแต่งตั้งคณะทำงานสำรวจ ดังนี้")],
    [(0.2, "๑. ปลัดเทศบาล"), (0.72, "หัวหน้าคณะทำงาน")],
]
_BELOW = [[(0.4, "สั่ง ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๗")]]


@pytest.mark.parametrize(
    ("printed", "roles"),
    [
        (
            [
                [(0.2, "๒. หัวหน้าสำนักปลัด")],
                [(0.2, "๓. ผู้อำนวยการกองช่าง"), (0.68, "}"), (0.72, "คณะทำงาน")],
                [(0.2, "๔. ผู้อำนวยการกองคลัง")],
                [(0.2, "๕. นิติกร"), (0.72, "คณะทำงานและเลขานุการ")],
            ],
            ["chair", "member", "member", "member", "secretary"],
        ),
        (
            [
                [(0.2, "๒. หัวหน้าสำนักปลัด")],
                [(0.2, "๓. ผู้อำนวยการกองช่าง")],
                [(0.2, "๔. ผู้อำนวยการกองคลัง"), (0.72, "คณะทำงาน")],
                [(0.2, "๕. ผู้อำนวยการกองการศึกษา")],
                [(0.2, "๖. ผู้อำนวยการกองสาธารณสุข")],
                [(0.2, "๗. นิติกร"), (0.72, "คณะทำงานและเลขานุการ")],
            ],
            ["chair", *["member"] * 5, "secretary"],
        ),
        (  # one duty that was not read is no brace
            [
                [(0.2, "๒. หัวหน้าสำนักปลัด")],
                [(0.2, "๓. ผู้อำนวยการกองช่าง"), (0.72, "คณะทำงาน")],
                [(0.2, "๔. นิติกร"), (0.72, "คณะทำงานและเลขานุการ")],
            ],
            ["chair", "other", "member", "secretary"],
        ),
    ],
)
def test_braces(
    scanned: Callable[..., Document],
    printed: list[list[tuple[float, str]]],
    roles: list[str],
) -> None:
    (committee,) = read_committees(scanned([*_ABOVE, *printed, *_BELOW]))
    assert [member.role for member in committee.members] == roles


def test_a_duty_given_by_a_brace_is_doubtful_also_at_the_end_of_a_list(
    scanned: Callable[..., Document],
) -> None:
    names = [
        [(0.2, "๒. หัวหน้าสำนักปลัด")],
        [(0.2, "๓. ผู้อำนวยการกองช่าง"), (0.72, "คณะทำงาน")],
        [(0.2, "๔. ผู้อำนวยการกองคลัง")],
    ]
    (committee,) = read_committees(scanned([*_ABOVE, *names, *_BELOW]))
    assert [(member.confidence or 0) <= 0.5 for member in committee.members] == [
        False,
        True,
        False,
        True,
    ]


def test_the_word_for_members_names_no_committee(scanned: Callable[..., Document]) -> None:
    above = [*_ABOVE[:5], [(0.2, "๑. องค์ประกอบ")]]
    rows = [
        [(0.22, "๑.๑ ปลัดเทศบาล"), (0.72, "ประธานกรรมการ")],
        [(0.22, "๑.๒ นิติกร"), (0.72, "กรรมการและเลขานุการ")],
        [(0.2, "๒. หน้าที่และอำนาจ")],
        [(0.22, "๒.๑ สำรวจความต้องการ")],
    ]
    (committee,) = read_committees(scanned([*above, *rows, *_BELOW]))
    assert committee.name == "คณะทำงานสำรวจ"
    assert committee.duties == ("สำรวจความต้องการ",)


def test_a_plain_brace_within_a_list_is_trusted(scanned: Callable[..., Document]) -> None:
    names = [
        [(0.2, "๒. หัวหน้าสำนักปลัด")],
        [(0.2, "๓. ผู้อำนวยการกองช่าง"), (0.72, "คณะทำงาน")],
        [(0.2, "๔. ผู้อำนวยการกองคลัง")],
        [(0.2, "๕. นิติกร"), (0.72, "คณะทำงานและเลขานุการ")],
    ]
    (committee,) = read_committees(scanned([*_ABOVE, *names, *_BELOW]))
    assert all((member.confidence or 0) > 0.8 for member in committee.members)
    gap = [[(0.2, "๒. หัวหน้าสำนักปลัด")], *names[1:3], [(0.2, "๖. นิติกร"), (0.72, "คณะทำงาน")]]
    (committee,) = read_committees(scanned([*_ABOVE, *gap, *_BELOW]))
    assert (committee.members[1].confidence or 0) <= 0.5, "one between them was not read"


@pytest.mark.parametrize("rows_merged", [2, 3, 4])
def test_a_duty_in_a_merged_cell_is_that_of_all_its_rows(ruled: Make, rows_merged: int) -> None:
    posts = ["ปลัดจังหวัด", "นายอำเภอเมือง", "เกษตรจังหวัด", "ประมงจังหวัด", "พาณิชย์จังหวัด"]
    duties = ["ประธานกรรมการ", "กรรมการ", "", "", ""]
    duties[rows_merged + 1 :] = ["กรรมการและเลขานุการ"] * len(duties[rows_merged + 1 :])
    order = ruled(
        [["ลำดับ", "ตำแหน่ง", "หน้าที่"]]
        + [[str(i), *each] for i, each in enumerate(zip(posts, duties, strict=True), 1)],
        "จึงแต่งตั้งคณะกรรมการจัดงาน ประกอบด้วย",
    )
    (page,) = order.pages
    (table,) = page.tables
    *others, last = table.rows[2]
    box = replace(last.box, bottom=table.rows[rows_merged + 1][0].box.bottom)
    merged = (*table.rows[:2], (*others, replace(last, box=box)), *table.rows[3:])
    typed_file = Document((replace(page, tables=(replace(table, rows=merged),)),))
    (committee,) = read_committees(typed_file)
    assert [member.role_text for member in committee.members] == [
        duty or "กรรมการ" for duty in duties
    ]


def test_two_braces_right_below_each_other(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการจัดงาน ดังนี้")],
            [(0.14, "๑. นายเอก มั่นคง"), (0.6, "}"), (0.66, "กรรมการ")],
            [(0.14, "๒. นางโท แสนดี"), (0.6, "}")],
            [(0.14, "๓. นายตรี ใจเย็น"), (0.6, "}"), (0.66, "เลขานุการ")],
            [(0.14, "๔. นางจัตวา พูนผล"), (0.6, "}")],
        ]
    )
    (found,) = read_committees(document)
    assert [one.role for one in found.members] == ["member", "member", "secretary", "secretary"]


def test_a_post_that_sounds_like_a_duty_left_of_a_brace(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการสรรหา ดังนี้")],
            [(0.14, "๑. นายเอก มั่นคง"), (0.46, "กรรมการ ผู้ทรงคุณวุฒิ"), (0.74, "ประธานกรรมการ")],
            [(0.14, "๒. นางโท แสนดี"), (0.46, "กรรมการ ผู้ทรงคุณวุฒิ"), (0.74, "}")],
            [(0.14, "๓. นายตรี ใจเย็น"), (0.46, "ผู้แทนคณาจารย์"), (0.74, "}"), (0.77, "กรรมการ")],
            [(0.14, "๔. นางจัตวา พูนผล"), (0.46, "ผู้แทนบุคลากร"), (0.74, "}")],
        ]
    )
    (found,) = read_committees(document)
    assert [(one.position, one.role) for one in found.members][1:] == [
        ("กรรมการ ผู้ทรงคุณวุฒิ", "member"),
        ("ผู้แทนคณาจารย์", "member"),
        ("ผู้แทนบุคลากร", "member"),
    ]


def test_the_next_heading_stands_by_the_numbers_under_the_last_of_a_brace(
    scanned: Callable[..., Document],
) -> None:
    """The duty beside a brace of three stands on the middle row; the last has none of his own."""
    above = [*_ABOVE[:5], [(0.14, "คณะกรรมการพิจารณาผล")]]
    first = [
        [(0.14, "๑."), (0.19, "นายมานะ ใจดี"), (0.4, "ปลัดเทศบาล"), (0.72, "ประธานกรรมการ")],
        [(0.14, "๒."), (0.19, "นางพร ใจงาม"), (0.4, "ผู้อำนวยการกองคลัง")],
        [(0.14, "๓."), (0.19, "นายวสุ นามดี"), (0.4, "นายช่างโยธา"), (0.72, "กรรมการ")],
        [(0.14, "๔."), (0.19, "นางสาวนิด จันทรา"), (0.4, "เจ้าพนักงานพัสดุ")],
        [(0.14, "คณะกรรมการตรวจรับพัสดุ")],
    ]
    second = [
        [(0.14, "๑."), (0.19, "นายสุข พลอยดี"), (0.4, "ผู้อำนวยการกองช่าง"), (0.72, "ประธานกรรมการ")],
        [(0.14, "๒."), (0.19, "นายทวี ม่วงดี"), (0.4, "นักวิเคราะห์นโยบาย"), (0.72, "กรรมการ")],
    ]
    told = read_committees(scanned([*above, *first, *second, *_BELOW]))
    assert [one.name for one in told] == ["คณะกรรมการพิจารณาผล", "คณะกรรมการตรวจรับพัสดุ"]
    assert [member.role for member in told[0].members] == ["chair", *["member"] * 3]
    assert told[0].members[3].position == "เจ้าพนักงานพัสดุ"
