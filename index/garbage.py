"""How often Python looks for garbage in circles while much is remembered."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MADE = 50_000  # objects, about what linking a hundred letters makes; Python's own is 700


@contextmanager
def rarely_looking_for_garbage() -> Iterator[None]:
    """Within, only after every `_MADE` new objects. Linking makes next to no circles: looking for
    them again and again, among all documents that it remembers, took a sixth of its time."""
    before = gc.get_threshold()
    gc.set_threshold(_MADE, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)
