"""A number whose stroke print's reader lost gets it back where the pen's reader sees it."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from pipeline.models import Line, Page, Word
from pipeline.pens.unparted import with_strokes
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan

LETTERS = Path(__file__).parents[3] / "corpus" / "built" / "letters" / "rules"


@cache
def read() -> tuple[np.ndarray, Page, Line]:
    picture = render_pdf_page(LETTERS / "p-building-sand-on-footpath.pdf", 1)
    page = read_scan(picture)
    return picture, page, next(one for one in page.lines if one.text.startswith("ที่ อต"))


def with_text(text: str) -> Page:
    """The page as if its number had been read so, all of it in one word behind the code."""
    _, page, line = read()
    figures = [word for word in line.words if re.search("[๐-๙/]", word.text)]
    box = figures[0].box
    for word in figures:
        box = box.union(word.box)
    kept = tuple(word for word in line.words if word not in figures)
    said = Word(text.split()[-1], box, 0.93)
    unparted = replace(line, text=text, words=(*kept, said), changes=(), written=())
    return replace(page, lines=tuple(unparted if one is line else one for one in page.lines))


def number(page: Page) -> Line:
    return next(one for one in page.lines if one.text.startswith("ที่ อต"))


def test_the_stroke_is_found_among_the_figures_and_the_number_told_as_written() -> None:
    picture, _, _ = read()
    told = number(with_strokes(with_text("ที่ อต ๕๒๐๐๔๖๘๑"), picture))
    assert told.text == "ที่ อต ๕๒๐๐๔/๖๘๑"
    (writing,) = told.written
    assert writing.candidates[0].text == "๖๘๑"
    assert any(word.box == writing.box and word.text == "๖๘๑" for word in told.words)


def test_other_figures_than_those_on_the_page_get_no_stroke() -> None:
    picture, _, _ = read()
    assert number(with_strokes(with_text("ที่ อต ๕๒๐๐๙๖๘๗"), picture)).written == ()
