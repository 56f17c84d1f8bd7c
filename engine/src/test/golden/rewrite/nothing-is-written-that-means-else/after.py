#!/usr/bin/env python
from dotenv import load_dotenv

load_dotenv()

from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions, unique
from app.models import Post, Team, User
from sqlalchemy import delete, func, insert, select, text, update


async def counts(user_count, where, n):
    async with AsyncSessionLocal() as session:
        post_count = (
            await session.scalars(
                select(func.count()).select_from(Post).where(Post.published.is_(True))
            )
        ).one()
        post_count_2 = (
            await session.scalars(select(func.count()).select_from(Post))
        ).one()
    if post_count != post_count_2:
        return 1
    async with AsyncSessionLocal() as session:
        user_count_2 = (
            await session.scalars(select(func.count()).select_from(User))
        ).one()
    if user_count != user_count_2:
        return 2
    if 0 < n < await db.user.count():
        return 3
    async with AsyncSessionLocal.begin() as session:
        await session.execute(delete(User).where(*unique(User, where)))
    await db.user.delete()
    await db.user.update(where={}, data={"name": "x"})
    await db.user.find_unique(where={"name": "x"})


async def committed_late(queue, ds):
    await queue.publish(await db.team.create(data={"name": "x"}))
    yield await db.team.create(data={"name": "x"})
    (db.team.create(data=it) for it in ds)


async def begun_elsewhere():
    tx = await db.tx().start()
    await tx.team.create(data={"name": "x"})
    async with db.tx() as transaction:
        await begun_elsewhere(transaction)


async def hidden(start, end, n, flag, mode):
    span = {"gte": start}
    if end:
        span["lte"] = end
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*conditions(Post, {"createdAt": span}))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(
                    Post.author_id.in_(n) if flag else Post.author_id == 1
                )
            )
        )
    async with AsyncSessionLocal() as session:
        inner = {"authorId": (await session.scalar(
            select(User).where(User.name == n).limit(1)
        )).id}
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(Post).where(*conditions(Post, inner))))
    await db.user.find_many(where={"name": {"not": "x", "mode": "insensitive"}})
    await db.user.find_many(where={"name": {"contains": "x", "mode": mode}})
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(User).where(User.id == 1).values(visits=User.visits // 2)
        )
    await db.post.update(where={"id": 1}, data={"editor": {"disconnect": flag}})
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            text("SELECT :p1\\:\\:uuid, '$5' FROM users WHERE id = :p2"),
            {"p1": n, "p2": 1},
        )
    async with AsyncSessionLocal.begin() as session:
        (
            await session.execute(insert(Team).execution_options(render_nulls=True), n)
            if n
            else None
        )
    await db.user.find_many(where={"OR": [{"id": it} for it in n  # all
    ]})
    async with AsyncSessionLocal() as session:
        user = await session.scalar(select(User).where(User.id == (m := n)))
    user = dict(user)
    return user.passwordHash, m


async def begun_by_calls(name):
    begun = db.tx()
    current = await begun.start()
    await current.user.create(data={"email": name, "passwordHash": "h"})
    await begun.rollback()


async def perhaps_nothing(name, key):
    data = {}
    if name:
        data["name"] = name
    print(await db.user.update_many(where={"id": key}, data=data))
    await db.user.find_many(cursor={"id": key}, order={"name": {"sort": "asc", "nulls": "last"}})
    await db.user.upsert(where={"id": key, "email": name}, data={"create": {"id": key, "email": name}, "update": {}})
    return await db.usr.find_many()
