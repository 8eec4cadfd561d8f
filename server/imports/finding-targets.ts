import "server-only";
import type { Article, Row } from "@/core/article/article";
import type { Language } from "@/core/article/language";
import type { ImportFinding } from "@/core/import/import-finding";
import type { FindingTarget } from "@/core/import/import-result";

/** Each finding with the sentence of the preview that it is about, and the part in which that stands. */
export function withTargets(
  findings: readonly ImportFinding[],
  article: Article,
  parts: readonly (readonly Row[])[],
): { readonly finding: ImportFinding; readonly target: FindingTarget | null }[] {
  const targets = { de: targetsOf(article, "de", parts), en: targetsOf(article, "en", parts) };
  return findings.map((finding) => {
    const { side, sentence } = finding;
    return { finding, target: sentence === null ? null : (targets[side][sentence] ?? null) };
  });
}

/** Of every sentence of a side, in reading order. */
function targetsOf(
  article: Article,
  side: Language,
  parts: readonly (readonly Row[])[],
): FindingTarget[] {
  const partOf = new Map(
    parts.flatMap((rows, index) =>
      rows.flatMap((row) => row[side].map((block) => [block, index + 1] as const)),
    ),
  );
  return article.sides[side].blocks.flatMap(({ id, sentences }) =>
    sentences.map((sentence) => ({ sentenceId: sentence.id, part: partOf.get(id) ?? 1 })),
  );
}
