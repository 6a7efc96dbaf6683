"""The names that files come with: shown safely, and told apart from programs' litter."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

# Names that other programs leave beside documents for a while; never documents themselves.
TEMPORARY = re.compile(
    r"""
      \.                      # hidden: .~lock.x.docx#, .DS_Store, ._x, .x.pdf.swp
    | ~\$                     # ~$letter.docx: Word has the letter open
    | ~.*\.tmp$               # ~WRL0001.tmp
    | .*~$                    # letter.odt~
    | .*\.(part|partial|crdownload|download|tmp|temp|filepart|opdownload|swp|lock)$
    | (thumbs\.db|ehthumbs\.db|desktop\.ini|@eadir|__macosx|\$recycle\.bin|lost\+found)$
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_temporary(path: Path) -> bool:
    """Whether the name alone says that this is litter or a file still being copied.

    >>> is_temporary(Path("~$หนังสือ.docx")), is_temporary(Path("หนังสือ.docx"))
    (True, False)
    """
    return bool(TEMPORARY.match(path.name))


def display_name(path: Path) -> str:
    """The file's name as text that can always be printed: NFC, without lone surrogates.

    Bytes that are not UTF-8 are read as Thai Windows (CP874) where that gives Thai, as old archives
    and mail programs name files so; else they are written as \\xNN.
    """
    return _text(os.fsencode(path.name))


def display_path(path: Path) -> str:
    """The whole path as text that can always be printed."""
    return _text(os.fsencode(path))


def _text(raw: bytes) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = _thai_windows(raw) or raw.decode("utf-8", "backslashreplace")
    return unicodedata.normalize("NFC", text)


def _thai_windows(raw: bytes) -> str | None:
    try:
        text = raw.decode("cp874")
    except UnicodeDecodeError:
        return None
    beyond_ascii = [character for character in text if character > "\x7f"]
    thai = sum("ก" <= character <= "๛" for character in beyond_ascii)
    return text if thai > 0.9 * len(beyond_ascii) else None
