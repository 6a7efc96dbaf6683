"""What is asked of the archive: questions of each type for speed, and known items to be found.

A known item is a letter of which somebody remembers a number, words of the subject, an issuer, a
month, a name, and types it as people do: other digits and spaces, now and then a slip of the
finger. The letter itself may be misread (letters.py). Every second known item is kept unseen: rules
may be tried on the others only.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.search.letters import Letter
from extractors.digits import thai
from extractors.number import number_key
from extractors.segment import segment
from index.analysis import smallest_words
from index.official import thai_date

TYPES = ("number", "date", "word", "words", "phrase", "fuzzy", "sort", "facets")
SLIP = 0.25  # of the known items are typed with a slip


@dataclass(frozen=True, slots=True)
class Question:
    """A query of a type, and options of index.search.search; `plain` is what other engines get:
    words cut, a number's key, or the first and last day."""

    type: str
    query: str
    plain: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownItem:
    """A query that is to find one letter; `way` says what is remembered of it. `shared`: what was
    typed is the number of another letter: nothing can tell that this one is meant."""

    way: str
    query: str
    id: str
    unseen: bool
    shared: bool = False


def questions(letters: Sequence[Letter], each: int, seed: int = 2569) -> list[Question]:
    """`each` questions of every type, their words as often as the letters have them."""
    rng = random.Random(seed)
    return [_question(rng, type_, letters) for type_ in TYPES for _ in range(each)]


def _question(rng: random.Random, type_: str, letters: Sequence[Letter]) -> Question:
    letter = rng.choice(letters)
    body = [word for word in smallest_words(letter.text) if len(word) > 2 and not word.isdecimal()]
    start = rng.randrange(10, max(11, len(body) - 6))
    if type_ == "number":
        number = _value(letter.record.number)
        return Question(type_, number, (number,))
    if type_ == "date":
        first = _value(letter.record.date)[:7]
        return Question(type_, thai_date(first), (f"{first}-01", f"{first}-31"))
    if type_ == "words":
        some = tuple(dict.fromkeys(rng.sample(body, 3)))
        return Question(type_, " ".join(some), some)
    if type_ == "phrase":
        line = rng.choice([line for line in letter.text.splitlines() if len(line) > 40])
        words = smallest_words(line)
        at = rng.randrange(max(1, len(words) - 3))
        some = tuple(words[at : at + 3])
        return Question(type_, f'"{"".join(some)}"', some)
    word = body[start % len(body)]
    if type_ == "fuzzy":
        long = [one for one in body if len(one) > 5] or [word]
        word = _slip(rng, rng.choice(long))
    options: dict[str, Any] = {}
    if type_ == "sort":
        options = {"sort": "date"}
    if type_ == "facets":
        options = {"count": True}
    return Question(type_, word, (word,), options)


def known_items(letters: Sequence[Letter], count: int, seed: int = 2570) -> list[KnownItem]:
    """Known items among the letters; every second is unseen."""
    rng = random.Random(seed)
    bearers: dict[tuple[str, str], list[str]] = {}
    for letter in letters:
        bearers.setdefault(_borne(letter, _value(letter.record.number)), []).append(letter.id)
    found = []
    for place in range(count):
        letter = rng.choice(letters)
        way, query = _remembered(rng, letter)
        if rng.random() < SLIP:
            way, query = f"{way}, slip", _slip_in(rng, query, way)
        named = bearers.get(_borne(letter, query), []) if way.startswith("number") else []
        if rng.random() < 0.3:
            query = thai(query)
        others = [id_ for id_ in named if id_ != letter.id]
        found.append(KnownItem(way, query, letter.id, place % 2 == 1, shared=bool(others)))
    return found


def _borne(letter: Letter, typed: str) -> tuple[str, str]:
    """The number that was typed, and of an order, which counts by itself, the issuer."""
    issuer = _value(letter.record.issuer) if letter.record.kind == "order" else ""
    return issuer, number_key(typed.removeprefix(f"คำสั่ง{issuer} ").removeprefix("ที่ "))


def _remembered(rng: random.Random, letter: Letter) -> tuple[str, str]:
    record = letter.record
    number, issuer = _value(record.number), _value(record.issuer)
    line = next(line for line in letter.text.splitlines() if line.startswith("เรื่อง "))
    words = [word for word in segment(line.removeprefix("เรื่อง ")) if word.strip()]
    way = rng.choices(("number", "subject", "issuer", "month", "name"), (30, 35, 15, 10, 10))[0]
    if way == "number":
        if record.kind == "order":
            return way, f"คำสั่ง{issuer} {number}"
        return way, rng.choice((number, number.replace(" ", ""), f"ที่ {number}"))
    if way == "subject":
        return way, "".join(words[: rng.randint(5, 9)])
    if way == "issuer":
        return way, f"{''.join(words[:5])} {issuer}"
    if way == "month":
        return way, f"{''.join(words[:5])} {thai_date(_value(record.date)[:7])}"
    sign = letter.text.rsplit("(", 1)[1].rstrip(")")
    return way, f"{sign} {''.join(words[:4])}"


def _slip_in(rng: random.Random, query: str, way: str) -> str:
    """A slip in the last word, or in a digit of a number."""
    if way == "number":
        places = [at for at, letter in enumerate(query) if letter.isdecimal()]
        at = rng.choice(places[-4:])
        return query[:at] + rng.choice("0123456789".replace(query[at], "")) + query[at + 1 :]
    first, _, rest = query.partition(" ")
    return " ".join(filter(None, (_slip(rng, first), rest)))


def _slip(rng: random.Random, word: str) -> str:
    """A letter left out, doubled, or changed about with its neighbour."""
    at = rng.randrange(1, max(2, len(word) - 1))
    if at + 1 >= len(word):
        return word
    return rng.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )


def _value(known: Any) -> str:
    return str(known.value)
