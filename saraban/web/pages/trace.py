"""The chain a document stands in: a picture one can walk, the reasons beside their passages, and
what a clerk says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Form, Request, Response
from markupsafe import Markup

from flows.archive import Archive
from index import judgements
from index.chain import Chain, Edge, chain
from index.due import with_receipt
from index.filed import Filed, Summary
from index.find import find_document
from index.links.model import PROGRAM, Link
from index.links.offered import offered
from index.links.rows import links_of
from index.viewer import Viewer
from pipeline.errors import BadOption, BadQuery
from pipeline.page_image import has_pictures
from pipeline.thai_digits import arabic
from saraban.exports.chain_svg import chain_svg
from saraban.messages import Language, message
from saraban.passages import Passage, passages
from saraban.web.chain_words import chain_words
from saraban.web.render import page, redirect
from saraban.web.session import TheArchive, language_of, require

router = APIRouter(include_in_schema=False)

_SHOWN = 200  # links told beside the picture

Clerk = Annotated[Viewer, Depends(require("clerk"))]
Typed = Annotated[str, Form(max_length=200)]


@dataclass(frozen=True, slots=True)
class Reason:
    """A link as the page tells it. `drawn` says of each passage whether its page has pictures."""

    link: Link
    way: Literal["up", "down"]
    depth: int
    why: str
    said: Passage
    meant: Passage | None
    drawn: tuple[bool, bool]
    judged: bool
    offered: tuple[Summary, ...]  # of a citation that leads nowhere: what it could mean


@router.get("/documents/{id_}/trace")
def trace(request: Request, archive: TheArchive, id_: str) -> Response:
    """What the document answers, and what answers it."""
    language = language_of(request)
    found = chain(archive.catalogue, find_document(archive.catalogue, id_))
    root = found.nodes[0].document
    assert root is not None
    reasons = _reasons(archive, found, language)
    rejected = [one for one in judgements.judged(archive.catalogue, root.id) if _is_no(one)]
    targets = {one.id: one for one in archive.catalogue.documents([str(r.to_id) for r in rejected])}
    return page(
        request,
        "trace.html",
        {
            "document": root.summary,
            "picture": Markup(
                chain_svg(found, chain_words(language), _address)
            ),  # escaped by itself
            "reasons": reasons[:_SHOWN],
            "left_off": len(reasons) - _SHOWN,
            "seen_of": seen_of,
            "rejected": [
                (one, targets[one.to_id].summary) for one in rejected if one.to_id in targets
            ],
        },
    )


@router.post("/documents/{id_}/trace")
def judge(
    request: Request,
    archive: TheArchive,
    clerk: Clerk,
    id_: str,
    maker: Typed,
    slot: Typed,
    verdict: Typed,
    other: Typed = "",
    seen: Typed = "",
) -> Response:
    """What a person says of a link: it is so, it is not so, it leads elsewhere; or takes back.
    Nothing is kept if another has judged what the form showed (`seen`) meanwhile."""
    language, catalogue = language_of(request), archive.catalogue
    from_id = catalogue.document(maker).id
    with archive.writing():
        links = (*links_of(catalogue, [from_id]), *judgements.judged(catalogue, from_id))
        known = {one.slot: one for one in links if one.from_id == from_id}
        if seen and (slot not in known or seen_of(known[slot]) != seen):
            raise BadOption(message("trace.overtaken", language), "overtaken")
        if verdict == "confirm":
            judgements.confirm(catalogue, from_id, slot, clerk.name, catalogue.document(other).id)
        elif verdict == "elsewhere":
            meant = find_document(catalogue, arabic(other))
            judgements.confirm(catalogue, from_id, slot, clerk.name, meant)
        elif verdict == "reject":
            judgements.reject(catalogue, from_id, slot, clerk.name)
        elif verdict == "withdraw":
            judgements.withdraw(catalogue, from_id, slot, clerk.name)
        else:
            raise BadQuery(f"“{verdict[:40]}” is no verdict.")
    return redirect(request, f"/documents/{id_}/trace", message("trace.kept", language))


def _reasons(archive: Archive, found: Chain, language: Language) -> list[Reason]:
    """The links of the picture, nearest first."""
    columns = {node.key: node.column for node in found.nodes}
    known = {node.key: node.document for node in found.nodes if node.document}

    def distance(edge: Edge) -> tuple[int, bool, int, str]:
        ends = columns[edge.maker], columns[edge.target]
        return max(map(abs, ends)), sum(ends) > 0, -ends[1], edge.link.slot

    reasons = []
    shown = sorted(found.edges, key=distance)
    open_ones = offered(archive.catalogue, [edge.link for edge in shown[:_SHOWN]])
    for edge in shown:
        maker = known.get(edge.maker)
        if maker is None:
            continue  # one box that counts many
        target = known.get(edge.target)
        said, meant = passages(edge.link, maker, target)
        why = with_receipt(edge.link, maker)
        reasons.append(
            Reason(
                link=edge.link,
                way="up" if columns[edge.target] < 0 else "down",
                depth=max(abs(columns[edge.maker]), abs(columns[edge.target])),
                why=why.en if language == "en" else why.th,
                said=said,
                meant=meant,
                drawn=(_drawn(archive, maker), target is not None and _drawn(archive, target)),
                judged=edge.link.made_by != PROGRAM,
                offered=tuple(
                    one.summary for one in open_ones.get((edge.link.from_id, edge.link.slot), ())
                ),
            )
        )
    return reasons


def _drawn(archive: Archive, document: Filed) -> bool:
    return has_pictures(archive.catalogue.source(document.sha256).media_type)


def seen_of(link: Link) -> str:
    """Who made the link as it is shown, and where it leads."""
    return f"{link.made_by} {link.made_at if link.made_by != PROGRAM else ''} {link.to_id}"


def _is_no(link: Link) -> bool:
    return link.certainty == "rejected"


def _address(id_: str) -> str:
    return f"/documents/{id_}/trace"
