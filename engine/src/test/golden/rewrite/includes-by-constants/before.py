from app.client import db

COMMENTS = {"include": {"comments": {"order_by": {"text": "asc"}}}}
WITH_POSTS = {"posts": COMMENTS, "memberships": True, "edited": False}
SPREAD = {"include": WITH_POSTS}
LATER = {"posts": True}
TWICE = {"posts": True}
TWICE = {"edited": True}
SOME = {"posts": {"take": 3}}
AGAIN = {"posts": True}
AGAIN = dict(AGAIN, edited=True)


async def by_one(key):
    return await db.user.find_unique(where={"id": key}, include=WITH_POSTS)


async def in_another(key):
    return await db.post.find_first(
        where={"id": key}, include={"author": SPREAD, "comments": True}
    )


async def spread(key):
    user = await db.user.find_many(include={**SPREAD["include"], "edited": COMMENTS})
    return user, await db.user.find_unique(where={"id": key}, **SPREAD)


async def not_known(key, **COMMENTS):
    LATER["edited"] = True
    await db.user.find_many(include={**LATER})
    await db.user.find_many(include={"posts": TWICE["posts"]})
    await db.user.find_many(include={"posts": SOME["posts"]})
    await db.user.find_many(**LATER)
    await db.user.find_many(include={**AGAIN})
    return await db.post.find_many(include={**COMMENTS})
