"""A person's corrections, carried through: catalogue, search index, links, received register.

Only turning a page needs more than the catalogue: it is read again from the original, which is
never touched.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from flows.accession import complete
from flows.archive import Archive
from index.catalogue import Catalogue
from index.corrections import acts, events
from index.corrections.model import Correction, rotations, standing
from pipeline.digitise import page_count, read_page
from pipeline.errors import BadOption, NotFound

Act = Callable[[Catalogue], Correction]
"""One of `index.corrections.acts` with all it needs but the catalogue."""


def correct(archive: Archive, act: Act) -> Correction:
    """Do one act and bring everything that follows from it up to date.

    Raises as the act does; what fails after it is made up for by the next act or ingest.
    """
    with archive.writing():
        event = act(archive.catalogue)
    complete(archive)
    return event


def rotate(
    archive: Archive,
    sha256: str,
    number: int,
    degrees: int,
    by: str,
    before: Callable[[Catalogue], None] | None = None,
) -> Correction:
    """Turn a page by 90, 180 or 270 degrees clockwise from how it is shown, and read it so;
    `before` looks, once it is read, whether that is still wanted.

    Raises BadOption, NotFound, FileRefused if the file has no pictures of its pages.
    """
    if degrees not in (90, 180, 270):
        raise BadOption("หมุนได้ 90, 180 หรือ 270 องศา · A page is turned by 90, 180 or 270 degrees.")
    source = archive.original(sha256)
    pages = archive.catalogue.pages(sha256, number, number, excluded=True)
    if not pages:
        raise NotFound(f"There is no page {number} in that file.")
    read = read_page(source, number, (pages[0].rotation + degrees) % 360)

    def turn(catalogue: Catalogue) -> Correction:
        if before:
            before(catalogue)
        return acts.rotate(catalogue, sha256, read, by)

    return correct(archive, turn)


def undo(archive: Archive, id_: int, by: str) -> Correction:
    """Take a correction back; a page that was turned is read again as it was."""
    with archive.catalogue.reading() as connection:
        one = events.get(connection, id_)
        history = events.of_file(connection, one.sha256)
    read = None
    for number, degrees in acts.turned_by_undoing(history, one).items():
        read = read_page(archive.original(one.sha256), number, degrees)
    return correct(archive, lambda catalogue: acts.undo(catalogue, id_, by, read))


def reread(archive: Archive, sha256: str, workers: int = 2) -> list[str]:
    """Read a file again with this program; the documents that changed. What persons corrected
    stays, and pages that they turned stay turned."""
    source = archive.original(sha256)
    with archive.catalogue.reading() as connection:
        turned = rotations(standing(events.of_file(connection, sha256)))
    numbers = range(1, page_count(source) + 1)
    with ThreadPoolExecutor(max_workers=workers) as pool:
        read = list(pool.map(lambda n: read_page(source, n, turned.get(n)), numbers))
    with archive.writing():
        changed = acts.read_anew(archive.catalogue, sha256, read)
        archive.catalogue.note_event("read_anew", sha256, documents=changed)
    complete(archive)
    return changed
