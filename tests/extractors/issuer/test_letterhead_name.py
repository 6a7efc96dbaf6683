"""The name at the head of a letter where a part, a branch or a ministry stands on its next line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.issuer.read import read_issuer
from pipeline.models import Box, Document, Line, Page
from tests.extractors.print_shop import pages


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("ธนาคารดอนงาม\n\tสำนักงานจังหวัดน่าน", "ธนาคารดอนงาม สำนักงานจังหวัดน่าน"),
        ("มหาวิทยาลัยดอนงาม\n\tสำนักทะเบียน", "มหาวิทยาลัยดอนงาม สำนักทะเบียน"),
        ("สำนักคุ้มครองผู้เดินทาง\n\tกระทรวงดอนงาม", "สำนักคุ้มครองผู้เดินทาง"),
        ("ธนาคารดอนงาม\n\tสำนักงานใหญ่", "ธนาคารดอนงาม"),
        (
            "การประปาเมืองดอนงาม\n\tDONNGAM WATERWORKS\n\tสาขาตลาดเก่า",
            "การประปาเมืองดอนงาม สาขาตลาดเก่า",
        ),
        ("สหกรณ์ดอนงาม จำกัด\n\tDonngaฏm Cooperative\n\tสาขาที่ ๓", "สหกรณ์ดอนงาม จำกัด สาขาที่ 3"),
        ("โรงพยาบาลดอนงาม\n\tสาชาบ้านเหนือ", "โรงพยาบาลดอนงาม สาขาบ้านเหนือ"),
        ("มูลนิธิดอนงาม\n\tสาขาวิชาการ", "มูลนิธิดอนงาม"),
        ("๒ . สำนักงานดอนงาม", "สำนักงานดอนงาม"),
        ("ธนาคารดอนงาม\n\tภาค ๙", "ธนาคารดอนงาม ภาค 9"),
        ("สถาบันวิจัยและพัฒนา\n\tมหาวิทยาลัยดอนงาม", "สถาบันวิจัยและพัฒนา มหาวิทยาลัยดอนงาม"),
        (
            "สำนักงานป้องกันและบรรเทาสาธารณภัย\n\tจังหวัดน่าน ศาลากลางจังหวัด",
            "สำนักงานป้องกันและบรรเทาสาธารณภัยจังหวัดน่าน",
        ),
        ("โรงเรียนบ้านดอนงาม\n\tสำนักงานเขตพื้นที่การศึกษาน่าน เขต ๑", "โรงเรียนบ้านดอนงาม"),
        ("มูลนิธิดอนงาม\n\tศูนย์ฟื้นฟูเด็กบ้านเหนือ", "มูลนิธิดอนงาม ศูนย์ฟื้นฟูเด็กบ้านเหนือ"),
        ("บริษัท ดอนงาม จำกัด\n\tฝ่ายทรัพยากรบุคคล", "บริษัท ดอนงาม จำกัด ฝ่ายทรัพยากรบุคคล"),
        ("บริษัท ดอนงาม จำกัด\n\tฝ่ายบุคคล โทร. ๐ ๒๑๐๐ ๙๙๙๙", "บริษัท ดอนงาม จำกัด"),
        (
            "มหาวิทยาลัยดอนงาม\n\tสำนักงานอธิการบดี กองพัฒนานักศึกษา",
            "มหาวิทยาลัยดอนงาม สำนักงานอธิการบดี กองพัฒนานักศึกษา",
        ),
        ("ชมรมอาสาพัฒนา\n\tองค์การนักศึกษา", "ชมรมอาสาพัฒนา องค์การนักศึกษา"),
        ("การประปาดอนงาม\n\tการประปาดอนงามสาขาตลาดเก่า", "การประปาดอนงามสาขาตลาดเก่า"),
        ("สหกรณ์ดอนงาม จำกัด\n\tประเภทสหกรณ์การเกษตร", "สหกรณ์ดอนงาม จำกัด"),
        ("การฝ้ายแห่งประเทศไทย\n\tสำนักงานฝ้ายดอนงาม", "การฝ้ายแห่งประเทศไทย สำนักงานฝ้ายดอนงาม"),
        ("บริษัท ดอนงาม จำกัด\n\tสำนักงานเขต ๗", "บริษัท ดอนงาม จำกัด สำนักงานเขต 7"),
        ("หน่วยพิทักษ์ป่าที่ ดง.๒\n\t(ห้วยแม่งาม)", "หน่วยพิทักษ์ป่าที่ ดง.2 (ห้วยแม่งาม)"),
        ("กรมแผนที่เมือง\n\tทุ่งสองห้อง หลักสี่\n\tกทม. ๑๐๒๑๐", "กรมแผนที่เมือง"),
    ],
    ids=[
        "a branch",
        "a part under the whole",
        "its ministry",
        "the head office",
        "a branch below an English line",
        "of a cooperative, a letter of the English misread",
        "its first letters misread",
        "a field of study",
        "scraps of an emblem",
        "its region",
        "a part over the whole",
        "its province before the building",
        "the area of a school",
        "a centre of a foundation",
        "a department of a firm",
        "who is to be rung",
        "its president's office",
        "a club of students",
        "the name again, with its branch",
        "what sort it is, behind the end of its name",
        "an enterprise of the state and its office",
        "a firm and its office",
        "where a station lies, in brackets",
        "its place and district in Bangkok",
    ],
)
def test_what_stands_under_the_name(head: str, issuer: str) -> None:
    letter = (
        f"ที่ กข ๐๑๙๙/๑๒\t{head}\n\t๙ ถนนดอนงาม ๑๐๙๙๙\n\t๓ มีนาคม ๒๕๖๗\nเรื่อง  ขอทราบข้อมูล\n"
        "เรียน  ผู้ว่าราชการจังหวัดน่าน\n      ด้วยมีความประสงค์จะขอทราบข้อมูลของจังหวัด จึงเรียนมาเพื่อโปรดพิจารณา"
    )
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None
    assert found.value == issuer


_BODY = """
เรื่อง  ขอทราบข้อมูล
เรียน  ผู้ว่าราชการจังหวัดน่าน
      ด้วยมีความประสงค์จะขอทราบข้อมูลของจังหวัด จึงเรียนมาเพื่อโปรดพิจารณา"""


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        (
            "^มหาวิทยาลัยดอนงาม\nที่ กข ๐๑๙๙.๐๙/๑๒\tคณะเกษตรศาสตร์\n\t๙ ถนนดอนงาม ๑๐๙๙๙",
            "มหาวิทยาลัยดอนงาม คณะเกษตรศาสตร์",
        ),
        (
            "   มหาวิทยาลัยดอนงาม\n   Donngam\nที่ กข ๐๑๙๙.๐๙/๑๒\tคณะเกษตรศาสตร์\n\t๙ ถนนดอนงาม",
            "มหาวิทยาลัยดอนงาม คณะเกษตรศาสตร์",
        ),
        (
            "   มหาวิทยาลัยดอนงาม\nที่ กข ๐๑๙๙.๐๙/๑๒\tสำนักหอสมุด\n\t๙ ถนนดอนงาม ๑๐๙๙๙",
            "มหาวิทยาลัยดอนงาม สำนักหอสมุด",
        ),
        (
            "^มหาวิทยาลัยดอนงาม\nที่ กข ๐๑๙๙.๐๙/๑๒\tมหาวิทยาลัยดอนงาม\n\t๙ ถนนดอนงาม ๑๐๙๙๙",
            "มหาวิทยาลัยดอนงาม",
        ),
        (
            "ธนาคารดอนงาม จำกัด (มหาชน)\tสำนักงานใหญ่ ๘๘ ถนนดอนงาม\nที่ กข ๑๙๙/๑๒",
            "ธนาคารดอนงาม จำกัด (มหาชน)",
        ),
    ],
    ids=[
        "a part right of the crest",
        "right of a name beside the crest",
        "a library so",
        "the whole in both places",
        "the address of a firm",
    ],
)
def test_a_name_under_a_crest_and_beside_it(head: str, issuer: str) -> None:
    letter = f"{head}\n\t๓ มีนาคม ๒๕๖๗{_BODY}"
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None
    assert found.value == issuer


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("สำนักงานคณะกรรมการ\n\tส่งเสริมการอ่าน", "สำนักงานคณะกรรมการส่งเสริมการอ่าน"),
        ("ศูนย์บริหารจัดการ\n\tชายแดนดอนงาม", "ศูนย์บริหารจัดการชายแดนดอนงาม"),
        ("การประปาดอนงาม\n\tDON NGAM WATERWORKS\n\tสาขาปลายนา", "การประปาดอนงาม สาขาปลายนา"),
        ("สมาคมชาวดอนงาม\n\t“รักถิ่น รักไทย”", "สมาคมชาวดอนงาม"),
        ("โรงเรียนดอนงามวิทยา\n\tในกำกับของมูลนิธิดอนงาม", "โรงเรียนดอนงามวิทยา"),
        ("สมาคมสื่อดอนงาม\n\tเว็บไซต์ www.example.org", "สมาคมสื่อดอนงาม"),
        ("เทศบาลเมืองดอนงาม\n\tกองช่าง", "เทศบาลเมืองดอนงาม กองช่าง"),
        ("ศูนย์อนามัยที่ ๙๑\n\tกรมดอนงาม", "ศูนย์อนามัยที่ 91"),
        ("ศูนย์สารสนเทศ\n\tกรมดอนงาม", "ศูนย์สารสนเทศ กรมดอนงาม"),
        ("กลุ่มผู้ใช้น้ำคลองสาย ๓\n\tโครงการส่งน้ำดอนงาม", "กลุ่มผู้ใช้น้ำคลองสาย 3"),
        ("ชมรมผู้สูงอายุ\n\tโรงพยาบาลดอนงาม", "ชมรมผู้สูงอายุ โรงพยาบาลดอนงาม"),
        ("สหกรณ์ออมทรัพย์ครู\n\tดอนงาม จำกัด", "สหกรณ์ออมทรัพย์ครูดอนงาม จำกัด"),
        ("สมาคมนักเขียนดอนงาม\n\tในพระราชูปถัมภ์", "สมาคมนักเขียนดอนงาม ในพระราชูปถัมภ์"),
        (
            "มหาวิทยาลัยดอนงาม\n\tสถาบันวิจัยพืช\n\tศูนย์เมล็ดพันธุ์",
            "มหาวิทยาลัยดอนงาม สถาบันวิจัยพืช ศูนย์เมล็ดพันธุ์",
        ),
        ("การไฟฟ้าดอนงาม\n\tสำนักงานอำเภอปลายนา", "การไฟฟ้าดอนงาม สำนักงานอำเภอปลายนา"),
        ("โรงเรียนบ้านดอนงาม\n\t(ประชาสรรค์)", "โรงเรียนบ้านดอนงาม (ประชาสรรค์)"),
    ],
    ids=[
        "a short name over two lines",
        "another",
        "English between a firm and its branch",
        "a slogan",
        "who keeps a school",
        "a web site",
        "a division of a town",
        "an office of its own under its department",
        "a unit that every department has",
        "an association that is called a group",
        "a club at a hospital",
        "a co-operative whose name ends on the next line",
        "under royal patronage",
        "three storeys of a university",
        "the local office of a firm",
        "what a school is called besides",
    ],
)
def test_lines_beside_the_name(head: str, issuer: str) -> None:
    letter = f"ที่ กข ๐๑๙๙/๑๒\t{head}\n\t๙ ถนนดอนงาม ๑๐๙๙๙\n\t๓ มีนาคม ๒๕๖๗{_BODY}"
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None
    assert found.value == issuer


def test_the_signatory_tells_which_of_two_offices_issues() -> None:
    letter = (
        "^กระทรวงดอนงาม\n^กรมส่งเสริมการพายเรือ\nที่ กข ๐๑๙๙/๑๒\n\t๓ มีนาคม ๒๕๖๗"
        f"{_BODY}\n~ขอแสดงความนับถือ\n\n~(นายเอก มั่นคง)\n~{{}}"
    )
    for post, issuer in (
        ("อธิบดีกรมส่งเสริมการพายเรือ", "กรมส่งเสริมการพายเรือ"),
        ("ปลัดกระทรวงดอนงาม", "กระทรวงดอนงาม"),
    ):
        found = read_issuer(Document(tuple(pages(letter.format(post)))))
        assert found is not None
        assert found.value == issuer


def test_a_rail_at_the_left_of_the_text_is_the_letterhead() -> None:
    letter = (
        "@ 10 36\n\tที่ กข ๐๑๙๙/๑๒\n\t๓ มีนาคม ๒๕๖๗\nศูนย์บริหารจัดการ\tเรื่อง ขอทราบข้อมูล\n"
        "ชายแดนดอนงาม\tเรียน ผู้ว่าราชการจังหวัดน่าน\n"
        "ถนนดอนงาม\tด้วยมีความประสงค์จะขอทราบข้อมูลของจังหวัด\nwww.example.org\tจึงเรียนมาเพื่อโปรดพิจารณา"
    )
    sheet = pages(letter)[0]
    found = read_issuer(Document((replace(sheet, origin="scan"),)))
    assert found is not None
    assert found.value == "ศูนย์บริหารจัดการชายแดนดอนงาม"


def test_a_branch_stands_right_of_its_bank() -> None:
    letter = f"ธนาคารดอนงาม จำกัด (มหาชน)\tสาขาปลายนา\nที่ ดง ๑๒/๒๕๖๗\n\t๓ มีนาคม ๒๕๖๗{_BODY}"
    found = read_issuer(Document(tuple(pages(letter))))
    assert found is not None
    assert found.value == "ธนาคารดอนงาม จำกัด (มหาชน) สาขาปลายนา"


def test_a_division_where_to_answer_is_not_who_writes() -> None:
    """Its enterprise is named in the middle above, the division at the right over the street."""
    told = (
        ("การท่าเรือตัวอย่าง", 0.42, 0.62, 0.11),
        ("ที่ ทร.๕๑๐๐/๑๒๖/๒๕๖๖", 0.14, 0.33, 0.16),
        ("ฝ่ายการช่าง", 0.62, 0.72, 0.16),
        ("๑ ถนนริมน้ำ แขวงดอนงาม", 0.62, 0.83, 0.18),
        ("๓๐ มกราคม ๒๕๖๖", 0.62, 0.76, 0.22),
        ("เรื่อง การสำรวจทางน้ำ", 0.14, 0.4, 0.25),
        ("เรียน นายอำเภอดอนงาม", 0.14, 0.33, 0.28),
        ("ด้วยการท่าเรือตัวอย่างจะสำรวจทางน้ำ จึงขอให้ท่านทราบ", 0.26, 0.8, 0.31),
        ("ขอแสดงความนับถือ", 0.57, 0.71, 0.5),
        ("(นายเอก มั่นคง)", 0.55, 0.73, 0.56),
        ("ผู้ว่าการการท่าเรือตัวอย่าง", 0.54, 0.74, 0.58),
    )
    lines = tuple(
        Line(text, 1, Box(left, top, right, top + 0.014), 0.95) for text, left, right, top in told
    )
    found = read_issuer(Document((Page(1, lines, origin="scan"),)))
    assert found is not None and found.value == "การท่าเรือตัวอย่าง"
