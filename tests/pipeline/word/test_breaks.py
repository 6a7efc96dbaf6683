"""Word files: breaks of pages, sections, columns and rows, and what stands at a page's foot."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from pipeline.layout import rows
from pipeline.word.file import read_word_page, word_page_count
from tests.pipeline.word.papers import RUN, W, from_xml, read, saved, texts


def test_breaks_make_pages(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("หนึ่ง").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("สอง")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("สาม")
    document.add_paragraph("สี่").paragraph_format.page_break_before = True
    path = saved(document, tmp_path)
    assert word_page_count(path) == 4
    pages = [read_word_page(path, number) for number in range(1, 5)]
    assert [texts(page) for page in pages] == [["หนึ่ง"], ["สอง"], ["สาม"], ["สี่"]]
    assert [page.lines[0].page for page in pages] == [1, 2, 3, 4]
    with pytest.raises(IndexError):
        read_word_page(path, 5)


def test_footnotes_stand_at_the_foot_of_the_page_that_calls_them(tmp_path: Path) -> None:
    note = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"<w:footnotes {W}>"
        f'<w:footnote w:id="1"><w:p>{RUN.format("หมายเหตุท้าย")}</w:p></w:footnote>'
        f'<w:footnote w:id="2"><w:p>{RUN.format("ไม่มีใครอ้าง")}</w:p></w:footnote>'
        "</w:footnotes>".encode(),
    )
    document = docx.Document()
    document.part.relate_to(note, RELATIONSHIP_TYPE.FOOTNOTES)
    paragraph = document.add_paragraph("ความแรก")
    paragraph._p.append(parse_xml(f'<w:r {W}><w:footnoteReference w:id="1"/></w:r>'))
    document.add_paragraph("ความหลัง")
    assert texts(read(document, tmp_path)) == ["ความแรก", "ความหลัง", "หมายเหตุท้าย"]


def test_rows_that_a_typist_ended_where_the_paper_ended(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("\tขอให้รายงานผลภายในวันที่ ๑๕ กรกฎา\nคม ๒๕๖๗")
    document.add_paragraph(
        "ขอให้หน่วยงานในสังกัดทุกแห่งสำรวจข้อมูลสนามเด็กเล่นของตน ตามแบบที่ส่งมาพร้อมนี้\nและแจ้งผล"
    )
    document.add_paragraph("กองแผนงาน\nโทร. ๐ ๒๐๐๐ ๐๐๐๐")
    assert texts(read(document, tmp_path)) == [
        "ขอให้รายงานผลภายในวันที่ ๑๕ กรกฎาคม ๒๕๖๗",
        "ขอให้หน่วยงานในสังกัดทุกแห่งสำรวจข้อมูลสนามเด็กเล่นของตน ตามแบบที่ส่งมาพร้อมนี้และแจ้งผล",
        "กองแผนงาน",
        "โทร. ๐ ๒๐๐๐ ๐๐๐๐",
    ]


def test_a_merged_cell_is_as_high_as_its_rows(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for row, name in enumerate(("นาย ก", "นาย ข", "นาย ค")):
        table.cell(row, 0).text = name
    table.cell(1, 1).merge(table.cell(2, 1)).text = "กรรมการ"
    page = read(document, tmp_path)
    assert texts(page) == ["นาย ก", "นาย ข", "กรรมการ", "นาย ค"]
    (drawn,) = page.tables
    assert drawn.rows[1][1].box.bottom == drawn.box.bottom > drawn.rows[1][0].box.bottom


def test_each_section_has_its_own_header(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "หนังสือหนึ่ง"
    document.add_paragraph("ความหนึ่ง")
    document.add_section(WD_SECTION.NEW_PAGE).header.is_linked_to_previous = False
    document.sections[1].header.paragraphs[0].text = "หนังสือสอง"
    document.add_paragraph("ความสอง").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("ความสองต่อ")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("ความสาม")
    path = saved(document, tmp_path)
    assert [texts(read_word_page(path, number)) for number in range(1, 5)] == [
        ["หนังสือหนึ่ง", "ความหนึ่ง"],
        ["หนังสือสอง", "ความสอง"],
        ["หนังสือสอง", "ความสองต่อ"],
        ["หนังสือสอง", "ความสาม"],
    ]


def test_the_section_that_begins_says_whether_on_a_new_page(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("บน")
    document.add_section(WD_SECTION.CONTINUOUS)
    document.add_paragraph("ล่าง")
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("หน้าถัดไป")
    path = saved(document, tmp_path)
    assert [texts(read_word_page(path, number)) for number in (1, 2)] == [
        ["บน", "ล่าง"],
        ["หน้าถัดไป"],
    ]


def test_columns_stand_side_by_side(tmp_path: Path) -> None:
    section = '<w:sectPr><w:type w:val="continuous"/><w:cols w:num="{}"/></w:sectPr>'
    page = from_xml(
        f"<w:p><w:pPr>{section.format(1)}</w:pPr>{RUN.format('ประกอบด้วย')}</w:p>"
        f"<w:p>{RUN.format('นาย ก')}</w:p><w:p>{RUN.format('นาย ข')}</w:p>"
        f'<w:p><w:r><w:br w:type="column"/></w:r>{RUN.format("ประธานกรรมการ")}</w:p>'
        f"<w:p><w:pPr>{section.format(2)}</w:pPr>{RUN.format('กรรมการ')}</w:p>",
        tmp_path,
    )
    assert [row.text for row in rows(page.lines)] == [
        "ประกอบด้วย",
        "นาย ก\tประธานกรรมการ",
        "นาย ข\tกรรมการ",
    ]
