"""Papers that take long: made one after the other, joined by who asks again, kept a while."""

from __future__ import annotations

import threading
from pathlib import Path

from saraban.web.makings import Makings, Tell


def test_who_asks_again_joins_and_the_next_waits_its_turn() -> None:
    makings, go = Makings(), threading.Event()
    order: list[str] = []

    def slow(path: Path, tell: Tell) -> None:
        tell(1, 4)
        assert go.wait(30)
        order.append("first")
        path.write_text("made")

    def quick(path: Path, tell: Tell) -> None:
        order.append("second")
        path.touch()
        tell(1, 1)

    first = makings.begin("a", slow)
    assert makings.begin("a", slow) is first
    second = makings.begin("b", quick)
    assert not first.ready and not second.ready
    go.set()
    assert second.ended.wait(30) and order == ["first", "second"]
    assert (first.done, first.total) == (1, 4)
    assert makings.get("a") is first and first.content == b"made"
    assert makings.begin("a", slow) is not first, "what was made before may be out of date"


def test_what_fails_says_so() -> None:
    def fail(path: Path, tell: Tell) -> None:
        raise OSError("the disk is full")

    making = Makings().begin("a", fail)
    assert making.ended.wait(30) and making.failed and not making.ready
