"""A list of persons that was read only in part says so."""

from __future__ import annotations

from extractors.describe import describe, read_record
from extractors.doubt.doubts import doubtful
from extractors.record import DOUBT
from pipeline.split import split
from tests.extractors.print_shop import pages

_ORDER = """
^คำสั่งโรงเรียนบ้านทุ่งสว่างใต้
^ที่ ๑๒/๒๕๖๗
^เรื่อง แต่งตั้งคณะกรรมการจัดงานกีฬาสี
      เพื่อให้การจัดงานเป็นไปด้วยความเรียบร้อย จึงแต่งตั้งคณะกรรมการจัดงานกีฬาสี ดังนี้
@ 18 50 74
๑. นายสมชาย ทุ่งสว่าง	ผู้อำนวยการโรงเรียน	ประธานกรรมการ
๒. นางสมศรี ใจงาม	ครูชำนาญการ	กรรมการ
{third}
          สั่ง ณ วันที่ ๔ มกราคม พ.ศ. ๒๕๖๗
~(นายสมชาย ทุ่งสว่าง)
~ผู้อำนวยการโรงเรียนบ้านทุ่งสว่างใต้
"""


def test_who_is_listed_and_in_no_committee_is_named_and_the_members_are_doubtful() -> None:
    third = "๓. นายมานะ อดทน ยกน้ำดื่มและดูแลรถรับส่งนักเรียน"
    (document,) = split(pages(_ORDER.format(third=third)))
    record = describe(document)
    assert record.subject is not None
    assert record.subject.note is not None and "นายมานะ อดทน" in record.subject.note
    assert {"members.0", "members.1"} <= set(doubtful(record))
    assert "subject" not in doubtful(record)  # it only bears the note


def test_a_number_that_was_left_out_is_told() -> None:
    third = "๔. นางสาววันดี ศรีงาม	ครู	กรรมการและเลขานุการ"
    (document,) = split(pages(_ORDER.format(third=third)))
    record = read_record(document)
    assert record.subject is not None
    assert [one.confidence == DOUBT for one in record.committees[0].members] == [False, True, True]
    assert record.subject.note == "Of the list “คณะกรรมการจัดงานกีฬาสี” no number 3 was read."


def test_a_member_whose_number_alone_was_not_read_is_not_left_out() -> None:
    third = "นายมานะ อดทน	ครู	กรรมการ\n๔. นางสาววันดี ศรีงาม	ครู	กรรมการและเลขานุการ"
    (document,) = split(pages(_ORDER.format(third=third)))
    record = read_record(document)
    assert [member.order for member in record.committees[0].members] == [1, 2, None, 4]
    assert record.subject is not None and record.subject.note is None


def test_a_list_that_was_read_whole_is_not_doubted() -> None:
    third = "๓. นางสาววันดี ศรีงาม	ครู	กรรมการและเลขานุการ"
    (document,) = split(pages(_ORDER.format(third=third)))
    record = describe(document)
    assert record.subject is not None and record.subject.note is None
    assert not [path for path in doubtful(record) if path.startswith("members")]


def test_a_list_that_runs_within_a_sentence_is_named_as_well() -> None:
    third = "      ดังนี้ ๑. นายมานะ อดทน ครู ยกน้ำดื่ม ๒. นางปราณี สุขใจ ครู ดูแลรถ"
    (document,) = split(pages(_ORDER.format(third=third)))
    record = read_record(document)
    assert record.subject is not None
    assert record.subject.note is not None and "นางปราณี สุขใจ" in record.subject.note
