"""Cuts many texts into words in processes of their own: most of the time of making an index.

    python -m index.cutters     # reads a JSON list of texts a line, writes a line of analyses

Plain programs at the ends of pipes: they may be started from a server with threads, and from any
script, which neither `fork` nor `spawn` of multiprocessing allows.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack

from index.analysis import Analysis, analyse

_WORTH_IT = 2_000  # texts; below, a program takes longer to start than it saves


def analyses(batches: Iterable[Sequence[str]], texts: int) -> Iterator[list[Analysis]]:
    """The analyses of each batch, in order; `texts` says how many there are in all. Batches are
    taken a few ahead of what is given back. Raises OSError if a program of ours ends early."""
    cores = os.cpu_count() or 1
    if texts < _WORTH_IT or cores == 1:
        for batch in batches:
            yield [analyse(text) for text in batch]
        return
    with ExitStack() as stack:
        free = deque(stack.enter_context(_started()) for _ in range(cores))
        busy: deque[subprocess.Popen[str]] = deque()
        for batch in batches:
            if not free:
                free.append(busy.popleft())
                yield _told(free[0])
            busy.append(free.popleft())
            _ask(busy[-1], batch)
        for one in busy:
            yield _told(one)


def _started() -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "index.cutters"]
    path = os.pathsep.join(one for one in sys.path if one)
    pipe, environment = subprocess.PIPE, {**os.environ, "PYTHONPATH": path}
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="ascii", env=environment)


def _ask(one: subprocess.Popen[str], batch: Sequence[str]) -> None:
    assert one.stdin is not None
    one.stdin.write(json.dumps(list(batch)) + "\n")
    one.stdin.flush()


def _told(one: subprocess.Popen[str]) -> list[Analysis]:
    assert one.stdout is not None
    line = one.stdout.readline()
    if not line:
        raise OSError("A program that cuts texts into words ended early; try again.")
    return [Analysis(*map(tuple, parts)) for parts in json.loads(line)]


def main() -> None:
    for line in sys.stdin:
        said = map(analyse, json.loads(line))
        print(json.dumps([[one.words, one.pairs, one.unknown] for one in said]), flush=True)


if __name__ == "__main__":
    main()
