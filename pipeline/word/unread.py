"""What a Word file shows and its text does not say: told to a person, as nobody has read it."""

from __future__ import annotations

from typing import Any

from pipeline.word.anchors import TWIPS_PER_EMU, shape_style, twips
from pipeline.word.styles import tag, w

_LARGE = (2_160_000, 1_440_000)  # EMU, 6 × 4 cm: emblems, signatures and seals are smaller

PICTURE = "The Word file holds a picture large enough to bear text; it was not read."
INSERTED = "The Word file holds another file; it was not read."


def unread(body: Any) -> tuple[str, ...]:
    """Notes on large pictures (scans pasted in), and on other files held in the body."""
    held = next(body.iter(w("altChunk"), w("object"), w("subDoc")), None) is not None
    pictured = any(map(_is_large, body.iter(tag("pic", "pic"), tag("v", "imagedata"))))
    return (PICTURE,) * pictured + (INSERTED,) * held


def _is_large(picture: Any) -> bool:
    """Whether a picture is drawn large; one within an embedded object is that object's."""
    if any(above.tag == w("object") for above in picture.iterancestors()):
        return False
    extent = next(picture.iter(tag("a", "ext")), None)
    if extent is not None and extent.get("cx"):
        size = (int(extent.get("cx")), int(extent.get("cy", 0)))
    else:
        said = shape_style(picture.getparent().get("style", ""))
        width, height = (twips(said.get(side)) or 0 for side in ("width", "height"))
        size = (round(width / TWIPS_PER_EMU), round(height / TWIPS_PER_EMU))
    return size[0] >= _LARGE[0] and size[1] >= _LARGE[1]
