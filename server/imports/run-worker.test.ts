import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { noChoices } from "@/core/import/import-choices";
import { buildWorker, workerFile } from "@/scripts/build-worker.mjs";
import { dataFolder } from "@/scripts/data-folder.mjs";
import { root } from "@/scripts/prepare.mjs";
import { runWorker } from "./run-worker";

const read = (path: string) => readFileSync(new URL(path, import.meta.url));
const document = read("../../e2e/fixtures/seed-like/document.txt");
const other = Buffer.concat([
  read("../../content/zwei-spalten/de.mdx"),
  Buffer.from("\n\nENGLISH\n\n"),
  read("../../content/zwei-spalten/en.mdx"),
]);

beforeAll(() => buildWorker());

type Limits = Partial<Parameters<typeof runWorker>[1]>;

function bring(bytes: Uint8Array, limits: Limits = {}) {
  const places = { root, dataFolder: dataFolder().path };
  return runWorker(
    { files: [{ name: "text.txt", bytes }], choices: noChoices, places },
    { workerFile, signal: new AbortController().signal, onStage: () => {}, ...limits },
  );
}

describe("the thread of an import", () => {
  test("reads one document as if it had not read another before", async () => {
    const [first, between, again] = [
      await bring(document),
      await bring(other),
      await bring(document),
    ];
    expect(first).toMatchObject({ ok: true, outcome: { told: { ok: true } } });
    expect(between).toMatchObject({ ok: true, outcome: { told: { ok: true } } });
    expect(again).toEqual(first);
    expect(between).not.toEqual(first);
  });

  test("is ended where it takes too long, and the next document has another", async () => {
    expect(await bring(document, { timeLimitMs: 1 })).toEqual({ ok: false, reason: "too-slow" });
    expect(await bring(document)).toMatchObject({ ok: true });
  });

  test("is ended where it wants too much memory, and the server goes on", async () => {
    const result = await bring(document, { memoryLimitMegabytes: 16 });
    expect(result).toEqual({ ok: false, reason: "too-much-memory" });
    expect(await bring(document)).toMatchObject({ ok: true });
  });

  test("is ended where it is given up in the middle of its work", async () => {
    const abort = new AbortController();
    const stages: string[] = [];
    const result = await bring(document, {
      signal: abort.signal,
      onStage: (stage) => {
        stages.push(stage);
        if (stage === "splitting") abort.abort();
      },
    });
    expect(result).toEqual({ ok: false, reason: "cancelled" });
    expect(stages.at(-1)).toBe("splitting");
  });
});
