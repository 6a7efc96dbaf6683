"""A searchable copy shows what the original shows, and says what was read, letter for letter."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from pdf2image import convert_from_path
from PIL import Image

from pipeline.errors import FileRefused
from pipeline.images import read_image_page
from pipeline.intake.accept import look_at
from pipeline.models import Box, Change, Line, Page
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan
from pipeline.searchable.pdf import SearchablePdf, make_searchable
from tests.pipeline.searchable.checks import (
    A4,
    EVERYTHING,
    THAI,
    drawn,
    looks_like,
    made,
    middles,
    page_of,
    picture,
    said,
)

SCANS = Path(__file__).parents[3] / "corpus/built/packet/packet-ordinary.pdf"


def shown(path: Path, number: int) -> np.ndarray:
    """A page as Poppler shows it, whatever lies on it."""
    return np.asarray(convert_from_path(path, dpi=100, first_page=number, last_page=number)[0])


@pytest.fixture(scope="module")
def scans(tmp_path_factory: pytest.TempPathFactory) -> tuple[SearchablePdf, tuple[Page, ...]]:
    pages = tuple(read_scan(render_pdf_page(SCANS, number), number) for number in (1, 2))
    out = tmp_path_factory.mktemp("scans") / "searchable.pdf"
    return make_searchable(look_at(SCANS), pages, out), pages


def test_real_scans_say_what_was_read(scans: tuple[SearchablePdf, tuple[Page, ...]]) -> None:
    copy, pages = scans
    assert copy.is_pdfa and copy.pages == 2
    assert len(copy.notes) == sum(bool(page.repairs) for page in pages)
    read = " ".join(line.text for page in pages for line in page.lines)
    assert len(read) > 2000
    assert said(copy.path, "-raw").split() == read.split()
    # by layout, columns may come in another order; no line is broken
    plain = said(copy.path)
    assert [line.text for page in pages for line in page.lines if line.text not in plain] == []


def test_chromium_marks_selected_text_as_high_as_its_line(tmp_path: Path) -> None:
    page = page_of("ที่ มท ๐๘๑๐.๗/ว ๒๕๖๓")
    copy = make_searchable(look_at(picture(tmp_path / "scan.png")), (page,), tmp_path / "out.pdf")
    with pypdfium2.PdfDocument(copy.path) as pdf:
        text = pdf[0].get_textpage()
        assert text.count_rects() == 1
        left, bottom, right, top = text.get_rect(0)
        width, height = pdf[0].get_size()
    box = page.lines[0].box
    assert (right - left) / width == pytest.approx(box.width, rel=0.02)
    assert (top - bottom) / height == pytest.approx(box.height, rel=0.4)


def test_real_scans_look_as_before(scans: tuple[SearchablePdf, tuple[Page, ...]]) -> None:
    copy, _ = scans
    for number in (1, 2):
        assert np.array_equal(shown(SCANS, number), shown(copy.path, number))


@pytest.mark.parametrize("options", [["-raw"], []])
def test_every_letter_comes_back(tmp_path: Path, options: list[str]) -> None:
    assert len(set("".join(EVERYTHING))) > 200
    copy = made(picture(tmp_path / "scan.png"), page_of(*EVERYTHING))
    lines = [line for line in said(copy.path, *options).splitlines() if line]
    assert lines == list(EVERYTHING)


@pytest.mark.parametrize("skew", [-4.0, -1.2, 0.55, 2.5])
def test_text_lies_on_the_ink_of_a_leaning_scan(tmp_path: Path, skew: float) -> None:
    page = replace(page_of(*THAI, *THAI[::-1]), skew=skew, aspect=A4[0] / A4[1])
    copy = made(picture(tmp_path / "scan.png"), page)
    for options in (["-raw"], []):
        assert said(copy.path, *options).split() == page.text.split()
    (x0, y0), *_, (x1, y1) = middles(copy.path, len(THAI[0]))
    width, height = A4[0] * 72 / 150, A4[1] * 72 / 150
    box = page.on_paper(page.lines[0].box)
    assert (x0 + x1) / 2 == pytest.approx((box.left + box.right) / 2 * width, abs=2)
    assert (y0 + y1) / 2 == pytest.approx((1 - box.middle) * height, abs=2)


def test_a_dash_at_the_end_of_a_line_is_no_hyphen(tmp_path: Path) -> None:
    copy = made(picture(tmp_path / "scan.png"), page_of("- ๒ -", "๓. รายงาน", "ก-", "ข"))
    for options in (["-raw"], []):
        lines = [line.strip() for line in said(copy.path, *options).splitlines() if line]
        assert lines == ["- ๒ -", "๓. รายงาน", "ก-", "ข"]


def test_what_was_repaired_in_the_text_is_told(tmp_path: Path) -> None:
    page = page_of("เรื่อง คำสั่ง")
    (line,) = page.lines
    changes = (
        Change(0, "เรือง", "เรื่อง", "a keyword", False, line.box),
        Change(7, "คํา", "คำ", "sara am composed", True, line.box),
    )
    page = replace(page, lines=(replace(line, changes=changes),))
    copy = made(picture(tmp_path / "a.png"), page)
    assert said(copy.path).split() == ["เรื่อง", "คำสั่ง"]
    assert copy.notes == (
        "Page 1: its text has words put right that were misread: เรื่อง (read เรือง).",
    )


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_scan_is_shown_upright(tmp_path: Path, turned: int) -> None:
    scan = picture(tmp_path / "scan.png")
    lying = np.ascontiguousarray(np.rot90(read_image_page(scan), turned // 90))
    Image.fromarray(lying).save(tmp_path / "lying.png", dpi=(300, 300))
    copy = made(tmp_path / "lying.png", page_of(*THAI, rotation=turned))
    assert said(copy.path, "-raw").splitlines() == list(THAI)
    assert said(copy.path).split() == " ".join(THAI).split()
    assert looks_like(copy.path, scan)


def test_a_page_of_a_pdf_may_be_turned_and_cropped(tmp_path: Path) -> None:
    original = drawn(
        tmp_path / "a.pdf", b"0 0 1 rg 60 420 80 30 re f", Rotate=90, CropBox=[50, 200, 350, 500]
    )
    page = Page(1, (Line("ที่ กข ๑๒", 1, Box(0.1, 0.2, 0.5, 0.3)),), aspect=1.0)
    copy = made(original, page)
    assert said(copy.path, "-raw") == "ที่ กข ๑๒"
    words = said(copy.path, "-bbox", "-cropbox").split("<word ")[1:]
    left = float(words[0].split('xMin="')[1].split('"')[0])
    right = float(words[-1].split('xMax="')[1].split('"')[0])
    assert [left, right] == pytest.approx([30, 150], abs=1)
    assert np.array_equal(shown(original, 1), shown(copy.path, 1))


def test_phrases_of_a_justified_row_are_one_sentence(tmp_path: Path) -> None:
    phrases = ("เพื่อให้คำปรึกษา", "แนะนำ", "แก้ไขปัญหา")
    lefts = (0.1, 0.35, 0.5)
    row = tuple(
        Line(text, 1, Box(left, 0.05, left + 0.012 * len(text), 0.074))
        for text, left in zip(phrases, lefts, strict=True)
    )
    below = Line("ให้แก่องค์กรปกครองส่วนท้องถิ่น", 1, Box(0.1, 0.08, 0.5, 0.104))
    copy = made(picture(tmp_path / "scan.png"), Page(1, (*row, below)))
    lines = [line for line in said(copy.path).splitlines() if line]
    assert lines == [" ".join(phrases), below.text]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    original = look_at(picture(tmp_path / "scan.png"))
    first, second = (
        make_searchable(original, [page_of(*EVERYTHING)], tmp_path / name)
        for name in ("first.pdf", "second.pdf")
    )
    assert first.path.read_bytes() == second.path.read_bytes()


def test_only_the_pages_asked_for(tmp_path: Path) -> None:
    pages = [
        Page(number, (Line(f"หน้า {number}", number, Box(0.1, 0.1, 0.3, 0.13)),))
        for number in (2, 3)
    ]
    copy = make_searchable(look_at(SCANS), pages, tmp_path / "out.pdf")
    with pikepdf.open(copy.path) as pdf:
        assert len(pdf.pages) == 2
    assert said(copy.path, "-raw").replace("\f", "").splitlines() == ["หน้า 2", "หน้า 3"]
    assert np.array_equal(shown(SCANS, 3), shown(copy.path, 2))


def test_nothing_is_written_over(tmp_path: Path) -> None:
    original = look_at(picture(tmp_path / "scan.png"))
    (tmp_path / "out.pdf").write_bytes(b"precious")
    with pytest.raises(FileRefused) as caught:
        make_searchable(original, [page_of(*THAI)], tmp_path / "out.pdf")
    assert caught.value.code == "output_exists"
    assert (tmp_path / "out.pdf").read_bytes() == b"precious"


def test_a_word_file_has_no_pages_to_show(write_letter: object, tmp_path: Path) -> None:
    letter = look_at(write_letter(tmp_path))  # type: ignore[operator]
    with pytest.raises(FileRefused) as caught:
        make_searchable(letter, [page_of(*THAI)], tmp_path / "out.pdf")
    assert caught.value.code == "no_page_picture"
    assert not (tmp_path / "out.pdf").exists()
