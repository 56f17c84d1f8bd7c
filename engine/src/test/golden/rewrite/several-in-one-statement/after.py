from app.client import db
from app.core.database import AsyncSessionLocal
from app.models import Post, User
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import selectinload


async def before_and_after(id: int):
    async with AsyncSessionLocal() as session:
        found_user = await session.scalar(select(User).where(User.id == id))
    async with AsyncSessionLocal.begin() as session:
        written_user = await session.scalar(
            update(User)
            .where(User.id == id)
            .values(visits=User.visits + 1)
            .returning(User)
        )
    before, after = found_user, written_user
    async with AsyncSessionLocal() as session:
        found_posts = list(await session.scalars(select(Post)))
    async with AsyncSessionLocal.begin() as session:
        post_count = len(
            (
                await session.scalars(
                    update(Post).values(published=True).returning(Post.id)
                )
            ).all()
        )
    rows, changed = found_posts, post_count
    return before, after, rows, changed


async def at_once(id: int):
    async with AsyncSessionLocal() as session:
        found_users = list(
            await session.scalars(
                select(User).options(
                    selectinload(User.posts.and_(Post.published.is_(True)))
                )
            )
        )
    async with AsyncSessionLocal() as session:
        found_users_2 = list(
            await session.scalars(select(User).options(selectinload(User.posts)))
        )
    some, all = [found_users, found_users_2]
    async with AsyncSessionLocal() as session:
        counts = [
            (await session.scalars(select(func.count()).select_from(User))).one(),
            (await session.scalars(select(func.count()).select_from(Post))).one(),
        ]
    async with AsyncSessionLocal() as session:
        found_user_2 = await session.scalar(select(User).limit(1))
    async with AsyncSessionLocal.begin() as session:
        written_user_2 = await session.scalar(
            delete(User).where(User.id == id).returning(User)
        )
    return some, all, counts, [found_user_2, written_user_2]


async def stays_together(id: int, log):
    async with AsyncSessionLocal() as session:
        return {
            "user": await session.scalar(select(User).where(User.id == id)),
            "log": log(),
            "after": await db.user.update(where={"id": id}, data={"visits": 1}),
        }


async def perhaps(id: int):
    async with AsyncSessionLocal.begin() as session:
        user = await session.scalar(
            select(User).where(User.id == id)
        ) or (
            await session.scalars(insert(User).values(email="a").returning(User))
        ).one()
    return user


async def loaded_twice():
    return await db.user.find_many(
        include={
            "posts": {"where": {"published": True}, "include": {"author": {"include": {"posts": True}}}}
        }
    )
