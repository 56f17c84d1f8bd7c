from app.client import db
from prisma import Json
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions, options, ordering, unique, values
from app.models import Team, User
from sqlalchemy import insert, select, update


async def helped(where: dict, key: str, order, include, data: dict, rows: list[dict]):
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(*conditions(User, where))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(*conditions(User, {key: 1}))))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(*conditions(User, {**where, "name": "x"}))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(
                    *conditions(User, {"name": "x", "OR": where["either"]})
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User)
                .options(*options(User, include))
                .order_by(*ordering(User, order))
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(insert(User).values(values(User, data)))
    await db.post.create(data={**data, "meta": Json({"a": 1})}, include=include)
    if data:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                update(User).where(User.id == 1).values(values(User, data))
            )
    async with AsyncSessionLocal.begin() as session:
        (
            await session.execute(
                insert(User).execution_options(render_nulls=True), new_rows
            )
            if (new_rows := [values(User, it) for it in rows])
            else None
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(insert(Team).values({**data, "name": "x"}))
    async with AsyncSessionLocal() as session:
        await session.scalar(select(User).where(*unique(User, where)))
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(User).where(*unique(User, {key: 1})).values(visits=0)
        )
