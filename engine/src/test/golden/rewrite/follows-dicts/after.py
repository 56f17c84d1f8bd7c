from typing import Optional

from app.client import db
from prisma.types import PostWhereInput
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions, values
from app.models import Post, Team, User
from sqlalchemy import ColumnElement, false, func, insert, or_, select, update
from sqlalchemy.orm import selectinload
from typing import Any


async def listed(author: Optional[int], words: list[str], since, take: int = 20):
    where: list[ColumnElement[bool]] = [Post.published.is_(True)]
    if author:
        where.append(Post.author_id == author)
    if since:
        where.extend([Post.created_at >= since, Post.created_at <= since])
    if words:
        where.append(or_(false(), *(Post.title.contains(it) for it in words)))
    async with AsyncSessionLocal() as session:
        posts = list(await session.scalars(select(Post).where(*where).limit(take)))
    async with AsyncSessionLocal() as session:
        total = (
            await session.scalars(select(func.count()).select_from(Post).where(*where))
        ).one()
    return posts, total


async def changed(identifier: int, name: Optional[str]):
    data: dict[str, Any] = {"password_hash": "x"}
    if name is not None:
        data["name"] = name
    async with AsyncSessionLocal.begin() as session:
        return await session.scalar(
            update(User).where(User.id == identifier).values(**data).returning(User)
        )


async def overwritten(author: int):
    where = {"authorId": author}
    where["authorId"] = 2
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(*conditions(Post, where))))


async def shown(author: int):
    where = {"authorId": author}
    print(where)
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(*conditions(Post, where))))


async def one_or_the_other(author: Optional[int], isPublic: bool):
    if isPublic:
        where: list[ColumnElement[bool]] = [Post.published.is_(True)]
    elif author is None:
        where = []
    else:
        where = [Post.author_id == author, Post.published.is_(False)]
    async with AsyncSessionLocal() as session:
        posts = list(await session.scalars(select(Post).where(*where)))
    async with AsyncSessionLocal() as session:
        users = list(
            await session.scalars(
                select(User).where(
                    *([User.id == author] if author else [User.visits == 0])
                )
            )
        )
    return posts, users


async def by_a_key(email: Optional[str]):
    if email:
        key: list[ColumnElement[bool]] = [User.email == email]
    else:
        key = [User.id == 1]
    async with AsyncSessionLocal() as session:
        return await session.scalar(select(User).where(*key))


async def typed(author: int, extra: dict):
    async with AsyncSessionLocal() as session:
        posts = list(
            await session.scalars(select(Post).where(Post.author_id == author))
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(insert(Team).values({**extra, "name": "x"}))
    return posts, await db.post.find_many(where=PostWhereInput(nothing=author))


async def patched(identifier: int, body, db=db):
    data: dict[str, Any] = {}
    if body.name is not None:
        data["name"] = body.name
    if body.tags is not None:
        data["tags"] = body.tags
    async with AsyncSessionLocal.begin() as session:
        user = (
            await session.scalar(
                select(User)
                .options(selectinload(User.posts))
                .from_statement(
                    update(User)
                    .where(User.id == identifier)
                    .values(**data)
                    .returning(User)
                )
            )
            if data
            else await session.scalar(
                select(User)
                .where(User.id == identifier)
                .options(selectinload(User.posts))
            )
        )
    if data:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                update(User).where(User.id == identifier).values(**data)
            )
    if data:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                update(User).where(User.name.is_(None)).values(**data)
            )
    async with AsyncSessionLocal.begin() as tx:
        if data:
            await tx.execute(
                update(User)
                .where(User.id == identifier)
                .values(**data)
                .execution_options(synchronize_session=False)
            )
        email = ((
            (
                await tx.scalar(
                    update(User)
                    .where(User.id == identifier)
                    .values(**data)
                    .execution_options(synchronize_session=False)
                    .returning(User)
                )
                if data
                else await tx.scalar(
                    select(User)
                    .where(User.id == identifier)
                    .execution_options(populate_existing=True)
                )
            )
        )).email
    async with AsyncSessionLocal.begin() as session:
        return user, email, await session.scalar(
            select(User).where(User.id == identifier)
        )


async def always(identifier: int, body):
    data: dict[str, Any] = {}
    data["name"] = body.name
    if body.tags:
        data["tags"] = body.tags
    async with AsyncSessionLocal.begin() as session:
        return await session.scalar(
            update(User).where(User.id == identifier).values(**data).returning(User)
        )


async def given(identifier: int, data, team_data):
    if team_data:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                update(Team).where(Team.id == identifier).values(team_data)
            )
    async with AsyncSessionLocal.begin() as session:
        return (
            await session.scalar(
                update(User)
                .where(User.id == identifier)
                .values(values(User, data))
                .returning(User)
            )
            if data
            else await session.scalar(select(User).where(User.id == identifier))
        )
