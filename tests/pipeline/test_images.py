"""Pictures of pages come out as upright RGB of about 300 dpi, whatever the file says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from pipeline.images import image_page_count, read_image_page
from pipeline.intake.accept import look_at
from pipeline.resolution import MAX_DRAWN_PIXELS, drawing_dpi, scale_to


def half_black(mode: str) -> Image.Image:
    """A4 at 72 dpi, the left half black, the right half white."""
    image = Image.new("L", (595, 842), 255)
    image.paste(0, (0, 0, 297, 842))
    if mode.startswith("I;16"):
        return Image.fromarray(np.asarray(image).astype(np.uint16) * 257)
    if mode == "I":
        return Image.fromarray(np.asarray(image).astype(np.int32) * 257)
    if mode == "F":
        return Image.fromarray(np.asarray(image).astype(np.float32) / 255)
    return image.convert("RGB").convert(mode) if mode == "P" else image.convert(mode)


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("a.png", "1"),
        ("a.png", "L"),
        ("a.png", "P"),
        ("a.png", "LA"),
        ("a.png", "RGBA"),
        ("a.png", "I;16"),
        ("a.tif", "1"),
        ("a.tif", "I;16"),
        ("a.tif", "I"),
        ("a.tif", "F"),
        ("a.tif", "CMYK"),
        ("a.jpg", "L"),
        ("a.jpg", "RGB"),
        ("a.jpg", "CMYK"),
    ],
)
def test_modes(tmp_path: Path, name: str, mode: str) -> None:
    path = tmp_path / name
    half_black(mode).save(path)
    look_at(path)
    page = read_image_page(path, 1)
    assert page.dtype == np.uint8 and page.shape[2] == 3
    height, width = page.shape[:2]
    assert page[height // 2, width // 4].max() < 20
    assert page[height // 2, width * 3 // 4].min() > 235


def test_transparent_is_white(tmp_path: Path) -> None:
    Image.new("RGBA", (595, 842), (0, 0, 0, 0)).save(tmp_path / "a.png")
    assert read_image_page(tmp_path / "a.png", 1).min() == 255


def test_pages_of_a_tiff(tmp_path: Path) -> None:
    pages = [Image.new("L", (1240, 1754), shade) for shade in (10, 120, 230)]
    pages[0].save(tmp_path / "a.tif", save_all=True, append_images=pages[1:], dpi=(150, 150))
    look_at(tmp_path / "a.tif")
    assert image_page_count(tmp_path / "a.tif") == 3
    for number, shade in enumerate((10, 120, 230), start=1):
        page = read_image_page(tmp_path / "a.tif", number)
        assert int(page[5, 5, 0]) == shade
        assert page.shape == (3508, 2480, 3)
    with pytest.raises(IndexError):
        read_image_page(tmp_path / "a.tif", 4)


@pytest.mark.parametrize("name", ["a.jpg", "a.tif", "a.png"])
@pytest.mark.parametrize(("orientation", "corner"), [(1, "tl"), (3, "br"), (6, "tr"), (8, "bl")])
def test_exif_orientation(tmp_path: Path, name: str, orientation: int, corner: str) -> None:
    image = Image.new("L", (600, 800), 255)
    image.paste(0, (0, 0, 200, 200))
    exif = Image.Exif()
    exif[274] = orientation
    image.save(tmp_path / name, exif=exif)
    page = read_image_page(tmp_path / name, 1)
    height, width = page.shape[:2]
    assert (height > width) == (orientation in (1, 3))
    at = {"tl": (9, 9), "tr": (9, -9), "bl": (-9, 9), "br": (-9, -9)}
    dark = {name for name, (y, x) in at.items() if page[y, x, 0] < 128}
    assert dark == {corner}


@pytest.mark.parametrize(
    ("width", "height", "stated", "scale"),
    [
        (2480, 3508, 300, 1.0),
        (2408, 3436, 300, 1.0),
        (1654, 2339, 200, 1.5),
        (4960, 7016, 600, 0.5),
        (2480, 3508, 72, 1.0),  # a phone or an editor says 72 of anything
        (2480, 3508, None, 1.0),
        (2480, 3508, 0, 1.0),
        (1240, 1754, 1, 2.0),
        (1748, 1240, 300, 1.0),  # an A6 slip turned
        (300, 400, None, 4.0),  # hopeless, but no more than four times
        (20, 20_000, None, 1.6),  # a strip: no side of more than 32,000
    ],
)
def test_scale(width: int, height: int, stated: float | None, scale: float) -> None:
    assert scale_to(width, height, stated) == pytest.approx(scale, rel=0.01)


@pytest.mark.parametrize(
    ("width", "height", "dpi"),
    [
        (8.27, 11.69, 300),
        (11.69, 16.54, 300),
        (197, 197, 12),  # five metres
        (2, 200, 160),  # a strip: no side of more than 32,000 pixels
        (0.5, 0.7, 4962),  # a stamp-sized page is a scan with a lying size
    ],
)
def test_drawing_dpi(width: float, height: float, dpi: int) -> None:
    assert drawing_dpi(width, height, 300) == pytest.approx(dpi, abs=1)
    assert width * height * drawing_dpi(width, height, 300) ** 2 <= MAX_DRAWN_PIXELS


@pytest.mark.parametrize(
    ("name", "stated", "width"), [("a.png", 200, 1200), ("b.png", None, 2481), ("c.jpg", 0, 2481)]
)
def test_a_page_is_brought_from_its_stated_resolution_to_the_one_asked_for(
    tmp_path: Path, name: str, stated: int | None, width: int
) -> None:
    """Where none is stated, or none to believe, the page is taken for A4."""
    said = {} if stated is None else {"dpi": (stated, stated)}
    Image.new("L", (800, 1100)).save(tmp_path / name, **said)
    assert read_image_page(tmp_path / name, dpi=300).shape[1] == pytest.approx(width, abs=2)
