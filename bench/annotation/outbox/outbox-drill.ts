import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual, parseArgs } from "node:util";
import { build } from "esbuild";
import { chromium, type Page } from "playwright";
import { type Annotation, colours } from "@/core/annotation/annotation";
import { articleSideText } from "@/core/annotation/article-side-text";
import { browserOptions } from "@/e2e/browser-options";
import { removeData, startInstallation } from "@/e2e/installation";
import { readVersion } from "@/formats/version/read-version";
import { freePort } from "@/scripts/free-port.mjs";
import { markPassages } from "../edits/mark-passages";
import { type Random, seededRandom } from "../edits/seeded-random";
import type { Act } from "./drill-page";
import { type Applied, type FlakyProxy, openFlakyProxy } from "./flaky-proxy";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const slug = "waehrung-unter-der-erde";
const mostAnnotations = 120;
const actsPerReload = 60;
const longestMs = 120_000;

/** What the reader did last to an annotation: as the server should have it. */
type Expected = Map<string, { annotation: Annotation; isRemoved: boolean }>;

/**
 * `npm run drill -- outbox [--changes N] [--seed N] [--json]`: the store and the outbox of the reading page in a browser,
 * against a server of its own, while connections are cut, answers are lost after the commit, and the tab is reloaded.
 * Exit code 1 where a change is lost, applied twice or refused.
 */
export async function outboxDrill(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      changes: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
    },
  });
  const random = seededRandom(Number(values.seed));
  const [port, proxyPort] = [await freePort(), await freePort()];
  process.env.PUBLIC_URL = `http://localhost:${proxyPort}`;
  const installation = await startInstallation({ port });
  const proxy = await openFlakyProxy(proxyPort, port, await drillPages(), random);
  const browser = await chromium.launch(browserOptions);
  try {
    const page = await browser.newPage();
    const began = Date.now();
    const { expected, reloads } = await disturb(page, proxy, random, Number(values.changes));
    const left = await whenSent(page);
    const faulty = findFaults(expected, await listStored(page), proxy.applied());
    const { keys, faults, postponed, refused } = proxy.applied();
    const report = {
      ...{ seed: Number(values.seed), changes: Number(values.changes), reloads },
      ...{ seconds: Math.round((Date.now() - began) / 1000), ...faults },
      applied: [...keys.values()].reduce((sum, { size }) => sum + size, 0),
      ...{ postponed, left, refused, faulty },
    };
    console.log(values.json ? JSON.stringify(report, null, 2) : describe(report));
    return left.count + refused.length + faulty.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    proxy.close();
    await installation.stop();
    await removeData(installation);
  }
}

/** The reader at work: makes, changes, deletes and brings back, and now and then loads the page again in the middle of it. */
async function disturb(page: Page, proxy: FlakyProxy, random: Random, changes: number) {
  const [de = "", en = "", alignment = ""] = await Promise.all(
    ["de.mdx", "en.mdx", "alignment.json"].map((name) =>
      readFile(join(root, "content", slug, name), "utf8"),
    ),
  );
  const { article } = readVersion({ de, en, alignment });
  const anchors = markPassages(articleSideText(article, "de"), mostAnnotations, random);
  const expected: Expected = new Map();
  let removedHere = new Set<string>();
  let reloads = 0;
  await open(page, proxy);
  for (let done = 0; done < changes; ) {
    const acts: Act[] = [];
    const count = Math.min(changes - done, 1 + random.below(6));
    while (acts.length < count) {
      const next = drawAct(random, expected, removedHere, anchors, done + acts.length);
      acts.push(next);
      record(expected, removedHere, next);
    }
    const were = await page.evaluate((wanted) => window.drill.act(wanted), acts);
    const at = were.indexOf(false);
    if (at !== -1) throw new Error(`The reader could not do it: ${JSON.stringify(acts[at])}`);
    done += count;
    // Mostly the reader waits for what they did before, so that it is sent and not melted into what they do next.
    if (random.chance(0.7)) await whenFewWait(page);
    if (!random.chance(count / actsPerReload)) continue;
    removedHere = new Set(); // what was deleted can be brought back in the tab that did it
    reloads += 1;
    await open(page, proxy);
  }
  return { expected, reloads };
}

async function open(page: Page, proxy: FlakyProxy): Promise<void> {
  await page.goto(`${proxy.url}/outbox-drill?article=${slug}`);
  await page.waitForFunction(() => window.drill?.isLoaded(), undefined, { timeout: longestMs });
}

function drawAct(
  random: Random,
  expected: Expected,
  removedHere: ReadonlySet<string>,
  anchors: readonly Annotation["anchor"][],
  number: number,
): Act {
  const alive = [...expected.values()].flatMap((one) => (one.isRemoved ? [] : [one.annotation]));
  const anchor = anchors[expected.size];
  const isNew = alive.length === 0 || (anchor !== undefined && random.chance(0.25));
  if (isNew && anchor) return { kind: "put", annotation: fresh(random, anchor, number) };
  const gone = [...removedHere];
  if (gone.length > 0 && random.chance(0.1)) return { kind: "restore", id: random.pick(gone) };
  const annotation = random.pick(alive);
  if (alive.length > 20 && random.chance(0.12)) return { kind: "remove", id: annotation.id };
  return {
    kind: "put",
    annotation: { ...annotation, colour: random.pick(colours), note: noteOf(number) },
  };
}

