"""A call for each operator and operation of Prisma Client Python, of each type that it is for."""

from app.client import db
from prisma import Base64, Json


async def code_is(word):
    return await db.thing.find_many(where={"code": word}, order={"id": "asc"})


async def code_equals(word):
    return await db.thing.find_many(where={"code": {"equals": word}}, order={"id": "asc"})


async def code_not(word):
    return await db.thing.find_many(where={"code": {"not": word}}, order={"id": "asc"})


async def code_in(words):
    return await db.thing.find_many(where={"code": {"in": words}}, order={"id": "asc"})


async def code_not_in(words):
    return await db.thing.find_many(where={"code": {"not_in": words}}, order={"id": "asc"})


async def code_in_two(word, other):
    return await db.thing.find_many(where={"code": {"in": [word, other]}}, order={"id": "asc"})


async def code_lt(word):
    return await db.thing.find_many(where={"code": {"lt": word}}, order={"id": "asc"})


async def code_lte(word):
    return await db.thing.find_many(where={"code": {"lte": word}}, order={"id": "asc"})


async def code_gt(word):
    return await db.thing.find_many(where={"code": {"gt": word}}, order={"id": "asc"})


async def code_gte(word):
    return await db.thing.find_many(where={"code": {"gte": word}}, order={"id": "asc"})


async def code_between(word, other):
    return await db.thing.find_many(where={"code": {"gte": word, "lt": other}}, order={"id": "asc"})


async def title_is(word):
    return await db.thing.find_many(where={"title": word}, order={"id": "asc"})


async def title_equals(word):
    return await db.thing.find_many(where={"title": {"equals": word}}, order={"id": "asc"})


async def title_not(word):
    return await db.thing.find_many(where={"title": {"not": word}}, order={"id": "asc"})


async def title_in(words):
    return await db.thing.find_many(where={"title": {"in": words}}, order={"id": "asc"})


async def title_not_in(words):
    return await db.thing.find_many(where={"title": {"not_in": words}}, order={"id": "asc"})


async def title_in_two(word, other):
    return await db.thing.find_many(where={"title": {"in": [word, other]}}, order={"id": "asc"})


async def title_lt(word):
    return await db.thing.find_many(where={"title": {"lt": word}}, order={"id": "asc"})


async def title_lte(word):
    return await db.thing.find_many(where={"title": {"lte": word}}, order={"id": "asc"})


async def title_gt(word):
    return await db.thing.find_many(where={"title": {"gt": word}}, order={"id": "asc"})


async def title_gte(word):
    return await db.thing.find_many(where={"title": {"gte": word}}, order={"id": "asc"})


async def title_between(word, other):
    return await db.thing.find_many(where={"title": {"gte": word, "lt": other}}, order={"id": "asc"})


async def note_is(word):
    return await db.thing.find_many(where={"note": word}, order={"id": "asc"})


async def note_equals(word):
    return await db.thing.find_many(where={"note": {"equals": word}}, order={"id": "asc"})


async def note_not(word):
    return await db.thing.find_many(where={"note": {"not": word}}, order={"id": "asc"})


async def note_in(words):
    return await db.thing.find_many(where={"note": {"in": words}}, order={"id": "asc"})


async def note_not_in(words):
    return await db.thing.find_many(where={"note": {"not_in": words}}, order={"id": "asc"})


async def note_in_two(word, other):
    return await db.thing.find_many(where={"note": {"in": [word, other]}}, order={"id": "asc"})


async def note_lt(word):
    return await db.thing.find_many(where={"note": {"lt": word}}, order={"id": "asc"})


async def note_lte(word):
    return await db.thing.find_many(where={"note": {"lte": word}}, order={"id": "asc"})


async def note_gt(word):
    return await db.thing.find_many(where={"note": {"gt": word}}, order={"id": "asc"})


async def note_gte(word):
    return await db.thing.find_many(where={"note": {"gte": word}}, order={"id": "asc"})


async def note_between(word, other):
    return await db.thing.find_many(where={"note": {"gte": word, "lt": other}}, order={"id": "asc"})


async def short_is(word):
    return await db.thing.find_many(where={"short": word}, order={"id": "asc"})


async def short_equals(word):
    return await db.thing.find_many(where={"short": {"equals": word}}, order={"id": "asc"})


async def short_not(word):
    return await db.thing.find_many(where={"short": {"not": word}}, order={"id": "asc"})


async def short_in(words):
    return await db.thing.find_many(where={"short": {"in": words}}, order={"id": "asc"})


async def short_not_in(words):
    return await db.thing.find_many(where={"short": {"not_in": words}}, order={"id": "asc"})


async def short_in_two(word, other):
    return await db.thing.find_many(where={"short": {"in": [word, other]}}, order={"id": "asc"})


async def short_lt(word):
    return await db.thing.find_many(where={"short": {"lt": word}}, order={"id": "asc"})


async def short_lte(word):
    return await db.thing.find_many(where={"short": {"lte": word}}, order={"id": "asc"})


async def short_gt(word):
    return await db.thing.find_many(where={"short": {"gt": word}}, order={"id": "asc"})


async def short_gte(word):
    return await db.thing.find_many(where={"short": {"gte": word}}, order={"id": "asc"})


async def short_between(word, other):
    return await db.thing.find_many(where={"short": {"gte": word, "lt": other}}, order={"id": "asc"})


async def kind_is(kind):
    return await db.thing.find_many(where={"kind": kind}, order={"id": "asc"})


async def kind_equals(kind):
    return await db.thing.find_many(where={"kind": {"equals": kind}}, order={"id": "asc"})


async def kind_not(kind):
    return await db.thing.find_many(where={"kind": {"not": kind}}, order={"id": "asc"})


async def kind_in(kinds):
    return await db.thing.find_many(where={"kind": {"in": kinds}}, order={"id": "asc"})


async def kind_not_in(kinds):
    return await db.thing.find_many(where={"kind": {"not_in": kinds}}, order={"id": "asc"})


async def kind_in_two(kind, other):
    return await db.thing.find_many(where={"kind": {"in": [kind, other]}}, order={"id": "asc"})


async def maybe_is(kind):
    return await db.thing.find_many(where={"mayBe": kind}, order={"id": "asc"})


async def maybe_equals(kind):
    return await db.thing.find_many(where={"mayBe": {"equals": kind}}, order={"id": "asc"})


async def maybe_not(kind):
    return await db.thing.find_many(where={"mayBe": {"not": kind}}, order={"id": "asc"})


async def maybe_in(kinds):
    return await db.thing.find_many(where={"mayBe": {"in": kinds}}, order={"id": "asc"})


async def maybe_not_in(kinds):
    return await db.thing.find_many(where={"mayBe": {"not_in": kinds}}, order={"id": "asc"})


async def maybe_in_two(kind, other):
    return await db.thing.find_many(where={"mayBe": {"in": [kind, other]}}, order={"id": "asc"})


async def count_is(number):
    return await db.thing.find_many(where={"count": number}, order={"id": "asc"})


async def count_equals(number):
    return await db.thing.find_many(where={"count": {"equals": number}}, order={"id": "asc"})


async def count_not(number):
    return await db.thing.find_many(where={"count": {"not": number}}, order={"id": "asc"})


async def count_in(numbers):
    return await db.thing.find_many(where={"count": {"in": numbers}}, order={"id": "asc"})


async def count_not_in(numbers):
    return await db.thing.find_many(where={"count": {"not_in": numbers}}, order={"id": "asc"})


async def count_in_two(number, other):
    return await db.thing.find_many(where={"count": {"in": [number, other]}}, order={"id": "asc"})


async def count_lt(number):
    return await db.thing.find_many(where={"count": {"lt": number}}, order={"id": "asc"})


async def count_lte(number):
    return await db.thing.find_many(where={"count": {"lte": number}}, order={"id": "asc"})


async def count_gt(number):
    return await db.thing.find_many(where={"count": {"gt": number}}, order={"id": "asc"})


