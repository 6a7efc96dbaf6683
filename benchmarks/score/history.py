"""Figures over time: one line of JSON for each half and level of a recorded run, and their plot.

`benchmarks/history.jsonl` is only added to. `benchmarks/history.svg` is drawn anew from it: one
panel for each line of the table of targets, the newest run at the right.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.score.figures import TARGETS, by_field, by_group, calibration, judged
from benchmarks.score.plot import Series, panels
from benchmarks.score.run import Scored

HERE = Path(__file__).parents[1]
HISTORY = HERE / "history.jsonl"
PLOT = HERE / "history.svg"

Json = dict[str, Any]


def record(scored: Sequence[Scored], what: str, from_text: bool) -> None:
    """Add a run to the history and draw the plot. `what` names what was scored, without a path."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    told = [(one.case.half, "true text" if from_text else one.case.level, one) for one in scored]
    with HISTORY.open("a", encoding="utf-8") as history:
        for half, level in dict.fromkeys((half, level) for half, level, _ in told):
            mine = [one for *of, one in told if of == [half, level]]
            entry = {
                "at": now,
                "commit": commit(),
                "what": what,
                "half": half,
                "level": level,
                **_entry(mine),
            }
            history.write(json.dumps(entry, ensure_ascii=False) + "\n")
    PLOT.write_text(plot(entries()), encoding="utf-8")


def entries() -> list[Json]:
    if not HISTORY.exists():
        return []
    return [json.loads(line) for line in HISTORY.read_text("utf-8").splitlines() if line]


def plot(told: Sequence[Json]) -> str:
    """The history of the measuring half as SVG: the other says how rules fit what they know."""
    told = [one for one in told if one["half"] == "measure"]
    moments = list(dict.fromkeys(one["at"] for one in told))
    lines = list(dict.fromkeys((one["what"], one["half"], one["level"]) for one in told))
    drawn: dict[str, list[Series]] = {group: [] for group in TARGETS}
    for line in lines:
        mine = [one for one in told if (one["what"], one["half"], one["level"]) == line]
        for group, series in drawn.items():
            points = tuple(
                (float(moments.index(one["at"])), one["groups"][group])
                for one in mine
                if group in one["groups"]
            )
            if points:
                series.append(Series(" · ".join(line), points))
    marks = [moment[:16].replace("T", " ") for moment in moments]
    goals = {group: target[1] for group, target in TARGETS.items()}
    return panels("What is read right, run by run (dashed: the target)", drawn, marks, goals)


def _entry(scored: Sequence[Scored]) -> Json:
    verdicts = [verdict for one in scored for verdict in one.verdicts]
    pages = sum(len(one.pages) for one in scored)
    told = calibration(verdicts)
    return {
        "files": len(scored),
        "pages": pages,
        "cpu_seconds_a_page": round(sum(one.reading_seconds for one in scored) / pages, 3),
        "describing_ms_a_page": round(
            1000 * sum(one.describing_seconds for one in scored) / pages, 2
        ),
        "stale": sum(one.stale for one in scored),
        "groups": {group: round(value, 4) for group, value in by_group(verdicts).items()},
        "fields": {
            name: round(judged(name, counted), 4) for name, counted in by_field(verdicts).items()
        },
        "confidence": {
            **asdict(told),
            "error": round(told.error, 4),
            "review_share": round(told.review_share, 4),
            "wrong_share": round(told.wrong_share, 4),
        },
    }


def commit() -> str:
    """The commit that was scored; with + if files had been changed since."""
    git = ("git", "-C", str(HERE))
    head = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    changed = subprocess.run([*git, "status", "--porcelain", "-uno"], capture_output=True)
    return head.stdout.strip() + ("+" if changed.stdout else "")
