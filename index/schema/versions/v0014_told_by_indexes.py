"""Most links are told by what indexes hold of a document, without its row."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_SEEN = (
    ("document_number_key", "number_key id date date_start issuer template kind number secret"),
    ("document_day", "date_start number_key id date issuer template kind number secret"),
)


def upgrade() -> None:
    for name, columns in _SEEN:
        op.drop_index(name, "document")
        op.create_index(name, "document", columns.split())