async def count_gte(number):
    return await db.thing.find_many(where={"count": {"gte": number}}, order={"id": "asc"})


async def count_between(number, other):
    return await db.thing.find_many(where={"count": {"gte": number, "lt": other}}, order={"id": "asc"})


async def size_is(number):
    return await db.thing.find_many(where={"size": number}, order={"id": "asc"})


async def size_equals(number):
    return await db.thing.find_many(where={"size": {"equals": number}}, order={"id": "asc"})


async def size_not(number):
    return await db.thing.find_many(where={"size": {"not": number}}, order={"id": "asc"})


async def size_in(numbers):
    return await db.thing.find_many(where={"size": {"in": numbers}}, order={"id": "asc"})


async def size_not_in(numbers):
    return await db.thing.find_many(where={"size": {"not_in": numbers}}, order={"id": "asc"})


async def size_in_two(number, other):
    return await db.thing.find_many(where={"size": {"in": [number, other]}}, order={"id": "asc"})


async def size_lt(number):
    return await db.thing.find_many(where={"size": {"lt": number}}, order={"id": "asc"})


async def size_lte(number):
    return await db.thing.find_many(where={"size": {"lte": number}}, order={"id": "asc"})


async def size_gt(number):
    return await db.thing.find_many(where={"size": {"gt": number}}, order={"id": "asc"})


async def size_gte(number):
    return await db.thing.find_many(where={"size": {"gte": number}}, order={"id": "asc"})


async def size_between(number, other):
    return await db.thing.find_many(where={"size": {"gte": number, "lt": other}}, order={"id": "asc"})


async def big_is(number):
    return await db.thing.find_many(where={"big": number}, order={"id": "asc"})


async def big_equals(number):
    return await db.thing.find_many(where={"big": {"equals": number}}, order={"id": "asc"})


async def big_not(number):
    return await db.thing.find_many(where={"big": {"not": number}}, order={"id": "asc"})


async def big_in(numbers):
    return await db.thing.find_many(where={"big": {"in": numbers}}, order={"id": "asc"})


async def big_not_in(numbers):
    return await db.thing.find_many(where={"big": {"not_in": numbers}}, order={"id": "asc"})


async def big_in_two(number, other):
    return await db.thing.find_many(where={"big": {"in": [number, other]}}, order={"id": "asc"})


async def big_lt(number):
    return await db.thing.find_many(where={"big": {"lt": number}}, order={"id": "asc"})


async def big_lte(number):
    return await db.thing.find_many(where={"big": {"lte": number}}, order={"id": "asc"})


async def big_gt(number):
    return await db.thing.find_many(where={"big": {"gt": number}}, order={"id": "asc"})


async def big_gte(number):
    return await db.thing.find_many(where={"big": {"gte": number}}, order={"id": "asc"})


async def big_between(number, other):
    return await db.thing.find_many(where={"big": {"gte": number, "lt": other}}, order={"id": "asc"})


async def ratio_is(number):
    return await db.thing.find_many(where={"ratio": number}, order={"id": "asc"})


async def ratio_equals(number):
    return await db.thing.find_many(where={"ratio": {"equals": number}}, order={"id": "asc"})


async def ratio_not(number):
    return await db.thing.find_many(where={"ratio": {"not": number}}, order={"id": "asc"})


async def ratio_in(numbers):
    return await db.thing.find_many(where={"ratio": {"in": numbers}}, order={"id": "asc"})


async def ratio_not_in(numbers):
    return await db.thing.find_many(where={"ratio": {"not_in": numbers}}, order={"id": "asc"})


async def ratio_in_two(number, other):
    return await db.thing.find_many(where={"ratio": {"in": [number, other]}}, order={"id": "asc"})


async def ratio_lt(number):
    return await db.thing.find_many(where={"ratio": {"lt": number}}, order={"id": "asc"})


async def ratio_lte(number):
    return await db.thing.find_many(where={"ratio": {"lte": number}}, order={"id": "asc"})


async def ratio_gt(number):
    return await db.thing.find_many(where={"ratio": {"gt": number}}, order={"id": "asc"})


async def ratio_gte(number):
    return await db.thing.find_many(where={"ratio": {"gte": number}}, order={"id": "asc"})


async def ratio_between(number, other):
    return await db.thing.find_many(where={"ratio": {"gte": number, "lt": other}}, order={"id": "asc"})


async def price_is(amount):
    return await db.thing.find_many(where={"price": amount}, order={"id": "asc"})


async def price_equals(amount):
    return await db.thing.find_many(where={"price": {"equals": amount}}, order={"id": "asc"})


async def price_not(amount):
    return await db.thing.find_many(where={"price": {"not": amount}}, order={"id": "asc"})


async def price_in(amounts):
    return await db.thing.find_many(where={"price": {"in": amounts}}, order={"id": "asc"})


async def price_not_in(amounts):
    return await db.thing.find_many(where={"price": {"not_in": amounts}}, order={"id": "asc"})


async def price_in_two(amount, other):
    return await db.thing.find_many(where={"price": {"in": [amount, other]}}, order={"id": "asc"})


async def price_lt(amount):
    return await db.thing.find_many(where={"price": {"lt": amount}}, order={"id": "asc"})


async def price_lte(amount):
    return await db.thing.find_many(where={"price": {"lte": amount}}, order={"id": "asc"})


async def price_gt(amount):
    return await db.thing.find_many(where={"price": {"gt": amount}}, order={"id": "asc"})


async def price_gte(amount):
    return await db.thing.find_many(where={"price": {"gte": amount}}, order={"id": "asc"})


async def price_between(amount, other):
    return await db.thing.find_many(where={"price": {"gte": amount, "lt": other}}, order={"id": "asc"})


async def isdone_is(flag):
    return await db.thing.find_many(where={"isDone": flag}, order={"id": "asc"})


async def isdone_equals(flag):
    return await db.thing.find_many(where={"isDone": {"equals": flag}}, order={"id": "asc"})


async def isdone_not(flag):
    return await db.thing.find_many(where={"isDone": {"not": flag}}, order={"id": "asc"})


async def isopen_is(flag):
    return await db.thing.find_many(where={"isOpen": flag}, order={"id": "asc"})


async def isopen_equals(flag):
    return await db.thing.find_many(where={"isOpen": {"equals": flag}}, order={"id": "asc"})


async def isopen_not(flag):
    return await db.thing.find_many(where={"isOpen": {"not": flag}}, order={"id": "asc"})


async def at_is(time):
    return await db.thing.find_many(where={"at": time}, order={"id": "asc"})


async def at_equals(time):
    return await db.thing.find_many(where={"at": {"equals": time}}, order={"id": "asc"})


async def at_not(time):
    return await db.thing.find_many(where={"at": {"not": time}}, order={"id": "asc"})


async def at_in(times):
    return await db.thing.find_many(where={"at": {"in": times}}, order={"id": "asc"})


async def at_not_in(times):
    return await db.thing.find_many(where={"at": {"not_in": times}}, order={"id": "asc"})


async def at_in_two(time, other):
    return await db.thing.find_many(where={"at": {"in": [time, other]}}, order={"id": "asc"})


async def at_lt(time):
    return await db.thing.find_many(where={"at": {"lt": time}}, order={"id": "asc"})


async def at_lte(time):
    return await db.thing.find_many(where={"at": {"lte": time}}, order={"id": "asc"})


async def at_gt(time):
    return await db.thing.find_many(where={"at": {"gt": time}}, order={"id": "asc"})


async def at_gte(time):
    return await db.thing.find_many(where={"at": {"gte": time}}, order={"id": "asc"})


async def at_between(time, other):
    return await db.thing.find_many(where={"at": {"gte": time, "lt": other}}, order={"id": "asc"})


async def local_is(time):
    return await db.thing.find_many(where={"local": time}, order={"id": "asc"})


async def local_equals(time):
    return await db.thing.find_many(where={"local": {"equals": time}}, order={"id": "asc"})


async def local_not(time):
    return await db.thing.find_many(where={"local": {"not": time}}, order={"id": "asc"})


