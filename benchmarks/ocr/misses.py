"""What our reader missed: each wrong digit, number and date beside a crop of its line."""

from __future__ import annotations

import base64
import html
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from benchmarks.ocr.cases import Case
from benchmarks.ocr.engines import PageReading, Reading
from benchmarks.ocr.score import Miss, Tally, essence
from pipeline.cleanup import skew
from pipeline.rasterise import render_pdf_page

_KINDS = ("number", "date", "digit")
_MOST = 60  # of the confusions of letters
_HEAD = """<!doctype html><meta charset="utf-8"><title>Misses</title>
<style>body{font:15px sans-serif;margin:2em} img{max-width:100%;border:1px solid #ccc}
td,th{padding:.2em .8em;text-align:left;vertical-align:top} td{border-top:1px solid #ddd}</style>"""


@dataclass(frozen=True, slots=True)
class Missed:
    """One file as our reader read it."""

    case: Case
    reading: Reading
    tally: Tally


def write(files: Sequence[Missed], target: Path) -> None:
    """One page of HTML: the commonest confusions, then every miss of a value with its line."""
    confusions: Counter[tuple[str, str]] = Counter()
    for file in files:
        confusions += file.tally.confusions()
    parts = [_HEAD, "<h1>Letters</h1><table><tr><th>times<th>printed<th>read"]
    for (expected, found), times in confusions.most_common(_MOST):
        cells = (str(times), expected or "(nothing)", found or "(nothing)")
        parts.append("<tr>" + "".join(f"<td>{html.escape(cell)}" for cell in cells))
    parts.append("</table>")
    for file in files:
        parts += _file(file)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(parts), encoding="utf-8")


def _file(file: Missed) -> Iterator[str]:
    yield f"<h2>{file.case.name}</h2>"
    pages = zip(file.reading.pages, file.tally.misses, strict=True)
    for number, (page, missed) in enumerate(pages, start=1):
        wrong = [miss for miss in missed if miss.kind in _KINDS]
        if not wrong:
            continue
        picture = skew.turn(_grey(file.case.pdf, number), page.skew)
        yield "<table>"
        for miss in wrong:
            cells = (f"page {number}", miss.kind, miss.expected, miss.found or "(nothing)")
            cells_html = "".join(f"<td>{html.escape(cell)}" for cell in cells)
            yield f"<tr>{cells_html}<td>{_crop(picture, page, miss)}"
        yield "</table>"


def _grey(pdf: Path, number: int) -> npt.NDArray[np.uint8]:
    return np.asarray(cv2.cvtColor(render_pdf_page(pdf, number), cv2.COLOR_RGB2GRAY), np.uint8)


def _crop(picture: npt.NDArray[np.uint8], page: PageReading, miss: Miss) -> str:
    """The line in which the miss stands, and how it was read."""
    end = 0
    for line in page.lines:
        end += len(essence(line.text))
        if miss.at < end:
            height, width = picture.shape
            left, top, right, bottom = line.box
            piece = picture[
                max(0, int(top * height) - 20) : int(bottom * height) + 20,
                max(0, int(left * width) - 20) : int(right * width) + 20,
            ]
            _, png = cv2.imencode(".png", piece)
            data = base64.b64encode(png.tobytes()).decode()
            return f'<img src="data:image/png;base64,{data}"><br>{html.escape(line.text)}'
    return "(no line there)"
