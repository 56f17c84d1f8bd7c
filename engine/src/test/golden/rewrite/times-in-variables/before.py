from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from app.client import db

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
    a = await db.ticket.count(where={"dueAt": {"lt": old, "gte": since}})
    b = await db.ticket.count(where={"dueAt": {"lt": start - DAY, "gt": EPOCH}})
    c = await db.ticket.count(where={"dueAt": {"gt": utc_now(), "lt": max(limit, utc_now())}})
    where = {"dueAt": {"gte": old}}
    d = await db.ticket.count(where=where)
    e = await db.post.count(where={"createdAt": {"lt": old}})
    return a, b, c, d, e


async def are_not_known(given: datetime, last: datetime | None = None):
    perhaps = None
    if last:
        perhaps = datetime.now(timezone.utc)
    either = datetime.utcnow()
    if last:
        either = datetime.now(timezone.utc)
    a = await db.ticket.count(where={"dueAt": {"lt": given}})
    b = await db.ticket.count(where={"dueAt": {"lt": perhaps}})
    c = await db.ticket.count(where={"dueAt": {"lt": either}})
    return a, b, c
