"""One duty for several members: a brace } joins the names, the duty stands beside its middle.

Readers of print seldom read a tall brace, so places tell: members without a duty, as many above
the one that bears it as below.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractors.record import Member

_DOUBT = 0.5  # the most that a duty given by a brace is trusted


def share_duties(members: Sequence[Member]) -> tuple[Member, ...]:
    """Give members without a duty that of the one in the middle of their run.

    A run of members without a duty on one side only, or not as long above as below (one more or
    less where their count is even), shares nothing.
    """
    shared = list(members)
    without = [member.role_text is None for member in members]
    for place, member in enumerate(members):
        if without[place]:
            continue
        above, below = _run(without, place, -1), _run(without, place, 1)
        if not above or not below or abs(above - below) > 1:
            continue
        for other in (*range(place - above, place), *range(place + 1, place + below + 1)):
            confidence = min(members[other].confidence or 0.0, _DOUBT)
            shared[other] = members[other].model_copy(
                update={
                    "role": member.role,
                    "role_text": member.role_text,
                    "confidence": confidence,
                }
            )
    return tuple(shared)


def closes_brace(members: Sequence[Member], following: Member) -> bool:
    """Whether a member without a duty is the lower half of a brace at the end of a list: as many
    members without one stand above the duty as below it."""
    if not members or following.order is None or members[-1].order != following.order - 1:
        return False
    without = [member.role_text is None for member in (*members, following)]
    below = _run(without, len(without), -1)
    middle = len(without) - 1 - below
    return middle >= 0 and below <= _run(without, middle, -1)


def _run(without: Sequence[bool], start: int, step: int) -> int:
    """How many members without a duty follow `start` in one direction."""
    length = 0
    place = start + step
    while 0 <= place < len(without) and without[place]:
        length += 1
        place += step
    return length
