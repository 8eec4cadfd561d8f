import { cpus } from "node:os";
import type { PageReport } from "./page-bench";

const kilobyte = 1000;

/** The figures beside their goals, as a table that docs/performance.md can take. */
export function printReport(report: PageReport): void {
  const { limit, page, rows, runs, firstMove, serverCpuMs, serverCpuWithGzipMs } = report;
  const times = (name: "transferBytes" | "lcpMs" | "mainThreadMs") =>
    `${(page[name] / limit[name]).toFixed(2)} ×`;
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  const kb = (bytes: number) => `${(bytes / kilobyte).toFixed(1)} KB`;
  const cpu = (value: number | null) =>
    value === null ? "not measured" : `${value.toFixed(1)} ms`;

  console.log(
    `${rows} rows, median of ${runs} visits with an empty cache; Node ${process.versions.node}, ${cpus()[0]?.model ?? "unknown processor"} × ${cpus().length}\n`,
  );
  console.log("| | limit | page | | goal |\n|---|---|---|---|---|");
  row(
    "transfer without fonts",
    kb(limit.transferBytes),
    kb(page.transferBytes),
    times("transferBytes"),
    "≤ 2.0 ×",
  );
  row("of that the document", kb(limit.documentBytes), kb(page.documentBytes), "", "");
  row("LCP", ms(limit.lcpMs), ms(page.lcpMs), times("lcpMs"), "≤ 1.5 ×");
  row("main thread", ms(limit.mainThreadMs), ms(page.mainThreadMs), times("mainThreadMs"), "≤ 2 ×");
  row("JavaScript at first load", "–", kb(page.scriptBytes), "", "≤ 130 KB");
  row("fonts", "–", kb(page.fontBytes), `${page.fontFiles} files`, "≤ 120 KB, two files");
  row("CLS", limit.cls.toFixed(4), page.cls.toFixed(4), "", "0");
  row("CPU of the server per request", "–", cpu(serverCpuMs), "", "≤ 10 ms");
  row("the same, compressed by Next", "–", cpu(serverCpuWithGzipMs), "", "");
  console.log(
    `\nThe first move of the reader: ${kb(firstMove.transferBytes)}, of that ${kb(firstMove.scriptBytes)} of scripts; heard after ${ms(firstMove.heardMs)}, main thread ${ms(firstMove.mainThreadMs)}.`,
  );
  if (serverCpuMs === null) {
    console.log(
      "\nThis system does not tell how much CPU a process took: that is measured on Linux.",
    );
  }
}

function row(...cells: readonly string[]): void {
  console.log(`| ${cells.join(" | ")} |`);
}
