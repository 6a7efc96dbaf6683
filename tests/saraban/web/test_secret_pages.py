"""No address of the desk tells who is not cleared anything of a secret document, nor lets him
change it: every address is tried, so a page that is added later is tried as well."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute

from flows.archive import Archive
from saraban import answers
from saraban.web import api
from saraban.web.app import PAGES
from tests.saraban.web.conftest import LogIn, token_in

ROUTES = [
    (prefix + route.path, method)
    for prefix, router in (("/api/v1", api.router), *(("", module.router) for module in PAGES))
    for route in router.routes
    if isinstance(route, APIRoute)
    for method in route.methods
]
READING = sorted(path for path, method in ROUTES if method == "GET" and path != "/log")
NO_DOCUMENT = ("log", "refused")  # in addresses that change nothing of documents
CHANGING = sorted(
    path
    for path, method in ROUTES
    if method == "POST" and "{" in path and not any(word in path for word in NO_DOCUMENT)
)
ASKED = (  # questions by which it would be found
    "",
    "?q=ว 456&query=ว 456",
    "?document={id}&directive={id}&letter={id}&from={id}&to={id}",
    "?as_of=2022-07-01&month=2569-11",
)
NAMED = re.compile(r"\{(\w+)(?::\w+)?\}")


@pytest.fixture
def secret(archive: Archive) -> dict[str, str]:
    shown = answers.show(archive, "ว 789")
    return {"id": shown["id"], "sha256": shown["source"]["sha256"]}


def addresses(path: str, secret: dict[str, str]) -> Iterator[str]:
    """The address with the secret document's id, file or page in its blanks."""

    def blank(match: re.Match[str]) -> str:
        name = match[1]
        if "sha" in name:
            return secret["sha256"]
        return secret["id"] if "id" in name or "doc" in name else "1"

    for asked in ASKED:
        yield NAMED.sub(blank, path) + asked.format(**secret)


def said(body: bytes) -> str:
    """What an answer says, also inside an Office file or an archive of files."""
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            body = b"".join(parts.read(name) for name in parts.namelist())
    return body.decode("utf-8", "replace")


@pytest.mark.parametrize("name", ["สมชาย", "นายทะเบียน"])
@pytest.mark.parametrize("path", READING)
def test_nothing_is_told(
    log_in: LogIn, archive: Archive, secret: dict[str, str], path: str, name: str
) -> None:
    browser = log_in(name)
    for address in addresses(path, secret):
        answer = browser.get(address)
        text = said(answer.content)
        assert answer.status_code < 500, address
        assert not re.search("แผนปกปิด|ว 789|ว ๗๘๙|secret.docx", text), address
        if answer.status_code == 200 and secret["id"] not in address:
            assert secret["id"] not in text, address


@pytest.mark.parametrize("path", CHANGING)
def test_nothing_is_changed(
    log_in: LogIn, archive: Archive, secret: dict[str, str], path: str
) -> None:
    before = archive.catalogue.document(secret["id"]), len(archive.catalogue.events())
    browser = log_in("นายทะเบียน")
    token = token_in(browser.get("/").text)
    (address, *_) = addresses(path, secret)
    fields = {"csrf": token, "path": "number", "field": "number", "value": "1", "page": "1"}
    answer = browser.post(address, data=fields, follow_redirects=False)
    assert answer.status_code in (400, 404, 422), answer.headers.get("location")
    assert before == (archive.catalogue.document(secret["id"]), len(archive.catalogue.events()))


@pytest.mark.parametrize("path", ["/", "/documents/{id_}", "/documents/{id_}/trace", "/register"])
def test_who_is_cleared_is_told(
    log_in: LogIn, archive: Archive, secret: dict[str, str], path: str
) -> None:
    told = [said(log_in("สมหมาย").get(one).content) for one in addresses(path, secret)]
    assert any("แผนปกปิด" in text for text in told)
