from app.client import db
from app.core.database import AsyncSessionLocal
from app.models import User
from sqlalchemy import func, select


async def given(table, name):
    return await table.find_many(where={"name": name})


async def typed(shelf: Shelf, name):
    return await shelf.find_many(where={"name": name})


async def giving(name):
    async with AsyncSessionLocal() as session:
        rows = list(await session.scalars(select(User)))
    async with AsyncSessionLocal() as session:
        return rows, await given(db.team, name), (
            await session.scalars(select(func.count()).select_from(User))
        ).one()
