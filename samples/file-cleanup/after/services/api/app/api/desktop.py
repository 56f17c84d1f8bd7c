"""What the desktop application asks when it starts."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, HTTPException, status

from app.api.license import why_invalid
from app.schemas import DeviceCheck, LicenseState
from app.core.database import AsyncSessionLocal
from app.models import LicenseKey
from sqlalchemy import func, select, update

router = APIRouter()


@router.post("/validate")
async def validate(request: DeviceCheck) -> LicenseState:
    """Return whether a key unlocks the application on a device, and remember the device."""
    async with AsyncSessionLocal() as session:
        license = await session.scalar(
            select(LicenseKey).where(LicenseKey.key == request.key)
        )
    if license is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such key.")
    reason = why_invalid(license)
    if reason is not None:
        return LicenseState(is_valid=False, reason=reason)
    now = dt.datetime.now(dt.timezone.utc)
    if request.device_id in license.device_ids:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                update(LicenseKey)
                .where(LicenseKey.id == license.id)
                .values(last_validated_at=now)
            )
    elif len(license.device_ids) >= license.max_devices:
        return LicenseState(is_valid=False, reason="too many devices")
    else:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                update(LicenseKey)
                .where(LicenseKey.id == license.id)
                .values(
                    last_validated_at=now,
                    device_ids=func.array_cat(
                        LicenseKey.device_ids, [request.device_id]
                    ),
                )
            )
    return LicenseState(is_valid=True, plan=license.plan.name)
