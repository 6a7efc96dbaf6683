"""The little marks in the words of letters: what is in pen, bold, underlined, left blank.

`[[pen ๖๐๙]]` by hand, `[[dater 12 มี.ค. 2566]]` from a date stamp, `[[b words]]`, `[[u words]]`,
`[[line 30]]` a dotted rule of 30 mm, `[[gap 12]]` white of 12 mm; a line break is a line break.
"""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_MARK = re.compile(r"\[\[(\w+) ([^\]]*)\]\]")
_TAGS = {
    "pen": Markup('<span class="ink pen flat">{}</span>'),
    "dater": Markup('<span class="ink dater inline">{}</span>'),
    "b": Markup("<b>{}</b>"),
    "u": Markup('<span class="u">{}</span>'),
    "i": Markup("<i>{}</i>"),
    "line": Markup('<span class="blank" style="width: {}mm"></span>'),
    "gap": Markup('<span style="display: inline-block; width: {}mm"></span>'),
}
_NUMBER = re.compile(
    r"((?:ข้อ )?\(?[\d๐-๙]{1,3}(?:\.[\d๐-๙]{1,2})*[.)]{0,2}|[-•–]|\([ก-ฮ]\)|[ก-ฮ]\.) +(?=\S)"
)


def rich(text: str) -> Markup:
    """A text's marks as HTML; everything else is escaped."""
    html = Markup("")
    place = 0
    for mark in _MARK.finditer(text):
        html += _plain(text[place : mark.start()]) + _TAGS[mark[1]].format(mark[2])
        place = mark.end()
    return html + _plain(text[place:])


def bare(text: str) -> str:
    """A text without its marks, as it is read."""
    return _MARK.sub(lambda mark: "" if mark[1] in ("line", "gap") else mark[2], text)


def numbered(text: str) -> bool:
    """Whether a text starts with a number or a dash of a list."""
    return _NUMBER.match(text) is not None


def number_apart(text: str) -> tuple[str, str]:
    """The number a text starts with, and what follows it."""
    found = _NUMBER.match(text)
    return (found[1], text[found.end() :]) if found else ("", text)


def lead(text: str) -> Markup:
    """A paragraph: justification must not stretch the gap behind the number it starts with."""
    number, words = number_apart(text)
    if not number or len(number) > 8:
        return rich(text)
    return rich(number) + Markup('<span class="gap"> </span>') + rich(words)


def stamped(line: str) -> Markup:
    """A line of a received stamp, "label..... value |unit": the value in pen, "@value" by dater."""
    label, dots, value = line.partition(".....")
    if not dots:
        return Markup("<span>{}</span>").format(line)
    value, _, unit = value.strip().partition("|")
    hand = "dater" if value.startswith("@") else "pen"
    html = Markup('<span>{}.....</span><span class="value {}">{}</span>').format(
        label, hand, value.removeprefix("@").strip()
    )
    return html + Markup("<span>&nbsp;{}</span>").format(unit) if unit else html


def _plain(text: str) -> Markup:
    return Markup("<br>").join(escape(part) for part in text.split("\n"))
