"""Every page that an office opens, in a large archive: `python -m benchmarks.pages`.

The letters of benchmarks/search, filed and indexed, each received on its own day and every fifth in
doubt; a circular that asks all 76 provinces for a report each quarter, and twelve quarters of
reports. Each page is asked for a number of times as a browser would, pictures aside; CPU and wall
milliseconds. Writes results.json and results.md beside this file.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import func, select, update
from starlette.testclient import TestClient

from benchmarks.linking.archive import fill
from benchmarks.pages.reports import directive, reports
from benchmarks.search import ours
from benchmarks.search.letters import letters
from flows.archive import Archive
from index import tables
from index.due import due
from index.filed import document_id
from index.links.linker import link_documents
from index.received import number_received
from saraban.web.app import create_app
from saraban.web.garbage import rarely_look_for_garbage

HERE = Path(__file__).parent
TIMES = 20
TARGET = 150  # milliseconds of p95
_DAY = date(2024, 2, 1)  # all twelve quarters are due by then


def prepare(archive: Archive) -> tuple[str, str]:
    """Give an archive of letters days of receipt, doubts, and the circular with its reports; the
    ids of the circular and of one report."""
    catalogue = archive.catalogue
    asked, answered = directive(), list(reports())
    ids = [document_id(sha256, 1) for sha256, _ in (asked, *answered)]
    if catalogue.documents(ids[:1]):
        return ids[0], ids[1]
    source, document = tables.source, tables.document
    own = select(document.c.date + "T02:00:00.000000Z").where(
        document.c.sha256 == source.c.sha256, document.c.date.is_not(None)
    )
    with catalogue.writing() as connection:
        connection.execute(update(source).values(accessioned_at=own.limit(1).scalar_subquery()))
        few = document.c.id.like("5%") | document.c.id.like("9%") | document.c.id.like("c%")
        connection.execute(update(document).where(few).values(doubts=2))
    fill(catalogue, [asked, *answered])
    link_documents(catalogue, ids)
    number_received(catalogue)
    archive.open_index().close()
    return ids[0], ids[1]


def addresses(archive: Archive, letter: str, report: str) -> Mapping[str, str]:
    """Pages by name; a letter of the middle of the archive stands for all."""
    document = tables.document.c
    with archive.catalogue.reading() as connection:
        middle = select(document.id, document.number, document.subject, document.date).where(
            document.kind == "external_letter", document.number.is_not(None)
        )
        at = connection.scalar(select(func.count()).select_from(middle.subquery())) or 0
        row = connection.execute(middle.order_by(document.id).offset(at // 2).limit(1)).one()
    month = f"{int(row.date[:4]) + 543}{row.date[4:7]}"
    return {
        "dashboard": "/dashboard",
        "inbox": "/inbox",
        "inbox, its moving part": "/inbox/now",
        "review queue": "/review",
        "review queue, far down": "/review?skip=10000",
        "review desk": f"/review/{row.id}",
        "search, nothing typed": "/",
        "search, a number": f"/?q={row.number}",
        "search, a month": "/?q=ก.พ. 2564",
        "search, a common word": "/?q=จังหวัด",
        "search, words": "/?q=งบประมาณ โครงการ",
        "search, a subject": f"/?q={row.subject}",
        "search, a phrase": '/?q="จึงเรียนมาเพื่อทราบ"',
        "search, by date, narrowed": "/?q=จังหวัด&kind=order&year=2021&sort=date",
        "search, page 50": "/?q=จังหวัด&page=50",
        "search, as a spreadsheet": "/search.xlsx?q=โครงการ",
        "document": f"/documents/{row.id}",
        "register of a day": f"/register?when={month}-{row.date[8:]}",
        "register of a month": f"/register?when={month}",
        "due, 76 units x 12 quarters": f"/due?as_of={_DAY}&directive={letter}",
        "due, the newest": "/due",
        "due, all of its quarters": f"/due?directive={letter}&periods=all",
        "chain of a report": f"/documents/{report}/trace",
        "chain of the circular": f"/documents/{letter}/trace",
        "access log": "/log",
        "accounts": "/accounts",
        "API: search": "/api/v1/search?q=โครงการ",
        "API: document": f"/api/v1/documents/{row.id}",
    }


def timed(ask: Callable[[], Any]) -> dict[str, float]:
    """Milliseconds that a question takes, the first time apart."""
    started = time.perf_counter()
    ask()
    told = {"first_wall_ms": round(1000 * (time.perf_counter() - started), 1)}
    cpu, wall = [], []
    for _ in range(TIMES):
        begun, started = time.process_time(), time.perf_counter()
        ask()
        cpu.append(1000 * (time.process_time() - begun))
        wall.append(1000 * (time.perf_counter() - started))
    for name, times in (("cpu", sorted(cpu)), ("wall", sorted(wall))):
        told[f"{name}_ms_p50"] = round(times[len(times) // 2], 1)
        told[f"{name}_ms_p95"] = round(times[int(0.95 * len(times))], 1)
    return told


def measure(archive: Archive, only: str = "") -> dict[str, Any]:
    """Figures by page."""
    letter, report = prepare(archive)
    rarely_look_for_garbage()  # as `saraban serve` does
    items = due(archive.catalogue, _DAY, letter)
    found: dict[str, Any] = {"documents": archive.catalogue.count(), "due_items": len(items)}
    found["due, no page"] = timed(lambda: due(archive.catalogue, _DAY, letter))
    with TestClient(create_app(archive), base_url="http://localhost") as client:
        for name, address in addresses(archive, letter, report).items():
            if only in name:
                answer = client.get(address)
                assert answer.status_code == 200, (address, answer.status_code)
                found[name] = timed(lambda address=address: client.get(address))  # type: ignore[misc]
    return found


def table(figures: Mapping[str, Any]) -> str:
    """The figures as Markdown."""
    lines = [
        f"{figures['documents']:,} documents; {figures['due_items']} reports asked for by one "
        f"circular. p95 of a page is to stay under {TARGET} ms.\n",
        "| page | wall ms p50 | p95 | CPU ms p50 | p95 |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, one in figures.items():
        if isinstance(one, dict):
            told = [
                one[f"{what}_ms_{share}"] for what in ("wall", "cpu") for share in ("p50", "p95")
            ]
            lines.append(f"| {name} | {' | '.join(map(str, told))} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="an archive to keep and use again")
    parser.add_argument("--only", default="", help="pages in whose name this occurs")
    parser.add_argument("--out", type=Path, default=HERE)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = arguments.folder or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "catalogue.db").is_file():
            ours.build(list(letters(arguments.documents)), folder)
        with Archive.open(folder) as archive:
            figures = measure(archive, arguments.only)
    print(table(figures))
    if not arguments.only:
        text = json.dumps(figures, indent=1, ensure_ascii=False)
        arguments.out.mkdir(parents=True, exist_ok=True)
        (arguments.out / "results.json").write_text(text + "\n", encoding="utf-8")
        (arguments.out / "results.md").write_text(table(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
