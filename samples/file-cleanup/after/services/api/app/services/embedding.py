"""What a file looks like, as vectors: words and names by feature hashing."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Iterable

MODEL_VERSION = "hashing-1"
CONTENT_DIMENSIONS = 384
NAME_DIMENSIONS = 64


def content_vector(text: str) -> list[float] | None:
    """Return a vector of the words of a text; None where it has none."""
    words = re.findall(r"\w+", text.lower())
    return hashed(words, CONTENT_DIMENSIONS) if words else None


def name_vector(path: str) -> list[float]:
    """Return a vector of a path: of three characters each."""
    padded = f"  {path.lower()} "
    pieces = (padded[i : i + 3] for i in range(len(padded) - 2))
    return hashed(pieces, NAME_DIMENSIONS)


def hashed(features: Iterable[str], dimensions: int) -> list[float]:
    """Return a vector of length 1 in which every feature has its place."""
    vector = [0.0] * dimensions
    for feature in features:
        digest = hashlib.blake2b(feature.encode(), digest_size=8).digest()
        number = int.from_bytes(digest, "big")
        vector[number % dimensions] += 1.0 if number & (1 << 63) else -1.0
    length = math.sqrt(sum(it * it for it in vector)) or 1.0
    return [it / length for it in vector]


def literal(vector: list[float] | None) -> str | None:
    """Return a vector as PostgreSQL reads it."""
    return None if vector is None else "[" + ",".join(map(str, vector)) + "]"