async def local_in(times):
    return await db.thing.find_many(where={"local": {"in": times}}, order={"id": "asc"})


async def local_not_in(times):
    return await db.thing.find_many(where={"local": {"not_in": times}}, order={"id": "asc"})


async def local_in_two(time, other):
    return await db.thing.find_many(where={"local": {"in": [time, other]}}, order={"id": "asc"})


async def local_lt(time):
    return await db.thing.find_many(where={"local": {"lt": time}}, order={"id": "asc"})


async def local_lte(time):
    return await db.thing.find_many(where={"local": {"lte": time}}, order={"id": "asc"})


async def local_gt(time):
    return await db.thing.find_many(where={"local": {"gt": time}}, order={"id": "asc"})


async def local_gte(time):
    return await db.thing.find_many(where={"local": {"gte": time}}, order={"id": "asc"})


async def local_between(time, other):
    return await db.thing.find_many(where={"local": {"gte": time, "lt": other}}, order={"id": "asc"})


async def day_is(time):
    return await db.thing.find_many(where={"day": time}, order={"id": "asc"})


async def day_equals(time):
    return await db.thing.find_many(where={"day": {"equals": time}}, order={"id": "asc"})


async def day_not(time):
    return await db.thing.find_many(where={"day": {"not": time}}, order={"id": "asc"})


async def day_in(times):
    return await db.thing.find_many(where={"day": {"in": times}}, order={"id": "asc"})


async def day_not_in(times):
    return await db.thing.find_many(where={"day": {"not_in": times}}, order={"id": "asc"})


async def day_in_two(time, other):
    return await db.thing.find_many(where={"day": {"in": [time, other]}}, order={"id": "asc"})


async def day_lt(time):
    return await db.thing.find_many(where={"day": {"lt": time}}, order={"id": "asc"})


async def day_lte(time):
    return await db.thing.find_many(where={"day": {"lte": time}}, order={"id": "asc"})


async def day_gt(time):
    return await db.thing.find_many(where={"day": {"gt": time}}, order={"id": "asc"})


async def day_gte(time):
    return await db.thing.find_many(where={"day": {"gte": time}}, order={"id": "asc"})


async def day_between(time, other):
    return await db.thing.find_many(where={"day": {"gte": time, "lt": other}}, order={"id": "asc"})


async def clock_is(time):
    return await db.thing.find_many(where={"clock": time}, order={"id": "asc"})


async def clock_equals(time):
    return await db.thing.find_many(where={"clock": {"equals": time}}, order={"id": "asc"})


async def clock_not(time):
    return await db.thing.find_many(where={"clock": {"not": time}}, order={"id": "asc"})


async def clock_in(times):
    return await db.thing.find_many(where={"clock": {"in": times}}, order={"id": "asc"})


async def clock_not_in(times):
    return await db.thing.find_many(where={"clock": {"not_in": times}}, order={"id": "asc"})


async def clock_in_two(time, other):
    return await db.thing.find_many(where={"clock": {"in": [time, other]}}, order={"id": "asc"})


async def clock_lt(time):
    return await db.thing.find_many(where={"clock": {"lt": time}}, order={"id": "asc"})


async def clock_lte(time):
    return await db.thing.find_many(where={"clock": {"lte": time}}, order={"id": "asc"})


async def clock_gt(time):
    return await db.thing.find_many(where={"clock": {"gt": time}}, order={"id": "asc"})


async def clock_gte(time):
    return await db.thing.find_many(where={"clock": {"gte": time}}, order={"id": "asc"})


async def clock_between(time, other):
    return await db.thing.find_many(where={"clock": {"gte": time, "lt": other}}, order={"id": "asc"})


async def uid_is(uid):
    return await db.thing.find_many(where={"uid": uid}, order={"id": "asc"})


async def uid_equals(uid):
    return await db.thing.find_many(where={"uid": {"equals": uid}}, order={"id": "asc"})


async def uid_not(uid):
    return await db.thing.find_many(where={"uid": {"not": uid}}, order={"id": "asc"})


async def uid_in(uids):
    return await db.thing.find_many(where={"uid": {"in": uids}}, order={"id": "asc"})


async def uid_not_in(uids):
    return await db.thing.find_many(where={"uid": {"not_in": uids}}, order={"id": "asc"})


async def uid_in_two(uid, other):
    return await db.thing.find_many(where={"uid": {"in": [uid, other]}}, order={"id": "asc"})


async def uid_lt(uid):
    return await db.thing.find_many(where={"uid": {"lt": uid}}, order={"id": "asc"})


async def uid_lte(uid):
    return await db.thing.find_many(where={"uid": {"lte": uid}}, order={"id": "asc"})


async def uid_gt(uid):
    return await db.thing.find_many(where={"uid": {"gt": uid}}, order={"id": "asc"})


async def uid_gte(uid):
    return await db.thing.find_many(where={"uid": {"gte": uid}}, order={"id": "asc"})


async def uid_between(uid, other):
    return await db.thing.find_many(where={"uid": {"gte": uid, "lt": other}}, order={"id": "asc"})


async def id_is(number):
    return await db.thing.find_many(where={"id": number}, order={"id": "asc"})


async def id_equals(number):
    return await db.thing.find_many(where={"id": {"equals": number}}, order={"id": "asc"})


async def id_not(number):
    return await db.thing.find_many(where={"id": {"not": number}}, order={"id": "asc"})


async def id_in(numbers):
    return await db.thing.find_many(where={"id": {"in": numbers}}, order={"id": "asc"})


async def id_not_in(numbers):
    return await db.thing.find_many(where={"id": {"not_in": numbers}}, order={"id": "asc"})


async def id_in_two(number, other):
    return await db.thing.find_many(where={"id": {"in": [number, other]}}, order={"id": "asc"})


async def id_lt(number):
    return await db.thing.find_many(where={"id": {"lt": number}}, order={"id": "asc"})


async def id_lte(number):
    return await db.thing.find_many(where={"id": {"lte": number}}, order={"id": "asc"})


async def id_gt(number):
    return await db.thing.find_many(where={"id": {"gt": number}}, order={"id": "asc"})


async def id_gte(number):
    return await db.thing.find_many(where={"id": {"gte": number}}, order={"id": "asc"})


async def id_between(number, other):
    return await db.thing.find_many(where={"id": {"gte": number, "lt": other}}, order={"id": "asc"})


async def title_contains(word):
    return await db.thing.find_many(where={"title": {"contains": word}}, order={"id": "asc"})


async def title_contains_in_any_case(word):
    return await db.thing.find_many(where={"title": {"contains": word, "mode": "insensitive"}}, order={"id": "asc"})


async def title_startswith(word):
    return await db.thing.find_many(where={"title": {"startswith": word}}, order={"id": "asc"})


async def title_startswith_in_any_case(word):
    return await db.thing.find_many(where={"title": {"startswith": word, "mode": "insensitive"}}, order={"id": "asc"})


async def title_endswith(word):
    return await db.thing.find_many(where={"title": {"endswith": word}}, order={"id": "asc"})


async def title_endswith_in_any_case(word):
    return await db.thing.find_many(where={"title": {"endswith": word, "mode": "insensitive"}}, order={"id": "asc"})


async def title_equals_in_any_case(word):
    return await db.thing.find_many(where={"title": {"equals": word, "mode": "insensitive"}}, order={"id": "asc"})


async def title_by_default(word):
    return await db.thing.find_many(where={"title": {"contains": word, "mode": "default"}}, order={"id": "asc"})


async def title_not_contains(word):
    return await db.thing.find_many(where={"title": {"not": {"contains": word}}}, order={"id": "asc"})


async def title_not_in_nested(words):
    return await db.thing.find_many(where={"title": {"not": {"in": words}}}, order={"id": "asc"})


async def title_camel(word):
    return await db.thing.find_many(where={"title": {"startsWith": word}}, order={"id": "asc"})


async def title_literal():
    return await db.thing.find_many(where={"title": {"contains": "_off"}}, order={"id": "asc"})


