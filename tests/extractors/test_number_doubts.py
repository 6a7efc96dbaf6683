"""What makes a number that was read doubtful."""

from __future__ import annotations

import pytest

from extractors.number import match_number
from extractors.number_doubts import doubt_of_number


@pytest.mark.parametrize(
    ("printed", "doubted"),
    [("กคง ๑๒๔/๒๕๖๗", True), ("กคง. ๑๒๔/๒๕๖๗", False), ("มท ๐๘๑๐.๗/๑๒", False)],
)
def test_an_offices_own_letters_without_their_full_point_are_doubted(
    printed: str, doubted: bool
) -> None:
    mention = match_number(printed)
    assert mention is not None
    assert (doubt_of_number(mention.number, mention.text) is not None) is doubted
