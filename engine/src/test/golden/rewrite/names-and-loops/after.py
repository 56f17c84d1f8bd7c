import aiohttp
from app.client import db
from sqlalchemy_like import select
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions
from app.models import Post, User
from sqlalchemy import ColumnElement, delete, false, func, or_, update
from sqlalchemy import select as sa_select


async def shared(tx, urls, ids):
    async with aiohttp.ClientSession() as session:
        async with AsyncSessionLocal() as database_session:
            users = list(
                await database_session.scalars(sa_select(User).where(User.name == "x"))
            )
        await session.get(urls[0])
    await tx.scalar(sa_select(User).execution_options(populate_existing=True).limit(1))
    async with AsyncSessionLocal.begin() as inner:
        # the first
        await inner.execute(
            update(User)
            .where(User.id == 1)
            .values(name="y")
            .execution_options(synchronize_session=False)
        )
    async with AsyncSessionLocal.begin() as handed:
        await handed.execute(
            delete(User)
            .where(User.id == 1)
            .execution_options(synchronize_session=False)
        )
        await shared(handed, urls, ids)
    return users


async def in_a_loop(ids, options):
    found = []
    where = {"published": True}
    for it in ids:
        where["authorId"] = it
        async with AsyncSessionLocal() as database_session:
            found += list(
                await database_session.scalars(
                    sa_select(Post).where(*conditions(Post, where))
                )
            )
    for it in ids:
        # Each has a dict of its own.
        # only those
        fresh: list[ColumnElement[bool]] = [Post.published.is_(True)]
        fresh.append(Post.author_id == it)
        async with AsyncSessionLocal() as database_session:
            found += list(await database_session.scalars(sa_select(Post).where(*fresh)))
    await db.user.find_many(where={"OR": [({"id": it}) for it in ids]})
    async with AsyncSessionLocal() as database_session:
        list(
            await database_session.scalars(
                sa_select(User).where(
                    or_(
                        false(),
                        *(User.password_hash == it.passwordHash for it in found),
                    )
                )
            )
        )
    async with AsyncSessionLocal() as database_session:
        a = (
            await database_session.scalars(sa_select(func.count()).select_from(User))
        ).one(); b = 1
    b = 2; a = await db.user.count()
    return found, a, b
