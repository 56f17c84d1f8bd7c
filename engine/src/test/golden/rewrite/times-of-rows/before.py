from datetime import datetime, timedelta, timezone

from app.client import db

LIMIT = timedelta(days=7)


async def are_compared(key: str, given: datetime):
    ticket = await db.ticket.find_first_or_raise(where={"id": key})
    now = datetime.now(timezone.utc)
    ends = ticket.dueAt + timedelta(hours=1)
    late = ticket.dueAt is not None and ticket.dueAt < datetime.now(timezone.utc)
    later = (datetime.now(timezone.utc) - LIMIT) <= ticket.dueAt < now - LIMIT
    over = now > ends
    age = (now - ticket.dueAt).days, ticket.dueAt - now > LIMIT, ticket.dueAt - LIMIT
    told = ticket.dueAt > given
    aware = ticket.dueAt.replace(tzinfo=timezone.utc) < now
    post = await db.post.find_first_or_raise()
    return late, later, over, age, told, aware, post.createdAt < now


async def are_written(key: str):
    ticket = await db.ticket.find_first_or_raise(where={"id": key})
    return ticket.dueAt.isoformat(), ticket.dueAt.timestamp(), ticket.dueAt.strftime("%H")


def is_late(ticket):
    return ticket.dueAt < datetime.now(timezone.utc)
