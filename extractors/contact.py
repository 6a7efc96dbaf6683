"""Who deals with the matter: office, telephones, e-mail and officer, at the foot of a letter.

A memo says it in its item ส่วนราชการ; some letters only in the text (สอบถามได้ที่ …).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.contact_words import PHONE, WORDS, begins_office, contact_in, is_desk, office_of
from extractors.dates import is_date_line
from extractors.head.blocks import Blocks, cut_blocks
from extractors.head.memo import begins_unit, rung_unit
from extractors.phones import find_phones, is_phone
from extractors.record import Contact
from extractors.signatory import signature_block
from extractors.signed_name import outside_tables
from extractors.text.offices import has_address, is_part, starts_office
from extractors.text.passage import Passage
from extractors.text.people import split_person
from pipeline.layout import beside
from pipeline.models import Document, Line
from pipeline.packet.page_places import is_measured

_LINES_OF_CONTACT = 8
_LINES_OF_LETTERHEAD, _RAIL = 6, 0.3  # lines; of the page's width
_A_FEW_ROWS = 0.05  # of the page's height
_COLUMN = 0.2  # of the page's width: what stands that much to the right is another column
_ASKING = re.compile(r"(?:สอบถาม|ประสานงาน|ติดต่อ|ประสาน|รายละเอียดเพิ่มเติม)")
_FLECK = re.compile(r"\S\s*")  # ๙ โทร. …, of the paper's edge or of a seal: alone before the word
_COUNTS = re.compile(r"[\d๐-๙]\s?(?:แห่ง|จุด|คน|ราย|วัน|ครั้ง)")  # a sentence, no name: …จุดชม ๔ แห่ง
_FEWEST = 4  # signs of the name of an office
_SAME_EDGE, _GAP = 0.06, 2.0  # of the page's width; of a line's height, to another block
_LONGEST_NAME, _LONGEST_ADDRESS = 70, 110


def read_contact(document: Document) -> Contact | None:
    """The contact in ส่วนราชการ of a memo, else at the foot, else in a letter's text."""
    blocks = cut_blocks(document)
    asks = "recipient" in blocks.items
    found = _memo(blocks) or _foot(document, blocks) or (_body(blocks) if asks else None)
    if found is None or not (found.phones or found.faxes or found.emails):
        return _letterhead(blocks, found) or found
    if found.officer and not found.office and asks and (head := _letterhead(blocks, None)):
        phones = tuple(dict.fromkeys((*head.phones, *found.phones)))
        return found.model_copy(update={"phones": phones})
    return found


def _letterhead(blocks: Blocks, foot: Contact | None) -> Contact | None:
    """The telephone in the letterhead, where the foot gives none.

    Its office is the one that the foot names, else the one that the telephone stands behind.
    """
    head = [*blocks.title, *blocks.head]
    rail = [line for line in head if line.box.right < _RAIL]  # beside the letter
    top = rail if len(rail) > _LINES_OF_LETTERHEAD else head[:_LINES_OF_LETTERHEAD]
    lines = [line.text for line in top if len(line.text) < _LONGEST_ADDRESS]
    place = next((place for place, text in enumerate(lines) if WORDS.search(text)), None)
    if place is None or (opening := WORDS.search(lines[place])) is None:
        return None
    first, above = lines[place], lines[place - 1] if place else ""
    before = first[: opening.start()].strip() or (above if is_part(above) else "")
    housed = begins_unit(before) and has_address(before)
    if housed and starts_office(above) and not has_address(above):
        before = above  # สำนักงานพาณิชย์จังหวัด… │ ศาลากลางจังหวัด… โทร. …
    office = office_of([before]) if begins_unit(before) else None
    if foot:
        office = foot.office
    elif not blocks.closing:
        bare = [line.text for line in blocks.body[-3:] if _is_bare_office(line.text)]
        office = office_of(bare[-1:]) or office
    return contact_in([first[opening.start() :]], office)


def _foot(document: Document, blocks: Blocks) -> Contact | None:
    signature = signature_block(document)
    closing = list(blocks.closing)
    signed = [line for line in signature.lines if line in closing] if signature else []
    if signed:
        closing = closing[closing.index(signed[-1]) + 1 :]
    if not blocks.closing:
        closing = _at_the_foot(outside_tables(document, blocks.body or blocks.title))
    measured = {page.number for page in document.pages if is_measured(page)}
    first = next((i for i, line in enumerate(closing) if WORDS.search(line.text)), None)
    if first is None:
        letter = "recipient" in blocks.items
        office = [line for line in closing if letter and _is_bare_office(line.text)]
        return Contact(office=office_of([line.text for line in office])) if office else None
    opening = WORDS.search(closing[first].text)
    before = closing[first].text[: opening.start()].strip() if opening else ""
    office = _office_above(closing[:first], closing[first], measured)
    office = office or _office_left(closing, closing[first])
    names = [line.text for line in office] + ([before] if begins_office(before) else [])
    for line in closing[first + 1 : first + 3] if not names else ():  # ผู้ติดต่อ: … │ แผนก… โทร. …
        behind = WORDS.search(line.text)
        before = line.text[: behind.start()].strip() if behind else ""
        names = names or ([before] if begins_office(before) else [])
    return contact_in([line.text for line in closing[first:]], office_of(names))


