"""By when and how often something is asked for: wordings of time that any office uses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractors.obligations.first_due import first_day_due
from extractors.obligations.judge.judged import judged
from extractors.obligations.rules import read_obligations
from extractors.obligations.times.context import Context
from extractors.obligations.times.due_after import is_due_after_event
from extractors.obligations.times.due_days import find_first_due
from extractors.obligations.times.frequency import find_frequency
from extractors.obligations.times.schedule import find_first_period
from extractors.record import Action
from pipeline.models import Document
from tests.extractors.test_asking_letters import _FOOT, _HEADS

_WRITTEN = "2024-02-10"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # an hour stands between the word and the day
        ("ส่งบัญชีรายชื่อให้ฝ่ายกำลังพล ภายใน ๑๖.๓๐ น. ของวันที่ ๕ มีนาคม ๒๕๖๗", "2024-03-05"),
        ("รอรับการตรวจที่ลานฝึก ก่อนเวลา ๐๙๓๐ ของ ๒๙ มี.ค. ๖๗", "2024-03-29"),
        # the day of a week, told again by its date
        ("ส่งแผนการสอนภายในวันศุกร์นี้ (๑๖ กุมภาพันธ์ ๒๕๖๗)", "2024-02-16"),
        ("สอบเทียบเครื่องวัดก่อนเปิดเตาวันที่ ๕ มีนาคม ๒๕๖๗", "2024-03-05"),
        ("ทำแนวกันไฟให้แล้วเสร็จในเดือนมีนาคม ๒๕๖๗", "2024-03-31"),
        # the end of what is counted, no day of the duty
        ("ส่งบัญชีใบอนุญาตที่จะหมดอายุภายในปี ๒๕๖๗", None),
        # of the days of every year the next, from the day it is to begin with
        ("รายงานปีละ ๒ ครั้ง คือ ภายในวันที่ ๓๑ มีนาคม และ ๓๐ กันยายน ของทุกปี", "2024-03-31"),
        (
            "รายงานปีละ ๒ ครั้ง คือ ภายในวันที่ ๓๑ มีนาคม และ ๓๐ กันยายน ของทุกปี เริ่มตั้งแต่วันที่ ๓๐ กันยายน ๒๕๖๗",
            "2024-09-30",
        ),
        ("รายงานรอบ ๖ เดือน สองครั้ง คือ ๓๐ เมษายน และ ๓๑ ตุลาคม ของทุกปี", "2024-04-30"),
        # of the months of every year the next
        ("รายงานปีละ ๒ ครั้ง ภายในเดือนมกราคม และภายในเดือนกรกฎาคม", "2024-07-31"),
        ("รายงานทุก ๓ เดือน คือ ภายในสิ้นเดือนธันวาคม มีนาคม มิถุนายน และกันยายน", "2024-03-31"),
        # the first time, whatever is counted
        ("รายงานทุกเดือน ฉบับแรกวันที่ ๓ มีนาคม ๒๕๖๗", "2024-03-03"),
        ("ส่งหลักฐานทุกไตรมาส โดยไตรมาสแรกส่งในวันที่ ๑๐ เมษายน ๒๕๖๗", "2024-04-10"),
        ("รายงานเป็นรายไตรมาส เริ่มด้วยวันที่ ๕ เมษายน ๒๕๖๗", "2024-04-05"),
    ],
)
def test_day_by_which(text: str, day: str | None) -> None:
    assert find_first_due(text, _WRITTEN) == day


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("รายงานผลภายใน ๓๐ วันหลังเสร็จสิ้นการตรวจแต่ละปี", "yearly"),
        ("ส่งผลการนับไม่เกินวันที่ ๒๘ เริ่มจากผลการนับเดือนมีนาคม ๒๕๖๗", "monthly"),
        # what is told of another thing is no rhythm
        ("ให้นำสมุดประจำตัวเด็กมาด้วย ส่วนค่าอาหารกลางวันเดือนละ ๒๐๐ บาท", None),
    ],
)
def test_how_often(text: str, often: str | None) -> None:
    assert find_frequency(text) == often


def test_what_recurs_begins_with_the_day_told_right_after() -> None:
    text = "รายงานยอดหนี้ทุกไตรมาส ภายในวันที่ ๑๕ ของเดือนแรกของไตรมาสถัดไป"
    begins = Context(rest=" ทั้งนี้ให้เริ่มรายงานตั้งแต่วันที่ ๑๕ กรกฎาคม ๒๕๖๗", written=_WRITTEN)
    assert first_day_due("report", text, "quarterly", begins).day == "2024-07-15"


@pytest.mark.parametrize(
    "begins",
    [
        "เริ่มจากรอบเดือนตุลาคม ๒๕๖๖ - มีนาคม ๒๕๖๗",
        "เริ่มรายงานงวดเดือนตุลาคม ๒๕๖๖ ถึงเดือนมีนาคม ๒๕๖๗",
        "โดยรอบแรก (ตุลาคม ๒๕๖๖ - มีนาคม ๒๕๖๗)",
    ],
)
def test_the_first_half_is_told_by_its_months(begins: str) -> None:
    period = find_first_period(f"รายงานทุก ๖ เดือน {begins}", None, _WRITTEN)
    assert period and (period.start, period.end) == ("2023-10-01", "2024-03-31")


def test_no_month_elsewhere_is_the_first_round() -> None:
    text = "รายงานทุกไตรมาสว่าด้วยงานที่รับไว้ในเดือนธันวาคม เริ่มวันที่ ๓๑ มีนาคม ๒๕๖๗"
    assert find_first_period(text, None, _WRITTEN) is None


def test_the_next_working_day_is_a_number_of_days() -> None:
    assert is_due_after_event("ส่งรายงานการโอนเงินในวันทำการถัดไป")


_HELD = Context(sentence="สำนักงานจัดอบรมในวันที่ ๖ มีนาคม ๒๕๖๗ จึง", written=_WRITTEN)


@pytest.mark.parametrize(
    ("action", "text", "context", "day"),
    [
        # who is appointed, and the name told by a day in what follows
        (
            "appoint",
            "มอบหมายผู้ประสานงาน ๑ คน",
            Context(rest=" พร้อมแจ้งชื่อและหมายเลขโทรศัพท์ให้กองกลางทราบภายในวันที่ ๑ มีนาคม ๒๕๖๗"),
            "2024-03-01",
        ),
        ("appoint", "แต่งตั้งผู้แทนชั้น แจ้งชื่อวันที่ ๑๖ มี.ค. ๖๗", Context(), "2024-03-16"),
        # to choose and to send the names are two
        (
            "appoint",
            "คัดเลือกอาสาสมัคร ๓ คน",
            Context(rest=" และส่งรายชื่อภายในวันที่ ๑ มีนาคม ๒๕๖๗"),
            None,
        ),
        # a meeting told in the paragraph before
        (
            "attend",
            "ขอเชิญท่านร่วมงาน",
            Context(before=("จัดงานแสดงความยินดีในเย็นวันศุกร์ที่ ๘ มีนาคม ๒๕๖๗",), written=_WRITTEN),
            "2024-03-08",
        ),
        (
            "attend",
            "ขอเรียนเชิญท่านเป็นประธาน",
            Context(before=("ปีนี้ตรงกับวันพฤหัสบดีที่ ๗ มีนาคม ๒๕๖๗",), written=_WRITTEN),
            "2024-03-07",
        ),
        ("attend", "นำบุตรมารายงานตัวตามวันนัดหมายที่โรงเรียนจะแจ้งให้ทราบ", _HELD, None),
        ("attend", "วันพรุ่งนี้ (๑๑ กุมภาพันธ์ ๒๕๖๗) ขอให้มาถึงก่อน ๐๗.๐๐ น.", Context(), "2024-02-11"),
        # on the day of what is held
        (
            "other",
            "ส่งมอบกุญแจให้เจ้าหน้าที่ในวันที่รับโอน",
            Context(sentence="จะรับโอนกิจการในวันที่ ๖ มีนาคม ๒๕๖๗"),
            "2024-03-06",
        ),
        ("other", "จัดโต๊ะลงทะเบียนให้เรียบร้อยก่อนเวลา ๐๘.๓๐ น.", _HELD, "2024-03-06"),
        # all through what is held
        (
            "other",
            "จัดพยาบาลประจำจุดตลอดการออกหน่วยทั้งสามวัน",
            Context(sentence="จะออกหน่วยแพทย์ระหว่างวันที่ ๕ - ๗ มีนาคม ๒๕๖๗", written=_WRITTEN),
            "2024-03-07",
        ),
        # in the time told
        ("other", "เก็บทุ่นขึ้นจากน้ำก่อนเวลาดังกล่าว", _HELD, "2024-03-06"),
        (
            "other",
            "ชำระค่าบริการของเดือนมกราคม ๒๕๖๗ ภายในวันเดียวกัน",
            Context(sentence="ส่งแบบภายในวันที่ ๕ มีนาคม ๒๕๖๗", written=_WRITTEN),
            "2024-03-05",
        ),
        # the day leads what is to be sent
        (
            "reply",
            "ขอให้ส่งแผนผังอาคาร",
            Context(sentence="วันที่ ๖ มีนาคม ๒๕๖๗ ", written=_WRITTEN),
            "2024-03-06",
        ),
        # what is to change from a day
        (
            "other",
            "เปลี่ยนผู้มีอำนาจลงนาม",
            Context(rest=" ทั้งนี้ ตั้งแต่วันที่ ๑ มีนาคม ๒๕๖๗ เป็นต้นไป", written=_WRITTEN),
            "2024-03-01",
        ),
        ("other", "งดจัดงานเลี้ยงตั้งแต่วันนี้เป็นต้นไป", Context(written=_WRITTEN), _WRITTEN),
        # the first of several rounds, told right after
        (
            "monitor",
            "ออกนิเทศนักศึกษาในความรับผิดชอบ",
            Context(rest=" โดยให้นิเทศครั้งที่ ๑ แล้วเสร็จภายในวันที่ ๓๑ มีนาคม ๒๕๖๗ ครั้งที่ ๒ ภายในเดือนพฤษภาคม"),
            "2024-03-31",
        ),
        # where, and then on what day
        ("reply", "ส่งสมุดคะแนนที่งานวัดผล วันที่ ๑๘ มีนาคม ๒๕๖๗", Context(), "2024-03-18"),
        # in a list of days
        (
            "other",
            "ขอให้ไปรับโฉนดด้วยตนเองตามกำหนด",
            Context(after=("หมู่ที่ ๑ ๖ มีนาคม ๒๕๖๗", "หมู่ที่ ๒ ๗ มีนาคม ๒๕๖๗"), written=_WRITTEN),
            "2024-03-06",
        ),
        # what another was asked for before is no time of this
        (
            "monitor",
            "ให้กองช่างตรวจสอบเครื่องขยายเสียง",
            Context(
                sentence="เข้าชี้แจงด้วยตนเองในวันประชุมและ",
                before=("ประชุมในวันที่ ๖ มีนาคม ๒๕๖๗",),
                written=_WRITTEN,
            ),
            None,
        ),
        # a day for whoever wishes
        (
            "publish",
            "ประชาสัมพันธ์ให้บุคลากรทราบ ผู้สนใจสมัครได้ภายในวันที่ ๒๐ มีนาคม ๒๕๖๗",
            Context(written=_WRITTEN),
            None,
        ),
        # a day on which something is told or shown
        ("publish", "ลงข่าวในฉบับวันที่ ๑ มีนาคม ๒๕๖๗", Context(written=_WRITTEN), "2024-03-01"),
        ("publish", "ปิดไว้ ณ ที่ทำการตั้งแต่วันที่ ๑ มีนาคม ๒๕๖๗", Context(written=_WRITTEN), "2024-03-01"),
        (
            "publish",
            "ปิดไว้ ณ ที่ทำการตั้งแต่วันที่ ๑ ถึงวันที่ ๑๕ มีนาคม ๒๕๖๗",
            Context(written=_WRITTEN),
            None,
        ),
        # what the writer will do is no day of the duty
        (
            "other",
            "ย้ายป้ายออกห่างถนน ๕ เมตร ซึ่งเจ้าหน้าที่จะไปดูในวันที่ ๖ มีนาคม ๒๕๖๗",
            Context(written=_WRITTEN),
            None,
        ),
    ],
)
def test_day_of_a_duty(action: Action, text: str, context: Context, day: str | None) -> None:
    assert first_day_due(action, text, None, context).day == day


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        # what the judge tells within a rule's duty has the day for itself
        (
            "จึงขอให้ท่านประชาสัมพันธ์แก่เจ้าของสัตว์ในหมู่บ้าน "
            "รวบรวมรายชื่อเจ้าของสัตว์ส่งสำนักงานปศุสัตว์อำเภอ ภายในวันที่ ๑๒ มีนาคม ๒๕๖๗",
            ["publish - -", "reply once 2024-03-12"],
        ),
        # papers sent beside others, to whom and by when
        (
            "จึงขอให้ท่านส่งแผนงานก่อสร้างถนนและวางท่อประปา ให้บริษัทภายในวันที่ ๑๕ มีนาคม ๒๕๖๗",
            ["reply once 2024-03-15"],
        ),
        (
            "จึงขอให้ท่านกรอกแบบแจ้งจำนวนรับนักศึกษา แล้วส่งคณะภายในวันที่ ๑๕ มีนาคม ๒๕๖๗",
            ["reply once 2024-03-15"],
        ),
        # the name of an office, cut in two
        (
            "จึงขอให้ท่านรายงานพื้นที่ระบาด ส่งกองส่งเสริมการอารักขาพืชและจัดการดินปุ๋ย ภายในวันที่ ๒๘ ของทุกเดือน",
            ["report monthly -"],
        ),
        # to whom, and by when
        (
            "จึงขอให้ท่านส่งสำเนาทะเบียนที่มีอยู่ ๑ ชุด ให้กองทะเบียน ไม่ช้ากว่าวันที่ ๑๕ มีนาคม ๒๕๖๗",
            ["reply once 2024-03-15"],
        ),
        (
            "จึงขอให้รายงานจำนวนเรือยาง เครื่องยนต์เรือ และเสื้อชูชีพในความรับผิดชอบ ตามแบบสำรวจที่ส่งมาพร้อมนี้ "
            "ให้สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดน่านทราบ ภายในวันศุกร์ที่ ๑๕ มีนาคม ๒๕๖๗",
            ["report once 2024-03-15"],
        ),
        # money taken and handed in is one thing
        (
            "จึงขอให้ท่านหักเงินสงเคราะห์จากสมาชิก แล้วนำส่งสมาคมภายในวันที่ ๑๕ มีนาคม ๒๕๖๗",
            ["other once 2024-03-15"],
        ),
        # a time of those who are told
        ("จึงขอให้ท่านชี้แจงผู้ปกครองว่านักเรียนต้องแปรงฟันก่อนรับการตรวจ", ["publish - -"]),
        # how long it goes on is nothing that somebody will do
        (
            "จึงขอให้ท่านส่งสรุปผลการฉีดวัคซีน ทุกสิ้นเดือนจนกว่าจะสิ้นสุดการรณรงค์",
            ["report monthly -"],
        ),
        # whoever is appointed is told by a day, by whatever is known of him
        (
            "จึงขอให้ท่านแต่งตั้งผู้ประสานงาน ๑ คน แล้วแจ้งแขวงทางหลวงภายในวันที่ ๑๕ มีนาคม ๒๕๖๗",
            ["appoint once 2024-03-15"],
        ),
        (
            "จึงขอให้ท่านแต่งตั้งผู้ใช้งานระบบ ๓ คน พร้อมแจ้งยศ ชื่อ สกุล ให้เทศบาลทราบก่อนวันที่ ๑๕ มีนาคม ๒๕๖๗",
            ["appoint once 2024-03-15"],
        ),
        # brought to a meeting
        (
            "จึงขอเชิญท่านมาประชุมในวันพุธที่ ๖ มีนาคม ๒๕๖๗ เวลา ๐๙.๐๐ น. พร้อมทั้งนำใบรับรองแพทย์ของนักเรียนมาด้วย",
            ["attend once 2024-03-06", "other once 2024-03-06"],
        ),
    ],
)
def test_whose_day_it_is(typed: Callable[..., Document], asked: str, told: list[str]) -> None:
    letter = typed(f"{_HEADS['external_letter']}ด้วยสำนักงานมีเรื่องแจ้ง\n{asked}{_FOOT}")
    ruled = read_obligations(letter, "external_letter", _WRITTEN)
    found = judged(ruled, letter, "external_letter", _WRITTEN).told
    assert [f"{one.action} {one.frequency or '-'} {one.first_due or '-'}" for one in found] == told
