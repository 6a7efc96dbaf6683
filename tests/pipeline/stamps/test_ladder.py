"""What was filled in too high or askew goes to its own row, with all of its ink and no other."""

import cv2
import numpy as np
import pytest

from pipeline.stamps.labels import Label
from pipeline.stamps.ladder import row_apart
from pipeline.tesseract import ReadWord

NUMBER = Label("number", (20, 100, 110, 140))
DATE = Label("date", (20, 156, 90, 196))
LABELS = [NUMBER, DATE]


def stamp(*, lift: int = 0, lean: float = 0.0) -> np.ndarray:
    """A number and a date by hand behind their words' places, on their lines but for the lift."""
    picture = np.full((260, 600), 255, np.uint8)
    for digits, label in (("3472", NUMBER), ("5 0868", DATE)):
        for place, sign in enumerate(digits):
            left = 180 + 30 * place
            at = (left, label.box[3] - 6 - lift - round(lean * (left - 180)))
            cv2.putText(picture, sign, at, cv2.FONT_HERSHEY_SIMPLEX, 1.2, 20, 3)
    return picture


def box_of(picture: np.ndarray, label: Label, words: tuple[ReadWord, ...] = ()) -> tuple[int, ...]:
    found = row_apart(picture, label, LABELS, 600, words)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(("lift", "lean"), [(0, 0.0), (26, 0.0), (34, 0.12), (-10, -0.1)])
def test_rows_that_were_lifted_and_lean_keep_their_figures(lift: int, lean: float) -> None:
    picture = stamp(lift=lift, lean=lean)
    number, date = box_of(picture, NUMBER), box_of(picture, DATE)
    assert 175 <= number[0] <= 190 and 285 <= number[2] <= 300
    assert 175 <= date[0] <= 190 and 345 <= date[2] <= 360
    assert number[1] < date[1] and number[3] < date[3]


def test_what_grew_together_is_parted_between_the_rows() -> None:
    alone, grown = stamp(lift=20), stamp(lift=20)
    cv2.line(grown, (225, 100), (225, 150), 20, 3)  # from a figure down into the one below it
    (_, top, _, foot), grown_number = box_of(alone, NUMBER), box_of(grown, NUMBER)
    assert abs(grown_number[1] - top) <= 4 and abs(grown_number[3] - foot) <= 12
    before, now = box_of(alone, DATE), box_of(grown, DATE)
    assert before[0] == now[0] and before[2:] == now[2:] and now[1] > foot - 4


def test_a_mark_between_two_rows_is_of_the_lower_one() -> None:
    marked = stamp()
    cv2.ellipse(marked, (225, 152), (9, 4), 0, 180, 360, 20, 3)  # the vowel of a month
    assert box_of(marked, NUMBER) == box_of(stamp(), NUMBER)
    assert box_of(marked, DATE)[1] < box_of(stamp(), DATE)[1]


def test_the_offices_name_above_is_none_of_the_row() -> None:
    named = stamp(lift=20)
    for place, sign in enumerate("OFFICE"):
        at = (170 + 28 * place, 78)
        cv2.putText(named, sign, at, cv2.FONT_HERSHEY_SIMPLEX, 1.2, 20, 3)
    words = tuple(
        ReadWord(sign, (168 + 28 * place, 46, 196 + 28 * place, 84), 0.9)
        for place, sign in enumerate("OFFICE")
    )
    assert box_of(named, NUMBER, words) == box_of(stamp(lift=20), NUMBER)


def test_a_row_alone_and_an_empty_stamp_have_no_ladder() -> None:
    assert row_apart(stamp(), NUMBER, [NUMBER], 600, ()) is None
    assert row_apart(np.full((260, 600), 255, np.uint8), NUMBER, LABELS, 600, ()) is None


def test_the_row_of_an_unread_word_is_a_rung_too() -> None:
    """Number and time are known, the date between them is not: its ink is of neither."""
    time = Label("time", (20, 212, 90, 252))
    picture = np.vstack([stamp(lift=16), np.full((60, 600), 255, np.uint8)])
    for place, sign in enumerate("1045"):
        at = (180 + 30 * place, 246 - 16)
        cv2.putText(picture, sign, at, cv2.FONT_HERSHEY_SIMPLEX, 1.2, 20, 3)
    number = row_apart(picture, NUMBER, [NUMBER, DATE, time], 600, ())
    unread = row_apart(picture, NUMBER, [NUMBER, time], 600, ())
    assert number is not None and unread is not None
    assert unread[0] == number[0]


def test_a_sign_of_the_offices_name_that_was_not_read_surely_is_of_its_line() -> None:
    named = stamp(lift=20)
    words = []
    for place, sign in enumerate("OFFICE7"):
        at = (170 + 28 * place, 78)
        cv2.putText(named, sign, at, cv2.FONT_HERSHEY_SIMPLEX, 1.2, 20, 3)
        box = (168 + 28 * place, 46, 196 + 28 * place, 84)
        words.append(ReadWord(sign, box, 0.4 if sign == "7" else 0.9))
    assert box_of(named, NUMBER, tuple(words)) == box_of(stamp(lift=20), NUMBER)
