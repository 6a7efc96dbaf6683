"""What the words of a contact say: telephones, who is to be rung, and of what office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.head.memo import begins_unit
from extractors.phones import find_phones
from extractors.record import Contact
from extractors.text.clauses import tidy
from extractors.text.electronic import find_emails
from extractors.text.offices import without_leaders
from extractors.text.people import is_given_name_only, is_person, is_post, split_person
from pipeline.layout import join_wrapped

_FAX = r"(?:โทรสาร|แฟ[กค]ซ์?|แฟ็กซ์|Fax\.?)"
PHONE = (
    r"(?:โท[ุู]?ร(?:ศัพท์)?(?!สาร|ทัศน์|คมนาคม|มาตร)(?:มือถือ)?|มือถือ|สายด่วน"
    r"|IP[- ]?Phone|VoIP|Tel(?:ephone)?\.?|[☎☏✆])"
)
_OFFICER = (
    r"(?:(?:เจ้าหน้าที่)?ผู้ประสาน(?:งาน)?|ผู้ติดต่อ(?=\s*:)"
    r"|เจ้าหน้าที่(?:ผู้)?(?:รับผิดชอบ|ประสานงาน)|ผู้รับผิดชอบ|เจ้าของเรื่อง)"
)
_MAIL = r"(?:ไปรษณีย์อิเล็กทรอนิกส์|อีเมล์?|E-?\s?mail)"
# Each word opens what follows it, up to the next word.
WORDS = re.compile(
    rf"(?P<both>{PHONE}\s*[./]*\s*(?:/|และ)\s*{_FAX})|(?P<fax>{_FAX})|(?P<phone>{PHONE})"
    rf"|(?P<officer>{_OFFICER})|(?P<mail>{_MAIL})|(?P<line>(?:LINE|ไลน์)\s*(?:ID)?)",
    re.IGNORECASE,
)
_OWN_PHONE = 9  # characters of a telephone that stands behind an officer's name
# What offices call those who are rung besides: ทีมกฎหมาย | พนักงานสอบสวนเวร | โครงการฝึกภาคปฏิบัติ
_TEAM = re.compile(
    r"\s*(?:ทีม|โครงการ|ด้าน(?=[ก-๎])|พนักงานสอบสวน|ร้อยเวร|ร้อยตำรวจเวร|เวร|พิสูจน์หลักฐาน|ห้อง|คลินิก|ชุด|กองบรรณาธิการ|ศูนย์|ตึก|เคาน์เตอร์|กิ่งกาชาด|ธุรการ|เลขานุการ)"
)
_IN_BRACKETS = re.compile(r"[\d๐-๙]\s*\((?P<name>[ก-๎][ก-๎. ]+)\)\s*$")
_GOES_ON = re.compile(r"(?:หรือ|และ)(?:ทาง)?\s*$")  # แผนกผู้ป่วยนอกหรือทาง│โทรศัพท์: a sentence
_CREDIT = re.compile(r"\s*:\s*(?:ข่าว|ภาพ|รายงาน|เรียบเรียง).*$")  # สำนักงาน… : ข่าว / ภาพ
# คลังเลือด ภาควิชาพยาธิวิทยา: a desk before the unit that it is of
_DESK_OF = re.compile(r"[ก-๎]{3,25}\s+(?P<whole>[ก-๎][ก-๎ ]{3,50})")
_DESK = re.compile(r"[ก-๎]{4,30}")
# สำเนาส่ง กองคลัง | ติดต่อ งานพัสดุ: what is done, no name
_NO_DESK = re.compile(
    r"(?:สำเนา|ส่ง|แจก|เรียน|ถึง|ติดต่อ|สอบถาม|ประสาน|หมายเหตุ|อ้างถึง|โดย|ทาง|ที่|และ|หรือ|ขอ|จึง|วันที่|ลับ|ด่วน|ร่าง|พิมพ์|ตรวจ|ทาน)"
)


def begins_office(text: str) -> bool:
    """Whether a line begins the name of who is to be rung: a unit, a team, an officer on duty."""
    named = begins_unit(text) or _TEAM.match(text) is not None
    return named and _GOES_ON.search(text) is None


def is_desk(text: str) -> bool:
    """Whether a line tells a desk by a name of its own, with or without the unit that it is of.

    >>> is_desk("คลังเลือด ภาควิชาพยาธิวิทยา"), is_desk("คลังเลือด"), is_desk("สำเนาส่ง กองคลัง")
    (True, True, False)
    """
    plain = text.strip(" .…")
    if _NO_DESK.match(plain) or is_person(plain) or is_post(plain):
        return False
    of = _DESK_OF.fullmatch(plain)
    return begins_unit(of["whole"]) if of else _DESK.fullmatch(plain) is not None


def contact_in(lines: Sequence[str], office: str | None) -> Contact | None:
    phones: list[str] = []
    faxes: list[str] = []
    emails: list[str] = []
    officer: str | None = None
    open_word: str | None = None
    for text in lines:
        emails += [mail.value for mail in find_emails(text)]
        words = list(WORDS.finditer(text))
        pieces = [(open_word, text[: words[0].start()] if words else text)]
        person = None if words else split_person(text.strip())
        if person and (own := [n for n in find_phones(person.rest) if len(n) >= _OWN_PHONE]):
            phones += own  # พ.ต.ต. เอก มั่นคง พนักงานสอบสวน ๐๘ ๑๒๓๔ ๕๖๗๘
            officer = officer or person.name
            continue
        for place, word in enumerate(words):
            end = words[place + 1].start() if place + 1 < len(words) else len(text)
            pieces.append((word.lastgroup, text[word.end() : end]))
        for position, (word_name, piece) in enumerate(pieces):
            numbers = find_phones(piece)
            if position == 0 and not re.match(r"[\s,\-–]*[\d๐-๙(]", piece):
                continue  # a line of its own that no telephone continues to
            if word_name in ("phone", "both"):
                phones += numbers
                named = _IN_BRACKETS.search(piece)  # โทร. … ต่อ ๑๕๔๔ (นางสาวเขมิกา สุขกมล)
                officer = officer or (_person(named["name"]) if named else None)
            if word_name in ("fax", "both"):
                faxes += numbers
            if word_name == "officer":
                officer = officer or _officer(piece)
                # ผู้ประสานงาน นาย… ๐๘ ๑๒๓๔ ๕๖๗๘
                phones += [n for n in numbers if position and len(n) >= _OWN_PHONE]
        open_word = pieces[-1][0] if words else None
    if not (phones or faxes or emails or officer or office):
        return None
    return Contact(
        office=office,
        phones=tuple(dict.fromkeys(phones)),
        faxes=tuple(dict.fromkeys(faxes)),
        emails=tuple(dict.fromkeys(emails)),
        officer=officer,
    )


def _person(text: str) -> str | None:
    person = split_person(text.strip())
    whole = person is not None and not is_given_name_only(person.name)
    return person.name if person and whole else None


def _officer(text: str) -> str | None:
    plain = text.strip(" .…:–-")
    person = split_person(plain)
    if person:
        return person.name
    name = re.match(r"[ก-ฮเ-ไ][ก-๎]*(?:\s+[ก-ฮเ-ไ][ก-๎]+)?", plain)
    return name.group() if name else None


def office_of(lines: Sequence[str]) -> str | None:
    """Lines of an office a space apart; a line that begins no office goes on with the one above."""
    text = ""
    for line in lines:
        plain = without_leaders(_CREDIT.sub("", line).strip(" …:,-–—(/").lstrip("."))
        apart = begins_office(plain) or not text
        text = f"{text} {plain}" if apart else join_wrapped([text, plain])
    if text.count("(") == text.count(")") + 1:  # the telephone stood within the brackets
        text += ")"
    return tidy(text) or None
