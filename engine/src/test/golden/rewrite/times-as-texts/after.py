from datetime import datetime, timezone

from app.core.database import AsyncSessionLocal
from app.models import Post, Role, Ticket
from sqlalchemy import func, insert, select, update


async def texts(when: str, at: datetime):
    now = datetime.now(timezone.utc)
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(Ticket).values(
                title="",
                role=Role.ADMIN,
                due_at=datetime.now(timezone.utc).replace(tzinfo=None),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Ticket)
            .where(Ticket.due_at < now.replace(tzinfo=None))
            .values(due_at=when)
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Post)
            .where(Post.created_at == "2024-01-01T00:00:00Z")
            .values(created_at=now)
        )
    async with AsyncSessionLocal() as session:
        return (
            await session.scalars(
                select(func.count())
                .select_from(Post)
                .where(Post.created_at > at.isoformat())
            )
        ).one()
