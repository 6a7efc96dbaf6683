"""What a paper is, and whether it still waits for a pen."""

from __future__ import annotations

import pytest

from extractors.kind import is_template, read_kind
from pipeline.models import Box, Cell, Document, Line, Page, Table
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("บันทึกการประชุมคณะกรรมการวัดโพธิ์เอน ครั้งที่ ๓/๒๕๖๘", "minutes"),
        ("สำเนารายงานการประชุมสภาเทศบาลตำบลป่าซาง", "minutes"),
        ("คำแถลงของสมาคมผู้ปลูกทุเรียน", "statement"),
    ],
)
def test_a_title_tells_the_kind(title: str, kind: str) -> None:
    assert read_kind(Document(tuple(pages(f"^{title}")))) == kind


@pytest.mark.parametrize(
    ("bearer", "day", "blank"),
    [
        (
            "........................................",
            "........ เดือน ................ พ.ศ. ........",
            True,
        ),
        ("นายเอก มั่นคง", "๒ มีนาคม พ.ศ. ๒๕๖๘", False),
    ],
)
def test_a_diploma_whose_bearer_is_awaited_on_the_next_line_is_blank(
    bearer: str, day: str, blank: bool
) -> None:
    diploma = f"""^โรงพยาบาลส่งเสริมสุขภาพตำบลท่าช้าง
^มอบเกียรติบัตรฉบับนี้ให้ไว้เพื่อแสดงว่า
^{bearer}
^ได้ผ่านการอบรมอาสาสมัครประจำครอบครัว
^ให้ไว้ ณ วันที่ {day}
^(นางเพ็ญ ยอดคีรี)
^ผู้อำนวยการ"""
    assert is_template(Document(tuple(pages(diploma)))) is blank


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("^ทะเบียนคุมการเบิกจ่ายยา\n@ 14 40 70\n|วันที่|รายการยา|ผู้เบิก|\n||||\n||||", True),
        (
            "^ทะเบียนคุมการเบิกจ่ายยา\n@ 14 40 70\n|วันที่|รายการยา|ผู้เบิก|\n|๒ มี.ค.|พาราเซตามอล|นายเอก|",
            False,
        ),
    ],
)
def test_a_sheet_whose_table_is_empty_is_a_form_whatever_its_title(text: str, blank: bool) -> None:
    sheet = Document(tuple(pages(text)))
    assert (read_kind(sheet), is_template(sheet)) == (("form", True) if blank else ("other", False))


def test_a_consent_with_blanks_for_a_name_is_a_form() -> None:
    consent = """^หนังสือแสดงความยินยอมเข้าร่วมโครงการวิจัย
      ข้าพเจ้า ............................................ อายุ ........ ปี ยินยอมเข้าร่วมโครงการวิจัย
~ลงชื่อ .............................. ผู้ยินยอม
~(..............................)
~ลงชื่อ .............................. พยาน
~(..............................)"""
    assert read_kind(Document(tuple(pages(consent)))) == "form"


def test_who_asks_for_something_reports_nothing_and_an_empty_stamp_leaves_no_form_blank() -> None:
    request = """@ 14 70
	เลขรับ....................
	วันที่....................
	เวลา....................
^คำร้องขอเทียบโอนผลการเรียน
>วันที่ ๒๔ เดือน กรกฎาคม พ.ศ. ๒๕๖๖
เรียน  ผู้อำนวยการสำนักทะเบียน
      ข้าพเจ้า นางสาวโท ใจดี ขอเทียบโอนรายวิชา
~(นางสาวโท ใจดี)"""
    document = Document(tuple(pages(request)))
    assert (read_kind(document), is_template(document)) == ("form", False)


def test_a_draft_of_minutes_tells_of_a_meeting_and_a_pattern_of_them_does_not() -> None:
    minutes = (
        "^รายงานการประชุมคณะทำงาน\n^ครั้งที่ ๕/๒๕๖๗\n^วันที่ ๓๑ พฤษภาคม ๒๕๖๗\nผู้มาประชุม\n๑. นายเอก มั่นคง"
    )
    draft, pattern = (Document(tuple(pages(f"{top}\n{minutes}"))) for top in ("^(ร่าง)", "^ตัวอย่าง"))
    assert (is_template(draft), is_template(pattern)) == (False, True)


