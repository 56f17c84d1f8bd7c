"""Dicts and lists that are put together before the call that they are given to."""

from datetime import datetime, timedelta, timezone

from app.client import db


async def one_or_another(title, note):
    where = {"title": title} if title else {"note": note}
    return await db.thing.find_many(where=where)


async def one_or_none(size):
    where = {"size": {"gt": size}} if size else None
    return await db.thing.count(where=where)


async def spread(title, size, is_done):
    where = {"isDone": is_done, **({"title": title, "size": size} if title else {})}
    return await db.thing.find_many(where=where)


async def spread_in_place(title, size):
    return await db.thing.find_many(
        where={"size": {"lt": size}, **({"isOpen": None} if title else {"isOpen": True})}
    )


async def written_where_given(code, title, note):
    data = {"isDone": True, **({"title": title, "isOpen": False} if title else {"note": note})}
    return await db.thing.update(where={"code": code}, data=data)


async def made_where_given(code, owner, size):
    return await db.thing.create(
        data={
            "code": "new",
            "title": code,
            "kind": "FILM",
            "ownerId": owner.id,
            **({"size": size} if size else {"mayBe": "SONG"}),
        }
    )


async def asked_first(code, title, note):
    data = {}
    if title:
        data["title"] = title
    if note:
        data["note"] = note
    if not data:
        return None
    return await db.thing.update(where={"code": code}, data=data)


async def all_of(title, sizes):
    conditions = []
    if title:
        conditions.append({"title": {"contains": title}})
    for size in sizes:
        conditions.append({"size": {"not": size}})
    return await db.thing.find_many(where={"AND": conditions})


async def any_of(title, color, note):
    conditions = [{"title": title, "isDone": True}]
    if color:
        conditions.append({"cover": {"is": {"color": color}}})
    conditions.extend([{"note": note}, {"OR": [{"size": None}, {"isOpen": True}]}])
    return await db.thing.find_many(where={"OR": conditions})


async def none_of(title, tint):
    conditions = [{"title": title}]
    conditions.append({"isDone": tint})
    return await db.thing.find_many(where={"NOT": {"OR": conditions}})


async def of_a_loop(names):
    conditions = [{"title": it} for it in names]
    return await db.thing.find_many(where={"OR": conditions, "isDone": False})


async def in_another(name, weight):
    conditions = [{"name": name}]
    if weight:
        conditions.append({"weight": {"gte": weight}})
    where = {"thing": {"is": {"isDone": False}}}
    if conditions:
        where["OR"] = conditions
    return await db.part.find_many(where=where)


async def deleted(note, size):
    conditions = [{"note": note}]
    if size:
        conditions.append({"size": size, "isDone": True})
    return await db.thing.delete_many(where={"AND": conditions})


async def rows_of_a_loop(names):
    rows = [{"id": it, "email": it} for it in names]
    return await db.owner.create_many(data=rows, skip_duplicates=True)


async def rows_appended(text, other):
    rows = []
    rows.append({"text": text})
    if other:
        rows.append({"text": other, "id": "x"})
    await db.label.create_many(data=rows, skip_duplicates=True)


async def of_two_kinds_of_times():
    cutoff = datetime.now(timezone.utc) - timedelta(days=30)
    return await db.thing.find_many(
        where={"OR": [{"at": {"lt": cutoff}}, {"local": {"lt": cutoff}}]}
    )
