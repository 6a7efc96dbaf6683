"""Makes answers: `page()` for a template, `redirect()` after a form.

Everything put into a template is escaped. What templates may use beside what a page hands over:

    t("due.title")                a message in the reader's language: saraban/messages/
    {{ letter.date|day }}         an ISO date in the Buddhist Era; |moment, |period likewise
    {{ row.note|note }}           what the program notes, in the reader's language
    {{ link.why|days }}           a text with its ISO dates in the Buddhist Era
    csrf_field()                  stands in every form with method="post"
    viewer, language, path        who asks (None at the login), "th" or "en", the address
    kinds, statuses, …            names for the codes that the JSON of the contract has
"""

from __future__ import annotations

import base64
import binascii
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from index.received import THAILAND
from saraban import words
from saraban.messages import Language, message
from saraban.notes import note_in
from saraban.web import session
from saraban.words import day, in_buddhist_era, period

Level = Literal["good", "bad"]

# what the three people do: address, message, whether it is only for who may change the archive
NAVIGATION = (
    ("/inbox", "nav.inbox", True),
    ("/review", "nav.review", True),
    ("/register", "nav.register", False),
    ("/", "nav.search", False),
    ("/due", "nav.due", False),
    ("/dashboard", "nav.dashboard", False),
)
_LONGEST_FLASH = 600  # characters


def page(
    request: Request,
    template: str,
    context: dict[str, Any] | None = None,
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> Response:
    """A page from `saraban/web/templates/`, with what every page shows around its own part."""
    level, flash = _flash_of(request)
    given = {
        **(context or {}),
        "viewer": getattr(request.state, "viewer", None),
        "language": session.language_of(request),
        "csrf": session.token(request, session.visit_of(request)),
        "path": request.url.path,
        "read_only": request.app.state.archive.read_only,
        "login_demanded": request.app.state.demand_login,
        "other_language": _in_other_language(request),
        "flash": flash,
        "flash_level": level,
    }
    response = _TEMPLATES.TemplateResponse(
        request, template, given, status_code=status, headers=headers
    )
    response.headers["Cache-Control"] = "no-store"
    session.keep_visit(request, response)
    if flash:
        response.delete_cookie(session.FLASH)
    return response


def redirect(
    request: Request, address: str, flash: str = "", level: Level = "good"
) -> RedirectResponse:
    """Go on to an address of this site, where `flash` is said once."""
    response = RedirectResponse(address, status_code=303)
    if flash:
        text = f"{level} {flash[:_LONGEST_FLASH]}".encode()
        value = base64.urlsafe_b64encode(text).decode()
        session.set_cookie(request, response, session.FLASH, value, max_age=60)
    return response


def _flash_of(request: Request) -> tuple[str, str]:
    try:
        text = base64.urlsafe_b64decode(request.cookies.get(session.FLASH, "")).decode()
    except (binascii.Error, ValueError):
        return "", ""
    level, _, flash = text.partition(" ")
    return ("bad" if level == "bad" else "good"), flash


def _in_other_language(request: Request) -> str:
    other = "th" if session.language_of(request) == "en" else "en"
    address = request.url.include_query_params(lang=other)
    return f"{address.path}?{address.query}"


def buddhist(iso: str) -> str:
    """An ISO date with the year of the Buddhist Era, as it stands in addresses.

    >>> buddhist("2021-02-15")
    '2564-02-15'
    """
    return f"{int(iso[:4]) + 543}{iso[4:]}"


def moment(utc: str | None, language: Language = "th") -> str:
    """A moment of the catalogue (ISO, UTC) by the clock of Thailand, which knows no summer time.

    >>> moment("2021-02-14T20:05:00.000000Z")
    '15 ก.พ. 2564 03:05'
    """
    if not utc:
        return ""
    local = datetime.fromisoformat(utc).astimezone(THAILAND)
    return f"{day(local.date().isoformat(), language)} {local:%H:%M}"


@pass_context
def _t(context: Context, key: str, **values: object) -> str:
    return message(key, context["language"], **values)


@pass_context
def _day(context: Context, iso: str | None) -> str:
    return day(iso, context["language"])


@pass_context
def _period(context: Context, span: dict[str, Any] | None) -> str:
    return period(span, context["language"])


@pass_context
def _moment(context: Context, utc: str | None) -> str:
    return moment(utc, context["language"])


@pass_context
def _note(context: Context, english: str) -> str:
    return note_in(english, context["language"])


@pass_context
def _days(context: Context, text: str) -> str:
    return in_buddhist_era(text, context["language"])


@pass_context
def _csrf_field(context: Context) -> Markup:
    field = Markup('<input type="hidden" name="{}" value="{}">')
    return field.format(session.TOKEN_FIELD, context["csrf"])


def _templates() -> Jinja2Templates:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        buddhist=buddhist, day=_day, days=_days, period=_period, moment=_moment, note=_note
    )
    environment.globals.update(
        t=_t,
        csrf_field=_csrf_field,
        navigation=NAVIGATION,
        kinds=words.KINDS,
    )
    return Jinja2Templates(env=environment)


_TEMPLATES = _templates()
