
from app.core.database import AsyncSessionLocal
from app.models import Document
from sqlalchemy import Text, cast, literal, select, text


async def nearest(embedding: list[float], near: str, ticket: str, limit: int):
    distance = Document.embedding.cosine_distance(embedding)
    async with AsyncSessionLocal() as session:
        rows = list(
            map(
                dict,
                (
                    await session.execute(
                        select(
                            Document.id,
                            Document.title,
                            (1 - distance).label("similarity"),
                        )
                        .where(
                            Document.ticket_id == ticket,
                            Document.is_public.is_(True),
                            Document.embedding.is_not(None),
                        )
                        .order_by(distance)
                        .limit(limit)
                    )
                ).mappings(),
            )
        )
    distance = Document.embedding.l2_distance(
        cast(literal(near, Text), Document.embedding.type)
    )
    async with AsyncSessionLocal() as session:
        far = list(
            map(
                dict,
                (
                    await session.execute(
                        select(
                            Document.id,
                            cast(Document.ticket_id, Text).label("ticket_id"),
                            distance.label("distance"),
                        )
                        .where(Document.language == "en", distance < 0.5)
                        .order_by(distance.desc(), Document.id)
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal() as session:
        inner = list(
            map(
                dict,
                (
                    await session.execute(
                        select(cast(Document.id, Text).label("key"))
                        .order_by(Document.embedding.max_inner_product(embedding))
                        .limit(5)
                    )
                ).mappings(),
            )
        )
    distance = Document.embedding.cosine_distance(
        cast(literal(near, Text), Document.embedding.type)
    )
    async with AsyncSessionLocal() as session:
        first = (
            await session.execute(
                select(Document.id)
                .where(
                    1 - distance >= 0.75,
                    Document.id.in_([1, 2]),
                    Document.is_public.is_(False),
                )
                .order_by(distance)
                .offset(1)
            )
        ).mappings().first()
    return rows, far, inner, first


async def stays(near: str, language: str | None):
    async with AsyncSessionLocal.begin() as session:
        joined = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            "SELECT d.id FROM documents d JOIN tickets t ON t.id = d.ticket_id"
        " ORDER BY d.embedding <=> :p1\\:\\:vector"
                        ),
                        {"p1": near},
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        of_nobody = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            "SELECT id FROM documents WHERE language = :p2 ORDER BY embedding <=> :p1\\:\\:vector"
                        ),
                        {"p1": near, "p2": language},
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        vectors = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            "SELECT embedding FROM documents ORDER BY embedding <=> :p1\\:\\:vector"
                        ),
                        {"p1": near},
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        either = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            "SELECT id FROM documents WHERE id = 1 OR id = 2 ORDER BY embedding <=> :p1\\:\\:vector"
                        ),
                        {"p1": near},
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        found_rows = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            "SELECT id, embedding <=> :p1\\:\\:vector AS d FROM documents ORDER BY embedding <=> :p1\\:\\:vector"
                        ),
                        {"p1": near},
                    )
                ).mappings(),
            )
        )
    if rows := found_rows:
        return rows
    async with AsyncSessionLocal.begin() as session:
        unused = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            "SELECT id FROM documents ORDER BY embedding <=> :p1\\:\\:vector"
                        ),
                        {"p1": near, "p2": 1},
                    )
                ).mappings(),
            )
        )
    return joined, of_nobody, vectors, either, unused


async def in_a_transaction(near: str):
    async with AsyncSessionLocal.begin() as tx:
        distance = Document.embedding.cosine_distance(
            cast(literal(near, Text), Document.embedding.type)
        )
        return list(
            map(
                dict,
                (
                    await tx.execute(
                        select(Document.id, distance.label("d"))
                        .order_by(distance)
                        .limit(3)
                    )
                ).mappings(),
            )
        )


async def of_known_values(near: str, language: str, other: str | None, at_least: float):
    distance = Document.embedding.cosine_distance(
        cast(literal(near, Text), Document.embedding.type)
    )
    async with AsyncSessionLocal() as session:
        unlike = list(
            map(
                dict,
                (
                    await session.execute(
                        select(
                            Document.id,
                            Document.title,
                            (1 - distance).label("similarity"),
                        )
                        .where(
                            Document.title != "draft",
                            Document.language == language,
                            1 - distance > at_least,
                        )
                        .order_by(distance)
                        .limit(5)
                    )
                ).mappings(),
            )
        )
    distance = Document.embedding.max_inner_product(
        cast(literal(near, Text), Document.embedding.type)
    )
    async with AsyncSessionLocal() as session:
        inner = list(
            map(
                dict,
                (
                    await session.execute(
                        select(Document.id, (-distance).label("product"))
                        .where(Document.title.ilike(f"%{language}%"))
                        .order_by(distance)
                        .limit(5)
                        .offset(10)
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        turned = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            "SELECT id, -(embedding <#> :p1\\:\\:vector) AS product FROM documents ORDER BY 2 DESC"
                        ),
                        {"p1": near},
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        stays = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            "SELECT id FROM documents WHERE title <> :p2 ORDER BY embedding <=> :p1\\:\\:vector"
                        ),
                        {"p1": near, "p2": other},
                    )
                ).mappings(),
            )
        )
    async with AsyncSessionLocal.begin() as session:
        models = list(
            await session.scalars(
                select(Document).from_statement(
                    text(
                        "SELECT id, title FROM documents ORDER BY embedding <=> :p1\\:\\:vector"
                    )
                ),
                {"p1": near},
            )
        )
    return unlike, inner, turned, stays, models
