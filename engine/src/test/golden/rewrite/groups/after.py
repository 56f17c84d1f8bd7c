from app.client import db
from app.core.database import AsyncSessionLocal
from app.models import Post, User
from sqlalchemy import Float, cast, func, select


async def grouped(since, wanted):
    async with AsyncSessionLocal() as session:
        counted = [
            {"authorId": row.author_id, "_count": {"_all": row.count_all}}
            for row in await session.execute(
                select(Post.author_id, func.count().label("count_all")).group_by(
                    Post.author_id
                )
            )
        ]
    async with AsyncSessionLocal() as session:
        spent = [
            {
                "role": row.role,
                "_sum": {"visits": row.sum_visits},
                "_avg": {"visits": row.avg_visits},
                "_count": {"_all": row.count_all, "name": row.count_name},
            }
            for row in await session.execute(
                select(
                    User.role,
                    func.sum(User.visits).label("sum_visits"),
                    cast(func.avg(User.visits), Float).label("avg_visits"),
                    func.count().label("count_all"),
                    func.count(User.name).label("count_name"),
                )
                .where(User.visits > 0)
                .group_by(User.role)
                .having(func.sum(User.visits) > 10)
                .order_by(func.sum(User.visits).desc())
                .limit(10)
            )
        ]
    async with AsyncSessionLocal() as session:
        days = [
            {
                "createdAt": row.created_at,
                "authorId": row.author_id,
                "_max": {"id": row.max_id},
            }
            for row in await session.execute(
                select(
                    Post.created_at, Post.author_id, func.max(Post.id).label("max_id")
                )
                .where(Post.created_at >= since)
                .group_by(Post.created_at, Post.author_id)
                .having(Post.author_id > 1)
                .order_by(Post.author_id)
            )
        ]
    await db.post.group_by(by=wanted)
    await db.post.group_by(by=["id"], sum=wanted)
    return counted, spent, days
