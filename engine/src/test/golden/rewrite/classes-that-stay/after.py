from prisma.models import Post, User
from app.core.database import AsyncSessionLocal
from app.models import Post as PostRow
from sqlalchemy import select


class Repository:
    model = User

    async def all(self):
        return await self.model.prisma().find_many()

    async def one(self, key):
        return await self.model.prisma().find_unique(where={"id": key})


async def posts(**more) -> list[Post]:
    async with AsyncSessionLocal() as session:
        first = await session.scalar(
            select(PostRow).where(PostRow.title == "a").limit(1)
        )
    return await Post.prisma().find_many(**more) or [first]
