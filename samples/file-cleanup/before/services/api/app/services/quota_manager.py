"""How much a user may store and send in."""

from __future__ import annotations

import datetime as dt

from fastapi import status
from prisma.models import User

from app.core.db import db


class QuotaExceeded(Exception):
    """Somebody wants more than the plan allows."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


async def storage_used(user: User) -> int:
    """Return the bytes of all uploads that did not fail."""
    uploads = await db.upload.find_many(
        where={"userId": user.id, "status": {"not": "FAILED"}}
    )
    return sum(upload.totalBytes for upload in uploads)


async def uploads_this_month(user: User) -> int:
    """Return how many uploads the user began since the first of the month."""
    now = dt.datetime.now(dt.timezone.utc)
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return await db.upload.count(
        where={"userId": user.id, "createdAt": {"gte": first}}
    )


async def check_quota(user: User, new_bytes: int) -> None:
    """Raise QuotaExceeded where an upload of so many bytes is too much."""
    if await uploads_this_month(user) >= user.monthlyUploads:
        raise QuotaExceeded(
            status.HTTP_429_TOO_MANY_REQUESTS, "No upload is left this month."
        )
    if await storage_used(user) + new_bytes > user.storageQuotaBytes:
        raise QuotaExceeded(
            status.HTTP_413_REQUEST_ENTITY_TOO_LARGE, "The storage is full."
        )
