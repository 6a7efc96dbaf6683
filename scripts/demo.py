"""`make run`: the whole job on sample documents, by the commands a person would type.

Copies the sample inbox into a fresh archive, takes it in, and shows the register, a search by
number, a search by date, and the trace of a report back to the directive that asked for it. On a
terminal it ends by serving the archive as web pages, until Ctrl-C; SERVE=0 ends without, SERVE=1
serves also where no person looks on.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
HOME = ROOT / "build" / "demo"
PREFECT = ROOT / "build" / "prefect"  # where Prefect notes the runs, if it has no server
SAMPLES = ROOT / "corpus" / "built"
COMMAND = ROOT / ".venv" / "bin" / "saraban"

PORT = 8526  # saraban serve's own; a free one if it is taken
UNIT = "จังหวัดแพร่"  # whose report is traced
AS_OF = "2021-05-01"  # a day after the first reports of the sample documents fell due


def main() -> None:
    begun = time.monotonic()
    fill_inbox()
    tell("Read everything in the inbox, split it, register it, link it")
    run("watch", "--once", "--settle", "1", may_refuse=True)
    tell("The register")
    run("register")
    due = reported()
    directive, report = due["directive"], due["report"]
    tell("A search by number")
    run("search", directive["number"])
    tell("A search by date")
    run("search", "--from", directive["date"], "--to", directive["date"])
    tell(f"The trace of a report of {UNIT} back to the directive that asked for it")
    run("trace", report["id"])
    tell("Who has reported, who is late, who is missing")
    run("due", "--as-of", AS_OF, "--unit", UNIT)
    tell(f"Done in {time.monotonic() - begun:.0f} seconds; the archive is in {shown(HOME)}")
    if serves():
        serve()
    else:
        print("To see it as web pages: make serve", flush=True)


def fill_inbox() -> None:
    """A fresh archive with the sample files in its inbox."""
    listed = SAMPLES / "inbox.txt"
    if not listed.is_file():
        sys.exit(f"missing: {shown(listed)}; make the sample documents with: make corpus")
    if HOME.exists():
        for path in HOME.rglob("*"):  # originals are read-only
            if path.is_dir():
                path.chmod(0o755)
        shutil.rmtree(HOME)
    inbox = HOME / "inbox"
    inbox.mkdir(parents=True)
    names = [line.strip() for line in listed.read_text(encoding="utf-8").splitlines()]
    names = [name for name in names if name and not name.startswith("#")]
    for name in names:
        shutil.copy(SAMPLES / name, inbox)
    tell(f"{len(names)} sample files lie in {shown(inbox)}")


def reported() -> dict[str, Any]:
    """A line of `due` in which the unit's report was received: directive and report."""
    lines = run("due", "--as-of", AS_OF, "--unit", UNIT, "--json", quiet=True).splitlines()
    found = [line for line in map(json.loads, lines) if line["report"]]
    if not found:
        sys.exit(f"the demonstration failed: no report of {UNIT} was tied to what asked for it")
    first: dict[str, Any] = found[0]
    return first


def serves() -> bool:
    """Whether to go on as a server: a person looks on, unless SERVE says otherwise."""
    wish = os.environ.get("SERVE", "")
    return wish == "1" or (wish != "0" and sys.stdin.isatty() and sys.stdout.isatty())


def serve() -> None:
    """Become the server of the archive; it prints its address."""
    tell("The same as web pages, on this machine only")
    with socket.socket() as probe:
        taken = probe.connect_ex(("127.0.0.1", PORT)) == 0
    os.environ["SARABAN_HOME"] = str(HOME)
    command = [str(COMMAND), "serve", "--port", str(0 if taken else PORT)]
    os.execv(COMMAND, command)


def run(*arguments: str, quiet: bool = False, may_refuse: bool = False) -> str:
    """Run saraban on the demonstration archive, showing the command unless `quiet`."""
    if not quiet:
        print(f"\n$ saraban {shlex.join(arguments)}", flush=True)
    done = subprocess.run(
        [COMMAND, *arguments],
        env={"PREFECT_HOME": str(PREFECT), **os.environ, "SARABAN_HOME": str(HOME)},
        stdout=subprocess.PIPE if quiet else None,
        text=True,
        check=False,
    )
    if done.returncode > (1 if may_refuse else 0):
        sys.exit(f"saraban {shlex.join(arguments)} ended with status {done.returncode}")
    return done.stdout or ""


def tell(text: str) -> None:
    print(f"\n== {text}", flush=True)


def shown(path: Path) -> Path:
    return path.relative_to(ROOT)


if __name__ == "__main__":
    main()
