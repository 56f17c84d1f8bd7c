import datetime as dt
from datetime import UTC, datetime, timedelta, timezone

from app.client import db


async def without_a_zone(key: str, due: datetime):
    await db.ticket.update(where={"id": key}, data={"dueAt": datetime.now(timezone.utc)})
    await db.ticket.update(where={"id": key}, data={"dueAt": dt.datetime.now(tz=dt.timezone.utc)})
    await db.ticket.update(where={"id": key}, data={"dueAt": datetime.utcnow()})
    await db.ticket.update(where={"id": key}, data={"dueAt": datetime.now()})
    await db.ticket.update(where={"id": key}, data={"dueAt": due})
    await db.ticket.update(where={"id": key}, data={"dueAt": None})
    await db.ticket.update(where={"id": key}, data={"dueAt": datetime.now(UTC).replace(tzinfo=None)})
    return await db.ticket.find_many(
        where={
            "dueAt": {
                "gt": datetime.now(UTC) - timedelta(days=1),
                "lt": datetime.utcnow() + timedelta(days=1),
            },
        },
    )


async def with_a_zone(since: datetime):
    return await db.post.find_many(
        where={"createdAt": {"gte": since, "lt": datetime.now(timezone.utc)}}
    )
