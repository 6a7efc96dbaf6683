"""The number that a document itself bears, as against those that it cites."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.blocks import Blocks
from extractors.digits import arabic
from extractors.letter_number import NumberMention
from extractors.number import bare_number, find_numbers, match_number
from extractors.passage import Passage

# ประกาศ … เลขที่ ๔/๒๕๖๗ | หนังสือรับรอง เลขที่ รพ.ลน. ๑๒/๒๕๖๗: behind the title on its line, or below
_REST = re.compile(
    r"\s+(?P<part>\d{1,2})\s?/\s?(?P<circular>ว\s?)?(?P<running>\d(?:\s?\d){0,5})(?!\d)"
)
_LABEL = re.compile(r"(?:^|\s)(?:เลขที่|ที่|No\.)\s*[:.…]*\s*(?=[ก-ฮ\d(A-Z])")


def own_number(blocks: Blocks) -> tuple[Passage, NumberMention] | None:
    """The number after ที่ in the head, or in the title or head if its keyword was not read."""
    item = blocks.items.get("number")
    if item is not None:
        mention = match_number(item.passage.text, item.start) or bare_number(
            item.passage.text, item.start
        )
        return (item.passage, _dot_unread(item.passage.text, mention)) if mention else None
    for line in (*blocks.title, *blocks.head):  # ด่วนที่สุด ที่ มท …, คำสั่ง… ที่ ๘๔/๒๕๖๒
        for mention in (*find_numbers(line.text), *_labelled(line.text))[:1]:
            return Passage.of([line]), mention
    for line in blocks.closing if not blocks.items else ():  # at the foot of a certificate
        if line.text.strip().startswith("เลขที่") and (labelled := _labelled(line.text)):
            return Passage.of([line]), labelled[0]
    return None


def _dot_unread(text: str, mention: NumberMention) -> NumberMention:
    """The number with the figures behind its unit, whose dot was not read: อว ๘๑๑๕ ๑/๐๑๗๔.

    It is told as doubtful, since figures of it stand apart (`number_doubts`).
    """
    rest = _REST.match(arabic(text), mention.end)
    if mention.number.slash or rest is None or mention.number.unit is None:
        return mention
    number = replace(
        mention.number,
        unit=f"{mention.number.unit}.{rest['part']}",
        circular=rest["circular"] is not None,
        running=re.sub(r"\s", "", rest["running"]),
        slash=True,
    )
    return NumberMention(mention.start, rest.end(), text[mention.start : rest.end()], number)


def _labelled(text: str) -> list[NumberMention]:
    """A number with a slash that ends a line of the title, behind its label."""
    found = []
    for label in _LABEL.finditer(arabic(text)):
        mention = match_number(text, label.end())
        if mention and "/" in mention.text and not text[mention.end :].strip(" .…"):
            found.append(mention)
    return found
