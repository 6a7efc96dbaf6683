"""Who issues a document: the letterhead of a letter, ส่วนราชการ of a memo, the title of an order;
else the office below the text, or the one that the signatory's post heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.blocks import Blocks, cut_blocks, stamp_lines
from extractors.dates import is_date_line
from extractors.keywords import TITLES, after_word
from extractors.kind import is_template, read_kind
from extractors.letterhead_name import letterhead_by_place, letterhead_by_words, office_in
from extractors.offices import (
    UNNAMED,
    is_address,
    is_part,
    name_end,
    named_office,
    office_name,
    starts_office,
)
from extractors.passage import Passage
from extractors.posts import office_of_post
from extractors.record import Field, Kind, doubted
from extractors.signatory import signed_posts
from extractors.subject import read_subject, sheet_heading
from pipeline.models import Document, Line

_TITLED: frozenset[Kind] = frozenset(
    {"order", "announcement", "regulation", "bylaw", "statement", "news", "certificate"}
)
# Titles that say what the paper is; whose it is may stand above, below, or nowhere in them.
_TITLED_ALONE: frozenset[Kind] = frozenset({"statement", "news", "certificate"})
_SEALED_BELOW: frozenset[Kind] = frozenset({"stamped_letter", "statement", "news", "announcement"})
_TITLE_END = re.compile(
    r"\s?ที่\s*[\d๐-๙.…]*\s*/|\s(?:เรื่อง(?:\s|$)|พ\.ศ\.)|\s?\(?ฉบับที่|ว่าด้วย|\s?\((?:เฉพาะ|สำเนา|ร่าง)"
    r"|\s*(?:โทร|www\.|http)|\s*[A-Za-z]{2,}\s+[A-Za-z]{2,}"
)
_NUMBERED_TITLE_END = re.compile(r"\s(?:ที่\s*[\d๐-๙/.…])")  # its number stands in the title itself
_ADDRESS = re.compile(r"\s+(?:ตำบล|ต\.|อำเภอ|อ\.)\s?[ก-๎]+\s+(?:อำเภอ|อ\.|จังหวัด|จ\.)\s?[ก-๎]+")
_SPAN = re.compile(r"\s+(?:ประจำ|ณ\s|รอบ|ไตรมาส|ปีงบประมาณ)")  # โรงพยาบาลริมน้ำ ประจำปีงบประมาณ
_PHONE = re.compile(
    r"\s*[(,]?\s*(?:โทร|ต่อ\s*[\d๐-๙]|☎|Tel|IP\s?Phone|(?:หมายเลข)?ภายใน\s*[\d๐-๙]|E-?mail"
    r"|[\d๐-๙]{4,}[\d๐-๙ -]*\)?\s*$)",
    re.I,
)
_UNIT_LINE = re.compile(
    r"\s*(?:(?:ชื่อ)?(?:หน่วยงาน|หน่วยรับตรวจ|สถานศึกษา|โรงเรียน(?=\s*[:.…]))|ส่วนราชการ|สังกัด|เขียนที่|ทำที่|ของ)\s*[:.…]*\s*"
)
# รายงานผลการดำเนินงานของโรงเรียนบ้านสวน ประจำปี…
_WHOSE = re.compile(
    r"ของ\s*(?P<name>[ก-๎][ก-๎\d๐-๙ ]{4,60}?)"
    r"(?=\s*(?:ประจำ|ปี|รอบ|เดือน|ไตรมาส|ณ\s|\(|\"|“|$))"
)
_ANY_OFFICE = re.compile(  # …ขององค์กรปกครองส่วนท้องถิ่น: of many, none of them named
    r"(?:องค์กร(?:ปกครอง)?|หน่วย|ส่วนราชการ|สถานศึกษา|สถานี$|กลุ่ม|คณะกรรมการ$|คณะทำงาน|ศูนย์$|ฝ่าย$|วัด(?:ผล|ระดับ)|สถาน(?:ประกอบ|พยาบาล)).*"
)
_FOOT_LINES = 3  # lines above the date at the foot among which the office stands
_OFF_AXIS = 0.03  # of the page's width: how far apart the axes of a name's lines may lie
_LONGEST_FOOT = 80  # letters of such a line

# Where the name of who speaks may begin in a text, and what follows it: พร้อมหนังสือนี้ กรม… ขอส่ง…
_MAY_SPEAK = re.compile(r"(?:^|\s|ด้วย|ตามที่|เนื่องจาก|หนังสือนี้)\s*(?=[ก-๎])")
_SPEAKER = re.compile(
    r"(?P<name>[ก-๎][ก-๎\d๐-๙.() ]{4,80}?)\s*"
    r"(?:ขอ(?:ส่ง|แจ้ง|เชิญ|ให้|นำ|ความ|ประกาศ|เรียน)|ได้|มีความ|กำหนด|จะดำเนิน|จะจัด|จัดทำ|พิจารณา)"
)
_SPEAKS = "named nowhere but in the text, as the office that speaks"
_SEAL = "named in the seal"
_BELOW = "named below the text, where a seal or a signature stands"
_BY_POST = "no letterhead was found: the office that the signatory heads"
_BY_PLACE = "taken for the issuer because of its place alone"


def read_issuer(document: Document) -> Field | None:
    """The office that issues the document; None if it is not named (a blank form, a template)."""
    kind = read_kind(document)
    blocks = cut_blocks(document)
    if kind == "memo" and "office" in blocks.items:
        return _from_memo(blocks)
    if kind in ("report", "form"):
        return None if is_template(document) else _from_form_or_post(document, blocks, kind)
    if kind == "minutes":
        return None
    if kind == "other" and not blocks.items:
        return _under_the_heading(document)
    if kind in _TITLED and blocks.title:
        named = _from_title(blocks, kind)
        if named is not None or (is_template(document) and kind != "certificate"):
            return named
    return _from_the_sheet(document, blocks, kind)


def _from_the_sheet(document: Document, blocks: Blocks, kind: Kind) -> Field | None:
    """By the letterhead, else by the foot, else by the signatory's post."""
    found = letterhead_by_words(blocks)
    if found is None and kind in ("statement", "news"):
        found = _from_the_band(document, blocks)
    if found is None and kind in _SEALED_BELOW:
        found = _from_foot(blocks)
    if found is not None:
        return found
    if kind == "stamped_letter":
        sealed = _from_seal(document)
        if sealed is not None:
            return sealed
    posts = () if is_template(document) else signed_posts(document)
    if kind in ("external_letter", "stamped_letter", "certificate"):
        placed = letterhead_by_place(blocks)
        if placed is not None:
            agreed = any(placed.value in post for post in posts)
            return placed if agreed else doubted(placed, _BY_PLACE)
    return _by_post(document, posts) or _who_speaks(blocks)


