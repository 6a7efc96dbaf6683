"""The words of the contract's schema that are chosen from lists."""

from __future__ import annotations

from typing import Literal

Kind = Literal[
    "external_letter",
    "memo",
    "stamped_letter",
    "order",
    "regulation",
    "bylaw",
    "announcement",
    "statement",
    "news",
    "certificate",
    "minutes",
    "report",
    "form",
    "other",
]
Urgency = Literal["ด่วน", "ด่วนมาก", "ด่วนที่สุด"]
Secrecy = Literal["ลับ", "ลับมาก", "ลับที่สุด"]
Effect = Literal["cancels", "amends"]
CitationRole = Literal["reference", "enclosure", "body"]
MemberRole = Literal[
    "adviser", "chair", "vice_chair", "member", "secretary", "assistant_secretary", "other"
]
Action = Literal["appoint", "monitor", "report", "reply", "attend", "publish", "other"]
Frequency = Literal["once", "monthly", "quarterly", "half_yearly", "yearly"]
