"""Values that look wrong whatever the recogniser thought of their letters.

Their ink may be as sharp as can be: a mark of the paper was read into a name, or the text around
a list into the post of one of its members. A person should see them. Templates are left out: their
names are blank.
"""

from __future__ import annotations

import re
from typing import Any

from extractors.offices import starts_office
from extractors.people import is_person, is_post

Json = dict[str, Any]

LOOKED_AT = 0.75  # chance that an odd value is given at most: under the threshold for review

_NO_LETTERS = re.compile(r"[“”\"'|~_^*#<>{}=…!?;]")  # ผู้ว่าราชการจังหวัดชัยภูม ”
_LONGEST_POST = 150  # characters
_NAMES = {
    "issuer": ("value",),
    "recipients": ("value",),
    "signatory": ("name", "position", "acting_for"),
    "members": ("name", "position"),
}


def is_odd(field: str, value: Json) -> bool:
    """Whether a value of this field is of a form that hardly any right one has.

    >>> is_odd("issuer", {"value": "จังหวัดแพร่ |"}), is_odd("issuer", {"value": "จังหวัดแพร่"})
    (True, False)
    """
    told = [str(value[part]) for part in _NAMES.get(field, ()) if value.get(part)]
    if any(_NO_LETTERS.search(one) for one in told):
        return True
    if field == "signatory":
        return not value["name"]
    return field == "members" and _is_no_seat(value["name"], value["position"] or "")


def _is_no_seat(name: str | None, post: str) -> bool:
    """Whether what stands for a member can be neither a person nor whoever holds a post."""
    if len(post) > _LONGEST_POST or (name and not is_person(name)):
        return True
    return bool(post) and not name and not is_post(post) and not starts_office(post)
