"""Tesseract's model file: a container of named components, some of which we read and write.

Layout (little-endian): int32 count, then `count` int64 offsets (-1: absent), then the
components one behind the other in the order of their slots.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path

SLOTS = {
    "config": 0,
    "lstm": 17,
    "lstm-punc-dawg": 18,
    "lstm-word-dawg": 19,
    "lstm-number-dawg": 20,
    "lstm-unicharset": 21,
    "lstm-recoder": 22,
    "version": 23,
}
SLOT_COUNT = 24


def read_components(path: Path) -> dict[str, bytes]:
    """The components of a model file by name; components we have no name for are refused."""
    data = path.read_bytes()
    (count,) = struct.unpack_from("<i", data)
    offsets = struct.unpack_from(f"<{count}q", data, 4)
    starts = [*sorted(offset for offset in offsets if offset >= 0), len(data)]
    names = {slot: name for name, slot in SLOTS.items()}
    parts: dict[str, bytes] = {}
    for slot, offset in enumerate(offsets):
        if offset < 0:
            continue
        end = next(start for start in starts if start > offset)
        parts[names[slot]] = data[offset:end]
    return parts


def write_components(path: Path, parts: dict[str, bytes]) -> None:
    """Write a model file; slots without a component are marked absent."""
    offsets = [-1] * SLOT_COUNT
    body = b""
    start = 4 + 8 * SLOT_COUNT
    for name, slot in sorted(SLOTS.items(), key=lambda item: item[1]):
        if name in parts:
            offsets[slot] = start + len(body)
            body += parts[name]
    path.write_bytes(struct.pack(f"<i{SLOT_COUNT}q", SLOT_COUNT, *offsets) + body)


@dataclass(frozen=True)
class Charset:
    """What the network's outputs stand for.

    `symbols[i]` is the text of unichar i (0 is the space); `codes[i]` the network output that
    stands for it; `null` the output of CTC's blank. Special symbols (Joined, Broken) have text
    that never occurs in a line.
    """

    symbols: tuple[str, ...]
    codes: tuple[int, ...]
    null: int

    @property
    def outputs(self) -> int:
        return max(*self.codes, self.null) + 1

    def encode(self, text: str) -> list[int]:
        """Network outputs for a text in the model's own spelling; KeyError on a strange letter."""
        table = dict(zip(self.symbols, self.codes, strict=True))
        return [table[letter] for letter in text]

    def decode(self, outputs: list[int]) -> str:
        """Greedy CTC: repeats merged, blanks dropped."""
        table = dict(zip(self.codes, self.symbols, strict=True))
        letters = []
        previous = -1
        for code in outputs:
            if code not in (previous, self.null):
                letters.append(table.get(code, ""))
            previous = code
        return "".join(letters)


def read_charset(parts: dict[str, bytes], null: int) -> Charset:
    lines = parts["lstm-unicharset"].decode("utf-8").split("\n")
    count = int(lines[0])
    symbols = [line.split(" ")[0] for line in lines[1 : count + 1]]
    symbols[0] = " "  # written NULL in the file
    return Charset(tuple(symbols), tuple(_read_recoder(parts["lstm-recoder"])), null)


def _read_recoder(data: bytes) -> list[int]:
    (count,) = struct.unpack_from("<I", data)
    position = 4
    codes = []
    for _ in range(count):
        _self_normalised, length = struct.unpack_from("<bi", data, position)
        if length != 1:
            raise ValueError("only a recoder of one code per symbol is understood")
        codes.append(struct.unpack_from("<i", data, position + 5)[0])
        position += 5 + 4 * length
    return codes


def extend_charset(
    parts: dict[str, bytes], charset: Charset, new: str
) -> tuple[dict[str, bytes], Charset]:
    """Append symbols to the character set; the outputs that exist keep their numbers.

    Properties of a new symbol (the hex mask before its box: 1 letter, 2 lower, 4 upper,
    8 digit, 10 punctuation) follow Unicode, as the dictionaries rely on them.
    """
    lines = parts["lstm-unicharset"].decode("utf-8").rstrip("\n").split("\n")
    symbols, codes, following = list(charset.symbols), list(charset.codes), charset.outputs
    for letter in new:
        if letter in symbols:
            continue
        number = len(symbols)
        lines.append(
            f"{letter} {_properties(letter):x} 0,255,0,255,0,0,0,0,0,0 Common {number} 10 "
            f"{number} {letter}\t# {letter} [{ord(letter):x} ]"
        )
        symbols.append(letter)
        codes.append(following)
        following += 1
    lines[0] = str(len(symbols))
    recoder = struct.pack("<I", len(codes)) + b"".join(
        struct.pack("<bii", 1, 1, code) for code in codes
    )
    changed = parts | {
        "lstm-unicharset": ("\n".join(lines) + "\n").encode("utf-8"),
        "lstm-recoder": recoder,
    }
    return changed, Charset(tuple(symbols), tuple(codes), charset.null)


def _properties(letter: str) -> int:
    if letter.isdigit():
        return 0x8
    if letter.isalpha():
        return 0x1 | (0x2 if letter.islower() else 0) | (0x4 if letter.isupper() else 0)
    return 0x10
