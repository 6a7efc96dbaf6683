"""Light print on a filled band is made dark on white; pictures, boxes and shaded print stay."""

from pathlib import Path

import cv2
import numpy as np
import pytest

from pipeline.cleanup.bands import with_dark_print
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan

LETTERS = Path(__file__).parents[3] / "corpus" / "built" / "letters" / "rules"


def page(ground: tuple[int, int, int], print_: tuple[int, int, int], height: int = 120):
    """A sheet with a filled rectangle from (200, 300), and a word set on it."""
    picture = np.full((1600, 1200, 3), 255, np.uint8)
    cv2.rectangle(picture, (200, 300), (1000, 300 + height), ground, -1)
    cv2.putText(picture, "STATEMENT", (240, 385), cv2.FONT_HERSHEY_SIMPLEX, 2.5, print_, 8)
    return picture


@pytest.mark.parametrize("ground", [(0, 0, 0), (120, 40, 80), (20, 60, 160)])
def test_white_print_on_black_or_colour_is_made_dark_on_white(ground):
    turned = with_dark_print(page(ground, (255, 255, 255)))
    assert turned[320, 980].tolist() == [255, 255, 255]  # the band
    assert turned[310:410, 220:800].min() == 0  # its print
    assert turned[:290].min() == 255 and turned[430:].min() == 255


def test_a_band_that_leans_with_its_page_is_turned_too():
    lean = cv2.getRotationMatrix2D((600, 400), -2, 1)
    white = (255, 255, 255)
    leaning = cv2.warpAffine(page((0, 0, 0), white), lean, (1200, 1600), borderValue=white)
    turned = with_dark_print(leaning)
    assert turned[280:440, 220:800].min() < 60  # its print
    dark = (turned.max(axis=2) < 60).mean(), (leaning.max(axis=2) < 60).mean()
    assert dark[0] < 0.3 * dark[1]
    beside = np.s_[:280], np.s_[450:]
    assert all((turned[place] == leaning[place]).all() for place in beside)


@pytest.mark.parametrize(
    "picture",
    [
        page((255, 255, 255), (0, 0, 0)),  # print on paper
        page((235, 220, 225), (0, 0, 0)),  # print on a light band
        page((100, 100, 100), (0, 0, 0)),  # dark print on a dark band
        page((0, 0, 0), (0, 0, 0)),  # a bar
        page((0, 0, 0), (255, 255, 255), height=900),  # as high as a picture
    ],
)
def test_what_has_no_light_print_stays_as_it_is(picture):
    assert with_dark_print(picture) is picture


def test_a_title_in_white_on_black_is_read():
    picture = render_pdf_page(LETTERS / "salt-in-tap-water.pdf", 1)
    assert "แถลงการณ์" in [line.text for line in read_scan(picture).lines]


def test_an_emblem_in_another_colour_may_touch_a_band():
    picture = page((10, 50, 110), (255, 255, 255))
    cv2.rectangle(picture, (120, 280), (199, 430), (220, 130, 0), -1)
    turned = with_dark_print(picture)
    assert turned[310:410, 220:800].min() == 0  # its print
    assert turned[320, 980].tolist() == [255, 255, 255]  # the band
    assert turned[350, 150].tolist() == [220, 130, 0]  # the emblem


def test_a_band_across_the_sheet_may_be_higher():
    picture = np.full((1600, 1200, 3), 255, np.uint8)
    picture[:440] = (30, 50, 90)
    cv2.putText(picture, "STATEMENT", (240, 200), cv2.FONT_HERSHEY_SIMPLEX, 2.5, (255,) * 3, 8)
    turned = with_dark_print(picture)
    assert turned[400, 600].tolist() == [255, 255, 255]
    assert turned[100:220, 220:800].min() < 60
