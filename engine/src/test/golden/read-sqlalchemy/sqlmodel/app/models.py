import uuid
from typing import List, Optional

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    name: str = Field(index=True)
    heroes: List["Hero"] = Relationship(back_populates="team")


class Hero(SQLModel, table=True):
    """Somebody with a cape."""

    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    secret_name: str = Field(unique=True)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship(back_populates="heroes")


class HeroCreate(SQLModel):
    secret_name: str
