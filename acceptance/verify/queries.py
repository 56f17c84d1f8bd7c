"""Calls as programs have them: dicts that grow, loops, transactions, what is handed in."""

import json

from app.client import db
from prisma import Json
from prisma.models import Thing


async def grows(body, user):
    where = {"ownerId": user.id, "OR": [{"title": {"contains": body.search}}, {"note": None}]}
    if body.kind:
        where["isDone"] = body.done
    things = await db.thing.find_many(where=where, order={"id": "asc"})
    return [it.title for it in things], await db.thing.count(where=where)


async def of_what_is_related(body):
    owner = {"email": {"contains": body.search}}
    owner["name"] = body.name
    some = {"title": body.title}
    every = {}
    where = {"owner": {"is": owner}}
    where["children"] = {"every": every, "none": some}
    things = await db.thing.find_many(where=where, order={"id": "asc"})
    parent = {"code": body.code}
    parts = {}
    await db.thing.find_many(
        where={"parent": parent, "OR": [{"parts": {"some": parts}}, {"isDone": True}]},
        order={"id": "asc"},
    )
    anybody = {}
    await db.thing.find_many(where={"parent": anybody}, order={"id": "asc"})
    somebody = {}
    return things, await db.thing.find_many(where={"parent": {"is": somebody}}, order={"id": "asc"})


async def writes(body):
    data = {"title": body.title}
    if body.note:
        data["note"] = body.note
    data.update({"count": {"increment": body.step}})
    return await db.thing.update(where={"id": body.id}, data=data)


async def changes_what_is_given(body):
    data = {}
    if body.title is not None:
        data["title"] = body.title
    changed = await db.thing.update(where={"id": body.id}, data=data, include={"owner": True})
    await db.thing.update(where={"id": body.id}, data=data)
    await db.thing.update_many(where={"isDone": False}, data=data)
    return changed, await db.thing.update(where={"id": body.id}, data={})


async def of_a_class(request):
    return await Thing.prisma().find_first(
        where={"code": request.path["code"]},  # as the address has it
        include={"owner": True},
    )


async def together(self, rows):
    async with self.db.tx() as tx:
        await tx.label.create_many(data=[{"text": f"label {it}"} for it in rows])
        await tx.owner.delete_many(where={"things": {"none": {}}})


async def keeps(id, payload):
    await db.thing.update(where={"id": id}, data={"data": Json({"payload": payload})})
    return await db.thing.update(where={"id": id}, data={"data": json.dumps(payload)})


async def by_methods_that_are_kept(names, body):
    find = db.thing.find_many
    change = Thing.prisma().update
    await change(where={"id": body.id}, data={"title": body.title})
    return [await find(where={"title": body.title}, order={"id": "asc"}), await find(take=2)]


async def only_known_later(where, names):
    await db.thing.find_many(where=where)
    return await db.query_raw("SELECT 1")
