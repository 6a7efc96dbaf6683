"""The inbox: what arrived, what is being read, what was refused and why; files are put in here."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response
from fastapi.responses import JSONResponse
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException

from flows import uploads
from flows.archive import Archive
from flows.inbox import files_in
from flows.progress import in_work
from index.arrivals import arrivals
from index.copies import earlier_copies
from pipeline.errors import ArchiveUnusable, BadQuery, NotFound
from pipeline.intake.file_name import display_name
from saraban.messages import message
from saraban.web.render import page, redirect
from saraban.web.session import TheArchive, TheViewer, language_of, require

router = APIRouter(include_in_schema=False, dependencies=[Depends(require("clerk"))])

_ARRIVED = 30
_REFUSED = 50
_MOST_FILES = 200


@router.get("/inbox")
def inbox(request: Request, archive: TheArchive) -> Response:
    """The whole page; its moving part alone is `/inbox/now`."""
    return page(request, "inbox.html", _now(request, archive))


@router.get("/inbox/now")
def now(request: Request, archive: TheArchive) -> Response:
    """What changes while one looks: a script puts it in place of what was there."""
    return page(request, "inbox_now.html", _now(request, archive))


@router.post("/inbox")
async def upload(request: Request, archive: TheArchive, viewer: TheViewer) -> Response:
    """Files to read: laid aside, and the page answers at once. To a script it answers in JSON."""
    try:
        form = await request.form(max_files=_MOST_FILES)
    except MultiPartException as error:
        raise BadQuery(error.message) from error
    files = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
    try:
        for one in files:
            laid = uploads.lay_aside(archive.home, one.filename or "", one.file)
            archive.catalogue.note_event("uploaded", name=laid.name, by=viewer.name)
    except OSError as error:
        raise ArchiveUnusable(
            "รับแฟ้มไว้ไม่ได้ ดิสก์เต็มหรือเขียนไม่ได้ กรุณาแจ้งผู้ดูแลระบบแล้วส่งใหม่ · The file was not taken: "
            f"the archive's disk cannot be written ({error.strerror}); send it again when it can.",
            code="upload_not_kept",
        ) from error
    finally:
        await form.close()
    request.app.state.uploads.wake()
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"accepted": len(files)}, 202)
    said = message("inbox.accepted", language_of(request), count=len(files))
    return redirect(request, "/inbox", said, "good" if files else "bad")


@router.post("/inbox/refused/{number}")
def settle(
    request: Request,
    archive: TheArchive,
    viewer: TheViewer,
    number: Annotated[int, Path(ge=1, le=2**31 - 1)],
) -> Response:
    """A refused file was dealt with: it leaves the list, and stays in the quarantine."""
    if not archive.catalogue.settle(number, viewer.name):
        raise NotFound(message("inbox.not_refused", language_of(request)), code="not_refused")
    return redirect(request, "/inbox#refused", message("inbox.settled", language_of(request)))


def _now(request: Request, archive: Archive) -> dict[str, Any]:
    """The page looks again every second, so it leaves out secret documents, of which every look is
    noted; who is cleared finds them in the register."""
    open_to_all = archive.catalogue.seen_by(cleared=False)
    arrived = arrivals(open_to_all, _ARRIVED)
    came = [document for one in arrived for document, _, _ in one.documents]
    reading = in_work(archive.home)
    laid = uploads.waiting(archive.home)
    if laid:
        request.app.state.uploads.wake()  # a machine that was stopped goes on where it was
    names = [display_name(path) for path in (*laid, *files_in(archive.home.inbox, archive.home))]
    for work in reading:
        if work.name in names:
            names.remove(work.name)
    return {
        "reading": reading,
        "waiting": names,
        "arrived": arrived,
        "copies": earlier_copies(open_to_all, came),
        "secrets": archive.catalogue.cleared,
        "refused": archive.catalogue.quarantined(_REFUSED)[::-1],
    }
