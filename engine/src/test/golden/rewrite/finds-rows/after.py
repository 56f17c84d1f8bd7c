from prisma import Prisma
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import from_cursor
from app.models import Membership, Post, User
from sqlalchemy import func, select

db = Prisma()


async def find(email: str, page: int, size: int):
    async with AsyncSessionLocal() as session:
        by_key = await session.scalar(select(User).where(User.email == email))
    async with AsyncSessionLocal() as session:
        by_id = (await session.scalars(select(User).where(User.id == 7))).one()
    async with AsyncSessionLocal() as session:
        compound = await session.scalar(
            select(Membership).where(Membership.user_id == 7, Membership.team_id == 3)
        )
    async with AsyncSessionLocal() as session:
        first = await session.scalar(
            select(Post)
            .where(Post.published.is_(True))
            .order_by(Post.created_at.desc())
            .limit(1)
        )
    async with AsyncSessionLocal() as session:
        any_first = (await session.scalars(select(Post).limit(1))).one()
    async with AsyncSessionLocal() as session:
        everyone = list(await session.scalars(select(User)))
    async with AsyncSessionLocal() as session:
        some = list(
            await session.scalars(
                select(Post)
                .where(Post.author_id == by_key.id)
                .order_by(Post.title, Post.created_at.desc().nulls_last())
                .offset(page * size)
                .limit(size)
            )
        )
    async with AsyncSessionLocal() as session:
        number = (
            await session.scalars(
                select(func.count()).select_from(Post).where(Post.published.is_(False))
            )
        ).one()
    async with AsyncSessionLocal() as session:
        few = (
            await session.scalars(
                select(func.count()).select_from(select(Post).limit(10).subquery())
            )
        ).one()
    return by_id, compound, first, any_first, everyone, some, number, few


async def parts(after, number: int):
    async with AsyncSessionLocal() as session:
        one_of_each = list(
            await session.scalars(
                select(Post)
                .distinct(Post.author_id)
                .order_by(Post.author_id, Post.id)
                .limit(number)
            )
        )
    async with AsyncSessionLocal() as session:
        in_order = list(
            await session.scalars(
                select(Post)
                .distinct(Post.author_id)
                .order_by(Post.author_id.desc(), Post.created_at)
            )
        )
    await db.post.find_many(distinct=["authorId"], order={"createdAt": "asc"})
    async with AsyncSessionLocal() as session:
        page = list(
            await session.scalars(
                select(Post)
                .where(*from_cursor(Post, {"id": after}, Post.created_at.desc()))
                .order_by(Post.created_at.desc(), Post.id)
                .offset(1)
                .limit(number)
            )
        )
    async with AsyncSessionLocal() as session:
        first = await session.scalar(
            select(Post)
            .where(*from_cursor(Post, {"id": after}))
            .order_by(Post.id)
            .limit(1)
        )
    return one_of_each, in_order, page, first
