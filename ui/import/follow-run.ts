import * as z from "zod/mini";
import type { ImportChoices } from "@/core/import/import-choices";

const stages = [
  "waiting",
  "reading",
  "splitting",
  "aligning",
  "checking",
  "drawing",
  "saving",
] as const;
/** A key of the messages `ImportPage.stage`. */
export type RunStage = (typeof stages)[number];

const failures = ["cancelled", "too-slow", "too-much-memory", "failed", "busy"] as const;
/** A key of the messages `ImportPage.failed`. */
export type RunFailure = (typeof failures)[number] | "offline" | "gone";

const eventSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("stage"), stage: z.enum(stages) }),
  z.strictObject({ kind: z.literal("done") }),
  z.strictObject({ kind: z.literal("failed"), reason: z.enum(failures) }),
]);

/** Has an import read with these choices, and follows how far it is. Aborting the signal cancels the reading itself. */
export async function followRun(
  id: string,
  choices: ImportChoices,
  signal: AbortSignal,
  onStage: (stage: RunStage) => void,
): Promise<RunFailure | null> {
  try {
    const response = await fetch(`/api/imports/${id}/runs`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(choices),
      signal,
    });
    if (response.status === 404 || response.status === 401) return "gone";
    if (!response.ok || !response.body) return "failed";
    for await (const line of linesOf(response.body)) {
      const event = eventSchema.parse(JSON.parse(line));
      if (event.kind === "done") return null;
      if (event.kind === "failed") return event.reason;
      onStage(event.stage);
    }
    return "offline";
  } catch {
    return signal.aborted ? "cancelled" : "offline";
  }
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}
