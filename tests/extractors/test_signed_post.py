"""The post under a signature, and the post signed for."""

import pytest

from extractors.signed_post import is_no_post, read_posts
from pipeline.models import Box, Line


@pytest.mark.parametrize("formula", ["รักษาราชการแทน", "รักษารายการแทน", "ปฏิบัติราซการแทน"])
def test_thin_print_of_the_words_between_two_posts(formula: str) -> None:
    lines = [
        Line(f"รองนายกสมาคม {formula}", 1, Box(0.4, 0.5, 0.8, 0.52), 0.93),
        Line("นายกสมาคมผู้เลี้ยงผึ้ง", 1, Box(0.4, 0.53, 0.8, 0.55), 0.93),
    ]
    assert read_posts(lines) == ("รองนายกสมาคม", "นายกสมาคมผู้เลี้ยงผึ้ง")


def test_acting_as_what_nobody_else_is_belongs_to_the_post() -> None:
    own, other = Box(0.4, 0.5, 0.8, 0.52), Box(0.4, 0.53, 0.8, 0.55)
    assert read_posts([Line("อุปทูตรักษาการ", 1, own)]) == ("อุปทูตรักษาการ", None)
    acting = [Line("รองคณบดีรักษาการ", 1, own), Line("คณบดีคณะนิติศาสตร์", 1, other)]
    assert read_posts(acting) == ("รองคณบดี", "คณบดีคณะนิติศาสตร์")


def test_a_word_of_money_beneath_a_signature_is_no_post() -> None:
    """ค่าธรรมเนียม        บาท: of what officials fill in, its figure not written yet."""
    assert is_no_post("บาท") and is_no_post("... บาท")
    assert not is_no_post("เจ้าหน้าที่การเงิน")
