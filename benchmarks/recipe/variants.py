"""The recipe with one step left out, or done another way, each by putting another function in its
place: the program itself has no switches for it."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import cv2
import numpy as np
import numpy.typing as npt

from pipeline import codes, lines, scan, tesseract
from pipeline.cleanup import background, ink, rules, skew
from pipeline.lines import PixelBox, Strip
from pipeline.models import Line, Page
from pipeline.shapes import Ints, Shapes

Grey = npt.NDArray[np.uint8]

_DOUBTFUL = 0.85  # confidence under which a line gets its second look


@dataclass(frozen=True, slots=True)
class Variant:
    """`changes`: module, name of the function or value in it, and what takes its place."""

    name: str
    changes: tuple[tuple[Any, str, Any], ...] = ()

    @contextmanager
    def applied(self) -> Iterator[None]:
        with ExitStack() as stack:
            for place, name, other in self.changes:
                stack.enter_context(patch.object(place, name, other))
            yield


def _one_layer(rgb: npt.NDArray[np.uint8]) -> ink.Ink:
    return ink.Ink(np.asarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), dtype=np.uint8), None)


def _as_it_is(grey: Grey) -> Grey:
    return grey


def _no_lean(_ink: Grey, limit: float = 0.0) -> float:  # noqa: ARG001
    return 0.0


def _nothing_erased(print_: Grey, _found: rules.Rules) -> Grey:
    return print_.copy()


def _unrepaired(line: Line) -> Line:
    return line


def _no_codes(_grey: Grey) -> tuple[codes.FoundCode, ...]:
    return ()


def _unwritten(page: Page, _picture: npt.NDArray[np.uint8]) -> Page:
    return page


_at_height = tesseract._at_height
_words_by_page = tesseract._words_by_page
_run = tesseract._run
_read_strips = tesseract.read_strips


def _full_size_words(
    table: str, scales: Sequence[tuple[float, float]]
) -> list[list[tesseract.ReadWord]]:
    return _words_by_page(table, [(1.0, 1.0)] * len(scales))


def _with_negatives(picture: Path, output: Path, config: str) -> None:
    _run(picture, output, config.replace("invert_threshold=0", "invert_threshold=0.7"))


def _unsharpened(strip: Grey, scales: tuple[float, float]) -> Grey:
    size = (max(1, round(strip.shape[1] / scales[0])), 48)
    return np.asarray(cv2.resize(strip, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _smoothed(strip: Grey, scales: tuple[float, float]) -> Grey:
    return _at_height(np.asarray(cv2.medianBlur(strip, 3), dtype=np.uint8), scales)


def _in_full_size(strip: Grey, _scales: tuple[float, float]) -> Grey:
    return strip


def _first_look(
    _pictures: Sequence[Grey], readings: Sequence[tesseract.ReadLine], _lines: int
) -> Sequence[tesseract.ReadLine]:
    return readings


def _without_crossed(shapes: Shapes, _runs: Ints, _tall: npt.NDArray[np.bool_]) -> Shapes:
    return shapes


def _black_and_white(strip: Grey) -> Grey:
    flags = cv2.THRESH_BINARY | cv2.THRESH_OTSU
    return np.asarray(cv2.threshold(strip, 0, 255, flags)[1], dtype=np.uint8)


def _second_look(strips: Sequence[Grey]) -> tuple[tesseract.ReadLine, ...]:
    """Doubtful lines read once more, in black and white; the surer reading is kept."""
    first = list(_read_strips(strips))
    doubtful = [i for i, read in enumerate(first) if read.text and read.confidence < _DOUBTFUL]
    again = _read_strips([_black_and_white(strips[i]) for i in doubtful])
    for i, second in zip(doubtful, again, strict=True):
        if second.confidence > first[i].confidence:
            first[i] = second
    return tuple(first)


def _whole_page(
    grey: Grey, _shapes: Shapes, _barriers: Sequence[PixelBox] = ()
) -> tuple[Strip, ...]:
    height, width = grey.shape
    return (Strip((0, 0, width, height), (0, 0), grey),)


def _read_whole_page(strips: Sequence[Grey]) -> tuple[tesseract.ReadLine, ...]:
    """The first picture, a page, with Tesseract's own search for lines; the rest as ever."""
    page, *rest = strips
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "page.png"
        cv2.imwrite(str(picture), page, [cv2.IMWRITE_PNG_COMPRESSION, 1])
        done = subprocess.run(
            ["tesseract", picture, "-", "-l", tesseract.MODEL, "--dpi", "300", "--psm", "3",
             "--tessdata-dir", tesseract._TESSDATA],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    text = " ".join(done.stdout.split())
    word = tesseract.ReadWord(text, (0, 0, page.shape[1], page.shape[0]), 1.0)
    return (replace(tesseract.ReadLine(text, (word,))), *_read_strips(rest))


def _strips(
    change: Callable[[Grey, tuple[float, float]], Grey],
) -> tuple[tuple[Any, str, Any], ...]:
    return ((tesseract, "_at_height", change),)


VARIANTS = (
    Variant("the recipe"),
    # a step left out
    Variant("inks not separated", ((ink, "separate", _one_layer),)),
    Variant("light not evened", ((background, "flatten", _as_it_is),)),
    Variant("not straightened", ((skew, "skew_angle", _no_lean),)),
    Variant("rules left in", ((rules, "erase", _nothing_erased),)),
    Variant("specks left in", ((lines, "_SPECK", 0),)),
    Variant("crossed letters left out", ((lines, "with_crossed_letters", _without_crossed),)),
    Variant("no second look at numbers", ((scan, "with_second_look", _first_look),)),
    Variant("misreadings not repaired", ((scan, "repair", _unrepaired),)),
    Variant("handwriting not read", ((scan, "with_writing", _unwritten),)),
    # a step done another way
    Variant(
        "lines found by Tesseract",
        ((scan, "find_strips", _whole_page), (scan, "read_strips", _read_whole_page)),
    ),
    Variant("no codes looked for", ((codes, "find_codes", _no_codes),)),
    Variant(
        "strips in full size",
        (*_strips(_in_full_size), (tesseract, "_words_by_page", _full_size_words)),
    ),
    Variant("strips not sharpened", _strips(_unsharpened)),
    Variant("the paper's grain kept", ((tesseract, "_DARK", 0),)),
    Variant("strips not narrowed", ((tesseract, "_NARROWER", 1.0),)),
    Variant("strips 20 % narrower", ((tesseract, "_NARROWER", 0.8),)),
    Variant("strips median filtered", _strips(_smoothed)),
    Variant("negatives tried", ((tesseract, "_run", _with_negatives),)),
    Variant("doubtful lines in black and white", ((scan, "read_strips", _second_look),)),
)
