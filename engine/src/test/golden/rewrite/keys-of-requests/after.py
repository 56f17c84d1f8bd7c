from typing import Any, Dict, Optional

from pydantic import BaseModel

from app.client import db
from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import values
from app.models import Team, User
from sqlalchemy import insert, select, update
from sqlalchemy.orm import selectinload


class UserBody(BaseModel):
    email: str
    name: Optional[str]
    passwordHash: str


class NewUser(UserBody):
    inviteCode: str
    visits: int = 0


class WithRole(UserBody):
    role: str


class Unknown(UserBody, Dict[str, Any]):
    visits: int


async def created(body: NewUser, hashed: str):
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(
                {
                    **body.dict(exclude={"inviteCode", "passwordHash"}),
                    "password_hash": body.passwordHash,
                    "visits": 1,
                }
            )
        )
    # as it came
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(
                {
                    **body.model_dump(
                        exclude_none=True,
                        exclude={"inviteCode", "visits", "passwordHash"},
                    ),
                    "password_hash": hashed,
                }
            )
        )
    async with AsyncSessionLocal.begin() as session:
        return await session.scalar(
            update(User)
            .where(User.id == 1)
            .values(
                {
                    **body.dict(
                        exclude_unset=True, exclude={"inviteCode", "passwordHash"}
                    ),
                    "password_hash": hashed,
                }
            )
            .returning(User)
        )


async def only_known_later(body: NewUser, role: WithRole, unknown: Unknown, others):
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(values(User, {**body.dict(), "visits": 1}))
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(
                values(
                    User,
                    {**body.dict(exclude={"inviteCode"}, by_alias=True), "visits": 1},
                )
            )
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(values(User, {**role.dict(), "visits": 1}))
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(values(User, {**unknown.dict(), "visits": 1}))
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(values(User, {**others.dict(), "visits": 1}))
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            update(User)
            .where(User.id == 1)
            .values(
                values(
                    User,
                    {
                        **body.dict(exclude_unset=True, exclude={"inviteCode"}),
                        "visits": 1,
                    },
                )
            )
        )


async def another(body: NewUser, others):
    body = others
    async with AsyncSessionLocal.begin() as session:
        await session.execute(
            insert(User).values(
                values(User, {**body.dict(exclude={"inviteCode"}), "visits": 1})
            )
        )


async def perhaps_nothing_is_set(body: NewUser, others, db=db):
    changes = values(User, {**body.dict(exclude_unset=True)})
    async with AsyncSessionLocal.begin() as session:
        user = (
            await session.scalar(
                select(User)
                .options(selectinload(User.posts))
                .from_statement(
                    update(User).where(User.id == 1).values(changes).returning(User)
                )
            )
            if changes
            else await session.scalar(
                select(User).where(User.id == 1).options(selectinload(User.posts))
            )
        )
    changes = others.model_dump(exclude_none=True)
    async with AsyncSessionLocal.begin() as session:
        team = (
            await session.scalar(
                update(Team).where(Team.id == 1).values(changes).returning(Team)
            )
            if changes
            else await session.scalar(select(Team).where(Team.id == 1))
        )
    changes = others.dict(exclude_unset=True)
    if changes:
        async with AsyncSessionLocal.begin() as session:
            await session.execute(update(Team).where(Team.id == 1).values(changes))
    changes = {key: it for key, it in others.items() if it is not None}
    async with AsyncSessionLocal.begin() as session:
        count = (
            len(
                (
                    await session.scalars(
                        update(Team)
                        .where(Team.id == 1)
                        .values(changes)
                        .returning(Team.id)
                    )
                ).all()
            )
            if changes
            else 0
        )
    async with AsyncSessionLocal.begin() as session:
        await session.execute(update(Team).where(Team.id == 1).values(others.dict()))
    async with AsyncSessionLocal.begin() as tx:
        changes = {**others}
        if changes:
            await tx.execute(
                update(Team)
                .where(Team.id == 1)
                .values(changes)
                .execution_options(synchronize_session=False)
            )
    async with AsyncSessionLocal.begin() as session:
        written_team = await session.scalar(
            update(Team).where(Team.id == 1).values({**others}).returning(Team)
        )
    for one in [written_team]:
        print(one)
    return user, team, count
