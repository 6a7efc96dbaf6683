"""The piece of paper that a miss speaks of, as a picture inside the report."""

from __future__ import annotations

import base64
import io
from functools import lru_cache
from pathlib import Path

from PIL import Image
from rapidfuzz import fuzz

from benchmarks.score.compare import Verdict, shown
from benchmarks.score.run import Scored
from pipeline.images import read_image_page
from pipeline.media_type import DOCX, PDF
from pipeline.models import Box, Page, SourceFile
from pipeline.rasterise import render_pdf_page

_DPI = 100
_MARGIN = 0.012  # of the page's height, above and below what is shown
_WIDEST = 900  # pixels


def crop(one: Scored, verdict: Verdict, source: SourceFile) -> str:
    """A data URI of the paper where the value stands; "" if the page cannot be shown."""
    place = _place(one, verdict)
    if place is None or source.media_type == DOCX:
        return ""
    page, box = place
    picture = _drawn(source.path, source.media_type, page.number)
    if page.rotation:
        picture = picture.rotate(-page.rotation, expand=True)
    top, bottom = max(0.0, box.top - _MARGIN), min(1.0, box.bottom + _MARGIN)
    cut = picture.crop(
        (0, round(top * picture.height), picture.width, round(bottom * picture.height))
    )
    if cut.width > _WIDEST:
        cut = cut.resize((_WIDEST, max(1, round(cut.height * _WIDEST / cut.width))))
    kept = io.BytesIO()
    cut.convert("RGB").save(kept, "JPEG", quality=60)
    return "data:image/jpeg;base64," + base64.b64encode(kept.getvalue()).decode()


def _place(one: Scored, verdict: Verdict) -> tuple[Page, Box] | None:
    """Where the value was read; else the line most like the true one; else the head."""
    pages = {page.number: page for page in one.pages}
    found = verdict.found or {}
    if found.get("box") and found["page"] in pages:
        return pages[found["page"]], Box(*found["box"])
    told = verdict.expected or {}
    if told.get("box") and told.get("page") in pages:
        return pages[told["page"]], Box(*told["box"])
    first, last = verdict.pages
    mine = [pages[number] for number in range(first, last + 1) if number in pages]
    if not mine:
        return None
    words = shown(verdict.expected if verdict.expected else verdict.found)
    likeness, page, box = max(
        (
            (fuzz.partial_ratio(words, line.text), page, page.on_paper(line.box))
            for page in mine
            for line in page.lines
            if len(line.text) > 3
        ),
        key=lambda one: one[0],
        default=(0.0, mine[0], Box(0, 0, 1, 0.3)),
    )
    return (page, box) if likeness >= _LIKE else (mine[0], Box(0, 0, 1, 0.3))


_LIKE = 60


@lru_cache(maxsize=8)
def _drawn(path: Path, media_type: str, number: int) -> Image.Image:
    if media_type == PDF:
        return Image.fromarray(render_pdf_page(path, number, dpi=_DPI))
    picture = Image.fromarray(read_image_page(path, number, dpi=_DPI))
    picture.thumbnail((_WIDEST, 2 * _WIDEST))
    return picture
