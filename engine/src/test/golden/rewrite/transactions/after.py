from app.core.database import AsyncSessionLocal
from app.models import Post, Team, User
from sqlalchemy import delete, insert, select, update


async def transfer(giver: int, taker: int):
    async with AsyncSessionLocal.begin() as tx:
        user = await tx.scalar(
            update(User)
            .where(User.id == giver)
            .values(visits=User.visits - 1)
            .returning(User)
        )
        if user is None:
            raise LookupError(giver)
        if await tx.scalar(
            select(User)
            .where(User.id == taker)
            .execution_options(populate_existing=True)
        ) is None:
            raise LookupError(taker)
        await tx.execute(
            update(User).where(User.id == taker).values(visits=User.visits + 1)
        )
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(User)))


async def batch(ids: list[int]):
    async with AsyncSessionLocal.begin() as batcher:
        for it in ids:
            await batcher.execute(delete(Post).where(Post.id == it))
        await batcher.execute(insert(Team).values(name="x"))
