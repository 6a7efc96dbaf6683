"""Who issues a document: the letterhead of a letter, ส่วนราชการ of a memo, the title of an order;
else the office below the text, or the one that the signatory's post heads."""

from __future__ import annotations

import re

from extractors.head.blocks import Blocks, cut_blocks
from extractors.head.memo import rung_unit
from extractors.issuer.blank_form import awaits_its_name, from_blank_form
from extractors.issuer.foot import (
    BELOW,
    PHONE,
    above_the_name,
    as_printed,
    from_foot,
    from_seal,
    owner,
)
from extractors.issuer.form import from_form
from extractors.issuer.letterhead_name import HIDDEN, letterhead_by_place, letterhead_by_words
from extractors.issuer.named import named_office, without_ministry
from extractors.issuer.neighbours import with_neighbours
from extractors.issuer.spelt_elsewhere import with_its_first_word, with_its_marks
from extractors.issuer.spoken import (
    as_spelt_in_text,
    by_post,
    in_full,
    sender,
    under_a_stamp,
    who_speaks,
)
from extractors.issuer.title import (
    TITLED,
    above_the_certificate,
    from_the_band,
    from_title,
    over_the_heading,
    under_the_heading,
    with_its_status,
)
from extractors.issuer.who_of_two import who_of_two
from extractors.issuer.witnesses import made_whole, vouched
from extractors.issuer.wrapped import with_its_rest
from extractors.kind import is_template, read_kind
from extractors.record import Field, Kind, doubted
from extractors.signatory import signed_posts
from extractors.text.offices import starts_office
from pipeline.models import Document

_SEALED_BELOW: frozenset[Kind] = frozenset({"stamped_letter", "statement", "news", "announcement"})
# behind a name; a dotted line under the words may be read as a full stop between them
_ADDRESS = re.compile(
    r"(?:\s+|(?<=[ก-๎]{4})\.\s?)(?:ตำบล|ต\.|อำเภอ|อ\.)\s?[ก-๎]+\s+(?:อำเภอ|อ\.|จังหวัด|จ\.)\s?[ก-๎]+"
)
# โรงพยาบาลดอนงาม จังหวัดน่าน: of a hospital, a school or a town the province is the address
_SEATED = re.compile(
    r"(?:โรงพยาบาล|โรงเรียน|วิทยาลัย|เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วนตำบล|อบต\.\s?)[ก-๎]+"
    r"(?P<province>\s+จังหวัด[ก-๎]+)\s*$"
)
_LONG_WORD = 12  # letters of a name's first word that say enough
_BY_PLACE = "taken for the issuer because of its place alone"


def read_issuer(document: Document) -> Field | None:
    """The office that issues the document; None if it is not named (a blank form, a template).

    Its confidence falls where nothing else in the paper vouches for it.
    """
    found = _named(document)
    if found is None or (is_template(document) and awaits_its_name(found, document)):
        return None
    kind = read_kind(document)
    if kind in ("external_letter", "stamped_letter"):
        found = without_ministry(with_its_rest(found, document))
    found = with_its_marks(with_its_first_word(found), document)
    found = made_whole(vouched(found, document), document)
    return with_neighbours(found, document, kind == "memo")


def _named(document: Document) -> Field | None:
    kind = read_kind(document)
    blocks = cut_blocks(document)
    if kind == "memo" and "office" in blocks.items:
        return _from_memo(blocks)
    if kind in ("report", "form"):
        if is_template(document):
            named = from_blank_form(document, blocks)
            return named or (None if blocks.title else over_the_heading(document))
        return _from_form_or_post(document, blocks, kind)
    if kind == "minutes":
        return None
    if kind == "other" and not blocks.of_a_letter:
        return under_the_heading(document) or over_the_heading(document)
    if kind in TITLED and blocks.title:
        named = with_its_status(from_title(document, blocks, kind), blocks)
        if named is not None or (is_template(document) and kind != "certificate"):
            return named
    return _from_the_sheet(document, blocks, kind)


def _from_the_sheet(document: Document, blocks: Blocks, kind: Kind) -> Field | None:
    """By the letterhead, else by the foot, else by the signatory's post."""
    found = sender(blocks) or letterhead_by_words(blocks, divided=kind == "external_letter")
    if found is not None and kind == "external_letter":
        found = who_of_two(found, document, signed_posts(document))
    if found is None and kind in ("statement", "news"):
        found = from_the_band(document, blocks)
    if found is None and kind in _SEALED_BELOW:
        found = from_foot(document, blocks, kind)
    if kind == "stamped_letter":
        found = as_spelt_in_text(found, blocks)
    if found is not None:
        hidden = under_a_stamp(blocks) if found.note == HIDDEN else None
        return hidden or in_full(found, blocks, anywhere=found.note == BELOW)
    if kind == "stamped_letter":
        placed = letterhead_by_place(blocks)
        sealed = as_printed(from_seal(document), blocks)
        if placed is not None and starts_office(placed.value):
            return sealed or placed
        return sealed or who_speaks(blocks) or owner(blocks) or placed
    posts = () if is_template(document) and kind != "certificate" else signed_posts(document)
    if kind == "certificate" and (above := above_the_certificate(blocks)):
        return above
    if kind == "certificate" and (below := above_the_name(blocks)):
        return below
    if kind in ("external_letter", "certificate"):
        placed = letterhead_by_place(blocks)
        if placed is not None:
            mended = with_its_marks(with_its_first_word(placed), document)
            if mended != placed and starts_office(mended.value):
                return mended  # มลนิธิครบา…: large print lost the marks of the word for an office
            printed, placed = placed.text, mended
            first = placed.value.split()[0]  # วารสาร… สถาบัน…, signed by บรรณาธิการวารสาร…
            told = first if len(first) >= _LONG_WORD else placed.value
            agreed = any(told in post for post in posts)
            spoken = (
                None
                if agreed or placed.value in document.text.replace(printed, "", 1)
                else who_speaks(blocks)
            )
            return placed if agreed else spoken or doubted(placed, _BY_PLACE)
    return by_post(document, posts, blocks) or who_speaks(blocks)


def _from_form_or_post(document: Document, blocks: Blocks, kind: Kind) -> Field | None:
    found = from_form(blocks)
    if found is None and kind == "report":
        return by_post(document, signed_posts(document), blocks)
    return found


def _from_memo(blocks: Blocks) -> Field | None:
    item = blocks.items.get("office")
    if item is None:
        return None
    found = PHONE.search(item.content)
    end = found.start() if found else len(item.content)
    address = _ADDRESS.search(item.content, 0, end)
    end = address.start() if address else end
    seated = _SEATED.search(item.content[:end])
    end = seated.start("province") if seated else end
    # ช.พัน.๒๒ (ฝอ.๓ โทร.ทหาร ๔๔๑๐๗): the unit to be rung is the contact's
    opened = item.content.rfind("(", 0, end)
    end = opened if opened > 0 and ")" not in item.content[opened:end] else end
    unit = rung_unit(item.content[:end]) if found else None
    end = unit.start() if unit else end
    return named_office(item.cut(0, end)) if item.content[:end].strip(" .…_") else None
