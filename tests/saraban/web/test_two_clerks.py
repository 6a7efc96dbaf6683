"""Two clerks have the same page open: what the second sends overwrites nothing unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from flows.archive import Archive
from index.find import find_document
from index.links.rows import links_of
from index.received import today
from saraban.web.app import create_app
from tests.saraban.web.conftest import Served

OVERTAKEN = "ยังไม่ได้บันทึก"


@pytest.fixture
def office(own_sample: Served) -> Iterator[tuple[TestClient, Archive]]:
    with TestClient(create_app(own_sample.archive), base_url="http://localhost") as browser:
        yield browser, own_sample.archive


def form_in(page: str, mark: str) -> dict[str, Any]:
    """The fields of the first form that holds a piece of its source."""
    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    form = next(one for one in forms if mark in one)
    fields = re.findall(r'<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"', form)
    return {name: unescape(value) for name, value in fields}


def test_a_value_that_another_put_right_is_not_overwritten_unseen(
    office: tuple[TestClient, Archive],
) -> None:
    desk, archive = office
    id_ = find_document(archive.catalogue, "มท 0810.7/ว 2563")
    opened = desk.get(f"/review/{id_}").text  # by both
    form = form_in(opened, 'id="row-number"') | {"act": "value"}
    first = desk.post(f"/review/{id_}", data=form | {"part.value": "มท 0810.7/ว 2564"}).text
    assert "บันทึกแล้ว" in first
    second = desk.post(f"/review/{id_}", data=form | {"part.value": "มท 0810.7/ว 2565"}).text
    assert OVERTAKEN in second and "“มท 0810.7/ว 2564”" in second
    assert "“มท 0810.7/ว 2565”" in second, "what was typed is not lost"
    assert archive.catalogue.document(id_).record.number.value == "มท 0810.7/ว 2564"
    twice = desk.post(f"/review/{id_}", data=form | {"part.value": "มท๐๘๑๐.๗/ว๒๕๖๔"}).text
    assert "บันทึกแล้ว" in twice, "a form that was sent twice is no quarrel"
    again = form_in(twice, 'id="row-number"') | {"act": "value", "part.value": "มท 0810.7/ว 2565"}
    assert "บันทึกแล้ว" in desk.post(f"/review/{id_}", data=again).text, "now it was seen"


def test_a_value_taken_away_shifts_no_other_into_its_place(
    office: tuple[TestClient, Archive],
) -> None:
    desk, archive = office
    id_ = find_document(archive.catalogue, "มท 0810.7/ว 2563")
    opened = desk.get(f"/review/{id_}").text
    before = [one.title for one in archive.catalogue.document(id_).record.enclosures]
    form = form_in(opened, 'id="row-enclosures.0"') | {"act": "remove"}
    assert "บันทึกแล้ว" in desk.post(f"/review/{id_}", data=form).text
    assert OVERTAKEN in desk.post(f"/review/{id_}", data=form).text
    after = [one.title for one in archive.catalogue.document(id_).record.enclosures]
    assert after == before[1:]


def test_pages_that_another_arranged_are_looked_at_again(
    office: tuple[TestClient, Archive],
) -> None:
    desk, archive = office
    id_ = find_document(archive.catalogue, "มท 0810.7/ว 2563")
    opened = desk.get(f"/review/{id_}").text
    split = form_in(opened, 'value="split"') | {"act": "split"}
    turn = form_in(opened, 'value="rotate"') | {"act": "rotate"}
    assert "บันทึกแล้ว" in desk.post(f"/review/{id_}", data=split).text
    assert "กรุณาดูอีกครั้ง" in desk.post(f"/review/{id_}", data=turn).text
    assert {one.rotation for one in archive.catalogue.pages(split_sha(archive, id_), 2, 3)} == {0}


def split_sha(archive: Archive, id_: str) -> str:
    return archive.catalogue.document(id_).sha256


def test_nor_what_another_wrote_into_the_register(office: tuple[TestClient, Archive]) -> None:
    desk, _ = office
    opened = desk.get("/register").text
    year = today().year + 543
    form = form_in(opened, f'action="/register/{year}/1"')
    assert form["seen"] == ""
    sent = desk.post(f"/register/{year}/1", data=form | {"text": "มอบ นางสมศรี"})
    assert "มอบ นางสมศรี" in sent.text
    late = desk.post(f"/register/{year}/1", data=form | {"text": "มอบ นายสมชาย"})
    assert late.status_code == 400
    assert "“มอบ นางสมศรี”" in late.text and "“มอบ นายสมชาย”" in late.text
    assert "มอบ นายสมชาย" not in desk.get("/register").text


def test_nor_what_another_said_of_a_link(office: tuple[TestClient, Archive]) -> None:
    desk, archive = office
    id_ = find_document(archive.catalogue, "มท 0810.7/ว 2563")
    opened = desk.get(f"/documents/{id_}/trace").text
    form = form_in(opened, 'value="confirm"')
    assert desk.post(f"/documents/{id_}/trace", data=form).status_code == 200
    late = desk.post(f"/documents/{id_}/trace", data=form | {"verdict": "reject", "other": ""})
    assert late.status_code == 400 and "มีผู้พิจารณาความเชื่อมโยงนี้ไปแล้ว" in late.text
    links = links_of(archive.catalogue, [form["maker"]])
    assert [one.certainty for one in links if one.slot == form["slot"]] == ["confirmed"]
    taken_back = form_in(desk.get(f"/documents/{id_}/trace").text, 'value="withdraw"')
    assert desk.post(f"/documents/{id_}/trace", data=taken_back).status_code == 200
