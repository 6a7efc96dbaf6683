"""Takes in whatever lands in the inbox: looks again and again, as network shares tell nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from pathlib import Path

from flows.accession import IngestResult
from flows.archive import Archive
from flows.inbox import Inbox, refuse_archive
from flows.ingest import ingest

log = logging.getLogger("saraban")


async def watch(
    folder: Path,
    archive: Archive,
    once: bool = False,
    workers: int = 2,
    settle: float = 5.0,
    interval: float = 1.0,
) -> AsyncIterator[IngestResult]:
    """Ingest what lands in `folder`, in the order it came, telling of each file when it is done.

    A file is taken after `settle` seconds of rest and then leaves the folder (`flows.inbox`).
    Looks every `interval` seconds, for ever; with `once`, until nothing is left to take. Nothing
    is remembered but by the archive, so a watcher may be stopped and started at any moment.
    Raises as `accession` does, and BadOption for a folder of the archive itself.
    """
    refuse_archive(folder, archive.home)
    inbox = Inbox(folder, archive.home, settle)
    reachable = True
    while True:
        try:
            ready, waiting = await asyncio.to_thread(inbox.ready)
            reachable = True
        except OSError as error:  # the network share is away; it may come back
            if once:
                raise
            if reachable:
                log.warning("The inbox %s cannot be read (%s); waiting for it.", folder, error)
            ready, waiting, reachable = [], True, False
        for path in ready:
            result = await ingest(path, archive.home.root, workers)
            if result.error is not None and result.error.code == "not_found":
                continue  # a person or another watcher took it away in the meantime
            await asyncio.to_thread(inbox.release, path, result, archive)
            yield result
        if once and not ready and not waiting:
            return
        if not ready:
            await asyncio.sleep(interval)
