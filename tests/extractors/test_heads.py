"""What the head of a document says, over the genres that reach an inbox; examples made up."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractors.issuer import read_issuer
from extractors.kind import is_circular, is_template, read_kind
from extractors.letterhead import read_date, read_number
from extractors.recipients import read_recipients
from extractors.subject import read_subject
from extractors.urgency import read_secrecy, read_urgency
from pipeline.models import Box, Document, Line, Page, Stamp
from pipeline.plain_text import page_from_text


@dataclass(frozen=True)
class Head:
    name: str
    text: str
    kind: str
    number: str | None = None
    date: str | None = None
    issuer: str | None = None
    subject: str | None = None
    recipients: tuple[str, ...] = ()
    circular: bool = False
    template: bool = False
    urgency: str | None = None
    secrecy: str | None = None


HEADS = (
    Head(
        "ministry, columns side by side, urgent",
        "ด่วนที่สุด\n"
        "ที่ กษ ๐๒๐๑.๓/ว ๔๔๗\tกระทรวงเกษตรและสหกรณ์\n"
        "\tถนนราชดำเนินนอก กทม. ๑๐๒๐๐\n"
        "๗ มิถุนายน ๒๕๖๕\n"
        "เรื่อง การเตรียมรับสถานการณ์น้ำหลาก\n"
        "เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n"
        "ด้วยกรมอุตุนิยมวิทยาได้แจ้งว่า…",
        kind="external_letter",
        number="กษ 0201.3/ว 447",
        date="2022-06-07",
        issuer="กระทรวงเกษตรและสหกรณ์",
        subject="การเตรียมรับสถานการณ์น้ำหลาก",
        recipients=("ผู้ว่าราชการจังหวัด ทุกจังหวัด",),
        circular=True,
        urgency="ด่วนที่สุด",
    ),
    Head(
        "faculty of a university, running number by hand",
        "ที่ อว ๖๙.๕.๑/\tคณะวิทยาศาสตร์\n"
        "\tมหาวิทยาลัยดอยหลวง\n"
        "\tตำบลในเมือง อำเภอเมือง จังหวัดน่าน ๕๕๐๐๐\n"
        "        สิงหาคม ๒๕๖๖\n"
        "เรื่อง ขอเชิญเป็นวิทยากร\n"
        "เรียน คณบดีคณะศิลปศาสตร์ มหาวิทยาลัยริมโขง\n"
        "สิ่งที่ส่งมาด้วย กำหนดการ จำนวน ๑ ฉบับ\n"
        "ด้วยคณะวิทยาศาสตร์กำหนดจัดโครงการ",
        kind="external_letter",
        number="อว 69.5.1/",
        date="2023-08",
        issuer="คณะวิทยาศาสตร์ มหาวิทยาลัยดอยหลวง",
        subject="ขอเชิญเป็นวิทยากร",
        recipients=("คณบดีคณะศิลปศาสตร์ มหาวิทยาลัยริมโขง",),
    ),
    Head(
        "hospital memo with a second slash and a telephone in ส่วนราชการ",
        "บันทึกข้อความ\n"
        "ส่วนราชการ โรงพยาบาลริมน้ำ กลุ่มงานพัสดุ โทร. ๐ ๕๔๐๐ ๐๐๐๐ ต่อ ๑๒\n"
        "ที่ นน ๐๐๓๓/รพ.๒/๘๘ วันที่ ๒๑ พ.ย. ๒๕๖๖\n"
        "เรื่อง ขออนุมัติซื้อวัสดุการแพทย์\n"
        "เรียน ผู้อำนวยการโรงพยาบาลริมน้ำ\n"
        "ตามที่กลุ่มงานพัสดุได้สำรวจ",
        kind="memo",
        number="นน 0033/รพ.2/88",
        date="2023-11-21",
        issuer="โรงพยาบาลริมน้ำ กลุ่มงานพัสดุ",
        subject="ขออนุมัติซื้อวัสดุการแพทย์",
        recipients=("ผู้อำนวยการโรงพยาบาลริมน้ำ",),
    ),
    Head(
        "memo with dotted leaders, number and date in columns",
        "บันทึกข้อความ\n"
        "ส่วนราชการ....กองคลัง เทศบาลตำบลทุ่งกว้าง.....\n"
        "ที่....ลป ๕๒๓๐๒/๑๙.....\tวันที่.....๕ มกราคม ๒๕๖๗......\n"
        "เรื่อง....รายงานสถานะการเงิน....\n"
        "เรียน นายกเทศมนตรีตำบลทุ่งกว้าง\n"
        "เรื่องเดิม กองคลังขอรายงาน",
        kind="memo",
        number="ลป 52302/19",
        date="2024-01-05",
        issuer="กองคลัง เทศบาลตำบลทุ่งกว้าง",
        subject="รายงานสถานะการเงิน",
        recipients=("นายกเทศมนตรีตำบลทุ่งกว้าง",),
    ),
    Head(
        "education area office, name broken over two lines, misread keywords",
        "ที่ศธ 04099./2117\tสำนักงานเขตพื้นที่การศึกษาประถมศึกษา\n"
        "\tน่าน เขต 9 ถนนสุมน\n"
        "\tอำเภอเมือง จังหวัดน่าน 55000\n"
        "12 พฤศจิกายน 2556\n"
        "เรือง ขอใช้สถานที่\n"
        "เรียน ผู้จัดการศูนย์บริการลูกค้า\n"
        "ด้วยสำนักงานเขตพื้นที่การศึกษากำหนดจัดอบรม",
        kind="external_letter",
        number="ศธ 04099/2117",
        date="2013-11-12",
        issuer="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 9",
        subject="ขอใช้สถานที่",
        recipients=("ผู้จัดการศูนย์บริการลูกค้า",),
    ),
    Head(
        "tones lost by a text layer",
        "ที ศธ ๐๔๐๙๙/๑๓๓๐\tสํานักงานเขตพืนทีการศึกษามัธยมศึกษา\n"
        "\tถนนหลัก ตําบลในเมือง\n"
        "๒ มิถุนายน ๒๕๕๗\n"
        "เรือง เรงรัดการจัดเก็บขอมูล\n"
        "เรียน ผูอํานวยการโรงเรียน ทุกโรง\n"
        "สิงทีส งมาดวย คูมือการจัดเก็บขอมูล\n"
        "ตามที่สํานักงานแจงใหโรงเรียนดําเนินการ",
        kind="external_letter",
        number="ศธ 04099/1330",
        date="2014-06-02",
        issuer="สํานักงานเขตพืนทีการศึกษามัธยมศึกษา",
        subject="เรงรัดการจัดเก็บขอมูล",
        recipients=("ผูอํานวยการโรงเรียน ทุกโรง",),
    ),
    Head(
        "district office, letterhead above the number",
        "\tที่ว่าการอำเภอภูเขียวน้อย\n"
        "ที่ นน ๐๒๑๘/ว ๙๐๒\n"
        "\tถนนเจ้าฟ้า นน ๕๕๑๑๐\n"
        "๓๐ กันยายน ๒๕๖๔\n"
        "เรื่อง การประชุมกำนัน ผู้ใหญ่บ้าน\n"
        "เรียน กำนันทุกตำบล และผู้ใหญ่บ้านทุกหมู่บ้าน\n"
        "ด้วยอำเภอกำหนดประชุม",
        kind="external_letter",
        number="นน 0218/ว 902",
        date="2021-09-30",
        issuer="อำเภอภูเขียวน้อย",
        subject="การประชุมกำนัน ผู้ใหญ่บ้าน",
        recipients=("กำนันทุกตำบล", "ผู้ใหญ่บ้านทุกหมู่บ้าน"),
        circular=True,
    ),
    Head(
        "local body, stamp lines first, handwriting misread between",
        "องค์การบริหารส่วนตำบลท่าเรือ\n"
        "เลขที่รับ 1372\n"
        "วันที่ 18 ส.ค. 2559\n"
        "เวลา 10.30 น.\n"
        "ที่ มท ๐๘๐๘.๒/ว ๐๖๗๙\n"
        "กรมส่งเสริมสหกรณ์\n"
        "ถนนพิชัย กทม. ๑๐๓๐๐\n"
        "ฉ.ก.ค.\n"
        "๔ สิงหาคม ๒๕๕๙\n"
        "เรื่อง การตรวจสอบบัญชี\n"
        "เรียน นายกองค์การบริหารส่วนตำบล ทุกแห่ง\n"
        "ตามที่กรมได้แจ้ง",
        kind="external_letter",
        number="มท 0808.2/ว 0679",
        date="2016-08-04",
        issuer="กรมส่งเสริมสหกรณ์",
        subject="การตรวจสอบบัญชี",
        recipients=("นายกองค์การบริหารส่วนตำบล ทุกแห่ง",),
        circular=True,
    ),
    Head(
        "committee of a ministry, agency in brackets, secret",
        "ลับมาก\n"
        "ด่วนมาก\n"
        "ที่ กค (กวจ) ๐๔๐๕.๒/ว ๑๑๙\n"
        "คณะกรรมการวินิจฉัยปัญหาการจัดซื้อจัดจ้าง\n"
        "กรมบัญชีกลาง\n"
        "ถนนพระราม ๖ กทม. ๑๐๔๐๐\n"
        "๗ มีนาคม ๒๕๖๑\n"
        "เรื่อง แนวทางการปฏิบัติ\n"
        "เรียน ปลัดกระทรวง อธิบดี เลขาธิการ\n"
        "ด้วยคณะกรรมการ",
        kind="external_letter",
        number="กค (กวจ) 0405.2/ว 119",
        date="2018-03-07",
        issuer="คณะกรรมการวินิจฉัยปัญหาการจัดซื้อจัดจ้าง กรมบัญชีกลาง",
        subject="แนวทางการปฏิบัติ",
        recipients=("ปลัดกระทรวง อธิบดี เลขาธิการ",),
        circular=True,
        urgency="ด่วนมาก",
        secrecy="ลับมาก",
    ),
    Head(
        "urgency and number in one line",
        "ด่วน ที่ สธ ๐๒๐๓.๐๙.๔/๑๑\n"
        "สำนักงานปลัดกระทรวงสาธารณสุข\n"
        "ถนนติวานนท์ จังหวัดนนทบุรี ๑๑๐๐๐\n"
        "1 February 2565\n"
        "เรื่อง ขอข้อมูล\n"
        "เรียน นายแพทย์สาธารณสุขจังหวัดน่าน\n"
        "ด้วยสำนักงาน",
        kind="external_letter",
        number="สธ 0203.09.4/11",
        date="2022-02-01",
        issuer="สำนักงานปลัดกระทรวงสาธารณสุข",
        subject="ขอข้อมูล",
        recipients=("นายแพทย์สาธารณสุขจังหวัดน่าน",),
        urgency="ด่วน",
    ),
    Head(
        "recipients numbered",
        "ที่ ยธ ๐๗๐๑/๕๕\n"
        "กรมคุมประพฤติ\n"
        "๒ กุมภาพันธ์ ๒๕๖๖\n"
        "เรื่อง ส่งแผนการตรวจ\n"
        "เรียน ๑. ผู้อำนวยการสำนักงานคุมประพฤติจังหวัดน่าน\n"
        "๒. ผู้อำนวยการสำนักงานคุมประพฤติจังหวัดตาก\n"
        "อ้างถึง หนังสือกรมคุมประพฤติ ที่ ยธ ๐๗๐๑/๔๔ ลงวันที่ ๑ กุมภาพันธ์ ๒๕๖๖\n"
        "ตามหนังสือที่อ้างถึง",
        kind="external_letter",
        number="ยธ 0701/55",
        date="2023-02-02",
        issuer="กรมคุมประพฤติ",
        subject="ส่งแผนการตรวจ",
        recipients=(
            "ผู้อำนวยการสำนักงานคุมประพฤติจังหวัดน่าน",
            "ผู้อำนวยการสำนักงานคุมประพฤติจังหวัดตาก",
        ),
    ),
    Head(
        "subject over three lines, blank addressee",
        "ที่ ศธ ๐๔๐๑๑/ว๕๒\n"
        "สำนักงานคณะกรรมการการอาชีวศึกษา\n"
        "กระทรวงศึกษาธิการ กทม. ๑๐๓๐๐\n"
        "๑๘ เมษายน ๒๕๕๘\n"
        "เรื่อง ขอเชิญประชุมอบรมการใช้ระบบสนับสนุน\n"
        "การบริหารจัดการ (AREA : Management System)\n"
        "ประจำปีงบประมาณ พ.ศ. ๒๕๕๘\n"
        "เรียน\n"
        "\n"
        "ด้วยสำนักงานกำหนดจัดอบรม",
        kind="external_letter",
        number="ศธ 04011/ว 52",
        date="2015-04-18",
        issuer="สำนักงานคณะกรรมการการอาชีวศึกษา",
        subject="ขอเชิญประชุมอบรมการใช้ระบบสนับสนุนการบริหารจัดการ (AREA : Management System)"
        " ประจำปีงบประมาณ พ.ศ. 2558",
        circular=True,
    ),
    Head(
        "stamped letter: ถึง, no subject, office and date below",
        "ที่ นร ๑๐๐๔.๑/ว ๙๗๓\n"
        "ถึง สถาบันการศึกษา\n"
        "\n"
        "พร้อมหนังสือนี้ สำนักงานขอส่งประกาศรับสมัคร มาเพื่อโปรดประชาสัมพันธ์\n"
        "\n"
        "สำนักงานคณะกรรมการข้าราชการพลเรือน\n"
        "๒๐ เมษายน ๒๕๕๓\n"
        "กลุ่มบริหารการสอบ\n"
        "โทร. ๐ ๒๕๔๗ ๐๐๐๐",
        kind="stamped_letter",
        number="นร 1004.1/ว 973",
        date="2010-04-20",
        issuer="สำนักงานคณะกรรมการข้าราชการพลเรือน",
        recipients=("สถาบันการศึกษา",),
        circular=True,
    ),
    Head(
        "order of a school, number in the title line",
        "คำสั่งโรงเรียนบ้านสวน\n"
        "ที่ ๑๒ / ๒๕๖๕\n"
        "เรื่อง แต่งตั้งคณะกรรมการเวรรักษาการณ์\n"
        "อาศัยอำนาจตามความในมาตรา ๓๙\n"
        "ทั้งนี้ ตั้งแต่บัดนี้เป็นต้นไป\n"
        "สั่ง ณ วันที่ ๒๘ เดือน กุมภาพันธ์ พ.ศ. ๒๕๖๕\n"
        "(นายสมมุติ ใจงาม)",
        kind="order",
        number="12/2565",
        date="2022-02-28",
        issuer="โรงเรียนบ้านสวน",
        subject="แต่งตั้งคณะกรรมการเวรรักษาการณ์",
    ),
    Head(
        "order whose day and number are written by hand",
        "คำสั่งสำนักงานเขตพื้นที่การศึกษามัธยมศึกษา\n"
        "ที่        /๒๕๕๙\n"
        "เรื่อง แต่งตั้งคณะทำงาน\n"
        "ตามที่สำนักงานเขตพื้นที่การศึกษา ได้จัดสรร\n"
        "สั่ง ณ วันที่       ตุลาคม พ.ศ. ๒๕๕๙",
        kind="order",
        date="2016-10",
        issuer="สำนักงานเขตพื้นที่การศึกษามัธยมศึกษา",
        subject="แต่งตั้งคณะทำงาน",
    ),
    Head(
        "blank order without a mark: a template by what it leaves open",
        "คำสั่งอำเภอ.............\n"
        "ที่ ........./๒๕๖๖\n"
        "เรื่อง แต่งตั้งคณะทำงานระดับอำเภอ\n"
        "ด้วยจังหวัดได้มีคำสั่ง\n"
        "สั่ง ณ วันที่ ............. พ.ศ. ๒๕๖๖",
        kind="order",
        subject="แต่งตั้งคณะทำงานระดับอำเภอ",
        template=True,
    ),
    Head(
        "announcement",
        "ประกาศเทศบาลเมืองริมโขง\n"
        "เรื่อง รับสมัครบุคคลเพื่อสรรหาและเลือกสรร\n"
        "เป็นพนักงานจ้าง\n"
        "ด้วยเทศบาลเมืองริมโขงมีความประสงค์\n"
        "จึงประกาศมาเพื่อทราบโดยทั่วกัน\n"
        "ประกาศ ณ วันที่ ๑๓ กรกฎาคม พ.ศ. ๒๕๕๘",
        kind="announcement",
        date="2015-07-13",
        issuer="เทศบาลเมืองริมโขง",
        subject="รับสมัครบุคคลเพื่อสรรหาและเลือกสรรเป็นพนักงานจ้าง",
    ),
    Head(
        "regulation",
        "ระเบียบกระทรวงวัฒนธรรม\n"
        "ว่าด้วยการใช้หอประชุม พ.ศ. ๒๕๖๐\n"
        "\n"
        "โดยที่เป็นการสมควร\n"
        "ประกาศ ณ วันที่ ๑ ธันวาคม พ.ศ. ๒๕๖๐",
        kind="regulation",
        date="2017-12-01",
        issuer="กระทรวงวัฒนธรรม",
        subject="ระเบียบกระทรวงวัฒนธรรมว่าด้วยการใช้หอประชุม พ.ศ. 2560",
    ),
    Head(
        "minutes",
        "รายงานการประชุมคณะกรรมการบริหารโรงพยาบาลริมน้ำ\n"
        "ครั้งที่ ๑/๒๕๖๖\n"
        "เมื่อวันที่ ๑๐ มกราคม ๒๕๖๖\n"
        "ณ ห้องประชุมใหญ่\n"
        "ผู้มาประชุม",
        kind="minutes",
        date="2023-01-10",
        subject="รายงานการประชุมคณะกรรมการบริหารโรงพยาบาลริมน้ำ ครั้งที่ 1/2566",
    ),
    Head(
        "certificate",
        "ที่ ศธ ๐๔๑๒๓.๔๕/๗\n"
        "โรงเรียนบ้านสวน\n"
        "หนังสือรับรองฉบับนี้ให้ไว้เพื่อแสดงว่า เด็กหญิงสมมุติ ใจงาม เป็นนักเรียน\n"
        "ให้ไว้ ณ วันที่ ๙ พฤษภาคม พ.ศ. ๒๕๖๖",
        kind="certificate",
        number="ศธ 04123.45/7",
        date="2023-05-09",
        issuer="โรงเรียนบ้านสวน",
    ),
    Head(
        "blank form",
        "แบบตอบรับการเข้าร่วมประชุม\n"
        "หน่วยงาน.......................................\n"
        "ชื่อ..........................ตำแหน่ง..................",
        kind="form",
        subject="แบบตอบรับการเข้าร่วมประชุม",
        template=True,
    ),
    Head(
        "filled report form",
        "แบบรายงานผลการกำจัดผักตบชวา\n"
        "จังหวัดน่าน\n"
        "ข้อมูล ณ วันที่ ๒๕ เดือน กรกฎาคม พ.ศ. ๒๕๖๕\n"
        "ที่\tแหล่งน้ำ\tผล\n"
        "๑\tหนองใหญ่\tกำจัดแล้ว\n"
        "\tเครื่อง มือครบ\tเรื่อง ไม่มี",
        kind="report",
        issuer="จังหวัดน่าน",
        subject="แบบรายงานผลการกำจัดผักตบชวา",
    ),
    Head(
        "filled report form with dotted leaders under what was written",
        "แบบรายงานผลการกำจัดผักตบชวา\n"
        "จังหวัด.....ตาก.....\n"
        "ข้อมูล ณ วันที่ ..๒๕.. เดือน ..ตุลาคม.. พ.ศ. ..๒๕๖๕..\n"
        "ที่\tแหล่งน้ำ\tผล\n"
        "๑\tหนองเล็ก\tกำจัดแล้ว",
        kind="report",
        issuer="จังหวัดตาก",
        subject="แบบรายงานผลการกำจัดผักตบชวา",
    ),
    Head(
        "draft letter",
        "(ร่าง)\n"
        "ที่ มท ๐๓๐๙/ว\n"
        "กรมการปกครอง\n"
        "ถนนอัษฎางค์ กทม. ๑๐๒๐๐\n"
        "มิถุนายน ๒๕๖๕\n"
        "เรื่อง การลงทะเบียน\n"
        "เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด\n"
        "ด้วย",
        kind="external_letter",
        number="มท 0309/ว",
        date="2022-06",
        issuer="กรมการปกครอง",
        subject="การลงทะเบียน",
        recipients=("ผู้ว่าราชการจังหวัด ทุกจังหวัด",),
        circular=True,
        template=True,
    ),
    Head(
        "town hall of a municipality, Common Era",
        "ที่ ชร ๕๒๐๐๑/๑๒๓\n"
        "สำนักงานเทศบาลตำบลทุ่งกว้าง\n"
        "๙๙ หมู่ ๑ ตำบลทุ่งกว้าง ชร ๕๗๐๐๐\n"
        "วันที่ 9 มกราคม ค.ศ. 2023\n"
        "เรื่อง ขอความอนุเคราะห์\n"
        "กราบเรียน ผู้ว่าราชการจังหวัดเชียงราย\n"
        "เนื่องด้วยเทศบาล",
        kind="external_letter",
        number="ชร 52001/123",
        date="2023-01-09",
        issuer="เทศบาลตำบลทุ่งกว้าง",
        subject="ขอความอนุเคราะห์",
        recipients=("ผู้ว่าราชการจังหวัดเชียงราย",),
    ),
    Head(
        "to a monk",
        "ที่ พศ ๐๐๐๔/๑๒\n"
        "สำนักงานพระพุทธศาสนาแห่งชาติ\n"
        "๑ มีนาคม ๒๕๖๕\n"
        "เรื่อง ขอใช้สถานที่\n"
        "นมัสการ เจ้าอาวาสวัดทุ่งกว้าง\n"
        "ด้วยสำนักงาน",
        kind="external_letter",
        number="พศ 0004/12",
        date="2022-03-01",
        issuer="สำนักงานพระพุทธศาสนาแห่งชาติ",
        subject="ขอใช้สถานที่",
        recipients=("เจ้าอาวาสวัดทุ่งกว้าง",),
    ),
    Head(
        "a date that cannot be is no date",
        "ที่ มท ๐๓๐๙/๑\nกรมการปกครอง\n๓๑ กุมภาพันธ์ ๒๕๖๕\nเรื่อง ทดสอบ\nเรียน นายอำเภอ\nด้วย",
        kind="external_letter",
        number="มท 0309/1",
        issuer="กรมการปกครอง",
        subject="ทดสอบ",
        recipients=("นายอำเภอ",),
    ),
    Head(
        "handwriting misread behind a printed ว, the large urgency cut by the emblem",
        "ต่วนที\nที่ มท ๐๓๐๙/วาวอดี์\tกรมการปกครอง\nสิงหาคม ๒๕๕๙\nเรื่อง ทดสอบ\nเรียน นายอำเภอ\nด้วย",
        kind="external_letter",
        number="มท 0309/ว",
        date="2016-08",
        issuer="กรมการปกครอง",
        subject="ทดสอบ",
        recipients=("นายอำเภอ",),
        circular=True,
        urgency="ด่วนที่สุด",
    ),
    Head(
        "handwriting misread for an order's number is no number",
        "คำสั่งโรงเรียนบ้านสวน\nที่ ซูซี๑ /๒๕๕๙\nเรื่อง แต่งตั้งคณะทำงาน\nด้วยโรงเรียน\nสั่ง ณ วันที่ ๑ มีนาคม ๒๕๕๙",
        kind="order",
        date="2016-03-01",
        issuer="โรงเรียนบ้านสวน",
        subject="แต่งตั้งคณะทำงาน",
    ),
    Head(
        "report whose table has no rules and no ordinals",
        "โรงพยาบาลริมน้ำ\n"
        "แบบสรุปผลการจัดซื้อจัดจ้าง\n"
        "งาน\tวงเงิน\tวิธี\n"
        "ซื้อยา\t22,400.00\tเฉพาะเจาะจง\n"
        "ซื้อผ้า\t1,400.00\tเฉพาะเจาะจง",
        kind="report",
        issuer="โรงพยาบาลริมน้ำ",
        subject="แบบสรุปผลการจัดซื้อจัดจ้าง",
    ),
    Head(
        "nothing that it says of itself",
        "ภาพกิจกรรม\nปลูกป่าเฉลิมพระเกียรติ",
        kind="other",
    ),
)


@pytest.mark.parametrize("head", HEADS, ids=lambda head: head.name)
def test_head(head: Head) -> None:
    document = Document((page_from_text(head.text),))
    number, date, issuer = read_number(document), read_date(document), read_issuer(document)
    subject = read_subject(document)
    assert (
        Head(
            name=head.name,
            text=head.text,
            kind=read_kind(document),
            number=number and number.value,
            date=date and date.value,
            issuer=issuer and issuer.value,
            subject=subject and subject.value,
            recipients=tuple(field.value for field in read_recipients(document)),
            circular=is_circular(document),
            template=is_template(document),
            urgency=read_urgency(document),
            secrecy=read_secrecy(document),
        )
        == head
    )


def test_what_is_missing_is_said() -> None:
    document = Document((page_from_text(HEADS[1].text),))
    number, date = read_number(document), read_date(document)
    assert number is not None and number.note and "running number" in number.note
    assert date is not None and date.note and "day" in date.note


def test_evidence_stands_where_the_ink_stands() -> None:
    document = Document((page_from_text(HEADS[0].text),))
    issuer = read_issuer(document)
    assert issuer is not None and issuer.page == 1 and issuer.box is not None
    assert issuer.box[0] > 0.4  # the right column


def _scan(*placed: tuple[str, float, float], stamps: tuple[Stamp, ...] = ()) -> Document:
    """A page read from a scan: lines as (text, left, top), 1 % of the width a character."""
    lines = tuple(
        Line(text, 1, Box(left, top, left + 0.01 * len(text), top + 0.015), 0.9)
        for text, left, top in placed
    )
    return Document((Page(1, lines, stamps=stamps),))


def test_a_number_read_in_pieces_on_one_row() -> None:
    document = _scan(
        ("ที่ มท ๐๓๐๙/", 0.1, 0.10),
        ("ว ๖๐๙", 0.23, 0.101),
        ("กรมการปกครอง", 0.6, 0.10),
        ("เรื่อง ทดสอบ", 0.1, 0.20),
    )
    number, issuer = read_number(document), read_issuer(document)
    assert number is not None and number.value == "มท 0309/ว 609"
    assert issuer is not None and issuer.value == "กรมการปกครอง"


def test_a_letterhead_under_a_stamp_is_doubted() -> None:
    document = _scan(
        ("ที่ มท ๐๓๐๙/๑", 0.1, 0.10),
        ("ส นั้ฟิติเงิม", 0.6, 0.10),
        ("กระทรวงมหาดไทย กทม. ๑๐๒๐๐", 0.6, 0.12),
        ("เรื่อง ทดสอบ", 0.1, 0.20),
    )
    issuer = read_issuer(document)
    assert issuer is not None and issuer.note and "could not be read" in issuer.note


def test_a_date_stamped_on_the_row_of_the_date() -> None:
    stamp = Stamp(
        1, Box(0.6, 0.1, 0.8, 0.12), (Line("๒๑ พ.ย. ๒๕๖๖", 1, Box(0.6, 0.1, 0.8, 0.12), 0.8),)
    )
    document = _scan(
        ("บันทึกข้อความ", 0.4, 0.05),
        ("ส่วนราชการ กองคลัง", 0.1, 0.08),
        ("ที่ นน ๐๐๓๓/๑", 0.1, 0.10),
        ("วันที่ ....", 0.5, 0.10),
        ("เรื่อง ทดสอบ", 0.1, 0.13),
        stamps=(stamp,),
    )
    date = read_date(document)
    assert date is not None and date.value == "2023-11-21"
    assert date.note and "stamped" in date.note


def test_the_body_begins_at_an_indent_where_places_are_real() -> None:
    document = _scan(
        ("ที่ มท ๐๓๐๙/๑", 0.1, 0.10),
        ("เรื่อง การส่งรายงานผลการดำเนินงานของหน่วย", 0.1, 0.20),
        ("ที่เกี่ยวข้อง", 0.17, 0.22),
        ("เรียน ผู้ว่าราชการจังหวัดน่าน", 0.1, 0.24),
        ("ขอให้จังหวัดรายงานผล", 0.25, 0.26),
    )
    subject, recipients = read_subject(document), read_recipients(document)
    assert subject is not None and subject.value.endswith("ของหน่วยที่เกี่ยวข้อง")
    assert [field.value for field in recipients] == ["ผู้ว่าราชการจังหวัดน่าน"]
