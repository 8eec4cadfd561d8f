import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import { checkPairs } from "@/core/checks/check-pairs";
import type { TextPair } from "@/core/checks/document-of-pairs";
import type { Rule } from "@/core/checks/rule";
import type { CheckResult, ReportedFinding } from "./check-report";

const pairSchema = z.object({ de: z.string().max(20_000), en: z.string().max(20_000) });

// Other keys say where a pair comes from.
const lineSchema = pairSchema.extend({
  id: z.union([z.string().max(200), z.number()]).optional(),
  context: z.array(pairSchema).max(1000).optional(),
  glossary: z.array(pairSchema).max(1000).optional(),
});
type Line = z.infer<typeof lineSchema>;

// What can only be seen beside other pairs is looked for in the whole file.
const acrossPairs: readonly Rule[] = ["inconsistent-translation", "same-translation"];

/** Checks a file with a pair `{ id, de, en }` on each line: every pair by itself, or after its `context` as one document, and all together for consistency. */
export function checkPairsFile(path: string, lexicon: Lexicon | null): CheckResult {
  if (!existsSync(path)) return { ok: false, reason: "file-not-found", detail: path };
  const lines: Line[] = [];
  for (const [index, text] of readFileSync(path, "utf8").split("\n").entries()) {
    if (text.trim() === "") continue;
    const line = parseLine(text);
    if (!line) return { ok: false, reason: "line-unreadable", detail: String(index + 1) };
    lines.push(line);
  }
  const ids = lines.map(({ id }, index) => String(id ?? index + 1));
  const single = lines.map(
    ({ de, en, context = [], glossary = [] }) =>
      checkPairs([...context, { de, en }], { lexicon, glossary }).at(-1) ?? [],
  );
  const texts: TextPair[] = lines.map(({ de, en }) => ({ de, en }));
  const together = checkPairs(texts, { lexicon }).map((findings) =>
    findings.filter(({ rule }) => acrossPairs.includes(rule)),
  );
  const findings = lines.flatMap(({ context = [] }, index): ReportedFinding[] => {
    const own = single[index] ?? [];
    const seen = new Set(own.map(({ key }) => key));
    const across = (together[index] ?? []).filter(({ key }) => !seen.has(key));
    return [...own, ...across].map((finding) => ({
      id: ids[index] ?? "",
      ...finding,
      place: { ...finding.place, blockId: null },
      counterpart: finding.counterpart && { ...finding.counterpart, blockId: null },
      others: finding.others.filter(({ blockId }) => blockId === String(context.length)),
    }));
  });
  return { ok: true, report: { pairs: lines.length, findings } };
}

function parseLine(text: string): Line | null {
  try {
    return lineSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