async def title_percent():
    return await db.thing.find_many(where={"title": {"startswith": "50%"}}, order={"id": "asc"})


async def title_backslash():
    return await db.thing.find_many(where={"title": {"contains": "\\"}}, order={"id": "asc"})


async def title_any_case_pattern():
    return await db.thing.find_many(where={"title": {"equals": "50%_off", "mode": "insensitive"}}, order={"id": "asc"})


async def note_contains(word):
    return await db.thing.find_many(where={"note": {"contains": word}}, order={"id": "asc"})


async def note_contains_in_any_case(word):
    return await db.thing.find_many(where={"note": {"contains": word, "mode": "insensitive"}}, order={"id": "asc"})


async def note_startswith(word):
    return await db.thing.find_many(where={"note": {"startswith": word}}, order={"id": "asc"})


async def note_startswith_in_any_case(word):
    return await db.thing.find_many(where={"note": {"startswith": word, "mode": "insensitive"}}, order={"id": "asc"})


async def note_endswith(word):
    return await db.thing.find_many(where={"note": {"endswith": word}}, order={"id": "asc"})


async def note_endswith_in_any_case(word):
    return await db.thing.find_many(where={"note": {"endswith": word, "mode": "insensitive"}}, order={"id": "asc"})


async def note_equals_in_any_case(word):
    return await db.thing.find_many(where={"note": {"equals": word, "mode": "insensitive"}}, order={"id": "asc"})


async def note_by_default(word):
    return await db.thing.find_many(where={"note": {"contains": word, "mode": "default"}}, order={"id": "asc"})


async def note_not_contains(word):
    return await db.thing.find_many(where={"note": {"not": {"contains": word}}}, order={"id": "asc"})


async def note_not_in_nested(words):
    return await db.thing.find_many(where={"note": {"not": {"in": words}}}, order={"id": "asc"})


async def note_camel(word):
    return await db.thing.find_many(where={"note": {"startsWith": word}}, order={"id": "asc"})


async def note_literal():
    return await db.thing.find_many(where={"note": {"contains": "_off"}}, order={"id": "asc"})


async def note_percent():
    return await db.thing.find_many(where={"note": {"startswith": "50%"}}, order={"id": "asc"})


async def note_backslash():
    return await db.thing.find_many(where={"note": {"contains": "\\"}}, order={"id": "asc"})


async def note_any_case_pattern():
    return await db.thing.find_many(where={"note": {"equals": "50%_off", "mode": "insensitive"}}, order={"id": "asc"})


async def short_contains(word):
    return await db.thing.find_many(where={"short": {"contains": word}}, order={"id": "asc"})


async def short_contains_in_any_case(word):
    return await db.thing.find_many(where={"short": {"contains": word, "mode": "insensitive"}}, order={"id": "asc"})


async def short_startswith(word):
    return await db.thing.find_many(where={"short": {"startswith": word}}, order={"id": "asc"})


async def short_startswith_in_any_case(word):
    return await db.thing.find_many(where={"short": {"startswith": word, "mode": "insensitive"}}, order={"id": "asc"})


async def short_endswith(word):
    return await db.thing.find_many(where={"short": {"endswith": word}}, order={"id": "asc"})


async def short_endswith_in_any_case(word):
    return await db.thing.find_many(where={"short": {"endswith": word, "mode": "insensitive"}}, order={"id": "asc"})


async def short_equals_in_any_case(word):
    return await db.thing.find_many(where={"short": {"equals": word, "mode": "insensitive"}}, order={"id": "asc"})


async def short_by_default(word):
    return await db.thing.find_many(where={"short": {"contains": word, "mode": "default"}}, order={"id": "asc"})


async def short_not_contains(word):
    return await db.thing.find_many(where={"short": {"not": {"contains": word}}}, order={"id": "asc"})


async def short_not_in_nested(words):
    return await db.thing.find_many(where={"short": {"not": {"in": words}}}, order={"id": "asc"})


async def short_camel(word):
    return await db.thing.find_many(where={"short": {"startsWith": word}}, order={"id": "asc"})


async def short_literal():
    return await db.thing.find_many(where={"short": {"contains": "_off"}}, order={"id": "asc"})


async def short_percent():
    return await db.thing.find_many(where={"short": {"startswith": "50%"}}, order={"id": "asc"})


async def short_backslash():
    return await db.thing.find_many(where={"short": {"contains": "\\"}}, order={"id": "asc"})


async def short_any_case_pattern():
    return await db.thing.find_many(where={"short": {"equals": "50%_off", "mode": "insensitive"}}, order={"id": "asc"})


async def note_none():
    return await db.thing.find_many(where={"note": None}, order={"id": "asc"})


async def note_not_none():
    return await db.thing.find_many(where={"note": {"not": None}}, order={"id": "asc"})


async def note_equals_none():
    return await db.thing.find_many(where={"note": {"equals": None}}, order={"id": "asc"})


async def none_of_a_flag():
    return await db.thing.find_many(where={"isOpen": None}, order={"id": "asc"})


async def flag_true():
    return await db.thing.find_many(where={"isOpen": True}, order={"id": "asc"})


async def flag_not_true():
    return await db.thing.find_many(where={"isOpen": {"not": True}}, order={"id": "asc"})


async def flag_equals_false():
    return await db.thing.find_many(where={"isOpen": {"equals": False}}, order={"id": "asc"})


async def kind_literal():
    return await db.thing.find_many(where={"kind": "SONG"}, order={"id": "asc"})


async def kind_not_literal():
    return await db.thing.find_many(where={"mayBe": {"not": "BOOK"}}, order={"id": "asc"})


async def kind_in_literal():
    return await db.thing.find_many(where={"kind": {"in": ["BOOK", "FILM"]}}, order={"id": "asc"})


async def kind_not_in_literal():
    return await db.thing.find_many(where={"mayBe": {"not_in": ["BOOK"]}}, order={"id": "asc"})


async def words_equal(words):
    return await db.thing.find_many(where={"words": {"equals": words}}, order={"id": "asc"})


async def words_has(word):
    return await db.thing.find_many(where={"words": {"has": word}}, order={"id": "asc"})


async def words_has_some(words):
    return await db.thing.find_many(where={"words": {"has_some": words}}, order={"id": "asc"})


async def words_has_every(words):
    return await db.thing.find_many(where={"words": {"has_every": words}}, order={"id": "asc"})


async def words_are_empty():
    return await db.thing.find_many(where={"words": {"is_empty": True}}, order={"id": "asc"})


async def words_are_not_empty():
    return await db.thing.find_many(where={"words": {"is_empty": False}}, order={"id": "asc"})


async def numbers_equal(numbers):
    return await db.thing.find_many(where={"numbers": {"equals": numbers}}, order={"id": "asc"})


async def numbers_has(number):
    return await db.thing.find_many(where={"numbers": {"has": number}}, order={"id": "asc"})


async def numbers_has_some(numbers):
    return await db.thing.find_many(where={"numbers": {"has_some": numbers}}, order={"id": "asc"})


async def numbers_has_every(numbers):
    return await db.thing.find_many(where={"numbers": {"has_every": numbers}}, order={"id": "asc"})


async def numbers_are_empty():
    return await db.thing.find_many(where={"numbers": {"is_empty": True}}, order={"id": "asc"})


async def numbers_are_not_empty():
    return await db.thing.find_many(where={"numbers": {"is_empty": False}}, order={"id": "asc"})


async def kinds_equal(kinds):
    return await db.thing.find_many(where={"kinds": {"equals": kinds}}, order={"id": "asc"})


async def kinds_has(kind):
    return await db.thing.find_many(where={"kinds": {"has": kind}}, order={"id": "asc"})


async def kinds_has_some(kinds):
    return await db.thing.find_many(where={"kinds": {"has_some": kinds}}, order={"id": "asc"})


async def kinds_has_every(kinds):
    return await db.thing.find_many(where={"kinds": {"has_every": kinds}}, order={"id": "asc"})


