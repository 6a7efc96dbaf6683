"""The words that a title begins with, and the kind of paper that they tell.

Source: the regulation on correspondence (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖),
clauses 9 to 27 and its sample forms.
"""

from __future__ import annotations

import re

from extractors.text.keywords import after_word, that_may_begin
from extractors.text.vocabulary import Kind

# word that a title begins with → kind; the longer of two comes first
TITLES: tuple[tuple[str, Kind], ...] = (
    ("บันทึกข้อความ", "memo"),
    ("รายงานการประชุม", "minutes"),
    ("สำเนารายงานการประชุม", "minutes"),
    ("บันทึกการประชุม", "minutes"),
    ("หนังสือรับรอง", "certificate"),
    ("ใบรับรองแทนใบเสร็จ", "form"),
    ("ใบรับรอง", "certificate"),
    ("ใบสำคัญรับรอง", "certificate"),
    ("ใบสำคัญแสดง", "certificate"),
    ("หนังสือสำคัญ", "certificate"),
    ("ใบอนุญาต", "certificate"),
    ("ใบแสดงผลการ", "certificate"),
    ("ใบผ่านงาน", "certificate"),
    ("ใบประกาศเกียรติคุณ", "certificate"),
    ("สูติบัตร", "certificate"),
    ("มรณบัตร", "certificate"),
    ("TO WHOM IT MAY CONCERN", "certificate"),
    ("To Whom It May Concern", "certificate"),
    ("CERTIFICATE", "certificate"),
    ("Certificate of", "certificate"),
    ("คำสั่ง", "order"),
    ("ระเบียบ", "regulation"),
    ("ข้อบังคับ", "bylaw"),
    ("ข้อบัญญัติ", "bylaw"),
    ("เทศบัญญัติ", "bylaw"),
    ("ประกาศ", "announcement"),
    ("แถลงการณ์", "statement"),
    ("คำแถลงข่าว", "statement"),
    ("คำแถลง", "statement"),
    ("ข่าวประชาสัมพันธ์", "news"),
    ("ข่าวแจกสื่อมวลชน", "news"),
    ("ข่าวเพื่อสื่อมวลชน", "news"),
    ("ข่าวแจก", "news"),
    ("ข่าวสาร", "news"),
    ("ข่าว", "news"),
    ("จดหมายข่าว", "news"),
    ("เอกสารข่าว", "news"),
    ("สารประชาสัมพันธ์", "news"),
    ("ใบแจ้งข่าว", "news"),
    ("PRESS RELEASE", "news"),
    ("Press Release", "news"),
    ("แบบ", "form"),
    ("หนังสือมอบอำนาจ", "form"),
    ("หนังสือขออนุญาต", "form"),
    ("หนังสือแสดงความ", "form"),
    ("หนังสือให้ความยินยอม", "form"),
    ("หนังสือตอบรับ", "form"),
    ("หนังสือยินยอม", "form"),
    ("ใบสมัคร", "form"),
    ("ใบตอบรับ", "form"),
    ("ใบตอบกลับ", "form"),
    ("ใบแจ้ง", "form"),
    ("ใบลงทะเบียน", "form"),
    ("ใบยินยอม", "form"),
    ("ใบมอบ", "form"),
    ("ใบลา", "form"),
    ("ใบขอ", "form"),
    ("ใบคำขอ", "form"),
    ("ใบคำร้อง", "form"),
    ("ใบเบิก", "form"),
    ("ใบยืม", "form"),
    ("ใบส่ง", "form"),
    ("ใบนำส่ง", "form"),
    ("ใบเสนอราคา", "form"),
    ("ใบเสร็จ", "form"),
    ("ใบกำกับภาษี", "form"),
    ("ใบสั่งซื้อ", "form"),
    ("ใบสั่งจ้าง", "form"),
    ("ใบตรวจรับ", "form"),
    ("บันทึกการตรวจรับ", "form"),
    ("ใบสำคัญคู่จ่าย", "form"),
    ("ใบสำคัญรับเงิน", "form"),
    ("ใบรับ", "form"),
    ("ใบวางบิล", "form"),
    ("ใบประเมิน", "form"),
    ("ใบสำรวจ", "form"),
    ("หนังสือมอบฉันทะ", "form"),
    ("คำขอ", "form"),
    ("คำร้อง", "form"),
    ("ตารางแสดง", "report"),
    ("สถิติ", "report"),
    ("ตารางสถิติ", "report"),
    ("รายงาน", "report"),
    ("สรุปผล", "report"),
    ("สรุปรายงาน", "report"),
    ("สรุปอุบัติการณ์", "report"),
    ("สรุปข้อมูล", "report"),
    ("สรุปสถิติ", "report"),
    ("สรุปจำนวน", "report"),
    ("สรุปยอด", "report"),
)

