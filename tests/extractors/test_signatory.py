"""Signatures of made-up letters, orders and memos."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.signatory import read_signatory
from pipeline.models import Box, Document, Line, Stamp
from tests.extractors.print_shop import pages
from tests.extractors.typeset import printed

Make = Callable[..., Document]


def signed(document: Document) -> tuple[str | None, str | None, str | None] | None:
    found = read_signatory(document)
    return (found.name, found.position, found.acting_for) if found else None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (  # a fleck behind the bracket
            "(นายเอก มั่นคง) -\nอธิบดีกรมตัวอย่าง",
            ("นายเอก มั่นคง", "อธิบดีกรมตัวอย่าง", None),
        ),
        (  # the first bracket under the pen
            "พลตำรวจตรี\nเอก มั่นคง)\nผู้บังคับการตำรวจภูธรจังหวัดน่าน",
            ("พลตำรวจตรี เอก มั่นคง", "ผู้บังคับการตำรวจภูธรจังหวัดน่าน", None),
        ),
        (  # another looks over what was written down
            "(นายเอก มั่นคง)\nเจ้าพนักงานปกครอง\nตรวจแล้ว",
            ("นายเอก มั่นคง", "เจ้าพนักงานปกครอง", None),
        ),
        (
            "(นายเอก มั่นคง)\nรองอธิบดี ปฏิบัติราชการแทน\nอธิบดีกรมตัวอย่าง",
            ("นายเอก มั่นคง", "รองอธิบดี", "อธิบดีกรมตัวอย่าง"),
        ),
        (
            "(ผศ.ดร.โท แสนดี)\nรองอธิการบดี รักษาราชการแทน\nอธิการบดีมหาวิทยาลัยตัวอย่าง",
            ("ผศ.ดร.โท แสนดี", "รองอธิการบดี", "อธิการบดีมหาวิทยาลัยตัวอย่าง"),
        ),
        (
            "(พ.ต.อ. ตรี ใจเย็น)\nผู้กำกับการ\nรักษาราชการแทนผู้บังคับการตำรวจภูธรจังหวัด",
            ("พ.ต.อ. ตรี ใจเย็น", "ผู้กำกับการ", "ผู้บังคับการตำรวจภูธรจังหวัด"),
        ),
        (
            "(นางสาวจัตวา งามตา)\nนักวิชาการศึกษาชำนาญการ รักษาการในตำแหน่ง\nผู้อำนวยการกลุ่มอำนวยการ",
            ("นางสาวจัตวา งามตา", "นักวิชาการศึกษาชำนาญการ", "ผู้อำนวยการกลุ่มอำนวยการ"),
        ),
        (
            "(ว่าที่ร้อยตรี เบญจ กล้าหาญ)\nปลัดองค์การบริหารส่วนตำบล ปฏิบัติหน้าที่\nนายกองค์การบริหารส่วนตำบลตัวอย่าง",
            ("ว่าที่ร้อยตรี เบญจ กล้าหาญ", "ปลัดองค์การบริหารส่วนตำบล", "นายกองค์การบริหารส่วนตำบลตัวอย่าง"),
        ),
        (
            "(นายเอก มั่นคง)\nผู้อำนวยการ\nสำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต ๑\n"
            "กลุ่มอำนวยการ\nโทร. ๐ ๒๑๒๓ ๔๕๖๗",
            ("นายเอก มั่นคง", "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาตัวอย่าง เขต ๑", None),
        ),
        (
            "( นพ.เอก มั่นคง )\nนายแพทย์สาธารณสุขจังหวัดตัวอย่าง",
            ("นพ.เอก มั่นคง", "นายแพทย์สาธารณสุขจังหวัดตัวอย่าง", None),
        ),
        ("(ลงชื่อ) นายเอก มั่นคง\nผู้ว่าราชการจังหวัด", ("นายเอก มั่นคง", "ผู้ว่าราชการจังหวัด", None)),
        (
            "พลตำรวจเอก\n(เอก มั่นคง)\nผู้บัญชาการตำรวจตัวอย่าง",
            ("พลตำรวจเอก เอก มั่นคง", "ผู้บัญชาการตำรวจตัวอย่าง", None),
        ),
        ("(นายเอก มั่นคง)\nปลัดอำเภอ ผู้รายงาน", ("นายเอก มั่นคง", "ปลัดอำเภอ", None)),
        ("(นายเอก มั่นคง\nนายอำเภอตัวอย่าง", ("นายเอก มั่นคง", "นายอำเภอตัวอย่าง", None)),
        ("(................................)\nผู้อำนวยการโรงเรียน", (None, "ผู้อำนวยการโรงเรียน", None)),
        ("นายกเทศมนตรี", (None, "นายกเทศมนตรี", None)),
    ],
)
@pytest.mark.parametrize("opening", ["ขอแสดงความนับถือ", "สั่ง ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๖"])
def test_signed(
    typed: Make, opening: str, lines: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    head = "ที่ กข ๐๑๐๑/๑\nเรื่อง ตัวอย่าง\nเรียน ท่านผู้รับ\nด้วยมีเรื่องแจ้ง\n"
    assert signed(typed(f"{head}{opening}\n{lines}")) == expected


def test_memo_the_second_signature_approves(scanned: Make) -> None:
    document = scanned(
        [
            [(0.4, "บันทึกข้อความ")],
            [(0.12, "ส่วนราชการ กลุ่มงานบริหาร โรงพยาบาลตัวอย่าง")],
            [(0.12, "ที่ กข ๐๐๓๓/๑๒"), (0.55, "วันที่ ๗ มิถุนายน ๒๕๖๖")],
            [(0.12, "เรื่อง ขออนุมัติเผยแพร่ข้อมูล")],
            [(0.12, "เรียน ผู้อำนวยการโรงพยาบาลตัวอย่าง")],
            [(0.2, "ด้วยกลุ่มงานบริหารได้จัดทำรายงานแล้ว")],
            [(0.2, "จึงเรียนมาเพื่อโปรดพิจารณา")],
            [],
            [(0.55, "(นางสาวโท แสนดี)")],
            [(0.45, "นักวิชาการเงินและบัญชีปฏิบัติการ ปฏิบัติหน้าที่")],
            [(0.52, "หัวหน้ากลุ่มงานบริหาร")],
            [],
            [(0.2, "อนุมัติ")],
            [],
            [(0.2, "(นายเอก มั่นคง)")],
            [(0.13, "ผู้อำนวยการโรงพยาบาลตัวอย่าง")],
        ]
    )
    assert signed(document) == (
        "นางสาวโท แสนดี",
        "นักวิชาการเงินและบัญชีปฏิบัติการ",
        "หัวหน้ากลุ่มงานบริหาร",
    )


def test_two_signatures_side_by_side_and_a_date_stamp(scanned: Make) -> None:
    document = scanned(
        [
            [(0.12, "ที่ กข ๐๑๐๑/๑")],
            [(0.12, "เรื่อง ตัวอย่าง")],
            [(0.12, "เรียน ท่านผู้รับ")],
            [(0.2, "ด้วยมีเรื่องแจ้ง")],
            [(0.57, "ขอแสดงความนับถือ")],
            [],
            [(0.57, "(นายเอก มั่นคง)")],
            [(0.53, "รองเลขาธิการ รักษาราชการแทน")],
            [(0.14, "สำนักเทคโนโลยี"), (0.52, "เลขาธิการคณะกรรมการตัวอย่าง")],
            [(0.14, "โทร. ๐ ๒๑๒๓ ๔๕๖๗"), (0.57, "๑๙ ก.ค. ๒๕๖๐")],
        ]
    )
    assert signed(document) == ("นายเอก มั่นคง", "รองเลขาธิการ", "เลขาธิการคณะกรรมการตัวอย่าง")


@pytest.mark.parametrize(
    ("below", "position"),
    [
        (("ประถมศึกษาน่าน เขต ๑", 0.48), "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต ๑"),
        (("ประถมวัย", 0.14), "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา"),  # at the margin: who to ask
        (("ลับ", 0.5), "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา"),  # the page's foot
    ],
)
def test_a_post_goes_on_below_where_a_typist_set_it_under_the_name(
    scanned: Make, below: tuple[str, float], position: str
) -> None:
    text, left = below
    letter = scanned(
        [
            [(0.14, "ที่ นน ๐๐๒๓/๑๒")],
            [(0.14, "เรียน นายอำเภอ")],
            [(0.2, "จึงเรียนมาเพื่อทราบ")],
            [(0.48, "ขอแสดงความนับถือ")],
            [(0.48, "(นายเอก มั่นคง)")],
            [(0.48, "ผู้อำนวยการสำนักงานเขตพื้นที่การศึกษา")],
            [(left, text)],
        ]
    )
    typed_file = Document(tuple(replace(page, origin="word_file") for page in letter.pages))
    assert signed(typed_file) == ("นายเอก มั่นคง", position, None)


def test_nobody_signs_a_letter_without_a_closing(typed: Make) -> None:
    assert signed(typed("แบบรายงานผลการดำเนินงาน\nจังหวัด.....\nหมายเหตุ : ส่งภายในวันที่ ๕")) is None


@pytest.mark.parametrize(
    ("below", "position"),
    [
        ("โปรดส่งใบตอบรับถึงงานพัสดุ ภายในวันที่ ๕ เมษายน ๒๕๖๖", "หัวหน้าสถานีอนามัย"),
        ("* ส่งคืนภายในวันที่ ๕ เมษายน ๒๕๖๖", "หัวหน้าสถานีอนามัย"),
        ("จังหวัดน่าน", "หัวหน้าสถานีอนามัยจังหวัดน่าน"),
    ],
)
def test_a_post_ends_where_the_foot_of_a_form_begins_to_ask(
    scanned: Make, below: str, position: str
) -> None:
    form = scanned(
        [
            [(0.45, "แบบตอบรับ")],
            [(0.14, "หน่วยงาน")],
            [(0.43, "ลงชื่อ")],
            [(0.43, "("), (0.67, ")")],
            [(0.43, "หัวหน้าสถานีอนามัย")],
            [(0.5 - 0.0041 * len(below), below)],
        ]
    )
    assert signed(form) == (None, position, None)


def test_who_certifies_a_copy_below_the_printed_name_has_not_signed_it() -> None:
    order = printed("""^คำสั่งจังหวัดน่าน
