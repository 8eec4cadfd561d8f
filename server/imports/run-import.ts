import "server-only";
import { join } from "node:path";
import type { ImportChoices } from "@/core/import/import-choices";
import type { Viewer } from "@/core/viewer/viewer";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "../db";
import { env } from "../env";
import type { ImportOutcome } from "./import-outcome";
import type { LexiconPlaces } from "./load-lexicon";
import type { ImportStage } from "./read-import";
import { runWorker, type WorkerResult } from "./run-worker";
import { turns } from "./turns";

/** What is told while a document is read; `stage` and `reason` are keys of messages. */
export type RunEvent =
  | { readonly kind: "stage"; readonly stage: ImportStage | "waiting" | "saving" }
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly reason: RunFailure };

type RunFailure = Extract<WorkerResult, { ok: false }>["reason"] | "busy";

type RunOptions = {
  readonly signal: AbortSignal;
  readonly tell: (event: RunEvent) => void;
};

// A document takes one processor whole; readers need the other.
const turn = turns({ atOnce: 1, waiting: 20 });

/** Where the lexicons are, and the file that the build made of the worker. */
export function lexiconPlaces(): LexiconPlaces {
  return { root: /* turbopackIgnore: true */ process.cwd(), dataFolder: env().DATA_DIR };
}

function workerFile(): string {
  return join(/* turbopackIgnore: true */ process.cwd(), ".next/import-worker.mjs");
}

/**
 * Reads the files of an import with these choices in a thread of its own, and keeps what came of it. Tells how far it is; ends with `done` or
 * `failed`. The import must be the viewer's. Given up in between, it leaves everything as it was.
 */
export async function runImport(
  viewer: Viewer,
  id: string,
  choices: ImportChoices,
  { signal, tell }: RunOptions,
): Promise<void> {
  const own = await turn(viewer.id, signal, () => tell({ kind: "stage", stage: "waiting" }));
  if (!own.ok) {
    tell({ kind: "failed", reason: signal.aborted ? "cancelled" : "busy" });
    return;
  }
  try {
    const files = await db().importFile.findMany({
      where: { importId: id, import: { ownerId: viewer.id } },
      orderBy: { place: "asc" },
      select: { name: true, bytes: true },
    });
    const result = await runWorker(
      { files, choices, places: lexiconPlaces() },
      {
        workerFile: workerFile(),
        signal,
        onStage: (stage) => tell({ kind: "stage", stage }),
      },
    );
    if (!result.ok) {
      tell({ kind: "failed", reason: result.reason });
      return;
    }
    tell({ kind: "stage", stage: "saving" });
    await keepOutcome(viewer, id, choices, result.outcome);
    tell({ kind: "done" });
  } finally {
    own.release();
  }
}

async function keepOutcome(
  viewer: Viewer,
  id: string,
  choices: ImportChoices,
  outcome: ImportOutcome,
): Promise<void> {
  const made = "files" in outcome ? outcome : null;
  const files = made?.files ?? { de: null, en: null, alignment: null };
  await db().$transaction(async (transaction) => {
    const { count } = await transaction.import.updateMany({
      where: { id, ownerId: viewer.id, articleId: null },
      data: { choices, result: outcome.told satisfies Prisma.InputJsonValue, ...files },
    });
    if (count === 0) return; // saved or thrown away meanwhile
    await transaction.importPart.deleteMany({ where: { importId: id } });
    await transaction.importPart.createMany({
      data: (made?.parts ?? []).map((part, index) => ({
        importId: id,
        number: index + 1,
        ...part,
      })),
    });
  });
}
