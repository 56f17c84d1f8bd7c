"""Queries of Prisma Client Python, each with what it returns on the rows of check.py."""

import asyncio
import datetime
import json

from app.client import db
from prisma import Base64, Json
from prisma.errors import RecordNotFoundError, UniqueViolationError
from prisma.models import Post


def names(rows):
    return [it.name for it in rows]


async def one_by_key():
    return (await db.user.find_unique(where={"email": "ann@x.org"})).name


async def none_by_key():
    return await db.user.find_unique(where={"email": "nobody@x.org"})


async def raises_where_none_is():
    try:
        await db.user.find_unique_or_raise(where={"id": 99})
    except RecordNotFoundError:
        return "raised"


async def one_by_a_compound_key():
    found = await db.membership.find_unique(where={"userId_teamId": {"userId": 1, "teamId": 1}})
    return found.teamId


async def first_in_an_order():
    return (await db.user.find_first(order={"name": "desc"}, skip=1)).name


async def a_page():
    page = await db.post.find_many(order=[{"title": "desc"}], skip=1, take=2)
    return [it.title for it in page]


async def nulls_last():
    return names(await db.user.find_many(order={"name": {"sort": "asc", "nulls": "first"}}))


async def counted():
    return await db.post.count(where={"published": True})


async def counted_of_a_page():
    return await db.post.count(take=2)


async def equal_to_none():
    return len(await db.user.find_many(where={"name": None}))


async def equal_to_a_variable_that_is_none():
    name = None
    return len(await db.user.find_many(where={"name": name}))


async def not_equal_leaves_null_out():
    return names(await db.user.find_many(where={"name": {"not": "Ann"}}, order={"id": "asc"}))


async def not_none():
    return len(await db.user.find_many(where={"name": {"not": None}}))


async def in_a_list():
    ids = [1, 3]
    return names(await db.user.find_many(where={"id": {"in": ids}}, order={"id": "asc"}))


async def in_nothing():
    return await db.user.find_many(where={"id": {"in": []}})


async def between():
    return len(await db.user.find_many(where={"id": {"gt": 1, "lte": 3}}))


async def contains_a_wildcard():
    return len(await db.post.find_many(where={"title": {"contains": "_"}}))


async def without_regard_to_case():
    where = {"email": {"startswith": "ANN", "mode": "insensitive"}}
    return names(await db.user.find_many(where=where))


async def with_regard_to_case():
    return await db.user.find_many(where={"email": {"startswith": "ANN"}})


async def an_enum():
    return names(await db.user.find_many(where={"role": "ADMIN"}))


async def in_an_array():
    return names(await db.user.find_many(where={"tags": {"has": "b"}}, order={"id": "asc"}))


async def some_in_an_array():
    return names(await db.user.find_many(where={"tags": {"has_some": ["a", "z"]}}))


async def all_in_an_array():
    return names(await db.user.find_many(where={"tags": {"has_every": ["a", "b"]}}))


async def an_empty_array():
    return len(await db.user.find_many(where={"tags": {"is_empty": True}}))


async def either():
    where = {"OR": [{"name": "Ann"}, {"name": "Bob", "id": 99}]}
    return names(await db.user.find_many(where=where))


async def either_of_nothing():
    return await db.user.find_many(where={"OR": []})


async def either_of_many():
    ids = [1, 2]
    where = {"OR": [{"id": it} for it in ids]}
    return len(await db.user.find_many(where=where))


async def neither():
    where = {"NOT": [{"name": "Ann"}, {"name": "Bob"}]}
    return names(await db.user.find_many(where=where))


async def not_both():
    where = {"NOT": {"name": "Ann", "id": 99}}
    return len(await db.user.find_many(where=where))


async def of_an_author():
    return len(await db.post.find_many(where={"author": {"is": {"name": "Ann"}}}))


async def not_edited_by():
    return len(await db.post.find_many(where={"editor": {"is_not": {"name": "Bob"}}}))


async def without_an_editor():
    return len(await db.post.find_many(where={"editor": None}))


async def some_of_theirs():
    return names(await db.user.find_many(where={"posts": {"some": {"published": True}}}))


async def every_one_of_theirs():
    where = {"posts": {"every": {"published": True}}}
    return names(await db.user.find_many(where=where, order={"id": "asc"}))


