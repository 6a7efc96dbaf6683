"""Old Office files are read through LibreOffice where it is installed, and else refused."""

from __future__ import annotations

import subprocess
from pathlib import Path

import openpyxl
import pytest

from pipeline import old_office
from pipeline.digitise import page_count, read_page
from pipeline.errors import FileRefused
from pipeline.intake.accept import look_at
from pipeline.media_type import DOC, XLS

needs_office = pytest.mark.skipif(
    old_office.office_program() is None, reason="LibreOffice is not installed"
)


def old(path: Path, suffix: str, folder: Path) -> Path:
    """The same file saved in an old format."""
    program = old_office.office_program()
    assert program is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, "--convert-to", suffix]
    command += ["--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{suffix}"


@needs_office
@pytest.mark.slow
def test_an_old_word_file(tmp_path: Path, write_letter) -> None:  # type: ignore[no-untyped-def]
    source = look_at(old(write_letter(tmp_path, "letter.docx"), "doc", tmp_path))
    assert source.media_type == DOC
    assert any("LibreOffice" in note for note in source.notes)
    assert page_count(source) == 1
    texts = [line.text for line in read_page(source, 1).lines]
    assert any(text.startswith("เรื่อง") for text in texts)


@needs_office
@pytest.mark.slow
def test_an_old_spreadsheet(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["ที่", "อำเภอ"])
    book.save(tmp_path / "sheet.xlsx")
    source = look_at(old(tmp_path / "sheet.xlsx", "xls", tmp_path))
    assert source.media_type == XLS
    assert [line.text for line in read_page(source, 1).lines] == ["ที่", "อำเภอ"]


def ole(path: Path, stream: str) -> Path:
    """As much of an OLE file as tells its kind."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0")
    path.write_bytes(head + b"\0\0" + stream.encode("utf-16-le") + b"\0\0")
    return path


@pytest.mark.parametrize("stream", ["WordDocument", "Workbook"])
def test_without_libreoffice_it_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stream: str
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(FileRefused, match="LibreOffice") as error:
        look_at(ole(tmp_path / "letter.doc", stream))
    assert error.value.code == "old_word"
