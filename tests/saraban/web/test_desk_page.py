"""The review desk's way from value to value."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

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
