from typing import List, Optional


from app.core.database import AsyncSessionLocal, shutdown, startup
from app.core.lockstep_queries import as_dict, as_json
from app.models import Post, Role, User
from sqlalchemy import func, insert, select
from sqlalchemy.exc import IntegrityError, NoResultFound, SQLAlchemyError
from sqlalchemy.orm import selectinload


def shown(user: User) -> dict:
    return {"hash": user.password_hash, "posts": [it.created_at for it in user.posts]}


async def all_of(role: Role = Role.ADMIN) -> List[User]:
    try:
        async with AsyncSessionLocal() as session:
            users = list(
                await session.scalars(
                    select(User)
                    .where(User.role == role)
                    .options(selectinload(User.posts))
                )
            )
        for user in users:
            print(user.password_hash, user.posts[0].created_at)
        first = users[0]
        async with AsyncSessionLocal.begin() as session:
            await session.execute(
                insert(Post).values(title=first.password_hash, author_id=first.id)
            )
        return [as_dict(it) for it in users]
    except IntegrityError:
        return []
    except (NoResultFound, SQLAlchemyError) as problem:
        raise LookupError from problem


async def one(identifier: int) -> Optional[Post]:
    async with AsyncSessionLocal() as session:
        return await session.scalar(select(Post).where(Post.id == identifier))


async def life_cycle(redis, prisma_client):
    await startup()
    await redis.connect()
    try:
        yield
    finally:
        if prisma_client: await shutdown()


async def ended():
    await shutdown()


async def bound_again(key: int):
    async with AsyncSessionLocal() as session:
        user = (await session.scalars(select(User).where(User.id == key))).one()
    print(user.password_hash)
    user = as_dict(user)
    return user.items(), user["passwordHash"]


async def bound_to_a_list():
    async with AsyncSessionLocal() as session:
        users = list(await session.scalars(select(User)))
    users = [(as_json(it), it.password_hash) for it in users]
    return users


async def a_row_or_not(key: int):
    async with AsyncSessionLocal() as session:
        found = await session.scalar(select(User).where(User.id == key))
    if key > 9:
        found = {"id": 9}
    return found.dict()


class Part(pydantic.BaseModel):
    createdAt: str


class Body(Part):
    authorId: str
    parts: list[Part]
    first: Part | None = None


async def of_pydantic(body: Body, other, raw: dict):
    made = Body(**raw)
    read = Body.model_validate(raw)
    print(body.createdAt, body.authorId, body.first.createdAt, made.createdAt, read.authorId)
    print([it.createdAt for it in body.parts], body.parts[0].createdAt)
    for part in made.parts:
        print(part.createdAt)
    made = other
    print(made.createdAt, other.createdAt, part.authorId)
    async with AsyncSessionLocal() as session:
        return (await session.scalars(select(func.count()).select_from(Post))).one()


async def named_in_a_head(key: int):
    async with AsyncSessionLocal() as session:
        found_user = await session.scalar(select(User).where(User.id == key))
    if user := found_user:
        print(user.password_hash)
    async with AsyncSessionLocal() as session:
        found_post = await session.scalar(select(Post).where(Post.id == key).limit(1))
    if (post := found_post) is not None and post.author_id == key:
        print(post.created_at)
    async with AsyncSessionLocal() as session:
        found_posts = list(await session.scalars(select(Post)))
    if len(posts := found_posts) > 1:
        print([it.created_at for it in posts])
    async with AsyncSessionLocal() as session:
        return (last := await session.scalar(
            select(Post).order_by(Post.id.desc()).limit(1)
        )) and last.created_at


async def guarded():
    await startup()
    yield
    await shutdown()
    if prisma_client.is_connected():
        print("bye")
        await shutdown()
    if not prisma_client.is_connected():
        await shutdown()


def registered():
    pass
