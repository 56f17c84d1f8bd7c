import asyncio

from app.client import db
from prisma import errors


async def refused(where: dict, key: str, take: int, ids, data, **options):
    await db.user.find_many(where=where)
    await db.user.find_many(where={key: 1})
    await db.user.find_many(where={"nothing": 1})
    await db.user.find_many(where={**where})
    await db.user.find_many(**options)
    await db.user.find_many(where={"role": "UNKNOWN"})
    await db.user.find_many(order={"name": {"sort": take}})
    await db.user.find_many(take=-1)
    await db.user.find_many(cursor={"id": 1})
    await db.user.find_many(include={"posts": {"take": 5}})
    await db.post.find_many(where={"meta": {"path": ["a"], "equals": 1}})
    await db.user.create(data=data)
    await db.post.create(data={"title": "x", "author": {"create": {"email": "y"}}})
    await db.user.upsert(where={"id": 1}, data={"create": {"email": "x"}, "update": {}})
    await db.query_raw(f"SELECT * FROM {key}")
    await asyncio.gather(db.user.count(), db.post.count())
    found = key and await db.user.find_first()
    while await db.user.count():
        pass
    if key:
        pass
    elif await db.user.count():
        pass
    if take > 1 and await db.user.count() > 1: return found
    return lambda it: db.user.find_first(where={"id": it})


def others(session, queue, table):
    queue.create("x")
    session.user.update(name="x")
    return table.count("a")


async def of_no_known_model(repository, table, name: str):
    await repository.table.find_many(where={"name": name})
    await table(repository).update(where={"name": name}, data={"name": "x"})
    await table.update(name, data={"name": "x"})


class Reader(BaseModel):
    name: str


async def kept_for_later(names: list):
    create = db.user.create
    for name in names:
        await create({"email": name})
    print(create)
    await Reader.prisma().find_first()
    await db.user.update(where={"id": 1}, data={"visits": {"multiply": 2, "divide": 1}})
    await db.query_raw("SELECT 1", model=Reader)


async def errors_of_converted_calls(email: str):
    try:
        await db.user.find_first_or_raise(where={"email": email})
    except errors.RecordNotFoundError:
        pass
    try:
        await db.user.find_many(take=email, order={"name": {"sort": email}})
    except errors.PrismaError:
        pass
    return [await db.team.create(data={"name": it}) for it in email]


async def several(one: str, two: str):
    return [await db.team.create(data={"name": one}), await db.team.create(data={"name": two})]


async def of_something_else(order, shelf: Shelf, key):
    await shelf.find_many(where={"id": key})
    return await order.find_many(where={"id": key})
