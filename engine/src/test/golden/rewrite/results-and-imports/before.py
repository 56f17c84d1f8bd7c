from typing import List, Optional

import prisma
from prisma.enums import Role
from prisma.errors import RecordNotFoundError, UniqueViolationError
from prisma.models import Post, User

from app.client import db


def shown(user: User) -> dict:
    return {"hash": user.passwordHash, "posts": [it.createdAt for it in user.posts]}


async def all_of(role: Role = Role.ADMIN) -> List[User]:
    try:
        users = await db.user.find_many(where={"role": role}, include={"posts": True})
        for user in users:
            print(user.passwordHash, user.posts[0].createdAt)
        first = users[0]
        await db.post.create(data={"title": first.passwordHash, "authorId": first.id})
        return [it.model_dump() for it in users]
    except UniqueViolationError:
        return []
    except (RecordNotFoundError, prisma.errors.PrismaError) as problem:
        raise LookupError from problem


async def one(identifier: int) -> Optional[Post]:
    from prisma.models import Post

    return await Post.prisma().find_unique(where={"id": identifier})


async def life_cycle(redis, prisma_client):
    await prisma_client.connect()
    await redis.connect()
    try:
        yield
    finally:
        if prisma_client: await prisma_client.disconnect()


async def ended():
    if prisma_client.is_connected():
        await prisma_client.disconnect()


async def bound_again(key: int):
    user = await db.user.find_unique_or_raise(where={"id": key})
    print(user.passwordHash)
    user = user.dict()
    return user.items(), user["passwordHash"]


async def bound_to_a_list():
    users = await db.user.find_many()
    users = [(it.json(), it.passwordHash) for it in users]
    return users


async def a_row_or_not(key: int):
    found = await db.user.find_unique(where={"id": key})
    if key > 9:
        found = {"id": 9}
    return found.dict()


class Part(pydantic.BaseModel):
    createdAt: str


class Body(Part):
    authorId: str
    parts: list[Part]
    first: Part | None = None


async def of_pydantic(body: Body, other, raw: dict):
    made = Body(**raw)
    read = Body.model_validate(raw)
    print(body.createdAt, body.authorId, body.first.createdAt, made.createdAt, read.authorId)
    print([it.createdAt for it in body.parts], body.parts[0].createdAt)
    for part in made.parts:
        print(part.createdAt)
    made = other
    print(made.createdAt, other.createdAt, part.authorId)
    return await db.post.count()


async def named_in_a_head(key: int):
    if user := await db.user.find_unique(where={"id": key}):
        print(user.passwordHash)
    if (post := await db.post.find_first(where={"id": key})) is not None and post.authorId == key:
        print(post.createdAt)
    if len(posts := await db.post.find_many()) > 1:
        print([it.createdAt for it in posts])
    return (last := await db.post.find_first(order={"id": "desc"})) and last.createdAt


async def guarded():
    if not prisma_client.is_connected():
        await prisma_client.connect()
    yield
    if prisma_client.is_connected():
        await prisma_client.disconnect()
    if prisma_client.is_connected():
        print("bye")
        await prisma_client.disconnect()
    if not prisma_client.is_connected():
        await prisma_client.disconnect()


def registered():
    prisma.register(prisma_client)
