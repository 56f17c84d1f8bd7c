import type { Transaction } from "./database.ts";

/** The calls that nobody has decided about. */
export async function waiting(tx: Transaction, { thread_id }: { thread_id: string }) {
  const calls = await tx.toolCall.findMany({
    where: { message: { threadId: thread_id }, validated: null },
    orderBy: { id: "asc" },
  });
  return calls.map((it) => it.id);
}

export async function validate(tx: Transaction, { id, validated }: { id: string; validated: boolean }) {
  await tx.toolCall.update({ where: { id }, data: { validated } });
}
