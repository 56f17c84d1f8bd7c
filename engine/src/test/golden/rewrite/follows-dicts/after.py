from typing import Optional

from app.client import db
from prisma.types import PostWhereInput
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions
from app.core.lockstep_queries import values as query_values
from app.models import Post, Team, User
from sqlalchemy import ColumnElement, false, func, insert, not_, or_, select, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
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
                .values(query_values(User, data))
                .returning(User)
            )
            if data
            else await session.scalar(select(User).where(User.id == identifier))
        )


async def spread_in_others(db, title, author, day):
    values = {"title": title, "created_at": day}
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            pg_insert(Post)
            .values({"id": 1, **values, "author_id": author})
            .on_conflict_do_update(
                index_elements=[Post.id],
                set_={
                    Post.title: values["title"],
                    Post.created_at: values["created_at"],
                    Post.published: True,
                },
            )
        )
    base: dict[str, Any] = {"title": title, "created_at": day}
    if author:
        base["author_id"] = author
    async with AsyncSessionLocal.begin() as session:
        await session.execute(insert(Post).values({**base, "published": True}))
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Post).where(Post.id == 1).values({"published": False, **base})
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            pg_insert(Post)
            .values({"id": 2, **base})
            .on_conflict_do_update(
                index_elements=[Post.id],
                set_={
                    Post.id: Post.id,
                    **{getattr(Post, name): value for name, value in {**base, "published": True}.items()},
                },
            )
        )


async def with_what_comes_from_elsewhere(db, data, title):
    extra = query_values(Post, {"createdAt": title, **data})
    async with AsyncSessionLocal.begin() as session:
        await session.execute(insert(Post).values(**extra))


async def that_is_read_by_its_fields(db, title):
    values = {"title": title, "createdAt": title}
    await db.post.create(data=values)
    await db.post.create(data={**values, "comments": {"create": [{"text": "x"}]}})


async def one_thing_or_another(db, word):
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(
                    Post.title.contains(word) if word else Post.title.is_(None)
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(
                    not_(Post.title.contains(word) if word else Post.title != "x")
                )
            )
        )


async def in_each_row(db, day, titles):
    values: dict[str, Any] = {"created_at": day, "published": True}
    async with AsyncSessionLocal.begin() as session:
        (
            await session.execute(
                insert(Post).execution_options(render_nulls=True), new_rows
            )
            if (new_rows := [{**values, "title": it} for it in titles])
            else None
        )
    values = {**values, "title": "x"}
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(Post).execution_options(render_nulls=True),
            [{**values, "author_id": 1}],
        )
