import datetime as dt
from datetime import UTC, datetime, timedelta, timezone

from app.core.database import AsyncSessionLocal
from app.models import Post, Ticket
from sqlalchemy import select, update


async def without_a_zone(key: str, due: datetime):
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Ticket)
            .where(Ticket.id == key)
            .values(due_at=datetime.now(timezone.utc).replace(tzinfo=None))
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Ticket)
            .where(Ticket.id == key)
            .values(due_at=dt.datetime.now(tz=dt.timezone.utc).replace(tzinfo=None))
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Ticket).where(Ticket.id == key).values(due_at=datetime.utcnow())
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Ticket).where(Ticket.id == key).values(due_at=datetime.now())
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Ticket).where(Ticket.id == key).values(due_at=due))
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Ticket).where(Ticket.id == key).values(due_at=None)
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Ticket)
            .where(Ticket.id == key)
            .values(due_at=datetime.now(UTC).replace(tzinfo=None))
        )
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(
                select(Ticket).where(
                    Ticket.due_at > (datetime.now(UTC) - timedelta(days=1)).replace(tzinfo=None),
                    Ticket.due_at < datetime.utcnow() + timedelta(days=1),
                )
            )
        )


async def with_a_zone(since: datetime):
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(
                select(Post).where(
                    Post.created_at >= since,
                    Post.created_at < datetime.now(timezone.utc),
                )
            )
        )
