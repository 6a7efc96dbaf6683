"""The audit sheet as a PDF: the chain, each value beside the ink it was read from, the pages.

Every value leads to its page at the end of the sheet, where its box is drawn, and every step to its
document. Text is set with Sarabun (SIL Open Font License), shaped so that Thai marks stand right.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.enums import WrapMode, XPos, YPos
from PIL import Image

from flows.archive import Archive
from index.received import THAILAND
from pipeline.models import SourceFile
from pipeline.page_image import has_pictures, page_jpeg
from saraban.exports.audit import Audited, Sheet, Step
from saraban.fields import Row
from saraban.words import thai_date, visible

_FONTS = Path(__file__).parent.parent / "web" / "static" / "fonts"
_CROP_DPI = 150
_LEFT, _WIDTH = 15.0, 180.0  # millimetres of A4
_CROP_WIDTH, _CROP_HEIGHT = 80.0, 24.0
_TOGETHER = 30.0  # a step's head does not stand alone at the foot of a page
_AROUND = 0.008  # of the page, left around the box of a value
_BLUE, _GREY, _RED = (20, 60, 140), (110, 110, 110), (200, 30, 30)

_Place = tuple[int, int]  # a document of the sheet, a page of its file


def write_audit(
    path: Path,
    archive: Archive,
    sheet: Sheet,
    at: datetime,
    tell: Callable[[int, int], None] = lambda done, total: None,  # noqa: ARG005
) -> int:
    """Write the sheet; how many pages. `tell` hears how many of its parts are done, of how many: a
    document's values and each page with them. Raises OSError."""
    return _AuditPdf(archive, sheet).write(path, at, tell)


class _Paper(FPDF):
    """A4 with the sheet's name and its number on every page, so that no page can be mislaid."""

    foot = ""

    def footer(self) -> None:
        self.set_y(-11)
        self.set_font("Sarabun", "", 8)
        self.set_text_color(*_GREY)
        self.cell(_WIDTH, 5, f"{self.foot} · หน้า {self.page_no()} จาก {{nb}}", align="R")


