"""What does not hold, and what neither holds nor fails: NULL in rows that a row is related to."""

from app.client import db
from prisma import Json


async def thing_cover_is_not_tint(word):
    return await db.thing.find_many(where={"cover": {"is_not": {"tint": word}}}, order={"id": "asc"})


async def thing_not_cover_is_tint(word):
    return await db.thing.find_many(where={"NOT": {"cover": {"is": {"tint": word}}}}, order={"id": "asc"})


async def thing_not_cover_is_not_tint(word):
    return await db.thing.find_many(where={"NOT": {"cover": {"is_not": {"tint": word}}}}, order={"id": "asc"})


async def thing_not_not_cover_is_not_tint(word):
    return await db.thing.find_many(where={"NOT": {"NOT": {"cover": {"is_not": {"tint": word}}}}}, order={"id": "asc"})


async def thing_owner_is_not_name(word):
    return await db.thing.find_many(where={"owner": {"is_not": {"name": word}}}, order={"id": "asc"})


async def thing_not_owner_is_name(word):
    return await db.thing.find_many(where={"NOT": {"owner": {"is": {"name": word}}}}, order={"id": "asc"})


async def thing_parent_is_not_note(word):
    return await db.thing.find_many(where={"parent": {"is_not": {"note": word}}}, order={"id": "asc"})


async def thing_not_parent_note(word):
    return await db.thing.find_many(where={"NOT": {"parent": {"note": word}}}, order={"id": "asc"})


async def count_thing_not_cover_is_tint(word):
    return await db.thing.count(where={"NOT": {"cover": {"is": {"tint": word}}}})


async def deleted_thing_cover_is_not_tint(word):
    return await db.thing.delete_many(where={"cover": {"is_not": {"tint": word}}})


async def updated_thing_not_cover_is_tint(word):
    return await db.thing.update_many(where={"NOT": {"cover": {"is": {"tint": word}}}}, data={"title": "q"})


async def updated_thing_cover_is_not_tint(word):
    return await db.thing.update_many(where={"cover": {"is_not": {"tint": word}}}, data={"title": "q"})


async def first_thing_cover_is_not_tint(word):
    return await db.thing.find_first(where={"cover": {"is_not": {"tint": word}}}, order={"id": "desc"})


async def unique_thing_cover_is_not_tint(word, number):
    return await db.thing.find_unique(where={"id": number, "cover": {"is_not": {"tint": word}}})


async def update_thing_cover_is_not_tint(word, number):
    return await db.thing.update(where={"id": number, "cover": {"is_not": {"tint": word}}}, data={"title": "q"})


async def delete_thing_not_cover_is_tint(word, number):
    return await db.thing.delete(where={"id": number, "NOT": {"cover": {"is": {"tint": word}}}})


async def grouped_thing_cover_is_not_tint(word):
    return await db.thing.group_by(by=["kind"], where={"cover": {"is_not": {"tint": word}}}, count=True)


async def owner_things_none_note(word):
    return await db.owner.find_many(where={"things": {"none": {"note": word}}})


async def owner_things_every_note(word):
    return await db.owner.find_many(where={"things": {"every": {"note": word}}})


async def owner_not_things_some_note(word):
    return await db.owner.find_many(where={"NOT": {"things": {"some": {"note": word}}}})


async def owner_not_things_every_not_note(word):
    return await db.owner.find_many(where={"NOT": {"things": {"every": {"NOT": {"note": word}}}}})


async def owner_things_none_cover_is_not_tint(word):
    return await db.owner.find_many(where={"things": {"none": {"cover": {"is_not": {"tint": word}}}}})


async def owner_things_every_cover_is_tint(word):
    return await db.owner.find_many(where={"things": {"every": {"cover": {"is": {"tint": word}}}}})


async def owner_things_every_cover_is_not_tint(word):
    return await db.owner.find_many(where={"things": {"every": {"cover": {"is_not": {"tint": word}}}}})


async def cover_thing_is_not_parent_is_note(word):
    return await db.cover.find_many(where={"thing": {"is_not": {"parent": {"is": {"note": word}}}}})


async def cover_not_thing_is_parent_is_not_note(word):
    return await db.cover.find_many(where={"NOT": {"thing": {"is": {"parent": {"is_not": {"note": word}}}}}})


