"""Word files: everything that the page shows, in order, and nothing that it does not."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from pipeline.errors import FileRefused
from pipeline.layout import rows
from pipeline.word import file as word_file
from pipeline.word.file import read_word_page, word_page_count
from tests.pipeline.word.papers import RUN, from_xml, read, saved, texts


def test_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ก่อน")
    table = document.add_table(rows=2, cols=3)
    for row, cells in enumerate([("ลำดับ", "ชื่อ", "ตำแหน่ง"), ("๑", "นาย ก", "ประธาน")]):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.add_paragraph("หลัง")
    page = read(document, tmp_path)
    assert texts(page) == ["ก่อน", "ลำดับ", "ชื่อ", "ตำแหน่ง", "๑", "นาย ก", "ประธาน", "หลัง"]
    assert page.origin == "word_file"
    (table,) = page.tables
    assert [[[line.text for line in cell.lines] for cell in row] for row in table.rows] == [
        [["ลำดับ"], ["ชื่อ"], ["ตำแหน่ง"]],
        [["๑"], ["นาย ก"], ["ประธาน"]],
    ]
    assert all(line in page.lines for row in table.rows for cell in row for line in cell.lines)
    assert [row.text for row in rows(page.lines)] == [
        "ก่อน",
        "ลำดับ\tชื่อ\tตำแหน่ง",
        "๑\tนาย ก\tประธาน",
        "หลัง",
    ]


def test_merged_cells_are_read_once(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "กว้าง"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "สูง"
    page = read(document, tmp_path)
    assert texts(page) == ["กว้าง", "02", "10", "11", "สูง", "20", "21"]
    (made,) = page.tables
    wide, beside = made.rows[0]
    assert wide.box.width == pytest.approx(2 * beside.box.width)
    assert [len(row) for row in made.rows] == [2, 3, 3]
    assert made.rows[2][2].lines == ()


def test_nested_table(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(rows=1, cols=2).cell(0, 1)
    cell.text = "นอก"
    inner = cell.add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "ใน ๑", "ใน ๒"
    page = read(document, tmp_path)
    assert texts(page) == ["นอก", "ใน ๑", "ใน ๒"]
    nested, outer = page.tables
    assert [len(cell.lines) for cell in nested.rows[0]] == [1, 1]
    assert [len(cell.lines) for cell in outer.rows[0]] == [0, 3]


def test_tabs_make_columns_and_breaks_make_rows(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("ที่ กข ๐๐๑/๑\t\t\t\t\tสำนักงาน\n\t\t\t\t\t\tถนนสายหนึ่ง")
    document.add_paragraph("ที่ กข ๑            วันที่ ๒ มีนาคม ๒๕๖๔")
    document.add_paragraph("เรื่อง\tขอเชิญประชุม")
    names = document.add_paragraph("นายกขคงจ\tประธาน")
    names.paragraph_format.tab_stops.add_tab_stop(Pt(60))
    page = read(document, tmp_path)
    assert [row.text for row in rows(page.lines)] == [
        "ที่ กข ๐๐๑/๑\tสำนักงาน",
        "ถนนสายหนึ่ง",
        "ที่ กข ๑\tวันที่ ๒ มีนาคม ๒๕๖๔",
        "เรื่อง ขอเชิญประชุม",
        "นายกขคงจ\tประธาน",
    ]
    assert page.lines[1].box.left > 0.4 and page.lines[2].box.left > 0.4


def test_alignment_also_from_the_style(tmp_path: Path) -> None:
    document = docx.Document()
    document.styles.add_style("กลางหน้า", 1).paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("คำสั่ง", style="กลางหน้า")
    document.add_paragraph("ขวา").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph("ซ้าย").paragraph_format.left_indent = Cm(5)
    centre, right, left = read(document, tmp_path).lines
    section = document.sections[0]
    middle = (section.left_margin + section.page_width - section.right_margin) / 2
    assert (centre.box.left + centre.box.right) / 2 == pytest.approx(
        middle / section.page_width, abs=0.01
    )
    assert right.box.right == pytest.approx(1 - section.right_margin / section.page_width, abs=0.01)
    assert left.box.left == pytest.approx(
        (section.left_margin + Cm(5)) / section.page_width, abs=0.01
    )


def test_long_page_stays_within_itself(tmp_path: Path) -> None:
    document = docx.Document()
    for number in range(300):
        document.add_paragraph(f"ข้อ {number}")
    page = read(document, tmp_path)
    assert len(page.lines) == 300
    assert all(0 <= side <= 1 for line in page.lines for side in line.box.as_tuple())


def test_header_and_footer(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "ด่วนที่สุด"
    document.sections[0].footer.paragraphs[0].text = "สำเนาถูกต้อง"
    document.add_paragraph("เนื้อความ")
    assert texts(read(document, tmp_path)) == ["ด่วนที่สุด", "เนื้อความ", "สำเนาถูกต้อง"]


def test_empty_document_has_one_empty_page(tmp_path: Path) -> None:
    path = saved(docx.Document(), tmp_path)
    assert word_page_count(path) == 1
    assert read_word_page(path, 1).lines == ()


SHOWN: list[tuple[str, list[str]]] = [
    # tracked changes are read as accepted
    (
        f"<w:p>{RUN.format('ไม่')}<w:del><w:r><w:delText>เห็น</w:delText></w:r></w:del>"
        f"<w:ins>{RUN.format('ชอบ')}</w:ins></w:p>",
        ["ไม่ชอบ"],
    ),
    ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>ซ่อน</w:t></w:r></w:p><w:p/>", []),
    (
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>คลิกที่นี่</w:t>"
        "</w:r></w:sdtContent></w:sdt><w:sdt><w:sdtContent><w:r><w:t>กรอกแล้ว</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>",
        ["กรอกแล้ว"],
    ),
    # the IT๙ fonts draw 2564 as ๒๕๖๔
    (
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="TH SarabunIT๙" w:cs="TH SarabunPSK"/></w:rPr>'
        "<w:t>พ.ศ. 2564</w:t></w:r><w:r><w:t>/2564</w:t></w:r></w:p>",
        ["พ.ศ. ๒๕๖๔/2564"],
    ),
    # a page number kept from the last printing may be wrong; a date or a link is not
    (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r><w:r>'
        '<w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>หน้า</w:t></w:r><w:fldSimple '
        'w:instr="REF x"><w:r><w:t>๒</w:t></w:r></w:fldSimple></w:p>',
        ["หน้า๒"],
    ),
    (f"<w:p><w:hyperlink>{RUN.format('ลิงก์')}</w:hyperlink></w:p>", ["ลิงก์"]),
    (
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> อนุมัติ</w:t>'
        "</w:r></w:p>",
        ["☑ อนุมัติ"],
    ),
    # a text box is written twice, for new and for old programs
    (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
        'compatibility/2006"><mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>'
        "ในกล่อง</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        "<w:txbxContent><w:p><w:r><w:t>ในกล่อง</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>นอกกล่อง</w:t></w:r></w:p>",
        ["ในกล่อง", "นอกกล่อง"],
    ),
    # words drawn as a picture
    (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textpath '
        'string="ด่วนที่สุด"/></v:shape></w:pict></w:r><w:r><w:t>ที่ กข ๑</w:t></w:r></w:p>',
        ["ด่วนที่สุด", "ที่ กข ๑"],
    ),
    ("<w:p><w:r><w:t>น้ํา</w:t></w:r></w:p>", ["น้ํา"]),  # NFC keeps it; normalise repairs it
]


@pytest.mark.parametrize(("body", "expected"), SHOWN)
def test_what_the_page_shows(tmp_path: Path, body: str, expected: list[str]) -> None:
    assert texts(from_xml(body, tmp_path)) == expected


def test_one_of_more_lines_than_a_letter_can_have_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few kilobytes may hold a million paragraphs, which would be read for hours."""
    monkeypatch.setattr(word_file, "MOST_LINES", 50)
    document = docx.Document()
    for _ in range(26):
        document.add_paragraph("บรรทัดหนึ่ง\nบรรทัดสอง")
    with pytest.raises(FileRefused) as raised:
        saved(document, tmp_path)
    assert raised.value.code == "too_many_lines"


