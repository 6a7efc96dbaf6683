"""The house keeps its shape: who may import whom, and what may stand in the source at all."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

# a floor may import what stands before it, never what stands after it
FLOORS = ("pipeline", "extractors", "index", "flows", "saraban")

# an outside library, and the only places that may know of it
ROOMS = {
    "prefect": ("flows/ingest.py", "flows/watch.py", "flows/daily.py", "flows/server.py"),
    "whoosh": ("index/",),
    "sqlalchemy": ("index/",),
    "alembic": ("index/",),
    "argon2": ("index/passwords.py",),
    "pytesseract": ("pipeline/tesseract.py",),
    "docx": ("pipeline/word/file.py", "saraban/exports/"),
    "pikepdf": ("pipeline/",),
    "pdf2image": ("pipeline/",),
    "pypdfium2": ("pipeline/",),
    "cv2": ("pipeline/",),
    "pythainlp": ("extractors/text/segment.py", "pipeline/thai_words.py"),
    "fastapi": ("saraban/web/",),
    "jinja2": ("saraban/web/",),
    "holidays": ("index/days_off.py",),
    "openpyxl": ("pipeline/", "saraban/exports/sheet.py"),
    "icalendar": ("saraban/exports/",),
    "typer": ("saraban/",),
    "rich": ("saraban/",),
}

# the packages that only the programs of the sample documents may use
CORPUS_ONLY = ("corpus", "segno", "tests")

LONGEST_FILE = 300  # lines


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project: what git knows, or would take if asked."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return tuple(sorted(ROOT / name for name in set(listed) if name and (ROOT / name).is_file()))


def modules() -> list[Path]:
    return [p for p in files() if p.suffix == ".py" and p.relative_to(ROOT).parts[0] in FLOORS]


def name_of(path: Path) -> str:
    """pipeline/data/__init__.py is pipeline.data"""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports(path: Path) -> tuple[str, ...]:
    """Every module a file imports, wherever in the file the import stands."""
    return tuple(_imports(path))


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide the floor; write it out"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_floors_import_downward_only() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules()
        for name in imports(path)
        if (top := name.split(".")[0]) in FLOORS
        and FLOORS.index(top) > FLOORS.index(path.relative_to(ROOT).parts[0])
    ]
    assert not wrong


def _room(name: str) -> str:
    """The folder of a floor that a module lies in; the module itself if it lies in none."""
    return ".".join(name.split(".")[:2])


def _circle(edges: Mapping[str, set[str]]) -> tuple[str, ...]:
    """The first circle found, empty if there is none."""
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> tuple[str, ...]:
        if name in trail:
            return (*trail[trail.index(name) :], name)
        if name not in done:
            for other in sorted(edges.get(name, ())):
                if found := visit(other, (*trail, name)):
                    return found
            done.add(name)
        return ()

    return next((found for name in sorted(edges) if (found := visit(name, ()))), ())


def test_no_circles_between_modules_nor_between_rooms() -> None:
    known = {name_of(path): path for path in modules()}
    edges = {
        name: {other for other in imports(path) if other in known and other != name}
        for name, path in known.items()
    }
    rooms: dict[str, set[str]] = {}
    for name, others in edges.items():
        rooms.setdefault(_room(name), set()).update({_room(one) for one in others} - {_room(name)})
    assert edges and _circle(edges) == ()
    assert _circle(rooms) == ()


@pytest.mark.parametrize("library", ROOMS)
def test_a_library_stays_in_its_room(library: str) -> None:
    wrong = [
        f"{place} imports {name}"
        for path in modules()
        if not (place := path.relative_to(ROOT).as_posix()).startswith(ROOMS[library])
        for name in imports(path)
        if name.split(".")[0] == library
    ]
    assert not wrong


def test_the_program_does_not_know_its_sample_documents() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules()
        for name in imports(path)
        if name.split(".")[0] in CORPUS_ONLY
    ]
    assert not wrong


def test_no_file_is_long() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in files()
        if path.suffix == ".py"
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long


def test_no_package_registry_is_named() -> None:
    """The lock is by hash; where packages come from is the business of whoever installs."""
    words = ("py" + "pi", "pythonhosted", "registry" + ".", "npm" + "js", "deb" + ".debian")
    host = re.compile(r"https?://[^\s\"']*(" + "|".join(map(re.escape, words)) + ")")
    texts = (".py", ".md", ".toml", ".lock", ".txt", ".sh", ".json", ".tsv", ".html", "Makefile")
    wrong = [
        str(path.relative_to(ROOT))
        for path in files()
        if path.name.endswith(texts) and host.search(path.read_text(encoding="utf-8"))
    ]
    assert not wrong
