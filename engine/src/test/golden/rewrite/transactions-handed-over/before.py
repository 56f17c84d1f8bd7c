from prisma import Prisma

db = Prisma()


async def add_team(tx: Prisma, name: str) -> None:
    await tx.team.create(data={"name": name})


async def add_member(tx: "Prisma", team_id: int, user_id: int):
    async with tx.batch_() as batcher:
        batcher.user.update_many(where={"id": user_id}, data={"visits": {"increment": 1}})
    return await tx.membership.create(data={"teamId": team_id, "userId": user_id})


async def both(tx, name: str, user_id: int):
    await add_team(tx, name=name)
    team = await tx.team.find_unique_or_raise(where={"name": name})
    await add_member(user_id=user_id, team_id=team.id, tx=tx)


async def begun(name: str, user_id: int):
    async with db.tx() as transaction:
        await both(transaction, name, user_id)


async def begun_with_others(name: str):
    async with db.tx(timeout=5000) as tx:
        await add_team(tx, name)
        await tx.team.delete_many(where={"name": "old"})


class Members:
    async def begun(self, ids: list[int]):
        async with db.tx() as tx:
            return [await self._rename(tx, it) for it in ids]

    async def _rename(self, tx: Prisma, key: int):
        return await tx.team.update(where={"id": key}, data={"name": str(key)})


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
