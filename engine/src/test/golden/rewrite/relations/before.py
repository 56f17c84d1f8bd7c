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


async def one_of_each_kind(db, number):
    await db.user.find_many(include={"posts": {"distinct": ["published", "title"]}})
    await db.user.find_many(
        include={
            "posts": {
                "where": {"id": {"gt": number}},
                "order_by": [{"published": "desc"}, {"title": "asc"}],
                "distinct": ["published"],
            }
        }
    )
    await db.user.find_many(include={"memberships": {"distinct": ["teamId"]}})
    await db.user.find_many(include={"posts": {"distinct": ["title"], "take": 2}})
    return await db.user.find_many(include={"posts": {"distinct": number}})


async def from_a_cursor(db, number, cursor):
    await db.user.find_many(include={"posts": {"cursor": {"id": number}}})
    await db.user.find_first(
        include={
            "posts": {
                "cursor": {"id": number},
                "take": 2,
                "skip": 1,
                "order_by": {"title": "desc"},
                "include": {"comments": True},
            }
        }
    )
    await db.user.find_many(include={"posts": {"cursor": {"id": number}, "where": {"title": "x"}}})
    await db.user.find_many(include={"posts": {"cursor": cursor}})
    await db.user.find_many(include={"posts": {"cursor": None, "take": 1}})
    return await db.user.find_many(include={"memberships": {"cursor": {"teamId": 1}}})


async def what_does_not_hold(db, title):
    await db.post.find_many(where={"NOT": {"author": {"is": {"name": "a"}}}})
    await db.post.find_many(where={"NOT": {"author": {"is_not": {"name": "a"}}}})
    await db.post.find_many(where={"author": {"is_not": {"email": "a"}}})
    await db.user.find_many(where={"posts": {"every": {"author": {"is": {"name": None, "email": "a"}}}}})
    await db.post.delete_many(where={"author": {"is_not": {"name": "a"}}})
    who = {"name": title}
    await db.post.find_many(where={"author": {"is_not": who}})
    whose = {"author": {"is_not": {"name": title}}}
    await db.post.find_many(where=whose)
    await db.post.delete_many(where=whose)


async def of_a_key_that_is_connected(owner: int, team: int):
    await db.task.upsert(
        where={"ownerId_number": {"ownerId": owner, "number": 1}},
        data={
            "create": {"owner": {"connect": {"id": owner}}, "number": 1},
            "update": {"number": 2},
        },
    )
    await db.membership.upsert(
        where={"userId_teamId": {"userId": owner, "teamId": team}},
        data={
            "create": {"user": {"connect": {"id": owner}}, "team": {"connect": {"name": "x"}}},
            "update": {},
        },
    )


async def lets_go_in_a_variable(key: int, number: int | None):
    data = {}
    if number is not None:
        data["number"] = number
    data["owner"] = {"disconnect": True}
    await db.task.update(where={"id": key}, data=data)
    await db.task.update(where={"id": key}, data={"owner": {"disconnect": True}})
