"""The report: the tables, and every miss beside the piece of paper that it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from pathlib import Path

from benchmarks.score.compare import Verdict, shown
from benchmarks.score.crops import crop
from benchmarks.score.run import Scored
from extractors.doubt.doubts import DOUBTFUL
from pipeline.intake.accept import look_at
from pipeline.models import SourceFile

_HEAD = """<!doctype html><html lang="en"><meta charset="utf-8"><title>make score</title><style>
body{font:15px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem;color:#222}
pre{overflow-x:auto;font-size:13px;line-height:1.35;background:#f6f6f4;padding:1rem}
article{border-top:1px solid #ddd;padding:.8rem 0}img{max-width:100%;border:1px solid #ccc}
dl{display:grid;grid-template-columns:6rem 1fr;margin:.3rem 0}dd{margin:0}dt{color:#777}
.sure{color:#b00020;font-weight:bold}nav a{margin-right:1rem;white-space:nowrap}
h3{font-size:1rem;margin:0}</style><h1>make score</h1>"""


def write_report(scored: Sequence[Scored], tables: Sequence[str], target: Path, most: int) -> int:
    """Write the report as one HTML file; of each field at most `most` misses get a picture.

    Returns how many misses there are. Misses that passed for sure come first.
    """
    missed = [(one, verdict) for one in scored for verdict in one.verdicts if not verdict.right]
    missed.sort(key=lambda pair: (pair[1].field, -_confidence(pair[1])))
    counts = Counter(verdict.field for _, verdict in missed)
    parts = [_HEAD, f"<pre>{escape(chr(10).join(tables))}</pre>"]
    parts.append(
        "<nav>" + " ".join(f'<a href="#{escape(f)}">{escape(f)} {n}</a>' for f, n in counts.items())
    )
    parts.append("</nav>")
    sources: dict[Path, SourceFile] = {}
    pictured: Counter[str] = Counter()
    field = ""
    for one, verdict in missed:
        if verdict.field != field:
            field = verdict.field
            parts.append(f'<h2 id="{escape(field)}">{escape(field)}: {counts[field]} missed</h2>')
        pictured[field] += 1
        picture = ""
        if pictured[field] <= most:
            source = sources.setdefault(one.case.path, look_at(one.case.path))
            picture = crop(one, verdict, source)
        parts.append(_miss(one, verdict, picture))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(parts) + "</html>", encoding="utf-8")
    return len(missed)


def _miss(one: Scored, verdict: Verdict, picture: str) -> str:
    first, last = verdict.pages
    where = f"{one.case.name} · {one.case.level} · pages {first}–{last} · {verdict.kind}"
    if verdict.handwritten:
        where += " · by hand"
    found = verdict.found or {}
    sure = f"{found['confidence']:.0%}" if found.get("confidence") is not None else "—"
    emphasis = "sure" if _confidence(verdict) >= DOUBTFUL else ""
    rows = (
        ("truth", escape(shown(verdict.expected))),
        ("read", escape(shown(verdict.found))),
        ("confidence", f'<span class="{emphasis}">{sure}</span>'),
        ("note", escape(found.get("note") or "")),
    )  # fmt: skip
    told = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows if value)
    image = f'<img src="{picture}" alt="">' if picture else ""
    return f"<article><h3>{escape(where)}</h3><dl>{told}</dl>{image}</article>"


def _confidence(verdict: Verdict) -> float:
    return float((verdict.found or {}).get("confidence") or 0.0)
