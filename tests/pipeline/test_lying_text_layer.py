"""Real PDFs whose layers name other letters than their glyphs show: repaired, or not believed.

The page looks the same in all of them; only the names that its font gives to its glyphs are spoilt.
"""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from pipeline.rasterise import render_pdf_page
from pipeline.text_layer.read import read_text_layer, text_layer_page

BORN = Path(__file__).parent / "data" / "born_digital.pdf"
LETTER = 3


def spoilt(tmp_path: Path, names: dict[str, str], font: str = "") -> Path:
    """The letter with `names` changed in the table from its glyphs to characters (ToUnicode)."""
    path = tmp_path / "spoilt.pdf"
    with pikepdf.open(BORN) as pdf:
        del pdf.pages[LETTER:]
        del pdf.pages[: LETTER - 1]
        page = pdf.pages[0]
        page.contents_coalesce()
        # Chromium says of syllables what they are besides; Word does not
        bare = re.sub(rb"/ActualText <[^>]*>", b"", page.Contents.read_bytes())
        page.Contents = pdf.make_stream(bare)
        for each in page.obj["/Resources"]["/Font"].values():
            table = each.ToUnicode.read_bytes()
            for old, new in names.items():
                assert old.encode() in table
                table = table.replace(old.encode(), new.encode())
                if "\n" in new:
                    table = table.replace(b"17 beginbfrange", b"18 beginbfrange")
            each.ToUnicode = pdf.make_stream(table)
            if font:
                (inner,) = each.DescendantFonts
                each.BaseFont = inner.BaseFont = pikepdf.Name(font)
                inner.FontDescriptor.FontName = pikepdf.Name(font)
        pdf.save(path)
    assert (render_pdf_page(path, 1, 72) == render_pdf_page(BORN, LETTER, 72)).all()
    return path


def sound_text() -> str:
    page = text_layer_page(BORN, LETTER)
    assert page is not None
    return page.text


NIKHAHIT = "<011E> <0E4D>"
SARA_AA = "<0104> <0107> <0E2F>"
TONES = "<0160> <0161> <F70A>"


@pytest.mark.parametrize(
    "names",
    [
        {NIKHAHIT: "<011E> <0020>"},  # Word: ส าหรับ
        {NIKHAHIT: "<011E> <F711>"},  # names of the private use area
        {TONES: "<0160> <0161> <0E48>"},
    ],
)
def test_what_is_certain_is_repaired(tmp_path: Path, names: dict[str, str]) -> None:
    page = text_layer_page(spoilt(tmp_path, names), 1)
    assert page is not None
    assert page.text == sound_text()


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        # every า is ำ
        ({SARA_AA: "<0104> <0106> <0E2F>\n<0107> <0107> <0E33>"}, "า and ำ are confused"),
        # tones, or half of them, are named spaces, or ์
        ({TONES: "<0160> <0161> <0020>"}, "a character is not known"),
        ({TONES: "<0160> <0160> <F70A>\n<0161> <0161> <0020>"}, "a character is not known"),
        ({TONES: "<0160> <0161> <0E4C>"}, "marks are lost"),
        # Latin rubbish, as of somebody's OCR in the wrong language
        ({"<0E": "<01"}, "too little Thai to judge by"),
        ({"<0E": "<E0"}, "a character is not known"),
    ],
)
def test_what_is_not_is_read_from_the_picture(
    tmp_path: Path, names: dict[str, str], reason: str
) -> None:
    assert read_text_layer(spoilt(tmp_path, names), 1) == (None, reason)


def test_digits_that_the_font_draws_as_thai_ones(tmp_path: Path) -> None:
    """The layer says 0023.4, the page shows ๐๐๒๓.๔, as in TH SarabunIT๙."""
    path = spoilt(
        tmp_path, {"<0121> <012A> <0E50>": "<0121> <012A> <0030>"}, "/AAAAAA+THSarabunIT๙"
    )
    page = text_layer_page(path, 1)
    assert page is not None
    assert page.lines[0].text == "ที่ นน ๐๐๒๓.๔/๔๘๓๕"
    assert page.notes == (
        "The page's font draws Arabic digits as Thai ones; they are given as drawn.",
    )


def test_somebodys_reading_under_a_scan_is_not_believed(tmp_path: Path) -> None:
    """A picture over the page, and text that draws nothing (render mode 3)."""
    path = tmp_path / "scan.pdf"
    with pikepdf.open(BORN) as pdf:
        del pdf.pages[LETTER:]
        del pdf.pages[: LETTER - 1]
        page = pdf.pages[0]
        page.contents_coalesce()
        page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"BT", b"BT 3 Tr "))
        pixels = render_pdf_page(BORN, LETTER, 72)
        picture = pdf.make_stream(
            pixels.tobytes(),
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=pixels.shape[1],
            Height=pixels.shape[0],
            BitsPerComponent=8,
            ColorSpace=pikepdf.Name.DeviceRGB,
        )
        name = page.add_resource(picture, pikepdf.Name.XObject)
        page.contents_add(f"q 595 0 0 842 0 0 cm {name} Do Q".encode(), prepend=True)
        pdf.save(path)
    assert read_text_layer(path, 1) == (None, "the page is a picture")
