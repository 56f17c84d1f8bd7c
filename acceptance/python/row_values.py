"""Values to put into columns: one for each type that a model can have, another one for each number."""

from __future__ import annotations

import datetime as dt
import decimal
import ipaddress
import re
import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg

TEXT = "{n}é'\"%:x"
TEXTS = {
    "xml": "<a>{n}</a>",
    "circle": "<({n},2),3>",
    "point": "({n},2)",
    "ltree": "a.b{n}",
    "name": "n{n}",
    "pg_lsn": "0/{n}",
    "halfvec": "[{n},0.5,0.25]",
    "sparsevec": "{{1:{n},3:0.5}}/5",
    "box": "({m},3),({n},2)",
    "geometry": "POINT({n} 2)",
}
LISTED = {"HSTORE": '"a"=>"{n}"', "Vector": "[{n},0.5,0.5]", "INT4MULTIRANGE": "{{[{n},{m})}}"}
# What a range of these lies between, beside the number that is asked for.
RANGES: dict[str, Any] = {
    "INT4RANGE": lambda n: n,
    "INT8RANGE": lambda n: 2**40 + n,
    "NUMRANGE": lambda n: decimal.Decimal(n) + decimal.Decimal("0.5"),
    "TSRANGE": lambda n: dt.datetime(2024, 2, 29, 12) + dt.timedelta(hours=n),
    "TSTZRANGE": lambda n: dt.datetime(2024, 2, 29, 12, tzinfo=dt.timezone.utc) + dt.timedelta(hours=n),
    "DATERANGE": lambda n: dt.date(2024, 2, 29) + dt.timedelta(days=n),
}


def value(column_type: Any, n: int, pattern: str = TEXT) -> Any:
    """A value of the column's type, another one for each number."""
    name = type(column_type).__name__
    if isinstance(column_type, sa.ARRAY):
        made: Any = [value(column_type.item_type, n), value(column_type.item_type, n + 1)]
        for _ in range(1, column_type.dimensions or 1):
            made = [made, made]
        return made
    if isinstance(column_type, sa.Enum):
        members = list(column_type.enum_class)
        return members[n % len(members)]
    if name == "AsText":
        stored = column_type.stored
        is_list = isinstance(stored, sa.ARRAY)
        return [as_text(stored.item_type, it) for it in (n, n + 1)] if is_list else as_text(stored, n)
    if name == "PgType":
        kind = re.sub(r"\W.*", "", column_type.name.lower())
        return TEXTS.get(kind, "t{n}").format(n=n, m=n + 1)
    if name == "Vector":
        return [float(n), *[0.5] * ((column_type.impl.dim or 3) - 1)]
    if name in RANGES:
        return pg.Range(RANGES[name](n), RANGES[name](n + 5))
    if name.replace("MULTIRANGE", "RANGE") in RANGES:
        bound = RANGES[name.replace("MULTIRANGE", "RANGE")]
        return [pg.Range(bound(n), bound(n + 5)), pg.Range(bound(n + 7), bound(n + 8))]
    if isinstance(column_type, (pg.JSON, pg.JSONB)):
        return [{"list": [n, None, "x"]}, [n, True]][n % 2]
    if isinstance(column_type, pg.MONEY):
        return f"${n % 900}.50"
    if isinstance(column_type, (pg.TSVECTOR, pg.TSQUERY)):
        return f"'t{n}'"
    if isinstance(column_type, pg.JSONPATH):
        return f'$."a{n}"'
    if isinstance(column_type, pg.HSTORE):
        return {"a": str(n), "b": None}
    if isinstance(column_type, pg.INET):
        return ipaddress.ip_address(f"10.0.0.{n % 250}")
    if isinstance(column_type, pg.CIDR):
        return ipaddress.ip_network(f"10.0.{n % 250}.0/24")
    if isinstance(column_type, pg.MACADDR):
        return "08:00:2b:01:02:03"
    if isinstance(column_type, pg.MACADDR8):
        return "08:00:2b:01:02:03:04:05"
    if isinstance(column_type, pg.INTERVAL):
        return dt.timedelta(days=n, seconds=5)
    if isinstance(column_type, sa.Uuid):
        return uuid.UUID(int=n)
    if isinstance(column_type, sa.Boolean):
        return n % 2 == 0
    if isinstance(column_type, sa.SmallInteger):
        return n % 30_000
    if isinstance(column_type, (sa.Integer, pg.OID)):
        return n
    if isinstance(column_type, sa.Float):
        return n + 0.5
    if isinstance(column_type, sa.Numeric):
        return decimal.Decimal(f"{n % 10}." + "5".rjust(column_type.scale, "0") if column_type.scale else n % 10)
    if isinstance(column_type, sa.DateTime):
        zone = dt.timezone.utc if column_type.timezone else None
        return dt.datetime(2024, 2, 29, 12, 30, n % 60, 123_000 if column_type.precision != 0 else 0, tzinfo=zone)
    if isinstance(column_type, sa.Date):
        return dt.date(2024, 2, 29)
    if isinstance(column_type, sa.Time):
        return dt.time(12, 30, n % 60, tzinfo=dt.timezone.utc if column_type.timezone else None)
    if isinstance(column_type, sa.LargeBinary):
        return bytes([0, 255, n % 256])
    if isinstance(column_type, pg.DOMAIN):
        return value(column_type.data_type, n)
    if isinstance(column_type, sa.String):
        return text(column_type, n, pattern)
    raise TypeError(f"no value for {column_type!r}")


def as_text(column_type: Any, n: int) -> str:
    """Such a value as PostgreSQL writes it, for what models read and write as text."""
    if isinstance(column_type, pg.BIT):
        return text(column_type, n)
    pattern = LISTED.get(type(column_type).__name__)
    return pattern.format(n=n, m=n + 1) if pattern else value(column_type, n)


NOT_COMPARED = ("json", "xml", "point", "jsonpath", "tsvector", "tsquery")


def can_be_compared(column_type: Any) -> bool:
    """Whether PostgreSQL has an equality for a type, and somebody a use for it."""
    stored = column_type.stored if type(column_type).__name__ == "AsText" else column_type
    item = stored.item_type if isinstance(stored, sa.ARRAY) else stored
    name = item.name if type(item).__name__ == "PgType" else type(item).__name__
    return name.lower() not in NOT_COMPARED


def text(column_type: Any, n: int, pattern: str = TEXT) -> str:
    if isinstance(column_type, pg.BIT):
        return format(n, "b").rjust(column_type.length or 1, "0")[-(column_type.length or 64) :]
    length = getattr(column_type, "length", None)
    made = pattern.format(n=n)
    if isinstance(column_type, sa.CHAR):
        return made[:length].ljust(length or 1)
    return made[:length] if length else made


def same(before: Any, after: Any) -> bool:
    if isinstance(before, float) and isinstance(after, float):
        return abs(before - after) < 1e-4
    return bool(before == after)
