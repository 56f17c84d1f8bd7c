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
