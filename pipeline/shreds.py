"""What was read where no print is: of smudges, folds and drawings one or two signs are made."""

from __future__ import annotations

from collections import Counter

from pipeline.lines import Strip
from pipeline.models import Line

_FEW, _ORNAMENT = 2, 6  # characters: of a drawing, and of a row of ornaments
_LONG_ORNAMENT = 12  # the same, where more kinds of letters are made of its stars: หหนหนหหเหงนหน
_MOSTLY = 0.7  # of its characters are of two kinds
_FIGURE, _WORD = 0.7, 0.9  # confidence of so short a line, if it is print
_ALONE = set("-–—•·●○▪✓√{}|")  # what print has alone on a line, and | that `is_drawn` knows
_COUNTS = 0.3  # of the page's width: left of it a figure, however faint, may count an item
_STARS = set("×*=~+oO0๐°")
_NOUGHTS = set("0๐")  # which count no item: the round corner of a frame
_BEADS = set("0๐oO°")  # ° ๐ ๐ °: the rim of a seal; print has no row of noughts and °
_FEW_BEADS = 3
_WIDEST = 1.5  # of a line's height; no character is as wide


def is_shred(line: Line) -> bool:
    """Whether one or two signs that stand alone are no print: of the edge of an emblem, of a smudge
    or a fold, ) ( / เ are made. Of 1,250 such lines of sample pages those of print are figures (๕.
    ๗๐), or words surely read (คน ปี)."""
    signs = "".join(line.text.split())
    if len(signs) > _FEW or set(signs) <= _ALONE:
        return False
    if any(sign.isdigit() for sign in signs):
        counts = line.box.left <= _COUNTS and not set(signs) <= _NOUGHTS
        return line.confidence < _FIGURE and not counts
    return line.confidence < _WORD or not any(sign.isalpha() for sign in signs)


def is_drawn(strip: Strip, text: str) -> bool:
    """Whether the strip is too wide for the one or two characters that were made of it, or one of
    stars and flourishes: of them one or two letters are made, again and again. An upright stroke
    alone is the edge of a copy."""
    left, top, right, bottom = strip.box
    characters = "".join(text.split())
    if characters == "|":
        return True
    if len(characters) >= _FEW_BEADS and "°" in characters and set(characters) <= _BEADS:
        return True
    if len(characters) > _FEW:
        usual = Counter(characters).most_common(_FEW)
        most = sum(count for _, count in usual)
        letters = all(one.isalpha() or one in _STARS for one in characters)
        if len(characters) >= _LONG_ORNAMENT and letters and most >= _MOSTLY * len(characters):
            return True
        stars = text.isalpha() or not set(characters) - _STARS
        return stars and len(characters) >= _ORNAMENT and most == len(characters)
    return any(each.isalnum() for each in characters) and right - left > _WIDEST * (
        bottom - top
    ) * len(characters)
