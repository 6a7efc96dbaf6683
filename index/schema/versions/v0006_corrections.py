"""What persons correct, what the machine had read, and the numbers of the received register."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from extractors.doubt.doubts import doubtful
from extractors.record import Record

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("source", sa.Column("grouping", sa.JSON))
    op.add_column(
        "page", sa.Column("excluded", sa.Boolean, nullable=False, server_default=sa.false())
    )
    op.add_column("link", sa.Column("anchor", sa.JSON))
    op.add_column(
        "document", sa.Column("doubts", sa.Integer, nullable=False, server_default=sa.text("0"))
    )
    _count_doubts()
    op.create_index("document_doubts", "document", ["doubts", "id"])
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        _sha256(),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("field", sa.String(32), nullable=False),
        sa.Column("anchor", sa.JSON),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("correction.id")),
        sa.Column("version", sa.Text, nullable=False),
    )
    op.create_index("correction_sha256", "correction", ["sha256", "id"])
    op.create_table(
        "machine_record",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.String(32), nullable=False),
        _sha256(),
        sa.Column("pages", sa.JSON, nullable=False),
        sa.Column("record", sa.JSON, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("superseded", sa.Boolean, nullable=False),
    )
    op.create_index("machine_record_document", "machine_record", ["document_id"])
    op.create_table(
        "document_name",
        _sha256(primary_key=True),
        sa.Column("page", sa.Integer, primary_key=True),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.UniqueConstraint("sha256", "ordinal"),
    )
    op.create_table(
        "received",
        sa.Column("year", sa.Integer, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.String(32), nullable=False, unique=True),
        sa.Column("day", sa.String(10), nullable=False),
    )
    op.create_index("received_day", "received", ["day", "number"])


def _sha256(primary_key: bool = False) -> sa.Column[str]:
    return sa.Column(
        "sha256",
        sa.String(64),
        sa.ForeignKey("source.sha256"),
        nullable=False,
        primary_key=primary_key,
    )


def _count_doubts() -> None:
    document = sa.table(
        "document", sa.column("id"), sa.column("record", sa.JSON), sa.column("doubts")
    )
    connection = op.get_bind()
    for id_, record in connection.execute(sa.select(document.c.id, document.c.record)).all():
        doubts = len(doubtful(Record.model_validate(record)))
        if doubts:
            connection.execute(document.update().where(document.c.id == id_).values(doubts=doubts))
