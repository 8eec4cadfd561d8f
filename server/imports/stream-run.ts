import "server-only";
import type { ImportChoices } from "@/core/import/import-choices";
import type { Viewer } from "@/core/viewer/viewer";
import { runImport } from "./run-import";

/** A run as a response: a line of JSON for each event. Whoever stops listening gives the run up. */
export function streamRun(
  viewer: Viewer,
  id: string,
  choices: ImportChoices,
  gone: AbortSignal,
): Response {
  const stopped = new AbortController();
  const encoder = new TextEncoder();
  const lines = new ReadableStream<Uint8Array>({
    async start(controller) {
      const signal = AbortSignal.any([gone, stopped.signal]);
      const tell = (event: object) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(event)}\n`));
      };
      try {
        await runImport(viewer, id, choices, { signal, tell });
      } catch (error) {
        console.error(error);
        tell({ kind: "failed", reason: "failed" });
      }
      if (!stopped.signal.aborted) controller.close();
    },
    cancel: () => stopped.abort(),
  });
  // no-transform: compressed, the lines would wait for each other.
  return new Response(lines, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "cache-control": "no-store, no-transform",
    },
  });
}
