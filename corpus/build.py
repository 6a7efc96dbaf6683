"""Build the sample documents: `python -m corpus.build [--seed N] [--only NAME] [--out FOLDER]`.

Letters are committed at one level each; `--all-levels --only letters --out build/corpus` draws them
at every level, for measuring; `--name 'rules/memo-*'` draws some alone.

The same seed gives the same pages (on the same Chromium and fonts).
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus import (
    degrade,
    fonts,
    image_pdf,
    pages,
    raster,
    reports,
    scan_letters,
    singles,
    truth,
    word,
)

HERE = Path(__file__).parent
SEED = 2564
PACKET_LEVELS = ("clean", "ordinary", "200dpi", "photocopy")


def scan(
    sheets: list[raster.Image], kind: str, target: Path, seed: int, documents: list[truth.Truth]
) -> None:
    """Degrade the sheets, bind them as an image-only PDF and write its truth beside it."""
    quality = degrade.JPEG_QUALITY.get(kind)
    image_pdf.write(
        degrade.degrade(sheets, kind, seed, target.stem),
        degrade.RESOLUTION[kind],
        target,
        quality,
    )
    truth.write(target, documents, len(sheets))
    print(f"{target}  {target.stat().st_size / 1e6:.1f} MB")


def build_packet(out: Path, seed: int) -> None:
    sheets = raster.print_sheets(pages.packet_pages(), seed)
    for kind in PACKET_LEVELS:
        target = out / "packet" / f"packet-{kind}.pdf"
        scan(sheets, kind, target, seed, truth.packet_documents())


def build_reports(out: Path, seed: int) -> None:
    for report in reports.read_reports():
        target = out / "reports" / report["name"]
        documents = reports.documents(report)
        if report["made_as"] == "docx":
            target = target.with_suffix(".docx")
            word.write(reports.fill(report), report["font"], target)
            truth.write(target, documents, 1)
        else:
            sheets = raster.print_sheets([reports.page(report)], seed)
            scan(sheets, "ordinary", target.with_suffix(".pdf"), seed, documents)


def build_singles(out: Path, seed: int) -> None:
    for single in singles.read_singles():
        sheets = raster.print_sheets([single.page], seed)
        target = out / "singles" / f"{single.name}.pdf"
        scan(sheets, single.made_as, target, seed, [single.truth])


def list_inbox(out: Path) -> None:
    """Which built files make up the sample inbox: each letter once, so one packet of the four."""
    files = [out / "packet" / "packet-clean.pdf"]
    for part in ("reports", "singles"):
        files += sorted(f for f in (out / part).glob("*") if f.suffix in truth.MEDIA_TYPES)
    names = [file.relative_to(out).as_posix() for file in files if file.exists()]
    (out / "inbox.txt").write_text("".join(f"{name}\n" for name in names), encoding="utf-8")


PARTS = {
    "packet": build_packet,
    "reports": build_reports,
    "singles": build_singles,
    "letters": scan_letters.build,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", choices=sorted(PARTS), action="append", help="one part alone")
    parser.add_argument("--out", type=Path, default=HERE / "built")
    parser.add_argument("--name", default="*/*", help="letters whose HALF/NAME fits a pattern")
    parser.add_argument("--all-levels", action="store_true", help="letters at every level")
    arguments = parser.parse_args()
    fonts.fetch()
    for name in arguments.only or PARTS:
        if name == "letters":
            scan_letters.build(arguments.out, arguments.seed, arguments.name, arguments.all_levels)
        else:
            PARTS[name](arguments.out, arguments.seed)
    list_inbox(arguments.out)


if __name__ == "__main__":
    main()
