"""A directive's own report form for every unit and period that is still owed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from extractors.record import Period
from flows.archive import Archive
from index.filed import Filed
from index.find import find_document
from index.links.demanding import forms_of
from pipeline.errors import NotFound
from pipeline.refusals import refused
from saraban.exports.form import write_form
from saraban.words import thai_period

Json = dict[str, Any]

_NOT_IN_NAMES = re.compile(r"[^0-9A-Za-z\u0e00-\u0e7f .-]+")


def write_forms(archive: Archive, directive: str, owed: Iterable[Json], folder: Path) -> list[Path]:
    """Write a form for each line of `due` into the folder, made if it is not there; the files.

    Raises NotFound and Ambiguous for the directive, NotFound (`no_form`) if it encloses none that
    may be seen, FileRefused (`output_exists`), OSError.
    """
    id_ = find_document(archive.catalogue, directive)
    with archive.catalogue.reading() as connection:
        enclosed = [one.id for one in forms_of(connection, [id_])[id_]]
    forms = archive.catalogue.documents(enclosed)
    if not forms:
        raise NotFound(
            f"{id_} encloses no form that is in the archive; take in the form that came with it.",
            code="no_form",
        )
    return write_each(forms[0], owed, folder)


def write_each(form: Filed, owed: Iterable[Json], folder: Path) -> list[Path]:
    """Write one form for each line of `due`; the files. Raises FileRefused (`output_exists`): what
    is there may be filled in already, and is never written over."""
    folder.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for line in owed:
        named = f"{line['unit']} {thai_period(line['period'])}".strip()
        path = _path(folder, named)
        if path in written:  # two clauses ask for the same period
            path = _path(folder, f"{named} ข้อ {line['clause']} {line['due']}")
        if path.exists():
            raise refused("output_exists", path=path)
        period = Period.model_validate(line["period"]) if line["period"] else None
        write_form(path, form, line["unit"], period, line["due"])
        written.append(path)
    return written


def _path(folder: Path, named: str) -> Path:
    return folder / f"{_NOT_IN_NAMES.sub('-', named)}.docx"
