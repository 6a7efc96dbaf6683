"""Contacts, received stamps and links of made-up documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.contact import read_contact
from extractors.receipt import read_receipts
from extractors.record import Contact
from extractors.text.electronic import find_emails, find_urls
from extractors.weblinks import read_links
from pipeline.models import Box, Code, Document

Make = Callable[..., Document]

_LETTER = (
    "ที่ กข ๐๑๐๑/ว ๑\nเรื่อง ตัวอย่าง\nเรียน ผู้รับ\nด้วยมีเรื่องแจ้ง\nขอแสดงความนับถือ\n"
    "(นายเอก มั่นคง)\nอธิบดีกรมตัวอย่าง\n"
)


@pytest.mark.parametrize(
    ("foot", "expected"),
    [
        (
            "กองคลัง\nฝ่ายพัสดุ\nโทร. ๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘๙ โทรสาร ๐ ๒๑๒๓ ๔๕๖๘",
            Contact(office="กองคลัง ฝ่ายพัสดุ", phones=("0 2123 4567 ต่อ 89",), faxes=("0 2123 4568",)),
        ),
        (
            "กลุ่มอำนวยการ\nโทรศัพท์ 0-2123-4567-8, 081-2345678\nE-mail : saraban@example.go.th\n"
            "ผู้ประสานงาน : นางสาวโท แสนดี",
            Contact(
                office="กลุ่มอำนวยการ",
                phones=("0-2123-4567-8", "081-2345678"),
                emails=("saraban@example.go.th",),
                officer="นางสาวโท แสนดี",
            ),
        ),
        (
            "สำนักงานเลขานุการ\nโทร./โทรสาร ๐ ๒๑๒๓ ๔๕๖๗ – ๘",
            Contact(
                office="สำนักงานเลขานุการ",
                phones=("0 2123 4567 - 8",),
                faxes=("0 2123 4567 - 8",),
            ),
        ),
        (
            "งานสารบรรณ\nเจ้าหน้าที่ผู้รับผิดชอบ นายตรี ใจเย็น โทร. ๐๘ ๑๒๓๔ ๕๖๗๘",
            Contact(office="งานสารบรรณ", phones=("08 1234 5678",), officer="นายตรี ใจเย็น"),
        ),
        (  # an officer with a telephone of his own; the house is no telephone
            "งานสารบรรณ\nโทร. ๐ ๒๑๒๓ ๔๕๖๗\nนายตรี ใจเย็น พนักงานธุรการ ๐๘๑ ๒๓๔ ๕๖๗๘\n๗๗ ถนนกลางเมือง",
            Contact(
                office="งานสารบรรณ",
                phones=("0 2123 4567", "081 234 5678"),
                officer="นายตรี ใจเย็น",
            ),
        ),
        (
            "กลุ่มงานปฐมวัย\nโทร. 0-2123-4567 ต่อ 5312 , 08-1234-5678\nผู้ประสาน : นางโท แสนดี",
            Contact(
                office="กลุ่มงานปฐมวัย",
                phones=("0-2123-4567 ต่อ 5312", "08-1234-5678"),
                officer="นางโท แสนดี",
            ),
        ),
        ("ฝ่ายบริหารทั่วไป", Contact(office="ฝ่ายบริหารทั่วไป")),
        (  # who wrote it up is not part of the name
            "สำนักงานประชาสัมพันธ์จังหวัดลำธาร : ข่าว / ภาพ\nโทร. ๐ ๒๑๒๓ ๔๕๖๗",
            Contact(office="สำนักงานประชาสัมพันธ์จังหวัดลำธาร", phones=("0 2123 4567",)),
        ),
    ],
)
def test_foot(typed: Make, foot: str, expected: Contact) -> None:
    assert read_contact(typed(_LETTER + foot)) == expected


def test_the_building_before_a_telephone_is_not_who_is_to_be_rung(scanned: Make) -> None:
    news = [
        [(0.14, "สำนักงานพาณิชย์จังหวัดลำธาร")],
        [(0.14, "ศาลากลางจังหวัดลำธาร ชั้น ๓ โทร. ๐ ๒๑๒๓ ๔๕๖๗")],
        [(0.14, "ข่าวที่ ๑๒"), (0.75, "๓ มิถุนายน ๒๕๖๖")],
        [(0.3, "ราคาไข่ไก่ลดลงทั้งจังหวัด")],
        [(0.25, "นายเอก มั่นคง พาณิชย์จังหวัด เปิดเผยว่า ราคาไข่ไก่ลดลงจากเดือนก่อน")],
    ]
    found = read_contact(scanned(news))
    assert found == Contact(office="สำนักงานพาณิชย์จังหวัดลำธาร", phones=("0 2123 4567",))


def test_a_stamped_letter_says_it_under_its_date(typed: Make) -> None:
    document = typed(
        "ที่ กข ๐๑๐๑/ว ๑\nถึง สำนักงานจังหวัดทุกจังหวัด\nพร้อมหนังสือนี้ ขอส่งสำเนาประกาศมาเพื่อทราบ\n"
        "กรมตัวอย่าง\n๑๔ มกราคม ๒๕๖๘\nกลุ่มบริหารงานบุคคล\nโทร. ๐ ๒๑๒๓ ๔๕๖๗"
    )
    assert read_contact(document) == Contact(office="กลุ่มบริหารงานบุคคล", phones=("0 2123 4567",))


def test_memo_says_it_in_its_office(typed: Make) -> None:
    document = typed(
        "บันทึกข้อความ\nส่วนราชการ กลุ่มงานบริหาร โรงพยาบาลตัวอย่าง โทร. ๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๑๑/๑๒\n"
        "ที่ กข ๐๐๓๓/๑\tวันที่ ๑ มีนาคม ๒๕๖๖\nเรื่อง ตัวอย่าง\nเรียน ผู้อำนวยการ\nด้วยมีเรื่องแจ้ง"
    )
    assert read_contact(document) == Contact(
        office="กลุ่มงานบริหาร โรงพยาบาลตัวอย่าง", phones=("0 2123 4567 ต่อ 11/12",)
    )


def test_letter_says_it_in_its_text(typed: Make) -> None:
    document = typed(
        _LETTER.replace(
            "ด้วยมีเรื่องแจ้ง",
            "ด้วยมีเรื่องแจ้ง สอบถามรายละเอียดเพิ่มเติมได้ที่ นางสาวโท แสนดี โทร. ๐๘ ๑๒๓๔ ๕๖๗๘",
        )
    )
    assert read_contact(document) == Contact(
        office=None, phones=("08 1234 5678",), officer="นางสาวโท แสนดี"
    )


def test_an_order_has_no_contact(typed: Make) -> None:
    order = (
        "คำสั่งกรมตัวอย่าง\nที่ ๑/๒๕๖๖\nเรื่อง ตัวอย่าง\nด้วยมีเรื่อง\n"
        "สั่ง ณ วันที่ ๑ มีนาคม พ.ศ. ๒๕๖๖\nองค์กรใดเห็นสมควร"
    )
    assert read_contact(typed(order)) is None


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            ["กรมตัวอย่าง", "เลขรับ....3141", "วันที่...๒๙ มิ.ย. ๒๕๖๓", "เวลา...15.09 น."],
            ("กรมตัวอย่าง", "3141", "2020-06-29", "15:09"),
        ),
        (
            ["สำนักงานเขตพื้นที่", "การศึกษาตัวอย่าง", "รับที่ 24680", "วันที่ -7 ต.ค. 2565"],
            ("สำนักงานเขตพื้นที่การศึกษาตัวอย่าง", "24680", "2022-10-07", None),
        ),
        (
            ["คณะตัวอย่าง", "เลขที่รับ ๐๕๓๒/๒๕๖๕ วันที่ ๑๙ ธ.ค. ๒๕๖๕ เวลา ๐๙:๐๕"],
            ("คณะตัวอย่าง", "0532/2565", "2022-12-19", "09:05"),
        ),
        (
            ["โรงพยาบาลตัวอย่าง", "เลขรับ..........", "วันที่..........", "เวลา.......... น."],
            ("โรงพยาบาลตัวอย่าง", None, None, None),
        ),
    ],
)
def test_stamp_of_its_own_ink(
    stamped: Make, lines: list[str], expected: tuple[str | None, ...]
) -> None:
    (receipt,) = read_receipts(stamped(lines))
    assert (receipt.office, receipt.number, receipt.date, receipt.time) == expected


def test_two_stamps_pressed_close_to_each_other_are_two_receipts(
    stamped: Callable[..., Document],
) -> None:
    close = (
        "ศาลากลางจังหวัดอุทัยธานี", "เลขรับ....4471", "วันที่.....23 พ.ค. 2566", "เวลา.....09.15",
        "สำนักงานเกษตรจังหวัดอุทัยธานี", "เลขที่รับ....1093", "วันที่....24 พ.ค. 2566",
    )  # fmt: skip
    assert [(one.office, one.number, one.date) for one in read_receipts(stamped(close))] == [
        ("ศาลากลางจังหวัดอุทัยธานี", "4471", "2023-05-23"),
        ("สำนักงานเกษตรจังหวัดอุทัยธานี", "1093", "2023-05-24"),
    ]


def test_two_stamps_and_what_is_none(stamped: Make) -> None:
    document = stamped(
        ["กรมตัวอย่าง", "เลขรับ 1", "วันที่ ๑ มี.ค. ๒๕๖๔"],
        ["กองคลัง", "เลขรับ 22", "วันที่ ๒ มี.ค. ๒๕๖๔"],
        ["ก.ข.", "สมชาย", "๑๒๓๔"],
        ["๑๙ ก.ค. ๒๕๖๐"],
    )
    assert [(one.office, one.number) for one in read_receipts(document)] == [
        ("กรมตัวอย่าง", "1"),
        ("กองคลัง", "22"),
    ]


def test_stamp_among_the_print(typed: Make) -> None:
    document = typed("อำเภอตัวอย่าง\nเลขรับ ๔๕๖\nวันที่ ๑ มี.ค. ๒๕๖๔\nเวลา ๐๘.๓๐ น.\nที่ กข ๐๑๐๑/๑")
    (receipt,) = read_receipts(document)
    assert (receipt.office, receipt.number, receipt.date, receipt.time) == (
        "อำเภอตัวอย่าง",
        "456",
        "2021-03-01",
        "08:30",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ดูที่ https://www.example.go.th/news/12.", ["https://www.example.go.th/news/12"]),
        ("www.example.ac.th และ example.or.th", ["www.example.ac.th", "example.or.th"]),
        ("https: //example.com/a?b=c", ["https://example.com/a?b=c"]),
        ("ลงทะเบียน forms.gle/Abc123", ["forms.gle/Abc123"]),
        ("saraban@example.go.th", []),
        ("ก.พ. และ น.ส. เวลา 09.30 น.", []),
    ],
)
def test_urls(text: str, expected: list[str]) -> None:
    assert [url.value for url in find_urls(text)] == expected


@pytest.mark.parametrize("text", ["a.b@mail.example.go.th", "a.b @mail.example.go.th"])
def test_emails(text: str) -> None:
    assert [mail.value for mail in find_emails(f"ทาง {text} ภายใน")] == ["a.b@mail.example.go.th"]


def test_address_broken_over_two_lines_and_its_code(scanned: Make) -> None:
    document = scanned(
        [
            [(0.3, "ดาวน์โหลดได้ที่ https://drive.example.com/drive/folders/")],
            [(0.12, "1AbC-dEf?usp=sharing")],
            [(0.12, "๑. เอกสารประกอบ ดู www.example.go.th")],
            [(0.12, "2. แบบตอบรับ")],
        ]
    )
    code = Code(1, "https://example.go.th/qr", Box(0.1, 0.5, 0.2, 0.6))
    notes = Code(1, "ข้อความในรหัส", Box(0.3, 0.5, 0.4, 0.6))
    page = replace(document.pages[0], codes=(code, notes))
    assert [(link.url, link.origin) for link in read_links(Document((page,)))] == [
        ("https://example.go.th/qr", "qr"),
        ("https://drive.example.com/drive/folders/1AbC-dEf?usp=sharing", "text"),
        ("www.example.go.th", "text"),
    ]


# As offices' stamps are cut: the name over two lines, all in one line, a heading that names nobody,
# a thousands' comma, letters before the number.
_AS_CUT = [
    ("เทศบาลตำบล|บ้านใหม่|เลขรับ 1201|ลงวันที่ 5 มี.ค. 2567", ("เทศบาลตำบลบ้านใหม่", "1201")),
    ("สำนักงานเขตการศึกษา|น่าน เขต 2|เลขรับ 34|วันที่ 5 มี.ค. 67", ("สำนักงานเขตการศึกษาน่าน เขต 2", "34")),
    ("คณะวิทยาศาสตร์ รับที่ 0456 วันที่ 5 มี.ค. 67 เวลา 15.20", ("คณะวิทยาศาสตร์", "0456")),
    ("หนังสือเข้า|โรงพยาบาลปัว|เลขที่ 777/67|วันที่ 5/3/67", ("โรงพยาบาลปัว", "777/67")),
    ("อำเภอปัว จังหวัดน่าน|หนังสือรับที่ 555|วันที่ 5 มี.ค. 2567|กลุ่มงานปกครอง", ("อำเภอปัว จังหวัดน่าน", "555")),
    ("รับหนังสือ|เลขที่ 101|วันที่ 5 มี.ค. 2567|เวลา 10.15 น.", (None, "101")),
    ("สำนักงานสรรพากรพื้นที่น่าน|เลขรับ 1,234|วันที่ 5 มี.ค. 2567", ("สำนักงานสรรพากรพื้นที่น่าน", "1234")),
    ("มหาวิทยาลัยน่าน|รับที่ อว 123|วันที่ 5 มี.ค. 2567", ("มหาวิทยาลัยน่าน", "123")),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), _AS_CUT)
def test_stamps_as_they_are_cut(
    stamped: Make, lines: str, expected: tuple[str | None, str]
) -> None:
    (receipt,) = read_receipts(stamped(lines.split("|")))
    assert (receipt.office, receipt.number, receipt.date) == (*expected, "2024-03-05")


def test_the_figures_of_a_daters_day_stand_apart(stamped: Make) -> None:
    (receipt,) = read_receipts(stamped(["เทศบาลเมืองน่าน", "เลขรับ 6124", "วันที่ 2 4 ต.ค. 2567"]))
    assert receipt.date == "2024-10-24"


def test_the_telephone_in_a_column_of_its_own_beside_the_office(scanned: Make) -> None:
    rows = [
        [(0.12, "ที่ กข ๐๑๐๑/ว ๑")],
        [(0.12, "เรื่อง ตัวอย่าง")],
        [(0.12, "เรียน ผู้รับ")],
        [(0.24, "ด้วยมีเรื่องแจ้ง")],
        [(0.57, "ขอแสดงความนับถือ")],
        [(0.55, "(นายเอก มั่นคง)")],
        [(0.54, "อธิบดีกรมตัวอย่าง")],
        [],
        [(0.14, "ส่วนช่วยอำนวยการ"), (0.51, "โทร. ๐ ๒๑๒๓ ๔๕๖๗")],
        [(0.14, "งานเก็บสำนวน"), (0.51, "โทรสาร ๐ ๒๑๒๓ ๔๕๖๘")],
    ]
    assert read_contact(scanned(rows)) == Contact(
        office="ส่วนช่วยอำนวยการ งานเก็บสำนวน", phones=("0 2123 4567",), faxes=("0 2123 4568",)
    )


@pytest.mark.parametrize("desk", ["คลังเลือด ภาควิชาพยาธิวิทยา", "คลังเลือด", "กลุ่มบริหารงานบุคคล"])
@pytest.mark.parametrize("flecks", [[], [(0.91, "ตั๋")]])
def test_a_desk_over_the_telephone_by_any_name(
    scanned: Make, desk: str, flecks: list[tuple[float, str]]
) -> None:
    rows = [[(0.14, "ที่ กข ๐๑๐๑/ว ๑")], [(0.14, "เรื่อง ตัวอย่าง")], [(0.14, "เรียน ผู้รับ")]]
    rows += [[(0.24, "ด้วยมีเรื่องแจ้ง")], [(0.57, "ขอแสดงความนับถือ")], [(0.55, "(นายเอก มั่นคง)")]]
    rows += [[(0.54, "อธิบดีกรม")], [], [(0.14, desk), *flecks], [(0.14, "โทร. ๐ ๒๑๒๓ ๔๕๖๗")]]
    assert read_contact(scanned(rows)) == Contact(office=desk, phones=("0 2123 4567",))


def test_an_officer_at_the_foot_is_rung_besides_the_office_in_the_letterhead(typed: Make) -> None:
    letter = "มูลนิธิดอนงาม\nโทรศัพท์ ๐ ๒๑๒๓ ๔๕๖๗\n" + _LETTER
    found = read_contact(typed(letter + "ผู้ประสานงาน นางโท แสนดี\nโทร. ๐๘ ๑๒๓๔ ๕๖๗๘"))
    assert found is not None
    assert (found.phones, found.officer) == (("0 2123 4567", "08 1234 5678"), "นางโท แสนดี")
