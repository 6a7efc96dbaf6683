"""Pages in English: what the program says is English, days are of the Buddhist Era; what was read
off the paper stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from saraban.web.app import create_app
from tests.saraban.web.conftest import Served

ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")


@pytest.fixture(scope="module")
def browser(sample: Served) -> Iterator[TestClient]:
    with TestClient(create_app(sample.archive), base_url="http://localhost") as opened:
        opened.get("/?lang=en")
        yield opened


def shown(browser: TestClient, sample: Served, address: str) -> str:
    """The words of a page."""
    page = browser.get(sample.at(address).removeprefix(sample.address)).text
    return re.sub(r"<[^>]*>", " ", page)


@pytest.mark.parametrize(
    "address",
    [
        "/documents/{letter}",
        "/documents/{report}/trace",
        "/?q=15/2/2564",
        "/review",
    ],
)
def test_days_are_of_the_buddhist_era(browser: TestClient, sample: Served, address: str) -> None:
    page = shown(browser, sample, address)
    assert not ISO.findall(page)
    assert re.search(r"\d (?:Jan|Feb|Mar|Apr|Jul) 2564", page)


def test_the_facts_of_a_document_are_named_in_english(browser: TestClient, sample: Served) -> None:
    page = shown(browser, sample, "/documents/{letter}")
    for said in (
        "external letter · circular · pages",
        "Number",
        "Enclosures",
        "Clause 3",
        "[report]",
    ):
        assert said in page
    assert "first by 25 Apr 2564" in page and "dated 14 May 2550" in page
    assert "read unsurely" in page
    for thai in ("อ่านไม่ชัด", "สิ่งที่ส่งมาด้วย<", "ครั้งแรกภายใน", "เวียน ·", "[รายงาน]"):
        assert thai not in page


def test_what_is_in_doubt_is_named_in_english(browser: TestClient, sample: Served) -> None:
    assert "Clause 1, Clause 2" in shown(browser, sample, "/review")