def _at_the_foot(body: Sequence[Line]) -> list[Line]:
    """The contact of a paper without closing words: below its date, or at its end.

    Pieces of a row that stand right of the telephone's column (the office and the date of a
    stamped letter) are left out.
    """
    dated = [place for place, line in enumerate(body) if is_date_line(line.text)]
    below = list(body[dated[-1] + 1 :]) if dated else []
    if any(WORDS.search(line.text) for line in below[:_LINES_OF_CONTACT]):
        start = dated[-1]
        while start and body[start - 1].box.top > body[dated[-1]].box.top - _A_FEW_ROWS:
            start -= 1
    elif below:
        return below
    else:
        start = max(0, len(body) - _LINES_OF_CONTACT)
    lines = [line for line in body[start:] if not _runs_on(line)]
    first = next((line for line in lines if WORDS.search(line.text)), None)
    edge = 1.0 if first is None else first.box.left + _COLUMN
    return [line for line in lines if line.box.left < edge]


def _runs_on(line: Line) -> bool:
    """Whether a line is text rather than the name of an office or a telephone."""
    opening = WORDS.search(line.text)
    if opening is None:
        return len(line.text) > _LONGEST_NAME
    before = line.text[: opening.start()].strip(" (-–•*")
    before = "" if _FLECK.fullmatch(before) else before
    named = starts_office(before) or begins_office(before)
    return bool(before) and not (named and len(before) < _LONGEST_NAME)


def _office_above(lines: Sequence[Line], below: Line, measured: set[int]) -> list[Line]:
    """The lines of the office right above its telephone, at the same edge."""
    found: list[Line] = []
    for place in range(len(lines) - 1, -1, -1):
        line, under = lines[place], found[0] if found else below
        apart = under.box.top - line.box.bottom > _GAP * line.box.height
        aside = apart or abs(line.box.left - below.box.left) > _SAME_EDGE
        if len(line.text.strip()) < _FEWEST and line.box.left > below.box.right:
            continue  # a fleck of the paper's edge
        if line.page in measured and aside:
            break
        wrapped = not found and place > 0 and starts_office(lines[place - 1].text)
        named = begins_office(line.text) and not _COUNTS.search(line.text)
        named = named or (not found and line.page in measured and is_desk(line.text))
        if not named and not (wrapped and line.page in measured):
            break
        found.insert(0, line)
    return found


def _office_left(lines: Sequence[Line], phone: Line) -> list[Line]:
    """The lines of the office in a column left of its telephone's: งานจราจร ⇥ โทร. ๐ ๔๒๘๗ ๙๑๙๑."""
    left = [line for line in lines if line.box.right < phone.box.left]
    found = [line for line in left if beside(line, phone) and begins_office(line.text)]
    for line in left:
        if found and abs(line.box.left - found[0].box.left) < _SAME_EDGE:
            near = 0 < line.box.top - found[-1].box.top < _GAP * line.box.height
            if near and begins_office(line.text) and not WORDS.search(line.text):
                found.append(line)
    return found


def _is_bare_office(text: str) -> bool:
    """A line that names an office and says nothing else."""
    return starts_office(text) and len(text) < _LONGEST_NAME and len(text.split()) < 4


def _memo(blocks: Blocks) -> Contact | None:
    office = blocks.items.get("office") or blocks.items.get("sender")  # จาก งานซ่อมบำรุง (โทร. ๑๔๐)
    if office is None:
        return None
    text = office.content.strip(" .…:")
    opening = WORDS.search(text)
    if opening is None:
        return None
    lines = [text[opening.start() :]]
    before = text[: opening.start()]
    unit = before[before.rfind("(") + 1 :] if before.count("(") > before.count(")") else before
    rung = rung_unit(before)
    unit = rung["unit"] if rung else unit
    if not find_phones(lines[0]):  # the number stands on the next line
        lines += [line.text for line in blocks.head if is_phone(line.text)]
    return contact_in(lines, office_of([unit if unit.strip(" .") else before]))


def _body(blocks: Blocks) -> Contact | None:
    """สอบถามรายละเอียดเพิ่มเติมได้ที่ นาง… โทร. …"""
    text = Passage.of(blocks.body).text
    for asking in _ASKING.finditer(text):
        part = text[asking.end() : asking.end() + 250]
        phone = re.search(PHONE, part)
        if phone is None:
            continue
        found = contact_in([part[phone.start() :]], None)
        people = re.finditer(r"(?<![ก-๎])(?=[ก-ฮ])", part[: phone.start()])
        persons = [split_person(part[at.start() : phone.start()]) for at in people]
        officer = next((person.name for person in persons if person), None)
        if found:
            return found.model_copy(update={"officer": officer or found.officer, "faxes": ()})
    return None
