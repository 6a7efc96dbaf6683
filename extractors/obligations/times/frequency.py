"""How often something is asked for, as a sentence says it.

All functions take plain text; patterns run over it with Arabic digits, so places stay the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.dates import THAI_MONTH
from extractors.record import Frequency
from pipeline.thai_digits import arabic
from pipeline.thai_months import MONTHS

# วันที่ 15 เมษายน และ 15 ตุลาคม, no year told
_HALF_A_YEAR_APART = "|".join(
    rf"{one}(?:\s?และ(?:ภายใน)?\s?(?:วันที่)?)\s?\d{{1,2}}\s{other}(?!\s*(?:พ\.?\s?ศ\.?)?\s*\d)"
    for one, other in zip(MONTHS, (*MONTHS[6:], *MONTHS[:6]), strict=True)
)
# วันที่ 5 ของเดือนมกราคม เมษายน กรกฎาคม และตุลาคม
_FOUR_MONTHS = "|".join(
    r"[\s,]*(?:และ)?\s?(?:เดือน)?".join((*MONTHS, *MONTHS)[first : first + 12 : 3])
    for first in range(12)
)
# phrase → how often, the first that is found; examples stand in the pattern
_FREQUENCIES: tuple[tuple[re.Pattern[str], Frequency], ...] = (
    # เป็นรายเดือนและรายไตรมาส: the shortest rhythm that is told
    (re.compile(r"ราย\s?เดือน\s?(?:และ|หรือ|,)\s?(?:เป็น)?ราย\s?(?:ไตรมาส|ปี)"), "monthly"),
    (
        re.compile(
            rf"วันที่\s?\d{{1,2}}\s(?:{_HALF_A_YEAR_APART})|"
            r"(?:ปี(?:งบประมาณ)?ละ\s?(?:2|สอง)|(?:ภาคเรียน|ภาคการศึกษา|เทอม)ละ|ครั้ง\s?(?:ต่อ|/)\s?(?:ภาคเรียน|ภาคการศึกษา|เทอม)|(?:ราย|ทุก)\s?(?:สิ้น|ต้น)?\s?(?:ภาคเรียน|ภาคการศึกษา|เทอม|ภาค(?=\s|$)))"
        ),
        "half_yearly",
    ),
    # ทุก 6 เดือน | รอบ 6 เดือน ภายใน… และรอบ 12 เดือน, but not รอบ 6 เดือนแรก, nor
    # รอบ 6 เดือน ภายในวันที่ 5 เมษายน 2567, which is one
    (
        re.compile(
            r"(?:ทุก|ราย|ทุกรอบ|ทุก ๆ)\s?(?:6|หก)\s?เดือน|รายครึ่งปี|ทุกครึ่งปี"
            r"|(?:6|หก)\s?เดือน.{2,90}(?:12|สิบสอง)\s?เดือน|(?:6|หก)\s?เดือน\s?แรก.{2,90}(?:6|หก)\s?เดือน\s?หลัง"
            rf"|รอบ\s?(?:6|หก)\s?เดือน(?!\s?(?:แรก|หลัง|\(\s?(?:\d|เดือน|ระหว่าง|{THAI_MONTH})"
            rf"|(?!.*(?:รอบ|ทุก)).{{0,40}}?(?:ภายใน|ไม่เกิน|ก่อน)วันที่\s?\d{{1,2}}\s?(?:{THAI_MONTH})\s?(?:พ\.ศ\.\s?)?2))"
        ),
        "half_yearly",
    ),
    (
        re.compile(
            rf"{_FOUR_MONTHS}|"
            r"ราย\s?ไตรมาส|ทุก\s?(?:ๆ\s?)?(?:สิ้น)?\s?ไตรมาส|ไตรมาสละ|(?:ทุก\s?(?:ๆ\s?)?(?:รอบ)?\s?)(?:3|สาม)\s?เดือน|(?:3|สาม)\s?เดือน(?:ต่อ|/)\s?ครั้ง|ราย\s?(?:3|สาม)\s?เดือน|ปีละ\s?(?:4|สี่)\s?ครั้ง|ครั้ง\s?(?:ต่อ|/)\s?ไตรมาส"
        ),
        "quarterly",
    ),
    (
        re.compile(
            r"(?<!จ้าง)(?<!งาน)(?<!เงิน)(?<!ธรรมเนียม)(?<!ค่าเช่า)(?<!บำรุง)ราย\s?เดือน|ทุก\s?(?:ๆ\s?)?(?:สิ้น|ต้น|วันสิ้น)?\s?เดือน|เดือนละ(?!\s*(?:[\d,]+\s*บาท|(?:[2-9]|สอง|สาม|สี่)\s?ครั้ง(?!\s?ทุกวันที่)))|ครั้ง\s?(?:ต่อ|/)\s?เดือน|ทุกวัน(?:ทำการ|\S{2,8})?(?:แรก|สุดท้าย)ของเดือน|ของทุกเดือน"
            r"|(?:วันที่\s*\d{1,2}|ต้น|สิ้น|ครั้ง|สัปดาห์\S{0,10}|วันทำการ\S{0,10})\s*ของแต่ละเดือน"
            # ทุกวันที่ 5 เริ่มเดือนธันวาคม 2565, but not ทุกวันที่ 1 และ 16, ทุกวันที่ 31 ตุลาคม
            r"|ทุกวันที่\s*\d{1,2}(?!\d)(?!\s*(?:และ|,|-|ของเดือนเริ่มไตรมาส|ของเดือนแรก))"
            rf"(?!\s*(?:เดือน\s?)?(?:ม\.|{THAI_MONTH}))"
            # ไม่เกินวันที่ 28 เริ่มจากผลการนับเดือนมกราคม 2568
            r"|(?:ภายใน|ไม่เกิน)วันที่\s*\d{1,2}\s(?:โดย)?เริ่ม[ก-๎]{0,24}เดือน"
            # ภายในวันที่ 15 ของเดือน | ทุกวันพฤหัสบดีที่สองของเดือน
            r"|(?:ภายใน|ไม่เกิน)วันที่\s*\d{1,2}\s*ของเดือน(?=\s|$)|ทุกวัน\S{2,10}ที่\s?(?:สอง|สาม|สี่|[1-4])\s?ของเดือน"
        ),
        "monthly",
    ),
    (
        re.compile(
            r"ปี(?:งบประมาณ)?ละ\s?(?:(?:1|หนึ่ง)\s?)?(?:ครั้ง|เรื่อง|ฉบับ|โครงการ)|ครั้ง\s?(?:ต่อ|/)\s?ปี|(?<!ธรรมเนียม)(?<!ค่าเช่า)(?<!บำรุง)(?<!ภาษี)ราย\s?ปี|ทุก\s?(?:ๆ\s?)?(?:สิ้น|ต้น)?\s?ปี(?!ที่)|ประจำทุกปี|ทุกปีงบประมาณ"
            # ภายใน 30 วันหลังเสร็จสิ้นการประเมินแต่ละปี
            r"|(?:หลัง|นับ)[ก-๎]{2,40}แต่ละปี"
        ),
        "yearly",
    ),
    (
        re.compile(
            r"ของเดือนเริ่มไตรมาส|(?:หลัง|จาก|วัน|เดือน)สิ้น(?:สุด)?ไตรมาส|ไตรมาสถัดไป|สิ้นสุด(?:ใน)?(?:แต่ละ)?ไตรมาส|ของแต่ละไตรมาส"
        ),
        "quarterly",
    ),
    (
        re.compile(
            rf"ของเดือนถัด(?:ไป|จาก(?!รอบ))|(?:หลัง|นับแต่|จาก)(?:วัน)?สิ้นเดือน(?!\s?(?:{THAI_MONTH}))"
        ),
        "monthly",
    ),
)

# Each pattern finds one of these; most clauses have none, and are told sooner by them
_SPANS = ("เดือน", "ไตรมาส", "ปี", "ภาค", "เทอม", "วันที่", "คม")

# …อย่างช้าวันที่ 13 กุมภาพันธ์ 2569 เพราะคณะกรรมการประชุมทุกไตรมาส | …ซึ่งที่ผ่านมาส่งเป็นรายไตรมาส
# ให้นำสมุดมาด้วย ส่วนค่าเครื่องนอนปีละ 200 บาท…
_ASIDE = re.compile(r"(?<=\s)(?:เพราะ|เนื่องจาก|เนื่องด้วย)(?!.*ขอ).*|ซึ่ง(?:ที่ผ่านมา|เดิม).*|\sส่วนค่า.*")
# ส่งสำเนางบทดลองรายเดือน ภายในวันที่ 29 สิงหาคม 2568: of the paper, which is sent once
_OF_THE_PAPER = re.compile(
    r"(?<=[ก-๎])(?<!เป็น)(?<!รายงาน)(?:ราย|ประจำ)\s?(?:เดือน|ไตรมาส|ปี)"
    rf"(?=(?:(?!เริ่ม|ตั้งแต่|แรก|ทุก|ถัดไป).)*(?:ภายใน|ไม่เกิน|ก่อน)วัน[ก-๎]{{0,8}}ที่\s?\d{{1,2}}\s?(?:{THAI_MONTH})\s?(?:พ\.ศ\.\s?)?2[45]\d\d)"
    r"(?!.*(?:เริ่ม|ตั้งแต่|แรก|ทุก|ถัดไป|ของเดือน|หลังจากนั้น))"
)


@lru_cache(maxsize=64)  # rules and judge ask of the same clauses
def find_frequency(text: str) -> Frequency | None:
    """How often a text asks for something; None if it does not say.

    >>> find_frequency("ให้รายงานเป็นรายไตรมาส"), find_frequency("ปีละ ๒ ครั้ง")
    ('quarterly', 'half_yearly')
    """
    if not any(one in text for one in _SPANS):
        return None
    plain = _OF_THE_PAPER.sub("", _ASIDE.sub("", arabic(text)))
    return next((often for pattern, often in _FREQUENCIES if pattern.search(plain)), None)
