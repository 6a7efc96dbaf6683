"""The fonts that training lines are set in, and those held out to measure with.

TH families from the wheel that corpus/fonts.py fetches; fonts-thai-tlwg and fonts-arundina of
Debian; Google's Thai families from npm packages (`make fonts` in this folder). Laksaman and Norasi
are never trained on.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from fontTools.ttLib import TTFont
from PIL import ImageFont

from corpus import fonts as th_fonts

DEBIAN = Path("/usr/share/fonts/truetype/tlwg")
ARUNDINA = Path("/usr/share/fonts/truetype/arundina")
GOOGLE = Path(__file__).parent / "work" / "fonts"

# file name pattern, share of the lines, size against TH Sarabun's for the same body height
_TH = (
    ("THSarabun-Regular", 17, 1.0),
    ("THSarabun-Bold", 7, 1.0),
    ("THSarabunNew-Regular", 19, 1.0),
    ("THSarabunNew-Bold", 8, 1.0),
    ("THSarabun-Italic", 1, 1.0),
    ("THSarabunNew-BoldItalic", 0.5, 1.0),
    ("THNiramitAS-Regular", 2, 0.9),
    ("THNiramitAS-Bold", 1, 0.9),
    ("THBaijam-Regular", 1, 0.9),
    ("THBaijam-Bold", 0.5, 0.9),
    ("THKrub-Regular", 1, 0.9),
    ("THKoHo-Regular", 1.5, 0.9),
    ("THK2DJuly8-Regular", 1, 0.9),
    ("THChakraPetch-Regular", 1, 0.9),
    ("THFahkwang-Regular", 1, 0.9),
    ("THMaliGrade6-Regular", 0.5, 0.9),
)
_DEBIAN = (
    ("Garuda", 2, 0.65),
    ("Garuda-Bold", 1, 0.65),
    ("Kinnari", 6, 0.7),
    ("Kinnari-Bold", 1.5, 0.7),
    ("Kinnari-Italic", 0.5, 0.7),
    ("Loma", 2, 0.65),
    ("Loma-Bold", 1, 0.65),
    ("Umpush", 3, 0.8),
    ("Umpush-Bold", 1, 0.8),
    ("Waree", 2, 0.6),
    ("Waree-Bold", 1, 0.6),
    ("TlwgTypewriter", 3, 0.7),
    ("TlwgTypist", 2, 0.7),
    ("TlwgTypo", 1, 0.7),
    ("Sawasdee", 1, 0.7),
    ("Purisa", 0.5, 0.7),
)
_ARUNDINA = (
    ("ArundinaSerif", 3, 0.65),
    ("ArundinaSerif-Bold", 1, 0.65),
    ("ArundinaSans", 2, 0.65),
    ("ArundinaSans-Bold", 1, 0.65),
)
_GOOGLE = (
    ("Sarabun_400Regular", 5, 0.65),
    ("Sarabun_300Light", 1, 0.65),
    ("Sarabun_500Medium", 1, 0.65),
    ("Sarabun_700Bold", 2, 0.65),
    ("Niramit_400Regular", 1, 0.7),
    ("BaiJamjuree_400Regular", 1, 0.7),
    ("NotoSansThai_400Regular", 1, 0.65),
    ("NotoSansThaiLooped_400Regular", 2, 0.65),
    ("NotoSansThaiLooped_700Bold", 1, 0.65),
    ("IBMPlexSansThaiLooped_400Regular", 2, 0.65),
    # faces whose ๓ and ๒ are built unlike TH Sarabun's, as Norasi's are
    ("Trirong_400Regular", 2, 0.65),
    ("Trirong_700Bold", 1, 0.65),
    ("Taviraj_400Regular", 2, 0.65),
    ("Taviraj_700Bold", 0.5, 0.65),
    ("Maitree_400Regular", 2, 0.65),
    ("Maitree_700Bold", 0.5, 0.65),
    ("K2D_400Regular", 1, 0.65),
    ("Kodchasan_400Regular", 1, 0.65),
    ("Fahkwang_400Regular", 1, 0.65),
    ("Prompt_400Regular", 1, 0.6),
    ("Kanit_300Light", 0.5, 0.65),
    ("Mitr_300Light", 0.5, 0.6),
)
# Faces that checkpoints are chosen on: neither trained on nor measured with
CHOOSING = (
    ("Pridi_400Regular", 3, 0.65),
    ("Pridi_600SemiBold", 1, 0.65),
    ("Athiti_400Regular", 2, 0.7),
)
HELD_OUT = (
    ("Laksaman", 4, 1.0),
    ("Laksaman-Bold", 1, 1.0),
    ("Norasi", 4, 0.7),
    ("Norasi-Bold", 1, 0.7),
)


@dataclass(frozen=True)
class Typeface:
    path: Path
    share: float
    size: float

    @property
    def name(self) -> str:
        return self.path.stem

    @cache  # noqa: B019  (a few dozen typefaces live as long as the process)
    def letters(self) -> frozenset[str]:
        """The characters that it has glyphs for."""
        with TTFont(self.path, lazy=True) as font:
            return frozenset(chr(code) for code in font.getBestCmap())

    @cache  # noqa: B019
    def at(self, pixels: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(str(self.path), pixels, layout_engine=ImageFont.Layout.RAQM)

    @cache  # noqa: B019
    def body(self, pixels: int) -> float:
        """Height of a letter without marks, in pixels."""
        return float(-self.at(pixels).getbbox("ก", anchor="ls")[1])


def training() -> list[Typeface]:
    """All typefaces to train on; FileNotFoundError names what is missing."""
    folder = th_fonts.fetch()
    faces = [Typeface(folder / f"{name}.ttf", share, size) for name, share, size in _TH]
    faces += [Typeface(DEBIAN / f"{name}.ttf", share, size) for name, share, size in _DEBIAN]
    faces += [Typeface(ARUNDINA / f"{name}.ttf", share, size) for name, share, size in _ARUNDINA]
    return _present(faces + _google(_GOOGLE))


def _google(rows: tuple[tuple[str, float, float], ...]) -> list[Typeface]:
    google = {path.stem: path for path in GOOGLE.rglob("*.ttf")}
    return [Typeface(google.get(name, GOOGLE / name), share, size) for name, share, size in rows]


def choosing() -> list[Typeface]:
    """Faces to choose checkpoints by, so that the measuring faces have no say in it."""
    return _present(_google(CHOOSING))


def held_out() -> list[Typeface]:
    return _present(
        [Typeface(DEBIAN / f"{name}.ttf", share, size) for name, share, size in HELD_OUT]
    )


def sarabun() -> list[Typeface]:
    """The face of official print alone, as it is shared out in training."""
    return [face for face in training() if face.name.startswith("THSarabun")]


def _present(faces: list[Typeface]) -> list[Typeface]:
    missing = [str(face.path) for face in faces if not face.path.is_file()]
    if missing:
        raise FileNotFoundError(f"fonts are missing (make fonts): {', '.join(missing)}")
    return faces


def choose(rng: np.random.Generator, faces: list[Typeface], text: str) -> Typeface | None:
    """A typeface by its share that has every letter of the text; None if none of ten tries has."""
    shares = np.array([face.share for face in faces])
    needed = set(text) - {" "}
    for index in rng.choice(len(faces), 10, p=shares / shares.sum()):
        if needed <= faces[index].letters():
            return faces[index]
    return None
