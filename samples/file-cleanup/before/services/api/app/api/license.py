"""License keys: made, listed, validated, revoked."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from prisma.enums import LicenseStatus
from prisma.models import LicenseKey, User

from app.core.db import db
from app.middleware.auth import current_user
from app.schemas import License, LicenseKeyName, LicenseRequest, LicenseState

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
        max_devices=license.maxDevices,
        devices=license.deviceIds,
        expires_at=license.expiresAt,
    )


def why_invalid(license: LicenseKey) -> str | None:
    """Return why a key does not unlock anything; None where it does."""
    if license.status != LicenseStatus.ACTIVE:
        return "revoked" if license.status == LicenseStatus.REVOKED else "expired"
    now = dt.datetime.now(dt.timezone.utc)
    return "expired" if license.expiresAt and license.expiresAt <= now else None


@router.post("/generate", status_code=status.HTTP_201_CREATED)
async def generate(
    request: LicenseRequest, user: Annotated[User, Depends(current_user)]
) -> License:
    """Make a key of the user's plan."""
    expires_at = None
    if request.days is not None:
        expires_at = dt.datetime.now(dt.timezone.utc) + dt.timedelta(days=request.days)
    license = await db.licensekey.create(
        data={
            "key": new_key(),
            "userId": user.id,
            "plan": user.plan,
            "maxDevices": request.max_devices,
            "expiresAt": expires_at,
        }
    )
    return shown(license)


@router.get("/list")
async def list_keys(user: Annotated[User, Depends(current_user)]) -> list[License]:
    """Return the user's keys, the latest first."""
    licenses = await db.licensekey.find_many(
        where={"userId": user.id},
        order={"createdAt": "desc"},
    )
    return [shown(license) for license in licenses]


@router.post("/validate")
async def validate(request: LicenseKeyName) -> LicenseState:
    """Return whether a key unlocks anything, and for whom."""
    license = await db.licensekey.find_unique(
        where={"key": request.key},
        include={"user": True},
    )
    if license is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such key.")
    reason = why_invalid(license)
    if reason is not None:
        return LicenseState(is_valid=False, reason=reason)
    await db.licensekey.update(
        where={"id": license.id},
        data={"lastValidatedAt": dt.datetime.now(dt.timezone.utc)},
    )
    return LicenseState(
        is_valid=True, plan=license.plan.name, owner=license.user.email
    )


@router.post("/revoke")
async def revoke(
    request: LicenseKeyName, user: Annotated[User, Depends(current_user)]
) -> LicenseState:
    """Take a key back; one that nobody ever used is deleted."""
    license = await db.licensekey.find_first(
        where={"key": request.key, "userId": user.id},
    )
    if license is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "You have no such key.")
    if license.lastValidatedAt is None:
        await db.licensekey.delete(where={"id": license.id})
        return LicenseState(is_valid=False, reason="deleted")
    await db.licensekey.update(
        where={"id": license.id},
        data={"status": "REVOKED", "revokedAt": dt.datetime.now(dt.timezone.utc)},
    )
    return LicenseState(is_valid=False, reason="revoked")
