"""Every page can be used with a screen reader and by keyboard, as far as axe-core can tell, and
fits on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.saraban.web.addresses import ADDRESSES
from tests.saraban.web.conftest import Served

GRAVE = {"serious", "critical"}
ON_A_PHONE = ("search", "document")  # looked at by axe-core there as well


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_page_has_no_grave_fault_and_fits_on_a_phone(
    sample: Served, page: Page, name: str
) -> None:
    page.goto(sample.at(ADDRESSES[name]))
    assert grave_faults(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    if name in ON_A_PHONE:
        assert grave_faults(page) == []


def grave_faults(page: Page) -> list[str]:
    """The rules of axe-core that the page breaks gravely, each with the element that does."""
    return [
        f"{one['id']}: {node['html'][:200]}"
        for one in Axe().run(page).response["violations"]
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


def test_axe_sees_faults(sample: Served, page: Page) -> None:
    page.goto(sample.at("/login"))
    page.set_content('<html lang="th"><title>x</title><main><img src="/x.png"></main></html>')
    assert [one.partition(":")[0] for one in grave_faults(page)] == ["image-alt"]


def test_the_first_key_leads_past_the_navigation(sample: Served, page: Page) -> None:
    page.goto(sample.at("/inbox"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
