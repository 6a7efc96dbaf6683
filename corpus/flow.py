"""Documents that flow over as many pages as they need: their sheets, and what stands on each.

Chromium lays a document out once; the same layout is photographed and told, so that the boxes of
the text are those of the ink.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import PIL.Image

from corpus import browser, page_text
from corpus.raster import DPI, Image, press

WIDTH, HEIGHT = 2480, 3508  # A4 at 300 dpi
SCALE = DPI / 96


@dataclass(frozen=True)
class Sheet:
    """One page as it came out of printer, pen and stamp, and what a perfect reader reads off it."""

    image: Image
    text: page_text.PageText

    def turned(self, degrees: int) -> Sheet:
        """Put on the glass turned clockwise by a multiple of 90 degrees."""
        turned = np.ascontiguousarray(np.rot90(self.image, -degrees // 90))
        return Sheet(turned, replace(self.text, turned=degrees))


def blank() -> Sheet:
    """The empty back of a page."""
    return Sheet(np.full((HEIGHT, WIDTH, 3), 255, dtype=np.uint8), page_text.PageText())


def draw(chromium: browser.Browser, html: str, seed: list[int]) -> list[list[Sheet]]:
    """The sheets of each document of an HTML text."""
    chromium.open(html)
    chromium.run("ready()")
    counts: list[int] = chromium.run("paginate()")
    if chromium.run("document.fonts.status") != "loaded":
        raise RuntimeError("the pages were set before their fonts were there")
    told: list[dict[str, Any]] = chromium.run("tell()")
    sheets = []
    for number, page in enumerate(told):
        inked = chromium.run(f"show({number}, 'print')")
        image = _photograph(chromium)
        if inked:
            chromium.run(f"show({number}, 'ink')")
            image = press(image, _photograph(chromium), np.random.default_rng([*seed, number]))
        sheets.append(Sheet(image, page_text.read(page, WIDTH / SCALE, HEIGHT / SCALE)))
    ends = np.cumsum(counts)
    return [sheets[end - count : end] for end, count in zip(ends, counts, strict=True)]


def open_browser() -> browser.Browser:
    return browser.Browser(round(WIDTH / SCALE + 0.5), round(HEIGHT / SCALE + 0.5), SCALE)


def _photograph(chromium: browser.Browser) -> Image:
    picture = PIL.Image.open(io.BytesIO(chromium.photograph())).convert("RGB")
    return np.asarray(picture, dtype=np.uint8)[:HEIGHT, :WIDTH].copy()
