from prisma import Prisma
from app.core.database import AsyncSessionLocal
from app.models import User
from sqlalchemy import insert, select

db = Prisma()


async def read(names: list, identifier: int):
    async with AsyncSessionLocal() as session:
        user = (await session.scalars(select(User).where(User.id == identifier))).one()
    for tag in user.tags or []:
        print(tag, (user.tags or [])[0], len(user.tags or []))
    known = (user.tags or []) is not None and "x" in (user.tags or [])
    async with AsyncSessionLocal() as session:
        users = list(
            await session.scalars(
                select(User).where(User.tags.overlap((user.tags or [])))
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(email="x", password_hash="h", tags=(user.tags or []))
        )
    return [it.tags or [] for it in users], known, {"tags": user.tags or []}


async def only_asked_for(user: User):
    if user.tags:
        print(user.tags or ["none"], "some" if user.tags else "none")
    return not user.tags


async def changed(user: User):
    user.tags = ["x"]
    user.tags += ["y"]
    user.tags.append("z")
    del user.tags
    async with AsyncSessionLocal() as session:
        return ((await session.scalars(select(User).limit(1))).one()).tags
