"""Numbers and days that a pen wrote whole behind their labels, drawn and read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.models import Box, Candidate, Line, Page, Word, Writing
from pipeline.pens.lettered_heads import with_lettered_heads

WIDTH, HEIGHT = 2480, 3508
PRINT = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Garuda.ttf", 44)
PEN = ImageFont.truetype("/usr/share/fonts/truetype/tlwg/Purisa.ttf", 58)
LEFT, TOP = 300, 500


def box(left: float, right: float, top: float = TOP + 14) -> Box:
    return Box(left / WIDTH, top / HEIGHT, right / WIDTH, (top + 52) / HEIGHT)


def labelled(label: str, written: str, printed: str = "") -> tuple[Page, np.ndarray]:
    """A page whose label was read, and its picture with what stands behind it."""
    image = Image.new("RGB", (WIDTH, HEIGHT), (252, 252, 250))
    draw = ImageDraw.Draw(image)
    draw.text((LEFT, TOP), label, font=PRINT, fill=(25, 25, 25))
    across = round(draw.textlength(label, font=PRINT))
    draw.text((LEFT + across + 30, TOP - 14), written, font=PEN, fill=(35, 60, 170))
    where = box(LEFT, LEFT + across)
    draw.text((LEFT, TOP + 90), printed, font=PRINT, fill=(25, 25, 25))
    line = Line(label, 1, where, 0.93, (Word(label, where, 0.93),))
    return Page(1, (line,), aspect=WIDTH / HEIGHT), np.asarray(image)


@pytest.mark.parametrize("day", ["๒๔ พฤษภาคม ๒๕๖๘", "๗ ส.ค. ๖๙"])
def test_a_day_is_told_as_written(day: str) -> None:
    (line,) = with_lettered_heads(*labelled("วันที่", day)).lines
    assert line.text == f"วันที่ {day}"
    assert line.written[0].candidates[0].text == day


def test_a_number_with_letters_is_told_as_written() -> None:
    (line,) = with_lettered_heads(*labelled("ที่", "นม ๗๓๐๑/๔๕")).lines
    assert "นม ๗๓๐๑/๔๕" in [one.text for one in line.written[0].candidates]
    assert line.written[0].reasons


def test_what_was_made_of_it_is_no_mark_any_more() -> None:
    page, picture = labelled("วันที่", "๒๔ พฤษภาคม ๒๕๖๘")
    page = replace(page, marks=(Line("24 w", 1, box(420, 900), 0.3),))
    found = with_lettered_heads(page, picture)
    assert not found.marks
    assert found.lines[0].written[0].as_print == "24 w"


def test_a_month_that_was_read_apart_belongs_to_the_row() -> None:
    page, picture = labelled("วันที่", "๒๔ พฤษภาคม ๒๕๖๘")
    page = replace(page, lines=(*page.lines, Line("พฤษภาคม", 1, box(560, 770), 0.93)))
    assert [line.text for line in with_lettered_heads(page, picture).lines] == [
        "วันที่ ๒๔ พฤษภาคม ๒๕๖๘"
    ]


def test_blanks_other_words_and_days_that_were_read_are_left() -> None:
    for label, written in (("วันที่", ""), ("ที่", "โรงเรียนบ้านหนองบัว")):
        page, picture = labelled(label, written)
        assert with_lettered_heads(page, picture) == page
    page, picture = labelled("วันที่", "๒๔ พฤษภาคม ๒๕๖๘")
    read = replace(page, lines=(replace(page.lines[0], text="วันที่ ๒๔ พฤษภาคม ๒๕๖๘"),))
    assert with_lettered_heads(read, picture) == read


def test_the_day_of_a_letter_stands_between_its_number_and_its_subject() -> None:
    page, picture = labelled("", "๒๔ พฤษภาคม ๒๕๖๘")
    number = Line("ที่ ศธ ๐๔๒๕๗/๓๒", 1, box(300, 700, TOP - 100), 0.93)
    subject = Line("เรื่อง ขอเชิญประชุม", 1, box(300, 900, TOP + 150), 0.93)
    unread = Line("24 w 2s", 1, box(340, 880), 0.4)
    found = with_lettered_heads(replace(page, lines=(number, unread, subject)), picture)
    assert [line.text for line in found.lines] == [number.text, "๒๔ พฤษภาคม ๒๕๖๘", subject.text]


def test_behind_a_stroke_letters_may_lead_the_running_number() -> None:
    page, picture = labelled("ที่ ศธ ๐๔๒๕๗/", "(ค) ๕๖")
    label = page.lines[0]
    where = box(label.box.right * WIDTH + 20, label.box.right * WIDTH + 230)
    written = (Writing(where, (Candidate("๑๕๖", 0.3), Candidate("๐๕๖", 0.2)), ("in another ink",)),)
    words = (Word("ที่", box(LEFT, LEFT + 40), 0.93),)
    doubted = replace(label, text=f"{label.text}๑๕๖", written=written, words=words)
    found = with_lettered_heads(replace(page, lines=(doubted,)), picture).lines[0]
    assert found.text == "ที่ ศธ ๐๔๒๕๗/(ค) ๕๖"
