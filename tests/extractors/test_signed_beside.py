"""Signatures beside each other, and first clauses under the subject, in text that never was ink."""

from __future__ import annotations

from collections.abc import Callable

from extractors.describe import read_record
from pipeline.models import Document
from tests.extractors.print_shop import pages


def test_the_first_of_two_signers_set_by_tabs_keeps_his_post(
    typed: Callable[..., Document],
) -> None:
    record = read_record(
        typed(
            "ประกาศโรงเรียนท่าศาลาพิทยา\n"
            "เรื่อง การใช้หลักสูตรสถานศึกษา\n"
            "โรงเรียนได้จัดทำหลักสูตร จึงประกาศให้ใช้หลักสูตรสถานศึกษา\n"
            "ประกาศ ณ วันที่ ๑๔ พฤษภาคม พ.ศ. ๒๕๖๗\n"
            "(นายบุญส่ง ท่าดี)\t(นางวิมล ศาลางาม)\n"
            "ประธานกรรมการสถานศึกษาขั้นพื้นฐาน\tผู้อำนวยการโรงเรียนท่าศาลาพิทยา"
        )
    )
    signed = record.signatory
    assert signed is not None
    assert (signed.name, signed.position) == (
        "นายบุญส่ง ท่าดี",
        "ประธานกรรมการสถานศึกษาขั้นพื้นฐาน",
    )


def test_a_first_clause_right_under_the_subject_is_no_part_of_it(
    typed: Callable[..., Document],
) -> None:
    record = read_record(
        typed(
            "คำสั่งจังหวัดธารานคร\n"
            "ที่ ๒๒๐๑/๒๕๖๕\n"
            "เรื่อง แต่งตั้งคณะกรรมการอำนวยการ\n"
            "๑. แต่งตั้งคณะกรรมการอำนวยการ ประกอบด้วย\n"
            "๑.๑ นายสุวิทย์ ไร่ทอง\tประธานกรรมการ\n"
            "๑.๒ นายสุวัฒน์ นาทอง\tกรรมการ\n"
            "สั่ง ณ วันที่ ๘ สิงหาคม พ.ศ. ๒๕๖๕\n"
            "(นายก้องเกียรติ ธารา)\n"
            "ผู้ว่าราชการจังหวัดธารานคร"
        )
    )
    assert record.subject is not None
    assert record.subject.value == "แต่งตั้งคณะกรรมการอำนวยการ"
    assert [one.name for one in record.committees[0].members] == ["นายสุวิทย์ ไร่ทอง", "นายสุวัฒน์ นาทอง"]


def test_minutes_are_signed_by_who_took_them_though_another_looked_over_them(
    typed: Callable[..., Document],
) -> None:
    record = read_record(
        typed(
            "รายงานการประชุมคณะกรรมการหมู่บ้าน\n"
            "ครั้งที่ ๓/๒๕๖๗\n"
            "วันที่ ๑๐ มีนาคม ๒๕๖๗\n"
            "ผู้มาประชุม\n"
            "๑. นายสาคร นาดี\tประธาน\n"
            "เลิกประชุมเวลา ๑๑.๐๐ น.\n"
            "(นางวันดี ศรีนา)\t(นายสาคร นาดี)\n"
            "เลขานุการ\tผู้ใหญ่บ้าน\n"
            "ผู้จดรายงานการประชุม\tผู้ตรวจรายงานการประชุม"
        )
    )
    signed = record.signatory
    assert signed is not None
    assert (signed.name, signed.position) == (
        "นางวันดี ศรีนา",
        "เลขานุการ ผู้จดรายงานการประชุม",
    )


def test_the_left_of_two_signers_is_the_first_though_his_name_stands_under_his_rank() -> None:
    order = (
        "^คำสั่งร่วม\n^กองอำนวยการดูแลท่าเรือเกาะยาว\n^และสำนักงานเจ้าท่าสาขาเกาะยาว\n^ที่ ๒/๒๕๖๙\n"
        "^เรื่อง กำหนดพื้นที่จอดเรือ\n"
        "      เนื่องจากท่าเทียบเรืออยู่ระหว่างซ่อมแซม จึงให้ใช้พื้นที่หน้าหาดเป็นพื้นที่จอดเรือ\n"
        ">สั่ง ณ วันที่ ๒๓ มีนาคม พ.ศ. ๒๕๖๙\n@ 14 56\nนาวาเอก\n\t(นายวราเทพ ร่องน้ำ)\n"
        "(สมุทร เกาะแก้ว)\tหัวหน้าสำนักงานเจ้าท่า\nผู้อำนวยการดูแลท่าเรือ\tสาขาเกาะยาว"
    )
    signed = read_record(Document(tuple(pages(order)))).signatory
    assert signed is not None
    assert (signed.name, signed.position) == ("นาวาเอก สมุทร เกาะแก้ว", "ผู้อำนวยการดูแลท่าเรือ")
