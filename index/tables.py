"""The tables of the catalogue, the same in SQLite and PostgreSQL.

Dates are ISO 8601 text (`2021-02-15`; `2021-02` where a day is blank), moments ISO 8601 in UTC,
which sort as they read. A document's id is the first twelve hex digits of its file's SHA-256 and
its place in the file: `0f3a9c…-2`. `index/schema/` holds the steps that make these tables.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

source = Table(
    "source",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("name", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("page_count", Integer, nullable=False),
    Column("accessioned_at", String(32), nullable=False),
    Column("notes", JSON, nullable=False),
    Column("grouping", JSON),  # the machine's documents as pages, once a person arranged them
    Index("source_accessioned", "accessioned_at", "sha256"),
)

page = Table(
    "page",
    metadata,
    Column("sha256", String(64), ForeignKey("source.sha256"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("rotation", Integer, nullable=False),
    Column("skew", Float, nullable=False),
    Column("notes", JSON, nullable=False),
    Column("content", JSON, nullable=False),  # index/page_json.py
    Column("excluded", Boolean, nullable=False, default=False),  # by a person, from its document
)

document = Table(
    "document",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("sha256", String(64), ForeignKey("source.sha256"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("first_page", Integer, nullable=False),
    Column("last_page", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("circular", Boolean, nullable=False),
    Column("template", Boolean, nullable=False),
    Column("secret", Boolean, nullable=False),  # stamped ลับ or above; Catalogue.visible
    Column("number", Text),
    Column("number_key", Text),  # extractors.number.number_key: what two spellings share
    Column("running", Text),  # the part of the number a person remembers: '45' of 'กค 0402.5/ว 45'
    Column("unit", Text),  # the code of the office in the number: 'มท 0810.7'
    Column("urgency", String(16)),
    Column("date", String(10)),  # as read; may lack the day
    Column("date_start", String(10)),  # the first and the last day it can mean
    Column("date_end", String(10)),
    Column("issuer", Text),
    Column("issuer_key", Text),
    Column("subject", Text),
    Column("record", JSON, nullable=False),  # extractors.record.Record, whole, as it is shown
    Column("doubts", Integer, nullable=False),  # values to compare with the paper
    UniqueConstraint("sha256", "ordinal"),
    # index/links/glance.py reads these two alone
    Index(
        "document_number_key",
        *("number_key", "id", "date", "date_start", "issuer", "template"),
        *("kind", "number", "secret"),
    ),
    Index(
        "document_day",
        *("date_start", "number_key", "id", "date", "issuer", "template"),
        *("kind", "number", "secret"),
    ),
    Index("document_running", "running"),
    Index("document_date", "date_start", "id", "date_end", "secret"),  # in order, and counted
    Index("document_issuer", "issuer_key", "date_start"),
    Index("document_kind", "kind", "date_start"),
    Index(
        "document_columns",  # index/columns.py reads this index alone
        *("id", "date_start", "date_end", "kind", "issuer_key", "unit", "urgency", "secret"),
    ),
    Index("document_doubts", "doubts", "id"),
)

citation = Table(
    "citation",
    metadata,
    Column("document_id", String(32), ForeignKey("document.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("role", String(16), nullable=False),
    Column("number", Text),
    Column("number_key", Text),
    Column("date", String(10)),
    Column("issuer", Text),
    Column("issuer_key", Text),
    Column("text", Text, nullable=False),
    # index/links/candidates.py reads these two alone
    Index(
        "citation_number_key",
        *("number_key", "document_id", "ordinal", "number", "date", "issuer"),
    ),
    Index("citation_date", "date", "document_id", "ordinal", "number", "number_key", "issuer"),
)

reading = Table(
    "reading",  # other ways to read a number or date that is partly written by hand
    metadata,
    Column("document_id", String(32), ForeignKey("document.id"), primary_key=True),
    Column("field", String(16), primary_key=True),  # 'number' | 'date'
    Column("ordinal", Integer, primary_key=True),
    Column("value", Text, nullable=False),
    Column("key", Text, nullable=False),  # of a number its number_key, of a date the date
    Column("chance", Float, nullable=False),
    Index("reading_key", "key"),
)

enclosure = Table(
    "enclosure",
    metadata,
    Column("document_id", String(32), ForeignKey("document.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("title", Text, nullable=False),
    Column("quantity", Text),
)

obligation = Table(
    "obligation",
    metadata,
    Column("document_id", String(32), ForeignKey("document.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("clause", Text),
    Column("action", String(16), nullable=False),
    Column("deliver_to", Text),
    Column("frequency", String(16)),
    Column("due_day", Integer),
    Column("first_due", String(10)),
    Column("first_start", String(10)),
    Column("first_end", String(10)),
    Index("obligation_action", "action", "document_id"),
)

report = Table(
    "report",
    metadata,
    Column("document_id", String(32), ForeignKey("document.id"), primary_key=True),
    Column("title", Text),
    Column("unit", Text),
    Column("unit_key", Text),
    Column("as_of", String(10)),
    Column("period_start", String(10)),
    Column("period_end", String(10)),
    Index("report_unit", "unit_key", "period_start"),
)

title_band = Table(
    "title_band",
    metadata,
    Column("document_id", String(32), ForeignKey("document.id"), primary_key=True),
    Column("role", String(16), primary_key=True),  # what the title is of: index/similarity.py
    Column("band", Integer, primary_key=True),
    Index("title_band_lookup", "role", "band"),
)

link = Table(
    "link",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("from_id", String(32), ForeignKey("document.id"), nullable=False),
    Column("slot", String(64), nullable=False),  # what in the document makes the link
    Column("relation", String(16), nullable=False),
    Column("to_id", String(32), ForeignKey("document.id")),
    Column("certainty", String(16), nullable=False),
    Column("score", Float),
    Column("why_en", Text, nullable=False),
    Column("why_th", Text, nullable=False),
    Column("cited_as", Text),
    Column("clause", Text),
    Column("made_by", Text, nullable=False),  # 'program', or the name of a person
    Column("made_at", String(32), nullable=False),
    Column("anchor", JSON),  # of a judgement: index/links/anchors.py
    UniqueConstraint("from_id", "slot"),
    Index("link_to", "to_id", "relation"),
)

index_state = Table(
    "index_state",
    metadata,
    Column("document_id", String(32), ForeignKey("document.id"), primary_key=True),
    Column("linked", Boolean, nullable=False),
    Column("index_version", Text),  # null: not in the search index
    Column("registered", Boolean, nullable=False, default=False),  # index/received.py saw to it
    Index("index_state_version", "index_version"),
    Index("index_state_registered", "registered"),
)

saved_search = Table(
    "saved_search",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("owner", Text, nullable=False),  # a person's name; empty where there are no accounts
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),  # of the search page: q=…&kind=…
    Column("at", String(32), nullable=False),
    UniqueConstraint("owner", "name"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("sha256", String(64)),
    Column("name", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("at", String(32), nullable=False),
    Column("settled", Boolean, default=False),  # a person has dealt with it
    Index("quarantine_sha256", "sha256"),
)

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("what", String(32), nullable=False),
    Column("sha256", String(64)),
    Column("document_id", String(32)),
    Column("detail", JSON, nullable=False),
    Column("version", Text, nullable=False),
    Index("event_sha256", "sha256"),
    Index("event_what", "what", "id"),
    Index("event_document", "document_id"),
)

account = Table(
    "account",  # who may look, where the pages are shown to other machines
    metadata,
    Column("key", String(64), primary_key=True),  # the name as it is compared: index/accounts.py
    Column("name", String(64), nullable=False),
    Column("role", String(16), nullable=False),
    Column("cleared", Boolean, nullable=False),
    Column("password", Text, nullable=False),  # argon2's hash
    Column("created_at", String(32), nullable=False),
)

session = Table(
    "session",
    metadata,
    Column("token", String(64), primary_key=True),  # SHA-256 of what the cookie holds
    Column("account", String(64), ForeignKey("account.key"), nullable=False),
    Column("created_at", String(32), nullable=False),
    Column("expires_at", String(32), nullable=False),
    Index("session_account", "account"),
)

login_failure = Table(
    "login_failure",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("account", String(64), nullable=False),  # the name tried, which may be nobody's
    Column("address", String(64), nullable=False),
    Index("login_failure_at", "at"),
)

secret_access = Table(
    "secret_access",  # append-only: index/access_log.py
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("at", String(32), nullable=False),
    Column("who", String(64), nullable=False),
    Column("address", String(64), nullable=False),
    Column("document_id", String(32), nullable=False),
    Column("what", Text, nullable=False),
    Index("secret_access_document", "document_id"),
)
