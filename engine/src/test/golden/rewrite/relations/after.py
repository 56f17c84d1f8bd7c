from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import in_order, some_of
from app.models import Comment, Membership, Post, Task, User
from sqlalchemy import and_, delete, func, not_, or_, select, true, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import joinedload, selectinload
from typing import Any


async def relations():
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(select(Post).where(Post.author.has(User.name == "a")))
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(
                    ~Post.author.has(func.coalesce(User.name == "a", true()))
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(Post).where(~Post.editor.has())))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(User.posts.any(Post.published.is_(True)))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(
                    ~User.posts.any(
                        not_(and_(Post.published.is_(True), Post.title == "x"))
                    )
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(~User.posts.any())))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(
                    User.posts.any(Post.comments.any(Comment.text.contains("x")))
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).options(
                    joinedload(Post.author), selectinload(Post.comments)
                )
            )
        )
    async with AsyncSessionLocal() as session:
        await session.scalar(
            select(User)
            .where(User.id == 1)
            .options(
                selectinload(User.posts).options(
                    selectinload(Post.comments).joinedload(Comment.post),
                    joinedload(Post.editor),
                ),
                selectinload(User.memberships).joinedload(Membership.team),
            )
        )
    async with AsyncSessionLocal() as session:
        await session.scalar(
            select(User)
            .options(selectinload(User.posts.and_(Post.published.is_(True))))
            .limit(1)
        )


async def parts_of_what_belongs_to_them(first: int):
    async with AsyncSessionLocal() as session:
        users = in_order(
            in_order(
                in_order(
                    list(
                        await session.scalars(
                            select(User).options(
                                selectinload(
                                    some_of(
                                        User.posts,
                                        Post.published.is_(True),
                                        order_by=[Post.created_at.desc(), Post.title],
                                        take=first,
                                    )
                                ).selectinload(Post.comments),
                                selectinload(User.edited),
                            )
                        )
                    ),
                    "posts.comments",
                    ("id", "asc"),
                ),
                "posts",
                ("created_at", "desc"),
                ("title", "asc"),
            ),
            "edited",
            ("id", "desc"),
        )
    return users, await db.user.find_first(include={"posts": {"take": -1}})


async def one_of_each_kind(db, number):
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).options(
                    selectinload(
                        User.posts.and_(
                            Post.id.in_(
                                select(Post.id)
                                .distinct(Post.author_id, Post.published, Post.title)
                                .order_by(
                                    Post.author_id, Post.published, Post.title, Post.id
                                )
                                .correlate(None)
                            )
                        )
                    )
                )
            )
        )
    async with AsyncSessionLocal() as session:
        in_order(
            list(
                await session.scalars(
                    select(User).options(
                        selectinload(
                            User.posts.and_(
                                Post.id.in_(
                                    select(Post.id)
                                    .where(Post.id > number)
                                    .distinct(Post.author_id, Post.published)
                                    .order_by(
                                        Post.author_id,
                                        Post.published,
                                        Post.title,
                                        Post.id,
                                    )
                                    .correlate(None)
                                )
                            )
                        )
                    )
                )
            ),
            "posts",
            ("published", "desc"),
            ("title", "asc"),
        )
    await db.user.find_many(include={"memberships": {"distinct": ["teamId"]}})
    await db.user.find_many(include={"posts": {"distinct": ["title"], "take": 2}})
    return await db.user.find_many(include={"posts": {"distinct": number}})


async def from_a_cursor(db, number, cursor):
    from_id = select(Post.id).where(Post.id == number).correlate(None).scalar_subquery()
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).options(
                    selectinload(
                        User.posts.and_(
                            Post.author_id.in_(
                                select(Post.author_id)
                                .where(Post.id == number)
                                .correlate(None)
                            ),
                            Post.id >= from_id,
                        )
                    )
                )
            )
        )
    from_title = (
        select(Post.title).where(Post.id == number).correlate(None).scalar_subquery()
    )
    async with AsyncSessionLocal() as session:
        in_order(
            await session.scalar(
                select(User)
                .options(
                    selectinload(
                        some_of(
                            User.posts,
                            Post.author_id.in_(
                                select(Post.author_id)
                                .where(Post.id == number)
                                .correlate(None)
                            ),
                            or_(
                                Post.title < from_title,
                                and_(Post.title == from_title, Post.id >= number),
                            ),
                            order_by=[Post.title.desc()],
                            take=2,
                            skip=1,
                        )
                    ).selectinload(Post.comments)
                )
                .limit(1)
            ),
            "posts",
            ("title", "desc"),
        )
    await db.user.find_many(include={"posts": {"cursor": {"id": number}, "where": {"title": "x"}}})
    await db.user.find_many(include={"posts": {"cursor": cursor}})
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).options(
                    selectinload(
                        User.posts.and_(
                            Post.id.in_(
                                select(Post.id)
                                .distinct(Post.author_id)
                                .order_by(Post.author_id, Post.id)
                                .correlate(None)
                            )
                        )
                    )
                )
            )
        )
    return await db.user.find_many(include={"memberships": {"cursor": {"teamId": 1}}})


async def what_does_not_hold(db, title):
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(
                    not_(Post.author.has(func.coalesce(User.name == "a", true())))
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(not_(~Post.author.has(User.name == "a")))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(~Post.author.has(User.email == "a"))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(
                    ~User.posts.any(
                        not_(
                            Post.author.has(
                                and_(User.name.is_(None), User.email == "a")
                            )
                        )
                    )
                )
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(delete(Post).where(~Post.author.has(User.name == "a")))
    who = [User.name == title]
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(~Post.author.has(func.coalesce(and_(*who), true())))
            )
        )
    whose = {"author": {"is_not": {"name": title}}}
    await db.post.find_many(where=whose)
    await db.post.delete_many(where=whose)


async def of_a_key_that_is_connected(owner: int, team: int):
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(Task)
            .values(owner_id=owner, number=1)
            .on_conflict_do_update(
                index_elements=[Task.owner_id, Task.number],
                set_={Task.number: 2, Task.updated_at: func.now()},
            )
        )
    await db.membership.upsert(
        where={"userId_teamId": {"userId": owner, "teamId": team}},
        data={
            "create": {"user": {"connect": {"id": owner}}, "team": {"connect": {"name": "x"}}},
            "update": {},
        },
    )


async def lets_go_in_a_variable(key: int, number: int | None):
    data: dict[str, Any] = {}
    if number is not None:
        data["number"] = number
    data["owner_id"] = None
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Task).where(Task.id == key).values(**data))
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Task)
            .where(Task.id == key)
            .values(owner_id=None, updated_at=Task.updated_at)
        )
