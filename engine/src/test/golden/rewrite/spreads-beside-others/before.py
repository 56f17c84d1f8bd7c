from app.client import db


async def made(given: dict, more):
    await db.post.create(data={**given, "title": "a", "comments": {"create": [{"text": "b"}]}})
    return await db.post.create(
        data={"title": "c", "author": {"create": {**given, "name": "d"}}, **(more or {})}
    )


async def changed(key: int, given: dict):
    values = {"title": "e"}
    if given:
        values["authorId"] = given["author"]
    return await db.post.update(
        where={"id": key}, data={**values, "comments": {"create": {"text": "f"}}}
    )
