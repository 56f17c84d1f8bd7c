from typing import Any, Dict, Optional

from pydantic import BaseModel

from app.client import db


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
    await db.user.create({**body.dict(exclude={"inviteCode"}), "visits": 1})
    await db.user.create(
        data={
            # as it came
            **body.model_dump(exclude_none=True, exclude={"inviteCode", "visits"}),
            "passwordHash": hashed,
        }
    )
    return await db.user.update(
        where={"id": 1},
        data={**body.dict(exclude_unset=True, exclude={"inviteCode"}), "passwordHash": hashed},
    )


async def only_known_later(body: NewUser, role: WithRole, unknown: Unknown, others):
    await db.user.create({**body.dict(), "visits": 1})
    await db.user.create({**body.dict(exclude={"inviteCode"}, by_alias=True), "visits": 1})
    await db.user.create({**role.dict(), "visits": 1})
    await db.user.create({**unknown.dict(), "visits": 1})
    await db.user.create({**others.dict(), "visits": 1})
    await db.user.update(where={"id": 1}, data={**body.dict(exclude_unset=True, exclude={"inviteCode"}), "visits": 1})


async def another(body: NewUser, others):
    body = others
    await db.user.create({**body.dict(exclude={"inviteCode"}), "visits": 1})


async def perhaps_nothing_is_set(body: NewUser, others, db=db):
    user = await db.user.update(
        where={"id": 1}, data={**body.dict(exclude_unset=True)}, include={"posts": True}
    )
    team = await db.team.update(where={"id": 1}, data=others.model_dump(exclude_none=True))
    await db.team.update(where={"id": 1}, data=others.dict(exclude_unset=True))
    count = await db.team.update_many(
        where={"id": 1}, data={key: it for key, it in others.items() if it is not None}
    )
    await db.team.update(where={"id": 1}, data=others.dict())
    async with db.tx() as tx:
        await tx.team.update(where={"id": 1}, data={**others})
    for one in [await db.team.update(where={"id": 1}, data={**others})]:
        print(one)
    return user, team, count
