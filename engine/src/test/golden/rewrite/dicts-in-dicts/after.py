from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import conditions, from_cursor
from app.models import Comment, Post, User
from sqlalchemy import ColumnElement, and_, func, not_, or_, select, true
from sqlalchemy.orm import joinedload, selectinload


async def a_page(viewer, wanted, after, take):
    author_where: list[ColumnElement[bool]] = []

    if viewer:
        if viewer["role"] == "MEMBER":
            author_where = [User.email == viewer["email"]]
        elif wanted.email:
            author_where = [User.email == wanted.email]

    some_comments: list[ColumnElement[bool]] = []

    if wanted.sticky is not None:
        some_comments.append(Comment.post_id == wanted.sticky)

    if wanted.search is not None:
        some_comments.append(Comment.text.contains(wanted.search or None))

    if after:
        # the one that was shown last
        from_created_at = (
            select(Post.created_at)
            .where(Post.id == after)
            .correlate(None)
            .scalar_subquery()
        )
        cursor: list[ColumnElement[bool]] = [
            or_(
                Post.created_at < from_created_at,
                and_(Post.created_at == from_created_at, Post.id >= after),
            )
        ]
    else:
        cursor = []

    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(
                select(Post)
                .where(
                    Post.comments.any(and_(true(), *some_comments)),
                    Post.author.has(and_(*author_where)) if author_where else true(),
                    *cursor,
                )
                .options(
                    joinedload(Post.author),
                    selectinload(
                        Post.comments.and_(
                            Comment.id.in_(
                                select(Comment.id)
                                .where(Comment.post_id == 7)
                                .distinct(Comment.post_id)
                                .order_by(Comment.post_id, Comment.text, Comment.id)
                                .correlate(None)
                            )
                        )
                    ),
                )
                .order_by(Post.created_at.desc(), Post.id)
                .offset(1 if after else None)
                .limit(take)
            )
        )


async def in_a_dict_that_grows(name, words):
    author: list[ColumnElement[bool]] = [User.visits > 3]
    if name:
        author.append(User.name == name)
    with_words = [Comment.text.in_(words)]
    where: list[ColumnElement[bool]] = [Post.published.is_(True)]
    where.append(Post.author.has(and_(*author)))
    if words:
        where.append(
            and_(
                ~Post.comments.any(not_(and_(*with_words))),
                ~Post.comments.any(Comment.text == "x"),
            )
        )
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(select(Post).where(*where))
        ), (
            await session.scalars(select(func.count()).select_from(Post).where(*where))
        ).one()


async def in_an_include(wanted):
    comments: list[ColumnElement[bool]] = []
    if wanted:
        comments.append(Comment.text == wanted)
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(
                select(Post).options(selectinload(Post.comments.and_(*comments)))
            )
        )


async def nothing_is_said(isNamed):
    anybody: list[ColumnElement[bool]] = []
    if isNamed:
        anybody.append(User.name == "x")
    async with AsyncSessionLocal() as session:
        list(await session.scalars(select(Post)))
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(
                select(Post).where(
                    Post.author.has(),
                    Post.editor.has(and_(*anybody)) if anybody else true(),
                )
            )
        )


async def alternatives(isNamed):
    somebody = {}
    if isNamed:
        somebody["name"] = "x"
    theirs: list[ColumnElement[bool]] = []
    if isNamed:
        theirs.append(Comment.text == "x")
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(
                    *conditions(Post, {"OR": [{"author": somebody}, {"id": 1}]})
                )
            )
        )
    async with AsyncSessionLocal() as session:
        return list(
            await session.scalars(
                select(Post).where(
                    or_(Post.comments.any(and_(true(), *theirs)), Post.id == 1)
                )
            )
        )


async def not_known(author, other, isNamed):
    quantified = {"some": {"text": "x"}}
    nobody = None if isNamed else {"name": None}
    missing = None
    if isNamed:
        missing = {"name": "x"}
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*conditions(Post, {"author": author}))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*conditions(Post, {"comments": quantified}))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*conditions(Post, {"author": nobody}))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*conditions(Post, {"author": missing}))
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(
                    *conditions(Post, {"OR": [{"author": author}, other]})
                )
            )
        )


async def cursors(after, before, latest):
    from_id = select(Post.id).where(Post.id == after).correlate(None).scalar_subquery()
    known = [Post.id >= from_id]
    async with AsyncSessionLocal() as session:
        rows = list(
            await session.scalars(select(Post).where(*known).order_by(Post.id).limit(3))
        )
    if before:
        from_title = (
            select(Post.title)
            .where(Post.id == before.id)
            .correlate(None)
            .scalar_subquery()
        )
        later: list[ColumnElement[bool]] = [
            or_(
                Post.title < from_title,
                and_(Post.title == from_title, Post.id >= before.id),
            )
        ]
    else:
        from_title = (
            select(Post.title).where(Post.id == 1).correlate(None).scalar_subquery()
        )
        later = [
            or_(Post.title < from_title, and_(Post.title == from_title, Post.id >= 1))
        ]
    async with AsyncSessionLocal() as session:
        more = list(
            reversed(
                (
                    await session.scalars(
                        select(Post)
                        .where(*later)
                        .order_by(Post.title.desc(), Post.id)
                        .limit(3)
                    )
                ).all()
            )
        )
    two = {"id": after}
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*from_cursor(Post, two)).order_by(Post.id)
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post)
                .where(*from_cursor(Post, two, Post.title))
                .order_by(Post.title, Post.id)
            )
        )
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post)
                .where(*from_cursor(Post, {"id": latest()}, Post.title))
                .order_by(Post.title, Post.id)
            )
        )
    if before: once = {"id": before.id}
    else: once = None
    async with AsyncSessionLocal() as session:
        list(
            await session.scalars(
                select(Post).where(*from_cursor(Post, once)).order_by(Post.id)
            )
        )
    await db.post.find_many(cursor={"id": 1}, take=-3, order={"title": "asc"})
    async with AsyncSessionLocal() as session:
        return rows, more, list(
            await session.scalars(
                select(User)
                .where(*from_cursor(User, {"id": 1}, User.name))
                .order_by(User.name, User.id)
            )
        )
