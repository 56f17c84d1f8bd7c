import json

from prisma.models import Document

from app.client import db


async def nearest(embedding: list[float], near: str, ticket: str, limit: int):
    rows = await db.query_raw(
        """
        SELECT id, title, 1 - (embedding <=> $1::vector) AS similarity
        FROM documents
        WHERE ticket_id = $2::uuid AND is_public AND embedding IS NOT NULL
        ORDER BY embedding <=> $1::vector
        LIMIT $3
        """,
        str(embedding),
        ticket,
        limit,
    )
    far = await db.query_raw(
        'SELECT d.id, d.ticket_id, d.embedding <-> $1::vector AS distance FROM "documents" AS d'
        " WHERE d.language = 'en' AND d.embedding <-> $1::vector < $2 ORDER BY distance DESC, d.id",
        near,
        0.5,
    )
    inner = await db.query_raw(
        "SELECT id::text AS key FROM documents ORDER BY embedding <#> $1::vector LIMIT 5",
        json.dumps(embedding),
    )
    first = await db.query_first(
        "SELECT id FROM public.documents WHERE 1 - (embedding <=> $2::vector) >= 0.75 AND"
        " id = ANY($1::int[]) AND NOT is_public ORDER BY embedding <=> $2::vector OFFSET 1;",
        [1, 2],
        near,
    )
    return rows, far, inner, first


async def stays(near: str, language: str | None):
    joined = await db.query_raw(
        "SELECT d.id FROM documents d JOIN tickets t ON t.id = d.ticket_id"
        " ORDER BY d.embedding <=> $1::vector",
        near,
    )
    of_nobody = await db.query_raw(
        "SELECT id FROM documents WHERE language = $2 ORDER BY embedding <=> $1::vector",
        near,
        language,
    )
    vectors = await db.query_raw("SELECT embedding FROM documents ORDER BY embedding <=> $1::vector", near)
    either = await db.query_raw(
        "SELECT id FROM documents WHERE id = 1 OR id = 2 ORDER BY embedding <=> $1::vector", near
    )
    if rows := await db.query_raw(
        "SELECT id, embedding <=> $1::vector AS d FROM documents ORDER BY embedding <=> $1::vector", near
    ):
        return rows
    unused = await db.query_raw("SELECT id FROM documents ORDER BY embedding <=> $1::vector", near, 1)
    return joined, of_nobody, vectors, either, unused


async def in_a_transaction(near: str):
    async with db.tx() as tx:
        return await tx.query_raw(
            "SELECT id, embedding <=> $1::vector AS d FROM documents ORDER BY d LIMIT 3", near
        )


async def of_known_values(near: str, language: str, other: str | None, at_least: float):
    unlike = await db.query_raw(
        "SELECT id, title, 1 - (embedding <=> $1::vector) AS similarity FROM documents"
        " WHERE title <> $2 AND language = $3 AND 1 - (embedding <=> $1::vector) > $4"
        " ORDER BY embedding <=> $1::vector LIMIT 5",
        near,
        "draft",
        language,
        at_least,
    )
    inner = await db.query_raw(
        "SELECT id, (embedding <#> CAST($1 AS vector(3))) * -1 AS product FROM documents"
        " WHERE title ILIKE $2 ORDER BY embedding <#> CAST($1 AS vector(3)) LIMIT $3 OFFSET $4",
        near,
        f"%{language}%",
        5,
        10,
    )
    turned = await db.query_raw(
        "SELECT id, -(embedding <#> $1::vector) AS product FROM documents ORDER BY 2 DESC", near
    )
    stays = await db.query_raw(
        "SELECT id FROM documents WHERE title <> $2 ORDER BY embedding <=> $1::vector", near, other
    )
    models = await db.query_raw(
        "SELECT id, title FROM documents ORDER BY embedding <=> $1::vector", near, model=Document
    )
    return unlike, inner, turned, stays, models
