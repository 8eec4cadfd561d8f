import type { Report } from "./bench";

/** Writes what was measured as tables for a person, figures in per cent. */
export function printReport(report: Report): void {
  console.log(`lexicon: ${report.lexicon}\n`);
  row("family", "cases", "strict P", "R", "F1", "lax F1", "rows F1", "Gale–Church", "sentences/s");
  for (const [name, family] of Object.entries(report.families)) {
    const { strict, lax, rows, sentencesPerSecond } = family;
    row(
      name,
      String(family.cases),
      percent(strict.precision),
      percent(strict.recall),
      percent(strict.f1),
      percent(lax.f1),
      percent(rows.f1),
      percent(report.galeChurch[name] ?? 0),
      String(sentencesPerSecond),
    );
  }
  const { seedLike, splitting, language, reliability } = report;
  console.log();
  if (seedLike.cases > 0) {
    const f1 = percent(seedLike.strict.f1);
    console.log(`seed-like raw documents, end to end: ${seedLike.cases} cases, strict F1 ${f1}`);
  }
  if (splitting) {
    const { own, intl } = splitting;
    console.log(
      `sentence splitting, F1 on news: German ${percent(own.de)}, English ${percent(own.en)}`,
    );
    console.log(`  Intl.Segmenter: German ${percent(intl.de)}, English ${percent(intl.en)}`);
  } else console.log("No news: seed-like documents and sentence splitting are not measured.");
  const { longLines, shortLines, halves, borders } = language;
  console.log(
    `language: lines of 40 characters and more ${shareOf(longLines)}, shorter ${shareOf(shortLines)}, halves ${shareOf(halves)}, where they meet ${shareOf(borders)}`,
  );
  console.log(
    `\nprobabilities: Brier score ${reliability.brier.toFixed(5)}, always 0.99 ${reliability.brierOfConstant.toFixed(5)}`,
  );
  row("beads", "said", "right", "95 % from", "to");
  for (const { beads, meanProbability, rightShare, interval } of reliability.bins) {
    row(String(beads), ...[meanProbability, rightShare, ...interval].map(percent));
  }
}

function row(first: string, ...cells: readonly string[]): void {
  console.log(first.padEnd(16) + cells.map((cell) => cell.padStart(12)).join(""));
}

function percent(share: number): string {
  return (100 * share).toFixed(2);
}

function shareOf({ right, all }: { readonly right: number; readonly all: number }): string {
  return `${percent(right / Math.max(1, all))} (${right} of ${all})`;
}
