"""Makes `pipeline/data/official_terms.tsv`: the words that a misread word may be repaired to.

    .venv/bin/python -m corpus.official_terms

Three sources, named in the table: words and set phrases of the regulation on correspondence, the
terms of `extractors/data/terms.txt`, and the words of PyThaiNLP's dictionary (CC0) that are
common in the Thai National Corpus (its counts come with PyThaiNLP). Left out are names of persons
and words without a mark, which no repair leads to.
"""

from __future__ import annotations

import re
from pathlib import Path

from pythainlp.corpus import (
    provinces,
    thai_family_names,
    thai_female_names,
    thai_male_names,
    thai_words,
    tnc,
)

from pipeline.lexicon import skeleton

OUT = Path("pipeline/data/official_terms.tsv")
TERMS = Path("extractors/data/terms.txt")
_COMMON = 40  # times in the corpus; rarer words are hardly met in a letter
_SHORTEST = 4  # letters without marks: shorter words have too many neighbours
_THAI = re.compile(r"[ก-ฮะ-ฺเ-๎]+")
_MARK = re.compile(r"[ัิ-ฺ็-๎]")
# Source of both: ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. ๒๕๒๖, clauses 11 to 27, forms 1 to 11.
# Set phrases, which nothing else that makes sense is like: none such as ข้อพิจารณา (ขอพิจารณา).
PHRASES = """
สิ่งที่ส่งมาด้วย สิ่งที่แนบมาด้วย ขอแสดงความนับถือ จึงเรียนมาเพื่อโปรดทราบ จึงเรียนมาเพื่อทราบ
จึงเรียนมาเพื่อโปรดพิจารณา ถือปฏิบัติโดยเคร่งครัด พร้อมหนังสือนี้ หนังสือที่อ้างถึง รายละเอียดปรากฏตาม
ความละเอียดแจ้งแล้ว ตั้งแต่บัดนี้เป็นต้นไป บันทึกข้อความ
"""
WORDS = """
พร้อมนี้ รวมทั้งสิ้น ดังต่อไปนี้ ทั้งนี้ บัดนี้ ในการนี้ เนื่องจาก เนื่องด้วย เกี่ยวกับ ผู้เกี่ยวข้อง ที่เกี่ยวข้อง
ตามที่ได้รับมอบหมาย มีหน้าที่และอำนาจ ดำเนินการ จัดซื้อ จัดจ้าง จัดซื้อจัดจ้าง จัดตั้ง แต่งตั้ง เจ้าหน้าที่
รายชื่อ ลงชื่อ ชื่อเรื่อง เรื่องเดิม ข้อเท็จจริง ข้อพิจารณา ข้อเสนอแนะ ผู้รับผิดชอบ ผู้บังคับบัญชา
"""


def main() -> None:
    rows: dict[str, str] = {}
    counts = dict(tnc.unigram_word_freqs())
    names = thai_family_names() | thai_female_names() | thai_male_names() | set(provinces())
    for word in sorted(thai_words(), key=lambda each: (-counts.get(each, 0), each)):
        if counts.get(word, 0) >= _COMMON and word not in names:
            rows[word] = "pythainlp"
    terms = TERMS.read_text(encoding="utf-8").splitlines()
    rows |= {term.strip(): "terms" for term in terms if not term.startswith("#")}
    rows |= dict.fromkeys(WORDS.split(), "regulation")
    rows |= dict.fromkeys(PHRASES.split(), "set phrase")
    kept = {
        term: source
        for term, source in rows.items()
        if _THAI.fullmatch(term) and _MARK.search(term) and len(skeleton(term)) >= _SHORTEST
    }
    head = (
        "# What a misread word may be repaired to. Made by corpus/official_terms.py; do not edit.\n"
        "# regulation, set phrase: the regulation on correspondence B.E. 2526, clauses 11 to 27,\n"
        "# and its forms; terms: extractors/data/terms.txt (sources there). A set phrase "
        "or a term\n"
        "# of twelve letters is known even where its misreading happens to be words;\n"
        "# pythainlp: its dictionary (CC0), words counted 40 times and more in the Thai National\n"
        "# Corpus, names of persons and provinces left out.\n"
        "term\tsource\n"
    )
    OUT.write_text(head + "".join(f"{term}\t{kept[term]}\n" for term in sorted(kept)), "utf-8")


if __name__ == "__main__":
    main()
