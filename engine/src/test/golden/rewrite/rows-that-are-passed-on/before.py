import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from prisma.models import Post, User
from app.client import db


async def unpacked():
    users = await db.user.find_many()
    user, posts = await asyncio.gather(db.user.find_first(), db.post.find_many())
    first, *rest = users
    one, two = users
    pair = (user, posts)
    print(user.passwordHash, posts[0].authorId, first.passwordHash, rest[0].passwordHash)
    print(one.passwordHash, two.updatedAt, pair[0].passwordHash, pair[1][0].authorId)


async def filtered_and_sorted():
    users = await db.user.find_many()
    active = [it for it in users if it.passwordHash]
    named = list(filter(lambda it: it.passwordHash, users))
    users.sort(key=lambda it: it.updatedAt)
    newest = max(users, key=lambda it: it.updatedAt, default=None)
    for it in sorted(users, key=lambda user: user.updatedAt, reverse=True):
        print(it.passwordHash)
    print(active[0].passwordHash, named[-1].passwordHash, newest.passwordHash)
    hashes = list(map(lambda it: it.passwordHash, users))
    return hashes, any(it.passwordHash for it in users), users.pop().passwordHash


async def by_python():
    users = await db.user.find_many()
    posts = await db.post.find_many()
    known = next((it for it in users if it.passwordHash == "x"), None)
    for number, it in enumerate(users):
        print(number, it.passwordHash)
    for user, post in zip(users, posts):
        print(user.passwordHash, post.authorId)
    for it in reversed(users + [known]):
        print(it.passwordHash)
    for it in posts:
        print(it.authorId, it.createdAt)
    for it in [*posts, posts[0]]:
        print(it.authorId)
    by_hash = {it.passwordHash: it for it in users}
    for key, value in by_hash.items():
        print(key, value.passwordHash)
    return known.passwordHash, by_hash["x"].passwordHash, by_hash.get("y").passwordHash


async def collected():
    found = []
    grouped = defaultdict(list)
    last = {}
    for user in await db.user.find_many():
        found.append(user)
        grouped[user.passwordHash].append(user)
        last[user.email] = user
    for key, users in grouped.items():
        print(key, users[0].passwordHash)
    return found[0].passwordHash, last["x"].passwordHash


async def all_users() -> AsyncIterator[User]:
    for it in await db.user.find_many():
        yield it


async def run_through():
    async for it in all_users():
        print(it.passwordHash)
    users = [it async for it in all_users()]
    return users[0].passwordHash


def annotated(by_key: dict[str, Post], pair: tuple[User, Post], several: list[tuple[int, User]]):
    for number, it in several:
        print(number, it.passwordHash)
    return by_key["x"].authorId, pair[0].passwordHash, pair[1].authorId


async def not_of_one_kind(flag):
    it = await db.user.find_first()
    if flag:
        it = await db.post.find_first()
    return it.passwordHash


async def matched(found):
    user = await db.user.find_first()
    match user:
        case User(passwordHash=hashed, id=1):
            print(hashed)
    match found:
        case [Post(authorId=1 | 2) as post, {"user": User(passwordHash="x")}]:
            print(post)
