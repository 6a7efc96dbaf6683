"""Fonts that draw ASCII digits as Thai ones, so that the stored text is not what the page shows.

The "IT๙" editions of the national fonts do so: their 2 shows as ๒ (National Electronics and
Computer Technology Center and SIPA, the thirteen national fonts, edition IT๙ of 2011).
"""

from __future__ import annotations

import re

from pipeline.thai_digits import thai

_IT9 = re.compile(r"IT(๙|9|\xe0\xb9\x99|#E0#B9#99|Ã™|เน™)", re.IGNORECASE)


def draws_thai_digits(font: str) -> bool:
    """Whether a font of this name draws ASCII digits as Thai ones.

    >>> draws_thai_digits("TH SarabunIT๙"), draws_thai_digits("ABCDEE+THSarabunPSK-Bold")
    (True, False)
    """
    return bool(_IT9.search(font))


def to_thai_digits(text: str) -> str:
    """What such a font shows for `text`."""
    return thai(text)
