from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import in_order, options, some_of
from app.models import Post, User
from sqlalchemy import select
from sqlalchemy.orm import selectinload

WITH_POSTS = {"posts": {"take": 3, "order_by": {"id": "desc"}}}
CHANGED = {"posts": True}
CHANGED["edited"] = {"take": 1}


async def in_a_variable(count: int):
    async with AsyncSessionLocal() as session:
        users = in_order(
            list(
                await session.scalars(
                    select(User).options(
                        selectinload(
                            some_of(
                                User.posts,
                                Post.published.is_(True),
                                order_by=[Post.created_at.desc()],
                                take=count,
                            )
                        ),
                        selectinload(User.edited),
                    )
                )
            ),
            "posts",
            ("created_at", "desc"),
        )
    async with AsyncSessionLocal() as session:
        return users, in_order(
            await session.scalar(
                select(User)
                .where(User.name == "x")
                .options(
                    selectinload(
                        some_of(
                            User.posts,
                            Post.published.is_(True),
                            order_by=[Post.created_at.desc()],
                            take=count,
                        )
                    ),
                    selectinload(User.edited),
                )
                .limit(1)
            ),
            "posts",
            ("created_at", "desc"),
        )


async def at_the_top(name):
    async with AsyncSessionLocal() as session:
        return in_order(
            list(
                await session.scalars(
                    select(User)
                    .where(User.name == name)
                    .options(
                        selectinload(
                            some_of(User.posts, order_by=[Post.id.desc()], take=3)
                        )
                    )
                )
            ),
            "posts",
            ("id", "desc"),
        )


async def that_something_is_done_with(wanted):
    include = {"posts": True}
    if wanted:
        include["edited"] = {"include": {"comments": True}}
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).options(*options(User, include))))
    other = {"posts": True}
    if wanted:
        other["edited"] = {"take": 1}
    await db.user.find_many(include=other)
    await db.user.find_many(include=CHANGED)
    await db.user.find_many(include={"posts": {"skip": 1}} if wanted else None)


async def that_means_else_later(count):
    include = {"posts": {"take": count}}
    count = 5
    return count, await db.user.find_many(include=include)


async def that_a_comment_is_in(count):
    include = {
        "posts": {"take": count},  # not all
    }
    return await db.user.find_many(include=include)


async def from_elsewhere(include):
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(select(User).options(*options(User, include)))
        )


async def from_around(count):
    around = {"posts": {"take": count}}

    async def inner():
        return await db.user.find_many(include=around)

    return await inner()
