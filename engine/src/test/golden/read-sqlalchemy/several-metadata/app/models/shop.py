import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.legacy import customers


class Base(DeclarativeBase):
    pass


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer: Mapped[int] = mapped_column(sa.ForeignKey(customers.c.id))


class OtherBase(DeclarativeBase):
    pass


class Again(OtherBase):
    __tablename__ = "orders"

    id: Mapped[str] = mapped_column(primary_key=True)
