"""Indexes all documents of a catalogue again and again, until it is killed.

    python killed_index.py CATALOGUE INDEX

Says "indexing" once it has begun. Not a test: test_killed_index.py starts it.
"""

import sys
from pathlib import Path

from index.catalogue import Catalogue
from index.whoosh_index import open_index


def main(path: str, folder: str) -> None:
    with Catalogue.open(path) as catalogue, open_index(Path(folder), catalogue) as index:
        print("indexing", flush=True)
        while True:
            for id_ in catalogue.ids():
                index.add(catalogue, [id_])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
