"""Who somebody is, by the token of a request."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from prisma.models import User

from app.core.db import db
from app.core.security import read_token

bearer = HTTPBearer(auto_error=False)


async def current_user(
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)],
) -> User:
    """Return the user that the request's token names."""
    user_id = read_token(credentials.credentials) if credentials else None
    if user_id is None:
        raise unauthorized("Sign in first.")
    user = await db.user.find_unique(where={"id": user_id})
    if user is None:
        raise unauthorized("This account is gone.")
    return user


def unauthorized(detail: str) -> HTTPException:
    return HTTPException(
        status.HTTP_401_UNAUTHORIZED, detail, headers={"WWW-Authenticate": "Bearer"}
    )
