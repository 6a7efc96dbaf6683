"""The post under a signature, and the post that it is signed for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.text.clauses import tidy
from extractors.text.people import is_bare_post, is_post
from pipeline.layout import join_wrapped
from pipeline.models import Line

# ระเบียบบริหารราชการแผ่นดิน and usage: the words between a signatory's post and the post signed for.
# รองผู้ว่าราชการจังหวัด ปฏิบัติราชการแทน / ผู้ว่าราชการจังหวัด…
ACTING = re.compile(
    r"(?:^|(?<=\s)|(?<=[ก-์.ฯ]))"  # รอง ผบก.│ปฏิบัติราชการแทน
    r"(?:ป[ฏฎ]ิบัติ\s?รา[ชซย]การ\s?(?:ใน\s?ตำแหน่ง|แทน)|ป[ฏฎ]ิบัติ\s?งาน\s?แทน|ป[ฏฎ]ิบัติ\s?หน้าที่?\s?(?:ราชการ\s?)?(?:ใน\s?ตำแหน่ง|แทน)?"
    r"|(?:ผู้)?รักษา\s?รา[ชซย]การ\s?(?:ใน\s?ตำแหน่ง|แทน)|(?:ผู้)?รักษา\s?การ\s?(?:ใน\s?ตำแหน่ง|แทน)?(?!ณ์)"
    r"|(?:ผู้)?(?:กระ)?ทำการ\s?แทน|ทำหน้าที่\s?แทน|ป[ฏฎ]ิบัติการ\s?แทน|สั่งราชการ\s?แทน)\s*"
    r"|(?:^|(?<=[\s.ฯ]))(?:ปรท|รรท)(?:\.\s*(?=[ก-ฮ])|\s+(?=[ก-ฮ])|\.?$)"  # รอง ผบก.ฯ ปรท.ผบก.
    # เสนาธิการทัพเรือภาคที่ ๓ รับคำสั่ง / ผู้บัญชาการ…
    r"|(?:^|(?<=\s))(?:โดย)?(?:ได้)?รับ\s?คำสั่ง(?:จาก|ของ)?\s*(?=[ก-ฮเ-ไ]|$)"
    r"|^แทน(?:\s+|(?=ผู้|นาย|อธิ|ปลัด|เลขา|คณบดี|ประธาน|หัวหน้า|รัฐมนตรี))"
    r"|(?<=\S)\s+แทน$"  # เหรัญญิก แทน / นายกสมาคม…
)
_CALLED_ACTING = re.compile(r"(?<=[ก-๎])รักษาการ$")  # อุปทูตรักษาการ, with nobody to act for
# What the signature of a report is for; it is a post only if none is printed beside it. Who took
# the minutes signs as that, whatever else he is.
_REPORTING = (  # ผู้ขออนุญาต: of a memo that asks for leave
    r"ผู้(?:รายงาน(?:ผล|ข้อมูล)?(?:การ[ก-๎]{2,12})?|(?:จัดทำ|รวบรวม|เรียบเรียง|สรุป)[ก-๎]{0,16}"
    r"|รับรอง(?:ข้อมูล)?|ตรวจสอบ|ให้ข้อมูล|กรอก(?:ข้อมูล|แบบ[ก-๎]{0,10})|เสนอ(?:โครงการ|แผน[ก-๎]{0,12})"
    r"|ขอ(?:อนุญาต|อนุมัติ|เบิก|ใช้|ซื้อ|จ้าง)?)"
)
_TAKES_MINUTES = re.compile(r"ผู้(?:จด|ตรวจ|บันทึก)(?:บันทึก)?(?:รายงาน)?(?:การ)?ประชุม|ผู้จดบันทึก")
_AS_REPORTER_ALONE = re.compile(_REPORTING)
_AS_PARTY = re.compile(
    r"ผู้(?:ยืม|กู้|ค้ำ|ยื่น|ร้อง|แจ้ง|มอบ|รับ(?!ผิดชอบ)|จ่าย|ส่ง|ฝาก|คืน|สมัคร|บริจาค)[ก-๎]{0,12}"
)
_AS_REPORTER = re.compile(rf"(?<=\S)\s+{_REPORTING}$")  # ปลัดอำเภอ ผู้รายงาน
_BROKEN = re.compile(
    r"(?:(?<!บำรุง)(?<!ดูแล)(?<!เก็บ)รักษา|ป[ฏฎ]ิบัติ|ทำการ)\n(?:ราชการ|การ|หน้าที่|แทน)|ราชการ\nแทน|การใน\nตำแหน่ง|(?:การ|หน้าที่)\nใน\s?ตำแหน่ง"
)
# the last of ผบ.ฐท.กก, of กองบังคับการ ชอ
_SHORT = re.compile(r"(?:^|\s)(?:[ก-๎]{1,6}\.(?:[ก-๎]{1,6}\.)*[ก-๎]{1,6}|[ก-ฮ]{2,4})$")
_LABEL = re.compile(r"^\s*ตำแหน่ง(?!ทาง)[\s.…:]*")  # ตำแหน่ง ครู: the word is the form's

# โปรดส่งแบบตอบรับถึง… | ส่งคืนภายในวันที่…: a remark at the foot of a form
_ASKS = (
    r"โปรด(?!เกล้า)|กรุณา|ขอ(?:ให้|ความ(?:ร่วมมือ|กรุณา|อนุเคราะห์)|เชิญ)|จึง|ทั้งนี้|อนึ่ง|หาก|สอบถาม"
    r"|(?:ให้|กำหนด)ส่ง|ส่ง(?:คืน|กลับ|แบบ|ถึง|ภายใน)|ติดต่อ(?:ได้|ที่|สอบถาม)"
)
# สำหรับเจ้าหน้าที่ | ส่วนที่ ๒ เฉพาะหน่วยงานที่รับคำขอ
_FOR_OFFICIALS = re.compile(
    r"\W*(?:(?:ส่วน|ตอน)ที่\s?[\d๐-๙]+\W*)?(?:สำหรับ|เฉพาะ|(?:ส่วน)?ของ)"
    r"(?:เจ้า(?:หน้าที่|พนักงาน)|หน่วยงาน|ธนาคาร|ผู้(?:บังคับ|อนุมัติ|รับคำ)|นายทะเบียน|ทาง|แผนก|ฝ่าย|งาน)"
)
# What may stand under a signature and is no post.
_NO_POST = re.compile(
    r"โทร(?!ทัศน์|คมนาคม)|ผู้ประสาน|^[-–*\s)\]]*(?:ทราบ|อนุมัติ|อนุญาต|เห็นชอบ|เห็นควร|ชอบ|ดำเนินการ|ความเห็น|คำสั่ง|หมายเหตุ|สำเนา|ผู้ตรวจ[ก-๎]*\s*:|ตรวจแล้ว|ผู้(?:ให้ความ)?(?:เห็นชอบ|อนุมัติ)|คณะกรรมการตรวจ|รับจดทะเบียน|[\d๐-๙]{1,2}\s?[.)]|ตรวจ(?:สอบ)?ถูกต้อง|ได้ตรวจ|\(?(?:ติด|ปิด)?รูปถ่าย|\(?(?:ประทับตรา|ตราประทับ)|เรียน|เสนอ\s|วันที่|(?:เดือน|พ\.\s?ศ\.?)[\s.…_]*$|[.…_\s]+(?:เดือน|พ\.\s?ศ)|เลขที่\s*[ก-ฮ\d๐-๙]|(?:ร่าง|พิมพ์|ทาน|ตรวจ(?:ทาน)?)(?:\s*[/.:…]|\s*$)|"
    rf"\(?\s*ลงชื่อ|\(?\s*ลงนาม|ลงวันที่|ขอแสดง|ลับ(?:มาก|ที่สุด)?\s*$|ไม่|[.…_\s]*บาท[.…_\s]*$|{_ASKS}|[☐☑□✓✔/]|[\[(]\s*[/✓✔xX]?\s*[\])])|[☐☑□]|[A-Za-z\d]@[A-Za-z]|https?:"
)


def is_no_post(text: str) -> bool:
    """Whether a line under a signature is no post: a remark, a decision, whom to ring.

    >>> is_no_post("ตรวจแล้ว"), is_no_post("(รูปถ่าย ๓ x ๔ ซม.)"), is_no_post("นายทะเบียน")
    (True, True, False)
    >>> is_no_post(") ไม่อนุมัติ")  # its box was not read
    True
    >>> is_no_post("สำหรับเจ้าหน้าที่ ตรวจแล้ว"), is_no_post("เจ้าหน้าที่ธุรการ")
    (True, False)
    """
    return _NO_POST.search(text) is not None or is_for_officials(text)


def is_for_officials(text: str) -> bool:
    """Whether a line opens the part of a form that others fill in.

    >>> is_for_officials("ส่วนที่ ๒ สำหรับเจ้าหน้าที่"), is_for_officials("(เฉพาะธนาคาร)")
    (True, True)
    """
    return _FOR_OFFICIALS.match(text) is not None


def is_signed_post(text: str) -> bool:
    """Whether a line under a name begins like a post, or like the words before whose it is.

    >>> is_signed_post("รักษาราชการแทน"), is_signed_post("กองคลัง")
    (True, False)
    >>> is_signed_post("ตำแหน่ง หัวหน้าฝ่าย ...")
    True
    """
    # what a signature or a blank on dots leaves before it, and the word of a form
    told = _LABEL.sub("", text.strip(" .…_"))
    return is_post(told) or bool(ACTING.match(told))


def signs_as(text: str) -> bool:
    """Whether a line tells nothing but as what somebody signs a report or a request.

    >>> signs_as("ผู้จัดทำ"), signs_as("....ผู้ยืม"), signs_as("ผู้อำนวยการ")
    (True, True, False)
    """
    told = text.strip(" .…")
    return any(form.fullmatch(told) for form in (_AS_REPORTER_ALONE, _AS_PARTY))


def _with_whole_words(lines: Sequence[Line]) -> list[Line]:
    """The lines, with รักษา / ราชการแทน, broken over two of them, put together on the first."""
    whole: list[Line] = []
    for line in lines:
        broken = whole and _BROKEN.search(f"{whole[-1].text.rstrip()}\n{line.text.lstrip()}")
        if broken:
            whole[-1] = replace(whole[-1], text=whole[-1].text.rstrip() + line.text.lstrip())
        else:
            whole.append(line)
    return whole


def read_posts(lines: Sequence[Line]) -> tuple[str | None, str | None]:
    """The post of the signatory, and the post signed for."""
    own: list[str] = []
    other: list[str] | None = None
    formula = ""
    whole = _with_whole_words(lines)
    for line in whole:
        text = _AS_REPORTER.sub("", _without_leaders(_LABEL.sub("", line.text)))
        acting = next(reversed(list(ACTING.finditer(text))), None)  # of two the last says for whom
        if acting is None or (line is whole[-1] and _CALLED_ACTING.search(text)):
            (own if other is None else other).append(text)
            continue
        before = text[: acting.start()].strip()
        if other is not None:  # so it does of two below one another
            own += [formula + other[0], *other[1:]]
        formula = acting.group().removeprefix(" ") + ("" if text[acting.end() :] else " ")
        if before:
            own.append(before)
        other = [text[acting.end() :].strip()]
    posts = [text for text in own if not _AS_REPORTER_ALONE.fullmatch(text)] or own
    return _joined(posts), _joined(other or [])


def _without_leaders(text: str) -> str:
    """A line without the dots it is written on; that of an abbreviation stays: ผบ.ฐท.กก."""
    stripped = text.strip(" .…")
    abbreviated = _SHORT.search(stripped) and text.rstrip().endswith(f"{stripped}.")
    return f"{stripped}." if abbreviated else stripped


def _joined(lines: Sequence[str]) -> str | None:
    """Lines of one post; a line that begins another post stands apart."""
    text = ""
    for line in lines:
        whole = not is_bare_post(text) or _TAKES_MINUTES.match(line)
        separate = text and is_signed_post(line) and whole
        text = f"{text} {line}" if separate else join_wrapped([text, line]) if text else line
    return tidy(text) or None
