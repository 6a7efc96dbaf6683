"""What stands at the ends of a subject and is none of it: leaders, a row of stars, the day."""

from __future__ import annotations

import re

from extractors.head.blocks import Item
from extractors.text.passage import Evidence, Passage
from pipeline.models import Line

# o o o o o | ๐๐๐๐๐ | *** | ---oOo--- | - - - o - - - | ๏ ๏ ๏: a row of rings, stars or signs of old
# books under a title; flowers printed thin are read as one figure again and again: ๑ ๑ ๑ ๑ ๑
_DRAWN = re.compile(
    r"\s*(?:([oO0๐°])(?:\s?\1){4,}|([*=~•-])(?:\s?\2){2,}|([*=~_.-])(?:\s?\3)+\s?[oO0๐]{1,4}(?:\s?\3){2,}|(?:-?\s?[๏๚๛]\s?-?\s?){3,}"
    r"|([\dก-ฮ๐-๙])(?:\s\4){4,}"
    r"|×(?:\s?(?:[×*]|(?<=\s)[ก-ฮ](?=\s|$))){4,})\s*$"  # × น × × ×: stars in thin print
)
# ๐ ๐ ๐, the last row of a subject: of three signs alike, too, if nothing else stands there
_SIGNS_ALONE = re.compile(r"\s*([oO0๐°*๏๑])(?:\s\1){2,}\s*")
_DAY_ALONE = re.compile(r"\s*(?:ฉบับ)?ลงวันที่\s*[\d๐-๙]{1,2}\s.{3,24}\d{2,4}\s*")

_MEETS = re.compile(
    r"ครั้งที่\s*[\d๐-๙]+(?:\s*/\s*[\d๐-๙]+)?(?P<end>\s*,?\s*)(?:(?:ใน|เมื่?อ)?วัน|เมื่?อ|ณ\s)"
)
_CODED = re.compile(
    r"\s*\(\s*แบบ(?:ฟอร์ม)?\s?(?:ที่\s?)?[ก-ฮ.\s]{0,8}[\d๐-๙][\d๐-๙./-]*\s*\)[\s.,]*$"
)  # ใบขอใช้รถ… (แบบ ๓)


def is_drawn(text: str) -> bool:
    """Whether a row under a title is rings, stars or other signs alone.

    >>> is_drawn("๐ ๐ ๐"), is_drawn("***"), is_drawn("พ.ศ. ๒๕๖๗")
    (True, True, False)
    """
    return bool(_DRAWN.match(text) or _SIGNS_ALONE.fullmatch(text))


def trimmed(item: Item) -> Evidence | None:
    """The content of an item without the dotted leaders at its ends; None if nothing is left."""
    lines = item.passage.lines
    if len(lines) > 1 and _SIGNS_ALONE.fullmatch(lines[-1].text):
        item = Item(item.name, Passage.of(lines[:-1]), item.start)
    content = item.content
    start = len(content) - len(content.lstrip(" .…_:\t"))
    end = len(content.rstrip(" …_\t"))
    tail = re.search(r"(?:(?<!ศ)[.…_\s]{3,}|\s+[.…]+)$", content[:end])  # … พ.ศ. ....
    end = tail.start() if tail else end
    drawn = _DRAWN.search(content[:end])
    end = drawn.start() if drawn and content[drawn.start()].isspace() else end
    return item.cut(start, end) if start < end else None


def day_below(item: Item) -> Line | None:
    """The last line of a subject, if it bears the paper's day and no more (ลงวันที่ ๓ มกราคม ๒๕๖๗);
    behind a number or the word for a paper the day is that of what the subject names."""
    lines, starts = item.passage.lines, item.passage.starts
    above = item.passage.text[: starts[-1]].rstrip()
    cites = not above or above[-1].isdigit() or above.endswith(("ที่", ")", "ฉบับ"))
    alone = len(lines) > 1 and not cites and _DAY_ALONE.fullmatch(lines[-1].text)
    return lines[-1] if alone else None


def undated(item: Item) -> Item:
    """A subject without the day of the paper on the last line below it."""
    if day_below(item) is None:
        return item
    return Item(item.name, Passage.of(item.passage.lines[:-1]), item.start)


def end_of_counted(text: str) -> int:
    """Where the title of a meeting ends: behind its ครั้งที่, before the day on the same line."""
    meets = _MEETS.search(text)
    return meets.start("end") if meets else len(text)


def end_of_title(text: str) -> int:
    """Where the title of a form ends, before its code in brackets."""
    coded = _CODED.search(text)
    return coded.start() if coded and coded.start() else len(text)
