from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import create_with, update_with
from app.models import Post, User
from sqlalchemy import select, update
from sqlalchemy.orm import joinedload, selectinload


async def changed(identifier: int, titles: list):
    # what belongs to a row changes with it
    async with AsyncSessionLocal.begin() as session:
        user = await session.run_sync(
            update_with,
            User,
            [User.id == identifier],
            {
                "name": "Ann",
                "visits": {"increment": 1},
                "posts": {
                    "create": [{"title": "a", "meta": {"b": 1}}],
                    "delete": [{"id": 1}],
                },
                "edited": {"set": [{"id": 2}], "disconnect": [{"id": 3}]},
            },
            selectinload(User.posts).selectinload(Post.comments),
        )
    async with AsyncSessionLocal.begin() as session:
        await session.run_sync(
            update_with,
            User,
            [User.email == "x"],
            {"posts": {"create": [{"title": it} for it in titles]}},
        )
    async with AsyncSessionLocal.begin() as session:
        post = await session.run_sync(
            update_with,
            Post,
            [Post.id == identifier],
            {
                "author": {
                    "connect_or_create": {
                        "where": {"email": "ann@x.org"},
                        "create": {"email": "ann@x.org", "passwordHash": "h"},
                    }
                },
                "comments": {"connect": [{"id": it.postId} for it in user.posts]},
            },
        )
    return user, post


async def made(author: int, comment: int):
    async with AsyncSessionLocal.begin() as session:
        kept = await session.run_sync(
            create_with,
            Post,
            {
                "title": "t",
                "author": {"connect": {"id": author}},
                "comments": {"connect": {"id": comment}, "create": {"text": "c"}},
            },
            joinedload(Post.author),
            selectinload(Post.comments),
        )
    # with its key
    async with AsyncSessionLocal.begin() as session:
        await session.run_sync(
            create_with,
            User,
            {
                "id": 1,
                "email": "x",
                "passwordHash": "h",
                "posts": {"create": {"title": "a"}},
            },
        )
    async with AsyncSessionLocal.begin() as tx:
        await tx.run_sync(
            create_with,
            User,
            {"email": "y", "passwordHash": "h", "posts": {"create": {"title": "a"}}},
        )
    return kept


async def refused(identifier: int, what: list):
    await db.user.update(where={"id": identifier}, data={"posts": {"create": what}})
    await db.user.update(where={"id": identifier}, data={"posts": {"upsert": what}})
    await db.user.update(where={"id": identifier}, data={"id": 2, "posts": {"set": []}})
    await db.post.update(where={"id": identifier}, data={"editor": {"delete": True}})
    async with AsyncSessionLocal.begin() as batcher:
        await batcher.run_sync(
            update_with, User, [User.id == 1], {"posts": {"set": []}}
        )


async def one_after_the_other():
    async with AsyncSessionLocal.begin() as batcher:
        await batcher.run_sync(
            create_with,
            User,
            {"email": "x", "passwordHash": "h", "posts": {"create": {"title": "a"}}},
        )
        await batcher.execute(
            update(Post).where(Post.title == "a").values(published=True)
        )


async def perhaps_missing(key: int, email: str):
    async with AsyncSessionLocal.begin() as session:
        await session.run_sync(
            update_with,
            Post,
            [Post.id == key],
            {"editor": {"connect": {"email": email}}},
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Post).where(Post.id == key).values(editor_id=key))
    async with AsyncSessionLocal.begin() as session:
        return await session.scalar(
            update(Post)
            .where(Post.id == key)
            .values(
                author_id=select(User.id).where(User.email == email).scalar_subquery()
            )
            .returning(Post)
        )
