"""The kind that a person gave a document, where the machine described it anew as that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("machine_record", sa.Column("described_as", sa.String(32)))
