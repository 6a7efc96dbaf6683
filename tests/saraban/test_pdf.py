"""saraban pdf: a searchable copy of a file, or of a document of the archive."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from typer.testing import CliRunner

from flows.accession import accession
from flows.archive import Archive
from pipeline.models import Box, Line, Page
from pipeline.normalise import normalise
from saraban.cli import app


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["pdf", *map(str, arguments)])
    return result.exit_code, result.stdout


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A blank scan: nothing to recognise, so no time is lost on it."""
    Image.new("L", (1240, 1754), 255).save(tmp_path / "sheet.png", dpi=(150, 150))
    return tmp_path / "sheet.png"


def test_a_file_is_read_and_copied(sheet: Path, tmp_path: Path) -> None:
    status, printed = run(sheet, "-o", tmp_path / "out.pdf", "--json")
    assert status == 0
    assert json.loads(printed) == {
        "file": str(tmp_path / "out.pdf"),
        "pages": 1,
        "pdfa": True,
        "notes": [],
    }
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert len(pdf.pages) == 1


def test_a_document_of_the_archive_is_not_read_again(
    sheet: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = normalise("ที่ กข ๐๐๑๒.๓/ว ๑๒๓")
    line = Line(text, 1, Box(0.1, 0.1, 0.5, 0.13))
    home = tmp_path / "archive"
    with monkeypatch.context() as reading, Archive.open(home) as archive:
        reading.setattr("flows.reading.read_page", lambda *_: Page(1, (line,)))
        (id_,) = accession(sheet, archive).documents
    status, _ = run(id_, "-o", tmp_path / "out.pdf", "--home", home)
    assert status == 0
    said = subprocess.run(
        ["pdftotext", str(tmp_path / "out.pdf"), "-"], capture_output=True, text=True, check=True
    )
    assert said.stdout.strip() == text


def test_an_altered_original_is_not_copied(sheet: Path, tmp_path: Path) -> None:
    home = tmp_path / "archive"
    with Archive.open(home) as archive:
        result = accession(sheet, archive)
        original = archive.store.path(result.sha256 or "")
    original.chmod(0o600)
    original.write_bytes(original.read_bytes() + b"x")
    status, printed = run(result.documents[0], "-o", tmp_path / "out.pdf", "--home", home, "--json")
    assert status == 1
    assert json.loads(printed)["error"]["code"] == "original_damaged"
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize("taken", ["sheet.png", "letter.pdf"])
def test_nothing_is_written_over(sheet: Path, tmp_path: Path, taken: str) -> None:
    out = tmp_path / taken
    out.touch()
    before = out.read_bytes()
    status, printed = run(sheet, "-o", out, "--json")
    assert status == 1
    assert json.loads(printed)["error"]["code"] == "output_exists"
    assert out.read_bytes() == before


def test_the_folder_must_be_there(sheet: Path, tmp_path: Path) -> None:
    status, printed = run(sheet, "-o", tmp_path / "nowhere" / "out.pdf", "--json")
    assert status == 1
    assert json.loads(printed)["error"]["code"] == "output_unwritable"


def test_a_word_file_is_refused_before_it_is_read(
    write_letter: Callable[..., Path], tmp_path: Path
) -> None:
    status, printed = run(write_letter(tmp_path), "-o", tmp_path / "out.pdf", "--json")
    assert status == 1
    assert json.loads(printed)["error"]["code"] == "no_page_picture"
