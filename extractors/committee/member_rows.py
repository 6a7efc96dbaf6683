"""Which rows below a member belong to it, and which begin something else."""

from __future__ import annotations

import re

from extractors.committee.columns import CellRow
from extractors.committee.roles import read_role
from extractors.committee.seat import HEADING, Draft
from extractors.text.offices import starts_office
from extractors.text.passage import Evidence
from extractors.text.people import (
    is_bare_post,
    is_given_name_only,
    is_person,
    is_post,
    split_person,
)
from pipeline.layout import join_wrapped
from pipeline.thai_digits import arabic

# เป็นกรรมการ, below the post of who bears a number
BEARS = re.compile(r"(?:ให้)?(?:เป็น|ทำหน้าที่)\s?(?=[ก-ฮเ-ไ])")
AWAITS_SEAT = re.compile(r"(?:เป็น|(?:ทำ|ปฏิบัติ)หน้าที่)$")  # นาย ก ปลัดอำเภอ เป็น│เลขานุการ
# Where a list is over, whatever stands in which column.
OVER = re.compile(
    r"^(?:\(?\d*[.)]?\s*)?(?:ดัง(?:ต่อไป)?นี้|ประกอบด้วย|ให้|ขอให้|โดย|กรณี|ทั้งนี้|นอกจาก|นอกเหนือ|สำหรับ|หาก|เมื่อ|อนึ่ง|จึง|เพื่อ|มีผล|มีวาระ|(?:ให้)?อยู่ใน(?:ตำแหน่ง|วาระ)|วาระการ|ตั้งแต่|บรรดา|คำสั่ง(?:ใด|นี้|อื่น)|สั่ง\s*ณ|ประกาศ\s*ณ|หมายเหตุ|ขอแสดง|มี(?:อำนาจ|บทบาท)?\s?หน้าที่|มีอำนาจ"
    r"|อำนาจ(?:และ)?หน้าที่|หน้าที่|บทบาท|(?:คณะ|หน่วย|ทีม|ชุด|กลุ่ม|ฝ่าย|ศูนย์|ผู้)\S*.*?มี(?:อำนาจ|บทบาท)?\s?หน้าที่)"
)
# ข. คณะกรรมการ… | - พิจารณา… | วันอังคาร, in a roster
_NEXT_ITEM = re.compile(
    r"[ก-ฉ]\.\s|\([ก-ฉ]\)\s?(?:คณะ|ฝ่าย|ชุด|กลุ่ม|ทีม|หน่วย|งาน)|(?:คณะ|ชุด|กลุ่ม|ทีม|สาย|จุด|หน่วย|สนาม|ห้อง)ที่\s?[\d๐-๙]|[-–•]\s?[ก-ฮเ-ไ]|วัน(?:จันทร์|อังคาร|พุธ|พฤหัส|ศุกร์|เสาร์|อาทิตย์)"
)
# What tells a sentence wherever it stands, and no post has: …มีวาระสองปี | …ตั้งแต่บัดนี้เป็นต้นไป
_SENTENCE = re.compile(
    r"(?:คำสั่ง|ประกาศ|ระเบียบ|ข้อบังคับ)(?:ฉบับ)?นี้|เป็นต้นไป|ใช้บังคับ|นับ(?:แต่|ตั้งแต่|จาก|ถัด)|(?:ตั้งแต่|ระหว่าง)(?:วัน|บัด)|วันที่\s?[\d๐-๙]|เวลา\s?[\d๐-๙]"
    r"|มีวาระ|วาระการดำรง|มีผล(?:บังคับ|ตั้งแต่|ใช้|นับ)|ดัง(?:ต่อไป)?นี้|ดังกล่าวข้างต้น|จนกว่าจะ|โดยเคร่งครัด"
)
_HEADS_A_LIST = re.compile(r"คณะ(?:กรรมการ|ทำงาน|อนุกรรมการ)|ที่ปรึกษา")  # alone, left of the duties
# A paragraph below a list: how far from the columns it begins, of the page's width, and its letters
_INDENT, _SHORT_LINE = 0.06, 20
FULL_LINE = 0.8  # of the page's width: where a line ends that had no room for the duty
_EDGE_OF_TEXT = 0.88  # of the page's width
_ROLE_GAP = 0.05  # how far the text left of the duties may reach into their column
_SAME_EDGE = 0.015  # of the page's width: how level the cells of a column begin
_ROOM = 0.15  # of the page's width: a line that leaves more before the duties was ended by choice
# How far left of who it is a line may begin that goes on with it; a post below its bearer's name
_HANGS, _POST_HANGS = 0.03, 0.08
_AWAITS = re.compile(r"(?:ผู้แทน|กรรมการ|ประธาน|ที่ปรึกษา|สำนักงาน|ของ|ใน|และ)$")  # what goes on below


