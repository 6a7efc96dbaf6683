"""Word files that tests make, and their pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml

from pipeline.intake.accept import look_at
from pipeline.models import Page
from pipeline.word.file import read_word_page

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RUN = "<w:r><w:t>{}</w:t></w:r>"


def saved(document: Any, tmp_path: Path) -> Path:
    path = tmp_path / "letter.docx"
    document.save(str(path))
    look_at(path)
    return path


def read(document: Any, tmp_path: Path) -> Page:
    return read_word_page(saved(document, tmp_path), 1)


def from_xml(body: str, tmp_path: Path) -> Page:
    """The page of a document whose body is the given WordprocessingML."""
    document = docx.Document()
    root = parse_xml(f"<w:body {W}>{body}</w:body>")
    for element in reversed(list(root)):
        document.element.body.insert(0, element)
    return read(document, tmp_path)


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines]
