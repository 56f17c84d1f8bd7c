import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, foreign, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Views(DeclarativeBase):
    metadata = sa.MetaData(info={"is_view": True})


class Account(Base):
    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Audit(Base):
    __tablename__ = "audit"
    __table_args__ = {"info": {"is_external": True}}

    id: Mapped[int] = mapped_column(primary_key=True)


class Balance(Views):
    """The sum of all bookings."""

    __tablename__ = "balance"

    account_id: Mapped[int] = mapped_column(primary_key=True)
    amount: Mapped[sa.Numeric] = mapped_column(sa.Numeric(12, 2))
    account: Mapped[Account] = relationship(
        Account, primaryjoin=lambda: foreign(Balance.account_id) == Account.id
    )
