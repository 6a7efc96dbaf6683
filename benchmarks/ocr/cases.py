"""The files that are measured, and what stands in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from benchmarks.ocr import pages
from benchmarks.ocr.score import Truth
from corpus.build import PACKET_LEVELS
from corpus.transcript import read_packet

PACKET = Path("corpus/built/packet")
_NUMBER = re.compile(r"[ก-ฮ]{2} [๐-๙.]+/ว [๐-๙]+|(?<=ที่ )[๐-๙]+/๒๕[๐-๙]{2}")
_DATE = re.compile(r"[๐-๙]{1,2} [ก-ฮ][ก-๎]+ (?:พ\.ศ\. )?๒๕[๐-๙]{2}")
# What is stamped, or written by hand, by page: lines of the transcript from its start, its end.
_NOT_PRINT = {1: (0, 3), 2: (4, 0)}
_IN_COLUMNS = {4, 6, 7}
_BY_HAND = "103/๕๔"


@dataclass(frozen=True, slots=True)
class Case:
    """One file: a packet's level, or one font's pages in one condition."""

    part: str  # "pages" | "packet"
    font: str
    condition: str
    pdf: Path
    truths: tuple[Truth, ...]

    @property
    def name(self) -> str:
        return f"{self.font}-{self.condition}"


def all_cases(parts: Iterable[str], fonts: Iterable[str], conditions: Iterable[str]) -> list[Case]:
    """The files of the wanted parts, fonts and conditions; pages that are missing are drawn."""
    found = []
    if "pages" in parts:
        pages.draw_missing()
        for font in pages.FONTS:
            truths = tuple(pages.read_truth(font))
            found += [
                Case("pages", font, kind, pages.FOLDER / f"{font}-{kind}.pdf", truths)
                for kind in pages.CONDITIONS
            ]
        found = [case for case in found if case.font in fonts]
    if "packet" in parts:
        found += [
            Case("packet", "packet", level, PACKET / f"packet-{level}.pdf", packet_truth())
            for level in PACKET_LEVELS
        ]
    return [case for case in found if case.condition in conditions]


def packet_truth() -> tuple[Truth, ...]:
    """The print of each page of the packet."""
    truths = []
    for number, page in enumerate(read_packet(), start=1):
        lines = list(page.lines.values())
        first, last = _NOT_PRINT.get(number, (0, 0))
        lines = lines[first : len(lines) - last]
        text = "\n".join(line for line in lines if line != _BY_HAND)
        numbers, dates = tuple(_NUMBER.findall(text)), tuple(_DATE.findall(text))
        truths.append(Truth(text, numbers, dates, ordered=number not in _IN_COLUMNS))
    return tuple(truths)


def sample(case: Case, count: int, folder: Path) -> Case:
    """The first `count` pages of a file, cut out into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    cut = folder / f"{case.name}-{count}.pdf"
    with pikepdf.open(case.pdf) as pdf:
        del pdf.pages[count:]
        pdf.save(cut)
    return Case(case.part, case.font, case.condition, cut, case.truths[:count])
