"""The name at the head of a sheet: the letterhead of a letter, the band over news or a certificate.

Words tell first: a line that begins as offices do. Where no line does, the place tells: what stands
right of the number, or above all items.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.dates import is_date_line
from extractors.head.blocks import Blocks
from extractors.head.memo import begins_unit
from extractors.issuer.letterhead_lines import (
    BRANCH,
    FACULTY,
    NO_NAME,
    THAI_WORD,
    UNIVERSITY,
    is_branch,
    over_its_desk,
    without_scraps,
)
from extractors.issuer.name_over_lines import name_over_lines
from extractors.issuer.named import named_office, office_on
from extractors.number import match_number
from extractors.record import Field
from extractors.text.english import is_english_office
from extractors.text.offices import (
    is_address,
    is_part,
    name_end,
    starts_office,
)
from pipeline.models import Line

_RIGHT_HALF, _IN_THE_MIDDLE = 0.52, 0.06  # of the page's width
HIDDEN = "a line of the letterhead above this one could not be read"
_SAME_EDGE = 0.03  # of the page's width
_FEWEST_OF_A_RAIL = 3  # lines
_LARGER, _SMALLER = 1.1, 0.95  # times the height of another name
_LONGEST = 75  # letters of a line of a letterhead


def letterhead_by_words(blocks: Blocks, *, divided: bool = False) -> Field | None:
    """The first line of the head that begins as an office does, with the lines that go on;
    `divided`: with a division of it that stands below, as in a letter."""
    head = [without_scraps(line) for line in blocks.head]
    for index, line in enumerate(head):
        if part := _part_beside(line, head[index + 1 :]):
            return name_over_lines([line, *part])
    candidates = _without_houses(_beside_the_emblem(head))
    number = blocks.items.get("number")
    if number is not None:  # number and letterhead were read as one line
        mention = match_number(number.passage.text, number.start)
        if mention and starts_office(number.passage.text[mention.end :]):
            end = mention.end + name_end(number.passage.text[mention.end :])
            return named_office(number.passage.cut(mention.end, end))
    for index, line in enumerate(candidates):
        if starts_office(line.text) and not is_address(line.text):
            above = over_its_desk(line, candidates[:index])
            first = above or _unit_above(line, candidates[:index]) or line
            below = candidates[candidates.index(first) + 1 :]
            branch = [one for one in below if _stands_beside(first, one)]
            column = [first, *branch] if branch else _column(first, below)
            found = name_over_lines(column, divided=divided)
            hidden = number is not None and _hides_a_line(
                number.passage.lines[0], candidates[: candidates.index(first)]
            )
            return found.model_copy(update={"note": HIDDEN}) if found and hidden else found
    for line in candidates if not any(THAI_WORD.search(line.text) for line in candidates) else ():
        if is_english_office(line.text):
            return office_on(line)
    return None


def letterhead_by_place(blocks: Blocks) -> Field | None:
    """What stands where a letterhead does: on the row of the number, right of it; else above all
    items. Of a sheet whose places are real, an office of any name: ฐานทัพเรือพังงา."""
    number = blocks.items.get("number")
    named = [line for line in blocks.head if _may_name(line)]
    if number is not None:
        at = number.passage.lines[0]
        beside = [line for line in named if _on_the_row(at, line)]
        if beside:
            below = [line for line in blocks.head if line.box.top > beside[0].box.top]
            return name_over_lines(_column(beside[0], below))
    items = [item.passage.lines[0] for item in blocks.items.values()]
    edge = min((line.box.left for line in items), default=0.0)
    railed = [line for line in blocks.head if line.box.right < edge]
    if len(railed) >= _FEWEST_OF_A_RAIL and _may_name(railed[0]):
        return name_over_lines(railed)
    first = min(((line.page, line.box.top) for line in items), default=None)
    above = [line for line in named if first and (line.page, line.box.bottom) <= first]
    if not above:
        return None
    below = [line for line in blocks.head if line.box.top > above[0].box.top]
    return name_over_lines(_column(above[0], below))


def office_in(lines: Sequence[Line]) -> Field | None:
    """The first of some lines that is an office, and what goes on under it."""
    for index, line in enumerate(map(without_scraps, lines)):
        short = len(line.text) < _LONGEST
        if short and starts_office(line.text) and not is_address(line.text):
            return name_over_lines(_column(line, list(lines[index + 1 : index + 3])))
    return None


def _may_name(line: Line) -> bool:
    text = line.text
    told = THAI_WORD.search(text) is not None and len(text) < _LONGEST
    return told and not (is_address(text) or is_date_line(text) or NO_NAME.match(text))


def _on_the_row(number: Line, line: Line) -> bool:
    level = abs(line.box.middle - number.box.middle) < 1.5 * number.box.height
    return line.page == number.page and level and line.box.left > number.box.right


def _beside_the_emblem(lines: list[Line]) -> list[Line]:
    """The lines without a name inside the emblem, if a letterhead stands to the right of it; what
    is there a part alone, of which others have one too, is where to answer: การไฟฟ้า… │ ฝ่ายพัสดุ."""
    offices = [line for line in lines if starts_office(line.text) and not is_address(line.text)]
    if len(offices) < 2:
        return lines
    first, rest = offices[0], offices[1:]
    right = [one for one in rest if one.page == first.page and one.box.left > _RIGHT_HALF]
    beside = any(is_part(first.text) or not is_part(line.text) for line in right)
    if not (_is_in_the_middle(first) and first.box.left < _RIGHT_HALF):
        return lines
    dropped = [first] if beside else right
    return [line for line in lines if line not in dropped]


def _without_houses(lines: list[Line]) -> list[Line]:
    """The lines without two names side by side, if a larger one stands in the middle under them:
    of what the two have founded. โรงพยาบาล… ⇥ มูลนิธิ… │ กองทุน…"""
    offices = [line for line in lines if starts_office(line.text) and not is_address(line.text)]
    if len(offices) < 3:
        return lines
    first, second, below = offices[:3]
    level = first.box.on_row_of(second.box) and below.page == first.page
    middle = (first.box.left + second.box.right) / 2
    between = abs((below.box.left + below.box.right) / 2 - middle) < 2 * _IN_THE_MIDDLE
    larger = below.box.height > _LARGER * max(first.box.height, second.box.height)
    if not (level and between and larger and below.box.top > first.box.middle):
        return lines
    return [line for line in lines if line not in (first, second)]


def _is_in_the_middle(line: Line) -> bool:
    return abs((line.box.left + line.box.right) / 2 - 0.5) < _IN_THE_MIDDLE


def _part_beside(crest: Line, below: Sequence[Line]) -> list[Line]:
    """The letterhead of a university's part, right of the crest that the whole's name stands under
    or beside, where it does not name the whole itself: มหาวิทยาลัย… │ คณะ… ถนน…"""
    if not UNIVERSITY.fullmatch(crest.text.strip()):
        return []
    edge = _RIGHT_HALF if _is_in_the_middle(crest) else max(_RIGHT_HALF, crest.box.right)
    right = [one for one in below if one.page == crest.page and one.box.left > edge]
    part = bool(right) and FACULTY.match(right[0].text) is not None
    return right if part and not any("มหาวิทยาลัย" in one.text for one in right) else []


def _stands_beside(whole: Line, line: Line) -> bool:
    """Whether a line is the branch of a firm, right of its name: ธนาคาร… ⇥ สาขา…; of two as large,
    each with its emblem, neither is: มหาวิทยาลัย… ⇥ โรงพยาบาล…"""
    right = line.page == whole.page and line.box.left > whole.box.right
    smaller = line.box.height < _SMALLER * whole.box.height
    right = right and (smaller or BRANCH.match(line.text) is not None)
    level = abs(line.box.middle - whole.box.middle) < whole.box.height
    named = name_end(whole.text) == len(whole.text.rstrip())
    return right and level and named and is_branch(whole.text, line.text)


def _hides_a_line(number: Line, above: list[Line]) -> bool:
    """Whether print beside the number, where a letterhead begins, was read as no office."""
    return any(
        line.page == number.page
        and line.box.left > number.box.right + 0.1
        and abs(line.box.middle - number.box.middle) < number.box.height
        for line in above
    )


def _unit_above(office: Line, above: list[Line]) -> Line | None:
    """The unit right above an office at its edge: งานบัณฑิตศึกษา │ คณะ…"""
    last = above[-1] if above else None
    if last is None or not begins_unit(last.text) or last.page != office.page:
        return None
    near = office.box.top - last.box.bottom < last.box.height
    level = abs(last.box.left - office.box.left) < _SAME_EDGE
    return last if near and level else None


def _column(first: Line, below: list[Line]) -> list[Line]:
    """The letterhead's lines: those below that stand in the same column."""
    column = [first]
    for line in below:
        beside = line.box.left < first.box.right and first.box.left < line.box.right
        if beside and line.page == first.page:
            column.append(line)
    return column
