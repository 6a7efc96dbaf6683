"""A second look at what is filled in: each row by its own ink, the likelier reading first."""

import cv2
import numpy as np

from pipeline.stamps.again.fill import fill_again
from pipeline.stamps.labels import Label

NUMBER = Label("number", (20, 100, 110, 140))
DATE = Label("date", (20, 156, 90, 196))


def stamp(number: int, date: int, rise: int) -> np.ndarray:
    """A number and a row behind the date's word, their feet so far down, each figure higher."""
    picture = np.full((260, 600), 255, np.uint8)
    for digits, foot in (("274", number), ("18 10 68", date)):
        for place, sign in enumerate(digits):
            at = (180 + 35 * place, foot - rise * place)
            cv2.putText(picture, sign, at, cv2.FONT_HERSHEY_DUPLEX, 1.4, 20, 3, cv2.LINE_AA)
    return picture


def told(picture: np.ndarray) -> list[str]:
    filled = fill_again((picture, picture), NUMBER, [NUMBER, DATE], (), None)
    return [one.text for one in filled.candidates] if filled else []


def test_a_number_is_read_without_the_row_that_was_lifted_into_its_own() -> None:
    assert told(stamp(134, 190, 0))[0] == "274"
    assert told(stamp(112, 150, 3))[0] == "274"


def test_an_empty_stamp_tells_nothing() -> None:
    assert told(np.full((260, 600), 255, np.uint8)) == []
