"""What is asked of the archive: questions of each type for speed, and known items to be found.

A known item is a letter of which somebody remembers a number, words of the subject, an issuer, a
month, a name, and types it as people do: other digits and spaces, now and then a slip of the
finger. The letter itself may be misread (letters.py). Items of the seed `KEPT` only measure: nobody
looks at which of them are missed. To look at misses, draw others with a seed of your own.

Some of what people type fits several letters equally well: a number of two years, one mistyped so
that ten are one digit away, a subject that stands word for word in other letters. No searcher can
know which was meant. Such items are told apart (alike.py).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from benchmarks.search.alike import Fitting, signed_by, written_subject
from benchmarks.search.letters import Letter
from extractors.text.segment import segment
from index.analysis import smallest_words
from index.official import thai_date
from pipeline.thai_digits import thai

TYPES = ("number", "date", "word", "words", "phrase", "fuzzy", "sort", "facets")
SLIP = 0.25  # of the known items are typed with a slip
KEPT = 2580  # the seed of the known items that measure


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
    """A query that is to find one letter; `way` says what is remembered of it, `words` are first
    words of its subject, before any slip. `alike`: so many other letters fit it equally well."""

    way: str
    query: str
    id: str
    words: str = ""
    alike: int = 0


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


def known_items(letters: Sequence[Letter], count: int, seed: int = KEPT) -> list[KnownItem]:
    """Known items among the letters, each with the number of letters that fit it as well."""
    rng = random.Random(seed)
    fitting = Fitting(letters)
    found = []
    for _ in range(count):
        letter = rng.choice(letters)
        item = _remembered(rng, letter)
        way, query = item.way, item.query
        if rng.random() < SLIP:
            way, query = f"{way}, slip", _slip_in(rng, query, way)
        named = way.startswith("number")
        alike = (
            fitting.number(letter, query)
            if named
            else fitting.subject(letter, item.way, item.words)
        )
        if rng.random() < 0.3:
            query = thai(query)
        found.append(replace(item, way=way, query=query, alike=alike))
    return found


def _remembered(rng: random.Random, letter: Letter) -> KnownItem:
    record = letter.record
    number, issuer = _value(record.number), _value(record.issuer)
    words = [word for word in segment(written_subject(letter)) if word.strip()]
    way = rng.choices(("number", "subject", "issuer", "month", "name"), (30, 35, 15, 10, 10))[0]
    if way == "number":
        if record.kind == "order":
            return KnownItem(way, f"คำสั่ง{issuer} {number}", letter.id)
        typed = rng.choice((number, number.replace(" ", ""), f"ที่ {number}"))
        return KnownItem(way, typed, letter.id)
    if way == "subject":
        said = "".join(words[: rng.randint(5, 9)])
        return KnownItem(way, said, letter.id, said)
    said = "".join(words[: 4 if way == "name" else 5])
    if way == "issuer":
        query = f"{said} {issuer}"
    elif way == "month":
        query = f"{said} {thai_date(_value(record.date)[:7])}"
    else:
        query = f"{signed_by(letter)} {said}"
    return KnownItem(way, query, letter.id, said)


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
