"""What an office writes into the register of what it did with a letter; only ever added to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SQLITE = """
CREATE TRIGGER handling_no_{what} BEFORE {what} ON handling
BEGIN SELECT RAISE(ABORT, 'the register is append-only'); END
"""
_POSTGRESQL = (
    """
CREATE FUNCTION handling_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the register is append-only'; END $$
""",
    """
CREATE TRIGGER handling_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON handling
EXECUTE FUNCTION handling_kept()
""",
)


def upgrade() -> None:
    op.create_table(
        "handling",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    op.create_index("handling_of", "handling", ["year", "number", "id"])
    if op.get_bind().dialect.name == "sqlite":
        for what in ("update", "delete"):
            op.execute(_SQLITE.format(what=what))
        return
    for statement in _POSTGRESQL:
        op.execute(statement)
