"""Words that a typist broke with a manual line break: กรกฎา⏎คม."""

from __future__ import annotations

import re

from pipeline import thai_words

_TAIL = re.compile(r"[ก-๎]+$")
_HEAD = re.compile(r"[ก-๎]+")
_MONTH = re.compile(r"[ก-๎]+(?:าคม|ายน|าพันธ์)")  # กรกฎา and คม are words, too


def breaks_word(above: str, below: str) -> bool:
    """Whether the break between two rows of a paragraph goes through a word: the pieces together
    are one, and one of them alone is none.

    >>> breaks_word("ภายในวันที่ ๑๕ กรกฎา", "คม ๒๕๖๗"), breaks_word("ประธาน", "กรรมการ")
    (True, False)
    """
    tail, head = _TAIL.search(above), _HEAD.match(below)
    if tail is None or head is None:
        return False
    edge, end = len(tail[0]), 0
    for word in thai_words.cut(tail[0] + head[0]):
        start, end = end, end + len(word)
        if start < edge < end and word in thai_words.words():
            parts = (word[: edge - start], word[edge - start :])
            return _MONTH.fullmatch(word) is not None or not all(
                part in thai_words.words() for part in parts
            )
    return False
