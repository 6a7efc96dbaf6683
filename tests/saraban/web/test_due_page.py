"""The matrix of what is due: which day a report counts from, and what it shows of a secret one."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from flows import accession as accessions
from index.accounts import add_account
from index.corrections import acts
from saraban.web.app import create_app
from tests.saraban.web.conftest import PASSWORD, REPORT, Served, token_in

ASKED = "/due?as_of=2021-05-01&unit=จังหวัดแพร่"


@pytest.fixture
def report(own_sample: Served) -> str:
    """The id of Phrae's report, which a person has found to be secret."""
    catalogue = own_sample.archive.catalogue
    filed = catalogue.documents(catalogue.ids())
    id_ = next(one.id for one in filed if one.source_name == REPORT)
    acts.put_right(catalogue, id_, "secrecy", {"value": "ลับ"}, "สมหญิง")
    accessions.complete(own_sample.archive)
    add_account(catalogue, "สมศรี", PASSWORD, "officer", cleared=True)
    add_account(catalogue, "สมชาย", PASSWORD, "officer", cleared=False)
    return id_


def cell(served: Served, name: str) -> str:
    """What the matrix says of Phrae's second quarter to somebody who has logged in."""
    app = create_app(served.archive, ("*",), demand_login=True)
    with TestClient(app, base_url="http://archive.example") as browser:
        token = token_in(browser.get("/login").text)
        form = {"name": name, "password": PASSWORD, "csrf": token}
        assert browser.post("/login", data=form, follow_redirects=False).status_code == 303
        found = re.search(r'<td class="received">(.*?)</td>', browser.get(ASKED).text, re.DOTALL)
    assert found
    return found[1]


def test_that_a_secret_report_came_is_told_but_not_which_it_is(
    own_sample: Served, report: str
) -> None:
    assert f"/documents/{report}/trace" in cell(own_sample, "สมศรี")
    shown = cell(own_sample, "สมชาย")
    assert "ได้รับ" in shown and "25 เม.ย. 2564" in shown
    assert report not in shown and "href" not in shown


def test_a_day_that_a_rule_gave_is_marked_with_the_rule(own_sample: Served, report: str) -> None:
    """The report bears no stamp: its day is that of its data."""
    shown = cell(own_sample, "สมศรี")
    assert "25 เม.ย. 2564*" in shown
    assert 'title="ไม่มีตราประทับรับ นับตามวันที่ของข้อมูล"' in shown


def test_a_long_demand_shows_its_latest_periods_until_all_are_asked_for(sample: Served) -> None:
    with TestClient(create_app(sample.archive), base_url="http://localhost") as browser:
        latest = browser.get("/due?as_of=2024-02-01&unit=จังหวัดแพร่").text
        assert latest.count('<th scope="col">ไตรมาส') == 8
        (link,) = re.findall(r'href="([^"]+)">แสดงทุกงวด', latest)
        every = browser.get(link.replace("&amp;", "&")).text
        assert every.count('<th scope="col">ไตรมาส') == 13
        assert "ไตรมาส 2/2564" in every and "ไตรมาส 2/2564" not in latest
        assert "แสดงเฉพาะ 8 งวดล่าสุด" in every


def test_a_part_of_a_unit_s_name_finds_it(sample: Served) -> None:
    with TestClient(create_app(sample.archive), base_url="http://localhost") as browser:
        asked = {"as_of": "2021-05-01", "unit": "แพร่"}
        found = browser.get("/due", params=asked).text
        assert re.findall(r'<th scope="row">([^<]+)', found) == ["จังหวัดแพร่"]
        none = browser.get("/due", params={**asked, "unit": "ดวงจันทร์"}).text
        assert "ไม่ได้สั่งหน่วยงานที่ชื่อมี “ดวงจันทร์”" in none
        assert "จังหวัดแพร่" in browser.get("/due.csv", params=asked).text


def test_a_count_leads_to_the_units_that_it_counts(sample: Served) -> None:
    with TestClient(create_app(sample.archive), base_url="http://localhost") as browser:
        page = browser.get("/due?as_of=2021-05-01").text
        (link,) = re.findall(r'href="([^"]*status=received)"', page)
        received = browser.get(link.replace("&amp;", "&")).text
        units = re.findall(r'<th scope="row">([^<]+)', received)
        assert units and len(units) < 76
        assert received.count('<td class="received">') == len(units)
        assert "แสดงทุกหน่วยงาน" in received and "แสดงทุกหน่วยงาน" not in page


def test_a_demand_that_nobody_has_compared_with_the_paper_says_so(own_sample: Served) -> None:
    said = "ยังไม่มีผู้เทียบกับเอกสาร"
    catalogue = own_sample.archive.catalogue
    with TestClient(create_app(own_sample.archive), base_url="http://localhost") as browser:
        assert said in browser.get(ASKED).text
        for filed in catalogue.documents(catalogue.ids()):
            for place in range(len(filed.record.obligations)):
                acts.accept(catalogue, filed.id, f"obligations.{place}", "สมหญิง")
        accessions.complete(own_sample.archive)
        assert said not in browser.get(ASKED).text
