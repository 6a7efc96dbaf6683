"""What people type into the one search box: numbers, dates, names, words, in any mix and order.

    มท๐๘๑๐.๗/ว๒๕๖๓ · คำสั่งจังหวัดแพร่ 117/2564 · 15 ก.พ. 64 · ม.ค.–มี.ค. 2564 · ปีงบ 2564
    นายสมชาย ใจดี · "การเบิกจ่ายเงิน" · เรื่อง:มาตรฐาน จาก:จังหวัดแพร่ -ยกเลิก · โรงเรียน OR วิทยาลัย

All that is typed must hold; what stands on both sides of OR (หรือ, |) are alternatives. What may
be taken in several ways is looked for in each of them. Nothing that is typed is an error: what
cannot be understood otherwise is words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from index.analysis import smallest_words
from index.query_dates import Found, find_spans
from index.query_model import FieldName, Label, Part, Query, Reading
from index.query_numbers import find_bare_numbers, find_typed_numbers
from index.query_text import LONGEST, Unread, plain
from index.query_words import (
    FIELDS,
    FILE_FIELD,
    KIND_FIELD,
    find_kinds,
    find_persons,
    kind_label,
    kind_named,
    phrase_reading,
    words_reading,
)

_PREFIXES = "|".join(map(re.escape, (*FIELDS, *KIND_FIELD, *FILE_FIELD)))
_SAID = r'(?:["“”„«](?P<quoted>[^"“”„«»]*)["“”»]|(?P<bare>[^\s"“”„«»]+))'
_QUOTED = re.compile(r'(?P<minus>(?<!\S)-)?["“”„«](?P<quoted>[^"“”„«»]*)["“”»]')
_NAMED = re.compile(rf"(?P<minus>(?<!\S)-)?(?<![^\s-])(?P<field>{_PREFIXES})\s?:\s*{_SAID}", re.I)
_QUOTE = re.compile('["“”„«»]')
_OR = re.compile(r"(?<!\S)(?:OR|หรือ|\|)(?!\S)")
_EDGES = " \t()[]{}<>,;.!?*~^'`’‘"
_SAYS_NOTHING = {"ที่", "ลงวันที่", "วันที่", "เรื่อง", "AND", "และ"}


@lru_cache(maxsize=256)
def parse_query(raw: str) -> Query:
    """Understand what was typed. Raises nothing: where there is nothing to look for, the query is
    false; of more than LONGEST characters the first are read."""
    text = plain(raw)
    cut = len(text) > LONGEST or len(raw) > 4 * LONGEST
    text = text[:LONGEST].rstrip()
    unread = Unread(text)
    parts: list[Part] = []
    _take_named(unread, parts)
    _take_quoted(unread, parts)
    ors = [match.span() for match in _OR.finditer(unread.text)]
    for find in (find_spans, find_typed_numbers):
        _take(unread, parts, find(unread.text))
    _take(unread, parts, find_kinds(unread.text))
    _take(unread, parts, find_persons(unread.text))
    for start, end in ors:
        unread.take(start, end)
    alone = not parts and not any(
        smallest_words(re.sub(r"\d", "", one)) for *_, one in unread.chunks()
    )
    _take(unread, parts, find_bare_numbers(unread.text, alone))
    _take_words(unread, parts)
    if not parts:  # หรือ alone is a word
        _take_words(Unread(_QUOTE.sub(" ", text)), parts)
    return Query(text, _grouped(text, parts, ors), cut)


def _take(unread: Unread, parts: list[Part], found: list[Found]) -> None:
    for start, end, readings in found:
        if "\ue000" in unread.text[start:end]:
            continue
        without = (
            start > 0 and unread.text[start - 1] == "-" and unread.text[: start - 1][-1:] in " "
        )
        start -= int(without)
        parts.append(Part(start, end, readings, without=without))
        unread.take(start, end)


def _take_named(unread: Unread, parts: list[Part]) -> None:
    """เรื่อง:มาตรฐาน | จาก:"กรมการปกครอง" | ชนิด:คำสั่ง; what stands in a quote is quoted."""
    named = list(_NAMED.finditer(unread.text))
    own = {match.start("quoted") for match in named}
    quotes = [m.span() for m in _QUOTED.finditer(unread.text) if m.start("quoted") not in own]
    for match in named:
        if any(start < match.start() < end for start, end in quotes):
            continue
        name = match["field"].lower()
        said = match["quoted"] if match["quoted"] is not None else match["bare"]
        said = said.strip(_EDGES)
        if not smallest_words(said):
            continue
        field: FieldName | None = FIELDS.get(name)
        kind = kind_named(said) if name in KIND_FIELD else None
        if name in FILE_FIELD:
            reading = Reading("file", said, Label(f"แฟ้ม “{said}”", f"file “{said}”"))
        elif kind is not None:
            reading = Reading("kind", kind, kind_label(kind))
        else:
            reading = phrase_reading(said) if match["quoted"] else words_reading(said)
        part = Part(match.start(), match.end(), (reading,), field=field)
        parts.append(replace(part, without=bool(match["minus"])))
        unread.take(match.start(), match.end())


def _take_quoted(unread: Unread, parts: list[Part]) -> None:
    for match in _QUOTED.finditer(unread.text):
        said = match["quoted"].strip()
        if smallest_words(said):
            reading = phrase_reading(said)
            parts.append(Part(match.start(), match.end(), (reading,), without=bool(match["minus"])))
        unread.take(match.start(), match.end())
    unread.text = _QUOTE.sub(" ", unread.text)  # an open quote is none


def _take_words(unread: Unread, parts: list[Part]) -> None:
    chunks = list(unread.chunks())
    for start, end, chunk in chunks:
        without = chunk.startswith("-") and len(chunk) > 1
        said = chunk.strip(_EDGES + '-–—:/|"')
        if not smallest_words(said) or (said in _SAYS_NOTHING and (parts or len(chunks) > 1)):
            continue
        parts.append(Part(start, end, (words_reading(said),), without=without))


def _grouped(text: str, parts: list[Part], ors: list[tuple[int, int]]) -> tuple[Part, ...]:
    """The parts in order; those with nothing but OR between them in one group."""
    ordered: list[Part] = []
    group = -1
    for part in sorted(parts, key=lambda one: one.start):
        before = ordered[-1].end if ordered else 0
        between = text[before : part.start]
        joined = ordered and any(before <= start and end <= part.start for start, end in ors)
        if not (joined and _OR.fullmatch(between.strip()) and not part.without):
            group += 1
        ordered.append(replace(part, group=group))
    return tuple(ordered)
