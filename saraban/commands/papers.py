"""saraban remind, form: papers that an office sends out, as Word files to finish."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from pipeline.errors import NotFound
from saraban import answers
from saraban.options import DocumentArgument, HomeOption, JsonOption, existing_archive
from saraban.terminal import emit, refusals, say

AsOfOption = Annotated[str | None, Option(help="As things stood on this day; today if left out.")]
UnitOption = Annotated[str | None, Option(help="Only for this unit: จังหวัดแพร่.")]


def remind(
    directive: DocumentArgument,
    out: Annotated[
        Path, Option("--out", "-o", help="The letter to write (.docx); it may not exist yet.")
    ],
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
        from saraban.exports.forms import write_forms  # python-docx loads slowly

        written = write_forms(archive, directive, owed, out)
        if as_json:
            for path in written:
                emit({"file": str(path)})
            return
        say(f"{out}: {len(written)} แบบรายงาน")