async def none_of_theirs():
    where = {"posts": {"none": {}}}
    return names(await db.user.find_many(where=where, order={"id": "asc"}))


async def with_what_belongs_to_them():
    user = await db.user.find_unique(
        where={"id": 1},
        include={"posts": {"include": {"comments": True, "editor": True}}, "memberships": True},
    )
    posts = sorted(user.posts, key=lambda it: it.title)
    return [
        [len(it.comments) for it in posts],
        [it.editor.name if it.editor else None for it in posts],
        len(user.memberships),
    ]


async def with_some_that_belong_to_them():
    users = await db.user.find_many(
        include={"posts": {"where": {"published": True}}}, order={"id": "asc"}
    )
    return [len(it.posts) for it in users]


async def created():
    user = await db.user.create(
        data={"email": "new@x.org", "passwordHash": "h", "role": "ADMIN", "tags": ["a"]}
    )
    return [user.id > 0, user.name, user.role.name, user.tags, user.visits, user.passwordHash]


async def created_with_its_author():
    post = await Post.prisma().create(
        data={
            "title": "t",
            "author": {"connect": {"email": "bob@x.org"}},
            "editor": {"connect": {"id": 1}},
            "meta": Json({"a": [1, None]}),
            "image": Base64.encode(b"\x00\x01"),
        },
        include={"author": True},
    )
    return [post.author.name, post.editorId, post.meta, post.image, post.published]


async def json_that_was_dumped():
    payload = {"b": True}
    post = await db.post.create(data={"title": "t", "authorId": 1, "meta": json.dumps(payload)})
    return post.meta["b"]


async def a_key_that_is_taken():
    try:
        await db.user.create(data={"email": "ann@x.org", "passwordHash": "h"})
    except UniqueViolationError:
        return "raised"


async def many_created():
    rows = [{"name": "red"}, {"name": "one"}, {"name": "green"}]
    return await db.team.create_many(data=[{"name": it["name"]} for it in rows], skip_duplicates=True)


async def updated():
    user = await db.user.update(
        where={"id": 2},
        data={"name": "Rob", "visits": {"increment": 2}, "tags": {"push": ["z"]}},
    )
    return [user.name, user.visits, user.tags]


async def updated_where_none_is():
    return await db.user.update(where={"id": 99}, data={"name": "x"})


async def many_updated():
    return await db.post.update_many(where={"published": False}, data={"published": True})


async def what_was_read_stays_as_it_was():
    before = await db.user.find_unique(where={"id": 1})
    after = await db.user.update(where={"id": 1}, data={"name": "Anna"})
    return [before.name, after.name]


async def deleted():
    return (await db.comment.delete(where={"id": 1})).text


async def deleted_where_none_is():
    return await db.comment.delete(where={"id": 99})


async def many_deleted():
    return await db.comment.delete_many()


async def changed_or_created():
    changed = await db.user.upsert(
        where={"email": "ann@x.org"},
        data={
            "create": {"email": "ann@x.org", "passwordHash": "h"},
            "update": {"visits": {"increment": 1}},
        },
    )
    made = await db.user.upsert(
        where={"email": "dan@x.org"},
        data={"create": {"email": "dan@x.org", "passwordHash": "h"}, "update": {}},
    )
    return [changed.id, changed.visits, made.email, made.visits]


async def together_or_not_at_all():
    try:
        async with db.tx() as tx:
            await tx.user.update(where={"id": 1}, data={"visits": {"decrement": 1}})
            raise LookupError
    except LookupError:
        return (await db.user.find_unique(where={"id": 1})).visits


async def in_a_batch():
    async with db.batch_() as batcher:
        batcher.team.create(data={"name": "x"})
        batcher.team.create(data={"name": "y"})
    return await db.team.count()


async def raw():
    rows = await db.query_raw("SELECT id, '10:30'::text AS at FROM users WHERE id < $1", 2)
    return rows


async def raw_first():
    return (await db.query_first("SELECT count(*) AS n FROM users"))["n"]


async def raw_changes():
    return await db.execute_raw("UPDATE users SET name = $1 WHERE id > $2", "x", 1)


async def a_dict_that_grows():
    where = {"published": True}
    words = ["one", "two"]
    if words:
        where["OR"] = [{"title": {"contains": it}} for it in words]
    found = await db.post.find_many(where=where)
    return [len(found), await db.post.count(where=where)]


