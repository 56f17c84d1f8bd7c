from app.client import db
from prisma.models import Post


async def fill(names):
    """Make some."""
    create = db.user.create

    find = Post.prisma().find_many
    for name in names:
        user = await create({"email": name, "passwordHash": "h"})
        print(user.passwordHash)
    await create(data={"email": "x", "passwordHash": "h"})
    return await find(where={"published": True}, take=3)


async def some_stay(where, data):
    update = db.user.update
    await update(where={"id": 1}, data={"name": "x"})
    await update(where={"id": 1}, data={"visits": {"multiply": 2, "divide": 1}})


async def not_known(tx, isPost):
    if isPost:
        delete = db.post.delete_many
    else:
        delete = db.user.delete_many
    await delete()
    create = db.user.create
    later = [create]
    change = tx.user.update
    await change(where={"id": 1}, data={"name": "x"})
    find = db.user.find_first  # the first

    async def inner():
        return await find()

    count = db.user.count; number = await count()
    async with db.tx() as other:
        made = other.team.create
        await made({"name": "x"})
    return later, inner, number


async def models(title, groups):
    posts = Post.prisma()
    users = db.user
    found = await posts.find_many(where={"title": title})
    if not found:
        await users.create(data={"email": title, "passwordHash": "h"})
    for group in groups:
        await users.delete_many(where={"name": group})
    teams = db.team
    print(teams, await teams.count())
    return found or await posts.find_many()
