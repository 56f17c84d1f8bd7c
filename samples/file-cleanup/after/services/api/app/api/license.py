"""License keys: made, listed, validated, revoked."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status

from app.middleware.auth import current_user
from app.schemas import License, LicenseKeyName, LicenseRequest, LicenseState
from app.core.database import AsyncSessionLocal
from app.models import LicenseKey, LicenseStatus, User
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import joinedload

router = APIRouter()

# Without the letters and digits that people mix up.
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_key() -> str:
    """Return five groups of five characters."""
    groups = ("".join(secrets.choice(ALPHABET) for _ in range(5)) for _ in range(5))
    return "-".join(groups)


def shown(license: LicenseKey) -> License:
    return License(
        key=license.key,
        status=license.status.name,
        plan=license.plan.name,
        max_devices=license.max_devices,
        devices=license.device_ids,
        expires_at=license.expires_at,
    )


def why_invalid(license: LicenseKey) -> str | None:
    """Return why a key does not unlock anything; None where it does."""
    if license.status != LicenseStatus.ACTIVE:
        return "revoked" if license.status == LicenseStatus.REVOKED else "expired"
    now = dt.datetime.now(dt.timezone.utc)
    return "expired" if license.expires_at and license.expires_at <= now else None


@router.post("/generate", status_code=status.HTTP_201_CREATED)
async def generate(
    request: LicenseRequest, user: Annotated[User, Depends(current_user)]
) -> License:
    """Make a key of the user's plan."""
    expires_at = None
    if request.days is not None:
        expires_at = dt.datetime.now(dt.timezone.utc) + dt.timedelta(days=request.days)
    async with AsyncSessionLocal.begin() as session:
        license = (
            await session.scalars(
                insert(LicenseKey)
                .values(
                    key=new_key(),
                    user_id=user.id,
                    plan=user.plan,
                    max_devices=request.max_devices,
                    expires_at=expires_at,
                )
                .returning(LicenseKey)
            )
        ).one()
    return shown(license)


@router.get("/list")
async def list_keys(user: Annotated[User, Depends(current_user)]) -> list[License]:
    """Return the user's keys, the latest first."""
    async with AsyncSessionLocal() as session:
        licenses = list(
            await session.scalars(
                select(LicenseKey)
                .where(LicenseKey.user_id == user.id)
                .order_by(LicenseKey.created_at.desc())
            )
        )
    return [shown(license) for license in licenses]


@router.post("/validate")
async def validate(request: LicenseKeyName) -> LicenseState:
    """Return whether a key unlocks anything, and for whom."""
    async with AsyncSessionLocal() as session:
        license = await session.scalar(
            select(LicenseKey)
            .where(LicenseKey.key == request.key)
            .options(joinedload(LicenseKey.user))
        )
    if license is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such key.")
    reason = why_invalid(license)
    if reason is not None:
        return LicenseState(is_valid=False, reason=reason)
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(LicenseKey)
            .where(LicenseKey.id == license.id)
            .values(last_validated_at=dt.datetime.now(dt.timezone.utc))
        )
    return LicenseState(
        is_valid=True, plan=license.plan.name, owner=license.user.email
    )


@router.post("/revoke")
async def revoke(
    request: LicenseKeyName, user: Annotated[User, Depends(current_user)]
) -> LicenseState:
    """Take a key back; one that nobody ever used is deleted."""
    async with AsyncSessionLocal() as session:
        license = await session.scalar(
            select(LicenseKey)
            .where(LicenseKey.key == request.key, LicenseKey.user_id == user.id)
            .limit(1)
        )
    if license is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "You have no such key.")
    if license.last_validated_at is None:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(delete(LicenseKey).where(LicenseKey.id == license.id))
        return LicenseState(is_valid=False, reason="deleted")
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(LicenseKey)
            .where(LicenseKey.id == license.id)
            .values(
                status=LicenseStatus.REVOKED,
                revoked_at=dt.datetime.now(dt.timezone.utc),
            )
        )
    return LicenseState(is_valid=False, reason="revoked")
