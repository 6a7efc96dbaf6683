"""A list of documents found, as a table for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from index.filed import Summary
from index.official import thai_date
from saraban.exports.sheet import Value, write_csv, write_xlsx
from saraban.words import KINDS

COLUMNS = ("ที่", "วันที่", "ชนิด", "จาก", "เรื่อง", "เรียน", "แฟ้ม", "หน้า", "รหัส")


def write_hits(path: Path, found: Iterable[Summary]) -> int:
    """Write the documents into `path`, .xlsx or .csv by its name; how many. Raises OSError."""
    if path.suffix == ".csv":
        return write_csv(path, COLUMNS, _rows(found))
    return write_xlsx(path, "ผลการค้นหา", COLUMNS, _rows(found))


def _rows(found: Iterable[Summary]) -> Iterator[tuple[Value, ...]]:
    for one in found:
        first, last = one.pages
        yield (
            one.number,
            _date(one.date),
            KINDS[one.kind],
            one.issuer,
            one.subject,
            "; ".join(one.recipients),
            one.source.name,
            str(first) if first == last else f"{first}–{last}",
            one.id,
        )


def _date(iso: str | None) -> Value:
    """A day as a date; a month whose day is blank as a text."""
    if iso is None or len(iso) == 10:
        return date.fromisoformat(iso) if iso else None
    return thai_date(iso)
