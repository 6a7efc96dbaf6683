"""The review desk's way from value to value."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from index.corrections import remake
from saraban import answers
from saraban.web.app import create_app
from saraban.web.pages.review import _next
from tests.saraban.web.conftest import Served, token_in


def test_after_a_value_comes_the_next_in_doubt_and_at_the_end_the_first() -> None:
    assert _next(["a", "b", "c"], ["a", "c"], "b") == "c", "not back to what was passed over"
    assert _next(["a", "b", "c"], ["a", "b"], "c") == "a"
    assert _next(["a"], [], "a") == "a"
    assert _next(["a", "b"], ["a", "b"], "subject") == "a", "a value that was not in doubt"


def test_what_was_kept_is_told_in_words(own_sample: Served) -> None:
    with TestClient(create_app(own_sample.archive), base_url="http://localhost") as browser:
        address = own_sample.at("/review/{letter}").removeprefix(own_sample.address)
        for language, said in (("th", "บันทึกแล้ว: ยืนยัน เรื่อง"), ("en", "Kept: found right: Subject")):
            page = browser.get(f"{address}?lang={language}").text
            form = {"csrf": token_in(page), "act": "accept", "path": "subject"}
            assert said in browser.post(address, data=form).text
        undone = re.findall(r'name="event" value="(\d+)"', page)[0]
        form = {"csrf": token_in(page), "act": "undo", "event": undone}
        assert "Kept: took back:" in browser.post(address, data=form).text


def test_a_document_nobody_corrected_opens_without_parting_its_file_anew(
    sample: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of two hundred pages that took three seconds each time."""
    monkeypatch.setattr(remake, "split", lambda pages: pytest.fail(f"{len(pages)} pages parted"))
    with TestClient(create_app(sample.archive), base_url="http://localhost") as browser:
        address = sample.at("/review/{order}").removeprefix(sample.address)
        assert browser.get(address).status_code == 200


def test_the_box_in_hand_is_in_sight_before_any_picture_has_come(
    page: Page, sample: Served
) -> None:
    """A packet of two hundred pages: pictures are fetched as one comes to them, and one that comes
    late moves nothing."""
    page.route("**/*.jpg*", lambda route: route.abort())  # none ever comes
    page.goto(sample.at("/review/{letter}?field=obligations.2"), wait_until="domcontentloaded")
    expect(page.locator("rect.in-hand")).to_have_attribute("data-path", "obligations.2")
    paper = page.locator(".paper").bounding_box()
    box = page.locator("rect.in-hand").bounding_box()
    assert paper and box and box["height"] > 5
    assert paper["y"] <= box["y"] and box["y"] + box["height"] <= paper["y"] + paper["height"]
    assert page.locator(".leaf img:not([loading=lazy])").count() == 0


def test_what_is_refused_is_told_in_sight_and_stays_in_its_form(page: Page, sample: Served) -> None:
    page.goto(sample.at("/review/{letter}?field=obligations.2"))
    expect(page.locator("body.scripted")).to_be_visible()
    row = page.locator("#row-obligations\\.2")
    row.locator("[name='part.deliver_to']").fill("ศาลากลาง")
    row.locator("[name='part.first_due']").fill("เมื่อวาน")
    row.locator("[name='part.first_due']").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("ไม่ใช่วันที่")
    expect(page.get_by_role("alert")).to_be_in_viewport()
    expect(row).to_be_in_viewport()
    expect(row.locator("[name='part.deliver_to']")).to_have_value("ศาลากลาง")


def test_what_was_missed_is_added_with_the_button_that_is_shown(
    page: Page, own_sample: Served
) -> None:
    page.goto(own_sample.at("/review/{letter}"))
    expect(page.locator("body.scripted")).to_be_visible()
    page.locator("details.more summary").click()
    form = page.locator("details.more form:has(input[name=path][value=obligations])")
    form.locator("[name='part.action']").select_option("reply")
    form.locator("[name='part.text']").fill("ให้ส่งรายชื่อผู้ประสานงาน")
    form.get_by_role("button").last.click()
    added = page.locator("form[data-path^=obligations]").last
    expect(added).to_contain_text("ให้ส่งรายชื่อผู้ประสานงาน")


def test_a_member_that_was_not_read_is_added_found_and_taken_away(own_sample: Served) -> None:
    id_ = own_sample.at("{order}").removeprefix(own_sample.address)
    archive = own_sample.archive
    read = len(archive.catalogue.document(id_).record.committees[0].members)
    with TestClient(create_app(archive), base_url="http://localhost") as browser:

        def send(**form: str) -> str:
            token = token_in(browser.get(f"/review/{id_}").text)
            named = {name.replace("__", "."): value for name, value in form.items()}
            return browser.post(f"/review/{id_}", data=named | {"csrf": token}).text

        assert '"part.committee"' not in browser.get(f"/review/{id_}").text, "there is only one"
        who = {"path": "members", "part__name": "นางสาวดวงกมล ใจบุญ", "part__position": ""}
        refused = send(**who, act="value", part__role="")
        assert "หน้าที่ของกรรมการต้องไม่ว่าง" in refused
        assert "นางสาวดวงกมล ใจบุญ" in refused, "what was typed stays in its form"
        assert "บันทึกแล้ว" in send(**who, act="value", part__role="member")
        assert len(archive.catalogue.document(id_).record.committees[0].members) == read + 1
        assert [hit["id"] for hit in answers.search(archive, "ดวงกมล ใจบุญ")["hits"]] == [id_]
        send(path=f"members.{read}", act="remove")
    assert len(archive.catalogue.document(id_).record.committees[0].members) == read
    assert answers.verify(archive)["problems"] == []
