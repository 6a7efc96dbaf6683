"""Papers that take long to make: one after the other in threads of their own, each telling how far
it is, and kept for a while to be saved."""

from __future__ import annotations

import logging
import tempfile
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from pathlib import Path

Tell = Callable[[int, int], None]
"""How many parts are done, of how many."""

_KEPT = 900.0  # seconds
_LOG = logging.getLogger(__name__)


@dataclass(slots=True)
class Making:
    """A paper that is being made, or its `content`; `failed` if the program could not."""

    begun: float
    content: bytes = b""
    done: int = 0
    total: int = 0
    failed: bool = False
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def ready(self) -> bool:
        return self.ended.is_set() and not self.failed

    def tell(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.done, self.total = done, total


class Makings:
    """All that are being made, by who asked and what for."""

    def __init__(self) -> None:
        self._known: dict[Hashable, Making] = {}
        self._one_at_a_time = threading.Lock()
        self._look = threading.Lock()

    def get(self, key: Hashable) -> Making | None:
        """What was begun under a key and is not forgotten."""
        return self._known.get(key)

    def begin(self, key: Hashable, make: Callable[[Path, Tell], object]) -> Making:
        """Let `make` write a file, telling how far it is; what is being made already is joined."""
        with self._look:
            self._forget_old()
            known = self._known.get(key)
            if known is not None and not known.ended.is_set():
                return known
            making = self._known[key] = Making(time.monotonic())
        threading.Thread(target=self._run, args=(making, make), daemon=True).start()
        return making

    def _run(self, making: Making, make: Callable[[Path, Tell], object]) -> None:
        try:
            with self._one_at_a_time, tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "made"
                make(path, making.tell)
                making.content = path.read_bytes()
        except Exception:
            making.failed = True
            _LOG.exception("a paper could not be made")
        finally:
            making.ended.set()

    def _forget_old(self) -> None:
        now = time.monotonic()
        for key, one in list(self._known.items()):
            if one.ended.is_set() and now - one.begun > _KEPT:
                del self._known[key]