async def cover_thing_is_not_not_parent_is_note(word):
    return await db.cover.find_many(where={"thing": {"is_not": {"NOT": {"parent": {"is": {"note": word}}}}}})


async def thing_parent_is_not_or_note_size(word, number):
    return await db.thing.find_many(where={"parent": {"is_not": {"OR": [{"note": word}, {"size": number}]}}})


async def thing_not_parent_note_size_cover_tint(word, number):
    return await db.thing.find_many(where={"NOT": [{"parent": {"note": word, "size": number}}, {"cover": {"tint": None}}]})


async def thing_parent_is_not_not_note(word):
    return await db.thing.find_many(where={"parent": {"is_not": {"NOT": {"note": word}}}})


async def thing_parent_is_not_cover_is_tint(word):
    return await db.thing.find_many(where={"parent": {"is_not": {"cover": {"is": {"tint": word}}}}})


async def label_things_none_not_cover_is_tint(word):
    return await db.label.find_many(where={"things": {"none": {"NOT": {"cover": {"is": {"tint": word}}}}}})


async def thing_parent_is_not_size_gt(number):
    return await db.thing.find_many(where={"parent": {"is_not": {"size": {"gt": number}}}})


async def deleted_thing_parent_is_not_parent_is_note(word):
    return await db.thing.delete_many(where={"parent": {"is_not": {"parent": {"is": {"note": word}}}}})


async def deleted_thing_not_parent_is_parent_is_note(word):
    return await db.thing.delete_many(where={"NOT": {"parent": {"is": {"parent": {"is": {"note": word}}}}}})


async def thing_parent_is_not_note_not(word):
    return await db.thing.find_many(where={"parent": {"is_not": {"note": {"not": word}}}})


async def thing_parent_is_not_words_has(word):
    return await db.thing.find_many(where={"parent": {"is_not": {"words": {"has": word}}}})


async def thing_parent_is_not_note_not_contains(word):
    return await db.thing.find_many(where={"parent": {"is_not": {"note": {"not": {"contains": word}}}}})


async def thing_not_cover_is_tint_again():
    return await db.thing.find_many(where={"NOT": {"cover": {"is": {"tint": None}}}})


async def thing_not_cover():
    return await db.thing.find_many(where={"NOT": {"cover": None}})


async def thing_parent_is_not_not_cover():
    return await db.thing.find_many(where={"parent": {"is_not": {"NOT": {"cover": None}}}})


async def first_thing_cover_is_not_tint_gt():
    return await db.thing.find_first(where={"cover": {"is_not": {"tint": "zzz"}}, "id": {"gt": 3}}, order={"id": "asc"})


async def unique_thing_cover_is_not_tint_again(number):
    return await db.thing.find_unique(where={"id": number, "cover": {"is_not": {"tint": "zzz"}}})


async def update_thing_cover_is_not_tint_again(number):
    return await db.thing.update(where={"id": number, "cover": {"is_not": {"tint": "zzz"}}}, data={"title": "q"})


async def delete_thing_not_cover_is_tint_again(number):
    return await db.thing.delete(where={"id": number, "NOT": {"cover": {"is": {"tint": "zzz"}}}})


async def delete_cover_not_thing_is_note(number):
    return await db.cover.delete(where={"id": number, "NOT": {"thing": {"is": {"note": "zzz"}}}})


async def owner_things_cover_is_not_tint():
    return await db.owner.find_many(include={"things": {"where": {"cover": {"is_not": {"tint": "zzz"}}}}})


async def deleted_thing_cover_is_not_tint_again():
    return await db.thing.delete_many(where={"cover": {"is_not": {"tint": "zzz"}}})


async def deleted_cover_thing_is_not_note():
    return await db.cover.delete_many(where={"thing": {"is_not": {"note": "zzz"}}})


async def deleted_cover_not_thing_is_parent_is_not_note():
    return await db.cover.delete_many(where={"NOT": {"thing": {"is": {"parent": {"is_not": {"note": "zzz"}}}}}})


async def updated_cover_thing_is_not_note():
    return await db.cover.update_many(where={"thing": {"is_not": {"note": "zzz"}}}, data={"color": "q"})


async def updated_cover_thing_is_not_note_again():
    return await db.cover.update_many(where={"thing": {"is_not": {"note": "zzz"}}}, data={"color": {"set": "q"}})


