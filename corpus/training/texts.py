"""What the training lines say: Thai by corpus frequency, official phrases, numbers, Latin.

Words and names come from the lists that PyThaiNLP carries; phrases from data/phrases.txt; whole
sentences from Debian's Thai translation of LibreOffice (`make texts`), so that what the network
knows of the language is kept.
Everything is drawn from one random generator, so a seed gives the same lines again.
"""

from __future__ import annotations

import gettext
import re
import unicodedata
from functools import cached_property
from pathlib import Path

import numpy as np
from pythainlp.corpus import (
    get_corpus,
    provinces,
    thai_family_names,
    thai_female_names,
    thai_male_names,
)

from corpus.training import shapes

Rng = np.random.Generator

# Symbols that the network has from Debian's model are kept; these are appended.
NEW_SYMBOLS = "๔๖๗๘๙ฌฦ฿ๅABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_&;•–—’‘$°×~{}\\±²"
# What Debian's model knows, without ฃ and ฅ, which nobody writes.
OLD_SYMBOLS = (
    " 0123456789กขคฆงจฉชซญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฤฯะัาํิีึืุูเแโใไๆ็่้๊๋์๐๑๒๓๕.,:'\"“”|/[]()%=<>«»+-*#@!?"
)
ALPHABET = frozenset(OLD_SYMBOLS + NEW_SYMBOLS)
_SARA_AM, _NIKHAHIT_AA = "\u0e33", "\u0e4d\u0e32"
_STACKED = re.compile("[\u0e31\u0e34-\u0e37][\u0e48-\u0e4b]")
_THAI_WORD = re.compile("[\u0e01-\u0e4d]+")
_LATIN_WORD = re.compile("[A-Za-z][A-Za-z-]{1,15}")
_CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_FINALS = ("", "", "", "ก", "ง", "ด", "น", "บ", "ม", "ย", "ว", "ล", "ต", "ญ", "ณ", "ร")
_TONES = ("", "\u0e48", "\u0e49", "\u0e48", "\u0e49", "\u0e4a", "\u0e4b")
_TITLES = (
    "นาย",
    "นาง",
    "นางสาว",
    "ดร.",
    "ผศ.ดร.",
    "รศ.",
    "พล.ต.ต.",
    "พ.ต.อ.",
    "ว่าที่ร้อยตรี",
    "ร.ต.อ.",
)
_MARKUP = re.compile(r"<[^>]*>|[~$_]|%\w+|&\w+;")
SENTENCES = Path(__file__).parent / "work" / "texts"
_POSTS = (
    "ปลัดกระทรวง", "รองปลัดกระทรวง", "อธิบดี", "รองอธิบดี", "ผู้อำนวยการ", "เลขาธิการ",
    "ผู้ว่าราชการจังหวัด", "รองผู้ว่าราชการจังหวัด", "นายอำเภอ", "ปลัดอำเภอ", "นายกเทศมนตรี",
    "ปลัดเทศบาล", "คณบดี", "อธิการบดี", "หัวหน้าสำนักปลัด", "นักวิชาการพัสดุชำนาญการ",
    "นักจัดการงานทั่วไป", "เจ้าพนักงานธุรการชำนาญงาน", "นิติกรปฏิบัติการ", "ครูชำนาญการพิเศษ",
    "นักวิเคราะห์นโยบายและแผน", "ศึกษาธิการจังหวัด", "ท้องถิ่นจังหวัด", "สาธารณสุขอำเภอ",
)  # fmt: skip
_OFFICES = (
    "กระทรวง", "กรม", "สำนักงาน", "กอง", "สำนักงานเขตพื้นที่การศึกษา", "โรงเรียน", "มหาวิทยาลัย",
    "โรงพยาบาล", "เทศบาลตำบล", "เทศบาลเมือง", "องค์การบริหารส่วนตำบล", "ที่ว่าการอำเภอ", "จังหวัด",
    "คณะ", "ศูนย์", "ฝ่าย", "กลุ่ม", "สำนักงานคณะกรรมการ", "สถานีตำรวจภูธร", "การไฟฟ้า", "วิทยาลัย",
)  # fmt: skip


