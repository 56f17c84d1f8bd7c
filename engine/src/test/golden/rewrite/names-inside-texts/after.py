from datetime import timedelta
from operator import attrgetter


from app.client import db, router
from app.core.database import AsyncSessionLocal
from app.models import Post, Role, Ticket
from sqlalchemy import insert, select, update
from sqlalchemy.orm import joinedload


async def texts(title: str):
    async with AsyncSessionLocal() as session:
        post = (
            await session.scalars(
                select(Post)
                .where(Post.title == title)
                .options(joinedload(Post.author))
                .limit(1)
            )
        ).one()
    async with AsyncSessionLocal() as session:
        ticket = (await session.scalars(select(Ticket).limit(1))).one()
    line = f"{post.title} of {post.created_at:%Y-%m-%d} by {post.author.password_hash!r:>{post.author_id}}"
    both = (
        f"é {post.author_id} {{post.authorId}} "
        f'{post.author_id + post.editor_id} {ticket.parent_id}'
    )
    long = f"""
    {post.created_at} {title if post.author_id else "none"}
    """
    return line, both, long, rf"\d{post.author_id}", f"\N{EM DASH}{post.author_id=}"


async def asks(title: str):
    return f"{await db.post.count()} of {title}"


class Desk:
    def __init__(self, parentId: str):
        self.parentId = parentId

    async def own(self, other, key: str):
        async with AsyncSessionLocal() as session:
            ticket = (await session.scalars(select(Ticket).limit(1))).one()
        if str(ticket.id) == str(other.id):
            return "the same, whatever it is"
        if str(ticket.id) != self.id:
            return getattr(ticket, "parent_id"), getattr(ticket, key), dict(ticket)
        return vars(ticket), ticket.__dict__, Ticket.model_validate({}), Ticket(parent_id=None)

    async def later(self):
        async with AsyncSessionLocal() as session:
            ticket = (await session.scalars(select(Ticket).limit(1))).one()
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                insert(Ticket).values(title="", role=Role.ADMIN, due_at=ticket.due_at)
            )
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                update(Ticket).values(due_at=ticket.due_at + timedelta(days=1))
            )
        return sorted([ticket], key=attrgetter("dueAt"))


@router.get("/tickets")
async def tickets():
    async with AsyncSessionLocal() as session:
        rows = list(await session.scalars(select(Ticket)))
    return {"all": {str(row.id): row for row in rows}}
