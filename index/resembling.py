"""Which documents have a subject, an issuer or a name that reads nearly as what was typed.

Words are no help where a slip of the finger or a fault of the scan makes others of them: Thai is
cut differently then. So candidates are found by the three-letter pieces that they share with what
was typed, rare ones worth more, and judged by how many letters differ from the best place.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rapidfuzz import fuzz
from sqlalchemy import select

from index import tables
from index.analysis import fold, grams
from index.catalogue import Catalogue
from index.names import name_key
from index.whoosh_lists import Floats, Ints
from index.whoosh_view import Bools, IndexView

_CANDIDATES = 60
_SHORTEST = 5  # letters of what is compared
_WHOLE = 0.05  # what it is worth that a place has nothing but the key
_START = 0.03  # and that it begins with it: a subject is remembered from its beginning
_OFTEN = 0.2  # a piece that more of the archive has tells nothing


def keys_of(texts: Sequence[str]) -> tuple[str, ...]:
    """What was typed as keys, without what is too short to compare."""
    keys = (name_key(fold(text)) for text in texts)
    return tuple(dict.fromkeys(key for key in keys if len(key) >= _SHORTEST))


def closeness(heading: Sequence[str], keys: Sequence[str]) -> float:
    """How much of what was typed stands in a heading, 0 to 1: for each key the place of it that
    fits best, long keys worth more."""
    letters = sum(map(len, keys))
    if not letters:
        return 0.0
    return (
        sum(len(key) * max((_fit(key, one) for one in heading), default=0) for key in keys)
        / letters
    )


def _fit(key: str, there: str) -> float:
    """Of places that have the key letter by letter, the one that begins with it or has little else
    fits best."""
    whole = float(fuzz.ratio(key, there))
    part = whole if len(there) < len(key) else float(fuzz.partial_ratio(key, there))
    start = float(fuzz.ratio(key, there[: len(key)]))
    return ((1 - _WHOLE - _START) * part + _WHOLE * whole + _START * start) / 100


def candidates(view: IndexView, keys: Sequence[str], seen: Bools) -> Ints:
    """The places that share most with the keys, of those that may be seen; best first."""
    shared: Floats = np.zeros(view.count, np.float32)
    for piece in dict.fromkeys(gram for key in keys for gram in grams(key)):
        places, _ = view.postings("grams", piece)
        if 0 < len(places) <= max(50, _OFTEN * view.count):
            shared[places] += np.float32(np.log1p(view.count / len(places)))
    shared[~seen] = 0.0
    best = np.argpartition(-shared, min(_CANDIDATES, view.count - 1))[:_CANDIDATES]
    best = best[shared[best] > 0]
    return best[np.argsort(-shared[best], kind="stable")].astype(np.int32)


def headings(
    catalogue: Catalogue, ids: Sequence[str], names: bool = False
) -> dict[str, tuple[str, ...]]:
    """Of each document that may be seen its subject and issuer as keys; with `names` also who
    signed it, which takes longer to read."""
    document = tables.document.c
    columns = [document.id, document.subject, document.issuer]
    if names:
        columns.append(document.record["signatory"]["name"].as_string())
    asked = select(*columns).where(document.id.in_(list(ids)), catalogue.visible)
    with catalogue.reading() as connection:
        rows = connection.execute(asked).all()
    return {row[0]: tuple(name_key(fold(text)) for text in row[1:] if text) for row in rows}
