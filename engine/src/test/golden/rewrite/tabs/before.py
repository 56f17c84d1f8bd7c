from app.client import db


async def tabbed(author: int, data: dict):
	if author:
		posts = await db.post.find_many(where={"authorId": author, "published": True}, include={"author": True}, take=20)
		rows = await db.query_raw(
			"""
		SELECT *
			FROM users
			""",
		)
		return posts, rows, [await db.user.find_first(where={"email": "somebody@example.org", "name": "Somebody"})]
