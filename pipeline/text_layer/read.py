"""The text that a born-digital PDF page carries, where it is surely what the page shows.

A text layer is a claim. It is believed only if the page is no picture, every character is known,
the whole reads like Thai that lost nothing, and there is ink exactly where the letters are said
to be; else the page is read from its picture like any scan.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from pipeline import codes, tables
from pipeline.cleanup import rules
from pipeline.models import Box, Code, Page
from pipeline.normalise import normalise
from pipeline.rasterise import render_pdf_page
from pipeline.symbol_fonts import symbol
from pipeline.text_layer.bare_letters import doubt_about_bare_letters
from pipeline.text_layer.characters import Character, PdfText, read_pdf_text
from pipeline.text_layer.lines import lines_of
from pipeline.text_layer.soundness import (
    Mask,
    doubt_about_characters,
    doubt_about_ink,
    doubt_about_language,
    doubt_about_page,
)
from pipeline.thai_digit_fonts import draws_thai_digits, to_thai_digits

# Thai glyphs moved aside for tall consonants and stacked tones, as fonts for Windows number them
# in the private use area (libthai and Pango's Thai shaper have the same table).
_MOVED_GLYPHS = {
    0xF700: "\u0e10",  # ฐ without its foot
    **dict(zip(range(0xF701, 0xF705), "\u0e34\u0e35\u0e36\u0e37", strict=True)),  # to the left
    **dict(zip(range(0xF705, 0xF70A), "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),  # low, left
    **dict(zip(range(0xF70A, 0xF70F), "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),  # low
    0xF70F: "\u0e0d",  # ญ without its foot
    **dict(zip(range(0xF710, 0xF713), "\u0e31\u0e4d\u0e47", strict=True)),  # to the left
    **dict(zip(range(0xF713, 0xF718), "\u0e48\u0e49\u0e4a\u0e4b\u0e4c", strict=True)),  # left
    **dict(zip(range(0xF718, 0xF71B), "\u0e38\u0e39\u0e3a", strict=True)),  # lowered
}
_UNSEEN = "\u00ad\u200b\u200c\u200d\ufeff"
_THAI_DIGITS = "The page's font draws Arabic digits as Thai ones; they are given as drawn."


def text_layer_page(path: Path, number: int) -> Page | None:
    """Page `number` (from 1) from its text layer, or None if that is not beyond doubt.

    Raises FileRefused if the page cannot be drawn.
    """
    return read_text_layer(path, number)[0]


def read_text_layer(path: Path, number: int) -> tuple[Page | None, str | None]:
    """The page, or None and the reason for doubt in words."""
    raw = read_pdf_text(path, number)
    text = replace(raw, characters=tuple(_as_drawn(raw.characters)))
    doubt = doubt_about_page(text) or doubt_about_characters(text.characters)
    if doubt:
        return None, doubt
    plain = lines_of(text.characters, number, text.width, text.height)
    doubt = doubt_about_language(normalise("\n".join(line.text for line in plain)))
    if doubt:
        return None, doubt
    turned = any(
        _has_ascii_digit(each.text) and draws_thai_digits(each.font) for each in raw.characters
    )
    return _checked_against_picture(path, number, text, (_THAI_DIGITS,) if turned else ())


def _as_drawn(characters: Iterable[Character]) -> Iterable[Character]:
    """Characters as the page shows them, where their fonts draw others than they name."""
    for character in characters:
        text = character.text.translate(_MOVED_GLYPHS)
        if len(text) == 1:
            text = symbol(character.font, ord(text)) or text
        if draws_thai_digits(character.font):
            text = to_thai_digits(text)
        text = "".join(each for each in text if each not in _UNSEEN)
        if text:
            known = text.isspace() or all(each.isprintable() for each in text)
            yield replace(character, text=text if known else "\ufffd")


def _has_ascii_digit(text: str) -> bool:
    return any("0" <= letter <= "9" for letter in text)


def _checked_against_picture(
    path: Path, number: int, text: PdfText, notes: tuple[str, ...]
) -> tuple[Page | None, str | None]:
    grey = cv2.cvtColor(render_pdf_page(path, number), cv2.COLOR_RGB2GRAY)
    ink: Mask = np.asarray(cv2.threshold(grey, 200, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)
    height, width = ink.shape
    found = codes.find_codes(np.asarray(grey, np.uint8))
    codes.blank_codes(ink, found)
    ruled = rules.find_rules(ink)
    plain = rules.erase(ink, ruled)
    doubt = doubt_about_ink(text, plain) or doubt_about_bare_letters(text, plain)
    if doubt:
        return None, doubt
    scale = text.width / width
    upright = [
        (left * scale, top * scale, right * scale, bottom * scale)
        for left, top, right, bottom in ruled.vertical
    ]
    lines = lines_of(text.characters, number, text.width, text.height, upright)
    page = Page(
        number=number,
        lines=lines,
        tables=tuple(
            tables.fill(grid, lines, number, width, height) for grid in tables.find_grids(ruled)
        ),
        codes=tuple(
            Code(
                number,
                code.text,
                Box(
                    code.box[0] / width,
                    code.box[1] / height,
                    code.box[2] / width,
                    code.box[3] / height,
                ),
            )
            for code in found
        ),
        origin="text_layer",
        aspect=text.width / text.height,
        notes=notes,
    )
    return page, None
