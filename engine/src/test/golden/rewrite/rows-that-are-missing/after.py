from contextlib import suppress

from prisma.errors import DataError

from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import create_with, update_with
from app.models import Comment, Post, User
from sqlalchemy import insert, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.exc import DBAPIError, IntegrityError, NoResultFound


async def caught(key: int, tags):
    try:
        async with AsyncSessionLocal.begin() as session:
            await session.run_sync(
                create_with, Post, {"title": "a", "author": {"connect": {"id": key}}}
            )
        async with AsyncSessionLocal.begin() as session:
            return await session.run_sync(
                update_with,
                Post,
                [Post.id == 1],
                {"title": "b", "author": {"connect": {"id": key}}},
            )
    except NoResultFound as missing:
        print(missing.data, missing)
    else:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(insert(Comment).values(text="c", post_id=key))
    with suppress(NoResultFound):
        async with AsyncSessionLocal.begin() as session:
            await session.run_sync(
                create_with,
                Comment,
                {
                    "text": "d",
                    "post": {
                        "create": {"title": "e", "author": {"connect": {"id": key}}}
                    },
                },
            )


async def caught_where_no_row_is_looked_for(key: int):
    try:
        async with AsyncSessionLocal.begin() as batcher:
            await batcher.run_sync(
                create_with, Comment, {"text": "c", "post": {"connect": {"id": key}}}
            )
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                pg_insert(Comment)
                .values(id=1, text="f", post_id=key)
                .on_conflict_do_update(
                    index_elements=[Comment.id], set_={Comment.text: "g"}
                )
            )
    except NoResultFound:
        return None


async def not_caught(key: int):
    try:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(insert(Comment).values(text="c", post_id=key))
    except IntegrityError as error:
        if error.code == "P2002" and error.meta["target"]:
            print(error.data["user_facing_error"], error.args)
        raise
    except (IntegrityError, DBAPIError) as error:
        print(error.code, db.meta)


async def let_go_of_what_is_required(key: int):
    await db.post.update(where={"id": key}, data={"author": {"disconnect": True}})
    await db.post.update(
        where={"id": key}, data={"author": {"disconnect": True}, "comments": {"create": {"text": "h"}}}
    )
    await db.user.update(where={"id": key}, data={"posts": {"disconnect": [{"id": 1}]}})
    async with AsyncSessionLocal.begin() as session:
        await session.run_sync(
            update_with, User, [User.id == key], {"edited": {"disconnect": [{"id": 1}]}}
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Post).where(Post.id == key).values(editor_id=None))
