"""A second look at stamps pressed askew, worn and crossed: what the first did not tell."""

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from pipeline import scan
from pipeline.models import Page
from pipeline.rasterise import render_pdf_page
from pipeline.stamps.again.look import with_stamps
from pipeline.stamps.received import with_received

RULES = Path(__file__).parents[4] / "corpus/built/letters/rules"


@cache
def unfilled(name: str, page: int = 1) -> tuple[Page, np.ndarray]:
    """A page of a letter as it is before its stamps are looked for."""
    picture = render_pdf_page(RULES / f"{name}.pdf", page)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(scan, "with_filled_in", lambda page, _: page)
        return scan.read_scan(picture), picture


def told(page: Page) -> list[str]:
    """What the stamps of a page tell behind their words."""
    words = ("เลขรับ ", "วันที่ ", "เวลา ")
    return [line.text for one in page.stamps for line in one.lines if line.text.startswith(words)]


def test_a_dater_pressed_askew_and_a_time_by_pen() -> None:
    read = told(with_stamps(*unfilled("pressed-faculty-three-rows")))
    assert {"วันที่ 9 ก.ย. 2565", "เวลา 10.25"} <= set(read)


def test_dates_of_two_offices() -> None:
    read = told(with_stamps(*unfilled("pressed-two-offices")))
    assert {"วันที่ 14 พ.ย. 2565", "วันที่ 15 พ.ย. 2565"} <= set(read)


def test_a_stamp_that_was_not_found_at_first() -> None:
    page, picture = unfilled("ministry-circular-survey")
    new = set(told(with_stamps(page, picture))) - set(told(with_received(page, picture)))
    assert {"เลขรับ 4471", "เวลา 09.15"} <= new


@pytest.mark.parametrize("name", ["pressed-heading-over", "pressed-area-check-boxes"])
def test_a_part_told_at_first_stays_and_none_of_a_second_look_is_sure(name: str) -> None:
    page, picture = unfilled(name)
    first, second = with_received(page, picture), with_stamps(page, picture)
    numbers = [text for text in told(first) if text.startswith("เลขรับ")]
    assert numbers == [text for text in told(second) if text.startswith("เลขรับ")]
    former = {line.text for stamp in first.stamps for line in stamp.lines}
    new = [line for stamp in second.stamps for line in stamp.lines if line.text not in former]
    assert all(line.confidence <= 0.5 and line.written for line in new)


def test_a_stamp_told_whole_is_not_looked_at_again() -> None:
    page, picture = unfilled("police-invitation")
    assert with_stamps(page, picture) == with_received(page, picture)


def test_a_stamp_in_black_at_the_foot_its_leaning_ones_and_a_day_in_figures() -> None:
    assert "เลขรับ 2856" in told(with_stamps(*unfilled("s-company-solar-lamps")))
    assert "เลขรับ 2418" in told(with_stamps(*unfilled("s-nursing-students-placed")))
    sent_on = unfilled("r-old-age-centres-packet", 3)
    assert {"เลขรับ 1746", "วันที่ 31 ต.ค. 2568"} <= set(told(with_stamps(*sent_on)))


def test_rows_that_grew_together_and_a_number_read_as_letters() -> None:
    assert "เลขรับ 655/67" in told(with_stamps(*unfilled("xa-packet-stamped-plan")))
    assert "เลขรับ 903" in told(with_stamps(*unfilled("wa-waterworks-pipe-under-road")))
