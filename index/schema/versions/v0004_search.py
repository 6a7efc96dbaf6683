"""What hits are counted by (the office's code, urgency), and searches that are kept."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from index.rows import office_code

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("document", sa.Column("unit", sa.Text))
    op.add_column("document", sa.Column("urgency", sa.String(16)))
    document = sa.table(
        "document",
        *(sa.column(name) for name in ("id", "number", "unit", "urgency")),
        sa.column("record", sa.JSON),
    )
    urgency = document.c.record["urgency"].as_string()
    op.execute(document.update().where(urgency.is_not(None)).values(urgency=urgency))
    connection = op.get_bind()
    numbered = sa.select(document.c.id, document.c.number).where(document.c.number.is_not(None))
    units = [
        {"of": row.id, "code": code}
        for row in connection.execute(numbered).all()
        if (code := office_code(row.number))
    ]
    if units:
        named = document.c.id == sa.bindparam("of")
        change = document.update().where(named).values(unit=sa.bindparam("code"))
        connection.execute(change, units)
    op.create_index(
        "document_columns",
        "document",
        ["id", "date_start", "date_end", "kind", "issuer_key", "unit", "urgency", "secret"],
    )
    op.create_table(
        "saved_search",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.UniqueConstraint("owner", "name"),
    )
