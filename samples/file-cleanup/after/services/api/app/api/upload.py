"""Files that a user sends in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status

from app.middleware.auth import current_user
from app.schemas import NewUpload, Uploaded
from app.services.embedding_cache import embed
from app.services.quota_manager import QuotaExceeded, check_quota
from app.core.database import AsyncSessionLocal
from app.models import File, Upload, UploadStatus, User
from sqlalchemy import insert, select, update

router = APIRouter()


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_upload(
    request: NewUpload, user: Annotated[User, Depends(current_user)]
) -> Uploaded:
    """Take a batch of files, and compute what they look like."""
    total = sum(file.size_bytes for file in request.files)
    if len({file.path for file in request.files}) < len(request.files):
        raise HTTPException(status.HTTP_409_CONFLICT, "A path occurs twice.")
    try:
        await check_quota(user, total)
    except QuotaExceeded as problem:
        raise HTTPException(problem.status, problem.detail) from None
    async with AsyncSessionLocal.begin() as tx:
        upload = (
            await tx.scalars(
                insert(Upload)
                .values(
                    user_id=user.id, label=request.label, status=UploadStatus.PROCESSING
                )
                .returning(Upload)
            )
        ).one()
        for file in request.files:
            await tx.execute(
                insert(File).values(
                    upload_id=upload.id,
                    path=file.path,
                    size_bytes=file.size_bytes,
                    mime_type=file.mime_type,
                    sha256=file.sha256,
                    metadata_=file.metadata,
                )
            )
    async with AsyncSessionLocal() as session:
        files = list(
            await session.scalars(
                select(File).where(File.upload_id == upload.id).order_by(File.path)
            )
        )
    texts = {file.path: file.text for file in request.files}
    cached = await embed(files, texts)
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Upload)
            .where(Upload.id == upload.id)
            .values(
                status=UploadStatus.READY,
                total_bytes=Upload.total_bytes + total,
                completed_at=dt.datetime.now(dt.timezone.utc),
            )
        )
    return Uploaded(
        id=str(upload.id),
        status="READY",
        total_bytes=total,
        files=len(files),
        cached_embeddings=cached,
    )
