"""A call that is converted with a note, for it means something else where a row is missing."""

from app.client import db


async def adopt(child, code):
    return await db.thing.update(
        where={"id": child}, data={"parent": {"connect": {"code": code}}}
    )
