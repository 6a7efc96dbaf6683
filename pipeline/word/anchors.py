"""Text boxes of a Word file and where they stand (DrawingML wp:anchor, or VML for old programs)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.word.styles import tag, w

TWIPS_PER_EMU = 1 / 635  # 914,400 EMU and 1,440 twips to an inch
_TWIPS = {"pt": 20.0, "in": 1440.0, "cm": 567.0, "mm": 56.7, "": 20.0}
_STYLE = re.compile(r"([\w-]+)\s*:\s*([^;]+)")
_MEASURE = re.compile(r"(-?[\d.]+)(pt|in|cm|mm)?")
_OF_PAGE = ("page", "leftMargin")
_VERTICALLY_OF_PAGE = ("page", "topMargin")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a text box stands, in twips; 0 or None where that is not said.

    `left` counts from the left margin, or the paper's edge if `of_page`; `align` (left, centre,
    right) stands for it. `down` counts from the paragraph, from the margin or the paper's edge.
    """

    left: int = 0
    width: int = 0
    align: str = ""
    of_page: bool = False
    down: int | None = None
    down_of: str = "paragraph"  # paragraph, margin, page


def text_boxes(paragraph: Any) -> Iterator[tuple[Any, Anchor]]:
    """Contents of the text boxes anchored here; of the two versions of one, only the newer."""
    for content in paragraph.iter(w("txbxContent")):
        for above in content.iterancestors():
            if above is paragraph:
                yield content, _anchor(content)
                break
            # a text box within a text box is met again there; a Fallback repeats its Choice
            if above.tag in (w("p"), tag("mc", "Fallback"), w("del")):
                break


def _anchor(content: Any) -> Anchor:
    for above in content.iterancestors():
        if above.tag == tag("wp", "anchor"):
            return _of_drawing(above)
        if above.tag == tag("v", "shape") or above.tag == tag("v", "rect"):
            return _of_shape(above.get("style", ""))
    return Anchor()


def _of_drawing(anchor: Any) -> Anchor:
    extent = anchor.find(tag("wp", "extent"))
    across, down = anchor.find(tag("wp", "positionH")), anchor.find(tag("wp", "positionV"))
    left, top = _offset(across), _offset(down)
    align = None if across is None else across.find(tag("wp", "align"))
    below = "" if down is None else down.get("relativeFrom", "")
    return Anchor(
        left=left or 0,
        width=round(int(extent.get("cx", 0)) * TWIPS_PER_EMU) if extent is not None else 0,
        align=_aligned("" if align is None else align.text or ""),
        of_page=across is not None and across.get("relativeFrom") in _OF_PAGE,
        down=top,
        down_of=_vertically(below),
    )


def _offset(position: Any | None) -> int | None:
    offset = None if position is None else position.find(tag("wp", "posOffset"))
    return None if offset is None else round(int(offset.text or 0) * TWIPS_PER_EMU)


def _of_shape(style: str) -> Anchor:
    said = shape_style(style)
    left, top = twips(said.get("margin-left")), twips(said.get("margin-top"))
    return Anchor(
        left=left or 0,
        width=twips(said.get("width")) or 0,
        align=_aligned(said.get("mso-position-horizontal", "")),
        of_page=said.get("mso-position-horizontal-relative") in _OF_PAGE,
        down=top,
        down_of=_vertically(said.get("mso-position-vertical-relative", "")),
    )


def shape_style(style: str) -> dict[str, str]:
    """What the style of a VML shape says, by name."""
    return {name: value.strip() for name, value in _STYLE.findall(style)}


def twips(text: str | None) -> int | None:
    """A length of a VML style (6cm, 170pt); None where there is none.

    >>> twips("2in"), twips("auto")
    (2880, None)
    """
    found = _MEASURE.fullmatch(text or "")
    return round(float(found[1]) * _TWIPS[found[2] or ""]) if found else None


def _aligned(text: str) -> str:
    return {"center": "centre", "right": "right", "outside": "right"}.get(text, "")


def _vertically(of: str) -> str:
    if of in _VERTICALLY_OF_PAGE:
        return "page"
    return "margin" if of == "margin" else "paragraph"