def test_tracked_changes_are_said(tmp_path: Path) -> None:
    page = from_xml(f"<w:p><w:ins>{RUN.format('ใหม่')}</w:ins></w:p>", tmp_path)
    assert "tracked changes" in " ".join(page.notes)
    assert from_xml(f"<w:p>{RUN.format('เก่า')}</w:p>", tmp_path).notes == ()


VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'
PICTURE_XML = (
    '<w:p><w:r><w:drawing><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:spPr><a:xfrm>'
    '<a:ext cx="{0}" cy="{0}"/></a:xfrm></pic:spPr></pic:pic></a:graphic></w:drawing></w:r></w:p>'
)
PICTURED = "The Word file holds a picture large enough to bear text; it was not read."
OTHER = "The Word file holds another file; it was not read."


@pytest.mark.parametrize(
    ("body", "notes"),
    [
        (PICTURE_XML.format(5_400_000), (PICTURED,)),  # 15 cm: a scan pasted in
        (PICTURE_XML.format(720_000), ()),  # an emblem
        (
            f'<w:p {VML}><w:r><w:pict><v:shape style="width:450pt;height:600pt"><v:imagedata/>'
            "</v:shape></w:pict></w:r></w:p>",
            (PICTURED,),
        ),
        ("<w:p><w:r><w:object/></w:r></w:p>", (OTHER,)),
        ("<w:altChunk/>", (OTHER,)),
    ],
)
def test_what_was_not_read_is_said(tmp_path: Path, body: str, notes: tuple[str, ...]) -> None:
    assert from_xml(body, tmp_path).notes == notes


def test_font_size_widens_the_line(tmp_path: Path) -> None:
    document = docx.Document()
    for size in (12, 24):
        document.add_paragraph().add_run("คำสั่งจังหวัด").font.size = Pt(size)
    small, large = read(document, tmp_path).lines
    assert large.box.width == pytest.approx(2 * small.box.width)


def test_signs_that_show_nothing_and_room_that_does_not_break(tmp_path: Path) -> None:
    page = from_xml(
        "<w:p><w:r><w:t>ที่\u00a0กข\u00a0๑\u200b๒"
        + "\u00a0" * 12
        + "สำนัก\u00adงาน</w:t></w:r></w:p>",
        tmp_path,
    )
    assert texts(page) == ["ที่ กข ๑๒", "สำนักงาน"]
