"""How paragraphs and runs of a Word file look: styles, indents, automatic numbers, fonts.

A property is looked for where it stands nearest: on the paragraph or run, then along its styles,
then in the document's defaults (ECMA-376 part 1, 17.7.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.thai_digit_fonts import draws_thai_digits, to_thai_digits
from pipeline.word.numbering import Numbering

_NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
}


def tag(prefix: str, name: str) -> str:
    return f"{{{_NAMESPACES[prefix]}}}{name}"


def w(name: str) -> str:
    """The tag of a WordprocessingML element."""
    return tag("w", name)


def value(element: Any | None, attribute: str = "val") -> str | None:
    """An attribute of WordprocessingML, None where it or the element is missing."""
    found = None if element is None else element.get(w(attribute))
    return None if found is None else str(found)


def on(element: Any | None) -> bool:
    """Whether a switch is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """Measures in twips, size in points; `number` is the automatic number with what follows it."""

    align: str
    indent: int
    first_indent: int
    tab_stops: tuple[int, ...]
    size: float
    number: str
    page_break_before: bool
    ends_section: bool


@dataclass(frozen=True, slots=True)
class RunLook:
    hidden: bool
    thai_digits: bool

    def as_drawn(self, text: str) -> str:
        return to_thai_digits(text) if self.thai_digits else text


_ALIGN = {"center": "centre", "right": "right", "end": "right"}


class Styles:
    """Looks things up in `styles` and `numbering`, the roots of those parts (None if missing)."""

    def __init__(self, styles: Any | None, numbering: Any | None) -> None:
        self._styles: dict[str | None, Any] = {}
        self._defaults: list[Any] = []
        self._default_style: str | None = None
        for style in () if styles is None else styles.findall(w("style")):
            self._styles[value(style, "styleId")] = style
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default_style = value(style, "styleId")
        if styles is not None:
            self._defaults = styles.findall(f"{w('docDefaults')}/*/*")
        self._numbering = Numbering(numbering)

    def of_paragraph(self, paragraph: Any) -> ParagraphLook:
        """The look of a paragraph; counts its automatic number, so ask once and in order."""
        places = list(self._paragraph_places(paragraph))
        own = paragraph.find(w("pPr"))
        section = None if own is None else own.find(w("sectPr"))
        number, level = self._numbering.next(places)
        indents = _merged(places if level is None else [*places[:1], level, *places[1:]])
        return ParagraphLook(
            align=_ALIGN.get(value(_nearest(places, "jc")) or "", "left"),
            indent=indents.get("left", indents.get("start", 0)),
            first_indent=indents.get("firstLine", 0) - indents.get("hanging", 0),
            tab_stops=_tab_stops(places),
            size=self._size(paragraph),
            number=number,
            page_break_before=on(_nearest(places, "pageBreakBefore")),
            ends_section=section is not None,
        )

    def of_run(self, run: Any, paragraph: Any) -> RunLook:
        own = run.find(w("rPr"))
        style = None if own is None else value(own.find(w("rStyle")))
        places = [
            *([] if own is None else [own]),
            *self._chain(style, "rPr"),
            *self._chain(self._style_of(paragraph), "rPr"),
            *[place for place in self._defaults if place.tag == w("rPr")],
        ]
        complex_script = own is not None and (on(own.find(w("cs"))) or on(own.find(w("rtl"))))
        fonts = _nearest(places, "rFonts")
        font = value(fonts, "cs" if complex_script else "ascii") or ""
        return RunLook(on(_nearest(places, "vanish")), draws_thai_digits(font))

    def _paragraph_places(self, paragraph: Any) -> Iterator[Any]:
        own = paragraph.find(w("pPr"))
        if own is not None:
            yield own
        yield from self._chain(self._style_of(paragraph), "pPr")
        yield from (place for place in self._defaults if place.tag == w("pPr"))

    def _style_of(self, paragraph: Any) -> str | None:
        return value(paragraph.find(f"{w('pPr')}/{w('pStyle')}")) or self._default_style

    def _chain(self, style_id: str | None, part: str) -> Iterator[Any]:
        """The properties of a style and of those that it is based on, nearest first."""
        met: set[str | None] = set()
        while style_id in self._styles and style_id not in met:
            met.add(style_id)
            style = self._styles[style_id]
            properties = style.find(w(part))
            if properties is not None:
                yield properties
            style_id = value(style.find(w("basedOn")))

    def _size(self, paragraph: Any) -> float:
        """Points: of the first run that says so, else of the style, else the 16 of letters."""
        runs = [run for run in paragraph.iter(w("rPr")) if run.getparent().tag == w("r")]
        chain = [*runs, *self._chain(self._style_of(paragraph), "rPr")]
        found = _nearest(chain, "szCs")
        if found is None:
            found = _nearest(chain, "sz")
        return float(value(found) or 32) / 2


def _nearest(places: list[Any], name: str) -> Any | None:
    for place in places:
        found = place.find(w(name))
        if found is not None:
            return found
    return None


def _merged(places: list[Any]) -> dict[str, int]:
    """Indents: each edge is inherited on its own."""
    merged: dict[str, int] = {}
    for place in reversed(places):
        indents = place.find(w("ind"))
        if indents is None:
            continue
        here = {name.rpartition("}")[2]: text for name, text in indents.attrib.items()}
        if here.keys() & {"firstLine", "hanging"}:
            merged.pop("firstLine", None)
            merged.pop("hanging", None)
        merged.update({name: _twips(text) for name, text in here.items()})
    return merged


def _twips(text: str) -> int:
    try:
        return int(float(text))
    except ValueError:  # a measure with a unit; rare, and only a hint here
        return 0


def _tab_stops(places: list[Any]) -> tuple[int, ...]:
    stops: set[int] = set()
    for place in reversed(places):
        for stop in place.findall(f"{w('tabs')}/{w('tab')}"):
            position = _twips(value(stop, "pos") or "")
            if value(stop) == "clear":
                stops.discard(position)
            else:
                stops.add(position)
    return tuple(sorted(stops))
