import type { Entity, ReasoningLevel, Task, TokenType } from "../generated/prisma/enums.ts";
import type { Transaction } from "./database.ts";

type New = {
  thread_id: string;
  entity: Entity;
  content: object;
  is_complete?: boolean;
  tool_calls?: { id: string; name: string; arguments: object }[];
  selected_tools?: string[];
  complexity?: { complexity: number | null; model: string; reasoning: ReasoningLevel | null };
  tokens?: { type: TokenType; task: Task; count: number; model: string }[];
};

/** Adds a message at the end of a thread. */
export async function add(tx: Transaction, message: New): Promise<string> {
  const now = new Date();
  const { id } = await tx.message.create({
    data: {
      thread: { connect: { id: message.thread_id } },
      creationDate: now,
      entity: message.entity,
      content: JSON.stringify(message.content),
      isComplete: message.is_complete ?? true,
      toolCalls: {
        create: message.tool_calls?.map((it) => ({
          ...it,
          arguments: JSON.stringify(it.arguments),
        })),
      },
      toolSelection: { create: message.selected_tools?.map((toolName) => ({ toolName })) },
      complexityEstimation: { create: message.complexity },
      tokenConsumption: { create: message.tokens },
    },
  });
  await tx.thread.update({ where: { id: message.thread_id }, data: { updateDate: now } });
  return id;
}

/** The messages of a thread, in the order in which they were added. */
export async function ofThread(tx: Transaction, { thread_id }: { thread_id: string }) {
  const messages = await tx.message.findMany({
    where: { threadId: thread_id },
    orderBy: { creationDate: "asc" },
    include: {
      toolCalls: { orderBy: { id: "asc" } },
      toolSelection: { orderBy: { toolName: "asc" } },
      complexityEstimation: true,
    },
  });
  return messages.map((message) => ({
    id: message.id,
    entity: message.entity,
    content: JSON.parse(message.content),
    is_complete: message.isComplete,
    tool_calls: message.toolCalls.map(({ id, name, arguments: text, validated }) => ({
      id,
      name,
      arguments: JSON.parse(text),
      validated,
    })),
    selected_tools: message.toolSelection.map((it) => it.toolName),
    complexity: message.complexityEstimation.map(({ complexity, model, reasoning }) => ({
      complexity,
      model,
      reasoning,
    })),
  }));
}

/** The messages of a user that have the words of a text, the best first. */
export function search(tx: Transaction, { user_id, text }: { user_id: string; text: string }) {
  return tx.$queryRaw<{ id: string; thread: string }[]>`
    SELECT m.message_id AS id, t.title AS thread
    FROM messages m
    JOIN threads t USING (thread_id), websearch_to_tsquery('english', ${text}) query
    WHERE t.user_id = ${user_id}::uuid AND m.search_vector @@ query
    ORDER BY ts_rank(m.search_vector, query) DESC, m.creation_date`;
}
