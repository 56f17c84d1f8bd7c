from app.client import db


class Service:
    def __init__(self, client):
        self.db = client

    async def ensure(self, email: str) -> bool:
        """Ensure that nobody has the address."""
        # Addresses are unique.
        if await self.db.user.find_unique(where={"email": email}):
            return False
        if not await self.db.user.count():
            return True
        for user in await self.db.user.find_many(
            where={"name": "x"},  # the usual one
        ):
            print(
                f"""
of {user.id}
""",
                await self.db.post.count(where={"authorId": user.id}),
            )
        return (await self.db.user.find_first(where={"name": "y"})) is not None

    async def names(self, ids):
        return [(await db.user.find_unique(where={"id": it})).name for it in ids]
