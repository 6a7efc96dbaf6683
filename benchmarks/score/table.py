"""The figures as text: against the targets, per field, per kind of document, and each miss."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from benchmarks.score.compare import Verdict, shown
from benchmarks.score.figures import TARGETS, Figures, by_field, by_group, calibration, judged
from benchmarks.score.run import Scored

CORES = 2


def levels(scored: Sequence[Scored]) -> list[str]:
    return list(dict.fromkeys(one.case.level for one in scored))


def verdicts(scored: Sequence[Scored], level: str | None = None) -> list[Verdict]:
    return [
        verdict for one in scored if level in (None, one.case.level) for verdict in one.verdicts
    ]


def tables(scored: Sequence[Scored], from_text: bool) -> Iterator[str]:
    """Every table, as lines."""
    names = levels(scored)
    yield from _summary(scored)
    yield ""
    yield from _grid(
        "against the targets (each line: the worst of its fields)",
        names,
        {level: by_group(verdicts(scored, level)) for level in names},
        lambda group: _target(group, from_text),
    )
    yield ""
    yield from _grid(
        "per field and level (F1 of lists, else the share right)",
        names,
        {
            level: {f: judged(f, n) for f, n in by_field(verdicts(scored, level)).items()}
            for level in names
        },
    )
    yield ""
    yield from _per_field(verdicts(scored))
    yield ""
    kinds = list(dict.fromkeys(verdict.kind for verdict in verdicts(scored)))
    yield from _grid(
        "per field and kind of document",
        kinds,
        {
            kind: {
                f: judged(f, n)
                for f, n in by_field(v for v in verdicts(scored) if v.kind == kind).items()
            }
            for kind in kinds
        },
    )
    yield ""
    yield from _confidence(scored)


def misses(one: Scored) -> Iterator[str]:
    for verdict in one.verdicts:
        if not verdict.right:
            first, last = verdict.pages
            yield (
                f"  {one.case.name} {first}-{last} {verdict.field}: "
                f"{shown(verdict.expected)}  read as  {shown(verdict.found)}{_sureness(verdict)}"
            )


def _sureness(verdict: Verdict) -> str:
    if verdict.found is None or verdict.found.get("confidence") is None:
        return ""
    note = f"; {verdict.found['note']}" if verdict.found.get("note") else ""
    return f"  [{verdict.found['confidence']:.2f}{note}]"


def _summary(scored: Sequence[Scored]) -> Iterator[str]:
    pages = sum(len(one.pages) for one in scored)
    reading = sum(one.reading_seconds for one in scored)
    describing = sum(one.describing_seconds for one in scored)
    yield f"{len(scored)} files, {pages} pages"
    if reading and pages:
        each = reading / pages
        yield (
            f"reading {each:.2f} CPU s a page, so {CORES * 60 / each:.0f} pages a minute "
            f"on {CORES} cores"
        )
    if pages:
        yield f"extracting {1000 * describing / pages:.1f} ms a page"
    if stale := sum(one.stale for one in scored):
        yield f"{stale} files scored on readings of an older reader"


def _grid(
    title: str,
    columns: Sequence[str],
    values: dict[str, dict[str, float]],
    note: Callable[[str], str] | None = None,
) -> Iterator[str]:
    rows = list(dict.fromkeys(row for column in columns for row in values[column]))
    width = max([len(title), *(len(row) for row in rows)], default=10) if note else 40
    yield f"{title:{width}}  " + "  ".join(f"{_short(column):>9}" for column in columns)
    for row in rows:
        cells = (
            f"{100 * values[c][row]:8.1f}%" if row in values[c] else f"{'·':>9}" for c in columns
        )
        yield f"{row:{width}}  " + "  ".join(cells) + (note(row) if note else "")


def _short(column: str) -> str:
    return {"external_letter": "letter", "stamped_letter": "stamped", "announcement": "announce",
            "certificate": "certif.", "regulation": "regulat."}.get(column, column)[:9]  # fmt: skip


def _target(group: str, from_text: bool) -> str:
    if group not in TARGETS:
        return ""
    clean, ordinary, text = TARGETS[group]
    if from_text:
        return f"   target {text:.0%}"
    return f"   target clean {clean:.0%}, ordinary {ordinary:.0%}"


def _per_field(them: Sequence[Verdict]) -> Iterator[str]:
    yield (
        f"{'all levels':18}{'truth':>8}{'read':>8}{'right':>8}{'to the letter':>15}"
        f"{'precision':>11}{'recall':>9}{'F1':>8}"
    )
    by_hand = by_field(verdict for verdict in them if verdict.handwritten)
    for name, n in by_field(them).items():
        yield _row(name, n)
        if name in by_hand:
            yield _row("  of it, by hand", by_hand[name])


def _row(name: str, n: Figures) -> str:
    return (
        f"{name:18}{n.expected:8}{n.found:8}{n.right:8}{n.exact:15}"
        f"{n.precision:11.1%}{n.recall:9.1%}{n.f1:8.1%}"
    )


def _confidence(scored: Sequence[Scored]) -> Iterator[str]:
    yield (
        f"{'confidence of printed fields':32}{'fields':>8}{'for review':>12}"
        f"{'passed wrong':>14}{'calibration error':>19}"
    )
    for level in (*levels(scored), None):
        told = calibration(verdicts(scored, level))
        yield (
            f"{level or 'all levels':32}{told.fields:8}{told.review_share:12.1%}"
            f"{told.wrong_share:14.2%}{told.error:19.3f}"
        )
    yield "targets: 15 % for review on ordinary scans, 0.5 % of what passes wrong"
