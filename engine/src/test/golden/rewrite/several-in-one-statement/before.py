import asyncio

from app.client import db


async def before_and_after(id: int):
    before, after = await db.user.find_unique(where={"id": id}), await db.user.update(
        where={"id": id}, data={"visits": {"increment": 1}}
    )
    rows, changed = await db.post.find_many(), await db.post.update_many(
        where={}, data={"published": True}
    )
    return before, after, rows, changed


async def at_once(id: int):
    some, all = await asyncio.gather(
        db.user.find_many(include={"posts": {"where": {"published": True}}}),
        db.user.find_many(include={"posts": True}),
    )
    counts = await asyncio.gather(db.user.count(), db.post.count())
    return some, all, counts, [await db.user.find_first(), await db.user.delete(where={"id": id})]


async def stays_together(id: int, log):
    return {
        "user": await db.user.find_unique(where={"id": id}),
        "log": log(),
        "after": await db.user.update(where={"id": id}, data={"visits": 1}),
    }


async def perhaps(id: int):
    user = await db.user.find_unique(where={"id": id}) or await db.user.create(data={"email": "a"})
    return user


async def loaded_twice():
    return await db.user.find_many(
        include={
            "posts": {"where": {"published": True}, "include": {"author": {"include": {"posts": True}}}}
        }
    )
