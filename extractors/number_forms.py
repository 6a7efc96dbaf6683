"""How the number of a letter or order is written: the patterns, a real form beside each.

All patterns run over text with Arabic digits. The parts of a number follow the regulation on
correspondence (งานสารบรรณ, B.E. 2526), annex 1; offices write more than it foresees.
"""

from __future__ import annotations

import re

# มท | สตช | ม.อ. | MOI | พิเศษ
_CODE = r"(?P<code>(?!ว\.?\s*\d)[ก-ฮ](?:\.?[ก-ฮ]){0,3}(?:\s?\.)?(?![ะ-ฺเ-๎])|พิเศษ|[A-Z]{2,6}\.?)"
_BRACKET = r"(?:\s*\(\s*(?P<bracket>[ก-ฮ][ก-์.\s]{0,11})\))"  # กค (กวจ) 0405.2
_UNIT = (
    r"(?P<unit>\d{1,5}"
    r"(?:\s?\.\s?\d{1,5}"  # 0302.4 | 69.5.1 | 0527.01.01
    # 0605.11(2) | 0022(ชม).7(11) | 0015.(กส)11: a branch in a province
    r"|\s?\.?\s?\((?!\s*ว)[\dก-ฮ.]{1,6}\)(?:\d{1,3}(?!\d))?"
    r"|-\d{1,3}(?=\s*/)"  # 55720-14/231: a branch of an enterprise
    r"|(?<=\d)\s?\.?(?!ว)[ก-ฮ]{2}(?=\s*/)"  # 0056 ชม/123, 0031.ลพ/ว 61: the province of an office
    r")*)(?:\s?\.)?"  # 04170./2117: a stray dot
)
# 0033/รพ.2/477: a part of letters before the last slash
_PARTS = (  # or 0033/รพ.สต.12/218
    r"(?P<parts>(?:\s*/\s*(?!ว[\s.\d(])(?:[ก-ฮ]{1,4}(?:\s?\.)?\s?){1,3}\d{0,4}(?:\.\d{1,3})*(?=\s*/)"
    r"|\s*/\s?(?!ว[\s.\d(])[ก-ฮเ-ไ][ก-๎]{1,9}\.?(?=\s*/))*)"  # 04001/เวช/12
)
# ว | ว. | ว(ล)
_CIRCULAR = r"(?P<circular>ว(?:\s?\.)?(?:\s*\(\s*(?P<series>[ก-ฮ]{1,3})\s*\))?(?![ก-๎]))"
_RUNNING = r"(?P<running>\d{1,7})(?!\d)"
# /เวช 45: a section by its name
_SECTION = (
    r"(?!(?:ลง)?วันที่|ลว|เมื่อ|เลขที่|เดือน|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)"
    r"(?:[ก-ฮ]{1,4}\.){0,3}[ก-ฮเ-ไ][ก-๎]{1,9}\.?\s?"
)
# สมย.(ปบ) 1128/2567 | ชม.2 40716: a branch of an enterprise, its section or own number behind it
_BRANCH = r"(?!ว)[ก-ฮ]{2,4}\s?\.?\s?(?:\([ก-ฮ.]{1,6}\)\s?|\d{1,2}\s)(?=\d{2})"
# /IT-214 | /HR 12: of a section with Latin letters | /ผบ-41/2567: with a hyphen behind Thai ones
_LATIN = r"(?:[A-Z]{1,6}(?:\s?[-.]\s?|\s)?|(?!ว-)[ก-ฮ]{1,4}-)"
# /2561 | /ชม.2345, /ภ.042: a branch before the running number | /ล 41: a secret letter, /พ 207: of
# supplies | /0871/2567 | /417(ป): a court's
_OWN_RUNNING = (
    rf"(?P<running>(?:{_BRANCH}|(?!ว)[ก-ฮ]{{2,3}}\s?\.?\s?|(?!ว)[ก-ฮ](?:\.\s?|\s)|{_SECTION}|{_LATIN})?\d{{1,7}}(?!\d)"
    r"(?:/2[45]\d\d(?!\d))?(?:\([ก-ฮ]\))?|พิเศษ)"
)
# ที่ พิเศษ/2567, of a school; before leaders its number is still to come
SPECIAL = re.compile(r"พิเศษ\s?/\s?(?:\d{1,5}\s?/\s?)?2[45]\d\d(?![\d.…]{2}|\d)")
TAIL = rf"{_PARTS}\s*/[^\S\n]*(?:{_CIRCULAR}\s*)?(?:{_OWN_RUNNING})?"
_YEAR = r"(?P<year>2[4-6]\d\d|\d\d)(?![\d/])"

