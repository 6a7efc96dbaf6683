"""The dashboard: figures that add up, plots that can be read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect
from starlette.testclient import TestClient

from saraban.web.plots import HEIGHT, WIDTH, stacked_columns, steps
from tests.saraban.web.conftest import LogIn, Served

COUNTS = st.dictionaries(
    st.tuples(st.integers(0, 11), st.integers(0, 5)), st.integers(1, 10**7), max_size=30
)


@given(COUNTS)
def test_bars_stand_inside_the_plot_and_do_not_overlap(values: dict[tuple[int, int], int]) -> None:
    made = stacked_columns([f"m{n}" for n in range(12)], [f"k{n}" for n in range(6)], values)
    assert len(made.bars) == len(values)
    for bar in made.bars:
        assert bar.x >= 0 and bar.x + bar.width <= WIDTH
        assert bar.y >= 0 and bar.y + bar.height <= made.floor + 0.3 <= HEIGHT
    for below, above in zip(made.bars, made.bars[1:], strict=False):
        if below.x == above.x:
            assert above.y + above.height <= below.y + 0.3


@given(st.integers(0, 10**9))
def test_an_axis_has_at_most_five_steps(tallest: int) -> None:
    assert tallest / steps(tallest) <= 5
    assert str(steps(tallest)).strip("0") in ("1", "2", "5")


def test_an_empty_plot_is_no_fault() -> None:
    assert stacked_columns([], [], {}).bars == ()


def test_what_is_shown_adds_up(sample: Served, page: Page) -> None:
    page.goto(sample.at("/dashboard?as_of=2021-04-28"))
    total = sample.archive.catalogue.count()
    expect(page.locator(".tiles .figure").first).to_have_text(str(total))
    kinds = page.locator("section[aria-labelledby=kinds] td.right").all_inner_texts()
    assert sum(map(int, kinds)) == total
    expect(page.get_by_role("img", name="เอกสารตามเดือนและชนิด")).to_be_visible()
    page.get_by_text("ดูเป็นตัวเลข").click()
    dated = page.locator("details td.right").all_inner_texts()
    undated = int(page.locator(".tiles .dim").first.inner_text().split()[-2])
    assert sum(map(int, dated)) + undated == total
    assert page.locator("svg.plot rect title").first.text_content()
    page.locator(".tiles a").last.click()
    expect(page).to_have_url(sample.at("/due?as_of=2021-04-28"))


@pytest.mark.parametrize(("name", "linked"), [("สมศรี", True), ("สมหมาย", False)])
def test_who_only_reads_is_not_led_to_the_review(log_in: LogIn, name: str, linked: bool) -> None:
    assert ('href="/review"' in log_in(name).get("/dashboard").text) is linked


def test_an_archive_of_others_days_has_nothing_due(client: TestClient) -> None:
    assert "เดือนนี้ไม่มีรายงานครบกำหนด" in client.get("/dashboard").text


@pytest.mark.parametrize("page", ["/due", "/dashboard"])
def test_a_day_is_typed_as_people_do(client: TestClient, page: str) -> None:
    """And stands in the form in the Buddhist Era, in addresses as ISO."""
    shown = client.get(f"{page}?as_of=๑ พ.ค. ๒๕๖๔")
    assert shown.status_code == 200
    assert 'value="1 พ.ค. 2564"' in shown.text or 'href="/due?as_of=2021-05-01"' in shown.text
    assert client.get(f"{page}?as_of=เมื่อวาน").status_code == 400


def test_each_letter_that_asks_this_month_is_named_with_its_counts(
    sample: Served, page: Page
) -> None:
    page.goto(sample.at("/dashboard?as_of=2021-04-28"))
    line = page.locator("section:has(#due-this-month) li")
    expect(line).to_contain_text("ขาดส่ง 74")
    line.get_by_role("link").click()
    expect(page).to_have_url(sample.at("/due?directive={letter}&as_of=2021-04-28"))
    expect(page.locator(".matrix")).to_be_visible()
