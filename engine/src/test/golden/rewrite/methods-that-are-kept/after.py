from app.client import db
from app.core.database import AsyncSessionLocal
from app.models import Post, User
from sqlalchemy import insert, select
from sqlalchemy import delete as sa_delete
from sqlalchemy import update as sa_update


async def fill(names):
    """Make some."""

    for name in names:
        async with AsyncSessionLocal.begin() as session:
            user = (
                await session.scalars(
                    insert(User).values(email=name, password_hash="h").returning(User)
                )
            ).one()
        print(user.password_hash)
    async with AsyncSessionLocal.begin() as session:
        await session.execute(insert(User).values(email="x", password_hash="h"))
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(select(Post).where(Post.published.is_(True)).limit(3))
        )


async def some_stay(where, data):
    update = db.user.update
    async with AsyncSessionLocal.begin() as session:
        await session.execute(sa_update(User).where(User.id == 1).values(name="x"))
    await update(where={"id": 1}, data={"visits": {"multiply": 2, "divide": 1}})


async def not_known(tx, isPost):
    if isPost:
        delete = db.post.delete_many
    else:
        delete = db.user.delete_many
    await delete()
    create = db.user.create
    later = [create]
    change = tx.user.update
    await change(where={"id": 1}, data={"name": "x"})
    find = db.user.find_first  # the first

    async def inner():
        return await find()

    count = db.user.count; number = await count()
    async with db.tx() as other:
        made = other.team.create
        await made({"name": "x"})
    return later, inner, number


async def models(title, groups):
    async with AsyncSessionLocal() as session:
        found = list(await session.scalars(select(Post).where(Post.title == title)))
    if not found:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(insert(User).values(email=title, password_hash="h"))
    for group in groups:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(sa_delete(User).where(User.name == group))
    teams = db.team
    print(teams, await teams.count())
    async with AsyncSessionLocal() as session:
        return found or list(await session.scalars(select(Post)))
