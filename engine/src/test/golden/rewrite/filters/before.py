from app.client import db
from prisma.enums import Role


async def filters(name: str, ids: list[int], role: Role):
    await db.user.find_many(where={"name": None})
    await db.user.find_many(where={"name": {"not": None}})
    await db.user.find_many(where={"name": {"equals": name}, "email": {"not": "a@b.c"}})
    await db.user.find_many(where={"id": {"in": ids}})
    await db.user.find_many(where={"id": {"not_in": [1, 2, 3]}})
    await db.user.find_many(where={"id": {"gte": 1, "lt": 10}})
    await db.user.find_many(where={"email": {"contains": "x", "mode": "insensitive"}})
    await db.user.find_many(where={"email": {"startswith": "a", "endswith": ".org"}})
    await db.user.find_many(where={"email": {"equals": name, "mode": "insensitive"}})
    await db.user.find_many(where={"email": {"startsWith": "a"}})
    await db.user.find_many(where={"role": "ADMIN"})
    await db.user.find_many(where={"role": {"in": ["ADMIN", "MEMBER"]}})
    await db.user.find_many(where={"role": role})
    await db.user.find_many(where={"role": Role.ADMIN})
    await db.user.find_many(where={"tags": {"has": "new"}})
    await db.user.find_many(where={"tags": {"has_some": ["a", "b"]}})
    await db.user.find_many(where={"tags": {"hasEvery": ["a", "b"]}})
    await db.user.find_many(where={"tags": {"is_empty": True}})
    await db.user.find_many(where={"OR": [{"name": "a"}, {"name": "b", "id": 1}]})
    await db.user.find_many(where={"OR": [{"id": it} for it in ids]})
    await db.user.find_many(where={"OR": []})
    await db.user.find_many(where={"AND": [{"name": "a"}, {"id": 1}]})
    await db.user.find_many(where={"NOT": {"name": "a", "id": 1}})
    await db.user.find_many(where={"NOT": [{"name": "a"}, {"id": 1}]})
    await db.user.find_many(where={"id": {"not": {"in": ids}}})
    await db.user.find_many(where={"name": name or "nobody"})


async def inside_json(word: str):
    await db.post.find_many(where={"meta": {"equals": Json({"a": 1})}})
    await db.post.find_many(where={"meta": {"path": ["a", "b"], "not": Json(1)}})
    await db.post.find_many(where={"meta": {"path": ["a"], "string_contains": word}})
    await db.post.find_many(where={"meta": {"array_contains": Json([1])}})
    await db.post.find_many(where={"meta": {"path": ["a"], "gt": 1}})
