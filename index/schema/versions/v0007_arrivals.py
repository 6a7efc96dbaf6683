"""What lists of a large archive need: files by the time they came, letters without a number."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("source_accessioned", "source", ["accessioned_at", "sha256"])
    op.add_column(
        "index_state",
        sa.Column("registered", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_index("index_state_registered", "index_state", ["registered"])
