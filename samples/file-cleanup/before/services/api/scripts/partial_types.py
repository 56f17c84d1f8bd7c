"""Types of Prisma Client Python that leave fields out."""

from prisma.models import User

User.create_partial("PublicUser", exclude={"passwordHash"})