# What begins like a title and is none: the agenda of a meeting, a diploma, an order of goods
_NO_TITLES = re.compile(
    r"\s*(?:ระเบียบวาระ|ประกาศนียบัตร|ประกาศเกียรติ|คำสั่งซื้อ|คำสั่งจ้าง|รายงานตัว|"
    # ข่าวสารของราชการ, but ข่าวสารมหาวิทยาลัย…
    r"ข่าวสาร(?!\s*$|\s?(?:กระทรวง|กรม|สำนัก|จังหวัด|อำเภอ|เทศบาล|องค์การ|มหาวิทยาลัย|วิทยาลัย|โรงเรียน|โรงพยาบาล|คณะ(?!กรรม)|ศูนย์|สถาบัน))|แบบแปลน|แบบเรียน|"
    r"(?:หนังสือ|ใบ)รับรองฉบับนี้)"
)


_KINDS = dict(TITLES)
_OF_AN_EMBLEM = re.compile(
    r"^\s*[^\wก-๎\s(“\"-]\S?\s+(?=[ก-ฮเ-ไ])"
)  # :5 ข่าวโรงพยาบาล…, beside its ring
# บันทึกรายงานการประชุมประจำเดือน… | (ร่าง) รายงานการประชุม…
_OF_MINUTES = re.compile(r"\W*(?:(?:ร่าง|สำเนา|บันทึก|สรุป)\W*){1,2}รายงานการประชุม")
NEWS_BAND = re.compile(r"\W*(?P<name>[ก-ฮเ-ไ].{2,60}?)\s*(?:นิวส์|(?i:news))\W*")  # เทศบาลตำบล… นิวส์
# The bare title of a certificate: อนุโมทนาบัตร | เกียรติบัตร
_DIPLOMA = re.compile(r"\W*(?:อนุโมทนา|เกียรติ|วุฒิ|สัมฤทธิ|กิตติ)บัตร\W*")
_NOTE = re.compile(r"\W*บันทึก\W*")  # alone: the memo of a state enterprise; บันทึกข้อตกลง is none


_MOTTO = re.compile(  # “ข่าวตรง คนถิ่น”, under the name of a newspaper
    r"\s*[“\"«‘'](?=[^“”\"«»]*\s)[^“”\"«»]{6,}[”\"»’']\s*"
)


def title_kind(text: str) -> Kind | None:
    """The kind of document that a line titles, by its first word; None if it is no title."""
    if _NO_TITLES.match(text) or _MOTTO.fullmatch(text):
        return None
    text = _OF_AN_EMBLEM.sub("", text)
    if _NOTE.fullmatch(text):
        return "memo"
    if _OF_MINUTES.match(text):
        return "minutes"
    if _DIPLOMA.fullmatch(text):
        return "certificate"
    if NEWS_BAND.fullmatch(text):
        return "news"
    for word in that_may_begin(text, tuple(_KINDS)):
        if after_word(text, word, loose=len(word) > 6) is not None:
            return _KINDS[word]
    return None
