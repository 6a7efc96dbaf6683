"""Prefect's own server, which it starts where none is named, tied to the program that needs it.

Prefect stops its server when the program ends in order. Killed outright, the program can stop
nothing, and the server would run on. So a guard waits at the other end of a pipe: it closes when
the program ends, however it ends, and the guard then ends the server.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from prefect.server.api.server import SubprocessASGIServer
from prefect.settings import PREFECT_API_URL

# the server is named by a handle, not by its number, which might be given to another process
_GUARD = """
import os, select, signal, sys
server = os.pidfd_open(int(sys.argv[1]))
print(flush=True)
sys.stdin.read()
for way, seconds in ((signal.SIGTERM, 5), (signal.SIGKILL, 1)):
    if not select.select([server], [], [], 0)[0]:
        signal.pidfd_send_signal(server, way)
        select.select([server], [], [], seconds)
"""


@contextmanager
def own_server() -> Iterator[None]:
    """Prefect's own server for the while, unless PREFECT_API_URL names another. It ends with this
    program, even if that is killed. Raises RuntimeError if it does not start."""
    if PREFECT_API_URL.value():
        yield
        return
    server = SubprocessASGIServer()
    server.start()
    assert server.server_process is not None
    guard = subprocess.Popen(
        [sys.executable, "-I", "-c", _GUARD, str(server.server_process.pid)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,  # neither Ctrl-C nor the end of a terminal reaches it
    )
    assert guard.stdin is not None and guard.stdout is not None
    guard.stdout.readline()  # from here on it waits
    try:
        yield
    finally:
        server.stop()
        guard.stdin.close()
        guard.wait()
        guard.stdout.close()
