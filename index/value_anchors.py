"""Which value of a list a correction means, though the list was read anew or parted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rapidfuzz import fuzz

Json = dict[str, Any]

_SAME_PLACE = 0.5  # of the smaller box, that must lie in the other
_SAME_TEXT = 80  # per cent; two readings of one line differ by a letter or two


def text_of(value: Any) -> str:
    """The words by which a value is known, as they were read.

    A recipient's and citation's own text; the title, name or office of what has none.
    """
    for name in ("text", "title", "name", "position", "office", "number"):
        said = getattr(value, name, None)
        if said:
            return str(said)
    return ""


def anchor_of(value: Any) -> Json:
    """What a value is known by."""
    box = getattr(value, "box", None)
    return {"text": text_of(value), **({"box": list(box)} if box else {})}


def page_of(value: Any, otherwise: int) -> int:
    """The page that a value stands on; that of what has no ink of its own is `otherwise`."""
    return getattr(value, "page", None) or otherwise


def find(values: Sequence[Any], anchor: Json, page: int) -> int | None:
    """The place in the list of the value that an anchor means; None if none can be meant.

    What stands on the same spot of the page is meant, however it is read now; where places are
    not known, what reads alike.
    """
    box = anchor.get("box")
    here = [
        (place, value)
        for place, value in enumerate(values)
        if getattr(value, "page", None) in (None, page)
    ]
    if box is not None:
        laid = [
            (_shared(box, value.box), fuzz.ratio(anchor["text"], text_of(value)), -place)
            for place, value in here
            if getattr(value, "box", None) is not None
        ]
        best = max(laid, default=(0.0, 0.0, 0))
        if best[0] >= _SAME_PLACE:
            return -best[2]
    alike = [(fuzz.ratio(anchor["text"], text_of(value)), -place) for place, value in here]
    best_alike = max(alike, default=(0.0, 0))
    return -best_alike[1] if best_alike[0] >= _SAME_TEXT else None


def same_spot(value: Any, anchor: Json) -> bool:
    """Whether a value stands where an anchor says."""
    box, own = anchor.get("box"), getattr(value, "box", None)
    return bool(box and own and _shared(box, own) >= _SAME_PLACE)


def _shared(one: Sequence[float], other: Sequence[float]) -> float:
    """The part of the smaller box that lies in the other, 0..1."""
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, other))
    return max(0.0, across) * max(0.0, down) / smaller if smaller > 0 else 0.0
