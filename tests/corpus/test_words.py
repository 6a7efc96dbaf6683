"""The words that are printed are the words of the data, all of them."""

from __future__ import annotations

from typing import Any

import pytest

from corpus import pages, reports, singles, transcript


def test_the_packet_has_seven_pages_and_every_line_is_printed() -> None:
    sections = pages.packet_pages()
    assert len(sections) == 7
    assert "๐๘๑๐.๗/ว ๒๕๖๓" in sections[1]


def test_a_line_that_no_template_prints_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    packet = transcript.read_packet()
    packet[6].lines[999] = "บรรทัดที่ตกหล่น"
    monkeypatch.setattr(transcript, "read_packet", lambda: packet)
    with pytest.raises(ValueError, match="บรรทัดที่ตกหล่น"):
        pages.packet_pages()


def test_pages_start_where_the_packet_says() -> None:
    firsts = [next(iter(page.lines.values())) for page in transcript.read_packet()]
    assert firsts[2].startswith("๓. ")
    assert firsts[3] == "- ตัวอย่าง -"
    assert firsts[4].startswith("๔. ")


def test_a_cell_that_goes_on_in_the_next_line_stays_one_cell() -> None:
    last = transcript.read_packet()[6]
    assert last.cells(177)[1] == "คณะกรรมการและ\nผู้ช่วยเลขานุการ"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("๑. แต่งตั้ง", '๑.<span class="gap"> </span>แต่งตั้ง'),
        ("- ติดตาม", '-<span class="gap"> </span>ติดตาม'),
        ("ด้วยกรม ได้แจ้ง", "ด้วยกรม ได้แจ้ง"),
        ("คำเดียว", "คำเดียว"),
    ],
)
def test_numbers_keep_their_gap(text: str, html: str) -> None:
    assert pages.fixed_number(text) == html


def test_a_blank_needs_its_place() -> None:
    assert "ที่ <span" in pages.blank("ที่ /๒๕๖๔", "ที่ ", "9mm")
    with pytest.raises(ValueError, match="ลงวันที่"):
        pages.blank("ที่ /๒๕๖๔", "ลงวันที่", "9mm")


@pytest.mark.parametrize("report", reports.read_reports(), ids=lambda report: report["name"])
def test_a_filled_form_says_what_its_truth_says(report: dict[str, Any]) -> None:
    form = reports.fill(report)
    (document,) = reports.documents(report)
    assert document["report"]["reporting_unit"] == form.unit == f"จังหวัด{report['province']}"
    assert f"{report['day']} เดือน {report['month']} พ.ศ. {report['year']}" in form.as_of
    assert document["report"]["period"]["end"] < document["report"]["as_of"]
    assert len(form.rows) == len(document["report"]["rows"]) >= 4


def texts(value: object) -> list[str]:
    """Every string under a key `text` of a truth: words that must be on the page."""
    if isinstance(value, dict):
        own = [value["text"]] if "text" in value else []
        return own + [text for part in value.values() for text in texts(part)]
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    return []


@pytest.mark.parametrize("single", singles.read_singles(), ids=lambda single: single.name)
def test_the_truth_of_a_single_is_printed_on_it(single: singles.Single) -> None:
    page = single.page.replace('.<span class="gap"> </span>', ". ")
    assert texts(single.truth)
    assert [text for text in texts(single.truth) if text not in page] == []
