"""The daily digest as a Prefect flow: computed, written to a file, mailed if that is set up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from flows.archive import Archive
from flows.digest import Digest, make_digest
from flows.ingest import archive_in, quoted
from flows.mail import MailServer, mail_server, send
from index.links.linker import relink_if_coverage_changed
from index.whoosh_index import merge

_DELAYS = [10.0, 60.0, 600.0]  # seconds before another try: mail servers come back
_SENT = "digest_sent"


async def every_day(archive: Archive, at: time) -> AsyncIterator[Path]:
    """Make the digest each day at a time of the machine's clock, for ever; the file of each."""
    while True:
        now = datetime.now()
        following = datetime.combine(now.date(), at)
        if following <= now:
            following += timedelta(days=1)
        await asyncio.sleep((following - now).total_seconds())
        yield await daily(archive, following.date())


async def daily(archive: Archive, day: date) -> Path:
    """Make the digest of a day as a flow run, and mail it unless that was done: the file it stands
    in. Raises BadOption for half a mail setting, UnitsRefused, OSError."""
    home = quoted(archive.home.root)
    return await asyncio.to_thread(_flow, home, day.isoformat())


def _task(function: Callable[..., Any], name: str, delays: list[float] | None = None) -> Any:
    return task(
        name=name,
        retries=len(delays or []),
        retry_delay_seconds=delays,
        persist_result=False,
        cache_policy=NO_CACHE,
    )(function)


def _written(archive: Archive, digest: Digest) -> Path:
    folder = archive.home.digests
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{digest.day.isoformat()}.txt"
    partial = path.with_suffix(".partial")
    partial.write_text(digest.text, encoding="utf-8")
    partial.rename(path)
    return path


def _sent(archive: Archive, digest: Digest, server: MailServer) -> None:
    send(server, digest.title, digest.text)
    to = list(server.recipients)
    archive.catalogue.note_event(_SENT, day=digest.day.isoformat(), to=to)


def _merged(archive: Archive) -> None:
    with archive.writing():
        merge(archive.home.index, archive.catalogue)


def _relinked(archive: Archive) -> None:
    with archive.writing():
        relink_if_coverage_changed(archive.catalogue)


_compute = _task(make_digest, "compute what is due")
_write = _task(_written, "write digest")
_send = _task(_sent, "mail digest", _DELAYS)
_merge = _task(_merged, "merge the search index")
_relink = _task(_relinked, "link anew if much more or less is held")


def _was_sent(archive: Archive, day: str) -> bool:
    sent = archive.catalogue.events(what=_SENT)
    return any(event.detail.get("day") == day for event in sent)


@flow(name="daily digest", flow_run_name="digest {day}", persist_result=False)
def _flow(home: str, day: str) -> Path:  # what Prefect keeps of a run holds no password
    archive, server = archive_in(home), mail_server()
    digest = _compute(quote(archive), date.fromisoformat(day))
    path: Path = _write(quote(archive), quote(digest))
    if server is not None and not _was_sent(archive, day):
        _send(quote(archive), quote(digest), quote(server))
    _merge(quote(archive))  # a day's many small segments make searching slow
    _relink(quote(archive))
    return path
