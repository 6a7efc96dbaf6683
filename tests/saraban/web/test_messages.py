"""What the pages say: every key that a template or a page uses is there, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import saraban.web
from extractors.record import Kind
from saraban.messages import LANGUAGES, message, messages
from tests.saraban.web.conftest import token_in

WEB = Path(saraban.web.__file__).parent
USED = re.compile(r"""(?<![\w.])(?:t|message)\(\s*"([\w.]+)"(?!\s*~)""")
BUILT = re.compile(r"""(?:"(\w+\.[\w.]*)"\s*~|f"(\w+\.[\w.]*)\{)""")


def sources() -> list[Path]:
    return [*WEB.parent.glob("*.py"), *WEB.rglob("*.py"), *WEB.rglob("*.html")]


def test_every_message_that_is_used_is_there() -> None:
    used = {key for path in sources() for key in USED.findall(path.read_text(encoding="utf-8"))}
    assert used - set(messages()) == set()


def test_every_message_is_used() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in sources())
    built = tuple(first or second for first, second in BUILT.findall(said))
    free = (*built, "up.", "down.", "common.", "error.")
    idle = {key for key in messages() if f'"{key}"' not in said and not key.startswith(free)}
    assert idle == set()


def test_a_message_has_the_same_blanks_in_both_languages() -> None:
    blanks = re.compile(r"{\w+}")
    wrong = [
        key
        for key, (th, en) in messages().items()
        if set(blanks.findall(th)) != set(blanks.findall(en))
    ]
    assert wrong == []


def test_thai_is_thai() -> None:
    wrong = [
        key
        for key, (thai, _) in messages().items()
        if not re.search("[ก-๙]", thai) and key != "common.other_language"
    ]
    assert wrong == []


@pytest.mark.parametrize("kind", Kind.__args__)
def test_every_kind_has_a_name(kind: str) -> None:
    assert all(message(f"kind.{kind}", language) for language in LANGUAGES)


def test_the_reader_chooses_the_language_and_keeps_it(client: TestClient) -> None:
    assert '<html lang="th">' in client.get("/due").text
    english = client.get("/due?lang=en&as_of=2021-05-01").text
    assert '<html lang="en">' in english and "Reports due" in english
    assert 'href="/due?as_of=2021-05-01&amp;lang=th"' in english
    assert "Reports due" in client.get("/due").text
    client.get("/?lang=th")
    assert "ติดตามรายงาน" in client.get("/due").text


def test_the_token_is_the_visits(client: TestClient) -> None:
    assert token_in(client.get("/").text) == token_in(client.get("/due").text)
