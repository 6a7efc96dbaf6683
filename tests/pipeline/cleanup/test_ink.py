"""Coloured ink is lifted off the page; the print it crossed stays."""

import cv2
import numpy as np

from pipeline.cleanup.ink import separate

BLUE = (40, 60, 190)


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
