"""The rest of an office's name on the next line of the letterhead, where the text or the post under
the paper tells the name whole: สำนักงานพระพุทธศาสนา / จังหวัดพิจิตร ศาลากลางจังหวัด"""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.issuer.letterhead_lines import THAI_WORD
from extractors.issuer.neighbours import below
from extractors.issuer.witnesses import ENDS
from extractors.record import Field
from extractors.signatory import signed_posts
from extractors.text.offices import PROVINCE, is_address, starts_office
from extractors.text.posts import office_of_post
from pipeline.models import Box, Document, Line
from pipeline.thai_digits import arabic

_END_OF_IT = 12  # letters of its last word that say what the words behind it belong to
_NEVER_FIRST = "ะัาำิีึืฺุู็่้๊๋์ํ๎"  # signs with which no word begins
_SHORTEST = 8  # letters of a name that other names do not begin with by chance
_BEHIND = re.compile(r"\s(?:จังหวัด|อำเภอ)[ก-๎]+")


def with_its_rest(found: Field, document: Document) -> Field:
    """The issuer with those words behind it, or on the line below, that the paper tells as its end
    elsewhere."""
    found = _with_its_province(found, document)
    page = next((one for one in document.pages if one.number == found.page), None)
    if page is None or found.box is None or found.note or len(found.value) < _SHORTEST:
        return found
    box = Box(*found.box)
    for line in below(page.lines, box)[:1]:
        rest = _rest(found.value, line, document)
        if rest:
            whole_line = rest == line.text.strip() and _is_told_behind_its_end(
                found.value, rest, arabic(document.text)
            )
            joined = "" if rest.startswith(("จังหวัด", "การ")) or whole_line else " "
            whole = box.union(line.box)
            sides = (whole.left, whole.top, whole.right, whole.bottom)
            value = f"{found.value}{joined}{' '.join(arabic(rest).split())}"
            told = {"text": f"{found.text} {rest}", "value": value, "box": sides}
            return found.model_copy(update=told)
    return found


def _with_its_province(found: Field, document: Document) -> Field:
    """The issuer with the province behind it, where the post of the signatory names it so:
    สถานีวิทยุกระจายเสียง… จังหวัดน่าน. Behind a school it is an address all the same."""
    if found.value.startswith("โรงเรียน"):
        return found
    for post in signed_posts(document):
        office = office_of_post(arabic(post)) or ""
        rest = office[len(found.value) :]
        behind = office.startswith(found.value) and _BEHIND.fullmatch(rest) is not None
        own = (arabic(line.text) for line in document.pages[0].lines)
        if behind and any(text.strip().startswith(office) for text in own):
            return found.model_copy(update={"value": office})
    return found


def _rest(name: str, line: Line, document: Document) -> str | None:
    """The longest beginning of a line, in whole words, that the paper tells behind the name."""
    words = line.text.split()
    if (
        not words
        or THAI_WORD.match(words[0]) is None
        or starts_office(line.text.removeprefix("จังหวัด"))
    ):
        return None
    province = PROVINCE.fullmatch(words[0]) is not None
    if is_address(line.text) and not province:
        return None
    others = [arabic(one.text) for one in document.lines if one is not line]
    # a name may be broken where none has a space
    texts = " ".join(others), *(f"{one}{two} " for one, two in pairwise(others))
    if len(words) == 1 and _is_told_behind_its_end(name, words[0], texts[0]):
        return words[0]
    # a province behind a space is the address: โรงเรียนบ้านดง จังหวัดน่าน
    gap = "" if province else r"\s?"
    for count in range(1 if province else len(words), 0, -1):
        rest = " ".join(words[:count])
        said = re.compile(rf"{_loose(name)}{gap}{_loose(arabic(rest))}")
        found = (ENDS.match(text, one.end()) for text in texts for one in said.finditer(text))
        if any(found):
            return rest
    return None


def _is_told_behind_its_end(name: str, rest: str, text: str) -> bool:
    """Whether the text tells a line right behind the last words of the name above it:
    คณะกรรมการจัดงานมหกรรมผ้าไหม │ ลุ่มน้ำน่าน, and งานมหกรรมผ้าไหมลุ่มน้ำน่าน in the letter."""
    end = name.split()[-1][-_END_OF_IT:]
    whole = end.lstrip(_NEVER_FIRST) + arabic(rest)
    told = re.search(rf"{re.escape(whole)}(?![ก-๎])", text)
    return len(end) == _END_OF_IT and told is not None


def _loose(name: str) -> str:
    return r"\s?".join(map(re.escape, name.split()))
