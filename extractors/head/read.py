"""Reads the head of a document row by row: title, letterhead, items (ที่ เรื่อง เรียน อ้างถึง …).

It looks at words first and at places second: in text that never was ink the places are made up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from extractors.head.end import (
    begins_clauses,
    begins_paragraph,
    bids_in_a_list,
    content_left,
    ends_enclosures,
    ends_references,
    gives_purpose,
    goes_on,
    is_another_addressee,
    is_first,
    is_listed,
    is_of_text,
    is_signature,
    surely_centred,
    tells,
)
from extractors.head.items import OpenedItems, is_stamp_label, item_text, number_below, opens_item
from extractors.head.memo import in_cells, office_goes_on
from extractors.head.places import is_apart, is_centred, leaves_the_axis, stands_aside, usual_pitch
from extractors.head.sender import certifies, sender_speaks
from extractors.head.title import (
    ends_subject,
    kind_of_title,
    only_labels,
    title_goes_on,
    title_line,
    title_part,
    titled_by,
)
from extractors.text.keywords import CLOSINGS, WEAK_OPENERS, begins_with, gives_reasons, opens_body
from pipeline.layout import Row
from pipeline.models import Line

_LONGEST_HEAD = 45  # rows within which all items of the head stand
_REACH = 14  # rows that one item may take before the next keyword
_NO_ADDRESSEE = re.compile(r".{76}|(?:ดัง(?:ต่อไป)?|ต่อไป)นี้\s*:?$")  # too long, or it lists
_WORD_GAP = 0.025  # of the page's width: less lies within one entry, such as a number half written
# Letters: of a letterhead's line at most; that no line of a subject has, if a paragraph is a line
_SHORT, _PARAGRAPH = 60, 120
_NO_CLAUSES = ("reference", "recipient")  # items whose lists are numbered from their first line
_ONE_LINE = ("number", "date", "office", "sender")  # the letterhead follows, not their own text
_MOST_LINES = {"subject": 5, "recipient": 4, "reference": 12, "enclosure": 40}
_OCCASION = re.compile(r"\s*(?:เนื่องใน|เพื่อ)")
_ORDINAL = re.compile(r"^\s*[\d๐-๙]{1,2}\s*[.)]\s*")


class Head:
    """The head that was read from the rows; `end` is the row where the body begins."""

    def __init__(self, all_rows: Sequence[Row], measured: bool) -> None:
        self.rows = all_rows
        self.measured = measured
        self.title: list[Line] = []
        self.loose: list[Line] = []
        self.items: OpenedItems = {}
        self.end = 0
        self.height = median(row.box.height for row in all_rows) if all_rows else 0.0
        self.pitch = usual_pitch(all_rows, self.height)
        rights = sorted(row.box.right for row in all_rows)
        self.margin = 1 - rights[len(rights) * 4 // 5] if rights else 0.0  # of most full lines
        self._read()

    def _read(self) -> None:
        opened = self._find_keywords()
        if not opened and not self.title:
            return
        current: str | None = None
        titled = (i for i, row in enumerate(self.rows) if any(x in self.title for x in row.lines))
        last = max([*opened, next(titled, -1)], default=-1)
        for index, row in enumerate(self.rows):
            if index in opened:
                current = self._open(row, opened[index])
                self.end = index + 1
            elif index < last and current == "office" and self._office_goes_on(row):
                taken, start = self.items[current]
                self.items[current] = (in_cells([*taken, *row.lines]), start)
                self.end = index + 1
            elif index < last and current in (None, *_ONE_LINE):
                self.loose.extend(line for line in row.lines if line not in self.title)
                self.end = index + 1
            elif index < last or self._continues(index, current):
                self._continue(row, current)
                self.end = index + 1
            else:
                break

    def _find_keywords(self) -> dict[int, int]:
        """Row → place in the row of the line that opens an item; also finds the title."""
        opened: dict[int, int] = {}
        seen: OpenedItems = {}
        title_open = False
        last = 0
        for index, row in enumerate(self.rows[:_LONGEST_HEAD]):
            if (opened or self.title) and index - last > _REACH:
                break
            signed = not opened and index > 4 and is_signature(row.text)  # at the foot of a list
            if signed or begins_with(row.text, CLOSINGS) or self._is_text(index, seen):
                break
            place, below = None, self.rows[index + 1 : index + _REACH]
            for position in range(len(row.lines)):
                text = item_text(row.lines, position)
                found = None if self._is_form else opens_item(text, seen)
                if found and found[0] == "number" and number_below(below, text, found[1]):
                    continue  # ที่...., cut out of a stamp's วันที่....
                if found and found[0] == "number" and len(row.lines) > 2 and not text[found[1] :]:
                    continue  # the heading of a column
                if found:
                    place = position if place is None else place
                    seen[found[0]] = ([], 0)
            if place is not None:
                opened[index], last, title_open = place, index, False
                aside = None if self.title or len(row.lines) == 1 else title_line(self.rows, index)
                self.title = [aside] if aside else self.title  # ข่าวกรม… │ วันที่ ๕ มิถุนายน ๒๕๖๗
            elif title_open and self._title_goes_on(index):
                self.title.extend(title_part(row))
            elif (
                (not self.title or only_labels(self.title[0], self.rows, index))
                and not seen.keys() - {"number", "date"}
                and (titling := title_line(self.rows, index))
            ):
                self.title = titled_by(self.rows, index, titling)
                title_open = all(one in self.title for one in title_part(row))
                last = index
            elif self._text_begins(row, seen):
                break
            else:
                title_open = False
        return opened

    def _is_text(self, index: int, seen: OpenedItems) -> bool:
        if not self.measured or "recipient" not in seen:
            return False
        found = opens_item(self.rows[index].text, seen)
        return is_of_text(self.rows, index, self.margin, found[1] if found else None)

    def _text_begins(self, row: Row, seen: OpenedItems) -> bool:
        """Whether a row says that no more items follow: a paper with a title has them above."""
        if certifies(row.text) and not seen.keys() & {"subject", "recipient"}:
            return True
        titled = bool(self.title) and "office" not in seen
        bids = titled and "subject" in seen and bids_in_a_list(row)
        return bids or (("recipient" in seen or titled) and opens_body(row.text))

    def _title_goes_on(self, index: int) -> bool:
        more = title_goes_on(self.rows, index, self.title, self.measured)
        return more and not self._begins_body(index, None)

    @property
    def _is_form(self) -> bool:
        """A form has no items: its ที่ heads a column, its เรื่อง a cell."""
        return kind_of_title(self.title) in ("form", "report")

    def _open(self, row: Row, place: int) -> str:
        """Take in a row whose line at `place` opens an item; gives the item that stays open."""
        self.loose.extend(line for line in row.lines[:place] if line not in self.title)
        current = ""
        for position, line in enumerate(row.lines[place:], place):
            found = opens_item(item_text(row.lines, position), self.items)
            if found:
                current, start = found
                self.items[current] = ([line], start)
            elif current in ("number", "date") and self._has_content(current):
                beside = line.box.left - self.items[current][0][-1].box.right < _WORD_GAP
                (self.items[current][0] if self.measured and beside else self.loose).append(line)
            elif self.measured and is_stamp_label(line.text):
                self.loose.append(line)
            else:
                self.items[current][0].append(line)
        return current

    def _office_goes_on(self, row: Row) -> bool:
        free = set(self.title).isdisjoint(row.lines)
        return free and office_goes_on(row, self.items["office"][0])

    def _has_content(self, name: str) -> bool:
        lines, start = self.items[name]
        return len(lines) > 1 or bool(lines[0].text[start:].strip(" .…_:"))

    def _continue(self, row: Row, current: str | None) -> None:
        wraps = self.measured and current in ("subject", "recipient")
        aside = wraps and stands_aside(row, self.items[str(current)][0])
        if aside or current in (None, *_ONE_LINE):
            self.loose.extend(line for line in row.lines if line not in self.title)
        else:
            self.items[current][0].extend(row.lines)

    def _continues(self, index: int, current: str | None) -> bool:
        """Whether a row below the last keyword still belongs to the head."""
        row = self.rows[index]
        if not set(self.title).isdisjoint(row.lines):
            return True
        if current is None or (current in _ONE_LINE and len(row.text) > _SHORT):
            return False
        dated = self.items["date"][0][0] if current == "date" and self.title else None
        if dated and dated.box.middle < self.title[-1].box.top:
            return False  # วันที่ … over the title of a report, whose text follows
        return not self._begins_body(index, current) and self._short_enough(current)

    def _short_enough(self, current: str | None) -> bool:
        lines = self.items[current][0] if current else []
        if current in _ONE_LINE:
            return len(self.loose) < 8
        return len(lines) < _MOST_LINES.get(current or "", 0)

    def _subject_goes_on(self, index: int) -> bool:
        """Whether a row that might open the text is the last of the subject: จัดงาน / เนื่องในวัน…"""
        if self.measured and begins_paragraph(self.rows, index, self.margin):
            return False
        if not _OCCASION.match(self.rows[index].text):
            title = self.title[:1] if self.measured else []  # …ก่อสร้างสะพาน / ตามโครงการ…
            return any(surely_centred(self.rows, index, line) for line in title)
        below = self.rows[index + 1] if index + 1 < len(self.rows) else None
        followed = below is not None and opens_body(below.text)
        return followed or (self.measured and self._centred(self.rows[index]))

    def _centred(self, row: Row) -> bool:
        """Whether a row stands in the middle under a title, as an order's subject may."""
        return bool(self.title) and is_centred(row, self.title[0], self.margin)

    def _leaves_the_axis(self, row: Row) -> bool:
        """Whether a row is no more centred, under a title and a subject that are."""
        if not self.title or "subject" not in self.items:
            return False
        subject = self.items["subject"][0][0]
        return leaves_the_axis(row, self.title[0], subject, self.rows, self.margin)

    def _is_first_clause(self, text: str) -> bool:
        """Whether the text of an order begins with its first clause right under the subject: ๑. …
        A subject that is a list itself bears the ๑. on its own line."""
        lines, start = self.items["subject"]
        return is_first(text) and not is_listed(lines[0].text[start:].strip())

    def _lists(self, current: str | None) -> bool:
        """Whether an item may have numbered entries; an addressee's begin on its first line."""
        lines, start = self.items.get("recipient", ([], 0))
        listed = current == "recipient" and is_listed(lines[0].text[start:].strip())
        return listed or current in ("enclosure", "reference")

    def _begins_body(self, index: int, current: str | None) -> bool:
        row, above = self.rows[index], self.rows[index - 1]
        first = row.lines[0]
        apart = is_apart(above, row, self.pitch if self.measured else None, self.height)
        if current == "enclosure" and ends_enclosures(self.items[current][0], above, row):
            return True
        if current in _NO_CLAUSES and begins_clauses(self.items[current], first.text):
            return True
        if is_listed(first.text) and self._lists(current):
            return False
        text = _ORDINAL.sub("", first.text) if current == "recipient" else first.text  # ๑. ตามที่…
        if begins_with(first.text, CLOSINGS) or (current == "subject" and gives_purpose(row)):
            return True
        if opens_body(text):
            more = current == "subject" and not apart and not bids_in_a_list(row)
            more = more and self._subject_goes_on(index)
            return not more or gives_reasons(text)
        over = ends_subject(self.title, row.text) or row.text.rstrip().endswith("นี้")  # …ปฏิบัติ ดังนี้
        over = over or (not self.measured and len(first.text) > _PARAGRAPH)
        if current == "subject" and (over or self._leaves_the_axis(row)):
            return True
        if current == "subject" and self._has_content(current) and self._is_first_clause(text):
            return True
        if apart or first.page != above.lines[0].page:
            return True
        if current and not self._has_content(current):
            return False
        unaddressed = current == "recipient" and _NO_ADDRESSEE.search(row.text)
        if unaddressed or tells(current, first.text, self.measured):
            return True
        sender = self.title if current == "subject" else self.loose
        if current in _MOST_LINES and sender_speaks(sender, first.text):
            return True
        if current == "reference" and ends_references(above, row):
            return True
        if current == "recipient" and not self.measured and not goes_on(above, first.text):
            return True
        if not self.measured or current is None:
            return False
        if begins_paragraph(self.rows, index, self.margin):
            return True
        if current == "recipient" and is_another_addressee(self.rows, index):
            return False
        if current == "subject" and self._centred(row):
            return False
        lines, start = self.items[current]
        content = content_left(lines, start)
        aside = abs(first.box.left - content) > 0.03
        indented = first.box.left > lines[0].box.left + 0.05
        return aside and (indented or begins_with(first.text, WEAK_OPENERS, loose=False))
