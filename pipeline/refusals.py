"""Every reason for which a file is not taken in: a stable code, and what a clerk can do about it.

Scripts may rely on the codes; the sentences may be bettered at any time.
"""

from __future__ import annotations

from pipeline.errors import FileRefused

# code: (Thai, English). `{…}` are filled in by the caller of `refused`.
ADVICE: dict[str, tuple[str, str]] = {
    # the file as the file system shows it
    "not_found": ("ไม่พบแฟ้มนี้", "There is no such file; it may have been renamed or removed."),
    "folder": ("เป็นโฟลเดอร์ ไม่ใช่แฟ้ม", "This is a folder; give the files in it."),
    "symlink": ("เป็นทางลัด ไม่ใช่แฟ้มจริง", "This is a link to another place; give the file itself."),
    "not_a_file": ("ไม่ใช่แฟ้มเอกสาร", "This is a device or a pipe, not a file."),
    "unreadable": (
        "ไม่มีสิทธิ์อ่านแฟ้มนี้ หรือสื่อบันทึกเสีย",
        "The file cannot be opened ({detail}); ask for the right to read it, or copy it anew.",
    ),
    "empty": ("แฟ้มว่างเปล่า กรุณาสแกนหรือส่งใหม่", "The file is empty; scan or send it again."),
    "too_large": (
        "แฟ้มใหญ่เกินกำหนด กรุณาแบ่งแฟ้ม",
        "The file has {size} bytes, more than the {limit} allowed; split it, or scan at 300 dpi.",
    ),
    "changing": (
        "แฟ้มยังเปลี่ยนแปลงอยู่ กรุณารอให้คัดลอกเสร็จ",
        "The file changed while it was being read; wait until it has been copied whole.",
    ),
    # what kind of file it is
    "executable": (
        "เป็นโปรแกรม ไม่ใช่เอกสาร ห้ามเปิด",
        "This is a program, not a document; do not open it, and tell whoever looks after security.",
    ),
    "old_word": (
        "เป็นแฟ้ม Office รุ่นเก่า (.doc .xls) กรุณาบันทึกเป็น .docx .xlsx หรือ PDF หรือติดตั้ง LibreOffice",
        "This is an old Office file such as .doc; save it as .docx, .xlsx or PDF and give that, or "
        "have LibreOffice installed on this machine, which reads it.",
    ),
    "spreadsheet": (
        "ไม่รองรับตารางคำนวณชนิดนี้ (.xlsb) กรุณาบันทึกเป็น .xlsx หรือ PDF",
        "Binary spreadsheets (.xlsb) are not read; save it as .xlsx or PDF and give that.",
    ),
    "damaged_spreadsheet": (
        "แฟ้มตารางคำนวณเสียหายหรือไม่ครบ กรุณาขอแฟ้มใหม่",
        "The spreadsheet is damaged or cut off ({detail}); ask for it again.",
    ),
    "spreadsheet_too_large": (
        "ตารางคำนวณใหญ่เกินกว่าจะเป็นรายงาน กรุณาส่งเฉพาะแผ่นที่เป็นรายงาน",
        "A sheet of {cells} cells is data, not a report; give the sheet with the report alone.",
    ),
    "unsupported_type": (
        "ไม่รองรับแฟ้มชนิดนี้ กรุณาใช้ PDF, DOCX, XLSX, PNG, JPEG หรือ TIFF",
        "This kind of file ({kind}) is not read; give PDF, DOCX, XLSX, PNG, JPEG or TIFF.",
    ),
    # PDF
    "encrypted_pdf": (
        "PDF นี้ต้องใช้รหัสผ่าน กรุณาขอแฟ้มที่ไม่มีรหัสผ่าน",
        "The PDF asks for a password; ask its sender for one without, or print it to a new PDF.",
    ),
    "damaged_pdf": (
        "PDF นี้เสียหายหรือไม่ครบ กรุณาขอแฟ้มใหม่",
        "The PDF is damaged or cut off ({detail}); ask for it again.",
    ),
    "no_pages": ("แฟ้มนี้ไม่มีหน้ากระดาษ", "The file holds no pages; ask for it again."),
    "too_many_pages": (
        "จำนวนหน้ามากเกินกำหนด กรุณาแบ่งแฟ้ม",
        "The file has {pages} pages, more than the {limit} allowed; split it.",
    ),
    "too_many_lines": (
        "ข้อความยาวเกินกำหนด กรุณาแบ่งแฟ้ม",
        "The file has more than the {limit} lines that a letter can have; split it.",
    ),
    "page_too_slow": (
        "หน้านี้ใช้เวลาแสดงผลนานเกินไป กรุณาสแกนใหม่",
        "Page {page} could not be drawn within {seconds} seconds; print and scan it again.",
    ),
    # pictures
    "image_too_large": (
        "ภาพใหญ่เกินกำหนด กรุณาสแกนใหม่ที่ 300 dpi",
        "A picture of {width} × {height} pixels is more than can be read; scan it at 300 dpi.",
    ),
    "damaged_image": (
        "ภาพเสียหายหรือไม่ครบ กรุณาสแกนใหม่",
        "The picture is damaged or cut off ({detail}); scan or send it again.",
    ),
    # a searchable PDF made of it
    "no_page_picture": (
        "แฟ้ม Word และตารางคำนวณไม่มีภาพหน้ากระดาษ กรุณาบันทึกเป็น PDF จากโปรแกรมเดิม",
        "An Office file has no picture of its pages; save it as PDF there, which is searchable.",
    ),
    "output_exists": (
        "มีแฟ้มชื่อนี้อยู่แล้ว กรุณาใช้ชื่ออื่น",
        "{path} exists already and is not written over; give another name.",
    ),
    "output_unwritable": (
        "เขียนแฟ้มผลลัพธ์ไม่ได้",
        "{path} cannot be written ({detail}); name a folder that exists and may be written to.",
    ),
    # Word
    "encrypted_word": (
        "แฟ้ม Word นี้มีรหัสผ่าน กรุณาขอแฟ้มที่ไม่มีรหัสผ่าน",
        "The Word file asks for a password; ask its sender for one without.",
    ),
    "damaged_word": (
        "แฟ้ม Word นี้เสียหาย กรุณาขอแฟ้มใหม่",
        "The Word file is damaged ({detail}); ask for it again, or have it saved as PDF.",
    ),
    "zip_bomb": (
        "แฟ้มนี้ขยายใหญ่ผิดปกติ อาจเป็นอันตราย",
        "The file unpacks to far more than a letter can hold ({detail}); it may be an attack.",
    ),
    "unsafe_word": (
        "แฟ้ม Word นี้มีส่วนที่อาจเป็นอันตราย",
        "The Word file holds something that no honest one does ({detail}); do not open it.",
    ),
}


def refused(code: str, **details: object) -> FileRefused:
    """The error to raise for `code`, its advice in Thai and English with the details filled in."""
    thai, english = ADVICE[code]
    return FileRefused(f"{thai} · {english.format(**details)}", code)
