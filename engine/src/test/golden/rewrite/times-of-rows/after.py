from datetime import datetime, timedelta, timezone

from app.core.database import AsyncSessionLocal
from app.models import Post, Ticket
from sqlalchemy import select

LIMIT = timedelta(days=7)


async def are_compared(key: str, given: datetime):
    async with AsyncSessionLocal() as session:
        ticket = (
            await session.scalars(select(Ticket).where(Ticket.id == key).limit(1))
        ).one()
    now = datetime.now(timezone.utc)
    ends = ticket.due_at + timedelta(hours=1)
    late = ticket.due_at is not None and ticket.due_at < datetime.now(timezone.utc).replace(tzinfo=None)
    later = (datetime.now(timezone.utc) - LIMIT).replace(tzinfo=None) <= ticket.due_at < (now - LIMIT).replace(tzinfo=None)
    over = now.replace(tzinfo=None) > ends
    age = (now.replace(tzinfo=None) - ticket.due_at).days, ticket.due_at - now.replace(tzinfo=None) > LIMIT, ticket.due_at - LIMIT
    told = ticket.due_at > given
    aware = ticket.due_at.replace(tzinfo=timezone.utc) < now
    async with AsyncSessionLocal() as session:
        post = (await session.scalars(select(Post).limit(1))).one()
    return late, later, over, age, told, aware, post.created_at < now


async def are_written(key: str):
    async with AsyncSessionLocal() as session:
        ticket = (
            await session.scalars(select(Ticket).where(Ticket.id == key).limit(1))
        ).one()
    return ticket.due_at.isoformat(), ticket.due_at.timestamp(), ticket.due_at.strftime("%H")


def is_late(ticket):
    return ticket.dueAt < datetime.now(timezone.utc)
