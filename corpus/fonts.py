"""Fetch the fonts that the sample documents are set in. They stay out of the repository."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
FOLDER = HERE / "build" / "fonts"
_REQUIREMENT = HERE / "requirements-fonts.txt"
# The wheel also carries fonts that are not free: only the national TH families are taken.
_MEMBER = re.compile(r"static/fonts/thai/(TH[^/]+)/([^/]+\.ttf)$")


def fetch(folder: Path = FOLDER) -> Path:
    """The folder that holds the TH fonts; fetched with pip, checked by hash, on first use."""
    marker = folder / "THSarabun-Regular.ttf"
    if marker.exists():
        return folder
    folder.mkdir(parents=True, exist_ok=True)
    wheels = folder.parent / "wheels"
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"]
    subprocess.run([*command, "-r", str(_REQUIREMENT), "-d", str(wheels)], check=True)
    (wheel,) = wheels.glob("odoo_addon_l10n_th_base_utils-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if found := _MEMBER.search(name):
                (folder / found[2]).write_bytes(archive.read(name))
    if not marker.exists():
        raise RuntimeError(f"the font package {wheel.name} holds no TH Sarabun")
    return folder


@dataclass(frozen=True)
class Face:
    """One font file as a style sheet names it: family THSarabunNew, bold or not."""

    family: str
    file: str
    bold: bool
    italic: bool


def faces(folder: Path = FOLDER) -> list[Face]:
    """The TH fonts at hand. Those of Debian's fonts-thai-tlwg go by their own names (Norasi)."""
    found = []
    for path in sorted(folder.glob("TH*.ttf")):
        family, _, style = path.stem.partition("-")
        found.append(Face(family, path.name, "Bold" in style, "Italic" in style))
    return found
