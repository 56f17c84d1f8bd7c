from typing import Any, Optional

from fastapi import APIRouter
from prisma import Json
from prisma.errors import ForeignKeyViolationError, UniqueViolationError
from prisma.models import Post, User
from pydantic import BaseModel

from app.client import db

router = APIRouter()


class PostOut(BaseModel):
    title: str
    createdAt: str


@router.get("/posts/{key}", response_model=Optional[PostOut])
async def one(key: int):
    return await db.post.find_unique(where={"id": key})


@router.get("/posts")
async def several() -> list[PostOut]:
    posts = await db.post.find_many()
    return [PostOut.model_validate(it) for it in posts]


async def nested(key: int, sort: str, direction: str, values: dict[str, Any]):
    user = await db.user.find_unique_or_raise(where={"id": key}, include={"posts": True})
    print([it.createdAt for it in user.posts or []], [it.dict() for it in user.posts or []])
    first = user.posts[0] if user.posts else None
    print(first.authorId)
    data = {}
    if key:
        data["name"] = sort
    await db.user.update(where={"id": key}, data=data)
    return await db.post.find_many(order={sort: direction})


async def raw(key: int):
    rows = await db.query_raw("SELECT id, created_at FROM posts")
    number = await db.query_first("SELECT count(*) AS n FROM posts")
    await db.query_raw('SELECT "passwordHash" FROM (SELECT 1 AS "passwordHash") AS x')

    users = await db.query_raw('SELECT id, password_hash AS "passwordHash" FROM users', model=User)
    return rows, number, users


async def batched(key: int):
    async with db.batch_() as batch:
        batch.post.update(where={"id": key}, data={"title": "x"})
        batch.post.delete(where={"id": key})
        batch.post.delete_many(where={"id": key})


class Authors:
    async def author(self, key: int) -> Optional[User]:
        return await db.user.find_unique(where={"id": key})

    async def shown(self, key: int):
        user = await self.author(key)
        print(user.passwordHash, (await posts_of(key))[0].createdAt)
        return user.dict()


async def posts_of(key: int) -> list[Post]:
    return await db.post.find_many(where={"authorId": key})


async def told(key: int, words: list[str]):
    try:
        await db.user.update(where={"id": key}, data={"name": "x"})
        await db.post.update(where={"id": key}, data={"meta": Json(None)})
        async with db.tx(isolation_level="Serializable") as tx:
            await tx.post.delete(where={"id": key})
    except UniqueViolationError:
        return None
    except ForeignKeyViolationError:
        return key
    return await db.post.find_many(
        where={"AND": [{"OR": [{"title": it}, {"author": {"is": {"name": it}}}]} for it in words]}
    )
