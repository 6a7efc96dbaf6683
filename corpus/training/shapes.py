"""Numbers, dates, phones, money, references, addresses of the net: shapes with chance in them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from pipeline.thai_digits import thai
from pipeline.thai_months import MONTHS, SHORT_MONTHS

Rng = np.random.Generator

_CODE_LETTERS = "กขคงจชญดตถทธนบปพภมยรลวศษสหอฐฬฌฎณผฝฟซฉ"


def one_kind_of_digit(rng: Rng, text: str) -> str:
    """Letters use one kind of numerals as a rule: mostly Thai; a few lines mix them."""
    chance = rng.random()
    if chance < 0.62:
        return thai(text)
    if chance < 0.95:
        return text
    return " ".join(thai(word) if rng.random() < 0.5 else word for word in text.split(" "))


def _pick(rng: Rng, options: tuple[str, ...] | list[str] | str) -> str:
    return options[int(rng.integers(len(options)))]


def digits(rng: Rng, count: int) -> str:
    return "".join(str(digit) for digit in rng.integers(0, 10, count))


def number(rng: Rng) -> str:
    return str(int(rng.integers(1, 10 ** int(rng.integers(1, 6)))))


def year(rng: Rng) -> str:
    return str(int(rng.integers(2475, 2585)))


def date(rng: Rng) -> str:
    """16 กันยายน 2567 · 7 ก.ย. 65 · 16/09/2567 · 16 กันยายน พ.ศ. 2567 · a month alone"""
    day, month, when = int(rng.integers(1, 32)), int(rng.integers(12)), year(rng)
    form = rng.random()
    if form < 0.6:
        return f"{day} {MONTHS[month]} {when}"
    if form < 0.7:
        return f"{day} {MONTHS[month]} พ.ศ. {when}"
    if form < 0.85:
        return f"{day} {SHORT_MONTHS[month]} {when if rng.random() < 0.6 else when[2:]}"
    if form < 0.92:
        sign = _pick(rng, "/-.")
        return f"{day:02}{sign}{month + 1:02}{sign}{when}"
    return f"{MONTHS[month]} {when}"


def money(rng: Rng) -> str:
    whole = int(rng.integers(1, 10 ** int(rng.integers(2, 9))))
    text = f"{whole:,}" + _pick(rng, ("", "", ".-", ".00", f".{digits(rng, 2)}"))
    return _pick(rng, ("", "", "", "฿", "$")) + text


def phone(rng: Rng) -> str:
    """0-2241-9000 · 02 241 9000-9 · 081-2345678 · 0 4537 1097 ต่อ 8"""
    form = int(rng.integers(5))
    text = (
        f"0-{digits(rng, 4)}-{digits(rng, 4)}",
        f"0 {digits(rng, 4)} {digits(rng, 4)}",
        f"0{digits(rng, 2)}-{digits(rng, 7)}",
        f"0{digits(rng, 1)} {digits(rng, 3)} {digits(rng, 4)}",
        f"0{digits(rng, 2)}-{digits(rng, 3)}-{digits(rng, 4)}",
    )[form]
    return text + _pick(rng, ("", "", "", f"-{digits(rng, 1)}", f" ต่อ {number(rng)}"))


def hour(rng: Rng) -> str:
    sign = _pick(rng, "..:")
    return f"{int(rng.integers(0, 24)):02}{sign}{_pick(rng, ('00', '30', digits(rng, 2)))}"


def citizen(rng: Rng) -> str:
    parts = [digits(rng, count) for count in (1, 4, 5, 2, 1)]
    return _pick(rng, ("-", " ", "")).join(parts)


def postcode(rng: Rng) -> str:
    return str(int(rng.integers(10000, 97000)))


def reference(rng: Rng) -> str:
    """มท 0808.2/ว 1234 · ศธ 04005/1234 · อว 8115.1/0174 · กค (กวจ) 0405.2/ว 78"""
    letters = "".join(_pick(rng, _CODE_LETTERS) for _ in range(int(rng.integers(2, 4))))
    code = digits(rng, int(rng.integers(4, 6)))
    for _ in range(int(rng.integers(0, 4))):
        code += "." + str(int(rng.integers(1, 40)))
    sign = _pick(rng, ("/", "/", "/", " /", "/ว ", "/ว", "/ ว "))
    return f"{letters} {code}{sign}{number(rng)}"


def percentage(rng: Rng) -> str:
    return f"{int(rng.integers(0, 101))}.{digits(rng, 2)}{_pick(rng, ('%', ' %', ''))}"


def item(rng: Rng) -> str:
    """The head of a list's item: 1. · 1.2 · (3) · 4) · 5.1.2"""
    one, two = int(rng.integers(1, 40)), int(rng.integers(1, 20))
    return _pick(rng, (f"{one}.", f"{one}.{two}", f"({one})", f"{one})", f"{one}.{two}.1"))


def run(rng: Rng) -> str:
    """Digits in a row, with no shape to guess them from."""
    return digits(rng, int(rng.integers(2, 12)))


def table_row(rng: Rng) -> str:
    return " ".join(_pick(rng, (number(rng), money(rng), "-")) for _ in range(4))


def span(rng: Rng) -> str:
    low = int(rng.integers(1, 30))
    return f"{low}{_pick(rng, (' - ', '-', '–', ' – '))}{low + int(rng.integers(1, 9))}"


def measure(rng: Rng) -> str:
    return f"{number(rng)}{_pick(rng, ('°C', ' × ' + number(rng), ' ± ' + number(rng), ' ม.²'))}"


NUMERIC: dict[str, Callable[[Rng], str]] = {
    "n": number, "y": year, "d": date, "m": money, "t": phone,
    "h": hour, "c": citizen, "z": postcode, "r": reference,
}  # fmt: skip
_ANY = (
    number, run, run, run, year, date, date, money, phone, hour, citizen, reference, reference,
    reference, percentage, item, table_row, span, measure,
)  # fmt: skip


def any_numeric(rng: Rng) -> str:
    return _ANY[int(rng.integers(len(_ANY)))](rng)


def leader(rng: Rng) -> str:
    """A dotted line to write on."""
    return _pick(rng, (".", ".", ".", "…")) * int(rng.integers(3, 28))


def email(rng: Rng, words: list[str]) -> str:
    user = _pick(rng, words).lower() + _pick(rng, ("", "_", ".", "-")) + _pick(rng, words).lower()
    if rng.random() < 0.4:
        user = _pick(rng, ("saraban", "admin", "info", "contact", "saraban" + digits(rng, 4)))
    return f"{user}@{host(rng, words)}"


def host(rng: Rng, words: list[str]) -> str:
    name = _pick(rng, words).lower()[:9]
    end = _pick(rng, ("go.th", "go.th", "or.th", "ac.th", "mail.go.th", "com", "co.th"))
    return f"{name}.{end}"


def address(rng: Rng, words: list[str]) -> str:
    start = _pick(rng, ("www.", "https://", "http://", "https://www.", "http://www."))
    path = ""
    for _ in range(int(rng.integers(0, 3))):
        piece = "".join(_pick(rng, "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ0123456789_-")
                        for _ in range(int(rng.integers(2, 9))))  # fmt: skip
        path += "/" + (piece if rng.random() < 0.6 else _pick(rng, words).lower())
    return start + host(rng, words) + path


def net(rng: Rng, words: list[str]) -> str:
    return (email if rng.random() < 0.5 else address)(rng, words)
