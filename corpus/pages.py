"""Fill the HTML templates: the words come from the data, the form from corpus/layout/."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from corpus import fonts, transcript
from corpus.handwriting import signature_path
from pipeline.thai_digits import thai

HERE = Path(__file__).parent
QR_ADDRESS = "https://example.org/monitoring-points"
LAYERS = ("print", "ink")  # what the printer put on the page; what pens and stamps did


def environment() -> Environment:
    env = Environment(
        loader=FileSystemLoader(HERE / "layout"),
        autoescape=lambda name: name is not None and name.endswith(".html.j2"),
        undefined=StrictUndefined,
    )
    env.filters["blank"] = blank
    env.filters["fixed_number"] = fixed_number
    env.filters["signature"] = signature_path
    env.filters["thai_number"] = lambda number: thai(str(number))
    env.globals["fonts"] = fonts.FOLDER.as_uri()
    return env


def blank(text: str, after: str, width: str, last: bool = False) -> Markup:
    """Leave a dotted blank of `width` (CSS) behind the first, or last, `after` in the text."""
    place = text.rfind(after) if last else text.find(after)
    if place < 0:
        raise ValueError(f"no {after!r} in {text!r}")
    place += len(after)
    line = Markup('<span class="blank" style="width: {}"></span>').format(width)
    return escape(text[:place]) + line + escape(text[place:])


def fixed_number(text: str) -> Markup:
    """Keep justification from stretching the gap behind a clause's number or dash."""
    number, _, rest = text.partition(" ")
    if not rest or not (number.endswith(".") or number == "-"):
        return escape(text)
    return escape(number) + Markup('<span class="gap"> </span>') + escape(rest)


def qr_code(address: str) -> Markup:
    """A QR code as inline SVG."""
    drawing = io.BytesIO()
    segno.make(address, error="m").save(
        drawing, kind="svg", scale=4, border=2, xmldecl=False, svgns=False, omitsize=True
    )
    return Markup(drawing.getvalue().decode())


def html(pages: list[str], layer: str) -> str:
    return (
        environment()
        .get_template("base.html.j2")
        .render(pages=[Markup(page) for page in pages], layer=layer)
    )


def page(template: str, **data: Any) -> str:
    return environment().get_template(template).render(**data)


def packet_pages() -> list[str]:
    """The seven pages as HTML sections. Raises ValueError if a line of the text was left out."""
    sections = []
    for number, lines in enumerate(transcript.read_packet(), start=1):
        sections.append(page(f"packet/page{number}.html.j2", t=lines, qr=qr_code(QR_ADDRESS)))
        if lines.unused:
            raise ValueError(f"page {number} leaves out: {lines.unused}")
    return sections
