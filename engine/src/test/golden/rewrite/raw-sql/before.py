from app.client import db
from prisma.models import User

QUERY = 'SELECT * FROM "posts" WHERE id = $1'


async def raw(identifier: int, name: str):
    rows = await db.query_raw("SELECT * FROM users WHERE name = $1 AND id > $2", name, identifier)
    casted = await db.query_raw("SELECT '10:30'::text AS at, id::text FROM users")
    one = await db.query_first(
        """
        SELECT count(*) AS n
        FROM users
        WHERE name = $1 OR email = $1
        """,
        name,
    )
    await db.execute_raw("UPDATE users SET name = $1", name)
    changed = await db.execute_raw("DELETE FROM users WHERE id = $1", identifier)
    posts = await db.query_raw(QUERY, identifier)
    await db.execute_raw(QUERY)
    return rows, casted, one, changed, posts


async def as_rows(identifier: int):
    users = await db.query_raw("SELECT * FROM users WHERE id = $1", identifier, model=User)
    first = await User.prisma().query_first("SELECT * FROM users")
    found = await db.query_first(QUERY, identifier, model=User)
    await db.execute_raw("DELETE FROM users")
    return [it.updatedAt for it in users], first.updatedAt, found
