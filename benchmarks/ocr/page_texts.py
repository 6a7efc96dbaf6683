"""What the benchmark's pages say: letters, orders, lists and memos, composed from sentences.txt.

Everything is drawn from one random generator, so a seed gives the same pages again. A page is one
column, so that there is one order to read it in.
"""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.thai_digits import arabic, thai
from pipeline.thai_months import MONTHS

_SENTENCES = Path(__file__).parent / "sentences.txt"
_ROWS = 33  # rows that fit under a page's head in the widest font
_ROW_LENGTH = 74  # characters, marks over and under the line among them
_SLOT = re.compile(r"\{(.)\}")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. `kind` is its class in the style sheet of pages.py."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PageText:
    """One page, and the reference numbers and dates that stand in it (as printed)."""

    blocks: tuple[Block, ...]
    numbers: tuple[str, ...]
    dates: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(block.text for block in self.blocks)


@cache
def sentences() -> dict[str, tuple[str, ...]]:
    """The lines of sentences.txt by the heading they stand under."""
    found: dict[str, list[str]] = {}
    heading = ""
    for line in _SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[]")
        elif line and not line.startswith("#"):
            found.setdefault(heading, []).append(line)
    return {name: tuple(lines) for name, lines in found.items()}


class Writer:
    """Writes one page in one kind of digits, and remembers its numbers and dates."""

    def __init__(self, rng: random.Random, digits: Callable[[str], str]) -> None:
        self.rng = rng
        self.digits = digits
        self.blocks: list[Block] = []
        self.numbers: list[str] = []
        self.dates: list[str] = []

    def add(self, kind: str, text: str) -> None:
        self.blocks.append(Block(kind, self.digits(self.fill(text))))

    def pick(self, heading: str) -> str:
        return self.rng.choice(sentences()[heading])

    def fill(self, text: str) -> str:
        return _SLOT.sub(lambda found: _SLOTS[found[1]](self), text)

    def rows(self) -> int:
        """About how many rows of print the page has so far."""
        return sum(math.ceil(len(block.text) / _ROW_LENGTH) for block in self.blocks)

    def fill_up(self, kind: str, heading: str, leave: int, numbered: bool = False) -> None:
        """Add sentences, none twice, until only `leave` rows are free."""
        waiting = list(sentences()[heading])
        self.rng.shuffle(waiting)
        for count, sentence in enumerate(waiting, start=1):
            if self.rows() + 3 > _ROWS - leave:
                return
            self.add(kind, f"{count}. {sentence}" if numbered else sentence)

    def sign(self) -> None:
        self.add("sign signed", self.fill("({p})"))
        self.add("sign", self.pick("post"))

    def page(self) -> PageText:
        return PageText(tuple(self.blocks), tuple(self.numbers), tuple(self.dates))

    def reference(self) -> str:
        """กค ๐๔๐๕.๒/ว ๑๒๓: a code of letters, of digits, and a running number."""
        rng = self.rng
        letters = self.pick("code")
        code = "" if " " in letters else f" {rng.randint(100, 2999):04}"
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            code += f".{rng.randint(1, 39)}"
        circular = rng.choice(("", "", "ว ", "ว "))
        value = f"{letters}{code}/{circular}{rng.randint(1, 10 ** rng.randint(2, 5))}"
        self.numbers.append(self.digits(value))
        return value

    def serial(self) -> str:
        """๑๒๓/๒๕๖๗: the number of an order, and the year."""
        value = f"{self.rng.randint(1, 2999)}/{self.rng.randint(2545, 2579)}"
        self.numbers.append(self.digits(value))
        return value

    def date(self) -> str:
        year = self.rng.randint(2540, 2579)
        era = "พ.ศ. " if self.rng.random() < 0.15 else ""
        value = f"{self.rng.randint(1, 31)} {self.rng.choice(MONTHS)} {era}{year}"
        self.dates.append(self.digits(value))
        return value

    def person(self) -> str:
        title = self.rng.choice(("นาย", "นางสาว", "นาง"))
        return f"{title}{self.pick('given')} {self.pick('family')}"

    def phone(self) -> str:
        rng = self.rng
        return f"0 {rng.randint(2000, 7999)} {rng.randint(0, 9999):04} ต่อ {rng.randint(1, 999)}"


