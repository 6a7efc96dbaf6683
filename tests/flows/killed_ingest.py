"""Runs `saraban ingest` in a process that dies, without a word, right after a step.

    python killed_ingest.py STEP HOME FILE...

STEP is a function of flows.accession. Not a test: test_killed.py starts it.
"""

import os
import sys
from typing import Any

from flows import accession
from saraban.cli import app


def main(step: str, home: str, files: list[str]) -> None:
    unharmed = getattr(accession, step)

    def die_after(*args: Any, **kwargs: Any) -> None:
        unharmed(*args, **kwargs)
        os._exit(9)

    setattr(accession, step, die_after)
    app(["ingest", "--home", home, *files])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