async def kinds_are_empty():
    return await db.thing.find_many(where={"kinds": {"is_empty": True}}, order={"id": "asc"})


async def kinds_are_not_empty():
    return await db.thing.find_many(where={"kinds": {"is_empty": False}}, order={"id": "asc"})


async def has_literal():
    return await db.thing.find_many(where={"words": {"has_some": ["Ann", "bob"]}}, order={"id": "asc"})


async def has_every_of_none():
    return await db.thing.find_many(where={"words": {"has_every": []}}, order={"id": "asc"})


async def has_some_of_none():
    return await db.thing.find_many(where={"words": {"has_some": []}}, order={"id": "asc"})


async def kinds_literal():
    return await db.thing.find_many(where={"kinds": {"has": "BOOK"}}, order={"id": "asc"})


async def json_is():
    return await db.thing.find_many(where={"data": {"equals": Json({"a": 2, "b": ["two"]})}}, order={"id": "asc"})


async def json_not():
    return await db.thing.find_many(where={"data": {"not": Json({})}}, order={"id": "asc"})


async def json_path():
    return await db.thing.find_many(where={"data": {"path": ["a"], "equals": Json(1)}}, order={"id": "asc"})


async def json_contains():
    return await db.thing.find_many(where={"data": {"path": ["b"], "array_contains": [1]}}, order={"id": "asc"})


async def json_text():
    return await db.thing.find_many(where={"data": {"path": ["a"], "string_contains": "x"}}, order={"id": "asc"})


async def bytes_are(content):
    return await db.thing.find_many(where={"bytes": {"equals": Base64.encode(content)}}, order={"id": "asc"})


async def bytes_in(content):
    return await db.thing.find_many(where={"bytes": {"in": [Base64.encode(content)]}}, order={"id": "asc"})


async def both(word, number):
    return await db.thing.find_many(where={"title": word, "count": number}, order={"id": "asc"})


async def all_of(word, number):
    return await db.thing.find_many(where={"AND": [{"title": word}, {"count": {"gt": number}}]}, order={"id": "asc"})


async def all_of_one(word):
    return await db.thing.find_many(where={"AND": {"title": word, "note": None}}, order={"id": "asc"})


async def all_of_nothing():
    return await db.thing.find_many(where={"AND": []}, order={"id": "asc"})


async def either(word, number):
    return await db.thing.find_many(where={"OR": [{"title": word}, {"count": number}]}, order={"id": "asc"})


async def either_of_one(word):
    return await db.thing.find_many(where={"OR": [{"title": word}]}, order={"id": "asc"})


async def either_of_nothing():
    return await db.thing.find_many(where={"OR": []}, order={"id": "asc"})


async def either_of_empty():
    return await db.thing.find_many(where={"OR": [{}]}, order={"id": "asc"})


async def either_with_empty(word):
    return await db.thing.find_many(where={"OR": [{"title": word}, {}]}, order={"id": "asc"})


async def not_one(word):
    return await db.thing.find_many(where={"NOT": {"title": word}}, order={"id": "asc"})


async def not_two(word, number):
    return await db.thing.find_many(where={"NOT": {"title": word, "count": number}}, order={"id": "asc"})


async def not_each(word, number):
    return await db.thing.find_many(where={"NOT": [{"title": word}, {"count": number}]}, order={"id": "asc"})


async def not_null(word):
    return await db.thing.find_many(where={"NOT": {"note": word}}, order={"id": "asc"})


async def not_nothing():
    return await db.thing.find_many(where={"NOT": []}, order={"id": "asc"})


async def not_empty():
    return await db.thing.find_many(where={"NOT": {}}, order={"id": "asc"})


async def not_nested(word, number):
    return await db.thing.find_many(where={"NOT": {"OR": [{"note": word}, {"size": number}]}}, order={"id": "asc"})


async def not_either_in_all(word, number):
    return await db.thing.find_many(where={"AND": [{"OR": [{"note": word}, {"note": None}]}, {"NOT": [{"size": number}]}]}, order={"id": "asc"})


async def each_of_many(words):
    return await db.thing.find_many(where={"OR": [{"title": it} for it in words]}, order={"id": "asc"})


async def nothing():
    return await db.thing.find_many(where={}, order={"id": "asc"})


async def owner_is(word):
    return await db.thing.find_many(where={"owner": {"is": {"email": word}}}, order={"id": "asc"})


async def owner_plain(word):
    return await db.thing.find_many(where={"owner": {"email": word}}, order={"id": "asc"})


async def owner_is_not(word):
    return await db.thing.find_many(where={"owner": {"is_not": {"email": word}}}, order={"id": "asc"})


async def owner_name(word):
    return await db.thing.find_many(where={"owner": {"name": word}}, order={"id": "asc"})


async def owner_name_not(word):
    return await db.thing.find_many(where={"owner": {"is_not": {"name": word}}}, order={"id": "asc"})


async def parent_none():
    return await db.thing.find_many(where={"parent": None}, order={"id": "asc"})


async def parent_is_none():
    return await db.thing.find_many(where={"parent": {"is": None}}, order={"id": "asc"})


async def parent_is_not_none():
    return await db.thing.find_many(where={"parent": {"is_not": None}}, order={"id": "asc"})


async def parent_is_not(word):
    return await db.thing.find_many(where={"parent": {"is_not": {"title": word}}}, order={"id": "asc"})


async def parent_is():
    return await db.thing.find_many(where={"parent": {"is": {"note": None}}}, order={"id": "asc"})


async def parent_any():
    return await db.thing.find_many(where={"parent": {"is": {}}}, order={"id": "asc"})


async def cover_none():
    return await db.thing.find_many(where={"cover": None}, order={"id": "asc"})


async def cover_is(word):
    return await db.thing.find_many(where={"cover": {"is": {"color": {"contains": word}}}}, order={"id": "asc"})


async def cover_is_not(word):
    return await db.thing.find_many(where={"cover": {"is_not": {"color": word}}}, order={"id": "asc"})


async def some_of_children():
    return await db.thing.find_many(where={"children": {"some": {"note": None}}}, order={"id": "asc"})


async def some_of_any_children():
    return await db.thing.find_many(where={"children": {"some": {}}}, order={"id": "asc"})


async def every_of_children():
    return await db.thing.find_many(where={"children": {"every": {"note": None}}}, order={"id": "asc"})


async def every_of_any_children():
    return await db.thing.find_many(where={"children": {"every": {}}}, order={"id": "asc"})


async def none_of_children():
    return await db.thing.find_many(where={"children": {"none": {"note": None}}}, order={"id": "asc"})


async def none_of_any_children():
    return await db.thing.find_many(where={"children": {"none": {}}}, order={"id": "asc"})


async def two_of_children():
    return await db.thing.find_many(where={"children": {"some": {"note": None}, "every": {"note": None}}}, order={"id": "asc"})


async def some_of_parts():
    return await db.thing.find_many(where={"parts": {"some": {"weight": {"gt": 2}}}}, order={"id": "asc"})


async def some_of_any_parts():
    return await db.thing.find_many(where={"parts": {"some": {}}}, order={"id": "asc"})


async def every_of_parts():
    return await db.thing.find_many(where={"parts": {"every": {"weight": {"gt": 2}}}}, order={"id": "asc"})


async def every_of_any_parts():
    return await db.thing.find_many(where={"parts": {"every": {}}}, order={"id": "asc"})


async def none_of_parts():
    return await db.thing.find_many(where={"parts": {"none": {"weight": {"gt": 2}}}}, order={"id": "asc"})


async def none_of_any_parts():
    return await db.thing.find_many(where={"parts": {"none": {}}}, order={"id": "asc"})


async def two_of_parts():
    return await db.thing.find_many(where={"parts": {"some": {"weight": {"gt": 2}}, "every": {"weight": {"gt": 2}}}}, order={"id": "asc"})


async def some_of_labels():
    return await db.thing.find_many(where={"labels": {"some": {"text": {"contains": "n"}}}}, order={"id": "asc"})


