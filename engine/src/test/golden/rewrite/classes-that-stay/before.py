from prisma.models import Post, User


class Repository:
    model = User

    async def all(self):
        return await self.model.prisma().find_many()

    async def one(self, key):
        return await self.model.prisma().find_unique(where={"id": key})


async def posts(**more) -> list[Post]:
    first = await Post.prisma().find_first(where={"title": "a"})
    return await Post.prisma().find_many(**more) or [first]
