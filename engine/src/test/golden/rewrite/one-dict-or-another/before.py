from app.client import db
from prisma.models import Post


async def in_variables(title, key):
    where = {"title": title} if title else None
    data = {"title": title, "published": True} if title else {"published": False}
    await Post.prisma().update(where={"id": key}, data=data)
    return await Post.prisma().find_many(where=where)


async def spread(title, author, key):
    where = {"published": True, **({"title": title} if title else {})}
    if author:
        where["authorId"] = author
    data = {"published": True, **({"title": title} if title is not None else {})}
    await db.post.update(where={"id": key}, data=data)
    await db.post.create(
        data={"authorId": author, "title": "", **({"title": title} if title else {})}
    )
    found = await db.post.find_many(where=where)
    return found or await db.post.count(
        where={"published": True, **({"title": title, "authorId": author} if title else {})}
    )


async def not_one_key_twice(title, author):
    where = {"title": "", **({"title": title} if title else {})}
    other = {"published": True, **({author: title} if title else {})}
    await db.post.find_many(where=other)
    return await db.post.find_many(where=where)


async def branches(title, part, author):
    where = {}
    if title:
        where["title"] = title
    elif part:
        where["title"] = {"contains": part}
    else:
        where["published"] = True
    both = {}
    if title:
        both["title"] = title
    if part:
        both["title"] = {"contains": part}
    await db.post.find_many(where=both)
    return await db.post.find_many(where=where)


async def asked(key, title, author):
    data = {}
    if title is not None:
        data["title"] = title
    if author is not None:
        data["authorId"] = author
    if data:
        await db.post.update(where={"id": key}, data=data)
    more = {}
    if title:
        more["title"] = title
    if not more:
        raise ValueError(key)
    found = await db.post.update(where={"id": key}, data=more)
    last = {}
    if title:
        if not last:
            return None
        last["title"] = title
    where = {}
    if author:
        where["authorId"] = author
    if where or found:
        await db.post.delete_many(where=where)
    return await db.post.update(where={"id": key}, data=last)


async def held_otherwise(start, groups):
    span = {"gte": start}
    where = {"published": True}
    where["createdAt"] = span
    other = {}
    other["OR"] = groups
    await db.post.count(where=other)
    return await db.post.find_many(where=where)
