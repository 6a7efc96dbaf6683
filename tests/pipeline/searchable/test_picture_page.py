"""A picture becomes a page of a PDF, no pixel of it changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from tests.pipeline.searchable.checks import (
    THAI,
    looks_like,
    made,
    page_of,
    picture,
    said,
)


def test_a_jpeg_is_kept_byte_for_byte(tmp_path: Path) -> None:
    scan = picture(tmp_path / "scan.jpg", quality=85)
    copy = made(scan, page_of(*THAI))
    assert copy.is_pdfa
    with pikepdf.open(copy.path) as pdf:
        image = pdf.pages[0].resources.XObject.Scan
        assert image.read_raw_bytes() == scan.read_bytes()
        assert [round(float(side)) for side in pdf.pages[0].mediabox.as_list()] == [0, 0, 595, 842]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_photograph_is_shown_upright(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[274] = orientation
    photograph = picture(tmp_path / "photograph.jpg", exif=exif, quality=95)
    copy = made(photograph, page_of(*THAI))
    assert looks_like(copy.path, photograph)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_pictures_keep_their_pixels(tmp_path: Path, mode: str) -> None:
    with Image.open(picture(tmp_path / "scan.png")) as sheet:
        grey = np.asarray(sheet.convert("L")).astype(np.uint16) * 257
        kept = Image.fromarray(grey) if mode == "I;16" else sheet.convert(mode)
    other = Image.new("1", (300, 400), 1)
    kept.save(tmp_path / "scan.tif", save_all=True, append_images=[other], dpi=(150, 150))
    copy = made(tmp_path / "scan.tif", page_of(*THAI), replace(page_of("สอง"), number=2))
    assert said(copy.path, "-raw").split() == " ".join((*THAI, "สอง")).split()
    with pikepdf.open(copy.path) as pdf:
        first, second = (
            pikepdf.PdfImage(page.resources.XObject.Scan).as_pil_image() for page in pdf.pages
        )
    # at 150 dpi pages are enlarged for reading; here they are compared as they are stored
    assert first.size == kept.size
    assert np.array_equal(np.asarray(first.convert("RGB")), np.asarray(_as_seen(kept)))
    assert (second.mode, second.size) == ("1", (300, 400))


def _as_seen(picture: Image.Image) -> Image.Image:
    if picture.mode == "I;16":
        return Image.fromarray((np.asarray(picture) // 257).astype(np.uint8)).convert("RGB")
    return picture.convert("RGB")
