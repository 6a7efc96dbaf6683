from __future__ import annotations

import pytest

from extractors.citations import read_citations
from pipeline.models import Document
from pipeline.plain_text import page_from_text

HEAD = "ที่ ยธ ๐๗๐๑/๕๕\nกรมคุมประพฤติ\n๒ กุมภาพันธ์ ๒๕๖๖\nเรื่อง ส่งแผน\nเรียน ผู้ว่าราชการจังหวัดตาก\n"

# lines under the head → (role, kind, issuer, number, date, text)
CASES = {
    "two numbers share one issuer": (
        "อ้างถึง หนังสือกรมการศาสนา ที่ วธ ๐๓๐๑/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘\n"
        "และ ที่ วธ ๐๓๐๑/ว๓๘ ลงวันที่ ๒๖ มีนาคม ๒๕๕๘\nตามที่กรมแจ้ง",
        [
            (
                "reference",
                "external_letter",
                "กรมการศาสนา",
                "วธ 0301/ว 34",
                "2015-03-25",
                "หนังสือกรมการศาสนา ที่ วธ ๐๓๐๑/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘",
            ),
            (
                "reference",
                "external_letter",
                "กรมการศาสนา",
                "วธ 0301/ว 38",
                "2015-03-26",
                "ที่ วธ ๐๓๐๑/ว๓๘ ลงวันที่ ๒๖ มีนาคม ๒๕๕๘",
            ),
        ],
    ),
    "of whose number only the code is told": (
        "อ้างถึง หนังสือเทศบาลตำบลบ้านกลาง ที่ ขก ๕๒๑๐๑/- ลงวันที่ ๑๐ ม.ค. ๒๕๖๖\nตามที่เทศบาลแจ้ง",
        [
            (
                "reference",
                "external_letter",
                "เทศบาลตำบลบ้านกลาง",
                "ขก 52101/",
                "2023-01-10",
                "หนังสือเทศบาลตำบลบ้านกลาง ที่ ขก ๕๒๑๐๑/- ลงวันที่ ๑๐ ม.ค. ๒๕๖๖",
            ),
        ],
    ),
    "a list, urgency inside, seat for office": (
        "อ้างถึง ๑. หนังสือศาลากลางจังหวัดน่าน ด่วนที่สุด ที่ นน ๐๐๑๗/ว ๙ ลว. ๑ ม.ค. ๖๖\n"
        "๒. บันทึกข้อความกองคลัง ลงวันที่ ๓ มกราคม ๒๕๖๖\nตามที่กรมแจ้ง",
        [
            (
                "reference",
                "external_letter",
                "จังหวัดน่าน",
                "นน 0017/ว 9",
                "2023-01-01",
                "หนังสือศาลากลางจังหวัดน่าน ด่วนที่สุด ที่ นน ๐๐๑๗/ว ๙ ลว. ๑ ม.ค. ๖๖",
            ),
            (
                "reference",
                "memo",
                "กองคลัง",
                None,
                "2023-01-03",
                "บันทึกข้อความกองคลัง ลงวันที่ ๓ มกราคม ๒๕๖๖",
            ),
        ],
    ),
    "stamped letter": (
        "อ้างถึง หนังสือกรมการศาสนาประทับตรา ที่ วธ ๐๓๐๑/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘\nตามที่",
        [
            (
                "reference",
                "stamped_letter",
                "กรมการศาสนา",
                "วธ 0301/ว 34",
                "2015-03-25",
                "หนังสือกรมการศาสนาประทับตรา ที่ วธ ๐๓๐๑/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘",
            )
        ],
    ),
    "a reference without number or date is kept": (
        "อ้างถึง บันทึกข้อตกลงความร่วมมือ\nตามที่กรมแจ้ง",
        [("reference", "memo", None, None, None, "บันทึกข้อตกลงความร่วมมือ")],
    ),
    "enclosures count only with a number or a date": (
        "สิ่งที่ส่งมาด้วย ๑. ตัวอย่างคำสั่งแต่งตั้งคณะทำงาน จำนวน ๑ ชุด\n"
        "๒. สำเนาคำสั่งอำเภอเมืองน่าน ที่ ๗/๒๕๖๖\nลงวันที่ ๑๑ มกราคม ๒๕๖๖ จำนวน ๑ ฉบับ\nด้วยกรม",
        [
            (
                "enclosure",
                "order",
                "อำเภอเมืองน่าน",
                "7/2566",
                "2023-01-11",
                "สำเนาคำสั่งอำเภอเมืองน่าน ที่ ๗/๒๕๖๖ ลงวันที่ ๑๑ มกราคม ๒๕๖๖",
            )
        ],
    ),
    "in the text": (
        "ตามหนังสือกระทรวงวัฒนธรรม ที่ วธ ๐๒๐๑/๑๒ ลงวันที่ ๕ มกราคม ๒๕๖๖ แจ้งว่า นั้น\n"
        "จึงยกเลิกประกาศกรมคุมประพฤติ ลงวันที่ ๑ ตุลาคม ๒๕๖๕ ในการประชุมครั้งที่ ๑/๒๕๖๖ "
        "ตามสัญญาเลขที่ ๙/๒๕๖๕ ลงวันที่ ๒ ตุลาคม ๒๕๖๕ ภายในวันที่ ๓๐ มกราคม ๒๕๖๖",
        [
            (
                "body",
                "external_letter",
                "กระทรวงวัฒนธรรม",
                "วธ 0201/12",
                "2023-01-05",
                "หนังสือกระทรวงวัฒนธรรม ที่ วธ ๐๒๐๑/๑๒ ลงวันที่ ๕ มกราคม ๒๕๖๖",
            ),
            (
                "body",
                "announcement",
                "กรมคุมประพฤติ",
                None,
                "2022-10-01",
                "ประกาศกรมคุมประพฤติ ลงวันที่ ๑ ตุลาคม ๒๕๖๕",
            ),
        ],
    ),
    "said again in the text": (
        "อ้างถึง หนังสือกรมการศาสนา ที่ วธ ๐๓๐๑/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘\n"
        "ตามหนังสือที่อ้างถึง กรมการศาสนา ที่ วธ ๐๓๐๑/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘ แจ้ง",
        [
            (
                "reference",
                "external_letter",
                "กรมการศาสนา",
                "วธ 0301/ว 34",
                "2015-03-25",
                "หนังสือกรมการศาสนา ที่ วธ ๐๓๐๑/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘",
            )
        ],
    ),
    "an abbreviated issuer": (
        "อ้างถึง หนังสือ สถ. ที่ มท ๐๘๙๙/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘\nตามที่กรมแจ้ง",
        [
            (
                "reference",
                "external_letter",
                "สถ.",
                "มท 0899/ว 34",
                "2015-03-25",
                "หนังสือ สถ. ที่ มท ๐๘๙๙/ว๓๔ ลงวันที่ ๒๕ มีนาคม ๒๕๕๘",
            )
        ],
    ),
    "a case in court and a term are no documents": (
        "ด้วยคดีอาญาหมายเลขดำที่ อ ๑๗๔๒/๒๕๖๖ ระหว่าง พนักงานอัยการ โจทก์ และในภาคการศึกษาที่ ๒/๒๕๖๖ มีผู้แจ้งว่า",
        [],
    ),
    "no document is meant": (
        "ด้วยกรมการศาสนาแจ้งตามระเบียบกระทรวงวัฒนธรรม พ.ศ. ๒๕๖๐ และประกาศที่เกี่ยวข้อง",
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_citations(text: str, expected: list[tuple[str | None, ...]]) -> None:
    citations = read_citations(Document((page_from_text(HEAD + text),)))
    read = [(c.role, c.kind, c.issuer, c.number, c.date, c.text) for c in citations]
    assert read == expected
    assert all(c.page == 1 and c.box and c.confidence == 1 for c in citations)


def test_the_office_said_to_have_written() -> None:
    body = "ด้วยกรมควบคุมมลพิษได้มีหนังสือ ที่ ทส ๐๓๐๓/ว ๑๒ ลงวันที่ ๑๑ กันยายน ๒๕๖๖ แจ้งว่า"
    (found,) = read_citations(Document((page_from_text(HEAD + body),)))
    assert (found.issuer, found.number) == ("กรมควบคุมมลพิษ", "ทส 0303/ว 12")


def test_a_radio_message_is_cited_too() -> None:
    line = "อ้างถึง วิทยุสื่อสารกองบัญชาการตัวอย่าง ที่ มท (บกปภ) ๐๖๒๔/ว ๔๓ ลงวันที่ ๒๔ พฤษภาคม ๒๕๖๗"
    (found,) = read_citations(Document((page_from_text(f"{HEAD}{line}\nตามที่แจ้ง"),)))
    assert (found.kind, found.issuer, found.number) == (
        "other",
        "กองบัญชาการตัวอย่าง",
        "มท (บกปภ) 0624/ว 43",
    )


def test_an_enclosed_order_is_dated_by_its_own_words() -> None:
    line = "สิ่งที่ส่งมาด้วย คำสั่งกรมตัวอย่าง ที่ ๙๙๑/๒๕๖๘ สั่ง ณ วันที่ ๑ เมษายน พ.ศ. ๒๕๖๘ จำนวน ๑ ฉบับ"
    (found,) = read_citations(Document((page_from_text(f"{HEAD}{line}\nตามที่แจ้ง"),)))
    assert (found.number, found.date) == ("991/2568", "2025-04-01")


def test_an_enclosed_announcement_may_be_counted_by_the_year() -> None:
    line = "สิ่งที่ส่งมาด้วย ประกาศกรมตัวอย่าง เลขที่ ๓๘/๒๕๖๘   จำนวน ๑ ฉบับ"
    (found,) = read_citations(Document((page_from_text(f"{HEAD}{line}\nตามที่แจ้ง"),)))
    assert (found.kind, found.issuer, found.number) == ("announcement", "กรมตัวอย่าง", "38/2568")


def test_a_number_that_begins_with_latin_letters() -> None:
    body = "ตามประกาศกรมตัวอย่าง เลขที่ eb-มก.๑๒/๒๕๖๗ ลงวันที่ ๘ กุมภาพันธ์ ๒๕๖๗ เรื่อง ประกวดราคา นั้น"
    (found,) = read_citations(Document((page_from_text(HEAD + body),)))
    assert (found.number, found.date) == ("eb-มก.12/2567", "2024-02-08")
