"""The chain as a picture has it: each document once, circles and crowds included."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.record import Citation, Field, Record
from index.catalogue import Catalogue
from index.chain import chain
from index.links.linker import link_documents
from pipeline.errors import NotFound

Put = Callable[..., list[str]]
Make = Callable[..., Record]


def letter(record: Make, number: int, *cited: int) -> Record:
    citations = tuple(
        Citation(
            role="reference",
            text=f"ว {one}",
            issuer="กรมการปกครอง",
            number=f"มท 0001/ว {one}",
            date="2021-01-01",
        )
        for one in cited
    )
    return record(
        number=f"มท 0001/ว {number}",
        date="2021-01-01",
        issuer="กรมการปกครอง",
        subject=f"เรื่องที่ {number}",
        citations=citations,
    )


def filed(catalogue: Catalogue, put: Put, record: Make, cites: dict[int, list[int]]) -> list[str]:
    ids = [
        put(letter(record, number, *cited), name=f"{number}.pdf")[0]
        for number, cited in cites.items()
    ]
    link_documents(catalogue, ids)
    return ids


def test_columns_tell_the_distance_in_both_directions(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    ids = filed(catalogue, put, record, {11: [22], 22: [33], 33: [], 44: [22]})
    found = chain(catalogue, ids[1])
    columns = {node.key: node.column for node in found.nodes}
    assert columns == {ids[1]: 0, ids[2]: -1, ids[0]: 1, ids[3]: 1}
    assert {(edge.maker, edge.target) for edge in found.edges} == {
        (ids[0], ids[1]),
        (ids[1], ids[2]),
        (ids[3], ids[1]),
    }


def test_a_circle_is_drawn_once(catalogue: Catalogue, put: Put, record: Make) -> None:
    ids = filed(catalogue, put, record, {11: [22], 22: [33], 33: [11]})
    found = chain(catalogue, ids[0])
    assert sorted(node.key for node in found.nodes) == sorted(ids)
    assert len(found.edges) == 3


def test_a_deep_chain_is_drawn_whole(catalogue: Catalogue, put: Put, record: Make) -> None:
    numbers = [11 * n for n in range(1, 30)]
    cites = {one: [one + 11] for one in numbers[:-1]} | {numbers[-1]: []}
    ids = filed(catalogue, put, record, cites)
    found = chain(catalogue, ids[0])
    assert [node.column for node in found.nodes] == [-n for n in range(29)]


def test_what_is_cited_and_not_here_stands_in_the_picture(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    (only,) = filed(catalogue, put, record, {11: [99]})
    missing = next(node for node in chain(catalogue, only).nodes if node.document is None)
    assert (missing.column, missing.cited_as) == (-1, "มท 0001/ว 99")


def test_of_a_crowd_a_dozen_are_drawn_and_the_rest_counted(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    ids = filed(catalogue, put, record, {7: []} | {1000 + 20 * n: [7] for n in range(30)})
    nodes = chain(catalogue, ids[0]).nodes
    assert sum(node.column == 1 and node.document is not None for node in nodes) == 12
    assert [node.more for node in nodes if node.more] == [18]


def test_secret_documents_are_not_in_the_picture_of_others(
    catalogue: Catalogue, put: Put, record: Make
) -> None:
    hidden = letter(record, 22).model_copy(update={"secrecy": "ลับ"})
    (citing,) = put(letter(record, 11, 22), name="citing.pdf")
    (secret,) = put(hidden, name="secret.pdf")
    link_documents(catalogue, [citing, secret])
    assert {node.key for node in chain(catalogue, citing).nodes} == {citing, secret}
    seen = chain(catalogue.seen_by(cleared=False), citing)
    assert [node.document for node in seen.nodes if node.key != citing] == [None]
    with pytest.raises(NotFound):
        chain(catalogue.seen_by(cleared=False), secret)


def test_a_document_by_itself(catalogue: Catalogue, put: Put, record: Make) -> None:
    plain = record(subject="ลำพัง", number=Field(text="ว 1", value="มท 0001/ว 1"))
    (only,) = put(plain)
    found = chain(catalogue, only)
    assert ([node.key for node in found.nodes], found.edges) == ([only], ())
