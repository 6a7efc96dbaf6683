"""saraban due: who has reported, who is late, who is missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from index.days_off import day_off
from pipeline.errors import BadOption
from saraban import answers
from saraban.answers import Json
from saraban.fields import joined
from saraban.options import HomeOption, JsonOption, existing_archive
from saraban.terminal import emit, put, refusals, row, say, table
from saraban.words import DUE, RECEIVED_BY, thai_date, thai_period

_STYLE = {"missing": "red", "late": "yellow"}
_FORMATS = (".xlsx", ".csv", ".ics")


def due(
    as_of: Annotated[
        str | None, typer.Option(help="As things stood on this day; today if left out.")
    ] = None,
    directive: Annotated[
        str | None, typer.Option(help="Only what this document asks for.", metavar="DOCUMENT")
    ] = None,
    unit: Annotated[str | None, typer.Option(help="Only this unit: จังหวัดแพร่.")] = None,
    export: Annotated[
        Path | None,
        typer.Option(help="Write it to this file: .xlsx, .csv, or .ics for a calendar."),
    ] = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the reports that are asked for: received, late, missing, not yet due, by unit.

    Examples:

      saraban due

      saraban due --as-of 2021-05-01 --directive "ว 123"

      saraban due --unit จังหวัดแพร่ --json

      saraban due --export due.xlsx
    """
    with refusals(as_json), existing_archive(home) as archive:
        lines = answers.due_lines(archive, as_of, directive, unit)
        if export is not None:
            _export(export, lines)
            if not as_json:
                return
        if as_json:
            for line in answers.due(archive, as_of, directive, unit):
                emit(line)
            return
        listing = table("สถานะ", "หน่วยงาน", "งวด", "กำหนดส่ง", "ได้รับ", "นับจาก", "สั่งโดย")
        for line in lines:
            asked_by = joined(
                line["directive"]["number"],
                line["clause"] and f"ข้อ {line['clause']}",
                "(ยังไม่มีผู้เทียบกับเอกสาร)" if line["doubtful"] else None,
            )
            row(
                listing,
                DUE[line["status"]],
                line["unit"],
                thai_period(line["period"]),
                joined(thai_date(line["due"]), day_off(date.fromisoformat(line["due"]))),
                thai_date(line["received_on"]),
                RECEIVED_BY.get(line["received_by"], ""),
                asked_by,
                style=_STYLE.get(line["status"], ""),
            )
        put(listing)
        if not lines:
            say("ไม่มีรายงานที่ต้องส่ง · No report is asked for here.")


def _export(path: Path, lines: list[Json]) -> None:
    if path.suffix not in _FORMATS:
        raise BadOption(f"--export {path}: the name must end in {', '.join(_FORMATS)}.")
    from saraban.exports.due import export_due  # the libraries of spreadsheets load slowly

    say(f"{path}: {export_due(path, lines)} รายการ")
