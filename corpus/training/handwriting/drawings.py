"""The Thai digits of thai-handwriting-number (Copyright 2017 Kittinan, MIT), cleaned.

300 people drew ๐ to ๙ with a finger or a mouse. The n-th drawing of each digit is the same
person's, so writers, not drawings, are held out: the last 45, since some of the others drew many
times in a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.uint8]  # 255 where there is ink

FIRST_HELD_OUT = 255
# What a person saw who looked at all of them.
_NO_THAI_DIGITS = {
    *(3, 9, 12, 15, 28, 40, 48, 60, 103, 110, 144, 152, 173, 186, 189, 204, 221, 236, 251),
    *(256, 260, 281, 282, 288),
}
_SPOILT = {  # writer: digits that are another digit, two digits or a blot
    8: (0,),
    10: (0, 5),
    31: (0,),
    37: (1,),
    91: (0,),
    108: (9,),
    117: (7,),
    121: (7,),
    124: (9,),
    151: (5,),
    167: (0,),
    170: (1, 6, 8),
    179: (4,),
    184: (0,),
    210: (0,),
    220: (7,),
    235: (0,),
    246: (5, 8),
    258: (4, 5, 6),
    280: (0,),
    298: (1,),
}
_FEWEST = 20  # pixels of ink; less is a blank


def read(path: Path, writers: Iterable[int], *, clean: bool = True) -> list[dict[int, Mask]]:
    """For each writer a 64 × 64 mask for each digit drawn; blanks never, spoilt ones unless asked.

    `path` is an .npz of `images` (n, 64, 64; black on white) and `labels`, in the data set's order.
    """
    with np.load(path) as data:
        images, labels = data["images"], data["labels"]
    by_digit = [np.asarray(255 - images[labels == digit], np.uint8) for digit in range(10)]
    people = []
    for writer in writers:
        drawn = {
            digit: by_digit[digit][writer]
            for digit in range(10)
            if np.count_nonzero(by_digit[digit][writer] > 128) >= _FEWEST
            and not (clean and _spoilt(writer, digit))
        }
        if drawn:
            people.append(drawn)
    return people


def _spoilt(writer: int, digit: int) -> bool:
    return writer in _NO_THAI_DIGITS or digit in _SPOILT.get(writer, ())
