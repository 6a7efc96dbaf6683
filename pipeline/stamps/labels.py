"""The printed words of a received stamp, and what each has filled in behind it.

By the regulation on correspondence (งานสารบรรณ, B.E. 2526, form 12) they are เลขรับ, วันที่ and
เวลา, one below the other; offices add others, and set them side by side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.lines import PixelBox, Strip
from pipeline.tesseract import ReadLine

Part = Literal["number", "date", "time", "end"]

SHOWN: dict[Part, str] = {"number": "เลขรับ", "date": "วันที่", "time": "เวลา", "end": "ผู้รับ"}
_OFF_ROW = 0.45  # of the step from row to row, by which a row may lie off its place
_LOW = 5.5  # heights of its line by which the other words stand below the number's

# The words without vowels and marks above and below, which stamps lose, and as they are misread.
_WORDS: tuple[tuple[Part, re.Pattern[str]], ...] = (
    ("end", re.compile(r"ผรบ|^น\.?$")),  # ผู้รับ | น.
    (  # เลขที่รับ | เลขทะเบียนรับ | รับที่ | เลขที่รับ (ลับ): the register of secret letters
        "number",
        re.compile(
            r"(?:เ?ล[ขช](?:ทะเบยน|ท)?ร[บน]ท?|รบเล[ขช]ท|(?<!ผ)[ร$]บท|(?<!บาน)เล[ขช]ท(?!ใบ|ค[ำา]ข|สญญ|สมาช))(?:\(?(?:ลบ|ดวน)[ก-ฮ]*\)?)?"
        ),
    ),
    ("date", re.compile(r"[วรโง]นท|(?<![ก-ฮ])[นย]ท(?![ก-ฮ])|วน(?=\.)")),  # วันที่
    ("time", re.compile(r"เ[วงลส][ลส]า?|วลา")),  # เวลา
)


@dataclass(frozen=True, slots=True)
class Label:
    """A printed word of a stamp and the line it stands in.

    `stamp` counts the stamps of an area; `guessed`: the word was not read, its place tells it.
    """

    part: Part
    box: PixelBox  # of the word, across; of its line, down
    stamp: int = 0
    guessed: bool = False

    @property
    def height(self) -> int:
        return self.box[3] - self.box[1]


def find_labels(strips: Sequence[Strip], readings: Sequence[ReadLine]) -> list[Label]:
    """The words of stamps that have one for the number, from the top and from the left."""
    return of_stamps(words_of_stamps(strips, readings), [strip.box for strip in strips])


def words_of_stamps(strips: Sequence[Strip], readings: Sequence[ReadLine]) -> list[Label]:
    """All words that stamps have, from the top and from the left, whosever they are."""
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
    return sorted(found, key=lambda label: (label.box[1], label.box[0]))


def of_stamps(labels: Sequence[Label], lines: Sequence[PixelBox]) -> list[Label]:
    """The words below and beside one for the number; others are of the letter beneath."""
    kept: list[Label] = []
    for count, number in enumerate(label for label in labels if label.part == "number"):
        own = [
            replace(label, stamp=count)
            for label in labels
            if all(label.box != other.box for other in kept)
            and (
                on_one_row(label, number)
                or (
                    0 <= label.box[1] - number.box[1] < _LOW * number.height
                    and label.box[0] > number.box[0] - number.height
                    and (label.part == "end" or label.box[0] < number.box[0] + 3 * number.height)
                )
            )
        ]
        own += [replace(label, stamp=count) for label in _unread(number, own)]
        kept += own + [replace(label, stamp=count) for label in _by_place(number, own, lines)]
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


def _by_place(number: Label, labels: Sequence[Label], lines: Sequence[PixelBox]) -> list[Label]:
    """The one of date and time that was not read, where a line stands in its row: the date between
    number and time, the time as far below the date as that below the number."""
    told = {label.part: label for label in labels}
    if ("date" in told) == ("time" in told):
        return []
    part: Part = "time" if "date" in told else "date"
    known = told["date" if part == "time" else "time"]
    step = known.box[1] - number.box[1]
    if step < number.height:
        return []  # side by side
    step, middle = (
        (step, known.box[1] + step) if part == "time" else (step, number.box[1] + step // 2)
    )
    near = [
        line
        for line in lines
        if abs(line[1] - middle) < _OFF_ROW * (step if part == "time" else step / 2)
        and abs(line[0] - number.box[0]) < 3 * number.height
        and line[3] - line[1] < 2 * number.height
        and not any(
            abs(line[1] - label.box[1]) < number.height / 2 and label.box[0] < line[2]
            for label in labels
        )
    ]
    if not near:
        return []
    row = min(near, key=lambda line: abs(line[1] - middle))
    return [Label(part, (known.box[0], row[1], known.box[2], row[3]), guessed=True)]


def on_one_row(one: Label, other: Label) -> bool:
    return abs(one.box[1] + one.box[3] - other.box[1] - other.box[3]) < one.height


def names_part(text: str) -> bool:
    """Whether a line holds a word that something is filled in behind."""
    return bool(parts_named(text) - {"end"})


def parts_named(text: str) -> set[Part]:
    """The parts of a stamp that a line has a word of."""
    return {part for part, _, _ in _parts(_bare(text))}


def begins_with_number(text: str) -> bool:
    """Whether a line begins with a stamp's word for its number that says รับ: no form's เลขที่."""
    named = [start for part, start, _ in _parts(_bare(text)) if part == "number"]
    return 0 in named and "ร" in _bare(text)[:9]


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
