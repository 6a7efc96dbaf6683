"""The review queue: documents with values that a person should compare with the paper."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from index import tables
from index.catalogue import Catalogue
from index.filed import Filed

_DOCUMENT = tables.document.c


@dataclass(frozen=True, slots=True)
class Queue:
    """The first documents that wait, the most doubtful first, and how many wait in all."""

    total: int
    values: int  # doubtful values of all of them
    documents: tuple[tuple[Filed, int], ...]  # with how many of its values are doubtful


def queue(catalogue: Catalogue, limit: int = 100, offset: int = 0) -> Queue:
    """What waits for a person."""
    waits = (_DOCUMENT.doubts > 0, catalogue.visible)
    counted = select(func.count(), func.coalesce(func.sum(_DOCUMENT.doubts), 0)).where(*waits)
    wanted = (
        select(_DOCUMENT.id, _DOCUMENT.doubts)
        .where(*waits)
        .order_by(_DOCUMENT.doubts.desc(), _DOCUMENT.id)
        .limit(limit)
        .offset(offset)
    )
    with catalogue.reading() as connection:
        total, values = connection.execute(counted).one()
        rows = connection.execute(wanted).all()
    found = {one.id: one for one in catalogue.documents(row.id for row in rows)}
    return Queue(total, values, tuple((found[row.id], row.doubts) for row in rows))


def following(catalogue: Catalogue, id_: str) -> str | None:
    """The document that waits after this one, from the top again at the end; None if no other."""
    waits = (_DOCUMENT.doubts > 0, catalogue.visible, _DOCUMENT.id != id_)
    in_order = select(_DOCUMENT.id).where(*waits).order_by(_DOCUMENT.doubts.desc(), _DOCUMENT.id)
    own = select(_DOCUMENT.doubts).where(_DOCUMENT.id == id_).scalar_subquery()
    behind = (_DOCUMENT.doubts < own) | ((_DOCUMENT.doubts == own) & (_DOCUMENT.id > id_))
    with catalogue.reading() as connection:
        found = connection.scalar(in_order.where(behind).limit(1))
        return found or connection.scalar(in_order.limit(1))
