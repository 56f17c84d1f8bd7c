from datetime import datetime, timezone

from app.client import db


async def texts(when: str, at: datetime):
    now = datetime.now(timezone.utc)
    await db.ticket.create(
        data={"title": "", "role": "ADMIN", "dueAt": datetime.now(timezone.utc).isoformat()}
    )
    await db.ticket.update_many(where={"dueAt": {"lt": now.isoformat()}}, data={"dueAt": when})
    await db.post.update_many(
        where={"createdAt": "2024-01-01T00:00:00Z"}, data={"createdAt": now.isoformat()}
    )
    return await db.post.count(where={"createdAt": {"gt": at.isoformat()}})
