"""A form that came when its session had ended: kept through the login, and then sent again by the
person who filled it in, so that nothing typed is lost and nothing is sent unseen."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode

from fastapi import Request
from starlette.datastructures import FormData

from saraban.web.session import TOKEN_FIELD, has_token

_FORM = "application/x-www-form-urlencoded"
_NOT_KEPT = ("/logout", "/account")  # means nothing any more; holds passwords
_PASSWORDS = "password"
_TYPED = ("text", "name", "other", "choose")  # fields that a person fills in, beside part.…


async def kept_form(request: Request) -> str:
    """The fields of a form of this site as `a=1&b=2`; empty if there are none to keep."""
    if request.method != "POST" or request.url.path in _NOT_KEPT:
        return ""
    if not request.headers.get("content-type", "").startswith(_FORM):
        return ""  # files are not kept: who sends them has them
    form: FormData = await request.form()
    if not has_token(request, form.get(TOKEN_FIELD)) or _PASSWORDS in form:
        return ""
    return urlencode([(name, str(it)) for name, it in form.multi_items() if name != TOKEN_FIELD])


def fields_of(kept: str) -> list[tuple[str, str]]:
    """The fields of a form that was kept."""
    return parse_qsl(kept, keep_blank_values=True)


def typed_of(kept: str) -> Iterator[str]:
    """What a person had filled in."""
    for name, value in fields_of(kept):
        if value.strip() and (name in _TYPED or name.startswith("part.")):
            yield value
