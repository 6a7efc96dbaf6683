"""What clauses under a request ask for, and what only looks like it; made up."""

from __future__ import annotations

from collections.abc import Callable

from extractors.obligations.asking import find_requests
from extractors.obligations.rules import read_obligations
from pipeline.models import Document

Make = Callable[..., Document]

_HEAD = "ที่ กข ๐๑๐๑/ว ๑\nเรื่อง ตัวอย่าง\nเรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n"
_FOOT = "\nจึงเรียนมาเพื่อโปรดพิจารณา\nขอแสดงความนับถือ\n(นายเอก มั่นคง)\nอธิบดีกรมตัวอย่าง"


def asked(typed: Make, *lines: str) -> list[str]:
    found = read_obligations(
        typed(_HEAD + "\n".join(lines) + _FOOT), "external_letter", "2023-02-01"
    )
    return [f"{one.clause or '-'} {one.action} {one.first_due}" for one in found]


def test_a_clause_for_those_who_choose_otherwise_asks_nothing_of_all(typed: Make) -> None:
    assert asked(
        typed,
        "จึงขอให้สถานประกอบการดำเนินการ ดังนี้",
        "๑. ยื่นแบบรายงานภายในวันที่ ๓๑ มีนาคม ๒๕๖๖",
        "๒. ส่งเงินเข้ากองทุนภายในวันที่ ๓๐ เมษายน ๒๕๖๖ ในกรณีที่เลือกไม่จ้าง",
        "๓. เก็บหลักฐานทุกสาขา ในกรณีที่ไม่ครบให้ใช้สำเนา",
    ) == ["1 report 2023-03-31", "3 other None"]


def test_what_is_due_in_the_time_of_the_clause_before_who_is_named_who_comes(typed: Make) -> None:
    assert asked(
        typed,
        "จึงขอให้ท่าน",
        "๑. ส่งฎีกาเบิกจ่ายเงินให้สำนักงานภายในวันที่ ๓๑ มีนาคม ๒๕๖๖",
        "๒. ชี้แจงเหตุผลเป็นลายลักษณ์อักษร ในกำหนดเดียวกัน",
        "๓. กำหนดตัวผู้รับผิดชอบ ๑ คน และแจ้งชื่อให้กองกลางทราบภายในวันที่ ๓ เมษายน ๒๕๖๖",
        "๔. มอบหมายนายช่างนำเจ้าหน้าที่เข้าตรวจสถานที่ก่อสร้าง ในวันศุกร์ที่ ๗ เมษายน ๒๕๖๖ เวลา ๑๐.๐๐ น.",
    ) == ["1 reply 2023-03-31", "2 reply 2023-03-31", "3 appoint 2023-04-03", "4 attend 2023-04-07"]


def test_what_a_court_has_ordered_others_is_no_request(typed: Make) -> None:
    said = "ศาลเห็นว่าจำเลยเจ็บป่วย จึงมีคำสั่งให้งดการพิจารณาและส่งตัวจำเลยไปรับการรักษา"
    assert asked(typed, said) == []
    assert find_requests("ศาลรับคำฟ้องแล้ว จึงมีคำสั่งให้ผู้ถูกฟ้องคดีจัดทำคำให้การ")
