"""Thai in the cells of a terminal table: wrapped between words.

Thai has no spaces between words, and Rich would cut anywhere between two cells, also between a
consonant and the vowel that belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.style import StyleType
from rich.text import Text

from extractors.text.segment import segment

# letters that are read as one, for words that are wider than a line
_CLUSTER = re.compile(
    r"""
      [เแโใไ]?                          # a vowel written before
      [ก-ฮ]
      [\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*   # vowels and tones above and below
      [ะาำๅ]?                            # a vowel written after: ล ำ are one
      (?:[ก-ฮ][\u0e34-\u0e3a]?\u0e4c)?   # a silent letter: จันทร์
      [ๆฯ]?
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


class ThaiText:
    """Text that wraps between words. `style` holds for all of it."""

    def __init__(self, text: str, style: StyleType = "") -> None:
        self.text = text
        self.style = style

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        widest = max((cell_len(piece) for piece in self.text.split()), default=1)
        whole = max(cell_len(self.text), 1)
        return Measurement(min(widest, 12), whole).with_maximum(options.max_width)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for line in wrapped(self.text, options.max_width):
            yield Text(line, style=self.style, no_wrap=True)


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text, none wider than `width` cells.

    >>> list(wrapped("จังหวัดลำพูน กลุ่มงาน", 12)), list(wrapped("ลำพูน", 3))
    (['จังหวัดลำพูน', 'กลุ่มงาน'], ['ลำพู', 'น'])
    """
    if cell_len(text) <= width:
        yield text
        return
    line = ""
    for piece in _pieces(text, width):
        if cell_len(line) + cell_len(piece.rstrip()) <= width:
            line += piece
        else:
            yield line.rstrip()
            line = piece.lstrip()
    if line.strip():
        yield line.rstrip()


def _pieces(text: str, width: int) -> Iterator[str]:
    """Words; of one wider than a line its clusters, of such a cluster its characters."""
    for word in segment(text):
        if cell_len(word) <= width:
            yield word
            continue
        for cluster in _CLUSTER.findall(word):
            yield from [cluster] if cell_len(cluster) <= width else cluster
