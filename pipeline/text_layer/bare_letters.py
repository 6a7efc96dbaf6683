"""Whether marks stand on the page over letters that the text layer leaves bare.

A layer that loses ั, ี or a tone leaves words that are often words still (ที่, ที). The ink tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import median

import numpy as np

from pipeline.text_layer.characters import Character, PdfText
from pipeline.text_layer.soundness import Mask, pixels

_FLAT = re.compile(r"[กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบผพภมยรลวหอฮ]")  # nothing of theirs rises above them
_TALL = re.compile(r"[ปฝฟ]")  # rise at their right; their marks are moved to the left
# Ems. A mark leans over the left neighbour, seldom over the right one.
_AROUND = 0.03
_LEANS = (0.2, 0.1)
_MARKS = (1.1, 0.3)  # above the baseline, where marks stand
_BAND = (0.33, 0.06)  # above the letter's ink, where its own would stand
_SIDES, _TALL_SIDES = (0.2, 0.95), (0.05, 0.6)  # of the letter's width
_INK = 0.004  # square ems, of the smallest mark's part
# Letters with ink over them: on 36 sound pages in 12 fonts 2 of 376 at most; where ี are lost 0.5 to
# 6 of 100, tones 0.3 to 16, ั 0.5 to 11.
_MOST = 2
_MOST_SHARE = 0.006


def doubt_about_bare_letters(text: PdfText, ink: Mask) -> str | None:
    """The reason for doubt, None where there is none. `ink` as in `doubt_about_ink`."""
    scale = ink.shape[1] / text.width
    left = ink.copy()
    for box in _known_ink(text.characters):
        x, y, right, bottom = pixels(box, scale)
        left[y:bottom, x:right] = 0
    flat = _heights(text.characters)
    bare = over = 0
    for letter in text.characters:
        tall = _TALL.fullmatch(letter.text) and letter.font in flat
        if not (tall or _FLAT.fullmatch(letter.text)):
            continue
        width = letter.right - letter.left
        top = letter.y - flat[letter.font] * letter.size if tall else letter.top
        sides = _TALL_SIDES if tall else _SIDES
        x, y, right, bottom = pixels(
            (
                letter.left + sides[0] * width,
                top - _BAND[0] * letter.size,
                letter.left + sides[1] * width,
                top - _BAND[1] * letter.size,
            ),
            scale,
        )
        bare += 1
        over += np.count_nonzero(left[y:bottom, x:right]) > _INK * (letter.size * scale) ** 2
    return "marks are lost" if over > max(_MOST, _MOST_SHARE * bare) else None


def _heights(characters: tuple[Character, ...]) -> dict[str, float]:
    """How high the flat letters of each font reach over the baseline, in ems."""
    heights: dict[str, list[float]] = {}
    for each in characters:
        if _FLAT.fullmatch(each.text) and each.size:
            heights.setdefault(each.font, []).append((each.y - each.top) / each.size)
    return {font: median(found) for font, found in heights.items()}


def _known_ink(
    characters: tuple[Character, ...],
) -> Iterator[tuple[float, float, float, float]]:
    """What the text tells of itself: all but bare letters, and the marks of glyphs named whole."""
    for each in characters:
        around = _AROUND * each.size
        if each.text.isspace() or _FLAT.fullmatch(each.text) or _TALL.fullmatch(each.text):
            continue
        yield each.left - around, each.top - around, each.right + around, each.bottom + around
        if len(each.text) > 1:
            yield (
                each.left - _LEANS[0] * each.size,
                each.y - _MARKS[0] * each.size,
                each.right + _LEANS[1] * each.size,
                each.y - _MARKS[1] * each.size,
            )
