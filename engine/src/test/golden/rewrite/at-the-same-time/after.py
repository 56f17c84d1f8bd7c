import asyncio
from asyncio import gather

from app.client import db
from app.core.database import AsyncSessionLocal
from app.models import Post, Team, User
from sqlalchemy import func, select, update


async def page(author: int, take: int):
    # all of them
    async with AsyncSessionLocal() as session:
        posts, total = [
            list(
                await session.scalars(
                    select(Post).where(Post.author_id == author).limit(take)
                )
            ),
            (
                await session.scalars(
                    select(func.count())
                    .select_from(Post)
                    .where(Post.author_id == author)
                )
            ).one(),
        ]
    return posts[0].author_id, total


async def shown():
    async with AsyncSessionLocal() as session:
        return [
            await session.scalar(select(User).limit(1)),
            (await session.scalars(select(func.count()).select_from(Team))).one(),
        ]


async def in_a_transaction():
    async with AsyncSessionLocal.begin() as tx:
        [user, teams] = [
            await tx.scalar(
                select(User).execution_options(populate_existing=True).limit(1)
            ),
            list(
                await tx.scalars(select(Team).execution_options(populate_existing=True))
            ),
        ]
        return user.password_hash, teams


async def stays(others, key):
    await gather(db.user.find_first(), others())
    await gather(db.user.find_first(), db.team.count(), return_exceptions=True)
    await gather(db.team.create(data={"name": "a"}), db.team.create(data={"name": "b"}))
    await gather(*[db.user.find_first(where={"id": it}) for it in others])
    await gather(db.user.find_first(), db.team.find_first(take=-1, where={"nothing": key}))
    if await gather(db.user.find_first(), db.team.count()):
        return others


async def another(others):
    await asyncio.sleep(1)
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Post).where(Post.id == 1).values(meta=others))
