"""Passwords and tokens."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import os
import secrets

import jwt

ALGORITHM = "HS256"
LIFETIME = dt.timedelta(hours=12)


def secret() -> str:
    """Return what tokens are signed with."""
    return os.environ["JWT_SECRET"]


def hash_password(password: str) -> str:
    """Return salt and digest of a password, as one text."""
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}:{digest(password, salt).hex()}"


def is_password(password: str, stored: str) -> bool:
    """Return whether a password is the one that was stored."""
    salt, expected = (bytes.fromhex(part) for part in stored.split(":"))
    return hmac.compare_digest(digest(password, salt), expected)


def digest(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)


def issue_token(user_id: str) -> str:
    """Return a token that says who somebody is for the next hours."""
    now = dt.datetime.now(dt.timezone.utc)
    return jwt.encode(
        {"sub": user_id, "iat": now, "exp": now + LIFETIME}, secret(), ALGORITHM
    )


def read_token(token: str) -> str | None:
    """Return the id of the user that a token names; None where it is not ours, or too old."""
    try:
        return str(jwt.decode(token, secret(), [ALGORITHM])["sub"])
    except (jwt.InvalidTokenError, KeyError):
        return None
