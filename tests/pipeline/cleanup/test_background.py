"""Uneven light is divided out; even pages are left as they are."""

import numpy as np

from pipeline.cleanup.background import flatten


def shaded_page() -> np.ndarray:
    """A page that darkens from left to right, with a row of dark letters."""
    light = np.tile(np.linspace(250, 140, 800), (600, 1))
    light[300:325, 50:750:] = np.where((np.arange(700) // 12) % 2, 30, light[300:325, 50:750])
    return light.astype(np.uint8)


def test_paper_becomes_white_and_ink_stays_dark() -> None:
    flat = flatten(shaded_page())
    assert flat[100:200, 20:780].min() > 235
    assert flat[310, 50:750].min() < 80


def test_a_white_page_is_left_as_it_is() -> None:
    white = np.full((600, 800), 255, np.uint8)
    white[300:325, 50:750] = 20
    assert flatten(white) is white
