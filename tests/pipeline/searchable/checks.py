"""Makes originals, and looks at searchable copies of them, for the tests beside it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pikepdf
import pypdfium2
from pikepdf import Dictionary, Name
from PIL import Image, ImageDraw

from pipeline.images import read_image_page
from pipeline.intake.accept import look_at
from pipeline.models import Box, Line, Page
from pipeline.rasterise import render_pdf_page
from pipeline.searchable.pdf import SearchablePdf, make_searchable

A4 = (1240, 1754)  # pixels at 150 dpi

THAI = (
    "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ",
    "ที่ผู้น้ำกี่จำนวนก็การณ์สัตว์เกี๊ยวจ๋าแน่โต๊ะใจไทยฯ ๆ กฺ กํ ฿ ฯลฯ",
    "๐๑๒๓๔๕๖๗๘๙ 0123456789 มท ๐๘๑๐.๗/ว ๒๕๖๓",
)
EVERYTHING = (
    *THAI,
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz",
    "!\"#$%&'()*+,./:;<=>?@[\\]_{|}~ “ ” ‘ ’ … ☐ ☑ ✓ • ° ½ × ÷",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿ",
)


def page_of(*texts: str, **other: Any) -> Page:
    """Lines below each other, as high as 16 points on A4."""
    lines = tuple(
        Line(text, 1, Box(0.1, 0.05 + 0.04 * row, 0.1 + 0.012 * len(text), 0.074 + 0.04 * row))
        for row, text in enumerate(texts)
    )
    return Page(1, lines, **other)


def picture(path: Path, size: tuple[int, int] = A4, **saving: Any) -> Path:
    """A sheet that looks different whichever way it is turned or mirrored."""
    sheet = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((40, 60, size[0] // 2, 200), fill="black")
    draw.rectangle((40, 60, 120, size[1] // 2), fill=(200, 30, 30))
    sheet.save(path, dpi=(150, 150), **saving)
    return path


def drawn(path: Path, content: bytes, resources: Dictionary | None = None, **keys: Any) -> Path:
    """A PDF of one page, 400 × 600 points."""
    with pikepdf.new() as pdf:
        page = Dictionary(
            Type=Name.Page,
            MediaBox=[0, 0, 400, 600],
            Resources=resources or Dictionary(),
            Contents=pdf.make_stream(content),
            **keys,
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
        pdf.save(path)
    return path


HELVETICA = Dictionary(
    Font=Dictionary(F=Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
)


def made(original: Path, *pages: Page) -> SearchablePdf:
    return make_searchable(look_at(original), pages, original.with_name("searchable.pdf"))


def said(pdf: Path, *options: str) -> str:
    """What pdftotext finds, without the form feed after each page."""
    command = ["pdftotext", *options, str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def middles(pdf: Path, count: int) -> list[tuple[float, float]]:
    """Where the first letters are on the page as looked at: points from its lower left."""
    with pypdfium2.PdfDocument(pdf) as opened:
        text = opened[0].get_textpage()
        boxes = [text.get_charbox(i, loose=True) for i in range(count)]
        text.close()
    return [((left + right) / 2, (bottom + top) / 2) for left, bottom, right, top in boxes]


def looks_like(copy: Path, scan: Path) -> bool:
    """Whether a PDF shows a picture as it is read: upright."""
    shown, read = render_pdf_page(copy, 1, 75).astype(int), read_image_page(scan, dpi=75)
    rows, columns = (min(sides) for sides in zip(shown.shape[:2], read.shape[:2], strict=True))
    same_size = abs(shown.shape[0] - read.shape[0]) <= 1 >= abs(shown.shape[1] - read.shape[1])
    return same_size and bool(np.abs(shown[:rows, :columns] - read[:rows, :columns]).mean() < 2)
