"""The office in a signatory's post as the paper's head spells it.

A pen runs through the post under a signature, and a stamp presses it badly: a mark is lost or one
more is read. Where the post ends in all but the name of the office that issues the paper, that is
meant; what was put right so stays in doubt, and so does a post that lost more of that name.
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from extractors.doubt.contradictions import less_sure
from extractors.record import Record

_SURE = 0.97  # confidence from which a post stays as it was read
_SLIPS, _MOST = 0.13, 3  # share of the office's letters that may be misread, and how many
_SHORTEST = 8  # letters; a shorter name has too many like it
_TOWN = re.compile(r"(?:สำนักงาน)?เทศบาล(?=นคร|เมือง|ตำบล)")
_FIGURE = re.compile(r"[\d๐-๙]")
_LOCAL = re.compile(r"(?=องค์การบริหารส่วน)")  # headed by นายกองค์การบริหารส่วน…
_HEAD, _TAIL = 8, 5  # letters with which the office in a post begins and ends as the issuer does
_LOST_WITHIN = 0.35  # of the issuer's letters, between these
_LOST = 4  # letters that thin print may cost the beginning of an office's name


def with_signed_office(record: Record) -> Record:
    """The record with its signatory's posts ending in the office as its issuer is spelt."""
    signed, issuer = record.signatory, record.issuer
    if signed is None or issuer is None or (signed.confidence or 0.0) >= _SURE:
        return record
    position = _spelt_so(signed.position, issuer.value)
    acting_for = _spelt_so(signed.acting_for, issuer.value)
    same = (position, acting_for) == (signed.position, signed.acting_for)
    if same and not any(_is_nearly(post, issuer.value) for post in (position, acting_for)):
        return record
    told = signed.model_copy(update={"position": position, "acting_for": acting_for})
    return record.model_copy(update={"signatory": less_sure(told)})


def _spelt_so(post: str | None, issuer: str) -> str | None:
    """A post whose end is the issuer but for a few signs, with the issuer's own name for its end.

    >>> _spelt_so("ผู้อำนวยการโรงพ้ยาบาลท่าไม้", "โรงพยาบาลท่าไม้")
    'ผู้อำนวยการโรงพยาบาลท่าไม้'
    >>> _spelt_so("นายกเทศมนตรตำบลท่าไม้", "เทศบาลตำบลท่าไม้")
    'นายกเทศมนตรีตำบลท่าไม้'
    >>> _spelt_so("นายอำเภอเมืองแพร่", "อำเภอแพร่")
    'นายอำเภอเมืองแพร่'
    """
    office = _TOWN.sub("นายกเทศมนตรี", issuer)  # who heads a town is named after it
    if whole := _with_its_beginning(post, issuer):
        return whole
    if post is None or len(office) < _SHORTEST or post.endswith(office) or _FIGURE.search(office):
        return post
    most = min(_MOST, int(_SLIPS * len(office)))
    lengths = range(len(office) - most, len(office) + most + 1)
    ends = [post[-length:] for length in lengths if length <= len(post)]
    near = min(ends, key=lambda end: Levenshtein.distance(end, office), default=post)
    if near[:1] != office[:1]:  # เจ้าพ│นักงานที่ดิน… is no สำนักงานที่ดิน…, ประธานกรรมการ no คณะกรรมการ
        return post
    if _FIGURE.search(near) or Levenshtein.distance(near, office) > most:
        return post
    return post[: len(post) - len(near)] + office


def _is_nearly(post: str | None, issuer: str) -> bool:
    """Whether a post ends in what looks like the issuer, but in more than slips: letters were lost.

    >>> _is_nearly("ผู้อำนวยการวิทยาลัยการผท่าไม้", "วิทยาลัยการอาชีพท่าไม้")
    True
    >>> _is_nearly("ผู้อำนวยการวิทยาลัยเทคนิคท่าไม้", "วิทยาลัยการอาชีพท่าไม้")
    False
    """
    office = _TOWN.sub("นายกเทศมนตรี", issuer)
    start = post.find(office[:_HEAD]) if post and len(office) >= _SHORTEST else -1
    if post is None or start < 0 or post[-_TAIL:] != office[-_TAIL:]:
        return False
    end = post[start:]
    lost = Levenshtein.distance(end, office)
    return 0 < lost <= _LOST_WITHIN * len(office) and len(end) < len(office)


def _with_its_beginning(post: str | None, issuer: str) -> str | None:
    """Who heads a local body, where only the end of his post was read.

    >>> _with_its_beginning("ค์การบริหารส่วนตำบลท่าไม้", "องค์การบริหารส่วนตำบลท่าไม้")
    'นายกองค์การบริหารส่วนตำบลท่าไม้'
    """
    lost = len(issuer) - len(post or "")
    if not post or len(post) < _SHORTEST or not 0 < lost <= _LOST or not issuer.endswith(post):
        return None
    headed = _TOWN.sub("นายกเทศมนตรี", _LOCAL.sub("นายก", issuer, count=1))
    return headed if headed != issuer else None
