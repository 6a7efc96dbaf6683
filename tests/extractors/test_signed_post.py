"""The post under a signature, and the post signed for."""

import pytest

from extractors.signed_post import read_posts
from pipeline.models import Box, Line


@pytest.mark.parametrize("formula", ["รักษาราชการแทน", "รักษารายการแทน", "ปฏิบัติราซการแทน"])
def test_thin_print_of_the_words_between_two_posts(formula: str) -> None:
    lines = [
        Line(f"รองนายกสมาคม {formula}", 1, Box(0.4, 0.5, 0.8, 0.52), 0.93),
        Line("นายกสมาคมผู้เลี้ยงผึ้ง", 1, Box(0.4, 0.53, 0.8, 0.55), 0.93),
    ]
    assert read_posts(lines) == ("รองนายกสมาคม", "นายกสมาคมผู้เลี้ยงผึ้ง")
