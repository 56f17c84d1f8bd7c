/**
 * Answers calls as the Python back end does: one line of JSON in, one line out, a transaction each.
 *
 * As in {"call": "threads.rename", "with": {"id": "…", "title": "Dendrites"}}.
 */
import { createInterface } from "node:readline";
import { prisma, type Transaction } from "./database.ts";
import * as messages from "./messages.ts";
import * as threads from "./threads.ts";
import * as tokens from "./tokens.ts";
import * as toolCalls from "./tool_calls.ts";

const calls: Record<string, (tx: Transaction, given: any) => Promise<unknown>> = {
  "threads.create": threads.create,
  "threads.of_user": threads.ofUser,
  "threads.rename": threads.rename,
  "threads.delete": threads.remove,
  "messages.add": messages.add,
  "messages.of_thread": messages.ofThread,
  "messages.search": messages.search,
  "tool_calls.waiting": toolCalls.waiting,
  "tool_calls.validate": toolCalls.validate,
  "tokens.used": tokens.used,
};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = await prisma
    .$transaction((tx) => calls[request.call](tx, request.with))
    .then((it) => ({ answer: it ?? null }))
    .catch((e: Error) => ({ error: e.message }));
  console.log(JSON.stringify(answer));
}
await prisma.$disconnect();
