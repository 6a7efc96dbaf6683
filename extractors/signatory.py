"""Who signed: the name in brackets under the closing words, the post, and for whom it is signed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.head.blocks import cut_blocks, signs_on_one_line
from extractors.post_lines import post_lines
from extractors.record import Signatory, where
from extractors.seal_pieces import without_seal_pieces
from extractors.signed_name import (
    SIGN_HERE,
    bare_name,
    beneath_the_word,
    half_bracketed,
    in_english,
    is_blank_name,
    outside_tables,
    post_beside,
    printed_name,
    rank_over,
    unbracketed,
    with_pieces_joined,
    with_rank,
    written_name,
)
from extractors.signed_post import is_signed_post, read_posts, signs_as
from extractors.stamped_signature import is_stamped_name, stamped_names
from extractors.text.clauses import tidy
from extractors.text.english import is_english_name
from extractors.text.passage import Evidence, Passage
from extractors.text.people import (
    is_post,
    is_signed_bare,
    is_title,
    split_person,
    without_title,
)
from pipeline.layout import beside
from pipeline.models import Document, Line
from pipeline.packet.page_places import is_measured

# รับคำสั่ง ผบ.มทบ.๒๑๘, above the name of who signs
_BY_ORDER = re.compile(r"^\s*(?:โดย)?(?:ได้)?รับ\s?คำสั่ง(?:จาก|ของ)?\s*(?P<whose>[ก-๎].*)?$")
_SIGNED_AS = re.compile(r"\s*\(?\s*(?:ลงชื่อ|ลงนาม)\s*\)?[\s.…]*(?P<rest>[ก-ฮเ-ไ].*)")
_TAKES_MINUTES = re.compile(
    r"(?:\(?\s*ลงชื่อ\s*\)?)?[\s.…]*(?P<as>ผู้(?:จด|บันทึก)[ก-๎]{3,30}|(?:รอง)?ประธาน[ก-๎]{0,20})"
)
# What opens another's part: ความเห็นของผู้บังคับบัญชา | [ ] อนุมัติ | ทราบ/อนุญาต
_APPROVING = re.compile(
    r"[^ก-๎]{0,8}(?:ความเห็น|คำสั่ง\s*$|(?:ทราบ|อนุมัติ|อนุญาต|เห็นชอบ|เห็นควร)(?:\s*[/.…]|โดย|ตาม|\s*$))"
)
_NO_LETTERS = " ()[]{}|.,;:'’"  # what is read of brackets that a signature crosses
_LONGEST_POST = 80  # letters
_AT_ONCE = 2  # lines of a closing among which a name with its post may stand: ด้วยจิตคารวะ │ นาย…
_A_ROW = 2.0  # heights of a name by which that of who signs beside may stand lower


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """The lines of the first signature of a closing. `name` is None where none is printed."""

    name: Evidence | None
    post: tuple[Line, ...]
    lines: tuple[Line, ...]


def read_signatory(document: Document) -> Signatory | None:
    """The signatory; a second signature that approves (อนุมัติ) is another's and is not read."""
    block = signature_block(document)
    if block is None:
        return None
    position, acting_for = read_posts(block.post)
    position = position or post_beside(block.lines[0]) or _as_what(document, block)
    acting_for = acting_for or _ordered_by(document, block)
    name = tidy(block.name.text) if block.name else None
    if name is None and position is None:
        return None
    person = split_person(name) if name and not is_english_name(name) else None
    unnamed = position is None or not (is_post(position) or (person and person.rest[:3] == "ผู้"))
    if person and is_post(person.rest) and unnamed:
        position = tidy(person.rest)  # ผู้จดรายงานการประชุม : นางสาวตรี ใจงาม  นักวิชาการสาธารณสุข
    evidence = block.name or Passage.of(block.post[:1]).whole()
    return Signatory(
        name=person.name if person else name,
        position=position,
        acting_for=acting_for,
        **where(evidence),
    )


def _ordered_by(document: Document, block: SignatureBlock) -> str | None:
    """Whose order stands right above a signature: รับคำสั่ง ผู้บัญชาการ…"""
    lines = [line for line in document.lines if line.page == block.lines[0].page]
    if block.lines[0] not in lines:
        return None
    place = lines.index(block.lines[0])
    for line in reversed(lines[max(0, place - 3) : place]):
        if ordered := _BY_ORDER.match(line.text):
            return tidy(ordered["whose"] or "") or None
    return None


