"""The client of the database; connected while the service runs."""

from prisma import Prisma

db = Prisma()
