"""How a written field is judged: at once, among the first three, or not."""

import pytest

from benchmarks.written.__main__ import Told


@pytest.mark.parametrize(
    ("expected", "place"), [("ก 1/5", 1), ("ก 1/6", 3), ("ก 1/7", None), ("ก 1/9", None)]
)
def test_a_reading_counts_only_among_the_first_three(expected: str, place: int | None) -> None:
    read = (("ก 1/5", 0.6), ("ก 1/3", 0.2), ("ก 1/6", 0.1), ("ก 1/7", 0.05))
    assert Told("letter.pdf", "number", expected, read).place == place
