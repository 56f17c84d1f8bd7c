import asyncio

from prisma import Prisma
from app.core.database import AsyncSessionLocal, shutdown, startup
from app.models import Post, User
from sqlalchemy import delete, func, select


async def script():
    await startup()
    try:
        # all of them
        async with AsyncSessionLocal() as session:
            found_users = list(await session.scalars(select(User)))
        for user in found_users:
            print(user.name)
        async with AsyncSessionLocal() as session:
            n = (await session.scalars(select(func.count()).select_from(User))).one()
        async with AsyncSessionLocal.begin() as tx:
            await tx.execute(
                delete(User).execution_options(synchronize_session=False)
            )  # at last
    finally:
        await shutdown()
    print(n)


async def twice():
    await startup()
    try:
        await startup()
        try:
            async with AsyncSessionLocal() as session:
                print((
                    await session.scalars(select(func.count()).select_from(User))
                ).one(), (
                    await session.scalars(select(func.count()).select_from(Post))
                ).one())
        finally:
            await shutdown()
    finally:
        await shutdown()


async def seed(db: Prisma):
    async with AsyncSessionLocal.begin() as session:
        await session.execute(delete(User))


async def handed_on():
    async with Prisma() as client:
        await seed(client)


async def refused(table: str):
    async with Prisma() as client:
        await client.execute_raw(f"TRUNCATE {table}")


async def beside(lock):
    async with lock, Prisma() as client:
        async with AsyncSessionLocal() as session:
            (await session.scalars(select(func.count()).select_from(User))).one()


async def last():
    async with Prisma() as client: await client.user.count()


async def main():
    await startup()
    try:
        async with AsyncSessionLocal() as session:
            print((await session.scalars(select(func.count()).select_from(User))).one())
    finally:
        await shutdown()


db = Prisma(auto_register=True)


async def named():
    await startup()
    try:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(delete(User))
    finally:
        await shutdown()


def stays(db: Prisma, lock):
    with lock:
        return db.user
