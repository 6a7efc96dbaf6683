"""SQLite FTS5, tantivy and PostgreSQL on the same records, in an environment of their own.

    build/bench-search/bin/python benchmarks/search/foreign.py ENGINE RECORDS QUESTIONS FOLDER

RECORDS and QUESTIONS are JSON lines written by `python -m benchmarks.search`; every text is cut
into words already. Prints JSON. Imports nothing of saraban.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Ask = Callable[[str, list[str]], Any]
COLUMNS = ("id", "number", "date", "issuer", "text")


def fts5(records: list[Record], folder: Path) -> tuple[Ask, Callable[[], int]]:
    base = sqlite3.connect(folder / "fts.db")
    base.execute(
        "CREATE VIRTUAL TABLE words USING fts5(text, content='',"
        " tokenize=\"unicode61 categories 'L* N* Co M*'\")"
    )
    base.execute("CREATE TABLE letter (place INTEGER PRIMARY KEY, id, number, date, issuer)")
    base.execute("CREATE INDEX letter_number ON letter (number)")
    base.execute("CREATE INDEX letter_date ON letter (date)")
    for place, one in enumerate(records):
        base.execute("INSERT INTO words (rowid, text) VALUES (?, ?)", (place, one["text"]))
        row = (place, one["id"], one["number"], one["date"], one["issuer"])
        base.execute("INSERT INTO letter VALUES (?, ?, ?, ?, ?)", row)
    base.commit()

    def ask(type_: str, plain: list[str]) -> Any:
        if type_ == "number":
            return base.execute("SELECT id FROM letter WHERE number = ?", plain).fetchall()
        if type_ == "date":
            by = "SELECT id FROM letter WHERE date BETWEEN ? AND ? ORDER BY date DESC LIMIT 20"
            return base.execute(by, plain).fetchall()
        quoted = [f'"{word}"' for word in plain]
        match = f'"{" ".join(plain)}"' if type_ == "phrase" else " ".join(quoted)
        found = "FROM words JOIN letter ON place = words.rowid WHERE words MATCH ?"
        by = {
            "sort": f"SELECT id {found} ORDER BY date DESC LIMIT 20",
            "facets": f"SELECT issuer, count(*) {found} GROUP BY issuer ORDER BY 2 DESC LIMIT 12",
        }.get(type_, f"SELECT id {found} ORDER BY rank LIMIT 20")
        return base.execute(by, (match,)).fetchall()

    return ask, lambda: (folder / "fts.db").stat().st_size


def tantivy(records: list[Record], folder: Path) -> tuple[Ask, Callable[[], int]]:
    import tantivy as tv

    builder = tv.SchemaBuilder()
    for name in ("id", "number"):
        builder.add_text_field(name, stored=True, tokenizer_name="raw")
    builder.add_text_field("issuer", fast=True, tokenizer_name="raw")
    builder.add_integer_field("date", fast=True, indexed=True)
    builder.add_text_field("text", tokenizer_name="whitespace")
    schema = builder.build()
    place = folder / "tantivy"
    place.mkdir()
    index = tv.Index(schema, str(place))
    whitespace = tv.TextAnalyzerBuilder(tv.Tokenizer.whitespace()).build()
    index.register_tokenizer("whitespace", whitespace)
    writer = index.writer(heap_size=128_000_000, num_threads=1)
    for one in records:
        row = {**one, "date": int(one["date"].replace("-", ""))}
        writer.add_document(tv.Document(**{name: row[name] for name in COLUMNS}))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()

    def ask(type_: str, plain: list[str]) -> Any:
        searcher = index.searcher()
        if type_ == "number":
            query = tv.Query.term_query(schema, "number", plain[0])
        elif type_ == "date":
            first, last = (int(day.replace("-", "")) for day in plain)
            query = tv.Query.range_query(schema, "date", tv.FieldType.Integer, first, last)
        elif type_ == "phrase":
            query = tv.Query.phrase_query(schema, "text", plain)
        elif type_ == "fuzzy":
            query = tv.Query.fuzzy_term_query(schema, "text", plain[0], distance=1)
        else:
            terms = [tv.Query.term_query(schema, "text", word) for word in plain]
            query = tv.Query.boolean_query([(tv.Occur.Must, term) for term in terms])
        if type_ == "facets":
            counted = {"issuer": {"terms": {"field": "issuer", "size": 12}}}
            return searcher.aggregate(query, counted)
        if type_ in ("sort", "date"):
            return searcher.search(query, 20, order_by_field="date").hits
        return searcher.search(query, 20).hits

    return ask, lambda: sum(one.stat().st_size for one in place.rglob("*") if one.is_file())


def postgresql(records: list[Record], _: Path) -> tuple[Ask, Callable[[], int]]:
    import psycopg

    base = psycopg.connect(os.environ["BENCH_POSTGRESQL"], autocommit=True)
    base.execute(
        "CREATE TABLE letter (id text, number text, date date, issuer text, words tsvector)"
    )
    with base.cursor().copy("COPY letter (id, number, date, issuer, words) FROM STDIN") as copy:
        for one in records:
            words = " ".join(f"'{word}':{at}" for at, word in enumerate(one["text"].split(), 1))
            copy.write_row((one["id"], one["number"], one["date"], one["issuer"], words))
    for index in ("gin (words)", "(number)", "(date)"):
        using = "USING " if index.startswith("gin") else ""
        base.execute(f"CREATE INDEX ON letter {using}{index}")
    base.execute("ANALYZE letter")

    def ask(type_: str, plain: list[str]) -> Any:
        if type_ == "number":
            return base.execute("SELECT id FROM letter WHERE number = %s", plain).fetchall()
        if type_ == "date":
            last = plain[0][:8] + "28"
            by = "SELECT id FROM letter WHERE date BETWEEN %s AND %s ORDER BY date DESC LIMIT 20"
            return base.execute(by, (plain[0], last)).fetchall()
        joint = " <-> " if type_ == "phrase" else " & "
        match = joint.join(f"'{word}'" for word in plain)
        by = {
            "sort": "SELECT id FROM letter WHERE words @@ %s::tsquery ORDER BY date DESC LIMIT 20",
            "facets": "SELECT issuer, count(*) FROM letter WHERE words @@ %s::tsquery"
            " GROUP BY issuer ORDER BY 2 DESC LIMIT 12",
        }.get(
            type_,
            "SELECT id FROM letter, (SELECT %s::tsquery AS q) AS asked WHERE words @@ q"
            " ORDER BY ts_rank(words, q) DESC LIMIT 20",
        )
        return base.execute(by, (match,)).fetchall()

    def size() -> int:
        row = base.execute("SELECT pg_total_relation_size('letter')").fetchone()
        assert row
        return int(row[0])

    return ask, size


ENGINES = {"fts5": fts5, "tantivy": tantivy, "postgresql": postgresql}


def lines(path: str) -> Iterator[Any]:
    with Path(path).open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def main(engine: str, records: str, questions: str, folder: str) -> None:
    known = list(lines(records))
    wall, cpu = time.perf_counter(), time.process_time()
    ask, size = ENGINES[engine](known, Path(folder))
    built = {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
    times = []
    for type_, plain in lines(questions):
        if type_ == "fuzzy" and engine != "tantivy":
            continue
        wall, cpu = time.perf_counter(), time.process_time()
        ask(type_, plain)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        times.append((type_, 1000 * wall, 1000 * cpu))
    print(json.dumps({"built": {**built, "bytes": size()}, "times": times}))


def with_postgresql(command: list[str]) -> str:
    """Run a command beside a PostgreSQL cluster of its own; what it prints."""
    found = shutil.which("initdb")
    programs = [Path(found).parent] if found else []
    programs += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    folder = Path(tempfile.mkdtemp(prefix="saraban-bench-"))
    become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if become:
        shutil.chown(folder, "postgres")

    def run(program: str, *arguments: str) -> None:
        whole = [*become, str(programs[0] / program), *arguments]
        subprocess.run(whole, check=True, cwd=folder, stdout=subprocess.DEVNULL)

    run("initdb", "-D", f"{folder}/data", "-U", "bench", "-A", "trust", "-E", "UTF8", "--locale=C")
    options = f"-c listen_addresses='' -k {folder}"
    run("pg_ctl", "-D", f"{folder}/data", "-w", "-l", f"{folder}/log", "-o", options, "start")
    try:
        address = f"postgresql://bench@/postgres?host={folder}"
        done = subprocess.run(
            command,
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "BENCH_POSTGRESQL": address},
        )
        return done.stdout
    finally:
        run("pg_ctl", "-D", f"{folder}/data", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
