"""Who is a person: titles, ranks, and where a name ends.

A Thai name in a letter is a title, a first name and a surname (นายสมชาย ใจดี). What begins like a
title may yet be an office (นายอำเภอ, นายแพทย์สาธารณสุขจังหวัด).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractors.text.table import column

_WOMAN = r"(?:\s?หญิง)?"


def _alternatives(words: tuple[str, ...]) -> str:
    """The words as one pattern, the longest first; a space may follow each dot inside."""
    spelt = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\.", r"\.\s?") for word in spelt)


_SPECIAL = r"(?:\s?\(\s?พิเศษ\s?\))?"  # พันเอก (พิเศษ): the rank of those who await the next
_TITLES = re.compile(rf"(?:(?:{_alternatives(column('titles', 'title'))}){_WOMAN}{_SPECIAL}\s*)+")
_OFFICES = re.compile("|".join(re.escape(word) for word in column("offices_like_titles", "prefix")))
# นายช่าง มั่นคง: words of posts that are given names too, if one word alone follows and names no work
_GIVEN_NAMES = r"ช่าง|ทหาร|เวร|ด่าน|ตรวจ|สถานี"
_NAMED_LIKE_A_POST = re.compile(rf"นาย(?:{_GIVEN_NAMES})\s+(?P<surname>[ก-ฮเ-ไ][ก-๎]{{2,}})")
_OF_WORK = re.compile(
    r"โยธา|ไฟฟ้า|สำรวจ|เครื่อง|ชลประทาน|รังวัด|รถไฟ|ชำนาญ|ปฏิบัติ|อาวุโส|ประจำ|รักษา|ศุลกากร|เทคนิค|เขียนแบบ|ศิลป์|"
    r"ผู้|สัญญาบัตร|ประทวน|ติดต่อ|เวร|แขวง|หมวด|ภาษี|ตรวจ|สื่อสาร|พัสดุ|การเงิน|กรรมการ|หัวหน้า|ทุก|คนที่"
)
_POSTS = tuple(column("positions", "head"))
# A post that says nothing without the office on the next line.
_BARE_POST = re.compile(
    r"(?:.*\s)?(?:รอง|ผู้ช่วย)?(?:ผู้อำนวยการ|เลขาธิการ|อธิบดี|หัวหน้า|คณบดี|ปลัด|ประธาน|ผู้จัดการ(?:สาขา)?|เลขานุการ)"
)
# อ.เอกชัย ดวงตา: อาจารย์ if two words alone follow; อ.สันทราย เชียงใหม่ is a district
_TEACHER = re.compile(
    r"อ\.\s?[ก-ฮเ-ไ][ก-๎]+\s+(?:[ก-ฮเ-ไ][ก-๎]{0,4}\s+)?(?P<surname>[ก-ฮเ-ไ][ก-๎]+)"
)  # อ.เหงียน ถิ มาย, too
_PROVINCES = frozenset(column("provinces", "name_th"))
# นายุบุญมี: no name begins with a mark above or below a letter; it is a fleck of the paper
_STRAY_MARK = re.compile(r"(?:(?<=^นาย)|(?<=^นาง)|(?<=^นางสาว))[ัิ-ฺ็-๎]+(?=[ก-ฮเ-ไ])")
_WORKPLACE = re.compile(r"(?:โรงพยาบาล|ประจำ|สำนักงาน|ศูนย์|สถานี|โรงเรียน|เทศบาล)[ก-๎]*$")
_NAMES_OF_ONE_WORD = ("พระครู",)  # พระครูวิมลธรรมคุณ เจ้าอาวาส…: the rank gives the name whole
_OF_A_RANK = re.compile(r"พระ(?:ครู|มหา|อธิการ|ใบฎีกา|สมุห์|ปลัด|ราช|เทพ|ธรรม|พรหม)?[ก-๎]{4}")
# ร.น., behind the name of who is of the navy
_OF_THE_NAVY = re.compile(r"ร\.\s?น\.?|รน\.?")
_SIGNED_ON = re.compile(r"[\s.…_]*(?:\.{2}|[…_])$")  # ร.ต.ท........
_SIGN_HERE = re.compile(r"\(?\s*(?:ลงชื่อ|ลงนาม)\s*\)?[\s.:…]*(?=[ก-ฮเ-ไ])")  # (ลงชื่อ) พันโท
_COMMA_FOR_DOT = re.compile(r"(?<=[ก-ฮ]),(?=[ก-ฮ]|$)")  # พ.ต.อ, of a worn print
_LONG_TITLE = 6  # letters
_SPECKS = " .…,'’“”|~·–—-"  # read before a rank: of a seal, of a pen's end
_COMMA = re.compile(r",(?=\s)")
_OF_A_MONK = re.compile(
    r"(?:[ปนธบ]\.ธ\.?\s?(?:[\d๐-๙]+|เอก|โท|ตรี)?|พธ\.[บมด]\.|,\s?(?:(?:ผศ|รศ|ศ)\.\s?)?ดร\.)(?=\s|$)"
)  # ป.ธ.๖ | , รศ.ดร.
# ฐิตธมฺโม, behind the name of a monk: Pali, with the dot below or an ending no Thai word has
_PALI = re.compile(r"(?!เจ้า|ผู้|รอง)[ก-๎]*(?:ฺ[ก-๎]+|ํ[ก-๎]+|โ[กขคจชตทธนปมยรลวส])")
# คุณตรี ใจเย็น: if two words alone follow, and the first is no quality
_CALLED = re.compile(r"คุณ\s?(?!ภาพ|วุฒิ|ลักษณ|ธรรม|ค่า|ประโยชน์|สมบัติ|หญิง)[ก-ฮเ-ไ][ก-๎]+\s+[ก-ฮเ-ไ][ก-๎]+")
# พระโท ธมฺมโชโต: any word behind พระ, if a name in Pali follows
_MONK = re.compile(
    r"พระ(?!ราช|บรม)[ก-๎]{2,24}\s+(?!เจ้า|ผู้|รอง)[ก-๎]*(?:ฺ[ก-๎]+|[ก-ฮะ-ู]โ[กขคจชตทธนปมยรลวส])(?=[\s(]|$)"
)
# พระราชวชิรธรรมคณี: the name that comes with a high rank is one word, told by how it ends
_HIGH_MONK = re.compile(
    r"พระ(?:ราช(?!บัญญัติ|กฤษฎีกา|กำหนด|ทาน|ดำ|นิเวศน์|วัง)|เทพ|ธรรม|พรหม|ศรี|วิสุทธิ|ปริยัติ|โสภณ|อุดม|สิริ|ญาณ|กิตติ|เมธี|สุธรรม|มงคล|วชิร|ปัญญา|รัตน)[ก-๎]{2,24}"
    r"(?:คณี|คุณี|เมธี|โมลี|มุนี|วิมล|โสภณ|าจารย์|คุณ|ดิลก|กวี|สุนทร|ญาณ|เวที|นายก|เถระ?|ภรณ์|โกศล|วิสุทธิ์|โสภิต|าธิการ|สิทธิ์?|บัณฑิต|วิธาน|รังษี|รังสี"
    r"|ประสุต|วงศ์|พิพัฒน์|วัฒน์|รักษ์|นิเทศก์?|วิเทศ|มงคล|าภิรักษ์|วาที|สาร|ธาดา|วราลังการ)(?=$|[\s(,])"
)
_LATIN_NAME = re.compile(r"(?:[A-Z][A-Za-z.'-]*\s){2}[A-Z][a-z'-]+")
_LATIN_POST = re.compile(  # Mr. John Smith Director
    r"Direct|Manag|Head|Chief|Officer|Consul|Expert|Presid|Chair|Prof|Advis|Teach|Lectur|Secret|Engin|Vice|Senior"
)
_NAME_WORD = re.compile(r"[ก-ฮเ-ไ][ก-๎]*(?:-[ก-ฮเ-ไ][ก-๎]*)?(?:\([ก-๎]+\))?|[A-Z][A-Za-z.'-]*")


@dataclass(frozen=True, slots=True)
class Person:
    """A name with its title, and what follows it (most often a position, or nothing)."""

    name: str
    rest: str


def is_person(text: str) -> bool:
    """Whether the text begins with a person's title.

    >>> is_person("นางสาวสมศรี ใจดี"), is_person("นายอำเภอ ทุกอำเภอ")
    (True, False)
    """
    return split_person(text) is not None


@lru_cache(maxsize=256)  # several rooms ask of the same lines
def split_person(text: str) -> Person | None:
    """Part a name from what follows it; None if the text does not begin with a person's title.

    >>> split_person("นายสมชาย  ใจดี ปลัดอำเภอ")
    Person(name='นายสมชาย ใจดี', rest='ปลัดอำเภอ')
    >>> split_person("พ.ต.อ. วิชัย ณ อยุธยา").name
    'พ.ต.อ. วิชัย ณ อยุธยา'
    >>> is_person("นายช่าง มั่นคง"), is_person("นายช่าง โยธา")
    (True, False)
    """
    text = _STRAY_MARK.sub("", text.strip())
    if monk := _MONK.match(text) or _HIGH_MONK.match(text):
        degree = _OF_A_MONK.match(text[monk.end() :].strip())  # ป.ธ.๖
        apart = "" if degree and degree.group().startswith(",") else " "
        name = f"{monk.group()}{apart}{degree.group().strip()}" if degree else monk.group()
        rest = text[monk.end() :].strip()[degree.end() if degree else 0 :].strip()
        return Person(" ".join(name.split()), rest)
    if _OFFICES.match(text):
        return Person(" ".join(text.split()), "") if _is_named_like_a_post(text) else None
    teacher = _TEACHER.fullmatch(text)
    if teacher and teacher["surname"] not in _PROVINCES:
        return Person(" ".join(text.split()), "")
    if _CALLED.fullmatch(text):
        return Person(" ".join(text.split()), "")
    title = _TITLES.match(text)
    if not title:
        return None
    words = _COMMA.sub(" ,", text[title.end() :]).split()  # นายเอก มั่นคง, ปลัดอำเภอ
    if not words or not _NAME_WORD.fullmatch(words[0]):
        return None
    if len(words) == 1 and _WORKPLACE.match(words[0]):
        return None  # เภสัชกรโรงพยาบาล: a post
    length = 1
    alone = title.group().strip() in _NAMES_OF_ONE_WORD
    alone = alone and not _PALI.fullmatch(" ".join(words[1:2]))
    if len(words) > 1 and _NAME_WORD.fullmatch(words[1]) and not alone:
        length = 3 if words[1] == "ณ" and len(words) > 2 else 2
        length = 4 if words[2:3] == ["ณ"] and len(words) > 3 else length  # ประทีป ณ ถลาง
    if (
        length == 2
        and _LATIN_NAME.fullmatch(" ".join(words[:3]))
        and not _LATIN_POST.match(words[2])
    ):
        length = 3  # Mrs. Mary Ann Brown
    if length > 1 and _OF_A_MONK.fullmatch(" ".join(words[length : length + 1])):
        length += 1
    if length > 1 and _OF_THE_NAVY.fullmatch(" ".join(words[length : length + 1])):
        length += 1
    name = " ".join(" ".join([title.group() + words[0], *words[1:length]]).split())
    learned = _OF_A_MONK.match(", " + " ".join(words[2:])) if words[1:2] == [","] else None
    if alone and length == 1 and learned:  # พระครูวิมลธรรม, ดร.
        rest = " ".join(words[2:])[learned.end() - 2 :]
        return Person(f"{name}{learned.group()}", rest.lstrip(", "))
    return Person(name, " ".join(words[length:]).lstrip(", "))


def _is_named_like_a_post(text: str) -> bool:
    named = _NAMED_LIKE_A_POST.fullmatch(text)
    return named is not None and not _OF_WORK.match(named["surname"])


def is_title(text: str) -> bool:
    """Whether a text is a title or rank and no more: พลตำรวจเอก, above the name of who signs.

    >>> is_title("ร.ต.ท..........."), is_title(". พันตรี"), is_title("ร.ต.ท. สมชาย")
    (True, True, False)
    >>> title_alone("นาว่าเอก"), title_alone("พลตรึ"), title_alone("(ลงชื่อ) พันโท")
    ('นาวาเอก', 'พลตรึ', 'พันโท')
    >>> title_alone("พ.ต.อ,")
    'พ.ต.อ.'
    """
    return _TITLES.fullmatch(title_alone(text)) is not None


def title_alone(text: str) -> str:
    """A text without the dots on which somebody signs behind it, and the word that bids him to; a
    rank in short keeps its own dots."""
    text = _SIGN_HERE.sub("", text.strip().lstrip(_SPECKS), count=1)
    text = _COMMA_FOR_DOT.sub(".", text)
    bare = _SIGNED_ON.sub("", text)
    bare = _by_letters().get(_without_marks(bare), bare) if not _TITLES.fullmatch(bare) else bare
    return f"{bare}." if bare != text and _TITLES.fullmatch(f"{bare}.") else bare


def _without_marks(text: str) -> str:
    return re.sub("[ั็-์]", "", text)


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, str]:
    """The longer titles by their letters without marks, one of which print may lose or gain:
    นาว่าเอก."""
    titles = (one for one in column("titles", "title") if "." not in one)
    return {_without_marks(one): one for one in titles if len(one) >= _LONG_TITLE}


def without_title(name: str) -> str:
    """A name without its titles and ranks.

    >>> without_title("ว่าที่ร้อยตรี สมชาย ใจดี"), without_title("สมชาย ใจดี")
    ('สมชาย ใจดี', 'สมชาย ใจดี')
    """
    title = _TITLES.match(name)
    return name[title.end() :].strip() or name if title else name


def is_signed_bare(text: str, below: str) -> bool:
    """Whether a line is a name in full above a post, as a signature without brackets is.

    >>> is_signed_bare("พ.ท.หญิง อัญชลี พูนผล", "หน.กกบ.มทบ.๔๒")
    True
    >>> is_signed_bare("พระครูวิมลธรรม", "เจ้าอาวาสวัดดอนงาม")
    True
    >>> is_signed_bare("นายเอก มั่นคง", "ตำแหน่ง นักวิชาการเกษตร")
    True
    """
    person = split_person(text)
    if person is None or person.rest:
        return False
    label = below.strip().startswith("ตำแหน่ง")  # of a form, the post written in behind it
    below = below.strip().removeprefix("ตำแหน่ง").strip(" .…:")
    whole = _OF_A_RANK.match(person.name) or not is_given_name_only(person.name)
    return bool(whole) and (is_post(below) or (label and not below))


def is_given_name_only(name: str) -> bool:
    """Whether a name lacks its surname: นายสมชาย."""
    title = _TITLES.match(name)
    return len(name[title.end() if title else 0 :].split()) == 1


def is_post(text: str) -> bool:
    """Whether a text begins like the title of a post.

    >>> is_post("อธิบดีกรมการปกครอง"), is_post("กองคลัง")
    (True, False)
    """
    return text.strip().startswith(_POSTS)


def is_bare_post(text: str) -> bool:
    """Whether a text ends in a post without its office: รองผู้อำนวยการ."""
    return _BARE_POST.fullmatch(text.strip()) is not None
