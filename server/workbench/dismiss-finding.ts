import "server-only";
import { z } from "zod";
import { ruleSeverity } from "@/core/checks/rule";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { type Refusal, refusal } from "../http/problem-reason";
import { findWork } from "./find-work";

export const dismissalSchema = z.strictObject({
  key: z.string().regex(/^[0-9a-f]{16}$/),
  rule: z.string().refine((rule) => rule in ruleSeverity),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** Remembers that a finding is none, for everyone who works on the article and in every version of it. */
export async function dismissFinding(
  viewer: Viewer,
  slug: string,
  { key, rule }: Dismissal,
): Promise<{ readonly ok: true } | Refusal> {
  const work = await findWork(viewer, slug);
  if (!work) return refusal("not-found");
  const { articleId } = work;
  await db().dismissedFinding.createMany({
    data: { articleId, key, rule, dismissedById: viewer.id },
    skipDuplicates: true,
  });
  return { ok: true };
}

/** Shows it again. */
export async function recallFinding(
  viewer: Viewer,
  slug: string,
  { key }: Dismissal,
): Promise<{ readonly ok: true } | Refusal> {
  const work = await findWork(viewer, slug);
  if (!work) return refusal("not-found");
  await db().dismissedFinding.deleteMany({ where: { articleId: work.articleId, key } });
  return { ok: true };
}

export async function listDismissals(articleId: string): Promise<readonly string[]> {
  const rows = await db().dismissedFinding.findMany({
    where: { articleId },
    select: { key: true },
  });
  return rows.map(({ key }) => key);
}
