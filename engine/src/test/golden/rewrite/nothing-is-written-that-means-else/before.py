#!/usr/bin/env python
from dotenv import load_dotenv

load_dotenv()

from app.client import db


async def counts(user_count, where, n):
    if await db.post.count(where={"published": True}) != await db.post.count():
        return 1
    if user_count != await db.user.count():
        return 2
    if 0 < n < await db.user.count():
        return 3
    await db.user.delete(where=where)
    await db.user.delete()
    await db.user.update(where={}, data={"name": "x"})
    await db.user.find_unique(where={"name": "x"})


async def committed_late(queue, ds):
    await queue.publish(await db.team.create(data={"name": "x"}))
    yield await db.team.create(data={"name": "x"})
    (db.team.create(data=it) for it in ds)


async def begun_elsewhere():
    tx = await db.tx().start()
    await tx.team.create(data={"name": "x"})
    async with db.tx() as transaction:
        await begun_elsewhere(transaction)


async def hidden(start, end, n, flag, mode):
    span = {"gte": start}
    if end:
        span["lte"] = end
    await db.post.find_many(where={"createdAt": span})
    await db.post.find_many(where={"authorId": {"in": n} if flag else 1})
    inner = {"authorId": (await db.user.find_first(where={"name": n})).id}
    await db.post.find_many(where=inner)
    await db.user.find_many(where={"name": {"not": "x", "mode": "insensitive"}})
    await db.user.find_many(where={"name": {"contains": "x", "mode": mode}})
    await db.user.update(where={"id": 1}, data={"visits": {"divide": 2}})
    await db.post.update(where={"id": 1}, data={"editor": {"disconnect": flag}})
    await db.query_raw("SELECT $1::uuid, '$5' FROM users WHERE id = $2", n, 1)
    await db.team.create_many(data=n)
    await db.user.find_many(where={"OR": [{"id": it} for it in n  # all
    ]})
    user = await db.user.find_unique(where={"id": (m := n)})
    user = dict(user)
    return user.passwordHash, m


async def begun_by_calls(name):
    begun = db.tx()
    current = await begun.start()
    await current.user.create(data={"email": name, "passwordHash": "h"})
    await begun.rollback()


async def perhaps_nothing(name, key):
    data = {}
    if name:
        data["name"] = name
    print(await db.user.update_many(where={"id": key}, data=data))
    await db.user.find_many(cursor={"id": key}, order={"name": {"sort": "asc", "nulls": "last"}})
    await db.user.upsert(where={"id": key, "email": name}, data={"create": {"id": key, "email": name}, "update": {}})
    return await db.usr.find_many()
