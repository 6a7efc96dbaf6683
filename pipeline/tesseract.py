"""The only room that knows pytesseract: pictures of lines in, text with boxes out.

A page's lines go to one Tesseract process as one multi-page TIFF, each page of it a line read
with page segmentation mode 13 (raw line): starting a process for each line would cost more than
the reading, and Tesseract's own layout analysis loses borderless Thai tables.
"""

from __future__ import annotations

import csv
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytesseract
from pytesseract import pytesseract as engine

from pipeline.errors import ToolMissing
from pipeline.models import mean_confidence

Grey = npt.NDArray[np.uint8]

MODEL = "saraban"
_PLAIN_TIFF = (cv2.IMWRITE_TIFF_COMPRESSION, cv2.IMWRITE_TIFF_COMPRESSION_NONE)
_DARK, _PAPER = 60, 235  # where ink is dark, grey from which it is paper: no stroke is as pale
# SARABAN_TESSDATA names another folder with a saraban.traineddata, to try a model before it ships.
_TESSDATA = Path(os.environ.get("SARABAN_TESSDATA") or str(files("pipeline") / "data" / "tessdata"))
_RAW_LINE = 13
_HEIGHT = 48  # pixels, to which the model's network scales every line it is given
_NARROWER = 0.9  # of the width that goes with it: the work is as the width, and no letter is lost
# Tesseract's threads fight each other: one each is three to four times cheaper in CPU time.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A word in pixels of its strip: left, top, right, bottom; confidence 0..1."""

    text: str
    box: tuple[int, int, int, int]
    confidence: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What Tesseract read on one strip. Empty text: nothing legible."""

    text: str
    words: tuple[ReadWord, ...]

    @property
    def confidence(self) -> float:
        """0..1; 0 where nothing was read."""
        return mean_confidence(self.words)

    def no_surer_than(self, most: float) -> ReadLine:
        """The same reading, none of its words surer than that: a choice among several readings."""
        words = (replace(word, confidence=min(word.confidence, most)) for word in self.words)
        return replace(self, words=tuple(words))


def read_strips(
    strips: Sequence[Grey], tessdata: Path = _TESSDATA, widths: Sequence[float] | None = None
) -> tuple[ReadLine, ...]:
    """Read pictures of single lines (grey, dark on light). One result a strip, in order.

    `widths`: how wide each is read; 1 is the width that goes with the network's height. Raises
    ToolMissing if Tesseract or the model is not there or fails.
    """
    if not strips:
        return ()
    with tempfile.TemporaryDirectory(prefix="saraban-") as folder:
        stack = Path(folder) / "lines.tif"
        scales = [
            _scales(strip, width)
            for strip, width in zip(strips, widths or [_NARROWER] * len(strips), strict=True)
        ]
        lines = [_at_height(strip, scale) for strip, scale in zip(strips, scales, strict=True)]
        cv2.imwritemulti(str(stack), lines, _PLAIN_TIFF)
        output = Path(folder) / "lines"
        config = (
            f'--tessdata-dir "{tessdata}" --psm {_RAW_LINE} '
            "-c tessedit_create_tsv=1 -c tessedit_create_txt=1 -c page_separator=\f "
            # Strips are dark on light: doubtful lines need not be read once more as a negative.
            "-c invert_threshold=0"
        )
        _run(stack, output, config)
        text = output.with_suffix(".txt").read_text("utf-8")
        table = output.with_suffix(".tsv").read_text("utf-8")
    texts = text.split("\f")
    words = _words_by_page(table, scales)
    return tuple(
        ReadLine(" ".join(texts[i].split()) if i < len(texts) else "", tuple(words[i]))
        for i in range(len(strips))
    )


def _scales(strip: Grey, width: float) -> tuple[float, float]:
    """How many pixels of the strip are one of what is read, across and down."""
    down = strip.shape[0] / _HEIGHT
    return down / width, down


def _at_height(strip: Grey, scales: tuple[float, float]) -> Grey:
    """The strip as high as the network wants it, with the slight sharpening of Leptonica's scaling.

    Tesseract would do the same, but not before it has looked for shapes in the full size.
    """
    width = max(1, round(strip.shape[1] / scales[0]))
    small = cv2.resize(strip, (width, _HEIGHT), interpolation=cv2.INTER_AREA)
    sharp = cv2.addWeighted(small, 1.2, cv2.blur(small, (3, 3)), -0.2, 0)
    # Tesseract packs the line as PNG and unpacks it, which paper with grain makes dear.
    if sharp.min() < _DARK:
        sharp[sharp > _PAPER] = 255
    return np.asarray(sharp, dtype=np.uint8)


def _run(picture: Path, output: Path, config: str) -> None:
    try:
        engine.run_tesseract(
            input_filename=str(picture),
            output_filename_base=str(output),
            extension="tsv",
            lang=MODEL,
            config=config,
        )
    except pytesseract.TesseractNotFoundError as error:
        raise ToolMissing(
            "Tesseract is not installed. Run `make install`.", code="tesseract_missing"
        ) from error
    except pytesseract.TesseractError as error:
        raise ToolMissing(
            f"Tesseract could not read with the model '{MODEL}': {error.message}",
            code="tesseract_failed",
        ) from error


def _words_by_page(table: str, scales: Sequence[tuple[float, float]]) -> list[list[ReadWord]]:
    """The words of Tesseract's TSV (level 5), by page; each page's boxes grow by its scales."""
    words: list[list[ReadWord]] = [[] for _ in scales]
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["level"] != "5" or not row["text"].strip():
            continue
        page = int(row["page_num"]) - 1
        left, top, width, height = (int(row[side]) for side in ("left", "top", "width", "height"))
        across, down = scales[page]
        box = (
            round(left * across),
            round(top * down),
            round((left + width) * across),
            round((top + height) * down),
        )
        confidence = max(0.0, float(row["conf"])) / 100
        words[page].append(ReadWord(row["text"], box, confidence))
    return words
