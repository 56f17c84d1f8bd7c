from collections import defaultdict
from collections.abc import AsyncIterator
from app.core.database import AsyncSessionLocal
from app.models import Post, User
from sqlalchemy import select


async def unpacked():
    async with AsyncSessionLocal() as session:
        users = list(await session.scalars(select(User)))
    async with AsyncSessionLocal() as session:
        user, posts = [
            await session.scalar(select(User).limit(1)),
            list(await session.scalars(select(Post))),
        ]
    first, *rest = users
    one, two = users
    pair = (user, posts)
    print(user.password_hash, posts[0].author_id, first.password_hash, rest[0].password_hash)
    print(one.password_hash, two.updated_at, pair[0].password_hash, pair[1][0].author_id)


async def filtered_and_sorted():
    async with AsyncSessionLocal() as session:
        users = list(await session.scalars(select(User)))
    active = [it for it in users if it.password_hash]
    named = list(filter(lambda it: it.password_hash, users))
    users.sort(key=lambda it: it.updated_at)
    newest = max(users, key=lambda it: it.updated_at, default=None)
    for it in sorted(users, key=lambda user: user.updated_at, reverse=True):
        print(it.password_hash)
    print(active[0].password_hash, named[-1].password_hash, newest.password_hash)
    hashes = list(map(lambda it: it.password_hash, users))
    return hashes, any(it.password_hash for it in users), users.pop().password_hash


async def by_python():
    async with AsyncSessionLocal() as session:
        users = list(await session.scalars(select(User)))
    async with AsyncSessionLocal() as session:
        posts = list(await session.scalars(select(Post)))
    known = next((it for it in users if it.password_hash == "x"), None)
    for number, it in enumerate(users):
        print(number, it.password_hash)
    for user, post in zip(users, posts):
        print(user.password_hash, post.author_id)
    for it in reversed(users + [known]):
        print(it.password_hash)
    for it in posts:
        print(it.author_id, it.created_at)
    for it in [*posts, posts[0]]:
        print(it.author_id)
    by_hash = {it.password_hash: it for it in users}
    for key, value in by_hash.items():
        print(key, value.password_hash)
    return known.password_hash, by_hash["x"].password_hash, by_hash.get("y").password_hash


async def collected():
    found = []
    grouped = defaultdict(list)
    last = {}
    async with AsyncSessionLocal() as session:
        found_users = list(await session.scalars(select(User)))
    for user in found_users:
        found.append(user)
        grouped[user.password_hash].append(user)
        last[user.email] = user
    for key, users in grouped.items():
        print(key, users[0].password_hash)
    return found[0].password_hash, last["x"].password_hash


async def all_users() -> AsyncIterator[User]:
    async with AsyncSessionLocal() as session:
        found_users_2 = list(await session.scalars(select(User)))
    for it in found_users_2:
        yield it


async def run_through():
    async for it in all_users():
        print(it.password_hash)
    users = [it async for it in all_users()]
    return users[0].password_hash


def annotated(by_key: dict[str, Post], pair: tuple[User, Post], several: list[tuple[int, User]]):
    for number, it in several:
        print(number, it.password_hash)
    return by_key["x"].author_id, pair[0].password_hash, pair[1].author_id


async def not_of_one_kind(flag):
    async with AsyncSessionLocal() as session:
        it = await session.scalar(select(User).limit(1))
    if flag:
        async with AsyncSessionLocal() as session:
            it = await session.scalar(select(Post).limit(1))
    return it.passwordHash


async def matched(found):
    async with AsyncSessionLocal() as session:
        user = await session.scalar(select(User).limit(1))
    match user:
        case User(password_hash=hashed, id=1):
            print(hashed)
    match found:
        case [Post(author_id=1 | 2) as post, {"user": User(password_hash="x")}]:
            print(post)
