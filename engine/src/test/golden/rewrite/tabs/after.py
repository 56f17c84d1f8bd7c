from app.core.database import AsyncSessionLocal
from app.models import Post, User
from sqlalchemy import select, text
from sqlalchemy.orm import joinedload


async def tabbed(author: int, data: dict):
	if author:
		async with AsyncSessionLocal() as session:
			posts = list(
				await session.scalars(
					select(Post)
					.where(Post.author_id == author, Post.published.is_(True))
					.options(joinedload(Post.author))
					.limit(20)
				)
			)
		async with AsyncSessionLocal.begin() as session:
			rows = list(
				map(
					dict,
					(
						await session.execute(text("""
		SELECT *
			FROM users
			"""))
					).mappings(),
				)
			)
		async with AsyncSessionLocal() as session:
			return posts, rows, [await session.scalar(
				select(User)
				.where(User.email == "somebody@example.org", User.name == "Somebody")
				.limit(1)
			)]
