import aiohttp
from app.client import db
from sqlalchemy_like import select


async def shared(tx, urls, ids):
    async with aiohttp.ClientSession() as session:
        users = await db.user.find_many(where={"name": "x"})
        await session.get(urls[0])
    await tx.user.find_first()
    async with db.tx() as inner:
        await inner.user.update(
            where={"id": 1},  # the first
            data={"name": "y"},
        )
    async with db.tx() as handed:
        await handed.user.delete(where={"id": 1})
        await shared(handed, urls, ids)
    return users


async def in_a_loop(ids, options):
    found = []
    where = {"published": True}
    for it in ids:
        where["authorId"] = it
        found += await db.post.find_many(where=where)
    for it in ids:
        # Each has a dict of its own.
        fresh = {
            "published": True,  # only those
        }
        fresh["authorId"] = it
        found += await db.post.find_many(where=fresh)
    await db.user.find_many(where={"OR": [({"id": it}) for it in ids]})
    await db.user.find_many(where={"OR": [{"passwordHash": it.passwordHash} for it in found]})
    a = await db.user.count(); b = 1
    b = 2; a = await db.user.count()
    return found, a, b
