"""Whether a document is stamped ลับ or above, so that every question can leave it out by one
condition."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "document", sa.Column("secret", sa.Boolean, nullable=False, server_default=sa.false())
    )
    document = sa.table("document", sa.column("secret", sa.Boolean), sa.column("record", sa.JSON))
    stamped = document.c.record["secrecy"].as_string().is_not(None)
    op.execute(document.update().where(stamped).values(secret=True))
