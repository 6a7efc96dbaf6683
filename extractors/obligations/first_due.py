"""The first day of a duty, from its own words and from those that stand around it.

Readers are asked in the order of `READERS`; the first that does not pass tells the day, or that
there is none. The order is part of the rules: a day of the duty's own words comes before one that
stands elsewhere, and "in the same time" before the days of what is held or done.
"""

from __future__ import annotations

from collections.abc import Callable

from extractors.obligations.attended import attended
from extractors.obligations.due_readers import (
    by_a_day,
    by_one_day_for_all,
    in_the_time_told,
    told_loosely,
    whose_name_is_told_by,
)
from extractors.obligations.held_readers import (
    again_and_again,
    all_through_a_month,
    from_the_first_day_of_it,
    from_then_on,
    handed_in,
    in_a_list_of_days,
    on_a_day_of_work,
    on_several_days,
    on_that_day,
)
from extractors.obligations.times.context import Asked, Context, FirstDay
from extractors.record import Action, Frequency

READERS: tuple[Callable[[Asked], FirstDay | None], ...] = (
    from_the_first_day_of_it,
    attended,
    whose_name_is_told_by,
    by_a_day,
    on_that_day,
    in_the_time_told,
    all_through_a_month,
    by_one_day_for_all,
    again_and_again,
    on_several_days,
    handed_in,
    from_then_on,
    on_a_day_of_work,
    in_a_list_of_days,
    told_loosely,
)


def first_day_due(action: Action, text: str, often: Frequency | None, context: Context) -> FirstDay:
    """The first day, and how surely it is that of this duty."""
    asked = Asked(action, text, often, context)
    found = (reader(asked) for reader in READERS)
    return next((day for day in found if day is not None), FirstDay(None))
