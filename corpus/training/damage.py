"""What copiers, fax machines, scanners, stamps and pens do to a line of print.

Each step takes a line drawn in ink 0 on paper 255 and a random generator and gives the same line
worn. The ranges were set by eye beside scans of real letters.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

from corpus.training.drawing import Drawn

Rng = np.random.Generator
Grey = NDArray[np.uint8]


def _grey(values: NDArray[np.floating]) -> Grey:
    return np.clip(np.rint(values), 0, 255).astype(np.uint8)


def _clouds(rng: Rng, shape: tuple[int, int], size: int) -> NDArray[np.float32]:
    """Smooth noise of about unit strength whose patches are `size` pixels wide."""
    small = rng.standard_normal((shape[0] // size + 2, shape[1] // size + 2)).astype(np.float32)
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)


def blur(line: Drawn, rng: Rng) -> Drawn:
    sigma = rng.uniform(0.3, 0.05 * line.body)
    return line.with_picture(cv2.GaussianBlur(line.picture, (0, 0), sigma))


def thin_or_thick(line: Drawn, rng: Rng) -> Drawn:
    """Strokes that starved or swelled by a fraction of a pixel or by a pixel."""
    size = 3 if line.body > 26 and rng.random() < 0.3 else 2
    kernel = np.ones((size, size), np.uint8)
    change = cv2.dilate if rng.random() < 0.45 else cv2.erode  # dilating paper thins the ink
    changed = change(line.picture, kernel).astype(np.float32)
    part = rng.uniform(0.3, 1.0) if size == 2 else rng.uniform(0.2, 0.6)
    return line.with_picture(_grey(line.picture * (1 - part) + changed * part))


def photocopy(line: Drawn, rng: Rng) -> Drawn:
    """A copy of a copy: toner on or off where a wandering threshold says so."""
    soft = cv2.GaussianBlur(line.picture, (0, 0), rng.uniform(0.4, 0.045 * line.body))
    wander = _clouds(rng, soft.shape, 90) * rng.uniform(5, 22)
    wander += _clouds(rng, soft.shape, 3) * rng.uniform(2, 18)
    level = rng.uniform(110, 180) + wander
    steep = rng.uniform(4, 20)
    return line.with_picture(_grey(255 / (1 + np.exp(np.clip((level - soft) / steep, -30, 30)))))


def fax(line: Drawn, rng: Rng) -> Drawn:
    """Black and white at 200 by 100–200 dots, now and then a lost row."""
    height, width = line.picture.shape
    down = rng.uniform(0.5, 0.8) if line.body > 24 else rng.uniform(0.8, 1.0)
    across = down * rng.uniform(1.0, 1.2)
    small = cv2.resize(line.picture, None, fx=across, fy=down, interpolation=cv2.INTER_AREA)
    small = np.where(small < rng.uniform(120, 190), 0, 255).astype(np.uint8)
    if rng.random() < 0.1:
        small[int(rng.integers(len(small)))] = 255
    return line.with_picture(cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR))


def low_resolution(line: Drawn, rng: Rng) -> Drawn:
    height, width = line.picture.shape
    scale = max(rng.uniform(0.4, 0.8), 13 / line.body)
    if scale >= 1:
        return line
    small = cv2.resize(line.picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return line.with_picture(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC))


def skew(line: Drawn, rng: Rng) -> Drawn:
    """The slant and the waves that straightening the page leaves behind."""
    height, width = line.picture.shape
    rise = rng.uniform(-0.006, 0.006) * min(width, 25 * line.body)
    wave = rng.uniform(0, 0.05) * line.body
    x = np.arange(width, dtype=np.float32)
    shift = rise * (x / width - 0.5) + wave * np.sin(x / (line.body * rng.uniform(4, 15)))
    slant = rng.uniform(-0.04, 0.04)
    rows = np.arange(height, dtype=np.float32)[:, None] + shift[None]
    columns = x[None] + slant * (rows - line.baseline)
    turned = cv2.remap(
        line.picture, columns.astype(np.float32), rows, cv2.INTER_LINEAR, borderValue=(255.0,)
    )
    return line.with_picture(np.asarray(turned, dtype=np.uint8))


def reshape(line: Drawn, rng: Rng) -> Drawn:
    """Letters bent a little, as another typeface has them: no two cut ๓ or ๒ alike."""
    height, width = line.picture.shape
    size = max(4, round(line.body * rng.uniform(0.35, 0.9)))
    far = line.body * rng.uniform(0.02, 0.07)
    columns = np.arange(width, dtype=np.float32)[None] + far * _clouds(rng, (height, width), size)
    rows = np.arange(height, dtype=np.float32)[:, None] + far * _clouds(rng, (height, width), size)
    bent = cv2.remap(line.picture, columns, rows, cv2.INTER_LINEAR, borderValue=(255.0,))
    return line.with_picture(np.asarray(bent, dtype=np.uint8))


def pale(line: Drawn, rng: Rng) -> Drawn:
    """Low contrast: grey ink, grey paper, light that falls off."""
    ink, paper = rng.uniform(20, 150), rng.uniform(190, 252)
    field = ink + line.picture.astype(np.float32) / 255 * (max(paper, ink + 50) - ink)
    shade = 1 + _clouds(rng, line.picture.shape, 250) * rng.uniform(0, 0.05)
    return line.with_picture(_grey(field * shade))


def noise(line: Drawn, rng: Rng) -> Drawn:
    grains = rng.standard_normal(line.picture.shape, dtype=np.float32) * rng.uniform(2, 16)
    if rng.random() < 0.3:
        grains = cv2.GaussianBlur(grains, (0, 0), 0.8)
    return line.with_picture(_grey(line.picture + grains))


def specks(line: Drawn, rng: Rng) -> Drawn:
    """Dust, smaller than a tone mark as a rule, and holes in the ink."""
    picture = line.picture.copy()
    height, width = picture.shape
    for _ in range(int(rng.integers(1, 3 + width // 60))):
        place = (int(rng.integers(width)), int(rng.integers(height)))
        tone = int(rng.integers(0, 170)) if rng.random() < 0.7 else 255
        radius = int(rng.integers(0, max(1, int(line.body * 0.07)) + 1))
        cv2.circle(picture, place, radius, (tone,), -1, cv2.LINE_AA)
    return line.with_picture(picture)


def jpeg(line: Drawn, rng: Rng) -> Drawn:
    quality = int(rng.integers(18, 75))
    _, data = cv2.imencode(".jpg", line.picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return line.with_picture(np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), dtype=np.uint8))


def streaks(line: Drawn, rng: Rng) -> Drawn:
    """Scratches of a dirty feeder, straight and a little askew, dark or light."""
    picture = line.picture.copy()
    height, width = picture.shape
    for _ in range(int(rng.integers(1, 4))):
        tone = int(rng.integers(30, 256))
        if rng.random() < 0.6:
            x = int(rng.integers(width))
            ends = (x, 0), (x + int(rng.integers(-4, 5)), height)
        else:
            y = int(rng.integers(height))
            ends = (int(rng.integers(-width, width)), y), (int(rng.integers(width * 2)), y)
        cv2.line(picture, *ends, (tone,), int(rng.integers(1, 3)), cv2.LINE_AA)
    return line.with_picture(picture)


def rule(line: Drawn, rng: Rng) -> Drawn:
    """Print on a dotted line of a form, or underlined; it is no part of the text."""
    picture = line.picture.copy()
    width = picture.shape[1]
    y = round(line.baseline + line.body * rng.uniform(0.1, 0.32))
    thick = max(1, round(line.body * rng.uniform(0.03, 0.09)))
    if rng.random() < 0.5:
        step = max(thick + 2, round(line.body * rng.uniform(0.15, 0.3)))
        for x in range(int(rng.integers(step)), width, step):
            cv2.circle(picture, (x, y), max(1, thick // 2), (0,), -1, cv2.LINE_AA)
    else:
        cv2.line(picture, (0, y), (width, y), (0,), thick)
    return line.with_picture(picture)


def pen(line: Drawn, rng: Rng) -> Drawn:
    """A signature or the box of a stamp across the print, in paler ink than the print."""
    layer = np.full(line.picture.shape, 255, np.uint8)
    height, width = layer.shape
    tone = int(rng.integers(90, 215))
    thick = max(1, round(line.body * rng.uniform(0.04, 0.14)))
    start = np.array([rng.uniform(0, width), rng.uniform(0, height)])
    if rng.random() < 0.6:
        steps = np.cumsum(rng.normal(0, 0.5 * line.body, (8, 2)) + rng.normal(0, 9, 2), axis=0)
        path = cv2.GaussianBlur(np.repeat(start + steps, 12, axis=0), (1, 21), 0)
        cv2.polylines(layer, [np.rint(path).astype(np.int32)], False, (tone,), thick, cv2.LINE_AA)
    else:
        slope = rng.uniform(-0.2, 0.2)
        reach = rng.uniform(2, 12) * line.body
        end = start + np.array([reach, reach * slope])
        cv2.line(layer, start.astype(int), end.astype(int), (tone,), thick, cv2.LINE_AA)
        away = np.array([-slope, 1.0]) * line.body * rng.uniform(1.2, 3)
        cv2.line(layer, start.astype(int), (start + away).astype(int), (tone,), thick, cv2.LINE_AA)
    return line.with_picture(_grey(line.picture.astype(np.float32) * layer / 255))


def bleed(line: Drawn, rng: Rng) -> Drawn:
    """The back of the sheet shining through."""
    back = cv2.GaussianBlur(line.picture[:, ::-1], (0, 0), 1.5).astype(np.float32)
    back = np.roll(back, int(rng.integers(-line.body, line.body)), axis=0)
    veil = 255 - (255 - back) * rng.uniform(0.06, 0.22)
    return line.with_picture(np.minimum(line.picture, _grey(veil)))


def neighbours(line: Drawn, rng: Rng) -> Drawn:
    """The feet of the line above and the heads of the line below, as a cut leaves them in."""
    picture = line.picture.copy()
    height = len(picture)
    far = np.roll(line.picture, int(rng.integers(line.picture.shape[1])), axis=1)
    _left, first, _right, last = line.ink
    if rng.random() < 0.6:
        reach = int(first - line.body * rng.uniform(0.05, 0.8))
        feet = far[line.baseline - round(0.3 * line.body) :][:reach]
        picture[reach - len(feet) : reach] = np.minimum(picture[reach - len(feet) : reach], feet)
    if rng.random() < 0.6:
        start = last + 1 + round(line.body * rng.uniform(0.05, 0.6))
        heads = far[round(line.baseline - 1.9 * line.body) :][: max(0, height - start)]
        picture[start : start + len(heads)] = np.minimum(picture[start : start + len(heads)], heads)
    return line.with_picture(picture)


Step = Callable[[Drawn, Rng], Drawn]
# In the order of a page's life: print, forms and pens, copies, the scanner, its file.
CHANCES: tuple[tuple[Step, float], ...] = (
    (reshape, 0.2),
    (rule, 0.08),
    (neighbours, 0.12),
    (pen, 0.08),
    (bleed, 0.05),
    (skew, 0.45),
    (thin_or_thick, 0.3),
    (photocopy, 0.22),
    (fax, 0.08),
    (low_resolution, 0.18),
    (blur, 0.35),
    (specks, 0.4),
    (streaks, 0.06),
    (pale, 0.25),
    (noise, 0.4),
    (jpeg, 0.3),
)
CLEAN = 0.2  # of the lines come straight from the printer's file


def wear(line: Drawn, rng: Rng) -> Drawn:
    """A line as it might reach the recogniser."""
    if rng.random() < CLEAN:
        return line
    for step, chance in CHANCES:
        if rng.random() < chance:
            line = step(line, rng)
    return line