async def update_cover_thing_is_not_note_thing(number):
    return await db.cover.update(where={"id": number, "thing": {"is_not": {"note": "zzz"}}}, data={"color": "q"}, include={"thing": True})


async def thing_not_isopen():
    return await db.thing.find_many(where={"NOT": {"isOpen": True}})


async def thing_parent_is_not_isopen():
    return await db.thing.find_many(where={"parent": {"is_not": {"isOpen": True}}})


async def thing_isopen_not_equals():
    return await db.thing.find_many(where={"isOpen": {"not": {"equals": True}}})


async def thing_not_isopen_again(flag):
    return await db.thing.find_many(where={"NOT": {"isOpen": flag}})


async def thing_not_isopen_not():
    return await db.thing.find_many(where={"NOT": {"isOpen": {"not": True}}})


async def thing_not_not_isopen_equals():
    return await db.thing.find_many(where={"NOT": {"NOT": {"isOpen": {"equals": False}}}})


async def thing_not_string_contains():
    return await db.thing.find_many(where={"NOT": {"data": {"path": ["a"], "string_contains": "x"}}})


async def thing_not_equals():
    return await db.thing.find_many(where={"NOT": {"data": {"path": ["a"], "equals": Json("x")}}})


async def thing_parent_is_not_string_contains():
    return await db.thing.find_many(where={"parent": {"is_not": {"data": {"path": ["a"], "string_contains": "x"}}}})


async def thing_parent_is_not_equals():
    return await db.thing.find_many(where={"parent": {"is_not": {"data": {"path": ["a"], "equals": Json("x")}}}})


async def thing_not_string_contains_again():
    return await db.thing.find_many(where={"NOT": {"data": {"string_contains": "x"}}})


async def thing_not_words_is_empty():
    return await db.thing.find_many(where={"NOT": {"words": {"is_empty": True}}})


async def thing_not_words_has():
    return await db.thing.find_many(where={"NOT": {"words": {"has": "x"}}})


async def thing_parent_is_not_kinds_has_some():
    return await db.thing.find_many(where={"parent": {"is_not": {"kinds": {"has_some": ["FILM"]}}}})


async def thing_not_note_contains_mode():
    return await db.thing.find_many(where={"NOT": {"note": {"contains": "x", "mode": "insensitive"}}})


async def thing_not_or_note(words):
    return await db.thing.find_many(where={"NOT": {"OR": [{"note": it} for it in words]}})


async def thing_not_note_in():
    return await db.thing.find_many(where={"NOT": {"note": {"in": []}}})


async def thing_parent_is_not_note_not_in():
    return await db.thing.find_many(where={"parent": {"is_not": {"note": {"not_in": []}}}})


async def thing_not_equals_again():
    return await db.thing.find_many(where={"NOT": {"data": {"path": ["a"], "equals": Json("x")}}})


async def thing_parent_is_not_equals_again():
    return await db.thing.find_many(where={"parent": {"is_not": {"data": {"path": ["a"], "equals": Json(2)}}}})


async def thing_not_array_contains():
    return await db.thing.find_many(where={"NOT": {"data": {"path": ["b"], "array_contains": [1]}}})


async def thing_not_not():
    return await db.thing.find_many(where={"NOT": {"data": {"path": ["a"], "not": Json("x")}}})


async def owner_not_things_some_string_contains():
    return await db.owner.find_many(where={"NOT": {"things": {"some": {"data": {"path": ["a"], "string_contains": "x"}}}}})


async def owner_things_every_string_contains():
    return await db.owner.find_many(where={"things": {"every": {"data": {"path": ["a"], "string_contains": "x"}}}})


async def deleted_thing_parent_is_not_string_contains():
    return await db.thing.delete_many(where={"parent": {"is_not": {"data": {"path": ["a"], "string_contains": "x"}}}})


async def thing_tint_not_cover_is(word):
    row = {"tint": word}
    return await db.thing.find_many(where={"NOT": {"cover": {"is": row}}})


async def thing_tint_cover_is_not(word):
    row = {"tint": word}
    return await db.thing.find_many(where={"cover": {"is_not": row}})


async def deleted_thing_cover_is_not_tint_3(word):
    where = {"cover": {"is_not": {"tint": word}}}
    return await db.thing.delete_many(where=where)
