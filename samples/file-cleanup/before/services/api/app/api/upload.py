"""Files that a user sends in."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from prisma import Json
from prisma.models import User

from app.core.db import db
from app.middleware.auth import current_user
from app.schemas import NewUpload, Uploaded
from app.services.embedding_cache import embed
from app.services.quota_manager import QuotaExceeded, check_quota

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
    async with db.tx() as tx:
        upload = await tx.upload.create(
            data={"userId": user.id, "label": request.label, "status": "PROCESSING"}
        )
        for file in request.files:
            await tx.file.create(
                data={
                    "uploadId": upload.id,
                    "path": file.path,
                    "sizeBytes": file.size_bytes,
                    "mimeType": file.mime_type,
                    "sha256": file.sha256,
                    "metadata": Json(file.metadata),
                }
            )
    files = await db.file.find_many(
        where={"uploadId": upload.id}, order={"path": "asc"}
    )
    texts = {file.path: file.text for file in request.files}
    cached = await embed(files, texts)
    await db.upload.update(
        where={"id": upload.id},
        data={
            "status": "READY",
            "totalBytes": {"increment": total},
            "completedAt": dt.datetime.now(dt.timezone.utc),
        },
    )
    return Uploaded(
        id=upload.id,
        status="READY",
        total_bytes=total,
        files=len(files),
        cached_embeddings=cached,
    )
