from prisma import Prisma

client = Prisma()


def synchronous(email: str):
    user = client.user.find_unique(where={"email": email})
    if not user:
        user = client.user.create(data={"email": email, "passwordHash": "x"})
    with client.tx() as transaction:
        transaction.post.delete_many(where={"authorId": user.id})
        transaction.query_raw("SELECT 1")
    number = client.execute_raw("DELETE FROM posts WHERE author_id = $1", user.id)
    return [it.passwordHash for it in client.user.find_many()], number
