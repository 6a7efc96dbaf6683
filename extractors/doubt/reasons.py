"""What speaks against a value by its own words, said so that a clerk knows what to look for.

Each reason was counted on eight halves and batches of papers as they were first read, and on all
letters that rules may be written on: of the values that it holds for more were wrong than right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any

from extractors.doubt.cut_off import is_cut_off
from extractors.doubt.member_doubts import BEGINS_BADLY, is_implausible
from extractors.doubt.name_letters import has_a_hole, has_unsure_letters
from extractors.doubt.name_parts import has_unlikely_part, is_near_a_given_name
from extractors.doubt.spelling import impossible_signs
from extractors.doubt.struck import is_struck_through
from extractors.text import table
from extractors.text.people import is_post
from extractors.text.segment import personal_names, segment
from pipeline.models import Box, Page

Json = dict[str, Any]
Pages = Mapping[int, Page]

# แบบ ทน. ๐๕ | ใบขอใช้ห้องประชุม (แบบ ๒); but (แบบ ปค. ๔), which belongs to a title
_CODE = re.compile(r"แบบ\s?[ก-ฮ]{1,5}\.?\s?\d+(?:[./-]\d+)*|.*\(แบบ(?:ที่)?\s?\d+\)?\W*")
# กรมปศุสัตว์ตรวจสอบแล้วพบว่า… | สำนักงานเกษตรและ; …ประจำปี เพื่อให้การ…
# จังหวัดลำพูน ข้อมูล | …จังหวัดนครพนมข่าว | …เกียรติบัตรเลขที่: a word of the form behind the name
_RUNS_ON = re.compile(
    r"(?:และ|หรือ)$|แล้ว|พบว่า|\sข้อมูล$|เลขที่|(?<!สำนัก)(?<!กอง)(?<!การ)(?<!ศูนย์)(?<!งาน)ข่าว$"
)
_REASONED = re.compile(r"เพื่อให้การ")
# คดีหมายเลขดำที่ ผบ ๑๒/๒๕๖๖
_NUMBERED = re.compile(r"[\d๐-๙]/[\d๐-๙]{4}(?![\d๐-๙])")
_OF_ALL = re.compile(r"\sทุก")  # นายกสมาคมการค้า ทุกแห่ง
_OF_A_SPAN = re.compile(r"ระหว่าง|ถึงวันที่|ภายใน")  # ระหว่างวันที่ ๓ - ๕ มีนาคม ๒๕๖๗
# ผู้ว่าราชการจังหวัดสำเนาถูกต้อง | หัวหน้าหอผู้ป่วย) ไม่อนุมัติ
_OF_A_COPY = re.compile(r"สำเนา|ถูกต้อง|^[^(]*\)|[)\s](?:ไม่)?(?:อนุมัติ|อนุญาต|เห็นชอบ)$")
# คณะพยาบาลศาสตร์, กองคลัง, สำนักงานใหญ่: of which university, town or firm? In a memo that goes
# without saying. Of 12 names of letters that begin so without a whole, in seven halves at first
# sight, 12 were wrong (3 files)
_PART = re.compile(
    r"คณะ(?!กรรมการ|อนุ|ทำงาน|สงฆ์|รัฐมนตรี)|ภาควิชา|สาขาวิชา|ฝ่าย|แผนก|กลุ่มงาน|สำนักงานใหญ่|"
    r"กอง(?!ทุน|พัน|พล|ร้อย|บิน|ทัพ|เรือ|กำลัง|กำกับ|บัญชา|บังคับ|อำนวย)|"
    r"(?:สถาบันวิจัยและพัฒนา|สำนักวิทยบริการ[ก-๎]*|บัณฑิตวิทยาลัย)$"
)
_WHOLE = re.compile(
    r"วิทยาลัย\S|(?<=.)สถาบัน|กรม|กระทรวง|สำนักงาน(?!ใหญ่)|เทศบาล|องค์การ|โรงพยาบาล|บริษัท|ธนาคาร|"
    r"การไฟฟ้า|การประปา|จังหวัด|อำเภอ|ตำรวจ|ศาล|กองทัพ|ม\."
)
_LETTERS = ("external_letter", "stamped_letter")
# มท-๐๘๐๑/ว ๑๒ | ๐๔๐๑/ว ๑๒: a sign was read for the space, or letters were lost
_BROKEN_CODE = re.compile(r"[ก-ฮ]+\s?-|\d{4}[\d.]*/\s?ว")
_OF_A_PROVINCE = re.compile(r"(?P<code>[ก-ฮ]{2})\s?(?P<unit>[1-4]\d{3})(?!\d)")
_OF_A_DISTRICT = "18"  # what a district's four figures end with
_UNIVERSITY = re.compile(r"\W*มหาวิทยาลัย[ก-๎]+")
_BELOW = 0.06  # of the page's height, that two rows of a letterhead take

_SHARP = 0.85  # confidence of the least sure word of sharp print
_LONGER = 4  # letters of a post: shorter ones are words of surnames
_SURNAME = 3  # letters; shorter ones are the beginnings of others
_SPELT = re.compile(r"[ก-๎]+")
_NAMES = ("name", "position", "acting_for", "value")


def reason_against(field: str, value: Json, pages: Pages, kind: str = "") -> str | None:
    """Why a value may be wrong, in words for a clerk; None where nothing speaks against it. `kind`
    is that of its document.

    >>> reason_against("subject", {"value": "แบบ ทน. 05"}, {})
    "a form's code was read for its title, or with it"
    >>> reason_against("subject", {"value": "แบบสำรวจร้านค้า"}, {})
    """
    if field == "issuer" and kind in _LETTERS and _is_of_a_whole(value):
        return _IN_PART
    worded = (said for fields, holds, said in _BY_WORDS if field in fields and holds(value))
    seen = (said for fields, holds, said in _ON_PAGE if field in fields and holds(value, pages))
    return next(chain(worded, seen), None)


def _is_of_a_whole(value: Json) -> bool:
    """Whether a name is that of a part alone: คณะสหเวชศาสตร์, without its university."""
    return _PART.match(value["value"]) is not None and _WHOLE.search(value["value"]) is None


def _parts(value: Json) -> Iterator[str]:
    return (str(value[part]) for part in _NAMES if value.get(part))


def _has_impossible_signs(value: Json) -> bool:
    return any(impossible_signs(part) for part in _parts(value))


def _is_code(value: Json) -> bool:
    return _CODE.fullmatch(value["value"]) is not None


def _runs_on(value: Json) -> bool:
    return _RUNS_ON.search(value["value"]) is not None


def _gives_reasons(value: Json) -> bool:
    return _REASONED.search(value["value"]) is not None


def _has_a_number(value: Json) -> bool:
    return not value.get("number") and _NUMBERED.search(value["text"]) is not None


def _is_of_a_span(value: Json, pages: Pages) -> bool:
    """Whether the row of a day tells that it begins or ends a span of days."""
    page = pages.get(value.get("page") or 0)
    if page is None or value.get("box") is None:
        return False
    box = Box(*value["box"])
    return any(_OF_A_SPAN.search(one.text) for one in page.lines if one.box.on_row_of(box))


def _has_a_whole(value: Json, pages: Pages) -> bool:
    """Whether a university stands alone on a row right below a name without one: สถาบันวิจัย… │
    มหาวิทยาลัย…."""
    page = pages.get(value.get("page") or 0)
    if page is None or value.get("box") is None or "วิทยาลัย" in value["value"]:
        return False
    box = Box(*value["box"])
    below = (one for one in page.lines if box.bottom <= (one.box.top + one.box.bottom) / 2)
    near = (one for one in below if one.box.top <= box.bottom + _BELOW)
    return any(_UNIVERSITY.fullmatch(one.text.strip()) for one in near)


def _has_other_words(value: Json) -> bool:
    posts = [str(value[part]) for part in ("position", "acting_for") if value.get(part)]
    return any(BEGINS_BADLY.match(post) or _OF_A_COPY.search(post) for post in posts)


def _looked_over(value: Json) -> bool:
    """Whether a post is that of who checks minutes, and signs below who took them."""
    post = value.get("position") or ""
    return "ผู้ตรวจรายงาน" in post and "ผู้จด" not in post


def _has_broken_code(value: Json) -> bool:
    return _BROKEN_CODE.match(value.get("number") or "") is not None


def _is_of_no_office(value: Json) -> bool:
    """Whether the figures behind a province's letters are neither of it (๐๐๓๒) nor of a district of
    it (๒๐๑๘): กจ ๒๐๓๒."""
    told = _OF_A_PROVINCE.match(value["value"])
    if told is None or told["code"] not in table.column("provinces", "code"):
        return False
    return not told["unit"].endswith(_OF_A_DISTRICT)


def _is_of_all(value: Json) -> bool:
    return _OF_ALL.search(value.get("name") or "") is not None


def _is_implausible(value: Json) -> bool:
    return is_implausible(value.get("name"), value.get("position"))


def _holds_a_post(value: Json) -> bool:
    """Whether a post was read with a name, no space between: นางแก้ว ทองดีผู้ทรงคุณวุฒิ."""
    last = (value.get("name") or "").rpartition(" ")[2]
    return any(len(word) > _LONGER and is_post(word) for word in segment(last)[1:])


def _goes_on_in_the_post(value: Json) -> bool:
    """Whether a surname that no list has, or hardly one, stands before a short word that begins no
    post: นายกรวิทย์ ละ │ มุน ครู."""
    last = (value.get("name") or "").rpartition(" ")[2]
    first = (value.get("position") or "").partition(" ")[0]
    short = 0 < len(first) <= _LONGER and _SPELT.fullmatch(first) is not None
    return short and not is_post(first) and (last not in personal_names() or len(last) < _SURNAME)


def _is_likelier_otherwise(value: Json) -> bool:
    name = value.get("name") or ""
    sharp = (value.get("confidence") or 0.0) >= _SHARP
    return has_unlikely_part(name, sharp) or is_near_a_given_name(name)


_IN_PART = "a part of a greater office, whose name was not read with it"
_SIGNED = ("signatory", "members")
_BY_WORDS: tuple[tuple[tuple[str, ...], Callable[[Json], bool], str], ...] = (
    (("subject",), _is_code, "a form's code was read for its title, or with it"),
    (("subject",), _gives_reasons, "words of the text were read with the title"),
    (("issuer",), _runs_on, "words of the text were read with the name"),
    (("number",), _is_of_no_office, "no office of the province has these four figures"),
    (("citations",), _has_broken_code, "the letters of the code were not read whole"),
    (("citations",), _has_a_number, "a number in its words was not taken for one"),
    (("members",), _is_of_all, "all of a kind are no person"),
    (("members",), _is_implausible, "it holds what no name or post does"),
    (("signatory",), _has_other_words, "more than the post was read with it"),
    (("signatory",), _looked_over, "who looked over the minutes, not who took them"),
    (_SIGNED, _holds_a_post, "a post was read with the name"),
    (_SIGNED, _goes_on_in_the_post, "the end of the name may have been read with the post"),
    (_SIGNED, _is_likelier_otherwise, "a name like it is likelier"),
    (
        ("issuer", "subject", "recipients", *_SIGNED),
        _has_impossible_signs,
        "it has signs that no Thai word has in this order",
    ),
)
_ON_PAGE: tuple[tuple[tuple[str, ...], Callable[[Json, Pages], bool], str], ...] = (
    (("date",), _is_of_a_span, "its row tells a span of days"),
    (("issuer",), _has_a_whole, "the university on the row below may belong to the name"),
    (
        ("issuer", "recipients", "signatory"),
        is_cut_off,
        "it begins or ends in no word, and ink stands beside it",
    ),
    (
        ("issuer", "subject", "recipients", *_SIGNED),
        is_struck_through,
        "a pen's strokes or a seal run through its ink",
    ),
    (_SIGNED, has_a_hole, "letters were lost within the name"),
    (_SIGNED, has_unsure_letters, "a letter of the name was not surely read"),
)
REASONS = (_IN_PART, *(said for _, _, said in (*_BY_WORDS, *_ON_PAGE)))
