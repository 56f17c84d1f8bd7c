from prisma import Prisma
from app.core.database import AsyncSessionLocal
from app.models import Membership, Team, User
from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

db = Prisma()


async def add_team(tx: AsyncSession, name: str) -> None:
    await tx.execute(insert(Team).values(name=name))


async def add_member(tx: AsyncSession, team_id: int, user_id: int):
    async with tx.begin_nested():
        await tx.execute(
            update(User)
            .where(User.id == user_id)
            .values(visits=User.visits + 1)
            .execution_options(synchronize_session=False)
        )
    return (
        await tx.scalars(
            insert(Membership)
            .values(team_id=team_id, user_id=user_id)
            .returning(Membership)
        )
    ).one()


async def both(tx, name: str, user_id: int):
    await add_team(tx, name=name)
    team = (
        await tx.scalars(
            select(Team)
            .where(Team.name == name)
            .execution_options(populate_existing=True)
        )
    ).one()
    await add_member(user_id=user_id, team_id=team.id, tx=tx)


async def begun(name: str, user_id: int):
    async with AsyncSessionLocal.begin() as transaction:
        await both(transaction, name, user_id)


async def begun_with_others(name: str):
    async with AsyncSessionLocal.begin() as tx:
        await add_team(tx, name)
        await tx.execute(
            delete(Team)
            .where(Team.name == "old")
            .execution_options(synchronize_session=False)
        )


class Members:
    async def begun(self, ids: list[int]):
        async with AsyncSessionLocal.begin() as tx:
            return [await self._rename(tx, it) for it in ids]

    async def _rename(self, tx: AsyncSession, key: int):
        return await tx.scalar(
            update(Team)
            .where(Team.id == key)
            .values(name=str(key))
            .execution_options(synchronize_session=False)
            .returning(Team)
        )


async def either(name: str, client: Prisma | None = None):
    used = client or db
    await used.team.create(data={"name": name})


async def given_either(name: str):
    async with db.tx() as tx:
        await tx.user.count()
        await either(name, tx)
    await either(name)


async def of_both(db: Prisma):
    await db.team.count()


async def given_both():
    async with db.tx() as tx:
        await of_both(tx)
    await of_both(db)


async def looks_at_it(tx: Prisma):
    if tx is not None:
        await tx.team.count()


async def given_and_stays():
    async with db.tx() as tx:
        await looks_at_it(tx)
        await passes_on(tx)


async def passes_on(tx: Prisma):
    await stays_with_it(tx)
    await tx.user.count()


async def stays_with_it(given: Prisma):
    return await given.user.find_many()


class Teams:
    def __init__(self, client):
        self.client = client

    async def count(self):
        return await self.client.team.count()


async def kept_in_an_object():
    async with db.tx() as tx:
        return await Teams(tx).count()


async def not_awaited(tx):
    await tx.team.count()


async def given_together(gather):
    async with db.tx() as tx:
        await gather(not_awaited(tx), not_awaited(tx))


async def begun_by_hand():
    tx = await db.tx().start()
    await given_by_hand(tx)


async def given_by_hand(conn):
    await conn.team.count()
