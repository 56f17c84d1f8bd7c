from typing import Any, Optional

from fastapi import APIRouter
from prisma.errors import ForeignKeyViolationError, UniqueViolationError
from pydantic import BaseModel

from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import as_dict, ordering
from app.models import Post, User
from sqlalchemy import JSON, and_, delete, or_, select, text, true, update
from sqlalchemy.orm import selectinload

router = APIRouter()


class PostOut(BaseModel):
    title: str
    createdAt: str


@router.get("/posts/{key}", response_model=Optional[PostOut])
async def one(key: int):
    async with AsyncSessionLocal() as session:
        return await session.scalar(select(Post).where(Post.id == key))


@router.get("/posts")
async def several() -> list[PostOut]:
    async with AsyncSessionLocal() as session:
        posts = list(await session.scalars(select(Post)))
    return [PostOut.model_validate(it) for it in posts]


async def nested(key: int, sort: str, direction: str, values: dict[str, Any]):
    async with AsyncSessionLocal() as session:
        user = (
            await session.scalars(
                select(User).where(User.id == key).options(selectinload(User.posts))
            )
        ).one()
    print([it.created_at for it in user.posts or []], [as_dict(it) for it in user.posts or []])
    first = user.posts[0] if user.posts else None
    print(first.author_id)
    data: dict[str, Any] = {}
    if key:
        data["name"] = sort
    if data:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(update(User).where(User.id == key).values(**data))
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(
                select(Post).order_by(*ordering(Post, {sort: direction}))
            )
        )


async def raw(key: int):
    async with AsyncSessionLocal.begin() as session:
        rows = list(
            map(
                dict,
                (
                    await session.execute(text("SELECT id, created_at FROM posts"))
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        number = (
            await session.execute(text("SELECT count(*) AS n FROM posts"))
        ).mappings().first()
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            text('SELECT "passwordHash" FROM (SELECT 1 AS "passwordHash") AS x')
        )

    users = await db.query_raw('SELECT id, password_hash AS "passwordHash" FROM users', model=User)
    return rows, number, users


async def batched(key: int):
    async with AsyncSessionLocal.begin() as batch:
        (
            await batch.scalars(
                update(Post).where(Post.id == key).values(title="x").returning(Post.id)
            )
        ).one()
        (
            await batch.scalars(delete(Post).where(Post.id == key).returning(Post.id))
        ).one()
        await batch.execute(delete(Post).where(Post.id == key))


class Authors:
    async def author(self, key: int) -> Optional[User]:
        async with AsyncSessionLocal() as session:
            return await session.scalar(select(User).where(User.id == key))

    async def shown(self, key: int):
        user = await self.author(key)
        print(user.password_hash, (await posts_of(key))[0].created_at)
        return as_dict(user)


async def posts_of(key: int) -> list[Post]:
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(Post.author_id == key)))


async def told(key: int, words: list[str]):
    try:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(update(User).where(User.id == key).values(name="x"))
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                update(Post).where(Post.id == key).values(meta=JSON.NULL)
            )
        async with db.tx(isolation_level="Serializable") as tx:
            await tx.post.delete(where={"id": key})
    except UniqueViolationError:
        return None
    except ForeignKeyViolationError:
        return key
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(
                select(Post).where(
                    and_(
                        true(),
                        *(or_(Post.title == it, Post.author.has(User.name == it)) for it in words),
                    )
                )
            )
        )
