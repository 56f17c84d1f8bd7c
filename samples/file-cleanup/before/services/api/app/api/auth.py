"""Registration, login, profile."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from prisma.errors import UniqueViolationError
from prisma.models import User

from app.core.db import db
from app.core.security import hash_password, is_password, issue_token
from app.middleware.auth import current_user, unauthorized
from app.schemas import Login, Profile, Registration, Token
from app.services.quota_manager import storage_used

router = APIRouter()


@router.post("/register", status_code=status.HTTP_201_CREATED)
async def register(request: Registration) -> Token:
    """Create an account and sign in."""
    try:
        user = await db.user.create(
            data={
                "email": request.email.lower(),
                "passwordHash": hash_password(request.password),
                "name": request.name,
            }
        )
    except UniqueViolationError:
        raise HTTPException(
            status.HTTP_409_CONFLICT, "This address has an account already."
        ) from None
    return Token(token=issue_token(user.id), user_id=user.id)


@router.post("/login")
async def login(request: Login) -> Token:
    """Sign in by address and password."""
    user = await db.user.find_unique(where={"email": request.email.lower()})
    # Whether the address or the password is wrong is nobody's business.
    if user is None or not is_password(request.password, user.passwordHash):
        raise unauthorized("Address or password is wrong.")
    return Token(token=issue_token(user.id), user_id=user.id)


@router.get("/me")
async def me(user: Annotated[User, Depends(current_user)]) -> Profile:
    """Return the account with what it uses."""
    licenses = await db.licensekey.count(
        where={"userId": user.id, "status": "ACTIVE"},
    )
    return Profile(
        id=user.id,
        email=user.email,
        name=user.name,
        plan=user.plan.name,
        active_licenses=licenses,
        storage_used_bytes=await storage_used(user),
        storage_quota_bytes=user.storageQuotaBytes,
        created_at=user.createdAt,
    )
