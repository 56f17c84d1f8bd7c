import type { Transaction } from "./database.ts";

type New = { user_id: string; title: string; vlab_id?: string; project_id?: string };

export async function create(tx: Transaction, thread: New): Promise<string> {
  const { id } = await tx.thread.create({
    data: {
      userId: thread.user_id,
      title: thread.title,
      vlabId: thread.vlab_id,
      projectId: thread.project_id,
      creationDate: new Date(),
    },
  });
  return id;
}

/** The threads of a user, the one that was changed last first. */
export async function ofUser(tx: Transaction, { user_id }: { user_id: string }) {
  const threads = await tx.thread.findMany({
    where: { userId: user_id },
    orderBy: { updateDate: "desc" },
    include: { _count: { select: { messages: true } } },
  });
  return threads.map((it) => ({
    id: it.id,
    title: it.title,
    project_id: it.projectId,
    messages: it._count.messages,
  }));
}

export async function rename(tx: Transaction, { id, title }: { id: string; title: string }) {
  await tx.thread.update({ where: { id }, data: { title } });
}

/** Deletes a thread; the database deletes all that is of it. */
export async function remove(tx: Transaction, { id }: { id: string }) {
  await tx.thread.delete({ where: { id } });
}
