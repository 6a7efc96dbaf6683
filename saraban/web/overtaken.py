"""Two clerks at one document: what the second sends was typed beside what is no longer there.

A form of the desk brings back what it showed (`seen`). If another has spoken meanwhile, nothing is
kept, and both are told: what stands there now and what was typed.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import Request

from extractors.record import Record
from index.catalogue import Catalogue
from index.corrections.parts import parts_of, take_apart, typed
from pipeline.errors import BadOption
from saraban import desk
from saraban.messages import message
from saraban.web.render import moment
from saraban.web.session import language_of


def refuse_overtaken(
    request: Request, catalogue: Catalogue, id_: str, path: str, seen: str, said: Mapping[str, str]
) -> None:
    """Raise BadOption (`overtaken`) if the value at `path` is not as its form showed it, unless it
    is already what was typed (`said`): a form that was sent twice."""
    record = catalogue.document(id_).record
    row = next((one for one in desk.desk_rows(record) if one.path == path), None)
    if not seen or (row is not None and row.state == seen):
        return
    if row is not None and said and _is_so(record, path, said):
        return
    language = language_of(request)
    there = " ".join(part.value for part in row.parts if part.value) if row else ""
    who = row.said if row else None
    told = {
        "there": there or "—",
        "by": who.by if who else "",
        "at": moment(who.at, language) if who else "",
        "typed": " ".join(one for one in said.values() if one) or "—",
    }
    key = "review.overtaken_by" if who else "review.overtaken"
    raise BadOption(message(key, language, **told), "overtaken")


def refuse_moved(request: Request, catalogue: Catalogue, id_: str, page: int, seen: str) -> None:
    """Raise BadOption (`overtaken`) if another has arranged or turned the pages meanwhile."""
    document = catalogue.document(id_)
    read = catalogue.pages(document.sha256, page, page)
    if seen and (not read or desk.state_of_page(document.record, read[0].rotation) != seen):
        raise BadOption(message("review.moved", language_of(request)), "overtaken")


def _is_so(record: Record, path: str, said: Mapping[str, str]) -> bool:
    field, place, _ = take_apart(path)
    there = parts_of(record, field, place)
    if there is None:
        return False
    return there == {**there, **{part: typed(field, part, text) for part, text in said.items()}}
