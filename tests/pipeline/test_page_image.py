"""A page as people look at it: upright, in the form that browsers know."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from pipeline.intake.accept import look_at
from pipeline.media_type import DOCX
from pipeline.models import Page
from pipeline.page_image import page_jpeg


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    """A scan put in sideways: the head of the page is at its right edge."""
    image = Image.new("RGB", (800, 400), "white")
    ImageDraw.Draw(image).rectangle((700, 0, 800, 400), fill="black")
    path = tmp_path / "sideways.png"
    image.save(path, dpi=(110, 110))
    return path


def test_a_page_is_shown_as_it_was_turned_to_be_read(scan: Path) -> None:
    jpeg = page_jpeg(look_at(scan), Page(1, rotation=270))
    with Image.open(io.BytesIO(jpeg)) as shown:
        assert shown.format == "JPEG"
        assert shown.height > shown.width
        middle = shown.width // 2
        assert shown.convert("L").getpixel((middle, 5)) < 50  # type: ignore[operator]
        assert shown.convert("L").getpixel((middle, shown.height - 5)) > 200  # type: ignore[operator]


def test_a_word_file_has_no_pictures(scan: Path) -> None:
    with pytest.raises(ValueError, match="no pictures"):
        page_jpeg(replace(look_at(scan), media_type=DOCX), Page(1))
