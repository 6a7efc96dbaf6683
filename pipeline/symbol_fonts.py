"""Signs that Microsoft's symbol fonts draw for codes that mean nothing elsewhere."""

from __future__ import annotations

# By the low byte of the code, as the fonts' own character maps show them.
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "□", 0x76: "❖", 0x9F: "•", 0xA7: "▪", 0xA8: "□",
    0xD8: "➢", 0xE0: "→", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x2A: "□", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0xA3: "□"}
_SYMBOL = {0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB8: "÷"}


def symbol(font: str, code: int) -> str | None:
    """The sign drawn for `code` (U+F000–U+F0FF or its low byte); None if it is not known.

    >>> symbol("ABCDEE+Wingdings2", 0xF0A3), symbol("TH SarabunPSK", 0xF0A3)
    ('□', None)
    """
    name = font.replace(" ", "").lower()
    if "wingdings2" in name:
        return _WINGDINGS_2.get(code & 0xFF)
    if "wingdings" in name:
        return _WINGDINGS.get(code & 0xFF)
    if "symbol" in name:
        return _SYMBOL.get(code & 0xFF)
    return None
