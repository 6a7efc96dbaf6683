"""Documents of a span of days are counted and put in order from one index."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("document_date", "document")
    op.create_index("document_date", "document", ["date_start", "id", "date_end", "secret"])
