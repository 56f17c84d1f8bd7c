from typing import Optional

from app.client import db
from prisma.types import PostWhereInput, TeamCreateInput


async def listed(author: Optional[int], words: list[str], since, take: int = 20):
    where: PostWhereInput = {"published": True}
    if author:
        where["authorId"] = author
    if since:
        where["createdAt"] = {"gte": since, "lte": since}
    if words:
        where.update({"OR": [{"title": {"contains": it}} for it in words]})
    posts = await db.post.find_many(where=where, take=take)
    total = await db.post.count(where=where)
    return posts, total


async def changed(identifier: int, name: Optional[str]):
    data = {"passwordHash": "x"}
    if name is not None:
        data["name"] = name
    return await db.user.update(where={"id": identifier}, data=data)


async def overwritten(author: int):
    where = {"authorId": author}
    where["authorId"] = 2
    return await db.post.find_many(where=where)


async def shown(author: int):
    where = {"authorId": author}
    print(where)
    return await db.post.find_many(where=where)


async def one_or_the_other(author: Optional[int], isPublic: bool):
    if isPublic:
        where = {"published": True}
    elif author is None:
        where = None
    else:
        where = {"authorId": author, "published": False}
    posts = await db.post.find_many(where=where)
    users = await db.user.find_many(where={"id": author} if author else {"visits": 0})
    return posts, users


async def by_a_key(email: Optional[str]):
    if email:
        key = {"email": email}
    else:
        key = {"id": 1}
    return await db.user.find_unique(where=key)


async def typed(author: int, extra: dict):
    posts = await db.post.find_many(where=PostWhereInput(authorId=author))
    await db.team.create(data=TeamCreateInput(**extra, name="x"))
    return posts, await db.post.find_many(where=PostWhereInput(nothing=author))


async def patched(identifier: int, body, db=db):
    data: dict = {}
    if body.name is not None:
        data["name"] = body.name
    if body.tags is not None:
        data["tags"] = body.tags
    user = await db.user.update(where={"id": identifier}, data=data, include={"posts": True})
    await db.user.update(where={"id": identifier}, data=data)
    await db.user.update_many(where={"name": None}, data=data)
    async with db.tx() as tx:
        await tx.user.update(where={"id": identifier}, data=data)
        email = (await tx.user.update(where={"id": identifier}, data=data)).email
    return user, email, await db.user.update(where={"id": identifier}, data={})


async def always(identifier: int, body):
    data = {}
    data["name"] = body.name
    if body.tags:
        data["tags"] = body.tags
    return await db.user.update(where={"id": identifier}, data=data)


async def given(identifier: int, data, team_data):
    await db.team.update(where={"id": identifier}, data=team_data)
    return await db.user.update(where={"id": identifier}, data=data)


async def spread_in_others(db, title, author, day):
    values = {"title": title, "createdAt": day}
    await db.post.upsert(
        where={"id": 1},
        data={
            "create": {"id": 1, **values, "authorId": author},
            "update": {**values, "published": True},
        },
    )
    base = {"title": title, "createdAt": day}
    if author:
        base["authorId"] = author
    await db.post.create(data={**base, "published": True})
    await db.post.update(where={"id": 1}, data={"published": False, **base})
    await db.post.upsert(
        where={"id": 2}, data={"create": {"id": 2, **base}, "update": {**base, "published": True}}
    )


async def with_what_comes_from_elsewhere(db, data, title):
    extra = {"createdAt": title, **data}
    await db.post.create(data=extra)


async def that_is_read_by_its_fields(db, title):
    values = {"title": title, "createdAt": title}
    await db.post.create(data=values)
    await db.post.create(data={**values, "comments": {"create": [{"text": "x"}]}})


async def one_thing_or_another(db, word):
    await db.post.find_many(where={"title": {"contains": word} if word else None})
    await db.post.find_many(where={"NOT": {"title": {"contains": word} if word else {"not": "x"}}})


async def in_each_row(db, day, titles):
    values = {"createdAt": day, "published": True}
    await db.post.create_many(data=[{**values, "title": it} for it in titles])
    values = {**values, "title": "x"}
    await db.post.create_many(data=[{**values, "authorId": 1}])
