"""The picture of a chain: every document and link in it, nothing over another, all escaped."""

from __future__ import annotations

import itertools
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.periods import fiscal_quarter
from extractors.record import Field, Record, Report
from index.chain import Chain, Edge, Node
from index.filed import Filed
from index.links.model import Certainty, Link
from index.links.reasons import Why
from saraban.exports.chain_svg import chain_svg, thai_words

SVG = "{http://www.w3.org/2000/svg}"


def document(key: str, subject: str = "เรื่อง") -> Filed:
    said = Field(text=subject, value=subject)
    record = Record(
        pages=(1, 1), kind="external_letter", circular=False, template=False, subject=said
    )
    return Filed(key, "0" * 64, 1, "a.pdf", "2021-01-01T00:00:00Z", record)


def edge(maker: str, target: str, certainty: Certainty = "exact") -> Edge:
    link = Link(maker, "citation/0", "cites", target, certainty, 1.0, Why("same", "ตรงกัน"))
    return Edge(maker, target, link)


def test_what_is_read_off_paper_is_escaped() -> None:
    chain = Chain((Node("a", 0, document("a", '<script>"&')),), ())
    drawn = chain_svg(chain, thai_words())
    assert "<script>" not in drawn
    texts = [one.text for one in ElementTree.fromstring(drawn).iter(f"{SVG}text")]
    assert '<script>"&' in texts


def test_a_number_is_never_cut_short() -> None:
    one = document("a", "เรื่องที่ยาวเกินกว่าจะเขียนลงในกรอบเดียวได้ทั้งหมด")
    number = Field(text="x", value="มท 0810.7/ว 2563")
    numbered = replace(one, record=one.record.model_copy(update={"number": number}))
    drawn = ElementTree.fromstring(chain_svg(Chain((Node("a", 0, numbered),), ()), thai_words()))
    texts = [text.text or "" for text in drawn.iter(f"{SVG}text")]
    assert any("มท 0810.7/ว 2563" in text for text in texts)
    assert texts[-1].endswith("…")


def test_reports_of_one_unit_are_told_apart_by_their_periods() -> None:
    said = Field(text="จังหวัดแพร่", value="จังหวัดแพร่")
    nodes = []
    for number in (2, 3):
        period = fiscal_quarter(2564, number)
        report = Report(title=None, reporting_unit=said.value, as_of=None, period=period)
        one = document(str(number))
        told = one.record.model_copy(update={"kind": "report", "report": report, "issuer": said})
        nodes.append(Node(one.id, 0, replace(one, record=told)))
    drawn = chain_svg(Chain(tuple(nodes), ()), thai_words())
    assert "ไตรมาส 2/2564 จังหวัดแพร่" in drawn and "ไตรมาส 3/2564 จังหวัดแพร่" in drawn


def test_a_piece_of_a_page_leads_on() -> None:
    chain = Chain((Node("a", 0, document("a")), Node("b", -1, document("b"))), (edge("a", "b"),))
    drawn = chain_svg(chain, thai_words(), lambda id_: f"/documents/{id_}/trace")
    assert 'href="/documents/b/trace"' in drawn
    assert "://" not in drawn
    assert "อ้างถึง" in drawn and "ตรงกัน" in drawn


def test_how_sure_a_link_is_shows_without_colour() -> None:
    nodes = tuple(Node(key, -place, document(key)) for place, key in enumerate("abcd"))
    edges = (edge("a", "b"), edge("b", "c", "probable"), edge("c", "d", "confirmed"))
    root = ElementTree.fromstring(chain_svg(Chain(nodes, edges), thai_words()))
    strokes = {(p.get("stroke-dasharray"), p.get("stroke-width")) for p in root.iter(f"{SVG}path")}
    assert len(strokes) == 3


@settings(max_examples=40)
@given(
    columns=st.lists(st.integers(-5, 5), max_size=14),
    pairs=st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=30),
)
def test_any_chain_is_drawn_without_one_box_on_another(
    columns: list[int], pairs: list[tuple[int, int]]
) -> None:
    nodes = [Node("0", 0, document("0"))]
    nodes += [Node(str(n), column, document(str(n))) for n, column in enumerate(columns, 1)]
    edges = [
        edge(str(one), str(other))
        for one, other in pairs
        if one != other and max(one, other) < len(nodes)
    ]
    drawn = ElementTree.fromstring(chain_svg(Chain(tuple(nodes), tuple(edges)), thai_words()))
    boxes = [
        tuple(float(one.get(name, 0)) for name in ("x", "y", "width", "height"))
        for one in drawn.iter(f"{SVG}rect")
    ][1:]
    assert len(boxes) == len(nodes)
    assert len(list(drawn.iter(f"{SVG}path"))) == len(edges)
    for (x, y, w, h), (other_x, other_y, _, _) in itertools.combinations(boxes, 2):
        assert abs(x - other_x) >= w or abs(y - other_y) >= h
