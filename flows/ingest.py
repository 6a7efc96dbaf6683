"""The accession as a Prefect flow: one run a file, one task a step, one task a page.

A thin skin over `flows.accession`: retries, concurrency, and names to see in Prefect's UI. Pages
and records go from task to task in memory; nothing of a document is stored by Prefect.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Callable
from functools import cache, wraps
from pathlib import Path
from typing import Any, Literal, ParamSpec, TypeVar
from urllib.parse import quote_from_bytes, unquote_to_bytes

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Completed
from prefect.utilities.annotations import quote

from flows import accession, reading
from flows.accession import ErrorTold, IngestResult
from flows.archive import Archive
from flows.progress import told
from flows.reading import OnPage
from pipeline.digitise import page_count, read_page
from pipeline.errors import ArchiveBusy, ArchiveUnusable, SarabanError
from pipeline.intake.file_name import display_name, display_path
from pipeline.models import Page, SourceFile
from pipeline.split import split

P = ParamSpec("P")
R = TypeVar("R")

_DELAYS = [1.0, 10.0]  # seconds before the second and the third try


async def _may_pass(_task: Any, _run: Any, state: State[Any]) -> bool:
    """Whether trying again can help: a disk, a database, a program may recover, a bad file not."""
    error = await state.aresult(raise_on_failure=False)
    return not isinstance(error, SarabanError) or isinstance(error, (ArchiveBusy, ArchiveUnusable))


def _step(
    function: Callable[P, R], name: str, outside: bool = True, run_name: str | None = None
) -> Callable[P, Awaitable[R]]:
    """A plain step as a task that runs it in a thread; tried again if it touches the outside."""

    @wraps(function)
    async def in_thread(*args: P.args, **kwargs: P.kwargs) -> R:
        return await asyncio.to_thread(function, *args, **kwargs)

    made: Any = task(
        name=name,
        task_run_name=run_name or name,
        retries=len(_DELAYS) if outside else 0,
        retry_delay_seconds=_DELAYS,
        retry_condition_fn=_may_pass,
        persist_result=False,
        cache_policy=NO_CACHE,
    )(in_thread)

    async def run(*args: P.args, **_: P.kwargs) -> R:
        # quoted: Prefect would else walk through every word of every page in search of its futures
        result: R = await made(*(arg if isinstance(arg, int) else quote(arg) for arg in args))
        return result

    return run


accept = _step(accession.accept, "accept")
keep = _step(accession.keep, "keep original")
filed = _step(accession.filed, "look up in the catalogue")
count = _step(page_count, "count pages")
read = _step(read_page, "read page", run_name="read page {number}")
split_documents = _step(split, "split", outside=False)
extract = _step(reading.extract, "extract", outside=False)
file = _step(accession.file, "file in the catalogue")
witness = _step(accession.witness, "witness")
index = _step(accession.index, "index")
link = _step(accession.link, "link")
register = _step(accession.register, "register")
refuse = _step(accession.refuse, "quarantine")


_AFTER_FILING = {"witness": witness, "index": index, "link": link, "register": register}.items()


async def ingest(path: Path, home: Path, workers: int = 2) -> IngestResult:
    """Take one file into the archive at `home`, as a flow run. Raises as `accession` does."""
    result: IngestResult = await _flow(display_name(path), quoted(path), quoted(home), workers)
    return result


@flow(name="accession", flow_run_name="{name}", persist_result=False, validate_parameters=False)
async def _flow(name: str, path: str, home: str, workers: int) -> Any:
    archive, file_path = archive_in(home), _path(path)
    try:
        result = await _take_in(archive, file_path, workers)
    except Exception as error:
        result = await refuse(archive, file_path, accession.refusal_of(error))
    told = f"{result.error.code}: {result.error.message}" if result.error else name
    return Completed(name=result.status.capitalize(), message=told, data=result)


def quoted(path: Path) -> str:
    """A path as Prefect can send it: its JSON has no place for names that are not UTF-8."""
    return quote_from_bytes(os.fsencode(path))


def _path(quoted: str) -> Path:
    return Path(os.fsdecode(unquote_to_bytes(quoted)))


async def _take_in(archive: Archive, path: Path, workers: int) -> IngestResult:
    source = await keep(archive, await accept(path))
    ids = await filed(archive, source)
    status: Literal["archived", "duplicate"] = "archived" if ids is None else "duplicate"
    if ids is None:
        with told(archive.home, path) as tell:
            pages = await _read_pages(source, workers, tell)
        extraction = await extract(source, pages, await split_documents(pages))
        ids = await file(archive, source, pages, extraction)
    error = await _complete(archive)
    return IngestResult(display_path(path), source.sha256, status, ids, error)


async def _read_pages(source: SourceFile, workers: int, tell: OnPage) -> tuple[Page, ...]:
    """All pages, `workers` at a time; if one fails the others are not begun."""
    free = asyncio.Semaphore(workers)

    done = 0
    total = await count(source)
    tell(done, total)

    async def one(number: int) -> Page:
        nonlocal done
        async with free:
            page = await read(source, number)
        done += 1
        tell(done, total)
        return page

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(number)) for number in range(1, total + 1)]
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from None
    return tuple(task.result() for task in tasks)


async def _complete(archive: Archive) -> ErrorTold | None:
    """As `accession.complete`, with a task for each step."""
    for name, step in _AFTER_FILING:
        try:
            await step(archive)
        except SarabanError:
            raise
        except Exception as error:
            return accession.unfinished(name, error)
    return None


@cache
def archive_in(home: str) -> Archive:
    """The archive of a folder (quoted), opened once in this process."""
    return Archive.open(_path(home))