async def data_that_grows():
    data = {"passwordHash": "other"}
    if True:
        data["name"] = "Other"
    user = await db.user.update(where={"id": 3}, data=data)
    return [user.passwordHash, user.name]


async def asked_before_a_branch():
    if not await db.user.count(where={"id": 99}):
        for user in await db.user.find_many(where={"id": 1}):
            return user.email


async def found(where, order=None, include=None):
    return await db.user.find_many(where=where, order=order or {"id": "asc"}, include=include)


async def dicts_from_elsewhere():
    return [
        names(await found({"name": "Ann"})),
        names(await found({"passwordHash": "h", "id": {"gt": 1}})),
        names(await found({"OR": [{"name": "Ann"}, {"name": {"contains": "BO", "mode": "insensitive"}}]})),
        names(await found({"NOT": {"name": "Ann"}, "role": "MEMBER"})),
        names(await found({"posts": {"some": {"published": True}}}, {"name": "desc"})),
        names(await found({"memberships": {"none": {}}, "tags": {"is_empty": True}})),
        [len(it.posts) for it in await found({"tags": {"has": "b"}}, include={"posts": True})],
    ]


async def a_key_from_elsewhere():
    return await count_of("email", "ann@x.org")


async def count_of(field, value):
    return await db.user.count(where={field: value})


async def data_from_elsewhere():
    return await changed(
        {"passwordHash": "new", "visits": {"increment": 1}, "tags": {"push": "q"}, "role": "MEMBER"}
    )


async def changed(data):
    user = await db.user.update(where={"id": 1}, data=data)
    return [user.passwordHash, user.visits, user.tags, user.role.name]


async def a_spread():
    return await posted({"title": "spread", "author": {"connect": {"id": 2}}})


async def posted(given):
    post = await db.post.create(data={**given, "meta": Json({"x": 1})})
    return [post.title, post.authorId, post.meta]


async def groups():
    rows = await db.post.group_by(by=["authorId"], count=True, max={"id": True}, order={"authorId": "asc"})
    return rows


async def groups_that_have():
    return await db.post.group_by(
        by=["authorId"],
        sum={"id": True},
        avg={"id": True},
        min={"title": True},
        count={"editorId": True},
        where={"title": {"not": "x"}},
        having={"id": {"_count": {"gt": 1}}},
    )


async def groups_in_the_order_of_a_sum():
    rows = await db.post.group_by(["published"], sum={"id": True}, order={"_sum": {"id": "desc"}}, take=1)
    return rows


async def the_first_of_what_belongs_to_each():
    users = await db.user.find_many(
        include={"posts": {"take": 1, "order_by": {"id": "desc"}, "include": {"comments": True}}},
        order={"id": "asc"},
    )
    return [[it.title for it in user.posts] for user in users]


async def what_belongs_to_one_in_order():
    user = await db.user.find_first(
        where={"id": 1},
        include={"posts": {"order_by": [{"published": "asc"}, {"title": "asc"}], "skip": 0}},
    )
    return [it.title for it in user.posts]


async def what_belongs_to_what_belongs_in_order():
    user = await db.user.find_unique(
        where={"id": 1}, include={"posts": {"include": {"comments": {"order_by": {"id": "desc"}}}}}
    )
    return [[one.text for one in it.comments] for it in sorted(user.posts, key=lambda it: it.id)]


async def one_of_each():
    rows = await db.post.find_many(
        distinct=["authorId"], order=[{"authorId": "asc"}, {"title": "desc"}]
    )
    return [it.title for it in rows]


async def from_a_cursor():
    after = {"email": "bob@x.org"}
    rows = await db.user.find_many(cursor=after, order={"name": "desc"}, take=2)
    rest = await db.user.find_many(cursor={"id": 1}, skip=1)
    by_name = await db.user.find_many(cursor={"id": 3}, order={"name": "asc"})
    return [names(rows), names(rest), names(by_name)]


