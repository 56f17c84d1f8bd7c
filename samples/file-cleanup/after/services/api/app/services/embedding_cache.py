"""Vectors of files: computed once for each content, and searched by similarity."""

from __future__ import annotations


from app.services.embedding import MODEL_VERSION, content_vector, literal, name_vector
from app.core.database import AsyncSessionLocal
from app.models import File, FileEmbedding
from sqlalchemy import Text, cast, select, text
from sqlalchemy import literal as sa_literal

# So many neighbours of a file are looked at.
NEIGHBOURS = 40


async def embed(files: list[File], texts: dict[str, str]) -> int:
    """Store the vectors of files; return for how many the content was known already."""
    async with AsyncSessionLocal() as session:
        known = list(
            await session.scalars(
                select(File)
                .where(
                    File.sha256.in_([file.sha256 for file in files]),
                    File.embeddings.any(FileEmbedding.model_version == MODEL_VERSION),
                )
                .order_by(File.created_at)
            )
        )
    sources = {file.sha256: str(file.id) for file in known}
    cached = 0
    for file in files:
        name = literal(name_vector(file.path))
        if file.sha256 in sources:
            async with AsyncSessionLocal.begin() as session:
                await session.execute(
                    text(
                        """
                INSERT INTO file_embeddings
                    (uuid, file_id, model_version, content_vector, image_vector, name_vector)
                SELECT gen_random_uuid(), :p1\\:\\:uuid, model_version, content_vector, image_vector,
                    :p2\\:\\:vector
                FROM file_embeddings
                WHERE file_id = :p3\\:\\:uuid AND model_version = :p4
                """
                    ),
                    {
                        "p1": str(file.id),
                        "p2": name,
                        "p3": sources[file.sha256],
                        "p4": MODEL_VERSION,
                    },
                )
            cached += 1
        else:
            async with AsyncSessionLocal.begin() as session:
                await session.execute(
                    text(
                        """
                INSERT INTO file_embeddings
                    (uuid, file_id, model_version, content_vector, name_vector)
                VALUES (gen_random_uuid(), :p1\\:\\:uuid, :p2, :p3\\:\\:vector, :p4\\:\\:vector)
                """
                    ),
                    {
                        "p1": str(file.id),
                        "p2": MODEL_VERSION,
                        "p3": literal(content_vector(texts[file.path])),
                        "p4": name,
                    },
                )
    return cached


async def nearest(file: File) -> dict[str, float]:
    """Return how similar the files are that come closest to a file, by their ids."""
    async with AsyncSessionLocal.begin() as session:
        vectors = list(
            map(
                dict,
                (
                    await session.execute(
                        text(
                            """
        SELECT content_vector::text AS vector
        FROM file_embeddings
        WHERE file_id = :p1\\:\\:uuid AND model_version = :p2 AND content_vector IS NOT NULL
        """
                        ),
                        {"p1": str(file.id), "p2": MODEL_VERSION},
                    )
                ).mappings(),
            )
        )
    if not vectors:
        return {}
    distance = FileEmbedding.content_vector.cosine_distance(
        cast(sa_literal(vectors[0]["vector"], Text), FileEmbedding.content_vector.type)
    )
    async with AsyncSessionLocal() as session:
        rows = list(
            map(
                dict,
                (
                    await session.execute(
                        select(
                            cast(FileEmbedding.file_id, Text).label("id"),
                            (1 - distance).label("similarity"),
                        )
                        .order_by(distance)
                        .limit(NEIGHBOURS)
                    )
                ).mappings(),
            )
        )
    return {row["id"]: row["similarity"] for row in rows}


async def similar_pairs(
    files: list[File], threshold: float
) -> list[tuple[File, File, float]]:
    """Return pairs of files that look alike, each file in one pair at most."""
    pairs: list[tuple[File, File, float]] = []
    paired: set[str] = set()
    for file in files:
        if str(file.id) in paired:
            continue
        similar = await nearest(file)
        for other in files:
            similarity = similar.get(str(other.id), 0.0)
            if (
                other.id != file.id
                and str(other.id) not in paired
                and similarity >= threshold
            ):
                pairs.append((file, other, similarity))
                paired.update([str(file.id), str(other.id)])
                break
    return pairs
