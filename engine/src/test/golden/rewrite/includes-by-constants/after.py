from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import in_order
from app.models import Comment, Post, User
from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

COMMENTS = {"include": {"comments": {"order_by": {"text": "asc"}}}}
WITH_POSTS = {"posts": COMMENTS, "memberships": True, "edited": False}
SPREAD = {"include": WITH_POSTS}
LATER = {"posts": True}
TWICE = {"posts": True}
TWICE = {"edited": True}
SOME = {"posts": {"take": 3}}
AGAIN = {"posts": True}
AGAIN = dict(AGAIN, edited=True)


async def by_one(key):
    async with AsyncSessionLocal() as session:
        return in_order(
            await session.scalar(
                select(User)
                .where(User.id == key)
                .options(
                    selectinload(User.posts).selectinload(Post.comments),
                    selectinload(User.memberships),
                )
            ),
            "posts.comments",
            ("text", "asc"),
        )


async def in_another(key):
    async with AsyncSessionLocal() as session:
        return in_order(
            await session.scalar(
                select(Post)
                .where(Post.id == key)
                .options(
                    joinedload(Post.author).options(
                        selectinload(User.posts).selectinload(Post.comments),
                        selectinload(User.memberships),
                    ),
                    selectinload(Post.comments),
                )
                .limit(1)
            ),
            "author.posts.comments",
            ("text", "asc"),
        )


async def spread(key):
    async with AsyncSessionLocal() as session:
        user = in_order(
            in_order(
                list(
                    await session.scalars(
                        select(User).options(
                            selectinload(User.posts).selectinload(Post.comments),
                            selectinload(User.memberships),
                            selectinload(User.edited).selectinload(Post.comments),
                        )
                    )
                ),
                "posts.comments",
                ("text", "asc"),
            ),
            "edited.comments",
            ("text", "asc"),
        )
    async with AsyncSessionLocal() as session:
        return user, in_order(
            await session.scalar(
                select(User)
                .where(User.id == key)
                .options(
                    selectinload(User.posts).selectinload(Post.comments),
                    selectinload(User.memberships),
                )
            ),
            "posts.comments",
            ("text", "asc"),
        )


async def not_known(key, **COMMENTS):
    LATER["edited"] = True
    await db.user.find_many(include={**LATER})
    await db.user.find_many(include={"posts": TWICE["posts"]})
    await db.user.find_many(include={"posts": SOME["posts"]})
    await db.user.find_many(**LATER)
    await db.user.find_many(include={**AGAIN})
    return await db.post.find_many(include={**COMMENTS})
