"""The way of least ink between two rows."""

import numpy as np

from pipeline.stamps.seam import least_ink


def test_it_goes_round_ink_as_far_as_it_may() -> None:
    inked = np.ones((9, 12), bool)
    inked[6] = False  # paper two rows below the level it is looked for at
    level = np.full(12, 4)
    assert set(least_ink(inked, level, 2)) == {6}
    assert set(least_ink(inked, level, 1)) <= {3, 4, 5}


def test_it_bends_with_the_paper_by_a_row_a_column() -> None:
    inked = np.ones((9, 6), bool)
    for column, row in enumerate((2, 3, 4, 5, 5, 5)):
        inked[row, column] = False
    assert least_ink(inked, np.full(6, 4), 3).tolist() == [2, 3, 4, 5, 5, 5]


def test_it_stays_within_the_picture() -> None:
    found = least_ink(np.ones((3, 4), bool), np.array([-5, -5, 9, 9]), 2)
    assert found.min() >= 0 and found.max() <= 2
