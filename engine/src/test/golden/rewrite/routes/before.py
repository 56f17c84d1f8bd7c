from typing import List

from fastapi import APIRouter
from pydantic import BaseModel

from app.client import db
from prisma.enums import Role
from prisma.models import Post, Team, User

router = APIRouter()


class PostOut(BaseModel):
    id: int


@router.get("/posts")
async def posts():
    return await db.post.find_many()


@router.get("/posts/{key}")
async def one_post(key: int):
    post = await db.post.find_unique(where={"id": key})
    if post is None:
        return {"data": None}
    return {"success": True, "data": post, "ids": [post.id]}


@router.get("/shown", response_model=List[PostOut])
async def shown():
    return await db.post.find_many()


@router.get("/typed")
async def typed() -> List[PostOut]:
    return await db.post.find_many()


@router.get("/classes", response_model=List[Post])
async def classes():
    return await db.post.find_many()


@router.get("/annotated")
async def annotated() -> List[User]:
    return await db.user.find_many()


@router.get("/teams")
async def teams():
    return await db.team.find_many()


async def service():
    return await db.post.find_many()


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
