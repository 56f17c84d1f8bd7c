from typing import List, Optional

from prisma.models import Ticket, User

from app.client import db


async def due(key):
    return await db.ticket.update(where={"id": key}, data={"title": "a"})


async def all_due(title):
    if not title:
        return None
    found = await db.ticket.find_many(where={"title": title})
    return found


async def first(title):
    return await due(title)


async def one_or_another(key):
    if key:
        return await db.ticket.find_unique(where={"id": key})
    return {"dueAt": None}


def shown(rows: Optional[List[Ticket]], users: "list[User] | None", by_key: Optional[dict[str, User]]):
    return [it.dueAt for it in rows or []], rows[0].dueAt


def maybe() -> Optional[List[Ticket]]: ...


def by_key() -> Optional[dict[str, Ticket]]: ...


class Tickets:
    async def last(self, key):
        return await db.ticket.find_first(where={"id": key})

    async def said(self) -> Ticket: ...


class Others:
    def __init__(self, tickets: Tickets):
        self.tickets = tickets
        self.mine = Tickets()

    async def all(self, http):
        print((await self.tickets.last(1)).dueAt, (await self.mine.said()).dueAt)
        row = await Tickets().last(2)
        response = await http.last(3)
        return row.dueAt, response.json()


async def used():
    print((await due(1)).dueAt, f"{(await due(2)).dueAt} {(await first(3)).dueAt}")
    row = await due(4)
    for it in await all_due("x"):
        print(row.dueAt, it.dueAt)
    print(maybe()[0].dueAt, [it.dueAt for it in maybe()])
    print((await one_or_another(1)).dueAt, by_key().dueAt)
