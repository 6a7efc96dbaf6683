"""What somebody wrote in as the place where he filled in a form issues nothing."""

from __future__ import annotations

from extractors.issuer.read import read_issuer
from pipeline.models import Box, Document, Line, Page


def line(text: str, left: float, top: float) -> Line:
    return Line(text, 1, Box(left, top, left + 0.011 * len(text), top + 0.014), 0.93)


def test_where_it_was_written_is_told_beside_a_label_of_its_own() -> None:
    """The pen's words stand a little higher than the label, and were read first."""
    label, place = line("(เขียนที่)", 0.5, 0.094), line("โรงพยาบาลบ้านดงใต้", 0.62, 0.093)
    rest = (
        line("วันที่ ๖ เดือน มีนาคม พ.ศ. ๒๕๖๖", 0.5, 0.12),
        line("เรื่อง  ขอลาป่วย", 0.14, 0.15),
        line("เรียน  ผู้อำนวยการโรงพยาบาลบ้านดงใต้", 0.14, 0.18),
        line("ข้าพเจ้า นายเอก มั่นคง ตำแหน่ง พยาบาลวิชาชีพ ขอลาป่วย", 0.26, 0.22),
    )
    title = line("แบบใบลาป่วย ลาคลอดบุตร ลากิจส่วนตัว", 0.3, 0.06)
    assert read_issuer(Document((Page(1, (title, place, label, *rest)),))) is None


def test_the_branch_under_a_bank_at_the_head_of_its_form_is_of_its_name() -> None:
    lines = (
        line("ธนาคารดอนงาม", 0.14, 0.05),
        line("สาขาตลาดเก่า", 0.14, 0.07),
        line("คำขอรายการเดินบัญชี", 0.6, 0.11),
        line("วันที่ ๑๒ มกราคม ๒๕๖๘", 0.5, 0.15),
        line("เรียน ผู้จัดการสาขาตลาดเก่า", 0.14, 0.18),
        line("ข้าพเจ้า นายเอก มั่นคง ขอรับรายการเดินบัญชี", 0.26, 0.22),
        line("(นายเอก มั่นคง)", 0.55, 0.4),
    )
    found = read_issuer(Document((Page(1, lines),)))
    assert found is not None and found.value == "ธนาคารดอนงาม สาขาตลาดเก่า"


def test_the_province_behind_an_office_of_a_district_tells_which_it_is() -> None:
    office = "สำนักงานสาธารณสุขอำเภอดอนงาม จังหวัดแพร่"
    lines = (
        line("รายงานผลการดำเนินงานควบคุมโรคไข้เลือดออก", 0.3, 0.06),
        line("ไตรมาสที่ ๓ ปีงบประมาณ พ.ศ. ๒๕๖๘", 0.36, 0.09),
        line(office, 0.3, 0.12),
        line("ข้อมูล ณ วันที่ ๓๐ มิถุนายน ๒๕๖๘", 0.4, 0.15),
    )
    found = read_issuer(Document((Page(1, lines),)))
    assert found is not None and found.value == office


def test_where_a_claim_was_written_issues_nothing_but_offices_called_so_do() -> None:
    title = line("ใบเบิกค่าเช่าบ้าน", 0.4, 0.06)
    rest = (
        line("วันที่ ๖ เดือน มีนาคม พ.ศ. ๒๕๖๖", 0.5, 0.12),
        line("เรียน  นายกองค์การบริหารส่วนตำบลดอนงาม", 0.14, 0.18),
        line("ข้าพเจ้า นายเอก มั่นคง ตำแหน่ง นักวิชาการคลัง ขอเบิกค่าเช่าบ้าน", 0.26, 0.22),
        line("(นายเอก มั่นคง)", 0.55, 0.4),
    )
    place = line("ที่ทำการ อบต.ดอนงาม", 0.5, 0.09)
    assert read_issuer(Document((Page(1, (title, place, *rest)),))) is None
    office = line("ที่ทำการปกครองอำเภอดอนงาม", 0.4, 0.09)
    found = read_issuer(Document((Page(1, (title, office, *rest)),)))
    assert found is not None and found.value == "ที่ทำการปกครองอำเภอดอนงาม"


def test_the_place_of_a_claim_beside_its_word_issues_nothing() -> None:
    lines = (
        line("ใบเบิกค่าเช่าบ้าน", 0.4, 0.06),
        line("อบต.ดอนงาม", 0.65, 0.09),
        line("ที่ทำการ", 0.5, 0.091),
        line("วันที่ ๖ เดือน มีนาคม พ.ศ. ๒๕๖๖", 0.5, 0.12),
        line("เรียน  นายกองค์การบริหารส่วนตำบลดอนงาม", 0.14, 0.18),
        line("ข้าพเจ้า นายเอก มั่นคง ขอเบิกค่าเช่าบ้าน", 0.26, 0.22),
        line("(นายเอก มั่นคง)", 0.55, 0.4),
    )
    assert read_issuer(Document((Page(1, lines),))) is None