LETTER = re.compile(rf"{_CODE}{_BRACKET}?\s*{_UNIT}{TAIL}")  # กษ 0302.4/ว 2561 | ยล 54201/
# กษ 0302.4/ว 2561 with nothing out of the ordinary; its groups, joined, are its key
REGULAR = re.compile(
    r"(?!ว)([ก-ฮ]{2,3}) ?([0-9]{4,5}(?:\.[0-9]{1,3}){0,2}/)(ว)? ?([1-9][0-9]{0,5})"
)
NO_SLASH = re.compile(  # ศธ 04056.12 | วท 2.1017, but not ลว. 12 พ.ย.
    rf"{_CODE}{_BRACKET}?\s*(?=\d{{4,5}}(?!\d)|\d{{1,5}}\s?\.\s?\d){_UNIT}(?![\d/(]|\s?\.\s?\d)"
)
# 0022.112/2904 | 0001(ปป)/987 | 0009.231/ว 99
NO_CODE = re.compile(rf"(?=\d{{4}}\s?[.(]|0\d{{3}}\s?/){_UNIT}{TAIL}(?<![/\s])")
CIRCULAR_ALONE = re.compile(r"\s*ว(?!ัน)")  # /ว, and what was written behind it was not read
CIRCULAR_ONLY = re.compile(r"ว\s?\.?\s?(?P<running>\d{1,5})(?![\d/])")  # หนังสือเวียนที่ ว 45
ORDER = re.compile(  # 84/2562 | ว 567/2566: a circular of an office that counts by the year
    rf"(?:(?P<circular>ว)\s?\.?\s?)?(?P<running>\d{{1,5}})\s*/\s*{_YEAR}"
)

# A form that the regulation does not know, where a number must stand:
# ธกส.นม./045/2566 | สภ.01/09/0442 | ทอท. ทหญ. 158/2569
_ATOM = r"(?:\d++|[ก-ฮ]{1,6}+(?![ะ-ฺเ-๎])|[A-Za-z]{1,8}+|\([\dก-ฮA-Z.]{1,8}\))"  # eb-มก.12/2567, too
_JOINT = (
    r"(?:\s?\.(?:\s(?=[\d(]|ว\s?\.?\s?\d|[ก-ฮ]{2,5}\.\s?\d))?|(?<=[ก-ฮ.)A-Z])\s(?=[\d(])|(?<=[ก-ฮ]\.\d)\s(?=\d{1,6}\s?/)"
    r"|(?<=/[ก-ฮ]{2})\s(?=ว\s?\d)|(?<=/[ก-ฮ]{3})\s(?=ว\s?\d)"  # ยล 0033.3/ยศ ว 15
    r"|(?<=\d)\s(?=\([ก-ฮ.]{1,6}\)\s?\d)"  # กฟท.ข 4 (สบ) 2073/2569
    r"|(?<=\d)\s(?=[ก-ฮ]{1,5}\.)|(?<=[ก-ฮ.])\s(?=[ก-ฮ]{1,4}[.\d(]))?"  # ปณท ลค.(ร)/3012
)
_ATOMS = rf"{_ATOM}(?:{_JOINT}{_ATOM})*+\.?"
_WORDED = (  # เครือข่าย 4/2566 | รพ.ดอยงาม 12/2567
    r"(?:[ก-ฮ]{1,4}\.){0,3}[ก-ฮเ-ไ][ก-๎]{2,14}\.?\s(?:[ก-ฮ]{1,4}\.\s)?(?=\d{1,5}\s{0,3}/\s{0,3}2[45]\d\d(?!\d))"
)
# กฟภ. น.3 (ลบ.) ปบ. 771/61 | ธอ.ภ8 (กธ) 077/2562 | กฟผ. จ-ปส. 118/2563 | ทซม. HR 031/2568: an
# enterprise's own abbreviations of its units, then what it counts by the year
_SECTION_CODE = (
    r"(?:(?:[ก-ฮ]{1,5}+(?![ะ-ฺเ-๎])|[A-Z]{1,5}+(?![a-z]))\.?(?:\d{1,2}(?![\d/.]))?|\([ก-ฮ.\d]{1,7}\))"
)
_UNITS = (
    rf"(?!\(){_SECTION_CODE}(?:[\s-]?{_SECTION_CODE}){{1,5}}\s{{1,2}}"
    r"(?=\d{1,6}\s?/\s?(?:2[45])?\d\d(?![\d/]))"
)
ANY = re.compile(
    rf"(?P<any>(?:{_WORDED}|{_UNITS})?{_ATOMS}(?:[^\S\n]{{0,3}}[/-][^\S\n]{{0,3}}"
    rf"(?:{_SECTION}(?=[\d/]))?(?:{_ATOMS}|(?<=[ก-๎.])(?=/)))*+)(?![ก-๎])"
    r"(?!\s{0,3}/\s?\d)"
)

