from __future__ import annotations

import datetime as dt
import enum
import functools
import uuid
from typing import TYPE_CHECKING, Any, Optional

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import Mapped, mapped_column, relationship

from .base import Base

if TYPE_CHECKING:
    from .post import Post


class Role(str, enum.Enum):
    """What somebody may do."""

    ADMIN = "admin"
    TEAM_LEAD = "team lead"


def values(cls: type[enum.Enum]) -> list[str]:
    return [str(it.value) for it in cls]


def token(length: int) -> str:
    return "x" * length


class User(Base):
    """People who can sign in.

    Also those who cannot any more.
    """

    __tablename__ = "users"
    __table_args__ = (
        sa.Index("users_tenant_email_key", "tenantId", "email", unique=True),
        sa.Index("users_lower_email_idx", sa.text("lower(email)"), postgresql_where=sa.text("active")),
        sa.Index("users_meta_idx", "metadata", postgresql_using="gin"),
        sa.CheckConstraint(r"email like '%@%' and email not like '%\%'", name="users_email_check"),
        sa.UniqueConstraint("email", name="users_email_key"),
        {"schema": "app", "comment": "100 % 'people'"},
    )

    id: Mapped[uuid.UUID] = mapped_column(primary_key=True, default=uuid.uuid4)
    tenant_id: Mapped[uuid.UUID] = mapped_column("tenantId")
    email: Mapped[str] = mapped_column(sa.Text(), doc="Where mail goes.")
    role: Mapped[Role] = mapped_column(
        sa.Enum(Role, name="Role", schema="app", values_callable=values), server_default="admin"
    )
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    tags: Mapped[Optional[list[str]]] = mapped_column(pg.ARRAY(sa.Text()))
    metadata_: Mapped[Optional[dict[str, Any]]] = mapped_column("metadata", pg.JSONB())
    search: Mapped[str] = mapped_column(
        pg.TSVECTOR(), sa.Computed("to_tsvector('simple', email)", persisted=True)
    )
    token: Mapped[str] = mapped_column(sa.String(12), default=functools.partial(token, 12))
    created_at: Mapped[dt.datetime] = mapped_column(
        pg.TIMESTAMP(precision=3), server_default=sa.func.now()
    )
    updated_at: Mapped[dt.datetime] = mapped_column(
        pg.TIMESTAMP(precision=3), default=sa.func.now(), onupdate=sa.func.now()
    )
    manager_id: Mapped[Optional[uuid.UUID]] = mapped_column(
        sa.ForeignKey("app.users.id", name="users_manager_fkey", ondelete="SET NULL")
    )

    manager: Mapped[Optional[User]] = relationship(remote_side=[id], back_populates="reports")
    reports: Mapped[list[User]] = relationship(back_populates="manager", passive_deletes=True)
    posts: Mapped[list[Post]] = relationship(back_populates="author")
