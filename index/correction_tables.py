"""The tables of the catalogue for what persons correct and give: as `index/tables.py`."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from index.tables import metadata

correction = Table(
    "correction",  # append-only: index/corrections/model.py
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("sha256", String(64), ForeignKey("source.sha256"), nullable=False),
    Column("page", Integer, nullable=False),
    Column("action", String(16), nullable=False),
    Column("field", String(32), nullable=False),
    Column("anchor", JSON),
    Column("before", JSON),
    Column("after", JSON),
    Column("undoes", Integer, ForeignKey("correction.id")),
    Column("version", Text, nullable=False),
    Index("correction_sha256", "sha256", "id"),
)

machine_record = Table(
    "machine_record",  # append-only but for its marks: index/corrections/machine.py
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String(32), nullable=False),  # may be gone: joined to another
    Column("sha256", String(64), ForeignKey("source.sha256"), nullable=False),
    Column("pages", JSON, nullable=False),  # in reading order
    Column("record", JSON, nullable=False),
    Column("at", String(32), nullable=False),
    Column("version", Text, nullable=False),
    Column("current", Boolean, nullable=False),  # what the document's shown record is made of
    Column("superseded", Boolean, nullable=False),  # one of its pages was read anew since
    Column("described_as", String(32)),  # the kind that a person gave; null: the machine's own
    Index("machine_record_document", "document_id"),
)

document_name = Table(
    "document_name",  # ids once given: the document that began with a page, whether it stands now
    metadata,
    Column("sha256", String(64), ForeignKey("source.sha256"), primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("ordinal", Integer, nullable=False),
    UniqueConstraint("sha256", "ordinal"),
)

received = Table(
    "received",  # numbers of the received register, given for ever: index/received.py
    metadata,
    Column("year", Integer, primary_key=True),  # B.E.
    Column("number", Integer, primary_key=True),
    Column("document_id", String(32), nullable=False, unique=True),  # may be joined to another
    Column("day", String(10), nullable=False),
    Index("received_day", "day", "number"),
)

handling = Table(
    "handling",  # what was done with a letter of the register, append-only: index/handling.py
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("by", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text, nullable=False),  # empty: what was written before holds no more
    Index("handling_of", "year", "number", "id"),
)
