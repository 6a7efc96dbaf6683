"""saraban remind, form: papers that an office sends out, as Word files to finish."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from typer import Option

from extractors.record import Period
from flows.archive import Archive
from index.find import find_document
from index.links.demanding import forms_of
from pipeline.errors import NotFound
from saraban import answers
from saraban.answers import Json
from saraban.options import DocumentArgument, HomeOption, JsonOption, existing_archive
from saraban.terminal import emit, refusals, say
from saraban.words import thai_period

_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z\u0e00-\u0e7f .-]+")

AsOfOption = Annotated[str | None, Option(help="As things stood on this day; today if left out.")]
UnitOption = Annotated[str | None, Option(help="Only for this unit: จังหวัดแพร่.")]


def remind(
    directive: DocumentArgument,
    out: Annotated[Path, Option("--out", "-o", help="The letter to write (.docx).")],
    as_of: AsOfOption = None,
    unit: UnitOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Draft a letter that reminds the units whose reports have not come.

    Examples:

      saraban remind "ว 123" -o reminder.docx

      saraban remind "ว 123" --unit จังหวัดแพร่ -o reminder.docx
    """
    with refusals(as_json), existing_archive(home) as archive:
        lines = answers.due(archive, as_of, directive, unit)
        owed = [line for line in lines if line["status"] == "missing"]
        if not owed:
            raise NotFound(
                "No report is missing, so there is nobody to remind.", code="none_missing"
            )
        from saraban.exports.reminder import write_reminder  # python-docx loads slowly

        units = write_reminder(out, owed)
        if as_json:
            emit({"file": str(out), "units": units})
            return
        say(f"{out}: เตือน {units} หน่วยงาน")


def form(
    directive: DocumentArgument,
    out: Annotated[Path, Option("--out", "-o", help="The folder to write the forms to.")],
    as_of: AsOfOption = None,
    unit: UnitOption = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write a directive's own report form for each unit and period that is still owed.

    Examples:

      saraban form "ว 123" --unit จังหวัดแพร่ -o forms/
    """
    with refusals(as_json), existing_archive(home) as archive:
        lines = answers.due(archive, as_of, directive, unit)
        owed = [line for line in lines if line["status"] in ("missing", "not_yet_due")]
        written = _write_forms(archive, directive, owed, out)
        if as_json:
            for path in written:
                emit({"file": str(path)})
            return
        say(f"{out}: {len(written)} แบบรายงาน")


def _write_forms(archive: Archive, directive: str, owed: list[Json], out: Path) -> list[Path]:
    id_ = find_document(archive.catalogue, directive)
    with archive.catalogue.reading() as connection:
        forms = forms_of(connection, [id_])[id_]
    if not forms:
        raise NotFound(
            f"{id_} encloses no form that is in the archive; take in the form that came with it.",
            code="no_form",
        )
    from saraban.exports.form import write_form  # python-docx loads slowly

    out.mkdir(parents=True, exist_ok=True)
    written = []
    for line in owed:
        named = f"{line['unit']} {thai_period(line['period'])}".strip()
        path = out / f"{_NOT_IN_NAMES.sub('-', named)}.docx"
        period = Period.model_validate(line["period"]) if line["period"] else None
        write_form(path, forms[0], line["unit"], period, line["due"])
        written.append(path)
    return written