def _from_form_or_post(document: Document, blocks: Blocks, kind: Kind) -> Field | None:
    found = _from_form(blocks)
    if found is None and kind == "report":
        return _by_post(document, signed_posts(document))
    return found


def _from_seal(document: Document) -> Field | None:
    """The office in the seal of a stamped letter, no received stamp taken for it."""
    for page in document.pages:
        for stamp in page.stamps:
            if stamp_lines(stamp.lines):
                continue
            for line in stamp.lines:
                if starts_office(line.text) and not is_address(line.text):
                    found = named_office(Passage.of([line]).cut(0, name_end(line.text)))
                    return doubted(found, _SEAL) if found else None
    return None


def _who_speaks(blocks: Blocks) -> Field | None:
    """The office that says in the first lines what it does: พร้อมหนังสือนี้ กรม… ขอส่ง…"""
    passage = Passage.of(blocks.body[:4])
    for place in _MAY_SPEAK.finditer(passage.text):
        match = _SPEAKER.match(passage.text, place.end())
        if match and starts_office(match["name"]):
            found = named_office(passage.cut(match.start("name"), match.end("name")))
            return doubted(found, _SPEAKS) if found else None
    return None


def _by_post(document: Document, posts: Sequence[str]) -> Field | None:
    """The office that a post heads, at the line of the post."""
    for post in posts:
        office = office_of_post(post)
        for line in reversed(document.lines) if office else ():
            if line.text.strip() and line.text.strip() in post:
                evidence = Passage.of([line]).cut(0, len(line.text))
                return doubted(Field.of(evidence, office), _BY_POST)
    return None


def _from_title(blocks: Blocks, kind: Kind) -> Field | None:
    """คำสั่งจังหวัดน่าน → จังหวัดน่าน; a bare คำสั่งจังหวัด names nobody."""
    passage = Passage.of(blocks.title)
    for word, titled in TITLES:
        start = after_word(passage.text, word, loose=len(word) > 6)
        if start is None or titled not in _TITLED:
            continue
        endings = [_TITLE_END.search(passage.text, start)]
        if "number" not in blocks.items:
            endings.append(_NUMBERED_TITLE_END.search(passage.text, start))
        ends = [ending.start() for ending in endings if ending]
        ends += [
            at
            for line, at in zip(passage.lines, passage.starts, strict=True)
            if at > start and is_address(line.text)
        ]
        end = min(ends, default=len(passage.text))
        name = passage.text[start:end].strip(" .…_")
        unnamed = kind in _TITLED_ALONE or (
            kind == "announcement" and "subject" not in blocks.items
        )
        if not name or (unnamed and not starts_office(name)):
            return None
        if kind in _TITLED_ALONE:  # under it, a date or an issue may stand
            dated = [line for line in blocks.title if is_date_line(line.text)]
            below = [passage.starts[passage.lines.index(line)] for line in dated]
            end = min([end, *(place for place in below if place > start)])
        return _with_the_whole(named_office(passage.cut(start, end)), passage, start, end)
    return None