# In running text: a code with a unit of four or five digits and a slash needs no word before it;
# what follows is guarded so that ปี 2564/65 or ม.5 1234/5 are not taken for numbers.
FOUND_LETTER = re.compile(rf"(?<![ก-๎A-Za-z\d.])(?:(?P<at>ที่)\s*)?{_CODE}{_BRACKET}?\s*{_UNIT}{TAIL}")
# What is counted by the year and is no paper: ครั้งที่ 1/2564, เลขที่ 12/2564, ภาคการศึกษาที่ 1/2567
_COUNTED = (
    *(
        "ครั้ง",
        "ดำ",
        "แดง",
        "อาญา",
        "คดี",
        "เลข",
        "ฉบับ",
        "ไตรมาส",
        "ร้องเรียน",
        "ร้องทุกข์",
        "รุ่น",
        "วาระ",
        "สมัย",
        "ข่าว",
        "รอบ",
        "งวด",
    ),
    *(
        "ระยะ",
        "เล่ม",
        "ภาคเรียน",
        "การศึกษา",
        "การเรียน",
        "ภาค",
        "เทอม",
        "ปี",
        "สัปดาห์",
        "ชุด",
        "ผลัด",
        "หลักสูตร",
    ),
)
FOUND_ORDER = re.compile(  # ที่ 84/2562
    "".join(f"(?<!{word})" for word in _COUNTED)
    + r"ที่\s*(?P<number>(?:ว\s?)?\d{1,5}\s*/\s*2[4-6]\d\d)(?![\d/])"
)
AFTER_KEYWORD = re.compile(rf"(?<!ครั้ง)(?<!เลข)(?<!ดำ)(?<!แดง)ที่[\s.…]*(?P<number>{LETTER.pattern})")
# หนังสือ ตร. ที่ 0007.34/4871: the office says whose the number is
FOUND_NO_CODE = re.compile(rf"(?<!ครั้ง)(?<!เลข)(?<!ดำ)(?<!แดง)ที่[\s.…]*(?P<number>{NO_CODE.pattern})")

# หนังสือสำนักงาน ก.ค.ศ. ว 3/2567: a circular counted by the year needs no ที่
FOUND_YEARLY = re.compile(r"(?<![ก-๎.])(?P<number>ว\s?\d{1,4}\s*/\s*2[45]\d\d)(?![\d/])")
# … ที่ 99/2565 และ 100/2565 | … ที่ ศธ 0206.4/ว 18 และ ว 19: what the second leaves out is the first's
ALSO = re.compile(
    r"\s*(?:,|และ|กับ|รวมทั้ง)\s*(?:ที่\s*)?(?P<number>(?P<running>\d{1,5})\s*/\s*(?P<year>2[45]\d\d)(?![\d/])"
    r"|ว\s?(?P<circular>\d{1,5})(?![\d/]))"
)
# … ลงวันที่ ๓ มกราคม ๒๕๖๖ และ ว 19 ลงวันที่ … | …, 100/2565 ลงวันที่ …: the same, its date between
DATED = re.compile(r"\s*,?\s*(?:ฉบับ)?(?:ลงวันที่|ลว\.?|ลง)\s*[.…]*\s*\d")
FOUND_SHORT = re.compile(
    r"(?:(?<=\d)|(?<=[\d.]\s)|(?<=,)|(?<=,\s)|(?<=และ)|(?<=และ\s)|(?<=กับ)|(?<=กับ\s))"
    r"(?P<number>(?P<running>\d{1,5})\s*/\s*(?P<year>2[45]\d\d)(?![\d/])|ว\s?(?P<circular>\d{1,5})(?![\d/]))"
    r"(?=\s*,?\s*(?:ฉบับ)?(?:ลงวันที่|ลว\.?|ลง)\s*[.…]*\s*\d)"
)
# หนังสือ … ที่ (a number of any form) ลงวันที่ ๒ …: what stands between is the number
FOUND_ANY = re.compile(
    rf"(?<!ครั้ง)(?<!ดำ)(?<!แดง)(?<!อาญา)(?<!คดี)(?<!วัน)(?<!ฉบับ)(?<!รอบ)(?<!งวด)ที่\s+{ANY.pattern}"
    r"(?=\s*,?\s*(?:ฉบับ)?(?:ลงวันที่|ลว\.?|ลง)\s*[.…]*\s*\d)"
)

# As a person types it to find a letter
TYPED_CIRCULAR = re.compile(rf"\s*(?:ที่\s*)?(?:(?P<unit>\d[\d.]*)\s*/\s*)?{_CIRCULAR}\s*{_RUNNING}")
TYPED_UNIT = re.compile(rf"\s*(?:ที่\s*)?(?P<unit>\d[\d.]*)\s*/\s*{_RUNNING}")
TYPED_RUNNING = re.compile(rf"\s*{_RUNNING}")
