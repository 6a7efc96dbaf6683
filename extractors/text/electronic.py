"""E-mail and web addresses in print, also where a line break or a stray space parts them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.models import Line

# someone@example.go.th | someone @example.go.th: the recogniser put a space
_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9][A-Za-z0-9._%+-]*\s?@\s?"
    r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)+"
)
_URL_CHARACTER = r"[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]"
_SUFFIX = r"(?:(?:go|ac|or|co|in|mi|net)\.th|th|com|net|org|info|gle|ly|me|io|app|gov|be|page|link)"
_URL = re.compile(
    # https://www.example.go.th/news | http: //example.com
    rf"(?:https?\s?:\s?/\s?/\s?{_URL_CHARACTER}+"
    # www.example.go.th/news
    rf"|(?<![A-Za-z0-9@./-])www\.[A-Za-z0-9-]+\.{_URL_CHARACTER}+"
    # example.go.th | bit.ly/3abc: a known ending, no @ before
    rf"|(?<![A-Za-z0-9@._/-])[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.{_SUFFIX}(?![A-Za-z0-9@.-])"
    rf"(?:/{_URL_CHARACTER}*)?)"
)
_MAY_BE_URL = re.compile(r"[A-Za-z0-9-]\s*[.:]")  # of every one; of most lines not
_GOES_ON = re.compile(rf"{_URL_CHARACTER}+")
_OPEN_END = re.compile(r"[/\-_=?&%.#:]$")
_INSIDE = re.compile(r"[/\-_=?&%.#0-9]")
_LIST_NUMBER = re.compile(r"\d{1,2}[.)]?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Address:
    """An address found at `text[start:end]`; `value` is without spaces."""

    start: int
    end: int
    value: str


def find_emails(text: str) -> list[Address]:
    """All e-mail addresses of a text.

    >>> [mail.value for mail in find_emails("ทาง e-mail: saraban @example.go.th")]
    ['saraban@example.go.th']
    """
    return [_address(match) for match in _EMAIL.finditer(text)] if "@" in text else []


def find_urls(text: str) -> list[Address]:
    """All web addresses of a text, e-mail addresses left out.

    >>> [url.value for url in find_urls("ที่ https://example.go.th/a, www.example.com และ a@b.go.th")]
    ['https://example.go.th/a', 'www.example.com']
    """
    if not _MAY_BE_URL.search(text):
        return []
    mails = find_emails(text)
    return [
        _address(match)
        for match in _URL.finditer(text)
        if not any(mail.start < match.end() and match.start() < mail.end for mail in mails)
    ]


def goes_on_below(before: str, below: Line) -> int:
    """How many characters of the line below still belong to the address that ends `before`.

    A line takes it up if it begins as a path does, if the address ends on a sign that none ends
    on, or if its first word bears a sign or digit that addresses have inside.
    """
    first = _GOES_ON.match(below.text.strip())
    if first is None or _LIST_NUMBER.match(below.text.strip()):
        return 0
    alone = first.end() == len(below.text.strip())
    path = re.match(r"/[A-Za-z0-9]{2}", first.group()) is not None  # https://example.org │ /form
    if path or _OPEN_END.search(before) or (alone and _INSIDE.search(first.group())):
        return first.end() + len(below.text) - len(below.text.lstrip())
    return 0


def _address(match: re.Match[str]) -> Address:
    printed = match.group()
    kept = printed.rstrip(".,;:!?'*")
    return Address(match.start(), match.start() + len(kept), re.sub(r"\s", "", kept))
