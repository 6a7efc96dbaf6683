"""One bad file among many: it is told of, and the others are read."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from flows import reading
from flows.reading import Reading, read
from pipeline.models import SourceFile
from saraban.cli import app


def test_extract_goes_on_after_a_failure_of_the_program(
    letters: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(source: SourceFile, *_: object) -> Reading:
        if source.name == "a.docx":
            raise ZeroDivisionError("a mistake of ours")
        return read(source)

    monkeypatch.setattr(reading, "read", failing)
    files = [str(letters / name) for name in ("a.docx", "b.docx")]
    run = CliRunner().invoke(app, ["extract", *files, "--json"])
    failed, sound = (json.loads(line) for line in run.stdout.splitlines())
    assert failed["error"]["code"] == "internal_error"
    assert sound["documents"][0]["number"]["value"] == "กข 0012.3/ว 456"
    assert run.exit_code == 1


@pytest.mark.parametrize("command", ["extract", "ingest", "watch", "register --home"])
def test_an_empty_name_is_not_the_folder_one_is_in(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a script's unset variable gives it; `watch` would even take away what is there."""
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(app, [*command.split(), ""])
    assert run.exit_code == 2
    assert "is empty" in run.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_a_file_that_may_not_be_read_keeps_no_other_out(
    command: str, letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may read everything, so the rights are only said to be missing."""
    refused = os.fsencode(letters / "a.docx")

    def access(path: Any, mode: int, **_: Any) -> bool:
        return os.fsencode(path) != refused

    def opened(path: Any, *flags: Any, **more: Any) -> int:
        if os.fsencode(path) == refused:
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return open_(path, *flags, **more)

    open_ = os.open
    monkeypatch.setattr(os, "access", access)
    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setenv("SARABAN_HOME", str(tmp_path / "home"))
    files = [str(letters / name) for name in ("a.docx", "b.docx")]
    run = CliRunner().invoke(app, [command, *files, "--json"])
    first, second = (json.loads(line) for line in run.stdout.splitlines())
    assert first["error"]["code"] == "unreadable"
    assert not second.get("error")
    assert run.exit_code == 1
