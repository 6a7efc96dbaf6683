"""The name on the line of a signature, and what stands behind it."""

from __future__ import annotations

import pytest

from extractors.signatory import read_signatory
from extractors.signed_name import rank_over, with_pieces_joined, with_rank
from extractors.text.passage import Passage
from pipeline.models import Box, Document, Line, Page
from pipeline.split import split
from tests.extractors.print_shop import pages

BARE = """^ประกาศ ณ วันที่ ๒๐ มีนาคม พ.ศ. ๒๕๖๗
~กิตติพันธ์  ศุภมิตร
~นายกสภาวิชาชีพ"""
RANK_TWICE = """^ประกาศ ณ วันที่ ๒๐ มีนาคม พ.ศ. ๒๕๖๗
~พลตำรวจโท ยอดชาย รางงาม
~( ยอดชาย  รางงาม )
~ผู้บัญชาการ"""
RANK_OVER = """^ประกาศ ณ วันที่ ๒๐ มีนาคม พ.ศ. ๒๕๖๗
~พลตำรวจโท
~ยอดชาย  รางงาม
~ผู้บัญชาการ"""
OFFICE_OVER = """^ประกาศ ณ วันที่ ๒๐ มีนาคม พ.ศ. ๒๕๖๗
~สำนักงาน บ้านดอน
~ผู้อำนวยการ"""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (BARE, "กิตติพันธ์ ศุภมิตร"),
        (RANK_TWICE, "พลตำรวจโท ยอดชาย รางงาม"),
        (RANK_OVER, "พลตำรวจโท ยอดชาย รางงาม"),
        (OFFICE_OVER, None),
    ],
    ids=["two words over a post", "with and without the rank", "under a rank", "an office"],
)
def test_the_name_over_a_post(text: str, name: str | None) -> None:
    body = "^ข้อบังคับสภาวิชาชีพ\n^ว่าด้วยจรรยาบรรณ พ.ศ. ๒๕๖๗\n      ข้อ ๑  ข้อบังคับนี้ใช้กับสมาชิก\n"
    found = read_signatory(Document(tuple(pages(body + text))))
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("signed", "position"),
    [
        ("ลงชื่อ เอก มั่นคง ประธานกรรมการ\n(นายเอก มั่นคง)", "ประธานกรรมการ"),
        ("ลงชื่อ เอก มั่นคง ผู้จัดทำ\n(นายเอก มั่นคง)\nนักวิชาการเกษตร", "นักวิชาการเกษตร"),
        ("~ผู้รายงาน  นายเอก มั่นคง  นายช่างชลประทาน\nฝ่ายจัดสรรน้ำ", "นายช่างชลประทาน"),
        ("~นายเอก มั่นคง  ผู้จัดทำรายงาน\n~นายโท ใจดี  ผู้ตรวจ", "ผู้จัดทำรายงาน"),
    ],
    ids=["beside the hand", "below", "behind the name", "as what he signs"],
)
def test_the_post_of_who_signs(signed: str, position: str) -> None:
    report = f"^รายงานผลการสำรวจแหล่งน้ำ\n      พบแหล่งน้ำตื้นเขินสองแห่ง\n{signed}"
    found = read_signatory(Document(tuple(pages(report))))
    assert found is not None
    assert (found.name, found.position) == ("นายเอก มั่นคง", position)


def test_a_rank_stands_left_of_its_own_signature() -> None:
    """Of two who report and check side by side, each over his name."""

    def line(text: str, left: float, top: float, width: float = 0.14) -> Line:
        return Line(text, 1, Box(left, top, left + width, top + 0.014), 0.93)

    first, second = line("(ตรี ใจงาม)", 0.26, 0.55), line("(โท มั่นคง)", 0.66, 0.55)
    ranks = line("ร.ต.ท...", 0.16, 0.51, 0.05), line("พ.ต.ต...", 0.55, 0.51, 0.05)
    document = Document((Page(1, (*ranks, first, second)),))
    assert rank_over(document, first) == ranks[0]
    assert rank_over(document, second) == ranks[1]
    name = with_rank(Passage.of([first]).cut(1, 10), ranks[0])
    assert name.text == "ร.ต.ท. ตรี ใจงาม"


