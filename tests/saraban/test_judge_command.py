"""saraban judge: what a person says of a link, by its name in the list."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from flows.accession import accession
from flows.archive import Archive
from saraban.cli import app

BY = ("--by", "สมหญิง")
CITED = "หนังสือกรมทดสอบระบบ ที่ กข ๐๐๑๒.๓/ว ๗๒๓ ลงวันที่ ๕ มีนาคม ๒๕๖๕"


@pytest.fixture
def home(tmp_path: Path, write_letter: Callable[..., Path]) -> Path:
    """Letters ว 123 and ว 9, and ว 456, which cites the first with a digit wrong."""
    letters = (
        write_letter(tmp_path, "a.docx"),
        write_letter(tmp_path, "b.docx", "กข ๐๐๑๒.๓/ว ๙", subject="เรื่องอื่น"),
        write_letter(tmp_path, "c.docx", "กข ๐๐๑๒.๓/ว ๔๕๖", "๙ มิถุนายน ๒๕๖๕", reference=CITED),
    )
    with Archive.open(tmp_path / "home") as archive:
        for letter in letters:
            assert accession(letter, archive).status == "archived"
    return tmp_path / "home"


def judge(home: Path, *arguments: str) -> Result:
    return CliRunner().invoke(app, ["judge", *arguments, "--home", str(home)])


def told(home: Path, *arguments: str) -> list[dict[str, str | None]]:
    answer = judge(home, *arguments, "--json")
    assert answer.exit_code == 0, answer.output
    return [json.loads(line) for line in answer.stdout.splitlines()]


def id_of(home: Path, number: str) -> str:
    answer = CliRunner().invoke(app, ["show", number, "--json", "--home", str(home)])
    return str(json.loads(answer.stdout)["id"])


def test_the_links_of_a_document_are_listed_by_name(home: Path) -> None:
    (link,) = told(home, "ว 456")
    assert (link["link"], link["relation"], link["certainty"]) == (
        "citation/0",
        "cites",
        "probable",
    )
    assert (link["to"], link["judged_by"], link["judged_at"]) == (id_of(home, "ว 123"), None, None)
    assert "citation/0" in judge(home, "ว 456").stdout
    assert "makes no link" in judge(home, "ว 9").output


def test_a_person_says_that_it_is_so_and_takes_it_back(home: Path) -> None:
    (said,) = told(home, "ว 456", "--link", "citation/0", "--confirm", *BY)
    assert (said["certainty"], said["judged_by"]) == ("confirmed", "สมหญิง")
    assert said["judged_at"]
    assert "สมหญิง" in judge(home, "ว 456").stdout
    (again,) = told(home, "ว 456", "--link", "citation/0", "--withdraw", *BY)
    assert (again["certainty"], again["judged_by"]) == ("probable", None)


def test_a_person_says_that_it_is_not_so(home: Path) -> None:
    found = told(home, "ว 456", "--link", "citation/0", "--reject", *BY)
    assert [(one["certainty"], one["judged_by"]) for one in found] == [
        ("unresolved", None),
        ("rejected", "สมหญิง"),
    ]
    assert found[1]["link"] == f"citation/0!{id_of(home, 'ว 123')}"
    told(home, "ว 456", "--link", str(found[1]["link"]), "--withdraw", *BY)
    assert [one["certainty"] for one in told(home, "ว 456")] == ["probable"]


def test_a_person_says_that_it_leads_elsewhere(home: Path) -> None:
    (said,) = told(home, "ว 456", "--link", "citation/0", "--to", "ว 9", *BY)
    assert (said["to"], said["certainty"]) == (id_of(home, "ว 9"), "confirmed")
    assert said["why"] == "a person says that this document is meant"


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("ว 456", "--confirm"), 2, "--link"),
        (("ว 456", "--link", "citation/0"), 2, "--withdraw"),
        (("ว 456", "--link", "citation/0", "--confirm", "--reject"), 2, "Say one of"),
        (("ว 456", "--link", "citation/7", "--reject"), 1, "has no link citation/7"),
        (("ว 456", "--link", "citation/7", "--confirm"), 1, "has no link citation/7"),
        (("ว 456", "--link", "citation/0", "--to", "ว 456"), 2, "no link to itself"),
        (("ว 456", "--link", "citation/0", "--to", "ว 1"), 1, "ว 1"),
        (("ว 456", "--link", "citation/0", "--withdraw"), 1, "nothing to take back"),
        (("ว 1",), 1, "ว 1"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(
    home: Path, arguments: tuple[str, ...], status: int, says: str
) -> None:
    answer = judge(home, *arguments)
    assert answer.exit_code == status
    assert says in answer.output
    assert [one["judged_by"] for one in told(home, "ว 456")] == [None]


def test_what_a_citation_that_leads_nowhere_may_mean_is_told(
    home: Path, tmp_path: Path, write_letter: Callable[..., Path]
) -> None:
    """ว 124 of the day of ว 123: rather another letter, but a person may know better."""
    near = "หนังสือกรมทดสอบระบบ ที่ กข ๐๐๑๒.๓/ว ๑๒๔ ลงวันที่ ๕ มีนาคม ๒๕๖๕"
    letter = write_letter(tmp_path, "d.docx", "กข ๐๐๑๒.๓/ว ๔๕๗", "๙ มิถุนายน ๒๕๖๕", "การซ่อมถนน", near)
    with Archive.open(home) as archive:
        assert accession(letter, archive).status == "archived"
    assert told(home, "ว 457")[0]["certainty"] == "unresolved"
    assert f"citation/0 อาจหมายถึง · may mean: {id_of(home, 'ว 123')}" in judge(home, "ว 457").output
