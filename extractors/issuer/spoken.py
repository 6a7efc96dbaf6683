"""The issuer where no letterhead tells it: who speaks in the text, or whom the signatory heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.head.blocks import Blocks
from extractors.issuer.foot import PHONE
from extractors.issuer.named import named_office, office_on
from extractors.record import Field, doubted
from extractors.text.offices import UNFINISHED, name_end, starts_office
from extractors.text.passage import Passage
from extractors.text.posts import office_of_post
from extractors.text.segment import unknown_letters
from pipeline.models import Document

# Where the name of who speaks may begin in a text, and what follows it: พร้อมหนังสือนี้ กรม… ขอส่ง…
_MAY_SPEAK = re.compile(r"(?:ด้วย|ตามที่|เนื่องจาก|หนังสือนี้|นั้น|^|\s)\s*(?=[ก-๎])")
_SPEAKER = re.compile(
    r"(?P<name>[ก-๎][ก-๎\d๐-๙.() ]{4,80}?)\s*"
    r"(?:จึง\s*)?(?:ขอ(?:ส่ง|แจ้ง|เชิญ|ให้|นำ|ความ|ประกาศ|เรียน)|ได้|มีความ|กำหนด|จะ(?!นะ|แนะ|บังติกอ)|จัดทำ|พิจารณา"
    r"|(?:ตรวจสอบ|วิเคราะห์|สำรวจ|รวบรวม)(?:ข้อมูล)?แล้ว|ตรวจพบ|เห็น(?:ว่า|ควร)|ทราบว่า|อยู่ระหว่าง)"
)
_SPEAKS = "named nowhere but in the text, as the office that speaks"
_BY_POST = "no letterhead was found: the office that the signatory heads"
_UNDER_A_STAMP = "its letterhead is hidden but for the end; the text names it in full"
_CUT = "its name is hidden at the end; the text names it in full"
_PRESSED = "its letters were lost under the seal; the text names it"
_ALIKE = 70  # per cent of letters that two readings of one name share
_BEGINNING = 4  # letters with which a name and a piece of it begin
_NO_MARGIN = 0.3  # of the page's width: what begins further right is set in the middle
_REST = re.compile(
    r"(?!โดย|และ|ร่วม|ซึ่ง|ที่|ยัง|มิได้|มิ$|ไม่|จะ|ขอ|จึง|กำลัง|เพิ่ง|เคย|อยู่|เห็น|ใคร่|ต้อง|มี)[ก-๎]{2,20}"
)  # of a name
_NEVER_FIRST = tuple("ะัาำิีึืฺุู็่้๊๋์ํ๎")  # signs with which no word begins
_SHORTEST_REST = 3  # letters that are left of a name
_LINES = 6  # of the text among which it says who speaks


def sender(blocks: Blocks) -> Field | None:
    """The office in จาก of a memo, or the one that whoever stands there heads."""
    item = blocks.items.get("sender")
    if item is None or not item.content.strip(" .…_"):
        return None
    phone = PHONE.search(item.content)  # จาก กองการเงิน … โทร. ๓๑๕
    evidence = item.cut(0, phone.start() if phone else len(item.content))
    if starts_office(evidence.text.lstrip(" :")):
        return named_office(evidence)
    office = office_of_post(evidence.text.lstrip(" :"))
    return Field.of(evidence, office) if office else named_office(evidence)  # ผบพ.กบห.ฉ.๒


def under_a_stamp(blocks: Blocks) -> Field | None:
    """The office that speaks, whose name ends as what a stamp left of the letterhead does.

    สำนักงานคณะ▒▒▒▒▒▒ฐาน │ ด้วยสำนักงานคณะกรรมการการศึกษาขั้นพื้นฐานได้…
    """
    spoken, number = who_speaks(blocks), blocks.items.get("number")
    if spoken is None or number is None:
        return None
    at = number.passage.lines[0].box
    rests = (
        line.text.strip()
        for line in blocks.head
        if line.box.left > at.right and abs(line.box.middle - at.middle) < at.height
    )
    ends = any(len(rest) >= _SHORTEST_REST and spoken.value.endswith(rest) for rest in rests)
    return spoken.model_copy(update={"note": _UNDER_A_STAMP}) if ends else None


def in_full(found: Field, blocks: Blocks, *, anywhere: bool) -> Field:
    """The name of an office; where a stamp hides its end, as the office that speaks is named.

    การประปาส่วนภูมิภาคสาขาบ้าน▒▒▒ │ ตามที่การประปาส่วนภูมิภาคสาขาบ้านนาสารได้ส่งใบแจ้ง…
    `anywhere`: it may end after a whole word; else only where none can (สำนักงานการศึกษ▒▒▒).
    """
    spoken = who_speaks(blocks)
    rest = spoken.value.removeprefix(found.value) if spoken else ""
    if spoken is None or rest == spoken.value or not _REST.fullmatch(rest):
        return found
    if not (anywhere or rest.startswith(_NEVER_FIRST)):
        return found
    return doubted(found.model_copy(update={"value": spoken.value}), _CUT)


def as_spelt_in_text(found: Field | None, blocks: Blocks) -> Field | None:
    """The office of a stamped letter as the text spells it, where the seal pressed over it cost
    letters: สำนักงคนศาดยุ่ติธรรม │ สำนักงานศาลยุติธรรมขอส่งคู่มือ… Else what was found."""
    spoken = who_speaks(blocks)
    if spoken is None:
        return found
    if found is not None:
        misread = unknown_letters(found.value) > unknown_letters(spoken.value)
        alike = _is_alike(found.value, spoken) or _is_piece(found, spoken, blocks)
        return doubted(spoken, _PRESSED) if misread and alike else found
    below = [one for one in (*blocks.body, *blocks.closing) if one.box.left > _NO_MARGIN]
    for line in below:
        row = "".join(one.text for one in below if one.box.on_row_of(line.box))
        if _is_alike(line.text, spoken) or _is_alike(row, spoken):
            return doubted(spoken, _PRESSED)
    return None


def _is_piece(found: Field, spoken: Field, blocks: Blocks) -> bool:
    """Whether a name is what the seal left of the beginning of who speaks: สำนัก ▒ นช▒ดน, where
    as many letters stand on its row."""
    begins = spoken.value[:_BEGINNING] == found.value[:_BEGINNING]
    own = next((one for one in blocks.closing if one.text.startswith(found.text)), None)
    own = own or next((one for one in blocks.body if one.text.startswith(found.text)), None)
    if not begins or own is None or len(found.value) > len(spoken.value) / 2:
        return False
    row = [one for one in (*blocks.body, *blocks.closing) if one.box.on_row_of(own.box)]
    return len(row) > 1


def _is_alike(text: str, spoken: Field) -> bool:
    return fuzz.ratio(re.sub(r"\s", "", text), re.sub(r"\s", "", spoken.value)) >= _ALIKE


def who_speaks(blocks: Blocks) -> Field | None:
    """The office that says in the first lines what it does: พร้อมหนังสือนี้ กรม… ขอส่ง…

    Whom the letter goes to speaks in it, too (ตามที่ …ได้ขอรับข้อมูล), and is passed over.
    """
    passage = Passage.of(blocks.body[:_LINES])
    recipient = blocks.items.get("recipient")
    addressed = re.sub(r"\s", "", recipient.content) if recipient else ""
    for place in _MAY_SPEAK.finditer(passage.text):
        match = _SPEAKER.match(passage.text, place.end())
        if match is None or not starts_office(match["name"]):
            continue
        name = match["name"].strip()
        blank = ".." in name or "…" in name  # กองทุนหลักประกันสุขภาพ.......... ได้ดำเนินการ
        blank = blank or name.endswith("ฯ")  # สถาบันฯ: in short
        if blank or re.sub(r"\s", "", name) in addressed or name.endswith(UNFINISHED):
            continue
        found = named_office(passage.cut(match.start("name"), match.end("name")))
        return doubted(found, _SPEAKS) if found else None
    return None


def by_post(document: Document, posts: Sequence[str], blocks: Blocks) -> Field | None:
    """The office that a post heads, at the line of the post; whole, if the text has it whole."""
    for post in posts:
        office = office_of_post(post)
        for line in reversed(document.lines) if office else ():
            text = line.text.strip()
            if office and text and (text in post or text.endswith(post)):  # แทน ผู้อำนวยการ…
                evidence = Passage.of([line]).whole()
                return doubted(Field.of(evidence, _in_full(office, blocks)), _BY_POST)
    for post in posts:  # นายแพทย์ชำนาญการ │ โรงพยาบาล…, on a line of its own
        for line in reversed(document.lines):
            text = line.text.strip()
            if starts_office(text) and post.endswith(text) and post != text:
                found = office_on(line)
                return doubted(found, _BY_POST) if found else None
    return None


def _in_full(office: str, blocks: Blocks) -> str:
    """หน่วยตรวจสอบภายใน → หน่วยตรวจสอบภายใน สำนักงานจังหวัด…, as the first lines of the text say."""
    passage = Passage.of(blocks.body[:_LINES])
    # โรงเรียน… อำเภอ… จังหวัด…: where it lies
    for place in re.finditer(
        re.escape(office) + r"\s+(?!อำเภอ|ตำบล|จังหวัด|เขต)(?=[ก-ฮ])", passage.text
    ):
        match = _SPEAKER.match(passage.text, place.end())
        if match and starts_office(match["name"]):
            whole = match["name"][: name_end(match["name"])].strip()
            return f"{office} {whole}"
    return office
