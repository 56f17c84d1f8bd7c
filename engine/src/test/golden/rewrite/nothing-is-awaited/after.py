from prisma import Prisma
from app.core.database import SessionLocal
from app.models import Post, User
from sqlalchemy import delete, insert, select, text

client = Prisma()


def synchronous(email: str):
    with SessionLocal() as session:
        user = session.scalar(select(User).where(User.email == email))
    if not user:
        with SessionLocal.begin() as session:
            user = (
                session.scalars(
                    insert(User).values(email=email, password_hash="x").returning(User)
                )
            ).one()
    with SessionLocal.begin() as transaction:
        transaction.execute(
            delete(Post)
            .where(Post.author_id == user.id)
            .execution_options(synchronize_session=False)
        )
        transaction.execute(text("SELECT 1"))
    with SessionLocal.begin() as session:
        number = (
            session.connection().execute(
                text("DELETE FROM posts WHERE author_id = :p1"), {"p1": user.id}
            )
        ).rowcount
    with SessionLocal() as session:
        return [it.password_hash for it in list(session.scalars(select(User)))], number