def test_a_list_with_its_ordinals_alone_waits_for_a_pen() -> None:
    sheet = (
        "^อำเภอดอนงาม\n^บัญชีลายมือชื่อผู้เข้าร่วมประชุม\n| ลำดับ | ชื่อ - สกุล | ลายมือชื่อ |\n| ๑ | | |\n| ๒ | | |"
    )
    named = sheet.replace("| ๑ | |", "| ๑ | นายเอก มั่นคง |")
    blank, filled = (Document(tuple(pages(text))) for text in (sheet, named))
    assert (read_kind(blank), is_template(blank), read_kind(filled)) == ("form", True, "other")


def test_a_card_is_a_form_where_the_name_of_whose_it_is_stands_below() -> None:
    card = "^บัตรบันทึกสุขภาพนักเรียน\nชื่อ เด็กหญิงตรี ใจงาม   ชั้น ป.๔\n| ครั้งที่ | ผล |\n| ๑ | ปกติ |"
    assert read_kind(Document(tuple(pages(card)))) == "form"


def test_who_wrote_on_the_leaders_has_filled_in_the_form() -> None:
    consent = """^หนังสือให้ความยินยอม
      ข้าพเจ้า.....นางตรี ใจงาม.....อายุ.....๓๕.....ปี ยินยอมให้บุตรรับการรักษา
~ลงชื่อ.....ตรี ใจงาม.....ผู้ให้ความยินยอม
~(.....นางตรี ใจงาม.....)"""
    assert not is_template(Document(tuple(pages(consent))))


@pytest.mark.parametrize(("name", "blank"), [("( )", True), ("(นางตรี ใจงาม)", False)])
def test_a_box_in_which_somebody_is_still_to_decide_fills_in_no_form(
    name: str, blank: bool
) -> None:
    """ความเห็น │ ผลการพิจารณา, and under each whom it awaits: printed for all who ask."""

    def cell(left: float, *texts: str) -> Cell:
        boxes = [Box(left, 0.5 + n / 50, left + 0.2, 0.51 + n / 50) for n in range(len(texts))]
        return Cell(
            boxes[0], tuple(Line(text, 1, box, 1.0) for text, box in zip(texts, boxes, strict=True))
        )

    rows = (
        (cell(0.1, "ความเห็น"), cell(0.5, "ผลการพิจารณา")),
        (cell(0.1, "☐ เห็นควร", "ลงชื่อ", name), cell(0.5, "☐ อนุญาต", "ลงชื่อ", name, "หัวหน้าภาค")),
    )
    texts = ["แบบขอใช้ห้อง", "ข้าพเจ้า ...............", "รหัส ...............", "เวลา ..............."]
    printed = [
        Line(text, 1, Box(0.3, 0.1 + n / 20, 0.6, 0.12 + n / 20), 1.0)
        for n, text in enumerate(texts)
    ]
    lines = (*printed, *(line for row in rows for one in row for line in one.lines))
    table = Table(1, Box(0.1, 0.48, 0.8, 0.6), rows)
    assert is_template(Document((Page(1, lines, (table,), origin="text_layer"),))) is blank


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("แบบสำรวจกล้องวงจรปิดในตลาด", "form"),
        ("แบบประเมินผลการฝึกงาน", "form"),
        ("แบบรายงานผลการสำรวจกล้องวงจรปิด", "report"),
    ],
)
def test_questions_that_somebody_answered_are_a_form(title: str, kind: str) -> None:
    answered = f"""^{title}
^สถานีตำรวจภูธรดอนงาม
^วันที่ ๔ ธันวาคม ๒๕๖๖
จำนวนกล้องทั้งหมด ๔๗ ตัว ใช้การได้ ๔๑ ตัว
จุดติดตั้งสำคัญ สี่แยกตลาดเก่า ท่าน้ำวัดใต้
~(นายเอก มั่นคง)
~ตำแหน่ง รองสารวัตร"""
    assert read_kind(Document(tuple(pages(answered)))) == kind
