"""PDF pages as pictures."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pikepdf
import pytest

from corpus import image_pdf
from pipeline.intake.accept import look_at
from pipeline.rasterise import pdf_page_count, render_pdf_page


def pdf(path: Path, size: tuple[float, float] = (595, 842), pages: int = 1, turn: int = 0) -> Path:
    """Pages with a black square in the upper left corner before they are turned."""
    with pikepdf.new() as made:
        for _ in range(pages):
            page = made.add_blank_page(page_size=size)
            side = size[0] / 4
            drawing = f"0 {size[1] - side} {side} {side} re f"
            page.Contents = made.make_stream(drawing.encode())
            page.rotate(turn, relative=False)
        made.save(path)
    return path


def test_a4(tmp_path: Path) -> None:
    page = render_pdf_page(pdf(tmp_path / "a.pdf"), 1)
    assert page.shape == (3509, 2480, 3) and page.dtype == np.uint8
    assert page[50, 50, 0] == 0 and page[50, -50, 0] == 255


def test_turned_page_stands_as_the_pdf_says(tmp_path: Path) -> None:
    page = render_pdf_page(pdf(tmp_path / "a.pdf", turn=90), 1)
    assert page.shape[1] > page.shape[0]
    assert page[50, 50, 0] == 255 and page[50, -50, 0] == 0


@pytest.mark.parametrize("side", [14_400, 30])
def test_paper_of_five_metres_and_of_a_centimetre(tmp_path: Path, side: int) -> None:
    path = pdf(tmp_path / "a.pdf", size=(side, side))
    look_at(path)
    height, width = render_pdf_page(path, 1).shape[:2]
    assert 2_300 < height <= 2_600 and 2_300 < width <= 2_600


def test_name_that_looks_like_an_option(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf(tmp_path / "-rf.pdf")
    monkeypatch.chdir(tmp_path)
    assert render_pdf_page(Path("-rf.pdf"), 1, dpi=50).shape == (585, 414, 3)


def test_page_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(IndexError):
        render_pdf_page(pdf(tmp_path / "a.pdf"), 2)


def test_pages_can_be_drawn_in_threads(tmp_path: Path) -> None:
    path = pdf(tmp_path / "a.pdf", pages=8)
    with ThreadPoolExecutor(4) as pool:
        pages = list(pool.map(lambda number: render_pdf_page(path, number, 72), range(1, 9)))
    assert pdf_page_count(path) == len(pages) == 8
    assert all(np.array_equal(page, pages[0]) for page in pages)


@pytest.mark.parametrize(
    ("dpi", "shape"), [(300, (3508, 2480, 3)), (200, (3508, 2480, 3)), (100, (3508, 2480, 3))]
)
def test_a_scan_is_drawn_in_the_size_asked_for(
    tmp_path: Path, dpi: int, shape: tuple[int, int, int]
) -> None:
    page = render_pdf_page(scan(tmp_path / "a.pdf", dpi), 1)
    assert all(abs(side - wanted) <= 2 for side, wanted in zip(page.shape, shape, strict=True))
    assert page[200, 1200].max() < 40  # the bar across the head of the page
    assert page[3300, 1200].min() > 220


def test_a_scan_keeps_its_pixels(tmp_path: Path) -> None:
    """A stroke one pixel wide stays one pixel wide and full black: nothing is resampled."""
    page = render_pdf_page(scan(tmp_path / "a.pdf", 300), 1)
    row = page[1000, :, 0]
    assert row.min() < 40
    assert np.count_nonzero(row < 200) == 1


def test_a_scan_with_print_over_it_is_drawn_with_the_print(tmp_path: Path) -> None:
    path = scan(tmp_path / "a.pdf", 300)
    with pikepdf.open(path, allow_overwriting_input=True) as made:
        made.pages[0].contents_add(b"q 1 0 0 rg 100 300 50 50 re f Q")
        made.save()
    red, green, _ = render_pdf_page(path, 1)[3508 - 1350, 520]
    assert red > 200
    assert green < 40


def scan(path: Path, dpi: int) -> Path:
    """A4 as one grey picture: a bar across its head, and a stroke one pixel wide below."""
    height, width = round(3508 * dpi / 300), round(2480 * dpi / 300)
    picture = np.full((height, width), 255, np.uint8)
    picture[height // 25 : height // 12] = 0
    picture[height // 6 : height // 2, width // 2] = 0
    image_pdf.write([picture], dpi, path)
    return path


def coloured(path: Path, **more: pikepdf.Object | pikepdf.Name) -> tuple[Path, np.ndarray]:
    """A page that is one picture of loud colours, each row unlike the next; and its pixels."""
    pixels = np.zeros((1754, 1240, 3), np.uint8)
    pixels[:, :, 0] = np.arange(1754)[:, None] % 2 * 255
    pixels[:, :, 1] = np.arange(1240)[None, :] % 251
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(595.2, 841.92))
        picture = made.make_stream(
            pixels.tobytes(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=1240,
            Height=1754,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB,
            **more,
        )
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
        page.Contents = made.make_stream(b"q 595.2 0 0 841.92 0 0 cm /Scan Do Q")
        made.save(path)
    return path, pixels


def draw(path: Path, drawing: bytes) -> None:
    """Let the page of `coloured` be drawn otherwise."""
    with pikepdf.open(path, allow_overwriting_input=True) as made:
        made.pages[0].Contents = made.make_stream(drawing)
        made.save()


def test_no_row_of_a_scan_is_lost_or_doubled(tmp_path: Path) -> None:
    path, pixels = coloured(tmp_path / "a.pdf")
    assert np.array_equal(render_pdf_page(path, 1, dpi=150), pixels)


def test_a_scan_in_other_tones_than_its_own_is_drawn_as_it_shows(tmp_path: Path) -> None:
    turned = pikepdf.Array([1, 0, 1, 0, 1, 0])  # as a negative
    path, pixels = coloured(tmp_path / "a.pdf", Decode=turned)
    page = render_pdf_page(path, 1, dpi=150)
    assert abs(int(page[700, 100, 1]) - (255 - int(pixels[700, 100, 1]))) <= 1


def test_a_scan_behind_a_mask_is_drawn_as_it_shows(tmp_path: Path) -> None:
    path, _ = coloured(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as made:
        mask = made.make_stream(
            bytes(1240 * 1754),  # nothing of the picture is let through
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=1240,
            Height=1754,
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceGray,
        )
        made.pages[0].Resources.XObject.Scan.SMask = mask
        made.save()
    assert render_pdf_page(path, 1, dpi=150).min() == 255


def test_a_scan_of_which_a_part_is_clipped_away_is_drawn_as_it_shows(tmp_path: Path) -> None:
    path, _ = coloured(tmp_path / "a.pdf")
    draw(path, b"q 0 421 595.2 421 re W n 595.2 0 0 841.92 0 0 cm /Scan Do Q")
    page = render_pdf_page(path, 1, dpi=150)
    assert page[1500].min() == 255 and page[500].min() == 0


def test_a_scan_that_is_shown_upside_down_is_drawn_as_it_shows(tmp_path: Path) -> None:
    path, pixels = coloured(tmp_path / "a.pdf")
    draw(path, b"q -595.2 0 0 -841.92 595.2 841.92 cm /Scan Do Q")
    page = render_pdf_page(path, 1, dpi=150)
    assert abs(int(page[700, 100, 1]) - int(pixels[700, 1139, 1])) <= 2
