from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import create_with, update_with
from app.models import Post


async def made(given: dict, more):
    async with AsyncSessionLocal.begin() as session:
        await session.run_sync(
            create_with,
            Post,
            {**given, "title": "a", "comments": {"create": [{"text": "b"}]}},
        )
    async with AsyncSessionLocal.begin() as session:
        return await session.run_sync(
            create_with,
            Post,
            {
                "title": "c",
                "author": {"create": {**given, "name": "d"}},
                **(more or {}),
            },
        )


async def changed(key: int, given: dict):
    values = {"title": "e"}
    if given:
        values["authorId"] = given["author"]
    async with AsyncSessionLocal.begin() as session:
        return await session.run_sync(
            update_with,
            Post,
            [Post.id == key],
            {**values, "comments": {"create": {"text": "f"}}},
        )
