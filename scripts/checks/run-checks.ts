import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { readCases } from "@/bench/align/read-cases";
import type { Lexicon } from "@/core/alignment/lexicon/lexicon";
import type { Article } from "@/core/article/article";
import { checkArticle } from "@/core/checks/check-article";
import { checkDocument } from "@/core/checks/check-document";
import { readVersion } from "@/formats/version/read-version";
import { readContentFolder } from "@/server/articles/read-content-folder";
import { bestLayer, loadLexicon } from "../dictionary/load-lexicon";
import { checkPairsFile } from "./check-pairs-file";
import type { CheckReport, CheckResult } from "./check-report";
import { documentOfCase } from "./document-of-case";
import { loadArticle } from "./load-article";
import type { CheckTarget } from "./read-arguments";

const content = "content";

/** Checks what the command names; without a name every article of the content folder. */
export async function runChecks(target: CheckTarget): Promise<CheckResult> {
  const lexicon = lexiconAtHand();
  switch (target.kind) {
    case "pairs":
      return checkPairsFile(target.file, lexicon);
    case "cases":
      return checkCases(target.folder, lexicon);
    case "article":
      return checkSlugs([target.slug], lexicon);
    case "content": {
      const slugs = existsSync(content) ? readdirSync(content).sort() : [];
      return checkSlugs(
        slugs.filter((slug) => existsSync(join(content, slug, "de.mdx"))),
        lexicon,
      );
    }
  }
}

function lexiconAtHand(): Lexicon | null {
  const loaded = loadLexicon(bestLayer());
  return loaded.ok ? loaded.lexicon : null;
}

/** Of a folder with cases, or of one case. */
function checkCases(path: string, lexicon: Lexicon | null): CheckResult {
  if (!existsSync(path)) return { ok: false, reason: "folder-not-found", detail: path };
  const isCase = existsSync(join(path, "meta.json"));
  const cases = isCase ? readCases(join(path, ".."), basename(path)) : readCases(path, null);
  if (cases.length === 0) return { ok: false, reason: "no-cases", detail: path };
  const reports = cases.map((each): CheckReport => {
    const findings = checkDocument(documentOfCase(each), { lexicon });
    return {
      pairs: each.beads.filter(({ de, en }) => de.length > 0 && en.length > 0).length,
      findings: findings.map((finding) => ({ id: each.name, ...finding })),
    };
  });
  return { ok: true, report: joined(reports) };
}

async function checkSlugs(slugs: readonly string[], lexicon: Lexicon | null): Promise<CheckResult> {
  const reports: CheckReport[] = [];
  for (const slug of slugs) {
    const article = (await readFolder(slug)) ?? (await loadArticle(slug));
    if (!article) return { ok: false, reason: "no-such-article", detail: slug };
    reports.push({
      pairs: article.beads.filter(({ de, en }) => de.length > 0 && en.length > 0).length,
      findings: checkArticle(article, { lexicon }).map((finding) => ({ id: slug, ...finding })),
    });
  }
  return { ok: true, report: joined(reports) };
}

async function readFolder(slug: string): Promise<Article | null> {
  if (!/^[a-z0-9-]+$/u.test(slug) || !existsSync(join(content, slug))) return null;
  const result = await readContentFolder(join(content, slug));
  return result.ok ? readVersion(result.folder.files).article : null;
}

function joined(reports: readonly CheckReport[]): CheckReport {
  return {
    pairs: reports.reduce((sum, { pairs }) => sum + pairs, 0),
    findings: reports.flatMap(({ findings }) => findings),
  };
}
