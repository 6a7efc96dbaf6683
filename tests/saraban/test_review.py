"""The review queue and corrections at the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from saraban.cli import app


@pytest.fixture
def say(tmp_path: Path, write_letter: Callable[..., Path]) -> Callable[..., list[Any]]:
    """Types a command on an archive of one letter; the lines of JSON that it prints."""
    home = str(tmp_path / "home")

    def typed(*arguments: str, status: int = 0) -> list[Any]:
        run = CliRunner().invoke(app, [*arguments, "--home", home, "--json"])
        assert run.exit_code == status, run.output
        return [json.loads(line) for line in run.stdout.splitlines()]

    typed("ingest", str(write_letter(tmp_path)))
    return typed


def test_a_letter_is_corrected_and_the_correction_taken_back(say: Callable[..., list[Any]]) -> None:
    (event,) = say("correct", "ว 123", "date", "๖ มีนาคม ๒๕๖๕", "--by", "สมหญิง")
    assert (event["by"], event["before"]["value"]) == ("สมหญิง", "2022-03-05")
    (shown,) = say("show", "ว 123")
    assert shown["date"] == "2022-03-06"
    assert shown["document"]["date"]["note"].startswith("By a person: สมหญิง")
    say("correct", "ว 123", "undo", str(event["id"]))
    assert say("show", "ว 123")[0]["date"] == "2022-03-05"


def test_what_is_accepted_added_and_taken_away(say: Callable[..., list[Any]]) -> None:
    say("correct", "ว 123", "number")
    say("correct", "ว 123", "recipients", "ปลัดจังหวัด")
    say("correct", "ว 123", "citations.number", "กข 1/2")
    say("correct", "ว 123", "obligations.text", "ให้ส่งรายชื่อ")
    (shown,) = say("show", "ว 123")
    assert shown["recipients"][-1] == "ปลัดจังหวัด"
    assert shown["document"]["obligations"][-1]["text"] == "ให้ส่งรายชื่อ"
    assert shown["document"]["citations"][-1]["number"] == "กข 1/2"
    say("correct", "ว 123", "citations.0", "")
    assert say("show", "ว 123")[0]["document"]["citations"] == []
    assert say("verify")[0]["problems"] == []


def test_only_corrections_of_the_document_are_taken_back(
    say: Callable[..., list[Any]], tmp_path: Path, write_letter: Callable[..., Path]
) -> None:
    say("ingest", str(write_letter(tmp_path, "b.docx", number="กข ๐๐๑๒.๓/ว ๔๕๖")))
    (event,) = say("correct", "ว 123", "date", "6 มี.ค. 2565")
    (refused,) = say("correct", "ว 456", "undo", str(event["id"]), status=1)
    assert refused["error"]["code"] == "not_found"
    assert say("show", "ว 123")[0]["date"] == "2022-03-06"


def test_what_no_database_takes_is_left_out(say: Callable[..., list[Any]]) -> None:
    (event,) = say("correct", "ว 123", "subject", "เรื่อง\0ใหม่")
    assert (event["after"]["value"], event["after"]["text"]) == ("เรื่อง ใหม่", "เรื่อง ใหม่")


@pytest.mark.parametrize(
    "arguments",
    [("date", "เมื่อวาน"), ("split", "x"), ("split", "1"), ("pages", "1"), ("signatory", "ก")],
)
def test_what_makes_no_sense_is_wrong_usage(
    say: Callable[..., list[Any]], arguments: tuple[str, ...]
) -> None:
    (refused,) = say("correct", "ว 123", *arguments, status=2)
    assert refused["error"]["code"] == "bad_query"


def test_the_queue(say: Callable[..., list[Any]]) -> None:
    (waiting,) = say("review")
    assert waiting["doubts"] == ["ที่"]  # no ministry has the letters กข
    say("correct", "ว 123", "number")
    assert say("review") == []


def test_a_file_is_read_again_and_what_was_corrected_stays(say: Callable[..., list[Any]]) -> None:
    say("correct", "ว 123", "date", "๖ มีนาคม ๒๕๖๕")
    assert say("reread", "ว 123") == [{"changed": []}], "the same program reads the same"
    assert say("show", "ว 123")[0]["date"] == "2022-03-06"
    assert say("reread", "ว 999", status=1)[0]["error"]["code"] == "not_found"
