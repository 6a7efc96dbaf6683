"""Frames of received stamps as hands press them: bent, leaning, worn, a side missing."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.stamps.frames import SCALE, Frame, find_frames

LEFT, TOP, WIDE, TALL = 250, 40, 150, 80


def page(
    corners: list[tuple[int, int]], bow: float = 0.0, without: int | None = None
) -> np.ndarray:
    """The top of a page at 75 dpi with a frame, its corners clockwise from the top left."""
    ink = np.zeros((360, 620), np.uint8)
    for side in range(4):
        if side == without:
            continue
        start, end = np.array(corners[side], float), np.array(corners[(side + 1) % 4], float)
        run = np.linspace(0, 1, 40)[:, None]
        points = start + (end - start) * run
        if side in (0, 2):
            points[:, 1:] += 4 * bow * run * (1 - run)
        cv2.polylines(ink, [np.rint(points).astype(np.int32)], False, 1, 1)
    return ink


def straight() -> list[tuple[int, int]]:
    right, bottom = LEFT + WIDE, TOP + TALL
    return [(LEFT, TOP), (right, TOP), (right, bottom), (LEFT, bottom)]


@pytest.mark.parametrize(
    ("corners", "bow"),
    [
        (straight(), 0.0),
        ([(250, 40), (400, 55), (395, 135), (245, 118)], 0.0),  # pressed askew
        ([(250, 40), (400, 50), (402, 122), (252, 130)], 0.0),  # narrower at the right
        (straight(), 5.0),
    ],
)
def test_a_frame_is_found_where_it_is(corners: list[tuple[int, int]], bow: float) -> None:
    ink = page(corners, bow)
    (frame,) = find_frames(ink, ink)
    for found, drawn in zip(frame.corners, corners, strict=True):
        assert found == pytest.approx(np.array(drawn) * SCALE, abs=3 * SCALE)
    assert frame.bows[0] == pytest.approx(bow * SCALE, abs=2 * SCALE)


@pytest.mark.parametrize("side", [0, 1, 2, 3])
def test_a_side_may_be_missing(side: int) -> None:
    ink = page(straight(), without=side)
    (frame,) = find_frames(ink, ink)
    assert frame.size == pytest.approx((WIDE * SCALE, TALL * SCALE), abs=4 * SCALE)


def test_a_worn_frame_of_dashes_is_found() -> None:
    ink = page(straight())
    ink[:, ::14] = 0
    ink[:, 1::14] = 0
    ink[::14] = 0
    ink[1::14] = 0
    assert len(find_frames(ink, ink)) == 1


def test_rules_of_a_page_and_rows_of_letters_are_no_frame() -> None:
    ink = np.zeros((360, 620), np.uint8)
    ink[100, 60:560] = 1  # the rule under a letterhead
    for y in range(140, 340, 20):
        for x in range(60, 560, 8):
            ink[y : y + 6, x : x + 5] = 1
    assert find_frames(ink, ink) == ()


def test_what_is_laid_out_flat_lies_between_the_sides() -> None:
    frame = Frame(((100, 100), (500, 140), (500, 340), (100, 300)), (20.0, 0.0))
    xs, ys = frame.places(np.array([0.0, 0.5, 1.0]), np.array([0.0, 0.0, 1.0]))
    assert list(zip(xs, ys, strict=True)) == [(100, 100), (300, 140), (500, 340)]
