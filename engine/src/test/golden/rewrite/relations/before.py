from app.client import db


async def relations():
    await db.post.find_many(where={"author": {"is": {"name": "a"}}})
    await db.post.find_many(where={"author": {"is_not": {"name": "a"}}})
    await db.post.find_many(where={"editor": None})
    await db.user.find_many(where={"posts": {"some": {"published": True}}})
    await db.user.find_many(where={"posts": {"every": {"published": True, "title": "x"}}})
    await db.user.find_many(where={"posts": {"none": {}}})
    await db.user.find_many(
        where={"posts": {"some": {"comments": {"some": {"text": {"contains": "x"}}}}}}
    )
    await db.post.find_many(include={"author": True, "comments": True, "editor": False})
    await db.user.find_unique(
        where={"id": 1},
        include={
            "posts": {"include": {"comments": {"include": {"post": True}}, "editor": True}},
            "memberships": {"include": {"team": True}},
        },
    )
    await db.user.find_first(include={"posts": {"where": {"published": True}}})


async def parts_of_what_belongs_to_them(first: int):
    users = await db.user.find_many(
        include={
            "posts": {
                "where": {"published": True},
                "order_by": [{"createdAt": "desc"}, {"title": "asc"}],
                "take": first,
                "include": {"comments": {"order_by": {"id": "asc"}}},
            },
            "edited": {"orderBy": {"id": "desc"}},
        }
    )
    return users, await db.user.find_first(include={"posts": {"take": -1}})
