"""Every page, by an address that shows it at its best: photographed, and shown to axe-core.

`{letter}` stands for the id of a letter that others answer, `{report}` for one that answers.
"""

from __future__ import annotations

ADDRESSES = {
    "search": "/",
    "search-words": "/?q=รายงาน",
    "search-nothing": "/?q=กขคงจฉ",
    "search-parts": "/?q=แต่งตั้ง เรื่อง:คณะกรรมการ -ยกเลิก ม.ค.–มิ.ย. 2564&kind=order&sort=date",
    "search-nearest": "/?q=มท 0810.7/ว 2536",
    "document": "/documents/{letter}",
    "trace": "/documents/{report}/trace",
    "trace-letter": "/documents/{letter}/trace",
    "due": "/due?as_of=2021-05-01",
    "inbox": "/inbox",
    "review": "/review",
    "desk": "/review/{letter}",
    "register": "/register",
    "dashboard": "/dashboard?as_of=2021-04-28",
    "error": "/documents/0123456789ab-1",
}

# where accounts are demanded, for the admin
WITH_ACCOUNTS = {
    "login": "/login",
    "account": "/account",
    "accounts": "/accounts",
    "log": "/log",
}
