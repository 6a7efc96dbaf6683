"""Names of government offices: how they begin, where an address follows, who sits in a seat."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extractors.text import table
from extractors.text.keywords import after_word, begins_with, that_may_begin
from pipeline.thai_digits import arabic

# Words that the name of an office begins with.
PREFIXES = table.column("office_words", "word")
_DISTRICTS = frozenset(table.column("bangkok_districts", "district"))
# Parts of a university or department: the name of the whole, on the next line, belongs to them.
PARTS = ("คณะ", "ภาควิชา", "สาขาวิชา", "กอง", "กลุ่ม", "ฝ่าย", "แผนก", "ศูนย์", "บัณฑิตวิทยาลัย", "วิทยาเขต")
# Words that may stand inside a name that is broken over two lines, never alone as an office.
UNFINISHED = ("และ", "ของ", "แห่ง", "เพื่อ", "ด้าน", "ประจำ", "จังหวัด", "อำเภอ", "ตำบล", "(", " ณ")

# seat (building) → what sits there; the rest of the name is kept
SEATS: tuple[tuple[str, str], ...] = (
    ("ศาลากลางจังหวัด", "จังหวัด"),
    ("ที่ว่าการอำเภอ", "อำเภอ"),
    ("สำนักงานเทศบาล", "เทศบาล"),
    ("สำนักงานองค์การบริหารส่วน", "องค์การบริหารส่วน"),
    ("ที่ทำการองค์การบริหารส่วน", "องค์การบริหารส่วน"),
    ("สนง.เทศบาล", "เทศบาล"),
    ("ที่ทำการ อบต", "อบต"),
    ("ที่ทำการอบต", "อบต"),
)

# Where the address begins: a word of it at the start of a token.
_ADDRESS = re.compile(
    r"(?<!เขต)(?<!\sณ)(?:^|\s)(?:สังกัด|สำนักงานใหญ่|วังจันทรเกษม|วังสราญรมย์|ทำเนียบ|ถนน|ถ\.|ซอย|ซ\.|ตรอก|หมู่|ม\.\s?[\d๐-๙]|เลขที่|ตำบล|ต\.|แขวง(?!ทางหลวง|การทาง|บำรุงทาง)|อำเภอ|อ\.|"
    # การไฟฟ้านครหลวง เขตบางใหญ่: a branch
    r"(?<!นครหลวง\s)เขต(?!\s*[\d๐-๙]|พัฒนา|พื้นที่|สุขภาพ|เศรษฐกิจ|ตรวจ|บริการ|อุตสาหกรรม)|จังหวัด|จ\.|กรุงเทพ|กทม|ศูนย์ราชการ(?:เฉลิม|จังหวัด|อำเภอ|$)|ตู้|อาคาร|ชั้น|[\d๐-๙]{1,4}/[\d๐-๙]|[\d๐-๙]{5}(?!\S)|"
    r"[\d๐-๙]{1,4}\s+(?:ถนน|ถ\.|หมู่|ซอย|ม\.)|โทร(?!ทัศน์|คมนาคม)|http|www|[ก-ฮ]{2}\s+[\d๐-๙]{5}|"
    # how it is reached, and whose register it stands in
    r"เว็บไซ[ตท]|อีเมล|ไปรษณีย์อิเล็กทรอนิกส์|เฟซบุ๊?ก|เพจ|ไลน์|สายด่วน|แฟกซ์|(?i:e-?mail|website|facebook|line(?=\s*(?:id|@|:))|tel\b|fax\b|call\s)|"
    r"(?:เลข)?ทะเบียน(?:เลข)?ที่|เลขประจำตัว|ใบอนุญาต(?:เลข)?ที่)"
)

# สำนักงานวัฒนธรรมจังหวัดน่าน │ศาลากลางจังหวัดน่าน: where it sits, behind a name
_HOUSED = re.compile(r"ศาลากลาง|ที่ว่าการอำเภอ|ศูนย์ราชการ|ค่าย|อาคาร|[\d๐-๙]{5}(?!\S)")
_SEATED = re.compile(r"\s(?:ศาลากลางจังหวัด|ที่ว่าการอำเภอ|อาคาร)")

# of people, and no part of an office: กลุ่มผู้ใช้น้ำ…, ศูนย์เด็กเล็ก…
_ASSOCIATION = re.compile(
    r"\s*กลุ่ม(?:ผู้(?!ป่วย|ตรวจ)|เกษตรกร|แม่บ้าน|ออม|สัจจะ|สตรี|ฮักเมือง|รัก|คน|ชาว|เพื่อน|ชาติพันธุ์|ประมงพื้นบ้าน|ธนาคาร|บริษัท|ฌาปนกิจ"
    r"|วิสาหกิจ|บริหารการใช้น้?ำ|บริหารจัดการน้?ำชุมชน|เลี้ยง|ปลูก|ทอ(?:ผ้า|เสื่อ)|จักสาน|หัตถกรรม|ศิลปิน|เยาวชน)"
)


# What kinds of offices are called, each of many
_KIND = (
    r"(?:จังหวัด|อำเภอ|เทศบาล(?:ตำบล|เมือง|นคร)?|ตำบล|โรงเรียน(?:บ้าน|วัด)?|โรงพยาบาล|กรม|กระทรวง|สำนักงาน|หน่วย(?:งาน|รับตรวจ)|"
    r"มหาวิทยาลัย|วิทยาลัย|คณะ|กอง|สำนัก|ศูนย์|องค์การบริหารส่วน(?:ตำบล|จังหวัด)?|เรือนจำ|ทัณฑสถาน|"
    r"สถานี(?:ตำรวจ)?|ศาล|วิทยาเขต|สหกรณ์|บริษัท|สมาคม|มูลนิธิ|ชมรม|วัด|ด่าน|สถาบัน|"
    r"สำนักงาน[ก-๎]{3,24}(?:อำเภอ|จังหวัด)|ภาควิชา|สาขาวิชา|สถานศึกษา|สถาบันอุดมศึกษา|ที่ทำการ|ที่ว่าการอำเภอ|ศูนย์ดำรงธรรม(?:อำเภอ|จังหวัด)|ฝ่าย|กลุ่ม(?:งาน)?|"
    r"โครงการ(?:ชลประทาน(?:จังหวัด)?|ส่งน้ำและบำรุงรักษา)|แขวงทางหลวง(?:ชนบท)?|หมวดทางหลวง|"
    r"สถานีตำรวจภูธร(?:อำเภอ)?|ตำรวจภูธร(?:จังหวัด|ภาค)|(?:ศูนย์พัฒนา|สถานพัฒนา)เด็กเล็ก|โรงพยาบาล(?:ส่งเสริมสุขภาพตำบล|ชุมชน|ทั่วไป)|"
    r"กองร้อย|กองพัน|กรมทหาร|มณฑลทหารบก|อบต\.?|อบจ\.?|รพ\.\s?สต\.?|สพป\.?|สพม\.?|กิ่งกาชาดอำเภอ|เหล่ากาชาดจังหวัด|ชุมชน|หมู่บ้าน)"
)
# a form's own words, with nothing filled in behind them: จังหวัด | เทศบาล/องค์การบริหารส่วนตำบล
UNNAMED = re.compile(rf"{_KIND}?(?:\s?(?:/|,|หรือ)\s?{_KIND})*")

PROVINCE = re.compile(r"\s*จังหวัด[ก-๎]+\s*")  # alone, where a line or a word is no more
# จังหวัด.....ตาก..... → จังหวัดตาก: what was written on the leaders of a form
_FILLED_IN = re.compile(r"(จังหวัด|อำเภอ|ตำบล|เทศบาล|โรงเรียน|โรงพยาบาล)[\s.…_]{2,}(?=[ก-ฮเ-ไ])")

# โรงพยาบาล.กลุ่มงาน: a dotted line under the words, read as a full stop between them
_DOT_FOR_SPACE = re.compile(r"(?<=[ก-๎]{4})\.(?=[ก-ฮเ-ไ][ก-๎]{2})")
_PUBLIC = re.compile(r"(จำกัด)\s*[^\s(ก-ฮ]?มหาชน\)")  # a bracket misread: จำกัด เมหาชน)
_IN_SHORT = re.compile(r"(?:^|[\s.(])[ก-ฮ]{1,4}\.$")  # สถ. | ก.จ. | มาตรการของกระทรวง พม.


# งานป้องกันและบรรเทาสาธารณภัย เทศบาลเมือง…: a small unit leads the office that it is of
_UNIT_OF = re.compile(r"\s*(?:งาน|ส่วน|หมวด)[ก-๎]+\s+(?P<whole>[ก-๎].*)")
# Words that begin as those of offices do: หนังสือรับรอง│สถานะพระภิกษุ | แผนก, of แผนการจัดหาพัสดุ
_NO_OFFICE = re.compile(
    r"\s*(?:สถาน(?:ะ|การณ์|ที่|ภาพ)|กรมธรรม์|หน่วยกิต|วัดผล|แผนการ|สภาพ|ศาลา(?!กลาง)|กลุ่ม(?:เป้าหมาย|ตัวอย่าง))"
)
# การยาสูบแห่งประเทศไทย: an enterprise of the state
_OF_THAILAND = re.compile(r"\s*การ(?!ประชุม|สัมมนา|แข่งขัน|ประกวด)[ก-๎]{3,24}แห่งประเทศไทย(?:\s|$)")


@lru_cache(maxsize=4_096)
def starts_office(text: str) -> bool:
    """Whether a line begins like the name of an office, one letter in ten misread at most.

    >>> starts_office("ไปรษณีย์ไทย จำกัด"), starts_office("ไปรษณีย์อิเล็กทรอนิกส์ saraban@example.go.th")
    (True, False)
    """
    if "@" in text or _NO_OFFICE.match(text):
        return False
    if _OF_THAILAND.match(text):
        return True
    may_begin = that_may_begin(text, PREFIXES)
    return any(after_word(text, word, loose=len(word) > 5) is not None for word in may_begin)


def whole_of_unit(text: str) -> int | None:
    """Where the office begins that a small unit leads; None where none does.

    >>> text = "งานธุรการ เทศบาลตำบลดอนแก้ว"
    >>> text[whole_of_unit(text):], whole_of_unit("งานวันเด็กแห่งชาติ ประจำปี ๒๕๖๘")
    ('เทศบาลตำบลดอนแก้ว', None)
    """
    found = _UNIT_OF.match(text)
    return found.start("whole") if found and starts_office(found["whole"]) else None


def has_address(text: str) -> bool:
    """Whether an address, or the building that an office sits in, stands in the text.

    >>> has_address("ศาลากลางจังหวัดน่าน"), has_address("บริษัท ท่าอากาศยานไทย จำกัด (มหาชน)")
    (True, False)
    """
    return _ADDRESS.search(text) is not None or _HOUSED.search(text) is not None


def is_part(text: str) -> bool:
    """Whether the office is a part of a greater one that is named next to it."""
    return begins_with(text, PARTS, loose=False) and _ASSOCIATION.match(text) is None


def name_end(text: str, start: int = 0) -> int:
    """Where the name of an office ends in `text` and its address begins.

    >>> text = "กรมการปกครอง ถนนอัษฎางค์ กทม. ๑๐๒๐๐"
    >>> text[: name_end(text)]
    'กรมการปกครอง'
    """
    beginning = re.match(r"\s*\S+", text[start:])
    first = start + (beginning.end() if beginning else 0)
    found = (pattern.search(text, first) for pattern in (_ADDRESS, _SEATED))
    return min((one.start() for one in found if one), default=len(text))


def is_address(text: str) -> bool:
    """Whether a line is an address from its first word on.

    >>> is_address("ถนนอัษฎางค์ กทม. ๑๐๒๐๐"), is_address("ลาดยาว จตุจักร"), is_address("จตุจักร")
    (True, True, False)
    """
    found = _ADDRESS.search(text)
    return (found is not None and not text[: found.start()].strip()) or _is_in_bangkok(text)


def _is_in_bangkok(text: str) -> bool:
    """Whether a line is a place and the district of Bangkok it lies in, each by its bare name."""
    place, *district = text.split()[:3] or [""]
    bare = len(district) == 1 and re.fullmatch(r"[ก-๎]{3,}", place) is not None
    return bare and district[0] in _DISTRICTS and not starts_office(place)


def without_leaders(text: str) -> str:
    """A text without the points behind it, but for that of an abbreviation.

    >>> without_leaders("กองคลัง ....."), without_leaders("ฐท.สส.")
    ('กองคลัง', 'ฐท.สส.')
    """
    return text if _IN_SHORT.search(text) else text.rstrip(" .…")


def office_name(text: str) -> str:
    """The office meant: spaces single, digits Arabic, the body that sits in a building for it.

    >>> office_name("ศาลากลางจังหวัดน่าน"), office_name("ทีว่าการอำเภอเวียงสา")
    ('จังหวัดน่าน', 'อำเภอเวียงสา')
    """
    text = arabic(text)
    text = _FILLED_IN.sub(r"\1", text)
    text = _DOT_FOR_SPACE.sub(" ", text)
    text = _PUBLIC.sub(r"\1 (มหาชน)", text)
    name = " ".join(re.sub(r"[.…_]{2,}", " ", text).split()).strip(" ,:;-–").lstrip("./ ")
    name = without_leaders(name)
    for seat, body in _seats():
        found = seat.match(name)
        if found and len(name) > found.end():
            return body + name[found.end() :]
    return name


@cache
def _seats() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The seats as patterns: the mark over a letter is easily lost (ทีทำการ)."""
    return tuple((re.compile(re.sub("([่้๊๋])", r"\1?", seat)), body) for seat, body in SEATS)