def model_spelling(text: str) -> str:
    """As the network spells: NFC, ำ as ํ + า, runs of blanks as one space, … as three points.

    In TH Sarabun the two look alike, and dotted leaders are set in either.
    """
    text = unicodedata.normalize("NFC", " ".join(text.split())).replace("…", "...")
    return text.replace(_SARA_AM, _NIKHAHIT_AA)


def _frequencies(file: str) -> list[tuple[str, float]]:
    """The words of a list of PyThaiNLP's and how often they occur.

    Sorted: PyThaiNLP keeps its lists in sets, whose order is chance.
    """
    rows = (line.split("\t") for line in sorted(get_corpus(file)))
    return [(row[0], float(row[1])) for row in rows if len(row) == 2]


def _mostly_thai(line: str) -> bool:
    return len(line) > 8 and sum("ก" <= letter <= "๙" for letter in line) > 0.6 * len(line)


class Texts:
    """A source of lines of text."""

    def __init__(self, rng: Rng) -> None:
        self.rng = rng
        here = Path(__file__).parent / "data" / "phrases.txt"
        self.phrases = [
            line for line in here.read_text("utf-8").splitlines() if not line.startswith("#")
        ]

    @cached_property
    def _words(self) -> tuple[list[str], np.ndarray]:
        counts: dict[str, float] = {}
        for file, weight in (("tnc_freq.txt", 1.0), ("ttc_freq.txt", 4.0)):
            for word, count in _frequencies(file):
                if _THAI_WORD.fullmatch(word) and len(word) < 25:
                    counts[word] = counts.get(word, 0.0) + count * weight
        words = sorted(counts)
        # the root evens out; stacked marks, which are hardest to read, are met three times as often
        chances = np.array([counts[word] for word in words]) ** 0.55
        chances *= np.array([3.0 if _STACKED.search(word) else 1.0 for word in words])
        return words, np.cumsum(chances / chances.sum())

    @cached_property
    def _latin(self) -> list[str]:
        words = {word for word, _count in _frequencies("tnc_freq.txt")}
        return sorted(word for word in words if _LATIN_WORD.fullmatch(word))

    @cached_property
    def _titles(self) -> list[str]:
        titles = get_corpus("wikipedia_titles_th.txt")
        return sorted(title for title in titles if len(title) < 60)

    @cached_property
    def _sentences(self) -> list[str]:
        catalogues = sorted(SENTENCES.glob("*.mo"))
        if not catalogues:
            raise FileNotFoundError(f"no translations in {SENTENCES} (make texts)")
        found: set[str] = set()
        for path in catalogues:
            with path.open("rb") as file:
                for text in vars(gettext.GNUTranslations(file))["_catalog"].values():
                    found.update(_MARKUP.sub("", line) for line in str(text).splitlines())
        return sorted(line for line in found if _mostly_thai(line))

    @cached_property
    def _people(self) -> tuple[list[str], list[str]]:
        given = sorted(thai_male_names() | thai_female_names())
        return given, sorted(thai_family_names())

    @cached_property
    def _provinces(self) -> list[str]:
        return sorted(provinces())

    def pick(self, options: list[str] | tuple[str, ...] | str) -> str:
        return options[int(self.rng.integers(len(options)))]

    def words(self, most: int = 6) -> str:
        """Some Thai words, as a rule unbroken."""
        names, cumulative = self._words
        count = int(self.rng.integers(1, most + 1))
        found = np.searchsorted(cumulative, self.rng.random(count))
        pieces = [names[min(int(i), len(names) - 1)] for i in found]
        text = pieces[0]
        for piece in pieces[1:]:
            chance = self.rng.random()
            text += " " if chance < 0.12 else "ๆ " if chance < 0.13 else ""
            text += piece
        return text

    def person(self) -> str:
        given, family = self._people
        return f"{self.pick(_TITLES)}{self.pick(given)} {self.pick(family)}"

    def latin(self) -> str:
        """One to five Latin words, in the cases that letters have."""
        words = [self.pick(self._latin) for _ in range(int(self.rng.integers(1, 6)))]
        style = self.rng.random()
        if style < 0.3:
            return " ".join(word.capitalize() for word in words)
        if style < 0.45:
            return " ".join(words).upper()
        return " ".join(words) if style < 0.8 else " ".join(words).capitalize()

    def acronym(self) -> str:
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return "".join(self.pick(letters) for _ in range(int(self.rng.integers(2, 7))))

    def syllables(self) -> str:
        """Syllables that mean nothing: what is read must come from the print alone."""
        text = ""
        for _ in range(int(self.rng.integers(2, 7))):
            first, tone, last = (
                self.pick(_CONSONANTS),
                self.pick(_TONES),
                self.pick(_FINALS),
            )
            vowel = self.pick("ิีึืัุู")
            form = int(self.rng.integers(8))
            if form < 5:
                text += first + vowel + tone + (last or ("น" if vowel in "ัื" else ""))
            elif form == 5:
                text += self.pick("เแโใไ") + first + tone + last
            elif form == 6:
                text += first + tone + self.pick((_SARA_AM, "า", "ะ"))
            else:
                text += "เ" + first + self.pick(("ี", "ื")) + tone + self.pick(("ย", "อ"))
        return text

    def _fill(self, slot: str) -> str:
        rng = self.rng
        match slot:
            case "w":
                return self.words(4)
            case "p":
                return self.person()
            case "k":
                return self.pick(_POSTS)
            case "o":
                return self.pick(_OFFICES) + self.words(2)
            case "v":
                return self.pick(self._provinces)
            case "a":
                return self.latin()
            case "b":
                return self.acronym()
            case "e":
                return shapes.email(rng, self._latin)
            case "u":
                return shapes.address(rng, self._latin)
            case "l":
                return shapes.leader(rng)
        return shapes.NUMERIC[slot](rng)

    def phrase(self) -> str:
        text = re.sub(r"\{(.)\}", lambda found: self._fill(found[1]), self.pick(self.phrases))
        return shapes.one_kind_of_digit(self.rng, text)

    def numeric(self) -> str:
        return shapes.one_kind_of_digit(self.rng, shapes.any_numeric(self.rng))

    def fragment(self) -> str:
        """A piece of a line, of one kind."""
        chance = self.rng.random()
        for share, make in (
            (0.19, self.words),
            (0.12, lambda: self.pick(self._sentences)),
            (0.20, self.phrase),
            (0.26, self.numeric),
            (0.04, self.person),
            (0.04, self.latin),
            (0.03, self.syllables),
            (0.04, lambda: self.pick(self._titles)),
            (0.04, lambda: shapes.net(self.rng, self._latin)),
        ):
            chance -= share
            if chance < 0:
                return make()
        return self._in_signs(self.words(3))

    def _in_signs(self, text: str) -> str:
        opening, closing = self.pick_pair()
        return f"{opening}{text}{closing}"

    def pick_pair(self) -> tuple[str, str]:
        pairs = (
            ("“", "”"), ("(", ")"), ("‘", "’"), ('"', '"'), ("[", "]"), ("- ", ""), ("• ", ""),
            ("/", "..."), ("", "ฯ"), ("", " ๆ"), ("", " ฯลฯ"), ("", " :"), ("* ", ""), ("", "!"),
            ("", "?"), ("", ";"), ("", "…"), ("– ", ""), ("«", "»"), ("", " = "), ("", " + "),
            ("", " & "), ("", "_"), ("<", ">"), ("", "|"), ("{", "}"), ("#", ""), ("", " — "),
            ("", "ฬ"), ("ฦ", ""), ("ฌ", ""), ("~", ""), ("ฤๅ", ""), ("", " × "), ("'", "'"),
        )  # fmt: skip
        return pairs[int(self.rng.integers(len(pairs)))]

    def line(self) -> str:
        """A whole line: fragments up to a length that is mostly short, now and then a full row."""
        goal = int(self.rng.choice((8, 20, 35, 50, 90), p=(0.22, 0.3, 0.26, 0.14, 0.08)))
        text = self.fragment()
        while len(text) < goal * 0.7:
            text += (" " if self.rng.random() < 0.8 else "") + self.fragment()
        if len(text) > goal * 1.6:  # cut between letters that stand alone
            cut = goal
            while cut < len(text) and unicodedata.category(text[cut]) == "Mn":
                cut += 1
            if cut < len(text) and text[cut] == _SARA_AM:
                cut += 1
            text = text[:cut]
        return " ".join(text.split())
