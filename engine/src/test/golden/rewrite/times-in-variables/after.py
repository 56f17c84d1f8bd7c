from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from app.core.database import AsyncSessionLocal
from app.models import Post, Ticket
from sqlalchemy import func, select

EPOCH = datetime(2020, 1, 1, tzinfo=timezone.utc)
DAY = timedelta(days=1)


def utc_now() -> datetime:
    return datetime.now(timezone.utc)


async def are_known(days: int, recent: bool):
    old = datetime.now(timezone.utc) - timedelta(days=3)
    since = datetime.utcnow() - timedelta(days=days)
    start = datetime.now(ZoneInfo("UTC")).replace(hour=0, minute=0)
    start -= DAY
    limit = old if recent else EPOCH
    async with AsyncSessionLocal() as session:
        a = (
            await session.scalars(
                select(func.count())
                .select_from(Ticket)
                .where(Ticket.due_at < old.replace(tzinfo=None), Ticket.due_at >= since)
            )
        ).one()
    async with AsyncSessionLocal() as session:
        b = (
            await session.scalars(
                select(func.count())
                .select_from(Ticket)
                .where(
                    Ticket.due_at < (start - DAY).replace(tzinfo=None),
                    Ticket.due_at > EPOCH.replace(tzinfo=None),
                )
            )
        ).one()
    async with AsyncSessionLocal() as session:
        c = (
            await session.scalars(
                select(func.count())
                .select_from(Ticket)
                .where(
                    Ticket.due_at > utc_now().replace(tzinfo=None),
                    Ticket.due_at < max(limit, utc_now()).replace(tzinfo=None),
                )
            )
        ).one()
    where = [Ticket.due_at >= old.replace(tzinfo=None)]
    async with AsyncSessionLocal() as session:
        d = (
            await session.scalars(
                select(func.count()).select_from(Ticket).where(*where)
            )
        ).one()
    async with AsyncSessionLocal() as session:
        e = (
            await session.scalars(
                select(func.count()).select_from(Post).where(Post.created_at < old)
            )
        ).one()
    return a, b, c, d, e


async def are_not_known(given: datetime, last: datetime | None = None):
    perhaps = None
    if last:
        perhaps = datetime.now(timezone.utc)
    either = datetime.utcnow()
    if last:
        either = datetime.now(timezone.utc)
    async with AsyncSessionLocal() as session:
        a = (
            await session.scalars(
                select(func.count()).select_from(Ticket).where(Ticket.due_at < given)
            )
        ).one()
    async with AsyncSessionLocal() as session:
        b = (
            await session.scalars(
                select(func.count()).select_from(Ticket).where(Ticket.due_at < perhaps)
            )
        ).one()
    async with AsyncSessionLocal() as session:
        c = (
            await session.scalars(
                select(func.count()).select_from(Ticket).where(Ticket.due_at < either)
            )
        ).one()
    return a, b, c
