"""What the inbox tells: files that were there already, and refused files that were dealt with."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("event_what", "event", ["what", "id"])
    op.add_column("quarantine", sa.Column("settled", sa.Boolean, server_default=sa.false()))
