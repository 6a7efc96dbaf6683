"""The first catalogue: sources, pages, documents, what they say, and how they are linked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "source",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("page_count", sa.Integer, nullable=False),
        sa.Column("accessioned_at", sa.String(32), nullable=False),
        sa.Column("notes", sa.JSON, nullable=False),
    )
    op.create_table(
        "page",
        sa.Column("sha256", sa.String(64), sa.ForeignKey("source.sha256"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("rotation", sa.Integer, nullable=False),
        sa.Column("skew", sa.Float, nullable=False),
        sa.Column("notes", sa.JSON, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("source.sha256"), nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("first_page", sa.Integer, nullable=False),
        sa.Column("last_page", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("circular", sa.Boolean, nullable=False),
        sa.Column("template", sa.Boolean, nullable=False),
        sa.Column("number", sa.Text),
        sa.Column("number_key", sa.Text),
        sa.Column("running", sa.Text),
        sa.Column("date", sa.String(10)),
        sa.Column("date_start", sa.String(10)),
        sa.Column("date_end", sa.String(10)),
        sa.Column("issuer", sa.Text),
        sa.Column("issuer_key", sa.Text),
        sa.Column("subject", sa.Text),
        sa.Column("record", sa.JSON, nullable=False),
        sa.UniqueConstraint("sha256", "ordinal"),
    )
    op.create_index("document_number_key", "document", ["number_key"])
    op.create_index("document_running", "document", ["running"])
    op.create_index("document_date", "document", ["date_start", "id"])
    op.create_index("document_issuer", "document", ["issuer_key", "date_start"])
    op.create_index("document_kind", "document", ["kind", "date_start"])
    _what_a_document_says()
    _how_it_is_kept()


def _document_id() -> sa.Column[str]:
    return sa.Column("document_id", sa.String(32), sa.ForeignKey("document.id"), primary_key=True)


def _ordinal() -> sa.Column[int]:
    return sa.Column("ordinal", sa.Integer, primary_key=True)


def _what_a_document_says() -> None:
    op.create_table(
        "citation",
        _document_id(),
        _ordinal(),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("number", sa.Text),
        sa.Column("number_key", sa.Text),
        sa.Column("date", sa.String(10)),
        sa.Column("issuer", sa.Text),
        sa.Column("issuer_key", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("citation_number_key", "citation", ["number_key"])
    op.create_index("citation_date", "citation", ["date", "issuer_key"])
    op.create_table(
        "enclosure",
        _document_id(),
        _ordinal(),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("quantity", sa.Text),
    )
    op.create_table(
        "obligation",
        _document_id(),
        _ordinal(),
        sa.Column("clause", sa.Text),
        sa.Column("action", sa.String(16), nullable=False),
        sa.Column("deliver_to", sa.Text),
        sa.Column("frequency", sa.String(16)),
        sa.Column("due_day", sa.Integer),
        sa.Column("first_due", sa.String(10)),
        sa.Column("first_start", sa.String(10)),
        sa.Column("first_end", sa.String(10)),
    )
    op.create_index("obligation_action", "obligation", ["action", "document_id"])
    op.create_table(
        "report",
        _document_id(),
        sa.Column("title", sa.Text),
        sa.Column("unit", sa.Text),
        sa.Column("unit_key", sa.Text),
        sa.Column("as_of", sa.String(10)),
        sa.Column("period_start", sa.String(10)),
        sa.Column("period_end", sa.String(10)),
    )
    op.create_index("report_unit", "report", ["unit_key", "period_start"])
    op.create_table(
        "title_band",
        _document_id(),
        sa.Column("role", sa.String(16), primary_key=True),
        sa.Column("band", sa.Integer, primary_key=True),
    )
    op.create_index("title_band_lookup", "title_band", ["role", "band"])


def _how_it_is_kept() -> None:
    op.create_table(
        "link",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("from_id", sa.String(32), sa.ForeignKey("document.id"), nullable=False),
        sa.Column("slot", sa.String(64), nullable=False),
        sa.Column("relation", sa.String(16), nullable=False),
        sa.Column("to_id", sa.String(32), sa.ForeignKey("document.id")),
        sa.Column("certainty", sa.String(16), nullable=False),
        sa.Column("score", sa.Float),
        sa.Column("why_en", sa.Text, nullable=False),
        sa.Column("why_th", sa.Text, nullable=False),
        sa.Column("cited_as", sa.Text),
        sa.Column("clause", sa.Text),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.UniqueConstraint("from_id", "slot"),
    )
    op.create_index("link_to", "link", ["to_id", "relation"])
    op.create_table(
        "index_state",
        _document_id(),
        sa.Column("linked", sa.Boolean, nullable=False),
        sa.Column("index_version", sa.Text),
    )
    op.create_index("index_state_version", "index_state", ["index_version"])
    op.create_table(
        "quarantine",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("sha256", sa.String(64)),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("quarantine_sha256", "quarantine", ["sha256"])
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("sha256", sa.String(64)),
        sa.Column("document_id", sa.String(32)),
        sa.Column("detail", sa.JSON, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
    )
    op.create_index("event_sha256", "event", ["sha256"])
    op.create_index("event_document", "event", ["document_id"])
