"""saraban judge: what a person says of a link."""

from __future__ import annotations

from typing import Annotated, Any

from typer import Option

from flows.archive import Archive
from index import judgements
from index.find import find_document
from index.links.model import PROGRAM, Link
from index.links.offered import offered
from index.links.rows import links_of
from pipeline.errors import BadOption, NotFound
from saraban.fields import joined
from saraban.options import (
    DocumentArgument,
    HomeOption,
    JsonOption,
    existing_archive,
    person,
)
from saraban.terminal import emit, put, refusals, row, say, table
from saraban.words import CERTAINTIES, RELATIONS_UP, thai_date

_REJECTED = "ไม่ใช่"


def judge(
    document: DocumentArgument,
    link: Annotated[
        str | None, Option(help="Which link of the document: its name in the list.")
    ] = None,
    confirm: Annotated[bool, Option("--confirm", help="It is so.")] = False,
    reject: Annotated[bool, Option("--reject", help="It is not so.")] = False,
    to: Annotated[
        str | None, Option(help="It leads to this document instead.", metavar="DOCUMENT")
    ] = None,
    withdraw: Annotated[bool, Option("--withdraw", help="Take back what was said.")] = False,
    by: Annotated[str | None, Option(help="Who says so; else the user of this machine.")] = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the links that a document makes, or say of one that it is so, is not so, or leads
    elsewhere. What a person says is kept with name and time, and the program never overrules it.

    Examples:

      saraban judge "ว 123"

      saraban judge "ว 123" --link citation/0 --confirm --by สมหญิง

      saraban judge "ว 123" --link citation/0 --to "กข 0012.3/ว 45"
    """
    with refusals(as_json), existing_archive(home) as archive:
        id_ = find_document(archive.catalogue, document)
        if link is not None:
            with archive.writing():
                _say(archive, id_, link, confirm, reject, to, withdraw, person(by))
        elif confirm or reject or to or withdraw:
            raise BadOption("Name the link with --link; without options its list is shown.")
        _show(archive, id_, as_json)


def _say(
    archive: Archive,
    id_: str,
    slot: str,
    confirm: bool,
    reject: bool,
    to: str | None,
    withdraw: bool,
    person: str,
) -> None:
    catalogue = archive.catalogue
    if confirm + reject + withdraw + (to is not None) != 1:
        raise BadOption("Say one of --confirm, --reject, --to DOCUMENT, --withdraw.")
    if reject:
        judgements.reject(catalogue, id_, slot, person)
    elif withdraw:
        judgements.withdraw(catalogue, id_, slot, person)
    elif to is not None:
        judgements.confirm(catalogue, id_, slot, person, find_document(catalogue, to))
    else:
        known = {one.slot: one.to_id for one in _links(archive, id_)}
        if slot not in known:
            raise NotFound(f"Document {id_} has no link {slot}.")
        if (meant := known[slot]) is None:
            raise BadOption(f"{slot} leads to no document; say with --to which is meant.")
        judgements.confirm(catalogue, id_, slot, person, meant)


def _links(archive: Archive, id_: str) -> list[Link]:
    """The links that a document makes, those rejected last."""
    made = [one for one in links_of(archive.catalogue, [id_]) if one.from_id == id_]
    refused = judgements.judged(archive.catalogue, id_)
    return made + [one for one in refused if one.certainty == "rejected"]


def _show(archive: Archive, id_: str, as_json: bool) -> None:
    links = _links(archive, id_)
    if as_json:
        for one in links:
            emit(_as_json(one))
        return
    listing = table("ชื่อ", "ความเชื่อมโยง", "ผล", "ถึง", "เหตุผล", "ผู้พิจารณา")
    for one in links:
        said = one.made_by != PROGRAM
        judged = joined(one.made_by, thai_date((one.made_at or "")[:10])) if said else ""
        verdict = CERTAINTIES.get(one.certainty, _REJECTED)
        row(listing, one.slot, RELATIONS_UP[one.relation], verdict, one.to_id, one.why.th, judged)
    put(listing)
    for (_, slot), some in offered(archive.catalogue, links).items():
        for near in some:
            known = joined(near.id, near.number, thai_date(near.date or ""), near.subject)
            say(f"{slot} อาจหมายถึง · may mean: {known}")
    if not links:
        say("เอกสารนี้ไม่ได้เชื่อมโยงถึงเอกสารใด · It makes no link.")


def _as_json(link: Link) -> dict[str, Any]:
    return {
        "link": link.slot,
        "relation": link.relation,
        "certainty": link.certainty,
        "to": link.to_id,
        "why": link.why.en,
        "judged_by": None if link.made_by == PROGRAM else link.made_by,
        "judged_at": None if link.made_by == PROGRAM else link.made_at,
    }
