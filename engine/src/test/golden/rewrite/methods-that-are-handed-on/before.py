from app.client import db


async def given(table, name):
    return await table.find_many(where={"name": name})


async def typed(shelf: Shelf, name):
    return await shelf.find_many(where={"name": name})


async def giving(name):
    users = db.user
    rows = await users.find_many()
    return rows, await given(db.team, name), await db.user.count()
