"""Ruled lines are found whole, and leave the letters beside them alone."""

import cv2
import numpy as np

from pipeline.cleanup.rules import erase, find_rules


def ruled_ink() -> np.ndarray:
    """A 2 × 2 table of rules 3 pixels thick around two letter-like blocks."""
    ink = np.zeros((800, 1000), np.uint8)
    for y in (100, 300, 500):
        cv2.rectangle(ink, (100, y), (900, y + 2), 255, -1)
    for x in (100, 500, 898):
        cv2.rectangle(ink, (x, 100), (x + 2, 502), 255, -1)
    cv2.rectangle(ink, (200, 180), (222, 206), 255, -1)
    cv2.rectangle(ink, (240, 180), (262, 206), 255, -1)
    return ink


def test_every_rule_is_found_once() -> None:
    rules = find_rules(ruled_ink())
    assert len(rules.horizontal) == 3
    assert len(rules.vertical) == 3
    left, top, right, bottom = rules.horizontal[0]
    assert (left, top, bottom - top) == (100, 100, 3) and right >= 899


def test_erasing_leaves_only_the_letters() -> None:
    ink = ruled_ink()
    left_over = erase(ink, find_rules(ink))
    assert np.count_nonzero(left_over[180:207, 200:263]) == 2 * 23 * 27
    left_over[180:207, 200:263] = 0
    assert np.count_nonzero(left_over) == 0


def test_a_page_without_rules_has_none() -> None:
    assert not find_rules(np.zeros((400, 400), np.uint8))
