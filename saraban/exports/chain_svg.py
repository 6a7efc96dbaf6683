"""A chain as a picture (SVG): documents in columns by their distance, links as curves with relation
and certainty on them. How sure a link is, stroke and words say; colour only helps.

Columns are laid out as layered drawings of graphs are (Sugiyama, Tagawa, Toda 1981): documents of a
column in the order of the mean place of what they hang on, swept to and fro.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from index.chain import Chain, Edge, Node
from index.official import thai_date, thai_period
from saraban.words import CERTAINTIES, KINDS, RELATIONS_UP

_BOX, _TALL, _ACROSS, _DOWN = 250, 70, 190, 26  # a box, and the gaps between boxes
_MARGIN, _SWEEPS = 24, 4
_ROOT = ' id="root"'  # by which a page finds the box in the middle
_LETTERS = 25  # of a line in a box, in the widest of the fonts that may be at hand
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_INKS = ('fill="#1c2733" font-weight="600"', 'fill="#1c2733"', 'fill="#55606e"')  # of its lines
_FAMILY = "Sarabun, 'TH Sarabun New', sans-serif"
_STROKES = {  # colour, dashes, width
    "exact": ("#17633a", "", 2.0),
    "confirmed": ("#17633a", "", 4.0),
    "probable": ("#7d4a00", "8 5", 2.0),
    "unresolved": ("#9c1c17", "2 5", 2.0),
}


@dataclass(frozen=True)
class Words:
    """What the picture says in the reader's language. `edge` of relation, certainty and clause
    (None: none) makes the words on a link; `more` of how many, those of a box that counts."""

    title: str
    kinds: Mapping[str, str]
    edge: Callable[[str, str, str | None], str]
    more: Callable[[int], str]
    day: Callable[[str | None], str] = thai_date
    period: Callable[[dict[str, Any] | None], str] = thai_period


Address = Callable[[str], str]


def thai_words() -> Words:
    """The words for a picture that stands by itself."""

    def edge(relation: str, certainty: str, clause: str | None) -> str:
        named = f"{RELATIONS_UP[relation]} ข้อ {clause}" if clause else RELATIONS_UP[relation]
        return f"{named}\n{CERTAINTIES[certainty]}"

    return Words(
        title="ความเชื่อมโยงของเอกสาร",
        kinds={**KINDS, "unresolved": CERTAINTIES["unresolved"]},
        edge=edge,
        more=lambda count: f"อีก {count} ฉบับ",
    )


def chain_svg(chain: Chain, words: Words, address: Address | None = None) -> str:
    """The picture as a file of its own; with `address` as a piece of a page, in which boxes lead to
    the address of their document's id."""
    places = _places(chain)
    bulging = any(places[edge.maker][0] == places[edge.target][0] for edge in chain.edges)
    width = max(x for x, _ in places.values()) + _BOX + (_ACROSS / 2 if bulging else 0) + _MARGIN
    height = max(y for _, y in places.values()) + _TALL + _MARGIN
    role = "img" if address is None else "group"  # an image has no links in it
    parts = [
        f'<svg{_NAMESPACE if address is None else ""} viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" font-family="{_FAMILY}" font-size="14" '
        f'role="{role}" aria-label="{escape(words.title)}"><title>{escape(words.title)}</title>',
        f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fff"/>',
    ]
    parts += [_curve(edge, places) for edge in chain.edges]
    parts += [_label(edge, places, words) for edge in chain.edges]
    for place, node in enumerate(chain.nodes):
        box = _box(node, places[node.key], words, is_root=place == 0)
        if address is not None and node.document is not None:
            box = f'<a href="{escape(address(node.document.id))}">{box}</a>'
        parts.append(box)
    return "\n".join(parts) + "\n</svg>\n"


def _places(chain: Chain) -> dict[str, tuple[float, float]]:
    """The upper left corner of each box."""
    columns: dict[int, list[str]] = {}
    for node in chain.nodes:
        columns.setdefault(node.column, []).append(node.key)
    near: dict[str, list[str]] = {node.key: [] for node in chain.nodes}
    for edge in chain.edges:
        near[edge.maker].append(edge.target)
        near[edge.target].append(edge.maker)
    rows = {key: float(row) for keys in columns.values() for row, key in enumerate(keys)}
    order = sorted(columns, key=abs)
    for _ in range(_SWEEPS):
        for column in order:
            keys = columns[column]
            mean = {
                key: sum(rows[one] for one in near[key]) / len(near[key]) if near[key] else 0.0
                for key in keys
            }
            keys.sort(key=lambda key: (mean[key], rows[key]))
            rows.update((key, float(row)) for row, key in enumerate(keys))
        order.reverse()
    tallest = max(len(keys) for keys in columns.values())
    first = min(columns)
    return {
        key: (
            _MARGIN + (column - first) * (_BOX + _ACROSS),
            _MARGIN + (row + (tallest - len(keys)) / 2) * (_TALL + _DOWN),
        )
        for column, keys in columns.items()
        for row, key in enumerate(keys)
    }


