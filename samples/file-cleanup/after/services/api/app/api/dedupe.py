"""Which files of an upload are copies of each other."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status

from app.middleware.auth import current_user
from app.schemas import Group, Preview, PreviewRequest
from app.services.embedding_cache import similar_pairs
from app.core.database import AsyncSessionLocal
from app.models import DedupeGroup, DedupeMethod, File, Upload, User
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import selectinload

router = APIRouter()


@router.post("/preview")
async def preview(
    request: PreviewRequest, user: Annotated[User, Depends(current_user)]
) -> Preview:
    """Group the copies in an upload; groups of an earlier preview are replaced."""
    async with AsyncSessionLocal() as session:
        upload = await session.scalar(
            select(Upload)
            .where(Upload.id == request.upload_id, Upload.user_id == user.id)
            .options(selectinload(Upload.files))
            .limit(1)
        )
    if upload is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "You have no such upload.")
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            delete(DedupeGroup).where(DedupeGroup.upload_id == upload.id)
        )
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
        upload_id=str(upload.id),
        groups=groups,
        reclaimable_bytes=sum(group.reclaimable_bytes for group in groups),
    )


async def save(method: DedupeMethod, similarity: float, copies: list[File]) -> Group:
    """Store a group, of which all but the first file could go."""
    reclaimable = sum(it.size_bytes for it in copies[1:])
    async with AsyncSessionLocal.begin() as session:
        group = (
            await session.scalars(
                insert(DedupeGroup)
                .values(
                    upload_id=copies[0].upload_id,
                    method=method,
                    similarity=similarity,
                    reclaimable_bytes=reclaimable,
                )
                .returning(DedupeGroup)
            )
        ).one()
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(File)
            .where(File.id.in_([it.id for it in copies]))
            .values(dedupe_group_id=group.id)
        )
    return Group(
        id=str(group.id),
        method=method.name,
        similarity=round(similarity, 4),
        reclaimable_bytes=reclaimable,
        paths=[it.path for it in copies],
    )
