"""A record → the rows of the catalogue that make it findable."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from extractors.doubt.doubts import doubtful
from extractors.number import number_key, parse_typed_number
from extractors.record import KEPT, Citation, Obligation, Reading, Record, Report
from index.filed import document_id
from index.names import date_span, name_key
from index.similarity import bands
from index.titles import asked_titles, offered_titles

Row = dict[str, Any]

_SPACES_AND_DOTS = re.compile(r"[\s.]")


@dataclass(frozen=True)
class Rows:
    """Rows of one document by the name of their table."""

    document: Row
    citation: list[Row] = field(default_factory=list)
    reading: list[Row] = field(default_factory=list)
    enclosure: list[Row] = field(default_factory=list)
    obligation: list[Row] = field(default_factory=list)
    report: list[Row] = field(default_factory=list)
    title_band: list[Row] = field(default_factory=list)


def rows_of(record: Record, sha256: str, ordinal: int) -> Rows:
    """All rows of the `ordinal`-th document of a file."""
    id_ = document_id(sha256, ordinal)
    return Rows(
        document=_document(record, id_, sha256, ordinal),
        citation=[
            {"document_id": id_, "ordinal": place, **_citation(citation)}
            for place, citation in enumerate(record.citations)
        ],
        reading=[
            {"document_id": id_, "field": name, "ordinal": place, **_reading(name, one)}
            for name, known in (("number", record.number), ("date", record.date))
            for place, one in enumerate(known.readings if known else ())
        ],
        enclosure=[
            {"document_id": id_, "ordinal": place, "title": one.title, "quantity": one.quantity}
            for place, one in enumerate(record.enclosures)
        ],
        obligation=[
            {"document_id": id_, "ordinal": place, **_obligation(obligation)}
            for place, obligation in enumerate(record.obligations)
        ],
        report=[{"document_id": id_, **_report(record.report)}] if record.report else [],
        title_band=[
            {"document_id": id_, "role": role, "band": band}
            for role, titles in (
                ("asked", asked_titles(record)),
                ("offered", offered_titles(record)),
            )
            for band in sorted({band for title in titles for band in bands(title)})
        ],
    )


def running_number(number: str) -> str | None:
    """The part of a number that a person remembers, without leading zeros: '45' of 'ว 045'."""
    parsed = parse_typed_number(number)
    if parsed is None or parsed.running is None:
        return None
    return parsed.running.lstrip("0") or "0"


def office_code(number: str) -> str | None:
    """The code of the office that a number begins with: 'มท 0810.7' of 'มท. 0810.7/ว 45'."""
    parsed = parse_typed_number(number)
    if parsed is None or parsed.code is None or parsed.unit is None:
        return None
    return f"{_SPACES_AND_DOTS.sub('', parsed.code).upper()} {parsed.unit}"


def _document(record: Record, id_: str, sha256: str, ordinal: int) -> Row:
    number = record.number.value if record.number else None
    date = record.date.value if record.date else None
    placed = date or (record.report.as_of if record.report else None)  # a form has only data's date
    start, end = date_span(placed) if placed else (None, None)
    issuer = record.issuer.value if record.issuer else None
    return {
        "id": id_,
        "sha256": sha256,
        "ordinal": ordinal,
        "first_page": record.pages[0],
        "last_page": record.pages[1],
        "kind": record.kind,
        "circular": record.circular,
        "template": record.template,
        "secret": record.secrecy is not None,
        "number": number,
        "number_key": number_key(number) if number else None,
        "running": running_number(number) if number else None,
        "unit": office_code(number) if number else None,
        "urgency": record.urgency,
        "date": date,
        "date_start": start,
        "date_end": end,
        "issuer": issuer,
        "issuer_key": name_key(issuer) if issuer else None,
        "subject": record.subject.value if record.subject else None,
        "record": record.model_dump(mode="json", context=KEPT),
        "doubts": len(doubtful(record)),
    }


def _citation(citation: Citation) -> Row:
    return {
        "role": citation.role,
        "number": citation.number,
        "number_key": number_key(citation.number) if citation.number else None,
        "date": citation.date,
        "issuer": citation.issuer,
        "issuer_key": name_key(citation.issuer) if citation.issuer else None,
        "text": citation.text,
    }


def _reading(name: str, reading: Reading) -> Row:
    key = number_key(reading.value) if name == "number" else reading.value
    return {"value": reading.value, "key": key, "chance": reading.chance}


def _obligation(obligation: Obligation) -> Row:
    first = obligation.first_period
    return {
        "clause": obligation.clause,
        "action": obligation.action,
        "deliver_to": obligation.deliver_to,
        "frequency": obligation.frequency,
        "due_day": obligation.due_day,
        "first_due": obligation.first_due,
        "first_start": first.start if first else None,
        "first_end": first.end if first else None,
    }


def _report(report: Report) -> Row:
    unit, period = report.reporting_unit, report.period
    return {
        "title": report.title,
        "unit": unit,
        "unit_key": name_key(unit) if unit else None,
        "as_of": report.as_of,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
    }
