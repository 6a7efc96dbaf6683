"""Passwords, kept as hashes by argon2id (RFC 9106), the only file that knows the library."""

from __future__ import annotations

import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_HASHER = PasswordHasher()


def hashed(password: str) -> str:
    """The hash to keep. Thai may be typed composed or not: both are the same password."""
    return _HASHER.hash(_plain(password))


def fits(password: str, kept: str | None) -> bool:
    """Whether this is the password; as slow for nobody's (None), so that time tells nothing."""
    try:
        _HASHER.verify(kept or _nobodys(), _plain(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def outdated(kept: str) -> bool:
    """Whether the hash is weaker than those made now."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _nobodys() -> str:
    return _HASHER.hash("")


def _plain(password: str) -> str:
    return unicodedata.normalize("NFC", password)
