from datetime import datetime

from prisma import Prisma
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import create_with, values
from app.models import Comment, Membership, Post, Role, Team, User
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as pg_insert
from sqlalchemy.orm import selectinload

prisma = Prisma()


async def write(email: str, payload: dict, image: bytes, rows: list[int]):
    async with AsyncSessionLocal.begin() as session:
        user = (
            await session.scalars(
                insert(User)
                .values(email=email, password_hash="x", role=Role.ADMIN)
                .returning(User)
            )
        ).one()
    async with AsyncSessionLocal.begin() as session:
        post = (
            await session.scalars(
                select(Post)
                .options(selectinload(Post.author))
                .from_statement(
                    insert(Post).values(title="t", author_id=user.id).returning(Post)
                )
            )
        ).one()
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(Post).values(
                title="t",
                author_id=select(User.id).where(User.email == email).scalar_subquery(),
                meta=payload,
            )
        )
    # not the whole title
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(Post).values(title="t", author_id=user.id, meta=payload, image=image)
        )
    async with AsyncSessionLocal.begin() as session:
        made = (
            len(
                (
                    await session.scalars(
                        pg_insert(Post)
                        .on_conflict_do_nothing()
                        .execution_options(render_nulls=True)
                        .returning(Post.id),
                        new_rows,
                    )
                ).all()
            )
            if (new_rows := [{"title": str(it), "author_id": 1} for it in rows])
            else 0
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(Team).execution_options(render_nulls=True),
            [{"name": "a"}, {"name": "b"}],
        )
    async with AsyncSessionLocal.begin() as session:
        changed = await session.scalar(
            update(User)
            .where(User.id == user.id)
            .values(name=None, visits=User.visits + 1)
            .returning(User)
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(User)
            .where(User.id == user.id)
            .values(
                tags=func.array_cat(User.tags, ["a"]),
                visits=User.visits * (made + 1),
                name="x",
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(Post).where(Post.id == post.id).values(editor_id=None)
        )
    async with AsyncSessionLocal.begin() as session:
        number = len(
            (
                await session.scalars(
                    update(Post)
                    .where(Post.published.is_(False))
                    .values(published=True, created_at=datetime.now())
                    .returning(Post.id)
                )
            ).all()
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Post).values(published=True))
    async with AsyncSessionLocal.begin() as session:
        gone = await session.scalar(
            delete(Post).where(Post.id == post.id).returning(Post)
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            delete(Membership).where(Membership.user_id == 1, Membership.team_id == 2)
        )
    async with AsyncSessionLocal.begin() as session:
        count = len((await session.scalars(delete(Post).returning(Post.id))).all())
    async with AsyncSessionLocal.begin() as session:
        upserted = (
            await session.scalars(
                pg_insert(User)
                .values(email=email, password_hash="x")
                .on_conflict_do_update(
                    index_elements=[User.email],
                    set_={User.visits: User.visits + 1, User.updated_at: func.now()},
                )
                .returning(User)
            )
        ).one()
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            pg_insert(Membership)
            .values(user_id=1, team_id=2)
            .on_conflict_do_update(
                index_elements=[Membership.user_id, Membership.team_id],
                set_={Membership.user_id: Membership.user_id},
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            pg_insert(User)
            .values(email=email, password_hash="x")
            .on_conflict_do_update(
                index_elements=[User.email], set_={User.email: User.email}
            )
        )
    async with AsyncSessionLocal.begin() as session:
        by_class = (
            await session.scalars(
                insert(User).values(email=email, password_hash="y").returning(User)
            )
        ).one()
    return changed, number, gone, count, upserted, by_class


async def spread(name: str, given: dict, user_id: int):
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            pg_insert(Team)
            .values({**given, "name": name})
            .on_conflict_do_update(
                index_elements=[Team.name],
                set_={
                    Team.name: Team.name,
                    **{getattr(Team, name): value for name, value in given.items()},
                },
            )
        )
    async with AsyncSessionLocal.begin() as session:
        team = (
            await session.scalars(
                pg_insert(Team)
                .values({**given, "id": 7, "name": name})
                .on_conflict_do_update(
                    index_elements=[Team.name],
                    set_={
                        Team.name: Team.name,
                        **{getattr(Team, name): value for name, value in given.items()},
                    },
                )
                .returning(Team)
            )
        ).one()
    await prisma.team.upsert(
        where={"name": name}, data={"create": {"id": 7}, "update": {}}
    )
    await prisma.user.update(where={"visits": 7}, data={"visits": 0})
    return team


async def with_others(email: str, author: int):
    async with AsyncSessionLocal.begin() as session:
        user = await session.merge(
            User(
                email=email,
                password_hash="x",
                posts=[Post(title="a"), Post(title="b", comments=[Comment(text="c")])],
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await session.merge(Comment(text="t", post=Post(title="p", author_id=author)))
    async with AsyncSessionLocal.begin() as session:
        await session.run_sync(
            create_with,
            User,
            {"id": 1, "email": email, "posts": {"create": {"title": "a"}}},
        )
    return user


async def spread_by_other_names(email: str, given: dict):
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            pg_insert(User)
            .values(values(User, {**given, "email": email}))
            .on_conflict_do_update(
                index_elements=[User.email],
                set_={
                    User.email: User.email,
                    User.updated_at: func.now(),
                    **{getattr(User, name): value for name, value in values(User, {**given, "visits": 1}).items()},
                },
            )
        )
