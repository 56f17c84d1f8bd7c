import os

import pytest
from prisma import Prisma
from app.core.database import AsyncSessionLocal
from app.models import User
from sqlalchemy import func, select

db = Prisma(datasource={"url": os.environ["DATABASE_URL"]})
replica = Prisma(datasource={"url": "postgresql://replica/shop"})


@pytest.fixture
async def client():
    own = Prisma(datasource={"url": os.environ["TEST_DATABASE_URL"]})
    await own.connect()
    await own.user.delete_many()
    yield own
    await own.disconnect()


async def counted():
    async with AsyncSessionLocal() as session:
        return (
            await session.scalars(select(func.count()).select_from(User))
        ).one(), await replica.user.count()


async def together():
    async with replica.tx() as both:
        await both.user.delete_many()


async def block():
    async with Prisma(datasource={"url": "postgresql://other/shop"}) as other:
        await other.user.delete_many()
