from contextlib import suppress

from prisma import errors
from prisma.errors import DataError, RecordNotFoundError, UniqueViolationError

from app.client import db


async def caught(key: int, tags):
    try:
        await db.post.create(data={"title": "a", "author": {"connect": {"id": key}}})
        return await db.post.update(
            where={"id": 1}, data={"title": "b", "author": {"connect": {"id": key}}}
        )
    except RecordNotFoundError as missing:
        print(missing.data, missing)
    else:
        await db.comment.create(data={"text": "c", "post": {"connect": {"id": key}}})
    with suppress(errors.RecordNotFoundError):
        await db.comment.create(
            data={"text": "d", "post": {"create": {"title": "e", "author": {"connect": {"id": key}}}}}
        )


async def caught_where_no_row_is_looked_for(key: int):
    try:
        async with db.batch_() as batcher:
            batcher.comment.create(data={"text": "c", "post": {"connect": {"id": key}}})
        await db.comment.upsert(
            where={"id": 1},
            data={"create": {"id": 1, "text": "f", "post": {"connect": {"id": key}}}, "update": {"text": "g"}},
        )
    except RecordNotFoundError:
        return None


async def not_caught(key: int):
    try:
        await db.comment.create(data={"text": "c", "post": {"connect": {"id": key}}})
    except UniqueViolationError as error:
        if error.code == "P2002" and error.meta["target"]:
            print(error.data["user_facing_error"], error.args)
        raise
    except (errors.ForeignKeyViolationError, errors.RawQueryError) as error:
        print(error.code, db.meta)


async def let_go_of_what_is_required(key: int):
    await db.post.update(where={"id": key}, data={"author": {"disconnect": True}})
    await db.post.update(
        where={"id": key}, data={"author": {"disconnect": True}, "comments": {"create": {"text": "h"}}}
    )
    await db.user.update(where={"id": key}, data={"posts": {"disconnect": [{"id": 1}]}})
    await db.user.update(where={"id": key}, data={"edited": {"disconnect": [{"id": 1}]}})
    await db.post.update(where={"id": key}, data={"editor": {"disconnect": True}})
