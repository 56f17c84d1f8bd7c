"""Calls that write rows together with rows that are related to them."""

from app.client import db


async def children_created(code, title, owner):
    return await db.thing.update(
        where={"code": code},
        data={
            "title": title,
            "children": {
                "create": [
                    {"code": "new 1", "title": "n", "kind": "FILM", "ownerId": owner.id},
                    {"code": "new 2", "title": "m", "kind": "SONG", "ownerId": owner.id},
                ]
            },
        },
        include={"children": True},
    )


async def children_only(code, owner):
    return await db.thing.update(
        where={"code": code},
        data={
            "children": {
                "create": {"code": "new", "title": "n", "kind": "FILM", "ownerId": owner.id}
            }
        },
    )


async def children_connected(code, other):
    return await db.thing.update(
        where={"code": code},
        data={"children": {"connect": [{"code": other}]}},
        include={"children": True},
    )


async def children_disconnected(thing):
    return await db.thing.update(
        where={"id": thing.id},
        data={"children": {"disconnect": [{"code": thing.code}]}},
        include={"children": True},
    )


async def children_of_a_parent_disconnected(thing):
    return await db.thing.update(
        where={"id": thing.parentId},
        data={"children": {"disconnect": [{"id": thing.id}]}},
        include={"children": True},
    )


async def children_set(code, other):
    return await db.thing.update(
        where={"code": code},
        data={"children": {"set": [{"code": other}]}},
        include={"children": True},
    )


async def children_set_to_nothing(thing):
    return await db.thing.update(
        where={"id": thing.parentId}, data={"children": {"set": []}}, include={"children": True}
    )


async def parts_deleted(part):
    return await db.thing.update(
        where={"id": 1},
        data={"parts": {"delete": [{"thingId_number": {"thingId": 1, "number": part.number}}]}},
        include={"parts": True},
    )


async def labels_created(text):
    return await db.thing.update(
        where={"id": 1},
        data={"labels": {"create": [{"text": text}]}},
        include={"labels": True},
    )


async def labels_connected(code, label):
    return await db.thing.update(
        where={"code": code},
        data={"labels": {"connect": [{"id": label.id}]}},
        include={"labels": True},
    )


async def labels_disconnected(code, label):
    return await db.thing.update(
        where={"code": code},
        data={"labels": {"disconnect": [{"id": label.id}]}},
        include={"labels": True},
    )


async def labels_connected_by_text(code, text):
    return await db.thing.update(
        where={"code": code},
        data={"labels": {"connect": [{"text": text}]}},
        include={"labels": True},
    )


async def labels_set(code, label):
    return await db.thing.update(
        where={"code": code},
        data={"labels": {"set": [{"text": label.text}]}},
        include={"labels": True},
    )


async def a_label_with_things(text, code):
    return await db.label.create(
        data={"text": text, "things": {"connect": [{"code": code}]}}, include={"things": True}
    )


async def a_cover_created(code, color):
    return await db.thing.update(
        where={"code": code}, data={"cover": {"create": {"color": color}}}, include={"cover": True}
    )


async def an_owner_found_or_created(code, title, email):
    return await db.thing.create(
        data={
            "code": code,
            "title": title,
            "kind": "BOOK",
            "owner": {
                "connect_or_create": {"where": {"email": email}, "create": {"email": email}}
            },
        },
        include={"owner": True},
    )


async def an_owner_created_in_an_update(email):
    return await db.thing.update(
        where={"id": 1}, data={"owner": {"create": {"email": email}}}, include={"owner": True}
    )


async def a_thing_with_its_code_and_parts(code, owner):
    return await db.thing.create(
        data={
            "id": 4711,
            "code": code,
            "title": "t",
            "kind": "BOOK",
            "ownerId": owner.id,
            "parts": {"create": [{"number": 1, "name": "p"}]},
        },
        include={"parts": True, "labels": True},
    )


async def parent_by_another_key(code, other):
    return await db.thing.update(
        where={"code": code}, data={"parent": {"connect": {"code": other}}}
    )


async def parent_that_is_missing(code):
    return await db.thing.update(
        where={"code": code}, data={"parent": {"connect": {"code": "nobody has this"}}}
    )
