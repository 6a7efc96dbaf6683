"""Who signs, by a name that a stamp pressed, that a pen crossed, or that goes on behind its end.

Such a name is read again and chosen by the lists of names: its ink tells little, the lists tell
much. Where they know it and its post is of known words it is believed as print is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extractors.doubt.ink import is_pressed, lines_of
from extractors.doubt.name_letters import (
    is_plain_name,
    is_read_anew,
    is_surely_named,
    least_sure,
)
from extractors.text.people import is_post
from pipeline.models import Page

Json = dict[str, Any]

_TO_BRACKET = re.compile(r"([^()]*)\)")
_LETTER_OF_THAI = re.compile("[ก-ฮ]")
_LEGIBLE = 0.6  # confidence of the least sure letter of a name that the lists are believed of
NAMED_PLAINLY = 0.93  # chance of a name so chosen: see `by_lists`


def is_cut(signed: Json, pages: Mapping[int, Page]) -> bool:
    """Whether the brackets about a name hold more letters behind it: (… พรหมสาขา ณ สกลนคร)."""
    text = " ".join(line.text for line in lines_of(signed, pages))
    parts = text.split(signed["name"])[1:] if signed["name"] else []
    rests = [rest for part in parts if (rest := _TO_BRACKET.match(part))]
    return bool(rests) and _LETTER_OF_THAI.search(rests[0][1]) is not None


def names_no_post(signed: Json) -> bool:
    """Whether what stands under a name does not begin as posts do: กรรมกรรผู้จัดการ. Of 1,001 posts
    of the corpus one does so."""
    position = signed["position"] or ""
    return _LETTER_OF_THAI.search(position) is not None and not is_post(position)


def is_faintly_pressed(signed: Json, pages: Mapping[int, Page], worded: bool) -> bool:
    """Whether a stamp alone tells who signs, and neither each letter of the name is plain nor the
    lists know it, or a word of the post is none (`worded`: all are words)."""
    plain = is_surely_named(signed, pages) or is_plain_name(signed)
    return is_pressed(signed, pages) and not (plain and worded)


def by_lists(signed: Json, pages: Mapping[int, Page]) -> float:
    """The chance of a name, over a post of known words, that was pressed or read anew and that the
    lists of names know; 0 of any other.

    Of 250 such (115 files of seven halves at first sight, four levels) 248 were right, and of the
    other two the name; none had a letter less sure than this.
    """
    chosen = is_pressed(signed, pages) or is_read_anew(signed, pages)
    known = chosen and is_plain_name(signed) and least_sure(signed, pages) >= _LEGIBLE
    return NAMED_PLAINLY if known else 0.0