async def page_of_posts(author, word=None, isShown=None, after=None):
    author_where = {}
    if author:
        if author["name"] == "Ann":
            author_where = {"email": "ann@x.org"}
        elif author["name"]:
            author_where = {"name": author["name"]}
    some_comments = {}
    if word is not None:
        some_comments["text"] = {"contains": word}
    if after:
        cursor = {"id": after}
    else:
        cursor = None
    where = {"author": {"is": author_where}}
    if word or author:
        where["comments"] = {"some": some_comments}
    if isShown is not None:
        where["published"] = isShown
    posts = await db.post.find_many(
        take=2,
        skip=1 if after else None,
        cursor=cursor,
        include={"comments": {"take": 1, "where": {"text": {"not": "x"}}, "order_by": {"id": "desc"}}},
        where=where,
        order={"createdAt": "desc"},
    )
    return [[it.title, *(one.text for one in it.comments)] for it in posts]


async def dicts_inside_of_dicts():
    return [
        await page_of_posts(None),
        await page_of_posts(None, after=2),
        await page_of_posts(None, after=77),
        await page_of_posts(None, isShown=True, after=1),
        await page_of_posts({"name": "Ann"}, word="o"),
        await page_of_posts({"name": "Bob"}),
        await page_of_posts({"name": None}),
    ]


async def lists_that_are_null():
    user = await db.user.create(data={"email": "no@x.org", "passwordHash": "h"})
    again = await db.user.find_unique_or_raise(where={"email": "no@x.org"})
    named = [tag for tag in again.tags]
    return [user.tags, len(again.tags), named, again.dict()["tags"], json.loads(again.json())["tags"]]


class Body:
    def __init__(self, **fields):
        self.fields = fields

    def dict(self, exclude_unset=False):
        return self.fields


async def patched(body):
    await db.user.update(where={"id": 2}, data=body.dict(exclude_unset=True))
    user = await db.user.update(where={"id": 1}, data={**body.dict(exclude_unset=True)})
    none = await db.user.update(where={"id": 77}, data=body.dict(exclude_unset=True))
    number = await db.user.update_many(
        where={"visits": {"gte": 5}}, data={key: it for key, it in body.fields.items()}
    )
    return [user.name, user.passwordHash, none is None, number]


async def what_may_be_nothing():
    return [
        await patched(Body()),
        await patched(Body(name="Rose", passwordHash="x")),
        (await db.user.find_unique(where={"id": 2})).name,
    ]


async def sorted_by_visits(direction: str):
    users = await db.user.find_many(
        order=[{"visits": direction}, {"id": "desc" if direction == "asc" else "asc"}]
    )
    return names(users)


async def in_a_direction():
    return [await sorted_by_visits("desc"), await sorted_by_visits("asc")]


async def made_together():
    user = await db.user.create(
        data={
            "email": "new@x.org",
            "passwordHash": "h",
            "posts": {"create": [{"title": "n1"}, {"title": "n2", "comments": {"create": {"text": "c"}}}]},
        },
        include={"posts": True},
    )
    comment = await db.comment.find_first(where={"text": "c"}, include={"post": True})
    return [user.id > 0, user.visits, [it.title for it in user.posts], comment.post.title]


async def inside_json():
    await db.post.update_many(where={"id": 1}, data={"meta": Json({"a": {"b": "xyz"}, "n": [1, 2]})})
    return [
        await db.post.count(where={"meta": {"path": ["a", "b"], "equals": Json("xyz")}}),
        await db.post.count(where={"meta": {"path": ["a", "b"], "not": Json("xyz")}}),
        await db.post.count(where={"meta": {"path": ["a", "b"], "string_starts_with": "x"}}),
        await db.post.count(where={"meta": {"path": ["n"], "array_contains": [2]}}),
        await db.post.count(where={"meta": {"equals": Json({"n": [1, 2], "a": {"b": "xyz"}})}}),
        await db.post.count(where={"meta": Json("xyz")}),
    ]


async def in_a_batch_of_a_variable():
    batcher = db.batch_()
    for name in ["x", "y"]:
        batcher.team.create(data={"name": name})
    batcher.team.update(where={"name": "x"}, data={"name": "z"})
    await batcher.commit()
    return [it.name for it in await db.team.find_many(order={"id": "asc"})]


async def in_a_batch_of_a_transaction():
    async with db.tx() as tx:
        async with tx.batch_() as batcher:
            batcher.team.create(data={"name": "x"})
            batcher.team.delete_many(where={"name": "y"})
        return [it.name for it in await tx.team.find_many(order={"id": "asc"})]


