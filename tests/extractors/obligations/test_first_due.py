"""The first day of a duty from what stands around it, where its own words name none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.obligations.first_due import first_day_due
from extractors.obligations.judge.judged import judged
from extractors.obligations.times.context import Context
from extractors.obligations.times.held_days import find_meeting_day
from extractors.obligations.times.reckoned import first_reckoned
from extractors.obligations.times.told_days import day_told
from extractors.record import Action
from pipeline.models import Document
from tests.extractors.test_asking_letters import _FOOT, _HEADS

_WRITTEN = "2024-02-10"


@pytest.mark.parametrize(
    ("action", "text", "context", "day"),
    [
        # one day for all that was asked, told at the end
        (
            "other",
            "คืนวัสดุก่อสร้างที่เหลือ",
            Context(rest=" ทั้งสองรายการนี้ให้เสร็จภายในวันที่ ๒๒ มีนาคม ๒๕๖๗", written=_WRITTEN),
            "2024-03-22",
        ),
        # the day leads what it is told of
        (
            "reply",
            "ขอให้แจ้งจำนวนผู้เข้าร่วมทางโทรสาร",
            Context(sentence="ขอให้เตรียมรูปถ่าย และภายใน ๔ มี.ค. ๒๕๖๗ ", written=_WRITTEN),
            "2024-03-04",
        ),
        # the span stands before
        (
            "other",
            "จัดเวรรักษาการณ์ตลอดช่วงปิดภาคเรียน",
            Context(sentence="โรงเรียนปิดภาคเรียน ๑ เม.ย. - ๑๕ พ.ค. ๖๗ ขอให้", written=_WRITTEN),
            "2024-05-15",
        ),
        # a list of days under the invitation
        (
            "attend",
            "ขอให้หัวหน้าแผนกอยู่รับการตรวจตามวันของตน",
            Context(after=("แผนกช่างไม้ ๖ มีนาคม ๒๕๖๗", "แผนกช่างยนต์ ๗ มีนาคม ๒๕๖๗"), written=_WRITTEN),
            "2024-03-06",
        ),
        # what is told to be done by others has no day
        (
            "publish",
            "ประชาสัมพันธ์ให้ประชาชนแต่งผ้าไทยตลอดเดือนมีนาคม ๒๕๖๗",
            Context(written=_WRITTEN),
            None,
        ),
        # of an event it is no day by which something else is due
        (
            "other",
            "จัดรถพยาบาลไว้บริการในวันงาน",
            Context(
                before=("เทศบาลจะแข่งเรือยาววันที่ ๒๓ มีนาคม ๒๕๖๗",),
                sentence="กวาดตลิ่งให้เสร็จภายในวันที่ ๒๐ มีนาคม ๒๕๖๗ ",
                written=_WRITTEN,
            ),
            "2024-03-23",
        ),
        # all that month
        (
            "other",
            "งดบินโดรนตลอดทั้งเดือนดังกล่าว",
            Context(sentence="จะฝึกบินกลางคืนตลอดเดือนมีนาคม ๒๕๖๗ ", written=_WRITTEN),
            "2024-03-31",
        ),
        (
            "attend",
            "เชิญผู้แทนมาสัมภาษณ์ ณ ซุ้มในวันงาน",
            Context(sentence="นัดพบแรงงาน ๒๖ มีนาคม ๒๕๖๗ แจ้งภายใน ๑๕ มีนาคม ๒๕๖๗ ", written=_WRITTEN),
            "2024-03-26",
        ),
        # the day of what is brought along stands in its own words
        (
            "other",
            "นำเครื่องคิดเลขมาเองในวันอบรม ๖ มีนาคม ๒๕๖๗",
            Context(sentence="ส่งรายชื่อภายใน ๑ มีนาคม ๒๕๖๗ ", written=_WRITTEN),
            "2024-03-06",
        ),
        # at the end of something, which is told
        (
            "report",
            "ส่งผลการทดลองเมื่อสิ้นโครงการ คือวันที่ ๓๐ กันยายน ๒๕๖๗",
            Context(written=_WRITTEN),
            "2024-09-30",
        ),
        # a name told without a word of time, and in other words
        ("appoint", "จัดหัวหน้าขบวน ๑ คน แจ้งชื่อ ๒ มีนาคม ๒๕๖๗", Context(written=_WRITTEN), "2024-03-02"),
        (
            "appoint",
            "ตั้งผู้ถือกุญแจโรงสูบ ๑ คน",
            Context(rest=" แล้วบอกชื่อมาภายในวันที่ ๖ มีนาคม ๒๕๖๗", written=_WRITTEN),
            "2024-03-06",
        ),
        # the day of the name, not that of the first meeting
        (
            "appoint",
            "แต่งตั้งผู้แทน โดยแจ้งชื่อภายในวันที่ ๕ มีนาคม ๒๕๖๗ ประชุมครั้งแรกในวันที่ ๑๒ มีนาคม ๒๕๖๗",
            Context(written=_WRITTEN),
            "2024-03-05",
        ),
    ],
)
def test_first_day(action: Action, text: str, context: Context, day: str | None) -> None:
    assert first_day_due(action, text, None, context)[0] == day


def test_a_month_before_a_duty_that_recurs_is_what_it_begins_with() -> None:
    text = "รายงานยอดผู้ป่วยทุกเดือน ภายในวันที่ ๖ ของเดือนถัดไป"
    begins = Context(sentence="ตั้งแต่เดือนมีนาคม ๒๕๖๗ เป็นต้นไป ")
    past = Context(sentence="ตั้งแต่เดือนมีนาคม ๒๕๖๗ พบผู้ป่วยแล้ว ๔ ราย จึง")
    assert first_reckoned(text, "monthly", None, begins) == "2024-04-06"
    assert first_reckoned(text, "monthly", None, past) is None


def test_the_same_day_is_the_last_told() -> None:
    said = "ส่งแผนภายในวันที่ ๖ มีนาคม ๒๕๖๗ มารับสื่อในวันที่ ๒๐ มีนาคม ๒๕๖๗ กับให้ส่งคืนภายในวันเดียวกัน"
    assert day_told([said], _WRITTEN) == "2024-03-20"


def test_a_day_with_its_hour_needs_no_word() -> None:
    assert find_meeting_day("ประชุมคณะทำงาน ๖ มี.ค. ๒๕๖๗ เวลา ๑๓.๐๐ น.") == "2024-03-06"
    assert find_meeting_day("ศาลนัดสอบคำให้การใน ๖ มี.ค. ๖๗ เวลา ๐๙๐๐") == "2024-03-06"
    assert find_meeting_day("แก้ไขข้อมูล ๖ มี.ค. ๒๕๖๗") is None


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        # what is brought to a meeting is due on its day
        (
            "ขอเชิญท่านไปพบเจ้าหน้าที่ในวันอังคารที่ ๕ มีนาคม ๒๕๖๗ เวลา ๑๐.๐๐ น. "
            "โดยให้นำสมุดเงินเดือนและบัญชีรายชื่อลูกจ้างไปด้วย",
            "other once 2024-03-05",
        ),
        # the day of the figures is none to be done by
        (
            "ขอให้ท่านแจ้งยอดเงินคงเหลือทุกบัญชี ณ วันที่ ๓๑ มีนาคม ๒๕๖๗ ให้กองคลังทราบด้วย",
            "reply once -",
        ),
    ],
)
def test_time_of_what_the_judge_reads(
    typed: Callable[..., Document], asked: str, told: str
) -> None:
    letter = typed(f"{_HEADS['external_letter']}ด้วยกรมมีเรื่องแจ้ง\nจึง{asked}{_FOOT}")
    found = judged((), letter, "external_letter", _WRITTEN).told
    assert told in [f"{one.action} {one.frequency or '-'} {one.first_due or '-'}" for one in found]
