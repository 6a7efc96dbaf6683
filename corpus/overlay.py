"""Ink laid across running text: rubber stamps, round and square, and signatures."""

from __future__ import annotations

import math
import re
from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image as Picture
from PIL import ImageDraw, ImageFont

from corpus import fonts
from corpus.handwriting import signature_path
from corpus.raster import Image, press

Rng = np.random.Generator
Mask = NDArray[np.uint8]  # 255 where there is ink

INKS = {
    "violet": (92, 58, 160),
    "red": (200, 34, 48),
    "blue": (28, 62, 170),
}
_ROUND_WORDS = ("สำนักงานปลัด ฝ่ายสารบรรณ", "กลุ่มงานธุรการ ส่วนกลาง", "หน่วยรับหนังสือ ชั้นล่าง")
_SQUARE_WORDS = (
    ("ได้รับเอกสารแล้ว", "เลขรับ ............", "วันที่ ............", "เวลา ........ น."),
    ("สำเนาถูกต้อง", "(......................)", "เจ้าหน้าที่ธุรการ"),
    ("ทราบ / ดำเนินการ", "......................", "หัวหน้าฝ่าย"),
)


def lay_across(sheet: Image, rng: Rng, count: int = 4) -> Image:
    """Press `count` stamps and signatures on a sheet of print, each over some of its text.

    The first is round, the second square, the third a signature; the rest as chance has it.
    """
    ink = np.full_like(sheet, 255)
    rows = np.flatnonzero((sheet.min(axis=2) < 128).any(axis=1))
    if not len(rows):
        return sheet
    forms: list[Callable[[Rng], Mask]] = [round_seal, _square, signature]
    for number in range(count):
        form = forms[number] if number < len(forms) else forms[int(rng.integers(len(forms)))]
        colours = list(INKS.values())
        colour = colours[int(rng.integers(len(colours)))]
        mask = _turn(form(rng), rng.uniform(-14, 14))
        middle = (int(rows[rng.integers(len(rows))]), int(sheet.shape[1] * rng.uniform(0.2, 0.85)))
        lay(ink, mask, colour, middle)
    return press(sheet, ink, rng)


def lay(ink: Image, mask: Mask, colour: tuple[int, int, int], middle: tuple[int, int]) -> None:
    """Mix the mask's ink into the picture, its middle at (row, column); what sticks out is lost."""
    top, left = middle[0] - mask.shape[0] // 2, middle[1] - mask.shape[1] // 2
    above, before = max(0, -top), max(0, -left)
    place = ink[max(0, top) : top + mask.shape[0], max(0, left) : left + mask.shape[1]]
    part = mask[above : above + place.shape[0], before : before + place.shape[1], None] / 255
    place[:] = np.rint(place * (1 - part * (1 - np.array(colour) / 255)))


def _turn(mask: Mask, degrees: float) -> Mask:
    return np.asarray(Picture.fromarray(mask).rotate(degrees, Picture.Resampling.BICUBIC, True))


def _letters(text: str, size: int) -> Picture.Image:
    font = ImageFont.truetype(str(fonts.fetch() / "THSarabun-Bold.ttf"), size)
    left, top, right, bottom = font.getbbox(text)
    picture = Picture.new("L", (int(right - left) + 4, int(bottom - top) + 4))
    ImageDraw.Draw(picture).text((2 - left, 2 - top), text, 255, font)
    return picture


