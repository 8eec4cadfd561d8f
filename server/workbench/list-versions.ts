import "server-only";
import type { Viewer } from "@/core/viewer/viewer";
import { db } from "../db";
import { findWork } from "./find-work";

export type VersionLine = {
  readonly number: number;
  readonly message: string;
  /** `null`: the operator, or an account that is gone. */
  readonly author: string | null;
  readonly createdAt: Date;
  readonly isCurrent: boolean;
  /** From the content folder, and waiting for a person to take it in. */
  readonly isHeld: boolean;
};

/** The versions of an article, the youngest first; `null` where the viewer may not work on it. */
export async function listVersions(
  viewer: Viewer | null,
  slug: string,
): Promise<readonly VersionLine[] | null> {
  const work = await findWork(viewer, slug);
  if (!work) return null;
  const rows = await db().articleVersion.findMany({
    where: { articleId: work.articleId },
    orderBy: { number: "desc" },
    take: 500,
    select: {
      id: true,
      number: true,
      message: true,
      createdAt: true,
      author: { select: { name: true } },
      heldOf: { select: { id: true } },
    },
  });
  return rows.map(({ id, number, message, createdAt, author, heldOf }) => ({
    number,
    message,
    createdAt,
    author: author?.name ?? null,
    isCurrent: id === work.current.id,
    isHeld: heldOf !== null,
  }));
}
