from app.client import db

WITH_POSTS = {"posts": {"take": 3, "order_by": {"id": "desc"}}}
CHANGED = {"posts": True}
CHANGED["edited"] = {"take": 1}


async def in_a_variable(count: int):
    include = {
        "posts": {"where": {"published": True}, "take": count, "order_by": {"createdAt": "desc"}},
        "edited": True,
    }
    users = await db.user.find_many(include=include)
    return users, await db.user.find_first(where={"name": "x"}, include=include)


async def at_the_top(name):
    return await db.user.find_many(where={"name": name}, include=WITH_POSTS)


async def that_something_is_done_with(wanted):
    include = {"posts": True}
    if wanted:
        include["edited"] = {"include": {"comments": True}}
    await db.user.find_many(include=include)
    other = {"posts": True}
    if wanted:
        other["edited"] = {"take": 1}
    await db.user.find_many(include=other)
    await db.user.find_many(include=CHANGED)
    await db.user.find_many(include={"posts": {"skip": 1}} if wanted else None)


async def that_means_else_later(count):
    include = {"posts": {"take": count}}
    count = 5
    return count, await db.user.find_many(include=include)


async def that_a_comment_is_in(count):
    include = {
        "posts": {"take": count},  # not all
    }
    return await db.user.find_many(include=include)


async def from_elsewhere(include):
    return await db.user.find_many(include=include)


async def from_around(count):
    around = {"posts": {"take": count}}

    async def inner():
        return await db.user.find_many(include=around)

    return await inner()
