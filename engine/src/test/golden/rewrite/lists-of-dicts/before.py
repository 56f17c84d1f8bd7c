from app.client import db
from prisma.models import Post

async def any_or_all(title, names):
    conditions = []
    if title:
        conditions.append({"title": title})
    for name in names:
        conditions.append({"title": {"contains": name}})
    a = await Post.prisma().count(where={"AND": conditions})
    b = await Post.prisma().count(where={"OR": conditions, "published": True})
    return a, b


async def made_of_a_loop(titles):
    rows = [{"title": it, "authorId": 1} for it in titles]
    await Post.prisma().create_many(data=rows)


async def appended(titles):
    rows = []
    for it in titles:
        rows.append({"title": it, "authorId": 1})
    await Post.prisma().create_many(data=rows)


async def in_another(a, b):
    or_conditions = [{"title": a}]
    if b:
        or_conditions.append({"title": b, "published": True})
    where = {"published": True}
    if or_conditions:
        where["OR"] = or_conditions
    return await db.post.find_many(where=where)


async def extended(titles, a):
    rows: list[dict] = []
    for it in titles:
        if it:
            rows.append({"title": it, "authorId": a})
    rows.extend([{"title": it, "authorId": a} for it in titles])
    if not rows:
        return 0
    return await Post.prisma().create_many(data=rows, skip_duplicates=True)


async def under_not(a, b):
    any_of = []
    if a:
        any_of.append({"title": a, "published": True})
    if b:
        any_of.append({"author": {"is": {"name": b}}})
    where = {"published": False}
    if any_of:
        where["OR"] = any_of
    await db.post.delete_many(where={"NOT": {"OR": any_of}})
    await db.post.delete_many(where={"AND": any_of})
    return await db.post.find_many(where=where)


async def not_known(a, b):
    any_of = [{"title": a}, {"meta": {"path": ["x"], "equals": b}}]
    any_of.append(a)
    unsure = [{"title": a}]
    unsure.append({b: 1})
    await db.post.find_many(where={"OR": any_of})
    await db.post.find_many(where={"OR": unsure})
    nots = [{"title": a}]
    nots.append({"published": b})
    await db.post.find_many(where={"NOT": nots})


async def twice(a, b):
    all_of = [{"published": True}]
    if a:
        all_of.append({"OR": [{"title": a}, {"authorId": b}]})
    return await db.post.count(where={"AND": all_of}), await db.post.find_many(where={"AND": all_of, "authorId": 3})
