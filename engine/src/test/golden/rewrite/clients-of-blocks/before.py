import asyncio

from prisma import Prisma


async def script():
    async with Prisma() as c:
        # all of them
        for user in await c.user.find_many():
            print(user.name)
        n = await c.user.count()
        async with c.tx() as tx:
            await tx.user.delete_many()  # at last
    print(n)


async def twice():
    async with Prisma() as one:
        async with Prisma() as other:
            print(await one.user.count(), await other.post.count())


async def seed(db: Prisma):
    await db.user.delete_many()


async def handed_on():
    async with Prisma() as client:
        await seed(client)


async def refused(table: str):
    async with Prisma() as client:
        await client.execute_raw(f"TRUNCATE {table}")


async def beside(lock):
    async with lock, Prisma() as client:
        await client.user.count()


async def last():
    async with Prisma() as client: await client.user.count()


async def main():
    async with Prisma() as client:
        print(await client.user.count())


db = Prisma(auto_register=True)


async def named():
    async with db:
        await db.user.delete_many()


def stays(db: Prisma, lock):
    with lock:
        return db.user
