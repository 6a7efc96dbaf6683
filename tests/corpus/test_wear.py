"""Blemishes of a sheet: the same seed gives the same pixels, and the rest of it stays as it was."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from corpus import page_text, wear

NAME = page_text.TextLine("(นายเอก มั่นคง)", (0.5, 0.5, 0.7, 0.52))
TEXT = page_text.PageText((NAME,))


def sheet() -> np.ndarray[Any, np.dtype[np.uint8]]:
    """White paper of 1000 × 800 with bars of print in the name's line and at the upper edge."""
    paper = np.full((1000, 800, 3), 255, np.uint8)
    for left in range(400, 560, 12):
        paper[500:520, left : left + 5] = 20
    for left in range(100, 700, 12):
        paper[30:50, left : left + 5] = 20
    return paper


def worn(seed: int = 7, **blemish: Any) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return wear.wear(sheet(), TEXT, blemish, np.random.default_rng(seed))


@pytest.mark.parametrize(
    "blemish",
    [
        {"kind": "pale", "over": "เอก"},
        {"kind": "smeared", "band": [1, 6]},
        {"kind": "sealed", "over": ["เอก"], "by": [0, -4]},
        {"kind": "signed", "over": "เอก", "ink": "blue"},
        {"kind": "swept", "over": "เอก"},
        {"kind": "starved", "over": "เอก", "strong": 0.8},
    ],
)
def test_a_seed_gives_the_same_pixels(blemish: dict[str, Any]) -> None:
    first, again = worn(**blemish), worn(**blemish)
    assert (first == again).all()
    assert (first != sheet()).any()


def test_pale_print_is_lighter_and_the_rest_stays() -> None:
    pale = worn(kind="pale", over="เอก", left=0.4)
    assert pale[505:515, 400:560].mean() > sheet()[505:515, 400:560].mean() + 15
    assert (pale[:300] == sheet()[:300]).all()


def test_a_smear_stays_in_its_band() -> None:
    smeared = worn(kind="smeared", band=[1, 6], strong=0.8)
    assert (smeared[80:] == sheet()[80:]).all()


def test_a_seal_leaves_the_print_below_it_dark() -> None:
    sealed = worn(kind="sealed", over="เอก")
    assert (sealed[505, 402] <= 20).all()


def test_a_swept_signature_reaches_above_and_below_the_words() -> None:
    rows = np.flatnonzero((worn(kind="swept", over="เอก") != sheet()).any(axis=(1, 2)))
    assert rows.min() < 450
    assert rows.max() > 570


def test_starved_print_has_gaps_and_the_rest_stays() -> None:
    starved = worn(kind="starved", over="เอก", strong=0.9)
    assert (starved[500:520, 400:405] > 60).any()
    assert (starved[:300] == sheet()[:300]).all()


def test_words_that_no_line_holds_are_refused() -> None:
    with pytest.raises(ValueError, match="no line holds"):
        worn(kind="pale", over="โท")
