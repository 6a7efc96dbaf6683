"""The review desk: a page beside what was read from it, to be accepted or put right by keyboard."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData

from flows import corrections
from flows.archive import Archive
from index.catalogue import Catalogue
from index.corrections import acts
from index.corrections.history import history_of, must_concern, taken_out
from index.corrections.model import Correction
from index.filed import Filed, Summary
from index.find import now_of
from index.judgements import orphaned
from index.links.offered import offered
from index.links.rows import links_of
from index.review import following, queue
from pipeline.errors import BadQuery, NotFound, SarabanError
from pipeline.page_image import has_pictures
from saraban import desk, fields
from saraban.messages import message
from saraban.web.failures import in_words
from saraban.web.overtaken import refuse_moved, refuse_overtaken
from saraban.web.render import page, redirect
from saraban.web.session import TheArchive, TheViewer, language_of, require

router = APIRouter(include_in_schema=False, dependencies=[Depends(require("clerk"))])

_AT_ONCE = 50
_OF_PAGES = {"split": acts.split, "join": acts.join, "exclude": acts.exclude}
_OF_VALUES = {"accept": acts.accept, "remove": acts.remove}


Skip = Annotated[int, Query(ge=0, le=10_000_000)]


@router.get("/review")
def review(request: Request, archive: TheArchive, viewer: TheViewer, skip: Skip = 0) -> Response:
    """The queue: documents with values in doubt, the most doubtful first."""
    waiting = queue(archive.catalogue, _AT_ONCE, skip)
    rows = [
        (one.summary.model_dump(mode="json"), fields.to_check(one.record, language_of(request)))
        for one, _ in waiting.documents
    ]
    told = {"waiting": waiting, "rows": rows, "skip": skip, "at_once": _AT_ONCE}
    told["orphaned"] = orphaned(archive.catalogue)
    told["taken_out"] = taken_out(archive.catalogue, viewer.name)
    return page(request, "review.html", told)


@router.get("/review/{id_}")
def one(request: Request, archive: TheArchive, id_: str, field: str = "") -> Response:
    """The desk of one document; `field` is the path of the value in hand."""
    return page(request, "desk.html", _desk(request, archive.catalogue, id_, field))


def _desk(
    request: Request,
    catalogue: Catalogue,
    id_: str,
    field: str,
    refused: dict[str, str] | None = None,
) -> dict[str, Any]:
    """What the desk shows; `refused` are the parts that were typed for `field` and not kept."""
    document = catalogue.document(now_of(catalogue, id_))
    record = document.record
    rows = desk.desk_rows(record)
    source = catalogue.source(document.sha256)
    return {
        "document": document,
        "source": source,
        "heading": fields.heading(record.model_dump(mode="json"), language_of(request)),
        "rows": rows,
        "blank": desk.blank_rows(record),
        "committees": [one.name or "" for one in record.committees],
        "in_hand": next((row.path for row in rows if row.path == field), rows[0].path),
        "refused": {field: refused or {}},
        "pages": [
            (one, desk.state_of_page(record, one.rotation))
            for one in catalogue.pages(document.sha256, *record.pages)
        ],
        "pictured": has_pictures(source.media_type),
        "history": history_of(catalogue, document.id),
        "next": following(catalogue, document.id),
        "whole": catalogue.opens(document.sha256),
        "offered": _offered(catalogue, document.id),
    }


def _offered(catalogue: Catalogue, id_: str) -> dict[str, list[Summary]]:
    """By the path of a citation that leads nowhere what it could mean."""
    nearest = offered(catalogue, [one for one in links_of(catalogue, [id_]) if one.from_id == id_])
    return {
        slot.replace("citation/", "citations."): [one.summary for one in some]
        for (_, slot), some in nearest.items()
    }


@router.post("/review/taken-out/{event}")
def put_back(
    request: Request,
    archive: TheArchive,
    viewer: TheViewer,
    event: Annotated[int, Path(ge=1, le=2**31 - 1)],
) -> Response:
    """A page that was taken out goes back to its document, which opens."""
    known = {one.id: one for one, _ in taken_out(archive.catalogue, viewer.name)}
    if event not in known:
        raise NotFound(message("review.not_out", language_of(request)), code="not_out")
    out = known[event]
    done = corrections.undo(request.app.state.archive, event, viewer.name)
    pages = [
        (one.record.pages, one.id)
        for one in archive.catalogue.documents(archive.catalogue.ids_of(out.sha256))
    ]
    held = next((id_ for (first, last), id_ in pages if first <= out.page <= last), None)
    return redirect(request, f"/review/{held}" if held else "/review", _done(request, done))


@router.post("/review/{id_}")
async def act(request: Request, archive: TheArchive, viewer: TheViewer, id_: str) -> Response:
    """One act of the desk, then the next value in doubt."""
    form = await request.form()
    return await run_in_threadpool(_act, request, archive, viewer.name, id_, form)


def _act(request: Request, archive: Archive, by: str, id_: str, form: FormData) -> Response:
    catalogue = archive.catalogue
    document = catalogue.document(now_of(catalogue, id_))
    whole: Archive = request.app.state.archive  # what follows concerns documents of all viewers
    what = str(form.get("act", "")) or ("choose" if "choose" in form else "value")
    try:
        event = _do(request, whole, catalogue, document.id, document.sha256, what, by, form)
    except SarabanError as error:
        path = str(form.get("path", ""))
        if error.code == "overtaken" or what != "value":
            return redirect(request, _back(document.id, path), in_words(request, error), "bad")
        told = _desk(request, catalogue, document.id, path, _said(what, form))
        return page(request, "desk.html", {**told, "problem": in_words(request, error)}, 400)
    said = _done(request, event)
    try:
        after = catalogue.document(now_of(catalogue, document.id))
    except NotFound:  # all of its pages were taken out
        return redirect(request, "/review#taken-out", said)
    path = str(form.get("path", ""))
    if what in ("accept", "value", "remove", "choose"):
        path = _next(_doubtful(document), _doubtful(after), path)
    return redirect(request, _back(after.id, path), said)


def _doubtful(document: Filed) -> list[str]:
    return [row.path for row in desk.desk_rows(document.record) if row.doubtful]


def _next(before: list[str], waiting: list[str], path: str) -> str:
    """The value in doubt that follows the one done with, from the first again at the end."""
    behind = before[before.index(path) + 1 :] if path in before else []
    left = [one for one in waiting if one != path]
    return next((one for one in behind if one in left), next(iter(left), path))


def _done(request: Request, event: Correction) -> str:
    """What was done, in words."""
    language = language_of(request)
    number = str(event.page)
    named = f"review.field.{event.field}" if event.field else "common.page"
    what = message(named, language, number=number) if event.page or event.field else ""
    return message(
        "review.kept",
        language,
        what=message(f"review.action.{event.action}", language) + " " + what,
    )


def _do(
    request: Request,
    whole: Archive,
    catalogue: Catalogue,
    id_: str,
    sha256: str,
    what: str,
    by: str,
    form: FormData,
) -> Correction:
    path, seen = str(form.get("path", "")), str(form.get("seen", ""))
    if what in ("accept", "remove", "choose", "value"):
        said = _said(what, form)

        def speak(c: Catalogue) -> Correction:
            refuse_overtaken(request, c, id_, path, seen, said)
            if what in _OF_VALUES:
                return _OF_VALUES[what](c, id_, path, by)
            return acts.put_right(c, id_, path, said, by)

        return corrections.correct(whole, speak)
    if not catalogue.opens(sha256):
        raise NotFound("แฟ้มนี้มีเอกสารลับ · A document of this file may not be seen.")
    if what in _OF_PAGES or what == "rotate":
        number = _whole(form.get("page"))

        def arrange(c: Catalogue) -> None:
            refuse_moved(request, c, id_, number, seen)

        if what == "rotate":
            degrees = _whole(form.get("degrees", "90"))
            arrange(catalogue)  # reading a page takes a while: looked at before and after
            return corrections.rotate(whole, sha256, number, degrees, by, arrange)

        def do(c: Catalogue) -> Correction:
            arrange(c)
            return _OF_PAGES[what](c, sha256, number, by)

        return corrections.correct(whole, do)
    if what == "undo":
        event = _whole(form.get("event"))
        must_concern(catalogue, id_, event)
        return corrections.undo(whole, event, by)
    raise BadQuery(f"“{what[:40]}” is nothing that can be done here.")


def _said(what: str, form: FormData) -> dict[str, str]:
    """What was typed or chosen, part by part."""
    if what == "choose" and "choose" in form:
        return {"value": str(form["choose"])}
    if what != "value":
        return {}
    return {
        name.removeprefix("part."): str(value)
        for name, value in form.multi_items()
        if name.startswith("part.")
    }


def _back(id_: str, path: str) -> str:
    return f"/review/{id_}" + (f"?field={path}" if path.replace(".", "").isalnum() else "")


def _whole(text: object) -> int:
    if not isinstance(text, str) or not text.isascii() or not text.isdecimal() or len(text) > 9:
        raise BadQuery("ไม่ใช่จำนวนเต็ม · That is no whole number.")
    return int(text)
