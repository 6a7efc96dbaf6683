"""Letters that a hair joins to something tall stay in their line; strokes beside it do not."""

import cv2
import numpy as np

from pipeline.lines import Strip, find_strips
from pipeline.shapes import find_shapes
from tests.pipeline.test_lines import letters


def page_with_a_line() -> np.ndarray:
    ink = np.zeros((400, 900), np.uint8)
    letters(ink, 100, 200, 25)
    return ink


def strips_of(ink: np.ndarray) -> tuple[Strip, ...]:
    return find_strips(255 - ink, find_shapes(ink))


def black(strip: Strip, x: int, y: int) -> bool:
    left, top = strip.origin
    return bool(strip.picture[y - top, x - left] == 0)


def test_letters_that_a_hair_runs_through_stay_in_their_line() -> None:
    ink = page_with_a_line()
    cv2.polylines(ink, [np.array([[380, 120], [470, 212], [300, 214], [450, 330]])], False, 255, 2)
    (strip,) = strips_of(ink)
    assert strip.box[0] < 100 and strip.box[2] > 735
    assert all(black(strip, 100 + 26 * letter + 1, 210) for letter in range(25))


def test_a_signature_beside_the_letters_is_not_taken_for_print() -> None:
    ink = page_with_a_line()
    cv2.polylines(ink, [np.array([[760, 100], [775, 330], [790, 100], [805, 330]])], False, 255, 4)
    (strip,) = strips_of(ink)
    assert strip.box[2] < 760


def test_an_emblem_beside_the_letters_is_not_taken_for_print() -> None:
    ink = page_with_a_line()
    cv2.circle(ink, (820, 210), 70, 255, 12)
    (strip,) = strips_of(ink)
    assert strip.box[2] < 760
