from prisma import Prisma

db = Prisma()


async def find(email: str, page: int, size: int):
    by_key = await db.user.find_unique(where={"email": email})
    by_id = await db.user.find_unique_or_raise(where={"id": 7})
    compound = await db.membership.find_unique(
        where={"userId_teamId": {"userId": 7, "teamId": 3}}
    )
    first = await db.post.find_first(where={"published": True}, order={"createdAt": "desc"})
    any_first = await db.post.find_first_or_raise()
    everyone = await db.user.find_many()
    some = await db.post.find_many(
        take=size,
        skip=page * size,
        where={"authorId": by_key.id},
        order=[{"title": "asc"}, {"createdAt": {"sort": "desc", "nulls": "last"}}],
    )
    number = await db.post.count(where={"published": False})
    few = await db.post.count(take=10)
    return by_id, compound, first, any_first, everyone, some, number, few


async def parts(after, number: int):
    one_of_each = await db.post.find_many(distinct=["authorId"], take=number)
    in_order = await db.post.find_many(
        distinct=["authorId"], order=[{"authorId": "desc"}, {"createdAt": "asc"}]
    )
    await db.post.find_many(distinct=["authorId"], order={"createdAt": "asc"})
    page = await db.post.find_many(
        cursor={"id": after}, skip=1, take=number, order={"createdAt": "desc"}
    )
    first = await db.post.find_first(cursor={"id": after})
    return one_of_each, in_order, page, first


async def from_the_end(number: int):
    last = await db.post.find_many(take=-2, order=[{"title": "asc"}, {"id": "desc"}])
    before = await db.post.find_many(take=-number, cursor={"id": 5}, skip=1)
    first = await db.user.find_many(take=-1, order={"name": {"sort": "desc", "nulls": "first"}})
    await db.post.count(take=-1)
    return last, before, first


async def by_what_belongs_to_them():
    posts = await db.post.find_many(order=[{"author": {"name": "desc"}}, {"id": "asc"}], take=-3)
    users = await db.user.find_many(order={"posts": {"_count": "desc"}})
    await db.user.find_many(order={"posts": {"title": "desc"}})
    return posts, users


async def counts():
    empty = await db.user.count(select={})
    both = await db.user.count(select={"_all": True, "name": True, "email": False}, where={"id": 1})
    await db.user.count(select={"name": True}, take=1)
    return empty, both


async def in_a_direction(request, isNew: bool):
    posts = await db.post.find_many(
        order=[{"createdAt": "desc" if isNew else "asc"}, {"id": request.direction}]
    )
    await db.post.find_many(take=-2, order={"title": request.direction})
    await db.post.find_many(take=2, cursor={"id": 1}, order={"title": request.direction})
    return posts, await db.post.group_by(["title"], order={"title": request.direction})
