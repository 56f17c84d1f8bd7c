from prisma import Prisma
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import from_cursor
from app.models import Membership, Post, User
from sqlalchemy import and_, func, or_, select

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
    from_created_at = (
        select(Post.created_at)
        .where(Post.id == after)
        .correlate(None)
        .scalar_subquery()
    )
    async with AsyncSessionLocal() as session:
        page = list(
            await session.scalars(
                select(Post)
                .where(
                    or_(
                        Post.created_at < from_created_at,
                        and_(Post.created_at == from_created_at, Post.id >= after),
                    )
                )
                .order_by(Post.created_at.desc(), Post.id)
                .offset(1)
                .limit(number)
            )
        )
    from_id = select(Post.id).where(Post.id == after).correlate(None).scalar_subquery()
    async with AsyncSessionLocal() as session:
        first = await session.scalar(
            select(Post).where(Post.id >= from_id).order_by(Post.id).limit(1)
        )
    return one_of_each, in_order, page, first


async def from_the_end(number: int):
    async with AsyncSessionLocal() as session:
        last = list(
            reversed(
                (
                    await session.scalars(
                        select(Post).order_by(Post.title.desc(), Post.id).limit(2)
                    )
                ).all()
            )
        )
    from_id = select(Post.id).where(Post.id == 5).correlate(None).scalar_subquery()
    async with AsyncSessionLocal() as session:
        before = list(
            reversed(
                (
                    await session.scalars(
                        select(Post)
                        .where(Post.id <= from_id)
                        .order_by(Post.id.desc())
                        .offset(1)
                        .limit(number)
                    )
                ).all()
            )
        )
    async with AsyncSessionLocal() as session:
        first = list(
            reversed(
                (
                    await session.scalars(
                        select(User)
                        .order_by(User.name.asc().nulls_last(), User.id.desc())
                        .limit(1)
                    )
                ).all()
            )
        )
    await db.post.count(take=-1)
    return last, before, first


async def by_what_belongs_to_them():
    async with AsyncSessionLocal() as session:
        posts = list(
            reversed(
                (
                    await session.scalars(
                        select(Post)
                        .order_by(
                            select(User.name).where(User.id == Post.author_id).correlate(Post).scalar_subquery(),
                            Post.id.desc(),
                        )
                        .limit(3)
                    )
                ).all()
            )
        )
    async with AsyncSessionLocal() as session:
        users = list(
            await session.scalars(
                select(User).order_by(
                    select(func.count())
                    .select_from(Post)
                    .where(User.id == Post.author_id)
                    .correlate(User)
                    .scalar_subquery()
                    .desc()
                )
            )
        )
    await db.user.find_many(order={"posts": {"title": "desc"}})
    return posts, users


async def counts():
    async with AsyncSessionLocal() as session:
        empty = dict(
            (
                await session.execute(
                    select(func.count().label("_all")).select_from(User)
                )
            ).mappings().one()
        )
    async with AsyncSessionLocal() as session:
        both = dict(
            (
                await session.execute(
                    select(
                        func.count().label("_all"), func.count(User.name).label("name")
                    )
                    .select_from(User)
                    .where(User.id == 1)
                )
            ).mappings().one()
        )
    await db.user.count(select={"name": True}, take=1)
    return empty, both


async def in_a_direction(request, isNew: bool):
    async with AsyncSessionLocal() as session:
        posts = list(
            await session.scalars(
                select(Post).order_by(
                    Post.created_at.desc() if isNew else Post.created_at,
                    Post.id.desc() if request.direction == "desc" else Post.id,
                )
            )
        )
    await db.post.find_many(take=-2, order={"title": request.direction})
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post)
                .where(
                    *from_cursor(
                        Post,
                        {"id": 1},
                        (
                            Post.title.desc()
                            if request.direction == "desc"
                            else Post.title
                        ),
                    )
                )
                .order_by(
                    Post.title.desc() if request.direction == "desc" else Post.title,
                    Post.id,
                )
                .limit(2)
            )
        )
    async with AsyncSessionLocal() as session:
        return posts, [
            {"title": row.title}
            for row in await session.execute(
                select(Post.title)
                .group_by(Post.title)
                .order_by(
                    Post.title.desc() if request.direction == "desc" else Post.title
                )
            )
        ]
