"""The corpus as cases, and the true text of a page as a reader would have given it."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.score.cases import cases, true_pages
from benchmarks.score.run import score
from corpus.truth import document

PAPER = [0, 0.1, 1, 0.3]
TEXT = {
    "half": "measure",
    "level": "ordinary",
    "pages": [
        {
            "page": 1,
            "lines": [
                {"text": "ที่ กษ ๐๓๐๒/๑๒", "box": [0.1, 0.1, 0.3, 0.12], "hand": True},
                {"text": "เรื่อง  ขอเชิญประชุม", "box": [0.1, 0.2, 0.5, 0.22], "hand": False},
            ],
            "stamps": [[{"text": "เลขรับ ๑๒", "box": [0.7, 0.0, 0.9, 0.05], "hand": False}]],
            "marks": [],
            "codes": [],
            "tables": [{"box": PAPER, "rows": [[{"box": PAPER, "lines": [1]}]]}],
            "turned": 90,
        }
    ],
}


def written(folder: Path) -> Path:
    number = {"text": "กษ ๐๓๐๒/๑๒", "value": "กษ 0302/12"}
    truth = {
        "source": {"name": "letter.pdf"},
        "documents": [document((1, 1), "external_letter", number=number)],
    }
    (folder / "letter.truth.json").write_text(json.dumps(truth), encoding="utf-8")
    (folder / "letter.text.json").write_text(json.dumps(TEXT), encoding="utf-8")
    return folder


def test_level_half_and_what_a_pen_wrote_come_from_the_true_text(tmp_path: Path) -> None:
    (case,) = cases(written(tmp_path))
    assert (case.level, case.half, case.name) == ("ordinary", "measure", "letter.pdf")
    assert case.truth["documents"][0]["handwritten"] == ["number"]


def test_the_true_text_is_a_page(tmp_path: Path) -> None:
    (case,) = cases(written(tmp_path))
    (page,) = true_pages(case)
    assert page.rotation == 270
    assert page.tables[0].rows[0][0].lines == (page.lines[1],)
    assert [line.text for stamp in page.stamps for line in stamp.lines] == ["เลขรับ ๑๒"]


def test_extractors_are_scored_on_the_true_text_without_the_file(tmp_path: Path) -> None:
    (scored,) = score(cases(written(tmp_path)), from_text=True)
    numbers = [one for one in scored.verdicts if one.field == "number"]
    assert [(one.right, one.handwritten) for one in numbers] == [(True, True)]
