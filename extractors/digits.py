"""Thai and Arabic digits. Each digit becomes one digit, so places in a text stay what they were."""

from __future__ import annotations

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_TO_THAI = str.maketrans(_ARABIC, _THAI)


def arabic(text: str) -> str:
    """The text with Arabic digits, character for character.

    >>> arabic("๙ กันยายน 2565"), arabic("๘๔/๒๕๖๒")
    ('9 กันยายน 2565', '84/2562')
    """
    return text.translate(_TO_ARABIC)


def thai(text: str) -> str:
    """The text with Thai digits, character for character."""
    return text.translate(_TO_THAI)
