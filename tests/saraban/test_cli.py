"""The command line as scripts and people use it: real processes, the contract to the letter."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "contract" / "extraction.schema.json").read_text("utf-8")
)
SUMMARY = {"id", "kind", "number", "date", "issuer", "subject", "recipients", "pages", "source"}


def saraban(*arguments: object, home: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command as a shell would."""
    environment = {k: v for k, v in os.environ.items() if k != "SARABAN_HOME"}
    if home is not None:
        environment["SARABAN_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "saraban", *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
    )


def lines(run: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    """Standard output holds one JSON object a line, and nothing else."""
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.fixture(scope="module")
def home(letters: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the two letters."""
    home = tmp_path_factory.mktemp("archive") / "home"
    run = saraban("ingest", letters, "--json", home=home)
    assert run.returncode == 1, run.stderr
    told = lines(run)
    assert [one["status"] for one in told] == ["archived", "archived", "quarantined"]
    assert [len(one["documents"]) for one in told] == [1, 1, 0]
    assert told[2]["error"]["code"] == "executable"
    assert told[2]["error"]["message"] in run.stderr
    assert all(set(one) == {"file", "sha256", "status", "documents", "error"} for one in told)
    return home


def test_extract_prints_a_line_a_file_valid_against_the_schema(letters: Path) -> None:
    run = saraban(
        "extract", letters / "a.docx", letters / "letter.pdf", letters / "b.docx", "--json"
    )
    first, refused, second = lines(run)
    for extraction in (first, second):
        jsonschema.validate(extraction, SCHEMA)
    assert first["documents"][0]["number"]["value"] == "กข 0012.3/ว 123"
    assert first["documents"][0]["date"]["value"] == "2022-03-05"
    assert refused == {
        "source": {"name": "letter.pdf"},
        "error": {"code": "executable", "message": refused["error"]["message"]},
    }
    assert run.returncode == 1
    assert refused["error"]["message"] in run.stderr


def test_a_damaged_index_is_made_anew_by_the_search_that_finds_it(
    home: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "home"
    shutil.copytree(home, copy)
    for segment in (copy / "index").rglob("*.seg"):
        held = bytearray(segment.read_bytes())
        held[len(held) // 8 : -len(held) // 8] = bytes(len(held[len(held) // 8 : -len(held) // 8]))
        segment.write_bytes(held)
    (result,) = lines(saraban("search", "ระบบงาน", "--json", home=copy))
    assert result["total"] == 2


def test_extract_tells_a_person_the_same_fields(letters: Path) -> None:
    run = saraban("extract", letters / "a.docx")
    assert run.returncode == 0
    assert "กข 0012.3/ว 123" in run.stdout
    assert "5 มี.ค. 2565" in run.stdout
    assert "\x1b" not in run.stdout, "no colours where nobody looks"


def test_ingesting_again_changes_nothing(letters: Path, home: Path) -> None:
    (told,) = lines(saraban("ingest", letters / "a.docx", "--json", home=home))
    assert told["status"] == "duplicate"
    assert told["error"] is None
    assert len(lines(saraban("register", "--json", home=home))) == 2


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["ระบบงาน"], 2),
        (["ว 456"], 1),
        (["--from", "2022-06-01"], 1),
        (["--to", "31 มี.ค. 2565"], 1),
        (["--from", "2565", "--to", "๒๕๖๕"], 2),
        (["--to", "2564"], 0),
        (["--kind", "order"], 0),
        (["--issuer", "กรมทดสอบ", "--limit", "1"], 2),
        (["--issuer", ""], 2),
        (["5 มีนาคม 2565", "--sort", "date"], 1),
        (["-ระบบงาน"], 0),  # without a word: no option, though it begins with a minus
        (["--limit", "1", "-the"], 2),
    ],
)
def test_search(arguments: list[str], found: int, home: Path) -> None:
    run = saraban("search", *arguments, "--json", home=home)
    assert run.returncode == 0, run.stderr
    (result,) = lines(run)
    assert set(result) == {"query", "total", "took_ms", "hits"}
    assert result["total"] == found
    for hit in result["hits"]:
        assert set(hit) == SUMMARY | {"score", "snippet"}


@pytest.mark.parametrize("typed", ["กข ๐๐๑๒.๓/ว ๑๒๓", "กข0012.3/ว123", "ว 123"])
def test_show_by_a_number_as_a_person_types_it(typed: str, home: Path) -> None:
    (shown,) = lines(saraban("show", typed, "--json", home=home))
    assert set(shown) == SUMMARY | {"document", "source"}
    assert shown["number"] == "กข 0012.3/ว 123"
    jsonschema.validate(
        {"schema_version": 1, "source": shown["source"], "documents": [shown["document"]]}, SCHEMA
    )


def test_a_picture_of_the_chain_does_not_take_the_place_of_the_json(
    home: Path, tmp_path: Path
) -> None:
    run = saraban("trace", "ว 456", "--svg", tmp_path / "chain.svg", "--json", home=home)
    assert (tmp_path / "chain.svg").exists()
    assert [set(one) for one in lines(run)] == [{"document", "up", "down"}]


def test_trace_leads_to_the_cited_letter_and_back(home: Path) -> None:
    (above,) = lines(saraban("trace", "ว 456", "--json", home=home))
    assert set(above) == {"document", "up", "down"}
    (link,) = above["up"]
    assert set(link) == {"relation", "certainty", "why", "cited_as", "document", "up"}
    assert (link["relation"], link["certainty"]) == ("cites", "exact")
    assert set(link["document"]) == SUMMARY
    (below,) = lines(saraban("trace", link["document"]["id"], "--json", home=home))
    assert [one["document"]["id"] for one in below["down"]] == [above["document"]["id"]]


def test_verify_finds_what_was_altered(letters: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    saraban("ingest", letters / "a.docx", home=home)
    sound = saraban("verify", "--json", home=home)
    assert (sound.returncode, lines(sound)[0]["problems"]) == (0, [])
    (original,) = (path for path in (home / "originals").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_bytes(b"altered")
    altered = saraban("verify", "--json", home=home)
    assert altered.returncode == 3
    (problem,) = lines(altered)[0]["problems"]
    assert set(problem) == {"code", "subject", "message"}


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (["show", "ว 999"], 1, "not_found"),
        (["trace", "nonsense"], 1, "not_found"),
        (["search", "*"], 1, "query_empty"),
        (["search", "--from", "yesterday"], 2, "bad_query"),
        (["search", "--kind", "nonsense"], 2, "bad_query"),
        (["search", "--sort", "nonsense"], 2, "bad_query"),
        (["due", "--as-of", "2021-02-30"], 2, "bad_query"),
        (["ingest", "letter.pdf", "--home", "/dev/null/home"], 1, "machine"),
        (["due", "--directive", "ว 999"], 1, "not_found"),
        (["register", "--home", "nowhere"], 1, "no_archive"),
    ],
)
def test_what_is_refused_is_said_in_words_and_in_json(
    arguments: list[str], status: int, code: str, home: Path
) -> None:
    run = saraban(*arguments, "--json", home=home)
    assert run.returncode == status
    (told,) = lines(run)
    assert told["error"]["code"] == code
    assert told["error"]["message"] in run.stderr.replace("\n", " ")


@pytest.mark.parametrize(
    "arguments", [["show"], ["search", "--limit", "none"], ["nonsense"], ["ingest"]]
)
def test_wrong_usage(arguments: list[str], home: Path) -> None:
    run = saraban(*arguments, home=home)
    assert run.returncode == 2
    assert run.stdout == ""


def test_asking_makes_no_archive(tmp_path: Path) -> None:
    saraban("register", home=tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_interrupted(tmp_path: Path) -> None:
    home = tmp_path / "home"
    packet = Path(__file__).parents[2] / "corpus" / "built" / "packet" / "packet-ordinary.pdf"
    server = subprocess.Popen(
        [sys.executable, "-m", "saraban", "ingest", packet, "--home", home],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # a shell runs what it puts in the background deaf to interrupts
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    until = time.monotonic() + 60
    while not (home / "catalogue.db").exists() and time.monotonic() < until:
        time.sleep(0.01)
    # People press again: while it is leaving, and when Python dropped the first, as it does one
    # that meets it in a weak reference's callback.
    server.send_signal(signal.SIGINT)
    time.sleep(0.05)
    server.send_signal(signal.SIGINT)
    server.communicate(timeout=60)
    assert server.returncode == 130


@pytest.mark.parametrize(
    "command", ["register", "search", "show", "trace", "extract", "ingest", "due", "verify"]
)
def test_prefect_is_not_loaded(command: str, letters: Path, home: Path) -> None:
    arguments = {
        "search": ["ระบบงาน"],
        "show": ["ว 123"],
        "trace": ["ว 123"],
        "extract": [str(letters / "a.docx")],
        "ingest": [str(letters / "a.docx")],
    }.get(command, [])
    program = (
        "import sys\n"
        "from saraban.cli import app\n"
        "try:\n    app()\n"
        "finally:\n    print('prefect' in sys.modules, file=sys.stderr)"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, command, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "SARABAN_HOME": str(home)},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr.splitlines()[-1] == "False"
