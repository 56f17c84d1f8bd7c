from typing import List, Optional

import prisma
import prisma.enums
import prisma.models
import prisma.models as rows
import prisma as client
import prisma.fields as of_fields
from prisma import enums, errors, models


async def shown(key: int) -> Optional[prisma.models.User]:
    user = await prisma.models.User.prisma().find_unique(where={"id": key})
    if user is not None and user.role == prisma.enums.Role.ADMIN:
        print(user.passwordHash, f"{prisma.enums.Role.USER} {user.createdAt}")
    return user


async def by_other_names(role: enums.Role = enums.Role.USER) -> List["models.Post"]:
    await rows.User.prisma().update_many(where={"role": enums.Role.ADMIN}, data={"role": role})
    try:
        return await models.Post.prisma().find_many()
    except (errors.RecordNotFoundError, prisma.errors.PrismaError):
        return []


async def kept(title: str):
    posts = prisma.models.Post.prisma()
    found = await posts.find_many(where={"title": title})
    return found or await posts.find_many()


async def both(name: str, **more):
    model = prisma.models.User if name == "user" else prisma.models.Post
    await model.prisma().delete_many()
    await prisma.models.Post.prisma().find_many(**more)
    return isinstance(model, prisma.models.Post)


async def wrapped(x):
    await prisma.models.Post.prisma().create(
        data={"title": "x", "authorId": 1, "meta": client.Json(x), "image": of_fields.Base64.encode(x)}
    )
    await prisma.models.Post.prisma().create(
        data={
            "title": "x",
            "authorId": 1,
            "meta": client.fields.Json(x) if x else None,
            "image": client.Base64.encode(x) if x else None,
        }
    )
    return await prisma.models.Post.prisma().find_many(where={"meta": {"equals": client.Json(x) if x else client.Json(1)}})
