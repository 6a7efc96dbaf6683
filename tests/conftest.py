"""Fixtures that several folders use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import settings

from pipeline.models import Document, Page
from pipeline.plain_text import page_from_text

# Speed is measured in benchmarks/, never asserted in a test: a loaded machine fails none.
settings.register_profile("saraban", deadline=None)
settings.load_profile("saraban")

PACKET = Path(__file__).parent.parent / "corpus" / "packet"

# How each page of the packet but the first begins, counted after the page before: the packet's
# README tells the cuts, the text itself does not.
_PAGE_STARTS = (
    "สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัดแพร่\nเลขรับ",  # 2: circular, its stamp first
    "๓. รายงานผลการดำเนินงาน",  # 3: starts at clause ๓
    "- ตัวอย่าง -",  # 4: sample order
    "๔. จัดทำสรุปผล",  # 5: starts at duty ๔
    "แบบติดตามผลการดำเนินงาน\n",  # 6: blank form
    "คำสั่งจังหวัดแพร่\nที่",  # 7: order of the province
)
_DOCUMENTS = ((1, 1), (2, 3), (4, 5), (6, 6), (7, 7))


@pytest.fixture(scope="session")
def packet_pages() -> tuple[Page, ...]:
    """The packet's seven pages, from its text: what reading a perfect scan would give."""
    text = (PACKET / "packet.txt").read_text(encoding="utf-8")
    cuts = [0]
    for start in _PAGE_STARTS:
        cuts.append(text.index(start, cuts[-1]))
    pieces = [text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True)]
    return tuple(page_from_text(piece, number) for number, piece in enumerate(pieces, start=1))


@pytest.fixture(scope="session")
def packet_documents(packet_pages: tuple[Page, ...]) -> tuple[Document, ...]:
    """The packet's five documents, cut where they truly begin."""
    return tuple(Document(packet_pages[first - 1 : last]) for first, last in _DOCUMENTS)


@pytest.fixture(scope="session")
def packet_expected() -> list[dict[str, Any]]:
    """What must be read from each of the five documents."""
    expected = json.loads((PACKET / "expected.json").read_text(encoding="utf-8"))
    documents: list[dict[str, Any]] = expected["documents"]
    return documents


LetterWriter = Callable[..., Path]


@pytest.fixture(scope="session")
def write_letter() -> LetterWriter:
    """Writes a short letter as a Word file: write_letter(folder, "a.docx", number="กข ๑/ว ๒")."""

    def write(
        folder: Path,
        name: str = "letter.docx",
        number: str = "กข ๐๐๑๒.๓/ว ๑๒๓",
        date: str = "๕ มีนาคม ๒๕๖๕",
        subject: str = "การทดสอบระบบงานสารบรรณ",
        reference: str = "",
        secrecy: str = "",
    ) -> Path:
        letter = docx.Document()
        for paragraph in (
            *([secrecy] if secrecy else []),
            f"ที่ {number}",
            "กรมทดสอบระบบ",
            "ถนนสมมติ กทม. ๑๐๑๐๐",
            date,
            f"เรื่อง {subject}",
            "เรียน ผู้ว่าราชการจังหวัด ทุกจังหวัด",
            *([f"อ้างถึง {reference}"] if reference else []),
            "ด้วยกรมทดสอบระบบได้กำหนดให้มีการทดสอบระบบงาน ขอความร่วมมือจังหวัดดำเนินการ",
            "จึงเรียนมาเพื่อโปรดพิจารณา",
            "ขอแสดงความนับถือ",
            "(นายสมมติ ทดสอบ)",
            "อธิบดีกรมทดสอบระบบ",
        ):
            letter.add_paragraph(paragraph)
        folder.mkdir(parents=True, exist_ok=True)
        letter.save(str(folder / name))
        return folder / name

    return write
