"""Scanning is a function of the page and the seed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pypdfium2
import pytest

from corpus import degrade, fonts, image_pdf, raster

# stamps are lettered in fonts that are fetched when documents are first drawn
KINDS = [kind for kind in degrade.DEGRADATIONS if kind != "stamp" or fonts.FOLDER.exists()]


@pytest.fixture
def sheet() -> raster.Image:
    page = np.full((600, 420, 3), 255, dtype=np.uint8)
    page[100:110, 50:300] = 0
    page[200:240, 200:300] = (74, 53, 168)
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_seed_gives_the_same_pixels(sheet: raster.Image, kind: str) -> None:
    (one,) = degrade.degrade([sheet], kind, 7, "letter")
    (other,) = degrade.degrade([sheet], kind, 7, "letter")
    assert np.array_equal(one, other)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "clean"])
def test_seed_file_and_page_each_change_the_scan(sheet: raster.Image, kind: str) -> None:
    one, second_page = degrade.degrade([sheet, sheet], kind, 7, "letter")
    (other_seed,) = degrade.degrade([sheet], kind, 8, "letter")
    (other_file,) = degrade.degrade([sheet], kind, 7, "memo")
    assert not any(np.array_equal(one, other) for other in (second_page, other_seed, other_file))


def test_a_photocopy_is_grey_and_200_dpi_is_smaller(sheet: raster.Image) -> None:
    (copy,) = degrade.degrade([sheet], "photocopy", 7, "letter")
    (small,) = degrade.degrade([sheet], "200dpi", 7, "letter")
    assert copy.ndim == 2
    assert small.shape == (400, 280, 3)


@pytest.mark.parametrize("quality", [None, 82])
def test_a_pdf_of_scans_has_the_same_bytes_each_time(
    sheet: raster.Image, tmp_path: Path, quality: int | None
) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    image_pdf.write([sheet, sheet[:, :, 0]], 72, one, quality)
    image_pdf.write([sheet, sheet[:, :, 0]], 72, other, quality)
    assert one.read_bytes() == other.read_bytes()


def test_without_a_quality_the_pixels_are_kept(sheet: raster.Image, tmp_path: Path) -> None:
    target = tmp_path / "scan.pdf"
    image_pdf.write([sheet], 72, target)
    with pypdfium2.PdfDocument(target) as document:
        (page,) = (page.render().to_numpy()[:, :, 2::-1] for page in document)
    assert page.shape == sheet.shape
    assert np.abs(page.astype(int) - sheet).max() <= 8  # the palette's rounding


def test_ink_darkens_paper_and_leaves_the_rest(sheet: raster.Image) -> None:
    blank = np.full_like(sheet, 255)
    stamped = raster.press(blank, sheet, np.random.default_rng(1))
    assert stamped[220, 250].max() < 220
    assert stamped[400, 100].min() == 255
