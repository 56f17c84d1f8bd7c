from typing import List

from fastapi import APIRouter
from pydantic import BaseModel

from app.core.database import AsyncSessionLocal
from app.models import Post, Role, Team, User
from sqlalchemy import select

router = APIRouter()


class PostOut(BaseModel):
    id: int


@router.get("/posts")
async def posts():
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post)))


@router.get("/posts/{key}")
async def one_post(key: int):
    async with AsyncSessionLocal() as session:
        post = await session.scalar(select(Post).where(Post.id == key))
    if post is None:
        return {"data": None}
    return {"success": True, "data": post, "ids": [post.id]}


@router.get("/shown", response_model=List[PostOut])
async def shown():
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post)))


@router.get("/typed")
async def typed() -> List[PostOut]:
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post)))


@router.get("/classes", response_model=List[Post])
async def classes():
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post)))


@router.get("/annotated")
async def annotated() -> List[User]:
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(User)))


@router.get("/teams")
async def teams():
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Team)))


async def service():
    async with AsyncSessionLocal() as session:
        return list(await session.scalars(select(Post)))


class Wanted(BaseModel):
    role: Role | None = None
    name: str


def by_role(role: "Role" = Query(None)):
    return role


def inside(role: Role):
    return role is Role.ADMIN


@router.get("/roles/{role}", response_model=List[Role])
async def of_role(role: Role, text: str):
    return [role, Role(text)]
