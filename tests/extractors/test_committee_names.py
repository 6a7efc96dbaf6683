"""Where the name of a committee stands: over its table, below the duties of the one before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.committee.read import read_committees
from pipeline.models import Document

Make = Callable[..., Document]


def test_a_team_between_a_clause_and_its_table_names_the_table(typed: Make) -> None:
    document = typed(
        "จึงแต่งตั้งคณะทำงานความปลอดภัย ดังนี้\n๑. นายเอก มั่นคง\tหัวหน้าคณะทำงาน\n๒. นางโท แสนดี\tคณะทำงาน\n"
        "ให้คณะทำงานมีอำนาจหน้าที่\n๑) จัดทำแผน\n๒) รายงานทุกเดือน\nทีมระงับเหตุสารเคมี\n"
        "ลำดับ\tชื่อ - สกุล\tหน้าที่\n๑\tนายตรี ใจเย็น\tหัวหน้าทีม\n๒\tนายจัตวา พูนผล\tทีมงาน"
    )
    first, team = read_committees(document)
    assert first.duties == ("จัดทำแผน", "รายงานทุกเดือน")
    assert team.name == "ทีมระงับเหตุสารเคมี"


def test_a_list_close_under_the_duties_of_the_one_before(scanned: Make) -> None:
    document = scanned(
        [
            [(0.2, "จึงแต่งตั้งคณะกรรมการดังนี้")],
            [(0.12, "คณะกรรมการดำเนินงาน")],
            [(0.12, "นายเอก มั่นคง"), (0.42, "คณบดี"), (0.7, "ประธานกรรมการ")],
            [(0.12, "นางโท แสนดี"), (0.42, "อาจารย์"), (0.7, "กรรมการ")],
            [(0.12, "โดยมีหน้าที่")],
            [(0.24, "(๑) กำหนดหัวข้อหลักของการประชุม")],
            [(0.24, "(๒) เชิญวิทยากรทั้งในและต่างประเทศ")],
            [(0.12, "คณะอนุกรรมการฝ่ายวิชาการ")],
            [(0.12, "นายตรี ใจเย็น"), (0.7, "ประธานอนุกรรมการ")],
            [(0.12, "นางสาวจัตวา งามตา"), (0.7, "อนุกรรมการ")],
        ]
    )
    first, second = read_committees(document)
    assert first.duties == ("กำหนดหัวข้อหลักของการประชุม", "เชิญวิทยากรทั้งในและต่างประเทศ")
    assert second.name == "คณะอนุกรรมการฝ่ายวิชาการ"
    assert [member.name for member in second.members] == ["นายตรี ใจเย็น", "นางสาวจัตวา งามตา"]


def _listed_under(subject: str, sentence: str) -> str:
    return (
        f"คำสั่งอำเภอธารทอง\nที่ ๑๒/๒๕๖๗\nเรื่อง แต่งตั้ง{subject}\n"
        f"เพื่อให้งานเป็นไปด้วยความเรียบร้อย จึงแต่งตั้ง{sentence}\n"
        "๑. นายเอก มั่นคง\tหัวหน้าคณะทำงาน\n๒. นางโท แสนดี\tคณะทำงาน"
    )


@pytest.mark.parametrize(
    ("subject", "sentence", "name"),
    [
        ("คณะทำงานแก้ไขปัญหาไฟป่า", "คณะทำงาน ประกอบด้วย", "คณะทำงานแก้ไขปัญหาไฟป่า"),
        ("คณะทำงานเลี้ยงโคขุน ประจำปี ๒๕๖๗", "คณะทำงานดังนี้", "คณะทำงานเลี้ยงโคขุน"),
        ("คณะทำงานกำจัดวัชพืช\n----------------------", "คณะทำงาน ดังนี้", "คณะทำงานกำจัดวัชพืช"),
        ("ทีมกู้ชีพตำบล (EMS) ระดับต้น รุ่นที่ ๓", "บุคคลดังต่อไปนี้", "ทีมกู้ชีพตำบล (EMS) ระดับต้น"),
        (
            "คณะกรรมการตรวจการจ้าง",
            "คณะกรรมการตรวจการจ้าง โครงการขุดสระ ประกอบด้วย",
            "คณะกรรมการตรวจการจ้าง",
        ),
        ("คณะทำงานเลี้ยงโคขุนของอำเภอ", "คณะทำงานเลี้ยงโคขุน ประกอบด้วย", "คณะทำงานเลี้ยงโคขุน"),
    ],
)
def test_a_committee_that_the_sentence_does_not_name_bears_the_name_of_the_subject(
    typed: Make, subject: str, sentence: str, name: str
) -> None:
    (found,) = read_committees(typed(_listed_under(subject, sentence)))
    assert found.name == name


@pytest.mark.parametrize(
    "bidding",
    [
        "ให้หัวหน้าแผนกวิชาทุกแผนกส่งรายชื่อนักกีฬาภายในวันที่ ๒ ธันวาคม ๒๕๖๗",
        "ให้กรรมการทุกท่านมาพร้อมกันก่อนเวลา ๐๘.๓๐ น.",
        "ให้หน่วยงานที่เกี่ยวข้องสนับสนุนกำลังคน",
    ],
)
def test_what_others_are_bidden_below_the_duties_is_no_duty(typed: Make, bidding: str) -> None:
    text = _listed_under("คณะทำงานกีฬา", "คณะทำงานกีฬา ประกอบด้วย")
    (found,) = read_committees(typed(f"{text}\nมีหน้าที่ จัดการแข่งขันกีฬา\n{bidding}"))
    assert found.duties == ("จัดการแข่งขันกีฬา",)
