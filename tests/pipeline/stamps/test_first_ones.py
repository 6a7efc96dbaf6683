"""A thin first 1 that one reader took for dirt: the ink says how many digits there are."""

import cv2
import numpy as np
import pytest

from pipeline.models import Candidate
from pipeline.stamps.first_ones import first_ones_of, tall_shapes, with_first_ones


def row(digits: str) -> np.ndarray:
    """Digits apart, the first 1 a stroke that leans; a point is low."""
    picture = np.full((80, 300), 255, np.uint8)
    for place, sign in enumerate(digits):
        left = 20 + 40 * place
        if sign == "1":
            cv2.line(picture, (left, 60), (left + 10, 30), 20, 3)
        elif sign == ".":
            cv2.circle(picture, (left, 58), 3, 20, -1)
        else:
            cv2.putText(picture, sign, (left, 60), cv2.FONT_HERSHEY_SIMPLEX, 1.4, 20, 3)
    return picture


@pytest.mark.parametrize(("digits", "shapes"), [("16", 2), ("139", 3), ("6", 1), ("9.0", 2)])
def test_each_tall_shape_of_a_row_is_a_digit(digits: str, shapes: int) -> None:
    assert tall_shapes(row(digits)) == shapes


def test_paper_alone_has_no_shapes() -> None:
    assert tall_shapes(np.full((40, 40), 255, np.uint8)) == 0


def test_a_number_whose_first_one_print_lost() -> None:
    read = (Candidate("39", 0.53), Candidate("139", 0.47))
    told = first_ones_of(read, tall_shapes(row("139")))
    assert told[0].text == "139" and told[0].chance > 0.8
    assert sum(one.chance for one in told) == pytest.approx(1.0)


def test_no_first_one_where_there_is_no_stroke() -> None:
    read = {"39": 0.6, "139": 0.4}
    assert with_first_ones(read, tall_shapes(row("39"))) == read


def test_more_shapes_than_either_reading_say_nothing() -> None:
    """Letters of another row, or pieces of the frame, stand there as well."""
    read = {"7352": 0.6, "17352": 0.4}
    assert with_first_ones(read, 7) == read


def test_a_last_one_is_told_alike() -> None:
    assert with_first_ones({"2": 0.5, "21": 0.5}, tall_shapes(row("21")))["21"] > 0.8
