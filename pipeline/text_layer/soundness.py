"""Whether a text layer says what its page shows. In doubt it does not, and the page is read anew.

Each check answers with the reason for doubt, in words, or None.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipeline import thai_words
from pipeline.text_layer.characters import Character, PdfText
from pipeline.text_layer.office_words import is_confused, spoilt_words

Mask = npt.NDArray[np.uint8]
Box = tuple[float, float, float, float]

_FEWEST_LETTERS = 150  # Thai letters; on less, no share means anything
_MOST_PICTURE = 0.5  # of the page: a scan, with somebody's reading under it
_LARGE_PICTURE = 0.02  # of the page: may bear text, such as a stamp; a signature is smaller
_EMBLEM = (0.22, 0.25)  # depth of the page's head, and widest part of the width, of an emblem
_THAI_SHARE = 0.5  # of all letters; lower is another language, or rubbish

# Measured on 537 sound pages of letters of every kind, and on a quarter of them spoilt.
#                                                     sound           spoilt
# letters in known words (marks lost)                 0.95 to 1 (a)   0.80 to 0.98
# words that go when spaces are taken out, of all     -0.01 to 0.018  0.04 and more (b)
# (a) of 14 less: tables, lists of names; (b) a false space in 30 letters
_KNOWN = 0.955
_BROKEN = 0.02

_MOST_BARE_LETTERS = 0.01  # letters where the page shows no ink
_ABOVE, _BELOW = 0.8, 0.35  # ems around the baseline within which marks stand
_MOST_OTHER_INK = 0.06  # ink where the text layer has no letter

_RULE = re.compile(r"[_\-–—=.…]")  # what a rule is typed of; rules are taken from the ink
_THAI = re.compile(r"[ก-๎]")
# A vowel with nothing to lean on: what a lost character or a false space leaves behind.
_HANGING = re.compile(r"(?:^|[^ก-๎])[ะ-ฺ็-๎]|[เ-ไ](?:$|[^ก-ฮ])")
_MOST_HANGING = 0.003
_SPACED = re.compile(r"[ก-๎]+(?: [ก-๎]+)*")  # within a line


def doubt_about_page(text: PdfText) -> str | None:
    """What stands on the page besides text."""
    area = text.width * text.height
    sizes = [_area(picture) / area for picture in text.pictures]
    if sum(sizes) > _MOST_PICTURE:
        return "the page is a picture"
    for picture, size in zip(text.pictures, sizes, strict=True):
        if size > _LARGE_PICTURE and not _is_emblem(picture, text):
            return "a picture may bear text"
    if text.annotated:
        return "something was put upon the page"
    return None


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _is_emblem(box: Box, text: PdfText) -> bool:
    head, widest = _EMBLEM
    return box[3] < head * text.height and box[2] - box[0] < widest * text.width


def doubt_about_characters(characters: Sequence[Character]) -> str | None:
    """Characters that mean nothing, cannot be seen or lie on their side."""
    if any(_is_unknown(letter) for character in characters for letter in character.text):
        return "a character is not known"
    if not all(character.visible for character in characters):
        return "text is invisible"
    turned = sum(not character.upright for character in characters)
    return "text is turned" if turned > 0.02 * len(characters) else None


def _is_unknown(letter: str) -> bool:
    """A replacement character, or one of the private use areas."""
    return letter == "\ufffd" or "\ue000" <= letter <= "\uf8ff" or letter >= "\U000f0000"


def doubt_about_language(text: str) -> str | None:
    """Whether the text reads like Thai that was kept whole."""
    thai = len(_THAI.findall(text))
    if thai < _FEWEST_LETTERS:
        return "too little Thai to judge by"
    if thai < _THAI_SHARE * sum(character.isalpha() or character >= "ฯ" for character in text):
        return "too little of it is Thai"
    if len(_HANGING.findall(text)) > _MOST_HANGING * thai:
        return "vowels have lost their consonants"
    for word in spoilt_words(text):
        return "า and ำ are confused" if is_confused(word) else "marks are lost"
    known, broken = _words(text)
    if known < _KNOWN:
        return "too many words are not Thai"
    if broken > _BROKEN:
        return "words are broken up"
    return None


def _words(text: str) -> tuple[float, float]:
    """Share of Thai letters that stand in known words; of all words, how many fewer they are when
    spaces are taken out: a true space parts words, a false one cuts a word in two."""
    known = letters = count = joined = 0
    for run in _SPACED.findall(text):
        pieces = [word for piece in run.split(" ") for word in thai_words.cut(piece)]
        letters += sum(map(len, pieces))
        known += sum(len(word) for word in pieces if len(word) > 1 and word in thai_words.words())
        count += len(pieces)
        joined += len(thai_words.cut(run.replace(" ", ""))) if " " in run else len(pieces)
    return known / max(1, letters), (count - joined) / max(1, count)


def doubt_about_ink(text: PdfText, ink: Mask) -> str | None:
    """Whether there is ink where the letters are said to be, and little elsewhere.

    `ink` is the page drawn, 255 where there is ink, without rules and codes.
    """
    scale = ink.shape[1] / text.width
    elsewhere = ink.copy()
    bare = letters = 0
    for character in text.characters:
        box = pixels((character.left, character.top, character.right, character.bottom), scale)
        left, top, right, bottom = box
        if right - left < 2 or bottom - top < 2 or character.text.isspace():
            continue
        if not _RULE.fullmatch(character.text):
            letters += 1
            bare += not ink[top:bottom, left:right].any()
        above = max(0, min(top, round((character.y - _ABOVE * character.size) * scale)))
        below = max(bottom, round((character.y + _BELOW * character.size) * scale))
        elsewhere[above:below, max(0, left - 3) : right + 3] = 0
    for picture in text.pictures:
        left, top, right, bottom = pixels(picture, scale)
        elsewhere[max(0, top - 3) : bottom + 3, max(0, left - 3) : right + 3] = 0
    if bare > _MOST_BARE_LETTERS * letters:
        return "the page does not show what the text says"
    head, widest = _EMBLEM
    width = ink.shape[1]
    middle = slice(int(width * (0.5 - widest / 2)), int(width * (0.5 + widest / 2)))
    for emblem in (middle, slice(0, int(width * 1.3 * widest))):  # of letters, and of memos
        elsewhere[: int(ink.shape[0] * head), emblem] = 0
    if np.count_nonzero(elsewhere) > _MOST_OTHER_INK * np.count_nonzero(ink):
        return "the page shows more than the text says"
    return None


def pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    """Points to pixels of the page drawn."""
    left, top, right, bottom = (max(0, round(side * scale)) for side in box)
    return left, top, right, bottom
