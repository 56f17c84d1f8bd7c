from typing import Annotated

from fastapi import Depends
from prisma import Prisma

from app.client import kept
from app.core.database import AsyncSessionLocal, shutdown, startup
from app.models import User
from sqlalchemy import delete, func, select

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
        async with AsyncSessionLocal() as session:
            (await session.scalars(select(func.count()).select_from(User))).one()
        async with AsyncSessionLocal() as session:
            (await session.scalars(select(func.count()).select_from(User))).one()
        async with AsyncSessionLocal() as session:
            (await session.scalars(select(func.count()).select_from(User))).one()
        async with AsyncSessionLocal.begin() as session:
            await session.execute(delete(User).where(User.id == 1))
        await self.unknown.user.count()
        await self.unknown.user.count(lambda it: it)
        await self.members.find_many()
        await self.members.count()
        await getattr(self._client, name).find_many()
        async with AsyncSessionLocal() as session:
            return list(await session.scalars(select(User)))


users = Users(db, db, given=get_db(), unknown=None)


async def depends(store=Depends(get_db), other: Annotated[object, Depends(opened)] = None):
    async with AsyncSessionLocal() as session:
        (await session.scalars(select(func.count()).select_from(User))).one()
    async with AsyncSessionLocal() as session:
        (await session.scalars(select(func.count()).select_from(User))).one()


async def called(name):
    async with AsyncSessionLocal() as session:
        (await session.scalars(select(func.count()).select_from(User))).one()
    async with AsyncSessionLocal() as session:
        (await session.scalars(select(func.count()).select_from(User))).one()
    await getattr(db, name).count()
    of_name = getattr(db, name)
    await of_name.find_many()
    async with AsyncSessionLocal() as session:
        (await session.scalars(select(func.count()).select_from(User))).one()
    store = get_db()
    async with AsyncSessionLocal() as session:
        (await session.scalars(select(func.count()).select_from(User))).one()


async def imports_here():
    from prisma import Prisma as Client

    other = Client()
    await startup()
    async with AsyncSessionLocal() as session:
        (await session.scalars(select(func.count()).select_from(User))).one()
    await shutdown()