def continues(draft: Draft, row: CellRow) -> bool:
    """Whether a row without a number belongs to the member above it."""
    above = draft.rows[-1]
    if draft.headed and is_person(row.text):
        return False  # the next of those under one heading
    if _heads_the_next(draft, row):
        return False
    if row.whole or above.whole or OVER.match(arabic(row.text)) or _NEXT_ITEM.match(row.text):
        return False
    if len(row.cells) == 1 and _SENTENCE.search(row.text):
        return False
    if draft.open_role and draft.role and any(completes(draft, cell) for cell in row.cells):
        return True
    if draft.role and _HEADS_A_LIST.fullmatch(row.text):
        return row.cells[0].box.right > draft.role[0].box.left
    if row.page != above.page:
        if draft.role or len(row.cells) > 1:
            return draft.open_role or _is_post_of(draft, row)
        return bears_seat(row.text) or AWAITS_SEAT.search(above.text) is not None
    height = max(cell.box.height for cell in above.cells)
    if row.top - above.bottom > height:
        return False
    if not draft.role:
        return not (_gives_role(row, draft) or _begins_another(row, draft))
    edge = 1.0 if draft.led else draft.role[0].box.left + _ROLE_GAP
    first = draft.columns[0][0].box.left if draft.columns else 0.0
    if _is_a_paragraph(draft, row):
        return False
    if draft.led and len(row.cells) == 1 and _runs_on(draft, row):
        return True
    if _is_post_of(draft, row) and row.cells[0].box.left <= edge - 2 * _ROLE_GAP:
        return True  # however far right it runs
    post = is_post(row.text) and len(row.cells) == len(draft.columns) == 1
    first -= _POST_HANGS if post and len(draft.columns[0]) == 1 else _HANGS
    return all(
        completes(draft, cell) or (cell.box.right <= edge and cell.box.left >= first)
        for cell in row.cells
    )


def _is_a_paragraph(draft: Draft, row: CellRow) -> bool:
    """Whether a row below who bears his duty is indented as a sentence is, level with no column:
    การตัดสินของคณะกรรมการถือเป็นที่สุด. What names a post or an office may hang below a name."""
    text, left = row.text, row.cells[0].box.left
    if len(row.cells) > 1 or len(text) < _SHORT_LINE or text.startswith("("):
        return False
    if is_post(text) or starts_office(text) or is_person(text):
        return False
    starts = [column[0].box.left for column in draft.columns]
    return all(left - start > _INDENT or left < start - _INDENT for start in starts)


def _runs_on(draft: Draft, row: CellRow) -> bool:
    """Whether the row above was one full line of text, and this one its rest at the margin:
    เลขานุการ : นาย ก ผู้อำนวยการฝ่าย│แผนงาน."""
    above = draft.rows[-1]
    full = len(above.lines) == 1 and (
        above.lines[0].box.right + row.cells[0].box.width > _EDGE_OF_TEXT
    )
    return full and row.cells[0].box.left < draft.rows[0].lines[0].box.left + _SAME_EDGE


def _is_post_of(draft: Draft, row: CellRow) -> bool:
    """Whether a row is the post of a person named above it whose post is not told yet."""
    if len(row.cells) > 1 or len(draft.columns) != 1 or len(draft.columns[0]) != 1:
        return False
    person = split_person(draft.columns[0][0].text)
    named = person is not None and not person.rest and not is_given_name_only(person.name)
    hangs = row.cells[0].box.left > draft.rows[0].cells[0].box.left + _SAME_EDGE
    post = is_post(row.text) and read_role(row.text) is None
    return named and hangs and post and not OVER.match(arabic(row.text))


