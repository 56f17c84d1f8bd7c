from app.client import db
from app.core.database import AsyncSessionLocal
from app.models import Post, Role, User
from sqlalchemy import and_, cast, false, func, not_, or_, select
from sqlalchemy.dialects.postgresql import JSONB


async def filters(name: str, ids: list[int], role: Role):
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.name.is_(None))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.name.is_not(None))))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(User.name == name, User.email != "a@b.c")
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.id.in_(ids))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.id.not_in([1, 2, 3]))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.id >= 1, User.id < 10)))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.email.icontains("x"))))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(
                    User.email.startswith("a"), User.email.endswith(".org")
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.email.ilike(name))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.email.startswith("a"))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.role == Role.ADMIN)))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(User.role.in_([Role.ADMIN, Role.MEMBER]))
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.role == role)))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.role == Role.ADMIN)))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.tags.contains(["new"]))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.tags.overlap(["a", "b"]))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.tags.contains(["a", "b"]))))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(select(User).where(func.cardinality(User.tags) == 0))
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(
                    or_(User.name == "a", and_(User.name == "b", User.id == 1))
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(or_(false(), *(User.id == it for it in ids)))
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(false())))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.name == "a", User.id == 1)))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(not_(and_(User.name == "a", User.id == 1)))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(not_(User.name == "a"), not_(User.id == 1))
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(not_(User.id.in_(ids)))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.name == (name or "nobody"))))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(or_(User.name == "a", User.id == 1))
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(false())))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(User).where(
                    User.name.ilike(name) if name is not None else User.name.is_(None)
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.email.ilike(name))))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.role == name)))
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(User).where(User.role.in_(ids))))


async def inside_json(word: str):
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(Post).where(Post.meta == {"a": 1})))
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(Post.meta[("a", "b")] != cast(1, JSONB))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(
                    and_(
                        func.jsonb_typeof(Post.meta[("a",)]) == "string",
                        Post.meta[("a",)].astext.contains(word),
                    )
                )
            )
        )
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(Post).where(Post.meta.contains([1]))))
    await db.post.find_many(where={"meta": {"path": ["a"], "gt": 1}})