def round_seal(rng: Rng) -> Mask:
    """Two circles, words set around between them, and a star in the middle: 32 to 42 mm."""
    radius = int(rng.integers(190, 250))
    mask = np.zeros((2 * radius + 12, 2 * radius + 12), np.uint8)
    middle = radius + 6
    for part, width in ((1.0, 7), (0.66, 4)):
        cv2.circle(mask, (middle, middle), int(radius * part), 255, width, cv2.LINE_AA)
    star = [
        (middle + radius * r * math.sin(a), middle - radius * r * math.cos(a))
        for a, r in ((k * math.pi / 5, 0.4 if k % 2 == 0 else 0.17) for k in range(10))
    ]
    cv2.polylines(mask, [np.rint(star).astype(np.int32)], True, 255, 5, cv2.LINE_AA)
    # a letter with its marks stays in one piece
    words = _ROUND_WORDS[int(rng.integers(len(_ROUND_WORDS)))]
    pieces = re.findall("[\u0e40-\u0e44]?.[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*", words)
    sheet = Picture.fromarray(mask)
    for number, piece in enumerate(pieces):
        angle = 2 * math.pi * number / len(pieces) - 2.6
        letter = _letters(piece, int(radius * 0.32)) if piece.strip() else None
        if letter is None:
            continue
        turned = letter.rotate(-math.degrees(angle), Picture.Resampling.BICUBIC, expand=True)
        x = middle + 0.83 * radius * math.sin(angle) - turned.width / 2
        y = middle - 0.83 * radius * math.cos(angle) - turned.height / 2
        sheet.paste(255, (round(x), round(y)), turned)
    return np.asarray(sheet)


def _square(rng: Rng) -> Mask:
    """A box with rows of words and blanks: about 50 mm wide."""
    rows = _SQUARE_WORDS[int(rng.integers(len(_SQUARE_WORDS)))]
    lines = [_letters(row, int(rng.integers(58, 70))) for row in rows]
    width = max(line.width for line in lines) + 50
    sheet = Picture.new("L", (width, 78 * len(lines) + 40))
    ImageDraw.Draw(sheet).rectangle((4, 4, width - 5, sheet.height - 5), outline=255, width=6)
    for number, line in enumerate(lines):
        sheet.paste(255, ((width - line.width) // 2, 22 + 78 * number), line)
    return np.asarray(sheet)


def signature(rng: Rng) -> Mask:
    """A signature, 45 to 70 mm wide, in a pen's width."""
    path = signature_path(str(rng.integers(1_000_000)))
    numbers = np.array(re.findall(r"-?[\d.]+", path), dtype=float).reshape(-1, 2)
    return _drawn(numbers, rng.uniform(1.8, 2.8), int(rng.integers(5, 9)))


def swept(rng: Rng) -> Mask:
    """Initials in tall loops with one long stroke through them, 25 to 50 mm high."""
    high, loops = rng.uniform(130, 260), int(rng.integers(1, 4))
    points = [(0.0, rng.uniform(0.5, 0.7) * high)]
    for loop in range(loops):
        x = 45.0 * loop + rng.uniform(10, 30)
        points += [(x + 22, rng.uniform(0.15, 0.4) * high), (x + 40, rng.uniform(0.6, 0.85) * high)]
    end = points[-1][0]
    top, foot = (end + rng.uniform(60, 150), 0.0), (end - rng.uniform(-30, 60), high)
    points += [top, foot] if rng.random() < 0.5 else [foot, top]
    points = [points[0], *points, points[-1]]
    curves = [np.array(points[1])]
    for before, start, after, last in zip(points, points[1:], points[2:], points[3:], strict=False):
        one, two, three, four = (np.array(point) for point in (before, start, after, last))
        curves += [two + (three - one) / 6, three - (four - two) / 6, three]
    return _drawn(np.array(curves), rng.uniform(2.0, 2.4), int(rng.integers(5, 10)))


def _drawn(numbers: NDArray[np.float64], scale: float, wide: int) -> Mask:
    """Cubic curves, the first point and then three a curve, drawn with a pen `wide` pixels."""
    start, curves = numbers[0], numbers[1:].reshape(-1, 3, 2)
    points, steps = [start], np.linspace(0, 1, 12)[1:, None]
    for first, second, end in curves:
        begin = points[-1]
        points += list(
            begin * (1 - steps) ** 3
            + 3 * first * steps * (1 - steps) ** 2
            + 3 * second * steps**2 * (1 - steps)
            + end * steps**3
        )
    drawn = np.rint((np.array(points) - np.min(points, axis=0)) * scale).astype(np.int32) + 8
    mask = np.zeros((drawn[:, 1].max() + 9, drawn[:, 0].max() + 9), np.uint8)
    cv2.polylines(mask, [drawn], False, 255, wide, cv2.LINE_AA)
    return mask
