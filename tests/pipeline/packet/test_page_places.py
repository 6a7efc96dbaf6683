from __future__ import annotations

from pipeline.models import Box, Line, Page
from pipeline.packet.page_places import (
    begins_with_a_table,
    counts_on,
    ends_short,
    goes_on_with_a_heading,
    is_cover,
    is_of_a_booklet,
    title_rows,
)


def _page(*rows: tuple[float, float, str], top: float = 0.1, origin: str = "scan") -> Page:
    """Rows told by left and right edge."""
    lines = [
        Line(text, 1, Box(left, top + 0.03 * place, right, top + 0.03 * place + 0.02))
        for place, (left, right, text) in enumerate(rows)
    ]
    return Page(1, tuple(lines), origin=origin)


TITLE = (0.42, 0.6, "ข้อควรระวัง")
BELOW = (0.38, 0.64, "งานอาคารสถานที่")
PARAGRAPH = (0.26, 0.9, "ให้ผู้ใช้อาคารทุกคนปิดไฟเมื่อเลิกใช้งาน และตรวจดูหน้าต่างให้เรียบร้อยก่อนกลับ")
SENTENCE = (0.14, 0.4, "ก่อนออกจากอาคาร")


def test_a_title_stands_in_the_middle_above_what_it_is_the_title_of() -> None:
    assert title_rows(_page(TITLE, BELOW, PARAGRAPH, SENTENCE)) == 2
    assert title_rows(_page(PARAGRAPH, SENTENCE)) == 0
    assert title_rows(_page((0.49, 0.53, "- ๒ -"), SENTENCE)) == 0  # a page number is none
    assert title_rows(_page((0.48, 0.52, "ะ๒-"), SENTENCE)) == 0  # nor one that was misread
    assert title_rows(_page((0.4, 0.62, "(นายสมมุติ ใจงาม)"))) == 0


def test_a_cover_bears_nothing_but_its_title() -> None:
    assert is_cover(_page(TITLE, BELOW, BELOW))
    assert not is_cover(_page(TITLE, BELOW))  # a picture may stand below
    assert not is_cover(_page(TITLE, BELOW, PARAGRAPH))
    assert not is_cover(_page())


def test_a_heading_of_the_kind_that_the_pages_before_bear_goes_on() -> None:
    before = [_page(TITLE, PARAGRAPH, (0.4, 0.6, "คณะกรรมการฝ่ายสถานที่"), SENTENCE)]
    assert goes_on_with_a_heading(before, _page((0.4, 0.6, "คณะกรรมการฝ่ายต้อนรับ"), SENTENCE))
    assert goes_on_with_a_heading(before, _page((0.45, 0.55, "บทที่ ๒"), SENTENCE))
    assert not goes_on_with_a_heading(before, _page((0.4, 0.6, "แผนที่ไปวัด"), SENTENCE))


def test_a_page_is_short_where_its_places_were_measured() -> None:
    assert ends_short(_page(TITLE, SENTENCE))
    assert not ends_short(_page(TITLE, SENTENCE, top=0.8))
    assert not ends_short(_page(TITLE, SENTENCE, origin="plain_text"))


def test_a_table_without_a_title() -> None:
    row = [Box(0.14 + 0.2 * n, 0.1, 0.3 + 0.2 * n, 0.12) for n in range(3)]
    cells = [
        Line(text, 1, Box(box.left, box.top + down, box.right, box.bottom + down))
        for down in (0.0, 0.03, 0.06)
        for box, text in zip(row, ("ที่ตั้ง", "ขนาด", "ราคา"), strict=True)
    ]
    assert begins_with_a_table(Page(1, tuple(cells)))
    assert not begins_with_a_table(_page(TITLE, SENTENCE))


def test_a_booklet_begins_with_a_cover_and_a_preface() -> None:
    cover = _page(TITLE, BELOW, BELOW)
    preface = _page((0.48, 0.54, "คำนำ"), PARAGRAPH)
    chapter = _page((0.42, 0.6, "ผลสำรวจ"), PARAGRAPH)
    assert is_of_a_booklet([cover], preface)
    assert is_of_a_booklet([cover, preface], chapter)
    assert not is_of_a_booklet([cover], chapter)  # a card, and then another paper
    assert not is_of_a_booklet([chapter], preface)


def test_clauses_count_on() -> None:
    before = _page((0.14, 0.4, "๒. งบประมาณ"), (0.14, 0.4, "๓. ค่าจ้าง"))
    assert counts_on(before, _page(TITLE, (0.14, 0.4, "๔. ค่าปรับ")))
    assert not counts_on(before, _page(TITLE, (0.14, 0.4, "๑. ค่าปรับ")))
    assert not counts_on(before, _page(TITLE, PARAGRAPH))
