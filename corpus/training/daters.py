"""Train what tells the digits and the months that daters and numbering machines press.

    python -m corpus.training.daters pipeline/data/daters.npz

Their type is narrow, set wide, clotted or worn. Two small networks of one hidden layer each look at
a digit, and at the letters of a month, cut out and brought to one height; trained on type of the
fonts below (corpus.fonts, Debian's fonts-thai-tlwg and fonts-dejavu-core), a few minutes on one
core. The figures it prints are of samples it did not learn from, of the same fonts.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Picture
from PIL import ImageDraw, ImageFont

from corpus import fonts
from corpus.pen_row import clusters
from corpus.raster import smooth_noise
from pipeline.stamps.again.dater import as_digit, as_month
from pipeline.thai_months import SHORT_MONTHS

Rng = np.random.Generator
Floats = NDArray[np.float32]
Mask = NDArray[np.uint8]

_SYSTEM = Path("/usr/share/fonts/truetype")
_LATIN = ("dejavu/DejaVuSans-Bold", "dejavu/DejaVuSansMono-Bold", "dejavu/DejaVuSerif-Bold")
_THAI = tuple(
    f"tlwg/{name}"
    for name in (
        *("Loma-Bold", "Garuda-Bold", "Umpush-Bold", "Waree-Bold", "Sawasdee-Bold", "Loma"),
        *("Kinnari-Bold", "Norasi-Bold", "TlwgTypewriter-Bold", "TlwgMono-Bold", "Laksaman-Bold"),
    )
)
_TH = ("THSarabunNew-Bold", "THK2DJuly8-Bold", "THKrub-Bold", "THNiramitAS-Bold", "THKoHo-Bold")
_THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙"
_HIDDEN, _ROUNDS, _BATCH, _RATE = 96, 14, 128, 1.5e-3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", type=Path)
    parser.add_argument("--digits", type=int, default=30000)
    parser.add_argument("--months", type=int, default=24000)
    given = parser.parse_args()
    rng = np.random.default_rng(2565)
    weights: dict[str, NDArray[np.float16]] = {}
    for name, sample, count, classes in (
        ("digit", digit_sample, given.digits, 11),
        ("month", month_sample, given.months, 13),
    ):
        inputs, labels = _samples(sample, count, rng)
        held = count // 10
        layers = train(inputs[held:], labels[held:], classes, rng)
        right = float((_scores(layers, inputs[:held]).argmax(1) == labels[:held]).mean())
        print(f"{name}: {100 * right:.1f} % of {held} held out", flush=True)
        for place, layer in enumerate(layers):
            weights[f"{name}{place}"] = layer.astype(np.float16)
    np.savez_compressed(given.target, **weights)  # type: ignore[arg-type]


def _samples(sample: object, count: int, rng: Rng) -> tuple[Floats, NDArray[np.intp]]:
    assert callable(sample)
    made = [sample(rng) for _ in range(count)]
    return np.stack([one for one, _ in made]), np.array([label for _, label in made])


def digit_sample(rng: Rng) -> tuple[Floats, int]:
    """One digit as it is cut out of a row, and which it is; 10: none (a letter, a piece)."""
    if rng.random() < 0.12:
        letter = str(rng.choice(list("กคตยพมสธ.-/นวรล")))
        return as_digit(pressed(letter, _face(rng, thai=True), rng)), 10
    digit = int(rng.integers(10))
    thai = rng.random() < 0.15
    sign = _THAI_DIGITS[digit] if thai else str(digit)
    return as_digit(pressed(sign, _face(rng, thai), rng, foot=0.5)), digit


def month_sample(rng: Rng) -> tuple[Floats, int]:
    """The letters of a month as they are cut out, and which it is; 12: none (digits, a piece)."""
    if rng.random() < 0.14:
        long = int(rng.integers(1, 5))
        text = "".join(rng.choice(list("0123456789-๐๑๒๓๔๕๖๗๘๙"), long))
        return as_month(pressed(text, _face(rng, thai=True), rng)), 12
    month = int(rng.integers(12))
    text = SHORT_MONTHS[month]
    if rng.random() < 0.1:
        text = text.rstrip(".")
    mask = pressed(text, _face(rng, thai=True), rng, foot=0.3)
    if rng.random() < 0.08:  # a piece of it alone
        keep = rng.uniform(0.3, 0.6)
        return as_month(mask[:, : max(3, int(keep * mask.shape[1]))]), 12
    return as_month(mask), month


def _face(rng: Rng, thai: bool) -> str:
    names = [*_THAI, *_TH] if thai else [*_LATIN, *_THAI, *_TH]
    name = names[int(rng.integers(len(names)))]
    return str(fonts.fetch() / f"{name}.ttf") if name in _TH else str(_SYSTEM / f"{name}.ttf")


def pressed(text: str, face: str, rng: Rng, foot: float = 0.0) -> Mask:
    """A word in type as a stamp leaves it: narrow, askew, clotted or worn; cut to its ink. `foot`:
    how often the dots it stands on are left in."""
    font = ImageFont.truetype(face, 64)
    spread = rng.uniform(0, 0.3) * 64 if rng.random() < 0.5 else 2.0
    pieces = clusters(text)
    wide = round(sum(font.getlength(piece) + spread for piece in pieces)) + 80
    picture = Picture.new("L", (wide, 200))
    drawing, at = ImageDraw.Draw(picture), 40.0
    for piece in pieces:
        drawing.text((at, 120), piece, 255, font, anchor="ls")
        at += font.getlength(piece) + spread
    mask = np.asarray(picture, np.uint8)
    narrow = rng.uniform(0.45, 1.0)
    mask = np.asarray(cv2.resize(mask, (max(8, round(mask.shape[1] * narrow)), 200)), np.uint8)
    lean, turn = rng.normal(0, 0.05), rng.normal(0, 0.025)
    matrix = np.array([[1, lean, -lean * 100], [turn, 1, -turn * mask.shape[1] / 2]])
    mask = np.asarray(cv2.warpAffine(mask, matrix, (mask.shape[1], 200)), np.uint8)
    scale = rng.uniform(0.35, 1.0)
    mask = np.asarray(
        cv2.resize(mask, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8
    )
    mask = _inked(mask, scale, rng)
    if rng.random() < foot:
        _on_dots(mask, round(121 * scale) + int(rng.integers(-4, 4)), rng)
    rows, columns = np.flatnonzero((mask > 100).any(1)), np.flatnonzero((mask > 100).any(0))
    if not len(rows):
        return np.zeros((10, 6), np.uint8)
    return mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _inked(mask: Mask, scale: float, rng: Rng) -> Mask:
    chance = rng.random()
    size = int(rng.integers(2, 4)) if scale < 0.6 else int(rng.integers(2, 6))
    kernel = np.ones((size, size), np.uint8)
    if chance < 0.35:
        mask = np.asarray(cv2.dilate(mask, kernel), np.uint8)
    elif chance < 0.5:
        mask = np.asarray(cv2.erode(mask, np.ones((2, 2), np.uint8)), np.uint8)
    if rng.random() < 0.4:  # worn
        shape = (mask.shape[0], mask.shape[1])
        cover = 1.1 - rng.uniform(0, 0.8) * np.clip(0.5 + smooth_noise(rng, shape, 12), 0, 1)
        cover += 0.25 * smooth_noise(rng, shape, 3)
        mask = np.asarray(np.clip(mask * cover, 0, 255), np.uint8)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), rng.uniform(0.3, 1.4)), np.uint8)
    if rng.random() < 0.5:
        mask = np.asarray((mask > rng.uniform(70, 170)) * 255, np.uint8)
    return mask


def _on_dots(mask: Mask, down: int, rng: Rng) -> None:
    apart, size = int(rng.integers(6, 13)), int(rng.integers(1, 3))
    if 2 < down < mask.shape[0] - 3:
        for x in range(int(rng.integers(0, apart)), mask.shape[1], apart):
            cv2.circle(mask, (x, down), size, 255, -1)
        rows = np.flatnonzero((mask > 100).any(1))
        mask[rows[-1] + 1 :] = 0


def train(inputs: Floats, labels: NDArray[np.intp], classes: int, rng: Rng) -> list[Floats]:
    """The layers (weights and biases in turn) after some rounds of Adam."""
    wide = inputs.shape[1]
    layers: list[Floats] = [
        rng.normal(0, (2 / wide) ** 0.5, (wide, _HIDDEN)).astype(np.float32),
        np.zeros(_HIDDEN, np.float32),
        rng.normal(0, (2 / _HIDDEN) ** 0.5, (_HIDDEN, classes)).astype(np.float32),
        np.zeros(classes, np.float32),
    ]
    first = [np.zeros_like(layer) for layer in layers]
    second = [np.zeros_like(layer) for layer in layers]
    step = 0
    for turn in range(_ROUNDS):
        rate = _RATE * (1 - turn / _ROUNDS) + 1e-4
        order = rng.permutation(len(inputs))
        for start in range(0, len(order) - _BATCH + 1, _BATCH):
            own = order[start : start + _BATCH]
            step += 1
            for place, slope in enumerate(_slopes(layers, inputs[own], labels[own], rng)):
                first[place] = 0.9 * first[place] + 0.1 * slope
                second[place] = 0.999 * second[place] + 0.001 * slope**2
                mean = first[place] / (1 - 0.9**step)
                spread = second[place] / (1 - 0.999**step)
                layers[place] -= (rate * mean / (np.sqrt(spread) + 1e-8)).astype(np.float32)
    return layers


def _slopes(
    layers: list[Floats], inputs: Floats, labels: NDArray[np.intp], rng: Rng
) -> list[Floats]:
    hidden = np.maximum(inputs @ layers[0] + layers[1], 0)
    kept = (rng.random(hidden.shape) < 0.85) / np.float32(0.85)
    hidden = (hidden * kept).astype(np.float32)
    scores = hidden @ layers[2] + layers[3]
    chances = np.exp(scores - scores.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    chances[np.arange(len(labels)), labels] -= 1
    chances /= len(labels)
    back = (chances @ layers[2].T) * (hidden > 0) * kept
    slopes = [inputs.T @ back, back.sum(0), hidden.T @ chances, chances.sum(0)]
    return [slope + 1e-5 * layer for slope, layer in zip(slopes, layers, strict=True)]


def _scores(layers: list[Floats], inputs: Floats) -> Floats:
    return np.asarray(np.maximum(inputs @ layers[0] + layers[1], 0) @ layers[2] + layers[3])


if __name__ == "__main__":
    main()
