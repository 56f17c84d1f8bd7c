from typing import Annotated, Optional

from fastapi import Depends
from prisma import Prisma

from app.client import connected
from app.core.database import AsyncSessionLocal
from app.models import Post, User
from sqlalchemy import func, select


class Users:
    store: Prisma

    def __init__(self, client: Prisma, other):
        self._client = client
        self._other = other
        self.given: Optional[Prisma] = None

    async def all(self):
        async with AsyncSessionLocal() as session:
            first = await session.scalar(select(User).limit(1))
        async with AsyncSessionLocal() as session:
            return first, (
                await session.scalars(select(func.count()).select_from(User))
            ).one(), (
                await session.scalars(select(func.count()).select_from(User))
            ).one()

    async def some(self, source: Annotated[Prisma, Depends(connected)]):
        async with AsyncSessionLocal() as session:
            post_count = dict(
                (
                    await session.execute(
                        select(func.count(Post.editor_id).label("editorId")).select_from(
                            Post
                        )
                    )
                ).mappings().one()
            )
        if post_count:
            return await self.given.user.create(None)
        return await self._other.user.count()


async def asked():
    return {"ok": connected.is_connected()}
