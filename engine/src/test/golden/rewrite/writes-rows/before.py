import json
from datetime import datetime

from prisma import Base64, Json, Prisma
from prisma.models import User

prisma = Prisma()


async def write(email: str, payload: dict, image: bytes, rows: list[int]):
    user = await prisma.user.create(data={"email": email, "passwordHash": "x", "role": "ADMIN"})
    post = await prisma.post.create(
        {"title": "t", "author": {"connect": {"id": user.id}}},
        include={"author": True},
    )
    await prisma.post.create(
        data={"title": "t", "author": {"connect": {"email": email}}, "meta": Json(payload)}
    )
    await prisma.post.create(
        data={
            "title": "t",  # not the whole title
            "authorId": user.id,
            "meta": json.dumps(payload),
            "image": Base64.encode(image),
        }
    )
    made = await prisma.post.create_many(
        data=[{"title": str(it), "authorId": 1} for it in rows], skip_duplicates=True
    )
    await prisma.team.create_many(data=[{"name": "a"}, {"name": "b"}])
    changed = await prisma.user.update(
        where={"id": user.id}, data={"name": None, "visits": {"increment": 1}}
    )
    await prisma.user.update(
        where={"id": user.id},
        data={"tags": {"push": ["a"]}, "visits": {"multiply": made + 1}, "name": {"set": "x"}},
    )
    await prisma.post.update(where={"id": post.id}, data={"editor": {"disconnect": True}})
    number = await prisma.post.update_many(
        where={"published": False}, data={"published": True, "createdAt": datetime.now()}
    )
    await prisma.post.update_many(where={}, data={"published": True})
    gone = await prisma.post.delete(where={"id": post.id})
    await prisma.membership.delete(where={"userId_teamId": {"userId": 1, "teamId": 2}})
    count = await prisma.post.delete_many()
    upserted = await prisma.user.upsert(
        where={"email": email},
        data={
            "create": {"email": email, "passwordHash": "x"},
            "update": {"visits": {"increment": 1}},
        },
    )
    await prisma.membership.upsert(
        where={"userId_teamId": {"userId": 1, "teamId": 2}},
        data={"create": {"userId": 1, "teamId": 2}, "update": {}},
    )
    await prisma.user.upsert(
        where={"email": email},
        data={"create": {"email": email, "passwordHash": "x"}, "update": {}},
    )
    by_class = await User.prisma().create(data={"email": email, "passwordHash": "y"})
    return changed, number, gone, count, upserted, by_class


async def spread(name: str, given: dict, user_id: int):
    await prisma.team.upsert(
        where={"name": name}, data={"create": {**given}, "update": {**given}}
    )
    team = await prisma.team.upsert(
        where={"name": name}, data={"create": {**given, "id": 7}, "update": given}
    )
    await prisma.team.upsert(
        where={"name": name}, data={"create": {"id": 7}, "update": {}}
    )
    await prisma.user.update(where={"visits": 7}, data={"visits": 0})
    return team


async def with_others(email: str, author: int):
    user = await prisma.user.create(
        data={
            "email": email,
            "passwordHash": "x",
            "posts": {"create": [{"title": "a"}, {"title": "b", "comments": {"create": {"text": "c"}}}]},
        },
        include={"posts": True},
    )
    await prisma.comment.create(
        data={"text": "t", "post": {"create": {"title": "p", "author": {"connect": {"id": author}}}}}
    )
    await prisma.user.create(data={"id": 1, "email": email, "posts": {"create": {"title": "a"}}})
    return user


async def spread_by_other_names(email: str, given: dict):
    await prisma.user.upsert(
        where={"email": email}, data={"create": {**given}, "update": {**given, "visits": 1}}
    )
