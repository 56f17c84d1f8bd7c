from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions as query_conditions
from app.models import Post, User
from sqlalchemy import ColumnElement, and_, delete, false, func, insert, not_, or_, select, true
from sqlalchemy.dialects.postgresql import insert as pg_insert
from typing import Any

async def any_or_all(title, names):
    conditions: list[ColumnElement[bool]] = []
    if title:
        conditions.append(Post.title == title)
    for name in names:
        conditions.append(Post.title.contains(name))
    async with AsyncSessionLocal() as session:
        a = (
            await session.scalars(
                select(func.count()).select_from(Post).where(and_(true(), *conditions))
            )
        ).one()
    async with AsyncSessionLocal() as session:
        b = (
            await session.scalars(
                select(func.count())
                .select_from(Post)
                .where(or_(false(), *conditions), Post.published.is_(True))
            )
        ).one()
    return a, b


async def made_of_a_loop(titles):
    rows = [{"title": it, "author_id": 1} for it in titles]
    async with AsyncSessionLocal.begin() as session:
        (
            await session.execute(
                insert(Post).execution_options(render_nulls=True), rows
            )
            if rows
            else None
        )


async def appended(titles):
    rows: list[dict[str, Any]] = []
    for it in titles:
        rows.append({"title": it, "author_id": 1})
    async with AsyncSessionLocal.begin() as session:
        (
            await session.execute(
                insert(Post).execution_options(render_nulls=True), rows
            )
            if rows
            else None
        )


async def in_another(a, b):
    or_conditions: list[ColumnElement[bool]] = [Post.title == a]
    if b:
        or_conditions.append(and_(Post.title == b, Post.published.is_(True)))
    where: list[ColumnElement[bool]] = [Post.published.is_(True)]
    if or_conditions:
        where.append(or_(false(), *or_conditions))
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(*where)))


async def extended(titles, a):
    rows: list[dict[str, Any]] = []
    for it in titles:
        if it:
            rows.append({"title": it, "author_id": a})
    rows.extend([{"title": it, "author_id": a} for it in titles])
    if not rows:
        return 0
    async with AsyncSessionLocal.begin() as session:
        return (
            len(
                (
                    await session.scalars(
                        pg_insert(Post)
                        .on_conflict_do_nothing()
                        .execution_options(render_nulls=True)
                        .returning(Post.id),
                        rows,
                    )
                ).all()
            )
            if rows
            else 0
        )


async def under_not(a, b):
    any_of: list[ColumnElement[bool]] = []
    if a:
        any_of.append(and_(Post.title == a, Post.published.is_(True)))
    if b:
        any_of.append(Post.author.has(User.name == b))
    where: list[ColumnElement[bool]] = [Post.published.is_(False)]
    if any_of:
        where.append(or_(false(), *any_of))
    async with AsyncSessionLocal.begin() as session:
        await session.execute(delete(Post).where(not_(or_(false(), *any_of))))
    async with AsyncSessionLocal.begin() as session:
        await session.execute(delete(Post).where(and_(true(), *any_of)))
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post).where(*where)))


async def not_known(a, b):
    any_of = [{"title": a}, {"meta": {"path": ["x"], "equals": b}}]
    any_of.append(a)
    unsure = [{"title": a}]
    unsure.append({b: 1})
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*query_conditions(Post, {"OR": any_of}))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*query_conditions(Post, {"OR": unsure}))
            )
        )
    nots = [{"title": a}]
    nots.append({"published": b})
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*query_conditions(Post, {"NOT": nots}))
            )
        )


async def twice(a, b):
    all_of: list[ColumnElement[bool]] = [Post.published.is_(True)]
    if a:
        all_of.append(or_(Post.title == a, Post.author_id == b))
    async with AsyncSessionLocal() as session:
        return (
            await session.scalars(
                select(func.count()).select_from(Post).where(and_(true(), *all_of))
            )
        ).one(), list(
            await session.scalars(
                select(Post).where(and_(true(), *all_of), Post.author_id == 3)
            )
        )
