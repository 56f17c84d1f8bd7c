"""How much a user may store and send in."""

from __future__ import annotations

import datetime as dt

from fastapi import status

from app.core.database import AsyncSessionLocal
from app.models import Upload, UploadStatus, User
from sqlalchemy import func, select


class QuotaExceeded(Exception):
    """Somebody wants more than the plan allows."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail


async def storage_used(user: User) -> int:
    """Return the bytes of all uploads that did not fail."""
    async with AsyncSessionLocal() as session:
        uploads = list(
            await session.scalars(
                select(Upload).where(
                    Upload.user_id == user.id, Upload.status != UploadStatus.FAILED
                )
            )
        )
    return sum(upload.total_bytes for upload in uploads)


async def uploads_this_month(user: User) -> int:
    """Return how many uploads the user began since the first of the month."""
    now = dt.datetime.now(dt.timezone.utc)
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    async with AsyncSessionLocal() as session:
        return (
            await session.scalars(
                select(func.count())
                .select_from(Upload)
                .where(Upload.user_id == user.id, Upload.created_at >= first)
            )
        ).one()


async def check_quota(user: User, new_bytes: int) -> None:
    """Raise QuotaExceeded where an upload of so many bytes is too much."""
    if await uploads_this_month(user) >= user.monthly_uploads:
        raise QuotaExceeded(
            status.HTTP_429_TOO_MANY_REQUESTS, "No upload is left this month."
        )
    if await storage_used(user) + new_bytes > user.storage_quota_bytes:
        raise QuotaExceeded(
            status.HTTP_413_REQUEST_ENTITY_TOO_LARGE, "The storage is full."
        )
