from app.client import db
from prisma import errors
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions, some_of, values
from app.models import Post, Team, User
from sqlalchemy import cast, func, insert, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import selectinload


async def refused(where: dict, key: str, take: int, ids, data, **options):
    async with AsyncSessionLocal() as database_session:
        list(
            await database_session.scalars(select(User).where(*conditions(User, where)))
        )
    async with AsyncSessionLocal() as database_session:
        list(
            await database_session.scalars(
                select(User).where(*conditions(User, {key: 1}))
            )
        )
    await db.user.find_many(where={"nothing": 1})
    async with AsyncSessionLocal() as database_session:
        list(
            await database_session.scalars(
                select(User).where(*conditions(User, {**where}))
            )
        )
    await db.user.find_many(**options)
    await db.user.find_many(where={"role": "UNKNOWN"})
    await db.user.find_many(order={"name": {"sort": take}})
    async with AsyncSessionLocal() as database_session:
        list(
            reversed(
                (
                    await database_session.scalars(
                        select(User).order_by(User.id.desc()).limit(1)
                    )
                ).all()
            )
        )
    from_id = select(User.id).where(User.id == 1).correlate(None).scalar_subquery()
    async with AsyncSessionLocal() as database_session:
        list(
            await database_session.scalars(
                select(User).where(User.id >= from_id).order_by(User.id)
            )
        )
    async with AsyncSessionLocal() as database_session:
        list(
            await database_session.scalars(
                select(User).options(selectinload(some_of(User.posts, take=5)))
            )
        )
    async with AsyncSessionLocal() as database_session:
        list(
            await database_session.scalars(
                select(Post).where(Post.meta[("a",)] == cast(1, JSONB))
            )
        )
    async with AsyncSessionLocal.begin() as database_session:
        await database_session.execute(insert(User).values(values(User, data)))
    async with AsyncSessionLocal.begin() as database_session:
        await database_session.merge(Post(title="x", author=User(email="y")))
    await db.user.upsert(where={"id": 1}, data={"create": {"email": "x"}, "update": {}})
    await db.query_raw(f"SELECT * FROM {key}")
    async with AsyncSessionLocal() as database_session:
        [
            (
                await database_session.scalars(select(func.count()).select_from(User))
            ).one(),
            (
                await database_session.scalars(select(func.count()).select_from(Post))
            ).one(),
        ]
    async with AsyncSessionLocal() as database_session:
        found = key and await database_session.scalar(select(User).limit(1))
    while await db.user.count():
        pass
    if key:
        pass
    elif await db.user.count():
        pass
    if take > 1 and await db.user.count() > 1: return found
    return lambda it: db.user.find_first(where={"id": it})


def others(session, queue, table):
    queue.create("x")
    session.user.update(name="x")
    return table.count("a")


async def of_no_known_model(repository, table, name: str):
    await repository.table.find_many(where={"name": name})
    await table(repository).update(where={"name": name}, data={"name": "x"})
    await table.update(name, data={"name": "x"})


class Reader(BaseModel):
    name: str


async def kept_for_later(names: list):
    create = db.user.create
    for name in names:
        await create({"email": name})
    print(create)
    await Reader.prisma().find_first()
    await db.user.update(where={"id": 1}, data={"visits": {"multiply": 2, "divide": 1}})
    await db.query_raw("SELECT 1", model=Reader)


async def errors_of_converted_calls(email: str):
    try:
        async with AsyncSessionLocal() as database_session:
            (
                await database_session.scalars(
                    select(User).where(User.email == email).limit(1)
                )
            ).one()
    except NoResultFound:
        pass
    try:
        await db.user.find_many(take=email, order={"name": {"sort": email}})
    except errors.PrismaError:
        pass
    async with AsyncSessionLocal.begin() as database_session:
        return [(
            await database_session.scalars(insert(Team).values(name=it).returning(Team))
        ).one() for it in email]


async def several(one: str, two: str):
    async with AsyncSessionLocal.begin() as database_session:
        written_team = (
            await database_session.scalars(
                insert(Team).values(name=one).returning(Team)
            )
        ).one()
    async with AsyncSessionLocal.begin() as database_session:
        written_team_2 = (
            await database_session.scalars(
                insert(Team).values(name=two).returning(Team)
            )
        ).one()
    return [written_team, written_team_2]


async def of_something_else(order, shelf: Shelf, key):
    await shelf.find_many(where={"id": key})
    return await order.find_many(where={"id": key})
