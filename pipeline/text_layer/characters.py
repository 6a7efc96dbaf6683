"""The characters that a PDF page says it draws, with their places. Knows pdfium's text API.

Places are in points of the page as it is displayed, from its upper left corner.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from pipeline.rasterise import PDFIUM, open_pdfium
from pipeline.refusals import refused

MARK = re.compile(r"[ัิ-ฺ็-๎\uf701-\uf70e\uf710-\uf71a]")  # takes no room of its own

_FINE = 100  # device units to a point, in which pdfium tells places on the displayed page
_INK = 0.05  # ems, height of what is seen
_OVER = 0.3  # ems over the baseline, where ◌ํ stands
_SARA_AA = 0.32  # ems, width of า in TH Sarabun
_INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_BARE_ANNOTATIONS = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_POPUP)  # draw nothing of their own


@dataclass(frozen=True, slots=True)
class Character:
    """One glyph and what it says: mostly one character, for Chromium often a consonant with marks.

    Its ink box (empty for a space) and the way of the pen are in points.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    x: float  # where the pen stood before it was drawn
    end: float  # and after
    y: float  # of the baseline
    size: float  # height of the font
    font: str
    upright: bool
    visible: bool


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a page draws, as far as it is told. Boxes: left, top, right, bottom in points."""

    width: float
    height: float
    characters: tuple[Character, ...]
    pictures: tuple[tuple[float, float, float, float], ...]
    annotated: bool  # whether something was put upon the page: a form field, stamp or note


def read_pdf_text(path: Path, number: int) -> PdfText:
    """What page `number` (from 1) draws. Raises FileRefused (damaged_pdf)."""
    with PDFIUM, open_pdfium(path) as pdf:
        try:
            page = pdf[number - 1]
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise refused("damaged_pdf", detail=f"page {number} cannot be read") from error
        width, height = page.get_size()
        text = PdfText(
            width,
            height,
            _with_whole_widths(_glyphs(_as_inked(_characters(page, text_page)))),
            tuple(_pictures(page)),
            _annotated(page),
        )
        text_page.close()
        page.close()
    return text


def _characters(page: Any, text_page: Any) -> Iterator[Character]:
    place = _Place(page)
    box = [ctypes.c_double() for _ in range(4)]
    pen = [ctypes.c_double() for _ in range(2)]
    loose = raw.FS_RECTF()
    matrix = raw.FS_MATRIX()
    for index in range(raw.FPDFText_CountChars(text_page)):
        if raw.FPDFText_IsGenerated(text_page, index) == 1:
            continue  # spaces and line ends that pdfium makes up
        code = raw.FPDFText_GetUnicode(text_page, index)
        raw.FPDFText_GetCharBox(text_page, index, *box)
        raw.FPDFText_GetCharOrigin(text_page, index, *pen)
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        raw.FPDFText_GetLooseCharBox(text_page, index, loose)
        left, right, bottom, top = (side.value for side in box)
        left, top, right, bottom = place.box(left, top, right, bottom)
        x, y = place.point(pen[0].value, pen[1].value)
        along, down = place.point(pen[0].value + 9 * matrix.a, pen[1].value + 9 * matrix.b)
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
        unknown = raw.FPDFText_HasUnicodeMapError(text_page, index) == 1
        yield Character(
            text="\ufffd" if unknown or not 0 < code < 0x110000 else chr(code),
            left=left,
            top=top,
            right=right,
            bottom=bottom,
            x=x,
            end=place.box(loose.left, loose.top, loose.right, loose.bottom)[2],
            y=y,
            size=raw.FPDFText_GetFontSize(text_page, index) * scale,
            font=_font(text_page, index),
            upright=along - x > 20 * abs(down - y),  # within three degrees
            visible=_mode(text_page, index) not in _INVISIBLE,
        )


def _glyphs(characters: Iterable[Character]) -> Iterator[Character]:
    """Characters that one glyph stands for put together: the pen does not move between them.

    A mark of its own is drawn after the pen has moved on, so it is not met here.
    """
    whole: Character | None = None
    for character in characters:
        if whole and (character.x, character.y) == (whole.x, whole.y):
            whole = replace(
                whole,
                text=whole.text + character.text,
                left=min(whole.left, character.left),
                top=min(whole.top, character.top),
                right=max(whole.right, character.right),
                bottom=max(whole.bottom, character.bottom),
                end=max(whole.end, character.end),
            )
            continue
        if MARK.match(character.text):
            yield character
            continue
        if whole:
            yield whole
        whole = character
    if whole:
        yield whole


def _as_inked(characters: Iterable[Character]) -> Iterator[Character]:
    """Characters without spaces that have ink: such a space is a lie of the layer.

    Word draws ำ as ◌ํ and า and names the first a space, so its layers say ส าหรับ. What else is
    drawn under the name of a space is not known.
    """
    for character, after in pairwise(chain(characters, [None])):
        assert character is not None  # only the last is, which stands for none
        if not character.text.isspace() or character.bottom - character.top < _INK * character.size:
            yield character
            continue
        sara_am = (
            after is not None
            and after.text == "า"
            and (after.x, after.y) == (character.x, character.y)
            and character.left < character.x
            and character.bottom < character.y - _OVER * character.size
        )
        yield replace(character, text="\u0e4d" if sara_am else "\ufffd")


def _with_whole_widths(glyphs: Iterable[Character]) -> tuple[Character, ...]:
    """Give a glyph named with its marks (มู, ดำ) the way of the pen: pdfium tells its ink alone.

    Chromium names consonant and marks with the consonant's glyph and leaves those of the marks
    nameless. The same consonant without marks tells how wide it is, else how far the font's letters
    reach beyond their ink; of ◌ํ and า of ำ the า of the same font tells.
    """
    found = tuple(glyphs)
    widths: dict[tuple[str, str], list[float]] = {}
    beyond: dict[str, list[float]] = {}
    for glyph in found:
        if len(glyph.text) == 1 and glyph.size and "ก" <= glyph.text <= "า":
            width = (glyph.end - glyph.x) / glyph.size
            widths.setdefault((glyph.font, glyph.text), []).append(width)
            beyond.setdefault(glyph.font, []).append((glyph.end - glyph.right) / glyph.size)

    def whole(glyph: Character) -> Character:
        if len(glyph.text) < 2 or not "ก" <= glyph.text[0] <= "ฮ":
            return glyph
        end, right = glyph.end, glyph.right
        if known := widths.get((glyph.font, glyph.text[0])):
            end = max(end, glyph.x + _middle(known) * glyph.size)
        elif bare := beyond.get(glyph.font):
            end = max(end, right + _middle(bare) * glyph.size)
        if glyph.text.endswith("ำ"):
            wider = _middle(widths.get((glyph.font, "า"), [_SARA_AA])) * glyph.size
            end, right = end + wider, right + wider
        return replace(glyph, right=right, end=end)

    return tuple(whole(glyph) for glyph in found)


def _middle(measures: list[float]) -> float:
    return sorted(measures)[len(measures) // 2]


class _Place:
    """From the page's own coordinates to points of the page as displayed."""

    def __init__(self, page: Any) -> None:
        width, height = page.get_size()
        self._page = page
        self._size = (round(width * _FINE), round(height * _FINE))

    def point(self, x: float, y: float) -> tuple[float, float]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._page, 0, 0, *self._size, 0, x, y, across, down)
        return across.value / _FINE, down.value / _FINE

    def box(self, left: float, top: float, right: float, bottom: float) -> tuple[float, ...]:
        one, other = self.point(left, top), self.point(right, bottom)
        return (
            min(one[0], other[0]),
            min(one[1], other[1]),
            max(one[0], other[0]),
            max(one[1], other[1]),
        )


def _font(text_page: Any, index: int) -> str:
    buffer = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(text_page, index, buffer, 256, flags)
    return buffer.value.decode("utf-8", "replace")


def _mode(text_page: Any, index: int) -> int:
    drawn = raw.FPDFText_GetTextObject(text_page, index)
    return int(raw.FPDFTextObj_GetTextRenderMode(drawn)) if drawn else 0


def _pictures(page: Any) -> Iterator[tuple[float, float, float, float]]:
    place = _Place(page)
    for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = drawn.get_bounds()
        box = place.box(left, top, right, bottom)
        yield box[0], box[1], box[2], box[3]


def _annotated(page: Any) -> bool:
    rectangle = raw.FS_RECTF()
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        raw.FPDFAnnot_GetRect(annotation, rectangle)
        kind = raw.FPDFAnnot_GetSubtype(annotation)
        raw.FPDFPage_CloseAnnot(annotation)
        empty = rectangle.left == rectangle.right or rectangle.top == rectangle.bottom
        if kind not in _BARE_ANNOTATIONS and not empty:
            return True
    return False
