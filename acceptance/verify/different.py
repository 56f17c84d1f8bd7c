"""A call whose converted form means something else, and says so in a note."""

from app.client import db


async def adopted(code, parent):
    data = {"parent": {"connect": {"code": parent}}}
    return await db.thing.update(where={"code": code}, data=data)
