"""The ring of a seal joins letters to one tall shape; they are letters of their own again."""

from __future__ import annotations

import cv2
import numpy as np

from pipeline.rings import with_rings_apart
from pipeline.shapes import Shapes, find_shapes

MIDDLE, RADIUS = (400, 300), 200
CROSSED = ((180, 330), (575, 330))  # left and baseline of letters that the ring runs through


def sheet(*, ring: bool = True) -> np.ndarray:
    """Two strokes of letters that a ring runs through, and one beside it."""
    ink = np.zeros((600, 900), np.uint8)
    for left, base in (*CROSSED, (700, 330)):
        cv2.rectangle(ink, (left, base - 30), (left + 40, base), 255, 5)
    if ring:
        cv2.circle(ink, MIDDLE, RADIUS, 255, 5)
        cv2.circle(ink, MIDDLE, RADIUS - 14, 255, 2)
    return ink


def low(shapes: Shapes) -> list[tuple[int, int]]:
    """Left and bottom of the shapes that are as low as a letter, from the left."""
    found = np.flatnonzero((shapes.height > 20) & (shapes.height < 60))
    return sorted((int(shapes.left[i]), int(shapes.bottom[i])) for i in found)


def test_letters_under_a_ring_are_shapes_of_their_own() -> None:
    joined = find_shapes(sheet())
    apart = with_rings_apart(joined)
    assert len(low(joined)) == 1 and len(low(apart)) == 3
    for (left, bottom), (true_left, base) in zip(low(apart), (*CROSSED, (700, 330)), strict=True):
        assert abs(left - true_left) < 12 and abs(bottom - base) < 8


def test_the_ring_stays_one_shape_with_both_its_circles() -> None:
    joined = find_shapes(sheet())
    ring = int(joined.labels[MIDDLE[1] - RADIUS, MIDDLE[0]])
    labels = with_rings_apart(joined).labels
    assert labels[MIDDLE[1] - RADIUS, MIDDLE[0]] == ring
    assert labels[MIDDLE[1] - RADIUS + 14, MIDDLE[0]] == ring


def test_a_frame_and_plain_letters_are_left_alone() -> None:
    plain = find_shapes(sheet(ring=False))
    assert with_rings_apart(plain) is plain
    framed = sheet(ring=False)
    cv2.rectangle(framed, (150, 100), (650, 400), 255, 4)
    shapes = find_shapes(framed)
    assert with_rings_apart(shapes) is shapes
