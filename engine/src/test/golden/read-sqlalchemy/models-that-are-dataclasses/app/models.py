import uuid
from typing import List, Optional

from sqlalchemy import ForeignKey
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column, relationship


class Base(MappedAsDataclass, DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    number: Mapped[uuid.UUID] = mapped_column(default_factory=uuid.uuid4)
    note: Mapped[Optional[str]] = mapped_column(default=None)
    lines: Mapped[List["Line"]] = relationship(back_populates="order", default_factory=list)


class Line(Base):
    """One thing of an order."""

    __tablename__ = "lines"

    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    order: Mapped[Order] = relationship(back_populates="lines", default=None)
