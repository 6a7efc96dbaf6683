"""Names of offices and persons in papers that are written in English throughout."""

from __future__ import annotations

import re

# Phukhiao Rajabhat University | Ministry of Labour | River Bank Hospital
_OFFICE = re.compile(
    r"\s*(?:(?:The\s)?(?:[A-Z][\w'’&.-]*\s+){1,7}"
    r"(?:University|College|Hospital|School|Institute|Authority|Embassy|Municipality|Office|Bureau|Center|Centre|"
    r"Association|Foundation|Federation|Council|Court|Laboratory|(?:Company|Co\.?,?)\s(?:Limited|Ltd\.?))"
    r"|(?:The\s)?(?:Ministry|Department|Office|Faculty|College|University|Institute|Embassy|Bank|Bureau|Royal)\s"
    r"(?:of|Thai|College)\s[A-Z][\w'’&., -]*)\s*"
)
# Assistant Professor Prasert Wongsa, Ph.D. | Mr. Somchai Jaidee
_NAME = re.compile(r"(?:[A-Z][A-Za-z.'’-]+\s+){1,5}[A-Z][A-Za-z.'’-]+(?:,\s*[A-Z][A-Za-z.]+)*")


def is_english_office(text: str) -> bool:
    """Whether a line is the name of an office in English and nothing else.

    >>> is_english_office("Lumnam University"), is_english_office("Thailand")
    (True, False)
    """
    return _OFFICE.fullmatch(text) is not None


def is_english_name(text: str) -> bool:
    """Whether a text is a name in English letters, titles and degrees with it."""
    return _NAME.fullmatch(text.strip()) is not None
