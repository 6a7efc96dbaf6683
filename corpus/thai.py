"""Thai digits and back."""

from __future__ import annotations

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"


def thai_digits(text: str) -> str:
    return text.translate(str.maketrans(_ARABIC, _THAI))


def arabic_digits(text: str) -> str:
    return text.translate(str.maketrans(_THAI, _ARABIC))
