"""What the title of a document says: the kind it names, and under which titles an answer goes."""

from __future__ import annotations

import re

from extractors.record import Kind, Record

_LETTERS: tuple[Kind, ...] = ("external_letter", "memo", "stamped_letter")
_LOOSE: tuple[Kind, ...] = ("form", "report", "minutes", "other", "statement", "regulation", "news")

# The word a title opens with, and the kinds of document it can name. Longer words first.
HEADS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    ("บันทึกข้อความ", ("memo",)),  # สำเนาบันทึกข้อความ…
    ("รายงานการประชุม", ("minutes",)),  # รายงานการประชุมคณะกรรมการ…
    ("หนังสือรับรอง", ("certificate",)),
    ("หนังสือ", _LETTERS),  # สำเนาหนังสือกรม…
    ("คำสั่ง", ("order",)),  # ตัวอย่างคำสั่งแต่งตั้ง…
    ("ประกาศ", ("announcement",)),
    ("ข้อบังคับ", ("bylaw",)),
    ("ระเบียบ", ("regulation",)),
    ("แถลงการณ์", ("statement",)),
    ("แบบ", ("form", "report")),  # แบบติดตามผล…, แบบฟอร์ม…, แบบรายงาน…
)
# Words before the head that say how the copy stands: they are no part of the title.
_COPIES = re.compile(r"^(?:\(?(?:ร่าง|สำเนา|ตัวอย่าง|ฉบับ)\)?|[-–\s\d.])+")
_SAMPLE = re.compile(r"ตัวอย่าง|ร่าง|แบบฟอร์ม")


def head_of(title: str) -> tuple[tuple[Kind, ...], bool, str]:
    """The kinds that a title can name, whether a sample is named, and the title without its head.

    A form's head (แบบ) stays, since the form itself bears it.

    >>> head_of("ตัวอย่างคำสั่งแต่งตั้งคณะทำงาน")
    (('order',), True, 'แต่งตั้งคณะทำงาน')
    """
    copies = _COPIES.match(title)
    bare = title[copies.end() :] if copies else title
    sample = bool(copies and _SAMPLE.search(copies.group()))
    for word, kinds in HEADS:
        if bare.startswith(word):
            return kinds, sample, bare if word == "แบบ" else bare[len(word) :].strip()
    return _LOOSE, sample, bare


_COMMITTEE = re.compile(r"เป็น\s?(คณะ(?:อนุกรรมการ|กรรมการ|ทำงาน)[^\s,…]*)")
_APPOINTS = re.compile(r"^(?:เรื่อง\s*)?(?:การ)?แต่งตั้ง")


def asked_committees(text: str) -> tuple[str, ...]:
    """The committees that a clause tells its reader to appoint.

    >>> asked_committees("แต่งตั้งผู้แทนเป็นคณะทำงานขับเคลื่อนนโยบาย เพื่อให้คำแนะนำ")
    ('คณะทำงานขับเคลื่อนนโยบาย',)
    """
    return tuple(_COMMITTEE.findall(text))


def without_appointing(title: str) -> str:
    """The committee of 'แต่งตั้งคณะกรรมการ…'."""
    return _APPOINTS.sub("", title)


def obliges(record: Record) -> bool:
    """Whether what a document says must be done binds anybody. A form, blank or filled, only
    repeats what its letter says."""
    return not record.template and record.kind not in ("form", "report")


def asked_titles(record: Record) -> tuple[str, ...]:
    """Titles that an answer to this document's clauses may bear; none if nothing is asked."""
    asking = [one for one in record.obligations if one.action in ("appoint", "report")]
    if not asking or not obliges(record):
        return ()
    titles = [without_appointing(head_of(one.title)[2]) for one in record.enclosures]
    titles += [name for one in asking for name in asked_committees(one.text)]
    if record.subject:
        titles.append(record.subject.value)
    return tuple(dict.fromkeys(titles))


def offered_titles(record: Record) -> tuple[str, ...]:
    """Titles under which this document may answer: a filled report's, an order's committees'."""
    titles: list[str] = []
    if not record.template:
        subject = [record.subject.value] if record.subject else []
        if record.report is not None and record.report.reporting_unit:
            titles = ([record.report.title] if record.report.title else []) + subject
        elif record.kind == "order":
            titles = [without_appointing(title) for title in subject]
            titles += [committee.name for committee in record.committees if committee.name]
    return tuple(dict.fromkeys(titles))
