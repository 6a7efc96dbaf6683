"""Letters before a number that a pen wrote, told by print's reading of the same place."""

from __future__ import annotations

import pytest

from pipeline.pens.lettered import with_letters


@pytest.mark.parametrize(
    ("reading", "as_print", "told"),
    [
        ("๑๙๔", "ปลอ.๑๙๔", [("ปลอ.๑๙๔", 1.0)]),
        ("๖๔", "/ป ๖๔", [("ป ๖๔", 1.0)]),
        ("๑๒๑๘", "ช ๒๑๘", [("๑๒๑๘", 0.4), ("ช ๒๑๘", 0.6)]),
        ("๒๑๙", "ช ๒๑๘", [("๒๑๙", 1.0)]),  # print and pen tell other figures
        ("๘๓", "ด๓", [("๘๓", 1.0)]),  # a figure that print took for a letter
        ("ว๒๑๘", "ว ๒๑๘", [("ว๒๑๘", 1.0)]),  # a circular's
        ("๒๑๘", "๒๑๘", [("๒๑๘", 1.0)]),
    ],
)
def test_letters_before_written_figures(
    reading: str, as_print: str, told: list[tuple[str, float]]
) -> None:
    assert with_letters(reading, as_print) == told
