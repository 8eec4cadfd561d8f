import { existsSync } from "node:fs";
import { type Browser, chromium } from "@playwright/test";
import { maxRows } from "@/core/article/parts";
import { browserOptions } from "../../e2e/browser-options";
import { removeData, startInstallation } from "../../e2e/installation";
import { limitPage } from "./limit-page";
import { limitText } from "./limit-text";
import { type FirstMove, measureMoved, measureVisit, type Visit } from "./measure-page";
import { printReport } from "./print-report";
import { publishLimit } from "./publish-limit";
import { serveLimit } from "./serve-limit";
import { measureServerCpu } from "./server-cpu";

export type PageReport = {
  readonly rows: number;
  readonly runs: number;
  readonly limit: Visit;
  readonly page: Visit;
  readonly firstMove: FirstMove;
  /** Per request, in milliseconds; `null` where the system does not tell. */
  readonly serverCpuMs: number | null;
  readonly serverCpuWithGzipMs: number | null;
};

const slug = "bench-page";
const runs = 5;
const parts = 3; // the article is longer than what is read of it at once

/** One part of a long article beside the physical limit: the same text with no script, no font and a few rules. */
export async function pageBench(args: readonly string[]): Promise<number> {
  const browserPath = browserOptions.executablePath ?? "";
  if (!existsSync(browserPath)) {
    console.error(`There is no browser at ${browserPath}: nothing is measured. Set CHROMIUM_PATH.`);
    return 1;
  }
  const pairs = limitText(maxRows * parts);
  const limit = await serveLimit(limitPage(pairs.slice(0, maxRows)));
  const installation = await startInstallation();
  const browser = await chromium.launch(browserOptions);
  try {
    await publishLimit(installation.dataDir, slug, pairs);
    const url = `${installation.url}/de/read/${slug}`;
    const { limit: limitVisit, page, firstMove } = await measureBoth(browser, limit.url, url);
    const report: PageReport = {
      rows: maxRows,
      runs,
      limit: limitVisit,
      page,
      firstMove,
      serverCpuMs: await measureServerCpu(installation.dataDir, url, "identity"),
      serverCpuWithGzipMs: await measureServerCpu(installation.dataDir, url, "gzip"),
    };
    if (args.includes("--json")) console.log(JSON.stringify(report, null, 2));
    else printReport(report);
    return 0;
  } finally {
    await browser.close();
    limit.close();
    await installation.stop();
    await removeData(installation);
  }
}

/** In turn, so that whatever slows the machine slows both; the first visits warm up and do not count. */
async function measureBoth(browser: Browser, limitUrl: string, pageUrl: string) {
  const limit: Visit[] = [];
  const page: Visit[] = [];
  const moves: FirstMove[] = [];
  for (let run = 0; run <= runs; run += 1) {
    const limitVisit = await measureVisit(browser, limitUrl);
    const { visit, firstMove } = await measureMoved(browser, pageUrl);
    if (run === 0) continue;
    limit.push(limitVisit);
    page.push(visit);
    moves.push(firstMove);
  }
  const ofMoves = (name: keyof FirstMove) => median(moves.map((move) => move[name]));
  return {
    limit: medianVisit(limit),
    page: medianVisit(page),
    firstMove: {
      transferBytes: ofMoves("transferBytes"),
      scriptBytes: ofMoves("scriptBytes"),
      heardMs: ofMoves("heardMs"),
      mainThreadMs: ofMoves("mainThreadMs"),
    },
  };
}

function medianVisit(visits: readonly Visit[]): Visit {
  const of = (name: keyof Visit) => median(visits.map((visit) => visit[name]));
  return {
    transferBytes: of("transferBytes"),
    fontBytes: of("fontBytes"),
    fontFiles: of("fontFiles"),
    scriptBytes: of("scriptBytes"),
    documentBytes: of("documentBytes"),
    lcpMs: of("lcpMs"),
    mainThreadMs: of("mainThreadMs"),
    cls: Math.max(...visits.map(({ cls }) => cls)), // one shift is one too many
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("Nothing was measured");
  return middle;
}
