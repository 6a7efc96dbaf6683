"""Coloured ink is lifted off the page; the print it crossed stays."""

import cv2
import numpy as np

from pipeline.cleanup.ink import red_apart, separate

BLUE, RED, PURPLE = (40, 60, 190), (200, 30, 40), (150, 40, 125)


def page() -> np.ndarray:
    """A black bar crossed by a blue frame, on white."""
    rgb = np.full((400, 600, 3), 255, np.uint8)
    cv2.rectangle(rgb, (50, 180), (550, 220), (15, 15, 15), -1)
    cv2.rectangle(rgb, (200, 100), (400, 300), BLUE, 6)
    return rgb


def test_a_page_without_colour_has_one_layer() -> None:
    grey = cv2.cvtColor(page(), cv2.COLOR_RGB2GRAY)
    ink = separate(cv2.cvtColor(grey, cv2.COLOR_GRAY2RGB))
    assert ink.coloured is None
    assert np.array_equal(ink.print, grey)


def test_the_stamp_leaves_the_print_layer() -> None:
    ink = separate(page())
    assert ink.print[105, 300] == 255 and ink.print[280, 201] == 255
    assert ink.coloured is not None and ink.coloured[102, 300] < 128


def test_print_under_the_stamp_stays_on_its_layer() -> None:
    ink = separate(page())
    assert (ink.print[190:210, 60:190] < 60).all()
    assert ink.coloured is not None and (ink.coloured[190:210, 60:190] == 255).all()


def test_a_page_printed_in_blue_is_print() -> None:
    """Most of its ink being of one colour, the colour tells no stamp from print."""
    rgb = np.full((400, 600, 3), 255, np.uint8)
    rgb[40:360:20, 50:550] = BLUE
    ink = separate(rgb, page=True)
    assert ink.coloured is None
    assert ink.print[40, 100] < 128
    assert separate(rgb).coloured is not None  # of a stamp, cut out of its page, it is the stamp's


def test_a_red_seal_is_parted_from_the_date_that_it_covers() -> None:
    rgb = np.full((400, 600, 3), 255, np.uint8)
    cv2.rectangle(rgb, (100, 190), (500, 210), BLUE, -1)
    cv2.circle(rgb, (300, 200), 120, RED, 10)
    coloured = separate(rgb).coloured
    assert coloured is not None
    reds, others = red_apart(rgb, coloured)
    assert reds[80, 300] < 170 and reds[200, 300] == 255
    assert others[80, 300] == 255 and others[200, 300] < 170


def test_inks_of_one_colour_or_of_one_between_are_left_together() -> None:
    for ink in (RED, PURPLE):
        rgb = np.full((400, 600, 3), 255, np.uint8)
        cv2.rectangle(rgb, (100, 190), (500, 210), ink, -1)
        coloured = separate(rgb).coloured
        assert coloured is not None and len(red_apart(rgb, coloured)) == 1
