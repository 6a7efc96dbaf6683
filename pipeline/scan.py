"""The recipe for a scanned page: picture in, lines, tables, stamps and codes out.

    picture → white paper → light print dark → ink by colour → even light → straight → codes and
    rules out → strips → Tesseract → received stamps → numbers and dates pressed or written in

Measures in pixels below mean pixels at 300 dpi, at which pages are rendered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

import cv2
import numpy as np
import numpy.typing as npt

from pipeline import codes, tables
from pipeline.cell_entries import entries_apart
from pipeline.cleanup import background, bands, ink, paper, rules, skew
from pipeline.coloured_print import among, coloured_print
from pipeline.filled_in import with_filled_in
from pipeline.layout import rows
from pipeline.lines import PixelBox, Strip, find_strips
from pipeline.models import Box, Code, Line, Page, Stamp, Word, turned_about_the_middle
from pipeline.normalise import normalise
from pipeline.over_print import strips_under_strokes
from pipeline.repair import repair
from pipeline.rings import with_rings_apart
from pipeline.rows_anew import with_rows_anew
from pipeline.second_look import with_second_look
from pipeline.shapes import find_shapes
from pipeline.shreds import is_drawn, is_shred
from pipeline.stamps.impressions import Impression, find_impressions
from pipeline.tesseract import ReadLine, read_strips

Grey = npt.NDArray[np.uint8]
Rgb = npt.NDArray[np.uint8]

# Pages are read side by side, a thread each; OpenCV's own threads would only get in their way.
cv2.setNumThreads(1)

LEGIBLE = 0.45  # confidence under which a line is a mark, not print
_POOR_PAGE = 0.6  # mean confidence under which other orientations are tried
_BETTER_BY = 0.15
_STRAIGHT = 0.05  # degrees; less moves no row by a pixel, and every turning blurs
_SHRED = 3  # characters; print has few lines as short
_SAMPLE = 10  # strips that tell an orientation
_LEAST_SIDE = 32  # pixels; a row of the smallest print is as high
_NEGATIVE = "the picture is a negative and was read with its tones turned"
_TOO_SMALL = "The picture is too small to hold print; scan the page again."


@dataclass(frozen=True)
class _Clean:
    """A straightened page, taken apart and not yet read."""

    width: int
    height: int
    skew: float
    strips: tuple[Strip, ...]
    crossed: tuple[Strip, ...]
    impressions: tuple[Impression, ...]
    grids: tuple[tables.Grid, ...]
    codes: tuple[codes.FoundCode, ...]


def read_scan(picture: Rgb, number: int = 1, rotation: int | None = None) -> Page:
    """Read one page. `picture` is height × width × 3 at about 300 dpi.

    A page that reads badly is tried in the three other orientations, and kept in the best, unless
    a person says the `rotation` (degrees clockwise) that makes it upright. A picture in which no
    row of print has room is a blank page, and says so. Raises ToolMissing if Tesseract or its model
    is not installed.
    """
    height, width = picture.shape[:2]
    if min(height, width) < _LEAST_SIDE:
        return Page(number, (), aspect=width / height, notes=(_TOO_SMALL,))
    picture, negative = paper.as_positive(picture)
    page = _read_upright(paper.on_white(picture), number, rotation)
    return replace(page, notes=(*page.notes, _NEGATIVE)) if negative else page


def _read_upright(picture: Rgb, number: int, rotation: int | None) -> Page:
    if rotation is not None:
        return _turned(picture, number, rotation % 360)
    clean = _clean(picture)
    readings = _read(clean)
    if clean.strips and _quality(readings) < _POOR_PAGE:
        turned = _best_orientation(picture, _quality(_sample(clean)))
        if turned:
            return _turned(picture, number, turned)
    return with_filled_in(_page(clean, readings, number, 0), picture)


def _turned(picture: Rgb, number: int, degrees: int) -> Page:
    upright = np.ascontiguousarray(np.rot90(picture, -degrees // 90))
    clean = _clean(upright)
    return with_filled_in(_page(clean, _read(clean), number, degrees), upright)


def _clean(picture: Rgb) -> _Clean:
    inks = ink.separate(bands.with_dark_print(picture), page=True)
    grey = background.flatten(inks.print)
    print_ = _binary(grey)
    angle = skew.skew_angle(print_)
    if abs(angle) < _STRAIGHT:
        angle = 0.0
    else:
        grey = skew.turn(grey, angle)
        print_ = _binary(grey)
    found_codes = codes.find_codes(grey)
    codes.blank_codes(print_, found_codes)
    ruled = rules.find_rules(print_)
    grids = tables.find_grids(ruled)
    impressions: tuple[Impression, ...] = ()
    if inks.coloured is not None:
        layers = [
            entries_apart(skew.turn_sparse(layer, angle), grids)
            for layer in ink.red_apart(picture, inks.coloured)
        ]
        for entries, _ in layers:
            grey = np.minimum(grey, entries)
            print_ = np.maximum(print_, _binary(entries))
        found = (find_impressions(rest) for _, rest in layers)
        impressions = tuple(sorted(chain.from_iterable(found), key=lambda one: one.box[1]))
    plain = rules.erase(print_, ruled)
    shapes = with_rings_apart(find_shapes(plain))
    height, width = grey.shape
    return _Clean(
        width=width,
        height=height,
        skew=angle,
        strips=find_strips(grey, shapes, ruled.vertical),
        crossed=strips_under_strokes(grey, plain, shapes, ruled.vertical),
        impressions=impressions,
        grids=grids,
        codes=found_codes,
    )


def _binary(grey: Grey) -> Grey:
    """255 where there is ink. Otsu's threshold, kept where faint paper noise is not ink."""
    threshold, _ = cv2.threshold(grey, 0, 255, cv2.THRESH_OTSU)
    threshold = min(max(threshold, 90), 215)
    return np.asarray(cv2.threshold(grey, threshold, 255, cv2.THRESH_BINARY_INV)[1], dtype=np.uint8)


