from app.client import db
from prisma import Json


async def changed(identifier: int, titles: list):
    # what belongs to a row changes with it
    user = await db.user.update(
        where={"id": identifier},
        data={
            "name": "Ann",
            "visits": {"increment": 1},
            "posts": {"create": [{"title": "a", "meta": Json({"b": 1})}], "delete": [{"id": 1}]},
            "edited": {"set": [{"id": 2}], "disconnect": [{"id": 3}]},
        },
        include={"posts": {"include": {"comments": True}}},
    )
    await db.user.update(
        where={"email": "x"}, data={"posts": {"create": [{"title": it} for it in titles]}}
    )
    post = await db.post.update(
        where={"id": identifier},
        data={
            "author": {
                "connect_or_create": {
                    "where": {"email": "ann@x.org"},
                    "create": {"email": "ann@x.org", "passwordHash": "h"},
                }
            },
            "comments": {"connect": [{"id": it.postId} for it in user.posts]},
        },
    )
    return user, post


async def made(author: int, comment: int):
    kept = await db.post.create(
        data={
            "title": "t",
            "author": {"connect": {"id": author}},
            "comments": {"connect": {"id": comment}, "create": {"text": "c"}},
        },
        include={"author": True, "comments": True},
    )
    # with its key
    await db.user.create(
        data={"id": 1, "email": "x", "passwordHash": "h", "posts": {"create": {"title": "a"}}}
    )
    async with db.tx() as tx:
        await tx.user.create(
            data={"email": "y", "passwordHash": "h", "posts": {"create": {"title": "a"}}}
        )
    return kept


async def refused(identifier: int, what: list):
    await db.user.update(where={"id": identifier}, data={"posts": {"create": what}})
    await db.user.update(where={"id": identifier}, data={"posts": {"upsert": what}})
    await db.user.update(where={"id": identifier}, data={"id": 2, "posts": {"set": []}})
    await db.post.update(where={"id": identifier}, data={"editor": {"delete": True}})
    async with db.batch_() as batcher:
        batcher.user.update(where={"id": 1}, data={"posts": {"set": []}})


async def one_after_the_other():
    async with db.batch_() as batcher:
        batcher.user.create(
            data={"email": "x", "passwordHash": "h", "posts": {"create": {"title": "a"}}}
        )
        batcher.post.update_many(where={"title": "a"}, data={"published": True})


async def perhaps_missing(key: int, email: str):
    await db.post.update(where={"id": key}, data={"editor": {"connect": {"email": email}}})
    await db.post.update(where={"id": key}, data={"editor": {"connect": {"id": key}}})
    return await db.post.update(where={"id": key}, data={"author": {"connect": {"email": email}}})
