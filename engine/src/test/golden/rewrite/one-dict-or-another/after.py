from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions
from app.models import Post
from sqlalchemy import ColumnElement, delete, func, insert, select, update
from typing import Any


async def in_variables(title, key):
    where = [Post.title == title] if title else []
    data = {"title": title, "published": True} if title else {"published": False}
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Post).where(Post.id == key).values(**data))
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(*where)))


async def spread(title, author, key):
    where: list[ColumnElement[bool]] = [
        Post.published.is_(True),
        *([Post.title == title] if title else []),
    ]
    if author:
        where.append(Post.author_id == author)
    data = {"published": True, **({"title": title} if title is not None else {})}
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Post).where(Post.id == key).values(**data))
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(Post).values(
                {
                    "author_id": author,
                    "title": "",
                    **({"title": title} if title else {}),
                }
            )
        )
    async with AsyncSessionLocal() as session:
        found = list(await session.scalars(select(Post).where(*where)))
    async with AsyncSessionLocal() as session:
        return found or (
            await session.scalars(
                select(func.count())
                .select_from(Post)
                .where(
                    Post.published.is_(True),
                    *([Post.title == title, Post.author_id == author] if title else []),
                )
            )
        ).one()


async def not_one_key_twice(title, author):
    where = {"title": "", **({"title": title} if title else {})}
    other = {"published": True, **({author: title} if title else {})}
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(Post).where(*conditions(Post, other))))
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(*conditions(Post, where))))


async def branches(title, part, author):
    where: list[ColumnElement[bool]] = []
    if title:
        where.append(Post.title == title)
    elif part:
        where.append(Post.title.contains(part))
    else:
        where.append(Post.published.is_(True))
    both = {}
    if title:
        both["title"] = title
    if part:
        both["title"] = {"contains": part}
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(Post).where(*conditions(Post, both))))
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(*where)))


async def asked(key, title, author):
    data: dict[str, Any] = {}
    if title is not None:
        data["title"] = title
    if author is not None:
        data["author_id"] = author
    if data:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(update(Post).where(Post.id == key).values(**data))
    more: dict[str, Any] = {}
    if title:
        more["title"] = title
    if not more:
        raise ValueError(key)
    async with AsyncSessionLocal.begin() as session:
        found = await session.scalar(
            update(Post).where(Post.id == key).values(**more).returning(Post)
        )
    last: dict[str, Any] = {}
    if title:
        if not last:
            return None
        last["title"] = title
    where: list[ColumnElement[bool]] = []
    if author:
        where.append(Post.author_id == author)
    if where or found:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(delete(Post).where(*where))
    async with AsyncSessionLocal.begin() as session:
        return (
            await session.scalar(
                update(Post).where(Post.id == key).values(**last).returning(Post)
            )
            if last
            else await session.scalar(select(Post).where(Post.id == key))
        )


async def held_otherwise(start, groups):
    span = {"gte": start}
    where = {"published": True}
    where["createdAt"] = span
    other = {}
    other["OR"] = groups
    async with AsyncSessionLocal() as session:
        (
            await session.scalars(
                select(func.count()).select_from(Post).where(*conditions(Post, other))
            )
        ).one()
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(*conditions(Post, where))))
