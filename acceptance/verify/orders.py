"""Rows from the end of an order, orders by what is related, and counts of fields."""

from app.client import db


async def the_last():
    return await db.thing.find_many(take=-3)


async def the_last_in_an_order():
    return await db.thing.find_many(take=-4, order=[{"note": "desc"}, {"id": "asc"}])


async def the_last_but_some(skip):
    return await db.thing.find_many(take=-2, skip=2, order={"code": "asc"})


async def the_last_of_some(number):
    return await db.thing.find_many(take=-2, where={"count": {"gte": number}}, order={"size": "asc"})


async def before_one():
    return await db.thing.find_many(take=-2, cursor={"id": 5}, skip=1, order={"id": "asc"})


async def before_one_in_an_order(code):
    return await db.thing.find_many(take=-3, cursor={"code": code}, order={"code": "desc"})


async def nulls_at_the_end():
    return await db.thing.find_many(
        take=-3, order=[{"note": {"sort": "desc", "nulls": "last"}}, {"id": "asc"}]
    )


async def by_the_name_of_another():
    return await db.thing.find_many(order=[{"owner": {"name": "desc"}}, {"id": "asc"}])


async def by_a_row_that_refers_here():
    return await db.thing.find_many(order=[{"cover": {"color": "asc"}}, {"id": "asc"}])


async def by_how_many_there_are():
    return await db.thing.find_many(order=[{"parts": {"_count": "desc"}}, {"id": "desc"}], take=5)


async def all_counted():
    return await db.thing.count(select={"_all": True, "note": True, "size": True})


async def some_counted(word):
    return await db.thing.count(select={"note": True}, where={"code": {"contains": word}})


async def from_one_in_an_order(number):
    return await db.thing.find_many(take=3, cursor={"id": number}, order={"title": "desc"})


async def back_from_one_in_an_order(number):
    return await db.thing.find_many(
        take=-3, cursor={"id": number}, order=[{"title": "desc"}, {"id": "asc"}]
    )


async def the_first_that_belongs_to_each(word):
    return await db.thing.find_many(
        include={
            "children": {
                "take": 1,
                "where": {"title": {"contains": word}},
                "order_by": [{"kind": "desc"}, {"title": "asc"}],
            }
        },
        order={"id": "asc"},
    )


async def the_first_by_its_key():
    return await db.owner.find_many(include={"things": {"take": 1}})


async def of_anybody():
    return await db.thing.find_many(where={"parent": {}, "NOT": {"owner": {}}}, order={"id": "asc"})


async def of_somebody(word):
    return await db.thing.find_many(
        where={"OR": [{"parent": {}}, {"note": word}], "parent": {"is": {}}}, order={"id": "asc"}
    )


async def one_of_each_kind_that_belongs():
    return await db.owner.find_many(include={"things": {"distinct": ["isDone", "note"]}})


async def one_of_each_kind_that_belongs_in_an_order(word):
    return await db.owner.find_many(
        include={
            "things": {
                "where": {"code": {"contains": word}},
                "distinct": ["isDone"],
                "order_by": [{"count": "desc"}, {"id": "asc"}],
            }
        }
    )


async def from_one_that_belongs(number):
    return await db.owner.find_many(include={"things": {"cursor": {"id": number}}})


async def from_one_that_belongs_in_an_order(number):
    return await db.owner.find_many(
        include={
            "things": {"cursor": {"id": number}, "take": 2, "skip": 1, "order_by": {"count": "desc"}}
        }
    )


async def the_one_that_belongs(number):
    return await db.thing.find_many(
        include={"children": {"cursor": {"id": number}, "take": 1, "order_by": {"title": "asc"}}}
    )


async def in_a_direction(direction):
    return await db.thing.find_many(order=[{"title": direction}, {"id": "asc"}])


async def grouped_in_a_direction(direction):
    return await db.thing.group_by(["title"], count=True, order={"title": direction})


async def in_one_direction_or_the_other(isUp):
    return await db.thing.find_many(order={"id": "asc" if isUp else "desc"}, take=4)
