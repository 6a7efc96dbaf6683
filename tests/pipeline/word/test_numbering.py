"""Numbers that Word counts itself stand before their paragraphs, as the page shows them."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.oxml import parse_xml

from pipeline.word.file import read_word_page
from tests.pipeline.word.papers import W

NUMBERING = f"""<w:numbering {W}>
<w:abstractNum w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/>
<w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:suff w:val="space"/>
<w:lvlText w:val="%1.%2"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="91">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiLetters"/>
<w:lvlText w:val="(%1)"/></w:lvl>
</w:abstractNum>
<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>
<w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>
</w:numbering>"""


def test_automatic_numbers(tmp_path: Path) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    for definition in parse_xml(NUMBERING):
        numbering.append(definition)
    for text, level, list_id in (
        ("แรก", 0, 90),
        ("ย่อย", 1, 90),
        ("ย่อยอีก", 1, 90),
        ("ที่สอง", 0, 90),
        ("ย่อยใหม่", 1, 90),
        ("อักษร", 0, 91),
        ("อักษรสาม", 0, 91),
        ("อักษรสี่", 0, 91),
    ):
        properties = document.add_paragraph(text)._p.get_or_add_pPr()
        properties.append(
            parse_xml(
                f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
            )
        )
    path = tmp_path / "letter.docx"
    document.save(str(path))
    assert [line.text for line in read_word_page(path, 1).lines] == [
        "๑. แรก",
        "๑.๑ ย่อย",
        "๑.๒ ย่อยอีก",
        "๒. ที่สอง",
        "๒.๑ ย่อยใหม่",
        "(ก) อักษร",
        "(ข) อักษรสาม",
        "(ค) อักษรสี่",
    ]
