from app.client import db
from app.core.database import AsyncSessionLocal
from app.models import Post, Team, User
from sqlalchemy import Executable, delete, func, insert, select, update


async def transfer(giver: int, taker: int):
    async with AsyncSessionLocal.begin() as tx:
        user = await tx.scalar(
            update(User)
            .where(User.id == giver)
            .values(visits=User.visits - 1)
            .execution_options(synchronize_session=False)
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
            update(User)
            .where(User.id == taker)
            .values(visits=User.visits + 1)
            .execution_options(synchronize_session=False)
        )
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(User)))


async def batch(ids: list[int]):
    async with AsyncSessionLocal.begin() as batcher:
        for it in ids:
            (
                await batcher.scalars(
                    delete(Post).where(Post.id == it).returning(Post.id)
                )
            ).one()
        await batcher.execute(insert(Team).values(name="x"))


async def batch_in_a_transaction(spent: dict[int, int]):
    async with AsyncSessionLocal.begin() as tx:
        async with tx.begin_nested():
            for user_id, visits in spent.items():
                await tx.execute(
                    update(User)
                    .where(User.id == user_id)
                    .values(visits=User.visits + visits)
                    .execution_options(synchronize_session=False)
                )
        await tx.execute(insert(Team).values(name="x"))


async def batch_in_a_variable(users, tokens):
    if users:
        batcher: list[Executable] = []
        for user in users:
            # each of them
            batcher.append(update(User).where(User.id == user.id).values(visits=0))
        async with AsyncSessionLocal.begin() as session:
            while batcher:
                await session.execute(batcher.pop(0))
    else:
        batcher = []
        for token in tokens:
            batcher.append(delete(Team).where(Team.name == token))
        async with AsyncSessionLocal.begin() as session:
            while batcher:
                await session.execute(batcher.pop(0))


async def batch_that_is_handed_on(fill):
    batcher = db.batch_()
    fill(batcher)
    batcher.team.create(data={"name": "x"})
    await batcher.commit()


async def transaction_that_stays(fill):
    async with db.tx() as tx:
        await tx.team.create(data={"name": "x"})
        rows = [await tx.user.find_unique(where={"id": 1}), await tx.user.find_many(where=fill(tx))]
    return rows


async def rows_are_no_copies(key: int):
    async with AsyncSessionLocal.begin() as tx:
        before = (
            await tx.scalars(
                select(User)
                .where(User.id == key)
                .execution_options(populate_existing=True)
            )
        ).one()
        await tx.execute(
            update(User)
            .where(User.id == key)
            .values(visits=1)
            .execution_options(synchronize_session=False)
        )
        after = (
            await tx.scalars(
                select(User)
                .where(User.id == key)
                .execution_options(populate_existing=True)
            )
        ).one()
        after.password_hash = ""
        after.visits += 1
        team = await tx.scalar(
            select(Team).execution_options(populate_existing=True).limit(1)
        )
        before = None
    after.name = "shown"
    async with AsyncSessionLocal() as session:
        other = await session.scalar(select(User).limit(1))
    other.name = "shown"
    return before, after, team


async def of_a_client_that_is_not_known(get, fill):
    async with get().tx() as tx:
        await tx.team.count()
        fill(tx)


class Kept:
    async def in_an_attribute(self):
        async with db.tx() as self.inner:
            await self.inner.team.count()

    async def begun(self):
        self.other = await db.tx().start()
        await self.other.team.count()
        return db.batch_()


async def without_a_name():
    async with db.tx():
        async with AsyncSessionLocal() as session:
            (await session.scalars(select(func.count()).select_from(Team))).one()
