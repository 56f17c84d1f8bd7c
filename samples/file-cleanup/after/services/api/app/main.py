"""The service: its routes, and what it does when it starts and ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.api import auth, dedupe, desktop, license, upload
from app.core.database import AsyncSessionLocal, shutdown, startup
from sqlalchemy import text


@asynccontextmanager
async def lifespan(_: FastAPI) -> AsyncIterator[None]:
    await startup()
    yield
    await shutdown()


app = FastAPI(title="file-cleanup", lifespan=lifespan)
app.include_router(auth.router, prefix="/api/auth", tags=["auth"])
app.include_router(license.router, prefix="/api/license", tags=["license"])
app.include_router(desktop.router, prefix="/api/desktop", tags=["desktop"])
app.include_router(upload.router, prefix="/api/upload", tags=["upload"])
app.include_router(dedupe.router, prefix="/api/dedupe", tags=["dedupe"])


@app.get("/health")
async def health() -> dict[str, str]:
    """Answer as long as the database does."""
    async with AsyncSessionLocal.begin() as session:
        await session.execute(text("SELECT 1"))
    return {"status": "ok"}
