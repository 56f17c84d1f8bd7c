"""Which files of an upload are copies of each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status
from prisma.enums import DedupeMethod
from prisma.models import File, User

from app.core.db import db
from app.middleware.auth import current_user
from app.schemas import Group, Preview, PreviewRequest
from app.services.embedding_cache import similar_pairs

router = APIRouter()


@router.post("/preview")
async def preview(
    request: PreviewRequest, user: Annotated[User, Depends(current_user)]
) -> Preview:
    """Group the copies in an upload; groups of an earlier preview are replaced."""
    upload = await db.upload.find_first(
        where={"id": request.upload_id, "userId": user.id},
        include={"files": True},
    )
    if upload is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "You have no such upload.")
    await db.dedupegroup.delete_many(where={"uploadId": upload.id})
    files = sorted(upload.files or [], key=lambda file: file.path)
    groups = []
    grouped: set[str] = set()
    by_digest: dict[str, list[File]] = {}
    for file in files:
        by_digest.setdefault(file.sha256, []).append(file)
    for copies in by_digest.values():
        if len(copies) > 1:
            groups.append(await save(DedupeMethod.CHECKSUM, 1.0, copies))
            grouped.update(it.path for it in copies[1:])
    rest = [file for file in files if file.path not in grouped]
    for one, other, similarity in await similar_pairs(rest, request.threshold):
        groups.append(await save(DedupeMethod.EMBEDDING, similarity, [one, other]))
    return Preview(
        upload_id=upload.id,
        groups=groups,
        reclaimable_bytes=sum(group.reclaimable_bytes for group in groups),
    )


async def save(method: DedupeMethod, similarity: float, copies: list[File]) -> Group:
    """Store a group, of which all but the first file could go."""
    reclaimable = sum(it.sizeBytes for it in copies[1:])
    group = await db.dedupegroup.create(
        data={
            "uploadId": copies[0].uploadId,
            "method": method,
            "similarity": similarity,
            "reclaimableBytes": reclaimable,
        }
    )
    await db.file.update_many(
        where={"id": {"in": [it.id for it in copies]}},
        data={"dedupeGroupId": group.id},
    )
    return Group(
        id=group.id,
        method=method.name,
        similarity=round(similarity, 4),
        reclaimable_bytes=reclaimable,
        paths=[it.path for it in copies],
    )
