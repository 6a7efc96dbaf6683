"""The action of a request where a decision about the truth names it, whoever read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from extractors.obligations.verbs import find_verbs
from extractors.record import Action, Frequency, Obligation
from extractors.text.offices import PREFIXES
from pipeline.thai_digits import arabic

_NOT_LED = r"(?:จึง)?(?:ขอ(?:ให้|ความร่วมมือ|ความอนุเคราะห์|ได้โปรด)|ให้|โปรด|กรุณา)?"
# ขอให้โรงเรียน│เร่งบันทึกข้อมูล…ในระบบ…: what is entered into a system answers
_ENTERS = re.compile(
    r"(?:เร่ง(?:รัด)?|รีบ|ดำเนินการ)?(?:บันทึก|กรอก|นำเข้า|คีย์|ป้อน|ลง(?=ข้อมูล|ผล|ทะเบียนผู้))(?!รายงาน)(?:(?!รายงาน|แจ้ง(?!\S*ในระบบ)|กำกับ)[^ๆ]){2,120}?"
    r"(?:ใน|ผ่าน|เข้า|ลง|ทาง|บน)(?:ใน)?(?:ระบบ|เว็บ|โปรแกรม|แอป|ฐานข้อมูล)"
    r"|^ลง(?:ใน)?\s?(?:ระบบ|เว็บ|โปรแกรม|แอป|ฐานข้อมูล|www|https?:)"
)
_OF_OTHERS = re.compile(r"แจ้ง|กำชับ|กำกับ|มอบ|ประชาสัมพันธ์|ตรวจ|ติดตาม|ประเมิน(?!\S*แล้ว)")
# มอบหมายเจ้าหน้าที่ ๑ คน เป็นผู้ประสานงาน │พร้อมแจ้งชื่อภายใน… | ตั้งพี่เลี้ยงประจำชั้น │และส่งคำสั่งให้เทศบาล…
_APPOINTS = re.compile(
    rf"{_NOT_LED}\S{{0,60}}?\s?(?:แต่งตั้ง|(?<!จัด)(?<!ติด)ตั้ง(?!แต่|จุด|ด่าน|งบ|เบิก|อยู่|โต๊ะ|เต็นท์|เครื่อง|ชื่อ)|มอบหมาย|กำหนด(?=ตัว|ผู้|ช่าง|ครู|เจ้าหน้าที่|พยาบาล)|จัด(?=\S*เป็นผู้))"
    r"(?:(?!ตามวัน|เข้าร่วม|เข้ารับ|เข้าประชุม|ไปร่วม|เข้าอบรม|ภายใน)[^ๆ]){2,90}?(?:\s|และ|แล้ว|พร้อม(?:ทั้ง)?)(?:ให้)?(?:แจ้ง|ส่ง|จัดส่ง|บอก)(?:ราย)?(?:ชื่อ(?!ผู้(?:เข้า|สมัคร|ประสงค์|สนใจ))|คำสั่ง|สำเนาคำสั่ง)"
)
# ๑. มอบหมายครูควบคุมรถรับส่งนักเรียนประจำโรงเรียน: a clause that puts somebody in charge
_IN_CHARGE = re.compile(
    r"(?:ให้)?(?:มอบหมาย|แต่งตั้ง|จัด|กำหนด)(?:ให้)?(?:ปลัด|ครู|อาจารย์|เจ้าหน้าที่|พยาบาล|พนักงาน|บุคลากร|นายทหาร|นายตำรวจ|เภสัชกร|ช่าง|แพทย์|วิศวกร|ผู้ช่วย|หัวหน้า)[^\sๆ]{0,16}?"
    r"(?:ควบคุม|กำกับ|ดูแล|รับผิดชอบ|ประจำ|เป็นผู้)"
)
# ขอให้ครูใหญ่│มารับสิ่งของ ณ คลังพัสดุ ในวันที่…: goods fetched; but not ซึ่งจะส่งรถไปรับ…
_FETCHES = re.compile(
    r"(?:(?!จะ|ร่วม|ประชุม|อบรม|ฟัง|ชม)[^ๆ]){0,90}?(?:(?<!ผู้)(?<!จะ)(?:มา|ไป)(?:ติดต่อ)?(?:ขอ)?รับ|ผู้แทนรับ)"
    r"(?:มอบ)?(?:สิ่งของ|ของ(?!รางวัล|ที่ระลึก)|กุญแจ|วัตถุ|สื่อ|พันธุ์|เมล็ด|แบบพิมพ์|ตราสาร|เสื้อ|พัสดุ|ครุภัณฑ์|วัสดุ|อุปกรณ์"
    r"|เครื่อง(?!ราช|หมาย)|ชุดตรวจ|หนังสือ(?=เรียน|เดินทาง|ที่|คืน)|ถุง|ยา(?=[\sใจณที])|เวชภัณฑ์|บัตร|เอกสาร|ใบ(?!ประกาศ)|เช็ค|โฉนด"
    r"|สมุด|ป้าย|ซาก|ต้นกล้า|กล้าไม้|ปุ๋ย|ถัง|น้ำดื่ม|ข้าวสาร|ธง|คอมพิวเตอร์|แท็บเล็ต|แบบฟอร์ม|ผ้า(?=ห่ม|นวม|ใบ)|ที่นอน|มุ้ง|หน้ากาก|เตียง|เต็นท์|ลูก(?=ปลา|กุ้ง|ไก่|เป็ด|พันธุ์)|ซองคำถาม|กล่อง|ผู้ป่วย|ศพ|บุตร|(?:ชุด)?ข้อสอบ|ซอง(?!ประ)|แฟ้ม|กระดาษคำตอบ|หีบ(?!เพลิง)|วัคซีน(?=[^ๆ]{0,80}คลัง)|นม(?=[โ\s]|ผง)|อาหารเสริม|ทราย|น้ำยา"
    r"|สารเคมี|แผ่นพับ|โปสเตอร์|เงินสด|เช็ค|ต้นไม้|พันธุ์ไม้|ชุด(?=ตรวจ|อุปกรณ์|เครื่อง|สาธิต|นักเรียน)|ตัวอย่าง|หมายเลข|เลนส์|แว่น|รถเข็น|กระเป๋า)"
)
# มอบหมายเจ้าหน้าที่ไปรับเกียรติบัตร ณ กลุ่มส่งเสริม…: fetched for others, not awarded
_FETCHED_FOR = re.compile(
    rf"{_NOT_LED}[^\sๆ]{{0,40}}?(?:มอบหมาย|จัด|ส่ง|ให้)(?:เจ้าหน้าที่|ผู้แทน|ครู|พนักงาน|บุคลากร|ตัวแทน)[^\sๆ]{{0,20}}?\s?(?:มา|ไป)(?:ติดต่อ)?(?:ขอ)?รับ(?:มอบ)?"
    r"(?:เกียรติบัตร|วุฒิบัตร|ประกาศนียบัตร|ใบประกาศ|โล่|เหรียญ|ของที่ระลึก|ของรางวัล)(?!.*พิธี)"
)
# ขอให้อำเภอ│นำสินค้า OTOP ไปร่วมจัดแสดงในวันนั้น…: goods brought along
_SHOWS_GOODS = re.compile(
    r"[^ๆ]{0,60}?นำ(?:สินค้า|ผลิตภัณฑ์|ผลงาน|ผลผลิต|สิ่งของ|ของดี|อาหาร|พืชผล|ภาพ|นิทรรศการ)[^ๆ]{0,60}?(?:มา|ไป)(?:ร่วม)?(?:จัด)?(?:แสดง|จำหน่าย|วาง|ออกร้าน)"
)
# ส่งมอบให้คณะกรรมการประจำหน่วยเลือกตั้งในวันที่…
_GIVEN_OVER = re.compile(rf"(?:และ|แล้ว)?{_NOT_LED}(?:นำ)?ส่งมอบ")
# จัดเรือพร้อมเจ้าหน้าที่กู้ชีพ │มาประจำบริเวณท่าน้ำ…: who stands by comes
_MANS = re.compile(
    r"(?:จัด|ส่ง)[^ๆ]{0,20}?(?:เจ้าหน้าที่|กำลัง|บุคลากร|แพทย์|พยาบาล|ตำรวจ|อาสา|อปพร|ช่าง|พนักงาน)[^ๆ]{0,60}?\s?(?:มา|ไป|อยู่)ประจำ(?:บริเวณ|จุด|ณ|ที่|ท่า|สนาม)"
)
# ทำสำเนาภาพจากกล้องวงจรปิด… │ส่งมอบแก่พนักงานสอบสวน…: copies made and handed over answer
_COPIES = re.compile(
    r"\S{0,60}?(?:ทำสำเนา|คัดสำเนา|ถ่ายสำเนา|คัดลอก|บันทึกภาพ|บันทึกไฟล์|สแกน)(?!เก็บ)[^ๆ]{2,140}?"
    r"(?:ส่ง(?:มอบ)?|มอบ)(?:ให้|แก่|ไปยัง|มายัง|ต่อ)"
)
# ส่งผลการตรวจสอบเครื่องมือวิจัย│กลับคืนคณะ…: what was sent to be looked through
_SENT_BACK = re.compile(r"ส่ง(?:ผล|แบบ)[^\sๆ]{0,60}?(?:กลับ)?คืน")
# จัดกำลัง│กวดขันการสวมหมวกนิรภัย… | ลาดตระเวนป้องกันไฟป่า…
_HOLDS_TO = re.compile(
    r"(?<!การ)(?<!ให้มี)กวดขัน(?!มิให้|ไม่ให้)"
    r"|เพิ่มความ(?:ถี่|เข้มงวด)(?:ใน)?(?:การ)?(?:ออก)?(?:ตรวจ|ลาดตระเวน|เฝ้า)"
    r"|(?<!การ)(?<!ผู้)(?<!ชุด)(?<!หน่วย)(?<!เรือ)(?<!รถ)(?<!แผน)(?<!เส้นทาง)ลาดตระเวน"
)
# ให้โรงคัดบรรจุ│แจ้งล่วงหน้าต่อสำนักงานเกษตรอำเภอก่อนตัดอย่างน้อย ๓ วัน
_TOLD_TO_OFFICE = re.compile(
    rf"แจ้ง(?:ล่วงหน้า|กำหนด\S{{0,12}}|วัน\S{{0,12}})?(?:ต่อ|ไปยัง|มายัง)(?:{'|'.join(PREFIXES)})"
)
# ให้ประธานกรรมการ│เข้ารับการอบรม ในวันที่… | เข้าเรียนเรื่องปฏิกิริยาจากเลือด วันที่…
_COMES_THEN = re.compile(
    r"(?<!ผู้)(?<!งด)(?<!ก่อน)(?<!หลัง)(?:เข้ารับการ(?:อบรม|ฝึก|ชี้แจง|ปฐม)|เข้าร่วม(?:ประชุม|อบรม|สัมมนา|กิจกรรม|พิธี)"
    r"|เข้า(?:อบรม|ประชุม|เรียน)|ขึ้นรับ|ซ้อมใหญ่|เข้าเยี่ยม)[^ๆ]{0,120}?วัน(?:ที่|[ก-๎]{2,9}ที่|ดังกล่าว)"
)
# …หมู่บ้านละ ๒ คน ร่วม│นำเจ้าหน้าที่ออกตรวจสอบพื้นที่…: who leads the way comes
_LEADS = re.compile(
    r"(?:ร่วม|เป็นผู้)?นำ(?:เจ้าหน้าที่|ช่าง|คณะ|ทีม|พนักงานสำรวจ|วิศวกร)\S{0,30}?(?:ออก|เข้า|ไป|เดิน)?(?:สำรวจ|ตรวจ|ชี้|รังวัด|เดินสำรวจ|ดู)"
)
# ให้ปลัดอำเภอ│ออกตรวจเยี่ยมผู้ประสบภัย… ในวันที่…: who goes out to see to something inspects
_GOES_OUT = re.compile(
    r"(?!.*(?:เชิญ|ร่วม(?=คณะ|ออก|ลง|ตรวจ|เดินทาง)|ประชุม))(?:(?!นำ)[^ๆ]){0,60}?"
    r"(?:(?<!การ)(?<!วัน)ออก(?:ตรวจ|นิเทศ|เยี่ยม)|(?<!การ)(?<!ผู้)ตรวจเยี่ยม)"
)
# ส่งพลขับหน่วยละ ๒ นาย │เข้ารับการอบรม…: who is sent comes
_SENDS_MEN = re.compile(
    rf"{_NOT_LED}\S{{0,40}}?(?:จัด)?ส่ง(?!รายชื่อ|ชื่อ|แบบ)[^\sๆ]{{2,40}}(?:\sจำนวน)?\s?\d{{1,3}}\s?(?:คน|นาย|ราย|ท่าน|รูป)\s?เข้า(?=ร่วม|รับ|ประชุม|อบรม)"
)
# จัดส่งดาบตำรวจ… ผู้ร่วมจับกุม │ไปเบิกความเป็นพยานต่อศาล…: who is sent to testify comes
_SENDS_WITNESS = re.compile(
    rf"{_NOT_LED}[^ๆ]{{0,60}}?(?:จัด)?ส่ง(?!หมาย|สำนวน|สำเนา|เอกสาร|บันทึก|หนังสือ)[^ๆ]{{2,90}}?\s?(?:ไป|มา)(?:ที่|ยัง|พบ)?(?:ศาล\S{{0,20}}?(?:เพื่อ)?)?"
    r"(?:เป็นพยาน|เบิกความ|ให้(?:ถ้อยคำ|การ|ปากคำ)|พนักงาน(?:สอบสวน|อัยการ))"
)
# ส่งมอบไฟล์ภาพ… │ให้พนักงานสอบสวน: what informs, handed over, answers
_HANDS_OVER = re.compile(
    rf"{_NOT_LED}\S{{0,40}}?(?:ส่งมอบ(?:สำเนา|เอกสาร)|(?:ส่ง)?มอบ(?:ไฟล์|ภาพ|คลิป|ข้อมูล|หลักฐาน|บันทึก|เวชระเบียน|แผ่นบันทึก))"
)
# ขอให้อำเภอ│จัดส่งแผนดังกล่าวให้จังหวัดภายใน…
_PAPERS = re.compile(
    r"\S{0,60}?(?:จัด)?ส่ง(?:แผน|บัญชี|สรุปข้อมูล|(?:ราย)?ชื่อ|ข้อมูล|แบบตอบ|สำเนา|เอกสาร|ภาพ|หลักฐาน|คำสั่ง|ร่าง|ตัวเลข|สถิติ|ยอด)"
)
_MINUTES = re.compile(r"^[^\d๐-๙]{0,90}?(?:จัด)?ส่ง(?:สำเนา)?รายงานการประชุม")
_RESULTS = re.compile(r"รายงาน|ผล|สรุป(?!ข้อมูล)|แบบประเมิน")
# แจ้งหลักสูตรที่│ประสงค์จะให้บุคลากรเข้ารับการอบรม | ส่งรายชื่อผู้ที่│ประสงค์จะเข้าร่วม…: an answer
_TELLS_WISH = re.compile(
    rf"{_NOT_LED}(?:ท่าน|ทุก\S{{2,20}}?|หน่วยงาน|โรงเรียน|เทศบาล|อำเภอ|จังหวัด)?\s?(?:รวบรวม|สำรวจ|พิจารณา|และ|แล้ว)*(?:แจ้ง|จัดส่ง|ส่ง|เสนอ|ระบุ|ยืนยัน)(?:ราย)?(?:ชื่อ|หลักสูตร|จำนวน|หัวข้อ|หัวเรื่อง|เรื่อง|วัน|โครงการ|ความ|รายการ|บุคลากร|ข้อมูล)"
    r"[^\sๆ]{0,60}?(?:ที่|ซึ่ง)?(?:มีความ)?(?:ประสงค์|ต้องการ|สนใจ|จะ)"
)
# ขอเชิญผู้ปกครอง│ตอบแบบสอบถาม…ภายในวันที่…
_ANSWERS_FORM = re.compile(
    r"[^ๆ]{0,40}?(?:ขอ|โปรด|กรุณา|ให้|^)\S{0,40}?(?<!การ)(?:ตอบ|กรอก)แบบ(?:สอบถาม|สำรวจ|ประเมิน|ตอบรับ|แสดงความ)"
)
# พร้อมทั้งจัดเตรียมเอกสารประกอบการชี้แจง ๓๐ ชุด │ไปในวันประชุมด้วย: brought, not sent
_BROUGHT = re.compile(
    r"(?:(?!ส่ง|แจ้ง)[^ๆ]){0,60}?(?:เตรียม|นำ(?!ส่ง|เข้า|เสนอ))(?:(?!ส่ง|แจ้ง|ภายใน)[^ๆ]){2,110}?(?:ไป|มา)"
    r"(?:ด้วย|ส่ง(?=ในวัน))?(?:ใน)?(?:วัน(?:ประชุม|อบรม|สัมมนา|ดังกล่าว|นั้น|งาน)|ที่ประชุม)"
)
# แจ้งหมายเลขบัญชีเงินฝาก… เพื่อกองคลังจะได้โอนเงินคืนหลักประกัน│ให้ท่าน: an answer, whatever it is for
_TELLS_A_NUMBER = re.compile(
    rf"{_NOT_LED}(?:ท่าน|\S{{2,40}}?)?แจ้ง(?:หมายเลข|เลขที่?(?=บัญชี|โทรศัพท์|ประจำ)|ที่อยู่|รายชื่อ|จำนวน|ยอด|ความประสงค์|(?:หมาย)?กำหนด(?!เวลา\S*ให้))"
)
# ส่งแผ่นวัดรังสีที่ใช้แล้วคืนกลุ่มงาน…ภายในวันที่ ๕ ของทุกเดือน: goods given back, no paper
_GIVES_BACK = re.compile(
    rf"{_NOT_LED}(?:(?!ส่ง|รายงาน)[^ๆ]){{0,60}}?(?:จัด|นำ)?ส่ง(?!แบบ|เอกสาร|ข้อมูล|ผล|ราย|สำเนา|ใบ|หนังสือ|แผน|บัญชี|สรุป|คำ|ร่าง|กลับ"
    r"|สำนวน|หลักฐาน|ต้นฉบับ|ข้อ|ฉบับ|ยอด|สมุด(?:คืน|บันทึก))(?:(?!แล้วส่ง|ใบสำคัญ)[^\sๆ]){2,40}(?<!กลับ)คืน"
    # นำถังที่หมดอายุตามบัญชีแนบส่งงานป้องกัน… | รวบรวมแผ่นเดิมคืนภาควิชา…
    rf"|{_NOT_LED}[^\sๆ]{{0,40}}?(?:นำ|รวบรวม|ส่ง)(?:ถัง|เครื่อง(?!หมาย|ราช)|แผ่น(?=เดิม|วัด)|ครุภัณฑ์|พัสดุ|วัสดุ|อุปกรณ์|วิทยุ|อาวุธ|แบตเตอรี่|ตราประทับ|กุญแจ|หลอด|เสื้อ)"
    r"[^ๆ]{0,30}?(?:ที่(?:ชำรุด|หมดอายุ|เสีย|ไม่(?:ได้)?ใช้|เหลือ|ใช้แล้ว|ครบกำหนด)|คืน|ซ่อม)"
)
# ดูแลมิให้นักกีฬาออกนอกที่พัก…: to watch over, whatever is not to happen
_SEES_TO_IT = re.compile(
    rf"{_NOT_LED}[^\sๆ]{{0,40}}?(?:สอดส่อง|กำกับ|ควบคุม|ระวัง|เฝ้า)?ดูแล(?!ตัด|ทำ|ซ่อม)[^\sๆ]{{0,40}}?(?:มิให้|ไม่ให้)"
)
# ตรวจตัดพันธุ์ปน… | ตรวจซ่อมเครื่องสูบน้ำ…: done, not only looked at
_MENDS = re.compile(rf"{_NOT_LED}[ก-๎]{{0,40}}?ตรวจ(?:ตัด|ถอน|ซ่อม|แก้|ล้าง|เติม)")
# แจ้งเตือนประชาชนมิให้เข้าไปหาของป่า…: what all are told not to do
_WARNS = re.compile(
    rf"{_NOT_LED}(?:(?!กำชับ|ตาม|มี)[ก-๎ฯ.]){{0,40}}?(?<!ตาม)"
    r"(?:(?:แจ้ง)?เตือน|ประชาสัมพันธ์|ประกาศ|รณรงค์|แจ้ง(?=ประชาชน|ราษฎร|ชาวบ้าน|ลูกบ้าน|ผู้(?:ปกครอง|ใช้|ประกอบ|ป่วย|ค้า|ขับ)|สมาชิก|เกษตรกร|ชาวประมง|นัก(?:เรียน|ศึกษา|ท่องเที่ยว)|เจ้าของ|ลูกค้า|ญาติ))"
    r"(?!เป็น)[^ๆ]{2,60}?(?:มิให้|ไม่ให้|ห้าม|งด|อย่า(?!ง)|หลีกเลี่ยง)"
)
# ตีเส้นทางข้าม… │และติดตั้งป้ายเตือน…ทดแทนของเดิม: works, beside which a sign is set up or mended
_WORKS = re.compile(
    rf"{_NOT_LED}[^ๆ]{{0,60}}?(?:ตีเส้น|ทาสี|ซ่อม|ปรับปรุง|ตัดแต่ง|ตัดกิ่ง|ถางหญ้า|ขุดลอก|เปลี่ยน|ก่อสร้าง|ติดตั้ง(?:ไฟ|สัญญาณ|ราว|หลัก|กระจก|กล้อง|แผง|เครื่องหมาย))"
    r"[^ๆ]{2,80}?(?:และ|พร้อม|รวมทั้ง)\s?(?:ติดตั้ง|ปัก|ตั้ง|ซ่อม)ป้าย"
    r"|[^ๆ]{0,60}?(?:ติดตั้ง|ปัก)ป้าย(?:เตือน|จราจร|เขต|ทาง|หยุด|จำกัด)[^ๆ]{0,40}?ทดแทน"
)
# มอบหมายนักพัฒนาชุมชนออกเยี่ยมบ้าน…: who is charged with what has no time
_CHARGES = re.compile(
    rf"{_NOT_LED}(?:ท่าน|[^\sๆ]{{2,30}})?\s?มอบหมาย(?:ให้)?(?:นัก(?!เรียน|ศึกษา)|ครู|อาจารย์|พยาบาล|เจ้าหน้าที่|เจ้าพนักงาน(?!ตำรวจ)|ปลัด|แพทย์|เภสัชกร|อาสา|ช่าง|วิศวกร|ผู้(?:ช่วย|ใหญ่))[^\sๆ]{{0,30}}?\s?"
    r"(?:ออก|ลง|ไป)?(?:เยี่ยม(?=บ้าน|ครัว|ผู้|ครอบ)|ดูแล|ให้คำ(?:ปรึกษา|แนะนำ)|รับผิดชอบ|ประสานงาน)"
)
# ประเมินการอ่านออกเขียนได้ของนักเรียนทุกคน: held as a test is
_TESTS = re.compile(
    rf"{_NOT_LED}(?:ท่าน|โรงเรียน|สถานศึกษา|ครู\S{{0,20}})?(?:จัดให้มีการ|ดำเนินการ|ทดสอบและ)?ประเมิน(?:การ(?:อ่าน|เขียน|คิด)|ความสามารถ|ทักษะ|สมรรถภาพ|ความรู้)[^ๆ]{{0,60}}?(?:นักเรียน|ผู้เรียน|เด็ก|นักศึกษา|ผู้เข้า)"
)
_STOPS = re.compile(rf"{_NOT_LED}(?:ท่าน|ทุก\S{{2,20}}|เทศบาล|โรงเรียน|หน่วยงาน)?งด(?!งาม)")


def with_action(duty: Obligation) -> Obligation:
    """The duty, its action named as decided."""
    action = _decided(duty)
    if action is None:
        return duty
    often = duty.frequency or once_by_itself(action)
    return duty.model_copy(update={"action": action, "frequency": often})


def once_by_itself(action: Action) -> Frequency | None:
    """How often what has no day and no rhythm is done: an answer, a coming, a choice once."""
    return "once" if action in ("reply", "attend", "appoint") else None


def _decided(duty: Obligation) -> Action | None:
    for one in _DECISIONS:
        may = duty.action in one.read and all(holds(duty) for holds in one.when)
        if may and one.says(duty.text):
            return one.action
    return None


def _sends_papers(text: str) -> bool:
    """Whether what is to be sent is a plan, a list or data, no report and no result."""
    return _PAPERS.match(text) is not None and _RESULTS.search(text) is None


def _enters(text: str) -> bool:
    """Whether the first thing asked is to enter something into a system."""
    found = _ENTERS.search(text)
    if found is None or _OF_OTHERS.search(text, 0, found.start()):
        return False
    return not [one for one in find_verbs(text[: found.start()]) if one.action is not None]


def _comes_then(text: str) -> bool:
    return "คัดเลือก" not in text and _COMES_THEN.search(text) is not None


def _sends_men(text: str) -> bool:
    return _SENDS_MEN.match(arabic(text)) is not None


def _is_once(duty: Obligation) -> bool:
    return duty.frequency == "once"


def _has_no_rhythm(duty: Obligation) -> bool:
    return duty.frequency in (None, "once")


def _has_a_day(duty: Obligation) -> bool:
    return bool(duty.first_due)


def _has_no_day(duty: Obligation) -> bool:
    return not duty.first_due


def _is_a_clause(duty: Obligation) -> bool:
    return bool(duty.clause)


def _is_no_clause(duty: Obligation) -> bool:
    return not duty.clause


class _Decision(NamedTuple):
    """What was read as one of these actions, and says so, is this one."""

    read: tuple[Action, ...]
    says: Callable[[str], object]
    action: Action
    when: tuple[Callable[[Obligation], bool], ...] = ()


_TIMELESS = (_has_no_rhythm, _has_no_day)
# the first that fits decides
_DECISIONS = (
    _Decision(("reply",), _APPOINTS.match, "appoint"),
    _Decision(("monitor",), _IN_CHARGE.match, "appoint", (_is_a_clause, *_TIMELESS)),
    _Decision(("other", "report"), _enters, "reply", (_is_once,)),
    _Decision(("report",), _MINUTES.search, "reply", (_is_once,)),
    _Decision(("report",), _SENT_BACK.search, "reply", (_is_once,)),
    _Decision(("report",), _sends_papers, "reply", (_is_once,)),
    _Decision(("other",), _COPIES.match, "reply", (_has_no_rhythm,)),
    _Decision(("other",), _HANDS_OVER.match, "reply", (_has_no_rhythm,)),
    _Decision(("reply",), _sends_men, "attend", (_has_a_day,)),
    _Decision(("reply",), _SENDS_WITNESS.match, "attend", (_has_a_day,)),
    _Decision(("other",), _HOLDS_TO.search, "monitor"),
    _Decision(("other",), _TOLD_TO_OFFICE.search, "reply", (_is_once,)),
    _Decision(("other",), _SEES_TO_IT.match, "monitor", _TIMELESS),
    _Decision(("other",), _WARNS.match, "publish", _TIMELESS),
    _Decision(("other",), _CHARGES.match, "appoint", (_is_no_clause, *_TIMELESS)),
    _Decision(("other",), _LEADS.search, "attend"),
    _Decision(("attend",), _GOES_OUT.match, "monitor"),
    _Decision(("other",), _comes_then, "attend", (_has_a_day,)),
    _Decision(("reply", "appoint"), _BROUGHT.match, "other"),
    _Decision(("other",), _ANSWERS_FORM.match, "reply", (_is_once,)),
    _Decision(("other",), _TELLS_A_NUMBER.match, "reply", (_is_once,)),
    _Decision(("attend",), _TELLS_WISH.match, "reply", (_has_no_day,)),
    _Decision(("other",), _MANS.search, "attend", (_has_a_day,)),
    _Decision(("attend",), _SHOWS_GOODS.match, "other"),
    _Decision(("attend",), _GIVEN_OVER.match, "other"),
    _Decision(("attend",), _FETCHES.match, "other"),
    _Decision(("attend", "appoint"), _FETCHED_FOR.match, "other"),
    _Decision(("monitor",), _MENDS.match, "other"),
    _Decision(("monitor",), _TESTS.match, "other"),
    _Decision(("publish",), _WORKS.match, "other", (_is_no_clause,)),
    _Decision(("publish", "monitor"), _STOPS.match, "other"),
    _Decision(("report", "reply"), _GIVES_BACK.match, "other"),
)
