"""What linking looks at stands in indexes: in a large archive the rows themselves lie far apart."""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_SEEN = (
    ("document", "document_number_key", "number_key id date date_start issuer template"),
    ("document", "document_day", "date_start number_key id date issuer template"),
    ("citation", "citation_number_key", "number_key document_id ordinal number date issuer"),
    ("citation", "citation_date", "date document_id ordinal number number_key issuer"),
)


def upgrade() -> None:
    for table, name, columns in _SEEN:
        if name != "document_day":
            op.drop_index(name, table)
        op.create_index(name, table, columns.split())