_SLOTS: dict[str, Callable[[Writer], str]] = {
    "r": Writer.reference,
    "s": Writer.serial,
    "d": Writer.date,
    "p": Writer.person,
    "t": Writer.phone,
    "n": lambda writer: str(writer.rng.randint(2, 10 ** writer.rng.randint(1, 3))),
    "y": lambda writer: str(writer.rng.randint(2550, 2579)),
    "m": lambda writer: f"{writer.rng.randint(100, 10 ** writer.rng.randint(3, 7)):,}",
    "h": lambda writer: f"{writer.rng.randint(7, 17):02}.{writer.rng.choice(('00', '15', '30'))}",
    "v": lambda writer: writer.pick("province"),
}


def _letter(writer: Writer) -> None:
    writer.add("", "ที่ {r}")
    writer.add("right", writer.pick("office"))
    writer.add("date", "{d}")
    writer.add("", "เรื่อง " + writer.pick("subject"))
    writer.add("", "เรียน ผู้ว่าราชการจังหวัด{v}")
    writer.add("", "อ้างถึง หนังสือ ที่ {r} ลงวันที่ {d}")
    writer.add("", "สิ่งที่ส่งมาด้วย สำเนาหนังสือ ที่ {r} ลงวันที่ {d} จำนวน {n} ฉบับ")
    writer.add("para", writer.pick("opening"))
    writer.fill_up("para", "body", leave=8)
    writer.add("para", writer.pick("closing"))
    writer.add("date", "ขอแสดงความนับถือ")
    writer.sign()
    writer.add("", "โทร. {t}")


def _order(writer: Writer) -> None:
    writer.add("centre", "คำสั่ง" + writer.pick("office"))
    writer.add("centre", "ที่ {s}")
    writer.add("centre", "เรื่อง " + writer.pick("subject"))
    writer.add("para", writer.pick("opening"))
    writer.fill_up("item", "duty", leave=14, numbered=True)
    writer.fill_up("para", "body", leave=6)
    writer.add("para", "ทั้งนี้ ตั้งแต่วันที่ {d} เป็นต้นไป")
    writer.add("date", "สั่ง ณ วันที่ {d}")
    writer.sign()


def _list(writer: Writer) -> None:
    writer.add("centre", "บัญชีเอกสารแนบท้ายหนังสือ ที่ {r}")
    writer.add("centre", "ลงวันที่ {d}")
    count = 0
    while writer.rows() + 3 < _ROWS:
        count += 1
        writer.add("item", f"{count}. {writer.pick('entry')}")
    writer.add("right", "ผู้จัดทำ {p}")


def _memo(writer: Writer) -> None:
    writer.add("title", "บันทึกข้อความ")
    writer.add("", f"ส่วนราชการ {writer.pick('office')} โทร. {{t}}")
    writer.add("", "ที่ {r} วันที่ {d}")
    writer.add("", "เรื่อง " + writer.pick("subject"))
    writer.add("", "เรียน " + writer.pick("post"))
    writer.add("para", "๑. เรื่องเดิม " + writer.pick("opening"))
    writer.fill_up("para", "body", leave=6)
    writer.add("para", writer.pick("closing"))
    writer.sign()


def _announcement(writer: Writer) -> None:
    writer.add("centre", "ประกาศ" + writer.pick("office"))
    writer.add("centre", "เรื่อง " + writer.pick("subject"))
    writer.fill_up("para", "body", leave=5)
    writer.add("date", "ประกาศ ณ วันที่ {d}")
    writer.sign()


def _second_page(writer: Writer) -> None:
    writer.add("centre", "- {n} -")
    writer.fill_up("item", "body", leave=1, numbered=True)


# The pages of one font: each kind, with the digits it is written in.
_PLAN: tuple[tuple[Callable[[Writer], None], Callable[[str], str]], ...] = (
    (_letter, thai),
    (_order, thai),
    (_list, thai),
    (_second_page, thai),
    (_memo, arabic),
    (_announcement, thai),
    (_list, arabic),
    (_letter, thai),
    (_list, thai),
)


def write_pages(seed: int, name: str) -> tuple[PageText, ...]:
    """The pages of the file `name`. The same seed and name give the same pages."""
    pages = []
    for number, (compose, digits) in enumerate(_PLAN):
        writer = Writer(random.Random(f"{seed}/{name}/{number}"), digits)
        compose(writer)
        pages.append(writer.page())
    return tuple(pages)
