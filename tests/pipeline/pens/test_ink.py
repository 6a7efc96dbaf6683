"""What a pen wrote, told from the print and the dots that it touches."""

import cv2
import numpy as np
import pytest

from pipeline.pens.ink import between, coloured, is_grey, point_between, small_shapes, without_seals

BASELINE, BODY = 200, 30
LINE = (100, BASELINE - 40, 420, BASELINE + 10)  # as Strip.box: a third of a body of room


def page() -> np.ndarray:
    return np.full((300, 600, 3), 250, np.uint8)


def test_ink_between_two_words_is_cut_at_the_words_where_it_touches_them() -> None:
    drawn = page()
    cv2.line(drawn, (100, BASELINE - 10), (300, BASELINE - 10), (20, 20, 20), 6)
    box, picture = between(drawn, LINE, 150, 220)
    assert (box[0], box[2]) == (150, 220)
    assert picture.shape[1] == 70
    assert (picture < 128).any(axis=0).all()


def test_ink_of_the_line_above_stays_out() -> None:
    drawn = page()
    cv2.line(drawn, (160, BASELINE - 75), (200, BASELINE - 70), (20, 20, 20), 4)
    _, picture = between(drawn, LINE, 150, 220)
    assert picture.min() > 200


@pytest.mark.parametrize(
    ("marks", "stands"),
    [
        ([(155, BASELINE - 2)], True),
        ([(155, BASELINE - 2), (155, BASELINE - 20)], False),  # a colon, or a piece of a letter
        ([], False),
    ],
)
def test_a_full_point_stands_alone_at_the_foot(marks: list[tuple[int, int]], stands: bool) -> None:
    drawn = page()
    for spot in marks:
        cv2.circle(drawn, spot, 2, (20, 20, 20), -1)
    assert point_between(drawn, LINE, 150, 160) is stands


def test_print_under_a_coloured_stroke_has_no_colour() -> None:
    drawn = page()
    cv2.line(drawn, (100, 100), (200, 100), (30, 30, 30), 5)
    cv2.line(drawn, (150, 60), (150, 140), (40, 60, 190), 5)
    blue = coloured(drawn, (drawn.max(axis=2) < 200))
    assert blue[70, 150]
    assert not blue[100, 110]


def test_dots_of_a_leader_are_no_pieces_of_a_stroke() -> None:
    mask = np.zeros((120, 400), np.uint8)
    for x in range(10, 390, 12):
        mask[100:103, x : x + 5] = 1
    mask[60:70, 200:206] = 1
    stats = cv2.connectedComponentsWithStats(mask)[2]
    assert [piece[1:3] for piece in small_shapes(stats, set(), BODY)] == [(200, 60)]


def test_a_copy_has_no_colour_and_a_scan_has_some() -> None:
    copy = page()
    cv2.line(copy, (100, 100), (300, 100), (20, 20, 20), 6)
    assert is_grey(copy)
    cv2.line(copy, (100, 150), (300, 150), (30, 40, 160), 30)
    assert not is_grey(copy)


def test_the_box_of_ink_between_two_words_is_no_wider_than_it() -> None:
    drawn = page()
    cv2.line(drawn, (160, BASELINE - 10), (200, BASELINE - 10), (20, 20, 20), 6)
    box, picture = between(drawn, LINE, 150, 580)
    assert 155 <= box[0] < box[2] <= 206
    assert picture.shape[1] == 430


def test_a_pens_stroke_is_whole_where_the_red_of_a_seal_crosses_it() -> None:
    drawn = page()
    cv2.circle(drawn, (300, 150), 100, (200, 70, 90), 6)
    cv2.line(drawn, (150, 150), (450, 150), (40, 60, 160), 6)
    cv2.line(drawn, (197, 150), (203, 150), (90, 30, 80), 6)  # both inks let the light through
    bare = without_seals(drawn)
    assert bare is not None
    assert (bare[150, 160:440].max(axis=1) < 200).all()
    assert (bare[60, 280:320] > 200).all()
