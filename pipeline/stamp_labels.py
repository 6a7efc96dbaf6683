"""The printed words of a received stamp, and what each has filled in behind it.

By the regulation on correspondence (งานสารบรรณ, B.E. 2526, form 12) they are เลขรับ, วันที่ and
เวลา, one below the other; offices add others, and set them side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.lines import PixelBox, Strip
from pipeline.tesseract import ReadLine

Part = Literal["number", "date", "time", "end"]

SHOWN: dict[Part, str] = {"number": "เลขรับ", "date": "วันที่", "time": "เวลา", "end": "ผู้รับ"}
_LOW = 5.5  # heights of its line by which the other words stand below the number's

# The words without vowels and marks above and below, which stamps lose, and as they are misread.
_WORDS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("end", re.compile(r"ผรบ|^น\.?$")),  # ผู้รับ | น.
    (  # เลขที่รับ | เลขทะเบียนรับ | รับที่ | เลขที่รับ (ลับ): the register of secret letters
        "number",
        re.compile(
            r"(?:เล[ขช](?:ทะเบยน|ท)?ร[บน]ท?|รบเล[ขช]ท|(?<!ผ)รบท|เล[ขช]ท)(?:\(?(?:ลบ|ดวน)[ก-ฮ]*\)?)?"
        ),
    ),
    ("date", re.compile(r"[วรโ]นท|(?<![ก-ฮ])[นย]ท(?![ก-ฮ])|วน(?=\.)")),  # วันที่
    ("time", re.compile(r"เ[วงลส][ลส]า?|วลา")),  # เวลา
)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed word of a stamp and the line it stands in."""

    part: Part
    box: PixelBox  # of the word, across; of its line, down

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]


def find_labels(strips: Sequence[Strip], readings: Sequence[ReadLine]) -> list[Label]:
    """The words of a stamp, from the top and from the left."""
    found = []
    for strip, reading in zip(strips, readings, strict=True):
        text, owners = "", []
        for place, word in enumerate(reading.words):
            bare = _bare(word.text)
            text += bare
            owners += [place] * len(bare)
        for part, start, end in _parts(text):
            first, last = owners[start], owners[end - 1] + 1
            while last < len(reading.words) and not _bare(reading.words[last].text):
                last += 1  # the marks over its last letter
            own = reading.words[first:last]
            left = min(word.box[0] for word in own) + strip.origin[0]
            right = max(word.box[2] for word in own) + strip.origin[0]
            beyond = owners[end:].count(owners[end - 1]) / owners.count(owners[end - 1])
            right -= round(beyond * (own[-1].box[2] - own[-1].box[0]))  # (ลับ).....88 as one word
            found.append(Label(part, (left, strip.box[1], right, strip.box[3])))
    return _of_stamps(sorted(found, key=lambda label: (label.box[1], label.box[0])))


def _of_stamps(labels: Sequence[Label]) -> list[Label]:
    """The words below and beside one for the number; others are of the letter beneath."""
    kept: list[Label] = []
    for number in (label for label in labels if label.part == "number"):
        own = [
            label
            for label in labels
            if label not in kept
            and (
                on_one_row(label, number)
                or (
                    0 <= label.box[1] - number.box[1] < _LOW * number.height
                    and label.box[0] > number.box[0] - number.height
                    and (label.part == "end" or label.box[0] < number.box[0] + 3 * number.height)
                )
            )
        ]
        kept += own + _unread(number, own)
    return sorted(kept, key=lambda label: (label.box[1], label.box[0]))


def _unread(number: Label, labels: Sequence[Label]) -> list[Label]:
    """Date and time where their words were not read, but the receiver's, on the time's row, was."""
    last = [one for one in labels if one.part == "end" and not on_one_row(one, number)]
    if not last or any(one.part in ("date", "time") for one in labels):
        return []
    down = last[-1].box[1] - number.box[1]
    guessed: tuple[tuple[Part, int], ...] = (("date", down // 2), ("time", down))
    return [
        Label(part, (number.box[0], number.box[1] + far, number.box[2], number.box[3] + far))
        for part, far in guessed
    ]


def on_one_row(one: Label, other: Label) -> bool:
    return abs(one.box[1] + one.box[3] - other.box[1] - other.box[3]) < one.height


def names_part(text: str) -> bool:
    """Whether a line holds a word that something is filled in behind."""
    return any(part != "end" for part, _, _ in _parts(_bare(text)))


def names_number(text: str) -> bool:
    """Whether a line holds a word that the number is filled in behind."""
    return any(part == "number" for part, _, _ in _parts(_bare(text)))


def _parts(text: str) -> list[tuple[Part, int, int]]:
    """The words in a text without marks: what each begins, and where it stands."""
    found: list[tuple[Part, int, int]] = []
    for part, form in _WORDS:
        for match in form.finditer(text):
            if not any(match.start() < end and start < match.end() for _, start, end in found):
                found.append((part, match.start(), match.end()))
    return found


def _bare(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) != "Mn" and sign != " ")
