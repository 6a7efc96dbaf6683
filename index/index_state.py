"""Which document stands in which generation of the search index, so that a stopped run resumes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, or_, select, update

from index import tables
from index.catalogue import Catalogue

_CHUNK = 500


def not_indexed_in(catalogue: Catalogue, generation: str, limit: int) -> list[str]:
    """Some of the documents that are not noted as standing in this generation."""
    state = tables.index_state.c
    wanted = (
        select(state.document_id)
        .where(or_(state.index_version.is_(None), state.index_version != generation))
        .order_by(state.document_id)
        .limit(limit)
    )
    with catalogue.reading() as connection:
        return list(connection.scalars(wanted))


def count_indexed_in(catalogue: Catalogue, generation: str) -> int:
    """How many documents are noted as standing in this generation."""
    state = tables.index_state.c
    wanted = select(func.count()).where(state.index_version == generation)
    with catalogue.reading() as connection:
        return connection.scalar(wanted) or 0


def note_indexed(catalogue: Catalogue, ids: Sequence[str], generation: str) -> None:
    """Note that these documents stand in this generation."""
    state = tables.index_state
    with catalogue.writing() as connection:
        for start in range(0, len(ids), _CHUNK):
            chunk = list(ids[start : start + _CHUNK])
            connection.execute(
                update(state).where(state.c.document_id.in_(chunk)).values(index_version=generation)
            )
