"""Rows that a pen's strokes run through are cut out again without them; others are not."""

import cv2
import numpy as np

from pipeline.lines import Strip
from pipeline.over_print import pen_strokes, strips_under_strokes
from pipeline.shapes import find_shapes
from tests.pipeline.test_lines import letters

STROKE = np.array([[330, 620], [380, 760], [430, 600], [410, 860], [560, 590]])


def page() -> np.ndarray:
    """Two rows of letters, 25 pixels high, on a white page; ink is 255."""
    ink = np.zeros((1200, 1000), np.uint8)
    letters(ink, 100, 700, 25)
    letters(ink, 100, 780, 25)
    return ink


def rows_of(ink: np.ndarray) -> tuple[Strip, ...]:
    return strips_under_strokes(255 - ink, ink, find_shapes(ink), ())


def test_rows_under_a_signature_are_cut_out_without_its_strokes() -> None:
    ink = page()
    cv2.polylines(ink, [STROKE], False, 255, 7)
    rows = rows_of(ink)
    assert len(rows) == 2
    for row in rows:
        assert row.box[0] < 130 and row.box[2] > 700  # letters right and left of it in one row
    assert all((row.picture < 128).any() for row in rows)
    (x, y), picture = rows[0].origin, rows[0].picture
    assert picture[704 - y, 544 - x] == 255 or picture[690 - y, 505 - x] == 255


def test_a_signature_beside_the_rows_makes_none() -> None:
    ink = page()
    cv2.polylines(ink, [np.add(STROKE, (0, 300))], False, 255, 7)
    assert rows_of(ink) == ()


def test_a_page_without_a_signature_makes_none() -> None:
    assert rows_of(page()) == ()


def test_what_stands_on_both_sides_of_a_stroke_goes_on_in_it() -> None:
    ink = np.zeros((200, 200), np.uint8)
    cv2.line(ink, (20, 100), (60, 100), 1, 5)  # a letter's bar, no longer than a letter
    mine = np.zeros_like(ink)
    cv2.line(mine, (40, 10), (40, 190), 1, 7)
    lost = pen_strokes(mine, cv2.bitwise_or(ink, mine), 28)
    assert lost[50, 40] and lost[150, 40]
    assert not lost[100, 40]
