"""saraban serve as a process: it says where it answers, answers, and ends when told to."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx

from flows.archive import Archive


def test_it_says_its_address_and_answers_there(tmp_path: Path) -> None:
    Archive.open(tmp_path / "home").close()
    server = subprocess.Popen(
        [sys.executable, "-m", "saraban", "serve", "--port", "0"],
        env={**os.environ, "SARABAN_HOME": str(tmp_path / "home")},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None
        said = server.stderr.readline()
        found = re.match(r"(http://127\.0\.0\.1:\d+/)", said)
        assert found, said
        answer = httpx.get(found[1], timeout=60)
        assert answer.status_code == 200
        assert "สารบรรณ" in answer.text
        assert httpx.get(found[1], headers={"Host": "evil.example"}).status_code == 400
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=60)
        server.stderr.close()
    assert server.returncode in (0, 130, -signal.SIGINT)
