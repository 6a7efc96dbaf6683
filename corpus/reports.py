"""Quarterly reports on the packet's own form (page 6), filled in: Word files and scans."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import pages, transcript, truth
from pipeline.thai_digits import arabic, thai

HERE = Path(__file__).parent
FORM_PAGE = 6
# The receiving office, as its stamp says; the form names it as the one to report to.
RECEIVER = "กรมส่งเสริมการปกครองท้องถิ่น"
_QUARTER_DAYS = {1: ("10-01", "12-31"), 2: ("01-01", "03-31"), 3: ("04-01", "06-30"),
                 4: ("07-01", "09-30")}  # fmt: skip


@dataclass(frozen=True)
class FilledForm:
    """The form's printed words with a report's values set into its blanks."""

    title: tuple[str, str]
    unit: str
    as_of: str
    rows: list[list[str]]  # the heading row first
    note: str
    stamp: list[str] | None


def read_reports() -> list[dict[str, Any]]:
    reports: list[dict[str, Any]] = json.loads((HERE / "reports" / "reports.json").read_text())
    return reports


def fill(report: dict[str, Any]) -> FilledForm:
    """Set a report's values into the blanks of the packet's form."""
    form = transcript.read_packet()[FORM_PAGE - 1]
    day_to, month_to = form[147].split("เดือน", 1)
    day_to = day_to.replace("๒๕", report["day"])
    stamp = report["stamp"]
    numbered = [[thai(str(number)), *row] for number, row in enumerate(report["rows"], start=1)]
    return FilledForm(
        title=(form[143], form[144]),
        unit=form[145].rstrip(".") + report["province"],
        as_of=f"{day_to}เดือน {report['month']}{month_to} {report['year']}",
        rows=[form.cells(149), *numbered],
        note=form[154],
        stamp=stamp
        and [
            RECEIVER,
            f"เลขรับ..... {stamp['number']}",
            f"วันที่..... {stamp['date']}",
            f"เวลา..... {stamp['time']} น.",
        ],
    )


def page(report: dict[str, Any]) -> str:
    """The filled form as an HTML section."""
    return pages.page("report.html.j2", form=fill(report), tilt=report["stamp"]["tilt"])


def documents(report: dict[str, Any]) -> list[truth.Truth]:
    """What the filled form says.

    Its note is the form's instruction to whoever fills it in, so a filled form asks nothing more
    of its reader: no obligations.
    """
    form = fill(report)
    title = "".join(form.title)
    heading = [cell.removesuffix(".") for cell in form.rows[0]]
    # TH SarabunIT๙ draws every digit as a Thai one.
    shown = thai if report.get("font") == "TH SarabunIT๙" else str
    rows = [[arabic(row[0]), *map(shown, row[1:])] for row in form.rows[1:]]
    year = int(report["as_of"][:4])
    start, end = (f"{year - (report['quarter'] == 1)}-{day}" for day in
                  _QUARTER_DAYS[report["quarter"]])  # fmt: skip
    fiscal_year = int(arabic(report["year"]))
    period = {"fiscal_year": fiscal_year, "quarter": report["quarter"], "start": start, "end": end}
    stamp = report["stamp"]
    receipt = stamp and {
        "office": RECEIVER,
        "number": stamp["number"],
        "date": stamp["iso"],
        "time": stamp["clock"],
        "page": 1,
    }
    return [
        truth.document(
            (1, 1),
            "report",
            issuer={"text": form.unit, "value": form.unit},
            subject={"text": title, "value": title},
            receipts=[receipt] if receipt else [],
            report={
                "title": title,
                "reporting_unit": form.unit,
                "as_of": report["as_of"],
                "period": period,
                "rows": [heading, *rows],
            },
        )
    ]
