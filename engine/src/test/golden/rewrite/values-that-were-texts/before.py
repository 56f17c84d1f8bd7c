"""Ids are texts in the client's rows, and UUIDs in SQLAlchemy's; members of enums have names."""

from prisma import Prisma
from prisma.enums import Role
from prisma.models import Ticket

prisma = Prisma()


async def read(ticket_id: str) -> dict:
    ticket = await prisma.ticket.find_unique(where={"id": ticket_id})
    if ticket is None or ticket.parentId is None:
        return {}
    parent = await prisma.ticket.find_unique(where={"id": ticket.parentId})
    if ticket.id == parent.id:
        return {}
    key = f"ticket:{ticket.id}"
    return {"id": ticket.id, "parent": ticket.parentId, "short": ticket.id[:8], "key": key}


async def copy(tickets: list[Ticket]) -> list[str]:
    for ticket in tickets:
        await prisma.ticket.create(
            data={"parentId": ticket.id, "title": ticket.title, "role": ticket.role}
        )
    await prisma.ticket.delete_many(where={"id": {"in": [it.id for it in tickets]}})
    return [it.id for it in tickets]


def role(ticket: Ticket) -> str:
    if ticket.role == Role.ADMIN or ticket.role in (Role.MEMBER,):
        return ticket.role.name
    return ticket.role


async def bytes_that_were_base64(db: Prisma, identifier: int):
    post = await db.post.find_unique_or_raise(where={"id": identifier})
    return post.image.decode(), len(post.image.decode()), post.image


async def bytes_of(key):
    post = await db.post.find_first_or_raise()
    if post.image:
        print(post.image.decode_str(), post.image.decode_str("latin-1"))
    print(str(post.image), f"{post.image}", post.image == key, isinstance(post.image, bytes))
    await db.post.create(data={"title": "x", "authorId": 1, "image": post.image})
    return post.image is None, None if not post.image else post.image.decode()