async def one_dict_or_another():
    return [await matching(True), await matching(False), await matching(None)]


async def matching(is_public):
    if is_public is None:
        where = None
    elif is_public:
        where = {"published": True}
    else:
        where = {"published": False, "authorId": 1}
    users = await db.user.count(where={"id": 1} if is_public else None)
    return [await db.post.count(where=where), users]


async def a_key_that_comes_from_elsewhere():
    key = {"userId_teamId": {"userId": 1, "teamId": 1}}
    return [(await one(it)).name for it in [{"email": "ann@x.org"}, {"id": 2}]], key


async def one(key):
    return await db.user.find_unique(where=key)


async def what_is_no_key():
    try:
        return await one({"name": "Ann"})
    except KeyError:
        return "raised"


async def an_upsert_that_spreads():
    made = await upserted("q@x.org", {"passwordHash": "h", "visits": 3})
    return made.visits


async def upserted(email, rest):
    return await db.user.upsert(
        where={"email": email},
        data={"create": {"passwordHash": "h", "visits": 3, "email": email}, "update": {"visits": 4}},
    )


async def a_team_upserted():
    rest = [{"name": "one", "id": 7}]
    for it in rest:
        await db.team.upsert(where={"name": "one"}, data={"create": {**it}, "update": {**it}})
    return (await db.team.find_first()).id


async def as_dicts():
    user = await db.user.find_first(where={"id": 1}, include={"memberships": True})
    posts = await db.post.find_many(where={"authorId": 2}, include={"author": True})
    found = user.dict()
    return [
        found["passwordHash"],
        found["role"],
        found["posts"],
        found["memberships"][0]["teamId"],
        [json.loads(it.json())["author"]["email"] for it in posts],
        posts[0].model_dump()["createdAt"] == posts[0].createdAt,
    ]


async def near_a_vector():
    rows = await db.query_raw(
        """
        SELECT id, title, 1 - (embedding <=> $1::vector) AS similarity
        FROM "Paper"
        WHERE embedding IS NOT NULL
        ORDER BY embedding <=> $1::vector
        LIMIT $2
        """,
        str([1.0, 0.0]),
        2,
    )
    near = "[1, 0]"
    closer = await db.query_raw(
        'SELECT p.id::text AS key, p.embedding <-> $1::vector AS distance FROM "Paper" p'
        " WHERE p.embedding <-> $1::vector < $2 ORDER BY distance DESC, p.id",
        near,
        1.1,
    )
    inner = await db.query_first(
        'SELECT title FROM "Paper" ORDER BY embedding <#> $1::vector LIMIT 1', json.dumps([1, 2])
    )
    return (
        [[it["id"], it["title"], round(it["similarity"], 3)] for it in rows],
        closer,
        inner["title"],
    )


async def at_the_same_time():
    users, posts = await asyncio.gather(
        db.user.count(), db.post.find_many(where={"authorId": 1}, order={"id": "asc"})
    )
    return users, [it.authorId for it in posts]


async def in_one_statement():
    before, after = await db.user.find_unique(where={"id": 1}), await db.user.update(
        where={"id": 1}, data={"visits": {"increment": 1}}
    )
    return before.visits, after.visits


async def in_two_ways_at_the_same_time():
    shown, all_of_them = await asyncio.gather(
        db.user.find_unique(where={"id": 1}, include={"posts": {"where": {"published": True}}}),
        db.user.find_unique(where={"id": 1}, include={"posts": True}),
    )
    return len(shown.posts), len(all_of_them.posts)


async def times_that_come_from_elsewhere():
    east = datetime.timezone(datetime.timedelta(hours=2))
    first = await due(1, {"dueAt": datetime.datetime(2020, 1, 1, 10, tzinfo=east)})
    second = await due(2, {"dueAt": "2020-01-01T09:00:00Z"})
    found = await due_where({"dueAt": {"lt": datetime.datetime(2020, 1, 1, 10, 30, tzinfo=east)}})
    return f"{first} and {second}: {found}"


async def due(id, data):
    changed = await db.comment.update(where={"id": id}, data=data)
    return f"{changed.dueAt:%H}"


async def due_where(where):
    return await db.comment.count(where=where)
