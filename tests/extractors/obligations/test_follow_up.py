"""How a request joins the others of its letter."""

from __future__ import annotations

import pytest

from extractors.obligations.follow_up import granted_by_answer
from extractors.record import Action, Obligation

ACCEPT = "จึงขอความอนุเคราะห์รับนักศึกษา จำนวน ๔ คน เข้าฝึกประสบการณ์วิชาชีพ"
REPLY = Obligation(clause=None, action="reply", text="และขอได้โปรดแจ้งผลการพิจารณาให้คณะทราบ")


@pytest.mark.parametrize(
    ("text", "action", "granted"),
    [
        (ACCEPT, "other", True),
        ("จึงขอความอนุเคราะห์ประชาสัมพันธ์โครงการ", "publish", False),
        (ACCEPT, "reply", False),  # the answer itself, told in the words of the favour
    ],
)
def test_a_favour_that_the_answer_grants_is_told_by_it(
    text: str, action: Action, granted: bool
) -> None:
    duty = Obligation(clause=None, action=action, text=text)
    assert granted_by_answer(duty, [duty, REPLY]) is granted
    assert not granted_by_answer(duty, [duty])
