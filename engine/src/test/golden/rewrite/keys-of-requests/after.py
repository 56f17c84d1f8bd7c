from typing import Any, Dict, Optional

from pydantic import BaseModel

from app.core.database import AsyncSessionLocal
from app.core.lockstep_queries import values
from app.models import User
from sqlalchemy import insert, update


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
