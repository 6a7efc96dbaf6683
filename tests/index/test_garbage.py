"""Looking for garbage seldom, for a while."""

from __future__ import annotations

import gc

import pytest

from index.garbage import rarely_looking_for_garbage


def test_python_looks_as_often_as_before_when_it_is_over() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), rarely_looking_for_garbage():
        assert gc.get_threshold()[0] > before[0]
        raise KeyError
    assert gc.get_threshold() == before
