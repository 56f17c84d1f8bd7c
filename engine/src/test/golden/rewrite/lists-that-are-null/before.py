from prisma import Prisma
from prisma.models import User

db = Prisma()


async def read(names: list, identifier: int):
    user = await db.user.find_unique_or_raise(where={"id": identifier})
    for tag in user.tags:
        print(tag, user.tags[0], len(user.tags))
    known = user.tags is not None and "x" in user.tags
    users = await db.user.find_many(where={"tags": {"has_some": user.tags}})
    await db.user.create(data={"email": "x", "passwordHash": "h", "tags": user.tags})
    return [it.tags for it in users], known, {"tags": user.tags}


async def only_asked_for(user: User):
    if user.tags:
        print(user.tags or ["none"], "some" if user.tags else "none")
    return not user.tags


async def changed(user: User):
    user.tags = ["x"]
    user.tags += ["y"]
    user.tags.append("z")
    del user.tags
    return (await db.user.find_first_or_raise()).tags
