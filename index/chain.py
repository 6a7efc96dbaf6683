"""The chain a document stands in as a picture has it: each document once, in the column of its
distance, and the links between them.

`index/trace.py` tells the same as a tree. What the document goes back to has columns −1, −2, …;
what came of it 1, 2, …; a document reached both ways, or in a circle, stands where it is met first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.catalogue import Catalogue
from index.filed import Filed
from index.links.model import Link
from index.links.rows import links_of

DEEPEST = 60  # columns in each direction
_MOST = 12  # documents in a column for one reason; the others are counted


@dataclass(frozen=True, slots=True)
class Node:
    """A document of the chain, or what stands for one: a citation that leads nowhere (`document`
    None), or the `more` documents that are not drawn. `key` names it in the edges."""

    key: str
    column: int
    document: Filed | None = None
    cited_as: str | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two nodes by their keys; as the link reads, `maker` makes it. `link` is that
    of the first where several stand for one."""

    maker: str
    target: str
    link: Link


@dataclass(frozen=True, slots=True)
class Chain:
    """The node of the document asked about comes first."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def chain(catalogue: Catalogue, id_: str) -> Chain:
    """All that a document hangs on and that hangs on it. Raises NotFound."""
    catalogue.document(id_)
    columns = {id_: 0}
    found: dict[tuple[str, str], Link] = {}
    for way in (-1, 1):
        frontier = [id_]
        for depth in range(1, DEEPEST + 1):
            reached = []
            for link in _from(catalogue, frontier, way):
                found.setdefault((link.from_id, link.slot), link)
                far = link.to_id if way < 0 else link.from_id
                if far is not None and far not in columns:
                    columns[far] = way * depth
                    reached.append(far)
            frontier = reached
            if not frontier:
                break
    nodes, edges = _drawn(list(found.values()), columns, id_)
    known = {one.id: one for one in catalogue.documents(node.key for node in nodes)}
    return Chain(tuple(replace(one, document=known.get(one.key)) for one in nodes), edges)


def _from(catalogue: Catalogue, ids: list[str], way: int) -> Iterator[Link]:
    """The links that these documents make (−1), or that are made to them (1)."""
    wanted = set(ids)
    for link in links_of(catalogue, ids):
        if (link.from_id if way < 0 else link.to_id) in wanted:
            yield link


def _drawn(
    links: list[Link], columns: dict[str, int], root: str
) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """Nodes, their documents still to be looked up, and edges. Where many documents hang on one for
    the same reason and on nothing else, as the reports of all provinces do, a dozen are drawn and
    the others counted."""
    joined: dict[str, int] = {}
    for link in links:
        for end in (link.from_id, link.to_id):
            if end is not None:
                joined[end] = joined.get(end, 0) + 1
    leaves: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        if link.to_id and joined[link.from_id] == 1 and link.from_id != root:
            leaves.setdefault((link.to_id, link.relation), []).append(link)
    dropped: dict[str, tuple[str, str]] = {}
    for key, some in leaves.items():
        if len(some) > _MOST + 1:
            dropped.update((link.from_id, key) for link in some[_MOST:])
    nodes = {id_: Node(id_, column) for id_, column in columns.items() if id_ not in dropped}
    dropped_for = Counter(dropped.values())
    edges: dict[str, Edge] = {}
    for link in links:
        maker, target = link.from_id, link.to_id
        if maker in dropped and target is not None:
            maker = f"more {target} {link.relation}"
            more = dropped_for[target, link.relation]
            nodes.setdefault(maker, Node(maker, columns[link.from_id], more=more))
        elif target is None:
            target = f"none {link.from_id} {link.slot}"
            column = columns[link.from_id] - 1
            nodes[target] = Node(target, column, cited_as=link.cited_as)
        if maker in nodes and target in nodes:
            edges.setdefault(f"{maker} {target} {link.relation}", Edge(maker, target, link))
    return tuple(nodes.values()), tuple(edges.values())
