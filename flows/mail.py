"""E-mail through the office's own server.

Settings are read from the environment: SARABAN_SMTP as a URL (`smtp://host:25`,
`smtp+starttls://user:password@host:587`, `smtps://user:password@host:465`), SARABAN_MAIL_FROM and
SARABAN_MAIL_TO (addresses with commas between). Without SARABAN_SMTP no mail is sent.
"""

from __future__ import annotations

import os
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import unquote, urlsplit

from pipeline.errors import BadOption

_PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
_PATIENCE = 30.0  # seconds


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail goes out, from whom and to whom."""

    security: str  # smtp, smtp+starttls or smtps
    host: str
    port: int
    user: str | None
    password: str | None = field(repr=False)
    sender: str
    recipients: tuple[str, ...]


def mail_server(environment: Mapping[str, str] = os.environ) -> MailServer | None:
    """The office's server, None if none is set. Raises BadOption for half a setting."""
    address = environment.get("SARABAN_SMTP")
    if not address:
        return None
    try:
        url = urlsplit(address)
        port = url.port
    except ValueError as error:
        raise BadOption(f"SARABAN_SMTP is no URL ({error}).", code="bad_setting") from None
    sender = environment.get("SARABAN_MAIL_FROM", "").strip()
    to = tuple(one.strip() for one in environment.get("SARABAN_MAIL_TO", "").split(","))
    if url.scheme not in _PORTS or not url.hostname or not sender or not all(to):
        raise BadOption(
            "To send mail set SARABAN_SMTP (smtp://host:25, smtp+starttls://user:password@host:587 "
            "or smtps://…), SARABAN_MAIL_FROM, and SARABAN_MAIL_TO with at least one address.",
            code="bad_setting",
        )
    user, password = (unquote(part) if part else None for part in (url.username, url.password))
    return MailServer(
        url.scheme, url.hostname, port or _PORTS[url.scheme], user, password, sender, to
    )


def send(server: MailServer, subject: str, text: str) -> None:
    """Send one plain message to all recipients. Raises OSError (smtplib's errors are such)."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"], message["To"] = server.sender, ", ".join(server.recipients)
    message["Date"], message["Message-ID"] = formatdate(localtime=True), make_msgid("saraban")
    message.set_content(text, charset="utf-8")
    with _connected(server) as connection:
        if server.user is not None:
            connection.login(server.user, server.password or "")
        connection.send_message(message)


def _connected(server: MailServer) -> smtplib.SMTP:
    secure = ssl.create_default_context()
    if server.security == "smtps":
        return smtplib.SMTP_SSL(server.host, server.port, timeout=_PATIENCE, context=secure)
    connection = smtplib.SMTP(server.host, server.port, timeout=_PATIENCE)
    if server.security == "smtp+starttls":
        connection.starttls(context=secure)
    return connection
