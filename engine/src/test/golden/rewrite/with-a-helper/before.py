from app.client import db
from prisma import Json


async def helped(where: dict, key: str, order, include, data: dict, rows: list[dict]):
    await db.user.find_many(where=where)
    await db.user.find_many(where={key: 1})
    await db.user.find_many(where={**where, "name": "x"})
    await db.user.find_many(where={"name": "x", "OR": where["either"]})
    await db.user.find_many(order=order, include=include)
    await db.user.create(data=data)
    await db.post.create(data={**data, "meta": Json({"a": 1})}, include=include)
    await db.user.update(where={"id": 1}, data=data)
    await db.user.create_many(data=rows)
    await db.team.create(data={**data, "name": "x"})
    await db.user.find_unique(where=where)
    await db.user.update(where={key: 1}, data={"visits": 0})
