"""What an order lays in running text on those who serve:
จึงให้หัวหน้าหอผู้ป่วยทุกหอจัดส่งเวชระเบียน…ภายในวันที่…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.obligations.asking_words import SERVING
from extractors.obligations.clause_duties import duties_from
from extractors.obligations.duty import is_dated
from extractors.obligations.verbs import find_verbs
from extractors.record import Obligation
from extractors.text.clauses import Paragraph

# จึงให้│… | และให้│… | โดยกำชับให้│…
_BIDS = re.compile(
    rf"(?:^|\s|จึง|และ|โดย|ทั้งนี้\s?)(?:มีคำสั่ง|สั่งการ|สั่ง|กำหนด|มอบหมาย|กำชับ|ขอ)?(?P<asks>ให้)\s?(?!คณะ|ผู้ใด){SERVING}"
)
# ด้วยกรมแจ้งให้… │จึงให้…: before it stands what others said
_RELATES = re.compile(r"(?:ด้วย|ตาม|เนื่อง|โดยที่|อนุสนธิ|อาศัย|เพื่อ|กรณี)")
_SO = re.compile(r"จึง(?=\S*ให้)")
_ELSE = re.compile(r"\s(?:หาก|มิฉะนั้น|(?:และ)?ให้(?:คณะ|กรรมการ))")
_LISTS = re.compile(r"(?:ดัง(?:ต่อไป)?นี้|ประกอบด้วย)[\s:]*$")  # …ถือปฏิบัติระหว่างวันที่… ดังนี้
# a committee's duties, an office given, a right
_NO_DUTY = re.compile(
    r"(?<!เจ้า)(?<!ปฏิบัติ)หน้าที่|รักษา(?:ราช)?การ|เป็น(?:ประธาน|กรรมการ|เลขานุการ|ผู้)|คัดค้าน|อุทธรณ์|ร้องทุกข์|ตั้งแต่\S*วันที่.*ถึงวันที่"
)


def of_ordered_text(body: Sequence[Paragraph], written: str | None) -> list[Obligation]:
    """What the paragraphs of an order without a number bid those who serve to do on a day."""
    found: list[Obligation] = []
    for place, item in enumerate(body):
        if item.marker is not None:
            continue
        text = item.text
        turn = [one.start() for one in _SO.finditer(text)] if _RELATES.match(text) else [0]
        bids = [*_BIDS.finditer(text, turn[0])] if turn else []
        for match, after in zip(bids, [*bids[1:], None], strict=False):
            last = after.start() if after else len(text)
            over = _ELSE.search(text, match.end(), last)
            end = over.start() if over else last
            if after is None and _LISTS.search(text):
                continue
            if _NO_DUTY.search(text, match.end(), end) or not find_verbs(text[match.end() : end]):
                continue
            before = tuple(one.text for one in body[:place])
            duties = duties_from(item, match.start("asks"), end, written, match.end(), before)
            found += [one for one in duties if is_dated(one)]
    return found
