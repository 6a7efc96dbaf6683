"""Which of the names at the head of a letter is the issuer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.contact import read_contact
from extractors.issuer.read import read_issuer
from pipeline.models import Document
from tests.extractors.print_shop import pages


def test_the_building_that_an_office_sits_in_is_not_the_issuer(
    scanned: Callable[..., Document],
) -> None:
    letter = [
        [(0.3, "สำนักงานคณะกรรมการการเลือกตั้งประจำจังหวัดแพร่")],
        [],
        [(0.14, "ที่ ลต (พร) ๐๐๐๒/ว ๓๑๘"), (0.61, "ศูนย์ราชการจังหวัดแพร่")],
        [(0.61, "ถนนไชยบูรณ์ พร ๕๔๐๐๐")],
        [(0.46, "๓ ธันวาคม ๒๕๖๘")],
        [(0.14, "เรื่อง การเตรียมรับสมัครเลือกตั้ง")],
        [(0.14, "เรียน นายอำเภอเมืองแพร่")],
    ]
    found = read_issuer(scanned(letter))
    assert found is not None
    assert found.value == "สำนักงานคณะกรรมการการเลือกตั้งประจำจังหวัดแพร่"


def test_a_name_that_a_stamp_cuts_off_within_a_word_is_told_as_the_office_that_speaks(
    scanned: Callable[..., Document],
) -> None:
    def letter(name: str) -> Document:
        return scanned(
            [
                [(0.14, "ที่ ศธ ๐๔๑๑๑/ว ๒๑"), (0.6, name)],
                [(0.46, "๓ ธันวาคม ๒๕๖๘")],
                [(0.14, "เรื่อง การสำรวจครุภัณฑ์")],
                [(0.14, "เรียน ผู้อำนวยการโรงเรียนทุกแห่ง")],
                [(0.25, "ด้วยสำนักงานพัฒนาการศึกษาเอกชนได้รับแจ้งว่ามีครุภัณฑ์เหลือใช้")],
            ]
        )

    found = read_issuer(letter("สำนักงานพัฒนาการศึกษ"))
    assert found is not None and found.note
    assert found.value == "สำนักงานพัฒนาการศึกษาเอกชน"
    whole = read_issuer(letter("สำนักงานพัฒนาการศึกษา"))  # another office may be called so
    assert whole is not None and whole.value == "สำนักงานพัฒนาการศึกษา"


def test_of_a_stamped_letter_without_letterhead_what_stands_in_its_place_counts_less_than_the_text(
    scanned: Callable[..., Document],
) -> None:
    found = read_issuer(
        scanned(
            [
                [(0.72, "หารชง")],  # what was read of a stamp
                [(0.14, "ที่ นร ๑๑๐๔.๑/ว ๒๑๓")],
                [(0.14, "ถึง สถาบันการศึกษา")],
                [(0.25, "ด้วย สำนักงานสถิติแห่งชาติ จะดำเนินการสำรวจภาวะการทำงาน")],
            ]
        )
    )
    assert found is not None and found.note
    assert found.value == "สำนักงานสถิติแห่งชาติ"


def test_a_unit_too_small_to_be_an_office_leads_its_own_in_the_band_over_news(
    scanned: Callable[..., Document],
) -> None:
    news = [
        [(0.14, "งานสื่อสารองค์กร เทศบาลตำบลธารทอง")],
        [(0.14, "ข่าวประชาสัมพันธ์"), (0.75, "๓ มิถุนายน ๒๕๖๖")],
        [(0.3, "ธารทองชวนปลูกต้นไม้ริมคลอง")],
        [(0.25, "นายเอก มั่นคง นายกเทศมนตรี เปิดเผยว่า จะมีการปลูกต้นไม้ในวันเสาร์นี้")],
    ]
    found = read_issuer(scanned(news))
    assert found is not None and found.value == "งานสื่อสารองค์กร เทศบาลตำบลธารทอง"


@pytest.mark.parametrize(
    ("top", "office"),
    [
        (
            "^ใบรับรองผลการเรียน\n^โรงเรียนบึงพิทยาคม\n^สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาน่าน",
            "โรงเรียนบึงพิทยาคม",
        ),
        ("^หนังสือรับรองผลงาน\n>แขวงทางหลวงลำปำ\n>วันที่ ๒ มีนาคม ๒๕๖๘", "แขวงทางหลวงลำปำ"),
        ("^หนังสือรับรองสถานะพระภิกษุ\nที่ ๖/๒๕๖๘\n>วัดป่าหนองเม็ก\n>ตำบลโนนศิลา", "วัดป่าหนองเม็ก"),
        ("การประปาลุ่มน้ำดอย\n^หนังสือรับรองการทำงาน\n^การประปาลุ่มน้ำดอยขอรับรองว่า", "การประปาลุ่มน้ำดอย"),
        ("^คำแถลงของสมาคมผู้ปลูกทุเรียน\n^เรื่อง การตัดทุเรียนอ่อน", "สมาคมผู้ปลูกทุเรียน"),
    ],
)
def test_the_office_may_stand_under_the_title_or_be_told_in_it(top: str, office: str) -> None:
    text = f"{top}\n      ขอรับรองว่า นายเอก มั่นคง เป็นผู้มีความประพฤติเรียบร้อย"
    found = read_issuer(Document(tuple(pages(text))))
    assert found is not None
    assert found.value == office


@pytest.mark.parametrize(
    ("band", "office"),
    [
        ("เทศบาลนครดอยงาม\n^ข่าวประชาสัมพันธ์\n^เทศบาลนครดอยงามจัดงานลอยกระทง", "เทศบาลนครดอยงาม"),
        ("^ข่าวกองทัพภาคที่ ๕\n^ทหารช่วยประชาชนขนย้ายสิ่งของหนีน้ำ", "กองทัพภาคที่ 5"),
        # where it sits is no part of its name
        (
            "ข่าวประชาสัมพันธ์\nสำนักงานพาณิชย์จังหวัดดอนงาม\nศาลากลางจังหวัดดอนงาม ถนนไชยา\n^ตลาดนัดเปิดแล้ว",
            "สำนักงานพาณิชย์จังหวัดดอนงาม",
        ),
    ],
)
def test_the_headline_of_news_is_no_part_of_the_office_over_it(band: str, office: str) -> None:
    text = (
        f"{band}\n      เมื่อวันที่ ๑๑ กันยายน ๒๕๖๗ มีผู้เข้าร่วมกิจกรรมริมแม่น้ำกว่าสองพันคน จากทั้งสิบสามตำบลของอำเภอ"
    )
    found = read_issuer(Document(tuple(pages(text))))
    assert found is not None
    assert found.value == office


def test_the_unit_in_brackets_before_a_memos_telephone_is_the_contacts(
    scanned: Callable[..., Document],
) -> None:
    memo = scanned(
        [
            [(0.4, "บันทึกข้อความ")],
            [(0.14, "ส่วนราชการ ตำรวจภูธรจังหวัดน่าน (ฝอ.๓) โทร. ๐ ๕๔๗๗ ๐๐๐๐")],
            [(0.14, "ที่ ๐๐๑๙(นน).๓/ว ๒๔"), (0.5, "วันที่ ๓๐ พฤษภาคม ๒๕๖๘")],
            [(0.14, "เรื่อง การสวมหมวกนิรภัย")],
            [(0.14, "เรียน ผกก.สภ. ในสังกัด")],
        ]
    )
    found, contact = read_issuer(memo), read_contact(memo)
    assert found is not None and contact is not None
    assert (found.value, contact.office) == ("ตำรวจภูธรจังหวัดน่าน", "ฝอ.๓")


def test_an_office_whose_name_is_left_blank_speaks_for_nobody(
    scanned: Callable[..., Document],
) -> None:
    def letter(speaks: str) -> Document:
        return scanned(
            [
                [(0.14, "ที่ ........./........")],
                [(0.5, "(วัน เดือน ปี)")],
                [(0.14, "เรื่อง ขอส่งรายงานผลการใช้จ่ายเงิน")],
                [(0.14, "เรียน นายอำเภอเมืองแพร่")],
                [(0.26, speaks)],
            ]
        )

    blank = "กองทุนหลักประกันสุขภาพ.................... ได้ดำเนินการเรียบร้อยแล้ว จึงขอส่งรายงาน"
    assert read_issuer(letter(blank)) is None
    told = read_issuer(letter("กองทุนหลักประกันสุขภาพตำบลป่าแดง ได้ดำเนินการเรียบร้อยแล้ว จึงขอส่งรายงาน"))
    assert told is not None
    assert told.value == "กองทุนหลักประกันสุขภาพตำบลป่าแดง"


def test_a_name_by_its_place_that_lost_marks_is_the_one_that_the_post_tells(
    scanned: Callable[..., Document],
) -> None:
    """No word for an office begins it; large print under a rule lost the marks over it."""
    letter = [
        [(0.25, "หนังสือพิมพ์เสียงลุมนำดอนงาม")],
        [(0.14, "ที่ สดง. ๐๐๙/๒๕๖๘")],
        [(0.14, "เรื่อง แจ้งการแก้ไขคำ")],
        [(0.14, "เรียน ผู้อำนวยการโรงเรียนบ้านดอนงาม")],
        [(0.25, "ตามที่ท่านขอให้แก้ไขคำ กองบรรณาธิการได้ตรวจสอบแล้วพบว่าคลาดเคลื่อนจริง")],
        [(0.55, "ขอแสดงความนับถือ")],
        [(0.55, "(นายเอก มั่นคง)")],
        [(0.5, "บรรณาธิการหนังสือพิมพ์เสียงลุ่มน้ำดอนงาม")],
    ]
    found = read_issuer(scanned(letter))
    assert found is not None
    assert found.value == "หนังสือพิมพ์เสียงลุ่มน้ำดอนงาม"


@pytest.mark.parametrize("between", [" ", ".", ". "])
def test_the_address_behind_a_school_in_a_memo_is_none_of_its_name(between: str) -> None:
    office = f"โรงเรียนบ้านดอนงาม{between}อำเภอดอนธูป จังหวัดลำธาร"
    memo = f"^บันทึกข้อความ\nส่วนราชการ  {office}\nที่ -\nเรื่อง  ขออนุญาต\nเรียน  ผู้อำนวยการโรงเรียน"
    found = read_issuer(Document(tuple(pages(f"{memo}\n      ด้วยมีเรื่องแจ้ง"))))
    assert found is not None and found.value == "โรงเรียนบ้านดอนงาม"


def test_the_province_behind_a_hospital_in_a_memo_is_its_address() -> None:
    for office, issuer in (
        ("กลุ่มงานพยาธิวิทยา โรงพยาบาลดอนงาม จังหวัดน่าน", "กลุ่มงานพยาธิวิทยา โรงพยาบาลดอนงาม"),
        ("สำนักงานคลัง จังหวัดน่าน", "สำนักงานคลัง จังหวัดน่าน"),
    ):
        memo = f"^บันทึกข้อความ\nส่วนราชการ  {office}\nที่ -\nเรื่อง  ขอตัวอย่าง\nเรียน  ผู้อำนวยการ"
        found = read_issuer(Document(tuple(pages(f"{memo}\n      ด้วยมีเรื่องแจ้ง"))))
        assert found is not None and found.value == issuer
