"""Printed pages as pixels: paper, print and the ink that came on top of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray

from corpus import chromium, pages

Image = NDArray[np.uint8]  # height x width x 3, RGB; grey images: height x width
DPI = 300
FOOT = 70  # pixels (6 mm) that stay white below the last line


def render(pdf: Path, dpi: int = DPI) -> list[Image]:
    """The pages of a PDF as RGB images."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            np.ascontiguousarray(page.render(scale=dpi / 72).to_numpy()[:, :, 2::-1])
            for page in document
        ]


def print_sheets(sections: list[str], seed: int) -> list[Image]:
    """Print HTML sections (one a page) and stamp and sign them: RGB images at 300 dpi."""
    with tempfile.TemporaryDirectory() as folder:
        printed, inked = (
            render(chromium.print_pdf(pages.html(sections, layer), Path(folder, f"{layer}.pdf")))
            for layer in pages.LAYERS
        )
    if not len(printed) == len(inked) == len(sections):
        raise ValueError(f"{len(sections)} pages were laid out, {len(printed)} came out")
    for number, sheet in enumerate(printed, start=1):
        if sheet[-FOOT:].min() < 200:
            raise ValueError(f"page {number} runs over its foot")
    return [
        press(sheet, ink, np.random.default_rng([seed, number]))
        for number, (sheet, ink) in enumerate(zip(printed, inked, strict=True))
    ]


def press(sheet: Image, ink: Image, rng: np.random.Generator) -> Image:
    """Lay ink over print as it lies on paper: transparent, and patchy where rubber missed."""
    if ink.min() == 255:
        return sheet
    height, width = ink.shape[:2]
    blotches = smooth_noise(rng, (height, width), 18)
    grain = smooth_noise(rng, (height, width), 2)
    cover = np.clip(0.93 + 0.13 * blotches + 0.10 * grain, 0.55, 1.0)[:, :, None]
    absorbed = (255.0 - ink) * cover
    return np.asarray(np.rint(sheet * (1 - absorbed / 255)), dtype=np.uint8)


def smooth_noise(
    rng: np.random.Generator, shape: tuple[int, int], grain: float
) -> NDArray[np.float32]:
    """Noise of about -1..1 whose spots are `grain` pixels wide."""
    small = (max(2, int(shape[0] / grain)), max(2, int(shape[1] / grain)))
    field = rng.standard_normal(small, dtype=np.float32)
    noise = cv2.resize(field, shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(noise / 2, -1, 1), dtype=np.float32)