class _AuditPdf:
    def __init__(self, archive: Archive, sheet: Sheet) -> None:
        self.archive, self.sheet = archive, sheet
        self.pdf = _Paper(format="A4")
        self.pdf.add_font("Sarabun", "", _FONTS / "Sarabun-Regular.ttf")
        self.pdf.add_font("Sarabun", "B", _FONTS / "Sarabun-Bold.ttf")
        self.pdf.set_text_shaping(True)
        self.pdf.set_margins(_LEFT, 15, 15)
        self.pdf.set_auto_page_break(True, 15)
        self.sections = {one.number: self.pdf.add_link(page=1) for one in sheet.documents}
        self.shown: dict[_Place, int] = {}  # the link to each page that a value stands on
        self.boxes: dict[_Place, list[tuple[str, Any]]] = {}
        self.pictures: dict[_Place, Image.Image | None] = {}
        self.drawn: dict[_Place, bytes | None] = {}
        self.told: dict[tuple[int, str, str], str] = {}  # where a passage of a step stands

    def write(self, path: Path, at: datetime, tell: Callable[[int, int], None]) -> int:
        at = at.astimezone(THAILAND)
        audited = self.sheet.documents[0]
        title = f"แผ่นตรวจสอบ {audited.summary['number'] or audited.summary['id']}"
        self.pdf.set_title(title)
        self.pdf.set_creator("saraban")
        self.pdf.set_creation_date(at)
        day = thai_date(at.date().isoformat())
        self.pdf.foot = f"{title} · {day} {at:%H:%M} น."
        self.pdf.add_page()
        self._text("แผ่นตรวจสอบความเชื่อมโยงของเอกสาร", 18, bold=True)
        self._text(f"จัดทำเมื่อ {day} เวลา {at:%H:%M} น. จากคลังเอกสารสารบรรณ", 10, _GREY)
        self._text(f"เอกสารที่ตรวจสอบ: [1] {self._name(audited)}", 12, bold=True)
        for title, steps in (("สืบเนื่องจาก", self.sheet.up), ("ผลที่ตามมา", self.sheet.down)):
            self._text(title, 13, bold=True, above=3)
            for step in steps:
                self._step(step)
            if not steps:
                self._text("ไม่มี", 11, _GREY)
        count = len(self.sheet.documents)
        for done, one in enumerate(self.sheet.documents):
            tell(done, 2 * count)  # their pages take as long again
            self._document(one)
        pages = len(self.shown)
        for done, place in enumerate(self.shown):
            tell(count + done * count // pages, 2 * count)
            self._page(place)
        self.pdf.output(str(path))
        return int(self.pdf.page_no())

    def _step(self, step: Step) -> None:
        indent = 6.0 * step.depth
        to = f"[{step.to}] " if step.to else ""
        link = self.sections[step.to] if step.to else None
        colour = _BLUE if step.to else _RED
        if self.pdf.will_page_break(_TOGETHER):
            self.pdf.add_page()
        head = f"{step.relation} ({step.certainty}) {to}{step.named}"
        self._text(head, 11, colour, bold=True, indent=indent, link=link)
        self._text(step.why, 10, _GREY, indent=indent)
        if step.judged_by:
            self._text(f"ผู้พิจารณา: {step.judged_by}", 10, indent=indent)
        if step.passage is not None:
            self._passage(*step.passage, indent)

    def _passage(self, number: int, row: Row, indent: float) -> None:
        """The words that a step rests on; a clause that many reports answer is shown once."""
        known = (number, row.name, row.value)
        if known in self.told:
            self._text(f"{row.name}: ดู{self.told[known]} ของ [{number}] ข้างต้น", 10, indent=indent)
            return
        one = self.sheet.documents[number - 1]
        mark = self._value(one, row, indent)
        if mark is not None:
            self.told[known] = mark

    def _document(self, one: Audited) -> None:
        self.pdf.add_page()
        self.pdf.set_link(self.sections[one.number], page=self.pdf.page_no())
        source = one.summary["source"]
        self._text(f"[{one.number}] {self._name(one)}", 14, bold=True)
        self._text(one.heading, 11)
        self._text(f"รหัส {one.summary['id']} · แฟ้ม {source['name']}", 10, _GREY)
        self._text(f"SHA-256 ของต้นฉบับ: {source['sha256']}", 9, _GREY)
        name = ""
        for row in one.rows:
            name = row.name or name
            self._value(one, row._replace(name=name))

    def _value(self, one: Audited, row: Row, indent: float = 0.0) -> str | None:
        """A value, and right under it the ink; both lead to its page. Which page and box it is."""
        place, box = self._place(one, row), row.evidence.get("box")
        said = f"{row.name}: {row.value}"
        if place is None:
            self._text(said, 11, indent=indent)
            return None
        link = self.shown.setdefault(place, self.pdf.add_link(page=1))
        mark = str(len(self.boxes.setdefault(place, [])) + 1)
        if box is not None:
            self.boxes[place].append((mark, box))
        confidence = row.evidence.get("confidence")
        sure = f" · ความเชื่อมั่น {confidence:.0%}" if confidence is not None else ""
        self._text(said, 11, indent=indent, link=link)
        where = f"หน้า {place[1]} กรอบที่ {mark}"
        self._text(f"{where}{sure}", 9, _GREY, indent=indent, link=link)
        if row.doubt:
            self._text(row.doubt, 9, _RED, indent=indent)
        crop = self._crop(place, box) if box is not None else None
        if crop is not None:
            scale = min(_CROP_WIDTH / crop.width, _CROP_HEIGHT / crop.height, 25.4 / _CROP_DPI)
            width, height = crop.width * scale, crop.height * scale
            if self.pdf.will_page_break(height):
                self.pdf.add_page()
            self.pdf.image(crop, _LEFT + indent, self.pdf.get_y(), width, height, link=link)
            self.pdf.ln(height + 2)
        return where

    def _page(self, place: _Place) -> None:
        """A page of an original with the boxes of the values read from it."""
        number, page = place
        one = self.sheet.documents[number - 1]
        self.pdf.add_page()
        self.pdf.set_link(self.shown[place], page=self.pdf.page_no())
        title = f"[{number}] {self._name(one)} — หน้า {page}"
        self._text(title, 11, _BLUE, bold=True, link=self.sections[number])
        picture = self._picture(place)
        if picture is None:
            self._text("แฟ้มชนิดนี้ไม่มีภาพหน้า ข้อความที่อ่านได้มีดังนี้", 10, _GREY)
            for line in self._lines(one, page):
                self._text(line, 10)
            return
        top = self.pdf.get_y() + 1
        height = min(297 - 15 - top, _WIDTH * picture.height / picture.width)
        width = height * picture.width / picture.height
        self.pdf.image(picture, _LEFT, top, width, height)
        self.pdf.set_draw_color(*_RED)
        self.pdf.set_text_color(*_RED)
        self.pdf.set_font("Sarabun", "", 6)
        for mark, (left, upper, right, lower) in self.boxes[place]:
            x, y = _LEFT + left * width, top + upper * height
            self.pdf.rect(x, y, (right - left) * width, (lower - upper) * height)
            self.pdf.text(x - 2.2, y + 2, mark)

    def _place(self, one: Audited, row: Row) -> _Place | None:
        page = row.evidence.get("page")
        return (one.number, page) if page is not None else None

    def _crop(self, place: _Place, box: Any) -> Image.Image | None:
        picture = self._picture(place)
        if picture is None:
            return None
        left, upper, right, lower = box
        around = (left - _AROUND, upper - _AROUND, right + _AROUND, lower + _AROUND)
        sides = [min(1.0, max(0.0, side)) for side in around]
        across, down = picture.width, picture.height
        crop = (sides[0] * across, sides[1] * down, sides[2] * across, sides[3] * down)
        cut = picture.crop(tuple(round(side) for side in crop))
        return cut if cut.width and cut.height else None

    def _picture(self, place: _Place) -> Image.Image | None:
        """A page of an original; None where it has no pictures, is missing or altered."""
        if place not in self.pictures:
            if place not in self.drawn:  # takes half a second, and most pages are cut up
                self.drawn[place] = self._draw(place)
            drawn = self.drawn[place]
            self.pictures = {
                place: Image.open(io.BytesIO(drawn)) if drawn else None
            }  # one at a time
        return self.pictures[place]

    def _draw(self, place: _Place) -> bytes | None:
        number, page = place
        sha256 = self.sheet.documents[number - 1].summary["source"]["sha256"]
        filed = self.archive.catalogue.source(sha256)
        path = self.archive.store.path(sha256)
        if not has_pictures(filed.media_type) or self.archive.store.check(sha256):
            return None
        source = SourceFile(path, filed.name, sha256, filed.media_type, filed.size)
        (read,) = self.archive.catalogue.pages(sha256, page, page)
        return page_jpeg(source, read, _CROP_DPI)

    def _lines(self, one: Audited, page: int) -> Iterator[str]:
        sha256 = one.summary["source"]["sha256"]
        for read in self.archive.catalogue.pages(sha256, page, page):
            yield from (line.text for line in read.lines)

    def _name(self, one: Audited) -> str:
        summary = one.summary
        parts = (summary["number"], thai_date(summary["date"]), summary["issuer"])
        return " ".join(part for part in parts if part) or summary["subject"] or summary["id"]

    def _text(
        self,
        text: str,
        size: float,
        colour: tuple[int, int, int] = (0, 0, 0),
        bold: bool = False,
        indent: float = 0.0,
        above: float = 0.0,
        link: int | None = None,
    ) -> None:
        self.pdf.set_font("Sarabun", "B" if bold else "", size)
        self.pdf.set_text_color(*colour)
        self.pdf.set_y(self.pdf.get_y() + above)
        self.pdf.set_x(_LEFT + indent)
        self.pdf.multi_cell(
            _WIDTH - indent,
            size * 0.5,
            visible(text),
            align="L",
            new_x=XPos.LMARGIN,
            new_y=YPos.NEXT,
            link=link or "",
            wrapmode=WrapMode.WORD if " " in text.strip() else WrapMode.CHAR,
        )
