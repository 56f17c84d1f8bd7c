from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import raw_sql
from app.models import User
from sqlalchemy import select, text

QUERY = 'SELECT * FROM "posts" WHERE id = $1'


async def raw(identifier: int, name: str):
    async with AsyncSessionLocal.begin() as session:
        rows = list(
            map(
                dict,
                (
                    await session.execute(
                        text("SELECT * FROM users WHERE name = :p1 AND id > :p2"),
                        {"p1": name, "p2": identifier},
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        casted = list(
            map(
                dict,
                (
                    await session.execute(
                        text("SELECT '10:30'::text AS at, id::text FROM users")
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        one = (
            await session.execute(
                text(
                    """
        SELECT count(*) AS n
        FROM users
        WHERE name = :p1 OR email = :p1
        """
                ),
                {"p1": name},
            )
        ).mappings().first()
    async with AsyncSessionLocal.begin() as session:
        await session.execute(text("UPDATE users SET name = :p1"), {"p1": name})
    async with AsyncSessionLocal.begin() as session:
        changed = (
            await (await session.connection()).execute(
                text("DELETE FROM users WHERE id = :p1"), {"p1": identifier}
            )
        ).rowcount
    async with AsyncSessionLocal.begin() as session:
        posts = list(
            map(
                dict,
                (
                    await (await session.connection()).exec_driver_sql(
                        QUERY, (identifier,)
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await (await session.connection()).exec_driver_sql(QUERY)
    return rows, casted, one, changed, posts


async def as_rows(identifier: int):
    async with AsyncSessionLocal.begin() as session:
        users = list(
            await session.scalars(
                select(User).from_statement(text("SELECT * FROM users WHERE id = :p1")),
                {"p1": identifier},
            )
        )
    async with AsyncSessionLocal.begin() as session:
        first = await session.scalar(
            select(User).from_statement(text("SELECT * FROM users"))
        )
    async with AsyncSessionLocal.begin() as session:
        found = await session.scalar(
            select(User).from_statement(raw_sql(QUERY)), {"p1": identifier}
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(text("DELETE FROM users"))
    return [it.updated_at for it in users], first.updated_at, found
