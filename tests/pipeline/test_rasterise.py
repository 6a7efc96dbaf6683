"""PDF pages as pictures."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pikepdf
import pytest

from corpus import image_pdf
from pipeline.accept import look_at
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