^ที่ ๑๒/๒๕๖๗
^เรื่อง แต่งตั้งคณะทำงาน
    ตามที่จังหวัดน่านมีภารกิจ จึงแต่งตั้งคณะทำงาน
»สั่ง ณ วันที่ ๑๔ มิถุนายน พ.ศ. ๒๕๖๗
»(นายวิสุทธิ์ มั่นคง)
»ผู้ว่าราชการจังหวัดน่าน""")
    (page,) = order.pages
    lines = tuple(
        Line(text, 1, Box(0.14, top, 0.42, top + 0.014), 0.5)
        for text, top in (("สำเนาถูกต้อง", 0.9), ("(นางสาวฟ้า ใสจริง)", 0.92), ("นิติกร", 0.94))
    )
    copied = replace(page, stamps=(Stamp(1, Box(0.14, 0.9, 0.42, 0.954), lines),))
    signed = read_signatory(Document((copied,)))
    assert signed is not None and signed.name == "นายวิสุทธิ์ มั่นคง"


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        (
            "ปิดประชุมเวลา ๑๕.๐๐ น.\nผู้จดรายงานการประชุม : นางสาวตรี ใจงาม  นักวิชาการสาธารณสุข\n"
            "ผู้ตรวจรายงานการประชุม : นางโท แสนดี  เลขานุการ",
            ("นางสาวตรี ใจงาม", "นักวิชาการสาธารณสุข", None),
        ),
        (
            ">ประกาศ ณ วันที่ ๙ มิถุนายน พ.ศ. ๒๕๖๗\n@ 14 54\n(ลงชื่อ) เอก มั่นคง\tเห็นชอบ\n"
            "(นายเอก มั่นคง)\t(ลงชื่อ) โท แสนดี\nนายกเทศมนตรีตำบลดอยงาม\t(นายโท แสนดี)\n\tนายอำเภอแม่ดอย",
            ("นายเอก มั่นคง", "นายกเทศมนตรีตำบลดอยงาม", None),
        ),
    ],
    ids=["label, name and post on one line", "who approves stands beside"],
)
def test_who_signs_papers_that_are_no_letters(
    foot: str, expected: tuple[str | None, str | None, str | None]
) -> None:
    assert signed(Document(tuple(pages(f"      มีผู้เข้าร่วม ๒๑ คน\n{foot}")))) == expected


def test_a_formula_follows_an_abbreviation_without_a_space(typed: Make) -> None:
    text = "ขอแสดงความนับถือ\nพ.ต.อ.\n(เอก มั่นคง)\nรอง ผบก.ปฏิบัติราชการแทน\nผบก.ภ.จว.ตัวอย่าง"
    found = signed(typed(text))
    assert found is not None
    assert found[1:] == ("รอง ผบก.", "ผบก.ภ.จว.ตัวอย่าง")


def test_the_unit_at_the_edge_of_its_telephone_is_no_more_of_the_post(scanned: Make) -> None:
    letter = [
        [(0.12, "ที่ กข ๐๑๐๑/๑")],
        [(0.12, "เรื่อง ตัวอย่าง")],
        [(0.12, "เรียน ผู้รับ")],
        [(0.24, "ด้วยมีเรื่องแจ้ง")],
        [(0.57, "ขอแสดงความนับถือ")],
        [(0.56, "(นายเอก มั่นคง)")],
        [(0.55, "ผู้อำนวยการโครงการดอนงาม")],
        [(0.54, "งานบริหารทั่วไป")],
        [(0.54, "โทร. ๐ ๗๔๖๑ ๒๙๓๐")],
    ]
    found = read_signatory(scanned(letter))
    assert found is not None and found.position == "ผู้อำนวยการโครงการดอนงาม"


def test_of_two_who_sign_side_by_side_each_has_his_own_rank(scanned: Make) -> None:
    diploma = [
        [(0.35, "ประกาศนียบัตร")],
        [(0.3, "ให้ไว้ ณ วันที่ ๒๑ กุมภาพันธ์ ๒๕๖๘")],
        [(0.66, "พันโทหญิง")],
        [],
        [(0.23, "(เอก มั่นคง)"), (0.64, "(โท แสนดี)")],
        [(0.2, "ผู้อำนวยการโรงเรียน"), (0.63, "หัวหน้าแผนก")],
    ]
    found = read_signatory(scanned(diploma))
    assert found is not None and found.name == "เอก มั่นคง"
