"""The words of stamps that were not read, told by those that were."""

from dataclasses import replace

import numpy as np

from pipeline.lines import PixelBox, Strip
from pipeline.stamps.again.words import find_words
from pipeline.stamps.areas import Area
from pipeline.stamps.frames import Frame
from pipeline.tesseract import ReadLine, ReadWord

PAPER = np.full((300, 900), 255, np.uint8)
FRAME = Frame(((0.0, 0.0), (820.0, 0.0), (820.0, 220.0), (0.0, 220.0)))


def strip(box: PixelBox) -> Strip:
    return Strip(box, (box[0], box[1]), PAPER[box[1] : box[3], box[0] : box[2]])


def read(*words: tuple[str, int, int]) -> ReadLine:
    """Words of a line, each from where to where in its strip."""
    told = tuple(ReadWord(text, (left, 0, right, 40), 0.9) for text, left, right in words)
    return ReadLine(" ".join(text for text, _, _ in words), told)


def area(*boxes: PixelBox, frame: Frame | None = None) -> Area:
    strips = tuple(strip(box) for box in boxes)
    return Area(PAPER, (0, 0), (2480, 3508), 0.0, strips, True, frame)


def test_a_day_read_as_one_with_its_word_is_no_part_of_it() -> None:
    lines = area((50, 50, 400, 90), (50, 120, 400, 160))
    labels, _ = find_words(
        lines, [read(("เลขรับ", 0, 90)), read(("วันที่", 0, 150), ("ก.ค.", 170, 230))], ()
    )
    assert [(label.part, label.box[0], label.box[2]) for label in labels] == [
        ("number", 50, 140),
        ("date", 50, 50 + 104),
    ]


def test_a_number_stands_before_the_date_of_its_row() -> None:
    row = area((50, 50, 800, 90), frame=FRAME)
    labels, _ = find_words(row, [read(("เaขs", 0, 70), ("วันที่", 350, 430), ("เวลา", 600, 680))], ())
    assert [(label.part, label.guessed) for label in labels] == [
        ("number", True),
        ("date", False),
        ("time", False),
    ]
    alone = replace(row, frame=None)
    assert not find_words(alone, [read(("เaขs", 0, 70), ("วันที่", 350, 430))], ())[0]


def test_the_row_below_a_number_that_stands_alone_is_the_date() -> None:
    lines = area((50, 50, 400, 90), (60, 115, 500, 160))
    labels, _ = find_words(lines, [read(("เลขรับ", 0, 90)), read((".ตี14", 0, 150))], ())
    assert [(label.part, label.guessed) for label in labels] == [("number", False), ("date", True)]
    assert labels[1].box[1] == 115
