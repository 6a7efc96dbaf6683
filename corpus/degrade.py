"""What scanners and copiers do to a page. Every step is a function of the image and a seed."""

from __future__ import annotations

import zlib
from collections.abc import Callable

import cv2
import numpy as np

from corpus import overlay
from corpus.raster import DPI, Image, smooth_noise

Rng = np.random.Generator


def clean(sheet: Image, rng: Rng) -> Image:  # noqa: ARG001
    """A new scanner: nothing is lost."""
    return sheet


def ordinary(sheet: Image, rng: Rng) -> Image:
    """An office scanner at 300 dpi: askew by up to 1.5°, dirty glass, a fold, uneven light."""
    page = fold(sheet, rng)
    page = skew(page, rng.uniform(-1.5, 1.5))
    page = light(blur(page, 0.7), rng, depth=0.06)
    return noise(dirt(page, rng, specks=60), rng, sigma=3.0)


def low_resolution(sheet: Image, rng: Rng) -> Image:
    """The same at 200 dpi."""
    page = skew(fold(sheet, rng), rng.uniform(-1.5, 1.5))
    height, width = page.shape[:2]
    size = (round(width * 200 / DPI), round(height * 200 / DPI))
    page = np.asarray(cv2.resize(page, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    page = light(page, rng, depth=0.05)
    page = dirt(page, rng, specks=30)
    return noise(page, rng, sigma=3.0)


def photocopy(sheet: Image, rng: Rng) -> Image:
    """A copy of a copy, grey: strokes thick here and thin there, specks, black edges."""
    page = skew(fold(sheet, rng), rng.uniform(-1.5, 1.5))
    grey = cv2.cvtColor(blur(page, 1.1), cv2.COLOR_RGB2GRAY)
    # Toner: the threshold wanders over the page, so that strokes swell and starve.
    wander = smooth_noise(rng, grey.shape[:2], 260) * 22 + smooth_noise(rng, grey.shape[:2], 3) * 14
    toner = 255 / (1 + np.exp(-(grey.astype(np.float32) - 150 - wander) / 9))
    page = np.asarray(np.rint(toner), dtype=np.uint8)
    page = dirt(page, rng, specks=260)
    page = edges(page, rng)
    return np.asarray((page // 17) * 17, dtype=np.uint8)


def stamp(sheet: Image, rng: Rng) -> Image:
    """An ordinary scan of a letter on whose running text stamps and signatures were set."""
    return ordinary(overlay.lay_across(sheet, rng), rng)


def low_contrast(sheet: Image, rng: Rng) -> Image:
    """Pale print from a dying toner, in streaks, on paper gone grey or yellow; 300 dpi."""
    height, width = sheet.shape[:2]
    papers = ((206, 206, 204), (224, 216, 190), (214, 204, 182), (226, 226, 222))
    paper = np.array(papers[int(rng.integers(len(papers)))], dtype=np.float32)
    streaks = smooth_noise(rng, (1, width), 90) * np.ones((height, 1), np.float32)
    strength = rng.uniform(0.30, 0.42) + 0.05 * streaks
    strength += 0.04 * smooth_noise(rng, (height, width), 500)
    pale = paper - (255 - blur(sheet, 0.6)) * (strength * 0.8)[:, :, None]
    page = skew(np.asarray(np.rint(pale), dtype=np.uint8), rng.uniform(-1.5, 1.5))
    return noise(dirt(light(page, rng, depth=0.08), rng, specks=40), rng, sigma=3.0)


Degradation = Callable[[Image, Rng], Image]
DEGRADATIONS: dict[str, Degradation] = {
    "clean": clean,
    "ordinary": ordinary,
    "200dpi": low_resolution,
    "photocopy": photocopy,
    "stamp": stamp,
    "lowcontrast": low_contrast,
}
RESOLUTION = dict.fromkeys(DEGRADATIONS, DPI) | {"200dpi": 200}
JPEG_QUALITY = {
    "ordinary": 82,
    "200dpi": 82,
    "stamp": 82,
    "lowcontrast": 82,
}  # the others are kept exactly


def degrade(sheets: list[Image], kind: str, seed: int, name: str) -> list[Image]:
    """Degrade the pages of the file `name`; the same seed gives the same pixels."""
    key = zlib.crc32(f"{name}/{kind}".encode())
    return [
        DEGRADATIONS[kind](sheet, np.random.default_rng([seed, key, number]))
        for number, sheet in enumerate(sheets)
    ]


def skew(page: Image, degrees: float) -> Image:
    """Turn a page on the glass; the lid behind it is white."""
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turned = cv2.warpAffine(
        page, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(250, 250, 250)
    )
    return np.asarray(turned, dtype=np.uint8)


def blur(page: Image, sigma: float) -> Image:
    """A lens not quite in focus; `sigma` in pixels."""
    return np.asarray(cv2.GaussianBlur(page, (0, 0), sigma), dtype=np.uint8)


def fold(page: Image, rng: Rng) -> Image:
    """The shade of a letter folded in three: two faint lines across."""
    height = page.shape[0]
    rows = np.arange(height, dtype=np.float32)
    shade = np.ones(height, dtype=np.float32)
    for third in (1, 2):
        middle = height * third / 3 + rng.uniform(-60, 60)
        shade -= rng.uniform(0.04, 0.08) * np.exp(-(((rows - middle) / 5) ** 2))
        shade -= 0.02 * np.exp(-(((rows - middle - 25) / 30) ** 2))
    shaped = shade.reshape(-1, *[1] * (page.ndim - 1))
    return np.asarray(np.rint(page * shaped), dtype=np.uint8)


def light(page: Image, rng: Rng, depth: float) -> Image:
    """A lamp that is weaker towards one side, on paper that is not quite white."""
    height, width = page.shape[:2]
    across = np.linspace(-1, 1, width, dtype=np.float32)[None, :] * rng.uniform(-1, 1)
    down = np.linspace(-1, 1, height, dtype=np.float32)[:, None] * rng.uniform(-1, 1)
    field = 1 - depth / 2 + depth / 4 * (across + down)
    field += 0.01 * smooth_noise(rng, (height, width), 400)
    paper = np.array([1.0, 0.995, 0.98], dtype=np.float32)
    return np.asarray(np.clip(np.rint(page * field[:, :, None] * paper), 0, 255), dtype=np.uint8)


def dirt(page: Image, rng: Rng, specks: int) -> Image:
    """Dust on the glass, and now and then a hair."""
    height, width = page.shape[:2]
    dirty = page.copy()
    for _ in range(specks):
        place = (int(rng.integers(width)), int(rng.integers(height)))
        tone = int(rng.integers(40, 190))
        cv2.circle(dirty, place, int(rng.integers(0, 3)), (tone, tone, tone), -1, cv2.LINE_AA)
    x, y = rng.integers(0, width), rng.integers(0, height)
    hair = np.cumsum(rng.normal(0, 9, (14, 2)), axis=0) + np.array([x, y])
    cv2.polylines(dirty, [np.rint(hair).astype(np.int32)], False, (120, 120, 120), 1, cv2.LINE_AA)
    return dirty


def noise(page: Image, rng: Rng, sigma: float) -> Image:
    """Sensor noise."""
    grains = rng.standard_normal(page.shape, dtype=np.float32) * sigma
    return np.asarray(np.clip(np.rint(page + grains), 0, 255), dtype=np.uint8)


def edges(page: Image, rng: Rng) -> Image:
    """Black shadows where the lid did not close: at one side, and along the top or bottom."""
    height, width = page.shape[:2]
    reach = smooth_noise(rng, (height, 1), 120)[:, 0] * 18 + rng.uniform(14, 34)
    shadow = np.arange(width)[None, :] < reach[:, None]
    if rng.random() < 0.5:
        shadow = shadow[:, ::-1]
    dark = np.asarray(np.where(shadow, np.minimum(page, 34), page), dtype=np.uint8)
    band = int(rng.integers(6, 26))
    if rng.random() < 0.5:
        dark[:band] = 17
    else:
        dark[-band:] = 17
    return dark
