"""Ids are texts in the client's rows, and UUIDs in SQLAlchemy's; members of enums have names."""

from prisma import Prisma
from app.core.database import AsyncSessionLocal
from app.models import Post, Role, Ticket
from sqlalchemy import delete, insert, select

prisma = Prisma()


async def read(ticket_id: str) -> dict:
    async with AsyncSessionLocal() as session:
        ticket = await session.scalar(select(Ticket).where(Ticket.id == ticket_id))
    if ticket is None or ticket.parent_id is None:
        return {}
    async with AsyncSessionLocal() as session:
        parent = await session.scalar(
            select(Ticket).where(Ticket.id == ticket.parent_id)
        )
    if ticket.id == parent.id:
        return {}
    key = f"ticket:{ticket.id}"
    return {"id": str(ticket.id), "parent": (ticket.parent_id and str(ticket.parent_id)), "short": str(ticket.id)[:8], "key": key}


async def copy(tickets: list[Ticket]) -> list[str]:
    for ticket in tickets:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                insert(Ticket).values(
                    parent_id=ticket.id, title=ticket.title, role=ticket.role
                )
            )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            delete(Ticket).where(Ticket.id.in_([it.id for it in tickets]))
        )
    return [str(it.id) for it in tickets]


def role(ticket: Ticket) -> str:
    if ticket.role == Role.ADMIN or ticket.role in (Role.MEMBER,):
        return ticket.role.name
    return ticket.role


async def bytes_that_were_base64(db: Prisma, identifier: int):
    async with AsyncSessionLocal() as session:
        post = (await session.scalars(select(Post).where(Post.id == identifier))).one()
    return post.image, len(post.image), post.image


async def bytes_of(key):
    async with AsyncSessionLocal() as session:
        post = (await session.scalars(select(Post).limit(1))).one()
    if post.image:
        print(post.image.decode(), post.image.decode("latin-1"))
    print(str(post.image), f"{post.image}", post.image == key, isinstance(post.image, bytes))
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(Post).values(title="x", author_id=1, image=post.image)
        )
    return post.image is None, None if not post.image else post.image
