"""What the desktop application asks when it starts."""

from __future__ import annotations

import datetime as dt

from fastapi import APIRouter, HTTPException, status

from app.api.license import why_invalid
from app.core.db import db
from app.schemas import DeviceCheck, LicenseState

router = APIRouter()


@router.post("/validate")
async def validate(request: DeviceCheck) -> LicenseState:
    """Return whether a key unlocks the application on a device, and remember the device."""
    license = await db.licensekey.find_unique(where={"key": request.key})
    if license is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such key.")
    reason = why_invalid(license)
    if reason is not None:
        return LicenseState(is_valid=False, reason=reason)
    now = dt.datetime.now(dt.timezone.utc)
    if request.device_id in license.deviceIds:
        await db.licensekey.update(
            where={"id": license.id}, data={"lastValidatedAt": now}
        )
    elif len(license.deviceIds) >= license.maxDevices:
        return LicenseState(is_valid=False, reason="too many devices")
    else:
        await db.licensekey.update(
            where={"id": license.id},
            data={"lastValidatedAt": now, "deviceIds": {"push": [request.device_id]}},
        )
    return LicenseState(is_valid=True, plan=license.plan.name)
