"""An ingest killed at any moment and run again ends in the same archive as an undisturbed one."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flows.accession import accession
from flows.archive import Archive

Contents = Callable[[Path], dict[str, Any]]

DRIVER = Path(__file__).with_name("killed_ingest.py")
STEPS = (
    *("accept", "keep", "filed", "read_pages", "split"),
    *("extract", "file", "index", "link", "refuse"),
)


@pytest.fixture
def files(write_letter: Callable[..., Path], tmp_path: Path) -> list[Path]:
    """A letter, one that cites it, and a file that is refused."""
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 cut off")
    return [
        write_letter(tmp_path, "first.docx", number="กข ๐๐๑๒.๓/ว ๑๒๓"),
        broken,
        write_letter(
            tmp_path,
            "second.docx",
            number="กข ๐๐๑๒.๓/ว ๔๕๖",
            date="๙ มิถุนายน ๒๕๖๕",
            reference="หนังสือกรมทดสอบระบบ ที่ กข ๐๐๑๒.๓/ว ๑๒๓ ลงวันที่ ๕ มีนาคม ๒๕๖๕",
        ),
    ]


@pytest.fixture
def undisturbed(files: list[Path], tmp_path: Path, contents: Contents) -> dict[str, Any]:
    ingest(tmp_path / "undisturbed", files)
    held = contents(tmp_path / "undisturbed")
    assert len(held["document"]) == 2
    assert len(held["quarantine"]) == 1
    assert any("'exact'" in link for link in held["link"]), "the second letter cites the first"
    return held


def ingest(home: Path, files: list[Path]) -> None:
    with Archive.open(home) as archive:
        for file in files:
            accession(file, archive)


@pytest.mark.parametrize("step", STEPS)
def test_killed_after_a_step(
    step: str, files: list[Path], undisturbed: dict[str, Any], tmp_path: Path, contents: Contents
) -> None:
    home = tmp_path / "killed"
    killed = subprocess.run(
        [sys.executable, DRIVER, step, home, *files], capture_output=True, check=False
    )
    assert killed.returncode == 9, killed.stderr.decode()
    ingest(home, files)
    assert contents(home) == undisturbed


def test_killed_at_any_moment(
    files: list[Path], undisturbed: dict[str, Any], tmp_path: Path, contents: Contents
) -> None:
    """The same home is killed again and again, a little later each time, until one run gets by."""
    home = tmp_path / "killed"
    chance = random.Random(2564)
    patience = 0.5
    for _ in range(30):
        command = [sys.executable, "-m", "saraban", "ingest", "--home", home, *files]
        with subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as running:
            time.sleep(patience * chance.uniform(0.8, 1.2))
            running.send_signal(signal.SIGKILL)
        if running.returncode != -signal.SIGKILL:
            break
        patience += 0.3
    assert running.returncode == 1, "the broken file is refused, nothing else"
    assert contents(home) == undisturbed
