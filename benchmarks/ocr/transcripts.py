"""The print of real scans against transcripts typed by hand, which stay outside the repository.

A transcript is a text file of regions, each headed by the file, the page and the box it stands in
(left top right bottom, in fractions of the straightened page):

    == letter.pdf page 1 box 0.1 0.2 0.9 0.4
    what is printed there, line by line

Only print is typed: what is written by hand, stamped or illegible is left out of the boxes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from benchmarks.ocr.engines import PageReading, read_apart
from benchmarks.ocr.score import essence

_HEAD = re.compile(r"== (\S+) page (\d+) box ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)$")


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page of a real file, and what is printed there."""

    file: str
    page: int
    box: tuple[float, float, float, float]
    text: str


def read_regions(folder: Path) -> list[Region]:
    """The regions of all transcripts of a folder. Raises ValueError for a line before a head."""
    regions = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"(?m)^(?=== )", path.read_text("utf-8")):
            if not block.strip():
                continue
            head, _, text = block.partition("\n")
            found = _HEAD.match(head.strip())
            if found is None:
                raise ValueError(f"{path}: not the head of a region: {head!r}")
            left, top, right, bottom = (float(each) for each in found.groups()[2:])
            box = (left, top, right, bottom)
            regions.append(Region(found[1], int(found[2]), box, text))
    return regions


def measure(folder: Path, real: Path, tessdata: Path | None) -> None:
    """Print the CER of our reader on each file, and on all."""
    by_file: dict[str, list[Region]] = defaultdict(list)
    for region in read_regions(folder):
        by_file[region.file].append(region)
    all_wrong = all_length = 0
    for name, regions in by_file.items():
        reading = read_apart("ours", real / name, 1, tessdata)
        wrong = length = 0
        for region in regions:
            expected = essence(region.text)
            found = essence(_inside(reading.pages[region.page - 1], region))
            edits = Levenshtein.editops(expected, found)
            wrong, length = wrong + len(edits), length + len(expected)
            for edit in edits:
                print("   ", _shown(expected, edit.src_pos), "|", _shown(found, edit.dest_pos))
        print(f"{name:24} {wrong:5} / {length:6}  {wrong / length:7.2%}")
        all_wrong, all_length = all_wrong + wrong, all_length + length
    print(f"{'all':24} {all_wrong:5} / {all_length:6}  {all_wrong / all_length:7.2%}")


def _inside(page: PageReading, region: Region) -> str:
    left, top, right, bottom = region.box
    lines = []
    for line in page.lines:
        across, down = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
        if left <= across <= right and top <= down <= bottom:
            lines.append(line.text)
    return "\n".join(lines)


def _shown(text: str, place: int) -> str:
    """A place in a text, with what is around it."""
    return f"{text[max(0, place - 6) : place]}[{text[place : place + 1]}]{text[place + 1 :][:6]}"
