import "server-only";
import { z } from "zod";
import type { NewReport, ReportAnswer, ReportLine } from "@/core/reports/text-report";
import type { Viewer } from "@/core/viewer/viewer";
import { findArticle } from "../articles/find-article";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { findWork } from "../workbench/find-work";

/** Keeps what a reader found wrong. Nobody needs an account for that; whoever has one is named to those who mend it. */
export async function reportText(
  viewer: Viewer | null,
  slug: string,
  report: NewReport,
): Promise<{ readonly ok: true } | Refusal> {
  const article = await findArticle(viewer, slug);
  if (!article) return refusal("not-found");
  const { version, ...rest } = report;
  const shown = await db().articleVersion.count({
    where: { articleId: article.id, number: version, shownSince: { not: null } },
  });
  if (shown === 0) return refusal("invalid", { fields: ["version"] });
  await db().textReport.create({
    data: { ...rest, version, articleId: article.id, reporterId: viewer?.id ?? null },
  });
  return { ok: true };
}

/** The reports on an article: those that wait first, the oldest before the others; `null` where the viewer does not work on it. */
export async function listReports(
  viewer: Viewer | null,
  slug: string,
): Promise<readonly ReportLine[] | null> {
  const work = await findWork(viewer, slug);
  if (!work) return null;
  const rows = await db().textReport.findMany({
    where: { articleId: work.articleId },
    orderBy: [{ state: "asc" }, { createdAt: "asc" }],
    take: 500,
    select: {
      ...{ id: true, kind: true, version: true, rowId: true, sentenceId: true, quote: true },
      ...{ text: true, createdAt: true, state: true, answer: true },
      reporter: { select: { name: true } },
      answeredBy: { select: { name: true } },
      mendedVersion: { select: { number: true } },
    },
  });
  return rows.map(({ reporter, answeredBy, mendedVersion, createdAt, answer, ...rest }) => ({
    ...rest,
    answer: answer ?? "",
    reporter: reporter?.name ?? "",
    answeredBy: answeredBy?.name ?? "",
    createdAt: createdAt.toISOString(),
    mendedIn: mendedVersion?.number ?? null,
  }));
}

/** Says what became of a report. Only a version that readers have, or had, can be the one in which something is mended. */
export async function answerReport(
  viewer: Viewer,
  slug: string,
  id: string,
  answer: ReportAnswer,
): Promise<{ readonly ok: true } | Refusal> {
  const work = await findWork(viewer, slug);
  if (!work || !z.uuid().safeParse(id).success) return refusal("not-found");
  const { articleId } = work;
  const mended =
    answer.state === "mended"
      ? await db().articleVersion.findFirst({
          where: { articleId, number: answer.version, shownSince: { not: null } },
          select: { id: true },
        })
      : null;
  if (answer.state === "mended" && !mended) return refusal("invalid", { fields: ["version"] });
  const isOpen = answer.state === "open";
  const { count } = await db().textReport.updateMany({
    where: { id, articleId },
    data: {
      state: answer.state,
      answer: answer.state === "open" ? null : answer.answer,
      answeredById: isOpen ? null : viewer.id,
      answeredAt: isOpen ? null : new Date(),
      mendedVersionId: mended?.id ?? null,
    },
  });
  return count === 1 ? { ok: true } : refusal("not-found");
}
