"""saraban register, search, show, trace: questions to the archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text
from rich.tree import Tree

from index.chain import chain
from index.find import find_document
from saraban import answers
from saraban.answers import Json
from saraban.exports.chain_svg import chain_svg, thai_words
from saraban.fields import joined
from saraban.options import DocumentArgument, HomeOption, JsonOption, existing_archive
from saraban.terminal import emit, put, refusals, row, say, sheet, table
from saraban.words import (
    CERTAINTIES,
    KINDS,
    RELATIONS_DOWN,
    RELATIONS_UP,
    thai_date,
    visible,
)

_STYLE = {"unresolved": "red", "probable": "yellow"}

KindOption = Annotated[
    str | None, typer.Option(help=f"Only this kind: {', '.join(KINDS)}.", show_default=False)
]
FromOption = Annotated[
    str | None, typer.Option("--from", help="Dated on or after: 2021-02-15 or 15 ก.พ. 2564.")
]
ToOption = Annotated[str | None, typer.Option("--to", help="Dated on or before.")]
IssuerOption = Annotated[str | None, typer.Option(help="Only from this office.")]


def search(
    query: Annotated[
        str, typer.Argument(help='Words, a "phrase", or a number.', show_default=False)
    ] = "",
    kind: KindOption = None,
    date_from: FromOption = None,
    date_to: ToOption = None,
    issuer: IssuerOption = None,
    limit: Annotated[int, typer.Option(min=1, help="How many to print.")] = 20,
    sort: Annotated[str, typer.Option(help="relevance, or date (the latest first).")] = "relevance",
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find documents by words, number, date, issuer or kind; Thai or Arabic digits alike.

    Examples:

      saraban search "มาตรฐาน บริการสาธารณะ"

      saraban search "ว 123" --from 2021-01-01 --to 2021-12-31

      saraban search --kind order --issuer จังหวัดแพร่ --sort date

      saraban search -ยกเลิก --from 2021-01-01
    """
    with refusals(as_json), existing_archive(home) as archive:
        found = answers.search(archive, query, kind, date_from, date_to, issuer, limit, sort)
        if as_json:
            emit(found)
            return
        put(_listing(found["hits"], snippets=bool(query)))
        put(Text(f"พบ {found['total']} เรื่อง ({found['took_ms']} มิลลิวินาที)", style="dim"))


def register(home: HomeOption = None, as_json: JsonOption = False) -> None:
    """Print the register (ทะเบียน): every document, in the order in which they were filed.

    The last column names the fields that a person should compare with the paper.

    Examples:

      saraban register

      saraban register --json | wc -l
    """
    with refusals(as_json), existing_archive(home) as archive:
        filed = answers.register(archive)
        if as_json:
            for summary in filed:
                emit(summary)
            return
        put(_listing(filed))
        doubtful = sum(bool(one["doubts"]) for one in filed)
        put(Text(f"ทะเบียนมี {len(filed)} เรื่อง ควรตรวจ {doubtful} เรื่อง", style="dim"))


def show(document: DocumentArgument, home: HomeOption = None, as_json: JsonOption = False) -> None:
    """Show one document with all its fields.

    A number that several documents bear is refused with the list of them.

    Examples:

      saraban show "ว 123"

      saraban show 0f3a9c2b7d10-2 --json
    """
    with refusals(as_json), existing_archive(home) as archive:
        shown = answers.show(archive, document)
        if as_json:
            emit(shown)
            return
        put(sheet(f"{shown['id']} · {shown['source']['name']}", shown["document"]))


def trace(
    document: DocumentArgument,
    svg: Annotated[
        Path | None, typer.Option(help="Write the chain as a picture to this file (.svg).")
    ] = None,
    home: HomeOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what a document answers, and what answers it, with the reason for each link.

    Examples:

      saraban trace "กข 0012.3/ว 123"

      saraban trace 0f3a9c2b7d10-2 --json

      saraban trace "ว 123" --svg chain.svg
    """
    with refusals(as_json), existing_archive(home) as archive:
        if svg is not None:
            found = chain(archive.catalogue, find_document(archive.catalogue, document))
            svg.write_text(chain_svg(found, thai_words()), encoding="utf-8")
            say(f"{svg}: {len(found.nodes)} เอกสาร")
            if not as_json:
                return
        traced = answers.trace(archive, document, "en" if as_json else "th")
        if as_json:
            emit(traced)
            return
        tree = Tree(Text(_named(traced["document"]), style="bold"))
        _grow(tree.add("สืบเนื่องจาก"), traced["up"], "up", RELATIONS_UP)
        _grow(tree.add("ผลที่ตามมา"), traced["down"], "down", RELATIONS_DOWN)
        put(tree)


def _listing(summaries: list[Json], snippets: bool = False) -> Any:
    checked = any("doubts" in one for one in summaries)
    listing = table("รหัส", "ที่", "วันที่", "ชนิด", "จาก", "เรื่อง", *(["ควรตรวจ"] if checked else []))
    for one in summaries:
        subject = one["subject"] or ""
        if snippets and one.get("snippet"):
            subject = f"{subject} … {one['snippet']}"
        row(
            listing,
            one["id"],
            one["number"],
            thai_date(one["date"]),
            KINDS[one["kind"]],
            one["issuer"],
            subject,
            *([", ".join(one["doubts"])] if checked else []),
        )
    return listing


def _named(summary: Json) -> str:
    named = joined(
        KINDS[summary["kind"]], summary["number"], thai_date(summary["date"]), summary["issuer"]
    )
    return visible(f"{named} [{summary['id']}]")


def _grow(tree: Tree, links: list[Json], way: str, words: dict[str, str]) -> None:
    """Add the links of one direction, and theirs."""
    if not links:
        tree.add(Text("ไม่มี", style="dim"))
    for link in links:
        certainty = link["certainty"]
        target = _named(link["document"]) if link["document"] else visible(link["cited_as"] or "")
        label = Text(f"{words[link['relation']]} ")
        label.append(f"({CERTAINTIES[certainty]}) ", style=_STYLE.get(certainty, "green"))
        label.append(target)
        borne = link["document"] and link["document"]["number"]
        if borne and link["cited_as"] not in (None, borne):
            label.append(f" — เขียนว่า “{visible(link['cited_as'])}”")
        label.append(f"\n{visible(link['why'])}", style="dim")
        branch = tree.add(label)
        if link[way]:
            _grow(branch, link[way], way, words)