def _with_the_whole(found: Field | None, passage: Passage, start: int, end: int) -> Field | None:
    """A part, and what it is a part of on the next line of the title, a space apart."""
    for line, at in zip(passage.lines, passage.starts, strict=True):
        upper = passage.text[start:at].strip()
        if not (found and start < at < end and starts_office(line.text) and is_part(upper)):
            continue
        part = office_name(upper)
        if found.value.startswith(part):
            rest = found.value[len(part) :].strip()
            return found.model_copy(update={"value": f"{part} {rest}"})
    return found


def _from_the_band(document: Document, blocks: Blocks) -> Field | None:
    """The office in the band over news: beside or under its title, before the headline."""
    subject = read_subject(document)
    headline = subject.text if subject else ""
    lines = [*blocks.head, *blocks.title[1:], *blocks.body[:4]]
    return office_in([line for line in lines if line.text.strip() not in headline])


def _from_memo(blocks: Blocks) -> Field | None:
    item = blocks.items.get("office")
    if item is None:
        return None
    found = _PHONE.search(item.content)
    end = found.start() if found else len(item.content)
    address = _ADDRESS.search(item.content, 0, end)
    end = address.start() if address else end
    office = named_office(item.cut(0, end)) if item.content[:end].strip(" .…_") else None
    if office and office.value.count("(") > office.value.count(")"):  # (กลุ่มนโยบายและแผน โทร. ๑๑๐๒)
        return office.model_copy(update={"value": office.value + ")"})
    return office


def _from_form(blocks: Blocks) -> Field | None:
    """The unit that a filled form names in or under its title: …ของเทศบาล… │ หน่วยงาน เทศบาล…"""
    for line in (*blocks.title[1:], *blocks.head, *blocks.body[:8]):
        labelled = _UNIT_LINE.match(line.text)
        start = labelled.end() if labelled else 0
        if not starts_office(line.text[start:]) or re.search(r"[.…]\s*$", line.text) is not None:
            bare = re.sub(r"[.…_\s]", "", line.text[start:])
            if not starts_office(bare) or UNNAMED.fullmatch(bare):
                continue
        end = start + name_end(line.text[start:])
        span = _SPAN.search(line.text, start, end)
        end = span.start() if span else end
        found = named_office(Passage.of([line]).cut(start, end))
        if found:  # อำเภอ..เชียงของ.. จังหวัด..เชียงราย..: the leaders hid where the address begins
            name = found.value[: name_end(found.value)].strip()
            return found.model_copy(update={"value": name})
    title = Passage.of(blocks.title)
    for match in _WHOSE.finditer(title.text):
        if starts_office(match["name"]) and not _ANY_OFFICE.fullmatch(match["name"].strip()):
            return named_office(title.cut(match.start("name"), match.end("name")))
    return None


def _under_the_heading(document: Document) -> Field | None:
    """The office on the line under the title of a plan or list."""
    lines = document.pages[0].lines
    heading = sheet_heading(document)
    if not heading or heading[-1] not in lines:
        return None
    below = lines[lines.index(heading[-1]) + 1 :][:1]
    return office_in(below) if below and below[0].box.middle > heading[-1].box.bottom else None


def _from_foot(blocks: Blocks) -> Field | None:
    """The office below the text, right above the date at the foot or as the last line."""
    lines = (*blocks.body, *blocks.closing)
    dated = [index for index, line in enumerate(lines) if is_date_line(line.text)]
    end = dated[-1] if dated else len(lines)
    for index in range(end - 1, max(-1, end - 1 - _FOOT_LINES), -1):
        if not _may_stand_below(lines[index]):
            continue
        parts = [lines[index]]
        for below in lines[index + 1 : end]:  # สำนักงานคณะกรรมการ / การศึกษาขั้นพื้นฐาน
            if not (dated and _on_one_axis(parts[-1], below) and len(below.text) < _LONGEST_FOOT):
                break
            parts.append(below)
        above = lines[index - 1] if index else None
        if above is not None and _may_stand_below(above) and is_part(above.text):
            name = Passage.of(parts)
            passage = Passage.of([above, *parts], " ")  # กองคลัง / มหาวิทยาลัย…
        else:
            passage = name = Passage.of(parts)
        end_of_name = len(passage.text) - len(name.text) + name_end(name.text)
        return named_office(passage.cut(0, end_of_name), _BELOW)
    return None


def _on_one_axis(one: Line, other: Line) -> bool:
    middles = [(line.box.left + line.box.right) / 2 for line in (one, other)]
    return one.page == other.page and abs(middles[0] - middles[1]) < _OFF_AXIS


def _may_stand_below(line: Line) -> bool:
    short = len(line.text) < _LONGEST_FOOT
    return short and starts_office(line.text) and not _PHONE.search(line.text)