async def some_of_any_labels():
    return await db.thing.find_many(where={"labels": {"some": {}}}, order={"id": "asc"})


async def every_of_labels():
    return await db.thing.find_many(where={"labels": {"every": {"text": {"contains": "n"}}}}, order={"id": "asc"})


async def every_of_any_labels():
    return await db.thing.find_many(where={"labels": {"every": {}}}, order={"id": "asc"})


async def none_of_labels():
    return await db.thing.find_many(where={"labels": {"none": {"text": {"contains": "n"}}}}, order={"id": "asc"})


async def none_of_any_labels():
    return await db.thing.find_many(where={"labels": {"none": {}}}, order={"id": "asc"})


async def two_of_labels():
    return await db.thing.find_many(where={"labels": {"some": {"text": {"contains": "n"}}, "every": {"text": {"contains": "n"}}}}, order={"id": "asc"})


async def deep(number):
    return await db.thing.find_many(where={"owner": {"is": {"things": {"some": {"parts": {"none": {"number": {"gt": number}}}}}}}}, order={"id": "asc"})


async def owners_with(word):
    return await db.owner.find_many(where={"things": {"every": {"NOT": {"note": word}}}})


async def by_id(number):
    return await db.thing.find_unique(where={"id": number})


async def by_code(word):
    return await db.thing.find_unique(where={"code": word})


async def by_id_and_more(number, word):
    return await db.thing.find_unique(where={"id": number, "title": word})


async def by_id_or_raise(number):
    return await db.thing.find_unique_or_raise(where={"id": number})


async def part_by_key(thing, number):
    return await db.part.find_unique(where={"thingId_number": {"thingId": thing, "number": number}})


async def part_by_name(thing, word):
    return await db.part.find_unique(where={"byName": {"thingId": thing, "name": word}}, include={"thing": True})


async def first(number):
    return await db.thing.find_first(where={"count": {"gte": number}}, order={"code": "asc"})


async def first_or_raise(word):
    return await db.thing.find_first_or_raise(where={"title": word}, order=[{"count": "desc"}, {"id": "asc"}])


async def first_of_all():
    return await db.thing.find_first(order={"code": "desc"}, skip=2)


async def many():
    return await db.thing.find_many()


async def page(take, skip):
    return await db.thing.find_many(take=take, skip=skip, order={"code": "asc"})


async def last():
    return await db.thing.find_many(take=-3, order={"id": "asc"})


async def none_taken():
    return await db.thing.find_many(take=0)


async def two_orders():
    return await db.thing.find_many(order=[{"title": "desc"}, {"id": "asc"}])


async def note_asc():
    return await db.thing.find_many(order=[{"note": "asc"}, {"id": "asc"}])


async def note_desc():
    return await db.thing.find_many(order=[{"note": "desc"}, {"id": "asc"}])


async def size_asc():
    return await db.thing.find_many(order=[{"size": "asc"}, {"id": "asc"}])


async def size_desc():
    return await db.thing.find_many(order=[{"size": "desc"}, {"id": "asc"}])


async def at_asc():
    return await db.thing.find_many(order=[{"at": "asc"}, {"id": "asc"}])


async def at_desc():
    return await db.thing.find_many(order=[{"at": "desc"}, {"id": "asc"}])


async def isopen_asc():
    return await db.thing.find_many(order=[{"isOpen": "asc"}, {"id": "asc"}])


async def isopen_desc():
    return await db.thing.find_many(order=[{"isOpen": "desc"}, {"id": "asc"}])


async def kind_asc():
    return await db.thing.find_many(order=[{"kind": "asc"}, {"id": "asc"}])


async def kind_desc():
    return await db.thing.find_many(order=[{"kind": "desc"}, {"id": "asc"}])


async def maybe_asc():
    return await db.thing.find_many(order=[{"mayBe": "asc"}, {"id": "asc"}])


async def maybe_desc():
    return await db.thing.find_many(order=[{"mayBe": "desc"}, {"id": "asc"}])


async def price_asc():
    return await db.thing.find_many(order=[{"price": "asc"}, {"id": "asc"}])


async def price_desc():
    return await db.thing.find_many(order=[{"price": "desc"}, {"id": "asc"}])


async def title_asc():
    return await db.thing.find_many(order=[{"title": "asc"}, {"id": "asc"}])


async def title_desc():
    return await db.thing.find_many(order=[{"title": "desc"}, {"id": "asc"}])


async def code_asc():
    return await db.thing.find_many(order=[{"code": "asc"}, {"id": "asc"}])


async def code_desc():
    return await db.thing.find_many(order=[{"code": "desc"}, {"id": "asc"}])


async def note_asc_nulls_first():
    return await db.thing.find_many(order=[{"note": {"sort": "asc", "nulls": "first"}}, {"id": "asc"}])


async def note_asc_nulls_last():
    return await db.thing.find_many(order=[{"note": {"sort": "asc", "nulls": "last"}}, {"id": "asc"}])


async def note_desc_nulls_first():
    return await db.thing.find_many(order=[{"note": {"sort": "desc", "nulls": "first"}}, {"id": "asc"}])


async def note_desc_nulls_last():
    return await db.thing.find_many(order=[{"note": {"sort": "desc", "nulls": "last"}}, {"id": "asc"}])


async def by_owner():
    return await db.thing.find_many(order=[{"owner": {"name": "asc"}}, {"id": "asc"}])


async def by_number_of_parts():
    return await db.thing.find_many(order=[{"parts": {"_count": "desc"}}, {"id": "asc"}])


async def after_a_cursor(number):
    return await db.thing.find_many(cursor={"id": number}, take=3, skip=1, order={"id": "asc"})


async def before_a_cursor(number):
    return await db.thing.find_many(cursor={"id": number}, take=-2, order={"id": "asc"})


async def cursor_in_title(number):
    return await db.thing.find_many(cursor={"id": number}, take=4, order=[{"title": "asc"}, {"id": "asc"}])


async def each_title_once():
    return await db.thing.find_many(distinct=["title"], order=[{"title": "asc"}, {"id": "asc"}])


async def each_of_two_once():
    return await db.thing.find_many(distinct=["kind", "isDone"], order={"id": "desc"})


async def first_distinct():
    return await db.thing.find_many(distinct=["title"], order={"id": "asc"}, take=2, skip=1)


async def counted():
    return await db.thing.count()


async def counted_where(word):
    return await db.thing.count(where={"note": {"not": word}})


async def counted_page():
    return await db.thing.count(take=3, skip=8)


async def counted_fields():
    return await db.thing.count(select={"_all": True, "note": True, "size": True})


async def counted_where_related(word):
    return await db.thing.count(where={"parts": {"some": {"name": word}}})


async def groups():
    return await db.thing.group_by(by=["kind"], count=True, order={"kind": "asc"})


async def groups_sum():
    return await db.thing.group_by(by=["kind", "isDone"], sum={"count": True, "price": True}, avg={"count": True, "ratio": True}, min={"at": True, "note": True}, max={"size": True}, order=[{"kind": "asc"}, {"isDone": "asc"}])


async def groups_having(number, word):
    return await db.thing.group_by(by=["title"], count={"_all": True, "note": True}, where={"count": {"gt": number}}, having={"title": {"not": "_off"}}, order={"title": "asc"})


async def groups_page():
    return await db.thing.group_by(by=["ownerId"], sum={"count": True}, take=2, skip=1, order={"ownerId": "desc"})


async def groups_having_sum(number):
    return await db.thing.group_by(by=["kind"], sum={"count": True}, having={"count": {"_sum": {"gt": 2}}}, order={"kind": "asc"})


async def with_owner():
    return await db.thing.find_many(include={"owner": True}, order={"id": "asc"})


async def with_parent():
    return await db.thing.find_many(include={"parent": True}, order={"id": "asc"})


async def with_children():
    return await db.thing.find_many(include={"children": True}, order={"id": "asc"})


async def with_labels():
    return await db.thing.find_many(include={"labels": True}, order={"id": "asc"})


