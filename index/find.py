"""A document by what a person types: its id, or its number."""

from __future__ import annotations

import re

from sqlalchemy import select

from extractors.number import parse_typed_number
from index import correction_tables, register, tables
from index.catalogue import Catalogue
from index.corrections.remake import state_of
from pipeline.errors import Ambiguous, NotFound

_ID = re.compile(r"[0-9a-f]{12}-\d{1,5}")
_LONGEST = 200


def find_document(catalogue: Catalogue, typed: str) -> str:
    """The id of the one document meant.

    Raises NotFound, or Ambiguous with all candidates if several bear the number.
    """
    text = " ".join(typed.replace("\0", " ").split())
    if _ID.fullmatch(text.lower()):
        return catalogue.document(now_of(catalogue, text.lower())).id
    if len(text) > _LONGEST or parse_typed_number(text) is None:
        raise NotFound(
            f"“{text[:_LONGEST]}” is neither the id of a document nor a number such as "
            "ว 123 or 12/2564. Search for it first."
        )
    found = register.bearing(catalogue, text)
    if not found:
        raise NotFound(f"No document in the archive bears the number “{text}”.")
    if len(found) > 1:
        named = "; ".join(
            " ".join(piece for piece in (one.id, one.number, one.date, one.issuer) if piece)
            for one in catalogue.documents(found)
        )
        raise Ambiguous(
            f"{len(found)} documents bear the number “{text}”; name one by its id: {named}",
            tuple(found),
        )
    return found[0]


def now_of(catalogue: Catalogue, id_: str) -> str:
    """The id of the document that now holds what was filed as `id_`: an id once given leads
    somewhere for ever, also when a person joined its document to another. Else the id itself."""
    document, name = tables.document.c, correction_tables.document_name.c
    if not _ID.fullmatch(id_):
        return id_
    head, _, ordinal = id_.partition("-")
    with catalogue.reading() as connection:
        if connection.execute(select(document.id).where(document.id == id_)).first():
            return id_
        known = select(name.sha256).where(
            name.sha256.startswith(head), name.ordinal == int(ordinal)
        )
        sha256 = connection.scalar(known)
        return (sha256 and state_of(connection, sha256).holder(id_)) or id_
