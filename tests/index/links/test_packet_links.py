"""The packet's documents stand to each other as they should, whatever order they arrive in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from extractors.record import Record
from index.catalogue import Catalogue
from index.links.linker import link_documents, relink, unlinked
from index.links.model import Link
from index.links.rows import links_of

Put = Callable[..., list[str]]


def found(catalogue: Catalogue) -> list[dict[str, Any]]:
    """The links in the form of links.expected.json, titles cut as it cuts them."""
    pages = {one.id: list(one.record.pages) for one in catalogue.documents(catalogue.ids())}

    def as_expected(link: Link) -> dict[str, Any]:
        return {
            "from": pages[link.from_id],
            "relation": link.relation,
            "cited_as": link.cited_as,
            "to": pages[link.to_id] if link.to_id else None,
            "clause": link.clause,
            "certainty": link.certainty,
        }

    return [as_expected(link) for link in links_of(catalogue, catalogue.ids())]


def agree(one: dict[str, Any], expected: dict[str, Any]) -> bool:
    cited, wanted = one["cited_as"], expected["cited_as"]
    same_title = cited == wanted or bool(cited and wanted and cited.startswith(wanted.rstrip("…")))
    keys = ("from", "relation", "to", "certainty")
    return (
        same_title
        and all(one[key] == expected[key] for key in keys)
        and one["clause"] == expected.get("clause")
    )


def test_the_links_of_the_packet(
    catalogue: Catalogue,
    put: Put,
    packet: tuple[Record, ...],
    packet_links: list[dict[str, Any]],
) -> None:
    link_documents(catalogue, put(*packet))
    links = found(catalogue)
    for expected in packet_links:
        assert [one for one in links if agree(one, expected)], expected
    assert len(links) == len(packet_links)


def test_reasons_name_what_differs(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...]
) -> None:
    ids = put(*packet)
    link_documents(catalogue, ids)
    links = links_of(catalogue, ids)
    why = {(one.from_id[-1], one.cited_as): one.why for one in links}
    assert "มท 0810.7/ว 2563" in why["1", "มท 0810.3/ว 293"].en
    assert "217/2564 against 117/2564: one digit" in why["1", "217/2564"].en
    assert "217/2564 กับ 117/2564 ต่างกันหนึ่งหลัก" in why["1", "217/2564"].th
    assert "clause 1" in why["5", None].en and "ข้อ 1" in why["5", None].th


@pytest.mark.parametrize("order", [(1, 4), (4, 1)])
def test_letters_that_come_apart_find_each_other(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...], order: tuple[int, int]
) -> None:
    """The circular and the order of the province in files of their own, in either order."""
    for place in order:
        link_documents(catalogue, put(packet[place], name=f"{place}.pdf"))
    links = [one for one in found(catalogue) if one["relation"] == "implements"]
    assert [(one["to"], one["clause"], one["certainty"]) for one in links] == [
        ([2, 3], "1", "probable")
    ]


def test_linking_again_changes_nothing(
    catalogue: Catalogue, put: Put, packet: tuple[Record, ...]
) -> None:
    link_documents(catalogue, put(*packet))
    before, events = found(catalogue), len(catalogue.events())
    assert unlinked(catalogue) == []
    relink(catalogue)
    assert found(catalogue) == before
    assert len(catalogue.events()) == events
