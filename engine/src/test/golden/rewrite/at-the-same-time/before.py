import asyncio
from asyncio import gather

from app.client import db


async def page(author: int, take: int):
    posts, total = await asyncio.gather(
        db.post.find_many(where={"authorId": author}, take=take),
        # all of them
        db.post.count(where={"authorId": author}),
    )
    return posts[0].authorId, total


async def shown():
    return await gather(db.user.find_first(), db.team.count())


async def in_a_transaction():
    async with db.tx() as tx:
        [user, teams] = await gather(tx.user.find_first(), tx.team.find_many())
        return user.passwordHash, teams


async def stays(others, key):
    await gather(db.user.find_first(), others())
    await gather(db.user.find_first(), db.team.count(), return_exceptions=True)
    await gather(db.team.create(data={"name": "a"}), db.team.create(data={"name": "b"}))
    await gather(*[db.user.find_first(where={"id": it}) for it in others])
    await gather(db.user.find_first(), db.team.find_first(take=-1, where={"nothing": key}))
    if await gather(db.user.find_first(), db.team.count()):
        return others


async def another(others):
    import json

    await asyncio.sleep(1)
    await db.post.update(where={"id": 1}, data={"meta": json.dumps(others)})
