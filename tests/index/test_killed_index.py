"""The index is whole after a kill at any moment of a commit, and merging disturbs no reader."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from extractors.record import Record
from index.catalogue import Catalogue
from index.search import search
from index.whoosh_index import merge, open_index
from pipeline.models import Page

DRIVER = Path(__file__).with_name("killed_index.py")
KILLS = 5

Put = Callable[..., list[str]]
Make = Callable[..., Record]


def test_killed_in_the_middle_of_commits(
    catalogue: Catalogue,
    put: Put,
    packet: tuple[Record, ...],
    packet_pages: tuple[Page, ...],
    tmp_path: Path,
) -> None:
    put(*packet, name="packet.pdf", pages=packet_pages)
    folder = tmp_path / "index"
    open_index(folder, catalogue).close()
    chance = random.Random(2564)
    for _ in range(KILLS):
        command = [sys.executable, DRIVER, tmp_path / "catalogue.db", folder]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as running:
            assert running.stdout
            assert running.stdout.readline() == b"indexing\n"
            time.sleep(chance.uniform(0.05, 0.6))
            running.kill()
        with open_index(folder, catalogue) as index:
            assert index.ids() == set(catalogue.ids())
            assert search(catalogue, index, "117/2564 คำสั่ง").total == 1
            assert search(catalogue, index, "ส่งเสริมการปกครอง", count=True).total == 5


def test_merging_disturbs_no_reader(
    catalogue: Catalogue, put: Put, record: Make, tmp_path: Path
) -> None:
    folder = tmp_path / "index"
    for number in range(6):  # a commit each
        put(record(subject=f"เรื่องที่ {number}"), name=f"{number}.pdf")
        open_index(folder, catalogue).close()
    with open_index(folder, catalogue) as before:
        merge(folder, catalogue)
        assert search(catalogue, before, "เรื่อง").total == 6
    with open_index(folder, catalogue) as after:
        assert len(list((folder / after.generation).glob("*.seg"))) == 1
        assert search(catalogue, after, "เรื่อง").total == 6
