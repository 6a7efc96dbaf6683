"""The office of a received stamp as the letter's addressee spells it, where rubber lost letters.

Who stamps a letter as received is mostly whom it was sent to: โรงเรียนชมชนบานนาดวง over a letter to
ผู้อำนวยการโรงเรียนชุมชนบ้านนาด้วง.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.text.keywords import skeleton
from extractors.text.offices import starts_office
from extractors.text.posts import office_of_post
from extractors.text.segment import falls_apart
from pipeline.thai_digits import arabic

# Per cent of letters, marks that rubber loses left aside, that two readings of one name share, and
# by how much more the one falls apart: other schools' names differ in a word (…ปลาซิว, …ปลาดุก)
_ALIKE, _WORN = 78, 3
_ALIKE_BUT_FOR_MARKS = 93
_SEATS = ("", "ที่ว่าการ", "ที่ทำการปกครอง", "ศาลากลาง", "สำนักงาน")  # where a post's office sits
_HEADMEN = ("กำนัน", "ผู้ใหญ่บ้าน")  # ที่ทำการกำนันตำบล…
_IN_SHORT = (
    *(("องค์การบริหารส่วนตำบล", "อบต."), ("องค์การบริหารส่วนจังหวัด", "อบจ.")),
    *(("โรงพยาบาล", "รพ."), ("โรงเรียน", "รร."), ("สำนักงาน", "สนง."), ("สถานีตำรวจภูธร", "สภ.")),
)


def as_addressed(office: str, addressees: Sequence[str]) -> str:
    """The office as one of the addressees spells it, if letters of it were misread; else as read.

    >>> as_addressed("ทีวาการอำเภอล อง", ["นายอำเภอลอง"])
    'ที่ว่าการอำเภอลอง'
    >>> as_addressed("โรงเรียนบ้านลอง", ["ผู้อำนวยการโรงเรียนบ้านลวง"])
    'โรงเรียนบ้านลอง'
    """
    lost = falls_apart(office)
    best: tuple[float, str] | None = None
    for name in _offices(addressees):
        alike = fuzz.ratio(skeleton(office), skeleton(name))
        mended = lost - falls_apart(name)
        same = alike >= _ALIKE_BUT_FOR_MARKS or (alike >= _ALIKE and mended >= _WORN)
        same = same and re.findall(r"\d+", arabic(office)) == re.findall(r"\d+", arabic(name))
        if same and mended > 0 and (best is None or alike > best[0]):
            best = alike, name
    return best[1] if best else office


def _offices(addressees: Sequence[str]) -> list[str]:
    found = []
    for one in addressees:
        office = one if starts_office(one) else office_of_post(one)
        found += [f"{seat}{office}" for seat in _SEATS] if office else []
        found += [f"ที่ทำการ{one}"] if one.startswith(_HEADMEN) else []
        found += [f"สำนักงาน{one.removeprefix('เจ้าพนักงาน')}"]  # เกษตรอำเภอ…, เจ้าพนักงานที่ดินจังหวัด…
    short = [
        name.replace(word, letters, 1)
        for name in found
        for word, letters in _IN_SHORT
        if name.startswith(word)
    ]
    return [*found, *short]
