from app.client import db


async def grouped(since, wanted):
    counted = await db.post.group_by(by=["authorId"], count=True)
    spent = await db.user.group_by(
        ["role"],
        where={"visits": {"gt": 0}},
        sum={"visits": True},
        avg={"visits": True},
        count={"_all": True, "name": True},
        having={"visits": {"_sum": {"gt": 10}}},
        order={"_sum": {"visits": "desc"}},
        take=10,
    )
    days = await db.post.group_by(
        by=["createdAt", "authorId"],
        max={"id": True},
        where={"createdAt": {"gte": since}},
        order=[{"authorId": "asc"}],
        having={"authorId": {"gt": 1}},
    )
    await db.post.group_by(by=wanted)
    await db.post.group_by(by=["id"], sum=wanted)
    return counted, spent, days
