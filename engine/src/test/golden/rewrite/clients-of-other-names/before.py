from typing import Annotated, Optional

from fastapi import Depends
from prisma import Prisma

from app.client import connected


class Users:
    store: Prisma

    def __init__(self, client: Prisma, other):
        self._client = client
        self._other = other
        self.given: Optional[Prisma] = None

    async def all(self):
        first = await self._client.user.find_first()
        return first, await self._client.user.count(), await self.store.user.count()

    async def some(self, source: Annotated[Prisma, Depends(connected)]):
        if await source.post.count(select={"editorId": True}):
            return await self.given.user.create(None)
        return await self._other.user.count()


async def asked():
    return {"ok": connected.is_connected()}