def test_what_a_list_above_the_closing_says_is_no_rank() -> None:
    (document,) = split(
        pages(
            "^ประกาศคณะวิศวกรรมศาสตร์\n^เรื่อง แต่งตั้งคณะกรรมการตัดสิน\n"
            "      จึงแต่งตั้งคณะกรรมการตัดสิน ดังนี้\n@ 16 56 76\n"
            "๑. รศ.ดร.เอก มั่นคง\tคณบดี\tประธานกรรมการ\n๒. ดร.โท แสนดี\tอาจารย์\tกรรมการ\n"
            "      ประกาศ ณ วันที่ ๑๙ สิงหาคม พ.ศ. ๒๕๖๗\n~(รศ.ดร.เอก มั่นคง)\n~คณบดี"
        )
    )
    signed = read_signatory(document)
    assert signed is not None and signed.name == "รศ.ดร.เอก มั่นคง"


def test_a_name_in_brackets_in_two_pieces_is_one() -> None:
    first = Line("(นายเอก -", 1, Box(0.55, 0.46, 0.65, 0.473), 0.8)
    second = Line("มั่นคง)", 1, Box(0.66, 0.46, 0.73, 0.473), 0.9)
    post = Line("นายอำเภอท่าไม้", 1, Box(0.55, 0.49, 0.73, 0.503), 0.93)
    assert [one.text for one in with_pieces_joined([first, second, post])] == [
        "(นายเอก มั่นคง)",
        "นายอำเภอท่าไม้",
    ]
    assert with_pieces_joined([first, post]) == (first, post)


def test_the_name_again_in_english_is_no_post_and_no_other_signatory() -> None:
    text = """^ประกาศ ณ วันที่ ๒๐ มีนาคม พ.ศ. ๒๕๖๗
~(นายยอดชาย รางงาม)
~(Mr. Yodchai Rangngam)
~กรรมการผู้จัดการ"""
    signed = read_signatory(Document(tuple(pages(text))))
    assert signed is not None
    assert (signed.name, signed.position) == ("นายยอดชาย รางงาม", "กรรมการผู้จัดการ")


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        ("~(ลงชื่อ) พันโท\n\n~(เอก มั่นคง)", "พันโท เอก มั่นคง"),
        ("~ลงชื่อ........ร้อยเอกหญิง\n~(ตรี ใจเย็น)", "ร้อยเอกหญิง ตรี ใจเย็น"),
        ("~(ลงนาม) พ.ต.อ.\n~(เอก มั่นคง)", "พ.ต.อ. เอก มั่นคง"),
        ("~พันโท (เอก มั่นคง)", "พันโท เอก มั่นคง"),
        ("~พ.ต.อ,\n~(เอก มั่นคง)", "พ.ต.อ. เอก มั่นคง"),
        ("~(ลงชื่อ)\n~(นายเอก มั่นคง)", "นายเอก มั่นคง"),
    ],
    ids=["behind the word", "behind dots", "in short", "before the brackets", "worn", "no rank"],
)
def test_a_rank_away_from_the_name_belongs_to_it(signed: str, name: str) -> None:
    order = "^คำสั่งกองพันดอนงาม\n^เรื่อง มอบหมายงาน\n      จึงมอบหมายงาน\n^สั่ง ณ วันที่ ๒๐ มีนาคม พ.ศ. ๒๕๖๗\n"
    found = read_signatory(Document(tuple(pages(f"{order}{signed}\n~ผู้บังคับกองพัน"))))
    assert found is not None
    assert (found.name, found.position) == (name, "ผู้บังคับกองพัน")