function fresh(random: Random, anchor: Annotation["anchor"], number: number): Annotation {
  const hex = () => random.below(0x10000).toString(16).padStart(4, "0");
  return {
    id: `${hex()}${hex()}-${hex()}-4${hex().slice(1)}-8${hex().slice(1)}-${hex()}${hex()}${hex()}`,
    articleSlug: slug,
    anchor,
    twin: null,
    colour: random.pick(colours),
    note: noteOf(number),
    tags: [],
    audience: "me",
    groupId: null,
  };
}

/** Each change says which it is, so that an earlier one cannot be taken for it. */
function noteOf(number: number): Annotation["note"] {
  const text = { type: "text" as const, text: `Change ${number}` };
  return { type: "doc", content: [{ type: "paragraph", content: [text] }] };
}

function record(expected: Expected, removedHere: Set<string>, act: Act): void {
  if (act.kind === "put") {
    expected.set(act.annotation.id, { annotation: act.annotation, isRemoved: false });
    return;
  }
  const one = expected.get(act.id);
  if (!one) throw new Error(`There is no annotation ${act.id}`);
  one.isRemoved = act.kind === "remove";
  if (one.isRemoved) removedHere.add(act.id);
  else removedHere.delete(act.id);
}

async function whenFewWait(page: Page): Promise<void> {
  await page.evaluate(async () => {
    while ((await window.drill.waiting()).count > 2)
      await new Promise((next) => setTimeout(next, 5));
  });
}

/** What is still in the outbox when the reader does nothing any more; the connection stays as bad as it was. */
async function whenSent(page: Page) {
  const end = Date.now() + longestMs;
  for (;;) {
    const left = await page.evaluate(() => window.drill.waiting());
    if (left.count === left.refused || Date.now() > end) return left;
    await new Promise((next) => setTimeout(next, 100));
  }
}

/** What the server gives to a browser that knows nothing. */
async function listStored(page: Page): Promise<readonly Annotation[]> {
  await page.reload();
  await page.waitForFunction(() => window.drill?.isLoaded());
  return page.evaluate(() => window.drill.shown());
}

/** Each annotation that is not as the reader left it, or was changed more often than there were changes. */
function findFaults(
  expected: Expected,
  stored: readonly Annotation[],
  { keys, revisions }: Applied,
): readonly string[] {
  const there = new Map(stored.map((one) => [one.id, one]));
  const faults: string[] = [];
  for (const [id, { annotation, isRemoved }] of expected) {
    const found = there.get(id);
    if (isRemoved !== (found === undefined))
      faults.push(`${id} is ${found ? "still there" : "lost"}`);
    const isAsLeft = isDeepStrictEqual(
      [found?.colour, found?.note],
      [annotation.colour, annotation.note],
    );
    if (found && !isAsLeft) faults.push(`${id} has another text than the last one`);
    const [applied, revision] = [keys.get(id)?.size ?? 0, revisions.get(id) ?? 0];
    if (applied !== revision) faults.push(`${id}: ${applied} changes, revision ${revision}`);
  }
  for (const id of there.keys()) if (!expected.has(id)) faults.push(`${id} was never made`);
  return faults;
}

async function drillPages() {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, "bench/annotation/outbox/drill-page.ts")],
    write: false,
    bundle: true,
    format: "esm",
    target: "es2023",
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const script = outputFiles[0]?.contents ?? new Uint8Array();
  const html = `<!doctype html><meta charset="utf-8"><title>Outbox</title><script type="module" src="/outbox-drill.js"></script>`;
  return new Map([
    [`/outbox-drill?article=${slug}`, { type: "text/html; charset=utf-8", body: html }],
    ["/outbox-drill.js", { type: "text/javascript", body: script }],
  ]);
}

type Report = {
  readonly seed: number;
  readonly changes: number;
  readonly reloads: number;
  readonly seconds: number;
  readonly cut: number;
  readonly "cut-while-sent": number;
  readonly "answer-lost": number;
  readonly repeated: number;
  readonly applied: number;
  readonly left: { readonly count: number; readonly refused: number };
  readonly postponed: number;
  /** By their status. */
  readonly refused: readonly number[];
  readonly faulty: readonly string[];
};

function describe(report: Report): string {
  const { seed, changes, reloads, seconds, applied, repeated, postponed } = report;
  const { left, refused, faulty } = report;
  return [
    `Seed ${seed}: ${changes} changes, ${reloads} reloads, ${seconds} s`,
    `${report.cut} requests cut before they arrived, ${report["cut-while-sent"]} while they were sent, ${report["answer-lost"]} answers lost after the commit`,
    `${applied} changes sent (what was not sent yet melts together) and applied once each; ${repeated} came again and were answered from memory; ${postponed} were told to come later`,
    `left in the outbox: ${left.count}, refused: ${refused.length} ${refused.join(" ")}, not as the reader left it: ${faulty.length}`,
    ...faulty.map((fault) => `  ${fault}`),
  ].join("\n");
}