async def with_parts():
    return await db.thing.find_many(include={"parts": True}, order={"id": "asc"})


async def with_cover():
    return await db.thing.find_many(include={"cover": True}, order={"id": "asc"})


async def with_none():
    return await db.thing.find_many(include={"parts": False}, order={"id": "asc"})


async def with_all(number):
    return await db.thing.find_unique(where={"id": number}, include={"owner": {"include": {"things": True}}, "children": {"include": {"parts": True, "cover": True}}, "labels": True})


async def with_some_parts(number):
    return await db.thing.find_many(include={"parts": {"where": {"number": {"gt": number}}}}, order={"id": "asc"})


async def with_sorted_parts():
    return await db.thing.find_many(include={"parts": {"order_by": {"number": "desc"}}}, order={"id": "asc"})


async def with_two_parts(skip):
    return await db.thing.find_many(include={"parts": {"order_by": {"number": "desc"}, "take": 1, "skip": skip}}, order={"id": "asc"})


async def with_two_children(take):
    return await db.thing.find_many(include={"children": {"order_by": {"id": "asc"}, "take": take, "include": {"parts": True}}}, order={"id": "asc"})


async def with_labels_sorted():
    return await db.label.find_many(include={"things": {"order_by": {"id": "desc"}, "take": 2}}, order={"text": "asc"})


async def owners_with_many(word):
    return await db.owner.find_many(include={"things": {"where": {"OR": [{"note": None}, {"title": word}]}, "include": {"owner": True}}})


async def create_least(code, word, owner):
    return await db.thing.create(data={"code": code, "title": word, "kind": "BOOK", "ownerId": owner})


async def create_all(code, word, owner, note, short, kind, number, size, big, ratio, price, flag, other, at, local, day, clock, uid, data, content, words, numbers, kinds, parent):
    return await db.thing.create(data={"code": code, "title": word, "kind": "BOOK", "ownerId": owner, "note": note, "short": short, "mayBe": kind, "count": number, "size": size, "big": big, "ratio": ratio, "price": price, "isDone": flag, "isOpen": other, "at": at, "local": local, "day": day, "clock": clock, "uid": uid, "data": Json(data), "bytes": Base64.encode(content), "words": words, "numbers": numbers, "kinds": kinds, "parentId": parent})


async def create_lists(code, word, owner):
    return await db.thing.create(data={"code": code, "title": word, "kind": "BOOK", "ownerId": owner, "words": {"set": ["a", "b"]}, "kinds": ["BOOK", "SONG"], "numbers": []})


async def create_connected(code, kind, word):
    return await db.thing.create(data={"code": code, "title": "t", "kind": kind, "owner": {"connect": {"email": word}}}, include={"owner": True})


async def create_connected_by_id(code, kind, owner, number):
    return await db.thing.create(data={"code": code, "title": "t", "kind": kind, "owner": {"connect": {"id": owner}}, "parent": {"connect": {"id": number}}})


async def create_nested_one(code, kind, word):
    return await db.thing.create(data={"code": code, "title": "t", "kind": kind, "owner": {"create": {"email": word, "name": "n"}}}, include={"owner": True})


async def create_nested_many(code, kind, owner, word):
    return await db.thing.create(data={"code": code, "title": "t", "kind": kind, "ownerId": owner, "parts": {"create": [{"number": 1, "name": "a"}, {"number": 2, "name": word}]}, "cover": {"create": {"color": word}}}, include={"parts": True, "cover": True})


async def create_connect_or_create(code, kind, word):
    return await db.thing.create(data={"code": code, "title": "t", "kind": kind, "owner": {"connect_or_create": {"where": {"email": word}, "create": {"email": word}}}}, include={"owner": True})


async def create_labelled(code, kind, owner, word):
    return await db.thing.create(data={"code": code, "title": "t", "kind": kind, "ownerId": owner, "labels": {"connect": [{"text": word}]}}, include={"labels": True})


async def create_new_labels(code, kind, word):
    return await db.thing.create(data={"code": code, "title": "t", "kind": kind, "ownerId": "Ann2", "labels": {"create": [{"text": word}]}}, include={"labels": True})


async def create_children(code, kind, owner, number):
    return await db.thing.create(data={"code": code, "title": "t", "kind": kind, "ownerId": owner, "children": {"connect": [{"id": number}]}})


async def create_part(thing, number, word):
    return await db.part.create(data={"thingId": thing, "number": number, "name": word}, include={"thing": True})


async def create_owner(word):
    return await db.owner.create(data={"email": word})


async def create_label(word):
    return await db.label.create(data={"text": word})


async def create_many(rows):
    return await db.label.create_many(data=[{"text": it.text} for it in rows])


async def create_many_skipping(one, two):
    return await db.label.create_many(data=[{"text": one}, {"text": two}], skip_duplicates=True)


async def create_many_uneven(one, two, word):
    return await db.owner.create_many(data=[{"email": one}, {"email": two, "name": word}])


async def create_many_things(rows, owner):
    return await db.thing.create_many(data=[{"code": it.code, "title": it.title, "kind": "FILM", "ownerId": owner, "words": ["x"]} for it in rows], skip_duplicates=True)


async def set_code(number, word):
    return await db.thing.update(where={"id": number}, data={"code": word})


async def set_title(number, word):
    return await db.thing.update(where={"id": number}, data={"title": word})


async def set_note(number, word):
    return await db.thing.update(where={"id": number}, data={"note": word})


async def set_short(number, word):
    return await db.thing.update(where={"id": number}, data={"short": word})


async def set_kind(number, kind):
    return await db.thing.update(where={"id": number}, data={"kind": kind})


async def set_maybe(number, kind):
    return await db.thing.update(where={"id": number}, data={"mayBe": kind})


async def set_count(number, value):
    return await db.thing.update(where={"id": number}, data={"count": value})


async def set_size(number, value):
    return await db.thing.update(where={"id": number}, data={"size": value})


async def set_big(number, value):
    return await db.thing.update(where={"id": number}, data={"big": value})


async def set_ratio(number, value):
    return await db.thing.update(where={"id": number}, data={"ratio": value})


async def set_price(number, amount):
    return await db.thing.update(where={"id": number}, data={"price": amount})


async def set_isdone(number, flag):
    return await db.thing.update(where={"id": number}, data={"isDone": flag})


async def set_isopen(number, flag):
    return await db.thing.update(where={"id": number}, data={"isOpen": flag})


async def set_at(number, time):
    return await db.thing.update(where={"id": number}, data={"at": time})


async def set_local(number, time):
    return await db.thing.update(where={"id": number}, data={"local": time})


async def set_day(number, time):
    return await db.thing.update(where={"id": number}, data={"day": time})


async def set_clock(number, time):
    return await db.thing.update(where={"id": number}, data={"clock": time})


async def set_uid(number, uid):
    return await db.thing.update(where={"id": number}, data={"uid": uid})


async def set_by_word(number, word):
    return await db.thing.update(where={"id": number}, data={"title": {"set": word}, "note": {"set": None}})


async def increment_count(number, value):
    return await db.thing.update(where={"id": number}, data={"count": {"increment": value}})


async def decrement_count(number, value):
    return await db.thing.update(where={"id": number}, data={"count": {"decrement": value}})


async def multiply_count(number, value):
    return await db.thing.update(where={"id": number}, data={"count": {"multiply": value}})


async def divide_count(number, value):
    return await db.thing.update(where={"id": number}, data={"count": {"divide": value}})


async def set_count(number, value):
    return await db.thing.update(where={"id": number}, data={"count": {"set": value}})


async def increment_size(number, value):
    return await db.thing.update(where={"id": number}, data={"size": {"increment": value}})


async def decrement_size(number, value):
    return await db.thing.update(where={"id": number}, data={"size": {"decrement": value}})


async def multiply_size(number, value):
    return await db.thing.update(where={"id": number}, data={"size": {"multiply": value}})


async def divide_size(number, value):
    return await db.thing.update(where={"id": number}, data={"size": {"divide": value}})


