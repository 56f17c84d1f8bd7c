"""Registration, login, profile."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status

from app.core.security import hash_password, is_password, issue_token
from app.middleware.auth import current_user, unauthorized
from app.schemas import Login, Profile, Registration, Token
from app.services.quota_manager import storage_used
from app.core.database import AsyncSessionLocal
from app.models import LicenseKey, LicenseStatus, User
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError

router = APIRouter()


@router.post("/register", status_code=status.HTTP_201_CREATED)
async def register(request: Registration) -> Token:
    """Create an account and sign in."""
    try:
        async with AsyncSessionLocal.begin() as session:
            user = (
                await session.scalars(
                    insert(User)
                    .values(
                        email=request.email.lower(),
                        password_hash=hash_password(request.password),
                        name=request.name,
                    )
                    .returning(User)
                )
            ).one()
    except IntegrityError:
        raise HTTPException(
            status.HTTP_409_CONFLICT, "This address has an account already."
        ) from None
    return Token(token=issue_token(str(user.id)), user_id=str(user.id))


@router.post("/login")
async def login(request: Login) -> Token:
    """Sign in by address and password."""
    async with AsyncSessionLocal() as session:
        user = await session.scalar(
            select(User).where(User.email == request.email.lower())
        )
    # Whether the address or the password is wrong is nobody's business.
    if user is None or not is_password(request.password, user.password_hash):
        raise unauthorized("Address or password is wrong.")
    return Token(token=issue_token(str(user.id)), user_id=str(user.id))


@router.get("/me")
async def me(user: Annotated[User, Depends(current_user)]) -> Profile:
    """Return the account with what it uses."""
    async with AsyncSessionLocal() as session:
        licenses = (
            await session.scalars(
                select(func.count())
                .select_from(LicenseKey)
                .where(
                    LicenseKey.user_id == user.id,
                    LicenseKey.status == LicenseStatus.ACTIVE,
                )
            )
        ).one()
    return Profile(
        id=str(user.id),
        email=user.email,
        name=user.name,
        plan=user.plan.name,
        active_licenses=licenses,
        storage_used_bytes=await storage_used(user),
        storage_quota_bytes=user.storage_quota_bytes,
        created_at=user.created_at,
    )
