"""Weekends and public holidays, to be shown beside a due day. They never move it.

Holidays are those that the cabinet proclaimed, as the package `holidays` lists them for Thailand;
days that a ministry or a province adds are not among them.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import holidays

_WEEKEND = {5: "วันเสาร์", 6: "วันอาทิตย์"}


def day_off(day: date) -> str | None:
    """Why offices are closed on a day, in Thai; None if they are open.

    >>> day_off(date(2021, 4, 25)), day_off(date(2021, 4, 14)), day_off(date(2021, 4, 26))
    ('วันอาทิตย์', 'วันสงกรานต์', None)
    """
    return _WEEKEND.get(day.weekday()) or _holidays(day.year).get(day)


@lru_cache(maxsize=64)
def _holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("TH", years=year, language="th"))
