"""The rest of an office's name on the next line of the letterhead, where the text or the post under
the paper tells the name whole: สำนักงานพระพุทธศาสนา / จังหวัดพิจิตร ศาลากลางจังหวัด"""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.issuer.neighbours import below
from extractors.issuer.witnesses import ENDS
from extractors.record import Field
from extractors.text.offices import is_address, starts_office
from pipeline.models import Box, Document, Line
from pipeline.thai_digits import arabic

_SHORTEST = 8  # letters of a name that other names do not begin with by chance
_THAI = re.compile(r"[ก-ฮเ-ไ][ก-๎]{3}")
_PROVINCE = re.compile(r"จังหวัด[ก-๎]+")


def with_its_rest(found: Field, document: Document) -> Field:
    """The issuer with those words of the line below that the paper elsewhere tells as its end."""
    page = next((one for one in document.pages if one.number == found.page), None)
    if page is None or found.box is None or found.note or len(found.value) < _SHORTEST:
        return found
    box = Box(*found.box)
    for line in below(page.lines, box)[:1]:
        rest = _rest(found.value, line, document)
        if rest:
            joined = "" if rest.startswith(("จังหวัด", "การ")) else " "
            whole = box.union(line.box)
            sides = (whole.left, whole.top, whole.right, whole.bottom)
            value = f"{found.value}{joined}{' '.join(arabic(rest).split())}"
            told = {"text": f"{found.text} {rest}", "value": value, "box": sides}
            return found.model_copy(update=told)
    return found


def _rest(name: str, line: Line, document: Document) -> str | None:
    """The longest beginning of a line, in whole words, that the paper tells behind the name."""
    words = line.text.split()
    if not words or _THAI.match(words[0]) is None or starts_office(line.text.removeprefix("จังหวัด")):
        return None
    province = _PROVINCE.fullmatch(words[0]) is not None
    if is_address(line.text) and not province:
        return None
    others = [arabic(one.text) for one in document.lines if one is not line]
    # a name may be broken where none has a space
    texts = " ".join(others), *(f"{one}{two} " for one, two in pairwise(others))
    # a province behind a space is the address: โรงเรียนบ้านดง จังหวัดน่าน
    gap = "" if province else r"\s?"
    for count in range(1 if province else len(words), 0, -1):
        rest = " ".join(words[:count])
        said = re.compile(rf"{_loose(name)}{gap}{_loose(arabic(rest))}")
        found = (ENDS.match(text, one.end()) for text in texts for one in said.finditer(text))
        if any(found):
            return rest
    return None


def _loose(name: str) -> str:
    return r"\s?".join(map(re.escape, name.split()))
