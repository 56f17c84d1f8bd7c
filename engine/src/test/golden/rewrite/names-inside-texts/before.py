from datetime import timedelta
from operator import attrgetter

from prisma.models import Ticket

from app.client import db, router


async def texts(title: str):
    post = await db.post.find_first_or_raise(where={"title": title}, include={"author": True})
    ticket = await db.ticket.find_first_or_raise()
    line = f"{post.title} of {post.createdAt:%Y-%m-%d} by {post.author.passwordHash!r:>{post.authorId}}"
    both = (
        f"é {post.authorId} {{post.authorId}} "
        f'{post.authorId + post.editorId} {ticket.parentId}'
    )
    long = f"""
    {post.createdAt} {title if post.authorId else "none"}
    """
    return line, both, long, rf"\d{post.authorId}", f"\N{EM DASH}{post.authorId=}"


async def asks(title: str):
    return f"{await db.post.count()} of {title}"


class Desk:
    def __init__(self, parentId: str):
        self.parentId = parentId

    async def own(self, other, key: str):
        ticket = await db.ticket.find_first_or_raise()
        if ticket.id == other.id:
            return "the same, whatever it is"
        if ticket.id != self.id:
            return getattr(ticket, "parentId"), getattr(ticket, key), dict(ticket)
        return vars(ticket), ticket.__dict__, Ticket.model_validate({}), Ticket(parentId=None)

    async def later(self):
        ticket = await db.ticket.find_first_or_raise()
        await db.ticket.create(data={"title": "", "role": "ADMIN", "dueAt": ticket.dueAt})
        await db.ticket.update_many(where={}, data={"dueAt": ticket.dueAt + timedelta(days=1)})
        return sorted([ticket], key=attrgetter("dueAt"))


@router.get("/tickets")
async def tickets():
    rows = await db.ticket.find_many()
    return {"all": {row.id: row for row in rows}}