def _heads_the_next(draft: Draft, row: CellRow) -> bool:
    """Whether a row names the next list (คณะกรรมการรับสมัคร), and is not the rest of a post that was
    broken (ผู้แทนสำนักงาน│คณะกรรมการ…): its line was left with room."""
    if not (draft.role and draft.columns) or len(row.cells) > 1 or not HEADING.match(row.text):
        return False
    if draft.open_role or _HEADS_A_LIST.fullmatch(row.text):
        return False
    if any(_level(row, column[0]) for column in draft.columns[1:]):
        return False  # นาย ก │ รองอธิการบดี │ ประธาน, and below the post ฝ่ายวิชาการ
    line, edge = draft.columns[-1][-1], draft.role[0].box.left
    first = draft.columns[0][0].box
    if draft.role[0].box.top >= first.bottom and row.cells[0].box.left < first.left - _HANGS:
        return True  # ๑. นาย ก │ เป็นกรรมการ, each on a row of its own
    if row.cells[0].box.left > edge - _ROLE_GAP:
        return False
    if is_bare_post(line.text) or _AWAITS.search(line.text):
        return False
    return is_person(draft.columns[0][0].text) or edge - line.box.right > _ROOM


def _level(row: CellRow, cell: Evidence) -> bool:
    """Whether a row begins where a column does."""
    return abs(row.cells[0].box.left - cell.box.left) < _SAME_EDGE


def _gives_role(row: CellRow, draft: Draft) -> bool:
    """Whether a row heads the members below it with their role: ที่ปรึกษา, left of the names."""
    first = row.cells[0]
    if BEARS.match(first.text) or did_not_fit(draft, row):
        return False
    aside = not draft.columns or first.box.left < draft.columns[0][0].box.left + 0.005
    return len(row.cells) == 1 and aside and read_role(first.text) is not None


def did_not_fit(draft: Draft, row: CellRow) -> bool:
    """Whether a duty at the margin is the rest of a line that ran to the edge of the text."""
    line = draft.rows[-1].lines[-1]
    indented = row.cells[0].box.left < draft.rows[0].cells[0].box.left - _SAME_EDGE
    return indented and line.box.right + row.cells[0].box.width > _EDGE_OF_TEXT


def _begins_another(row: CellRow, draft: Draft) -> bool:
    """Whether a row far left of an item (so far a duty) names the next list or its first member."""
    first = row.cells[0]
    if _stands_by_the_numbers(draft, row):
        return True
    if not draft.columns or first.box.left > draft.columns[0][0].box.left - _POST_HANGS:
        return False
    if read_role(row.text) and did_not_fit(draft, row):
        return False
    return HEADING.match(row.text) is not None or (len(row.cells) > 1 and is_person(first.text))


def _stands_by_the_numbers(draft: Draft, row: CellRow) -> bool:
    """Whether a row names a body where the numbers stand, below who has name and post in columns of
    their own and shares the duty of a brace."""
    if draft.order is None or len(draft.columns) < 2 or len(row.cells) > 1:
        return False
    left, names = row.cells[0].box.left, draft.columns[0][0].box.left
    numbers = draft.rows[0].cells[0].box.left
    aside = abs(left - numbers) < _SAME_EDGE < names - left
    return aside and HEADING.match(row.text) is not None and read_role(row.text) is None


def completes(draft: Draft, cell: Evidence) -> bool:
    if not draft.role:
        return False
    return read_role(join_wrapped([draft.role_text, cell.text])) is not None


def bears_seat(text: str) -> bool:
    """Whether a line below a member tells the duty: เป็นประธานกรรมการ | กรรมการและเลขานุการ. Bare
    words that may be a post (หัวหน้า) are none."""
    role, bare = read_role(text), text.lstrip("([- ")
    seat = BEARS.match(bare) or re.match(r"(?:(?:รอง)?ประธาน|อนุ|คณะ)*(?:กรรมการ|คณะทำงาน)", bare)
    framed = re.fullmatch(r"\s*\([^()]+\)\s*", text)  # (ที่ปรึกษา)
    return role is not None and role.surely and bool(seat or framed)
