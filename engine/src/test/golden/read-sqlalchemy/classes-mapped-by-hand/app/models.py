import sqlalchemy as sa
from sqlalchemy.orm import registry, relationship

mapper_registry = registry()

user = sa.Table(
    "user",
    mapper_registry.metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("user_name", sa.Text, key="name"),
)
address = sa.Table(
    "address",
    mapper_registry.metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("owner", sa.ForeignKey("user.id"), unique=True),
)


class User:
    """Mapped below."""


class Address:
    pass


mapper_registry.map_imperatively(
    User, user, properties={"address": relationship(Address, backref="user", uselist=False)}
)
mapper_registry.map_imperatively(Address, address, properties={"owner_id": address.c.owner})
