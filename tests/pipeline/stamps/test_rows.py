"""A stamp whose printed words wore away: its rows are told by their place in the frame."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from pipeline.models import Page, Stamp
from pipeline.rasterise import render_pdf_page
from pipeline.scan import read_scan
from pipeline.stamps.areas import flattened, frames, top_of_page
from pipeline.stamps.received import with_received

LETTER = Path(__file__).parents[3] / "corpus/built/letters/rules/police-invitation.pdf"


@cache
def letter() -> tuple[Page, np.ndarray]:
    picture = render_pdf_page(LETTER, 1)
    return read_scan(picture), picture


def worn(*parts: str) -> tuple[Page, np.ndarray]:
    """The letter, whose stamp lacks the words that these parts stand behind."""
    page, picture = letter()
    picture = picture.copy()
    height, width = picture.shape[:2]
    (stamp,) = page.stamps
    for line in stamp.lines:
        if line.text.startswith(parts):
            word = line.words[0].box
            tall = word.bottom - word.top
            picture[
                int((word.top - 0.3 * tall) * height) : int((word.bottom + 0.2 * tall) * height),
                int((word.left - 0.01) * width) : int((word.right + 0.004) * width),
            ] = 255
    return replace(page, stamps=()), picture


def told(page: Page) -> dict[str, float]:
    return {line.text: line.confidence for stamp in page.stamps for line in stamp.lines}


def test_a_date_in_a_frame_tells_the_number_above_and_the_time_below() -> None:
    lines = told(with_received(*worn("เลขรับ", "วันที่", "เวลา")))
    assert lines["เลขรับ 5519"] <= 0.5
    assert lines["วันที่ 14 ก.ย. 2566"] <= 0.5
    assert lines["เวลา 14.05"] <= 0.5


@pytest.mark.parametrize("part", ["เลขรับ", "วันที่"])
def test_words_that_were_read_tell_the_one_that_was_not(part: str) -> None:
    lines = told(with_received(*worn(part)))
    assert "เลขรับ 5519" in lines
    assert "วันที่ 14 ก.ย. 2566" in lines


def test_a_frame_without_words_and_date_is_no_stamp() -> None:
    page, picture = worn("เลขรับ", "วันที่", "เวลา")
    (stamp,) = letter()[0].stamps
    blank(picture, stamp, "วันที่")
    assert not with_received(page, picture).stamps


def blank(picture: np.ndarray, stamp: Stamp, part: str) -> None:
    height, width = picture.shape[:2]
    box = next(line.box for line in stamp.lines if line.text.startswith(part))
    picture[
        int((box.top - 0.003) * height) : int(box.bottom * height),
        int(box.left * width) : int((box.right + 0.01) * width),
    ] = 255


def test_what_stands_in_a_frame_is_laid_out_flat_and_keeps_its_place_on_the_page() -> None:
    page, picture = letter()
    size = (picture.shape[1], picture.shape[0])
    (frame,) = frames(page, top_of_page(page, picture), size)
    area = flattened(page, picture, frame)
    assert abs(frame.corners[1][1] - frame.corners[0][1]) > 30  # it was pressed askew
    tops = [strip.box[1] for strip in area.strips]
    assert len(tops) >= 4
    number = next(line for line in letter()[0].stamps[0].lines if line.text.startswith("เลขรับ"))
    assert any(abs(area.box(strip.box).middle - number.box.middle) < 0.004 for strip in area.strips)


def test_a_pale_stamp_is_read_as_one_in_dark_ink() -> None:
    page, picture = letter()
    height, width = picture.shape[:2]
    box = page.stamps[0].box
    pale = picture.copy()
    part = pale[
        int((box.top - 0.03) * height) : int((box.bottom + 0.02) * height),
        int((box.left - 0.03) * width) : int((box.right + 0.06) * width),
    ]
    part[:] = 255 - (255 - part) // 3
    assert "วันที่ 14 ก.ย. 2566" in told(with_received(replace(page, stamps=()), pale))
