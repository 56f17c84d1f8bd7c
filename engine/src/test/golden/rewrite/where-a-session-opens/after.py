from app.core.database import AsyncSessionLocal
from app.models import Post, User
from sqlalchemy import func, select


class Service:
    def __init__(self, client):
        self.db = client

    async def ensure(self, email: str) -> bool:
        """Ensure that nobody has the address."""
        # Addresses are unique.
        async with AsyncSessionLocal() as session:
            found_user = await session.scalar(select(User).where(User.email == email))
        if found_user:
            return False
        async with AsyncSessionLocal() as session:
            user_count = (
                await session.scalars(select(func.count()).select_from(User))
            ).one()
        if not user_count:
            return True
        # the usual one
        async with AsyncSessionLocal() as session:
            found_users = list(
                await session.scalars(select(User).where(User.name == "x"))
            )
        for user in found_users:
            async with AsyncSessionLocal() as session:
                print(
                    f"""
of {user.id}
""",
                    (
                        await session.scalars(
                            select(func.count())
                            .select_from(Post)
                            .where(Post.author_id == user.id)
                        )
                    ).one(),
                )
        async with AsyncSessionLocal() as session:
            return (await session.scalar(
                select(User).where(User.name == "y").limit(1)
            )) is not None

    async def names(self, ids):
        async with AsyncSessionLocal() as session:
            return [(await session.scalar(
                select(User).where(User.id == it)
            )).name for it in ids]
