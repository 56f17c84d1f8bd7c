from app.client import db


async def a_page(viewer, wanted, after, take):
    author_where = {}

    if viewer:
        if viewer["role"] == "MEMBER":
            author_where = {"email": viewer["email"]}
        elif wanted.email:
            author_where = {"email": wanted.email}

    some_comments = {}

    if wanted.sticky is not None:
        some_comments["postId"] = wanted.sticky

    if wanted.search is not None:
        some_comments["text"] = {"contains": wanted.search or None}

    if after:
        # the one that was shown last
        cursor = {"id": after}
    else:
        cursor = None

    return await db.post.find_many(
        take=take,
        skip=1 if after else None,
        cursor=cursor,
        include={
            "author": True,
            "comments": {
                "take": 1,
                "where": {"postId": 7},
                "orderBy": [{"text": "asc"}],
            },
        },
        where={"comments": {"some": some_comments}, "author": author_where},
        order={"createdAt": "desc"},
    )


async def in_a_dict_that_grows(name, words):
    author = {"visits": {"gt": 3}}
    if name:
        author["name"] = name
    with_words = {"text": {"in": words}}
    where = {"published": True}
    where["author"] = {"is": author}
    if words:
        where["comments"] = {"every": with_words, "none": {"text": "x"}}
    return await db.post.find_many(where=where), await db.post.count(where=where)


async def in_an_include(wanted):
    comments = {}
    if wanted:
        comments["text"] = wanted
    return await db.post.find_many(include={"comments": {"where": comments}})


async def nothing_is_said(isNamed):
    anybody = {}
    if isNamed:
        anybody["name"] = "x"
    await db.post.find_many(where={"author": {}, "NOT": {"editor": {}}})
    return await db.post.find_many(where={"AND": [{"author": {"is": {}}}, {"editor": anybody}]})


async def alternatives(isNamed):
    somebody = {}
    if isNamed:
        somebody["name"] = "x"
    theirs = {}
    if isNamed:
        theirs["text"] = "x"
    await db.post.find_many(where={"OR": [{"author": somebody}, {"id": 1}]})
    return await db.post.find_many(where={"OR": [{"comments": {"some": theirs}}, {"id": 1}]})


async def not_known(author, other, isNamed):
    quantified = {"some": {"text": "x"}}
    nobody = None if isNamed else {"name": None}
    missing = None
    if isNamed:
        missing = {"name": "x"}
    await db.post.find_many(where={"author": author})
    await db.post.find_many(where={"comments": quantified})
    await db.post.find_many(where={"author": nobody})
    await db.post.find_many(where={"author": missing})
    await db.post.find_many(where={"OR": [{"author": author}, other]})


async def cursors(after, before, latest):
    known = {"id": after}
    rows = await db.post.find_many(cursor=known, take=3)
    if before:
        later = {"id": before.id}
    else:
        later = {"id": 1}
    more = await db.post.find_many(cursor=later, take=-3, order=[{"title": "asc"}, {"id": "desc"}])
    two = {"id": after}
    await db.post.find_many(cursor=two)
    await db.post.find_many(cursor=two, order={"title": "asc"})
    await db.post.find_many(cursor={"id": latest()}, order={"title": "asc"})
    if before: once = {"id": before.id}
    else: once = None
    await db.post.find_many(cursor=once)
    await db.post.find_many(cursor={"id": 1}, take=-3, order={"title": "asc"})
    return rows, more, await db.user.find_many(cursor={"id": 1}, order={"name": "asc"})
