"""A list of persons most of whom are in doubt may be no committee."""

from __future__ import annotations

import pytest

from extractors.doubt.lists_in_doubt import with_doubtful_lists
from extractors.record import DOUBT, Committee, Member, Record


def listed(name: str | None, *confidences: float) -> Record:
    members = tuple(
        Member(
            order=at,
            name="นายสมชาย ใจดี",
            position=None,
            role="other",
            role_text=None,
            confidence=sure,
        )
        for at, sure in enumerate(confidences, 1)
    )
    return Record(
        pages=(1, 1),
        kind="order",
        circular=False,
        template=False,
        committees=(Committee(name=name, members=members),),
    )


@pytest.mark.parametrize(
    ("name", "confidences", "doubted"),
    [
        (None, (0.96, 0.42, 0.42), True),  # a roster in which one leads
        (None, (0.96, 0.96, 0.42), False),
        ("คณะทำงานจัดงาน", (0.96, 0.42, 0.42), False),  # the paper calls it one
    ],
)
def test_the_surest_is_as_sure_as_the_rest(
    name: str | None, confidences: tuple[float, ...], doubted: bool
) -> None:
    (committee,) = with_doubtful_lists(listed(name, *confidences)).committees
    assert ((committee.members[0].confidence or 0.0) <= DOUBT) is doubted
