"""Web addresses: printed, or inside a QR code."""

from __future__ import annotations

import re

from extractors.record import WebLink, where
from extractors.text.electronic import find_emails, find_urls, goes_on_below
from extractors.text.passage import Evidence, Passage
from pipeline.models import Code, Document, Line

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE)
_BROKEN = re.compile(r"(?:https?://|www\.)[A-Za-z0-9-]+-$")


def read_links(document: Document) -> tuple[WebLink, ...]:
    """Each address once, in the order of the pages; of a printed and a coded one the coded."""
    found = [_coded(code) for page in document.pages for code in page.codes if _is_url(code)]
    for page in document.pages:
        for place, line in enumerate(page.lines):
            below = page.lines[place + 1 :]
            found += _broken(line, below)
            if not (place and _broken(page.lines[place - 1], page.lines[place:])):
                found += _printed(line, below)
    kept: dict[tuple[str, str], WebLink] = {}
    for link in found:
        kept.setdefault((link.url, link.origin), link)  # a code may say what is printed, too
    return tuple(sorted(kept.values(), key=lambda link: link.page or 0))


def _is_url(code: Code) -> bool:
    return _ADDRESS.fullmatch(code.text.strip()) is not None


def _coded(code: Code) -> WebLink:
    evidence = Evidence(code.text, code.page, code.box, 1.0)
    place = {key: value for key, value in where(evidence).items() if key != "confidence"}
    return WebLink.model_validate({"url": code.text.strip(), "from": "qr", **place})


def _printed(line: Line, below: tuple[Line, ...]) -> list[WebLink]:
    found = []
    for address in find_urls(line.text):
        url = address.value
        if address.end >= len(line.text.rstrip(" .,")) and not find_emails(url):
            rest = line.text[address.end :].strip()
            url += _rest(url + rest, rest, line, below)
        evidence = Passage.of([line]).cut(address.start, address.end)
        place = {key: value for key, value in where(evidence).items() if key != "confidence"}
        found.append(WebLink.model_validate({"url": url, "from": "text", **place}))
    return found


def _broken(line: Line, below: tuple[Line, ...]) -> list[WebLink]:
    """An address that a line breaks at a hyphen of its first name: www.dwr- │ news.example.go.th"""
    cut = _BROKEN.search(line.text)
    rest = _rest(cut.group(), "", line, below) if cut else ""
    if cut is None or not find_urls(cut.group() + rest):
        return []
    evidence = Passage.of([line]).cut(cut.start(), cut.end())
    place = {key: value for key, value in where(evidence).items() if key != "confidence"}
    return [WebLink.model_validate({"url": cut.group() + rest, "from": "text", **place})]


def _rest(before: str, sign: str, line: Line, below: tuple[Line, ...]) -> str:
    """What the line below adds to an address that runs to the end of its line."""
    under = next((other for other in below if other.box.top >= line.box.middle), None)
    if under is None or under.page != line.page:
        return ""
    taken = goes_on_below(before, under)
    return (sign + under.text[:taken].strip()).rstrip(".,;:") if taken else ""
