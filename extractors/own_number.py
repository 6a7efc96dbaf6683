"""The number that a document itself bears, as against those that it cites."""

from __future__ import annotations

from extractors.blocks import Blocks
from extractors.number import NumberMention, find_numbers, match_number
from extractors.passage import Passage


def own_number(blocks: Blocks) -> tuple[Passage, NumberMention] | None:
    """The number after ที่ in the head, or in the title or head if its keyword was not read."""
    item = blocks.items.get("number")
    if item is not None:
        mention = match_number(item.passage.text, item.start)
        return (item.passage, mention) if mention else None
    for line in (*blocks.title, *blocks.head):  # ด่วนที่สุด ที่ มท …, คำสั่ง… ที่ ๘๔/๒๕๖๒
        for mention in find_numbers(line.text)[:1]:
            return Passage.of([line]), mention
    return None
