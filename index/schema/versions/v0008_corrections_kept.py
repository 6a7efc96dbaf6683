"""Corrections are only ever added: the database itself refuses to change or delete them."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_SQLITE = """
CREATE TRIGGER correction_no_{what} BEFORE {what} ON correction
BEGIN SELECT RAISE(ABORT, 'corrections are append-only'); END
"""
_POSTGRESQL = (
    """
CREATE FUNCTION correction_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'corrections are append-only'; END $$
""",
    """
CREATE TRIGGER correction_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON correction
EXECUTE FUNCTION correction_kept()
""",
)


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for what in ("update", "delete"):
            op.execute(_SQLITE.format(what=what))
        return
    for statement in _POSTGRESQL:
        op.execute(statement)