def _ends(edge: Edge, places: Mapping[str, tuple[float, float]]) -> tuple[float, ...]:
    """Where a curve leaves and arrives: from the target, which stands further left, to the maker;
    within a column it bulges out to the right."""
    (x, y), (other_x, other_y) = places[edge.target], places[edge.maker]
    y, other_y = y + _TALL / 2, other_y + _TALL / 2
    if x < other_x:
        return x + _BOX, y, x + _BOX + _ACROSS / 2, other_x - _ACROSS / 2, other_x, other_y
    if x > other_x:  # a circle: it leads back
        return x, y, x - _ACROSS / 2, other_x + _BOX + _ACROSS / 2, other_x + _BOX, other_y
    return x + _BOX, y, x + _BOX + _ACROSS / 2, other_x + _BOX + _ACROSS / 2, x + _BOX, other_y


def _curve(edge: Edge, places: Mapping[str, tuple[float, float]]) -> str:
    x, y, bend, other_bend, other_x, other_y = _ends(edge, places)
    colour, dashes, width = _STROKES[edge.link.certainty]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path d="M{x:.0f} {y:.1f}C{bend:.0f} {y:.1f} {other_bend:.0f} {other_y:.1f} '
        f'{other_x:.0f} {other_y:.1f}" fill="none" stroke="{colour}" stroke-width="{width}"'
        f"{dashed}/>"
    )


def _label(edge: Edge, places: Mapping[str, tuple[float, float]], words: Words) -> str:
    """Relation and certainty, at the end that stands away from the middle; the reason on hover."""
    link = edge.link
    x, y, bend, other_bend, other_x, other_y = _ends(edge, places)
    at_maker = abs(other_y - _middle(places)) >= abs(y - _middle(places))
    end, height, inwards = (other_x, other_y, other_bend) if at_maker else (x, y, bend)
    middle = (end + inwards) / 2 if other_bend != bend else inwards
    colour, _, _ = _STROKES[link.certainty]
    said = words.edge(link.relation, link.certainty, link.clause)
    lines = "".join(
        f'<tspan x="{middle:.0f}" dy="{-18 if row == 0 else 15}">{escape(line)}</tspan>'
        for row, line in enumerate(said.split("\n"))
    )
    return (
        f'<text x="{middle:.0f}" y="{height:.1f}" font-size="12" text-anchor="middle" '
        f'fill="{colour}" stroke="#fff" stroke-width="3" paint-order="stroke">{lines}</text>'
    )


def _middle(places: Mapping[str, tuple[float, float]]) -> float:
    """The height of the middle of the picture."""
    heights = [y for _, y in places.values()]
    return (min(heights) + max(heights) + _TALL) / 2


def _box(node: Node, place: tuple[float, float], words: Words, is_root: bool) -> str:
    x, y = place
    lines = _lines(node, words)
    fill, stroke, width = ("#e6eefa", "#1d3f6e", 3) if is_root else ("#fff", "#7a8694", 1.5)
    dashed = ""
    if node.document is None:
        dashed, fill = ' stroke-dasharray="4 4"', "#f3f5f8"
    written = "".join(
        f'<text x="{x + 12:.0f}" y="{y + 22 + 20 * row:.1f}" {_INKS[row]}>'
        f"{escape(_cut(line))}</text>"
        for row, line in enumerate(lines)
    )
    return (
        f"<g{_ROOT if is_root else ''}><title>{escape(' · '.join(lines))}</title>"
        f'<rect x="{x:.0f}" y="{y:.1f}" width="{_BOX}" height="{_TALL}" rx="6" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{width}"{dashed}/>{written}</g>'
    )


def _lines(node: Node, words: Words) -> tuple[str, ...]:
    """Three lines at most: which document, of when (a report: of which period) and whom, about
    what."""
    if node.more:
        return (words.more(node.more),)
    if node.document is None:
        return (node.cited_as or "", words.kinds["unresolved"])
    one = node.document
    named = f"{words.kinds[one.record.kind]} {one.number or ''}".strip()
    if one.number and _cut(named) != named:
        named = one.number  # never cut short: by it the document is known
    report = one.record.report
    span = report.period.model_dump() if report and report.period and not one.date else None
    when = words.period(span) if span else words.day(one.date)
    return (named, f"{when} {one.issuer or ''}".strip(), one.subject or "")


def _cut(text: str) -> str:
    """As much of a text as fits into a line of a box; marks above and below take no room."""
    room = 0
    for at, character in enumerate(text):
        room += unicodedata.category(character) != "Mn"
        if room > _LETTERS:
            return text[:at] + "…"
    return text