async def set_size(number, value):
    return await db.thing.update(where={"id": number}, data={"size": {"set": value}})


async def increment_big(number, value):
    return await db.thing.update(where={"id": number}, data={"big": {"increment": value}})


async def decrement_big(number, value):
    return await db.thing.update(where={"id": number}, data={"big": {"decrement": value}})


async def multiply_big(number, value):
    return await db.thing.update(where={"id": number}, data={"big": {"multiply": value}})


async def divide_big(number, value):
    return await db.thing.update(where={"id": number}, data={"big": {"divide": value}})


async def set_big(number, value):
    return await db.thing.update(where={"id": number}, data={"big": {"set": value}})


async def increment_ratio(number, value):
    return await db.thing.update(where={"id": number}, data={"ratio": {"increment": value}})


async def decrement_ratio(number, value):
    return await db.thing.update(where={"id": number}, data={"ratio": {"decrement": value}})


async def multiply_ratio(number, value):
    return await db.thing.update(where={"id": number}, data={"ratio": {"multiply": value}})


async def divide_ratio(number, value):
    return await db.thing.update(where={"id": number}, data={"ratio": {"divide": value}})


async def set_ratio(number, value):
    return await db.thing.update(where={"id": number}, data={"ratio": {"set": value}})


async def increment_price(number, value):
    return await db.thing.update(where={"id": number}, data={"price": {"increment": value}})


async def decrement_price(number, value):
    return await db.thing.update(where={"id": number}, data={"price": {"decrement": value}})


async def multiply_price(number, value):
    return await db.thing.update(where={"id": number}, data={"price": {"multiply": value}})


async def divide_price(number, value):
    return await db.thing.update(where={"id": number}, data={"price": {"divide": value}})


async def set_price(number, value):
    return await db.thing.update(where={"id": number}, data={"price": {"set": value}})


async def divide_by_two(number):
    return await db.thing.update(where={"id": number}, data={"count": {"divide": 2}, "size": {"divide": -2}})


async def set_data(number, data):
    return await db.thing.update(where={"id": number}, data={"data": Json(data)})


async def set_data_literal(number):
    return await db.thing.update(where={"id": number}, data={"data": Json({"a": [1, None, "x"], "b": True})})


async def set_bytes(number, content):
    return await db.thing.update(where={"id": number}, data={"bytes": Base64.encode(content)})


async def set_words(number, words):
    return await db.thing.update(where={"id": number}, data={"words": words})


async def set_words_set(number, words):
    return await db.thing.update(where={"id": number}, data={"words": {"set": words}})


async def push_words(number, word):
    return await db.thing.update(where={"id": number}, data={"words": {"push": [word, "z"]}})


async def push_kind(number):
    return await db.thing.update(where={"id": number}, data={"kinds": {"push": ["FILM"]}})


async def push_number(number):
    return await db.thing.update(where={"id": number}, data={"numbers": {"push": [1, 2]}})


async def push_one(number):
    return await db.thing.update(where={"id": number}, data={"words": {"push": "one"}})


async def connect_owner(number, word):
    return await db.thing.update(where={"id": number}, data={"owner": {"connect": {"email": word}}}, include={"owner": True})


async def connect_parent(number, other):
    return await db.thing.update(where={"id": number}, data={"parent": {"connect": {"id": other}}})


async def disconnect_parent(number):
    return await db.thing.update(where={"id": number}, data={"parent": {"disconnect": True}})


async def connect_label(number, word):
    return await db.thing.update(where={"id": number}, data={"labels": {"connect": [{"text": word}]}}, include={"labels": True})


async def disconnect_label(number, word):
    return await db.thing.update(where={"id": number}, data={"labels": {"disconnect": [{"text": word}]}}, include={"labels": True})


async def set_labels(number, word):
    return await db.thing.update(where={"id": number}, data={"labels": {"set": [{"text": word}]}}, include={"labels": True})


async def create_part_of(number, word):
    return await db.thing.update(where={"id": number}, data={"parts": {"create": [{"number": 77, "name": word}]}}, include={"parts": True})


async def connect_children(number, other):
    return await db.thing.update(where={"id": number}, data={"children": {"connect": [{"id": other}]}})


async def new_parent(number, code, owner):
    return await db.thing.update(where={"id": number}, data={"parent": {"create": {"code": code, "title": "t", "kind": "BOOK", "ownerId": owner}}}, include={"parent": True})


async def update_nothing(number):
    return await db.thing.update(where={"id": number}, data={})


async def update_by_code(word):
    return await db.thing.update(where={"code": word}, data={"title": "x"}, include={"owner": True, "parts": True})


async def update_by_code_new(word, other):
    return await db.thing.update(where={"code": word}, data={"code": other})


async def update_part(thing, number):
    return await db.part.update(where={"thingId_number": {"thingId": thing, "number": number}}, data={"weight": {"increment": 1.5}})


async def update_and_more(number, word):
    return await db.thing.update(where={"id": number, "title": word}, data={"count": 5})


async def update_owner_id(word):
    return await db.owner.update(where={"email": word}, data={"id": "own"})


async def update_many(word):
    return await db.thing.update_many(where={"note": {"not": word}}, data={"count": {"increment": 1}, "note": None})


async def update_many_all():
    return await db.thing.update_many(where={}, data={"isDone": True})


async def update_many_related(word, other):
    return await db.thing.update_many(where={"owner": {"is": {"name": word}}}, data={"title": other})


async def update_many_words(word):
    return await db.thing.update_many(where={"words": {"has": word}}, data={"words": {"push": ["q"]}, "kind": "SONG"})


async def update_many_unique(number, word):
    return await db.thing.update_many(where={"id": number}, data={"code": word})


async def upsert_owner(word, other):
    return await db.owner.upsert(where={"email": word}, data={"create": {"email": word, "name": "new"}, "update": {"name": other}})


async def upsert_empty(word):
    return await db.owner.upsert(where={"email": word}, data={"create": {"email": word}, "update": {}})


async def upsert_thing(word, owner):
    return await db.thing.upsert(where={"code": word}, data={"create": {"code": word, "title": "t", "kind": "FILM", "ownerId": owner}, "update": {"count": {"increment": 3}, "words": {"push": ["u"]}}}, include={"owner": True})


async def upsert_thing_untouched(word, owner):
    return await db.thing.upsert(where={"code": word}, data={"create": {"code": word, "title": "t", "kind": "FILM", "ownerId": owner}, "update": {}})


async def upsert_part(thing, number, word):
    return await db.part.upsert(where={"thingId_number": {"thingId": thing, "number": number}}, data={"create": {"thingId": thing, "number": number, "name": word}, "update": {"weight": 1}})


async def upsert_by_id(number, owner):
    return await db.thing.upsert(where={"id": number}, data={"create": {"code": "up", "title": "t", "kind": "FILM", "ownerId": owner}, "update": {"title": "u"}})


async def upsert_connected(word, owner):
    return await db.thing.upsert(where={"code": word}, data={"create": {"code": word, "title": "t", "kind": "FILM", "owner": {"connect": {"id": owner}}}, "update": {"owner": {"connect": {"id": owner}}}})


async def delete_thing(number):
    return await db.thing.delete(where={"id": number})


async def delete_part(thing, number):
    return await db.part.delete(where={"thingId_number": {"thingId": thing, "number": number}})


async def delete_cover(number):
    return await db.cover.delete(where={"thingId": number}, include={"thing": True})


async def delete_owner(word):
    return await db.owner.delete(where={"email": word})


async def delete_label(word):
    return await db.label.delete(where={"text": word})


async def delete_many_parts(number):
    return await db.part.delete_many(where={"number": {"lt": number}})


async def delete_many_all():
    return await db.cover.delete_many()


async def delete_many_related(word):
    return await db.part.delete_many(where={"thing": {"is": {"owner": {"is": {"name": word}}}}})


async def delete_many_labels():
    return await db.label.delete_many(where={"things": {"none": {}}})


async def delete_many_referred(word):
    return await db.owner.delete_many(where={"name": word})
