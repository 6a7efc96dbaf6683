"""Keys under which two spellings of one name or title meet."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange

from pipeline.thai_digits import arabic

# spaces, punctuation, zero-width characters; ฯ stands for letters left out
_NOT_LETTERS = re.compile(r"[^0-9A-Za-z\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e46\u0e47-\u0e4e]+")


def name_key(text: str) -> str:
    """Letters and Arabic digits only, so that spacing and punctuation do not matter.

    >>> name_key("จังหวัด ตรัง (๒๕๖๖)")
    'จังหวัดตรัง2566'
    """
    plain = arabic(unicodedata.normalize("NFC", text)).lower().replace("ํา", "ำ")
    return _NOT_LETTERS.sub("", plain)


def date_span(iso: str) -> tuple[str, str]:
    """The first and the last day that a date can mean: a month where its day is blank.

    >>> date_span("2021-02"), date_span("2021-02-15")
    (('2021-02-01', '2021-02-28'), ('2021-02-15', '2021-02-15'))
    """
    if len(iso) == 7:
        year, month = int(iso[:4]), int(iso[5:])
        return f"{iso}-01", f"{iso}-{monthrange(year, month)[1]:02}"
    return iso, iso
