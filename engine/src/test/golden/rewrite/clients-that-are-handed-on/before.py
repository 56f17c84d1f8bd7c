from typing import Annotated

from fastapi import Depends
from prisma import Prisma

from app.client import kept

db = Prisma()


def get_db():
    return db


def opened() -> Prisma:
    return kept.inner


class Users:
    def __init__(self, other, client, given, unknown):
        self._other = other
        self._client = client
        self.given = given
        self.unknown = unknown
        self.members = client.user

    @property
    def own(self):
        return self._client

    async def all(self, name):
        await self._other.user.count()
        await self._client.user.count()
        await self.own.user.count()
        await self.given.user.delete(where={"id": 1})
        await self.unknown.user.count()
        await self.unknown.user.count(lambda it: it)
        await self.members.find_many()
        await self.members.count()
        await getattr(self._client, name).find_many()
        return await get_db().user.find_many()


users = Users(db, db, given=get_db(), unknown=None)


async def depends(store=Depends(get_db), other: Annotated[object, Depends(opened)] = None):
    await store.user.count()
    await other.user.count()


async def called(name):
    await get_db().user.count()
    await getattr(opened(), "user").count()
    await getattr(db, name).count()
    of_name = getattr(db, name)
    await of_name.find_many()
    users = get_db().user
    await users.count()
    store = get_db()
    await store.user.count()


async def imports_here():
    from prisma import Prisma as Client

    other = Client()
    await other.connect()
    await other.user.count()
    await other.disconnect()
