import type { Transaction } from "./database.ts";

/** How many tokens of each type each model took. */
export async function used(tx: Transaction, { user_id }: { user_id: string }) {
  const sums = await tx.tokenConsumption.groupBy({
    by: ["model", "type"],
    where: { message: { thread: { userId: user_id } } },
    _sum: { count: true },
    orderBy: [{ model: "asc" }, { type: "asc" }],
  });
  return sums.map((it) => ({ model: it.model, type: it.type, count: it._sum.count }));
}
