"""The readers that are compared: each takes a PDF of scans and gives the text of its pages."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

CORES = 2
OCRMYPDF = Path("build/bench/bin/ocrmypdf")


def ours(pdf: Path) -> list[str]:
    """saraban's whole recipe. Stamps stand apart from the lines and are not counted, as the truth
    leaves them out too."""
    from pipeline.rasterise import pdf_page_count, render_pdf_page
    from pipeline.scan import read_scan

    def read(number: int) -> str:
        return read_scan(render_pdf_page(pdf, number), number).text

    with ThreadPoolExecutor(CORES) as pool:
        return list(pool.map(read, range(1, pdf_page_count(pdf) + 1)))


def tesseract(language: str, pdf: Path) -> list[str]:
    """Stock Tesseract at its defaults on pages drawn at 300 dpi."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "300", pdf, f"{folder}/page"], check=True)

        def read(picture: Path) -> str:
            command = ["tesseract", picture, "-", "-l", language, "--dpi", "300"]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            return done.stdout

        with ThreadPoolExecutor(CORES) as pool:
            return list(pool.map(read, sorted(Path(folder).glob("*.ppm"))))


def ocrmypdf(pdf: Path) -> list[str]:
    """OCRmyPDF at its defaults; the text is its own sidecar."""
    with tempfile.TemporaryDirectory() as folder:
        sidecar = Path(folder) / "text.txt"
        options = ["-q", "-l", "tha+eng", "--jobs", str(CORES), "--sidecar", sidecar]
        subprocess.run([OCRMYPDF, *options, pdf, Path(folder) / "out.pdf"], check=True)
        return sidecar.read_text("utf-8").removesuffix("\f").split("\f")


ENGINES: dict[str, Callable[[Path], list[str]]] = {
    "saraban": ours,
    "tesseract tha": partial(tesseract, "tha"),
    "tesseract tha+eng": partial(tesseract, "tha+eng"),
    "tesseract script/Thai": partial(tesseract, "Thai"),
    "ocrmypdf tha+eng": ocrmypdf,
}
