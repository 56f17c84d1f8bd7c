"""Vectors of files: computed once for each content, and searched by similarity."""

from __future__ import annotations

from prisma.models import File

from app.core.db import db
from app.services.embedding import MODEL_VERSION, content_vector, literal, name_vector

# So many neighbours of a file are looked at.
NEIGHBOURS = 40


async def embed(files: list[File], texts: dict[str, str]) -> int:
    """Store the vectors of files; return for how many the content was known already."""
    known = await db.file.find_many(
        where={
            "sha256": {"in": [file.sha256 for file in files]},
            "embeddings": {"some": {"modelVersion": MODEL_VERSION}},
        },
        order={"createdAt": "asc"},
    )
    sources = {file.sha256: file.id for file in known}
    cached = 0
    for file in files:
        name = literal(name_vector(file.path))
        if file.sha256 in sources:
            await db.execute_raw(
                """
                INSERT INTO file_embeddings
                    (uuid, file_id, model_version, content_vector, image_vector, name_vector)
                SELECT gen_random_uuid(), $1::uuid, model_version, content_vector, image_vector,
                    $2::vector
                FROM file_embeddings
                WHERE file_id = $3::uuid AND model_version = $4
                """,
                file.id,
                name,
                sources[file.sha256],
                MODEL_VERSION,
            )
            cached += 1
        else:
            await db.execute_raw(
                """
                INSERT INTO file_embeddings
                    (uuid, file_id, model_version, content_vector, name_vector)
                VALUES (gen_random_uuid(), $1::uuid, $2, $3::vector, $4::vector)
                """,
                file.id,
                MODEL_VERSION,
                literal(content_vector(texts[file.path])),
                name,
            )
    return cached


async def nearest(file: File) -> dict[str, float]:
    """Return how similar the files are that come closest to a file, by their ids."""
    vectors = await db.query_raw(
        """
        SELECT content_vector::text AS vector
        FROM file_embeddings
        WHERE file_id = $1::uuid AND model_version = $2 AND content_vector IS NOT NULL
        """,
        file.id,
        MODEL_VERSION,
    )
    if not vectors:
        return {}
    rows = await db.query_raw(
        """
        SELECT file_id::text AS id, 1 - (content_vector <=> $1::vector) AS similarity
        FROM file_embeddings
        ORDER BY content_vector <=> $1::vector
        LIMIT $2
        """,
        vectors[0]["vector"],
        NEIGHBOURS,
    )
    return {row["id"]: row["similarity"] for row in rows}


async def similar_pairs(
    files: list[File], threshold: float
) -> list[tuple[File, File, float]]:
    """Return pairs of files that look alike, each file in one pair at most."""
    pairs: list[tuple[File, File, float]] = []
    paired: set[str] = set()
    for file in files:
        if file.id in paired:
            continue
        similar = await nearest(file)
        for other in files:
            similarity = similar.get(other.id, 0.0)
            if (
                other.id != file.id
                and other.id not in paired
                and similarity >= threshold
            ):
                pairs.append((file, other, similarity))
                paired.update([file.id, other.id])
                break
    return pairs
