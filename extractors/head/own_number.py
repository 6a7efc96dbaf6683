"""The number that a document itself bears, as against those that it cites."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractors.head.blocks import Blocks
from extractors.letter_number import NumberMention
from extractors.number import bare_number, find_numbers, match_number
from extractors.record import Field, doubted
from extractors.text.keywords import after_word
from extractors.text.passage import Passage
from pipeline.layout import beside, rows
from pipeline.models import Document, Line
from pipeline.thai_digits import arabic

# ประกาศ … เลขที่ ๔/๒๕๖๗ | หนังสือรับรอง เลขที่ รพ.ลน. ๑๒/๒๕๖๗: behind the title on its line, or below
_REST = re.compile(
    r"\s+(?P<part>\d{1,2})\s?/\s?(?P<circular>ว\s?)?(?P<running>\d(?:\s?\d){0,5})(?!\d)"
)
_IN_PIECES = "its figures were read in pieces; compare it with the page"
_UNSURE = "read so unsurely that it may be no print at all"
_TOP, _REACH = 0.35, 0.25  # of the page: where a letter's number stands, how far behind its ที่
_TOUCHING = 0.008  # of the page's width: less than a space
_CODED = re.compile(r"\s*[ก-ฮ]{2,5}\.?\s?(?:[ก-ฮ]{2,5}\.?\s?)?\(?\d[^/]*/")  # a code and a slash
# เล่มที่ ๑ เลขที่ ๑๒/๒๕๖๗, alone on a line under the title of a licence
_BOOKED, _FIRST = re.compile(r"\s*(?:เล่มที่\s*[\d๐-๙]+\s*)?เลขที่\s"), 2
_OF_A_DIPLOMA = re.compile(r"\s*(?:เกียรติ|วุฒิ|ประกาศนีย)บัตร\s?เลขที่\s")  # เกียรติบัตรเลขที่ ๒๑/๒๕๖๘
_ITS_WORD = re.compile(r"\s*(?:คำสั่ง|ประกาศ)\s?ที่\s*(?=[ก-ฮ\d(A-Z])")
_OF_A_CASE = re.compile(r"คดี(?:หมายเลข)?\S*ที่|หมายเลขคดี")  # คดีหมายเลขแดงที่ ล.๑/๒๕๖๕: the court's
_LABEL = re.compile(
    r"(?:^|\s)(?:(?:(?:เกียรติ|วุฒิ|ประกาศนีย)บัตร\s?)?เลขที่|ที่|No\.)\s*[:.…]*\s*(?=[ก-ฮ\d(A-Z])"
)


def own_number(blocks: Blocks) -> tuple[Passage, NumberMention] | None:
    """The number after ที่ in the head, or in the title or head if its keyword was not read."""
    item = blocks.items.get("number")
    if item is not None:
        passage = _in_one_piece(item.passage)
        mention = match_number(passage.text, item.start) or bare_number(passage.text, item.start)
        return (passage, _dot_unread(passage.text, mention)) if mention else None
    for line in (*blocks.title, *blocks.head):  # ด่วนที่สุด ที่ มท …, คำสั่ง… ที่ ๘๔/๒๕๖๒
        if _OF_A_CASE.search(line.text):
            continue
        told = (*find_numbers(line.text), *_labelled(line.text), *_behind_its_word(line.text))
        for mention in told[:1]:
            return Passage.of([line]), mention
    for line in blocks.head if {"subject", "recipient"} <= blocks.items.keys() else ():
        if mention := _without_its_word(line.text):
            return Passage.of([line]), mention
    for line in blocks.body[:_FIRST] if not blocks.items else ():
        booked = blocks.title and _BOOKED.match(line.text)
        if (booked or _OF_A_DIPLOMA.match(line.text)) and (labelled := _labelled(line.text)):
            return Passage.of([line]), labelled[0]
    for row in rows(blocks.closing) if not blocks.items else ():  # at the foot of a certificate
        lines = [line for line in row.lines if line.text.strip()]
        at = next((i for i, one in enumerate(lines) if one.text.strip().startswith("เลขที่")), None)
        for piece in (lines[at : at + 1], lines[at : at + 2]) if at is not None else ():
            passage = Passage.of(piece, "")  # เลขที่ ๐ │ ๓๑๘/๒๕๖๖: a number read in pieces
            if labelled := _labelled(passage.text):
                return passage, labelled[0]
    return None


def _behind_its_word(text: str) -> list[NumberMention]:
    """The number in คำสั่งที่ 05.2/2567, of whatever form, if nothing stands behind it."""
    word = _ITS_WORD.match(text)
    mention = match_number(text, word.end()) if word else None
    return [mention] if mention and not text[mention.end :].strip(" .…") else []


def unsure_number(document: Document) -> Field | None:
    """A number at the top of the first page that was read too unsurely to be taken for print:
    behind its ที่, or beside a ที่ that nothing follows. It says that it must be looked at."""
    page = document.pages[0]
    words = (one for one in page.lines if one.text.strip(" .…:") == "ที่" and one.box.bottom < _TOP)
    bare = next(words, None)
    for line in page.marks:
        start = after_word(line.text, "ที่", loose=False)
        if start is None and (bare is None or not _is_behind(line, bare)):
            continue
        mention = match_number(line.text, start or 0)
        whole = mention and not line.text[mention.end :].strip(" .…") and mention.number.running
        if mention and whole and "/" in mention.text and line.box.bottom < _TOP:
            found = Passage.of([line]).cut(mention.start, mention.end)
            return doubted(Field.of(found, mention.number.value), _UNSURE)
    return None


def _in_one_piece(passage: Passage) -> Passage:
    """A number that was read in pieces, figures touching figures, as one: …/๐ │ ๑๗๔."""
    touching = [
        0 <= other.box.left - one.box.right < _TOUCHING and one.text[-1:].isdigit()
        for one, other in pairwise(passage.lines)
    ]
    whole = touching and all(touching) and passage.lines[-1].text.strip().isdigit()
    return Passage.of(passage.lines, "") if whole else passage


def read_in_pieces(passage: Passage, mention: NumberMention) -> str | None:
    """What to tell of a number whose figures were read in pieces that touch; None of others."""
    joints = (at for at in passage.starts if mention.start < at < mention.end)
    figures = any(passage.text[at - 1].isdigit() and passage.text[at].isdigit() for at in joints)
    return _IN_PIECES if figures else None


def _is_behind(line: Line, word: Line) -> bool:
    return beside(word, line) and 0 <= line.box.left - word.box.right < _REACH


def _dot_unread(text: str, mention: NumberMention) -> NumberMention:
    """The number with the figures behind its unit, whose dot was not read: อว ๘๑๑๕ ๑/๐๑๗๔.

    It is told as doubtful, since figures of it stand apart (`number_doubts`).
    """
    rest = _REST.match(arabic(text), mention.end)
    if mention.number.slash or rest is None or mention.number.unit is None:
        return mention
    number = replace(
        mention.number,
        unit=f"{mention.number.unit}.{rest['part']}",
        circular=rest["circular"] is not None,
        running=re.sub(r"\s", "", rest["running"]),
        slash=True,
    )
    return NumberMention(mention.start, rest.end(), text[mention.start : rest.end()], number)


def _without_its_word(text: str) -> NumberMention | None:
    """A line of a letter's head that is a number with its code and no ที่: ทอท. ทหญ. ๑๕๘/๒๕๖๙; of the
    word a letter may be left, its marks lost: ท วก ๑๑๘/๒๕๖๘."""
    start = len(text) - len(text.lstrip())
    start += 2 if text[start:].startswith("ท ") else 0
    mention = match_number(text, start) if _CODED.match(arabic(text), start) else None
    whole = mention and not text[mention.end :].strip() and not text[start : mention.start].strip()
    return mention if whole else None


def _labelled(text: str) -> list[NumberMention]:
    """A number with a slash that ends a line of the title, behind its label."""
    found = []
    for label in _LABEL.finditer(arabic(text)):
        mention = match_number(text, label.end())
        if mention and "/" in mention.text and not text[mention.end :].strip(" .…"):
            found.append(mention)
    return found
