from app.client import db


async def transfer(giver: int, taker: int):
    async with db.tx(timeout=5000) as tx:
        user = await tx.user.update(where={"id": giver}, data={"visits": {"decrement": 1}})
        if user is None:
            raise LookupError(giver)
        if await tx.user.find_unique(where={"id": taker}) is None:
            raise LookupError(taker)
        await tx.user.update(where={"id": taker}, data={"visits": {"increment": 1}})
    return await db.user.find_many()


async def batch(ids: list[int]):
    async with db.batch_() as batcher:
        for it in ids:
            batcher.post.delete(where={"id": it})
        batcher.team.create(data={"name": "x"})


async def batch_in_a_transaction(spent: dict[int, int]):
    async with db.tx() as tx:
        async with tx.batch_() as batcher:
            for user_id, visits in spent.items():
                batcher.user.update_many(
                    where={"id": user_id}, data={"visits": {"increment": visits}}
                )
        await tx.team.create(data={"name": "x"})


async def batch_in_a_variable(users, tokens):
    if users:
        batcher = db.batch_()
        for user in users:
            # each of them
            batcher.user.update(where={"id": user.id}, data={"visits": 0})
        await batcher.commit()
    else:
        batcher = db.batch_()
        for token in tokens:
            batcher.team.delete_many(where={"name": token})
        await batcher.commit()


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
    async with db.tx() as tx:
        before = await tx.user.find_unique_or_raise(where={"id": key})
        await tx.user.update(where={"id": key}, data={"visits": 1})
        after = await tx.user.find_unique_or_raise(where={"id": key})
        after.passwordHash = ""
        after.visits += 1
        team = await tx.team.find_first()
        before = None
    after.name = "shown"
    other = await db.user.find_first()
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
        await db.team.count()