def _as_what(document: Document, block: SignatureBlock) -> str | None:
    """What stands beside ลงชื่อ over the name of who signs, if nothing stands below it."""
    lines = [line for line in document.lines if line.page == block.lines[0].page]
    if block.lines[0] not in lines:
        return None
    place = lines.index(block.lines[0])
    for line in reversed(lines[max(0, place - 2) : place]):
        if post := _beside_his_hand(line.text, block.name.text if block.name else ""):
            return post
        if takes := _TAKES_MINUTES.fullmatch(line.text.strip()):
            return takes["as"]
    return None


def signed_posts(document: Document) -> tuple[str, ...]:
    """The post that a document is signed for, and the signatory's own, the first first."""
    signed = read_signatory(document)
    posts = (signed.acting_for, signed.position) if signed else ()
    return tuple(post for post in posts if post)


def signature_block(document: Document) -> SignatureBlock | None:
    """The first signature under the closing words; None if nobody's name or post stands there."""
    closing = with_pieces_joined(outside_tables(document, cut_blocks(document).closing))
    if closing and _is_measured(document, closing[0]):
        closing = without_seal_pieces(closing)
    first = next(((one.page, one.box.top) for one in closing[1:] if printed_name(one)), None)
    stamped = [  # what is pressed below a printed name certifies the copy
        one for one in stamped_names(document) if first is None or (one.page, one.box.top) < first
    ]
    closing = _with_stamped(closing, stamped)
    for place, line in enumerate(closing):
        if place and _approves(closing[0], line) and beside(closing[place - 1], line):
            continue  # (ลงชื่อ) เอก มั่นคง ⇥ เห็นชอบ: over who signs beside
        if place and (_ends_signature(line) or _approves(closing[0], line)):
            return None
        if place and beside(closing[place - 1], line) and SIGN_HERE.match(closing[place - 1].text):
            continue  # ลงชื่อ            ผู้รายงาน
        name = _name_on(closing, place, stamped)
        if name or is_blank_name(line):
            if name and _is_measured(document, line):
                place = _leftmost(document, closing, place)
                name = _name_on(closing, place, stamped)
            if line in stamped and any(map(is_signed_post, _texts_below(line, stamped))):
                closing, place = tuple(stamped), stamped.index(line)  # its post is pressed with it
            return _under_the_name(document, closing, place, name)
        if block := _signed_by_post(document, closing, place):
            return block
    return _written_alone(closing)


def _texts_below(line: Line, stamped: Sequence[Line]) -> list[str]:
    return [one.text for one in stamped[stamped.index(line) + 1 :]]


def _leftmost(document: Document, closing: Sequence[Line], place: int) -> int:
    """Where the first name stands of those who sign side by side: the left one, though it is a row
    lower for the rank over it. Who certifies a copy at the left has none."""
    signed = closing[place]
    lower = [
        other
        for other in range(place + 1, len(closing))
        if closing[other].page == signed.page
        and closing[other].box.top < signed.box.top + _A_ROW * signed.box.height
        and closing[other].box.right < signed.box.left
        and printed_name(closing[other])
        and rank_over(document, closing[other])
    ]
    return min(lower, key=lambda other: closing[other].box.left, default=place)


def _name_on(closing: Sequence[Line], place: int, stamped: Sequence[Line]) -> Evidence | None:
    """The name on a line of the closing: in brackets, bare over its post, or pressed there."""
    line = closing[place]
    below = closing[place + 1] if place + 1 < len(closing) else None
    if name := printed_name(line):
        return name
    bare = below is not None and is_signed_bare(line.text, below.text)
    if bare or (place < _AT_ONCE and signs_on_one_line(closing, place)):
        return Passage.of([line]).whole()
    if place and is_title(closing[place - 1].text) and (name := half_bracketed(line)):
        return name
    if place and beneath_the_word(closing, place):
        return unbracketed(line)
    if line in stamped and below and is_stamped_name(line.text, below.text):
        start = len(line.text) - len(line.text.lstrip(_NO_LETTERS))
        return Passage.of([line]).cut(start, len(line.text.rstrip(_NO_LETTERS)))
    return None


