"""The document page: facts, pictures with text over them, citations both ways, files to take."""

from __future__ import annotations

import io

import pikepdf
from playwright.sync_api import Page as BrowserPage
from playwright.sync_api import expect
from starlette.testclient import TestClient

from flows.archive import Archive
from pipeline.models import Box, Line, Page
from saraban import answers
from saraban.web.overlay import HEIGHT, overlay


def test_each_line_lies_where_its_ink_is() -> None:
    page = Page(1, (Line("ทดสอบ", 1, Box(0.1, 0.2, 0.5, 0.25)), Line(" ", 1, Box(0, 0, 1, 1))))
    found = overlay(page)
    (line,) = found.lines
    assert found.width == round(HEIGHT * page.aspect, 1)
    assert line.text == "ทดสอบ"
    assert line.x == round(0.1 * found.width, 1)
    assert 0.2 * HEIGHT < line.y < 0.25 * HEIGHT
    assert abs(line.width - 0.4 * found.width) < 0.2


def test_it_says_how_to_cite_it_and_who_cites_it(client: TestClient, archive: Archive) -> None:
    shown = answers.show(archive, "ว 123")
    page = client.get(f"/documents/{shown['id']}").text
    assert 'value="หนังสือกรมทดสอบระบบ ที่ กข ๐๐๑๒.๓/ว ๑๒๓ ลงวันที่ ๕ มีนาคม ๒๕๖๕"' in page
    citing = answers.show(archive, "ว 456")["id"]
    assert f'href="/documents/{citing}"' in page


def test_an_office_file_has_no_pictures_and_no_pdf(client: TestClient, archive: Archive) -> None:
    shown = answers.show(archive, "ว 123")
    assert client.get(f"/documents/{shown['id']}/searchable.pdf").status_code == 404


def test_in_a_browser_text_is_selected_over_the_picture_and_zoomed(
    page: BrowserPage,
    sample,  # type: ignore[no-untyped-def]
) -> None:
    page.goto(sample.at("/documents/{order}"))
    lines = page.locator("svg.over text")
    assert lines.count() > 10
    picture = page.locator(".paper img").first
    picture.scroll_into_view_if_needed()
    before = picture.bounding_box()
    said = page.evaluate(
        """() => { const line = [...document.querySelectorAll('svg.over text')]
             .find((one) => one.textContent.includes('คำสั่ง'));
             const range = document.createRange(); range.selectNodeContents(line);
             const chosen = getSelection(); chosen.removeAllRanges(); chosen.addRange(range);
             return chosen.toString(); }"""
    )
    assert "คำสั่งจังหวัดแพร่" in said
    page.get_by_role("button", name="+").click()
    after = picture.bounding_box()
    assert before
    assert after
    assert after["width"] > before["width"]
    page.get_by_role("button", name="คัดลอก").click()
    expect(page.get_by_role("button", name="คัดลอกแล้ว")).to_be_visible()


def test_the_searchable_pdf_holds_the_document_alone(sample) -> None:  # type: ignore[no-untyped-def]
    from saraban.web.app import create_app

    with TestClient(create_app(sample.archive), base_url="http://localhost") as browser:
        address = sample.at("/documents/{order}/searchable.pdf").removeprefix(sample.address)
        answer = browser.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.content)) as made:
        assert len(made.pages) == 1