def _read(clean: _Clean) -> tuple[ReadLine, ...]:
    """Readings of the page's strips, then of the strips of its stamps, from one process."""
    pictures = [strip.picture for strip in clean.strips]
    for impression in clean.impressions:
        pictures += [strip.picture for strip in (*impression.strips, *impression.crossed)]
    pictures += [strip.picture for strip in clean.crossed]
    return tuple(with_second_look(pictures, read_strips(pictures), len(clean.strips)))


def _sample(clean: _Clean) -> tuple[ReadLine, ...]:
    longest = sorted(clean.strips, key=lambda strip: strip.box[0] - strip.box[2])[:_SAMPLE]
    return read_strips([strip.picture for strip in longest])


def _quality(readings: Sequence[ReadLine]) -> float:
    """Mean confidence, in which shreds count nothing: a page on its side reads as them."""
    length = sum(len(reading.text) for reading in readings)
    read = (reading for reading in readings if len(reading.text) > _SHRED)
    return sum(reading.confidence * len(reading.text) for reading in read) / max(1, length)


def _best_orientation(picture: Rgb, upright: float) -> int:
    """Degrees clockwise (0, 90, 180, 270) by which the page reads best; 0 unless clearly better."""
    scores = {0: upright + _BETTER_BY}
    for degrees in (180, 90, 270):
        turned = np.ascontiguousarray(np.rot90(picture, -degrees // 90))
        scores[degrees] = _quality(_sample(_clean(turned)))
    return max(scores, key=lambda degrees: scores[degrees])


def _page(clean: _Clean, readings: Sequence[ReadLine], number: int, turned: int) -> Page:
    place = _Place(clean.width, clean.height)
    waiting = iter(readings)
    read = [_line(strip, next(waiting), number, place) for strip in clean.strips]
    stamps: list[Stamp] = []
    coloured: list[Line] = []
    # What stands in a ruled cell was put there on purpose: it stays, however doubtful. But for the
    # emblem in a ruled head.
    size = (clean.width, clean.height)
    ruled = (one for one in clean.grids if not (one.frames(size) or one.is_head(size)))
    cells = [place.box(grid.box) for grid in ruled]
    marks = [
        line
        for line, strip in zip(read, clean.strips, strict=True)
        if line.text
        and (line.confidence < LEGIBLE or is_shred(line) or is_drawn(strip, line.text))
        and not any(c.holds_middle_of(line.box) for c in cells)
    ]
    for impression in clean.impressions:
        inside = place.within(impression)
        lines = [_line(strip, next(waiting), number, inside) for strip in impression.strips]
        anew = [_line(strip, next(waiting), number, inside) for strip in impression.crossed]
        lines = with_rows_anew(lines, (), anew)[0]
        printed = coloured_print(impression.skew, lines)
        kept = _beside_print([line for line in lines if line not in printed])
        marks += [line for line in lines if line.text and line not in (*kept, *printed)]
        if kept:
            stamps.append(Stamp(number, place.box(impression.box), kept))
        coloured += printed
    anew = [_line(strip, next(waiting), number, place) for strip in clean.crossed]
    lines = [line for line in read if line not in marks and line.text]
    lines, marks = with_rows_anew(lines, marks, anew)
    lines = among(lines, coloured)
    notes = (f"turned {turned} degrees clockwise to stand upright",) if turned else ()
    return Page(
        number=number,
        lines=tuple(lines),
        tables=tuple(
            tables.fill(grid, lines, number, clean.width, clean.height) for grid in clean.grids
        ),
        stamps=tuple(stamps),
        codes=tuple(Code(number, code.text, place.box(code.box)) for code in clean.codes),
        marks=tuple(marks),
        rotation=turned,
        skew=round(clean.skew, 2),
        aspect=clean.width / clean.height,
        notes=notes,
    )


def _beside_print(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The legible lines of a stamp and what was written beside them, however doubtfully read."""
    return tuple(
        line
        for row in rows(line for line in lines if line.text)
        if any(line.confidence >= LEGIBLE for line in row.lines)
        for line in row.lines
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """From pixels of a picture to fractions of the straightened page it was cut from.

    An impression was cut out at `corner` and straightened by `lean` degrees on its own.
    """

    width: int
    height: int
    corner: tuple[int, int] = (0, 0)
    lean: float = 0.0
    size: tuple[int, int] = (1, 1)

    def within(self, impression: Impression) -> _Place:
        left, top, right, bottom = impression.box
        size = (right - left, bottom - top)
        return _Place(self.width, self.height, (left, top), impression.skew, size)

    def box(self, pixels: PixelBox) -> Box:
        across, down = self.size
        inner = Box(pixels[0] / across, pixels[1] / down, pixels[2] / across, pixels[3] / down)
        if self.lean:
            inner = turned_about_the_middle(inner, self.lean, across / down)
        left, top = self.corner
        return Box(
            max(0.0, (inner.left * across + left) / self.width),
            max(0.0, (inner.top * down + top) / self.height),
            min(1.0, (inner.right * across + left) / self.width),
            min(1.0, (inner.bottom * down + top) / self.height),
        )


def _line(strip: Strip, reading: ReadLine, page: int, place: _Place) -> Line:
    across, down = strip.origin
    words = tuple(
        Word(
            normalise(word.text),
            place.box(
                (
                    word.box[0] + across,
                    word.box[1] + down,
                    word.box[2] + across,
                    word.box[3] + down,
                )
            ),
            round(word.confidence, 4),
        )
        for word in reading.words
    )
    return repair(
        Line(
            text=reading.text,
            page=page,
            box=place.box(strip.box),
            confidence=round(reading.confidence, 4),
            words=words,
        )
    )