def _signed_by_post(
    document: Document, closing: Sequence[Line], place: int
) -> SignatureBlock | None:
    """The signature of a post whose holder's name is not in brackets over it, or not printed."""
    line, above = closing[place], closing[place - 1]
    below = closing[place + 1] if place + 1 < len(closing) else None
    printed = printed_name(below) if below else None
    rank_above = printed is not None and (  # ศาสตราจารย์ │ (ก ข)
        is_title(line.text) or _is_named_in_full(line.text, printed.text)
    )
    ordered = _BY_ORDER.match(line.text)  # the name stands below
    behind = SIGN_HERE.match(above.text) is not None
    waits = (behind or signs_as(line.text)) and _named_soon(closing[place:])
    signs = is_signed_post(line.text) and len(line.text) < _LONGEST_POST
    if not place or ordered or waits or rank_above or not signs:
        return None
    post = post_lines(closing[place:], line, _is_measured(document, line))
    if not post:
        return None  # ผู้อนุมัติ: it heads who signs beside
    bare = bare_name(above, line) if place > 1 else None
    bare = with_rank(bare, closing[place - 2]) if bare else None
    return SignatureBlock(bare, post, (above, *post) if bare else post)


def _under_the_name(
    document: Document, closing: Sequence[Line], place: int, name: Evidence | None
) -> SignatureBlock:
    """The signature of who is named on a line, with his rank and the post below."""
    line = closing[place]
    again = closing[place + 1] if name and place + 1 < len(closing) else None
    printed = printed_name(again) if again else None
    if name and again and printed and _ends(name.text, printed.text):
        line, place = again, place + 1  # (ลงชื่อ) พลโท ก ข, and under it (ก ข)
    over = place + 1 if name and in_english(name.text, closing[place + 1 :]) else place
    post = post_lines(closing[over + 1 :], closing[over], _is_measured(document, line))
    rank = rank_over(document, line) or (closing[place - 1] if place else line)
    if _is_measured(document, line) and rank.box.left > line.box.right:
        rank = line  # that of who signs beside
    if name and _is_named_in_full(rank.text, name.text):
        name = Passage.of([rank]).whole()  # พ.อ. ก ข, and under it (ก ข)
    name = with_rank(name, rank) if name and rank is not line else name
    return SignatureBlock(name, post, (line, *post))


def _is_measured(document: Document, line: Line) -> bool:
    """Whether the places of a line are those of a page, not of a typed file."""
    return any(page.number == line.page and is_measured(page) for page in document.pages)


def _written_alone(closing: Sequence[Line]) -> SignatureBlock | None:
    """A signature that is only written, behind its word: ลงชื่อ วันชัย ใจดี จำเลย."""
    for line in closing:
        if name := written_name(line):
            return SignatureBlock(name, (), (line,))
    return None


def _ends(written: str, printed: str) -> bool:
    """Whether what is written over a printed name is that name, be it with as what he signs."""
    person = split_person(written)
    return written.endswith(printed) or (person is not None and person.name == tidy(printed))


def _is_named_in_full(text: str, name: str) -> bool:
    """Whether a line over a name is that name with its rank: พ.อ. ก ข, and under it (ก ข)."""
    plain, bare = tidy(text), tidy(name)
    return plain != bare and plain.endswith(bare) and is_title(plain.removesuffix(bare))


def _beside_his_hand(over: str, name: str) -> str | None:
    """The post behind a name that is written over it in print: ลงชื่อ เอก มั่นคง ประธานกรรมการ."""
    signed = _SIGNED_AS.match(over)
    written = tidy(signed["rest"]) if signed else ""
    post = written.removeprefix(without_title(name)).strip()
    return post if post != written and is_post(post) and not post.startswith("ผู้") else None


def _named_soon(below: Sequence[Line]) -> bool:
    """Whether a name stands under what somebody signs as: ลงชื่อ........ │ ประธานที่ประชุม │ (นาย…)."""
    return any(printed_name(line) for line in below[1:4])


def _with_stamped(closing: tuple[Line, ...], stamped: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of the closing with what was pressed there, each below what stands above it."""
    if not stamped:
        return closing
    top = (stamped[0].page, stamped[0].box.top)
    above = sum((one.page, one.box.top) < top for one in closing[1:]) + 1
    return (*closing[:above], *stamped, *closing[above:])


def _approves(closing: Line, line: Line) -> bool:
    """Whether a line opens the part of the paper where a superior gives an opinion."""
    above = closing.page != line.page or closing.box.bottom <= line.box.top
    return above and _APPROVING.match(line.text) is not None


def _ends_signature(line: Line) -> bool:
    return bool(re.match(r"\s*(?:โทร(?!ทัศน์|คมนาคม)|ผู้ประสานงาน|หมายเหตุ|สำเนาส่ง)", line.text))
