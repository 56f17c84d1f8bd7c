from typing import List, Optional


from app.core.database import AsyncSessionLocal
from app.models import Ticket, User
from sqlalchemy import select, update


async def due(key):
    async with AsyncSessionLocal.begin() as session:
        return await session.scalar(
            update(Ticket).where(Ticket.id == key).values(title="a").returning(Ticket)
        )


async def all_due(title):
    if not title:
        return None
    async with AsyncSessionLocal() as session:
        found = list(await session.scalars(select(Ticket).where(Ticket.title == title)))
    return found


async def first(title):
    return await due(title)


async def one_or_another(key):
    if key:
        async with AsyncSessionLocal() as session:
            return await session.scalar(select(Ticket).where(Ticket.id == key))
    return {"dueAt": None}


def shown(rows: Optional[List[Ticket]], users: "list[User] | None", by_key: Optional[dict[str, User]]):
    return [it.due_at for it in rows or []], rows[0].due_at


def maybe() -> Optional[List[Ticket]]: ...


def by_key() -> Optional[dict[str, Ticket]]: ...


class Tickets:
    async def last(self, key):
        async with AsyncSessionLocal() as session:
            return await session.scalar(select(Ticket).where(Ticket.id == key).limit(1))

    async def said(self) -> Ticket: ...


class Others:
    def __init__(self, tickets: Tickets):
        self.tickets = tickets
        self.mine = Tickets()

    async def all(self, http):
        print((await self.tickets.last(1)).due_at, (await self.mine.said()).due_at)
        row = await Tickets().last(2)
        response = await http.last(3)
        return row.due_at, response.json()


async def used():
    print((await due(1)).due_at, f"{(await due(2)).due_at} {(await first(3)).due_at}")
    row = await due(4)
    for it in await all_due("x"):
        print(row.due_at, it.due_at)
    print(maybe()[0].due_at, [it.due_at for it in maybe()])
    print((await one_or_another(1)).dueAt, by_key().dueAt)
